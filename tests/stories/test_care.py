"""A leader with two computers and a worn-out disk: merge, backup, restore."""

import os
import shutil
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from guidelog.storage import access
from leading import Leader
from stories.holding import SECRET, holds
from telling import told_once


@pytest.fixture
@told_once
def desk(guidelog: Leader) -> Leader:
    """The leader's first computer."""
    guidelog.does("person add ada 'Ada Okonkwo'")
    guidelog.does("person add bo 'Bo Nilsson'")
    guidelog.does("add ada 'How a review is run'")
    return guidelog


@pytest.fixture
def laptop(desk: Leader, tmp_path_factory: pytest.TempPathFactory) -> Leader:
    """The leader's second computer, with a copy of what is on the first."""
    home = tmp_path_factory.mktemp("laptop")
    shutil.copyfile(desk.journal, home / "journal.db")
    return Leader(home)


def test_what_both_computers_wrote_is_together_after_a_merge(
    guidelog: Leader, laptop: Leader
) -> None:
    guidelog.does("add ada 'Written at the desk'")
    laptop.does("add bo 'Written on the train'")
    merged = guidelog.does("merge", str(laptop.journal))
    assert merged.out.startswith("1 change taken in")
    assert {row["note"] for row in guidelog.rows("sessions")} == {
        *("How a review is run", "Written at the desk", "Written on the train")
    }
    guidelog.verifies()
    again = guidelog.does("merge", str(laptop.journal))
    assert again.out == "0 changes taken in\n"
    assert guidelog.does("merge", str(guidelog.journal)).out == again.out


def test_a_dry_run_of_a_merge_changes_nothing(guidelog: Leader, laptop: Leader) -> None:
    laptop.does("add bo 'Written on the train'")
    before = guidelog.journal.read_bytes()
    dry = guidelog.does("merge --dry-run", str(laptop.journal))
    assert dry.out.startswith("1 change would be taken in")
    assert guidelog.journal.read_bytes() == before
    guidelog.journal.unlink()
    assert guidelog.does("merge --dry-run", str(laptop.journal)).out.startswith("4 ")
    assert not guidelog.journal.exists()


def test_what_both_changed_is_named_and_the_other_words_stay_in_history(
    guidelog: Leader, laptop: Leader
) -> None:
    guidelog.does("edit s1 --text 'Changed at the desk'")
    laptop.at("2026-11-20T13:00:00+01:00")
    laptop.does("edit s1 --text 'Changed on the train'")
    merged = guidelog.does("merge", str(laptop.journal))
    assert "s1  changed on both devices; the newer words stand" in merged.out
    assert guidelog.row("sessions", "s1")["note"] == "Changed on the train"
    assert "Changed at the desk" in guidelog.does("history s1").out
    guidelog.does("edit s1 --text 'Settled'")
    assert "s1" not in guidelog.does("merge", str(laptop.journal)).out


def test_two_people_with_one_handle_are_told_apart(
    guidelog: Leader, laptop: Leader
) -> None:
    guidelog.does("person add li 'Li Wei'")
    laptop.at("2026-11-20T13:00:00+01:00")
    laptop.does("person add li 'Li Haddad' --role nurse")
    laptop.does("merge", str(guidelog.journal))
    handles = {row["handle"] for row in laptop.rows("people")}
    assert handles == {"ada", "bo", "li", "li-2"}
    laptop.does("person edit li-2 --role matron")
    laptop.does("undo")
    assert laptop.row("people", "li-2")["role"] == "nurse"
    laptop.refused("person add li-2 'Somebody Else'")
    laptop.does("delete li-2 --yes")
    laptop.does("undo")
    assert laptop.row("people", "li-2")["name"] == "Li Haddad"
    laptop.verifies()


def test_a_deletion_that_something_new_needs_is_taken_back_and_named(
    guidelog: Leader, laptop: Leader
) -> None:
    guidelog.does("delete bo --yes")
    laptop.does("observe bo 'was there'")
    assert (
        "bo  back, since something new needs it"
        in guidelog.does("merge", str(laptop.journal)).out
    )


@pytest.mark.parametrize(
    ("tampering", "why"),
    [
        ("UPDATE change SET command = 'other'", "hash does not fit"),
        ("UPDATE change SET format = 2", "a newer guidelog"),
        ("DELETE FROM change WHERE seq = 1", "a change it builds on is missing"),
        ("DELETE FROM revision_text WHERE part = 'note'", "words are missing"),
        ("UPDATE revision_text SET payload = '\"x\"'", "not what was sealed"),
        ("UPDATE revision SET seals = 'x'", "not what was sealed"),
    ],
)
def test_a_journal_that_was_tampered_with_is_not_merged(
    guidelog: Leader, laptop: Leader, tampering: str, why: str
) -> None:
    triggers = laptop.asks("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
    laptop.tampers(*(f"DROP TRIGGER {name}" for (name,) in triggers), tampering)
    assert why in guidelog.refused("merge", str(laptop.journal), code=1)


def test_a_demonstration_is_not_mixed_with_what_was_lived(
    guidelog: Leader, laptop: Leader
) -> None:
    laptop.journal.unlink()
    laptop.at("")
    laptop.does("person add li 'Li Wei'")
    assert "demonstration" in guidelog.refused("merge", str(laptop.journal), code=1)
    assert "demonstration" in laptop.refused("merge", str(guidelog.journal), code=1)


def test_a_merge_does_not_erase_somebody_on_hold(
    guidelog: Leader, laptop: Leader
) -> None:
    guidelog.does("person hold ada 'a claim is pending'")
    laptop.does("person erase ada --yes")
    assert "ada, who is on hold" in guidelog.refused(
        "merge", str(laptop.journal), code=1
    )
    guidelog.does("person hold ada --lift")
    guidelog.does("merge", str(laptop.journal))
    assert [row["handle"] for row in guidelog.rows("people")] == ["bo"]


def test_words_redacted_on_one_computer_do_not_come_back_from_the_other(
    guidelog: Leader, laptop: Leader
) -> None:
    guidelog.does(f"edit s1 --text 'met {SECRET}'")
    laptop.does("merge", str(guidelog.journal))
    guidelog.does("redact s1 --reason 'names a patient' --yes")
    laptop.does("edit s1 --tag rota")
    for here, there in ((guidelog, laptop), (laptop, guidelog)):
        here.does("merge", str(there.journal))
        assert holds(here) == []
        here.verifies()


def test_who_else_names_somebody_erased_elsewhere_is_listed(
    guidelog: Leader, laptop: Leader
) -> None:
    guidelog.does("observe bo 'helped Okonkwo'")
    guidelog.does("observe bo 'was early' --impact 'glad' --their-words 'ask ada'")
    laptop.does("person erase ada --yes")
    said = "names them, in another's entry: guidelog redact"
    for dry_run in (" --dry-run", ""):
        merged = guidelog.does(f"merge{dry_run}", str(laptop.journal)).out
        assert f"o1  {said} o1 --field text --reason TEXT" in merged
        assert f"o2  {said} o2 --field their_words --reason TEXT" in merged
        assert merged.count(said) == 2
    guidelog.does("redact o2 --field their_words --reason asked --yes")
    assert "names them" not in guidelog.does("merge", str(laptop.journal)).out


def test_who_names_somebody_erased_here_is_listed_by_the_name_from_there(
    guidelog: Leader, laptop: Leader
) -> None:
    guidelog.does("person erase ada --yes")
    laptop.does("observe bo 'helped Okonkwo'")
    merged = guidelog.does("merge", str(laptop.journal)).out
    assert "guidelog redact o1 --field text --reason TEXT" in merged


def test_a_tag_renamed_on_one_computer_and_used_on_the_other_is_listed(
    guidelog: Leader, laptop: Leader
) -> None:
    for leader in (guidelog, laptop):
        leader.at("2026-11-20T13:00:00+01:00")
    guidelog.does("add ada 'One talk #rota'")
    laptop.does("merge", str(guidelog.journal))
    guidelog.does("tag rename rota roster")
    laptop.does("add bo 'Another talk #rota'")
    said = "#rota  there again, though it was renamed"
    assert said in guidelog.does("merge", str(laptop.journal)).out
    assert said in laptop.does("merge", str(guidelog.journal)).out
    assert said not in laptop.does("merge", str(guidelog.journal)).out
    guidelog.does("tag rename rota roster")
    assert "#" not in laptop.does("merge", str(guidelog.journal)).out


def test_words_that_a_redaction_never_saw_are_listed_as_lost(
    guidelog: Leader, laptop: Leader
) -> None:
    guidelog.does("redact s1 --reason 'names a patient' --yes")
    laptop.at("2026-11-21T13:00:00+01:00")
    laptop.does("edit s1 --text 'How a review is run, without names'")
    said = "s1  note of 2026-11-21: gone by a redaction made without knowing it"
    assert said in guidelog.does("merge", str(laptop.journal)).out
    assert said in laptop.does("merge", str(guidelog.journal)).out
    laptop.does("edit s1 --text 'How a review is run, at last'")
    assert "s1" not in guidelog.does("merge", str(laptop.journal)).out
    assert guidelog.row("sessions", "s1")["note"] == "How a review is run, at last"


def test_what_went_to_somebody_joined_meanwhile_is_listed(
    guidelog: Leader, laptop: Leader
) -> None:
    guidelog.does("person join bo ada")
    laptop.does("observe ada 'was early'")
    laptop.does("goal add ada 'Speak up' --target 3")
    merged = guidelog.does("merge", str(laptop.journal)).out
    assert "o1  with ada, who was joined" in merged
    assert "g1  with ada, who was joined" in merged
    assert "s1  with ada" not in merged
    guidelog.does("person join bo ada")
    assert "joined" not in guidelog.does("merge", str(laptop.journal)).out


def test_what_was_given_on_while_somebody_was_erased_is_listed(
    guidelog: Leader, laptop: Leader
) -> None:
    guidelog.does("person erase ada --yes")
    laptop.does("person join bo ada")
    said = "s1  kept: it was given to another where nobody knew that somebody is erased"
    merged = guidelog.does("merge", str(laptop.journal)).out
    assert f"{said}; to take its words back: guidelog redact s1" in merged
    assert "s1  back" not in merged
    assert "s1" not in guidelog.does("merge", str(laptop.journal)).out


def test_what_was_given_on_long_before_somebody_was_erased_is_nobodys_question(
    guidelog: Leader, laptop: Leader
) -> None:
    guidelog.does("edit s1 --who bo")
    laptop.does("merge", str(guidelog.journal))
    guidelog.does("person erase ada --yes")
    assert "s1" not in laptop.does("merge", str(guidelog.journal)).out
    assert laptop.row("sessions", "s1")["people"] == "bo"


def test_what_hung_on_something_erased_meanwhile_goes_with_it(
    guidelog: Leader, laptop: Leader
) -> None:
    guidelog.does("goal add bo Tickets --baseline 0 --target 10")
    guidelog.does("resistance add bo 'no list' --expected 'a list'")
    laptop.does("merge", str(guidelog.journal))
    guidelog.does("edit g1 --who ada")
    guidelog.does("edit r1 --who ada")
    laptop.does("goal progress g1 5 'counted by hand'")
    laptop.does("resistance attempt r1 'asked why' --response accepted")
    guidelog.does("person erase ada --yes")
    for leader, other in ((guidelog, laptop), (laptop, guidelog)):
        merged = leader.does("merge", str(other.journal)).out
        leader.verifies()
        seen = [leader.rows(view) for view in ("progress", "attempts", "moves")]
        assert seen == [[], [], []]
        for id_ in ("p1", "a1"):
            assert f"{id_}  gone with what it hung on, which is erased" in merged
            leader.refused(f"edit {id_} --restore")
    guidelog.does("redact p1 --reason 'nothing is left of it' --yes")
    laptop.does("merge", str(guidelog.journal))
    laptop.verifies()
    assert b"counted by hand" not in laptop.journal.read_bytes()


def test_a_file_that_is_not_there_is_not_merged(guidelog: Leader) -> None:
    guidelog.does("person add ada 'Ada Okonkwo'")
    for command in ("merge", "restore --yes"):
        assert "no such file" in guidelog.refused(f"{command} lost.db", code=1)


def test_a_backup_is_brought_back_with_its_words_and_numbers(
    guidelog: Leader, laptop: Leader, tmp_path: Path
) -> None:
    copy = str(tmp_path / "copy.db")
    guidelog.does("backup", copy)
    guidelog.does("add bo 'Written later'")
    guidelog.does("restore --yes", copy)
    assert [row["id"] for row in guidelog.rows("sessions")] == ["s1"]
    assert guidelog.does("add bo 'Written after'").id == "s3"
    guidelog.does("undo")
    assert "nothing to undo" in guidelog.refused("undo")
    guidelog.verifies()
    guidelog.does("merge", str(laptop.journal))


def test_without_a_name_the_newest_of_all_backups_is_brought_back(
    guidelog: Leader, laptop: Leader
) -> None:
    (day,) = guidelog.home.rglob("20*.db")
    guidelog.does("backup")
    guidelog.does("add ada 'Written before the merge'")
    guidelog.does("merge", str(laptop.journal))
    guidelog.does("add ada 'Written after the merge'")
    (newest,) = guidelog.home.rglob("before-merge-*.db")
    made = datetime(2026, 11, 22, 14, 5).astimezone().timestamp()
    os.utime(newest, (made, made))
    os.utime(day, (made - 60, made - 60))
    os.utime(next(guidelog.home.rglob("before-now-*.db")), (made - 1, made - 1))
    said = guidelog.does("restore --yes").out
    assert said.endswith(f"is as in {newest.name}, made Sun 22 Nov 14:05\n")
    assert guidelog.row("sessions", "s2")["note"] == "Written before the merge"
    assert len(guidelog.rows("sessions")) == 2


def test_a_restore_that_can_not_be_done_leaves_the_backups_as_they_are(
    guidelog: Leader, monkeypatch: pytest.MonkeyPatch
) -> None:
    guidelog.does("backup")
    monkeypatch.setattr(access, "GIVEN_UP_AFTER", 0.05)
    monkeypatch.setattr(access, "ANNOUNCED_AFTER", 0.02)
    days = [file.name for file in guidelog.home.rglob("20*.db")]
    with closing(sqlite3.connect(guidelog.journal, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM change").fetchone()
        guidelog.refused("restore --yes", code=1)
    assert [file.name for file in guidelog.home.rglob("20*.db")] == days


def test_the_last_talk_is_the_same_to_show_and_to_edit_after_a_restore(
    guidelog: Leader, laptop: Leader
) -> None:
    guidelog.does("add ada 'Here'")
    laptop.does("add ada 'There'")
    guidelog.does("merge", str(laptop.journal))
    laptop.does("merge", str(guidelog.journal))
    guidelog.does("restore --yes", str(laptop.journal))
    shown = guidelog.does("show last --json").out
    changed = guidelog.does("edit last --place office").id
    assert f'"{changed}"' in shown


@pytest.mark.parametrize(
    "line", ["person erase bo --yes", "redact s1 --reason 'names a patient' --yes"]
)
def test_whatever_is_written_first_on_a_day_is_backed_up(
    desk: Leader, line: str
) -> None:
    for file in desk.home.rglob("20*.db"):
        file.unlink()
    desk.does(line)
    assert list(desk.home.rglob("20*.db"))


def test_what_a_restore_replaced_is_no_backup_of_the_journal(
    guidelog: Leader, laptop: Leader, tmp_path: Path
) -> None:
    guidelog.does("backup", str(tmp_path / "copy.db"))
    guidelog.does("restore --yes", str(tmp_path / "copy.db"))
    assert list(guidelog.home.rglob("replaced-*.db"))
    assert "there is no backup" in guidelog.refused("restore --yes", code=1)


def test_what_was_taken_back_stays_so_after_a_restore(
    guidelog: Leader, laptop: Leader, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("usb") / "copy.db"
    guidelog.does(f"edit s1 --text 'met {SECRET}'")
    guidelog.does("backup", str(elsewhere))
    guidelog.does("person add li 'Li Wei'")
    guidelog.does("add li 'spoke of the giraffe'")
    laptop.does("merge", str(guidelog.journal))
    guidelog.does("redact s1 --reason 'names a patient' --yes")
    guidelog.does("person erase li --yes")
    guidelog.does("restore --yes", str(elsewhere))
    assert holds(guidelog) == holds(guidelog, "giraffe") == []
    guidelog.does("merge", str(laptop.journal))
    assert holds(guidelog) == holds(guidelog, "giraffe") == []
    guidelog.verifies()


@pytest.mark.parametrize("damage", ["emptied", "cut", "zeroed", "garbage", "one page"])
def test_a_damaged_journal_is_replaced_by_its_backup(
    guidelog: Leader, damage: str
) -> None:
    guidelog.does("person add ada 'Ada Okonkwo'")
    guidelog.does("add ada 'How a review is run'")
    guidelog.does("backup")
    shutil.copy(next(guidelog.home.rglob("before-now-*.db")), guidelog.home / "it.db")
    held = guidelog.journal.read_bytes()
    broken = {
        "emptied": b"",
        "cut": held[: len(held) // 2],
        "zeroed": bytes(len(held)),
        "garbage": b"x" * len(held),
        "one page": held[:8192] + b"\xff" * 40960 + held[49152:],
    }
    guidelog.journal.write_bytes(broken[damage])
    guidelog.does("restore --yes", str(guidelog.home / "it.db"))
    assert guidelog.row("sessions", "s1")["note"] == "How a review is run"
    guidelog.verifies()
    guidelog.does("restore --yes", str(guidelog.home / "it.db"))


def test_what_verify_finds_is_mended_by_a_backup_and_a_merge(guidelog: Leader) -> None:
    guidelog.does("person add ada 'Ada Okonkwo'")
    copy = str(guidelog.home / "copy.db")
    guidelog.does("backup", copy)
    guidelog.does("add ada 'Written since'")
    guidelog.tampers(
        "DROP VIEW timeline", "INSERT INTO found (found) VALUES ('delete-all')"
    )
    answer = guidelog("verify")
    assert "view timeline  it is missing" in answer.out
    assert "s1  search finds it by other words" in answer.out
    assert "guidelog restore" in answer.err
    said = guidelog.does("restore --yes", copy).err.split("Kept: ")
    kept, what = said[1].split(maxsplit=1)
    assert what == "(the journal as it was before)\n"
    assert said[2].endswith("(a backup of the journal as it was before)\n")
    guidelog.does("merge", kept)
    guidelog.verifies()
    assert "Written since" in guidelog.does("timeline").out


def test_a_file_that_was_never_a_journal_is_not_replaced(guidelog: Leader) -> None:
    guidelog.does("person add ada 'Ada Okonkwo'")
    copy = guidelog.home / "copy.db"
    guidelog.does("backup", str(copy))
    letter = guidelog.home / "letter.txt"
    letter.write_text("Dear Bo,")
    answer = guidelog("restore --yes", str(copy), "--journal", str(letter))
    assert (answer.code, letter.read_text()) == (1, "Dear Bo,")
    answer = guidelog("restore --yes", str(letter))
    assert (answer.code, answer.out) == (1, "")


def test_a_backup_that_was_tampered_with_is_not_brought_back(
    guidelog: Leader, tmp_path_factory: pytest.TempPathFactory
) -> None:
    guidelog.does("person add ada 'Ada Okonkwo'")
    copy = guidelog.home / "copy.db"
    guidelog.does("backup", str(copy))
    other = Leader(tmp_path_factory.mktemp("copies"))
    shutil.copy(copy, other.journal)
    other.tampers("UPDATE person SET name = 'Somebody Else'")
    said = guidelog.refused("restore --yes", str(other.journal), code=1)
    assert "what stands is not what the log says" in said


def test_a_backup_replaces_only_an_earlier_one(
    guidelog: Leader, laptop: Leader
) -> None:
    copy = guidelog.home / "copy.db"
    letter = guidelog.home / "letter.txt"
    letter.write_text("Dear Bo,")
    guidelog.does("backup", str(copy))
    guidelog.does("add ada 'Written later'")
    guidelog.does("backup", str(copy))
    laptop.refused("backup", str(copy), code=1)
    guidelog.refused("backup", str(letter), code=1)
    said = guidelog.refused("backup", str(guidelog.journal), code=1)
    assert "journal.db is the journal itself" in said
    pipe = guidelog.home / "pipe"
    os.mkfifo(pipe)
    guidelog.refused("backup", str(pipe), code=1)
    assert letter.read_text() == "Dear Bo,"
    made = guidelog.does("backup").out.strip()
    assert made in guidelog.does("backup --list").out.splitlines()
    assert Path(made).stat().st_mode & 0o777 == copy.stat().st_mode & 0o777 == 0o600


def test_an_entry_is_no_backup_and_how_it_comes_back_is_said(desk: Leader) -> None:
    desk.does("delete s1 --yes")
    assert "guidelog edit s1 --restore" in desk.refused("restore s1")
