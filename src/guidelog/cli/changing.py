"""Commands that change what stands: edit, delete, undo, history."""

from collections.abc import Sequence
from typing import Annotated

import typer

from guidelog.cli import output
from guidelog.cli.asking import ask, ask_reason
from guidelog.cli.bundles import each_of
from guidelog.cli.changes import Changes, in_options
from guidelog.cli.common import wishes
from guidelog.cli.filing import YES
from guidelog.cli.looking import looking
from guidelog.cli.rewriting import rewrite
from guidelog.cli.texts import Told, is_conversation, text_option
from guidelog.cli.writing import confirm, trying, writing
from guidelog.dates import today
from guidelog.errors import FieldNotHere, OptionsApart, ReasonMissing
from guidelog.lookback.facts import Touched
from guidelog.lookback.finding import find_id
from guidelog.lookback.history import touched_by
from guidelog.lookback.rows_by_uid import lines_of
from guidelog.reports.confirmation import say_entry
from guidelog.reports.entry_fields import say_moment
from guidelog.reports.undoing_lines import name_touched, word_reversal

REASON = Annotated[Told | None, text_option("--reason", says="Why.")]
NAMES_SHOWN = 12
REVERSALS_SHOWN = 50
"""How much is said of a change: an import may have touched thousands of entries."""

EDITOR = Annotated[
    bool,
    typer.Option("--edit", "-e", help="Open the entry in your editor."),
]


def edit(
    changes: Changes,
    id_: Annotated[
        str, typer.Argument(metavar="ID", help="The last session if not said.")
    ] = "last",
    reason: REASON = None,
    restore: Annotated[
        bool, typer.Option("--restore", help="Bring a deleted entry back.")
    ] = False,
    in_editor: EDITOR = False,
) -> None:
    """Change an entry: each option replaces its whole field, and "" empties it.

    On a terminal the entry is opened in your editor where no change is named.

    guidelog edit s12 --text "What really happened" -t 30
    """
    if restore:
        if changes != Changes() or reason or in_editor:
            raise OptionsApart(first="--restore", second="another change")
        _bring_back(id_)
        return
    is_bare = changes == Changes() and is_conversation()
    wanted = rewrite(id_, changes) if in_editor or is_bare else changes
    _change(id_, wanted, reason or "")


def _bring_back(id_: str) -> None:
    """Bring a deleted entry back with what went with it; say what stays deleted."""
    with writing("edit") as at:
        from guidelog.journal import bringing_back

        returned = bringing_back.restore_entry(at, id_)
        confirm(returned.uids)
    if returned.left:
        named, first = _listed(returned.left, len(returned.left)), returned.left[0]
        output.note(f"{named} had been deleted before: guidelog edit {first} --restore")


def _change(id_: str, changes: Changes, reason: str) -> None:
    """Change an entry; where it needs a reason, that is asked for on a terminal."""
    try:
        _record(id_, changes, reason)
    except ReasonMissing as missing:
        said = is_conversation() and ask_reason(
            missing.facts["id"], missing.facts["why"]
        )
        if not said:
            raise
        _record(id_, changes, said)


def _record(id_: str, changes: Changes, reason: str) -> None:
    with writing("edit") as at:
        from guidelog.journal import changing

        try:
            uid = changing.edit(at, id_, changes.fields(at), reason)
        except FieldNotHere as refusal:
            raise in_options(refusal) from None
        confirm([uid])
    if changes.text == "":
        output.note("Its own text is empty now; guidelog undo brings it back.")


def delete(
    ids: Annotated[list[str], typer.Argument(metavar="ID...", help="Such as s12.")],
    reason: REASON = None,
    yes: YES = False,
) -> None:
    """Delete entries and what can't be without them; undo brings them back.

    guidelog delete s12 --yes
    """
    with trying("delete") as at:
        from guidelog.journal import changing

        named = each_of(ids)
        names = changing.name_dependants(at, named)
    if not yes and is_conversation():
        _show_what_goes(names)
    if not ask(f"Delete {', '.join(names)}?", yes=yes):
        output.note("Nothing was deleted.")
        return
    with writing("delete") as at:
        changing.delete_entries(at, named, reason or "")
    output.say_entries([f"{name}  deleted" for name in names])


def _show_what_goes(names: list[str]) -> None:
    with looking() as db:
        uids = [find_id(db, name).uid for name in names]
        rows, people = lines_of(db, uids)
    for row in rows:
        output.say_line(say_entry(row, people, today()))


def undo(
    show: Annotated[
        bool, typer.Option("--show", help="Only say what would be undone.")
    ] = False,
) -> None:
    """Take back the newest change made here.

    guidelog undo
    """
    with trying("undo") as at:
        from guidelog.journal import undoing

        seen = undoing.newest_change(at)
        uids = [uid for uid, _ in seen.versions]
    with looking() as db:
        touched = touched_by(db, seen.hash, uids[:REVERSALS_SHOWN])
    if show and wishes().json:
        output.print_json("undo", touched)
        return
    first = name_touched(touched[0]).split()[0]
    if show or is_conversation():
        when = say_moment(seen.at, today())
        output.say_line(f"{first}  would undo: {seen.command} of {when}")
        _show_undoing(touched, len(uids))
    if show:
        return
    if not is_conversation() or ask("Undo this?"):
        _take_back(seen.hash)
        named = _listed([name_touched(one) for one in touched], len(uids))
        output.say_line(f"{first}  undid: {seen.command}, {named}")
    else:
        output.note("Nothing was undone.")


def _listed(names: Sequence[str], number: int) -> str:
    """Some names, and how many more there are: an import may have thousands."""
    shown = list(dict.fromkeys(names[:NAMES_SHOWN]))
    rest = number - len(names[:NAMES_SHOWN])
    more = f" and {rest} more" if rest > 0 else ""
    return ", ".join(shown) + more


def _take_back(seen: str) -> None:
    with writing("undo") as at:
        from guidelog.journal import undoing

        undoing.undo(at, seen)


def _show_undoing(touched: Sequence[Touched], number: int) -> None:
    for one in touched:
        for line in word_reversal(one, today()):
            output.say_line(line)
    if number > len(touched):
        output.say_line(f"and {number - len(touched)} more")
