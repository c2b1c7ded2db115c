"""The page of doctor: a line a finding, under it what is copied to mend it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from rich.text import Text

from guidelog.reports.as_terminal import STYLES
from guidelog.reports.blocks import Span, SpanKind, dim, identity, plain, strong
from guidelog.reports.conditions import Condition
from guidelog.reports.terminal_lines import Line, Screen, hang_text, spaces, trim

WELL: Final = "Nothing is wrong that could be seen."
"""What is said where nothing is found."""
INDENT: Final = 2
"""How far in a command stands; a sentence that goes on, twice as far."""


def render(conditions: Sequence[Condition], screen: Screen) -> Text:
    """The page: sentences fit the screen, commands stay whole however long they are.

    A terminal that breaks a long command by itself still copies it in one piece.
    """
    text = Text(no_wrap=True, overflow="ignore")
    for line in lay_conditions(conditions, screen):
        for span in trim(line):
            text.append(span.text, STYLES[span.kind])
        text.append("\n")
    return text


def lay_conditions(conditions: Sequence[Condition], screen: Screen) -> Iterator[Line]:
    """The lines: findings first, then what could not be seen, then facts."""
    findings = [one for one in conditions if one.kind == "finding"]
    others = [one for one in conditions if one.kind == "unseen"]
    others += [one for one in conditions if one.kind == "fact"]
    yield from lay_all(findings, screen) if findings else [[plain(WELL)]]
    if others:
        yield []
    yield from lay_all(others, screen, "dim")


def lay_all(
    conditions: Iterable[Condition], screen: Screen, kind: SpanKind = "plain"
) -> Iterator[Line]:
    """The lines of some conditions: the first word of each is what it is about."""
    for one in conditions:
        name = dim(one.about) if kind == "dim" else strong(one.about)
        lead = [*screen.spell([name]), plain("  ")]
        said = screen.spell([Span(one.says, kind)])
        yield from hang_text(lead, said, 2 * INDENT, screen.width)
        yield from ([spaces(INDENT), identity(command)] for command in one.mends)
