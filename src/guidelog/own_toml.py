"""TOML that the leader writes: settings, questions and word lists, read in one way."""

import re
import tomllib
from pathlib import Path
from typing import Any

from guidelog.errors import BrokenToml, OutOfReach


def read_text(file: Path) -> str:
    """The text of a file, empty where there is none.

    Raises BrokenToml for what is no text, and OutOfReach.
    """
    if file.is_fifo():
        # reading would wait for whoever may never write
        raise OutOfReach(path=file, why="it is a pipe")
    try:
        return file.read_text("utf-8-sig")
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError as error:
        raise BrokenToml(file=file, why=error) from error
    except OSError as error:
        raise OutOfReach(path=file, why=(error.strerror or "").lower()) from error


def parse(text: str, file: Path) -> dict[str, Any]:
    """What the text of a file says, fit or not. Raises BrokenToml, with the line."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        last = f"line {len(text.splitlines())}, its end"
        why = str(error).replace("end of document", last)
        raise BrokenToml(file=file, why=why) from error
    except RecursionError:
        raise BrokenToml(file=file, why="values are nested too deeply") from None


def line_of(text: str, *place: str) -> int:
    """The line on which a table or a key of it stands: TOML's reader does not tell."""
    found = 1
    lines = enumerate(text.splitlines(), 1)
    for key in place:
        named = re.compile(rf"""[\s\["']*(?:\w+\.)?{re.escape(key)}["'\s.=\]]""")
        found = next((n for n, line in lines if named.match(line)), found)
    return found
