"""What the leader may configure, and from where."""

import os
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, fields
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from platformdirs import user_config_path

from guidelog.dates import read_period, read_rhythm
from guidelog.errors import (
    GuidelogError,
    OutOfReach,
    UnknownSetting,
    WrongSetting,
)
from guidelog.near import say_near
from guidelog.own_toml import line_of, parse, read_text
from guidelog.words import MODES, VISIBILITIES

Value = TypeVar("Value", str, int, bool)


class Rule(NamedTuple):
    """What a setting may be: a test, and the words for it; all choices, where few."""

    wanted: str
    fits: Callable[[object], bool]
    choices: tuple[str, ...] = ()


def _one_of(*words: str) -> Rule:
    said = ", ".join(word or '""' for word in words)
    return Rule(f"one of {said}", lambda value: value in words, words)


def _whole(least: int, most: int) -> Rule:
    return Rule(
        f"a whole number from {least} to {most}",
        # TOML's true is no number, though Python takes it for 1
        lambda value: type(value) is int and least <= value <= most,
    )


def _is_line(value: object) -> bool:
    return isinstance(value, str) and value.isprintable()


def _is_read_by(read: Callable[[str], object], value: object) -> bool:
    try:
        return isinstance(value, str) and read(value) is not None
    except GuidelogError:
        return False


def _is_period(value: object) -> bool:
    # whether words name a period does not depend on the day they are said
    return _is_read_by(lambda text: read_period(text, date(2026, 1, 1)), value)


def _is_rhythm(value: object) -> bool:
    return value == "" or _is_read_by(read_rhythm, value)


LINE = Rule("a text on one line", _is_line)
SWITCH = Rule("true or false", lambda value: isinstance(value, bool), ("true", "false"))
PERIOD = Rule("a period, such as 12m, ytd or FY27", _is_period)
RHYTHM = Rule('a rhythm such as 2w, or "" for none', _is_rhythm)


def _setting(default: Value, meaning: str, rule: Rule) -> Value:
    return field(default=default, metadata={"meaning": meaning, "rule": rule})


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that can be set, with what holds where nothing is said."""

    leader_name: str = _setting("", "your name, as documents print it", LINE)
    leader_role: str = _setting("", "your role, as documents print it", LINE)
    organisation: str = _setting("", "where you lead, as documents print it", LINE)
    fiscal_year_start: int = _setting(
        1, "the month in which your fiscal year begins", _whole(1, 12)
    )
    review_period: str = _setting(
        "12m", "what a report and a check cover if no period is said", PERIOD
    )
    grace_hours: int = _setting(
        48, "hours in which a text may be changed without a reason", _whole(0, 8760)
    )
    default_mode: str = _setting(
        "blended", "the mode of a talk that names no actions", _one_of(*MODES)
    )
    default_rhythm: str = _setting(
        "", "how often you mean to talk with a new person", RHYTHM
    )
    visibility: str = _setting(
        "",
        "how entries start; empty: by the person's relation",
        _one_of("", *VISIBILITIES),
    )
    resolved_months: int = _setting(
        12, "months until a resolved note leaves reports for others", _whole(0, 1200)
    )
    retention_months: int = _setting(
        0, "months after which doctor reminds you to erase; 0: never", _whole(0, 1200)
    )
    hints: bool = _setting(
        True, "whether pages on a terminal end with a likely next command", SWITCH
    )


RULES: Mapping[str, Rule] = {key.name: key.metadata["rule"] for key in fields(Settings)}
"""What each setting may be."""

MEANINGS: Mapping[str, str] = {
    key.name: key.metadata["meaning"] for key in fields(Settings)
}
"""What each setting is for."""

DEFAULTS: Mapping[str, str | int | bool] = asdict(Settings())
"""What holds where nothing is said."""


def settings_file() -> Path:
    """Where the settings are: ``GUIDELOG_SETTINGS``, else the usual place.

    Raises OutOfReach for the home of somebody unknown.
    """
    named = os.environ.get("GUIDELOG_SETTINGS")
    if not named:
        return user_config_path("guidelog") / "settings.toml"
    try:
        return Path(named).expanduser()
    except RuntimeError as error:
        raise OutOfReach(path=named, why="it leads nowhere") from error


def read_settings() -> Settings:
    """The leader's settings; a file that isn't there means the defaults.

    Raises BrokenToml, UnknownSetting and WrongSetting, which name file and line,
    and OutOfReach.
    """
    file = settings_file()
    return Settings(**check_settings(read_text(file), file))


def check_settings(text: str, file: Path) -> dict[str, Any]:
    """What the text of a settings file says, key by key, each fit to be used.

    Raises BrokenToml, UnknownSetting and WrongSetting, which name file and line.
    """
    said = parse(text, file)
    for key, value in said.items():
        _check(key, value, file, text)
    return said


def _check(key: str, value: object, file: Path, text: str) -> None:
    line = line_of(text, key)
    if key not in RULES:
        near, keys = say_near(key, RULES), ", ".join(RULES)
        raise UnknownSetting(file=file, line=line, key=key, near=near, keys=keys)
    if not RULES[key].fits(value):
        rule = RULES[key]
        near, wanted = say_near(str(value), rule.choices), rule.wanted
        raise WrongSetting(
            file=file, line=line, key=key, value=value, near=near, wanted=wanted
        )
