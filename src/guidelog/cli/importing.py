"""The command that takes over what other programs have written."""

import shlex
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from guidelog.cli import output
from guidelog.cli.bundles import parsed
from guidelog.cli.care import take_in
from guidelog.cli.filing import PRIVATE, visibility
from guidelog.cli.looking import looking, period_option
from guidelog.cli.pages import show_rows
from guidelog.cli.people import Relation, relation_option
from guidelog.cli.progressing import progress_bar
from guidelog.cli.writing import keep_aside, trying, writing
from guidelog.dates import Period, check_date_format, clock, today
from guidelog.errors import LogAlone, NotAPair
from guidelog.exchange.found import Someone, Wishes
from guidelog.exchange.importing import Importing, Source, find_sources
from guidelog.exchange.kinds import LOG
from guidelog.exchange.log_taking import opened_as_journal
from guidelog.lookback.filters import EVERYTHING
from guidelog.lookback.reading import cells_of
from guidelog.reports import import_page
from guidelog.settings import read_settings

if TYPE_CHECKING:
    from guidelog.journal.recording import Recording
    from guidelog.journal.taking_over import Terms

From = Literal["csv", "xlsx", "markdown", "jrnl", "ics", "json", "log"]


@dataclass(frozen=True)
class Reading:
    """How files are to be read."""

    from_: Annotated[
        From | None, typer.Option("--from", help="What the files are; else seen.")
    ] = None
    mapped: Annotated[
        list[str] | None,
        typer.Option("--map", metavar="FIELD=COLUMN", help="What a column holds."),
    ] = None
    date_format: Annotated[
        str | None,
        typer.Option(
            "--date-format",
            metavar="FORMAT",
            parser=parsed(check_date_format),
            help="How days are written there: %d/%m/%Y.",
        ),
    ] = None
    sheet: Annotated[
        str | None,
        typer.Option("--sheet", metavar="NAME", help="Of a workbook; else the first."),
    ] = None
    period: Annotated[
        Period | None,
        period_option("Only what was in these days."),
    ] = None

    def columns(self) -> dict[str, str]:
        """The column of each field that was named. Raises NotAPair."""
        columns = {}
        for said in self.mapped or []:
            name, equals, column = said.partition("=")
            if not equals or not column.strip():
                example = "minutes=Duration"
                raise NotAPair(option="--map", text=said, example=example)
            columns[name.strip()] = column
        return columns


@dataclass(frozen=True)
class Meaning:
    """Whom and what the records of files mean."""

    who: Annotated[
        str | None,
        typer.Option("--who", metavar="WHO", help="Where a file names nobody."),
    ] = None
    me: Annotated[
        list[str] | None,
        typer.Option("--me", metavar="NAME", help="A name that means you."),
    ] = None
    relation: Annotated[
        Relation | None,
        relation_option("How new people stand to you; a report if not said."),
    ] = None
    private: PRIVATE = None

    def leader(self) -> tuple[str, ...]:
        """The names that mean the leader: those said, and the name that is set."""
        mine = read_settings().leader_name
        names = (*(self.me or ()), mine, *mine.split()[:1])
        return tuple(name for name in names if name)

    def terms(self, at: "Recording") -> "Terms":
        """The same, with the people looked up. Raises UnknownPerson and TwoPeople."""
        from guidelog.journal.finding import find_people, id_of
        from guidelog.journal.taking_over import Terms

        named = [] if self.who is None else find_people(at, self.who)
        return Terms(
            people=[id_of(at, one) for one in named],
            relation=self.relation or "report",
            leader=self.leader(),
            visibility=visibility(self.private).get("visibility"),
        )


def import_files(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE...", help="Files or folders.")
    ],
    reading: Reading,
    meaning: Meaning,
    yes: Annotated[
        bool, typer.Option("--yes", help="Write it; else it is only looked at.")
    ] = False,
) -> None:
    """Take over sessions, people, goals and more from other programs' files.

    What would come in is only shown, until --yes writes it as one change. What was
    taken over before is known again: twice adds nothing twice.

    guidelog import hours.csv
    """
    columns = reading.columns()
    sources = find_sources(files, reading.from_)
    if any(one.kind == LOG for one in sources):
        _take_log(sources, yes)
        return
    wishes = Wishes(
        now=clock.now(),
        known=_known_people(),
        leader=next(iter(meaning.leader()), ""),
        columns=columns,
        date_format=reading.date_format,
        sheet=reading.sheet,
        period=reading.period,
    )
    takeover = _take(sources, meaning, wishes, yes)
    show_rows(import_page.compose(takeover, today()), "import", [takeover])
    if takeover.stops:
        raise typer.Exit(1)
    if takeover.writes and not yes:
        # unwrapped, so that it can be copied as a whole
        output.note(f"To write it: {_typed(files, reading, meaning)} --yes")


def _take(
    sources: list[Source], meaning: Meaning, wishes: Wishes, yes: bool
) -> import_page.Takeover:
    """Read all files, as one change; without a yes it is forgotten."""
    if yes:
        keep_aside("import")
    with (writing if yes else trying)("import") as at, progress_bar() as tell:
        importing = Importing(at, meaning.terms(at), wishes)
        for source in sources:
            importing.read(source, tell)
        if yes:
            importing.check()
        return importing.sum_up(written=yes)


def _take_log(sources: list[Source], yes: bool) -> None:
    """Merge a log as if it were another device's journal. Raises LogAlone."""
    log = next(one for one in sources if one.kind == LOG)
    if len(sources) > 1:
        raise LogAlone(file=log.opened.name)
    take_in("import", opened_as_journal(log.opened), dry_run=not yes)
    if yes:
        output.note("It was merged: undo does not reach it.")
    else:
        output.note(
            "Nothing is written yet; --yes does it, and undo does not reach it."
        )


def _known_people() -> tuple[Someone, ...]:
    columns = ("handle", "name", "contact")
    with looking() as db:
        rows = cells_of(db, "people", EVERYTHING, columns)
        return tuple(Someone(*(str(cell or "") for cell in row)) for row in rows)


def _typed(files: list[Path], reading: Reading, meaning: Meaning) -> str:
    """The line that was typed, to be typed again."""
    private = {True: ["--private"], False: ["--record"], None: []}[meaning.private]
    said = (
        *(("--from", reading.from_), ("--date-format", reading.date_format)),
        *(("--sheet", reading.sheet), ("--period", reading.period)),
        *(("--who", meaning.who), ("--relation", meaning.relation)),
        *(("--map", one) for one in reading.mapped or ()),
        *(("--me", one) for one in meaning.me or ()),
    )
    options = [str(word) for pair in said if pair[1] is not None for word in pair]
    return shlex.join(["guidelog", "import", *map(str, files), *options, *private])
