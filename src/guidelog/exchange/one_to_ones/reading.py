"""Reads a file of one-to-one notes: its talks, their action items, and what is neither.

The law: every line is in exactly one note or action item, or is a heading or property
whose facts are all taken, or is told as not taken over.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import Any, Final

from guidelog.exchange import found
from guidelog.exchange.found import Found, Unread, Wishes
from guidelog.exchange.one_to_ones.body import Agreed, read_body
from guidelog.exchange.one_to_ones.files import read_notes
from guidelog.exchange.one_to_ones.headings import read_heading
from guidelog.exchange.one_to_ones.lines import scan
from guidelog.exchange.one_to_ones.naming import plain_name
from guidelog.exchange.one_to_ones.placing import Stray
from guidelog.exchange.one_to_ones.promises import Round, box_of
from guidelog.exchange.one_to_ones.properties import front_matter
from guidelog.exchange.one_to_ones.talks import Talk
from guidelog.exchange.opening import Opened

_LEFT: Final = "a box stays in the note: whose it is can't be told"
_SEVERAL_LEFT: Final = "boxes stay in the note: whose they are can't be told"


def is_one_to_ones(opened: Opened) -> bool:
    """Tell Markdown by its signs: a heading, a box, front matter or a day's line."""
    texts = opened.beginning.lstrip("\ufeff").split("\n")
    if front_matter(texts)[1]:
        return True
    return any(
        line.kind == "heading" or (line.kind == "item" and _is_sign(line.title))
        for line in scan(texts)
    )


def _is_sign(title: str) -> bool:
    return bool(box_of(title) or read_heading(title).day)


def read_one_to_ones(opened: Opened, wishes: Wishes) -> Iterator[Found | Unread]:
    """Read one file whole, talks in the order in which they stand there.

    All of it is held: whether the newest talk comes first must be known for the key of
    the first one, and notes of one person are small.
    """
    pieces = list(read_notes(opened, wishes))
    keys = iter(_keys([one for one in pieces if isinstance(one, Talk)]))
    for piece in pieces:
        if isinstance(piece, Stray):
            place = found.Place(opened.name, piece.lines[0].number)
            text = "\n".join(line.text for line in piece.lines)
            yield Unread(place, piece.why, text)
        else:
            yield from _records(piece, next(keys), opened.name, wishes)


def _records(talk: Talk, key: str, file: str, wishes: Wishes) -> Iterator[Found]:
    """The session of a talk, and a commitment for each of its action items."""
    day, today = talk.moment.day, wishes.now.date()
    body = read_body(
        talk.lines, talk.above, Round(day, today, talk.people, talk.circle)
    )
    told = talk.told
    fields = {
        "minutes": told.minutes,
        "about": told.about,
        "place": told.place,
        "tags": list(told.tags),
        "note": body.note,
    }
    yield Found(
        "session",
        key,
        found.Place(file, talk.number),
        talk.people,
        talk.moment,
        {name: value for name, value in fields.items() if value},
        remark=_say_left(body.left),
    )
    seen: Counter[str] = Counter()
    for agreed in body.agreed:
        yield _commitment(agreed, talk, key, file, seen)


def _commitment(
    agreed: Agreed, talk: Talk, key: str, file: str, seen: Counter[str]
) -> Found:
    promise = agreed.promise
    # told apart by its words, so that one put in above it changes nothing
    digest = _digest(promise.what)
    seen[digest] += 1
    fields: dict[str, Any] = {"what": promise.what, "owner": promise.owner}
    for name in ("due_on", "done_on"):
        if day := getattr(promise, name):
            fields[name] = day.isoformat()
    return Found(
        "commitment",
        f"{key}/{digest}/{seen[digest]}",
        found.Place(file, agreed.number),
        talk.people if promise.owner in ("me", "them") else (promise.owner,),
        fields=fields,
        under=key,
        remark=promise.remark,
    )


def _keys(talks: Sequence[Talk]) -> list[str]:
    """The day, its people and title, and which talk of that day with these it is.

    Counted from the oldest, at whichever end of the file that is: then neither a talk
    of another day nor a later one of the same day changes a key. Of names the first
    word counts, so that it stays where ada.md becomes ada-okonkwo.md.
    """
    is_newest_first = bool(talks) and talks[0].moment.day > talks[-1].moment.day
    counts: Counter[str] = Counter()
    keys = []
    for talk in reversed(talks) if is_newest_first else talks:
        names = sorted(plain_name(name).split(" ")[0] for name in talk.people)
        with_whom = f"{talk.moment.day}/{_digest(*names, talk.told.about)}"
        counts[with_whom] += 1
        keys.append(f"{with_whom}/{counts[with_whom]}")
    return keys[::-1] if is_newest_first else keys


def _digest(*words: str) -> str:
    """Sixteen bits of some words, enough to tell a day's entries apart.

    Few enough to give none of the words away where they are taken back later.
    """
    return sha256("\n".join(words).encode()).hexdigest()[:4]


def _say_left(boxes: int) -> str:
    if boxes > 1:
        return f"{boxes} {_SEVERAL_LEFT}"
    return _LEFT if boxes else ""
