"""Guidance given: actions by family, and what came of the attempts."""

from collections import Counter
from collections.abc import Mapping, Sequence

from guidelog.lookback.rows import AttemptRow, SessionRow
from guidelog.measures.periods import within
from guidelog.measures.responding import (
    OTHER,
    actions_by_family,
    responses_of,
    results_by_family,
    results_of,
)
from guidelog.reports.blocks import (
    Block,
    Column,
    Number,
    Paragraph,
    Section,
    Table,
    plain,
    strong,
)
from guidelog.reports.brief import Brief
from guidelog.reports.phrases import count, say_counts
from guidelog.reports.showing import Shown

BY_FAMILY = "results by family, where a try may stand in several"
COLUMNS = (
    Column("family"),
    Column("what the leader did", wide=True),
    Column("times", figure=True),
)


def guidance_section(shown: Shown, brief: Brief) -> Section | None:
    """What the leader did, counted, and how attempts were answered."""
    talks = within(shown.facts.sessions, brief.period)
    attempts = within(shown.facts.attempts, brief.period)
    taken = actions_taken(talks, attempts)
    families = actions_by_family(taken, brief.families)
    if not families and not attempts:
        return None
    blocks: list[Block] = []
    if families:
        blocks.append(families_table(families, taken, brief))
    if attempts:
        blocks += attempt_lines(attempts, brief)
    numbers: dict[str, Number] = {
        **{f"actions_{family}": number for family, number in families.items()},
        "attempts": len(attempts),
    }
    return Section("guidance", "Guidance given", tuple(blocks), numbers=numbers)


def families_table(
    families: Mapping[str, int], taken: Sequence[str | None], brief: Brief
) -> Table:
    """The families, the most frequent first, with the actions of each."""
    counts = Counter(name for names in taken for name in (names or "").split())
    by_family: dict[str, dict[str, int]] = {family: {} for family in families}
    for name, number in counts.most_common():
        by_family[brief.families.get(name, OTHER)][name] = number
    rows = tuple(
        ((strong(family),), (plain(say_counts(actions)),), (plain(str(number)),))
        for (family, number), actions in zip(
            families.items(), by_family.values(), strict=True
        )
    )
    return Table(COLUMNS, rows)


def actions_taken(
    talks: Sequence[SessionRow], attempts: Sequence[AttemptRow]
) -> list[str | None]:
    """The actions of talks and attempts; what both name of one talk counts once."""
    of_talk = {talk.id: set((talk.actions or "").split()) for talk in talks}
    taken: list[str | None] = [talk.actions for talk in talks]
    for attempt in attempts:
        counted = of_talk.get(attempt.session or "", set())
        own = [name for name in (attempt.actions or "").split() if name not in counted]
        taken.append(" ".join(own))
    return taken


def attempt_lines(attempts: Sequence[AttemptRow], brief: Brief) -> list[Block]:
    """How attempts were answered, and what came of them later."""
    answers = say_counts(responses_of(attempts))
    results = say_counts(results_of(attempts))
    said = f"{count(len(attempts), 'attempt')}: answers {answers} · results {results}"
    lines: list[Block] = [Paragraph((plain(said),))]
    by_family = results_by_family(attempts, brief.families)
    if by_family:
        parts = [f"{family} {say_counts(found)}" for family, found in by_family.items()]
        said = f"{BY_FAMILY}: {'; '.join(parts)}"
        lines.append(Paragraph((plain(said),)))
    return lines
