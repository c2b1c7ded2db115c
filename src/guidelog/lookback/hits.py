"""Hits: what a search found, and the words that show it."""

from dataclasses import dataclass

from guidelog.lookback.sought import Marks


@dataclass(frozen=True, slots=True)
class Hit:
    """A thing in whose words all that was sought stands, and the text that shows it.

    `id` is what to type for it: a step has that of its goal, a move that of its note, a
    person the handle. `marks` are places in the text, from and up to. What never
    happened on a day, such as a person, has no `occurred_at`.
    """

    id: str
    kind: str
    occurred_at: str | None
    recorded_at: str | None
    people: str | None
    part: str
    text: str
    marks: Marks
    uid: str


@dataclass(frozen=True, slots=True)
class SearchFacts:
    """The hits that are shown, and how many there are in all."""

    hits: tuple[Hit, ...] = ()
    total: int = 0
