"""Export of a million sessions against the bare loop that reads and writes them."""

import sys
from collections.abc import Iterator
from pathlib import Path

from journals import make
from timing import Work, compare, time_in_turn, time_once
from works import guidelog

SESSIONS = 1_000_000
ROUNDS = 3
MEMORY = 100
"""Megabytes, at most."""
BARE = """
import csv, sqlite3, sys
rows = sqlite3.connect(sys.argv[1]).execute("SELECT * FROM sessions")
writer = csv.writer(sys.stdout)
writer.writerow([column[0] for column in rows.description])
writer.writerows(rows)
"""
WEIGHED = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)
"""


def measure_export(home: Path, budget: float) -> Iterator[str]:
    """The two lines of the table: time against the loop, and memory."""
    journal = make(home / "million.db", SESSIONS)
    works = {
        "ours": guidelog(journal, "export", "sessions"),
        "bare": Work([sys.executable, "-c", BARE, str(journal)]),
    }
    taken = time_in_turn(works, ROUNDS, home)
    ratio = compare(taken["ours"], taken["bare"])
    weigh = [sys.executable, "-c", WEIGHED, *works["ours"].argv]
    time_once(Work(weigh, works["ours"].said), home)
    megabytes = (home / "out").read_text("utf-8").strip()
    yield f"| {SESSIONS:,} sessions as CSV : bare loop | {ratio} | {budget} |"
    yield f"| its memory, in MB | {megabytes} | {MEMORY} |"
