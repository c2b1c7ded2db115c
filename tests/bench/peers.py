"""Peers: jrnl and Watson with 10,000 entries of their own, where they are installed."""

import json
from datetime import date, timedelta
from pathlib import Path
from shutil import which

from timing import Work

ENTRIES = 10_000
TEXT = "Talked about the hand-over and the rota, number"
JRNL_SETTINGS = """\
colors: {{body: none, date: none, tags: none, title: none}}
default_hour: 9
default_minute: 0
editor: ''
encrypt: false
highlight: false
indent_character: '|'
journals: {{default: {{journal: {journal}}}}}
linewrap: 79
tagsymbols: '#@'
template: false
timeformat: '%Y-%m-%d %H:%M'
version: v4.6
"""


def works_of_jrnl(home: Path) -> dict[str, Work]:
    """The same four works in jrnl; nothing where it is not installed."""
    if not (jrnl := which("jrnl")):
        return {}
    journal = home / "journal.txt"
    lines = (f"[{_day(n)} 09:00] {TEXT} {n}.\n" for n in range(ENTRIES))
    journal.write_text("".join(lines), "utf-8")
    settings = home / ".config" / "jrnl" / "jrnl.yaml"
    settings.parent.mkdir(parents=True)
    settings.write_text(JRNL_SETTINGS.format(journal=journal), "utf-8")
    return {
        "add an entry": Work([jrnl, "yesterday:", "Outage review."]),
        "list a month": Work([jrnl, "-from", "2026-11-01", "-to", "2026-11-30"]),
        "export all as JSON": Work([jrnl, "--format", "json"]),
        "search a word": Work([jrnl, "-contains", "number 77."]),
    }


def works_of_watson(home: Path) -> dict[str, Work]:
    """What Watson has of the four; nothing where it is not installed."""
    if not (watson := which("watson")):
        return {}
    folder = home / "watson"
    folder.mkdir()
    frames = [_frame(n) for n in range(ENTRIES)]
    (folder / "frames").write_text(json.dumps(frames), "utf-8")
    said = {"WATSON_DIR": str(folder)}
    month = ["-f", "2026-11-01", "-t", "2026-11-30"]
    adding = ["add", "-f", "2026-11-22 09:00", "-t", "2026-11-22 09:30", "rota"]
    return {
        "add an entry": Work([watson, *adding], said),
        "list a month": Work([watson, "log", "-G", *month], said),
        "export all as JSON": Work(
            [watson, "log", "-G", "--json", "-f", "2000-01-01"], said
        ),
    }


def _day(n: int) -> date:
    """Entries of nine years, oldest first, the newest in November 2026."""
    return date(2026, 11, 20) - timedelta(days=(ENTRIES - n) // 3)


def _frame(n: int) -> list[object]:
    start = 1_510_000_000 + n * 28_500
    return [start, start + 1800, "rota", f"{n:032x}", ["talk"], start]
