"""Text once typed is never lost: kept before anything can fail, gone once safe."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cli.kit.conftest import TOY, Answer, Call
from guidelog.cleaning import clean, is_blank
from guidelog.storage.drafts import drafts_folder, keep_draft, waiting
from ordeal import ORDEAL


def kept(journal: Path) -> list[dict[str, Any]]:
    """Read what every draft holds, oldest first."""
    paths = sorted(drafts_folder(journal).glob("*"))
    return [json.loads(path.read_text(encoding="utf-8")) for path in paths]


def test_a_refused_line_keeps_its_text_and_says_how_to_go_on(
    call: Call, journal: Path
) -> None:
    answer = call("observe", "adda", "Long talk", "--tag", "a")
    assert answer.code == 2
    assert answer.err.splitlines()[-1] == (
        "  Your text is kept: guidelog observe ada --draft"
    )
    assert kept(journal) == [
        {
            "command": "observe",
            "typed": {"who": "adda", "text": ["Long talk"], "tags": ["a"]},
            "refused": ["who"],
        }
    ]


def test_the_draft_fills_what_the_line_leaves_out(call: Call, journal: Path) -> None:
    call("observe", "adda", "Long talk", "-t", "30", "--impact", "much", "--private")
    row = call("observe", "ada", "--draft", "-t", "45").row
    assert (row["who"], row["text"], row["minutes"]) == ("ada", "Long talk", 45)
    assert (row["impact"], row["is_private"]) == ("much", True)
    assert row["echo"] == "from the draft"
    assert kept(journal) == []


def test_a_mark_that_was_said_comes_back(call: Call, journal: Path) -> None:
    call("observe", "adda", "x", "--record")
    assert kept(journal)[0]["typed"]["is_private"] is False
    assert call("observe", "ada", "--draft").row["is_private"] is False


def test_a_draft_that_can_not_be_removed_is_no_failure(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(draft: object) -> None:
        raise PermissionError

    monkeypatch.setattr("guidelog.cli.drafts.remove_draft", refuse)
    assert call("observe", "ada", "x").code == 0


def test_without_a_nearest_name_the_hint_leaves_room_for_one(call: Call) -> None:
    answer = call("observe", "nobody", "x")
    assert "Your text is kept: guidelog observe WHO --draft" in answer.err


def test_the_hint_names_the_journal_that_was_said(call: Call, tmp_path: Path) -> None:
    other = tmp_path / "an other.db"
    answer = call("observe", "adda", "x", "--journal", str(other))
    assert f"guidelog --journal '{other}' observe ada --draft" in answer.err
    assert call("observe", "ada", "--draft").code == 2
    assert call("--journal", str(other), "observe", "ada", "--draft").code == 0
    assert kept(other) == []


def test_piped_text_is_kept_as_text(call: Call, journal: Path) -> None:
    call("observe", "adda", "--impact", "-", "x", piped=b"two\nlines\n")
    assert kept(journal)[0]["typed"]["impact"] == "two\nlines"
    assert call("observe", "ada", "--draft").row["impact"] == "two\nlines"


def test_a_piped_dash_comes_back_as_a_dash(call: Call) -> None:
    call("observe", "adda", piped=b"-")
    assert call("observe", "ada", "--draft", piped=b"not this").row["text"] == "-"


def test_a_draft_that_fails_again_stays_one_draft(call: Call, journal: Path) -> None:
    call("observe", "adda", "x")
    assert call("observe", "bodo", "--draft", "--tag", "b").code == 2
    assert [draft["typed"] for draft in kept(journal)] == [
        {"who": "bodo", "text": ["x"], "tags": ["b"]}
    ]


def test_the_newest_draft_of_the_command_is_taken(call: Call, journal: Path) -> None:
    call("observe", "adda", "older")
    call("observe", "adda", "newer")
    call("fail", "refused", "of another command")
    assert call("observe", "ada", "--draft").row["text"] == "newer"
    assert call("observe", "ada", "--draft").row["text"] == "older"
    assert [draft["command"] for draft in kept(journal)] == ["fail"]


def test_without_a_draft_the_wish_for_one_is_refused(call: Call) -> None:
    answer = call("observe", "ada", "--draft", piped=b"not read")
    assert answer.code == 2
    assert answer.refusal == "guidelog: no draft of guidelog observe waits."


@pytest.mark.parametrize(
    ("how", "code"),
    [("refused", 1), ("bug", 1), ("system", 1), ("stopped", 130), ("3", 3)],
)
def test_whatever_fails_keeps_the_text(
    call: Call, journal: Path, how: str, code: int
) -> None:
    answer = call("fail", how, "my text")
    assert answer.code == code
    assert "Your text is kept: guidelog fail --draft" in answer.err
    assert "my text" not in answer.err
    assert kept(journal)[0]["typed"]["text"] == ["my text"]


def test_a_quiet_call_still_says_that_the_text_is_kept(call: Call) -> None:
    for how in ("refused", "3"):
        assert "Your text is kept" in call("-q", "fail", how, "x").err


@pytest.mark.parametrize("line", [["fail", "0", "x"], ["observe", "ada", "x"]])
def test_what_went_well_leaves_no_draft(
    call: Call, journal: Path, line: list[str]
) -> None:
    assert call(*line).code == 0
    assert kept(journal) == []


@pytest.mark.parametrize(("how", "code"), [("refused", 1), ("stopped", 130)])
def test_what_fails_after_the_commit_has_no_draft(
    call: Call, journal: Path, how: str, code: int
) -> None:
    answer = call("fail", f"after {how}", "x")
    assert answer.code == code
    assert "kept" not in answer.err
    assert "nothing was written" not in answer.err
    assert kept(journal) == []


def hint(answer: Answer) -> str:
    """The line that a refusal gives to go on with."""
    return answer.err.splitlines()[-1].strip().removeprefix("Your text is kept: ")


@pytest.mark.parametrize(
    ("line", "hinted", "held"),
    [
        (["ada", "x", "-t", "long"], "--took LENGTH", {"who": "ada"}),
        (["ada", "x", "--tug", "y"], "--tag TAG", {"who": "ada"}),
        (["ada", "x", "--tug=y"], "--tag TAG", {"who": "ada"}),
        (["ada", "--zzzzz", "x", "-t", "3"], "", {"who": "ada", "minutes": "3"}),
        (["ada", "x", "--zzzzz", "y", "-t", "3"], "", {"who": "ada", "minutes": "3"}),
        (["ada", "x", "-m", "coachin"], "-m coaching", {"who": "ada"}),
        (["ada", "x", "--tag", "a", "-t"], "--took LENGTH", {"tags": ["a"]}),
        (["ada", "x", "--private=1", "--tag", "a"], "", {"tags": ["a"]}),
        (["adda", "x", "--tag", "a,b"], "ada", {"tags": ["a,b"]}),
    ],
)
def test_a_line_that_can_not_be_read_keeps_what_can(
    call: Call, journal: Path, line: list[str], hinted: str, held: dict[str, Any]
) -> None:
    answer = call("observe", *line)
    assert answer.code == 2
    assert hint(answer) == " ".join(f"guidelog observe {hinted} --draft".split())
    (draft,) = kept(journal)
    assert draft["typed"]["text"] == ["x"]
    assert held.items() <= draft["typed"].items()
    assert "y" not in str(draft["typed"].get("tags"))


def test_the_hint_says_the_arguments_before_the_refused_one(
    call: Call, journal: Path
) -> None:
    answer = call("goal", "rate", "my goal", "abc", "she did it")
    assert hint(answer) == "guidelog goal rate 'my goal' LEVEL --draft"
    row = call("goal", "rate", "my goal", "2", "--draft").row
    assert (row["level"], row["evidence"]) == (2, "she did it")
    assert kept(journal) == []


def test_a_scattered_text_is_kept_whole_and_taken_up_in_the_editor(
    call: Call, journal: Path
) -> None:
    answer = call("observe", "ada", "Good", "--tag", "a", "talk")
    assert hint(answer) == "guidelog observe --draft"
    assert kept(journal)[0]["typed"]["text"] == ["Good talk"]


@pytest.mark.parametrize(
    "line",
    [
        ["ada", "-t", "long"],
        ["ada", "", "-t", "long"],
        ["ada", " ", "-t", "long"],
        ["ada", "-", "-t", "long"],
        ["ada", "--tug", "x"],
    ],
)
def test_a_refused_line_without_a_text_keeps_nothing(
    call: Call, journal: Path, line: list[str]
) -> None:
    answer = call("observe", *line, piped=b"unread")
    assert answer.code == 2
    assert "kept" not in answer.err
    assert not drafts_folder(journal).exists()


def test_what_is_no_text_is_left_out_of_the_draft(call: Call, journal: Path) -> None:
    assert call("observe", "ada", "x", "--impact", "caf\udce9").code == 2
    assert kept(journal)[0]["typed"] == {"who": "ada", "text": ["x"]}


def test_the_journal_is_known_wherever_the_refused_word_stood(
    call: Call, tmp_path: Path
) -> None:
    other = tmp_path / "other.db"
    answer = call("observe", "ada", "x", "--zzzzz", "--journal", str(other))
    assert hint(answer) == f"guidelog --journal {other} observe --draft"
    assert [draft["typed"]["text"] for draft in kept(other)] == [["x"]]


def test_a_refused_line_leaves_the_draft_it_took_up_as_it_was(
    call: Call, journal: Path
) -> None:
    call("observe", "adda", "--impact", "-", "x", piped=b"-")
    answer = call("observe", "ada", "--draft", "-t", "long")
    assert hint(answer) == "guidelog observe --took LENGTH --draft"
    (draft,) = kept(journal)
    assert (draft["typed"]["text"], draft["typed"]["impact"]) == (["x"], "-")
    assert call("observe", "--took", "4", "--draft").row["who"] == "ada"
    assert kept(journal) == []


def test_a_second_text_does_not_take_the_place_of_the_draft_s_own(
    call: Call, journal: Path
) -> None:
    call("observe", "adda", "long text")
    answer = call("observe", "ada", "x y", "--draft")
    assert answer.refusal == (
        "guidelog: TEXT: the draft has a text of its own, which would be lost."
    )
    assert "long" not in answer.err
    assert call("observe", "ada", "--draft").row["text"] == "x y"
    assert call("observe", "ada", "--draft").row["text"] == "long text"
    assert kept(journal) == []


def test_an_option_that_is_a_text_does_not_take_the_place_of_the_draft_s_own(
    call: Call,
) -> None:
    call("observe", "adda", "x", "--impact", "much")
    answer = call("observe", "ada", "--impact", "little", "--draft")
    assert answer.refusal.startswith("guidelog: --impact: the draft has a text")


def test_a_text_that_was_refused_is_said_anew(call: Call, journal: Path) -> None:
    held = {"who": "ada", "text": ["x"], "impact": "unfit"}
    keep_draft(journal, "observe", held, ["impact"])
    assert call("observe", "--impact", "fit", "--draft").row["impact"] == "fit"
    assert kept(journal) == []


def test_the_same_line_typed_again_leaves_no_draft(call: Call, journal: Path) -> None:
    keep_draft(journal, "fail", {"how": "long", "text": ["x"]}, ["how"])
    keep_draft(journal, "fail", {"how": "after 0", "text": ["another"]}, ["how"])
    keep_draft(journal, "observe", {"how": "after 0", "text": ["x"]})
    assert call("fail", "after 0", "x").code == 0
    left = [(one["command"], *one["typed"]["text"]) for one in kept(journal)]
    assert left == [("fail", "another"), ("observe", "x")]


def test_a_command_that_only_reads_keeps_nothing(call: Call, journal: Path) -> None:
    assert call("search", "words").code == 1
    assert not drafts_folder(journal).exists()
    assert call("search", "--draft").refusal == "guidelog: no option --draft here."


def test_killed_outright_the_draft_is_there(call: Call, journal: Path) -> None:
    killed = subprocess.run(
        [sys.executable, TOY, "fail", "killed", "-"], input=b"last words", check=False
    )
    assert killed.returncode == -9
    (draft,) = waiting(journal)
    assert (draft.command, draft.typed["text"]) == ("fail", ["last words"])
    assert draft.path.stat().st_mode & 0o777 == 0o600
    assert draft.path.parent.stat().st_mode & 0o777 == 0o700
    assert draft.path.parent.parent == journal.parent


def test_where_no_draft_can_be_kept_none_is_claimed(call: Call, journal: Path) -> None:
    drafts_folder(journal).write_text("in the way", encoding="utf-8")
    assert call("observe", "ada", "x").row["text"] == "x"
    answer = call("observe", "adda", "x")
    assert answer.code == 2
    assert "kept" not in answer.err


def test_a_mistyped_folder_is_not_made_for_a_draft(call: Call, tmp_path: Path) -> None:
    answer = call("--journal", str(tmp_path / "nwo" / "j.db"), "observe", "adda", "x")
    assert "kept" not in answer.err
    assert not (tmp_path / "nwo").exists()


@settings(
    max_examples=ORDEAL or 30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(text=st.text(st.characters(codec="utf-8", exclude_characters="\0")))
def test_any_text_that_failed_comes_back_the_same(call: Call, text: str) -> None:
    assert call("observe", "adda", "--", text, piped=b"-").code == 2
    again = call("observe", "ada", "--draft")
    if not is_blank(text):
        assert again.row["text"] == clean(text)
    else:
        assert again.refusal == "guidelog: no draft of guidelog observe waits."


@pytest.mark.ordeal
def test_eight_calls_at_once_keep_eight_drafts(shell: Call, journal: Path) -> None:
    shell("for n in 1 2 3 4 5 6 7 8; do toy fail refused text $n & done; wait")
    texts = sorted(draft["typed"]["text"][0] for draft in kept(journal))
    assert texts == [f"text {n}" for n in range(1, 9)]


def test_the_draft_of_a_command_in_a_group_goes_by_its_path(
    call: Call, journal: Path
) -> None:
    keep_draft(journal, "goal rate", {"goal": "g5", "level": "-1", "evidence": ["e"]})
    row = call("goal", "rate", "--draft").row
    assert row == {"goal": "g5", "level": -1, "evidence": "e"}
    assert kept(journal) == []
