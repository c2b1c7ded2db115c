"""The command that judges the outcomes of coaching."""

from typing import Annotated

from guidelog.cli.bundles import whole_number
from guidelog.cli.filing import GOAL, WHO, Dated
from guidelog.cli.texts import Told, text_argument, text_option
from guidelog.cli.writing import confirm, writing


def _level(says: str, name: str) -> object:
    return whole_number(name, metavar="0-4", first=0, last=4, says=says)


def assess(
    who: WHO,
    dated: Dated,
    evidence: Annotated[
        Told | None, text_argument("EVIDENCE", "What shows it.", needed=False)
    ] = None,
    excellence: Annotated[
        int | None, _level("Does it well over a long time.", "--excellence")
    ] = None,
    self_correction: Annotated[
        int | None, _level("Notices and mends slips alone.", "--self-correction")
    ] = None,
    self_generation: Annotated[
        int | None, _level("Carries the skill elsewhere.", "--self-generation")
    ] = None,
    area: Annotated[
        Told | None, text_option("--area", says="The field of work it is about.")
    ] = None,
    goal: GOAL = None,
) -> None:
    """Judge the outcomes of coaching, each from 0 (not seen) to 4 (alone).

    guidelog assess ada "Names slips before others do" --self-correction 3
    """
    fields = {
        **dated.fields(),
        "evidence": evidence,
        "excellence": excellence,
        "self_correction": self_correction,
        "self_generation": self_generation,
        "area": area,
        "goal": goal,
    }
    with writing("assess") as at:
        from guidelog.journal import finding, outcomes

        person = finding.find_person(at, who)
        uid = outcomes.assess(at, person, dated.when, fields)
        confirm([uid])
