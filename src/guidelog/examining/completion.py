"""TAB: whether the leader's shell completes what is typed for guidelog."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from guidelog.examining.place import Place
from guidelog.reports.conditions import Condition, fact

_SCRIPTS: Final = {
    "bash": ".bash_completions/guidelog.sh",
    "zsh": ".zfunc/_guidelog",
    "fish": ".config/fish/completions/guidelog.fish",
}
"""Where `--install-completion` puts what a shell needs, from the home on."""


class Tab(NamedTuple):
    """The shell that is set, and whether guidelog's TAB is set up for it."""

    shell: str
    is_set_up: bool


def examine(place: Place) -> Iterator[Condition]:
    """Say whether TAB works; nothing for a shell that guidelog has no TAB for."""
    found = look(place)
    if found:
        yield judge(found)


def look(place: Place) -> Tab | None:
    """Find the script for the shell that is set."""
    shell = Path(place.environment.get("SHELL", "")).name
    script = _SCRIPTS.get(shell)
    return Tab(shell, (place.home / script).is_file()) if script else None


def judge(found: Tab) -> Condition:
    """Word whether TAB is set up."""
    if found.is_set_up:
        return fact("TAB", f"set up for {found.shell}")
    says = f"not set up for {found.shell}; once it is, open a new shell"
    return fact("TAB", says, "guidelog --install-completion")
