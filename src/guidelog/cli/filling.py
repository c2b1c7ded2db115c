"""Filling in: what the line leaves out comes from the editor, or is asked for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, Final

from guidelog.cli.conversation import Conversation, conversing
from guidelog.cli.desk import talk_facts
from guidelog.cli.drafts import keep_typed
from guidelog.cli.editor import BUFFER, edit
from guidelog.cli.forms import Form
from guidelog.cli.front_matter import (
    KeyLine,
    Page,
    read_boxes,
    read_page,
    write_page,
)
from guidelog.cli.sheet import Answer, Sheet
from guidelog.cli.templates import fill_template, read_template
from guidelog.cli.texts import form_of, is_conversation, name_of
from guidelog.dates import today
from guidelog.errors import (
    NothingSaved,
    TwiceSaid,
    UnfitLine,
    UnfitValue,
    UnknownKey,
)

KEYS: Final = {"private": "visibility", "good": "standard", "steps": "next"}
"""What some parameters are called above a text."""
REMARK: Final = "a line may stay empty; - [ ] @ada … by friday becomes a commitment"
_YES: Final = {"yes": True, "true": True, "no": False, "false": False}


@dataclass(frozen=True)
class Wanted:
    """How the leader wants to write: with -e, after a template, from a draft."""

    edit: bool = False
    template: str | None = None
    buffer: str | None = None

    @property
    def is_editor(self) -> bool:
        """Whether the editor is opened."""
        return self.edit or self.template is not None or self.buffer is not None


def fill_in(form: Form, sheet: Sheet, wanted: Wanted) -> None:
    """Complete a sheet, in the editor or by asking; off a terminal it stays as it is.

    Raises NothingSaved, Unanswered, and whatever an answer is refused with.
    """
    if wanted.is_editor:
        _write(form, sheet, wanted)
    if is_conversation():
        with conversing(form, sheet) as talk:
            talk.settle_whom()
            if lacks_text(form, sheet):
                talk.ask_all()
            talk.ask_needed()


def lacks_text(form: Form, sheet: Sheet) -> bool:
    """Say whether the command's own text is missing, and nothing stands in for it."""
    text = form_of(sheet.params[form.text])
    stand_ins = text.unless if text else ()
    is_needless = any(sheet.ctx.params.get(other) for other in stand_ins)
    return sheet.is_missing(form.text) and not is_needless


def _write(form: Form, sheet: Sheet, wanted: Wanted) -> None:
    before = wanted.buffer or _compose(form, sheet, wanted.template)
    edited = edit(before, lambda text: keep_typed({BUFFER: [text]}, is_text=True))
    is_same = edited.rstrip("\n") == before.rstrip("\n")
    if not edited.strip() or (is_same and wanted.buffer is None):
        raise NothingSaved
    take_page(form, sheet, read_page(edited))
    if lacks_text(form, sheet):
        raise NothingSaved
    keep_typed({BUFFER: None}, is_text=False)


def _compose(form: Form, sheet: Sheet, template: str | None) -> str:
    page = Page((), sheet.words_of(form.text))
    if template is not None:
        if sheet.is_missing(form.whom.name) and is_conversation():
            _ask_whom(form, sheet)
        who = sheet.words_of(form.whom.name)
        page = read_page(fill_template(read_template(template), talk_facts(who)))
        page = Page(page.lines, f"{sheet.words_of(form.text)}\n{page.text}".strip())
    said = dict(_lines_of(form, sheet))
    said |= {one.key: one.value for one in page.lines if not said.get(one.key)}
    has_steps = "steps" in sheet.params
    return write_page(said.items(), page.text, REMARK if has_steps else "")


def _ask_whom(form: Form, sheet: Sheet) -> None:
    with conversing(form, sheet) as talk:
        talk.settle_whom()


def _lines_of(form: Form, sheet: Sheet) -> Iterator[tuple[str, str]]:
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
        take_boxes(form, sheet, page.text)


def _take_line(sheet: Sheet, line: KeyLine, by_key: dict[str, str]) -> None:
    name = by_key.get(line.key)
    if name is None:
        near = "".join(f" Did you mean {n}?" for n in get_close_matches(line.key, by_key, 1))
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
        raise UnfitLine(line=line.number, key=line.key, reason=reason, how=how) from wrong


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
    known = {on: True, off: False} | ({} if on != "yes" else _YES)
    if value not in known:
        reason = f'"{value}" is neither {on} nor {off}.'
        raise UnfitValue(what=name, reason=reason, how="")
    return known[value]
