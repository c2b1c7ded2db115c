"""Leaving questions out, stopping, going back, and what is said on the way."""

from collections.abc import Callable
from typing import Any

import pytest

from cli.asking.conftest import NO_UTF8, Desk
from guidelog.storage.buffers import buffers_folder
from guidelog.storage.drafts import waiting
from terminals import CTRL_C, CTRL_D, ENTER, TAB

Editor = Callable[[str], dict[str, Any]]
DEFAULTS = [(prompt, ENTER) for prompt in ("How long", "did you do", "goal", "Agreed")]


def test_what_stands_on_the_line_is_not_asked(desk: Desk) -> None:
    asked = desk.opens("add", "ada", "-t", "20", "-a", "listen", "-g", "g1")
    keys = [("> ", f"Short talk{ENTER}"), ("> ", ENTER)]
    keys += [("Agreed", ENTER), ("Next", ENTER)]
    assert asked.plays(keys) == 0
    row = desk.leader.row("sessions", "s2")
    assert (row["note"], row["minutes"], row["actions"]) == ("Short talk", 20, "listen")


def test_with_a_note_on_the_line_nothing_is_asked(desk: Desk) -> None:
    asked = desk.opens("add", "ada", "A note")
    assert asked.ends() == 0
    assert asked.shown.startswith("s2    ● Ada Okonkwo")


def test_only_what_is_needed_is_asked_where_the_text_is_there(desk: Desk) -> None:
    asked = desk.opens("resistance", "attempt", "r1", "Asked why")
    assert asked.plays([("How did they answer?", f"declined{ENTER}")]) == 0
    assert desk.leader.row("attempts", "a1")["response"] == "declined"


def test_an_empty_note_saves_nothing_and_says_so(desk: Desk) -> None:
    asked = desk.opens("add", "ada")
    assert asked.plays([("> ", ENTER)]) == 0
    assert "nothing changed, nothing saved." in asked.shown
    assert [row["id"] for row in desk.leader.rows("sessions")] == ["s1"]
    assert waiting(desk.leader.journal) == []


def test_ctrl_c_keeps_everything_that_was_answered(desk: Desk) -> None:
    asked = desk.opens("add", "ada")
    keys = [("> ", f"A note{ENTER}"), ("> ", ENTER), ("How long?", f"45{ENTER}")]
    assert asked.plays([*keys, ("did you do?", f"half{CTRL_C}")]) == 130
    assert "guidelog add --draft" in asked.shown
    assert desk.leader.changes() == 5
    desk.leader.does("add --draft")
    row = desk.leader.row("sessions", "s2")
    assert (row["people"], row["note"], row["minutes"]) == ("ada", "A note", 45)


def test_ctrl_d_ends_the_note_and_then_takes_the_defaults(desk: Desk) -> None:
    asked = desk.opens("add", "ada")
    keys = [("> ", f"A note{ENTER}"), ("> ", CTRL_D), ("How long?", f"45{ENTER}")]
    assert asked.plays([*keys, ("What did you do?", CTRL_D)]) == 0
    row = desk.leader.row("sessions", "s2")
    assert (row["minutes"], row["actions"], row["agreed"]) == (45, None, None)


def test_ctrl_d_where_an_answer_is_needed_writes_nothing(desk: Desk) -> None:
    asked = desk.opens("observe")
    assert asked.plays([("Who is it about?", CTRL_D)]) == 2
    assert '"Who is it about?" was left open' in asked.shown


def test_something_to_be_done_is_led_to_where_it_belongs(desk: Desk) -> None:
    asked = desk.opens("add", "ada", "-t", "20", "-g", "g1", "--agreed", "x")
    keys = [("> ", f"Talk{ENTER}"), ("> ", ENTER)]
    keys += [("What did you do?", f"me: send her the notes by fri{ENTER}")]
    keys += [("What did you do?", ENTER), ("Next step?", ENTER), ("Next step?", ENTER)]
    assert asked.plays(keys) == 0
    assert 'It belongs under "Next step?"' in asked.shown
    (row,) = desk.leader.rows("commitments")
    said = (row["owner"], row["what"], row["due_on"])
    assert said == ("me", "send her the notes", "2026-11-27")


def test_what_can_not_be_taken_is_asked_again(desk: Desk) -> None:
    asked = desk.opens("add", "ada")
    keys = [("> ", f"Talk{ENTER}"), ("> ", ENTER), ("How long?", f"soon{ENTER}")]
    keys += [("How long?", f"1h30{ENTER}"), ("did you do?", f"listne{ENTER}")]
    assert (
        asked.plays(
            [
                *keys,
                ("Did you mean listen?", f"listen{CTRL_D}{ENTER}"),
                ("goal?", CTRL_D),
            ]
        )
        == 0
    )
    assert '"soon" is not a length I can read.' in asked.shown
    row = desk.leader.row("sessions", "s2")
    assert (row["minutes"], row["actions"]) == (90, "listen")


def test_a_question_mark_shows_every_word(desk: Desk) -> None:
    asked = desk.opens("add", "ada", rows=60)
    keys = [("> ", f"Talk{ENTER}"), ("> ", ENTER), ("How long?", ENTER)]
    keys += [("What did you do?", f"?{ENTER}"), ("Hand on\nWhat did", CTRL_D)]
    assert asked.plays(keys) == 0
    assert "  sponsor      Put forward" in asked.shown


def test_somebody_unknown_is_added_on_the_way(desk: Desk) -> None:
    asked = desk.opens("add", "mira")
    keys = [("Full name", f"Mira Haddad{ENTER}"), ("Relation?", f"men{TAB}{ENTER}")]
    keys += [("> ", f"First talk{ENTER}"), ("> ", ENTER), ("How long?", CTRL_D)]
    assert asked.plays(keys) == 0
    assert "mira  Mira Haddad · mentee" in asked.shown
    row = desk.leader.row("sessions", "s2")
    assert (row["people"], row["visibility"]) == ("mira", "private")
    assert desk.leader.changes() == 6
    desk.leader.verifies()


def test_somebody_added_on_the_way_has_the_rhythm_that_is_set(desk: Desk) -> None:
    desk.leader.sets('default_rhythm = "2w"')
    asked = desk.opens("raise", "mira", "Rota")
    keys = [("Full name", f"Mira Haddad{ENTER}"), ("Relation?", ENTER)]
    assert asked.plays(keys) == 0
    assert "mira  Mira Haddad · direct report · every 2 weeks" in asked.shown


def test_somebody_unknown_may_be_left_unknown(desk: Desk) -> None:
    asked = desk.opens("add", "adda", "A note")
    assert asked.plays([("Full name", ENTER)]) == 2
    assert 'No person "adda". Did you mean ada?' in asked.shown
    assert "guidelog add ada --draft" in asked.shown
    assert [row["handle"] for row in desk.leader.rows("people")] == ["ada", "bo"]


def test_a_full_name_makes_a_handle(desk: Desk) -> None:
    asked = desk.opens("raise", LC_ALL="C.UTF-8")
    keys = [("Who is it about?", f"Émile Noir{ENTER}"), ("Full name", f"y{ENTER}")]
    keys += [("short handle? [emile]", f"s1{ENTER}")]
    keys += [("short handle? [emile]", ENTER), ("Relation?", ENTER)]
    assert asked.plays([*keys, ("What do you want", f"Rota{ENTER}")]) == 0
    assert "reads like the id of an entry" in asked.shown
    assert desk.leader.row("people", "emile")["name"] == "Émile Noir"


def test_a_pasted_text_keeps_its_paragraphs(desk: Desk) -> None:
    asked = desk.opens("add", "ada")
    asked.sees("> ")
    asked.types(f"First paragraph{ENTER}{ENTER}Second paragraph{ENTER}")
    keys = [("Second paragraph", ENTER), ("How long?", CTRL_D)]
    assert asked.plays(keys) == 0
    note = desk.leader.row("sessions", "s2")["note"]
    assert note == "First paragraph\n\nSecond paragraph"


def test_a_text_in_brackets_of_a_paste_is_one_text(desk: Desk) -> None:
    asked = desk.opens("add", "ada")
    asked.sees("> ")
    asked.types("\x1b[200~One\n\nTwo\x1b[201~" + ENTER)
    assert asked.plays([("> ", ENTER), ("How long?", CTRL_D)]) == 0
    assert desk.leader.row("sessions", "s2")["note"] == "One\n\nTwo"


def test_tab_completes_no_file_names(desk: Desk) -> None:
    desk.leader.home.joinpath("secret-file").touch()
    asked = desk.opens("add", "ada")
    keys = [("> ", f"{desk.leader.home}/secr{TAB}{ENTER}"), ("> ", ENTER)]
    assert asked.plays([*keys, ("How long?", CTRL_D)]) == 0
    assert desk.leader.row("sessions", "s2")["note"].endswith("/secr")


def test_letters_beyond_the_locale_are_taken_as_utf8(desk: Desk) -> None:
    asked = desk.opens("raise", "ada", TERM="dumb", **NO_UTF8)
    asked.sees("What do you want to raise?")
    asked.types("café".encode() + b"\r")
    assert asked.ends() == 0
    assert desk.leader.row("topics", "t1")["what"] == "café"


def test_a_line_that_is_no_text_is_asked_again(desk: Desk) -> None:
    asked = desk.opens("raise", "ada", **NO_UTF8)
    asked.sees("What do you want to raise?")
    asked.types(b"caf\xe9\r")
    assert asked.plays([("What do you want to raise?", f"Rota{ENTER}")]) == 0
    assert "That line is not valid UTF-8." in asked.shown
    assert desk.leader.row("topics", "t1")["what"] == "Rota"


def test_e_goes_on_in_the_editor(desk: Desk, editor: Editor) -> None:
    script = 'printf "\\nSecond line\\n" >> "$1"'
    asked = desk.opens("add", "ada", **editor(script))
    keys = [("> ", f"First line{ENTER}"), ("> ", f"e{ENTER}"), ("How long?", CTRL_D)]
    assert asked.plays(keys) == 0
    note = desk.leader.row("sessions", "s2")["note"]
    assert note == "First line\nSecond line"
    assert not buffers_folder(desk.leader.journal).exists()


def test_an_editor_that_fails_leaves_the_text_as_a_draft(
    desk: Desk, editor: Editor
) -> None:
    asked = desk.opens("add", "ada", **editor('echo " more" >> "$1"; kill -9 $$'))
    assert asked.plays([("> ", f"First line{ENTER}"), ("> ", f"e{ENTER}")]) == 1
    (draft,) = waiting(desk.leader.journal)
    assert draft.typed["note"] == ["First line more\n"]


def test_without_an_open_note_there_is_nothing_to_try(desk: Desk) -> None:
    desk.leader.does("delete r1 --yes")
    asked = desk.opens("resistance", "attempt")
    assert asked.ends() == 2
    assert "no resistance note is open." in asked.shown


@pytest.mark.parametrize(
    "line",
    [
        "add",
        "add ada",
        "observe",
        "resistance attempt",
        "goal add bo",
        "next ada",
        "raise",
    ],
)
def test_off_a_terminal_nothing_is_asked(desk: Desk, line: str) -> None:
    assert "is missing: " in desk.leader.refused(line)


@pytest.mark.parametrize("answer", ["y", "Yes", "ada"])
def test_somebody_mistyped_is_taken_for_who_was_meant(desk: Desk, answer: str) -> None:
    asked = desk.opens("add", "adda", "A note")
    assert asked.plays([("(y = ada is meant)", f"{answer}{ENTER}")]) == 0
    assert desk.leader.row("sessions", "s2")["people"] == "ada"
    assert [row["handle"] for row in desk.leader.rows("people")] == ["ada", "bo"]


def test_a_step_whose_day_can_not_be_read_is_asked_for_again(desk: Desk) -> None:
    asked = desk.opens("add", "ada", "-t", "20", "-a", "listen", "-g", "g1")
    keys = [("> ", f"Short talk{ENTER}"), ("> ", ENTER), ("Agreed", ENTER)]
    keys += [("Next", f"send the list by 32 nov{ENTER}")]
    keys += [("there is no 32 November", f"send the list by fri{ENTER}")]
    assert asked.plays([*keys, ("Next", ENTER)]) == 0
    assert desk.leader.row("commitments", "c1")["due_on"] == "2026-11-27"
