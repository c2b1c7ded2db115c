"""Commands about the words in use: actions and tags."""

from typing import Annotated

import typer

from guidelog.cli import output
from guidelog.cli.texts import Told, text_option
from guidelog.cli.writing import confirm, writing
from guidelog.words import ActionMode, Family

NAME = Annotated[str, typer.Argument(metavar="NAME", help="Such as listen.")]


def add_action(
    name: NAME,
    label: Annotated[Told, text_option("--label", says="How lists call it.")],
    mode: Annotated[ActionMode, typer.Option("--mode", help="What it belongs to.")],
    family: Annotated[Family, typer.Option("--family", help="Its family.")],
    meaning: Annotated[
        Told | None, text_option("--meaning", says="What it means, in a line.")
    ] = None,
) -> None:
    """Add an action of your own to the catalogue.

    guidelog action add pair --label "Pair up" --mode coaching --family reality
    """
    fields = {"label": label, "mode": mode, "family": family, "meaning": meaning}
    with writing("action add") as at:
        from guidelog.journal import vocabulary

        uid = vocabulary.add_action(at, name, fields)
        confirm([uid])


def hide_action(
    name: NAME,
    undo: Annotated[bool, typer.Option("--undo", help="Offer it again.")] = False,
) -> None:
    """Leave an action out of lists; entries that have it keep it.

    guidelog action hide shadow
    """
    with writing("action hide") as at:
        from guidelog.journal import vocabulary

        uid = vocabulary.hide_action(at, name, hidden=not undo)
        confirm([uid])


def rename_tag(
    old: Annotated[str, typer.Argument(metavar="OLD")],
    new: Annotated[str, typer.Argument(metavar="NEW")],
) -> None:
    """Give a tag another name everywhere, in the texts too, as one change.

    guidelog tag rename growth career
    """
    with writing("tag rename") as at:
        from guidelog.journal import vocabulary

        is_merged = vocabulary.is_used(at, new)
        uids = vocabulary.rename_tag(at, old, new)
        confirm(uids)
    if is_merged:
        output.note(f"{new} was in use: the two are one tag now; guidelog undo.")
