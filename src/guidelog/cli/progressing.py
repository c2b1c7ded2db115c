"""A bar on the terminal for what takes longer than a moment."""

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from importlib import import_module
from time import monotonic
from typing import Any, Final

from guidelog.cli.common import wishes
from guidelog.exchange.hearing import Tell, hear_nothing

_A_MOMENT: Final = 1.0
"""Seconds without a bar."""


@contextmanager
def progress_bar() -> Iterator[Tell]:
    """Show on standard error how far a work is, once it takes longer than a second.

    Only where that is a terminal, and never with -q; afterwards it is gone.
    """
    began = monotonic()
    shown: list[Any] = []
    with ExitStack() as stack:

        def tell(what: str, share: float | None) -> None:
            if not shown and monotonic() - began > _A_MOMENT:
                shown.append(stack.enter_context(_make_bar()))
            if shown:
                bar = shown[0]
                total = None if share is None else 1.0
                (task,) = bar.task_ids
                bar.update(task, description=what, completed=share, total=total)

        yield tell if sys.stderr.isatty() and not wishes().quiet else hear_nothing


def _make_bar() -> Any:
    # Loaded by whoever waits, who has a second to spare; most commands show no bar.
    rich = import_module("rich.progress")
    names = rich.TextColumn("{task.description}", markup=False)
    columns = (names, rich.BarColumn(), rich.TaskProgressColumn())
    console = import_module("rich.console").Console(stderr=True)
    bar = rich.Progress(*columns, console=console, transient=True)
    bar.add_task("", total=None)
    return bar
