"""Weighing: words that weaken a record are told, once they are safe, with a hint.

What should not be on record at all is asked about before anything is stored, where
there is a terminal to ask on.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from typing import Final

from guidelog.cli import output
from guidelog.cli.drafts import running_command
from guidelog.cli.sheet import Sheet
from guidelog.cli.texts import form_of, is_conversation
from guidelog.cli.writing import telling_afterwards
from guidelog.lookback.rows import Row
from guidelog.measures.texts import texts_of
from guidelog.measures.wording import Hit, WordClass, weigh
from guidelog.wordlists import read_word_lists

NOT_OWN: Final = frozenset(
    {
        "their_words",
        "comment",
        "told_by",
        "place",
        "present",
        "unit",
        "name",
        "new",
        "role",
        "team",
        "contact",
        "to",
        "label",
        "meaning",
    }
)
"""Texts that are names, or what somebody else said."""
TAKING_BACK: Final = ("redact", "person erase")
"""Commands whose reason says what must go: asking about it would go in circles."""


@contextmanager
def weighed(sheet: Sheet) -> Iterator[None]:
    """Weigh the texts of a command before it runs; what is weak is told afterwards.

    Leaves with exit code 0 and without a draft where the leader drops the entry.
    """
    names = [] if running_command() in TAKING_BACK else list(own_texts_of(sheet))
    if not names:
        yield
        return
    classes = [one for one in read_word_lists() if one.level != "soft"]
    kept = settle_grave(sheet, names, classes) if is_conversation() else set()
    typed = {hit for name in names for hit in weigh(sheet.words_of(name), classes)}
    with telling_afterwards(Weak(classes, frozenset(typed - kept)).tell):
        yield


def settle_grave(
    sheet: Sheet, names: Iterable[str], classes: Iterable[WordClass]
) -> set[Hit]:
    """Ask about what should not be on record at all; gives what the leader keeps."""
    grave = [one for one in classes if one.level == "never"]
    named = [name for name in names if weigh(sheet.words_of(name), grave)]
    if not named:
        return set()
    settle = import_module("guidelog.cli.settling").settle
    return {hit for name in named for hit in settle(sheet, name, grave)}


@dataclass(frozen=True)
class Weak:
    """The weak words that were typed: what stood in an entry before is not told."""

    classes: Sequence[WordClass]
    typed: frozenset[Hit]

    def tell(self, rows: Iterable[Row]) -> None:
        """Tell, by entry, which of its words are weak and what to write instead."""
        for row in rows if self.typed else ():
            weighed = (weigh(own.text, self.classes) for own in texts_of(row))
            hits = [hit for one in weighed for hit in one if hit in self.typed]
            name = getattr(row, "id", "")
            if weak := [hit for hit in hits if hit.level == "strong"]:
                output.note(f"{name}  {say_hits(weak)}")
            if grave := [hit for hit in hits if hit.level == "never"]:
                output.talk(f"{name}  {say_hits(grave)}")
                output.talk(f"  guidelog redact {name} --reason WHY")


def own_texts_of(sheet: Sheet) -> Iterator[str]:
    """The names of the texts that are said, and are the leader's own words."""
    for name, param in sheet.params.items():
        form = form_of(param)
        if form and form.kept and name not in NOT_OWN and sheet.is_said(name):
            yield name


def say_hits(hits: Iterable[Hit]) -> str:
    """Name the words of one or more classes, and say what to do instead."""
    classes = dict.fromkeys((hit.name, hit.hint) for hit in hits)
    said = []
    for name, hint in classes:
        words = dict.fromkeys(f'"{hit.words}"' for hit in hits if hit.name == name)
        said.append(f"{', '.join(words)} ({name}): {hint}")
    return "; ".join(said)
