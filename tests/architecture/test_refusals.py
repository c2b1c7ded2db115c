"""Every refusal: worded, spelled with the facts it is raised with, and used."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from string import Formatter

import pytest

from architecture.sources import PACKAGE, nodes
from guidelog.errors import (
    CouldNot,
    GuidelogError,
    Interrupted,
    NothingSaved,
    StepUnclear,
    UnfitLine,
    UnfitValue,
    WronglyCalled,
)

BESIDE = {Interrupted: 130, NothingSaved: 0}
"""Refusals that are of neither kind: the leader stopped, or left a text as it was."""
QUOTING = (StepUnclear, UnfitLine, UnfitValue)
"""Refusals that end with the sentence of another one."""


def kinds_of(kind: type[GuidelogError]) -> Iterator[type[GuidelogError]]:
    """All classes below one."""
    for below in kind.__subclasses__():
        yield below
        yield from kinds_of(below)


REFUSALS = [
    one
    for one in kinds_of(GuidelogError)
    if one not in (CouldNot, WronglyCalled) and one.__module__.startswith("guidelog.")
]
NAMES = {one.__name__: one for one in REFUSALS}


def facts_in(*templates: str) -> set[str]:
    """The facts that templates name."""
    return {
        name
        for template in templates
        for _, name, _, _ in Formatter().parse(template)
        if name
    }


@pytest.mark.parametrize("refusal", REFUSALS)
def test_a_refusal_is_one_whole_sentence(refusal: type[GuidelogError]) -> None:
    facts = dict.fromkeys(facts_in(refusal.sentence, refusal.advice), "x")
    said = refusal(**facts)

    # what stands behind the full stop is a sentence of its own, or nothing
    sentence = re.sub(r"(\{\w+\})+$", "", refusal.sentence)
    assert sentence.endswith(": " if refusal in QUOTING else ".")
    assert "\n" not in said.says + said.helps


@pytest.mark.parametrize("refusal", REFUSALS)
def test_the_code_says_whose_turn_it_is(refusal: type[GuidelogError]) -> None:
    if refusal in BESIDE:
        assert refusal.code == BESIDE[refusal]
    else:
        assert refusal.code == (2 if issubclass(refusal, WronglyCalled) else 1)
        assert issubclass(refusal, WronglyCalled | CouldNot)


def raised() -> Iterator[tuple[str, str, set[str]]]:
    """The place, the refusal and the facts of every refusal that is made."""
    for module, node in nodes():
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            facts = {one.arg for one in node.keywords if one.arg}
            if name in NAMES and len(facts) == len(node.keywords):
                yield f"{module} line {node.lineno}", name, facts


BEYOND = {"instead"}
"""Facts for the hint that a refusal is told with, beside those it names."""


def spoken(refusal: type[GuidelogError]) -> set[str]:
    """The facts that a refusal names."""
    return facts_in(refusal.sentence, refusal.advice)


def may_say(refusal: type[GuidelogError]) -> set[str]:
    """The facts that a refusal may have: those it names, and those of the hint."""
    return spoken(refusal) | set(refusal.anew) | BEYOND


def test_a_refusal_is_made_with_the_facts_it_names() -> None:
    wrong = [
        (place, name)
        for place, name, facts in raised()
        if not spoken(NAMES[name]) <= facts <= may_say(NAMES[name])
    ]

    assert wrong == []


def test_every_refusal_is_used_somewhere() -> None:
    paths = (path for path in PACKAGE.rglob("*.py") if path.parent.name != "errors")
    texts = (path.read_text(encoding="utf-8") for path in paths)
    times = Counter(word for text in texts for word in re.findall(r"\w+", text))
    ends = [name for name, refusal in NAMES.items() if not refusal.__subclasses__()]

    assert [name for name in ends if not times[name]] == []
