"""Doctor at work: what it looks at stays as it is, whatever that may be."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from leading import Leader


def all_in(folder: Path) -> dict[Path, tuple[int, int, bytes]]:
    """All that is in a folder: bits, time of writing, bytes."""
    return {
        file: (
            file.stat().st_mode,
            file.stat().st_mtime_ns,
            file.read_bytes() if file.is_file() else b"",
        )
        for file in (folder, *folder.rglob("*"))
    }


def kinds(leader: Leader) -> dict[str, str]:
    """What doctor says of each area or file, by kind."""
    rows = json.loads(leader.does("doctor --json").out)["rows"]
    return {row["about"]: row["kind"] for row in rows}


GROUND: dict[str, Callable[[Leader], object]] = {
    "sound": lambda leader: leader.does("add ada 'We spoke'"),
    "gone": lambda leader: leader.journal.unlink(),
    "nothing at all": lambda leader: shutil.rmtree(leader.home / "journal.db.backups"),
    "damaged": lambda leader: leader.journal.write_bytes(b"x" * 9000),
    "empty": lambda leader: leader.journal.write_bytes(b""),
    "read-only": lambda leader: leader.journal.chmod(0o400),
    "write-ahead": lambda leader: leader.tampers("PRAGMA journal_mode=WAL"),
    "a broken backup": lambda leader: next(leader.home.rglob("20*.db")).write_text("x"),
    "a draft": lambda leader: leader("add bo 'We spoke'"),
    "broken settings": lambda leader: leader.sets("leader ="),
    "a link": lambda leader: leader.journal.rename(leader.home / "real.db"),
}


@pytest.mark.parametrize("ground", GROUND)
def test_nothing_is_ever_written(guidelog: Leader, ground: str) -> None:
    guidelog.does("person add ada 'Ada Okonkwo'")
    GROUND[ground](guidelog)
    before = all_in(guidelog.home)
    for line in ("doctor", "doctor --json"):
        guidelog.does(line)
    assert all_in(guidelog.home) == before


def test_a_fresh_home_has_nothing_to_mend_and_stays_empty(newcomer: Leader) -> None:
    answer = newcomer("doctor --exit-code")
    assert answer.code == 0
    assert answer.out.startswith("Nothing is wrong that could be seen.\n")
    assert answer.err == ""
    assert list(newcomer.home.iterdir()) == []


def test_findings_are_told_by_the_exit_code_where_that_is_wished(
    guidelog: Leader,
) -> None:
    guidelog.does("person add ada 'Ada Okonkwo'")
    assert guidelog("doctor --exit-code").code == 0
    guidelog.journal.chmod(0o644)
    assert guidelog.does("doctor").out == guidelog("doctor --exit-code").out
    assert guidelog("doctor --exit-code").code == 3


def test_each_finding_is_a_line_with_its_command_under_it(guidelog: Leader) -> None:
    guidelog.does("person add ada 'Ada Okonkwo'")
    guidelog.journal.chmod(0o644)
    first, second, blank, *_ = guidelog.does("doctor").out.splitlines()
    assert first == "journal.db  is open to others on this computer"
    assert second == "  chmod 600 ~/journal.db"
    assert blank == ""


def test_as_json_each_row_says_what_it_is(guidelog: Leader) -> None:
    guidelog.does("person add ada 'Ada Okonkwo'")
    (guidelog.home / ".bash_history").write_text("guidelog add ada 'We spoke'\n")
    said = json.loads(guidelog.does("doctor --json").out)
    assert said["entity"] == "doctor"
    (row,) = [row for row in said["rows"] if row["kind"] == "finding"]
    assert row["about"] == "history"
    assert all(isinstance(mend, str) for mend in row["mends"])
    assert kinds(guidelog)["extras"] == "fact"


def test_a_journal_named_on_the_line_is_named_in_the_commands(
    guidelog: Leader,
) -> None:
    named = guidelog.home / "my notes.db"
    guidelog.does("person add ada 'Ada Okonkwo' --journal", str(named))
    shutil.rmtree(guidelog.home / "my notes.db.backups")
    said = guidelog.does("doctor --journal", str(named)).out
    (mend,) = [line for line in said.splitlines() if line.endswith(" backup")]
    guidelog.does(mend.strip().removeprefix("guidelog "))
    assert list(guidelog.home.rglob("my notes.db.backups/before-now-*.db"))


def test_a_set_clock_does_not_make_backups_old(guidelog: Leader) -> None:
    guidelog.at("2019-05-06T12:00:00+02:00")
    guidelog.does("person add ada 'Ada Okonkwo'")
    assert kinds(guidelog)["backups"] == "fact"


def test_somebody_without_a_home_is_not_kept_from_writing(
    guidelog: Leader, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> Path:
        raise RuntimeError

    monkeypatch.setattr(Path, "home", fail)
    guidelog.does("person add ada 'Ada Okonkwo'")
    guidelog.does("doctor")
