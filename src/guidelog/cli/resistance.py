"""Commands about resistance notes, attempts and what came of them."""

from typing import Annotated

import typer

from guidelog.cli.filing import (
    ACTIONS,
    FOLLOW_UP,
    GOAL,
    WHEN,
    WHO,
    Account,
    Filed,
    NextSteps,
    as_day,
    listed,
)
from guidelog.cli.forms import asks
from guidelog.cli.texts import Told, text_argument, text_option
from guidelog.cli.writing import confirm, writing
from guidelog.words import (
    LaterStatus,
    ResistanceKind,
    Response,
    Result,
    Stage,
    name_cause,
)

NOTE_ID = Annotated[str, typer.Argument(metavar="NOTE", help="The note, such as r1.")]


@asks("PATTERN")
def add_note(
    who: WHO,
    observed: Annotated[
        Told, text_argument("OBSERVED", "What was seen or heard.", asked=True)
    ],
    expected: Annotated[
        Told, text_option("--expected", says="The guidance or standard that stood.")
    ],
    filed: Filed,
    account: Account,
    kind: Annotated[
        ResistanceKind,
        typer.Option("--kind", help="Your working label; documents say another."),
    ] = "resistance",
    other_causes: Annotated[
        list[Told] | None,
        text_option("--other-cause", says="What else may be behind it."),
    ] = None,
    my_part: Annotated[
        Told | None, text_option("--my-part", says="What you could do better.")
    ] = None,
    goal: GOAL = None,
    follow_up: FOLLOW_UP = None,
) -> None:
    """Write down a pattern of resistance: what was seen and what was expected.

    guidelog resistance add bo "2 of 5 hand-overs without it" --expected "Checklist"
    """
    fields = {
        **filed.fields(),
        **account.fields(),
        "kind": kind,
        "observed": observed,
        "expected": expected,
        "other_causes": "\n".join(name_cause(one) for one in other_causes or []),
        "my_part": my_part,
        "goal": goal,
        "follow_up_on": as_day(follow_up),
    }
    with writing("resistance add") as at:
        from guidelog.journal import finding, resistance

        person = finding.find_person(at, who)
        uid = resistance.note_resistance(at, person, filed.when, fields)
        confirm([uid], observed)


@asks("TRY")
def try_again(
    note: NOTE_ID,
    offered: Annotated[
        Told, text_argument("OFFERED", "What you asked or offered.", asked=True)
    ],
    response: Annotated[
        Response, typer.Option("--response", help="How they answered.")
    ],
    filed: Filed,
    next_steps: NextSteps,
    actions: ACTIONS = None,
    their_words: Annotated[
        Told | None, text_option("--their-words", says="What they said.")
    ] = None,
    follow_up: FOLLOW_UP = None,
) -> None:
    """Write down a try to resolve a note, and how they answered.

    guidelog resistance attempt r1 "Asked what stands in the way" --response partly
    """
    fields = {
        **filed.fields(),
        "offered": offered,
        "response": response,
        "actions": listed(actions),
        "their_words": their_words,
        "follow_up_on": as_day(follow_up),
    }
    with writing("resistance attempt") as at:
        from guidelog.journal import commitments, finding, resistance

        found = finding.find(at, note, "resistance")
        uids = [resistance.record_attempt(at, found, filed.when, fields)]
        people = [at.fields(found)["person"]]
        linked = {**filed.fields(), "resistance": found, "attempt": uids[0]}
        steps = next_steps.promises()
        uids += commitments.promise_each(at, people, steps, filed.when, linked)
        # last, so that scripts find the commitments where they always were
        uids += resistance.notes_moved(at)
        confirm(uids, offered)


def record_result(
    attempt: Annotated[str, typer.Argument(metavar="ATTEMPT", help="Such as a1.")],
    result: Annotated[Result, typer.Argument(metavar="RESULT")],
    text: Annotated[
        Told | None, text_argument("TEXT", "What was seen.", needed=False)
    ] = None,
    when: WHEN = None,
    follow_up: FOLLOW_UP = None,
) -> None:
    """Write down what came of an attempt: improved, some, none, worse or too-early.

    guidelog resistance result a1 some "Four of six" --follow-up "4 sep"
    """
    fields = {
        "result": result,
        "result_text": text,
        "next_follow_up_on": as_day(follow_up),
    }
    with writing("resistance result") as at:
        from guidelog.journal import finding, resistance

        uid = finding.find(at, attempt, "attempt")
        resistance.record_result(at, uid, when, fields)
        note = at.fields(uid)["resistance"]
        confirm([uid, note])


def move_note(
    note: NOTE_ID,
    status: Annotated[LaterStatus, typer.Argument(metavar="STATUS")],
    reason: Annotated[
        Told | None, text_argument("REASON", "Why, or what changed.", needed=False)
    ] = None,
    when: WHEN = None,
    to: Annotated[
        Told | None, text_option("--to", metavar="WHOM", says="Escalated to whom.")
    ] = None,
    stage: Annotated[
        Stage | None,
        typer.Option("--stage", help="A formal step that was taken elsewhere."),
    ] = None,
    follow_up: FOLLOW_UP = None,
) -> None:
    """Move a note: monitoring, resolved, escalated, closed, withdrawn, working.

    guidelog resistance status r1 resolved "Checklist in use for six weeks"
    """
    fields = {
        "reason": reason,
        "to_whom": to,
        "stage": stage,
        "follow_up_on": as_day(follow_up),
    }
    with writing("resistance status") as at:
        from guidelog.journal import finding, resistance

        uid = finding.find(at, note, "resistance")
        resistance.change_status(at, uid, status, when, fields)
        confirm([uid])
