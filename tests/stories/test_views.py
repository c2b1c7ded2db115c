"""A view is the same to sqlite3, to an export and to the next export."""

import csv
import gzip
import io
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from guidelog.lookback.reading import COLUMNS
from guidelog.lookback.rows import VIEWS
from leading import Leader
from stories.story import Told

RELEASES = sorted(Path(__file__).with_name("releases").glob("*.db.gz"))


def as_cell(value: object) -> str:
    """A value as a CSV holds it."""
    return "" if value is None else str(value)


@pytest.mark.parametrize("view", VIEWS)
def test_an_export_is_the_view_column_for_column_and_row_for_row(
    leader: Leader, story: list[Told], view: str
) -> None:
    header, *exported = csv.reader(io.StringIO(leader.does(f"export {view}").out))
    kept = [
        [as_cell(value) for value in row]
        for row in leader.asks(f"SELECT * FROM {view}")
    ]
    columns = [row[1] for row in leader.asks(f"PRAGMA table_info({view})")]

    assert header == columns
    assert kept
    assert sorted(exported) == sorted(kept)


@pytest.mark.parametrize("form", ["csv", "json", "jsonl"])
@pytest.mark.parametrize("view", ["sessions", "timeline", "history"])
def test_two_exports_are_the_same_to_the_byte(
    leader: Leader, story: list[Told], view: str, form: str
) -> None:
    line = f"export {view} --format {form}"

    assert leader.does(line).out == leader.does(line).out


@pytest.mark.parametrize("release", RELEASES, ids=lambda file: file.name)
def test_columns_are_only_added_behind_those_of_every_release(
    release: Path, tmp_path: Path
) -> None:
    journal = tmp_path / "journal.db"
    journal.write_bytes(gzip.decompress(release.read_bytes()))
    with closing(sqlite3.connect(journal)) as db:
        for view, columns in COLUMNS.items():
            info = db.execute(f"PRAGMA table_info({view})")
            released = tuple(column[1] for column in info)
            assert columns[: len(released)] == released, view
