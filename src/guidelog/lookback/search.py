"""Search: every text of every kind, found by the words that stand in it.

Each word sought has to be there, in any order, whatever its case and its accents. A
word also finds longer ones that begin with it, unless punctuation ends it: ``plan``
finds planning, ``plan.`` does not. Words joined by punctuation stand side by side.
"""

import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from types import MappingProxyType
from typing import Final

from guidelog.lookback.filters import Filters, Value, Where, conditions_of
from guidelog.lookback.finding import Found
from guidelog.lookback.hits import Hit, SearchFacts
from guidelog.lookback.reading import hold_still, pick, select, shown_columns
from guidelog.lookback.rows import TimelineRow
from guidelog.lookback.rows_by_uid import VIEW_OF_KIND
from guidelog.lookback.sought import Marks, Word, mark, read_words

TEXTS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "person": ("name", "role", "team", "contact"),
        "session": ("about", "note", "agreed", "place", "present"),
        "goal": ("title", "unit", "closing_reason"),
        "step": ("text",),
        "resistance": (
            "observed",
            "expected",
            "impact",
            "their_words",
            "told_by",
            "other_causes",
            "my_part",
        ),
        "observation": (
            "text",
            "situation",
            "impact",
            "expected",
            "their_words",
            "told_by",
        ),
        "progress": ("evidence",),
        "attempt": ("offered", "their_words", "result_text"),
        "move": ("reason", "to_whom"),
        "commitment": ("what", "reason"),
        "topic": ("what", "reason"),
        "assessment": ("area", "evidence"),
        "handout": ("comment",),
        "hold": ("hold_reason",),
        "action": ("label", "meaning"),
    }
)
"""The columns of each kind that hold words, the most telling first."""

_VIEWS: Final[Mapping[str, str]] = MappingProxyType({**VIEW_OF_KIND, "hold": "people"})
# what has no id of its own is called by that of what it hangs on
_NAMED_BY: Final[Mapping[str, str]] = MappingProxyType(
    {
        "person": "handle",
        "step": "goal",
        "move": "resistance",
        "hold": "handle",
        "action": "name",
    }
)
_ITSELF: Final = "uid = ?"
_ROW_OF: Final[Mapping[str, str]] = MappingProxyType(
    {"hold": "uid = (SELECT person FROM hold WHERE uid = ?)"}
)
_GOAL_OF_STEP: Final = (
    "SELECT goals.uid FROM steps JOIN goals ON goals.id = steps.goal "
    "WHERE steps.uid = ?"
)
_IN_TIMELINE: Final = (
    "IN (SELECT n FROM entry WHERE uid IN (SELECT uid FROM timeline WHERE {0} "
    "UNION SELECT uid FROM steps WHERE goal IN "
    "(SELECT id FROM timeline WHERE kind = 'goal' AND {0})))"
)


@dataclass(frozen=True, slots=True)
class Passage:
    """One text of a thing, with the words that stand in it."""

    part: str
    text: str
    marks: Marks
    words: frozenset[Word]


def is_known(_: TimelineRow) -> bool:
    """Whether the person knows of an entry, where nobody looks that up."""
    return True


def search(
    db: sqlite3.Connection,
    text: str,
    filters: Filters,
    best: bool = False,
    is_told: Callable[[TimelineRow], bool] = is_known,
) -> SearchFacts:
    """Find what holds all words of a text, written last first; or the best first.

    The limit of the filters is how many hits are shown. For others only texts on record
    count, of what `is_told` says that the person knows of. Raises UnknownWord for a
    kind that does not exist.
    """
    words = read_words(text)
    if not words:
        return SearchFacts()
    with hold_still(db):
        places = places_of(db, words, filters, best)
        if filters.for_others:
            found = [hit for n in places if (hit := look_at(db, n, words, is_told))]
            return SearchFacts(tuple(found[: filters.limit]), len(found))
        first = islice(places, filters.limit)
        shown = tuple(hit for n in first if (hit := look_at(db, n, words)))
        return SearchFacts(shown, len(places))


def places_of(
    db: sqlite3.Connection, words: Iterable[Word], filters: Filters, best: bool
) -> list[int]:
    """Find the places in this file of what holds all words, in the order asked for.

    Words without spaces around them are looked for in every text, and have no best.
    """
    indexed = [word.quoted for word in words if not word.is_anywhere]
    anywhere = [word.like for word in words if word.is_anywhere]
    # the index without a word for it would be read whole, and sorted
    place, table = ("rowid", "found") if indexed else ("n", "wording")
    # a plus, or the index would be asked anew for each place that the filters leave
    narrowed, values = narrow(filters, f"+{place}")
    match = ["found MATCH ?"] if indexed else []
    conditions = [*match, *["words LIKE ? ESCAPE '\\'"] * len(anywhere), *narrowed]
    order = "rank, rowid DESC" if best and indexed else f"{place} DESC"
    asked = ["SELECT", place, "FROM", table, "WHERE", " AND ".join(conditions)]
    asked += ["ORDER BY", order]
    given = [" ".join(indexed)] if indexed else []
    return [n for (n,) in db.execute(" ".join(asked), (*given, *anywhere, *values))]


def narrow(filters: Filters, place: str) -> tuple[list[str], tuple[Value, ...]]:
    """Turn filters into a condition on places: what is in the timeline, and steps.

    What is for others is decided text by text.
    """
    where = conditions_of("timeline", filters._replace(for_others=False))
    if not where.condition:
        return [], ()
    return [f"{place} {_IN_TIMELINE.format(where.condition)}"], where.values * 2


def look_at(
    db: sqlite3.Connection,
    n: int,
    words: Iterable[Word],
    is_told: Callable[[TimelineRow], bool] | None = None,
) -> Hit | None:
    """Take what stands at a place; None where it is for others, and not for them."""
    ((kind, uid),) = db.execute("SELECT kind, uid FROM entry WHERE n = ?", (n,))
    lines, for_others = lines_of(db, kind, uid), is_told is not None
    if is_told and not any(is_for_others(one) and is_told(one) for one in lines):
        return None
    name, passages = passages_of(db, kind, uid, words, for_others)
    there = {word for passage in passages for word in passage.words}
    if not passages or (for_others and there != set(words)):
        return None
    telling = max(passages, key=lambda passage: len(passage.words))
    return make_hit(Found(name, kind, uid), lines, telling)


def make_hit(found: Found, lines: Sequence[TimelineRow], passage: Passage) -> Hit:
    """Put together what is known of a find; without a line it has no day."""
    return Hit(
        id=found.id or "",
        kind=found.kind,
        occurred_at=lines[0].occurred_at if lines else None,
        recorded_at=lines[0].recorded_at if lines else None,
        people=" ".join(line.person or "" for line in lines) or None,
        part=passage.part,
        text=passage.text,
        marks=passage.marks,
        uid=found.uid,
    )


def lines_of(db: sqlite3.Connection, kind: str, uid: str) -> tuple[TimelineRow, ...]:
    """Take the lines of a thing, one a person; a step has those of its goal."""
    if kind == "step":
        ((uid,),) = db.execute(_GOAL_OF_STEP, (uid,))
    return pick(db, TimelineRow, Where(_ITSELF, (uid,)))


def is_for_others(line: TimelineRow) -> bool:
    """Whether any text of an entry may be on record; of a talk each has its own say."""
    return line.kind == "session" or line.visibility == "record"


def passages_of(
    db: sqlite3.Connection,
    kind: str,
    uid: str,
    words: Iterable[Word],
    for_others: bool,
) -> tuple[str, list[Passage]]:
    """Take what a thing is called, and its texts that the reader may see."""
    view, parts = _VIEWS[kind], TEXTS[kind]
    columns = shown_columns(view, for_others, (_NAMED_BY.get(kind, "id"), *parts))
    asked = select(view, columns, Where(_ROW_OF.get(kind, _ITSELF)))
    ((name, *texts),) = db.execute(asked, (uid,))
    told = [(part, text) for part, text in zip(parts, texts, strict=True) if text]
    return name, [Passage(part, text, *mark(text, words)) for part, text in told]
