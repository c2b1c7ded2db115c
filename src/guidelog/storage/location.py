"""Where the journal lies, and what lies beside it."""

import os
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path, PurePath

from platformdirs import user_data_path

from guidelog.errors import NoFolder, OutOfReach, SecondName
from guidelog.private_files import make_private_folder
from guidelog.storage.header import is_encrypted

APPLICATION_ID = 0x676C6F67
"""What SQLite's header says of a file that is ours: "glog"."""

_UNPLAIN = re.compile(rb"[^A-Za-z0-9/_.~-]")
"""What does not stand for itself in an address."""

_CONFLICT = re.compile(
    r" \d+| ?\(.*\)|[._]sync-conflict-.*|[._]conflict.*|-(?=.*[a-z])[\w-]+",
    re.IGNORECASE,
)


def default_journal() -> Path:
    """The journal of a leader who never said where it should be."""
    return user_data_path("guidelog") / "journal.db"


def find_journal(given: Path | None) -> Path:
    """Which file is meant: the option, else ``GUIDELOG_JOURNAL``, else the usual place.

    Links are followed, so that one journal has one set of backups by whatever name.
    The file need not exist. Raises OutOfReach for a home or a link that leads nowhere.
    """
    named = os.environ.get("GUIDELOG_JOURNAL")
    path = given or (Path(named) if named else default_journal())
    try:
        return follow(path.expanduser())
    except RuntimeError as error:
        raise OutOfReach(path=path, why="it leads nowhere") from error


def follow(path: Path) -> Path:
    """Where a path leads once its links are followed. Raises OutOfReach for a loop."""
    try:
        place = path.resolve()
    except RuntimeError as error:
        raise OutOfReach(path=path, why="it leads nowhere") from error
    # Pythons before 3.13 refuse a circle, later ones give it back
    if place.is_symlink():
        raise OutOfReach(path=path, why="it leads nowhere")
    return place


def address_of(path: PurePath) -> str:
    """The address by which SQLite opens a file, after sqlite.org/uri.html.

    `as_uri` gives shares of Windows as SQLite does not take them, and loads 20 ms of
    network code with Python 3.14.
    """
    name = path.as_posix()
    said = os.fsencode(name if name.startswith("/") else f"/{name}")
    return f"file://{_UNPLAIN.sub(lambda one: b'%%%02X' % ord(one[0]), said).decode()}"


def check_folder(path: Path) -> None:
    """Refuse a journal in a folder that isn't there, since it is most likely mistyped.

    Only the usual place may be missing. Raises NoFolder.
    """
    if not path.parent.is_dir() and path != default_journal().resolve():
        raise NoFolder(folder=path.parent)


def check_one_name(path: Path) -> None:
    """Refuse to replace a file that another name stands for, too. Raises SecondName.

    Writing into it goes on under both names; a file that took its place would not.
    """
    if path.exists() and path.stat().st_nlink > 1:
        raise SecondName(path=path)


def make_folder(path: Path) -> None:
    """Make the folder of the usual place (0700); NoFolder for any other."""
    check_folder(path)
    make_private_folder(path.parent)


def backups_folder(path: Path) -> Path:
    """The folder beside the journal that holds a backup for each day kept."""
    return path.with_name(f"{path.name}.backups")


def backup_of(path: Path, day: date) -> Path:
    """The backup of one day, whether it is there or not."""
    return backups_folder(path) / f"{day.isoformat()}.db"


def backups_of(path: Path) -> list[Path]:
    """The day's backups of a journal, newest first."""
    files = _files_in(backups_folder(path))
    return sorted((file for file in files if _is_of_a_day(file)), reverse=True)


def own_backups(path: Path) -> list[Path]:
    """Every backup of a journal, newest first: of days, and from before deeds.

    The day is the one in the name; within a day the file's own time tells.
    """
    before = {file: _day_before_deed(file) for file in copies_aside(path)}
    days = {file: file.stem for file in backups_of(path)}
    days |= {file: day for file, day in before.items() if day}
    return sorted(
        days, key=lambda file: (days[file], file.stat().st_mtime_ns), reverse=True
    )


def copies_aside(path: Path) -> list[Path]:
    """Copies that are no day's: from before deeds, and what a restore set aside."""
    files = _files_in(backups_folder(path))
    return sorted(f for f in files if f.suffix == ".db" and not _is_of_a_day(f))


def next_copy(folder: Path, stem: str) -> Path:
    """Where the next copy of this name goes, behind all those there are."""
    numbers = (number_of_copy(file) for file in folder.glob(f"{stem}.*.db"))
    return folder / f"{stem}.{max(numbers, default=0) + 1}.db"


def number_of_copy(file: Path) -> int:
    """Which copy of its name a file is."""
    number = file.stem.rpartition(".")[2]
    return int(number) if number.isdecimal() else 0


def all_copies(path: Path) -> list[Path]:
    """Every copy of a journal that lies beside it, whatever it was made for."""
    return [*backups_of(path), *copies_aside(path), *copies_of_shapes(path)]


def restoring_file(path: Path) -> Path:
    """Where a restored journal is made ready, beside the one it will replace."""
    return path.with_name(f"{path.name}.restoring")


def copy_of_shape(path: Path, shape: int) -> Path:
    """The copy made before a journal of this shape was upgraded."""
    return path.with_name(f"{path.name}.v{shape}.bak")


def copies_of_shapes(path: Path) -> list[Path]:
    """The copies made before upgrades, newest shape first."""
    name = re.compile(re.escape(path.name) + r"\.v(\d+)\.bak")
    found = {file: name.fullmatch(file.name) for file in _files_in(path.parent)}
    shapes = {file: int(match[1]) for file, match in found.items() if match}
    return sorted(shapes, key=lambda file: shapes[file], reverse=True)


def conflicted_copies(path: Path) -> list[Path]:
    """Journals beside this one that a sync service seems to have set apart.

    Known by their names, as Dropbox, OneDrive, iCloud, Nextcloud, Syncthing and Google
    Drive write them, and by the mark of every journal or the look of an encrypted one.
    """
    try:
        neighbours = sorted(path.parent.iterdir())
    except OSError:
        # a warning that can't be given is no reason to stop
        return []
    named = (file for file in neighbours if _named_as_conflict(file, path))
    return [file for file in named if _is_marked(file) or is_encrypted(file)]


def _files_in(folder: Path) -> Iterator[Path]:
    found = folder.iterdir() if folder.is_dir() else iter(())
    return (one for one in found if one.is_file())


def _is_of_a_day(file: Path) -> bool:
    try:
        return file.name == f"{date.fromisoformat(file.stem)}.db"
    except ValueError:
        return False


def _day_before_deed(file: Path) -> str:
    """The day on which a backup was made before a deed; empty for other files."""
    match = re.fullmatch(r"before-[a-z]+-(\d{4}-\d\d-\d\d)\.\d+\.db", file.name)
    return match[1] if match else ""


def _named_as_conflict(file: Path, path: Path) -> bool:
    if file.suffix != path.suffix or not file.stem.startswith(path.stem):
        return False
    return bool(_CONFLICT.fullmatch(file.stem.removeprefix(path.stem)))


def _is_marked(file: Path) -> bool:
    """Whether a file's SQLite header carries our application id, at byte 68."""
    try:
        with file.open("rb") as opened:
            header = opened.read(72)
    except OSError:
        return False
    return header[68:] == APPLICATION_ID.to_bytes(4, "big")
