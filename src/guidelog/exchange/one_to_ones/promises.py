"""The action items of a talk: whose each is, what, by when, and whether it is done.

Marks are taken off a line's two ends, one after the other, as long as each is
understood; whatever is left is what was agreed, as it was written. A mark that names
somebody who was not in the talk leaves the whole line in the note.
"""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Final

from guidelog.dates import read_due
from guidelog.errors import GuidelogError
from guidelog.exchange.one_to_ones.headings import unlink
from guidelog.exchange.one_to_ones.naming import Circle, is_called, is_same, plain_name

_BOX: Final = re.compile(r"(?:\[([ xX])\]|([☐☑☒]))[ \t]+(\S.*)")
_SEP: Final = r"[\s,;–—·|-]*"
_D: Final = r"(?P<day>\d{4}-\d\d-\d\d)"
_DUE: Final = (
    rf"📅\ufe0f?\s*{_D}",
    r"[\[(]due::\s*(?P<day>[^\])]+)[\])]",
    r"@due\((?P<day>[^)]+)\)",
    r"\((?:due|by)\b:?\s*(?P<day>[^()]+)\)",
    r"(?<!\w)due\b:?\s*(?P<day>[^()]+)",
    r"(?<!\w)by:?\s+(?P<day>[^()]+)",
)
_DONE: Final = (
    rf"✅\ufe0f?\s*{_D}",
    r"[\[(]completion::\s*(?P<day>[^\])]+)[\])]",
    r"@done\((?P<day>[^)]+)\)",
    r"\(done\b:?\s*(?P<day>[^()]+)\)",
)
_OWNER_LAST: Final = (
    r"(?:→|->|=>)\s*(?:@\s?)?(?P<sure>[^\W\d_][^→@()\[\]]*)",
    r"(?<!\w)@(?P<sure>[^\W\d_][\w.-]*)",
    r"\(@?(?P<maybe>[^()@]+)\)",
    r"\[(?P<maybe>[^\[\]]+)\]",
    r"\[\[(?P<maybe>[^\[\]]+)\]\]",
    r"(?:owner|assigned to|assignee):?\s+(?P<sure>[^\W\d_][\w .-]*)",
)
_OWNER_FIRST: Final = (
    r"@(?P<sure>[^\W\d_][\w.-]*)[:,]?\s+",
    r"\[(?P<maybe>[^\[\]]+)\]:?\s+",
    r"\[\[(?P<maybe>[^\[\]]+)\]\]:?\s+",
    r"\((?P<maybe>[^()]+)\):?\s+",
    r"(?:\*\*|__)(?P<maybe>[^*_:]+):?(?:\*\*|__):?\s+",
    r"(?P<maybe>[^\W\d_][\w.'’ -]{0,40}?)(?::|\s[–—-])\s+",
)
_SIGN: Final = re.compile(
    r"(?:todo|ai|action(?: item)?)\s*[:–—-]\s*(?=\S)", re.IGNORECASE
)
_FIRST_WORD: Final = re.compile(r"I(?=['’ ])|[^\W\d_][\w-]*(?= )")
_LONGEST_MARK: Final = 200
_SOME_DUE: Final = re.compile(r"\bdue:|📅|\[due::", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Promise:
    """An action item as far as it is understood."""

    what: str
    is_done: bool = False
    owner: str = ""
    """me, them, or the name of somebody who was in the talk."""
    due_on: date | None = None
    done_on: date | None = None
    is_strange: bool = False
    """Whether it is marked as somebody's who was not in the talk."""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Round:
    """When a talk was and who was in it, as far as its action items need it."""

    day: date
    today: date
    people: tuple[str, ...]
    circle: Circle

    def owner_of(self, name: str) -> str:
        """Whom this name means: me, them, one of the people, or nobody ("")."""
        plain = plain_name(unlink(name))
        if plain == "them" or self.circle.is_leader(plain):
            return "them" if plain == "them" else "me"
        names = [k.name for k in self.circle.known if plain_name(k.handle) == plain]
        found = [
            one
            for one in self.people
            if any(is_same(one, other) for other in (plain, *names))
        ]
        return found[0] if len(found) == 1 else ""

    def is_elsewhere(self, name: str) -> bool:
        """Tell whether this is somebody of the journal who was not in the talk."""
        called = unlink(name)
        return not self.owner_of(name) and any(
            is_called(one, called) for one in self.circle.known
        )


def box_of(title: str) -> tuple[bool, str] | None:
    """Whether the box an item begins with is ticked, and what follows it."""
    found = _BOX.match(title)
    return ((found[1] or found[2]) in "xX☑☒", found[3]) if found else None


def read_promise(text: str, is_done: bool, round_: Round) -> Promise | None:
    """Take an action item apart; None where it can't be told whose it is.

    Days are counted from the day of the talk. A day that can't be read stays in the
    words. Without an owner it is the person's, as `guidelog add --next` has it.
    """
    promise = Promise(text.strip(), is_done)
    promise = _take_first(promise, round_)
    while (taken := _take_last(promise, round_)) is not promise:
        promise = taken
    if not promise.owner and not promise.is_strange:
        promise = replace(promise, owner=_owner_by_first_word(promise.what, round_))
    if promise.is_strange or not promise.what or not promise.owner:
        return None
    return _with_remarks(promise, round_)


def _with_remarks(promise: Promise, round_: Round) -> Promise:
    if promise.is_done and not promise.done_on:
        said = "ticked without a day: taken as done on the day of the talk"
        return replace(promise, done_on=round_.day, remark=said)
    if not promise.due_on and _SOME_DUE.search(promise.what):
        return replace(promise, remark="when it is due can't be read")
    return promise


def _take_first(promise: Promise, round_: Round) -> Promise:
    what = _SIGN.sub("", promise.what, count=1)
    for form in _OWNER_FIRST:
        if found := re.match(rf"{form}(?P<what>\S.*)", what, re.IGNORECASE):
            owned = _owned(promise, found, round_)
            if owned is not promise:
                what = _SIGN.sub("", found["what"], count=1)
                return replace(owned, what=what)
    return replace(promise, what=what)


def _take_last(promise: Promise, round_: Round) -> Promise:
    """Take the mark a text ends with, or give back the same promise."""
    start, end = promise.what[:-_LONGEST_MARK], promise.what[-_LONGEST_MARK:]
    for take, forms in ((_due, _DUE), (_done, _DONE), (_owned, _OWNER_LAST)):
        for form in forms:
            # as much as can be before the mark: the last one of its form is meant
            found = re.fullmatch(rf"(?P<what>.*){form}{_SEP}", end, re.IGNORECASE)
            if found and (taken := take(promise, found, round_)) is not promise:
                what = start + re.sub(rf"{_SEP}$", "", found["what"])
                return replace(taken, what=what)
    return promise


def _due(promise: Promise, found: re.Match[str], round_: Round) -> Promise:
    day = None if promise.due_on else _day(found["day"], round_)
    return replace(promise, due_on=day) if day else promise


def _done(promise: Promise, found: re.Match[str], round_: Round) -> Promise:
    day = None if promise.done_on else _day(found["day"], round_)
    if not day or day > round_.today:
        return promise
    return replace(promise, done_on=day, is_done=True)


def _day(text: str, round_: Round) -> date | None:
    try:
        return read_due(text.strip(" .,;"), datetime.combine(round_.day, time()))
    except GuidelogError:
        return None


def _owned(promise: Promise, found: re.Match[str], round_: Round) -> Promise:
    if promise.owner or promise.is_strange:
        return promise
    facts = found.groupdict()
    name = str(facts.get("sure") or facts.get("maybe")).strip()
    owner = round_.owner_of(name)
    if not owner and (facts.get("sure") or round_.is_elsewhere(name)):
        return replace(promise, is_strange=True)
    return replace(promise, owner=owner) if owner else promise


def _owner_by_first_word(what: str, round_: Round) -> str:
    first = _FIRST_WORD.match(what)
    owner = round_.owner_of(first[0]) if first else ""
    return owner or ("them" if len(round_.people) == 1 else "")
