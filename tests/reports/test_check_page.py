"""The page of what a reviewer would miss, compared whole."""

from collections.abc import Callable

import pytest

from guidelog.lookback.facts import ChangedApart, CheckFacts
from guidelog.measures.findings import Wording
from guidelog.measures.wording import WordClass
from guidelog.reports import check_page
from guidelog.reports.check_list import MENDED, PROGRESS, SAID, check_items
from reports import ada, bo
from reports.shown import shown

Golden = Callable[[str, str], None]
CLASSES = (
    WordClass("absolute", "strong", "say how often", ("at all",)),
    WordClass("vague", "soft", "give a number", ("some",)),
    WordClass("third-party", "soft", "leave other people out", ("PERSON",)),
    WordClass("age", "never", "say what was seen", ("night shifts",)),
)
NAMES = {"ada": "Ada Okonkwo", "bo": "Bo Nilsson", "li": "Li Wei"}
FACTS = CheckFacts((ada.FACTS, bo.FACTS), NAMES, (ChangedApart("s104", ("bo", "ada")),))
ITEMS = check_items(FACTS, bo.YEAR, bo.TODAY, Wording(CLASSES, NAMES))


@pytest.mark.parametrize("width", [80, 40])
def test_the_page_as_the_leader_sees_it(golden: Golden, width: int) -> None:
    page = check_page.compose(ITEMS, bo.YEAR, bo.TODAY, taken_over=2)
    text = shown(page, width)
    assert all(len(line) <= width for line in text.splitlines())
    golden(f"check-{width}.txt", text)


def test_a_whole_record_says_so(golden: Golden) -> None:
    golden("check-empty-80.txt", shown(check_page.compose([], bo.YEAR, bo.TODAY)))


def test_every_kind_that_is_said_can_be_mended() -> None:
    by_scale = {"no baseline", "no entry", "behind"}
    assert set(SAID) == set(MENDED) | by_scale
    assert {"levels", "milestones", "numeric"} < set(PROGRESS)
