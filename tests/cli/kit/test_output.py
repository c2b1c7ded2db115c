"""What is printed where: data and talk, pipes, colours, signs, closed streams."""

import json

import pytest

from cli.kit.conftest import Call

ESC = "\x1b"


def test_data_goes_out_and_talk_goes_beside_it(call: Call) -> None:
    answer = call("say", "hello")
    assert (answer.out, answer.err) == ("hello\n", "hello\n")


def test_quietly_only_the_first_id_is_said(call: Call) -> None:
    assert call("add", "ada", "x", "-q").out == "s1\n"
    assert call("-q", "say", "hello").err == ""


def test_one_line_stays_one_line(call: Call) -> None:
    answer = call("say", "-", piped=b"one\n s99  forged\r\nthree\t\x1b[2Kfour")
    assert answer.out == "one  s99  forged three four\n"


def test_a_refusal_is_cleaned_and_stays_on_its_line(call: Call) -> None:
    answer = call("observe", "x\n\x1b[31mguidelog: all is well", "text")
    assert answer.refusal == 'guidelog: no person "x guidelog: all is well".'
    assert ESC not in answer.err


def test_json_has_the_same_frame_everywhere(call: Call) -> None:
    shown = json.loads(call("goal", "list", "--json").out)
    assert list(shown) == ["format", "entity", "rows"]
    assert (shown["format"], shown["entity"]) == (1, "toy")


@pytest.mark.parametrize(("count", "codes"), [(1, {"0", "141"}), (10**5, {"141"})])
def test_a_closed_pipe_ends_quietly(shell: Call, count: int, codes: set[str]) -> None:
    # One line may already be in the pipe when the reader goes.
    answer = shell(f"toy lines {count} | true; echo ${{PIPESTATUS[0]}}")
    assert answer.out.strip() in codes
    assert answer.err == ""


def test_the_head_of_many_lines_is_given(shell: Call) -> None:
    answer = shell("toy lines 100000 | head -1; echo ${PIPESTATUS[0]}")
    assert (answer.out, answer.err) == ("line 0\n141\n", "")


@pytest.mark.parametrize("count", ["1", "100000"])
def test_a_full_disk_is_one_sentence(shell: Call, count: str) -> None:
    answer = shell(f"toy lines {count} >/dev/full")
    assert answer.code == 1
    assert answer.err == "guidelog: could not write: No space left on device.\n"


@pytest.mark.parametrize("count", ["1", "100000"])
def test_closed_output_is_one_sentence(shell: Call, count: str) -> None:
    answer = shell(f"toy lines {count} >&-")
    assert answer.code == 1
    assert answer.err == "guidelog: could not write: standard output is closed.\n"


@pytest.mark.ordeal
def test_with_every_stream_closed_the_code_still_tells(shell: Call) -> None:
    assert shell("toy goal <&- >&- 2>&-").code == 1
    assert shell("toy fail 0 x <&- >&- 2>&-").code == 0
    assert shell("toy observe adda x 2>&-").code == 2


@pytest.mark.ordeal
@pytest.mark.parametrize("stream", ["--help", "help", "goal --help", "bidden"])
def test_help_and_data_stand_a_closed_and_a_full_output(
    shell: Call, stream: str
) -> None:
    assert "Traceback" not in shell(f"toy {stream} >&-").err
    answer = shell(f"toy {stream} >/dev/full")
    assert answer.code == 1
    assert answer.err == "guidelog: could not write: No space left on device.\n"


@pytest.mark.parametrize(
    ("options", "env", "is_coloured"),
    [
        ([], {}, False),
        ([], {"FORCE_COLOR": "1"}, False),
        ([], {"FORCE_COLOR": "1", "TTY_COMPATIBLE": "1"}, False),
        (["--color", "never"], {"FORCE_COLOR": "1"}, False),
        (["--color", "always"], {}, True),
        (["--color", "always"], {"NO_COLOR": "1"}, True),
        (["--color", "always"], {"TERM": "dumb"}, False),
        (["--color", "always", "--color", "never"], {}, False),
    ],
)
def test_a_pipe_is_coloured_only_on_request(
    call: Call,
    monkeypatch: pytest.MonkeyPatch,
    options: list[str],
    env: dict[str, str],
    is_coloured: bool,
) -> None:
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    answer = call(*options, "page", "2")
    assert (ESC in answer.out) is is_coloured
    assert "[bold]x[/bold] :smile:" in answer.out


def test_a_page_shows_no_escape_of_its_text(call: Call) -> None:
    answer = call("page", "1", "--text", "a\u202eb", "--color", "always")
    assert "\u202e" not in answer.out


def test_a_wrong_colour_is_refused(call: Call) -> None:
    answer = call("page", "1", "--color", "blue")
    assert answer.code == 2
    assert answer.refusal.startswith('guidelog: --color: "blue" is not known.')


@pytest.mark.parametrize(
    "line",
    [
        ["--json", "--no-pager", "-q", "--color", "never", "--journal", "x", "bidden"],
        ["bidden", "--json", "--no-pager", "-q", "--color", "never", "--journal", "x"],
        ["--json", "--color", "never", "bidden", "--no-pager", "-q", "--journal", "x"],
    ],
)
def test_common_options_stand_before_or_after_the_command(
    call: Call, line: list[str]
) -> None:
    wanted = {"journal": "x", "json": True, "color": "never"}
    assert call(*line).row == wanted | {"pager": False, "quiet": True}


def test_common_options_stand_after_the_name_of_a_group_too(call: Call) -> None:
    row = call("goal", "--journal", "x", "list").row
    assert (row["journal"], row["json"]) == ("x", False)
    assert call("--journal", "x", "goal", "--journal", "y").row["journal"] == "y"


def test_signs_become_ascii_where_the_stream_has_no_utf_8(shell: Call) -> None:
    text = "● s1 · 1 – 2 … “Núñez” █░"
    answer = shell(f"toy say '{text}'", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert answer.out == '* s1 - 1 - 2 ~ "N??ez" #.\n'
    assert shell(f"toy say '{text}'").out == f"{text}\n"


def test_json_loses_nothing_where_the_stream_has_no_utf_8(shell: Call) -> None:
    script = "toy observe ada 'Núñez ●'"
    answer = shell(script, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert answer.row["text"] == "Núñez ●"
    assert "Núñez ●" in shell(script).out


def test_bytes_that_are_no_text_can_be_complained_about(shell: Call) -> None:
    answer = shell("toy $'caf\\xe9'")
    assert (answer.code, answer.refusal) == (2, 'guidelog: no command "caf\ufffd".')


def test_ctrl_c_at_the_very_end_is_no_traceback(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("guidelog.cli.output.finish", interrupt)
    assert call("goal").code == 130


def test_a_pipe_that_breaks_in_python_counts_as_one(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_off() -> None:
        raise BrokenPipeError

    monkeypatch.setattr("guidelog.cli.output.finish", break_off)
    answer = call("goal")
    assert (answer.code, answer.err) == (141, "")
