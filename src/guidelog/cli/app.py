"""The program as a whole: the one place where a line starts and ends."""

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
from guidelog.cli import fitting, output
from guidelog.cli import help as pages
from guidelog.cli.common import declared_by, forget_wishes
from guidelog.cli.grammar import Group, Table
from guidelog.cli.inside_typer import Context, HelpFormatter
from guidelog.cli.passphrases import ask_passphrase
from guidelog.cli.table import ALIASES, TABLE
from guidelog.cli.wording import worded
from guidelog.errors import GuidelogError, InnerFault, Interrupted, SystemRefused
from guidelog.storage.keys import begin_with

BROKEN_PIPE: Final = 141


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
    if not fitting.is_on_terminal():
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
