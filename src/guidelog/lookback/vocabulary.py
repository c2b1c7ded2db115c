"""Vocabulary: the tags and actions in use, and how often."""

import sqlite3
from collections import Counter
from typing import Final

_TAGS: Final = """
SELECT tags FROM sessions WHERE tags IS NOT NULL
UNION ALL SELECT tags FROM observations WHERE tags IS NOT NULL
"""
_TALKS: Final = "SELECT actions FROM sessions WHERE actions IS NOT NULL"
_ATTEMPTS: Final = """
SELECT attempts.actions, coalesce(sessions.actions, '')
FROM attempts LEFT JOIN sessions ON sessions.id = attempts.session
WHERE attempts.actions IS NOT NULL
"""


def tag_counts(db: sqlite3.Connection) -> dict[str, int]:
    """Count the entries that bear each tag, in the order of the alphabet."""
    counts: Counter[str] = Counter()
    for (tags,) in db.execute(_TAGS):
        counts.update(tags.split())
    return dict(sorted(counts.items()))


def action_counts(db: sqlite3.Connection) -> dict[str, int]:
    """Count how often each action was done, in the order of the alphabet.

    An action of a talk that was an attempt counts once, though both name it.
    """
    counts: Counter[str] = Counter()
    for (actions,) in db.execute(_TALKS):
        counts.update(actions.split())
    for actions, in_talk in db.execute(_ATTEMPTS):
        counts.update(set(actions.split()) - set(in_talk.split()))
    return dict(sorted(counts.items()))
