"""Syncing: a journal that a service copies to other computers behind our back."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from guidelog.examining.place import MAC, WINDOWS, Place
from guidelog.reports.conditions import Condition, finding
from guidelog.storage.location import conflicted_copies

_BY_NAME: Final = {
    "Dropbox": r"dropbox([ (-].*)?",
    "OneDrive": r"onedrive([ -].*)?",
    "Google Drive": r"google ?drive([ -].*)?",
    "iCloud Drive": r"mobile documents|com~apple~clouddocs|icloud ?drive",
    "Nextcloud": r"nextcloud([ -].*)?",
    "ownCloud": r"owncloud([ -].*)?",
    "Syncthing": r"syncthing",
    "pCloud": r"pcloud ?drive",
    "Proton Drive": r"proton ?drive([ -].*)?",
    # where a Mac keeps the folders of all other services
    "a cloud service's": r"cloudstorage",
}
"""What the folders of services are called, or a part of the way to them."""
_BY_MARK: Final = {
    ".stfolder": "Syncthing",
    ".dropbox.cache": "Dropbox",
    ".tmp.drivedownload": "Google Drive",
    ".sync_*.db": "Nextcloud",
    "._sync_*.db": "Nextcloud",
}
"""What services leave in the topmost folder that they copy."""


class Synced(NamedTuple):
    """The service whose folder the journal lies in, and copies that one set apart."""

    service: str | None
    copies: tuple[Path, ...]


def examine(place: Place) -> Iterator[Condition]:
    """Name a folder that is synced, and each copy that a service set apart."""
    yield from judge(look(place), place)


def look(place: Place) -> Synced:
    """Gather what tells of a service. Raises OSError."""
    return Synced(service_of(place), tuple(conflicted_copies(place.journal)))


def judge(found: Synced, place: Place) -> Iterator[Condition]:
    """Say what a service puts at risk."""
    if found.service:
        yield finding(
            place.journal.name,
            f"lies in {_a_folder(found.service)}, where one computer can overwrite what"
            " another wrote; keep a journal on each and merge them",
            *_move(place),
        )
    for copy in found.copies:
        yield finding(
            copy.name,
            "looks like a copy that a sync service set apart; it may hold entries of"
            " another computer",
            f"{place.program} merge {place.quote(copy)}",
        )


def service_of(place: Place) -> str | None:
    """The service that copies the folder of the journal, as far as one can tell."""
    return (
        _service_by_name(place.journal)
        or _service_by_mark(place.journal)
        or _service_by_system(place)
    )


def _service_by_name(journal: Path) -> str | None:
    for service, pattern in _BY_NAME.items():
        known = re.compile(pattern, re.IGNORECASE)
        if any(known.fullmatch(part) for part in journal.parent.parts):
            return service
    return None


def _service_by_mark(journal: Path) -> str | None:
    for folder in journal.parents:
        for mark, service in _BY_MARK.items():
            if any(folder.glob(mark)):
                return service
    return None


def _service_by_system(place: Place) -> str | None:
    """A service that takes over folders which keep their ordinary names."""
    if place.system == WINDOWS:
        named = (place.environment.get(name, "") for name in _WINDOWS_FOLDERS)
        roots = [Path(one) for one in named if one]
        return "OneDrive" if any(map(place.journal.is_relative_to, roots)) else None
    cloud = place.home / "Library" / "Mobile Documents" / "com~apple~CloudDocs"
    taken = [name for name in ("Documents", "Desktop") if (cloud / name).exists()]
    if place.system == MAC and any(
        place.journal.is_relative_to(place.home / name) for name in taken
    ):
        return "iCloud Drive"
    return None


def _move(place: Place) -> tuple[str, ...]:
    """Take everything over into a journal of this computer alone."""
    here = place.usual
    if _service_by_name(here) or here == place.journal:
        return (f"{place.program} merge --help",)
    if not place.journal.exists():
        return ()
    journal, own = place.quote(place.journal), place.quote(here)
    return (f"guidelog merge {journal} --journal {own}",)


def _a_folder(service: str) -> str:
    if service.endswith("'s"):
        return f"{service} folder"
    return f"{'an' if service[0] in 'AEIOUaeiou' else 'a'} {service} folder"


_WINDOWS_FOLDERS: Final = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
