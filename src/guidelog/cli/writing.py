"""Where a command writes: one transaction, what it left is read in it and then said."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from sqlite3 import Connection
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from guidelog.cli import output
from guidelog.cli.arrivals import arrived, welcome
from guidelog.cli.drafts import texts_are_safe
from guidelog.cli.texts import Told
from guidelog.cli.whereabouts import journal_file, say_waiting
from guidelog.dates import clock, today
from guidelog.errors import CouldNot, WordsLeft, WordsStillLeft
from guidelog.lookback.rows import Row
from guidelog.lookback.rows_by_uid import lines_of
from guidelog.reports.confirmation import say_entry
from guidelog.storage.backups import back_up_before, back_up_daily
from guidelog.storage.location import check_folder
from guidelog.storage.refusals import refusing_faults

if TYPE_CHECKING:
    from guidelog.journal.recording import Recording

Tell = Callable[[Sequence[Row]], None]
_AFTERWARDS: ContextVar[Tell | None] = ContextVar("afterwards", default=None)


@dataclass
class Confirmation:
    """What a command says of its entries: read as it ends, said once they stand."""

    uids: Sequence[str]
    text: Told | None
    rows: Sequence[Row] = ()
    lines: Sequence[str] = ()

    def read(self, db: Connection) -> None:
        """Read the entries, those of who was met on the way, too, and word them."""
        self.rows, names = lines_of(db, [*self.uids, *arrived()])
        lines = [say_entry(row, names, today()) for row in self.rows]
        if lines and self.text is not None and self.text.echo:
            lines[0] += f" · {self.text.echo}"
        self.lines = lines

    def say(self) -> None:
        """Say what stands, an entry a line, the one asked for first."""
        if self.lines:
            ids = (line.split(maxsplit=1)[0] for line in self.lines)
            output.stands(" with ".join(ids))
        output.say_entries(self.lines)
        if tell := _AFTERWARDS.get():
            tell(self.rows)


_CONFIRMED: ContextVar[Confirmation | None] = ContextVar("confirmed", default=None)


@contextmanager
def writing(command: str) -> Iterator["Recording"]:
    """Open the journal for this command; leaving the block commits and frees drafts.

    What fails after the commit undoes nothing: it is told, last of all where words that
    should be gone may be left.
    """
    from guidelog.journal.transaction import recording

    path = journal_file()
    _CONFIRMED.set(None)
    try:
        with recording(path, command, on_wait=say_waiting, at_last=_read_back) as at:
            welcome(at)
            yield at
    except WordsLeft as left:
        output.refuse_last(left)
    except WordsStillLeft as left:
        output.note(left.says)
    texts_are_safe()
    output.stands("what was asked for")
    if confirmed := _CONFIRMED.get():
        confirmed.say()
    _back_up(path)


@contextmanager
def trying(command: str) -> Iterator["Recording"]:
    """Open the journal as this command would, and forget what it did; drafts stay.

    A journal that isn't there is not made. Raises NoFolder.
    """
    from guidelog.journal.transaction import recording

    path = journal_file()
    check_folder(path)
    with TemporaryDirectory() as folder:
        tried = path if path.exists() else Path(folder) / path.name
        with recording(tried, command, on_wait=say_waiting) as at:
            at.discarded = True
            yield at


@contextmanager
def telling_afterwards(tell: Tell) -> Iterator[None]:
    """Let something be told about the entries of a command, once they are said."""
    before = _AFTERWARDS.set(tell)
    try:
        yield
    finally:
        _AFTERWARDS.reset(before)


def confirm(uids: Sequence[str], text: Told | None = None) -> None:
    """Let the running command say, at its end, what stands."""
    _CONFIRMED.set(Confirmation(uids, text))


def _read_back(db: Connection) -> None:
    if confirmed := _CONFIRMED.get():
        with refusing_faults(journal_file()):
            confirmed.read(db)


def keep_aside(command: str) -> None:
    """Copy the journal aside before a command that changes much of it."""
    path = journal_file()
    if path.exists():
        back_up_before(path, command, clock.real_today())


def _back_up(path: Path) -> None:
    """Make the day's backup, by the real clock; a failure is told, not fatal."""
    output.finish()
    try:
        made = back_up_daily(path, clock.real_today())
    except CouldNot as refusal:
        output.note(f"today's backup could not be made: {refusal.says}")
        return
    if made.outcome not in ("there", "elsewhere"):
        from guidelog.cli.cautions import say_cautions

        say_cautions(path, made)
