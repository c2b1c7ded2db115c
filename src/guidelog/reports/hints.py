"""Hints: what is likely to be typed after a page, about what stands on it."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from guidelog.lookback.facts import DueFacts, TimelineFacts
from guidelog.lookback.rows import PersonRow
from guidelog.reports.blocks import Document, command, dim, joined
from guidelog.reports.due_list import DueItem
from guidelog.reports.timeline_entries import is_inside_talk

if TYPE_CHECKING:
    from guidelog.reports.check_list import CheckItem


class Hint(NamedTuple):
    """A command, and when one would type it."""

    when: str
    command: str


Hints = tuple[Hint, ...]

CHANGE_A_SETTING: Hints = (Hint("change one", "guidelog config set hints false"),)
UNDO_A_CHANGE: Hints = (Hint("before undoing", "guidelog undo --show"),)


def with_hints(document: Document, hints: Iterable[Hint]) -> Document:
    """The document with its hints as the last line."""
    parts = [(dim(f"{one.when}: "), command(one.command)) for one in hints]
    said = joined(parts, "     ")
    closing = (*document.closing, said) if said else document.closing
    return document._replace(closing=closing)


def after_home(due: DueFacts) -> Hints:
    """The two commands of every day, with somebody who is guided."""
    handles = [one.handle for one in due.people]
    after = about_first(handles, "after a talk", "guidelog add {}")
    return (*after, *about_first(handles, "before one", "guidelog prep {}"))


def about_first(ids: Iterable[str], when: str, line: str) -> Hints:
    """The hint about the first of these, if there is one."""
    return tuple(Hint(when, line.format(one)) for one in [*ids][:1])


def after_due(items: Sequence[DueItem]) -> Hints:
    """Do what is due first; a talk only where nothing else is due."""
    things = [item for item in items if item.kind != "talk"]
    return tuple(hint_at_due(item) for item in (things or items)[:1])


def hint_at_due(item: DueItem) -> Hint:
    """What is typed when this is due."""
    match item.kind:
        case "commitment":
            return Hint("close one", f"guidelog done {item.id}")
        case "talk":
            return Hint("before the talk", f"guidelog prep {item.person}")
        case "goal" | "follow-up":
            return Hint("one entry whole", f"guidelog show {item.id}")


def after_timeline(facts: TimelineFacts) -> Hints:
    """See the newest entry whole; what others read names no commands."""
    if facts.for_others:
        return ()
    newest_first = reversed(facts.lines)
    shown = (line for line in newest_first if not is_inside_talk(line, facts))
    return see_first_whole(line.id for line in shown if line.id)


def see_first_whole(ids: Iterable[str]) -> Hints:
    """See the first of these entries whole."""
    return about_first(ids, "one entry whole", "guidelog show {}")


def after_people(people: Iterable[PersonRow]) -> Hints:
    """Prepare a talk with the first who is still here."""
    here = (one.handle for one in people if not one.archived_on)
    return about_first(here, "before a talk", "guidelog prep {}")


def after_tags(tags: Iterable[str]) -> Hints:
    """See what bears the first tag."""
    return about_first(tags, "what bears one", "guidelog timeline --tag {}")


def after_prep(handle: str) -> Hints:
    """Write the talk down."""
    return (Hint("after the talk", f"guidelog add {handle}"),)


def after_check(items: "Iterable[CheckItem]", who: str | None) -> Hints:
    """Go on to the report of who was checked, or to the first who lacks something."""
    if who:
        return (Hint("for the review", f"guidelog report {who}"),)
    handles = (handle for item in items for handle in item.people.split())
    return about_first(handles, "one person", "guidelog check {}")


def after_history(id_: str | None) -> Hints:
    """See the entry as it stands, or what could be undone."""
    if id_ is None:
        return UNDO_A_CHANGE
    return (Hint("as it stands", f"guidelog show {id_}"),)
