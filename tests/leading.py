"""A leader at work: lines are typed, answers come back, and the file is looked into."""

import atexit
import functools
import io
import os
import shlex
import shutil
import sqlite3
import sys
import tempfile
import weakref
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from pathlib import Path
from sqlite3 import Connection
from typing import Any
from unittest.mock import patch

from guidelog.cli.app import make_root, run
from guidelog.dates import clock
from guidelog.storage import cipher
from guidelog.storage.access import which_file
from guidelog.storage.backups import back_up_daily
from guidelog.storage.header import SALT_BYTES, is_encrypted
from guidelog.storage.keys import FILE_NAMED_BY, Key
from guidelog.storage.upgrade import make_journal

NOON = "2026-11-20T12:00:00+01:00"
"""A Friday."""
Row = dict[str, Any]
ENOUGH = 1 << 30
"""Bytes that a run never needs all of."""
derive_once = functools.cache(cipher.derive)
"""The real keys, each made once: a leader types many lines, and one takes 0.1 s."""
the_program = functools.cache(make_root)
"""The program, whose commands are made when first typed: a process makes but one."""


def make_key_once(passphrase: str) -> Key:
    """Make the one key of a passphrase: elsewhere every file has a salt of its own."""
    return derive_once(passphrase, sha256(passphrase.encode()).digest()[:SALT_BYTES])


def in_memory() -> Path | None:
    """The folder of a disk in memory with room enough: commits wait for other disks."""
    memory = Path("/dev/shm")
    is_roomy = memory.is_dir() and shutil.disk_usage(memory).free > ENOUGH
    return memory if is_roomy else None


def make_home() -> Path:
    """Make a folder for journals that several tests begin with."""
    home = Path(tempfile.mkdtemp(prefix="leader-", dir=in_memory()))
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    return home


def begin_today(home: Path) -> "Leader":
    """Give a leader with this home, whose journal is empty and backed up today."""
    shutil.copytree(_begun_on(clock.real_today()), home, dirs_exist_ok=True)
    return Leader(home)


@functools.cache
def _begun_on(today: date) -> Path:
    leader = Leader(make_home())
    make_journal(leader.journal)
    back_up_daily(leader.journal, today)
    return leader.home


@dataclass(frozen=True)
class Answer:
    """What one line gave."""

    code: int
    out: str
    err: str

    @property
    def id(self) -> str:
        """The id of the entry asked for: the first word printed."""
        return self.out.split(maxsplit=1)[0]

    @property
    def ids(self) -> list[str]:
        """The ids of all entries written, in the order they were said."""
        return [line.split(maxsplit=1)[0] for line in self.out.splitlines()]


@dataclass
class Leader:
    """Somebody with a home and a journal of their own, in one folder."""

    home: Path
    now: str = NOON
    settings: str = ""
    passphrases: Path | None = None
    """The private file with the leader's passphrases."""
    said: list[str] = field(default_factory=list)
    """Every line typed so far."""
    _looking: tuple[tuple[int, int], Connection] | None = None
    """A connection that looks into the file, and which file that is."""

    @property
    def journal(self) -> Path:
        """The journal's file."""
        return self.home / "journal.db"

    @property
    def surroundings(self) -> dict[str, str]:
        """The environment of the leader's programs."""
        return {
            "PATH": os.environ["PATH"],
            "HOME": str(self.home),
            "XDG_CONFIG_HOME": str(self.home / "config"),
            "XDG_DATA_HOME": str(self.home / "data"),
            "GUIDELOG_JOURNAL": str(self.journal),
            "GUIDELOG_NOW": self.now,
            "COLUMNS": "80",
            "TZ": "UTC",
            **({FILE_NAMED_BY: str(self.passphrases)} if self.passphrases else {}),
        }

    @property
    def at_a_terminal(self) -> dict[str, str]:
        """The environment where the terminal itself says how wide it is."""
        wide = {"TERM": "xterm-256color"}
        return {k: v for k, v in self.surroundings.items() if k != "COLUMNS"} | wide

    def begins_as(self, other: "Leader") -> None:
        """Have at home what another leader has, and know what they know."""
        shutil.copytree(other.home, self.home, dirs_exist_ok=True)
        self.now, self.settings, self.said = other.now, other.settings, [*other.said]
        if other.passphrases is not None:
            self.passphrases = self.home / other.passphrases.relative_to(other.home)

    def at(self, now: str) -> None:
        """Set the clock."""
        self.now = now

    def knows(self, *passphrases: str) -> Path:
        """Keep passphrases in a private file that is named to every program."""
        self.passphrases = self.home / "passphrases"
        self.passphrases.write_text("\n".join(passphrases), encoding="utf-8")
        self.passphrases.chmod(0o600)
        return self.passphrases

    def encrypts(self) -> None:
        """Encrypt the journal, also one not yet begun."""
        self.knows("four words nobody expects")
        self.does("encrypt --yes")

    def opens(self) -> Connection:
        """Open the journal as any other program could."""
        if self.passphrases is None or not is_encrypted(self.journal):
            return sqlite3.connect(self.journal, isolation_level=None)
        salt = self.journal.read_bytes()[:SALT_BYTES]
        key = derive_once(self.passphrases.read_text("utf-8").split("\n")[0], salt)
        return cipher.open_with(self.journal, "rw", key)

    def sets(self, line: str) -> None:
        """Write a line into the settings."""
        file = self.home / "config" / "guidelog" / "settings.toml"
        file.parent.mkdir(parents=True, exist_ok=True)
        self.settings += f"{line}\n"
        file.write_text(self.settings, encoding="utf-8")

    def __call__(self, line: str, *words: str, piped: bytes = b"") -> Answer:
        """Type a line as in a shell, further words as they are; any exit code."""
        argv = [*shlex.split(line), *words]
        self.said.append(shlex.join(argv))
        out, err = _stream(), _stream()
        with (
            patch.dict(os.environ, self.surroundings, clear=True),
            patch.object(sys, "stdin", _stream(piped)),
            patch.object(sys, "stdout", out),
            patch.object(sys, "stderr", err),
            patch.object(cipher, "derive", derive_once),
            patch.object(cipher, "make_key", make_key_once),
        ):
            code = run(argv, the_program(alone="today"))
        return Answer(code, _text_of(out), _text_of(err))

    def does(self, line: str, *words: str, piped: bytes = b"") -> Answer:
        """Type a line that must succeed."""
        answer = self(line, *words, piped=piped)
        assert answer.code == 0, f"{self.said[-1]}\n{answer.err}"
        return answer

    def refused(self, line: str, *words: str, code: int = 2) -> str:
        """Type a line that must be refused, changing nothing; gives the words."""
        before = self._bytes()
        answer = self(line, *words)
        assert (answer.code, answer.out) == (code, ""), f"{line}\n{answer.out}"
        assert self._bytes() == before or not (before or self.changes())
        return answer.err

    def _bytes(self) -> bytes:
        return self.journal.read_bytes() if self.journal.exists() else b""

    def asks(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """Look into the file as any other program could; it may not be there yet."""
        if not self.journal.exists():
            return []
        return self.looks().execute(query, values).fetchall()

    def looks(self) -> Connection:
        """Look into the file that the journal is now, by one connection for each."""
        file = which_file(self.journal)
        if self._looking is None or self._looking[0] != file:
            _close_left()
            db = self.opens()
            # a leader may go in any thread, but a connection only in its own
            weakref.finalize(self, _LEFT.append, db)
            self._looking = (file, db)
        return self._looking[1]

    def rows(self, view: str) -> list[Row]:
        """The rows of a view, by column, in the order of the file."""
        found = self.looks().execute(f"SELECT * FROM {view}")
        columns = [name for name, *_ in found.description]
        return [dict(zip(columns, row, strict=True)) for row in found]

    def row(self, view: str, id_: str) -> Row:
        """The row of a view with this id, or this handle."""
        key = "handle" if view == "people" else "id"
        (row,) = [row for row in self.rows(view) if row[key] == id_]
        return row

    def changes(self) -> int:
        """How many changes the log holds."""
        counted = self.asks("SELECT count(*) FROM change")
        return int(counted[0][0]) if counted else 0

    def tampers(self, *statements: str) -> None:
        """Write into the file behind the program's back."""
        with closing(self.opens()) as db:
            for statement in statements:
                db.execute(statement)

    def verifies(self) -> None:
        """Check the journal; it must be as it was written."""
        answer = self("verify")
        assert answer.code == 0, answer.out + answer.err


_LEFT: list[Connection] = []
"""Connections of leaders that are gone."""


@atexit.register
def _close_left() -> None:
    while _LEFT:
        _LEFT.pop().close()


def _stream(content: bytes = b"") -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(content), "utf-8", newline="")


def _text_of(stream: io.TextIOWrapper) -> str:
    stream.flush()
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode()


def copy_of(leader: Leader, home: Path) -> Leader:
    """The same leader with a copy of all that is on the disk."""
    shutil.rmtree(home, ignore_errors=True)
    shutil.copytree(leader.home, home)
    return Leader(home)
