"""Permissions: who besides the leader can read what guidelog keeps."""

import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal, NamedTuple

from guidelog.examining.place import WINDOWS, Place
from guidelog.reports.conditions import Condition, finding, unseen
from guidelog.storage.buffers import buffers_folder
from guidelog.storage.drafts import drafts_folder
from guidelog.storage.location import backups_folder, copies_of_shapes

OTHERS = 0o077
OTHERS_WRITE = 0o022
OWNER_WRITES = 0o200


class Openness(NamedTuple):
    """The bits of a file, of a whole folder of ours, or of a folder that is shared.

    A whole folder has every bit that it or anything in it has. A journal may lie in a
    folder with other things: that others look into it is the leader's own business.
    """

    path: Path
    kind: Literal["journal", "file", "whole", "shared"]
    bits: int


def examine(place: Place) -> Iterator[Condition]:
    """Name what others can read, and what even the leader can't write."""
    if place.system == WINDOWS:
        yield unseen("permissions", "Windows keeps them in another way")
    else:
        yield from judge(look(place), place)


def look(place: Place) -> list[Openness]:
    """Gather the bits of all that is there. Raises OSError."""
    path = place.journal
    own = path.parent == place.usual.parent
    named: list[tuple[Path, Literal["journal", "file", "whole", "shared"]]] = [
        (path, "journal"),
        (path.parent, "file" if own else "shared"),
        *((folder(path), "whole") for folder in _FOLDERS),
        *((copy, "file") for copy in copies_of_shapes(path)),
        (place.settings, "file"),
    ]
    return [
        Openness(file, kind, _bits_of(file, kind == "whole"))
        for file, kind in named
        if file.exists()
    ]


def judge(found: Iterable[Openness], place: Place) -> Iterator[Condition]:
    """Say what is open to others, and what is closed to the leader."""
    for one in found:
        about = _name(one, place)
        is_sticky = bool(one.bits & stat.S_ISVTX)
        open_to_others = OTHERS_WRITE if one.kind == "shared" else OTHERS
        if one.bits & open_to_others and not (one.kind == "shared" and is_sticky):
            yield finding(about, _OPEN[one.kind], _close(one, place))
        if one.kind in ("journal", "shared") and not one.bits & OWNER_WRITES:
            mend = f"chmod u+w {place.quote(one.path)}"
            yield finding(about, "can't be written, not even by you", mend)


def _name(one: Openness, place: Place) -> str:
    """A file by its name, a folder by its way: many are called as the program is."""
    is_folder = stat.S_ISDIR(one.bits) and one.kind != "whole"
    return place.short(one.path) if is_folder else one.path.name


def _close(one: Openness, place: Place) -> str:
    path = place.quote(one.path)
    if one.kind == "shared":
        return f"chmod go-w {path}"
    if one.kind == "whole":
        return f"chmod -R go= {path}"
    return f"chmod {'700' if stat.S_ISDIR(one.bits) else '600'} {path}"


def _bits_of(path: Path, with_all_in_it: bool) -> int:
    bits = path.stat().st_mode
    for file in path.rglob("*") if with_all_in_it else ():
        bits |= file.stat().st_mode & OTHERS
    return bits


_FOLDERS = (backups_folder, drafts_folder, buffers_folder)
_OPEN = {
    "journal": "is open to others on this computer",
    "file": "is open to others on this computer",
    "whole": "is open to others on this computer, or something in it is",
    "shared": "holds the journal, and others on this computer can write in it",
}
