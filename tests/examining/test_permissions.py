"""What others on the computer could read is named, with the chmod that ends it."""

import os
import stat
import subprocess

import pytest

from guidelog.examining.permissions import examine
from guidelog.examining.place import Place
from guidelog.storage.drafts import drafts_folder, keep_draft
from guidelog.storage.location import backups_folder

pytestmark = pytest.mark.skipif(os.name != "posix", reason="bits of POSIX")


def mend(place: Place) -> list[str]:
    """Run every command that is advised; give what each finding was about."""
    found = list(examine(place))
    for one in found:
        env = {**os.environ, "HOME": str(place.home)}
        subprocess.run(["sh", "-c", *one.mends], check=True, env=env)
    return [one.about for one in found]


def test_a_journal_as_guidelog_makes_it_is_closed(begun: Place) -> None:
    keep_draft(begun.journal, "add", {"note": ["x"]})
    assert list(examine(begun)) == []


def test_what_is_open_is_named_and_what_is_advised_closes_it(begun: Place) -> None:
    settings = begun.settings
    settings.parent.mkdir(parents=True)
    settings.write_text("")
    settings.chmod(0o644)
    draft = keep_draft(begun.journal, "add", {"note": ["x"]}).path
    draft.chmod(0o640)
    begun.journal.chmod(0o604)
    begun.journal.parent.chmod(0o755)
    backups_folder(begun.journal).chmod(0o750)
    assert mend(begun) == [
        "journal.db",
        "~/.local/share/guidelog",
        "journal.db.backups",
        "journal.db.drafts",
        "settings.toml",
    ]
    assert list(examine(begun)) == []
    assert stat.S_IMODE(begun.journal.stat().st_mode) == 0o600
    assert stat.S_IMODE(draft.stat().st_mode) == 0o600
    assert stat.S_IMODE(drafts_folder(begun.journal).stat().st_mode) == 0o700


def test_a_name_with_spaces_and_quotes_is_one_word_of_the_command(
    begun: Place,
) -> None:
    moved = begun.home / "Mira's notes; now" / "my journal.db"
    moved.parent.mkdir(mode=0o755)
    begun.journal.rename(moved)
    moved.chmod(0o666)
    place = begun._replace(journal=moved)
    assert mend(place) == ["my journal.db"]
    assert list(examine(place)) == []


def test_a_folder_of_the_leaders_own_may_be_seen_but_not_written(
    begun: Place,
) -> None:
    shared = begun.home / "Work"
    shared.mkdir()
    moved = begun.journal.rename(shared / "journal.db")
    place = begun._replace(journal=moved)
    shared.chmod(0o755)
    assert list(examine(place)) == []
    shared.chmod(0o1777)
    assert list(examine(place)) == []
    shared.chmod(0o775)
    assert mend(place) == ["~/Work"]
    assert stat.S_IMODE(shared.stat().st_mode) == 0o755


def test_a_journal_that_can_not_be_written_is_named(begun: Place) -> None:
    begun.journal.chmod(0o400)
    (one,) = examine(begun)
    assert one.mends == ("chmod u+w ~/.local/share/guidelog/journal.db",)
    assert mend(begun) == ["journal.db"]
    assert list(examine(begun)) == []


def test_where_windows_keeps_permissions_nothing_is_claimed(begun: Place) -> None:
    begun.journal.chmod(0o666)
    (one,) = examine(begun._replace(system="win32"))
    assert one.kind == "unseen"


def test_nothing_is_wrong_where_nothing_is_begun(place: Place) -> None:
    nowhere = place.home / "nowhere" / "journal.db"
    assert list(examine(place._replace(journal=nowhere))) == []
