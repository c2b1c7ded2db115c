"""Commands about texts that are kept as drafts: draft list, show and drop."""

from collections.abc import Mapping
from typing import Annotated, Any

from guidelog.cli import output
from guidelog.cli.asking import ask
from guidelog.cli.bundles import whole_number
from guidelog.cli.common import wishes
from guidelog.cli.filing import YES
from guidelog.cli.pages import show_rows
from guidelog.cli.whereabouts import journal_file
from guidelog.dates import clock, today
from guidelog.errors import NoSuchDraft
from guidelog.reports import drafts_page
from guidelog.reports.drafts_page import Waiting
from guidelog.storage.buffers import BUFFER
from guidelog.storage.drafts import Draft, remove_draft, waiting

NUMBER = Annotated[
    int, whole_number(metavar="N", says="Its number in the list; 1 is the newest.")
]
WHOM = ("who", "handle", "goal", "note", "attempt", "id_")
"""The parameters that say whom or what a text is about, by their names."""
OWN_TEXTS = (BUFFER, "note", "text", "title", "offered", "observed", "evidence", "name")
"""The parameters whose text tells one draft from another, before all others."""


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
    if not ask(f"Remove the text kept for {said}, for good?", yes=yes):
        output.note("Nothing was removed.")
        return
    remove_draft(draft)
    output.say_line(f"{number}  removed: {said}")


def waiting_texts() -> list[Waiting]:
    """The texts that wait, newest first, as a page shows them."""
    drafts = reversed(waiting(journal_file()))
    return [_as_shown(number, draft) for number, draft in enumerate(drafts, 1)]


def _find(number: int) -> Draft:
    """Give the draft of this number, 1 the newest. Raises NoSuchDraft."""
    drafts = waiting(journal_file())
    if number > len(drafts):
        raise NoSuchDraft(number=number, count=len(drafts))
    return drafts[-number]


def _as_shown(number: int, draft: Draft) -> Waiting:
    day = clock.moment_of(draft.kept_at).date()
    command = f"guidelog {draft.command}"
    return Waiting(number, command, day, _whom(draft.typed), _begins(draft.typed))


def _whom(typed: Mapping[str, Any]) -> str:
    named = (typed.get(name) for name in WHOM)
    return next((one for one in named if isinstance(one, str)), "")


def _begins(typed: Mapping[str, Any]) -> str:
    own = (text for name in OWN_TEXTS for text in _listed(typed.get(name)))
    rest = (text for value in typed.values() for text in _listed(value))
    return next(own, "") or next(rest, "")


def _listed(value: Any) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list) else []


def _texts(value: Any) -> list[str]:
    return _listed(value) or [str(value)]
