"""The command after a conversation."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

import typer

from guidelog.cli.bundles import whole_number
from guidelog.cli.filing import (
    ACTIONS,
    GOALS,
    MINUTES,
    TAGS,
    Dated,
    NextSteps,
    listed,
)
from guidelog.cli.forms import asks
from guidelog.cli.texts import Told, text_argument, text_option
from guidelog.cli.writing import confirm, writing
from guidelog.errors import NotAPair, OptionAlone, OptionsApart
from guidelog.words import Mode, Response, Setting

if TYPE_CHECKING:
    from guidelog.dates import Moment
    from guidelog.journal.recording import Recording


@dataclass(frozen=True)
class Talk:
    """What a talk was like."""

    mode: Annotated[
        Mode | None, typer.Option("--mode", "-m", help="Else by the actions.")
    ] = None
    took: MINUTES = None
    actions: ACTIONS = None
    goals: GOALS = None
    tags: TAGS = None
    about: Annotated[
        Told | None, text_option("--about", says="What it was about, in a few words.")
    ] = None
    agreed: Annotated[
        Told | None, text_option("--agreed", says="What you both left with.")
    ] = None
    setting: Annotated[
        Setting | None, typer.Option("--setting", help="A moment, or a planned talk.")
    ] = None
    place: Annotated[Told | None, text_option("--place", says="Where it was.")] = None
    present: Annotated[
        Told | None, text_option("--present", says="Who else was there.")
    ] = None
    group: Annotated[
        int | None, whole_number("--group", says="How many people it had.")
    ] = None
    paid: Annotated[bool, typer.Option("--paid", help="A paid coaching talk.")] = False
    pro_bono: Annotated[
        bool, typer.Option("--pro-bono", help="An unpaid coaching talk.")
    ] = False
    unwritten: Annotated[
        bool, typer.Option("--unwritten", help="Held, deliberately not written down.")
    ] = False

    def check(self) -> None:
        """Refuse a talk that is paid and unpaid. Raises OptionsApart."""
        if self.paid and self.pro_bono:
            raise OptionsApart(first="--paid", second="--pro-bono")

    def fields(self) -> dict[str, Any]:
        """What was said, as fields."""
        return {
            "mode": self.mode,
            "minutes": self.took,
            "actions": listed(self.actions),
            "goals": listed(self.goals),
            "tags": listed(self.tags),
            "about": self.about,
            "agreed": self.agreed,
            "setting": self.setting,
            "place": self.place,
            "present": self.present,
            "group_size": self.group,
            "paid": "paid" if self.paid else "pro-bono" if self.pro_bono else None,
            "unwritten": self.unwritten,
        }


@dataclass(frozen=True)
class Tried:
    """That a talk was an attempt to resolve a resistance note."""

    attempt: Annotated[
        str | None,
        typer.Option("--attempt", metavar="NOTE", help="The talk was a try at this."),
    ] = None
    offered: Annotated[
        Told | None, text_option("--offered", says="What you offered in it.")
    ] = None
    response: Annotated[
        Response | None, typer.Option("--response", help="How they answered.")
    ] = None

    def check(self) -> None:
        """Refuse half of an attempt. Raises OptionAlone."""
        told = {
            "--attempt": self.attempt,
            "--offered": self.offered,
            "--response": self.response,
        }
        missing = [name for name, value in told.items() if not value]
        if 0 < len(missing) < len(told):
            given = next(name for name in told if name not in missing)
            raise OptionAlone(given=given, missing=" and ".join(missing))


@asks("TALK", templates=True)
def add(
    who: Annotated[str, typer.Argument(metavar="WHO", help="ada, or ada,bo.")],
    note: Annotated[
        Told | None,
        text_argument("NOTE", "What happened.", asked=True, unless=("unwritten",)),
    ],
    talk: Talk,
    dated: Dated,
    next_steps: NextSteps,
    tried: Tried,
    progress: Annotated[
        list[str] | None,
        typer.Option("--progress", metavar="GOAL=VALUE", help="How far a goal is."),
    ] = None,
    new: Annotated[
        Told | None,
        text_option("--new", metavar="NAME", says="WHO is somebody new, called NAME."),
    ] = None,
) -> None:
    """Write down a conversation.

    guidelog add ada "Outage review. She named the alert herself." -t 45 -a listen
    """
    talk.check()
    tried.check()
    fields = {**talk.fields(), **dated.fields(), "note": note}
    with writing("add") as at:
        people = _people(at, who, new)
        uids = [_record(at, people, dated.when, fields)]
        of_talk = {**dated.fields(), "session": uids[0]}
        uids += _measure(at, people, progress or [], dated.when, of_talk)
        uids += _promise(at, people, next_steps, dated.when, of_talk)
        uids += _try(at, people, tried, dated.when, of_talk)
        confirm([*uids, *(people if new else ())], note)


def _people(at: "Recording", who: str, new: Told | None) -> list[str]:
    from guidelog.journal import finding, people

    if new:
        return [people.add_person(at, who, {"name": new})]
    return finding.find_people(at, who)


def _record(
    at: "Recording", people: list[str], when: "Moment | None", fields: dict[str, Any]
) -> str:
    from guidelog.journal.sessions import record_session

    return record_session(at, people, when, fields)


def _measure(
    at: "Recording",
    people: list[str],
    progress: list[str],
    when: "Moment | None",
    of_talk: dict[str, Any],
) -> list[str]:
    if not progress:
        return []
    from guidelog.journal import finding, goals

    made = []
    for said in progress:
        goal_id, equals, value = said.partition("=")
        if not equals:
            raise NotAPair(option="--progress", text=said, example="g2=4")
        goal = finding.find_theirs(at, "goal", goal_id, people)
        measure = goals.read_measure(at, goal, value)
        made.append(goals.check_in(at, goal, when, measure, of_talk))
    return made


def _promise(
    at: "Recording",
    people: list[str],
    next_steps: NextSteps,
    when: "Moment | None",
    of_talk: dict[str, Any],
) -> list[str]:
    steps = next_steps.promises()
    if not steps:
        return []
    from guidelog.journal.commitments import promise_each

    return promise_each(at, people, steps, when, of_talk)


def _try(
    at: "Recording",
    people: list[str],
    tried: Tried,
    when: "Moment | None",
    of_talk: dict[str, Any],
) -> list[str]:
    if not tried.attempt:
        return []
    from guidelog.journal import finding, resistance

    note = finding.find_theirs(at, "resistance", tried.attempt, people)
    told = {"offered": tried.offered, "response": tried.response}
    attempt = resistance.record_attempt(at, note, when, {**of_talk, **told})
    return [attempt, *resistance.notes_moved(at)]
