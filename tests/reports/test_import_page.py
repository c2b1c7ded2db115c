"""The page of an import, compared whole."""

from collections.abc import Callable
from datetime import date

import pytest

from guidelog.reports import import_page
from guidelog.reports.import_page import (
    Details,
    NewPerson,
    ReadFile,
    Remark,
    Spot,
    Takeover,
)
from reports import bo
from reports.shown import shown

Golden = Callable[[str, str], None]
FULL = Takeover(
    files=(
        ReadFile("hours.csv", "a table", "cp1252"),
        ReadFile("one-to-ones/ada.md", "one-to-one notes", "utf-8"),
        ReadFile("calls.xlsx", "a workbook", ""),
        *(
            ReadFile(f"notes/2026-0{n}.md", "one-to-one notes", "utf-8")
            for n in (1, 2, 3)
        ),
    ),
    new={"session": 312, "commitment": 12, "person": 43},
    back=2,
    first=date(2022, 1, 3),
    last=date(2026, 11, 20),
    people=tuple(NewPerson(f"person-{n}", f"Person Number {n}") for n in range(43)),
    there=40,
    twice=1,
    deleted=3,
    taken_back=1,
    changed=7,
    changed_at=tuple(Spot("hours.csv", n) for n in range(2, 9)),
    filled=(Details("ada", ("role", "rhythm_days", "log_consent_on")),),
    differing=(Details("bo", ("relation", "team")),),
    remarks=(
        Remark(
            "columns that are not taken over",
            1,
            (Spot("hours.csv", 1),),
            ("Mood, Fee",),
        ),
        Remark(
            "stands before the first dated heading",
            2,
            (Spot("one-to-ones/ada.md", 2), Spot("one-to-ones/ada.md", 3)),
            ("A text of the leader that is longer than a page should show " * 2, "x"),
        ),
        Remark(
            "2026-12-24 is still to come", 1, (Spot("hours.csv", 9),), (), stops=True
        ),
    ),
    written=False,
)
NOTHING = FULL._replace(
    new={}, back=0, first=None, last=None, people=(), changed=0, remarks=()
)._replace(filled=(), differing=())


@pytest.mark.parametrize("width", [80, 40])
def test_the_page_as_the_leader_sees_it(golden: Golden, width: int) -> None:
    text = shown(import_page.compose(FULL, bo.TODAY), width)
    assert all(len(line) <= width for line in text.splitlines())
    golden(f"import-{width}.txt", text)


def test_where_nothing_is_new_the_page_says_so(golden: Golden) -> None:
    golden("import-nothing-80.txt", shown(import_page.compose(NOTHING, bo.TODAY)))


def test_what_was_written_can_be_undone(golden: Golden) -> None:
    done = FULL._replace(written=True, remarks=FULL.remarks[:2], people=FULL.people[:2])
    golden("import-written-80.txt", shown(import_page.compose(done, bo.TODAY)))
