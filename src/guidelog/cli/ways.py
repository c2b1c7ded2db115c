"""Options that say how a text is written: from a draft, in an editor, on a page."""

from typing import Annotated, Final

import typer

from guidelog.cli.common import declared_by


def _draft(
    draft: Annotated[
        bool,
        typer.Option(
            "--draft", expose_value=False, help="Go on with the text that was kept."
        ),
    ] = False,
) -> None:
    """Carry the declaration; Typer makes the option from it."""


def _edit(
    edit: Annotated[
        bool,
        typer.Option("--edit", "-e", expose_value=False, help="Write in your editor."),
    ] = False,
) -> None:
    """Carry the declaration; Typer makes the option from it."""


def _template(
    template: Annotated[
        str | None,
        typer.Option(
            "--template",
            metavar="NAME",
            expose_value=False,
            help="Begin with grow, clear, oskar, sbi or your own, in your editor.",
        ),
    ] = None,
) -> None:
    """Carry the declaration; Typer makes the option from it."""


DRAFT: Final = declared_by(_draft)
"""The option of every command whose text is kept."""
EDIT: Final = declared_by(_edit)
"""The option of every command that has a form."""
TEMPLATE: Final = declared_by(_template)
"""The option of a command whose form has templates."""
