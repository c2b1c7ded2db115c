"""Commands that change what stands: edit, delete, undo, history."""

from typing import Annotated

import typer

from guidelog.cli import output
from guidelog.cli.asking import confirm as ask
from guidelog.cli.bundles import each_of
from guidelog.cli.changes import Changes
from guidelog.cli.texts import Told, text_option
from guidelog.cli.writing import back_up, confirm, journal_file, writing

YES = Annotated[bool, typer.Option("--yes", help="Don't ask.")]
REASON = Annotated[Told | None, text_option("--reason", says="Why.")]


def edit(
    changes: Changes,
    id_: Annotated[
        str, typer.Argument(metavar="[ID]", help="The last session if not said.")
    ] = "last",
    reason: REASON = None,
    restore: Annotated[
        bool, typer.Option("--restore", help="Bring a deleted entry back.")
    ] = False,
) -> None:
    """Change an entry: each option replaces its whole field, and "" empties it.

    guidelog edit s12 --text "What really happened" -t 30
    """
    with writing("edit") as at:
        from guidelog.journal import changing

        if restore:
            uid = changing.restore_entry(at, id_)
        else:
            uid = changing.edit(at, id_, changes.fields(at), reason or "")
    confirm([uid])


def delete(
    ids: Annotated[list[str], typer.Argument(metavar="ID...", help="Such as s12.")],
    reason: REASON = None,
    yes: YES = False,
) -> None:
    """Delete entries and what can't be without them; undo brings them back.

    guidelog delete s12 --yes
    """
    with writing("delete") as at:
        from guidelog.journal import changing

        named = each_of(ids)
        names = changing.name_dependants(at, named)
    if not ask(f"Delete {', '.join(names)}?", yes=yes):
        output.note("Nothing was deleted.")
        return
    with writing("delete") as at:
        changing.delete_entries(at, named, reason or "")
    output.say_entries([f"{name}  deleted" for name in names])
    back_up(journal_file())


def undo(
    show: Annotated[
        bool, typer.Option("--show", help="Only say what would be undone.")
    ] = False,
) -> None:
    """Take back the newest change made here.

    guidelog undo
    """
    with writing("undo") as at:
        from guidelog.journal import undoing

        change = undoing.newest_change(at) if show else undoing.undo(at)
        names = undoing.name_things(at, change)
    said = "would undo" if show else "undid"
    output.say_line(f"{names[0]}  {said}: {change.command}, {', '.join(names)}")
    if not show:
        back_up(journal_file())
