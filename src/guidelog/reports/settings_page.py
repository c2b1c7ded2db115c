"""The page of settings: each with its value, its default, and where it came from."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from guidelog.reports.blocks import (
    Column,
    Document,
    HeadLine,
    Section,
    Spans,
    Table,
    dim,
    plain,
    strong,
)

COLUMNS: Final = (
    Column("setting"),
    Column("value", wide=True),
    Column("default"),
    Column("from"),
    Column(wide=True),
)


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting; `file` and `line` tell what sets it, None where the default holds.

    `wanted` says what it may be.
    """

    key: str
    value: str | int | bool
    default: str | int | bool
    file: str | None
    line: int | None
    meaning: str
    wanted: str


def compose(settings: Iterable[Setting], file: str, today: date) -> Document:
    """All settings, under the file that they are read from."""
    rows: Sequence[Setting] = tuple(settings)
    said = sum(one.line is not None for one in rows)
    table = Table(COLUMNS, tuple(setting_cells(one) for one in rows))
    return Document(
        name="settings",
        title="Settings",
        prepared_on=today,
        head=(HeadLine((dim(file if said else f"{file}, not there yet"),)),),
        sections=(Section("settings", "", (table,)),),
        numbers={"settings": len(rows), "said": said},
    )


def setting_cells(one: Setting) -> tuple[Spans, ...]:
    """The cells of one setting."""
    is_said = one.line is not None
    value = say_value(one.value)
    return (
        (strong(one.key),),
        ((strong(value) if is_said else plain(value)),),
        (dim(say_value(one.default)),),
        (plain(f"line {one.line}") if is_said else dim("default"),),
        (plain(one.meaning),),
    )


def say_value(value: str | int | bool) -> str:
    """A value as it is typed; two quotes where it is empty."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) or '""'
