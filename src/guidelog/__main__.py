"""Start the program: ``guidelog`` and ``python -m guidelog``."""

import atexit
import gc

from guidelog.cli.app import enter


def main() -> None:
    """Run one command and leave."""
    # A short process spends half its time collecting what it is about to throw away.
    gc.disable()
    atexit.register(gc.freeze)
    enter()


if __name__ == "__main__":
    main()
