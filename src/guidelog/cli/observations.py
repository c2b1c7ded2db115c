"""The command for a dated fact seen outside a session."""

from typing import Annotated

import typer

from guidelog.cli.filing import GOAL, TAGS, WHO, Account, Filed, listed
from guidelog.cli.forms import asks
from guidelog.cli.texts import Told, text_argument, text_option
from guidelog.cli.writing import confirm, writing
from guidelog.words import Noticer


@asks("SIGHT")
def observe(
    who: WHO,
    text: Annotated[Told, text_argument("TEXT", "What was seen.", asked=True)],
    filed: Filed,
    account: Account,
    good: Annotated[
        bool | None, typer.Option("--good/--off-track", help="Met the standard or not.")
    ] = None,
    noticed: Annotated[
        Noticer | None, typer.Option("--noticed", help="Who noticed it first.")
    ] = None,
    situation: Annotated[
        Told | None, text_option("--situation", says="Where and when it was.")
    ] = None,
    expected: Annotated[
        Told | None, text_option("--expected", says="The standard that stood.")
    ] = None,
    tags: TAGS = None,
    goal: GOAL = None,
    resistance: Annotated[
        str | None,
        typer.Option("--resistance", "-r", metavar="NOTE", help="It happened again."),
    ] = None,
) -> None:
    """Write down a dated fact, good or off track.

    guidelog observe ada "Paged the wrong team" --off-track --noticed self
    """
    standard = {True: "met", False: "off-track", None: None}[good]
    fields = {
        **filed.fields(),
        **account.fields(),
        "text": text,
        "standard": standard,
        "noticed": noticed,
        "situation": situation,
        "expected": expected,
        "tags": listed(tags),
        "goal": goal,
        "resistance": resistance,
    }
    with writing("observe") as at:
        from guidelog.journal import finding, outcomes

        person = finding.find_person(at, who)
        uid = outcomes.note_observation(at, person, filed.when, fields)
        confirm([uid], text)
