"""Newcomers: somebody unknown is named on a terminal, and may be added on the way."""

from typing import Final

from guidelog.cleaning import is_blank
from guidelog.cli import prompts
from guidelog.cli.arrivals import Newcomer, expect
from guidelog.cli.forms import Question
from guidelog.cli.keyboard import type_line
from guidelog.cli.people import read_relation
from guidelog.errors import GuidelogError, NoHandle, UnknownPerson
from guidelog.matching import handle_for, why_no_handle
from guidelog.words import RELATIONS

_RELATION: Final = Question("relation", "Relation?", nothing="report")


def meet(who: str, unknown: UnknownPerson) -> Newcomer | str:
    """Offer to add somebody unknown, or to take the handle of who is likely meant.

    With neither the refusal stands.
    """
    prompts.say_reason(unknown)
    try:
        met = _ask_about(who.strip(), unknown)
    except EOFError:
        raise unknown from None
    if isinstance(met, Newcomer):
        expect(met)
    return met


def _ask_about(who: str, unknown: UnknownPerson) -> Newcomer | str:
    near = str(unknown.facts.get("instead", ""))
    yes = near or (who if " " in who else "")
    offered = f" (y = {near} is meant)" if near else f" (y = {yes})" if yes else ""
    name = type_line(f"Full name, to add them?{offered} [no] ").strip()
    if is_blank(name) or name in ("n", "no"):
        raise unknown
    is_yes = name.casefold() in ("y", "yes")
    if near and (is_yes or name == near):
        return near
    name = yes if yes and is_yes else name
    handle = who
    if why_no_handle(handle) is not None:
        handle = _ask_handle(name)
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
    likely = handle_for(next(iter(name.split()), ""))
    likely = likely if why_no_handle(likely) is None else ""
    while True:
        shown = f" [{likely}]" if likely else ""
        answer = type_line(f"A short handle?{shown} ").strip() or likely
        why = why_no_handle(answer)
        if why is None:
            return answer
        prompts.say_again(NoHandle(handle=answer, why=why))
