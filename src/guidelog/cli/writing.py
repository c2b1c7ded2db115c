"""Where a command writes: one transaction, then what stands is read back and said."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from guidelog.cli import output
from guidelog.cli.arrivals import arrived, welcome
from guidelog.cli.drafts import texts_are_safe
from guidelog.cli.looking import looking
from guidelog.cli.placing import find_place
from guidelog.cli.texts import Told
from guidelog.cli.whereabouts import journal_file, say_waiting
from guidelog.dates import clock, today
from guidelog.errors import CouldNot, SavedUnseen, WordsLeft, WordsStillLeft
from guidelog.examining import syncing
from guidelog.lookback.entries import lines_of
from guidelog.lookback.rows import Row
from guidelog.reports.confirmation import say_entry
from guidelog.storage.backups import DayBackup, back_up_before, back_up_daily
from guidelog.storage.location import check_folder, own_backups
from guidelog.storage.refusals import newest_copy

if TYPE_CHECKING:
    from guidelog.journal.recording import Recording

Tell = Callable[[Sequence[Row]], None]
_AFTERWARDS: ContextVar[Tell | None] = ContextVar("afterwards", default=None)


@contextmanager
def writing(command: str) -> Iterator["Recording"]:
    """Open the journal for this command; leaving the block commits and frees drafts.

    What fails after the commit undoes nothing: it is told, last of all where words that
    should be gone may be left.
    """
    from guidelog.journal.transaction import recording

    try:
        with recording(journal_file(), command, on_wait=say_waiting) as at:
            welcome(at)
            yield at
    except WordsLeft as left:
        output.refuse_last(left)
    except WordsStillLeft as left:
        output.note(left.says)
    texts_are_safe()
    output.stands("what was asked for")


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
    """Say what stands now, an entry a line, the one asked for first; then back up."""
    with _reading_back(), looking() as db:
        rows, names = lines_of(db, [*uids, *arrived()])
    lines = [say_entry(row, names, today()) for row in rows]
    if lines:
        output.stands(" with ".join(line.split(maxsplit=1)[0] for line in lines))
    if lines and text is not None and text.echo:
        lines[0] += f" · {text.echo}"
    output.say_entries(lines)
    if tell := _AFTERWARDS.get():
        tell(rows)
    back_up(journal_file())


@contextmanager
def _reading_back() -> Iterator[None]:
    """Tell what fails only after the commit as such, or it would be written twice."""
    try:
        yield
    except Exception as error:
        path = journal_file()
        raise SavedUnseen(path=path, copies=newest_copy(path)) from error


def keep_aside(command: str) -> None:
    """Copy the journal aside before a command that changes much of it."""
    path = journal_file()
    if path.exists():
        back_up_before(path, command, clock.real_today())


def back_up(path: Path) -> None:
    """Make the day's backup, by the real clock; a failure is told, not fatal."""
    output.finish()
    try:
        made = back_up_daily(path, clock.real_today())
    except CouldNot as refusal:
        output.note(f"today's backup could not be made: {refusal.says}")
        return
    if made.outcome not in ("there", "elsewhere"):
        _warn(path, made)


def _warn(path: Path, made: DayBackup) -> None:
    """Say once a day what puts the journal at risk; its folder only the first time."""
    if made.outcome != "made":
        output.note(f"the journal is {made.outcome}, so no backup was made")
        output.note("guidelog doctor says what helps")
    # a warning that can't be given is no reason to stop
    with suppress(OSError):
        is_first = own_backups(path) == [made.file]
        for one in syncing.examine(find_place()):
            if is_first or one.about != path.name:
                output.note(f"{one.about} {one.says}; guidelog doctor says how")
