"""What the heading of a talk says: the day, the time, how long, with whom, about what.

Days are only found here, never understood: what is found goes through the grammar of
guidelog.dates, which refuses what could be two days or none.
"""

import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from guidelog.dates import Moment, read_minutes, read_past
from guidelog.dates.names import MONTH, WEEKDAY
from guidelog.errors import GuidelogError
from guidelog.words import TAG

_D: Final = r"\d{1,2}(?:st|nd|rd|th)?"
_TIME: Final = r"\d{1,2}:\d\d(?::\d\d)?(?: ?[ap]m\b)?|\d{1,2} ?[ap]m\b"
_WITH_YEAR: Final = (
    r"\d{4}-W\d\d-\d",
    r"(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}",
    r"(?:19|20)\d{6}",
    r"\d{1,2}(?P<mark>[-/.])\d{1,2}(?P=mark)(?:\d{4}|\d\d)",
    # a word that is no English month is found as well, to be told and not passed over
    rf"{_D}\.?[ -](?:of )?[^\W\d_]{{3,10}}\.?,?[ -]'?\d{{4}}",
    rf"{MONTH}\.? {_D},? '?\d{{4}}",
)
_WITHOUT_YEAR: Final = (
    rf"{_D}\.?[ -](?:of )?{MONTH}\b\.?(?:,?[ -]'?\d\d\b)?",
    rf"{MONTH}\.? {_D}",
    r"\d{1,2}\.\d{1,2}\.",
)
_DATE: Final = re.compile(
    rf"(?<![\w./-])(?:(?P<weekday>{WEEKDAY}),? )?"
    rf"(?:(?P<full>{'|'.join(_WITH_YEAR)})|(?P<part>{'|'.join(_WITHOUT_YEAR)}))"
    rf"(?:[T ](?P<clock>(?<=T){_TIME}))?(?!\d|\w*[-/.]\d)"
    rf"(?:,? \(?(?P<after>{WEEKDAY})\b\)?)?"
    rf"(?:,? (?:at |@ ?)?(?P<time>{_TIME})"
    r"(?: ?(?:-|–|—|to) ?(?P<until>\d{1,2}:\d\d))?)?"
    r"(?P<zone>(?:Z|[+-]\d\d:\d\d)(?![\w:]))?",
    re.IGNORECASE,
)
_NOT_OF_THE_TALK: Final = re.compile(
    r"\b(?:since|from|until|till?|by|before|after|due|updated|created|started|joined"
    r"|to|next)\W*$",
    re.IGNORECASE,
)
_LENGTH: Final = (
    r"(?:\d{1,4} ?(?:m|mins?|minutes?)|\d{1,2}(?:[.,]\d{1,2})? ?(?:h|hrs?|hours?)"
    r"(?: ?[0-5]?\d(?: ?(?:m|mins?|minutes?))?)?)"
)
_LENGTHS: Final = re.compile(
    rf"[(\[]\s*(?P<boxed>{_LENGTH})\s*[)\]]"
    rf"|(?:^|[,;–—|·]|\s-)\s*(?P<bare>{_LENGTH})\s*$",
    re.IGNORECASE,
)
_ONE_TO_ONE: Final = re.compile(
    r"(?<![\w/:-])(?:1 ?[:/] ?1s?|1-(?:(?:on|to|2)-)?1s?|1on1s?|1to1s?|o3s?"
    r"|one[- ](?:on|to)[- ]ones?)(?![\w/-])"
    r"(?: (?:meeting|note|talk|chat|catch[- ]?up|check[- ]?in|sync|session)s?\b)*",
    re.IGNORECASE,
)
_WITH: Final = re.compile(r"^[\s:–—-]*(?:with\b|w/)\s*", re.IGNORECASE)
_TAG: Final = re.compile(rf"(?<![\w#&/])#({TAG})")
_LINK: Final = re.compile(r"\[\[([^\[\]|]+)(?:\|([^\[\]]*))?\]\]")
_NOTHING: Final = re.compile(r"\[\s*\]|\(\s*\)|<\s*>|[📅🗓📆]\ufe0f?")
_WORD: Final = r"\w"
_LONGEST: Final = 300
"""Characters of a line that may be a heading; a longer one is text, and only that."""
_EDGES: Final = " \t,;:|·–—-"
_SPAN: Final = re.compile(
    rf"(?:(?P<year>(?:19|20)\d\d)(?:[-/ ](?:\d\d|[QW]\d\d?))?"
    rf"|(?:{MONTH}|Q[1-4]|(?:calendar )?week \d\d?|W\d\d?|KW ?\d\d?)"
    r"(?:,? (?P<later>(?:19|20)\d\d))?)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading taken apart; what is left over is the title, or the names."""

    day: str = ""
    """The day as the grammar takes it, with its weekday; empty where none is said."""
    time: str = ""
    has_year: bool = True
    is_plain: bool = True
    """Whether nothing was said before the day: the line begins with it."""
    minutes: int | None = None
    is_one_to_one: bool = False
    with_others: bool = False
    """Whether "with" stands before the names, so that the leader is not among them."""
    tags: tuple[str, ...] = ()
    rest: str = ""


def read_heading(text: str) -> Heading:
    """Take a heading apart; nothing in it is passed over, the rest holds what is left.

    What is no day of a talk ("since 2024-01-01") and a second day stay in the rest.
    """
    if len(text) > _LONGEST:
        return Heading(rest=text)
    said = Heading(rest=unlink(text))
    for take in (_take_tags, _take_day, _take_length, _take_one_to_one):
        said = take(said)
    rest = re.sub(r"\s+", " ", _NOTHING.sub(" ", said.rest).replace("**", ""))
    return replace(said, rest=_bare(rest))


def span_year(text: str) -> int | None:
    """The year, 0 where it says none, of a heading that is only a year, month or week.

    None for any other heading.
    """
    if len(text) > _LONGEST:
        return None
    found = _SPAN.fullmatch(_bare(unlink(text)))
    return int(found["year"] or found["later"] or 0) if found else None


def unlink(text: str) -> str:
    """Put a page's name where a text links to it as [[Ada Okonkwo]].

    What it is called instead, as in [[Ada Okonkwo|Ada]], goes only if the name says it.
    """
    return _LINK.sub(_page_of, text)


def _page_of(link: re.Match[str]) -> str:
    called = set((link[2] or "").casefold().split())
    return link[1] if called <= set(link[1].casefold().split()) else link[0]


def when(said: Heading, year: int, now: datetime) -> Moment | str:
    """The day of a heading, with the time where it says one; else why it can't be told.

    A day without a year is of the year of the headings above it, 0 for none.
    """
    if _DATE.fullmatch(said.rest):
        return f'"{said.day}" and "{said.rest}" are two days'
    if not said.has_year and not year:
        return f'"{said.day}" says no year'
    day = said.day
    if not said.has_year:
        day = f"{day}{year}" if day[-1] == "." else f"{day} {year}"
    try:
        return read_past(f"{day} {said.time}".strip(), now)
    except GuidelogError as refusal:
        return refusal.says.rstrip(".")


def _bare(text: str) -> str:
    return text.strip(_EDGES)


def _take_tags(said: Heading) -> Heading:
    tags = tuple(_TAG.findall(said.rest))
    return replace(said, tags=tags, rest=_TAG.sub("", said.rest))


def _take_day(said: Heading) -> Heading:
    for found in _DATE.finditer(said.rest):
        before, after = said.rest[: found.start()], said.rest[found.end() :]
        if _NOT_OF_THE_TALK.search(before):
            continue
        minutes = _between(found["time"], found["until"])
        weekday = found["weekday"] or found["after"] or ""
        time = found["clock"] or found["time"] or ""
        return replace(
            said,
            day=f"{weekday} {found['full'] or found['part']}".strip(),
            time=time + (found["zone"] or ""),
            has_year=bool(found["full"]),
            is_plain=not _bare(_NOTHING.sub("", before).strip("[(*_ ")),
            minutes=minutes,
            rest=f"{before}{' – ' if re.search(_WORD, before) else ''}{after}",
        )
    return said


def _between(start: str | None, end: str | None) -> int | None:
    """The minutes from one time to another of the same day, else none."""
    if not start or not end or not re.fullmatch(r"\d{1,2}:\d\d", start):
        return None
    hours = [timedelta(hours=int(t[:-3]), minutes=int(t[-2:])) for t in (start, end)]
    minutes = int((hours[1] - hours[0]).total_seconds()) // 60
    return minutes if minutes > 0 else None


def _take_length(said: Heading) -> Heading:
    found = _LENGTHS.search(said.rest)
    if not found or said.minutes is not None:
        return said
    try:
        minutes = read_minutes(found["boxed"] or found["bare"])
    except GuidelogError:
        return said
    rest = said.rest[: found.start()] + said.rest[found.end() :]
    return replace(said, minutes=minutes, rest=rest)


def _take_one_to_one(said: Heading) -> Heading:
    found = _ONE_TO_ONE.search(said.rest)
    if not found:
        return said
    before, after = said.rest[: found.start()], said.rest[found.end() :]
    others = bool(_WITH.match(after))
    rest = f"{before} {_WITH.sub('', after) if others else after}"
    return replace(said, is_one_to_one=True, with_others=others, rest=rest)
