"""Places that are a journal's own: its file and copies, and the folders beside it."""

from pathlib import Path

from guidelog.errors import JournalsPlace
from guidelog.storage.buffers import buffers_folder
from guidelog.storage.drafts import drafts_folder
from guidelog.storage.header import is_journal
from guidelog.storage.location import backups_folder

_BESIDE = (backups_folder, drafts_folder, buffers_folder)


def check_is_free(place: Path) -> None:
    """Refuse to write anything else where a journal, its copies or drafts lie.

    Any journal's, not only that of the line. Raises JournalsPlace.
    """
    endings = {folder(place).suffix for folder in _BESIDE}
    is_beside = any(one.suffix in endings for one in (place, *place.parents))
    if is_beside or is_journal(place):
        raise JournalsPlace(path=place)
