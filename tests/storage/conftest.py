"""A toy shape and a journal in it, for every test of the file."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from disks import small_disk_at
from guidelog.storage.shape import Shape

from .toys import a_journal, toy_shape


@pytest.fixture
def shape(tmp_path: Path) -> Shape:
    """The newest toy shape."""
    return toy_shape(tmp_path / "sql", 3)


@pytest.fixture
def old_shape(tmp_path: Path) -> Shape:
    """The first toy shape."""
    return toy_shape(tmp_path / "sql", 1)


@pytest.fixture
def journal(tmp_path: Path, shape: Shape) -> Path:
    """A toy journal of today's shape with two changes, in a folder of its own."""
    folder = tmp_path / "place"
    folder.mkdir()
    return a_journal(folder / "journal.db", shape, ("met Ada", "met Bo"))


@pytest.fixture
def old_journal(tmp_path: Path, old_shape: Shape) -> Path:
    """A toy journal of the first shape with two changes."""
    folder = tmp_path / "old place"
    folder.mkdir()
    return a_journal(folder / "journal.db", old_shape, ("met Ada", "met Bo"))


@pytest.fixture
def public_folder() -> Iterator[Path]:
    """A folder that other users of the system can reach, unlike pytest's own."""
    folder = Path(tempfile.mkdtemp(dir="/tmp"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 600 kB, where the system lets us have one."""
    with small_disk_at(tmp_path / "disk", 600) as disk:
        yield disk


@pytest.fixture
def wide_umask() -> Iterator[None]:
    """The most careless umask a leader could have."""
    before = os.umask(0)
    yield
    os.umask(before)
