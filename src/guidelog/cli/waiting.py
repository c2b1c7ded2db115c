"""Waiting texts: the drafts that are kept, as pages show them."""

from collections.abc import Mapping
from typing import Any

from guidelog.cli.whereabouts import journal_file
from guidelog.dates import clock
from guidelog.reports.drafts_page import Waiting
from guidelog.storage.buffers import BUFFER
from guidelog.storage.drafts import Draft, waiting

WHOM = ("who", "handle", "goal", "note", "attempt", "id_")
"""The parameters that say whom or what a text is about, by their names."""
OWN_TEXTS = (BUFFER, "note", "text", "title", "offered", "observed", "evidence", "name")
"""The parameters whose text tells one draft from another, before all others."""


def waiting_texts() -> list[Waiting]:
    """The texts that wait, newest first, as a page shows them."""
    drafts = reversed(waiting(journal_file()))
    return [_as_shown(number, draft) for number, draft in enumerate(drafts, 1)]


def _as_shown(number: int, draft: Draft) -> Waiting:
    day = clock.moment_of(draft.kept_at).date()
    command = f"guidelog {draft.command}"
    return Waiting(number, command, day, _whom(draft.typed), beginning_of(draft.typed))


def _whom(typed: Mapping[str, Any]) -> str:
    named = (typed.get(name) for name in WHOM)
    return next((one for one in named if isinstance(one, str)), "")


def beginning_of(typed: Mapping[str, Any]) -> str:
    """The text that tells a draft from another, or else its first."""
    own = (text for name in OWN_TEXTS for text in texts_in(typed.get(name)))
    rest = (text for value in typed.values() for text in texts_in(value))
    return next(own, "") or next(rest, "")


def texts_in(value: Any) -> list[str]:
    """The texts of a parameter; none where it takes something else."""
    return [str(one) for one in value] if isinstance(value, list) else []
