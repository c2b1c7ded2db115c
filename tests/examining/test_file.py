"""Whatever the journal's file may be, doctor says so, and never touches it."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from guidelog.examining.file import examine
from guidelog.examining.place import Place
from guidelog.storage.condition import look_at
from guidelog.storage.shape import SHAPE
from leading import Leader

CUT_OFF = """
import os, sqlite3, sys
db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.execute("PRAGMA cache_size=1")
db.execute("BEGIN IMMEDIATE")
db.execute("CREATE TABLE half (words)")
for n in range(400):
    db.execute("INSERT INTO half VALUES (zeroblob(2000))")
os._exit(1)
"""


def alter(path: Path, statement: str) -> None:
    """Change a journal as another program would."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute(statement)


def cut_off(path: Path) -> None:
    """Let a process die in the middle of writing."""
    subprocess.run([sys.executable, "-c", CUT_OFF, path], check=False)
    assert path.with_name("journal.db-journal").stat().st_size


def spoil(path: Path) -> None:
    """Overwrite pages in the middle."""
    held = path.read_bytes()
    path.write_bytes(held[:8192] + b"\xff" * 40960 + held[49152:])


def state_of(folder: Path) -> dict[Path, tuple[int, int, bytes]]:
    """All that is in a folder: bits, time of writing, bytes."""
    return {
        file: (
            file.stat().st_mode,
            file.stat().st_mtime_ns,
            file.read_bytes() if file.is_file() else b"",
        )
        for file in folder.rglob("*")
    }


BROKEN: dict[str, tuple[Callable[[Path], object], str]] = {
    "empty": (lambda path: path.write_bytes(b""), "restore"),
    "zeroed": (lambda path: path.write_bytes(bytes(8192)), "restore"),
    "cut": (lambda path: path.write_bytes(path.read_bytes()[:9000]), "restore"),
    "damaged": (spoil, "restore"),
    "foreign": (lambda path: path.write_text("Dear Bo,"), "doctor"),
    "another program's": (lambda p: alter(p, "PRAGMA application_id=7"), "doctor"),
    "newer": (lambda p: alter(p, f"PRAGMA user_version={SHAPE.number + 1}"), "pip"),
    "cut off": (cut_off, "verify"),
    "another mode": (lambda p: alter(p, "PRAGMA journal_mode=WAL"), "sqlite3"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_file_that_is_not_well_is_named_and_left_as_it_is(
    begun: Place, name: str
) -> None:
    (begun.journal.with_name("journal.db.backups") / "2026-11-20.db").write_bytes(
        begun.journal.read_bytes()
    )
    breaking, command = BROKEN[name]
    breaking(begun.journal)
    before = state_of(begun.journal.parent)
    first, *facts = examine(begun)
    assert (first.kind, first.about) == ("finding", "journal.db")
    assert command in first.mends[0]
    assert [one.kind for one in facts] == ["fact"]
    assert state_of(begun.journal.parent) == before


def test_what_is_advised_undoes_half_a_command(guidelog: Leader, place: Place) -> None:
    guidelog.does("person add ada 'Ada Okonkwo'")
    cut_off(guidelog.journal)
    here = place._replace(journal=guidelog.journal)
    (mend,) = next(iter(examine(here))).mends
    guidelog.does(mend.removeprefix("guidelog "))
    assert next(iter(examine(here))).kind == "fact"


def test_the_newest_backup_takes_the_place_of_a_damaged_journal(
    guidelog: Leader, place: Place
) -> None:
    guidelog.does("person add ada 'Ada Okonkwo'")
    spoil(guidelog.journal)
    here = place._replace(journal=guidelog.journal)
    (mend,) = next(iter(examine(here))).mends
    guidelog.does(mend.removeprefix("guidelog ") + " --yes")
    assert look_at(guidelog.journal).state == "sound"


def test_a_journal_that_is_well_is_said_in_one_line(begun: Place) -> None:
    journal, versions = examine(begun)
    assert journal.says.startswith("~/.local/share/guidelog/journal.db, ")
    assert journal.says.endswith(" kB, 0 changes, shape 1")
    assert versions.says.startswith("0.1.0, Python 3.")


def test_a_journal_that_is_being_written_is_not_waited_for(begun: Place) -> None:
    with closing(sqlite3.connect(begun.journal, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert next(iter(examine(begun))).kind == "unseen"


def test_another_name_is_advised_where_the_name_was_wrong(begun: Place) -> None:
    begun.journal.write_text("Dear Bo,")
    named = begun._replace(environment={"GUIDELOG_JOURNAL": str(begun.journal)})
    assert next(iter(examine(named))).mends == ("unset GUIDELOG_JOURNAL",)
    windows = named._replace(system="win32")
    assert next(iter(examine(windows))).mends == ("Remove-Item Env:GUIDELOG_JOURNAL",)


def test_a_path_is_one_word_of_the_shell_on_every_system(place: Place) -> None:
    odd = place.home / "Mira's $(notes)"
    assert place.quote(odd) == "~/'Mira'\"'\"'s $(notes)'"
    outside = place._replace(home=place.home / "other")
    assert outside.quote(odd).startswith("'/")
    windows = place._replace(system="win32")
    assert windows.quote(odd) == f"'{place.home}/Mira''s $(notes)'"
    assert windows.remove(odd).startswith("Remove-Item -Recurse '")
