"""Edit, delete and restore where entries hang on each other."""

import pytest

from leading import Leader


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("edit o1 --who ada", "is not about ada"),
        ("edit r1 -s s1", "s1 is not about bo"),
        ("edit s1 --who bo", "g1 is not about bo"),
        ("edit s1 -g g3", "g3 is not about ada or li"),
        ("edit o1 --who ada,bo", "one person, not 2"),
        ("edit x1 -g g1,g2", "one goal, not 2"),
        ("edit c1 --owner them", "c1 is about nobody"),
        ("edit s1 -a jugle", 'the action "jugle" is not known'),
        ("edit g1 --milestone one", "g1 is measured in numbers"),
        ("edit g1 --baseline 6", "starts at 6"),
        ("edit g2 --target 3", "one scale"),
    ],
)
def test_what_does_not_fit_is_refused(begun: Leader, line: str, why: str) -> None:
    assert why in begun.refused(f"{line} --reason 'put right'")


def test_a_text_is_edited_under_one_name(begun: Leader) -> None:
    for line in ("edit s1 --note x", "edit o1 --observed x", "edit g1 --title x"):
        assert "Did you mean --text?" in begun.refused(line)


def test_what_is_not_deleted_can_not_be_brought_back(begun: Leader) -> None:
    assert "g1 is not deleted" in begun.refused("edit g1 --restore")
    assert 'no entry "s9"' in begun.refused("edit s9 --restore")


def test_who_brings_something_back_changes_nothing_else(begun: Leader) -> None:
    begun.does("delete s1 --yes")
    said = begun.refused("edit s1 --restore --text 'A long new text' -t 30")
    assert "--restore and another change don't go together" in said
    assert "Your text is kept" in said


def test_an_entry_without_links_goes_to_somebody_else(begun: Leader) -> None:
    begun.does("edit o1 -g '' -r '' -s '' --reason 'of somebody else'")
    begun.does("edit o1 --who ada --reason 'of somebody else'")
    assert begun.row("observations", "o1")["person"] == "ada"
    begun.verifies()


def test_a_goal_goes_to_somebody_else_with_its_progress(begun: Leader) -> None:
    begun.does("edit g2 --who ada")
    begun.does("goal tick g2 1")
    assert begun.rows("progress")[-1]["person"] == "ada"
    begun.verifies()


def test_what_lives_only_by_its_child_is_deleted_with_it(begun: Leader) -> None:
    begun.does("delete g1 --yes")
    begun.does("edit p1 --restore")
    begun.does("delete g1 p1 --yes")
    assert "g1" not in {row["id"] for row in begun.rows("goals")}
    begun.verifies()
    begun.does("undo")
    assert begun.row("goals", "g1")["current"] == "2"
    begun.verifies()


def test_somebody_who_lives_by_one_entry_can_be_joined(begun: Leader) -> None:
    begun.does("delete bo --yes")
    begun.does("edit o1 --restore")
    begun.does("person join ada bo")
    assert begun.row("observations", "o1")["person"] == "ada"
    begun.verifies()


def test_nothing_of_somebody_erased_comes_back(begun: Leader) -> None:
    begun.does("delete s2 --yes")
    begun.does("person erase bo --yes")
    assert "nothing of it is left" in begun.refused("edit s2 --restore")
    assert "nothing of it is left" in begun.refused("edit g3 --restore")


def test_a_commitment_of_nobody_becomes_somebodys(begun: Leader) -> None:
    begun.does("edit c1 --who ada --owner them")
    row = begun.row("commitments", "c1")
    assert (row["owner"], row["person"]) == ("ada", "ada")
