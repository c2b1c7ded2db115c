"""Commands about texts that are kept as drafts: draft list, show and drop."""

from textwrap import shorten
from typing import Annotated, Any

from guidelog.cli import output
from guidelog.cli.asking import ask
from guidelog.cli.bundles import whole_number
from guidelog.cli.common import wishes
from guidelog.cli.filing import YES
from guidelog.cli.pages import show_rows
from guidelog.cli.waiting import beginning_of, texts_in, waiting_texts
from guidelog.cli.whereabouts import journal_file
from guidelog.dates import today
from guidelog.errors import NoSuchDraft
from guidelog.reports import drafts_page
from guidelog.storage.drafts import Draft, remove_draft, waiting

ENOUGH = 40
"""Letters of a text that tell which it is."""
NUMBER = Annotated[
    int, whole_number(metavar="N", says="Its number in the list; 1 is the newest.")
]


def list_drafts() -> None:
    """List the texts that are kept, newest first.

    guidelog draft list
    """
    drafts = waiting_texts()
    show_rows(drafts_page.compose(drafts, today()), "drafts", drafts)


def show_draft(number: NUMBER = 1) -> None:
    """Show a text that is kept whole, with everything typed beside it.

    guidelog draft show 2
    """
    draft = _find(number)
    if wishes().json:
        row = {"number": number, "command": draft.command, "typed": draft.typed}
        output.print_json("draft", [row])
        return
    for name, value in draft.typed.items():
        for text in _texts(value):
            output.say_line(f"{name.rstrip('_').replace('_', ' ')}: {text}")


def drop_draft(number: NUMBER = 1, yes: YES = False) -> None:
    """Remove a text that is kept, for good.

    guidelog draft drop 2 --yes
    """
    draft = _find(number)
    said = f"guidelog {draft.command} --draft"
    begins = shorten(beginning_of(draft.typed), ENOUGH, placeholder="…")
    if not ask(f'Remove "{begins}", kept for {said}, for good?', yes=yes):
        output.note("Nothing was removed.")
        return
    remove_draft(draft)
    output.say_line(f"{number}  removed: {said}")


def _find(number: int) -> Draft:
    """Give the draft of this number, 1 the newest. Raises NoSuchDraft."""
    drafts = waiting(journal_file())
    if number > len(drafts):
        raise NoSuchDraft(number=number, count=len(drafts))
    return drafts[-number]


def _texts(value: Any) -> list[str]:
    return texts_in(value) or [str(value)]
