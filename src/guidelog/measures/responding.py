"""What came of attempts: responses in the room and results later, as counts."""

from collections import Counter
from collections.abc import Iterable, Mapping

from guidelog.lookback.rows import AttemptRow
from guidelog.words import FAMILIES

OTHER = "other"
"""The family of an action that the catalogue does not name."""


def actions_by_family(
    actions: Iterable[str | None], families: Mapping[str, str]
) -> dict[str, int]:
    """Count actions (names joined by spaces) by family, the most frequent first."""
    counts = Counter(
        families.get(action, OTHER)
        for joined in actions
        for action in (joined or "").split()
    )
    named = [family for family in (*FAMILIES, OTHER) if counts[family]]
    named.sort(key=lambda family: -counts[family])
    return {family: counts[family] for family in named}


def responses_of(attempts: Iterable[AttemptRow]) -> dict[str, int]:
    """Count the answers given in the room, in the order they first came."""
    return dict(Counter(attempt.response for attempt in attempts))


def results_of(attempts: Iterable[AttemptRow]) -> dict[str, int]:
    """Count the results; an attempt without one is counted under "not said yet"."""
    return dict(Counter(attempt.result or "not said yet" for attempt in attempts))


def results_by_family(
    attempts: Iterable[AttemptRow], families: Mapping[str, str]
) -> dict[str, dict[str, int]]:
    """Count the results by the families of the actions that the attempts used."""
    by_family: dict[str, Counter[str]] = {}
    for attempt in attempts:
        if attempt.result is not None:
            for family in actions_by_family([attempt.actions], families):
                by_family.setdefault(family, Counter())[attempt.result] += 1
    return {family: dict(results) for family, results in by_family.items()}
