"""Shell history: texts typed for guidelog that a shell keeps; they are never shown."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, Literal, NamedTuple

from guidelog.examining.place import MAC, Place
from guidelog.reports.conditions import Condition, finding
from guidelog.reports.phrases import count

Shell = Literal["bash", "zsh", "fish", "PowerShell"]

_HOMES: Final[tuple[tuple[Shell, str], ...]] = (
    ("bash", ".bash_history"),
    ("zsh", ".zsh_history"),
    ("zsh", ".zhistory"),
    ("zsh", ".histfile"),
    ("fish", ".local/share/fish/fish_history"),
    ("PowerShell", ".local/share/powershell/PSReadLine/ConsoleHost_history.txt"),
    (
        "PowerShell",
        "AppData/Roaming/Microsoft/Windows/PowerShell/PSReadLine/"
        "ConsoleHost_history.txt",
    ),
)
"""Where shells keep what was typed, from the home on."""

TAKING_TEXTS: Final = (
    "add|observe|assess|next|raise|drop|share|edit|redact|delete|rm|"
    r"(?:goal|resistance|resist|person|action)\s+\S+"
)
"""The commands, alone or in a group, that take a leader's words."""
_COMMON: Final = r"(?:\s+-\S+(?:\s+\S+)?)*"
"""Options before the command, some with a value."""
_TYPED: Final = re.compile(rf"\bguidelog{_COMMON}\s+(?:{TAKING_TEXTS})\s+(.*)")
_QUOTED: Final = re.compile(r"""["'][^"']*[^"'\s]""")
_OPTION: Final = re.compile(r"(?:^|\s)-\S+(?:\s+[^-\s]\S*)?")
_NO_WORD: Final = re.compile(r"[a-z]?[\d.,+-]+")
_FEWEST_WORDS: Final = 2
"""Words without quotes that make a text, after whom or what it is about."""

_LEAVES_OUT: Final[dict[Shell, tuple[str, str, str]]] = {
    "bash": (
        ".bashrc",
        r"HISTCONTROL=\S*ignore(space|both)",
        "HISTCONTROL=ignorespace",
    ),
    "zsh": (".zshrc", r"(?i)hist_?ignore_?space", "setopt HIST_IGNORE_SPACE"),
}
"""How a shell is told to keep no line that begins with a space: file, sign, line."""


class Kept(NamedTuple):
    """A history that holds texts: in how many lines, and whether some go on below."""

    shell: Shell
    file: Path
    lines: int
    goes_on: bool
    leaves_out_spaced: bool


def examine(place: Place) -> Iterator[Condition]:
    """Name each history that keeps texts."""
    yield from judge(look(place), place)


def look(place: Place) -> list[Kept]:
    """Count, in each history there is, the lines that hold texts. Raises OSError."""
    found = []
    for shell, file in histories(place):
        lines = [one for one in _lines_of(file, shell) if holds_text(one)]
        if lines:
            goes_on = any(_is_open(one) for one in lines)
            leaves_out = leaves_out_spaced(shell, place)
            found.append(Kept(shell, file, len(lines), goes_on, leaves_out))
    return found


def judge(found: Iterable[Kept], place: Place) -> Iterator[Condition]:
    """Say how many lines there are, how they go, and how they stay out from now on."""
    for one in found:
        lines = count(one.lines, "line")
        says = f"{place.short(one.file)} holds {lines} with texts typed for guidelog"
        if one.leaves_out_spaced:
            says += "; a command typed after a space is left out"
        mends = [_remove(one, place)]
        if not one.leaves_out_spaced and one.shell in _LEAVES_OUT:
            rc, _, line = _LEAVES_OUT[one.shell]
            says += "; with the second line a command typed after a space is left out"
            mends.append(f"echo {line!r} >> {place.quote(place.home / rc)}")
        yield finding("history", says, *mends)


def histories(place: Place) -> Iterator[tuple[Shell, Path]]:
    """The histories that are there, by shell; each file once."""
    named: list[tuple[Shell, Path]] = [
        (shell, place.home / name) for shell, name in _HOMES
    ]
    said = place.environment
    if "ZDOTDIR" in said:
        named.append(("zsh", Path(said["ZDOTDIR"]) / ".zsh_history"))
    if "XDG_DATA_HOME" in said:
        named.append(("fish", Path(said["XDG_DATA_HOME"]) / "fish" / "fish_history"))
    if "HISTFILE" in said:
        is_zsh = "zsh" in said.get("SHELL", "")
        named.append(("zsh" if is_zsh else "bash", Path(said["HISTFILE"])))
    found = {file: shell for shell, file in named if file.is_file()}
    for file, shell in found.items():
        yield shell, file


def holds_text(line: str) -> bool:
    """Whether a line of a history gives guidelog words of the leader."""
    typed = _TYPED.search(line)
    if typed is None:
        return False
    said = _OPTION.sub(" ", typed[1]).split()[1:]
    words = [word for word in said if not _NO_WORD.fullmatch(word)]
    return bool(_QUOTED.search(typed[1])) or len(words) >= _FEWEST_WORDS


def leaves_out_spaced(shell: Shell, place: Place) -> bool:
    """Whether the shell, as it is set up, keeps no line that begins with a space."""
    if shell not in _LEAVES_OUT:
        return shell == "fish"
    rc, sign, _ = _LEAVES_OUT[shell]
    file = place.home / rc
    return file.is_file() and bool(re.search(sign, file.read_text("utf-8", "replace")))


def _lines_of(file: Path, shell: Shell) -> Iterator[str]:
    """What was typed, line by line, without what the shell adds."""
    with file.open(encoding="utf-8", errors="replace") as lines:
        for line in lines:
            if shell != "fish":
                yield line.rstrip("\n")
            elif line.startswith("- cmd: "):
                yield line.removeprefix("- cmd: ").rstrip("\n")


def _is_open(line: str) -> bool:
    """Whether a text goes on in the next line of the file."""
    return line.count('"') % 2 == 1 or line.endswith("\\")


def _remove(one: Kept, place: Place) -> str:
    file = place.quote(one.file)
    if one.shell == "fish":
        return "fish -c 'history delete --prefix guidelog'"
    if one.shell == "PowerShell":
        return f"Set-Content {file} ((Get-Content {file}) -notmatch 'guidelog ')"
    if one.goes_on:
        return place.edit(one.file)
    in_place = "sed -i ''" if place.system == MAC else "sed -i"
    return f"{in_place} '/guidelog /d' {file}"
