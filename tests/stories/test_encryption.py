"""A leader who locks the journal: what is noise then, and what opens it again."""

import shutil
from contextlib import closing
from pathlib import Path
from unittest.mock import patch

import pytest
from sqlcipher3 import dbapi2

from guidelog.errors import WrongPassphrase
from guidelog.storage import connection
from guidelog.storage.header import is_encrypted
from guidelog.storage.keys import FILE_NAMED_BY
from leading import Leader, copy_of
from storage.toys import start
from stories.holding import SECRET, holds
from stories.locking import (
    OTHER,
    PASSPHRASE,
    files_of,
    keep,
    tell,
)


def test_no_file_holds_a_plain_word_once_the_journal_is_encrypted(
    unlocked: Leader,
) -> None:
    made = [file.stat().st_mtime_ns for file in files_of(unlocked)]
    assert len(holds(unlocked)) == 2
    unlocked.encrypts()
    assert holds(unlocked) == holds(unlocked, "CREATE TABLE") == []
    assert all(map(is_encrypted, files_of(unlocked)))
    assert {file.stat().st_mode & 0o777 for file in files_of(unlocked)} == {0o600}
    # the newest backup is known by its time
    assert [file.stat().st_mtime_ns for file in files_of(unlocked)] == made


def test_what_was_plain_is_overwritten(unlocked: Leader) -> None:
    with unlocked.journal.open("rb") as old:
        unlocked.encrypts()
        assert old.read() == b""


READING = """
import sqlite3, sys
db = sqlite3.connect(sys.argv[1])
rows = db.execute("SELECT uid FROM entry")
rows.fetchone(), print("ready", flush=True), input()
print(db.execute("SELECT note FROM sessions").fetchall(), rows.fetchone())
"""


def test_who_reads_meanwhile_reads_on_to_the_end(unlocked: Leader) -> None:
    with start(READING, unlocked.journal) as reader:
        assert reader.stdout
        assert reader.stdout.readline() == "ready\n"
        unlocked.encrypts()
        said, _ = reader.communicate("go on\n")
    assert f"[('met the {SECRET}',)]" in said


@pytest.mark.parametrize("line", ["add ada 'met again'", "timeline"])
def test_who_comes_while_the_journal_is_encrypted_is_not_refused(
    locked: Leader, line: str
) -> None:
    encrypted = locked.home / "encrypted.db"
    locked.journal.rename(encrypted)
    locked.journal.write_bytes(b"as it was a moment ago")

    def come_too_late(path: Path, _on_wait: object) -> None:
        encrypted.rename(path)
        late.stop()
        raise WrongPassphrase(path=path)

    late = patch.object(connection, "key_of", come_too_late)
    late.start()
    locked.does(line)
    locked.verifies()


def test_all_that_is_written_later_is_noise_too(locked: Leader) -> None:
    for n in range(3):
        locked.at(f"2026-11-2{n + 1}T12:00:00+01:00")
        locked.does(f"add ada '{SECRET} number {n}'")
        locked.does("backup")
    locked.does("edit s1 --text 'nothing left' --reason asked")
    locked.does("redact s2 --reason asked --yes")
    locked.does("restore --yes", str(files_of(locked)[1]))
    assert holds(locked) == []
    assert all(map(is_encrypted, files_of(locked)))
    locked.verifies()


def test_a_new_journal_can_be_encrypted_from_its_first_word(guidelog: Leader) -> None:
    guidelog.encrypts()
    tell(guidelog)
    assert holds(guidelog) == []
    assert guidelog.row("sessions", "s1")["note"] == f"met the {SECRET}"


def test_any_program_that_knows_sqlcipher_opens_it_with_the_passphrase(
    locked: Leader,
) -> None:
    with closing(dbapi2.connect(locked.journal)) as db:
        db.execute(f"PRAGMA key = '{PASSPHRASE}'")
        assert db.execute("SELECT agreed FROM sessions").fetchall() == [
            (f"the {SECRET} comes back",)
        ]
        assert db.execute("PRAGMA cipher_integrity_check").fetchall() == []


def test_decrypting_gives_back_what_was_encrypted(locked: Leader) -> None:
    before = locked.rows("texts"), locked.rows("history")
    locked.does("decrypt --yes")
    assert not any(map(is_encrypted, files_of(locked)))
    assert (locked.rows("texts"), locked.rows("history")) == before
    assert len(holds(locked)) == 2
    assert "is not encrypted" in locked.refused("decrypt --yes", code=1)
    locked.passphrases = None
    locked.verifies()


def test_another_passphrase_locks_the_first_one_out(locked: Leader) -> None:
    salts = {file.read_bytes()[:16] for file in files_of(locked)}
    new = keep(OTHER, locked.home / "new")
    said = locked.does(f"rekey --new-passphrase-file {new} --yes")
    assert "under the new passphrase, with 2 copies" in said.out
    assert FILE_NAMED_BY in said.err
    assert "does not open" in locked("timeline").err
    assert salts.isdisjoint(file.read_bytes()[:16] for file in files_of(locked))
    locked.knows(OTHER)
    locked.verifies()
    locked.does("restore --yes")


def test_a_new_passphrase_is_never_asked_for_off_a_terminal(unlocked: Leader) -> None:
    assert "no terminal to type a new passphrase" in unlocked.refused("encrypt --yes")
    assert "Add --yes" in unlocked.refused("encrypt")
    assert "is not encrypted" in unlocked.refused("rekey --yes", code=1)
    unlocked.encrypts()
    assert "--new-passphrase-file FILE" in unlocked.refused("rekey --yes")
    assert "is encrypted already" in unlocked.refused("encrypt --yes", code=1)


def test_journals_with_passphrases_of_their_own_are_merged(
    locked: Leader, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    plain, other = (copy_of(locked, elsewhere / name) for name in ("plain", "train"))
    plain.knows(PASSPHRASE)
    plain.does("decrypt --yes")
    plain.does("add ada 'written on paper'")
    other.knows(PASSPHRASE)
    other.does("add ada 'written on the train'")
    new = keep(OTHER, elsewhere / "new")
    other.does(f"rekey --new-passphrase-file {new} --yes")
    assert "does not open" in locked("merge", str(other.journal)).err
    locked.knows(PASSPHRASE, OTHER)
    assert locked.does("merge", str(other.journal)).out.startswith("1 change taken")
    assert locked.does("merge", str(plain.journal)).out.startswith("1 change taken")
    assert plain.does("merge", str(locked.journal)).out.startswith("1 change taken")
    assert holds(locked) == holds(locked, "on the train") == []
    locked.verifies()
    plain.verifies()


def test_an_encrypted_copy_never_makes_a_plain_journal_half_plain(
    locked: Leader,
) -> None:
    copy = locked.home / "locked.db"
    locked.does("backup", str(copy))
    locked.does("decrypt --yes")
    said = locked("restore --yes", str(copy))
    assert (said.code, said.out) == (1, "")
    assert "is encrypted, and" in said.err
    plain = shutil.copy2(locked.journal, locked.home / "plain.db")
    locked.does("encrypt --yes")
    locked.does("restore --yes", str(plain))
    assert holds(locked) == ["plain.db"]


def test_copies_that_are_found_plain_are_encrypted_by_the_next_call(
    locked: Leader,
) -> None:
    _, daily, before = files_of(locked)
    plain = locked.home / "plain.db"
    locked.does("decrypt --yes")
    shutil.copy2(daily, plain)
    locked.does("encrypt --yes")
    shutil.move(plain, daily)
    before.write_bytes(b"SQLite format 3\0 and broken")
    answer = locked("encrypt --yes")
    assert (answer.code, holds(locked)) == (1, [])
    assert answer.out.endswith("encrypted, with 1 copy\n")
    assert f"left as they are: {before}" in answer.err
