"""Taking over: what is in a file comes in once, as one change, and stays as it is."""

import json
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

from guidelog.cli.importing import From
from guidelog.exchange.kinds import LOG, READERS
from leading import Leader

HOURS = """Date,Coachee,Minutes,Topic,Notes
2026-03-03,Ada Okonkwo,90,Delegation,She asked. #growth
2026-03-10,Bo Nilsson & Ada Okonkwo,45,Rota,
2026-03-10,Bo Nilsson,30,,Second talk
"""


def put(leader: Leader, text: str, name: str = "hours.csv") -> Path:
    """Write a file of another program."""
    path = leader.home / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def look(leader: Leader, *words: str) -> dict[str, object]:
    """What an import would do."""
    answer = leader("import --json", *words)
    (row,) = json.loads(answer.out)["rows"]
    return dict(row)


def talks(leader: Leader) -> list[tuple[object, ...]]:
    """What stands of each talk."""
    rows = sorted(
        leader.rows("sessions"), key=lambda row: (row["occurred_at"], row["id"])
    )
    return [(one["occurred_at"], one["people"], one["note"]) for one in rows]


def test_without_a_yes_nothing_is_written_not_even_a_journal(newcomer: Leader) -> None:
    path = put(newcomer, HOURS)

    answer = newcomer.does("import", str(path))

    assert "3 sessions" in answer.out
    assert "3 Mar 2026 to 10 Mar 2026" in answer.out
    assert "ada  Ada Okonkwo" in answer.out
    assert f"To write it: guidelog import {path} --yes\n" in answer.err
    assert not newcomer.journal.exists()


def test_what_is_all_of_one_day_is_said_to_be_of_that_day(guidelog: Leader) -> None:
    path = put(guidelog, "date,person\n2026-03-03,ada\n2026-03-03,bo\n")

    said = guidelog.does("import", str(path)).out

    assert [line.strip() for line in said.splitlines() if "2026" in line] == [
        "3 Mar 2026"
    ]


def test_everything_comes_in_as_one_change_and_goes_with_one_undo(
    guidelog: Leader,
) -> None:
    guidelog.does("person add li 'Li Wei'")
    guidelog.does("import --yes", str(put(guidelog, HOURS)))

    assert guidelog.changes() == 2
    assert [row["handle"] for row in guidelog.rows("people")] == ["li", "ada", "bo"]
    first = guidelog.row("sessions", "s1")
    assert (first["minutes"], first["about"], first["tags"]) == (
        90,
        "Delegation",
        "growth",
    )
    assert guidelog.row("sessions", "s2")["people"] == "bo ada"
    guidelog.verifies()

    guidelog.does("undo")
    assert guidelog.rows("sessions") == []
    assert [row["handle"] for row in guidelog.rows("people")] == ["li"]
    guidelog.verifies()


def test_what_is_taken_over_says_so_and_when_it_was_written_down(
    guidelog: Leader,
) -> None:
    guidelog.does("import --yes", str(put(guidelog, HOURS)))

    row = guidelog.row("sessions", "s1")
    assert row["source"] == "csv:hours.csv:2026-03-03.1"
    assert row["recorded_at"].startswith("2026-11-20T12:00:00")
    report = guidelog.does("report ada --period 2026 --for me").out
    told = " ".join(report.split())
    assert "2 taken over from other files, dated as there" in told
    shown = " ".join(guidelog.does("show s1").out.split())
    assert "taken over on Fri 20 Nov from hours.csv, date as in that file" in shown
    assert "late" not in told


def test_visibility_starts_as_with_add_or_as_is_said(guidelog: Leader) -> None:
    path = str(put(guidelog, HOURS))
    seen = {}
    for option in ("", "--private", "--record", "--relation client"):
        guidelog.does(f"import --yes {option}", path)
        row = guidelog.row("sessions", "s1")
        seen[option] = (row["visibility"], row["agreed_visibility"])
        guidelog.does("undo")

    assert seen == {
        "": ("private", "record"),
        "--private": ("private", "private"),
        "--record": ("record", "record"),
        "--relation client": ("private", "private"),
    }


# --- again ----------------------------------------------------------------------------


def test_twice_adds_nothing_twice(guidelog: Leader) -> None:
    path = str(put(guidelog, HOURS))
    guidelog.does("import --yes", path)
    changes = guidelog.changes()

    answer = guidelog.does("import --yes", path)

    assert "nothing new" in answer.out
    assert "undo" not in answer.out
    assert "3 entries as they are here" in answer.out
    assert guidelog.changes() == changes


def test_a_grown_and_sorted_file_adds_only_what_is_new(guidelog: Leader) -> None:
    guidelog.does("import --yes", str(put(guidelog, HOURS)))
    heading, *rows = HOURS.splitlines()
    grown = [heading, "2026-04-01,Li Wei,20,,New", *reversed(rows)]

    seen = look(guidelog, str(put(guidelog, "\n".join(grown), "hours (1).csv")))

    assert (seen["new"], seen["there"]) == ({"session": 1, "person": 1}, 3)


def test_what_was_changed_in_the_file_is_told_and_left_alone(guidelog: Leader) -> None:
    guidelog.does("import --yes", str(put(guidelog, HOURS)))
    changed = put(guidelog, HOURS.replace("She asked.", "She told."))

    seen = look(guidelog, str(changed))

    assert seen["changed_at"] == [{"file": "hours.csv", "line": 2}]
    guidelog.does("import --yes", str(changed))
    assert guidelog.row("sessions", "s1")["note"] == "She asked. #growth"


def test_what_was_changed_here_is_no_change_of_the_file(guidelog: Leader) -> None:
    path = str(put(guidelog, HOURS))
    guidelog.does("import --yes", path)
    guidelog.does("edit s1 --text 'Other words.' --who bo -t 20 --record")
    guidelog.does("person edit ada --name 'Ada Berg' --relation peer")

    seen = look(guidelog, path)

    assert (seen["there"], seen["changed"], seen["new"]) == (3, 0, {})


def test_what_was_deleted_here_stays_deleted(guidelog: Leader) -> None:
    path = str(put(guidelog, HOURS))
    guidelog.does("import --yes", path)
    guidelog.does("delete s1 --yes")

    answer = guidelog.does("import --yes", path)

    assert "1 entry deleted here since" in answer.out
    assert len(guidelog.rows("sessions")) == 2


def test_nothing_new_comes_in_about_somebody_deleted(guidelog: Leader) -> None:
    guidelog.does("import --yes", str(put(guidelog, HOURS)))
    guidelog.does("delete bo --yes")
    grown = HOURS + "2026-05-01,Bo Nilsson,20,,New\n"

    guidelog.does("import --yes", str(put(guidelog, grown)))

    assert [row["handle"] for row in guidelog.rows("people")] == ["ada"]
    assert "2026-05-01" not in {when for when, *_ in talks(guidelog)}


def test_what_was_undone_comes_back_with_its_number(guidelog: Leader) -> None:
    path = str(put(guidelog, HOURS))
    guidelog.does("import --yes", path)
    before = guidelog.rows("sessions"), guidelog.rows("people")
    guidelog.does("undo")

    answer = guidelog.does("import --yes", path)

    assert "3 of them back after an undo" in answer.out
    assert (guidelog.rows("sessions"), guidelog.rows("people")) == before
    guidelog.verifies()
    guidelog.does("undo")
    assert guidelog.rows("sessions") == []
    guidelog.verifies()


def test_what_was_changed_in_the_file_comes_back_as_it_is_now(
    guidelog: Leader,
) -> None:
    guidelog.does("import --yes", str(put(guidelog, HOURS)))
    guidelog.does("undo")

    changed = HOURS.replace("She asked. #growth", "")
    guidelog.does("import --yes", str(put(guidelog, changed)))

    row = guidelog.row("sessions", "s1")
    assert (row["note"], row["tags"]) == (None, None)
    guidelog.verifies()


def test_what_was_redacted_or_erased_stays_so(guidelog: Leader) -> None:
    path = str(put(guidelog, HOURS))
    guidelog.does("import --yes", path)
    guidelog.does("redact s1 --reason 'names a patient' --yes")
    guidelog.does("person erase bo --yes")

    guidelog.does("import --yes", path)

    assert guidelog.row("sessions", "s1")["note"] is None
    assert "Second talk" not in guidelog.journal.read_bytes().decode("latin-1")
    assert [row["handle"] for row in guidelog.rows("people")] == ["ada"]
    guidelog.verifies()


def test_words_redacted_after_an_undo_do_not_come_back(guidelog: Leader) -> None:
    path = str(put(guidelog, HOURS))
    guidelog.does("import --yes", path)
    uid = guidelog.row("sessions", "s1")["uid"]
    guidelog.does("undo")
    guidelog.does(f"redact {uid[-12:]} --reason 'names a patient' --yes")

    guidelog.does("import --yes", path)

    assert b"She asked" not in guidelog.journal.read_bytes()
    guidelog.verifies()


def test_two_computers_agree_on_what_a_file_says(tmp_path: Path) -> None:
    one, other = Leader(tmp_path / "one"), Leader(tmp_path / "other")
    for leader in (one, other):
        leader.home.mkdir()
        leader.does("import --yes", str(put(leader, HOURS)))
    uids = [{row["uid"] for row in one.rows(view)} for view in ("sessions", "people")]

    one.does("merge", str(other.journal))

    assert uids == [
        {row["uid"] for row in one.rows(view)} for view in ("sessions", "people")
    ]
    one.verifies()


def test_the_same_words_under_one_key_are_taken_once_others_twice(
    guidelog: Leader,
) -> None:
    first = put(guidelog, HOURS, "a/hours.csv")
    put(guidelog, HOURS.replace("She asked.", "She told."), "b/hours.csv")

    seen = look(guidelog, str(first.parent), str(guidelog.home / "b"))

    assert (seen["twice"], seen["new"]) == (2, {"session": 4, "person": 2})


# --- people ---------------------------------------------------------------------------


def test_people_are_known_by_handle_first_name_and_full_name(guidelog: Leader) -> None:
    guidelog.does("person add ada 'Ada Okonkwo'")
    guidelog.does("person add bn 'Bo Nilsson'")
    guidelog.does("person archive bn")
    rows = "\n".join(
        f"2026-03-0{n},{who}"
        for n, who in enumerate(("ada", "Ada", "ada okonkwo", "Bo Nilsson"), 1)
    )

    guidelog.does("import --yes", str(put(guidelog, f"date,name\n{rows}\n")))

    assert [who for _, who, _ in talks(guidelog)] == ["ada", "ada", "ada", "bn"]
    assert len(guidelog.rows("people")) == 2


def test_a_name_that_fits_two_people_stops_with_both(guidelog: Leader) -> None:
    guidelog.does("person add ada-o 'Ada Okonkwo'")
    guidelog.does("person add ada-b 'Ada Berg'")
    path = put(guidelog, "date,name\n2026-03-01,Ada Berg\n2026-03-02,Ada\n")

    words = guidelog.refused("import --yes", str(path), code=1)

    assert "hours.csv, line 3" in words
    assert "ada-b or ada-o" in words


@pytest.mark.parametrize(
    ("name", "handle"),
    [
        ("Zoë Lind", "zoe"),
        ("Ada Berg", "ada-berg"),
        ("李 伟", "person"),
        ("All Right", "all-right"),
        ("zed", "zed"),
    ],
)
def test_new_people_get_a_free_handle_in_plain_letters(
    guidelog: Leader, name: str, handle: str
) -> None:
    guidelog.does("person add ada 'Ada Okonkwo'")

    guidelog.does("import --yes", str(put(guidelog, f"date,name\n2026-03-01,{name}\n")))

    assert guidelog.row("people", handle)["name"] == name


def test_where_nobody_is_named_the_leader_says_who(guidelog: Leader) -> None:
    path = str(put(guidelog, "date,note\n2026-03-01,x\n2026-03-02,y\n"))
    seen = look(guidelog, path)
    guidelog.does("person add ada 'Ada Okonkwo'")

    guidelog.does("import --yes --who ada", path)

    assert seen["new"] == {}
    assert "2 times: it names nobody" in guidelog.does("import", path).out
    assert [who for _, who, _ in talks(guidelog)] == ["ada", "ada"]


def test_the_leader_is_nobody_they_talked_with(guidelog: Leader) -> None:
    guidelog.sets('leader_name = "Mira Haddad"')
    rows = "2026-03-01,Mira & Ada\n2026-03-02,Sam & Ada\n2026-03-03,Mira Haddad\n"

    guidelog.does("import --yes --me Sam", str(put(guidelog, f"date,name\n{rows}")))

    assert [row["handle"] for row in guidelog.rows("people")] == ["ada"]
    assert len(talks(guidelog)) == 2


# --- what keeps it all out ------------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("2026-03-20,Ada,x,,", "line 4: "),
        ("soon,Ada,30,,", "line 4: "),
        ("2026-12-24,Ada,30,,", "still to come"),
        ("2026-03-20,Ada,30", "3 cells"),
        ('2026-03-20,Ada,30,,"open', "quotes"),
    ],
)
def test_a_broken_row_leaves_nothing_behind_and_is_named(
    guidelog: Leader, row: str, says: str
) -> None:
    guidelog.does("person add li 'Li Wei'")
    rows = [*HOURS.splitlines()[:3], row, *HOURS.splitlines()[3:]]
    path = str(put(guidelog, "\n".join(rows)))

    words = guidelog.refused("import --yes", path, code=1)

    assert "hours.csv, line 4" in words
    assert says in words
    assert [one["handle"] for one in guidelog.rows("people")] == ["li"]
    guidelog.verifies()


def test_a_word_that_is_none_of_ours_stops(guidelog: Leader) -> None:
    text = "date,name,mode,actions\n2026-03-01,Ada,coaching,listen\n{}\n"
    for row in ("2026-03-02,Ada,chatting,", "2026-03-02,Ada,,cuddle"):
        path = put(guidelog, text.format(row))
        assert "hours.csv, line 3" in guidelog.refused(
            "import --yes", str(path), code=1
        )


def test_what_stops_is_listed_whole_before_the_yes(guidelog: Leader) -> None:
    text = "date,name,minutes\nsoon,Ada,30\n2026-03-01,Ada,x\n2026-03-02,Ada,30\n"

    answer = guidelog("import", str(put(guidelog, text)))

    assert answer.code == 1
    assert answer.out.count("hours.csv, line ") == 2
    assert "Nothing can be taken over until that is mended." in answer.out
    assert "--yes" not in answer.out


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (["missing.csv"], 1, "no such file"),
        (["empty"], 1, "no file to import"),
        (["picture.png"], 1, "no text that can be read"),
        (["hours.csv", "--map", "minutes"], 2, "--map"),
        (["hours.csv", "--map", "mood=Topic"], 2, "mood"),
        (["hours.csv", "--date-format", "%H:%M"], 2, "--date-format"),
        (["hours.csv", "--who", "zoe"], 2, "zoe"),
        (["hours.csv", "--from", "pdf"], 2, "--from"),
    ],
)
def test_a_line_that_can_not_be_carried_out_is_refused(
    guidelog: Leader, words: list[str], code: int, says: str
) -> None:
    put(guidelog, HOURS)
    (guidelog.home / "empty").mkdir()
    (guidelog.home / "picture.png").write_bytes(b"\x89PNG\0\0\0")
    file, *options = words

    assert says in guidelog.refused(
        "import", str(guidelog.home / file), *options, code=code
    )


# --- files ----------------------------------------------------------------------------


def test_a_folder_is_read_with_all_below_it_but_what_is_hidden(
    guidelog: Leader,
) -> None:
    for name in ("a/b/one.csv", "two.csv", ".git/three.csv", "a/.four.csv"):
        day = len(name)
        put(guidelog, f"date,name\n2026-03-{day:02},Ada\n", f"notes/{name}")
    put(guidelog, "just words", "notes/readme.txt")

    answer = guidelog.does("import --yes", str(guidelog.home / "notes"))

    assert sorted(row["source"] for row in guidelog.rows("sessions")) == [
        "csv:a/b/one.csv:2026-03-11.1",
        "csv:two.csv:2026-03-07.1",
    ]
    assert "readme.txt" in answer.out
    assert guidelog.changes() == 1


def test_a_backup_is_made_before(guidelog: Leader) -> None:
    guidelog.does("person add li 'Li Wei'")

    guidelog.does("import --yes", str(put(guidelog, HOURS)))

    assert list(guidelog.home.rglob("before-import-*.db"))


def test_an_encoding_that_was_guessed_is_told(guidelog: Leader) -> None:
    path = guidelog.home / "hours.csv"
    path.write_bytes("date,name\n2026-03-01,Zoë\n".encode("cp1252"))

    assert "read as cp1252" in guidelog.does("import", str(path)).out
    assert look(guidelog, str(path))["people"] == [{"handle": "zoe", "name": "Zoë"}]


def test_texts_are_cleaned_as_they_are_when_typed(guidelog: Leader) -> None:
    text = 'date,name,note\n2026-03-01,Ada,"a\x1b[31m\r\nb\u202ec\x07"\n'

    guidelog.does("import --yes", str(put(guidelog, text)))

    assert guidelog.row("sessions", "s1")["note"] == "a\nbc"


def test_a_period_leaves_out_the_rest_and_says_so(guidelog: Leader) -> None:
    answer = guidelog.does(
        "import --period 2026-03-10..2026-03-31", str(put(guidelog, HOURS))
    )

    assert "2 sessions" in answer.out
    assert "lies outside 2026-03-10..2026-03-31" in answer.out


def test_every_reader_can_be_named() -> None:
    assert set(get_args(From)) == {*READERS, LOG}


def test_the_page_fits_a_narrow_screen(guidelog: Leader) -> None:
    path = put(guidelog, HOURS + "soon,Ada,x,,\n")
    done = subprocess.run(
        [sys.executable, "-m", "guidelog", "import", path.name],
        cwd=guidelog.home,
        env={**guidelog.surroundings, "COLUMNS": "40"},
        capture_output=True,
        check=False,
        text=True,
    )

    assert done.returncode == 1
    assert max(map(len, done.stdout.splitlines())) <= 40


def test_an_undo_of_very_much_is_said_in_short(guidelog: Leader) -> None:
    rows = "".join(f"2026-03-{n:02},Ada\n" for n in range(1, 29))
    guidelog.does("import --yes", str(put(guidelog, f"date,name\n{rows}")))

    assert guidelog.does("undo").out.endswith("s10, s11 and 17 more\n")


@pytest.mark.ordeal
def test_many_rows_are_one_change_that_holds(guidelog: Leader) -> None:
    rows = "\n".join(
        f"2026-0{n % 9 + 1}-{n % 27 + 1:02},P{n % 7} X,n{n}" for n in range(2500)
    )
    path = str(put(guidelog, f"date,name,note\n{rows}\n"))

    guidelog.does("import --yes", path)

    assert (guidelog.changes(), len(guidelog.rows("sessions"))) == (1, 2500)
    guidelog.verifies()
    assert look(guidelog, path)["there"] == 2500
    assert "n2499" in guidelog.does("search n2499").out


def test_a_file_that_breaks_after_many_rows_leaves_nothing(guidelog: Leader) -> None:
    guidelog.does("person add li 'Li Wei'")
    before = guidelog.journal.read_bytes()
    rows = "\n".join(f"2026-03-{n % 27 + 1:02},Ada,30" for n in range(2500))
    path = put(guidelog, f"date,name,minutes\n{rows}\n2026-03-01,Ada,x\n")

    assert "line 2502" in guidelog.refused("import --yes", str(path), code=1)

    assert len(guidelog.journal.read_bytes()) == len(before)
    guidelog.verifies()


def test_halves_of_signs_are_marked(guidelog: Leader) -> None:
    guidelog.does("person add ada 'Ada Okonkwo'")
    guidelog.does("add ada talked")
    exported = guidelog.does("export sessions --format json").out
    guidelog.does("undo")
    one = exported.replace('"talked"', '"\\ud800talk"')
    entry = {
        "title": "On call \ud800 with @ada.",
        "body": "tired\udfff",
        "date": "2026-03-10",
        "time": "09:30",
        "tags": ["@ada"],
        "starred": False,
    }
    two = json.dumps({"tags": {}, "entries": [entry]})
    for name, text in (("sessions.json", one), ("jrnl.json", two)):
        guidelog.does("import --yes", str(put(guidelog, text, name)))
    notes = [note for _, _, note in talks(guidelog)]
    assert "\ufffdtalk" in notes
    assert any("tired" in str(note) for note in notes)
    guidelog.verifies()
