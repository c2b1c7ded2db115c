"""What a reviewer would ask for: each finding with its words and how to mend it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import Final

from guidelog.dates import Period
from guidelog.lookback.facts import ChangedApart, CheckFacts, PersonFacts
from guidelog.measures.findings import Finding, Group, Wording, findings_of
from guidelog.measures.wording import Hit
from guidelog.reports.phrases import count

RATE: Final = 'guidelog goal rate {id} LEVEL "EVIDENCE"'
PROGRESS: Final[Mapping[str | None, str]] = MappingProxyType(
    {
        "levels": RATE,
        "milestones": 'guidelog goal tick {id} STEP "EVIDENCE"',
        "numeric": 'guidelog goal progress {id} VALUE "EVIDENCE"',
        None: "guidelog goal close {id} STATE",
    }
)
"""How an entry on a goal is made, by its scale."""
TAKE_BACK: Final = "guidelog redact {id} --reason WHY"
TRY: Final = 'guidelog resistance attempt {id} "OFFERED" --response R'
BASELINE: Final = "guidelog edit {id} --baseline NUMBER"
LOOK: Final = "guidelog show {id}"
WORD_ANEW: Final = 'guidelog edit {id} {option} "TEXT"'

OPTIONS: Final[Mapping[str, str]] = MappingProxyType(
    {"reason": "--closing-reason"}
    | {
        field: f"--{field.replace('_', '-')}"
        for field in (
            "about",
            "agreed",
            "situation",
            "impact",
            "expected",
            "my_part",
            "result_text",
            "closing_reason",
        )
    }
    | {"other_causes": "--other-cause"}
)
"""The option of `edit` for a text that is not the entry's own."""

SAID: Final[Mapping[str, str]] = MappingProxyType(
    {
        "untold": "not yet told",
        "no attempt": "no attempt yet",
        "no response": "not answered, and not tried again",
        "no result": "no result yet",
        "look again": "was to be looked at again by now",
        "no baseline": "does not say where it began",
        "no entry": "no entry for {days}",
        "no length": "no length",
        "nothing written": "no words",
        "past its date": "{days} past its date",
        "behind": "{share} of the way, even pace {even}",
        "overdue": "{days} overdue",
        "late": "written {days} later",
        "very late": "written {days} later",
        "never written about": "nothing written in this period",
        "only good": "{good} good and nothing off track in this period",
        "only off track": "{bad} off track or noted, nothing good in this period",
        "apart": "changed on two devices apart",
    }
)
"""What each kind of finding says."""

MENDED: Final[Mapping[str, str]] = MappingProxyType(
    {
        "untold": "guidelog share {id}",
        "no attempt": TRY,
        "no response": 'guidelog resistance attempt {note} "OFFERED" --response R',
        "no result": 'guidelog resistance result {id} RESULT "TEXT" --follow-up WHEN',
        "look again": TRY,
        "no length": "guidelog edit {id} --took DURATION",
        "nothing written": 'guidelog edit {id} --text "TEXT"',
        "past its date": "guidelog goal close {id} STATE",
        "overdue": "guidelog done {id}",
        "late": LOOK,
        "very late": LOOK,
        "never written about": "guidelog add {id}",
        "only good": 'guidelog observe {id} "TEXT" --off-track',
        "only off track": 'guidelog observe {id} "TEXT" --good',
        "apart": LOOK,
    }
)
"""The command that mends each kind of finding."""


@dataclass(frozen=True, slots=True)
class CheckItem:
    """One finding: of which entry, about whom, what is wrong, and what mends it."""

    group: Group
    kind: str
    id: str
    people: str
    day: date | None
    what: str
    mend: str


def check_items(
    facts: CheckFacts, period: Period, today: date, wording: Wording
) -> list[CheckItem]:
    """Everything found, person by person; what is about several people stands once."""
    items: dict[tuple[str, ...], CheckItem] = {}
    for one in facts.people:
        for finding in findings_of(one, period, today, wording):
            item = item_of(finding, one)
            key = (item.kind, item.id, item.mend)
            known = items.get(key)
            people = f"{known.people} {item.people}" if known else item.people
            items[key] = replace(item, people=people)
    return [*items.values(), *(item_of_apart(one) for one in facts.apart)]


def item_of(finding: Finding, facts: PersonFacts) -> CheckItem:
    """One finding in words, with the command that mends it."""
    if finding.hits:
        what, mend = say_words(finding.hits), mend_words(finding)
    else:
        what = SAID[finding.kind].format(**figures_of(finding))
        mend = mend_for(finding, facts)
    return CheckItem(
        finding.group,
        finding.kind,
        finding.id,
        facts.person.handle,
        finding.day,
        what,
        mend,
    )


def item_of_apart(one: ChangedApart) -> CheckItem:
    """An entry that two devices changed apart."""
    mend = MENDED["apart"].format(id=one.id)
    people = " ".join(one.people)
    return CheckItem("apart", "apart", one.id, people, None, SAID["apart"], mend)


def figures_of(finding: Finding) -> dict[str, str]:
    """The figures of a finding by the names that its sentence has for them."""
    first, second = (*finding.figures, 0, 0)[:2]
    return {
        "days": count(int(first), "day"),
        "share": f"{first:.0%}",
        "even": f"{second:.0%}",
        "good": str(int(first)),
        "bad": str(int(second)),
    }


def mend_for(finding: Finding, facts: PersonFacts) -> str:
    """The command that mends a finding about an entry."""
    scales = {goal.id: goal.scale for goal in facts.goals}
    notes = {attempt.id: attempt.resistance for attempt in facts.attempts}
    told = MENDED.get(finding.kind)
    if told is None:
        told = PROGRESS[scales[finding.id]]
        if finding.kind == "no baseline" and scales[finding.id] == "numeric":
            told = BASELINE
    return told.format(id=finding.id, note=notes.get(finding.id, ""))


def say_words(hits: Iterable[Hit]) -> str:
    """The words that weaken a text, each once, and what to write instead."""
    named = dict.fromkeys(f'"{hit.words}"' for hit in hits)
    hints = dict.fromkeys(hit.hint for hit in hits)
    return f"{', '.join(named)}: {', '.join(hints)}"


def mend_words(finding: Finding) -> str:
    """The command that words a text anew, or takes back what must not stand at all."""
    if any(hit.level == "never" for hit in finding.hits):
        return TAKE_BACK.format(id=finding.id)
    option = OPTIONS.get(finding.field, "--text")
    return WORD_ANEW.format(id=finding.id, option=option)
