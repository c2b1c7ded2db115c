"""Newcomers: somebody unknown is named on a terminal, and may be added on the way."""

import re
import unicodedata
from typing import Final

from guidelog.cli import prompts
from guidelog.cli.arrivals import Newcomer, expect
from guidelog.cli.forms import Question
from guidelog.cli.keyboard import type_line
from guidelog.cli.people import read_relation
from guidelog.errors import GuidelogError, UnknownPerson
from guidelog.words import RELATIONS

_HANDLE: Final = re.compile(r"[a-z0-9][a-z0-9._-]*")
_RELATION: Final = Question("relation", "Relation?", nothing="report")


def meet(who: str, unknown: UnknownPerson) -> Newcomer:
    """Offer to add somebody unknown; without a name the refusal stands."""
    prompts.say_reason(unknown)
    try:
        newcomer = _ask_about(who, unknown)
    except EOFError:
        raise unknown from None
    expect(newcomer)
    return newcomer


def _ask_about(who: str, unknown: UnknownPerson) -> Newcomer:
    offered = f" (y = {who.strip()})" if " " in who.strip() else ""
    name = type_line(f"Full name, to add them?{offered} [no] ").strip()
    if name in ("", "n", "no"):
        raise unknown
    name = who.strip() if offered and name == "y" else name
    handle = who.strip() if _HANDLE.fullmatch(who.strip()) else _ask_handle(name)
    return Newcomer(handle, name, _ask_relation())


def _ask_relation() -> str:
    prompt = prompts.word(_RELATION, dict.fromkeys(RELATIONS, ""), "")
    while True:
        answer = type_line(prompt, RELATIONS)
        try:
            return read_relation(answer or _RELATION.nothing)
        except GuidelogError as refusal:
            prompts.say_again(refusal)


def _ask_handle(name: str) -> str:
    likely = handle_for(name)
    while True:
        shown = f" [{likely}]" if likely else ""
        answer = type_line(f"A short handle?{shown} ").strip() or likely
        if _HANDLE.fullmatch(answer):
            return answer
        prompts.say("A handle is made of a-z, 0-9, dot, dash and underscore.")


def handle_for(name: str) -> str:
    """Make a handle of somebody's first name; empty where no letter fits."""
    first = name.split()[0] if name.split() else ""
    letters = unicodedata.normalize("NFKD", first.casefold())
    return re.sub(r"[^a-z0-9]", "", letters)
