"""Rows written out: the same bytes always, and no cell can break a line."""

import csv
import io
import json
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidelog.exchange.writers import WRITERS, Header
from guidelog.lookback.reading import Cells

HEADER = Header("sessions", ("id", "minutes", "progress", "note", "unwritten"))
ROWS: list[Cells] = [
    ("s1", 45, 0.3333, "plain", "false"),
    ("s2", None, None, None, "true"),
    ("s3", 0, 1.0, 'said "no", then\nleft; café 李 🙂', "false"),
]
CELLS = st.lists(
    st.tuples(
        *[st.text(st.characters(exclude_categories=["Cs"]))] * 2,
        st.none() | st.integers(),
    ),
    max_size=5,
)


def written(name: str, header: Header, rows: list[Cells]) -> str:
    """What a writer makes of some rows."""
    stream = io.StringIO()
    WRITERS[name](header, iter(rows), stream)
    return stream.getvalue()


@pytest.mark.parametrize("name", WRITERS)
def test_a_format_is_written_as_it_always_was(
    name: str, golden: Callable[[str, str], None]
) -> None:
    golden(f"rows.{name}", written(name, HEADER, ROWS))


@pytest.mark.parametrize("name", WRITERS)
def test_without_rows_a_format_still_says_what_it_is(
    name: str, golden: Callable[[str, str], None]
) -> None:
    golden(f"nothing.{name}", written(name, HEADER, []))


@given(CELLS)
def test_a_reader_of_csv_gets_back_every_cell(rows: list[Cells]) -> None:
    text = written("csv", Header("x", ("a", "b", "c")), rows)

    found = list(csv.reader(io.StringIO(text, newline="")))

    assert found[0] == ["a", "b", "c"]
    assert found[1:] == [
        ["" if cell is None else str(cell) for cell in row] for row in rows
    ]


@pytest.mark.parametrize("end", ["\r", "\n", "\r\n"])
def test_a_line_end_in_a_cell_stands_in_quotes(end: str) -> None:
    text = written("csv", Header("x", ("a",)), [(f"one{end}two",)])

    assert text == f'a\n"one{end}two"\n'


def test_an_unknown_cell_that_stands_alone_is_no_empty_line() -> None:
    assert written("csv", Header("x", ("a",)), [(None,), ("b",)]) == 'a\n""\nb\n'


@given(CELLS)
def test_json_and_json_lines_hold_the_same_rows(rows: list[Cells]) -> None:
    header = Header("x", ("a", "b", "c"))

    whole = json.loads(written("json", header, rows))
    lines = written("jsonl", header, rows).splitlines(keepends=True)

    assert whole == {
        "format": 1,
        "entity": "x",
        "rows": [dict(zip("abc", row, strict=True)) for row in rows],
    }
    # only a line feed ends a line, though some readers know others
    joined = "".join(lines)
    assert [json.loads(line) for line in joined.split("\n") if line] == whole["rows"]


def test_true_and_false_are_words_in_csv_and_values_in_json() -> None:
    assert written("csv", HEADER, ROWS).splitlines()[2] == "s2,,,,true"
    rows = json.loads(written("json", HEADER, ROWS))["rows"]
    assert [row["unwritten"] for row in rows] == [False, True, False]


@pytest.mark.parametrize("name", WRITERS)
def test_a_row_is_written_before_the_next_is_asked_for(name: str) -> None:
    stream = io.StringIO()
    lengths = []

    def one_by_one() -> Iterator[Cells]:
        for n in range(4):
            lengths.append(len(stream.getvalue()))
            yield (f"s{n}", n, None, "x", "false")

    WRITERS[name](HEADER, one_by_one(), stream)

    assert lengths[1:] == sorted(set(lengths[1:]))
