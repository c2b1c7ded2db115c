"""What may stand where on a line, and what is refused rather than guessed."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cli.kit.conftest import Call
from guidelog.errors import UnreadableDuration
from ordeal import ORDEAL


def test_unquoted_words_are_one_text(call: Call) -> None:
    answer = call("observe", "ada", "Good", "talk", "about", "the", "new", "rota")
    assert answer.row["text"] == "Good talk about the new rota"


@pytest.mark.parametrize(
    "words",
    [
        ["Good", "-t", "30", "talk"],
        ["Good", "--tag", "a", "talk", "about", "pay"],
        ["Good", "talk", "--private", "pay"],
        ["Good", "--json", "talk"],
    ],
)
def test_words_in_two_places_are_refused(call: Call, words: list[str]) -> None:
    answer = call("observe", "ada", *words)
    assert answer.code == 2
    assert answer.refusal == "guidelog: the words of the text stand in two places."


def test_a_stray_word_after_an_option_does_not_join_the_quoted_text(call: Call) -> None:
    answer = call("observe", "ada", "Good talk", "--tag", "a", "b")
    assert answer.code == 2


def test_words_after_a_quoted_text_are_refused(call: Call) -> None:
    answer = call("observe", "ada", "Good talk", "pay")
    assert answer.refusal == "guidelog: more words follow the quoted text."


@pytest.mark.parametrize(
    "line",
    [
        ["observe", "--private", "ada", "Good", "talk", "-t", "30"],
        ["observe", "ada", "--private", "Good", "talk", "-t", "30"],
        ["observe", "-t", "30", "--private", "ada", "Good", "talk"],
        ["observe", "ada", "Good", "talk", "-t30", "--private"],
    ],
)
def test_options_may_stand_around_the_words(call: Call, line: list[str]) -> None:
    row = call(*line).row
    assert (row["text"], row["minutes"], row["is_private"]) == ("Good talk", 30, True)


@pytest.mark.parametrize("text", ["- first point", "-5 tickets", "-- so to say", "-1"])
def test_a_text_may_begin_with_a_dash(call: Call, text: str) -> None:
    assert call("observe", "ada", text).row["text"] == text
    assert call("observe", "ada", "x", "--impact", text).row["impact"] == text


@pytest.mark.parametrize("level", ["-2", "-1", "0", "1"])
def test_a_level_is_typed_as_it_is(call: Call, level: str) -> None:
    assert call("goal", "rate", "g5", level).row["level"] == int(level)


def test_after_two_dashes_everything_is_text(call: Call) -> None:
    row = call("observe", "ada", "Good", "--", "-t", "30", "--tag").row
    assert (row["text"], row["minutes"]) == ("Good -t 30 --tag", None)


@pytest.mark.parametrize(
    ("wrong", "near"),
    [("--rol", " Did you mean --role?"), ("-x", ""), ("--xyzzy", "")],
)
def test_a_mistyped_option_stays_an_error(call: Call, wrong: str, near: str) -> None:
    answer = call("observe", "ada", "x", wrong)
    assert answer.code == 2
    assert answer.refusal == f"guidelog: no option {wrong} here.{near}"


@pytest.mark.parametrize("next_one", ["--role", "-t", "--journal", "-q", "--role=x"])
def test_an_option_is_never_the_value_of_another(call: Call, next_one: str) -> None:
    answer = call("observe", "ada", "x", "--impact", next_one, "y")
    assert answer.refusal == f"guidelog: --impact needs a value before {next_one}."


def test_an_option_at_the_end_needs_its_value(call: Call) -> None:
    answer = call("observe", "ada", "x", "--impact")
    assert answer.refusal == "guidelog: --impact needs a value."


def test_a_value_like_an_option_is_said_with_an_equals_sign(call: Call) -> None:
    assert call("observe", "ada", "x", "--impact=--role").row["impact"] == "--role"


def test_a_switch_takes_no_value(call: Call) -> None:
    answer = call("observe", "ada", "x", "--private=yes")
    assert answer.refusal == "guidelog: --private takes no value."


def test_repeatable_values_may_be_joined_by_commas(call: Call) -> None:
    row = call("observe", "ada", "x", "--tag", "a,b,", "--tag", " c ").row
    assert row["tags"] == ["a", "b", "c"]


@pytest.mark.parametrize("value", [",", " , ", ",,"])
def test_a_value_of_commas_and_marks_alone_is_refused(call: Call, value: str) -> None:
    answer = call("observe", "ada", "x", "--tag", value)
    assert answer.code == 2
    assert answer.refusal == "guidelog: a value is nothing but commas or marks."


def test_what_has_no_place_is_refused(call: Call) -> None:
    answer = call("goal", "list", "please")
    assert answer.code == 2
    said = "guidelog: the 1st word after guidelog goal list is one too many."
    assert answer.refusal == said


def test_what_is_missing_is_named_with_the_whole_line(call: Call) -> None:
    answer = call("goal", "rate", "g5")
    assert answer.code == 2
    assert answer.err.splitlines() == [
        "guidelog: LEVEL is missing.",
        "  Say guidelog goal rate GOAL LEVEL [EVIDENCE] [OPTIONS]",
    ]


def test_a_value_of_our_own_kind_keeps_its_advice(call: Call) -> None:
    said, advice, _ = call("observe", "ada", "x", "-t", "long").err.splitlines()
    assert said == 'guidelog: --took: "long" is not a length I can read.'
    assert advice == f"  {UnreadableDuration.advice}"


def test_a_word_that_is_no_choice_names_the_choices(call: Call) -> None:
    answer = call("observe", "ada", "x", "-m", "coachin")
    wanted = [
        'guidelog: -m: "coachin" is not known. Did you mean coaching?',
        "  It is one of: coaching, mentoring.",
    ]
    assert (answer.code, answer.err.splitlines()[:2]) == (2, wanted)


def test_a_group_alone_lists(call: Call) -> None:
    assert call("goal").row["listed"] is True
    assert call("goal", "--json").row == {"listed": True, "journal": None, "json": True}


def test_an_alias_is_the_command_itself(call: Call) -> None:
    answer = call("log", "ada")
    assert "guidelog observe WHO TEXT" in answer.err


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (["obsrve"], 'no command "obsrve". Did you mean observe?'),
        (["xyz"], 'no command "xyz".'),
        (["goal", "raet"], 'no command "goal raet". Did you mean goal rate?'),
        (["-1"], 'no command "-1".'),
        (
            ["-t", "30", "observe"],
            "no option -t here. The options of a command stand after its name.",
        ),
        (["--jurnal", "x"], "no option --jurnal here. Did you mean --journal?"),
    ],
)
def test_an_unknown_command_suggests_the_nearest(
    call: Call, line: list[str], said: str
) -> None:
    answer = call(*line)
    assert (answer.code, answer.refusal) == (2, f"guidelog: {said}")


def test_a_room_that_is_not_there_breaks_only_its_command(call: Call) -> None:
    assert call("--help").code == call("goal").code == call("help", "all").code == 0
    answer = call("later")
    assert answer.code == 1
    assert "ModuleNotFoundError" in answer.refusal


ODD = st.text(st.characters(exclude_characters="\0"), max_size=12)
WORDS = ["ada", "-", "--", "-t", "--tag", "--draft", "-1", "observe", "goal", "rate"]


@settings(
    max_examples=ORDEAL or 75,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(ODD | st.sampled_from(WORDS), max_size=7))
def test_no_line_ends_in_anything_but_an_answer(call: Call, argv: list[str]) -> None:
    answer = call(*argv)
    assert answer.code in (0, 1, 2)
    assert bool(answer.out) == (answer.code == 0)
    assert "went wrong inside" not in answer.err or argv[0] == "later"
    assert "Traceback" not in answer.err


@settings(
    max_examples=ORDEAL or 50,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    text=st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")))
)
def test_a_quoted_text_arrives_as_it_was_typed(call: Call, text: str) -> None:
    answer = call("observe", "ada", "--", text, piped=b"other")
    if text.strip() and text != "-":
        assert answer.row["text"] == text
    else:
        assert answer.code == (0 if text == "-" else 2)


def test_a_line_leaves_nothing_behind_for_the_next(call: Call) -> None:
    call("-q", "--journal", "x.db", "bidden")
    row = call("bidden").row
    assert (row["quiet"], row["journal"]) == (False, None)
