"""Filters: one object for every reader, turned into conditions on any view."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from guidelog.dates import Period
from guidelog.errors import FilterNotTaken, UnknownWord
from guidelog.words import LETTERS, RESISTANCE_KINDS

Value = str | int | float | None


class Filters(NamedTuple):
    """What to look at; what is not said leaves everything in.

    `who` is a handle and `goals` are ids, as found. Several kinds, tags or goals mean
    any of them. `limit` keeps the newest rows. `for_others` leaves out what is private;
    what the person has not been told is left out by whoever shows the rows.
    """

    who: str | None = None
    period: Period | None = None
    kinds: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    not_tags: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    limit: int | None = None
    for_others: bool = False


EVERYTHING: Final = Filters()


class Where(NamedTuple):
    """A condition on the rows of a view, and the values that stand in it."""

    condition: str
    values: tuple[Value, ...] = ()


ABOUT: Final = "person = ?"
# a session's people are several: the timeline finds them by index, their list would not
IN_IT: Final = "uid IN (SELECT uid FROM timeline WHERE person = ? AND kind = 'session')"
# each half stands word for word in an index, so that a month costs what a month holds
HAPPENED: Final = "substr(occurred_at, 1, 16) >= ? AND substr(occurred_at, 1, 16) < ?"
OPENED: Final = HAPPENED.replace("occurred_at", "opened_on")
# these two views have no day of their own: it stands in the timeline
AGREED: Final = (
    "uid IN (SELECT uid FROM timeline WHERE kind = 'commitment' AND "
    "substr(occurred_at, 1, 16) >= ? AND substr(occurred_at, 1, 16) < ?)"
)
RAISED: Final = AGREED.replace("commitment", "topic")
TAGGED: Final = "instr(' ' || tags || ' ', ' ' || ? || ' ') > 0"
UNTAGGED: Final = f"coalesce({TAGGED}, 0) = 0"
AIMED: Final = "goal = ?"
AIMED_AT_SOME: Final = "instr(' ' || goals || ' ', ' ' || ? || ' ') > 0"
OF_KIND: Final = "kind = ?"
ON_RECORD: Final = "visibility = 'record'"
ON_RECORD_NOTES: Final = (
    "resistance IN (SELECT id FROM resistance WHERE visibility = 'record')"
)
ON_RECORD_GOALS: Final = "goal IN (SELECT id FROM goals WHERE visibility = 'record')"

_DATED: Final = {"--who": ABOUT, "--period": HAPPENED, "--for": ON_RECORD}
_TAGS: Final = {"--tag": TAGGED, "--not-tag": UNTAGGED}
_AIM: Final = {"--goal": AIMED}

TAKEN: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        "people": {"--who": "handle = ?", "--for": "true"},
        # what is private in a session is its words: the talk itself always counts
        "sessions": _DATED
        | _TAGS
        | {"--who": IN_IT, "--goal": AIMED_AT_SOME, "--for": "true"},
        "observations": _DATED | _TAGS | _AIM,
        "goals": _DATED | {"--period": OPENED, "--goal": "id = ?"},
        "steps": _AIM | {"--for": ON_RECORD_GOALS},
        "progress": _DATED | _AIM,
        "resistance": _DATED | _AIM | {"--kind": OF_KIND},
        "attempts": _DATED,
        "moves": {"--period": HAPPENED, "--for": ON_RECORD_NOTES},
        "commitments": _DATED | _AIM | {"--period": AGREED},
        "topics": _DATED | {"--period": RAISED},
        "assessments": _DATED | _AIM,
        "handouts": {"--who": ABOUT, "--period": HAPPENED, "--for": "true"},
        "timeline": _DATED
        | _TAGS
        | {
            "--kind": OF_KIND,
            "--goal": AIMED_AT_SOME.replace("goals", "goal"),
            "--for": f"({ON_RECORD} OR kind = 'session')",
        },
        "history": {"--kind": OF_KIND},
        "texts": {"--kind": OF_KIND},
        "actions": {"--for": "true"},
    }
)
"""The filters each view has a column for, and the condition each of them makes."""

_THINGS: Final = (*LETTERS, "move")
_LOGGED: Final = (*_THINGS, "person", "step", "hold", "action")
KINDS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "resistance": RESISTANCE_KINDS,
        "timeline": _THINGS,
        "history": _LOGGED,
        "texts": _LOGGED,
    }
)
"""The kinds that `--kind` may name, by view."""


def conditions_of(view: str, filters: Filters) -> Where:
    """Turn filters into one condition on a view.

    Raises FilterNotTaken for a filter that the view has no column for, UnknownWord for
    a kind that does not exist there: neither is passed over.
    """
    conditions = []
    values: list[Value] = []
    for name, choices in asked_by(filters):
        condition = condition_for(view, name)
        check_kinds(view, name, choices)
        conditions.append(f"({' OR '.join([condition] * len(choices))})")
        values += [value for choice in choices for value in choice]
    return Where(" AND ".join(conditions), tuple(values))


def asked_by(filters: Filters) -> Iterator[tuple[str, list[tuple[str, ...]]]]:
    """Name each filter that was said, with its choices, any of which will do."""
    if filters.who is not None:
        yield "--who", [(filters.who,)]
    if filters.period is not None:
        yield "--period", [bounds_of(filters.period)]
    if filters.kinds:
        yield "--kind", [(kind,) for kind in filters.kinds]
    if filters.tags:
        yield "--tag", [(tag,) for tag in filters.tags]
    for tag in filters.not_tags:
        yield "--not-tag", [(tag,)]
    if filters.goals:
        yield "--goal", [(goal,) for goal in filters.goals]
    if filters.for_others:
        yield "--for", [()]


def refuse_filters(view: str, filters: Filters, *taken: str) -> None:
    """Refuse filters that a view or a command has no use for. Raises FilterNotTaken."""
    asked = [name for name, _ in asked_by(filters)]
    asked += ["--limit"] if filters.limit is not None else []
    for name in asked:
        if name not in taken:
            raise FilterNotTaken(view=view, filter=name, takes=", ".join(taken))


def bounds_of(period: Period) -> tuple[str, str]:
    """Give the first day and the day after the last, as the views write days."""
    return period.first.isoformat(), period.after.isoformat()


def condition_for(view: str, name: str) -> str:
    """Find the condition a filter makes on a view; raises FilterNotTaken."""
    taken = TAKEN[view]
    if name not in taken:
        takes = ", ".join([*taken, "--limit"])
        raise FilterNotTaken(view=view, filter=name, takes=takes)
    return taken[name]


def check_kinds(view: str, name: str, choices: list[tuple[str, ...]]) -> None:
    """Refuse a kind that no row of the view can have; raises UnknownWord."""
    if name != "--kind":
        return
    known = KINDS[view]
    for (kind,) in choices:
        if kind not in known:
            raise UnknownWord.among("kind", kind, known)
