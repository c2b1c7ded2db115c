"""The options of `edit`: those an entry was made with, each replacing its field."""

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated, Any

import typer

from guidelog import words
from guidelog.cli.common import declared_by
from guidelog.cli.filing import as_day, listed, read_due_day, read_when
from guidelog.cli.goals import read_level_text
from guidelog.cli.texts import Emptied, Told, name_of, text_option
from guidelog.dates import read_minutes
from guidelog.errors import FieldNotHere, UnknownWord
from guidelog.numbers import read_number, read_whole

if TYPE_CHECKING:
    from guidelog.journal.recording import Recording

Words = list[str] | None
Word = str | None
Text = Told | None


def _text(name: str, says: str) -> Any:
    return text_option(name, says=says, may_be_empty=True)


def _word(*names: str, says: str, metavar: str = "WORD") -> Any:
    return typer.Option(*names, parser=Emptied(), metavar=metavar, help=says)


def _never_empty(*names: str, says: str, metavar: str) -> Any:
    return typer.Option(*names, metavar=metavar, help=says)


@dataclass(frozen=True)
class Changes:
    """Everything about an entry that can be changed, by the name of its field."""

    text: Annotated[Text, _text("--text", "The entry's own text.")] = None
    who: Annotated[
        Word, _never_empty("--who", metavar="WHO", says="Whom it is really about.")
    ] = None
    when: Annotated[
        Word, _never_empty("--when", "-w", metavar="WHEN", says="When it happened.")
    ] = None
    private: Annotated[
        bool | None, typer.Option("--private/--record", help="Who may see it.")
    ] = None
    agreed_private: Annotated[
        bool | None,
        typer.Option("--agreed-private/--agreed-record", help="The same, of --agreed."),
    ] = None
    session: Annotated[
        Word, _word("--session", "-s", metavar="ID", says="Its session.")
    ] = None
    goals: Annotated[
        Words, _word("--goal", "-g", metavar="GOAL", says="Its goal or goals.")
    ] = None
    resistance: Annotated[
        Word, _word("--resistance", "-r", metavar="NOTE", says="Its resistance note.")
    ] = None
    actions: Annotated[
        Words, _word("--action", "-a", metavar="ACTION", says="What you did.")
    ] = None
    tags: Annotated[Words, _word("--tag", metavar="TAG", says="Its tags.")] = None
    mode: Annotated[Word, _word("--mode", "-m", says="Coaching, mentoring …")] = None
    minutes: Annotated[
        Word, _word("--took", "-t", metavar="DURATION", says="How long it took.")
    ] = None
    setting: Annotated[Word, _word("--setting", says="Daily or closed.")] = None
    group_size: Annotated[
        Word, _word("--group", metavar="N", says="How many people it had.")
    ] = None
    paid: Annotated[Word, _word("--paid", says="Paid, pro-bono or internal.")] = None
    unwritten: Annotated[
        bool | None, typer.Option("--unwritten/--written", help="Not written down.")
    ] = None
    about: Annotated[Text, _text("--about", "What it was about.")] = None
    agreed: Annotated[Text, _text("--agreed", "What you both left with.")] = None
    place: Annotated[Text, _text("--place", "Where it was.")] = None
    present: Annotated[Text, _text("--present", "Who else was there.")] = None
    standard: Annotated[
        bool | None, typer.Option("--good/--off-track", help="Met the standard or not.")
    ] = None
    noticed: Annotated[Word, _word("--noticed", says="Who noticed it first.")] = None
    told_by: Annotated[Text, _text("--told-by", "Who saw it, if not you.")] = None
    situation: Annotated[Text, _text("--situation", "Where and when it was.")] = None
    impact: Annotated[Text, _text("--impact", "What it did.")] = None
    expected: Annotated[Text, _text("--expected", "The standard, or level 0.")] = None
    their_words: Annotated[Text, _text("--their-words", "What they said.")] = None
    baseline: Annotated[
        Word, _word("--baseline", metavar="NUMBER", says="Where it starts.")
    ] = None
    target: Annotated[
        Word, _word("--target", metavar="NUMBER", says="Where it should end.")
    ] = None
    unit: Annotated[Text, _text("--unit", "What is counted.")] = None
    target_on: Annotated[Word, _word("--by", metavar="WHEN", says="By when.")] = None
    origin: Annotated[Word, _word("--origin", says="Whose idea: me or them.")] = None
    milestones: Annotated[
        list[Told] | None, text_option("--milestone", says="The steps, all of them.")
    ] = None
    levels: Annotated[
        list[Told] | None,
        text_option("--level", metavar="N=TEXT", says="What a level looks like."),
    ] = None
    value: Annotated[
        Word, _word("--value", metavar="VALUE", says="Its value, level or step.")
    ] = None
    rater: Annotated[Word, _word("--rater", says="Whose rating: self, leader.")] = None
    kind: Annotated[Word, _word("--kind", says="Your label of the resistance.")] = None
    other_causes: Annotated[
        list[Told] | None,
        text_option("--other-cause", says="What may be behind it.", may_be_empty=True),
    ] = None
    my_part: Annotated[Text, _text("--my-part", "What you could do better.")] = None
    follow_up_on: Annotated[
        Word, _word("--follow-up", metavar="WHEN", says="When to look again.")
    ] = None
    response: Annotated[Word, _word("--response", says="How they answered.")] = None
    result: Annotated[Word, _word("--result", says="What came of it.")] = None
    result_text: Annotated[Text, _text("--result-text", "What was seen of it.")] = None
    next_follow_up_on: Annotated[
        Word,
        _word("--next-follow-up", metavar="WHEN", says="The day said with the result."),
    ] = None
    due_on: Annotated[Word, _word("--due", metavar="WHEN", says="By when.")] = None
    owner: Annotated[Word, _word("--owner", says="Whose it is: me or them.")] = None
    closing_reason: Annotated[
        Text, _text("--closing-reason", "Why it was closed or dropped.")
    ] = None
    area: Annotated[Text, _text("--area", "The field of work.")] = None
    excellence: Annotated[
        Word, _word("--excellence", metavar="0-4", says="Long-term excellence.")
    ] = None
    self_correction: Annotated[
        Word, _word("--self-correction", metavar="0-4", says="Self-correction.")
    ] = None
    self_generation: Annotated[
        Word, _word("--self-generation", metavar="0-4", says="Self-generation.")
    ] = None
    how: Annotated[Word, _word("--how", says="How it was told.")] = None
    acknowledged: Annotated[Word, _word("--acknowledged", says="Did they sign?")] = None
    label: Annotated[Text, _text("--label", "How lists call an action.")] = None
    family: Annotated[Word, _word("--family", says="The family of an action.")] = None

    def fields(self, at: "Recording") -> dict[str, Any]:
        """The fields that were named, read as where they were made; "" empties one."""
        from guidelog.journal.finding import find_people

        said = {one.name: getattr(self, one.name) for one in dataclasses.fields(self)}
        changes: dict[str, Any] = {}
        for name, value in said.items():
            if value is not None:
                changes |= READERS.get(name, _as_it_is)(name, value)
        if self.who:
            changes["who"] = find_people(at, self.who)
        return changes


FIELDS: Mapping[str, str] = MappingProxyType(
    {"when": "day", "private": "visibility", "agreed_private": "agreed_visibility"}
)
"""What the record calls a field that the options call otherwise."""


def in_options(refusal: FieldNotHere) -> FieldNotHere:
    """Word a refusal of a field by the options of `edit`: a leader types no field."""
    options = {FIELDS.get(one.name, one.name): one for one in declared_by(Changes)}
    field, fields = refusal.facts["field"], str(refusal.facts["fields"]).split(", ")
    # a time comes with its day, and has no option of its own
    named = [name_of(options[one]) for one in fields if one in options]
    said = {"field": name_of(options[field]), "fields": ", ".join(named)}
    return FieldNotHere(**refusal.facts | said)


Reading = Callable[[str, Any], dict[str, Any]]


def _as_it_is(name: str, value: Any) -> dict[str, Any]:
    return {name: value or None}


def _list(name: str, value: list[str]) -> dict[str, Any]:
    return {name: listed(value)}


def _moment(_name: str, value: str) -> dict[str, Any]:
    moment = read_when(value)
    return {"day": moment.day.isoformat(), "time": moment.time, "zone": moment.zone}


def _with(reader: Callable[[str], Any]) -> Reading:
    return lambda name, value: {name: reader(value) if value else None}


def _among(known: tuple[str, ...]) -> Reading:
    def read(name: str, value: str) -> dict[str, Any]:
        if value and value not in known:
            what = f"the {name.replace('_', ' ')}"
            raise UnknownWord.among(what, value, known)
        return {name: value or None}

    return read


def _visible(name: str, value: bool) -> dict[str, Any]:
    field = "visibility" if name == "private" else "agreed_visibility"
    return {field: "private" if value else "record"}


def _standard(name: str, value: bool) -> dict[str, Any]:
    return {name: "met" if value else "off-track"}


def _causes(name: str, value: list[str]) -> dict[str, Any]:
    return {name: "\n".join(words.name_cause(one) for one in value if one)}


def _levels(name: str, value: list[str]) -> dict[str, Any]:
    return {name: dict(read_level_text(one) for one in value)}


_scale_0_to_4 = _among(("0", "1", "2", "3", "4"))


def _outcome(name: str, value: str) -> dict[str, Any]:
    return {name: int(value) if _scale_0_to_4(name, value)[name] else None}


READERS: Mapping[str, Reading] = MappingProxyType(
    {
        "when": _moment,
        "private": _visible,
        "agreed_private": _visible,
        "goals": _list,
        "actions": _list,
        "tags": _list,
        "mode": _among(tuple(dict.fromkeys((*words.MODES, *words.ACTION_MODES)))),
        "minutes": _with(read_minutes),
        "setting": _among(words.SETTINGS),
        "group_size": _with(read_whole),
        "paid": _among(words.PAID),
        "unwritten": lambda name, value: {name: value},
        "standard": _standard,
        "noticed": _among(words.NOTICERS),
        "baseline": _with(read_number),
        "target": _with(read_number),
        "target_on": _with(lambda text: as_day(read_due_day(text))),
        "origin": _among(words.ORIGINS),
        "levels": _levels,
        "rater": _among(words.RATERS),
        "kind": _among(words.RESISTANCE_KINDS),
        "other_causes": _causes,
        "follow_up_on": _with(lambda text: as_day(read_due_day(text))),
        "next_follow_up_on": _with(lambda text: as_day(read_due_day(text))),
        "response": _among(words.RESPONSES),
        "result": _among(words.RESULTS),
        "due_on": _with(lambda text: as_day(read_due_day(text))),
        "owner": _among(words.OWNERS),
        "excellence": _outcome,
        "self_correction": _outcome,
        "self_generation": _outcome,
        "how": _among(words.HANDOUT_WAYS),
        "acknowledged": _among(words.ACKNOWLEDGED),
        "family": _among(words.FAMILIES),
    }
)
"""How the value of each field is read; the others are kept as they are."""
