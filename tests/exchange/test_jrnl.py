"""Entries of jrnl, as its JSON and as the file it keeps."""

import json
from datetime import datetime
from pathlib import Path

import pytest

from guidelog.exchange.found import Found, Someone, Unread, Wishes
from guidelog.exchange.jrnl import is_jrnl, read_jrnl
from guidelog.exchange.opening import Opened

NOW = datetime.fromisoformat("2026-11-23T12:00:00+01:00")
KNOWN = (Someone("ada", "Ada Okonkwo", ""), Someone("bo", "Bo Nilsson", ""))

PLAIN = """\
[2026-03-10 09:30] On call with @ada. *
She was tired. #notatag
Second line about @work.

[2026-03-11 02:15:00 PM] Rota with @Bo and @ada.

[2026-03-11 14:15] Nobody here.

    indented stays
"""
ENTRIES = [
    {
        "title": "On call with @ada.",
        "body": "She was tired. #notatag\nSecond line about @work.",
        "date": "2026-03-10",
        "time": "09:30",
        "tags": ["@ada", "@work"],
        "starred": True,
    },
    {
        "title": "Rota with @Bo and @ada.",
        "body": "",
        "date": "2026-03-11",
        "time": "14:15",
        "tags": ["@bo", "@ada"],
        "starred": False,
    },
    {
        "title": "Nobody here.",
        "body": "\n    indented stays\n",
        "date": "2026-03-11",
        "time": "14:15",
        "tags": [],
        "starred": False,
    },
]


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GUIDELOG_NOW", NOW.isoformat())
    monkeypatch.delenv("TZ", raising=False)


def read(folder: Path, text: str) -> list[Found | Unread]:
    file = folder / "work.txt"
    file.write_text(text, "utf-8")
    opened = Opened(file, file.name)
    assert is_jrnl(opened)
    return list(read_jrnl(opened, Wishes(now=NOW, known=KNOWN)))


@pytest.mark.parametrize("form", ["plain", "json"])
def test_an_entry_is_a_session_with_those_its_marks_name(
    form: str, tmp_path: Path
) -> None:
    text = PLAIN if form == "plain" else json.dumps({"tags": {}, "entries": ENTRIES})
    first, second, third = read(tmp_path, text)
    assert isinstance(first, Found)
    assert (str(first.moment), first.people) == ("2026-03-10T09:30+01:00", ("ada",))
    assert first.fields == {
        "note": "On call with @ada.\nShe was tired. #notatag\nSecond line about @work.",
        "tags": ["work", "starred"],
    }
    assert isinstance(second, Found)
    assert (str(second.moment), {*second.people}) == (
        "2026-03-11T14:15+01:00",
        {"ada", "bo"},
    )
    assert isinstance(third, Found)
    assert third.people == ()
    assert str(third.fields["note"]).startswith("Nobody here.\n")
    assert "\n    indented stays" in str(third.fields["note"])


def test_the_same_entry_has_the_same_key_in_both_forms(tmp_path: Path) -> None:
    plain = read(tmp_path, PLAIN.replace("02:15:00 PM", "14:15"))
    as_json = read(tmp_path, json.dumps({"tags": {}, "entries": ENTRIES}))
    keys = [
        [one.key for one in some if isinstance(one, Found)] for some in (plain, as_json)
    ]
    assert keys[0] == keys[1]


def test_a_day_to_come_and_text_above_all_entries_are_told(tmp_path: Path) -> None:
    text = "[2026-03-10 09:30] First.\n[2027-03-10 09:30] To come.\nBody.\n"
    first, second = read(tmp_path, text)
    assert isinstance(first, Found)
    assert isinstance(second, Unread)
    assert "still to come" in second.why
    assert (second.place.line, second.text) == (2, "To come.\nBody.")


def test_json_that_breaks_off_stops_the_import_and_names_the_line(
    tmp_path: Path,
) -> None:
    text = json.dumps({"tags": {}, "entries": ENTRIES}, indent=1)
    (unread,) = read(tmp_path, text[:200])
    assert isinstance(unread, Unread)
    assert unread.stops
    assert unread.place.line > 1


@pytest.mark.parametrize(
    "text", ["# Ada\n\n## [2026-03-10]\n", "date,person\n", '{"guidelog-log": 1}\n', ""]
)
def test_other_files_are_not_taken_for_jrnl(text: str, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text(text, "utf-8")
    assert not is_jrnl(Opened(file, file.name))


def test_what_is_nested_too_deeply_stops_the_import(tmp_path: Path) -> None:
    (unread,) = read(tmp_path, '{"tags": {}, "entries": ' + "[" * 100_000)
    assert isinstance(unread, Unread)
    assert unread.stops
