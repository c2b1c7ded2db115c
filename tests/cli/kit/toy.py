"""A small program on the kit: its commands print what they were told."""

import os
import signal
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Literal

import typer

from guidelog.cli import output
from guidelog.cli.app import Root, enter, make_root
from guidelog.cli.asking import ask
from guidelog.cli.bundles import each_of, parsed
from guidelog.cli.common import wishes
from guidelog.cli.drafts import keep_typed, texts_are_safe
from guidelog.cli.grammar import ALWAYS, Branch, Entry
from guidelog.cli.screen import show_page
from guidelog.cli.texts import Told, text_argument, text_option
from guidelog.errors import CouldNot, UnknownPerson, UnreadableDuration

PEOPLE = ("ada", "bo", "li")


class Refused(CouldNot):
    """What a toy command refuses on purpose."""

    sentence = "the toy could not do it."


def read_length(text: str) -> int:
    """Give minutes; only digits are taken."""
    if not text.isdecimal():
        raise UnreadableDuration(text=text)
    return int(text)


@dataclass(frozen=True)
class Filed:
    """Options that several commands share."""

    minutes: Annotated[
        int | None,
        typer.Option("--took", "-t", metavar="LENGTH", parser=parsed(read_length)),
    ] = None
    tags: Annotated[list[str], typer.Option("--tag", help="A tag.")] = field(
        default_factory=list
    )
    is_private: Annotated[bool, typer.Option("--private/--record")] = False


def tell(**facts: object) -> None:
    """Print what arrived, a line each."""
    output.print_json("toy", [facts])


def find(who: str) -> None:
    """Look a person up, as commands do once they run."""
    if who not in PEOPLE:
        near = {"adda": "ada"}.get(who)
        meant = f" Did you mean {near}?" if near else ""
        raise UnknownPerson(name=who, near=meant, instead=near)


def observe(
    who: Annotated[str, typer.Argument(metavar="WHO", help="Whom you saw.")],
    text: Annotated[Told, text_argument("TEXT", "What you saw.")],
    filed: Filed,
    impact: Annotated[Told | None, text_option("--impact", says="What it did.")] = None,
    causes: Annotated[list[Told] | None, text_option("--cause")] = None,
    mode: Annotated[Literal["coaching", "mentoring"] | None, typer.Option("-m")] = None,
    role: Annotated[str | None, typer.Option()] = None,
    output_file: Annotated[Path | None, typer.Option("-o", metavar="FILE")] = None,
) -> None:
    """Note what was seen.

    guidelog observe ada "Paged the wrong team" --tag incident
    """
    find(who)
    tell(
        who=who, text=text, echo=text.echo, minutes=filed.minutes, mode=mode,
        tags=each_of(filed.tags), is_private=filed.is_private, role=role,
        impact=impact, causes=list(causes or []), output_file=output_file,
    )  # fmt: skip


def add(
    who: Annotated[str | None, typer.Argument(metavar="WHO")] = None,
    note: Annotated[
        Told | None, text_argument("NOTE", asked=True, unless=("unwritten",))
    ] = None,
    agreed: Annotated[Told | None, text_option("--agreed", may_be_empty=True)] = None,
    unwritten: Annotated[bool, typer.Option("--unwritten")] = False,
) -> None:
    """Note a talk, asking for the note on a terminal."""
    if note is None and not unwritten:
        keep_typed({"note": ["half a note"]}, is_text=True)
        note = Told(input("What happened? "))
        keep_typed({"note": [note]}, is_text=True)
    find(who or "ada")
    output.say_entries([f"s1  {who} {note}", f"c1  {agreed}"])


def rate(
    goal: Annotated[str, typer.Argument(metavar="GOAL")],
    level: Annotated[int, typer.Argument(metavar="LEVEL")],
    evidence: Annotated[Told | None, text_argument("EVIDENCE", needed=False)] = None,
) -> None:
    """Rate a goal."""
    tell(goal=goal, level=level, evidence=evidence)


def list_goals(
    since: Annotated[
        int, typer.Option("--since", parser=parsed(read_length), metavar="DAYS")
    ] = 90,
) -> None:
    """List the goals."""
    assert since == 90
    tell(listed=True, journal=wishes().journal, json=wishes().json)


def fail(
    how: Annotated[str, typer.Argument(metavar="HOW")],
    text: Annotated[Told, text_argument()],
) -> None:
    """Fail on purpose, in one of several ways."""
    if how.startswith("after"):
        texts_are_safe()
        keep_typed({"text": ["no longer needed"]}, is_text=True)
    if how in ("after refused", "refused"):
        raise Refused
    if how == "bug":
        raise KeyError(str(text))
    if how == "system":
        Path("/no/such/file").read_text(encoding="utf-8")
    if how in ("stopped", "after stopped"):
        raise KeyboardInterrupt
    if how == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    if how == "asleep":
        sys.stderr.write("asleep\n")
        sys.stderr.flush()
        time.sleep(30)
    raise typer.Exit(int(how.removeprefix("after ")))


def search(words: Annotated[Told, text_argument("WORDS", kept=False)]) -> None:
    """Search, which writes nothing."""
    raise Refused(words=words)


def lines(count: Annotated[int, typer.Argument(metavar="COUNT")]) -> None:
    """Print many lines."""
    for number in range(count):
        output.say_line(f"line {number}")


def page(
    count: Annotated[int, typer.Argument(metavar="COUNT")],
    text: Annotated[str, typer.Option()] = "[bold]x[/bold] :smile:",
) -> None:
    """Show a page of lines."""
    import rich.text

    show_page(rich.text.Text("\n".join([text] * count), style="bold cyan"))


def drop(
    yes: Annotated[bool, typer.Option("--yes")] = False,
    response: Annotated[
        Literal["accepted", "partly", "declined", "no-answer", "absent"] | None,
        typer.Option("--response", help="How they answered."),
    ] = None,
) -> None:
    """Ask before something is lost."""
    output.say_line("dropped" if ask("Drop it?", yes=yes) else "kept")


def bidden() -> None:
    """Say every common option."""
    tell(**{name: getattr(wishes(), name) for name in wishes().__slots__})


def say(text: Annotated[Told, text_argument(kept=False)]) -> None:
    """Say a line on both streams."""
    output.say_line(text)
    output.note(text)


def entry(says: str, function: str) -> Entry:
    """Place a command of this module in the table."""
    room = __name__ if __name__ != "__main__" else "cli.kit.toy"
    return Entry(says, room, function, ALWAYS)


SECTIONS: dict[str, dict[str, Entry | Branch]] = {
    "Record": {
        "observe": entry("what was seen", "observe"),
        "add": entry("a talk", "add"),
        "goal": Branch(
            "goals",
            {"rate": entry("rate a goal", "rate"), "list": entry("all", "list_goals")},
        ),
    },
    "Look": {
        name: entry(name, name)
        for name in ("search", "lines", "page", "bidden", "say", "drop", "fail")
    },
    "Missing": {"later": Entry("not there yet", "no.such.room", "nothing")},
    "": {"help": Entry("help", "help", "show_help")},
}


def toy(alone: str | None = None) -> Root:
    """Make the toy program."""
    return make_root(SECTIONS, {"log": "observe"}, alone)


if __name__ == "__main__":
    enter(toy())
