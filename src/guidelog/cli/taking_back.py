"""Commands that take words back, or keep them from it: redact, erase, hold, join."""

from collections.abc import Iterable
from typing import Annotated

import typer

from guidelog.cli import output
from guidelog.cli.asking import ask
from guidelog.cli.common import called, wishes
from guidelog.cli.filing import WHO, YES
from guidelog.cli.looking import looking
from guidelog.cli.texts import Told, text_argument, text_option, words_of
from guidelog.cli.whereabouts import journal_file
from guidelog.cli.writing import confirm, trying, writing
from guidelog.errors import ArgumentMissing, OptionsApart
from guidelog.lookback.finding import find_handle
from guidelog.lookback.kept import Mention
from guidelog.lookback.mentions import (
    counts_about,
    holds,
    mentions_of,
    names_going,
    namesakes_of,
)
from guidelog.lookback.names import names_of
from guidelog.reports.phrases import count
from guidelog.storage.drafts import remove_draft, waiting

ELSEWHERE = (
    "Exports, reports and copies elsewhere still hold the words; so may the disk's "
    "freed blocks."
)


def redact(
    id_: Annotated[str, typer.Argument(metavar="ID", help="Such as s12.")],
    reason: Annotated[Told, text_option("--reason", says="Why the words must go.")],
    field: Annotated[
        str | None,
        typer.Option("--field", metavar="F", help="One text only, such as note."),
    ] = None,
    yes: YES = False,
) -> None:
    """Take back the words of an entry for good, from every version and backup.

    guidelog redact s12 --field note --reason "names a patient" --yes
    """
    name = field.replace("-", "_") if field else None
    with trying("redact") as at:
        from guidelog.journal import erasing

        erasing.redact(at, id_, name, reason)
    if not ask(f"Take back the words of {id_} for good?", yes=yes):
        output.note("Nothing was taken back.")
        return
    with writing("redact") as at:
        told = erasing.texts_of(at, id_)
        parts = erasing.redact(at, id_, name, reason)
    _remove_drafts_with(told[part] for part in parts if part in told)
    said = ", ".join(part.replace("_", " ") for part in parts)
    output.say_line(f"{id_}  taken back: {said}")
    output.note(ELSEWHERE)


def erase(
    who: WHO,
    reason: Annotated[Told | None, text_option("--reason", says="Why.")] = None,
    yes: YES = False,
) -> None:
    """Erase a person: all that is about them alone, from every version and backup.

    Without --yes it only says what would go.

    guidelog person erase ada
    """
    with looking() as db:
        handle = find_handle(db, who)
        counts, name = counts_about(db, handle), names_of(db, [handle])[handle]
        names, namesakes = names_going(db, handle, name), namesakes_of(db, handle, name)
        mentions = mentions_of(db, handle, names)
    if wishes().json:
        said = {"person": handle, "entries": counts, "mentions": mentions}
        output.print_json("erase", [said])
        return
    for kind, number in counts.items():
        output.say_line(f"{kind:<12} {number:>5}")
    say_mentions(mentions)
    for one in namesakes:
        output.note(f"{one} has the same name: texts and drafts that hold it stay.")
    if not yes:
        output.note(
            f"Nothing was erased: guidelog person erase {handle} --yes does it."
        )
        return
    with writing("person erase") as at:
        from guidelog.journal import erasing, finding

        erasing.erase_person(at, finding.find_person(at, handle), reason or "")
    _remove_drafts_with(names)
    output.say_line(f"{handle}  erased")
    output.note(ELSEWHERE)


def _remove_drafts_with(gone: Iterable[str]) -> None:
    """Remove the drafts that hold one of these names or texts as words of their own."""
    words = list(gone)
    for draft in waiting(journal_file()):
        said = "\n".join(" ".join(words_of(one)) for one in draft.typed.values())
        if any(holds(said, one) for one in words):
            remove_draft(draft)


def say_mentions(mentions: list[Mention]) -> None:
    """Name the texts that hold the name of somebody to be erased, or erased."""
    for mention in mentions:
        # a reason goes with the text that it was given for
        field = "" if mention.field == "why" else f"--field {mention.field} "
        command = f"{called()} redact {mention.id} {field}--reason TEXT"
        output.say_line(f"{mention.id}  names them, in another's entry: {command}")


def hold(
    who: WHO,
    reason: Annotated[
        Told | None,
        text_argument("REASON", "Why it must be kept.", unless=("lift",)),
    ],
    lift: Annotated[bool, typer.Option("--lift", help="End the hold.")] = False,
) -> None:
    """Keep a person's record: nothing of it can be deleted, redacted or erased.

    guidelog person hold bo "tribunal case"
    """
    if lift and reason:
        raise OptionsApart(first="--lift", second="REASON")
    with writing("person hold") as at:
        from guidelog.journal import erasing, finding

        person = finding.find_person(at, who)
        if lift:
            erasing.lift_hold(at, person)
        elif reason:
            erasing.hold_person(at, person, reason)
        else:
            raise ArgumentMissing(
                what="REASON",
                means=": why it must be kept",
                usage="guidelog person hold WHO REASON",
            )
        confirm([person])


def join(
    keep: Annotated[str, typer.Argument(metavar="KEEP", help="Who stays.")],
    other: Annotated[str, typer.Argument(metavar="OTHER", help="The same person.")],
) -> None:
    """Give one person's entries to another handle of the same person.

    guidelog person join ada ada-2
    """
    with writing("person join") as at:
        from guidelog.journal import finding, people

        kept = finding.find_person(at, keep)
        given = people.join_people(at, kept, finding.find_person(at, other))
        confirm([kept])
    entries = count(len(given), "entry", "entries")
    output.note(f"{entries} went over to {keep}; {other} is archived.")
    output.note("If they are two people: guidelog undo takes it back.")
