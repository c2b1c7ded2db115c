"""A bar on the terminal for what takes longer than a moment."""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from time import monotonic
from typing import Final

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

from guidelog.cli.common import wishes

_A_MOMENT: Final = 1.0
"""Seconds without a bar."""

Tell = Callable[[str, float], None]
"""Told what is being done, and the share of it that is, 0…1."""


@contextmanager
def progress_bar() -> Iterator[Tell]:
    """Show on standard error how far a work is, once it takes longer than a second.

    Only where that is a terminal, and never with -q; afterwards it is gone.
    """
    began = monotonic()
    shown: list[Progress] = []
    with ExitStack() as stack:

        def tell(what: str, share: float) -> None:
            if not shown and monotonic() - began > _A_MOMENT:
                shown.append(stack.enter_context(_make_bar()))
            if shown:
                bar = shown[0]
                bar.update(bar.task_ids[0], description=what, completed=share)

        yield tell if sys.stderr.isatty() and not wishes().quiet else _say_nothing


def _say_nothing(_what: str, _share: float) -> None:
    """Nobody looks."""


def _make_bar() -> Progress:
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    bar.add_task("", total=1.0)
    return bar
