"""People who are there already: a file fills in what was never said of them."""

import pytest

from exchange.test_importing import look, put
from leading import Leader

TALKS = "date,person,minutes\n2026-03-03,li,30\n2026-03-04,bo,20\n"
PEOPLE = "handle,name,relation,role,team,rhythm\nli,Li Wei,peer,analyst,Finance,28\n"
EMPTY = ("name", "role", "team", "rhythm_days")


def brings(leader: Leader, text: str, name: str = "people.csv") -> str:
    """Import a file; gives what is said about it."""
    return leader.does("import --yes", str(put(leader, text, name))).out


def details(leader: Leader, handle: str = "li") -> tuple[object, ...]:
    """What is known of somebody."""
    row = leader.row("people", handle)
    return tuple(row[name] for name in (*EMPTY, "relation"))


def test_people_imported_after_their_talks_get_their_details(guidelog: Leader) -> None:
    brings(guidelog, TALKS, "talks.csv")

    said = brings(guidelog, PEOPLE)

    assert details(guidelog) == ("Li Wei", "analyst", "Finance", 28, "report")
    assert "details of 1 person" in said
    assert "  li  name, role, team, rhythm\n" in said
    assert "undo takes all of it back" in said
    guidelog.does("add 'Li Wei' Again")
    guidelog.verifies()


def test_a_detail_said_otherwise_is_left_and_named_without_its_words(
    guidelog: Leader,
) -> None:
    guidelog.does("person add li 'Li Wei' --team Sales")

    said = brings(guidelog, PEOPLE)

    assert details(guidelog) == ("Li Wei", "analyst", "Sales", 28, "report")
    assert "Said otherwise there, left alone here\n  li  relation, team\n" in said
    assert "Finance" not in said


def test_details_filled_in_twice_are_nothing_new(guidelog: Leader) -> None:
    brings(guidelog, TALKS, "talks.csv")
    brings(guidelog, PEOPLE)

    seen = look(guidelog, str(put(guidelog, PEOPLE, "people.csv")))

    assert (seen["new"], seen["filled"]) == ({}, [])
    assert seen["differing"] == [{"handle": "li", "fields": ["relation"]}]


def test_details_filled_in_go_with_an_undo_and_come_again(guidelog: Leader) -> None:
    brings(guidelog, TALKS, "talks.csv")
    brings(guidelog, PEOPLE)

    guidelog.does("undo")
    assert details(guidelog) == ("li", None, None, None, "report")
    brings(guidelog, PEOPLE)

    assert details(guidelog)[:2] == ("Li Wei", "analyst")
    guidelog.verifies()


def test_what_the_leader_emptied_or_took_back_is_not_filled_in(
    guidelog: Leader,
) -> None:
    guidelog.does("person add li 'Li Wei' --role analyst --team Finance")
    guidelog.does("person edit li --team ''")
    guidelog.does("redact li --field role --reason 'too much' --yes")

    said = brings(guidelog, PEOPLE)

    assert details(guidelog)[:3] == ("Li Wei", None, None)
    assert "li  relation, role, team" in said
    assert b"analyst" not in guidelog.journal.read_bytes()


def test_somebody_of_another_name_gets_nothing(guidelog: Leader) -> None:
    guidelog.does("person add li 'Li Okafor'")

    said = brings(guidelog, PEOPLE)

    assert details(guidelog) == ("Li Okafor", None, None, None, "report")
    assert "li  name, relation, role, team, rhythm" in said


def test_nobody_is_put_away_by_a_file(guidelog: Leader) -> None:
    guidelog.does("person add li 'Li Wei'")

    said = brings(guidelog, "handle,name,left\nli,Li Wei,2026-01-31\n")

    assert guidelog.row("people", "li")["archived_on"] is None
    assert "li  archived" in said


def test_a_file_that_grew_fills_in_what_it_tells_now(guidelog: Leader) -> None:
    brings(guidelog, "handle,name,role\nli,Li Wei,\n")

    brings(guidelog, "handle,name,role\nli,Li Wei,analyst\n")

    assert guidelog.row("people", "li")["role"] == "analyst"


def test_an_export_of_this_journal_says_nothing_new_of_its_people(
    guidelog: Leader,
) -> None:
    guidelog.does("person add li 'Li Wei'")
    guidelog.does("person edit li --team Finance")
    people = guidelog.does("export people").out

    seen = look(guidelog, str(put(guidelog, people, "people.csv")))

    assert (seen["there"], seen["changed"], seen["differing"]) == (1, 0, [])


def test_notes_beside_a_table_of_people_are_read_after_it(guidelog: Leader) -> None:
    notes = put(guidelog, "# Li\n\n## 2026-03-03\n\nWe met.\n", "li.md")
    people = put(guidelog, PEOPLE, "people.csv")

    guidelog.does("import --yes", str(notes), str(people))

    assert details(guidelog) == ("Li Wei", "analyst", "Finance", 28, "peer")
    assert guidelog.row("sessions", "s1")["people"] == "li"


# --- handles that are made ------------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "handle"),
    [
        ("s1,Li Wei", "li-wei"),
        ("report,Li", "li"),
        (f"{'a' * 300},Li Wei", "a" * 24),
        (f",{'Li' * 100}", "li" * 12),
        (",R2 D2", "r2-d2"),
        (",T1", "t1-2"),
        (",other", "other-2"),
    ],
)
def test_handles_made_for_new_people_are_as_those_that_can_be_typed(
    guidelog: Leader, row: str, handle: str
) -> None:
    brings(guidelog, f"handle,name\n{row}\n")
    assert [one["handle"] for one in guidelog.rows("people")] == [handle]


def test_a_name_in_a_talk_that_could_be_an_id_gets_another_handle(
    guidelog: Leader,
) -> None:
    brings(guidelog, "date,person\n2026-03-03,s1\n")
    assert guidelog.row("sessions", "s1")["people"] == "s1-2"


def test_a_handle_with_other_signs_is_named_before_anything_is_written(
    guidelog: Leader,
) -> None:
    path = put(guidelog, "handle,name\nx!,Li Wei\n", "people.csv")
    said = guidelog.refused("import --yes", str(path), code=1)
    assert '"x!" can\'t be a handle' in said


def test_a_cell_with_nothing_to_see_says_nothing(guidelog: Leader) -> None:
    brings(guidelog, "date,person,note\n2026-03-03,Li,\u200b\n")
    said = brings(guidelog, "handle,name\nbo,\u200b\n", "other.csv")
    assert guidelog.row("sessions", "s1")["note"] is None
    assert guidelog.row("people", "bo")["name"] == "bo"
    assert "1 person" in said
