"""What the program says of words just written; nothing is ever refused for them."""

import pytest

from leading import Leader
from telling import told_once


@pytest.fixture
@told_once
def ada(leader: Leader) -> Leader:
    leader.does('person add ada "Ada Okonkwo"')
    return leader


def test_strong_words_are_told_after_saving_with_a_hint(ada: Leader) -> None:
    answer = ada.does('add ada "He is always late, and lazy"')
    assert answer.id == "s1"
    assert answer.err == (
        's1  "always" (absolute): say how often, and on which dates; '
        '"lazy" (label): say what was done or said\n'
    )
    assert ada.row("sessions", "s1")["note"] == "He is always late, and lazy"


@pytest.mark.parametrize(
    "line",
    [
        'add ada "He is often late and seems tired"',
        """add ada 'He said "I am always late"'""",
        'observe ada "Left at once" --their-words "You are always like that"',
        'person add young "Young Lee" --role "Union clerk"',
    ],
)
def test_soft_words_quotes_and_names_are_not_told(ada: Leader, line: str) -> None:
    assert ada.does(line).err == ""


def test_each_entry_is_told_of_its_own_words(ada: Leader) -> None:
    answer = ada.does('add ada "Never again" --next "them: be less careless"')
    assert answer.err.splitlines() == [
        's1  "Never" (absolute): say how often, and on which dates',
        'c1  "careless" (label): say what was done or said',
    ]


def test_what_stood_there_before_is_not_told_again(ada: Leader) -> None:
    ada.does('add ada "always late"')
    assert ada.does("edit s1 --took 30").err == ""
    assert "toxic" in ada.does('edit s1 --agreed "no toxic mails"').err


def test_off_a_terminal_what_never_belongs_there_is_stored_and_told(
    ada: Leader,
) -> None:
    answer = ada.does('add ada "Off sick since Monday"')
    assert answer.err.splitlines() == [
        's1  "sick" (health): refer to HR and keep no detail',
        "  guidelog redact s1 --reason WHY",
    ]
    assert ada.row("sessions", "s1")["note"] == "Off sick since Monday"


def test_quietly_only_what_never_belongs_there_is_told(ada: Leader) -> None:
    answer = ada.does('add ada -q "always late, and pregnant"')
    assert answer.out == "s1\n"
    assert "always" not in answer.err
    assert "pregnant" in answer.err


def test_taking_words_back_says_why_without_being_told(ada: Leader) -> None:
    ada.does('add ada "Off sick since Monday"')
    answer = ada.does('redact s1 --reason "named a sickness" --yes')
    assert "sickness" not in answer.err


def test_a_broken_word_list_keeps_the_text(ada: Leader) -> None:
    file = ada.home / "config" / "guidelog" / "wording.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("[label", "utf-8")
    said = ada.refused('add ada "Spoke"', code=1)
    assert str(file) in said
    assert "--draft" in said
