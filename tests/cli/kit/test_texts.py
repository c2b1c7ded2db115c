"""Texts: words, a dash, a pipe; never guessed, never eaten, always clean."""

import shlex

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cli.kit.conftest import Call
from guidelog.cleaning import clean
from guidelog.cli.texts import Told, told


def test_a_pipe_is_the_text_that_was_not_typed(call: Call) -> None:
    row = call("observe", "ada", piped=b"first line\nsecond line\n").row
    assert row["text"] == "first line\nsecond line"
    assert row["echo"] == "from standard input, 2 lines"


def test_a_dash_reads_standard_input(call: Call) -> None:
    row = call("observe", "ada", "-", piped="Grüße".encode()).row
    assert row["text"] == "Grüße"
    assert row["echo"] == "from standard input, 1 line"


def test_a_text_that_was_typed_leaves_standard_input_alone(shell: Call) -> None:
    script = (
        "printf 'one\\ntwo\\nthree\\n' |"
        ' while read -r w; do toy observe ada "$w" | grep -c "$w"; done'
    )
    assert shell(script).out.split() == ["1", "1", "1"]


def test_an_empty_text_is_refused_and_reads_nothing(call: Call) -> None:
    answer = call("observe", "ada", "", piped=b"something else")
    assert (answer.code, answer.refusal) == (2, "guidelog: TEXT: the text is empty.")


@pytest.mark.parametrize("piped", [b"", b"\n\n", b" \t\n"])
def test_nothing_piped_in_is_nothing_told(call: Call, piped: bytes) -> None:
    answer = call("observe", "ada", piped=piped)
    assert answer.err.splitlines() == [
        "guidelog: TEXT is missing: what you saw.",
        "  Say guidelog observe WHO TEXT [OPTIONS]",
    ]


def test_an_optional_text_reads_standard_input_only_for_a_dash(call: Call) -> None:
    assert call("goal", "rate", "g5", "1", piped=b"loop").row["evidence"] is None
    assert call("goal", "rate", "g5", "1", "-", piped=b"seen").row["evidence"] == "seen"
    row = call("observe", "ada", "x", "--impact", "-", piped=b"two\nlines\n").row
    assert (row["text"], row["impact"]) == ("x", "two\nlines")


def test_a_dash_in_an_option_leaves_nothing_for_the_text(call: Call) -> None:
    answer = call("observe", "ada", "--impact", "-", piped=b"for the impact")
    assert answer.refusal == "guidelog: TEXT is missing: what you saw."


def test_standard_input_can_be_read_once(call: Call) -> None:
    answer = call("observe", "ada", "-", "--cause", "x", "--cause", "-", piped=b"x")
    assert answer.code == 2
    assert "only once" in answer.refusal


def test_what_stands_for_the_text_keeps_standard_input_unread(call: Call) -> None:
    answer = call("add", "ada", "--unwritten", piped=b"not this")
    assert answer.out == "s1  ada None\nc1  None\n"


def test_an_option_may_be_emptied_only_where_that_is_meant(call: Call) -> None:
    assert call("add", "ada", "x", "--agreed", "").out == "s1  ada x\nc1\n"
    answer = call("observe", "ada", "x", "--impact", "")
    assert answer.refusal == "guidelog: --impact: the text is empty."


@pytest.mark.parametrize(
    "line",
    [
        ["observe", "ada", "--impact", ""],
        ["observe", "ada", "x", "--cause", "-", "--cause", " "],
        ["observe", "ada", "-", "--took", "long"],
        ["observe", "ada", "-", "--tug", "x"],
        ["observe", "--private"],
        ["goal", "rate", "g5", "high", "-"],
    ],
)
def test_a_line_that_is_refused_leaves_standard_input_unread(
    shell: Call, line: list[str]
) -> None:
    answer = shell(f"printf 'my text' | {{ toy {shlex.join(line)}; cat; }}")
    assert answer.out == "my text"
    assert answer.err.startswith("guidelog: ")


def test_repeatable_texts_keep_their_commas(call: Call) -> None:
    row = call("observe", "ada", "x", "--cause", "a, b", "--cause", "c").row
    assert row["causes"] == ["a, b", "c"]


@pytest.mark.parametrize(
    ("line", "named"),
    [
        (["observe", "ada", "caf\udce9"], "TEXT"),
        (["observe", "ada", "x", "--impact", "caf\udce9"], "--impact"),
        (["observe", "ada", "x", "--role", "\udc80"], "--role"),
        (["observe", "ada", "x", "--tag", "a", "--tag", "\ud800"], "--tag"),
        (["observe", "a\udce9", "x"], "WHO"),
    ],
)
def test_what_is_no_text_is_refused_by_name(
    call: Call, line: list[str], named: str
) -> None:
    answer = call(*line)
    wanted = f"guidelog: {named} is not valid UTF-8."
    assert (answer.code, answer.refusal) == (2, wanted)


def test_a_file_name_may_be_any_bytes(call: Call) -> None:
    assert call("observe", "ada", "x", "-o", "caf\udce9").code == 0


def test_latin_1_on_standard_input_is_refused(call: Call) -> None:
    answer = call("observe", "ada", piped=b"caf\xe9")
    wanted = "guidelog: standard input for TEXT is not valid UTF-8."
    assert (answer.code, answer.refusal) == (2, wanted)


def test_harmful_signs_are_gone_before_the_command_sees_them(call: Call) -> None:
    piped = b"a\0b\x1b[31mred\x1b[0m \xe2\x80\xaeevil\xc2\x9b2J\r\nnext\ttab\n"
    row = call("observe", "ada", piped=piped).row
    assert row["text"] == "abred evil\nnext\ttab"
    row = call("observe", "ada", "x", "--role", "\x1b]0;title\x07lead").row
    assert row["role"] == "lead"


def test_a_text_of_nothing_but_harmful_signs_is_empty(call: Call) -> None:
    answer = call("observe", "ada", "\x1b[2J\u202e")
    assert answer.refusal == "guidelog: TEXT: the text is empty."


def test_closed_standard_input_is_a_missing_text(shell: Call) -> None:
    answer = shell("toy observe ada <&-")
    assert answer.code == 2
    assert answer.refusal == "guidelog: TEXT is missing: what you saw."


def test_unquoted_words_are_echoed_by_their_last(call: Call) -> None:
    row = call("observe", "ada", "She", "named", "two", "good", "ways", "out").row
    assert row["echo"] == '"… two good ways out"'
    assert call("observe", "ada", "Two", "ways").row["echo"] == '"Two ways"'
    assert call("observe", "ada", "Two ways").row["echo"] == ""


def test_a_mark_before_piped_text_is_no_part_of_it(call: Call) -> None:
    assert call("observe", "ada", piped=b"\xef\xbb\xbfHello").row["text"] == "Hello"


@given(st.text())
def test_a_told_text_is_the_clean_text(text: str) -> None:
    assert told(text, "line") == clean(text)
    assert isinstance(told(text, "line"), Told)
