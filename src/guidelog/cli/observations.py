"""The command for a dated fact seen outside a session."""

from typing import Annotated, Literal

import typer

from guidelog.cli.filing import GOAL, TAGS, WHO, Filed, listed
from guidelog.cli.forms import asks
from guidelog.cli.texts import Told, text_argument, text_option
from guidelog.cli.writing import confirm, writing

Noticer = Literal["self", "leader", "other"]


@asks("SIGHT")
def observe(
    who: WHO,
    text: Annotated[Told, text_argument("TEXT", "What was seen.", asked=True)],
    filed: Filed,
    good: Annotated[
        bool | None, typer.Option("--good/--off-track", help="Met the standard or not.")
    ] = None,
    noticed: Annotated[
        Noticer | None, typer.Option("--noticed", help="Who noticed it first.")
    ] = None,
    told_by: Annotated[
        Told | None, text_option("--told-by", says="Who saw it, if not you.")
    ] = None,
    situation: Annotated[
        Told | None, text_option("--situation", says="Where and when it was.")
    ] = None,
    impact: Annotated[Told | None, text_option("--impact", says="What it did.")] = None,
    expected: Annotated[
        Told | None, text_option("--expected", says="The standard that stood.")
    ] = None,
    their_words: Annotated[
        Told | None, text_option("--their-words", says="What they said.")
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
        "text": text,
        "standard": standard,
        "noticed": noticed,
        "told_by": told_by,
        "situation": situation,
        "impact": impact,
        "expected": expected,
        "their_words": their_words,
        "tags": listed(tags),
        "goal": goal,
        "resistance": resistance,
    }
    with writing("observe") as at:
        from guidelog.journal import finding, outcomes

        person = finding.find_person(at, who)
        uid = outcomes.note_observation(at, person, filed.when, fields)
    confirm([uid], text)
