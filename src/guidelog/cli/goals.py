"""Commands about goals."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

import typer

from guidelog.cli.bundles import parsed, whole_number
from guidelog.cli.filing import WHEN, WHO, Dated, Filed, as_day, read_due_day
from guidelog.cli.forms import asks
from guidelog.cli.texts import Told, text_argument, text_option
from guidelog.cli.writing import confirm, writing
from guidelog.dates import clock
from guidelog.errors import NotAPair
from guidelog.numbers import read_level, read_number
from guidelog.words import ClosedGoalState, Origin, Rater

GOAL_ID = Annotated[str, typer.Argument(metavar="GOAL", help="The goal, such as g2.")]
_LEVEL_TEXT = re.compile(r"\s*([+−-]?\d)\s*=(.*)", re.DOTALL)


@dataclass(frozen=True)
class Numbers:
    """A numeric scale and the day of the goal."""

    baseline: Annotated[
        str | None,
        typer.Option(
            "--baseline",
            metavar="NUMBER",
            parser=parsed(read_number),
            help="Where it starts.",
        ),
    ] = None
    target: Annotated[
        str | None,
        typer.Option(
            "--target",
            metavar="NUMBER",
            parser=parsed(read_number),
            help="Where it should end.",
        ),
    ] = None
    unit: Annotated[
        Told | None, text_option("--unit", says="What is counted.", may_be_empty=True)
    ] = None
    by: Annotated[
        date | None,
        typer.Option(
            "--by", metavar="WHEN", parser=parsed(read_due_day), help="By when."
        ),
    ] = None
    origin: Annotated[
        Origin | None, typer.Option("--origin", help="Whose idea it was.")
    ] = None

    def fields(self) -> dict[str, Any]:
        """What was said, as fields."""
        return {
            "baseline": self.baseline,
            "target": self.target,
            "unit": self.unit,
            "target_on": as_day(self.by),
            "origin": self.origin,
        }


@asks("AIM")
def add_goal(
    who: WHO,
    title: Annotated[
        Told, text_argument("TITLE", "What should be reached.", asked=True)
    ],
    numbers: Numbers,
    dated: Dated,
    milestones: Annotated[
        list[Told] | None, text_option("--milestone", says="A step on the way.")
    ] = None,
    levels: Annotated[
        bool, typer.Option("--levels", help="Rated -2 to +2, 0 is as expected.")
    ] = False,
    expected: Annotated[
        Told | None, text_option("--expected", says="What level 0 looks like.")
    ] = None,
    level: Annotated[
        list[Told] | None,
        text_option("--level", metavar="N=TEXT", says="What another level looks like."),
    ] = None,
) -> None:
    """Write down an aim of one person, measured in numbers, milestones or levels.

    guidelog goal add ada "Lead the review alone" --baseline 0 --target 6 --by "31 dec"
    """
    texts = dict(read_level_text(one) for one in level or [])
    texts |= {0: expected} if expected else {}
    with writing("goal add") as at:
        from guidelog.journal import finding, goals

        scale = goals.Scale(milestones or [], texts, levels)
        person = finding.find_person(at, who)
        fields = {**numbers.fields(), **dated.fields(), "title": title}
        uid = goals.set_goal(at, person, dated.when, scale, fields)
        confirm([uid])


def read_level_text(text: str) -> tuple[int, str]:
    """Read what a level looks like, as in -1=TEXT. Raises NotAPair, NoLevel."""
    match = _LEVEL_TEXT.fullmatch(text)
    if not match or not match[2].strip():
        raise NotAPair(option="--level", text=text, example="--level -1=TEXT")
    return read_level(match[1]), match[2].strip()


def record_progress(
    goal: GOAL_ID,
    value: Annotated[
        str,
        typer.Argument(metavar="VALUE", parser=parsed(read_number), help="Now."),
    ],
    filed: Filed,
    evidence: Annotated[
        Told | None, text_argument("EVIDENCE", "What shows it.", needed=False)
    ] = None,
) -> None:
    """Write down where a numeric goal stands.

    guidelog goal progress g2 4 "Led the fourth one alone"
    """
    _check_in("goal progress", goal, {"value": value}, filed, {"evidence": evidence})


def rate_goal(
    goal: GOAL_ID,
    level: Annotated[
        int,
        typer.Argument(metavar="LEVEL", parser=parsed(read_level), help="-2 to +2."),
    ],
    evidence: Annotated[Told, text_argument("EVIDENCE", "What shows it.")],
    filed: Filed,
    rater: Annotated[Rater, typer.Option("--rater", help="Whose rating.")] = "leader",
) -> None:
    """Rate a goal that is measured in levels.

    guidelog goal rate g5 -1 "Handed over once" --rater leader
    """
    fields = {"evidence": evidence, "rater": rater}
    _check_in("goal rate", goal, {"level": level}, filed, fields)


def tick_milestone(
    goal: GOAL_ID,
    step: Annotated[int, whole_number(metavar="STEP", says="Its number.")],
    filed: Filed,
    evidence: Annotated[
        Told | None, text_argument("EVIDENCE", "What shows it.", needed=False)
    ] = None,
) -> None:
    """Tick a milestone that was reached.

    guidelog goal tick g4 2
    """
    _check_in("goal tick", goal, {"step": step}, filed, {"evidence": evidence})


def _check_in(
    command: str, goal: str, said: dict[str, Any], filed: Filed, fields: dict[str, Any]
) -> None:
    with writing(command) as at:
        from guidelog.journal import finding, goals

        own = {**filed.fields(), **fields}
        found = finding.find(at, goal, "goal")
        uid = goals.check_in(at, found, filed.when, said, own)
        confirm([uid])


def close_goal(
    goal: GOAL_ID,
    state: Annotated[ClosedGoalState, typer.Argument(metavar="STATE")],
    reason: Annotated[
        Told | None, text_argument("REASON", "Why.", needed=False)
    ] = None,
    when: WHEN = None,
) -> None:
    """Close a goal: achieved, dropped or paused.

    guidelog goal close g3 achieved "Six weeks without rework"
    """
    day = as_day(when.day if when else clock.today())
    with writing("goal close") as at:
        from guidelog.journal import finding, goals

        uid = finding.find(at, goal, "goal")
        goals.close_goal(at, uid, state, day or "", reason or "")
        confirm([uid])


def reopen_goal(goal: GOAL_ID) -> None:
    """Open a closed goal again.

    guidelog goal reopen g3
    """
    with writing("goal reopen") as at:
        from guidelog.journal import finding, goals

        uid = finding.find(at, goal, "goal")
        goals.reopen_goal(at, uid)
        confirm([uid])
