"""Opening: a file as text, whatever program wrote it, without holding all of it."""

import codecs
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final, TextIO

from guidelog.errors import NotText
from guidelog.storage.refusals import refusal_by_system

_GLIMPSED: Final = 1 << 16
"""Bytes by which the kind of a file is told."""
_PIECE: Final = 1 << 20
_MARKS: Final = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}


@dataclass
class Opened:
    """A file to be read; `name` is what it is called in messages and in sources."""

    path: Path
    name: str
    _stream: TextIO | None = None

    @property
    def is_text(self) -> bool:
        """Whether it holds text, not a format of its own bytes."""
        try:
            return bool(self.encoding)
        except NotText:
            return False

    @property
    def share(self) -> float:
        """How much of it has been read, 0…1, while its text is read."""
        if self._stream is None or self._stream.closed:
            return 0.0
        # what the stream says of itself costs more than the reading, and waits for it
        done = os.lseek(self._stream.fileno(), 0, os.SEEK_CUR)
        return done / max(1, self.path.stat().st_size)

    @cached_property
    def start(self) -> bytes:
        """The first 64 KiB, as they are."""
        with _reaching(self.path), self.path.open("rb") as file:
            return file.read(_GLIMPSED)

    @cached_property
    def encoding(self) -> str:
        """The encoding: UTF-8, UTF-16 where it shows, cp1252 where nothing else fits.

        Raises NotText for a file that holds anything but text.
        """
        for mark, encoding in _MARKS.items():
            if self.start.startswith(mark):
                return encoding
        if b"\0" in self.start:
            return self._encoding_by_zeros()
        return "utf-8" if self._is_utf8() else "cp1252"

    @cached_property
    def beginning(self) -> str:
        """The text of the first 64 KiB, line ends made line feeds. Raises NotText."""
        decoder = codecs.getincrementaldecoder(self.encoding)("replace")
        text = decoder.decode(self.start)
        return text.replace("\r\n", "\n").replace("\r", "\n")

    def lines(self) -> Iterator[str]:
        """Each line without its end, be it LF, CRLF or CR. Raises NotText."""
        with self.text() as file:
            for line in file:
                yield line.removesuffix("\n")

    @contextmanager
    def text(self, newline: str | None = None) -> Iterator[TextIO]:
        """The file as a stream of text, line ends as `open` has it. Raises NotText."""
        with (
            _reaching(self.path),
            self.path.open(encoding=self.encoding, newline=newline) as file,
        ):
            self._stream = file
            try:
                yield file
            except UnicodeDecodeError:
                raise NotText(file=self.name) from None

    def _encoding_by_zeros(self) -> str:
        """Without a mark, text of Western letters has every second byte zero."""
        even, odd = self.start[::2], self.start[1::2]
        for encoding, zeros, others in (
            ("utf-16-le", odd, even),
            ("utf-16-be", even, odd),
        ):
            if zeros.count(0) * 2 > len(zeros) and not others.count(0):
                return encoding
        raise NotText(file=self.name)

    def _is_utf8(self) -> bool:
        decoder = codecs.getincrementaldecoder("utf-8")()
        with _reaching(self.path), self.path.open("rb") as file:
            try:
                while piece := file.read(_PIECE):
                    if b"\0" in piece:
                        raise NotText(file=self.name)
                    decoder.decode(piece)
                decoder.decode(b"", final=True)
            except UnicodeDecodeError:
                return False
        return True


@contextmanager
def _reaching(path: Path) -> Iterator[None]:
    """Say in a sentence why a file can't be read. Raises OutOfReach."""
    try:
        yield
    except OSError as error:
        raise refusal_by_system(error, path) from error
