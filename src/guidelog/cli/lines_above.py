"""The lines above a text: a sheet written out for the editor, and read back from it."""

from collections.abc import Iterator
from typing import Any, Final

from guidelog.cli.desk import handles_of
from guidelog.cli.forms import Form
from guidelog.cli.front_matter import KeyLine, Page, read_boxes
from guidelog.cli.sheet import Answer, Sheet
from guidelog.cli.texts import name_of
from guidelog.dates import today
from guidelog.errors import (
    NotInTalk,
    TwiceSaid,
    UnfitLine,
    UnfitValue,
    UnknownKey,
)
from guidelog.near import say_near

KEYS: Final = {"private": "visibility", "good": "standard", "steps": "next"}
"""What some parameters are called above a text."""
REMARK: Final = "a line may stay empty; - [ ] @ada … by friday becomes a commitment"
_YES_NO: Final = {"yes": True, "true": True, "no": False, "false": False}


def write_lines(form: Form, sheet: Sheet) -> Iterator[tuple[str, str]]:
    """Give each key with its value: those the form names, and what else was said."""
    said = [name for name in sheet.typed if name in _fillable(form, sheet)]
    for name in dict.fromkeys((*form.keys, *said)):
        if name == "when" and sheet.is_missing(name):
            yield name, today().isoformat()
        else:
            yield key_of(name), _word(sheet, name, sheet.typed.get(name))


def key_of(name: str) -> str:
    """What a parameter is called above a text."""
    return KEYS.get(name, name.replace("_", "-"))


def _fillable(form: Form, sheet: Sheet) -> list[str]:
    """The parameters that may stand above the text: all but the text."""
    return [
        name
        for name, param in sheet.params.items()
        if name != form.text and param.expose_value
    ]


def _word(sheet: Sheet, name: str, said: Any) -> str:
    if said is None:
        return ""
    if sheet.is_flag(name):
        return _word_flag(sheet, name, bool(said))
    if isinstance(said, str):
        return said
    return (", " if sheet.has_words(name) else "\n").join(said)


def _word_flag(sheet: Sheet, name: str, is_on: bool) -> str:
    on, off = _flag_words(sheet, name)
    return on if is_on else off


def _flag_words(sheet: Sheet, name: str) -> tuple[str, str]:
    """The two words of a flag: the names of its options, or yes and no."""
    param = sheet.params[name]
    if not param.secondary_opts:
        return "yes", "no"
    return param.opts[0].lstrip("-"), param.secondary_opts[0].lstrip("-")


def take_page(form: Form, sheet: Sheet, page: Page) -> None:
    """Take from a page what it says; lines that went missing say nothing.

    Raises UnknownKey, TwiceSaid, UnfitLine and NotInTalk.
    """
    names = _fillable(form, sheet)
    by_key = {key_of(name): name for name in names}
    by_key |= {name_of(sheet.params[name]).lstrip("-").lower(): name for name in names}
    if page.lines:
        for name in [name for name in names if sheet.is_said(name)]:
            sheet.clear(name)
    for line in page.lines:
        _take_line(sheet, line, by_key)
    if page.text.strip():
        sheet.fill(form.text, page.text)
    if "steps" in sheet.params:
        _take_boxes(form, sheet, page.text)


def _take_line(sheet: Sheet, line: KeyLine, by_key: dict[str, str]) -> None:
    name = by_key.get(line.key)
    if name is None:
        near = say_near(line.key, by_key)
        keys = ", ".join(dict.fromkeys(key_of(one) for one in by_key.values()))
        raise UnknownKey(line=line.number, key=line.key, near=near, keys=keys)
    if not line.value.strip():
        return
    if sheet.is_said(name) and not sheet.is_repeatable(name):
        raise TwiceSaid(line=line.number, key=line.key)
    try:
        sheet.fill(name, _answer(sheet, name, line.value))
    except UnfitValue as wrong:
        reason, how = wrong.facts["reason"], wrong.facts["how"]
        raise UnfitLine(
            line=line.number, key=line.key, reason=reason, how=how
        ) from wrong


def _answer(sheet: Sheet, name: str, value: str) -> Answer:
    if sheet.is_flag(name):
        return _read_flag(sheet, name, value.strip().lower())
    if not sheet.is_repeatable(name):
        return value
    said = list(sheet.typed.get(name) or ())
    more = [value] if sheet.has_words(name) else value.split("\n")
    return [*said, *(one for one in more if one.strip())]


def _read_flag(sheet: Sheet, name: str, value: str) -> bool:
    on, off = _flag_words(sheet, name)
    known = {on: True, off: False} | (_YES_NO if on == "yes" else {})
    if value not in known:
        reason = f'"{value}" is neither {on} nor {off}.'
        raise UnfitValue(what=name, reason=reason, how="")
    return known[value]


def _take_boxes(form: Form, sheet: Sheet, text: str) -> None:
    """Make commitments of the open boxes in a text."""
    boxes = read_boxes(text)
    if not boxes:
        return
    known = ("me", "them", *handles_of(form, sheet.words_of(form.whom.name)))
    steps: list[str] = list(sheet.typed.get("steps") or ())
    for owner, what in boxes:
        if owner and owner not in known:
            raise NotInTalk(handle=owner, people=", ".join(known[2:]))
        steps.append(f"{owner}: {what}" if owner else what)
    sheet.fill("steps", list(dict.fromkeys(steps)))
