"""A file is written whole or not at all, and only the leader can read it."""

import io
import os
import stat
import sys
import threading
from pathlib import Path

import pytest

from guidelog.errors import JournalsPlace, OutOfReach
from guidelog.exchange.places import is_file, write_beside


def mode_of(path: Path) -> str:
    """Who may do what with a file, as an octal number."""
    return f"{stat.S_IMODE(path.stat().st_mode):o}"


def test_a_file_is_there_when_it_is_whole_and_only_for_the_leader(
    tmp_path: Path,
) -> None:
    place = tmp_path / "sessions.csv"
    mask = os.umask(0)
    try:
        with write_beside(place) as stream:
            stream.write("café\r\n")
            assert not place.exists()
            (part,) = tmp_path.iterdir()
            assert mode_of(part) == "600"
    finally:
        os.umask(mask)

    assert place.read_bytes() == b"caf\xc3\xa9\r\n"
    assert mode_of(place) == "600"
    assert list(tmp_path.iterdir()) == [place]


def test_a_failure_leaves_the_file_that_was_there(tmp_path: Path) -> None:
    place = tmp_path / "sessions.csv"
    place.write_text("old")

    def stop_halfway() -> None:
        with write_beside(place) as stream:
            stream.write("new, but not all of it")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stop_halfway()

    assert place.read_text() == "old"
    assert list(tmp_path.iterdir()) == [place]


def test_the_rest_of_a_run_that_was_killed_is_no_hindrance(tmp_path: Path) -> None:
    place = tmp_path / "sessions.csv"
    (tmp_path / f"sessions.csv.{os.getpid()}.part").write_text("half")

    with write_beside(place) as stream:
        stream.write("whole")

    assert place.read_text() == "whole"
    assert list(tmp_path.iterdir()) == [place]


def test_a_link_to_a_file_stays_a_link(tmp_path: Path) -> None:
    real = tmp_path / "real.csv"
    real.write_text("old")
    link = tmp_path / "link.csv"
    link.symlink_to(real)

    with write_beside(link) as stream:
        stream.write("new")

    assert link.is_symlink()
    assert real.read_text() == "new"


@pytest.mark.parametrize("missing", ["no/folder/x.csv", "."])
def test_where_no_file_can_be_a_sentence_says_so(missing: str, tmp_path: Path) -> None:
    with pytest.raises(OutOfReach) as refused, write_beside(tmp_path / missing):
        pass

    assert refused.value.code == 1
    assert str(tmp_path) in refused.value.says


@pytest.mark.skipif(sys.platform == "win32", reason="no such pipes")
def test_a_pipe_is_written_to_and_never_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    found: list[str] = []
    reader = threading.Thread(target=lambda: found.append(pipe.read_text()))
    reader.start()

    with write_beside(pipe) as stream:
        assert not is_file(stream)
        stream.write("rows")
    reader.join()

    assert found == ["rows"]
    assert pipe.is_fifo()


def test_only_an_ordinary_file_keeps_nobody_waiting(tmp_path: Path) -> None:
    read_end, write_end = os.pipe()
    with (
        (tmp_path / "x").open("w") as file,
        os.fdopen(write_end, "w") as pipe,
        os.fdopen(read_end),
    ):
        assert is_file(file)
        assert not is_file(pipe)
    assert not is_file(io.StringIO())
    assert not is_file(object())


PACKED = bytes(range(256)) * 16
"""What has as many different bytes as an encrypted journal has."""


@pytest.mark.parametrize("held", [b"SQLite format 3\0 and more", PACKED])
def test_no_journal_is_replaced(held: bytes, tmp_path: Path) -> None:
    journal = tmp_path / "journal.db"
    journal.write_bytes(held)
    link = tmp_path / "link.html"
    link.symlink_to(journal)

    for place in (journal, link):
        with pytest.raises(JournalsPlace), write_beside(place):
            pass

    assert journal.read_bytes() == held


@pytest.mark.parametrize("beginning", [b"%PDF-1.7", b"PK\3\4", b"<html>"])
def test_an_earlier_document_is_replaced(beginning: bytes, tmp_path: Path) -> None:
    place = tmp_path / "ada.pdf"
    place.write_bytes(beginning + (PACKED if beginning != b"<html>" else b""))

    with write_beside(place) as stream:
        stream.write("new")

    assert place.read_text() == "new"


@pytest.mark.parametrize("folder", ["backups", "drafts", "editing", "backups/below"])
def test_nothing_else_lies_beside_a_journal(folder: str, tmp_path: Path) -> None:
    place = tmp_path / f"journal.db.{folder}" / "ada.html"
    place.parent.mkdir(parents=True)

    with pytest.raises(JournalsPlace), write_beside(place):
        pass

    assert not place.exists()


def test_a_link_that_leads_nowhere_is_said_to_do_so(tmp_path: Path) -> None:
    loop = tmp_path / "loop"
    loop.symlink_to(loop)

    with pytest.raises(OutOfReach) as refused, write_beside(loop):
        pass

    assert "it leads nowhere" in refused.value.says


@pytest.mark.skipif(sys.platform == "win32", reason="no such pipes")
def test_a_pipe_without_a_name_is_written_to(tmp_path: Path) -> None:
    read_end, write_end = os.pipe()
    with os.fdopen(read_end) as reader:
        with write_beside(Path(f"/dev/fd/{write_end}")) as stream:
            stream.write("rows")
        os.close(write_end)
        assert reader.read() == "rows"
    assert list(tmp_path.iterdir()) == []
