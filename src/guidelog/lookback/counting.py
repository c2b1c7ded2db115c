"""Counting: how many entries there are, so that a page can say what it leaves out."""

import sqlite3
from typing import Final

# Moves are left out: a leader never typed most of them. The tables are counted, not the
# views: an index alone answers, where the timeline would read every entry.
_ALL_ENTRIES: Final = """
SELECT (SELECT count(*) FROM session) + (SELECT count(*) FROM observation)
  + (SELECT count(*) FROM goal) + (SELECT count(*) FROM progress_entry)
  + (SELECT count(*) FROM resistance_note) + (SELECT count(*) FROM attempt)
  + (SELECT count(*) FROM commitment) + (SELECT count(*) FROM topic)
  + (SELECT count(*) FROM assessment) + (SELECT count(*) FROM handout)
"""
# sessions are the many, and the view of people counts them without looking into them
_SESSIONS_WITH: Final = "SELECT sessions FROM people WHERE handle = ?"
_OTHERS_ABOUT: Final = """
SELECT count(*) FROM timeline WHERE person = ? AND kind NOT IN ('session', 'move')
"""
_ALL_TALKS: Final = "SELECT count(*) FROM session"


def entries_about(db: sqlite3.Connection, handle: str) -> int:
    """How many entries there are about one person."""
    questions = (_SESSIONS_WITH, _OTHERS_ABOUT)
    counts = (db.execute(question, (handle,)).fetchone() for question in questions)
    return sum(count[0] for count in counts if count)


def entries_in_all(db: sqlite3.Connection) -> int:
    """How many entries there are about everybody together."""
    (count,) = db.execute(_ALL_ENTRIES).fetchone()
    return int(count)


def talks_in_all(db: sqlite3.Connection) -> int:
    """How many talks there are with everybody together."""
    (count,) = db.execute(_ALL_TALKS).fetchone()
    return int(count)
