"""The log as lines: everything another guidelog needs, and no word taken back."""

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from guidelog.exchange.log_lines import export_log
from guidelog.exchange.places import write_beside
from lookback.building import Book


@pytest.fixture
def ada() -> Iterator[Book]:
    """A journal with Ada in it."""
    book = Book()
    book.person("ada", "Ada Okonkwo")
    yield book
    book.db.close()


def lines(book: Book) -> list[dict[str, Any]]:
    """The lines of the log, as objects."""
    stream = io.StringIO()
    export_log(book.db, stream)
    return [json.loads(line) for line in stream.getvalue().split("\n") if line]


def test_the_first_line_tells_how_many_follow_and_where_they_end(ada: Book) -> None:
    talk = ada.talk("2026-11-20", "ada")
    hashes = [ada.log("change", talk, note=str(n)) for n in range(3)]

    first, *changes = lines(ada)

    assert first == {"guidelog-log": 1, "changes": 3, "heads": [hashes[-1]]}
    assert [change["hash"] for change in changes] == hashes
    assert [change["parents"] for change in changes] == [[], *([h] for h in hashes[:2])]


def test_a_change_holds_its_header_its_revisions_and_its_texts(ada: Book) -> None:
    talk = ada.talk("2026-11-20", "ada")
    hash_ = ada.log("add", talk, note='said "no" 李', facts={"minutes": 45})

    _, change = lines(ada)

    assert change == {
        "hash": hash_,
        "at": "2026-11-20T18:00:00+01:00",
        "clock": "real",
        "stamp": 1001,
        "device": "larch",
        "command": "add",
        "undoes": None,
        "format": 1,
        "parents": [],
        "revisions": [
            [
                0,
                "session",
                ada.uids[talk],
                "add",
                [],
                [],
                {"facts": "5ea1", "note": "5ea1"},
                {
                    "facts": ["00" * 16, '{"minutes":45}'],
                    "note": ["00" * 16, '"said \\"no\\" 李"'],
                },
            ]
        ],
    }


def test_several_revisions_of_one_change_stay_in_their_order(ada: Book) -> None:
    talk = ada.talk("2026-11-20", "ada")
    promised = ada.write("commitment", person="ada")
    ada.log("add", talk, note="x")
    row = {
        "change": 1,
        "n": 1,
        "kind": "commitment",
        "uid": ada.uids[promised],
        "operation": "delete",
        "about": f"{ada.uids['ada']} x",
        "replaces": "h1 h2",
        "seals": "{}",
    }
    ada.insert("revision", row)

    _, change = lines(ada)

    assert [revision[0] for revision in change["revisions"]] == [0, 1]
    assert change["revisions"][1][4:] == [
        [ada.uids["ada"], "x"],
        ["h1", "h2"],
        {},
        {},
    ]


def test_words_taken_back_leave_their_seal_only(ada: Book) -> None:
    talk = ada.talk("2026-11-20", "ada")
    ada.log("add", talk, note="SECRET", agreed="kept")
    ada.db.execute("DELETE FROM revision_text WHERE part = 'note'")

    _, change = lines(ada)

    ((*_, seals, texts),) = change["revisions"]
    assert set(seals) == {"agreed", "note"}
    assert set(texts) == {"agreed"}


def test_a_change_that_touched_nothing_is_a_line_too(ada: Book) -> None:
    ada.log("add", ada.talk("2026-11-20", "ada"))
    ada.db.execute(
        "INSERT INTO change SELECT 2, printf('%064d', 2), at, clock, 1002, device,"
        " 'merge', undoes, format, hash FROM change"
    )

    assert lines(ada)[-1]["revisions"] == []


def test_an_empty_log_is_one_line(ada: Book) -> None:
    assert lines(ada) == [{"guidelog-log": 1, "changes": 0, "heads": []}]


def test_a_file_gets_the_same_lines_as_a_stream(ada: Book, tmp_path: Path) -> None:
    ada.log("add", ada.talk("2026-11-20", "ada"), note="x")
    stream = io.StringIO()
    export_log(ada.db, stream)

    with write_beside(tmp_path / "log.jsonl") as file:
        export_log(ada.db, file)

    assert (tmp_path / "log.jsonl").read_text("utf-8") == stream.getvalue()
