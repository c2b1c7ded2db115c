"""Templates: a text to begin with, ours or the leader's own.

Variables are put in by plain substitution, and nothing in a template is ever run:
``{person}``, ``{date}``, ``{open_goals}``, ``{open_commitments}``, ``{topics}``. Other
words in braces stay as they were typed.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from guidelog.cleaning import clean
from guidelog.data import FOLDER, read_text
from guidelog.errors import NotUtf8, OutOfReach, UnknownTemplate
from guidelog.near import say_near
from guidelog.settings import settings_file

_NAME: Final = re.compile(r"[A-Za-z0-9][\w.-]*")
_VARIABLE: Final = re.compile(r"\{(\w+)\}")
_ENDING: Final = ".md"


def templates_folder() -> Path:
    """Where the leader's own templates lie."""
    return settings_file().with_name("templates")


def read_template(name: str) -> str:
    """The text of a template; the leader's own one stands before ours.

    Raises UnknownTemplate, NotUtf8 and OutOfReach.
    """
    own = templates_folder() / f"{name}{_ENDING}"
    if _NAME.fullmatch(name) and own.is_file():
        return _read_own(own)
    if name not in _built_in():
        raise _unknown(name)
    return read_text(f"templates/{name}{_ENDING}")


def fill_template(text: str, values: Mapping[str, str]) -> str:
    """Put the values in where their names stand in braces; other braces stay."""
    return _VARIABLE.sub(lambda found: values.get(found[1], found[0]), text)


def template_names() -> list[str]:
    """The names of all templates, ours and the leader's own."""
    folder = templates_folder()
    own = folder.glob(f"*{_ENDING}") if folder.is_dir() else ()
    return sorted({*_built_in(), *(path.stem for path in own if path.is_file())})


def _built_in() -> list[str]:
    return [path.stem for path in (FOLDER / "templates").glob(f"*{_ENDING}")]


def _read_own(path: Path) -> str:
    try:
        return clean(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as wrong:
        raise NotUtf8(what=f"the template {path}") from wrong
    except OSError as wrong:
        raise OutOfReach(path=path, why=(wrong.strerror or "").lower()) from wrong


def _unknown(name: str) -> UnknownTemplate:
    names = template_names()
    return UnknownTemplate(
        name=name,
        near=say_near(name, names),
        names=", ".join(names),
        folder=templates_folder(),
    )
