"""Fields of a thing cut into the parts the log keeps, and put together again. Pure.

A part's payload is canonical JSON: sorted keys, no spaces, links by uid, actions and
tags by name, numbers as decimal strings, dates as said; what is missing is empty. Keys
are never renamed or reused.
"""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any, get_args

from guidelog.journal.tables import KINDS

Fields = dict[str, Any]
"""What a thing says, by column and link; a link is a list of uids or words."""
Parts = dict[str, str]
"""Canonical JSON by the name of the part."""
EMPTY = "null"


_ENCODER = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False)
_DECODER = json.JSONDecoder()


def canonical(value: object) -> str:
    """Write a value as the log does, always the same bytes for the same value."""
    return _ENCODER.encode(value)


def read_canonical(text: str) -> Any:
    """Read what `canonical` wrote. Raises ValueError for anything else."""
    value, end = _DECODER.raw_decode(text)
    if end != len(text):
        raise ValueError(end)
    return value


@cache
def fact_names(kind: str) -> tuple[str, ...]:
    """The columns and links of a kind that belong to its facts."""
    model = KINDS[kind]
    apart = {"uid", "recorded_at", *model.TEXTS, *model.OUTCOME}
    return (*(name for name in model.model_fields if name not in apart), *model.LINKS)


@cache
def _whole_numbers(kind: str) -> frozenset[str]:
    fields = KINDS[kind].model_fields.items()
    return frozenset(
        name
        for name, field in fields
        if field.annotation is int or int in get_args(field.annotation)
    )


@cache
def _required_texts(kind: str) -> tuple[str, ...]:
    model = KINDS[kind]
    return tuple(name for name in model.TEXTS if model.model_fields[name].is_required())


def is_missing(value: object) -> bool:
    """Tell whether a value says nothing: missing and empty are the same."""
    return value is False or value in (None, "", [])


def _said(value: object) -> object:
    return str(value) if type(value) is int else value


def _group(names: tuple[str, ...], fields: Mapping[str, Any]) -> str:
    said = {
        name: _said(fields[name])
        for name in names
        if name in fields and not is_missing(fields[name])
    }
    return canonical(said) if said else EMPTY


def cut(kind: str, fields: Mapping[str, Any]) -> Parts:
    """Cut the fields of a thing into all its parts, empty ones included."""
    parts = {"facts": _group(fact_names(kind), fields)}
    if KINDS[kind].OUTCOME:
        parts["outcome"] = _group(KINDS[kind].OUTCOME, fields)
    for name in KINDS[kind].TEXTS:
        text = fields.get(name)
        parts[name] = canonical(text) if text else EMPTY
    return parts


def fields_of(kind: str, parts: Mapping[str, str]) -> Fields:
    """Put the parts of a thing together again: what its row and its links say."""
    fields: Fields = dict.fromkeys(_required_texts(kind), "")
    for part, text in parts.items():
        value = read_canonical(text)
        if value is not None:
            fields.update(value if isinstance(value, dict) else {part: value})
    for name in _whole_numbers(kind) & fields.keys():
        fields[name] = int(fields[name])
    return fields
