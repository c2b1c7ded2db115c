"""What is brought back is as it was, with all that its deletion had taken along."""

import pytest

from journal.test_replay import VIEWS
from leading import Leader, Row

DELETABLE = ("ada", "bo", "li", "g1", "g2", "g3", "s1", "s2", "r1", "a1", "o1", "p1")
"""Of the beginning: people, what much hangs on, and what nothing hangs on."""


def _seen(leader: Leader) -> dict[str, list[Row]]:
    return {view: sorted(leader.rows(view), key=str) for view in VIEWS}


@pytest.mark.parametrize("id_", DELETABLE)
def test_what_is_deleted_and_brought_back_is_as_before(begun: Leader, id_: str) -> None:
    before = _seen(begun)
    begun.does(f"delete {id_} --yes")
    begun.does(f"edit {id_} --restore")
    assert _seen(begun) == before
    begun.verifies()
    begun.does("undo")
    begun.does("undo")
    assert _seen(begun) == before


def test_everything_that_comes_back_is_said_the_entry_asked_for_first(
    begun: Leader,
) -> None:
    begun.does("goal tick g2 1")
    begun.does("delete g2 --yes")
    assert begun.does("edit g2 --restore").ids == ["g2", "g2", "g2", "p2"]
    assert begun.row("goals", "g2")["current"] == "1"


def test_what_was_deleted_on_its_own_stays_deleted_and_is_named(begun: Leader) -> None:
    begun.does("goal progress g1 3")
    begun.does("delete p1 --yes")
    begun.does("delete g1 --yes")
    answer = begun.does("edit g1 --restore")
    assert "p1 had been deleted before: guidelog edit p1 --restore" in answer.err
    assert [row["id"] for row in begun.rows("progress")] == ["p2"]
    begun.does("edit p1 --restore")
    assert [row["id"] for row in begun.rows("progress")] == ["p1", "p2"]


def test_what_was_named_beside_it_in_one_deletion_stays_deleted(begun: Leader) -> None:
    begun.does("delete g1 o1 --yes")
    begun.does("edit g1 --restore")
    assert begun.rows("observations") == []


def test_a_child_says_which_parent_it_brought_along(begun: Leader) -> None:
    begun.does("delete g1 --yes")
    assert begun.does("edit p1 --restore").ids == ["p1", "g1"]


def test_a_parent_that_a_child_brought_along_can_be_brought_back_whole(
    begun: Leader,
) -> None:
    begun.does("goal progress g1 3")
    before = _seen(begun)
    begun.does("delete g1 --yes")
    begun.does("edit p1 --restore")
    begun.does("edit g1 --restore")
    assert _seen(begun) == before
    begun.verifies()


def test_somebody_is_brought_back_by_the_handle(begun: Leader) -> None:
    begun.does("delete bo --yes")
    assert begun.does("edit bo --restore").id == "bo"
    assert 'no entry "zoe"' in begun.refused("edit zoe --restore")
