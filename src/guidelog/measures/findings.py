"""Findings: everything a reviewer would ask for, about one person, in one list."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import Literal, NamedTuple

from guidelog.dates import Period
from guidelog.lookback.facts import PersonFacts
from guidelog.lookback.rows import WordedRow
from guidelog.measures.balance import count_sides, side_of
from guidelog.measures.days import day_of
from guidelog.measures.gaps import gaps_of
from guidelog.measures.lateness import days_later, promptness_of
from guidelog.measures.periods import dated_in, worded_in
from guidelog.measures.standstill import standstills_of
from guidelog.measures.texts import subjects_of, texts_of
from guidelog.measures.wording import THIRD_PARTY, Hit, WordClass, find_marks, weigh

Group = Literal["missing", "progress", "late", "balance", "apart", "wording"]


class Finding(NamedTuple):
    """One thing that is missing or could be said better: where, since when, and what.

    `figures` are the numbers of the kind, `hits` the words that weaken a text, which
    stands in `field`.
    """

    group: Group
    kind: str
    id: str
    day: date | None = None
    figures: tuple[float, ...] = ()
    hits: tuple[Hit, ...] = ()
    field: str = ""


class Wording(NamedTuple):
    """What texts are weighed by: classes of words, and everybody's names by handle."""

    classes: Sequence[WordClass]
    names: Mapping[str, str]

    def weigh_row(self, row: WordedRow) -> Iterator[tuple[str, Hit]]:
        """The words that weaken an entry, by field; soft ones only if on record."""
        others = names_beside(subjects_of(row), self.names)
        for own in texts_of(row):
            for hit in (
                *weigh(own.text, self.classes, others),
                *self._marks(own.text),
            ):
                if own.is_record or hit.level != "soft":
                    yield own.field, hit

    def _marks(self, text: str) -> Iterator[Hit]:
        for one in self.classes:
            if one.name == THIRD_PARTY:
                for mark in find_marks(text):
                    yield Hit(one.name, one.level, mark, one.hint)


def names_beside(subjects: Iterable[str], names: Mapping[str, str]) -> frozenset[str]:
    """The single names, in small letters, of all whom an entry is not about."""
    own = {word for each in subjects for word in _words_of(names.get(each, each))}
    others = {word for name in names.values() for word in _words_of(name)}
    return frozenset(others - own)


def _words_of(name: str) -> list[str]:
    return name.lower().split()


def findings_of(
    facts: PersonFacts, period: Period, today: date, wording: Wording
) -> tuple[Finding, ...]:
    """What is missing about one person before a review, the gravest first."""
    return tuple(
        chain(
            (Finding("missing", *gap) for gap in gaps_of(facts, period, today)),
            _stuck(facts, today),
            _written_late(facts, period),
            _one_sided(facts, period),
            _weak_words(facts, period, wording),
        )
    )


def _stuck(facts: PersonFacts, today: date) -> Iterator[Finding]:
    for one in standstills_of(facts, today):
        yield Finding("progress", one.sign, one.id, one.day, (one.figure, one.even))


def _written_late(facts: PersonFacts, period: Period) -> Iterator[Finding]:
    for row in dated_in(facts, period):
        kind = promptness_of(row)
        if not row.source and kind in ("late", "very late"):
            day = day_of(row.occurred_at)
            yield Finding("late", kind, row.id, day, (days_later(row),))


def _one_sided(facts: PersonFacts, period: Period) -> Iterator[Finding]:
    if side := side_of(facts, period):
        sides = count_sides(facts, period)
        yield Finding("balance", side, facts.person.handle, None, sides)


def _weak_words(
    facts: PersonFacts, period: Period, wording: Wording
) -> Iterator[Finding]:
    for row, day in worded_in(facts, period):
        places: dict[tuple[str, str], list[Hit]] = {}
        for field, hit in wording.weigh_row(row):
            places.setdefault((hit.name, field), []).append(hit)
        for (name, field), hits in places.items():
            yield Finding("wording", name, row.id, day_of(day), (), tuple(hits), field)


def count_taken_over(people: Iterable[PersonFacts], period: Period) -> int:
    """How many entries came from other files: when those were written is not known."""
    rows = (row for one in people for row in dated_in(one, period))
    return len({row.uid for row in rows if row.source})
