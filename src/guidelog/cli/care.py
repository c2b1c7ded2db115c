"""Commands that care for the journal: verify, merge, backup, restore."""

import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from guidelog.cli import output
from guidelog.cli.asking import ask
from guidelog.cli.common import FINDINGS, called, wishes
from guidelog.cli.fields import fields_of
from guidelog.cli.files import STANDARD_OUTPUT
from guidelog.cli.filing import YES
from guidelog.cli.taking_back import say_mentions
from guidelog.cli.whereabouts import existing, journal_file, say_waiting
from guidelog.cli.writing import keep_aside, trying, writing
from guidelog.dates import clock, say_day
from guidelog.errors import (
    ArgumentMissing,
    CouldNot,
    NoBackup,
    NoSuchHead,
    NothingToRestore,
    UnsoundBackup,
)
from guidelog.lookback.mentions import mentions_of, names_going
from guidelog.reports.phrases import count
from guidelog.storage.backups import back_up_before, copy_out
from guidelog.storage.connection import open_for_reading
from guidelog.storage.location import backups_of, copies_aside, follow, own_backups
from guidelog.storage.refusals import damage
from guidelog.storage.restoring import (
    check_place,
    keep_replaced,
    make_ready,
    put_back,
    set_backups_aside,
)

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from sqlalchemy import Connection

    from guidelog.journal.merging import Merged
    from guidelog.journal.restoring import Replaced

IS_ID = re.compile(r"[a-z]\d+")
SHORTEST_HEAD = 16
MENDED_BY = (
    "guidelog restore puts a backup in its place; guidelog merge takes in from what it "
    "replaced whatever was written since."
)


def verify(
    head: Annotated[
        str | None,
        typer.Option("--head", metavar="HEX", help="A head once printed is there."),
    ] = None,
) -> None:
    """Check the log, every table against it, views, search and file; findings exit 3.

    It shows accidental or partial change, and that a head once printed is still there.
    It can't show what the owner of the file rewrote as a whole, nor that what was
    written was true.

    guidelog verify
    """
    from guidelog.journal.transaction import reading_log
    from guidelog.journal.verifying import has_change, verify_journal

    path = journal_file()
    if head:
        with reading_log(path, on_wait=say_waiting) as db:
            if len(head) < SHORTEST_HEAD or not has_change(db, head.lower()):
                raise NoSuchHead(head=head)
    verdict = verify_journal(path, on_wait=say_waiting)
    if wishes().json:
        rows = [{"what": one.what, "finding": one.wrong} for one in verdict.findings]
        output.print_json("findings", rows)
    else:
        for finding in verdict.findings:
            output.say_line(f"{finding.what}  {finding.wrong}")
        for remark in verdict.remarks:
            output.note(f"{remark.what}: {remark.wrong}")
        output.note(_say_verdict(verdict.changes, len(verdict.findings), verdict.heads))
    if verdict.findings:
        output.note(MENDED_BY)
        raise typer.Exit(FINDINGS)


def _say_verdict(changes: int, findings: int, heads: tuple[str, ...]) -> str:
    found = count(findings, "finding") if findings else "as they were written"
    newest = ", ".join(one[:SHORTEST_HEAD] for one in heads) or "none"
    return f"{count(changes, 'change')}, {found}; head {newest}"


def merge(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The other journal.")],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only say what would happen.")
    ] = False,
) -> None:
    """Take in what another device's journal has and this one has not.

    guidelog merge laptop.db --dry-run
    """
    from guidelog.journal.transaction import reading_log

    other = existing(file).resolve()
    take_in("merge", reading_log(other, on_wait=say_waiting), dry_run=dry_run)


def take_in(
    command: str, other_file: "AbstractContextManager[Connection]", *, dry_run: bool
) -> None:
    """Merge the log of another file into the journal, and say what it did."""
    from guidelog.journal.merging import merge
    from guidelog.journal.reading_log import driver_of

    if not dry_run:
        keep_aside(command)
    with other_file as other, (trying if dry_run else writing)(command) as at:
        merged = merge(at, other)
        db = driver_of(at.db)
        going = (names_going(db, *one) for one in merged.erased)
        mentions = mentions_of(db, "", list(chain(*going)))
    if wishes().json:
        output.print_json("merge", [{**fields_of(merged), "mentions": mentions}])
        return
    _say_merged(merged, dry_run)
    say_mentions(mentions)


def _say_merged(merged: "Merged", dry_run: bool) -> None:
    would = "would be " if dry_run else ""
    output.say_line(f"{count(merged.taken, 'change')} {would}taken in")
    for line in (*_entries_changed(merged, would), *_words_to_see_to(merged, would)):
        output.say_line(line)
    if merged.dropped:
        output.note("Words that the other journal took back are gone here, too.")


def _entries_changed(merged: "Merged", would: str) -> Iterator[str]:
    for names, says in (
        (merged.conflicts, "changed on both devices; the newer words stand"),
        (merged.revived, f"{would}back, since something new needs it"),
        (merged.gone, f"{would}gone here"),
    ):
        yield from (f"{name}  {says}" for name in names)
    for before, now in merged.handles.items():
        yield f"{before}  {would}called {now} now"
    for tag in merged.tags:
        yield f"#{tag}  {would}there again, though it was renamed"


def _words_to_see_to(merged: "Merged", would: str) -> Iterator[str]:
    for id_, part, day in merged.lost:
        yield (
            f"{id_}  {part} of {day}: {would}gone by a redaction made without knowing "
            "it; write again what may stand"
        )
    for id_, person in merged.with_joined.items():
        yield f"{id_}  with {person}, who was joined: person join gives it on"
    for id_ in merged.adrift:
        yield (
            f"{id_}  {would}gone with what it hung on, which is erased; its words stay "
            f"until {called()} redact {id_} --reason TEXT"
        )
    for id_ in merged.given_on:
        yield (
            f"{id_}  {would}kept: it was given to another where nobody knew that "
            f"somebody is erased; to take its words back: "
            f"{called()} redact {id_} --reason TEXT"
        )


def backup(
    file: Annotated[
        Path | None, typer.Argument(metavar="FILE", help="Beside it if not said.")
    ] = None,
    list_: Annotated[
        bool, typer.Option("--list", help="Only list the backups there are.")
    ] = False,
) -> None:
    """Copy the journal into a file, whole and checked, or list the backups.

    guidelog backup journal-copy.db
    """
    path = journal_file()
    if list_:
        _list_backups([*backups_of(path), *copies_aside(path)])
        return
    if file in STANDARD_OUTPUT:
        means = ": a backup is a file of its own, never standard output"
        raise ArgumentMissing(what="FILE", means=means, usage="guidelog backup FILE")
    open_for_reading(existing(path), on_wait=say_waiting).close()
    made = back_up_before(path, "now", clock.real_today()) if file is None else file
    if made is None:
        raise damage(path)
    if file is not None:
        copy_out(path, follow(file))
    output.say_line(str(made))


def _list_backups(files: list[Path]) -> None:
    if wishes().json:
        output.print_json("backups", [{"file": one} for one in files])
        return
    for one in files:
        output.say_line(str(one))
    if not files:
        output.note("There is no backup yet: the first write of a day makes one.")


def restore(
    file: Annotated[
        Path | None, typer.Argument(metavar="FILE", help="The newest backup if not.")
    ] = None,
    yes: YES = False,
) -> None:
    """Put a backup in the journal's place; what was erased since stays erased.

    guidelog restore --yes
    """
    path = journal_file()
    if file and IS_ID.fullmatch(str(file)) and not file.exists():
        raise NoBackup(id=file)
    source = existing(file).resolve() if file else next(iter(own_backups(path)), None)
    if source is None:
        raise NothingToRestore(path=path)
    _check_source(source)
    check_place(path)
    named = f"{source.name}, made {_say_moment(source)}"
    if not ask(f"Put {named}, in the place of {path}?", yes=yes):
        output.note("Nothing was restored.")
        return
    ready = make_ready(path, source)
    kept = _replaced(path, ready)
    output.say_line(f"{path} is as in {named}")
    for one, what in kept.items():
        output.note(f"Kept: {one} ({what})")


def _say_moment(file: Path) -> str:
    """When a file was written, to the minute."""
    moment = clock.moment_of(file.stat().st_mtime)
    return f"{say_day(moment.date(), clock.real_today())} {moment:%H:%M}"


def _check_source(source: Path) -> None:
    """Check what is to take the journal's place. Raises UnsoundBackup."""
    from guidelog.journal.verifying import verify_journal

    for finding in verify_journal(source, on_wait=say_waiting).findings:
        raise UnsoundBackup(file=source, what=finding.what, wrong=finding.wrong)


def _replaced(path: Path, ready: Path) -> dict[Path, str]:
    """Redo on the ready copy what was taken back since, then let it take the place.

    Gives what was kept of what was there, and what it is.
    """
    from guidelog.journal.restoring import start_anew
    from guidelog.journal.transaction import recording

    replaced = keep_replaced(path, clock.real_today())
    outliving = _outliving(replaced) if replaced else None
    with recording(ready, "restore") as at:
        start_anew(at, outliving)
    put_back(path, ready)
    aside = set_backups_aside(path)
    kept = {replaced: "the journal as it was before"} if replaced else {}
    return kept | dict.fromkeys(aside, "a backup of the journal as it was before")


def _outliving(replaced: Path) -> "Replaced | None":
    """What must outlive a replaced journal; nothing where it can't be read any more."""
    from guidelog.journal.restoring import read_replaced
    from guidelog.journal.transaction import reading_log

    try:
        with reading_log(replaced) as db:
            return read_replaced(db)
    except CouldNot:
        output.note("The damaged journal can't be read: what it took back may be back.")
        return None
