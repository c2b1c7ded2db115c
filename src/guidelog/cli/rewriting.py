"""Rewriting: an entry opened in the editor, its fields above its own text.

Only what was changed there is changed in the entry, so nothing that the lines can't
hold is lost by looking at it.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, fields, replace
from types import MappingProxyType
from typing import Any, Final

from guidelog.cli.changes import FIELDS, Changes
from guidelog.cli.drafts import keep_typed, kept_text
from guidelog.cli.editor import edit
from guidelog.cli.front_matter import KeyLine, Page, read_page, write_page
from guidelog.cli.looking import looking
from guidelog.cli.texts import told
from guidelog.errors import NothingSaved, UnfitLine, UnknownId, UnknownKey
from guidelog.lookback.filters import Where
from guidelog.lookback.finding import Found, find_id
from guidelog.lookback.reading import pick
from guidelog.lookback.rows import GoalRow, ResistanceRow, Row, StepRow
from guidelog.lookback.rows_by_uid import row_of
from guidelog.near import say_near
from guidelog.storage.buffers import BUFFER

KEYS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "minutes": "took",
        "target_on": "by",
        "due_on": "due",
        "group_size": "group",
        "private": "visibility",
        "agreed_private": "agreed-visibility",
        "follow_up_on": "follow-up",
        "next_follow_up_on": "next-follow-up",
        "milestones": "milestone",
        "levels": "level",
        "other_causes": "other-cause",
    }
)
"""What some fields are called above a text; the others by their own name."""
COLUMNS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "when": ("occurred_at", "opened_on", "raised_on"),
        "who": ("people", "person"),
        "private": ("visibility",),
        "agreed_private": ("agreed_visibility",),
        "goals": ("goals", "goal"),
        "value": ("value", "level", "step"),
        "closing_reason": ("closing_reason", "reason"),
    }
)
"""Where the public row of an entry holds a field under another name."""
SWITCHES: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "private": ("private", "record"),
        "agreed_private": ("private", "record"),
        "standard": ("good", "off-track"),
        "unwritten": ("yes", "no"),
    }
)
"""The two words of a field that is either one or the other."""
LISTS: Final = ("goals", "actions", "tags")
LINES: Final = ("milestones", "levels", "other_causes")
"""Fields of several texts, each on a line of its own."""
_SAID_AS: Final = {"met": "good", "true": "yes", "false": "no"}


@dataclass(frozen=True)
class Open:
    """An entry as it lies open: its fields by name, and its own text."""

    id: str
    said: Mapping[str, str]
    may_hold: Sequence[str]
    text: str


def rewrite(id_: str, changes: Changes) -> Changes:
    """Open an entry in the editor and give what was changed, besides these changes.

    Raises UnknownId, NothingSaved, and what the lines above a text are refused with.
    """
    entry = open_entry(id_)
    keep_typed({"id_": entry.id}, is_text=False)
    before = kept_text(BUFFER) or _page_of(entry)
    edited = edit(before, lambda text: keep_typed({BUFFER: [text]}, is_text=True))
    if not edited.strip():
        raise NothingSaved
    found = dict(_changed(entry, read_page(edited)))
    if not found:
        raise NothingSaved
    return replace(changes, **found)


def open_entry(id_: str) -> Open:
    """Take an entry's fields and text out. Raises UnknownId where it does not live."""
    with looking() as db:
        found = find_id(db, id_)
        row = row_of(db, found)
        if row is None:
            raise UnknownId.like(id_)
        steps = pick(db, StepRow, Where("goal = ?", (found.id,)))
    return _open(found, row, steps)


def _open(found: Found, row: Row, steps: Sequence[StepRow]) -> Open:
    from guidelog.journal.changing import OWN_TEXT, fields_of_kind

    known = fields_of_kind(found.kind)
    names = [one.name for one in fields(Changes)]
    names = [one for one in names if FIELDS.get(one, one) in known and one != "text"]
    if isinstance(row, ResistanceRow) and row.attempts:
        # the day that its row shows may be that of an attempt
        names.remove("follow_up_on")
    said = {name: _said(row, name) for name in names} | _steps_said(row, steps)
    own = getattr(row, OWN_TEXT[found.kind]) or ""
    return Open(found.id or found.uid[-6:], said, list(said), own)


def _said(row: Row, name: str) -> str:
    for column in COLUMNS.get(name, (name,)):
        value = getattr(row, column, None)
        if value is not None:
            return _word(name, str(value))
    return ""


def _word(name: str, value: str) -> str:
    if name in LISTS or name == "who":
        return ", ".join(value.split())
    if name == "owner":
        return "me" if value == "me" else "them"
    return _SAID_AS.get(value, value) if name in SWITCHES else value


def _steps_said(row: Row, steps: Sequence[StepRow]) -> dict[str, str]:
    """What a goal is measured by, in place of what its row can't hold."""
    if not isinstance(row, GoalRow):
        return {}
    texts = [one.text for one in steps]
    if row.scale == "levels":
        return {"levels": "\n".join(f"{one.step}={one.text}" for one in steps)}
    return {"milestones": "\n".join(texts)} if row.scale == "milestones" else {}


def key_of(name: str) -> str:
    """What a field is called above a text."""
    return KEYS.get(name, name.replace("_", "-"))


def _page_of(entry: Open) -> str:
    full = [(key_of(name), value) for name, value in entry.said.items() if value]
    empty = [key_of(name) for name, value in entry.said.items() if not value]
    remark = f"may stand here too: {', '.join(empty)}" if empty else ""
    return write_page(full, entry.text, remark)


def _changed(entry: Open, page: Page) -> Iterator[tuple[str, Any]]:
    """Give each field that says something else now, as its option takes it."""
    lines = {line.key: line for line in _known(entry, page.lines)}
    for name in entry.may_hold:
        line = lines.get(key_of(name), KeyLine(key_of(name), ""))
        if page.lines and line.value.strip() != entry.said[name].strip():
            yield name, _as_option(name, line)
    if page.text.strip("\n") != entry.text.strip("\n"):
        if not page.text.strip():
            raise NothingSaved
        yield "text", told(page.text, "line")


def _known(entry: Open, lines: Sequence[KeyLine]) -> Iterator[KeyLine]:
    keys = [key_of(name) for name in entry.may_hold]
    for line in lines:
        if line.key not in keys:
            near, listed = say_near(line.key, keys), ", ".join(keys)
            raise UnknownKey(line=line.number, key=line.key, near=near, keys=listed)
        yield line


def _as_option(name: str, line: KeyLine) -> Any:
    value = line.value.strip()
    if name in SWITCHES:
        return _read_switch(name, line)
    if name in LISTS:
        return [value]
    if name in LINES:
        return [told(text, "line") for text in value.split("\n")]
    return told(line.value, "line")


def _read_switch(name: str, line: KeyLine) -> bool:
    words = SWITCHES[name]
    with suppress(ValueError):
        return words.index(line.value.strip().lower()) == 0
    reason = f'"{line.value}" is neither {words[0]} nor {words[1]}.'
    raise UnfitLine(line=line.number, key=line.key, reason=reason, how="")
