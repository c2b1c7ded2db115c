"""The place that is examined: a journal on a machine, and how to name files in it."""

import shlex
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Final, NamedTuple

from guidelog.dates import clock

WINDOWS: Final = "win32"
MAC: Final = "darwin"


class Place(NamedTuple):
    """Where guidelog works: the journal, the leader's home, the machine around them.

    `system` is what `sys.platform` says, `now` the machine's own clock. `usual` is
    where a journal lies if nobody says otherwise, `program` how guidelog is called so
    that it means this journal.
    """

    journal: Path
    usual: Path
    settings: Path
    home: Path
    system: str
    environment: Mapping[str, str]
    now: datetime
    program: str = "guidelog"

    def quote(self, path: Path) -> str:
        """A path as one word of the leader's shell, whatever it holds.

        What lies in the home begins with ``~/``, which every POSIX shell knows there.
        """
        if self.system == WINDOWS:
            escaped = str(path).replace("'", "''")
            return f"'{escaped}'"
        if path.is_relative_to(self.home) and path != self.home:
            return f"~/{shlex.quote(str(path.relative_to(self.home)))}"
        return shlex.quote(str(path))

    def remove(self, path: Path) -> str:
        """The command that removes a file, or a folder with all that is in it."""
        if self.system == WINDOWS:
            return f"Remove-Item -Recurse {self.quote(path)}"
        return f"rm {'-r ' if path.is_dir() else ''}-- {self.quote(path)}"

    def edit(self, path: Path) -> str:
        """The command that opens a file in the leader's editor."""
        return f"{self.environment.get('EDITOR', 'vi')} {self.quote(path)}"

    def short(self, path: Path) -> str:
        """A path for people: from the home on, where it lies in it."""
        if path.is_relative_to(self.home):
            return str(Path("~") / path.relative_to(self.home))
        return str(path)

    def day_of(self, path: Path) -> date:
        """The day on which a file was last written. Raises OSError."""
        return clock.moment_of(path.stat().st_mtime).date()

    def hours_since(self, path: Path) -> float:
        """How long ago a file was last written, in hours. Raises OSError."""
        return (self.now.timestamp() - path.stat().st_mtime) / 3600
