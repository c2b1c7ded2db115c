"""Workbooks: their cells say the same as a table of text, whatever they hold."""

import builtins
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from leading import Leader

HEADING = ["Date", "Coachee", "Duration", "Notes", "Paid"]
ROWS: list[list[Any]] = [
    [date(2026, 3, 3), "Ada Okonkwo", 90, "As a day", True],
    [datetime(2026, 3, 4, 9, 30), "Ada Okonkwo", time(1, 15), "As a moment", None],  # noqa: DTZ001
    ["2026-03-05", "Ada Okonkwo", "45 min", "As a text", "no"],
    [46087, "Bo Nilsson", timedelta(minutes=30), "As a serial number", None],
]


def put(folder: Path, *sheets: tuple[str, list[list[Any]]]) -> str:
    """A workbook with these sheets."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(folder / "hours.xlsx")
    return str(folder / "hours.xlsx")


def test_days_and_lengths_are_read_in_every_form(guidelog: Leader) -> None:
    path = put(guidelog.home, ("Log", [HEADING, *ROWS]))

    guidelog.does("import --yes", path)

    rows = guidelog.rows("sessions")
    assert [(r["occurred_at"], r["people"], r["minutes"], r["paid"]) for r in rows] == [
        ("2026-03-03", "ada", 90, "paid"),
        ("2026-03-04T09:30+01:00", "ada", 75, None),
        ("2026-03-05", "ada", 45, "pro-bono"),
        ("2026-03-06", "bo", 30, None),
    ]


def test_a_sheet_is_named_else_the_first_is_read(guidelog: Leader) -> None:
    path = put(guidelog.home, ("Rates", [["a"]]), ("Log", [HEADING, ROWS[0]]))

    assert "no line with the names" in guidelog.refused("import", path, code=1)
    assert "It has: Rates, Log." in guidelog.refused("import --sheet Lgo", path)
    assert "1 session" in guidelog.does("import --sheet Log", path).out


def test_a_broken_row_is_named_by_its_number(guidelog: Leader) -> None:
    path = put(guidelog.home, ("Log", [HEADING, ROWS[0], ["soon", "Ada", 30, "", ""]]))

    assert "hours.xlsx, line 3" in guidelog.refused("import --yes", path, code=1)


def test_a_broken_workbook_is_refused(guidelog: Leader) -> None:
    path = put(guidelog.home, ("Log", [HEADING, ROWS[0]]))
    Path(path).write_bytes(Path(path).read_bytes()[:600])

    assert "can't be opened" in guidelog.refused(
        "import --from xlsx", str(path), code=1
    )


def test_without_its_part_one_line_says_how_to_get_it(
    guidelog: Leader, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put(guidelog.home, ("Log", [HEADING, ROWS[0]]))
    load = builtins.__import__

    def refuse(name: str, *rest: Any, **named: Any) -> Any:
        if name.startswith("openpyxl"):
            raise ImportError(name)
        return load(name, *rest, **named)

    monkeypatch.setattr(builtins, "__import__", refuse)

    assert "guidelog[xlsx]" in guidelog.refused("import", path, code=1)
