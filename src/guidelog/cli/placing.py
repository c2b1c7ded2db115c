"""The place a command works in: its journal, on the machine that this is."""

import os
import sys
from pathlib import Path

from guidelog.cli.common import called
from guidelog.cli.whereabouts import journal_file
from guidelog.dates import clock
from guidelog.examining.place import Place
from guidelog.settings import settings_file
from guidelog.storage.location import default_journal


def find_place() -> Place:
    """The journal that is meant, on the machine that this is."""
    return Place(
        journal=journal_file(),
        usual=default_journal(),
        settings=settings_file(),
        home=find_home(),
        system=sys.platform,
        environment=os.environ,
        now=clock.real_now(),
        program=called(),
    )


def find_home() -> Path:
    """The leader's home; a path that is nowhere for somebody who has none."""
    try:
        return Path.home()
    except RuntimeError:
        return Path("~")
