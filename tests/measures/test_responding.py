"""What came of attempts, by family of action."""

from guidelog.measures.responding import (
    actions_by_family,
    responses_of,
    results_by_family,
    results_of,
)
from reports.inventing import attempt

FAMILIES = {"question": "reality", "listen": "reality", "expect": "corrective"}
TRIES = [
    attempt("a1", "2026-07-30", "r1", "", actions="question listen", result="some"),
    attempt("a2", "2026-08-30", "r1", "", actions="expect", result="none"),
    attempt("a3", "2026-09-30", "r1", "", actions="question", response="absent"),
]


def test_the_family_used_most_comes_first() -> None:
    counts = actions_by_family(["expect", None, "question listen", "dance"], FAMILIES)
    assert list(counts.items()) == [("reality", 2), ("corrective", 1), ("other", 1)]


def test_answers_and_results_are_counted_apart() -> None:
    assert responses_of(TRIES) == {"partly": 2, "absent": 1}
    assert results_of(TRIES) == {"some": 1, "none": 1, "not said yet": 1}


def test_a_result_counts_once_for_each_family_that_was_used() -> None:
    assert results_by_family(TRIES, FAMILIES) == {
        "reality": {"some": 1},
        "corrective": {"none": 1},
    }
