"""The reference, written from the program itself: commands, columns, codes, settings.

What is said here by hand is only what no part of the program says about itself.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from guidelog.cli.app import BROKEN_PIPE
from guidelog.cli.common import EVERYWHERE, FINDINGS
from guidelog.cli.grammar import Branch, Table
from guidelog.cli.table import TABLE
from guidelog.errors import CouldNot, Interrupted, WronglyCalled
from guidelog.exchange.columns import describe_columns
from guidelog.exchange.exporting import EXPORTED
from guidelog.exchange.worked_out import WORKED_OUT
from guidelog.settings import DEFAULTS, MEANINGS, RULES, settings_file
from guidelog.storage.buffers import buffers_folder
from guidelog.storage.drafts import drafts_folder
from guidelog.storage.location import backups_folder, copy_of_shape
from leading import Leader

EXITS: Mapping[int, str] = {
    0: "done, also when nothing matches",
    CouldNot.code: "could not: the wish was clear, the world said no",
    WronglyCalled.code: "wrongly called: the line has to be typed differently",
    FINDINGS: "findings of `verify`, and of `check`, `doctor` and `due` with "
    "`--exit-code`",
    Interrupted.code: "interrupted with Ctrl-C; nothing was written",
    BROKEN_PIPE: "nobody reads on",
}
VARIABLES: Mapping[str, str] = {
    "GUIDELOG_JOURNAL": "the journal's file, where `--journal` names none",
    "GUIDELOG_SETTINGS": "the settings' file; what lies beside the settings is looked "
    "for beside it",
    "GUIDELOG_PASSPHRASE_FILE": "a private file with the passphrase of an encrypted "
    "journal, one a line",
    "GUIDELOG_NOW": "sets the clock, for tests and demonstrations: ISO 8601 with "
    "offset; changes written so are marked, and a journal begun with the real clock "
    "refuses it",
    "NO_COLOR": "no colour, whatever its value",
    "PAGER": "shows what does not fit the terminal, `less` if not set",
    "VISUAL, EDITOR": "the editor of `-e`",
    "XDG_DATA_HOME, XDG_CONFIG_HOME": "where journal and settings lie, on Linux",
}
JOURNAL = Path("journal.db")
BESIDE_JOURNAL: Mapping[str, str] = {
    JOURNAL.name: "the journal, one SQLite file; on Linux in `~/.local/share/guidelog`",
    f"{JOURNAL.name}-journal": "SQLite's own, while something is written; after a "
    "crash it is needed, so leave it where it is",
    f"{backups_folder(JOURNAL).name}/": "a copy for each day of writing (7 days, 4 "
    "weeks), and those made before merges, restores and imports",
    copy_of_shape(JOURNAL, 1).name: "the copy made before a newer guidelog changed the "
    "file's shape",
    f"{drafts_folder(JOURNAL).name}/": "texts whose entry is not safe yet; `--draft` "
    "takes them up",
    f"{buffers_folder(JOURNAL).name}/": "what lies open in an editor",
}
BESIDE_SETTINGS: Mapping[str, str] = {
    "settings.toml": "the settings; on Linux in `~/.config/guidelog`",
    "wording.toml": "words of your own that `check` and the commands look for",
    "questions.toml": "questions of your own for `prep`",
    "templates/": "pages of your own for `--template`, `NAME.md` each",
    "device": "the random word that stands for this device in the log",
}
SEED = (
    'person add ada "Ada Okonkwo" --rhythm 2w --consent "30 days ago"',
    'add ada "The runbook #incident" -t 45 -m coaching -a listen -w "20 days ago"',
    'next ada "draft the runbook" --due yesterday',
    'goal add ada "Lead reviews" --baseline 0 --target 6 --unit reviews',
    "goal progress g1 2 'the second one'",
    'resistance add ada "no checklist" --expected "the checklist" -w "9 days ago"',
    "resistance attempt r1 asked --response partly",
)
SHOWN_AS_JSON = (
    "action list",
    "check ada",
    "config list",
    "due",
    "goal list",
    "history s1",
    "hours",
    "person list",
    "prep ada",
    "resistance list",
    "search runbook",
    "show s1",
    "tag list",
    "timeline",
    "export sessions --columns",
)
READING = Path(__file__).with_name("reading.md").read_text("utf-8")
"""How to read a journal with other programs."""


def write_reference(leader: Leader) -> str:
    """The whole page. The leader types into a fresh journal to see what is shown."""
    for line in SEED:
        leader.does(line)
    chapters = {
        "Commands": _commands(leader),
        "Views and their columns": _views(),
        "JSON": _json(leader),
        "Exit codes": _table(("code", "means"), EXITS.items()),
        "Settings": _settings(),
        "Files": _files(),
        "Environment": _table(("variable", "does"), _coded(VARIABLES)),
        "Reading your journal without guidelog": READING.splitlines(),
    }
    lines = [
        "# Reference",
        "",
        "Written from the program by `tests/cli/test_reference.py`; to bring it up to "
        "date:",
        "`./dev test tests/cli/test_reference.py --update-golden`.",
        "",
        *(f"- [{title}](#{_anchor(title)})" for title in chapters),
    ]
    for title, told in chapters.items():
        lines += ["", f"## {title}", "", *told]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def paths_in(table: Table, path: str = "") -> Iterator[str]:
    """Every command of a table, by the words it is called by."""
    for name, one in table.items():
        if isinstance(one, Branch):
            yield from paths_in(one.table, f"{path}{name} ")
        else:
            yield path + name


def _commands(leader: Leader) -> Iterator[str]:
    pages = {
        title: {path: leader.does(f"{path} --help").out for path in paths_in(table)}
        for title, table in TABLE.items()
        if title
    }
    everywhere = _section(leader.does("add --help").out, EVERYWHERE)
    yield "Every command takes these, before it or after it:"
    yield from ("", "```text", *everywhere, "```")
    for title, told in pages.items():
        yield from ("", f"### {title}")
        for path, page in told.items():
            yield from ("", f"#### {path}", "", "```text")
            yield from _without(page, EVERYWHERE)
            yield "```"


def _section(page: str, title: str) -> list[str]:
    found = re.search(rf"^{title}:\n((?:  .*\n|\n(?=  ))+)", page, re.MULTILINE)
    assert found, page
    return found[1].rstrip("\n").splitlines()


def _without(page: str, title: str) -> list[str]:
    kept = re.sub(rf"^{title}:\n(?:  .*\n)+\n?", "", page, flags=re.MULTILINE)
    return kept.rstrip("\n").splitlines()


def _views() -> Iterator[str]:
    yield "`guidelog export VIEW` writes any of these. An empty cell is unknown."
    for view in EXPORTED:
        kind = "worked out: no view in the file" if view in WORKED_OUT else ""
        yield from ("", f"### {view}", "")
        yield from ([f"({kind})", ""] if kind else [])
        rows = ((f"`{name}`", meaning) for name, meaning in describe_columns(view))
        yield from _table(("column", "means"), rows)
    yield from (
        "",
        "### log",
        "",
        "The log itself, a change a line, as `merge` reads it:",
    )
    yield "`guidelog export log > log.jsonl`."


def _json(leader: Leader) -> Iterator[str]:
    yield 'Lists are `{"format": 1, "entity": …, "rows": […]}`; fields are only added.'
    yield "`export VIEW --format json` has the columns of the view as fields, and"
    yield "`report --json` is the document itself, block by block."
    yield ""
    rows = []
    for line in SHOWN_AS_JSON:
        shown = json.loads(leader(f"{line} --json").out)
        rows.append((f"`{line} --json`", shown["entity"], _fields_of(shown["rows"])))
    yield from _table(("command", "entity", "fields of a row"), rows)


def _fields_of(rows: list[dict[str, Any]]) -> str:
    names = dict.fromkeys(name for row in rows for name in row)
    return ", ".join(f"`{name}`" for name in names)


def _settings() -> Iterator[str]:
    yield "`guidelog config set KEY VALUE`, or a line in `settings.toml`."
    yield ""
    rows = (
        (f"`{key}`", meaning, RULES[key].wanted, f"`{_toml(DEFAULTS[key])}`")
        for key, meaning in MEANINGS.items()
    )
    yield from _table(("setting", "is", "may be", "if not set"), rows)


def _toml(value: object) -> str:
    return json.dumps(value)


def _files() -> Iterator[str]:
    yield "All of them can be read and written by you only (mode 0600, folders 0700)."
    yield from ("", "The journal, and what lies beside it:", "")
    yield from _table(("file", "is"), _coded(BESIDE_JOURNAL))
    yield from ("", "The settings, and what lies beside them:", "")
    assert settings_file().name in BESIDE_SETTINGS
    yield from _table(("file", "is"), _coded(BESIDE_SETTINGS))


def _coded(told: Mapping[str, str]) -> list[tuple[str, str]]:
    return [
        (", ".join(f"`{name}`" for name in names.split(", ")), meaning)
        for names, meaning in told.items()
    ]


def _table(header: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> list[str]:
    told = [header, ("---",) * len(header), *rows]
    return [f"| {' | '.join(map(_cell, row))} |" for row in told]


def _cell(value: object) -> str:
    return str(value).replace("|", "\\|")


def _anchor(title: str) -> str:
    return title.lower().replace(" ", "-")
