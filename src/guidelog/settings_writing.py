"""Writing the settings: one key at a time or the whole file, comments and order kept.

What is written is read first as it would be read later: a file that is refused never
takes the place of one that holds.
"""

import json
import re
import tomllib
from typing import Any, Final

from guidelog.errors import NoSuchSetting, OutOfReach, SettingsByHand, UnfitSetting
from guidelog.near import say_near
from guidelog.own_toml import line_of, parse, read_text
from guidelog.private_files import make_private_folder, replacing
from guidelog.settings import (
    DEFAULTS,
    MEANINGS,
    RULES,
    check_settings,
    settings_file,
)

Value = str | int | bool
_SWITCHES: Final = {"true": True, "false": False}
_WHOLE: Final = re.compile("-?[0-9]{1,9}")
_COMMENT: Final = re.compile(r"\s*#")


def set_setting(key: str, typed: str) -> Value:
    """Set one key and give the value it has now.

    Raises NoSuchSetting, UnfitSetting, SettingsByHand, and whatever reading the
    settings raises for the rest of the file.
    """
    if key not in RULES:
        raise NoSuchSetting(key=key, near=say_near(key, RULES), keys=", ".join(RULES))
    value = read_value(key, typed)
    file = settings_file()
    text = read_text(file)
    expected = {**parse(text, file), key: value}
    place_line(put(text, key, value), key, expected)
    return value


def unset_setting(key: str) -> bool:
    """Take one key out, also one that is no setting; tell whether it was there.

    Raises NoSuchSetting for what is neither, and as ``set_setting`` does.
    """
    file = settings_file()
    text = read_text(file)
    said = parse(text, file)
    if key not in said:
        if key not in RULES:
            raise NoSuchSetting(
                key=key, near=say_near(key, RULES), keys=", ".join(RULES)
            )
        return False
    del said[key]
    place_line(take_out(text, key), key, said)
    return True


def read_value(key: str, typed: str) -> Value:
    """Read the value of a setting as it is typed in a shell. Raises UnfitSetting."""
    value: Value = typed
    if isinstance(DEFAULTS[key], bool):
        value = _SWITCHES.get(typed.lower(), typed)
    elif isinstance(DEFAULTS[key], int) and _WHOLE.fullmatch(typed):
        value = int(typed)
    rule = RULES[key]
    if not rule.fits(value):
        near = say_near(typed, rule.choices)
        raise UnfitSetting(key=key, value=typed, near=near, wanted=rule.wanted)
    return value


def put(text: str, key: str, value: Value) -> str:
    """Say the key where it stands, behind its example, or at the end of the text."""
    lines = text.rstrip("\n").split("\n") if text.strip() else []
    said = f"{key} = {write_value(value)}"
    if (at := find_line(lines, key)) is not None:
        lines[at] = said + comment_of(lines[at])
    elif (at := find_line(lines, key, "[#\\s]*")) is not None:
        lines.insert(at + 1, said)
    else:
        lines.append(said)
    return "\n".join(lines) + "\n"


def take_out(text: str, key: str) -> str:
    """Leave out the line that sets a key."""
    lines = text.split("\n")
    at = find_line(lines, key)
    return text if at is None else "\n".join(lines[:at] + lines[at + 1 :])


def find_line(lines: list[str], key: str, before: str = r"\s*") -> int | None:
    """Find the first line that sets a key, after what may stand before it."""
    setting = re.compile(rf"""{before}["']?{re.escape(key)}["']?\s*=""")
    return next((n for n, line in enumerate(lines) if setting.match(line)), None)


def comment_of(line: str) -> str:
    """The comment behind a value: a # in a text, cut there, would leave no TOML."""
    for found in _COMMENT.finditer(line):
        if is_toml(line[: found.start()]):
            return line[found.start() :]
    return ""


def is_toml(text: str) -> bool:
    """Whether a text can be read as TOML."""
    try:
        tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError):
        return False
    return True


def write_value(value: Value) -> str:
    """Write a value as TOML, which reads JSON's texts, numbers and switches alike."""
    return json.dumps(value, ensure_ascii=False)


def write_example() -> str:
    """A settings file in which every default stands as a comment, with its meaning."""
    return "\n".join(
        f"# {MEANINGS[key]}\n# {key} = {write_value(value)}\n"
        for key, value in DEFAULTS.items()
    )


def place_line(text: str, key: str, expected: dict[str, Any]) -> None:
    """Put a text in place that should say just what is expected.

    Raises SettingsByHand where it does not, as with a value over several lines.
    """
    file = settings_file()
    if not is_toml(text) or tomllib.loads(text) != expected:
        raise SettingsByHand(file=file, line=line_of(text, key), key=key)
    replace_settings(text)


def replace_settings(text: str) -> None:
    """Put a text in the place of the settings, whole and readable by nobody else.

    Raises BrokenToml, UnknownSetting and WrongSetting for what would be refused
    later, and OutOfReach; then the file is as it was.
    """
    file = settings_file()
    check_settings(text, file)
    if file.exists() and not file.is_file():
        # settings from /dev/null: that must stay what it is
        raise OutOfReach(path=file, why="it is no file")
    try:
        # a link goes on leading to the file it means
        place = file.resolve()
        make_private_folder(place.parent)
        with replacing(place) as part:
            part.write_text(text, "utf-8", newline="\n")
    except OSError as error:
        raise OutOfReach(path=file, why=(error.strerror or "").lower()) from error
