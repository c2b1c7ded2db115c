"""What is empty is refused: it widens no filter, drops no link and is nobody's id."""

import pytest

from journal.beginning import begin
from leading import Leader, make_home

FILTERS = (
    "timeline ''",
    "report ''",
    "due ''",
    "check ''",
    "export sessions --who ''",
    "search review --who ''",
    "timeline -g ''",
    "timeline --tag ''",
    "timeline --tag ' '",
    "timeline --not-tag ''",
    "timeline --kind ''",
    "history ''",
    "verify --head ''",
)
IDS = (
    "done ''",
    "drop '' 'no longer needed'",
    "delete '' --yes",
    "observe ada 'paged too late' -r ''",
    "observe ada 'paged too late' -s ''",
    "add ada 'talked' -g ''",
    "add ada 'talked' --next 'send it' --owner ''",
    "edit s1 --who ''",
    "edit s1 --who \0",
    "edit g1 --who ''",
    "edit '' -t 30",
)
PLACES = (
    "import '' --yes",
    "import notes.csv --me ''",
    "timeline --journal ''",
    "report --each -o ''",
    "export all -o ''",
)


@pytest.fixture(scope="module")
def leader() -> Leader:
    """A leader in whose journal something of every kind stands; no line changes it."""
    return begin(make_home())


@pytest.mark.parametrize("line", [*FILTERS, *IDS, *PLACES])
def test_what_is_empty_is_refused(leader: Leader, line: str) -> None:
    said = leader.refused(line)
    assert " is empty.\n  Leave it out, or say what is meant." in said


@pytest.mark.parametrize(
    "line",
    [
        "timeline --tag ,",
        "timeline --tag '#'",
        "timeline --tag 'rota,#'",
        "timeline --not-tag '#'",
        "timeline -g ,",
        "timeline --kind ', ,'",
        "delete , --yes",
        "edit s1 -a ,",
    ],
)
def test_a_value_of_commas_and_marks_alone_is_refused(
    leader: Leader, line: str
) -> None:
    assert "nothing but commas or marks" in leader.refused(line)


@pytest.mark.parametrize("line", ["edit s1 --who ,", "edit g1 --who ,", "add , talked"])
def test_nobody_between_commas_is_nobody(leader: Leader, line: str) -> None:
    assert "nobody is named" in leader.refused(line)


@pytest.mark.parametrize(
    ("line", "hinted", "kept"),
    [
        ("add ', ' 'a note'", "add WHO --draft", "add ada --draft"),
        ("add ada 'a note' -g ,", "add --goal GOAL --draft", "add -g g1 --draft"),
        ("add ada 'a note' --tag 'a,#'", "add --tag a,TAG --draft", "add --draft"),
        ("add ada 'a note' --tag '#'", "add --tag TAG --draft", "add --draft"),
    ],
)
def test_a_text_beside_nothing_is_kept_with_a_line_that_takes_it(
    leader: Leader, line: str, hinted: str, kept: str
) -> None:
    assert leader.refused(line).endswith(f"guidelog {hinted}\n")
    assert leader.row("sessions", leader.does(kept).id)["note"] == "a note"


@pytest.mark.parametrize(
    "line",
    [
        "timeline -g s1",
        "timeline -g ada",
        "export sessions -g s1",
        "goal show s1",
        "goal show ada",
        "resistance show g1",
    ],
)
def test_what_is_of_another_kind_is_no_filter(leader: Leader, line: str) -> None:
    said = leader.refused(line)
    assert ", not a goal." in said or ", not a resistance note." in said


@pytest.mark.parametrize("line", ["edit s1 --group", "add ada x --group"])
@pytest.mark.parametrize("number", ["1.5", "0", "-3", "many"])
def test_a_group_has_a_whole_number_of_people(
    leader: Leader, line: str, number: str
) -> None:
    assert "is not a whole number" in leader.refused(f"{line}={number}")


@pytest.mark.parametrize(
    "line",
    ["timeline --limit", "hours --round", "add ada x --group", "edit s1 --group"],
)
@pytest.mark.parametrize("number", ["１", "٣", "²", "1_000", "+5", "5.0"])
def test_a_number_is_said_in_plain_digits(
    leader: Leader, line: str, number: str
) -> None:
    assert f'"{number}" is not a whole number' in leader.refused(f"{line}={number}")


@pytest.mark.parametrize("score", ["5", "-1", "٣", "+1", "2.0"])
def test_outcomes_are_judged_from_0_to_4(leader: Leader, score: str) -> None:
    said = leader.refused(f"assess ada x --excellence={score}")
    assert f'"{score}" is not a whole number from 0 to 4' in said
