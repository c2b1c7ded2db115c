"""Frozen rows as plain fields, for programs that read them."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any


def fields_of(row: Any) -> Any:
    """The fields of a frozen row by name, and of all rows in it."""
    if is_dataclass(row):
        return {one.name: fields_of(getattr(row, one.name)) for one in fields(row)}
    if hasattr(row, "_fields"):
        return {name: fields_of(value) for name, value in row._asdict().items()}
    if isinstance(row, Mapping):
        return {name: fields_of(value) for name, value in row.items()}
    return [fields_of(one) for one in row] if isinstance(row, list | tuple) else row
