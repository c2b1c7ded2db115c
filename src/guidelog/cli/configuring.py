"""Commands about settings: what holds and why, and how to change it."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from guidelog.cli import output
from guidelog.cli.editor import editor_words, run_editor
from guidelog.cli.pages import show_rows
from guidelog.cli.texts import Emptied
from guidelog.dates import today
from guidelog.errors import CouldNot, EditorFailed
from guidelog.own_toml import line_of, read_text
from guidelog.private_files import make_private_file, make_private_folder
from guidelog.reports import hints, settings_page
from guidelog.reports.settings_page import Setting, say_value
from guidelog.settings import (
    DEFAULTS,
    MEANINGS,
    RULES,
    check_settings,
    settings_file,
)
from guidelog.settings_writing import (
    is_toml,
    replace_settings,
    set_setting,
    unset_setting,
    write_example,
)

SETTING = Annotated[str, typer.Argument(metavar="SETTING", help="Such as leader_name.")]


def show_all() -> None:
    """List each setting with its value, its default and where it came from.

    guidelog config list
    """
    file = settings_file()
    text = read_text(file)
    said = check_settings(text, file)
    settings = [
        Setting(
            key=key,
            value=said.get(key, default),
            default=default,
            file=str(file) if key in said else None,
            line=line_of(text, key) if key in said else None,
            meaning=MEANINGS[key],
            wanted=RULES[key].wanted,
        )
        for key, default in DEFAULTS.items()
    ]
    page = settings_page.compose(settings, str(file), today())
    show_rows(page, "settings", settings, hints.CHANGE_A_SETTING)


def set_one(
    key: SETTING,
    value: Annotated[
        str,
        typer.Argument(metavar="VALUE", parser=Emptied(), help="What it should be."),
    ],
) -> None:
    """Change one setting; comments and everything else in the file stay.

    guidelog config set leader_name "Mira Haddad"
    """
    output.say_line(f"{key}  {say_value(set_setting(key, value))}")


def unset_one(key: SETTING) -> None:
    """Take a setting out of the file, so that its default holds again.

    guidelog config unset review_period
    """
    was_there = unset_setting(key)
    holds = f"{say_value(DEFAULTS[key])}, the default" if key in DEFAULTS else "gone"
    output.say_line(f"{key}  {holds}")
    if not was_there:
        output.note("It was not set.")


def edit_all() -> None:
    """Open the whole file in your editor; what can't be used changes nothing.

    guidelog config edit
    """
    file = settings_file()
    copy = file.with_name(f"{file.stem}.edited{file.suffix}")
    stood = read_text(file)
    edited = edit_copy(copy, stood or write_example())
    if edited is None:
        output.note("Nothing changed, nothing saved.")
        return
    try:
        replace_settings(edited)
    except CouldNot as refusal:
        refusal.add_note("What you wrote is kept: guidelog config edit goes on there.")
        raise
    copy.unlink()
    say_changes(settings_in(stood), settings_in(edited))


def edit_copy(copy: Path, text: str) -> str | None:
    """Open a private copy of a text in the editor, or go on with the one that is there.

    Gives None where nothing is changed or left; else the copy stays, until somebody
    takes it away. Raises EditorFailed, NoEditor, NoTerminal, BrokenToml.
    """
    words = editor_words()
    if not copy.exists():
        make_private_folder(copy.parent)
        make_private_file(copy)
        copy.write_text(text, "utf-8")
    try:
        code = run_editor([*words, str(copy)])
    finally:
        edited = read_text(copy)
        is_changed = edited != text and bool(edited.strip())
        if not is_changed:
            copy.unlink(missing_ok=True)
    if code:
        ended = "was killed" if code < 0 else f"ended with error {code}"
        raise EditorFailed(editor=words[0], ended=ended)
    return edited if is_changed else None


def settings_in(text: str) -> Mapping[str, Any]:
    """What a text sets; nothing where it is no TOML."""
    return tomllib.loads(text) if is_toml(text) else {}


def say_changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> None:
    """Say each setting that holds something else than before."""
    for key, default in DEFAULTS.items():
        value = after.get(key, default)
        if value != before.get(key, default):
            output.say_line(f"{key}  {say_value(value)}")
    if before == after:
        output.note("Saved. No setting changed.")
