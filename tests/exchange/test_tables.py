"""Tables of other programs: every dialect says the same, every torture is survived."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from guidelog.errors import (
    BrokenTable,
    ColumnMissing,
    NoSuchColumn,
    NoTable,
    NotMapped,
    OwnViewLeftOut,
)
from guidelog.exchange.csv_files import is_csv, read_csv
from guidelog.exchange.found import Found, Unread, Wishes
from guidelog.exchange.opening import Opened

NOW = datetime.fromisoformat("2026-11-20T12:00:00+01:00")


@pytest.fixture(autouse=True)
def _noon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GUIDELOG_NOW", NOW.isoformat())


class Shelf:
    """A folder of tables."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, text: str | bytes) -> Opened:
        """A table with this text."""
        path = self.folder / "hours.csv"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return Opened(path, path.name)

    def read(self, text: str | bytes, **wishes: Any) -> list[Found | Unread]:
        """What stands in a table."""
        return list(read_csv(self.put(text), Wishes(NOW, **wishes)))

    def found(self, text: str | bytes, **wishes: Any) -> list[Found]:
        """What was found in a table, all of which was read."""
        read = self.read(text, **wishes)
        assert [one for one in read if isinstance(one, Unread)] == []
        return [one for one in read if isinstance(one, Found)]

    def unread(self, text: str | bytes, **wishes: Any) -> list[Unread]:
        """What could not be read in a table."""
        return [one for one in self.read(text, **wishes) if isinstance(one, Unread)]


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """A folder for one test."""
    return Shelf(tmp_path)


def told(one: Found) -> tuple[str, tuple[str, ...], dict[str, Any]]:
    """When, with whom, and what."""
    return str(one.moment), one.people, dict(one.fields)


# --- dialects -------------------------------------------------------------------------

ROWS = [
    ["Date", "Coachee", "Minutes", "Notes"],
    ["2026-03-03", "Ada Okonkwo", "90", 'She said "café",\nthen; nothing.'],
    ["2026-03-10", "Bo Nilsson", "45", ""],
]
SAYS = [
    (
        "2026-03-03",
        ("Ada Okonkwo",),
        {"minutes": 90, "note": 'She said "café",\nthen; nothing.'},
    ),
    ("2026-03-10", ("Bo Nilsson",), {"minutes": 45}),
]


def written(delimiter: str, end: str = "\n", quoted: str = ',;\t|"\n') -> str:
    """The rows as a program writes them."""
    lines = []
    for row in ROWS:
        cells = [
            '"' + one.replace('"', '""') + '"' if set(one) & set(quoted) else one
            for one in row
        ]
        lines.append(delimiter.join(cells))
    return end.join(lines) + end


DIALECTS = {
    "RFC 4180": written(",", "\r\n").encode(),
    "line feeds": written(",").encode(),
    "every cell quoted": written(
        ",", quoted="abcdefghijklmnopqrstuvwxyz0123456789"
    ).encode(),
    "Excel in German": written(";", "\r\n").encode("cp1252"),
    "Excel, UTF-8": written(",", "\r\n").encode("utf-8-sig"),
    "Excel, Unicode text": b"\xff\xfe" + written("\t", "\r\n").encode("utf-16-le"),
    "Excel, told the delimiter": b"sep=;\r\n" + written(";", "\r\n").encode(),
    "LibreOffice with strokes": written("|").encode(),
    "an old Mac": written(",", "\r").encode(),
    "Google without a last line end": written(",", "\r\n").rstrip().encode(),
    "Numbers with empty last lines": (written(";") + "\n;;;\n \n\n").encode(),
    "blank rows between": written(",")
    .replace("2026-03-10", ",,,\n\n2026-03-10")
    .encode(),
    "an empty column at the end": "\n".join(
        [
            "Date,Coachee,Minutes,Notes,",
            '2026-03-03,Ada Okonkwo,90,"She said ""café"",\nthen; nothing.",',
            "2026-03-10,Bo Nilsson,45,,",
        ]
    ).encode(),
}


@pytest.mark.parametrize("data", DIALECTS.values(), ids=DIALECTS)
def test_each_program_says_the_same(shelf: Shelf, data: bytes) -> None:
    assert is_csv(shelf.put(data))
    assert [told(one) for one in shelf.found(data)] == SAYS


def test_a_line_end_within_a_cell_stays_as_it_is(shelf: Shelf) -> None:
    (one,) = shelf.found('date,note\r\n2026-03-03,"a\r\nb\nc"\r\n')

    assert one.fields["note"] == "a\r\nb\nc"


def test_a_row_is_named_by_the_line_on_which_it_begins(shelf: Shelf) -> None:
    text = 'date,name,note\n2026-03-03,Ada,"a\nb\nc"\n2026-03-04,Ada,d\n'

    assert [one.place.line for one in shelf.found(text)] == [2, 5]


def test_a_very_long_cell_is_taken_whole(shelf: Shelf) -> None:
    (one,) = shelf.found("date,note\n2026-03-03," + "long " * 100_000 + "\n")

    assert len(one.fields["note"]) == 500_000


def test_lines_above_the_table_are_told(shelf: Shelf) -> None:
    text = "Coaching log 2026\n\nDate,Name,Hours\n2026-03-03,Ada,1\n"

    (above,) = shelf.unread(text)
    assert (above.place.line, above.text) == (1, "Coaching log 2026")
    assert not above.stops


# --- what is broken is named ----------------------------------------------------------


@pytest.mark.parametrize(
    "rows",
    ["2026-03-03,Ada", "2026-03-03,Ada,30,note,more", "2026-03-03"],
)
def test_a_ragged_row_stops_and_is_named(shelf: Shelf, rows: str) -> None:
    (one,) = shelf.unread(f"date,name,minutes,note\n2026-03-01,Ada,30,x\n{rows}\n")

    assert (one.place.line, one.stops) == (3, True)
    assert "the heading has 4" in one.why


@pytest.mark.parametrize("cell", ['"never closed', '"closed" and more'])
def test_broken_quotes_are_named(shelf: Shelf, cell: str) -> None:
    with pytest.raises(BrokenTable, match=r"hours\.csv, line 3"):
        shelf.read(f"date,note\n2026-03-01,x\n2026-03-02,{cell}\n2026-03-03,y\n")


@pytest.mark.parametrize(
    ("cells", "says"),
    [
        ("03/04/2026,Ada,30", "--date-format"),
        ("03/04/26,Ada,30", "--date-format"),
        ("soon,Ada,30", "--date-format"),
        ("2026-02-30,Ada,30", "30 February"),
        ("2026-12-01,Ada,30", "still to come"),
        ("2026-03-03,Ada,1.5", "--map hours=COLUMN"),
        ("2026-03-03,Ada,long", "length"),
        ("2026-03-03,Ada,3000", "length"),
    ],
)
def test_a_cell_that_can_be_read_in_two_ways_or_none_stops(
    shelf: Shelf, cells: str, says: str
) -> None:
    (one,) = shelf.unread(f"date,name,duration\n{cells}\n")

    assert says in one.why
    assert one.stops


def test_every_broken_row_is_told_not_only_the_first(shelf: Shelf) -> None:
    text = "date,name,duration\nsoon,Ada,30\n2026-03-03,Ada,30\n2026-03-04,Ada,x\n"

    assert [one.place.line for one in shelf.unread(text)] == [2, 4]


def test_a_row_without_a_day_is_left_out_and_told(shelf: Shelf) -> None:
    (one,) = shelf.unread('date;name;hours\n2026-03-03;Ada;1\n;Sum;"1,0"\n')

    assert (one.text, one.stops) == ("Sum 1,0", False)


def test_a_table_without_a_heading_is_refused(shelf: Shelf) -> None:
    assert not is_csv(shelf.put("2026-03-03,Ada,30\n"))
    with pytest.raises(NoTable, match=r"hours\.csv"):
        shelf.read("2026-03-03,Ada,30\n")


def test_a_table_without_days_is_refused_with_its_columns(shelf: Shelf) -> None:
    with pytest.raises(ColumnMissing, match="when") as refused:
        shelf.read("name,hours,notes\nAda,1,x\n")
    assert "--map when=COLUMN. It has: name, hours, notes." in refused.value.helps


@pytest.mark.parametrize("view", ["timeline", "texts", "moves", "hours"])
def test_our_own_views_of_other_things_are_refused(shelf: Shelf, view: str) -> None:
    from guidelog.exchange.exporting import EXPORTED

    with pytest.raises(OwnViewLeftOut, match=view):
        shelf.read(",".join(EXPORTED[view]) + "\n")


# --- columns --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("heading", "row", "people", "fields"),
    [
        # the log that coaches keep for a credential
        (
            "Client name,Contact information,Individual/Group,Number in group,"
            "Start date,Paid hours,Pro bono hours",
            "Ada Okonkwo,ada@example.org,Individual,,2026-03-03,1.5,0",
            ("Ada Okonkwo",),
            {"minutes": 90, "paid": "paid"},
        ),
        (
            "Date,Client,Paid hours,Pro bono hours,Number in group",
            "2026-03-03,Ada,,0.75,12",
            ("Ada",),
            {"minutes": 45, "paid": "pro-bono", "group_size": 12},
        ),
        (
            "Date of session,Coachee,Duration (hours),Session topic,Paid/Pro bono",
            "2026-03-03,Ada,1,Delegation,Pro bono",
            ("Ada",),
            {"minutes": 60, "about": "Delegation", "paid": "pro-bono"},
        ),
        (
            "When,With whom,Length (min),Topic,Summary,Where,Tags",
            '2026-03-03,Ada,90 min,Rota,"Swap, then see",Canteen,"#rota, growth"',
            ("Ada",),
            {
                "minutes": 90,
                "about": "Rota",
                "note": "Swap, then see",
                "place": "Canteen",
                "tags": ["rota", "growth"],
            },
        ),
        (
            "Vorname;Nachname;Datum;Dauer (Std);Thema;Bemerkungen;Bezahlt",
            "Ada;Okonkwo;3.3.2026;1,25;Rota;ok;ja",
            ("Ada Okonkwo",),
            {"minutes": 75, "about": "Rota", "note": "ok", "paid": "paid"},
        ),
        (
            "Date,First name,Last name,Minutes",
            "2026-03-03,Ada,Okonkwo,30",
            ("Ada Okonkwo",),
            {"minutes": 30},
        ),
    ],
)
def test_columns_are_known_by_what_leaders_call_them(
    shelf: Shelf,
    heading: str,
    row: str,
    people: tuple[str, ...],
    fields: dict[str, Any],
) -> None:
    found = shelf.read(f"{heading}\n{row}\n")[-1]

    assert isinstance(found, Found)
    assert told(found) == ("2026-03-03", people, fields)


@pytest.mark.parametrize(
    ("column", "cell", "minutes"),
    [
        ("minutes", "45", 45),
        ("minutes", "45.0", 45),
        ("duration", "1h30", 90),
        ("duration", "1:30", 90),
        ("duration", "01:30:00", 90),
        ("duration", "0:00", None),
        ("duration", "0", None),
        ("hours", '"1,5"', 90),
        ("hours", "0.33", 20),
        ("hours", ".5", 30),
        ("hours", "1:30", 90),
        ("hours", "0", None),
    ],
)
def test_lengths_are_minutes_or_hours_as_the_column_says(
    shelf: Shelf, column: str, cell: str, minutes: int | None
) -> None:
    (one,) = shelf.found(f"date,name,{column}\n2026-03-03,Ada,{cell}\n")

    assert one.fields.get("minutes") == minutes


@pytest.mark.parametrize(
    ("cell", "people"),
    [
        ("Ada", ("Ada",)),
        ('"Ada, Bo"', ("Ada", "Bo")),
        ("Ada; Bo", ("Ada", "Bo")),
        ("Ada & Bo and Li Wei", ("Ada", "Bo", "Li Wei")),
        ("ada bo", ("ada bo",)),
        ("@ada/@bo", ("ada", "bo")),
        ('"Ada\nBo"', ("Ada", "Bo")),
        ("Sandra Anderson", ("Sandra Anderson",)),
    ],
)
def test_a_cell_holds_one_person_or_several(
    shelf: Shelf, cell: str, people: tuple[str, ...]
) -> None:
    (one,) = shelf.found(f"date,name\n2026-03-03,{cell}\n")

    assert one.people == people


@pytest.mark.parametrize(
    ("heading", "cells", "moment"),
    [
        ("date,name", "2026-03-03 00:00:00,Ada", "2026-03-03"),
        ("date,name", "2026-03-03 09:30:00,Ada", "2026-03-03T09:30+01:00"),
        ("date,name", "2026-03-03T09:30:00Z,Ada", "2026-03-03T09:30+00:00"),
        ("date,time,name", "2026-03-03,9:30,Ada", "2026-03-03T09:30+01:00"),
        ("date,time,name", "3 March 2026,09:30:00,Ada", "2026-03-03T09:30+01:00"),
        ("date,time,name", "2026-03-03,,Ada", "2026-03-03"),
    ],
)
def test_a_time_is_kept_where_one_was_said(
    shelf: Shelf, heading: str, cells: str, moment: str
) -> None:
    (one,) = shelf.found(f"{heading}\n{cells}\n")

    assert str(one.moment) == moment


def test_days_are_read_in_a_format_that_is_named(shelf: Shelf) -> None:
    text = "date,time,name\n03/04/2026,9:30,Ada\n"

    (one,) = shelf.found(text, date_format="%d/%m/%Y")

    assert str(one.moment) == "2026-04-03T09:30+01:00"


def test_a_column_can_be_named(shelf: Shelf) -> None:
    text = "Day,Who,Spent,Jotted\n2026-03-03,Ada,1.5,x\n"
    mapped = {"hours": "spent", "note": "Jotted"}

    (one,) = shelf.found(text, columns=mapped)

    assert told(one) == ("2026-03-03", ("Ada",), {"minutes": 90, "note": "x"})


def test_columns_that_no_field_takes_are_told(shelf: Shelf) -> None:
    (one,) = shelf.unread("Date,Name,Mood,Room key\n2026-03-03,Ada,x,y\n")

    assert (one.text, one.stops) == ("Mood, Room key", False)


def test_a_column_that_is_not_there_is_refused(shelf: Shelf) -> None:
    with pytest.raises(NoSuchColumn, match='no column "Spent"'):
        shelf.read("Date,Name\n2026-03-03,Ada\n", columns={"hours": "Spent"})


def test_a_field_that_is_none_is_refused_with_those_there_are(shelf: Shelf) -> None:
    with pytest.raises(NotMapped, match='no field "mood"') as refused:
        shelf.read("Date,Name\n2026-03-03,Ada\n", columns={"mood": "Name"})
    assert "note, agreed" in refused.value.helps


# --- other kinds ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "kind", "people", "fields"),
    [
        (
            "Name,Relationship,Job title,Email\nAda Okonkwo,Coachee,engineer,a@b.c\n",
            "person",
            (),
            {
                "name": "Ada Okonkwo",
                "relation": "client",
                "role": "engineer",
                "contact": "a@b.c",
            },
        ),
        (
            "Goal,Person,Set on,Baseline,Target,Unit,Due date,Status\n"
            'Lead reviews,Ada,2026-03-03,0,"6,5",reviews,2026-12-31,open\n',
            "goal",
            ("Ada",),
            {
                "title": "Lead reviews",
                "baseline": "0",
                "target": "6.5",
                "unit": "reviews",
                "target_on": "2026-12-31",
                "scale": "numeric",
            },
        ),
        (
            "Action,Owner,Due,Status,Date\nSend it,me,2026-04-01,open,2026-03-03\n",
            "commitment",
            (),
            {"what": "Send it", "owner": "me", "due_on": "2026-04-01"},
        ),
        (
            "Task,Assigned to,Due,Done,Date\nSend it,Ada,2026-04-01,yes,2026-03-03\n",
            "commitment",
            ("Ada",),
            {
                "what": "Send it",
                "owner": "Ada",
                "due_on": "2026-04-01",
                "done_on": "2026-03-03",
            },
        ),
        (
            "Date,Employee,Observation,Impact\n2026-03-03,Ada,No list,Two reopened\n",
            "observation",
            ("Ada",),
            {"text": "No list", "impact": "Two reopened"},
        ),
    ],
)
def test_a_table_can_be_of_other_things(
    shelf: Shelf, text: str, kind: str, people: tuple[str, ...], fields: dict[str, Any]
) -> None:
    (one,) = shelf.found(text)

    assert (one.kind, one.people, one.fields) == (kind, people, fields)


def test_what_is_closed_without_a_day_is_told(shelf: Shelf) -> None:
    (one,) = shelf.found("task,owner,done,date\nSend it,Ada,yes,2026-03-03\n")

    assert "no day is said" in one.remark


# --- keys -----------------------------------------------------------------------------


def keys(found: list[Found]) -> set[tuple[tuple[str, ...], str]]:
    """By what rows are known again."""
    return {(one.people, one.key) for one in found}


def test_a_row_is_known_again_when_a_table_grows_or_is_sorted(shelf: Shelf) -> None:
    rows = ["2026-03-01,Ada", "2026-03-01,Bo", "2026-03-01,Ada", "2026-03-02,Ada"]

    def read(*some: str) -> set[tuple[tuple[str, ...], str]]:
        return keys(shelf.found("\n".join(["date,name", *some])))

    assert len(read(*rows)) == 4
    assert (
        read(*rows)
        == read(*reversed(rows))
        == read("2026-03-05,Li", *rows) - read("2026-03-05,Li")
    )


def test_an_id_of_its_own_stays_when_the_rest_changes(shelf: Shelf) -> None:
    uid = "0199aaaa-0000-7000-8000-000000000001"
    (one,) = shelf.found(f"uid,date,name\n{uid},2026-03-01,Ada\n")

    assert one.key == uid


def test_a_mere_number_tells_rows_of_one_day_apart_only(shelf: Shelf) -> None:
    text = "id,date,name\n1,2026-03-01,Ada\n2,2026-03-01,Ada\n"

    assert [one.key for one in shelf.found(text)] == [
        "2026-03-01.1.1",
        "2026-03-01.2.1",
    ]
