"""Measure the budgets and write the table: `./dev bench [ROUNDS]`."""

import platform
import re
import sys
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from export import measure_export
from journals import make
from peers import ENTRIES, works_of_jrnl, works_of_watson
from timing import compare, time_in_turn
from works import beside_peers, floors, growing, works

from guidelog.journal.tables import KINDS

PAGE = Path(__file__).parents[2] / "README.md"
ROUNDS = 15
BUDGETS = {
    "guidelog --help": ("import typer", 1.3),
    "TAB: commands": ("import typer", 1.3),
    "TAB: people": ("import typer", 1.3),
    "TAB: actions": ("import typer", 1.3),
    "timeline": ("bare program", 1.5),
    "report": ("bare program", 1.5),
    "prep": ("bare program", 1.5),
    "due": ("bare program", 1.5),
    "export": ("bare program", 1.5),
    "add": ("import typer, sqlmodel", 0.95),
}
GROWTH = 1.5
EXPORT = 1.43
"""At 0.7 × the speed of the bare loop: at most 1/0.7 of its time."""


def measure_starts(home: Path, rounds: int) -> Iterator[str]:
    """Small works against the bare libraries."""
    taken = time_in_turn({**floors(home), **works(home)}, rounds, home)
    for name, (floor, budget) in BUDGETS.items():
        yield row(f"{name} : `{floor}`", compare(taken[name], taken[floor]), budget)


def measure_growth(home: Path, rounds: int) -> Iterator[str]:
    """100,000 sessions against 100."""
    sizes = {size: growing(make(home / f"{size}.db", size)) for size in (100, 100_000)}
    both = {f"{name} {size}": w for size, ws in sizes.items() for name, w in ws.items()}
    taken = time_in_turn(both, rounds, home)
    for name in sizes[100]:
        ratio = compare(taken[f"{name} 100000"], taken[f"{name} 100"])
        yield row(f"{name}, 100,000 sessions : 100", ratio, GROWTH)


def measure_peers(home: Path, rounds: int) -> Iterator[str]:
    """The same works in peers, on as many entries each."""
    ours = beside_peers(make(home / "peers.db", ENTRIES))
    peers = {"jrnl": works_of_jrnl(home), "Watson": works_of_watson(home)}
    both = {f"guidelog {name}": work for name, work in ours.items()}
    for peer, theirs in peers.items():
        both |= {f"{peer} {name}": work for name, work in theirs.items()}
    taken = time_in_turn(both, rounds, home)
    for peer, theirs in peers.items():
        for name in theirs:
            ratio = compare(taken[f"guidelog {name}"], taken[f"{peer} {name}"])
            # they have no database to load, and ours goes through SQLModel
            budget = None if name == "add an entry" else 1.0
            yield row(f"{name} : {peer}, {ENTRIES:,} entries", ratio, budget)


def row(name: str, ratio: object, budget: float | None) -> str:
    """One line of the table."""
    return f"| {name} | {ratio} | {budget or '–'} |"


def write_page(lines: Mapping[str, list[str]]) -> None:
    """Put the tables into the page, with the day and the machine."""
    python = f"CPython {platform.python_version()}"
    today = f"{datetime.now(UTC):%-d %B %Y}"
    said = [f"Measured on {today}: {python}, two shared cores, Linux.", ""]
    for title, rows in lines.items():
        head = f"| {title} | median (quartiles) | at most |"
        said += [head, "|---|---|---|", *rows, ""]
    said.append(f"Mapped classes: {len(KINDS) + 1}.")
    mark = "<!-- measured -->"
    pattern = re.compile(f"{mark}.*{mark}", re.DOTALL)
    text = f"{mark}\n" + "\n".join(said) + f"\n{mark}"
    page = PAGE.read_text("utf-8")
    PAGE.write_text(pattern.sub(lambda _: text, page), "utf-8")


def main() -> None:
    """Measure all, and write the page."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    with TemporaryDirectory() as folder:
        home = Path(folder)
        lines = {
            "a start, time of the one : the other": list(measure_starts(home, rounds)),
            "growth": list(measure_growth(home, rounds)),
            "export": [*measure_export(home, EXPORT)],
            "peers": list(measure_peers(home, rounds)),
        }
    write_page(lines)


main()
