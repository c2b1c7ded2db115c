"""What a spreadsheet would work out is counted, and disarmed where that is wished."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guidelog.exchange.formulas import Watched, disarm, is_formula
from guidelog.exchange.writers import Header, write_csv, write_safe_csv
from leading import Leader

TEXTS = st.text(st.sampled_from('=+-@\t\r\n",a1.'), max_size=6)
ROWS = st.lists(st.tuples(TEXTS, TEXTS, st.none() | st.integers()), max_size=6)
HEADER = Header("sessions", ("note", "about", "minutes"))


class File(io.StringIO):
    """A file in memory."""


@pytest.mark.parametrize(
    "cell", ["=1+1", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "- a point", "-1\n"]
)
def test_what_begins_like_a_formula_gets_an_apostrophe(cell: str) -> None:
    assert is_formula(cell)
    assert disarm(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["-1", "+2", "-0.5", -1, 1.5, None, "", "a=b", " =1"])
def test_numbers_and_plain_texts_stay_as_they_are(cell: str | float | None) -> None:
    assert disarm(cell) == cell


@settings(deadline=None)
@given(ROWS)
def test_every_formula_is_counted_and_nothing_else(
    rows: list[tuple[str, str, int | None]],
) -> None:
    watched = Watched(File())
    write_csv(HEADER, rows, watched)

    assert watched.formulas == sum(is_formula(cell) for row in rows for cell in row)


@settings(deadline=None)
@given(ROWS)
def test_safe_csv_holds_no_formula_and_every_sign(
    rows: list[tuple[str, str, int | None]],
) -> None:
    stream = File()
    write_safe_csv(HEADER, rows, stream)

    _, *found = csv.reader(io.StringIO(stream.getvalue(), newline=""))
    for cells, row in zip(found, rows, strict=True):
        told = ["" if cell is None else str(cell) for cell in row]
        assert not any(map(is_formula, cells))
        assert [cell.removeprefix("'") for cell in cells] == [
            cell.removeprefix("'") for cell in told
        ]


# --- as a leader types it -------------------------------------------------------------


@pytest.fixture
def ada(guidelog: Leader) -> Leader:
    guidelog.does('person add ada "Ada Okonkwo"')
    guidelog.does("add ada", "- first point")
    guidelog.does("add ada", "=1+1")
    return guidelog


def test_a_written_file_with_formulas_is_warned_about(
    ada: Leader, tmp_path: Path
) -> None:
    raw, safe = tmp_path / "raw.csv", tmp_path / "safe.csv"
    warned = ada.does(f"export sessions -o {raw}")
    silent = ada.does(f"export sessions -o {safe} --excel-safe")

    assert warned.err == (
        "raw.csv: 2 cells begin like a formula; --excel-safe disarms them.\n"
    )
    assert silent.err == ""
    assert ",=1+1," in raw.read_text("utf-8")
    assert ",'=1+1," in safe.read_text("utf-8")
    assert ",'- first point," in safe.read_text("utf-8")
    assert raw.read_text("utf-8") == ada.does("export sessions").out


def test_only_csv_can_be_made_safe(ada: Leader) -> None:
    said = ada.refused("export sessions --format json --excel-safe")

    assert "--excel-safe is about CSV" in said


def test_a_spreadsheet_is_written_into_a_file_or_a_pipe(
    ada: Leader, tmp_path: Path
) -> None:
    answer = ada.does(f"export sessions --format xlsx -o {tmp_path / 'talks.xlsx'}")

    assert (answer.out, answer.err) == ("", "")
    assert (tmp_path / "talks.xlsx").read_bytes().startswith(b"PK")
