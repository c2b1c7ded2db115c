"""A folder that a service copies, and the copies it sets apart, are named."""

import shutil
from pathlib import Path

import pytest

from guidelog.examining.place import Place
from guidelog.examining.syncing import examine, service_of
from leading import Leader

FOLDERS = {
    "Dropbox/Work": "Dropbox",
    "Dropbox (Firm)": "Dropbox",
    "OneDrive - Firm/Notes": "OneDrive",
    "Google Drive/My Drive": "Google Drive",
    "Library/CloudStorage/GoogleDrive-mira@example.org": "Google Drive",
    "Library/CloudStorage/Other": "a cloud service's",
    "Library/Mobile Documents/com~apple~CloudDocs": "iCloud Drive",
    "iCloudDrive": "iCloud Drive",
    "Nextcloud/notes": "Nextcloud",
    "Syncthing": "Syncthing",
}


def at(place: Place, folder: str) -> Place:
    """The same home with the journal in another folder of it."""
    journal = place.home / folder / "journal.db"
    journal.parent.mkdir(parents=True, exist_ok=True)
    journal.touch()
    return place._replace(journal=journal)


@pytest.mark.parametrize(("folder", "service"), FOLDERS.items())
def test_the_folder_of_a_service_is_known_by_name(
    place: Place, folder: str, service: str
) -> None:
    assert service_of(at(place, folder)) == service


@pytest.mark.parametrize("folder", ["Documents", "Boxes", "dropboxes", "My synced"])
def test_an_ordinary_folder_is_left_in_peace(place: Place, folder: str) -> None:
    assert list(examine(at(place, folder))) == []


@pytest.mark.parametrize(
    ("mark", "service"),
    [
        (".stfolder", "Syncthing"),
        (".dropbox.cache", "Dropbox"),
        (".sync_1f2e3d.db", "Nextcloud"),
    ],
)
def test_a_service_is_known_by_what_it_leaves_in_its_folder(
    place: Place, mark: str, service: str
) -> None:
    inside = at(place, "Shared/deep/down")
    (place.home / "Shared" / mark).mkdir()
    assert service_of(inside) == service
    assert service_of(at(place, "Other")) is None


def test_what_a_system_takes_over_under_its_ordinary_name_is_known(
    place: Place,
) -> None:
    documents = at(place, "Documents")
    cloud = place.home / "Library/Mobile Documents/com~apple~CloudDocs/Documents"
    assert service_of(documents._replace(system="darwin")) is None
    cloud.mkdir(parents=True)
    assert service_of(documents._replace(system="darwin")) == "iCloud Drive"
    assert service_of(documents) is None
    windows = documents._replace(
        system="win32", environment={"OneDrive": str(place.home / "Documents")}
    )
    assert service_of(windows) == "OneDrive"


def test_the_command_takes_all_over_into_a_journal_of_this_computer(
    guidelog: Leader, place: Place
) -> None:
    synced = guidelog.home / "Dropbox" / "journal.db"
    synced.parent.mkdir()
    guidelog.does(f"person add ada 'Ada Okonkwo' --journal {synced}")
    usual = guidelog.home / "data" / "guidelog" / "journal.db"
    (one,) = examine(place._replace(journal=synced, usual=usual))
    assert one.says.startswith("lies in a Dropbox folder")
    (mend,) = one.mends
    guidelog.does(mend.removeprefix("guidelog "))
    assert "Ada Okonkwo" in guidelog.does(f"person list --journal {usual}").out


def test_the_first_writing_warns_of_a_synced_folder_and_only_the_first(
    newcomer: Leader,
) -> None:
    synced = newcomer.home / "OneDrive" / "journal.db"
    synced.parent.mkdir()
    first = newcomer.does(f"person add ada 'Ada Okonkwo' --journal {synced}")
    assert "journal.db lies in an OneDrive folder" in first.err
    assert f"guidelog --journal {synced} doctor" in first.err
    yesterdays(newcomer.home)
    second = newcomer.does(f"add ada 'We spoke' --journal {synced}")
    assert "OneDrive" not in second.err


def test_the_first_writing_of_a_day_warns_of_a_conflicted_copy(
    guidelog: Leader,
) -> None:
    guidelog.does("person add ada 'Ada Okonkwo'")
    copy = guidelog.home / "journal (conflicted copy 2026-11-19).db"
    shutil.copy(guidelog.journal, copy)
    assert copy.name not in guidelog.does("add ada 'The same day'").err
    yesterdays(guidelog.home)
    assert copy.name in guidelog.does("add ada 'The next day'").err


def yesterdays(home: Path) -> None:
    """Let the day's backup be one of an earlier day."""
    (day,) = home.rglob("20*.db")
    day.rename(day.with_name("2026-01-02.db"))


def test_a_conflicted_copy_is_named_and_can_be_merged(
    guidelog: Leader, place: Place
) -> None:
    guidelog.does("person add ada 'Ada Okonkwo'")
    copy = guidelog.home / "journal (Mira's conflicted copy).db"
    shutil.copy(guidelog.journal, copy)
    guidelog.does("add ada 'Elsewhere' --journal", str(copy))
    (one,) = examine(place._replace(journal=guidelog.journal))
    assert one.about == copy.name
    guidelog.does(one.mends[0].removeprefix("guidelog "))
    assert guidelog.row("sessions", "s1")["note"] == "Elsewhere"
