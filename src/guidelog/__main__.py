"""Start the program: ``guidelog`` and ``python -m guidelog``."""

import atexit
import gc
import os
from importlib import import_module
from typing import Final

PRESSED: Final = "_GUIDELOG_COMPLETE"
"""Set by the shell: what it asks for."""


def main() -> None:
    """Run one command and leave."""
    # A short process spends half its time collecting what it is about to throw away.
    gc.disable()
    atexit.register(gc.freeze)
    asked, _, shell = os.environ.get(PRESSED, "").partition("_")
    # each of the two loads what the other never needs
    if asked == "complete":
        import_module("guidelog.cli.completing").enter(shell)
    import_module("guidelog.cli.app").enter()


if __name__ == "__main__":
    main()
