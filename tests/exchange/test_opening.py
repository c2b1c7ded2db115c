"""Opening files: the same words come out, whatever program wrote them."""

from pathlib import Path

import pytest

from guidelog.errors import NotText, OutOfReach
from guidelog.exchange.opening import Opened

WORDS = "Größe, café\nsecond line\n"
ENCODINGS = {
    "UTF-8": WORDS.encode(),
    "UTF-8 with a mark": WORDS.encode("utf-8-sig"),
    "UTF-16, little end first": b"\xff\xfe" + WORDS.encode("utf-16-le"),
    "UTF-16, big end first": b"\xfe\xff" + WORDS.encode("utf-16-be"),
    "UTF-16 without a mark": WORDS.encode("utf-16-le"),
    "UTF-16, big, without a mark": WORDS.encode("utf-16-be"),
    "cp1252": WORDS.encode("cp1252"),
}


def opened(folder: Path, data: bytes) -> Opened:
    """A file with these bytes."""
    path = folder / "notes.txt"
    path.write_bytes(data)
    return Opened(path, path.name)


@pytest.mark.parametrize("data", ENCODINGS.values(), ids=ENCODINGS)
def test_words_are_read_in_every_encoding(tmp_path: Path, data: bytes) -> None:
    file = opened(tmp_path, data)

    assert list(file.lines()) == WORDS.splitlines()
    assert file.beginning == WORDS


def test_a_sign_cut_by_the_end_of_the_beginning_is_no_other_encoding(
    tmp_path: Path,
) -> None:
    file = opened(tmp_path, b"x" + "é".encode() * (1 << 16))

    assert file.encoding == "utf-8"
    assert set(file.beginning) == {"x", "é"}


def test_a_late_byte_that_is_no_utf8_is_seen(tmp_path: Path) -> None:
    file = opened(tmp_path, b"a\n" * (1 << 20) + "café".encode("cp1252"))

    assert file.encoding == "cp1252"
    assert list(file.lines())[-1] == "café"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_as_each_system_ends_them(tmp_path: Path, end: str) -> None:
    file = opened(tmp_path, end.join(["one", "two", ""]).encode())

    assert list(file.lines()) == ["one", "two"]


def test_a_cell_keeps_the_line_ends_it_has(tmp_path: Path) -> None:
    with opened(tmp_path, b'"a\r\nb"\r\n').text(newline="") as stream:
        assert stream.read() == '"a\r\nb"\r\n'


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1",
        b"a\0b",
        b"words\n" * 100_000 + b"\0\0\0",
        b"\x81\x8d\x8f\x90\x9d",
    ],
    ids=["a picture", "a zero", "zeros at the end", "bytes of no encoding"],
)
def test_what_is_no_text_is_refused_and_named(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(NotText, match=r"notes\.txt"):
        list(opened(tmp_path, data).lines())


def test_an_empty_file_has_no_lines(tmp_path: Path) -> None:
    assert list(opened(tmp_path, b"").lines()) == []


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(OutOfReach, match=r"notes\.txt"):
        list(Opened(tmp_path / "notes.txt", "notes.txt").lines())
