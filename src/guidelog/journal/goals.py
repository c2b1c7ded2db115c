"""Goals: aims on one scale, and the dated entries that say how far they are."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from sqlmodel import col, select

from guidelog.dates import Moment
from guidelog.errors import (
    ExpectedMissing,
    GoalClosed,
    GoalOpen,
    NoDistance,
    StepDone,
    TargetMissing,
    TwoScales,
    UnknownStep,
    WrongScale,
)
from guidelog.journal.filing import file_entry, when_of
from guidelog.journal.finding import id_of
from guidelog.journal.parts import Fields
from guidelog.journal.recording import Recording
from guidelog.journal.tables.goals import Progress, Step
from guidelog.numbers import read_level, read_number, read_whole

_HOW = {
    "numeric": ("in numbers", "guidelog goal progress {goal} VALUE"),
    "levels": ("in levels -2 to +2", "guidelog goal rate {goal} LEVEL EVIDENCE"),
    "milestones": ("by milestones", "guidelog goal tick {goal} STEP"),
    None: ("on no scale", "Give it one: guidelog edit {goal} --target NUMBER."),
}
_SCALE_OF = {"value": "numeric", "level": "levels", "step": "milestones"}


@dataclass(frozen=True, slots=True)
class Scale:
    """How a goal is measured: milestones, the texts of levels, or numbers in fields."""

    milestones: Sequence[str] = ()
    levels: dict[int, str] = field(default_factory=dict)
    in_levels: bool = False


def set_goal(
    at: Recording, person: str, moment: Moment | None, scale: Scale, fields: Fields
) -> str:
    """Write down a goal with its scale; returns its uid.

    Raises TwoScales, TargetMissing, NoDistance, ExpectedMissing.
    """
    kind = _scale_of(scale, fields)
    own = {**fields, "person": person, "scale": kind}
    goal = file_entry(at, "goal", [person], moment, own)
    texts = dict(enumerate(scale.milestones, 1)) or scale.levels
    for step, text in sorted(texts.items()):
        at.add("step", {"goal": goal, "step": step, "text": text})
    return goal


def _scale_of(scale: Scale, fields: Fields) -> str | None:
    in_levels = scale.in_levels or bool(scale.levels)
    numeric = any(fields.get(name) for name in ("target", "unit"))
    numeric = numeric or bool(fields.get("baseline") and not in_levels)
    asked = [numeric, bool(scale.milestones), in_levels]
    if sum(asked) > 1:
        raise TwoScales(count=sum(asked))
    if in_levels and 0 not in scale.levels:
        raise ExpectedMissing
    if not numeric:
        return next((n for n, on in zip(_NAMES, asked, strict=True) if on), None)
    _check_numbers(fields)
    return "numeric"


_NAMES = ("numeric", "milestones", "levels")


def _check_numbers(fields: Fields) -> None:
    if not fields.get("target"):
        given = "unit" if fields.get("unit") else "baseline"
        raise TargetMissing(given=given)
    baseline = fields.get("baseline")
    if baseline and Decimal(baseline) == Decimal(fields["target"]):
        raise NoDistance(value=baseline)


def rewrite_steps(at: Recording, goal: str, steps: Fields) -> bool:
    """Give a goal other milestones, all of them, or other words for some levels.

    Tells whether anything changed. Raises WrongScale.
    """
    aim = at.fields(goal)
    wanted = dict(steps.get("levels") or {})
    wanted |= {0: steps["expected"]} if steps.get("expected") else {}
    milestones = dict(enumerate(steps.get("milestones") or [], 1))
    fits = {"levels": not milestones, "milestones": not wanted}
    if not fits.get(aim.get("scale") or "", False):
        raise _wrong_scale(at, goal, aim)
    stood = at.journal.exec(select(Step).where(Step.goal == goal)).all()
    known = {one.step: one.uid for one in stood}
    texts = {**wanted, **milestones}
    changed = [_write_step(at, goal, known, one, text) for one, text in texts.items()]
    gone = [uid for step, uid in known.items() if milestones and step not in texts]
    for uid in gone:
        at.delete(uid)
    return any(changed) or bool(gone)


def _write_step(
    at: Recording, goal: str, known: dict[int, str], step: int, text: str
) -> bool:
    if step in known:
        return at.change(known[step], {"text": text})
    at.add("step", {"goal": goal, "step": step, "text": text})
    return True


def fit_scale(before: Fields, changes: Fields) -> Fields:
    """Fit a goal's scale to changed numbers: what gets a target is numeric.

    Raises TwoScales, TargetMissing, NoDistance.
    """
    if not {"target", "baseline", "unit"} & changes.keys():
        return {}
    after = before | changes
    if before.get("scale") in ("milestones", "levels"):
        if changes.get("target") or changes.get("unit"):
            raise TwoScales(count=2)
        return {}
    _check_numbers(after)
    return {"scale": "numeric"}


def check_in(
    at: Recording, goal: str, moment: Moment | None, said: Fields, fields: Fields
) -> str:
    """Write down a dated entry on a goal: a value, a level or a step.

    Raises WrongScale, GoalClosed, UnknownStep, StepDone.
    """
    aim = at.fields(goal)
    (measure,) = said
    if aim.get("scale") != _SCALE_OF[measure]:
        raise _wrong_scale(at, goal, aim)
    when = when_of(at, moment)
    if aim.get("closed_on") and when["day"] > aim["closed_on"]:
        raise _closed(at, goal, aim)
    if measure == "step":
        _check_step(at, goal, said["step"])
    own = {"rater": "leader", **fields, **said, "goal": goal}
    return file_entry(at, "progress", [aim["person"]], moment, own)


def _closed(at: Recording, goal: str, aim: Fields) -> GoalClosed:
    day = at.mark.say(aim["closed_on"])
    return GoalClosed(goal=id_of(at, goal), state=aim["state"], day=day)


def _wrong_scale(at: Recording, goal: str, aim: Fields) -> WrongScale:
    how, help_ = _HOW[aim.get("scale")]
    name = id_of(at, goal)
    return WrongScale(goal=name, scale=how, help=help_.format(goal=name))


def read_measure(at: Recording, goal: str, text: str) -> Fields:
    """Read a value, level or step, whichever the goal is measured in.

    Raises UnreadableNumber, NoLevel, NotBetween, WrongScale.
    """
    aim = at.fields(goal)
    match aim.get("scale"):
        case "numeric":
            return {"value": read_number(text)}
        case "levels":
            return {"level": read_level(text)}
        case "milestones":
            return {"step": read_whole(text)}
    raise _wrong_scale(at, goal, aim)


def _check_step(at: Recording, goal: str, step: int) -> None:
    steps = at.journal.exec(select(Step.step).where(Step.goal == goal)).all()
    name = id_of(at, goal)
    if step not in steps:
        raise UnknownStep(goal=name, step=step, count=len(steps))
    done = select(Progress.day).where(Progress.goal == goal, Progress.step == step)
    day = at.journal.exec(done.order_by(col(Progress.day))).first()
    if day:
        raise StepDone(goal=name, step=step, day=at.mark.say(day))


def close_goal(at: Recording, goal: str, state: str, day: str, reason: str) -> None:
    """End a goal: achieved, dropped or paused. Raises GoalClosed."""
    aim = at.fields(goal)
    if aim.get("state"):
        raise _closed(at, goal, aim)
    at.change(goal, {"state": state, "closed_on": day, "closing_reason": reason})


def reopen_goal(at: Recording, goal: str) -> None:
    """Open a closed goal again. Raises GoalOpen."""
    if not at.fields(goal).get("state"):
        raise GoalOpen(goal=id_of(at, goal))
    at.change(goal, {"state": None, "closed_on": None, "closing_reason": None})
