"""The command that writes reports: one person or the team, in every medium."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Final, Literal

import typer

from guidelog.cli import fitting, output
from guidelog.cli.asking import ask
from guidelog.cli.bundles import Takes
from guidelog.cli.files import INTO_FILE, check_agrees, format_for
from guidelog.cli.leader import read_leader
from guidelog.cli.looking import (
    MAYBE_WHO,
    Looking,
    default_period,
    looking,
)
from guidelog.cli.pages import show_document
from guidelog.cli.progressing import progress_bar
from guidelog.cli.texts import is_conversation
from guidelog.data.actions import load_catalogue
from guidelog.dates import Period, today
from guidelog.errors import (
    FolderMissing,
    NotForScreens,
    OptionsApart,
    TalkInConfidence,
)
from guidelog.exchange.places import free_place
from guidelog.lookback.agreements import agreement_with
from guidelog.lookback.facts import PersonFacts
from guidelog.lookback.person import facts_of
from guidelog.lookback.reading import rows_of
from guidelog.lookback.rows import ActionRow, PersonRow, SessionRow
from guidelog.lookback.team import team_facts
from guidelog.private_files import make_private_folder
from guidelog.reports import packets_page, person_report, team_report
from guidelog.reports.blocks import Document
from guidelog.reports.brief import Audience, Brief
from guidelog.reports.packets_page import Packet
from guidelog.reports.untold import say_untold
from guidelog.settings import read_settings

Format = Literal["terminal", "markdown", "html", "pdf", "json"]

SUFFIXES: Final[dict[str, Format]] = {
    ".txt": "terminal",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".pdf": "pdf",
    ".json": "json",
}
"""The format that the name of a file asks for."""
ENDINGS: Final[dict[Format, str]] = {
    "terminal": ".txt",
    "markdown": ".md",
    "html": ".html",
    "pdf": ".pdf",
    "json": ".json",
}
TAKES: Final = Takes("a report", ("WHO", "--period", "--for"))
NOT_AGREED: Final = "nothing on record says what you agreed about who reads this."


@dataclass(frozen=True)
class Paper:
    """In which format a report is written, where to, and what may be in it."""

    format_: Annotated[
        Format | None,
        typer.Option("--format", help="If not said, as the name of FILE tells."),
    ] = None
    file: INTO_FILE = None
    each: Annotated[
        bool, typer.Option("--each", help="One document a person, into -o FOLDER.")
    ] = False
    untold: Annotated[
        bool,
        typer.Option("--untold", help="With what they have not been told, marked."),
    ] = False
    yes: Annotated[
        bool,
        typer.Option("--yes", help="For others, also about who is no direct report."),
    ] = False

    @property
    def format(self) -> Format:
        """The format that is meant.

        Raises UnknownSuffix, FormatsApart, NotForScreens.
        """
        if self.format_ is None:
            return "html" if self.each else format_for(self.file, SUFFIXES, "terminal")
        if not self.each:
            check_agrees(self.file, self.format_, SUFFIXES)
        if self.format_ == "pdf" and self.file is None and fitting.is_on_terminal():
            raise NotForScreens(format="a PDF")
        return self.format_

    @property
    def is_shown(self) -> bool:
        """Whether the document is read on a terminal right away."""
        is_screen = self.file is None and self.format == "terminal"
        return is_screen and fitting.is_on_terminal()


def report(
    looking_at: Annotated[Looking, TAKES], paper: Paper, who: MAYBE_WHO = None
) -> None:
    """Write one person's report, or without WHO the team at a glance.

    For me on a terminal, else for others, if --for does not say.

    guidelog report ada --period ytd --format markdown
    """
    if paper.each:
        write_packets(looking_at, paper, who)
        return
    format_ = paper.format
    with looking() as db:
        filters = looking_at.filters(db, who)
        brief = brief_for(looking_at, paper, rows_of(db, ActionRow))
        facts = facts_of(db, filters.who, brief.period) if filters.who else None
        team = None if facts else team_facts(db, brief.period)
        agreement = agreement_with(db, filters.who) if filters.who else None
    if facts:
        if not may_be_shown(facts, brief, agreement, paper.yes):
            return
        brief = brief_about(facts, brief, agreement)
        say_what_is_untold(facts, brief)
        give(person_report.compose(facts, brief), format_, paper.file)
    elif team:
        give(team_report.compose(team, brief), format_, paper.file)


def brief_for(looking_at: Looking, paper: Paper, actions: Iterable[ActionRow]) -> Brief:
    """What the report is asked to be, with the leader as the settings say."""
    settings = read_settings()
    families = {one.name: one.family for one in load_catalogue().values()}
    usual: Audience = "me" if paper.is_shown else "others"
    period: Period = looking_at.period or default_period(settings)
    return Brief(
        period=period,
        today=today(),
        audience=looking_at.reader or usual,
        untold=paper.untold,
        resolved_months=settings.resolved_months,
        leader=read_leader(),
        on_screen=paper.file is None and paper.format == "terminal",
        families=families | {one.name: one.family for one in actions},
    )


def is_in_confidence(facts: PersonFacts, brief: Brief) -> bool:
    """Whether others would read about somebody who is no direct report."""
    return not brief.is_for_me and facts.person.relation != "report"


def may_be_shown(
    facts: PersonFacts, brief: Brief, agreement: SessionRow | None, yes: bool
) -> bool:
    """Whether the leader wants it so; warns where nothing was agreed about it.

    Raises TalkInConfidence off a terminal without --yes.
    """
    if not is_in_confidence(facts, brief):
        return True
    name, handle = facts.person.name, facts.person.handle
    if not yes and not is_conversation():
        raise TalkInConfidence(name=name, handle=handle)
    if not agreement:
        output.note(f"{name}: {NOT_AGREED}")
        output.note(f"  Note a talk about it: guidelog add {handle} -a contract")
    asked = f"Talks with {name} are in confidence. Write for others all the same?"
    return ask(asked, yes=yes)


def brief_about(
    facts: PersonFacts, brief: Brief, agreement: SessionRow | None
) -> Brief:
    """The brief, with the agreement that a document about such a person rests on."""
    if is_in_confidence(facts, brief):
        return brief._replace(agreement=agreement)
    return brief


def say_what_is_untold(facts: PersonFacts, brief: Brief) -> None:
    """Name what the person has not been told, before others read it or miss it."""
    untold = "" if brief.is_for_me else say_untold(facts, brief)
    if untold:
        output.note(untold)


def give(document: Document, format_: Format, file: Path | None) -> None:
    """Show the document, or write it where it is wanted."""
    if file is None and format_ in ("terminal", "json"):
        show_document(document, as_json=format_ == "json")
        return
    from guidelog.exchange.documents import put_document, write_document

    if file is None:
        written = write_document(document, format_)
        output.write_bytes(written.data)
    else:
        was_there = file.is_file()
        written = put_document(document, format_, file)
        output.note(f"{file}: {'replaced' if was_there else 'written'}")
    if written.remark:
        output.note(written.remark)


def write_packets(looking_at: Looking, paper: Paper, who: str | None) -> None:
    """One document a person into a folder, then what is missing in which.

    Raises FolderMissing without one, OptionsApart with WHO.
    """
    if who:
        raise OptionsApart(first="WHO", second="--each")
    if paper.file is None:
        raise FolderMissing(what="--each")
    brief, people, archived = gather_team(looking_at, paper)
    make_private_folder(free_place(paper.file))
    packets, passed_over = [], []
    with progress_bar() as tell:
        for done, (facts, agreement) in enumerate(people):
            tell(facts.person.handle, done / len(people))
            if is_in_confidence(facts, brief) and not paper.yes:
                passed_over.append(facts.person.handle)
                continue
            about = brief_about(facts, brief, agreement)
            packets.append(Packet(facts, put_packet(facts, about, paper)))
    show_document(packets_page.compose(packets, passed_over, archived, brief))


def gather_team(
    looking_at: Looking, paper: Paper
) -> tuple[Brief, list[tuple[PersonFacts, SessionRow | None]], list[str]]:
    """What the documents are asked to be; everybody, with what was agreed with them.

    Those in the archive by their handles only.
    """
    with looking() as db:
        brief = brief_for(looking_at, paper, rows_of(db, ActionRow))
        people = team_facts(db, brief.period).people
        everybody = rows_of(db, PersonRow)
        archived = [one.handle for one in everybody if one.archived_on]
        agreed = [(one, agreement_with(db, one.person.handle)) for one in people]
        return brief, agreed, archived


def put_packet(facts: PersonFacts, brief: Brief, paper: Paper) -> str:
    """Write the document of one person into the folder; gives the name of its file."""
    from guidelog.exchange.documents import put_document

    folder = paper.file or Path()
    name = f"{facts.person.handle}{ENDINGS[paper.format]}"
    if is_in_confidence(facts, brief) and not brief.agreement:
        output.note(f"{name}: {NOT_AGREED}")
    document = person_report.compose(facts, brief)
    written = put_document(document, paper.format, folder / name)
    if written.remark:
        output.note(f"{name}: {written.remark}")
    return name
