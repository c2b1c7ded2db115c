"""What is measured: guidelog's works, and the floors they stand on."""

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

from journals import make
from timing import Work

HERE = Path(__file__).parent
GUIDELOG = str(Path(sys.executable).with_name("guidelog"))
ALL = ("export", "sessions", "--format", "json")
MONTH = ("--period", "2026-11")


def python(code: str) -> Work:
    """A bare process of the same Python."""
    return Work([sys.executable, "-c", code])


def guidelog(journal: Path, *words: str, **said: str) -> Work:
    """A command with this journal."""
    return Work([GUIDELOG, *words], {"GUIDELOG_JOURNAL": str(journal), **said})


def tab(journal: Path, line: str) -> Work:
    """TAB at the end of a line, as zsh asks."""
    asked = {"_GUIDELOG_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": line}
    return guidelog(journal, **asked)


def floors(home: Path) -> dict[str, Work]:
    """What can't be gone below: the bare libraries."""
    table = home / "floor.db"
    with closing(sqlite3.connect(table)) as db:
        db.execute("CREATE TABLE talk (day, person, note)")
        rows = [("2026-11-20", "Ada Okonkwo", f"Talk {n}") for n in range(100)]
        db.executemany("INSERT INTO talk VALUES (?, ?, ?)", rows)
        db.commit()
    return {
        "import typer": python("import typer"),
        "import typer, sqlmodel": python("import typer, sqlmodel"),
        "bare program": Work([sys.executable, str(HERE / "bare.py"), str(table)]),
    }


def works(home: Path) -> dict[str, Work]:
    """Every work with a budget, on a journal of 100 sessions."""
    journal = make(home / "small.db", 100)
    return {
        "guidelog --help": guidelog(journal, "--help"),
        "TAB: commands": tab(journal, "guidelog pre"),
        "TAB: people": tab(journal, "guidelog prep a"),
        "TAB: actions": tab(journal, "guidelog add ada -a li"),
        "timeline": guidelog(journal, "timeline", *MONTH),
        "report": guidelog(journal, "report", "ada", "--for", "me", *MONTH),
        "prep": guidelog(journal, "prep", "ada"),
        "due": guidelog(journal, "due"),
        "export": guidelog(journal, "export", "sessions"),
        "add": guidelog(journal, "add", "ada", "Outage review.", "-t", "45"),
    }


def growing(journal: Path) -> dict[str, Work]:
    """The works that must not slow down as a journal grows."""
    return {
        "add": guidelog(journal, "add", "ada", "Outage review.", "-t", "45"),
        "timeline of a month": guidelog(journal, "timeline", *MONTH),
        "report of one person": guidelog(
            journal, "report", "ada", "--for", "me", *MONTH
        ),
        "search": guidelog(journal, "search", "plan"),
        "prep": guidelog(journal, "prep", "ada"),
        "TAB: people": tab(journal, "guidelog prep a"),
        "guidelog alone": guidelog(journal),
    }


def beside_peers(journal: Path) -> dict[str, Work]:
    """What guidelog, jrnl and Watson all do."""
    return {
        "add an entry": guidelog(journal, "add", "ada", "Outage review."),
        "list a month": guidelog(journal, "timeline", *MONTH),
        "export all as JSON": guidelog(
            journal, "export", "sessions", "--format", "json"
        ),
        "search a word": guidelog(journal, "search", "77"),
    }
