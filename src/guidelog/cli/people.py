"""Commands about people."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

import typer

from guidelog.cli.bundles import parsed
from guidelog.cli.filing import WHO, read_past_day
from guidelog.cli.texts import Emptied, Told, text_argument, text_option
from guidelog.cli.writing import confirm, writing
from guidelog.dates import read_rhythm
from guidelog.errors import UnknownWord
from guidelog.words import RELATION_SYNONYMS, RELATIONS


class Relation(str):
    """A relation as it is kept, from any of its names."""

    __slots__ = ()


def read_relation(text: str) -> Relation:
    """Read how a person stands to the leader. Raises UnknownWord."""
    plain = text.strip().lower()
    known = RELATION_SYNONYMS.get(plain, plain)
    if known not in RELATIONS:
        raise UnknownWord.among(what="the relation", word=text, known=RELATIONS)
    return Relation(known)


def relation_option(says: str) -> Any:
    """Declare the option that says how somebody stands to the leader."""
    parser = parsed(read_relation)
    return typer.Option("--relation", metavar="RELATION", parser=parser, help=says)


@dataclass(frozen=True)
class About:
    """What is kept about a person besides the name."""

    relation: Annotated[
        Relation | None,
        relation_option("report, peer, mentee, client or other; a report if not said."),
    ] = None
    role: Annotated[
        Told | None,
        text_option("--role", says="What they do.", may_be_empty=True),
    ] = None
    team: Annotated[
        Told | None, text_option("--team", says="Their team.", may_be_empty=True)
    ] = None
    contact: Annotated[
        Told | None,
        text_option("--contact", says="Mail or telephone.", may_be_empty=True),
    ] = None
    rhythm: Annotated[
        int | None,
        typer.Option(
            "--rhythm",
            metavar="RHYTHM",
            parser=Emptied(parsed(read_rhythm)),
            help="How often you want to talk: 2w, 10d, 1m.",
        ),
    ] = None
    since: Annotated[
        date | None,
        typer.Option(
            "--since",
            metavar="WHEN",
            parser=Emptied(parsed(read_past_day)),
            help="Since when you guide them.",
        ),
    ] = None
    consent: Annotated[
        date | None,
        typer.Option(
            "--consent",
            metavar="WHEN",
            parser=Emptied(parsed(read_past_day)),
            help="When they agreed to stand in a log of coaching hours.",
        ),
    ] = None

    def fields(self) -> dict[str, Any]:
        """What was said, as fields; an empty text empties its field."""
        said = {
            "relation": self.relation,
            "role": self.role,
            "team": self.team,
            "contact": self.contact,
            "rhythm_days": self.rhythm,
            "since": self.since,
            "log_consent_on": self.consent,
        }
        return {name: _kept(value) for name, value in said.items() if value is not None}


def _kept(value: object) -> object:
    """A value as fields hold it; an empty one, of whatever kind, is none."""
    return value.isoformat() if isinstance(value, date) else value or None


def add_person(
    handle: Annotated[str, typer.Argument(metavar="HANDLE", help="Short, as ada.")],
    name: Annotated[Told, text_argument("NAME", "The full name.")],
    about: About,
) -> None:
    """Add somebody you guide, under a short handle.

    Without --rhythm it is the one that is set as default_rhythm, if any; "" is none.

    guidelog person add ada "Ada Okonkwo" --role "site reliability engineer" --rhythm 2w
    """
    with writing("person add") as at:
        from guidelog.journal import people

        uid = people.add_person(at, handle, {"name": name, **about.fields()})
        confirm([uid])


def edit_person(
    who: WHO,
    about: About,
    name: Annotated[Told | None, text_option("--name", says="The full name.")] = None,
) -> None:
    """Change what is kept about a person; "" empties a field.

    guidelog person edit ada --team Platform
    """
    changes = about.fields() | ({"text": name} if name else {})
    with writing("person edit") as at:
        from guidelog.journal import changing, finding

        uid = changing.edit(at, finding.find_person(at, who), changes)
        confirm([uid])


def archive_person(
    who: WHO,
    undo: Annotated[bool, typer.Option("--undo", help="Take them out again.")] = False,
) -> None:
    """Put away somebody you no longer guide; everything stays on record.

    guidelog person archive li
    """
    with writing("person archive") as at:
        from guidelog.journal import filing, finding, people

        uid = finding.find_person(at, who)
        people.archive_person(at, uid, None if undo else filing.today_of(at))
        confirm([uid])
