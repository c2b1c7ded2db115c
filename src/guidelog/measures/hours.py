"""Hours of coaching as credentials count them: whose, how long, paid or pro bono.

A group counts once, and each of its people as a client. Direct reports and people
without consent stay out of the log; what is left out is counted with its reason.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from guidelog.lookback.facts import Client, HourFacts
from guidelog.lookback.rows import SessionRow
from guidelog.measures.days import day_of, months_before

RECENT_MONTHS: Final = 18
Reason = Literal[
    "direct report", "no consent", "mentoring", "blended", "no length", "not said"
]
Kind = Literal["individual", "group"]
MENTORING_TOO: Final[tuple[Reason, ...]] = ("mentoring", "blended", "not said")
"""Reasons that keep a talk out of a log of coaching alone, but not of mentoring too."""


@dataclass(frozen=True, slots=True)
class LoggedTalk:
    """One talk with those who may stand in the log, and why it does not count."""

    session: SessionRow
    clients: tuple[Client, ...]
    minutes: int
    reason: Reason | None

    @property
    def size(self) -> int:
        """How many people it had."""
        return self.session.group_size or len((self.session.people or "").split())

    @property
    def kind(self) -> Kind:
        """Whether it was with one person or with several."""
        return "group" if self.size > 1 else "individual"


@dataclass(frozen=True, slots=True)
class Relationship:
    """One line of the log: a client or a group, from the first talk to the last."""

    name: str
    contact: str
    kind: Kind
    number_in_group: int
    start: date
    end: date
    paid_hours: float
    pro_bono_hours: float


@dataclass(frozen=True, slots=True)
class Totals:
    """Minutes in all, paid, pro bono and of the last 18 months, and the clients."""

    minutes: int = 0
    paid: int = 0
    pro_bono: int = 0
    recent: int = 0
    clients: int = 0


def log_talks(facts: HourFacts, step: int = 1) -> tuple[LoggedTalk, ...]:
    """Judge every talk; minutes are rounded to the nearest `step`, a half upwards."""
    known = {client.handle: client for client in facts.clients}
    return tuple(_log_talk(session, known, step) for session in facts.sessions)


def _log_talk(
    session: SessionRow, known: Mapping[str, Client], step: int
) -> LoggedTalk:
    people = [known[one] for one in (session.people or "").split() if one in known]
    others = [client for client in people if client.relation != "report"]
    clients = tuple(client for client in others if client.log_consent_on)
    minutes = ((session.minutes or 0) + step // 2) // step * step
    return LoggedTalk(session, clients, minutes, _reason(session, others, clients))


def _reason(
    session: SessionRow, others: Sequence[Client], clients: Sequence[Client]
) -> Reason | None:
    if not others:
        return "direct report"
    if not clients:
        return "no consent"
    if session.minutes is None:
        return "no length"
    match session.mode:
        case "mentoring":
            return "mentoring"
        case "blended":
            return "blended"
    return None if session.paid else "not said"


def coaching_of(talks: Iterable[LoggedTalk]) -> list[LoggedTalk]:
    """The talks that count as coaching."""
    return [talk for talk in talks if talk.reason is None]


def guidance_of(talks: Iterable[LoggedTalk]) -> list[LoggedTalk]:
    """The talks that count where mentoring counts as well."""
    return [talk for talk in talks if talk.reason in (None, *MENTORING_TOO)]


def relationships_of(talks: Iterable[LoggedTalk]) -> list[Relationship]:
    """The log, a line for each client or group, by its first talk."""
    grouped: dict[tuple[Kind, tuple[str, ...]], list[LoggedTalk]] = {}
    for talk in coaching_of(talks):
        handles = tuple(client.handle for client in talk.clients)
        grouped.setdefault((talk.kind, tuple(sorted(handles))), []).append(talk)
    return [_relationship(together) for together in grouped.values()]


def _relationship(talks: Sequence[LoggedTalk]) -> Relationship:
    first, last = talks[0], talks[-1]
    clients = first.clients
    return Relationship(
        name=", ".join(client.name for client in clients),
        contact=", ".join(client.contact for client in clients if client.contact),
        kind=first.kind,
        number_in_group=max(talk.size for talk in talks),
        start=day_of(first.session.occurred_at),
        end=day_of(last.session.occurred_at),
        paid_hours=hours_in(_minutes_of(talks, "paid", "internal")),
        pro_bono_hours=hours_in(_minutes_of(talks, "pro-bono")),
    )


def _minutes_of(talks: Iterable[LoggedTalk], *paid: str) -> int:
    # coaching as a part of one's employment counts as paid
    return sum(talk.minutes for talk in talks if talk.session.paid in paid)


def hours_in(minutes: int) -> float:
    """Minutes as hours with two decimals."""
    return round(minutes / 60, 2)


def total(talks: Sequence[LoggedTalk], today: date) -> Totals:
    """The sums over some talks; a talk with several people counts once."""
    since = months_before(today, RECENT_MONTHS)
    return Totals(
        minutes=sum(talk.minutes for talk in talks),
        paid=_minutes_of(talks, "paid", "internal"),
        pro_bono=_minutes_of(talks, "pro-bono"),
        recent=sum(talk.minutes for talk in talks if _day(talk) > since),
        clients=len({client.handle for talk in talks for client in talk.clients}),
    )


def _day(talk: LoggedTalk) -> date:
    return day_of(talk.session.occurred_at)


def left_out(talks: Iterable[LoggedTalk]) -> dict[Reason, int]:
    """How many talks the log leaves out, by the reason, the most frequent first."""
    return dict(Counter(_reasons(talks)).most_common())


def _reasons(talks: Iterable[LoggedTalk]) -> Iterator[Reason]:
    for talk in talks:
        if talk.reason:
            yield talk.reason
