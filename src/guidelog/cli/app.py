"""The table of all commands, and the one place where a line starts and ends."""

import signal
import sys
import traceback
from collections.abc import Mapping, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, Final, NoReturn

import typer
from typer.main import get_install_completion_arguments

from guidelog import __version__
from guidelog.cli import help as pages
from guidelog.cli import output
from guidelog.cli.common import declared_by, forget_wishes
from guidelog.cli.grammar import ALWAYS, Branch, Entry, Group, Table
from guidelog.cli.inside_typer import Context, HelpFormatter
from guidelog.cli.passphrases import ask_passphrase
from guidelog.cli.wording import worded
from guidelog.errors import GuidelogError, InnerFault, Interrupted, SystemRefused
from guidelog.storage.keys import begin_with

BROKEN_PIPE: Final = 141
UNLISTED: Final = ""
"""The section of commands that the first page of help leaves out."""

GOAL: Final = Branch(
    "goals and their progress",
    {
        "add": Entry("an aim of one person on one scale", "goals", "add_goal"),
        "progress": Entry("a value on a numeric goal", "goals", "record_progress"),
        "rate": Entry("a level from -2 to +2", "goals", "rate_goal"),
        "tick": Entry("a milestone that was reached", "goals", "tick_milestone"),
        "close": Entry("achieved, dropped or paused", "goals", "close_goal"),
        "reopen": Entry("open a closed goal again", "goals", "reopen_goal"),
        "list": Entry(
            "the goals and where they stand", "listing", "list_goals", ALWAYS
        ),
        "show": Entry(
            "one goal with its progress", "looking_back", "show_goal", ALWAYS
        ),
    },
)
RESISTANCE: Final = Branch(
    "resistance notes",
    {
        "add": Entry("what was seen, what was expected", "resistance", "add_note"),
        "attempt": Entry(
            "what you tried, how they answered", "resistance", "try_again"
        ),
        "result": Entry("what came of an attempt", "resistance", "record_result"),
        "status": Entry("move a note by hand", "resistance", "move_note"),
        "list": Entry(
            "the notes and where they stand", "listing", "list_notes", ALWAYS
        ),
        "show": Entry(
            "one note with all attempts", "looking_back", "show_note", ALWAYS
        ),
    },
)
PERSON: Final = Branch(
    "the people you guide",
    {
        "add": Entry("somebody you guide", "people", "add_person"),
        "list": Entry(
            "everybody, and when you last talked", "listing", "list_people", ALWAYS
        ),
        "show": Entry("one person", "listing", "show_person", ALWAYS),
        "edit": Entry("change what is kept about a person", "people", "edit_person"),
        "archive": Entry("put away somebody who left", "people", "archive_person"),
        "join": Entry("two handles of one person", "taking_back", "join"),
        "export": Entry("all about one person", "person_file", "export_person", ALWAYS),
        "hold": Entry("keep a record from being erased", "taking_back", "hold"),
        "erase": Entry(
            "erase a person for good", "taking_back", "erase", "without --yes"
        ),
    },
)
ACTION: Final = Branch(
    "what a leader does in a talk",
    {
        "list": Entry("the catalogue of actions", "listing", "list_actions", ALWAYS),
        "add": Entry("an action of your own", "vocabulary", "add_action"),
        "hide": Entry("leave an action out of lists", "vocabulary", "hide_action"),
    },
)
TAG: Final = Branch(
    "tags",
    {
        "list": Entry("the tags in use", "listing", "list_tags", ALWAYS),
        "rename": Entry("rename a tag, in the texts too", "vocabulary", "rename_tag"),
    },
)

DRAFT: Final = Branch(
    "texts that are kept until they are safe",
    {
        "list": Entry(
            "the texts that wait, newest first", "keepsakes", "list_drafts", ALWAYS
        ),
        "show": Entry("one of them, whole", "keepsakes", "show_draft", ALWAYS),
        "drop": Entry("remove one for good", "keepsakes", "drop_draft"),
    },
)

CONFIG: Final = Branch(
    "settings",
    {
        "list": Entry(
            "each setting, and where it is from", "configuring", "show_all", ALWAYS
        ),
        "set": Entry("change one setting", "configuring", "set_one"),
        "unset": Entry("let the default hold again", "configuring", "unset_one"),
        "edit": Entry("the whole file in your editor", "configuring", "edit_all"),
    },
)

TABLE: Final[Mapping[str, Table]] = {
    "Record": {
        "add": Entry("a session", "sessions", "add"),
        "observe": Entry(
            "a dated fact seen outside a session", "observations", "observe"
        ),
        "goal": GOAL,
        "resistance": RESISTANCE,
        "assess": Entry("the three outcomes of coaching", "outcomes", "assess"),
        "next": Entry("what somebody will do, and by when", "commitments", "add_next"),
        "raise": Entry("a topic for the next talk", "commitments", "raise_topic"),
        "done": Entry(
            "close what was done or talked about", "commitments", "close_done"
        ),
        "drop": Entry("close what will not be done", "commitments", "drop"),
        "share": Entry("that something was told or given", "handouts", "share"),
        "draft": DRAFT,
    },
    "Look": {
        "timeline": Entry(
            "everything that happened", "looking_back", "timeline", ALWAYS
        ),
        "report": Entry("one person, or the team", "reporting", "report", ALWAYS),
        "prep": Entry("what matters before the next talk", "preparing", "prep", ALWAYS),
        "due": Entry("what is due", "looking_back", "due", ALWAYS),
        "check": Entry("what a reviewer would miss", "checking", "check", ALWAYS),
        "hours": Entry("the log of coaching hours", "hours", "hours", ALWAYS),
        "show": Entry(
            "one entry whole, with its history", "looking_back", "show", ALWAYS
        ),
        "search": Entry("entries by their words", "searching", "search", ALWAYS),
        "recap": Entry(
            "what was agreed, ready for a mail", "recapping", "recap", "without --share"
        ),
    },
    "Change": {
        "edit": Entry("change an entry", "changing", "edit"),
        "delete": Entry("delete entries", "changing", "delete"),
        "undo": Entry("take back the newest change", "changing", "undo", "with --show"),
        "history": Entry(
            "every version of an entry", "looking_back", "history", ALWAYS
        ),
    },
    "People": {"person": PERSON, "action": ACTION, "tag": TAG},
    "Exchange": {
        "export": Entry("a view, for scripts", "exporting", "export", ALWAYS),
        "import": Entry("other programs' files", "importing", "import_files", ALWAYS),
    },
    "Care": {
        "redact": Entry("take back words for good", "taking_back", "redact"),
        "backup": Entry(
            "copy the journal, or list its backups", "care", "backup", "with --list"
        ),
        "restore": Entry("put a backup in the journal's place", "care", "restore"),
        "merge": Entry(
            "take in another device's journal", "care", "merge", "with --dry-run"
        ),
        "verify": Entry("check the journal and its log", "care", "verify", ALWAYS),
        "doctor": Entry("what surrounds the journal", "doctor", "doctor", ALWAYS),
        "encrypt": Entry("lock the journal by a passphrase", "encrypting", "encrypt"),
        "decrypt": Entry("make it a plain file again", "encrypting", "decrypt"),
        "rekey": Entry("another passphrase", "encrypting", "rekey"),
        "config": CONFIG,
        "demo": Entry("look around in invented entries", "demo", "demo"),
    },
    UNLISTED: {
        "today": Entry("what is due today", "looking_back", "show_today", ALWAYS),
        "help": Entry("this help, or that of a command", "help", "show_help"),
    },
}

ALIASES: Final = {"resist": "resistance", "log": "timeline", "rm": "delete"}


class Root(Group):
    """The program itself: all commands, by section."""

    sections: Mapping[str, Table]

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:  # noqa: ARG002
        """Write the first page."""
        listed = {title: part for title, part in self.sections.items() if title}
        pages.write_root_help(listed, formatter)


def _version(
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            is_eager=True,
            expose_value=False,
            callback=lambda value: _show_version(value),
            help="Print the version.",
        ),
    ] = False,
) -> None:
    """Carry the declaration; Typer makes the option from it."""


def _show_version(value: bool) -> None:
    if value:
        output.say_line(f"guidelog {__version__}")
        raise typer.Exit


def make_root(
    sections: Mapping[str, Table] = TABLE,
    aliases: Mapping[str, str] = ALIASES,
    alone: str | None = None,
) -> Root:
    """Make the program from a table; ``alone`` names what runs without a word."""
    root = Root(
        "guidelog",
        {name: one for part in sections.values() for name, one in part.items()},
        says="a session journal for people who lead",
        alone=alone,
        aliases=aliases,
        # Typer's own two options about TAB come with what makes TAB work at all.
        params=[*declared_by(_version), *get_install_completion_arguments()],
        context_settings={"help_option_names": ["--help", "-h"]},
    )
    root.sections = sections
    return root


def run(argv: Sequence[str] | None = None, root: Root | None = None) -> int:
    """Run one line and give its exit code; whatever goes wrong is said here, once."""
    forget_wishes()
    output.forget_line()
    begin_with(ask_passphrase)
    try:
        code = _run(argv, root or make_root(alone="today"))
        output.finish()
        code = output.say_last() or code
    except BrokenPipeError:
        return BROKEN_PIPE
    except KeyboardInterrupt:
        return Interrupted.code
    except Exception as wrong:  # noqa: BLE001 - a traceback would show the leader's text
        refusal = _refusal_for(wrong)
        output.say_refusal(refusal)
        return refusal.code
    return code


def _run(argv: Sequence[str] | None, root: Root) -> int:
    args = None if argv is None else list(argv)
    code = root.main(args=args, prog_name="guidelog", standalone_mode=False)
    return int(code or 0)


def _refusal_for(wrong: Exception) -> GuidelogError:
    """Give the refusal that says what went wrong, with the notes that came along."""
    if isinstance(wrong, GuidelogError):
        return wrong
    refusal = _worded(wrong)
    for hint in getattr(wrong, "__notes__", ()):
        refusal.add_note(hint)
    return refusal


def _worded(wrong: Exception) -> GuidelogError:
    if isinstance(wrong, typer.TyperException):
        return worded(wrong)
    if isinstance(wrong, OSError):
        return SystemRefused(reason=output.reason(wrong))
    from guidelog.cli.blaming import refusal_of_journal

    fault = InnerFault(kind=type(wrong).__name__, where=_place_of(wrong))
    return refusal_of_journal() or fault


def _place_of(wrong: Exception) -> str:
    """Name the last file and line of ours: enough to find a fault, and no text."""
    ours = str(Path(output.__file__).parents[1])
    frames = traceback.extract_tb(wrong.__traceback__)
    last = [frame for frame in frames if frame.filename.startswith(ours)][-1]
    return f"{Path(last.filename).name} line {last.lineno}"


def enter(root: Root | None = None) -> NoReturn:
    """Be the process: settle the streams and signals, run, and leave with the code."""
    if not output.is_on_terminal():
        # As any Unix filter ends when nobody reads on. Under a pager it would kill us.
        _end_with_the_pipe()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    code = run(root=root)
    if code:
        # Python would flush once more, and complain about what was already said.
        sys.stdout = None
    sys.exit(code)


def _end_with_the_pipe() -> None:
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
