"""Pages for the terminal: what Rich lays out, turned into text for ``output.show``.

Apart from ``output``, since Rich is loaded by the commands that show a page only.
"""

from dataclasses import dataclass
from io import StringIO

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.segment import Segment

from guidelog.cleaning import clean
from guidelog.cli import fitting, output
from guidelog.cli.common import wishes


@dataclass(frozen=True)
class Cleaned:
    """A renderable whose every piece of text is cleaned after it was laid out.

    Colours come later, from the styles: an escape in a text never reaches the terminal.
    """

    page: RenderableType

    def __rich_console__(
        self, console: Console, options: ConsoleOptions
    ) -> RenderResult:
        """Give the pieces of the page, cleaned."""
        for piece in console.render(self.page, options):
            yield Segment(clean(piece.text), piece.style)


def page_text(page: RenderableType, width: int) -> str:
    """Lay a page out for so many columns, with colours where they are wanted."""
    coloured = output.is_coloured()
    laid_out = StringIO()
    console = Console(
        file=laid_out,
        width=width,
        # Explicit, or FORCE_COLOR would colour pipes.
        force_terminal=coloured,
        color_system="auto" if coloured else None,
        no_color=False if wishes().color == "always" else None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    console.print(Cleaned(page))
    return "\n".join(line.rstrip() for line in laid_out.getvalue().split("\n"))


def show_page(page: RenderableType) -> None:
    """Show a page at the width of the terminal, through the pager where it is long."""
    output.show(page_text(page, fitting.width()))
