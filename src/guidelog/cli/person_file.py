"""The command that gives everything about one person, for them or for a lawyer."""

from sqlite3 import Connection
from typing import Annotated, Final, Literal

import typer

from guidelog.cli import output
from guidelog.cli.files import INTO_FILE, check_agrees, format_for
from guidelog.cli.filing import WHO
from guidelog.cli.leader import read_leader
from guidelog.cli.looking import looking
from guidelog.dates import today
from guidelog.errors import UnknownPerson
from guidelog.exchange import person_file as as_json
from guidelog.exchange.places import write_beside
from guidelog.lookback.finding import find_by_handle, find_handle
from guidelog.lookback.kept import PersonFile
from guidelog.lookback.person_file import add_mentions, file_of, find_erased
from guidelog.reports import as_markdown, person_file_page
from guidelog.reports.file_for_person import FileForPerson, hide_others
from guidelog.reports.person_file_cover import Maker

Format = Literal["markdown", "json"]

SUFFIXES: Final[dict[str, Format]] = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".json": "json",
}
"""The format that the name of a file asks for."""


def export_person(
    who: WHO,
    format_: Annotated[
        Format | None,
        typer.Option("--format", help="Markdown, or as the name of FILE tells."),
    ] = None,
    file: INTO_FILE = None,
    unredacted: Annotated[
        bool,
        typer.Option("--unredacted", help="With the names of other people."),
    ] = False,
) -> None:
    """Everything about one person: private, old and deleted entries, every version.

    Other people stand as P1, P2; what to check by hand is listed at its end.

    guidelog person export ada -o ada.md
    """
    chosen = format_ or format_for(file, SUFFIXES, "markdown")
    check_agrees(file, chosen, SUFFIXES)
    with looking() as db:
        kept = add_mentions(db, file_of(db, find_uid(db, who)))
    made = hide_others(kept, unredacted)
    text = rendered(made, chosen, Maker(read_leader(), today()))
    if file is None:
        output.write_bytes(text.encode())
    else:
        with write_beside(file) as beside:
            beside.write(text)
    say_what_to_do(made, kept)


def find_uid(db: Connection, who: str) -> str:
    """Whom a name means, or a uid's ending where they were erased.

    Raises UnknownPerson and TwoPeople.
    """
    try:
        handle = find_handle(db, who)
    except UnknownPerson:
        if erased := find_erased(db, who):
            return erased
        raise
    return find_by_handle(db, handle)[0].uid


def rendered(made: FileForPerson, format_: Format, maker: Maker) -> str:
    """The file in a format."""
    if format_ == "json":
        return as_json.render(made, maker)
    return as_markdown.render(person_file_page.compose(made, maker))


def say_what_to_do(made: FileForPerson, kept: PersonFile) -> None:
    """Tell the leader alone who has which number, and that places are to be read."""
    names = {one.uid: (*one.names[-1:], *one.handles[-1:])[0] for one in kept.others}
    numbered = [f"{number} is {names[uid]}" for number, uid in made.numbered.items()]
    if numbered:
        output.note(f"Not in the file: {', '.join(numbered)}.")
    if made.to_check or kept.mentions:
        places = len(made.to_check) + len(kept.mentions)
        where = "the place" if places == 1 else f"the {places} places"
        output.note(f"Before it is handed over, read {where} at its end.")
