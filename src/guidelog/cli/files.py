"""The file that a command writes into, and the format that its name asks for."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from guidelog.cli.common import wishes
from guidelog.errors import FormatsApart, UnknownSuffix

STANDARD_OUTPUT = (Path("-"), Path("/dev/stdout"))


def _unless_standard(file: Path | None) -> Path | None:
    # the shell may have sent standard output into a file that must be added to
    return None if file in STANDARD_OUTPUT else file


INTO_FILE = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        callback=_unless_standard,
        help="Into a file, whole.",
    ),
]
F = TypeVar("F", bound=str)


def format_named(file: Path | None, suffixes: Mapping[str, F]) -> F | None:
    """The format that a file's name asks for; None where it asks for none."""
    return suffixes.get(file.suffix.lower()) if file else None


def check_agrees(file: Path | None, said: F, suffixes: Mapping[str, F]) -> None:
    """Refuse a format that a file's name speaks against. Raises FormatsApart."""
    if file and format_named(file, suffixes) not in (None, said):
        raise FormatsApart(format=said, file=file.name)


def format_for(file: Path | None, suffixes: Mapping[str, F], shown: F) -> F:
    """The format that is meant where none is said; ``shown`` where no file is.

    Raises UnknownSuffix.
    """
    if file is None:
        return suffixes[".json"] if wishes().json else shown
    named = format_named(file, suffixes)
    if named is None:
        *most, last = dict.fromkeys(suffixes.values())
        raise UnknownSuffix(file=file.name, formats=f"{', '.join(most)} or {last}")
    return named
