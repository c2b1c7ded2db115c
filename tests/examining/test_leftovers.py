"""What a crash leaves is named; what a command at work needs, is not."""

import os
import subprocess
from pathlib import Path

import pytest

from guidelog.examining.leftovers import examine
from guidelog.examining.place import Place
from guidelog.storage.buffers import buffers_folder
from guidelog.storage.drafts import keep_draft

LEFT = [
    "journal.db.part",
    "journal.db.restoring",
    "journal.db.restoring-journal",
    "journal.db.v1.bak.part",
    "journal.db.backups/2026-11-20.db.part",
    "journal.db.drafts/1-2-add.json.7.part",
]
DAY = 86_400


def leave(file: Path, days: int) -> None:
    """Let something lie about that was written so many days ago."""
    file.parent.mkdir(exist_ok=True)
    if not file.exists():
        file.write_bytes(b"half")
    long_ago = file.stat().st_mtime - days * DAY
    os.utime(file, (long_ago, long_ago))


def mend(place: Place) -> None:
    """Run every command that is advised, in a shell."""
    for one in examine(place):
        env = {**os.environ, "HOME": str(place.home)}
        subprocess.run(["sh", "-c", *one.mends], check=True, env=env)


def test_nothing_lies_about_a_journal_in_order(begun: Place) -> None:
    keep_draft(begun.journal, "add", {"note": ["x"]})
    assert list(examine(begun)) == []


@pytest.mark.parametrize("name", LEFT)
def test_a_file_that_a_crash_left_is_named_and_can_be_removed(
    begun: Place, name: str
) -> None:
    file = begun.journal.parent / name
    leave(file, 0)
    assert list(examine(begun)) == []
    leave(file, 1)
    (one,) = examine(begun)
    assert one.about == file.name
    mend(begun)
    assert not file.exists()
    assert begun.journal.exists()


def test_the_folder_that_a_restore_left_goes_whole(begun: Place) -> None:
    folder = begun.journal.with_name("journal.db.restoring.backups")
    leave(folder / "lock", 1)
    leave(folder, 1)
    mend(begun)
    assert not folder.exists()


@pytest.mark.skipif(os.name != "posix", reason="rm of POSIX")
def test_a_name_that_looks_like_a_pattern_means_itself(place: Place) -> None:
    odd = place.journal.with_name("-r [a]*.db")
    part = odd.with_name(f"{odd.name}.v1.bak.part")
    other = odd.with_name("-r ax.db.v1.bak.part")
    leave(part, 1)
    leave(other, 1)
    mend(place._replace(journal=odd))
    assert (part.exists(), other.exists()) == (False, True)


def test_an_empty_side_file_of_another_program_is_named(begun: Place) -> None:
    for name in ("journal.db-wal", "journal.db-shm"):
        begun.journal.with_name(name).touch()
    assert [one.about for one in examine(begun)] == ["journal.db-wal", "journal.db-shm"]
    mend(begun)
    assert list(examine(begun)) == []


def test_a_side_file_with_something_in_it_is_no_leftover(begun: Place) -> None:
    begun.journal.with_name("journal.db-wal").write_bytes(b"pages")
    begun.journal.with_name("journal.db-shm").touch()
    assert list(examine(begun)) == []


def test_a_draft_is_named_once_it_has_waited_for_long(begun: Place) -> None:
    draft = keep_draft(begun.journal, "goal add", {"title": ["x"]})
    leave(draft.path, 7)
    assert list(examine(begun)) == []
    leave(draft.path, 1)
    (one,) = examine(begun)
    assert one.says.startswith("a text for goal add has waited since ")
    assert one.says.endswith(", 8 days")
    assert one.mends == ("guidelog goal add --draft",)


@pytest.mark.skipif(os.name != "posix", reason="processes are asked for by number")
def test_a_text_forgotten_in_an_editor_is_named_and_an_open_one_is_not(
    begun: Place,
) -> None:
    folder = buffers_folder(begun.journal)
    (folder / str(os.getpid())).mkdir(parents=True)
    assert list(examine(begun)) == []
    (folder / "999999999").mkdir()
    (one,) = examine(begun)
    assert one.about == "journal.db.editing"


def test_settings_that_were_edited_and_not_used_are_named(begun: Place) -> None:
    begun.settings.parent.mkdir(parents=True)
    leave(begun.settings.with_name("settings.edited.toml"), 0)
    (one,) = examine(begun)
    assert one.mends == ("guidelog config edit",)
