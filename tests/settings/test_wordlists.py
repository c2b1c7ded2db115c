"""A firm's own words, beside the settings."""

from pathlib import Path

import pytest

from guidelog.errors import BrokenToml, OutOfReach, WrongWordList
from guidelog.measures.wording import WordClass
from guidelog.wordlists import read_word_lists


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GUIDELOG_SETTINGS", str(tmp_path / "settings.toml"))
    return tmp_path / "wording.toml"


def known() -> dict[str, WordClass]:
    return {one.name: one for one in read_word_lists()}


def test_without_a_file_the_built_in_classes_hold(file: Path) -> None:
    levels = {name: one.level for name, one in known().items()}
    assert levels["label"] == "strong"
    assert levels["vague"] == "soft"
    assert levels["health"] == "never"


def test_words_of_a_known_class_are_added(file: Path) -> None:
    file.write_text('[label]\nwords = ["sloppy"]\nunless = ["sloppy joe"]', "utf-8")
    label = known()["label"]
    assert label.words[-1] == "sloppy"
    assert "lazy" in label.words
    assert (label.level, label.unless[-1]) == ("strong", "sloppy joe")


def test_a_hint_or_a_level_is_said_anew(file: Path) -> None:
    file.write_text('[vague]\nlevel = "strong"\nhint = "when?"', "utf-8")
    vague = known()["vague"]
    assert (vague.level, vague.hint) == ("strong", "when?")
    assert "often" in vague.words


def test_a_class_of_its_own_joins(file: Path) -> None:
    table = '[jargon]\nlevel = "soft"\nhint = "say it plainly"\nwords = ["synergy"]'
    file.write_text(table, "utf-8")
    assert known()["jargon"] == WordClass(
        "jargon", "soft", "say it plainly", ("synergy",)
    )


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ('label = "lazy"', '"label" is not a table'),
        ('[label]\nwords = "lazy"', '"label.words" is not a list'),
        ('[label]\nwords = ["…"]', '"label.words" is not a list'),
        ('[label]\nlevel = "loud"', '"label.level" is not one of strong'),
        ("[label]\nhint = 3", '"label.hint" is not a text'),
        ("[label]\ncounted = 1", '"label.counted" is not true'),
        ('[label]\nword = ["lazy"]', '"label.word" is not level'),
        ('[jargon]\nwords = ["synergy"]', '"jargon" is not whole'),
    ],
)
def test_what_is_no_class_is_refused_by_its_key(
    file: Path, text: str, key: str
) -> None:
    file.write_text(text, "utf-8")
    with pytest.raises(WrongWordList) as refused:
        read_word_lists()
    assert key in refused.value.says
    assert str(file) in refused.value.says


def test_what_is_no_toml_is_refused(file: Path) -> None:
    file.write_text("[label", "utf-8")
    with pytest.raises(BrokenToml):
        read_word_lists()
    file.unlink()
    file.mkdir()
    with pytest.raises(OutOfReach):
        read_word_lists()
