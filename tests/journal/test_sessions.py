"""Sessions: what follows from what was said."""

import pytest

from leading import Leader
from telling import told_once


@pytest.fixture
@told_once
def ada(guidelog: Leader) -> Leader:
    """A leader with Ada."""
    guidelog.does("person add ada 'Ada Okonkwo'")
    return guidelog


@pytest.mark.parametrize(
    ("said", "mode"),
    [
        ("", "blended"),
        ("-a reflect", "coaching"),
        ("-a teach", "mentoring"),
        ("-a reflect,teach", "blended"),
        ("-a listen", "coaching"),
        ("-a listen,teach", "mentoring"),
        ("-a walk", "mentoring"),
        ("-a teach -m coaching", "coaching"),
    ],
)
def test_the_mode_follows_from_what_was_done(ada: Leader, said: str, mode: str) -> None:
    ada.does("action add walk --label Walk --mode mentoring --family career")
    talk = ada.does(f"add ada Talked {said}").id
    assert ada.row("sessions", talk)["mode"] == mode


def test_without_actions_the_mode_is_the_leaders_own(ada: Leader) -> None:
    ada.sets('default_mode = "mentoring"')
    assert ada.row("sessions", ada.does("add ada Talked").id)["mode"] == "mentoring"


@pytest.mark.parametrize(
    ("note", "tags"),
    [
        ("Career talk #growth", "growth"),
        ("+pairing helped, #growth too, #growth", "pairing growth"),
        ("(#growth)", "growth"),
        ("C# and a+b, see x#y, &#39; and https://x.org/#top", None),
        ("#1 of three, +49 170", None),
        ("#übung und #第二", "übung 第二"),
    ],
)
def test_marks_in_the_note_are_tags_and_stay(
    ada: Leader, note: str, tags: str | None
) -> None:
    row = ada.row("sessions", ada.does("add ada", note).id)
    assert (row["tags"], row["note"]) == (tags, note)


def test_tags_follow_the_marks_of_an_edited_note(ada: Leader) -> None:
    talk = ada.does("add ada 'About #growth' --tag rota").id
    ada.does(f"edit {talk} --text 'About #pairing'")
    assert ada.row("sessions", talk)["tags"] == "rota pairing"
    ada.does("undo")
    assert ada.row("sessions", talk)["tags"] == "rota growth"


def test_renaming_a_tag_rewrites_its_marks_as_one_change(ada: Leader) -> None:
    first = ada.does("add ada 'About #growth and #growth-plan, +growth'").id
    second = ada.does("observe ada Seen --tag growth").id
    ada.does("tag rename growth career")
    row = ada.row("sessions", first)
    assert row["note"] == "About #career and #growth-plan, +career"
    assert row["tags"] == "career growth-plan"
    assert ada.row("observations", second)["tags"] == "career"
    ada.does("undo")
    assert ada.row("sessions", first)["tags"] == "growth growth-plan"
    assert ada.row("observations", second)["tags"] == "growth"


def test_a_tag_nobody_uses_is_refused(ada: Leader) -> None:
    ada.does("add ada 'About #growth'")
    assert "Did you mean growth?" in ada.refused("tag rename grwth career")
    assert "can't be a tag" in ada.refused("tag rename growth 'two words'")


def test_a_date_without_a_time_stays_a_date(ada: Leader) -> None:
    talk = ada.does("add ada Talked -w yesterday").id
    assert ada.row("sessions", talk)["occurred_at"] == "2026-11-19"
    talk = ada.does("add ada Talked").id
    assert ada.row("sessions", talk)["occurred_at"] == "2026-11-20"


def test_a_time_keeps_its_offset(ada: Leader) -> None:
    talk = ada.does("add ada Talked -w 'yesterday 16:00'").id
    assert ada.row("sessions", talk)["occurred_at"] == "2026-11-19T16:00+01:00"


def test_everything_said_with_a_talk_belongs_to_it(ada: Leader) -> None:
    ada.does("goal add ada Lead --target 6")
    said = ada.does("add ada Talked -w 2026-11-18 --progress g1=2 --next 'send it'")
    talk, entry, step = said.ids
    assert ada.row("progress", entry)["session"] == talk
    assert ada.row("progress", entry)["occurred_at"] == "2026-11-18"
    assert ada.row("commitments", step)["session"] == talk
    ada.does("undo")
    assert (ada.rows("sessions"), ada.rows("commitments")) == ([], [])


def test_a_link_to_a_deleted_entry_is_hidden_until_it_is_back(ada: Leader) -> None:
    ada.does("goal add ada Lead --target 6")
    talk = ada.does("add ada Talked -g g1").id
    ada.does("delete g1 --yes")
    assert ada.row("sessions", talk)["goals"] is None
    ada.does("undo")
    assert ada.row("sessions", talk)["goals"] == "g1"


def test_last_is_the_session_written_last(ada: Leader) -> None:
    ada.does("add ada First")
    ada.does("add ada Second -w 2026-11-01")
    ada.does("edit --text 'Second, put right'")
    assert ada.row("sessions", "s2")["note"] == "Second, put right"
    ada.does("delete s2 --yes")
    ada.does("edit last --text 'First, put right'")
    assert ada.row("sessions", "s1")["note"] == "First, put right"


def test_a_talk_deliberately_not_written_down_has_no_note(guidelog: Leader) -> None:
    guidelog.does("person add ada 'Ada Okonkwo'")
    said = guidelog.refused("add ada 'what was said' --unwritten --agreed 'a list'")
    assert "Your text is kept: guidelog add" in said
    guidelog.does("add ada --unwritten --agreed 'a list'")
    assert guidelog.row("sessions", "s1")["unwritten"] == "true"
    guidelog.refused("edit s1 --text 'what was said'")
    guidelog.does("edit s1 --tag rota")
    guidelog.does("edit s1 --text 'what was said' --written")
    guidelog.refused("edit s1 --unwritten")
    guidelog.does("edit s1 --unwritten --text ''")
