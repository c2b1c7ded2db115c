"""The bank of questions: built in, added to, and refused where it can't be read."""

from pathlib import Path

import pytest

from guidelog.errors import BrokenToml, GuidelogError, OutOfReach, WrongQuestions
from guidelog.questions import own_questions_file, read_questions
from guidelog.words import ACTION_MODES


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of a leader's own questions, not yet there."""
    monkeypatch.setenv("GUIDELOG_SETTINGS", str(tmp_path / "settings.toml"))
    return own_questions_file()


def test_the_built_in_ones_stand_for_every_mode_and_stage(own: Path) -> None:
    bank = read_questions()
    assert set(bank) == set(ACTION_MODES)
    assert len({tuple(stages) for stages in bank.values()}) == 1
    everything = [
        one for stages in bank.values() for all_ in stages.values() for one in all_
    ]
    assert len(set(everything)) == len(everything)
    assert all(one.endswith("?") and len(one) <= 80 for one in everything)


def test_the_leaders_own_come_after_them(own: Path) -> None:
    before = read_questions()
    own.write_text('[coaching]\ngoal = ["And what else?"]\n', encoding="utf-8")
    after = read_questions()
    assert after["coaching"]["goal"] == (*before["coaching"]["goal"], "And what else?")
    assert after["both"] == before["both"]


def test_an_empty_file_adds_nothing(own: Path) -> None:
    before = read_questions()
    own.write_text("", encoding="utf-8")
    assert read_questions() == before


@pytest.mark.parametrize(
    ("text", "line", "key"),
    [
        ('[coching]\ngoal = ["?"]', 1, "coching"),
        ('# mine\n\ncoaching = "Why?"', 3, "coaching"),
        ('[coaching]\ngoals = ["?"]', 2, "goals"),
        ('[both]\ngoal = ["?"]\n[coaching]\ngoal = "Why?"', 4, "goal"),
        ('[both]\ngoal = ["?"]\n\n[coaching]\ngoal = ["Why?", 3]', 5, "goal"),
        ("[both]\nwill = [\n  '',\n]", 2, "will"),
        ('[both]\nwill = ["two\\nlines"]', 2, "will"),
        ('both.wil = ["?"]', 1, "wil"),
    ],
)
def test_what_is_no_question_is_refused_with_its_line(
    own: Path, text: str, line: int, key: str
) -> None:
    own.write_text(text, encoding="utf-8")
    with pytest.raises(WrongQuestions) as refused:
        read_questions()
    assert (refused.value.facts["line"], refused.value.facts["key"]) == (line, key)
    assert refused.value.says.startswith(f'{own}, line {line}: "{key}" is not ')
    assert refused.value.code == 1


@pytest.mark.parametrize("text", [b'[both]\ngoal = ["?"', b'[both]\ngoal = ["\xff"]'])
def test_what_is_not_toml_is_refused(own: Path, text: bytes) -> None:
    own.write_bytes(text)
    with pytest.raises(BrokenToml) as refused:
        read_questions()
    assert str(own) in refused.value.says


def test_the_line_of_a_broken_file_is_named(own: Path) -> None:
    own.write_text('[both]\ngoal = ["?"]\nwill = "', encoding="utf-8")
    with pytest.raises(GuidelogError, match="line 3"):
        read_questions()


def test_a_folder_in_its_place_is_out_of_reach(own: Path) -> None:
    own.mkdir()
    with pytest.raises(OutOfReach):
        read_questions()


def test_the_advice_is_a_file_that_can_be_read(own: Path) -> None:
    own.write_text("[both]\nwil = []", encoding="utf-8")
    with pytest.raises(WrongQuestions) as refused:
        read_questions()
    table, _, key = refused.value.helps.removeprefix("Say ").partition(
        ", and under it: "
    )
    own.write_text(f"{table}\n{key}", encoding="utf-8")
    assert read_questions()["coaching"]["reality"][-1] == "What have you tried?"
