"""The settings: defaults, what may be said, and refusals with file and line."""

import os
from dataclasses import fields
from pathlib import Path

import pytest

from guidelog.errors import (
    BrokenToml,
    CouldNot,
    OutOfReach,
    UnknownSetting,
    WrongSetting,
)
from guidelog.settings import MEANINGS, RULES, Settings, read_settings, settings_file


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the leader's settings are in this test."""
    file = tmp_path / "settings.toml"
    monkeypatch.setenv("GUIDELOG_SETTINGS", str(file))
    return file


@pytest.mark.usefixtures("file")
def test_without_a_file_the_defaults_hold() -> None:
    settings = read_settings()
    assert settings == Settings()
    assert (settings.grace_hours, settings.default_mode) == (48, "blended")
    assert (settings.review_period, settings.resolved_months) == ("12m", 12)


def test_what_is_said_holds_and_the_rest_stays(file: Path) -> None:
    file.write_text(
        """
        leader_name = "Mira Haddad"
        fiscal_year_start = 4
        default_rhythm = "2w"
        visibility = "private"
        hints = false
        """
    )
    said = Settings(
        leader_name="Mira Haddad",
        fiscal_year_start=4,
        default_rhythm="2w",
        visibility="private",
        hints=False,
    )
    assert read_settings() == said


def test_every_default_is_a_value_that_may_be_said() -> None:
    for key in fields(Settings):
        assert RULES[key.name].fits(key.default)
        assert MEANINGS[key.name]


def test_a_mark_that_windows_puts_before_a_text_does_no_harm(file: Path) -> None:
    file.write_text('leader_name = "Li Wei"', "utf-8-sig")
    assert read_settings().leader_name == "Li Wei"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("fiscal_year_start = 13", "a whole number from 1 to 12"),
        ("fiscal_year_start = true", "a whole number from 1 to 12"),
        ("grace_hours = -1", "a whole number from 0"),
        ("grace_hours = 1.5", "a whole number from 0"),
        ('grace_hours = "48"', "a whole number from 0"),
        ('default_mode = "chatting"', "one of mentoring, coaching, blended"),
        ("default_mode = []", "one of mentoring, coaching, blended"),
        ('default_rhythm = "often"', "a rhythm such as 2w"),
        ("default_rhythm = 14", "a rhythm such as 2w"),
        ('review_period = "a while"', "a period, such as 12m"),
        ('review_period = ""', "a period, such as 12m"),
        ('visibility = "public"', 'one of "", private, record'),
        ('hints = "yes"', "true or false"),
        ("hints = 1", "true or false"),
        ('leader_name = "Ada\\nOkonkwo"', "a text on one line"),
        ("leader_name = 7", "a text on one line"),
    ],
)
def test_a_value_that_does_not_fit_is_refused_with_file_and_line(
    file: Path, line: str, words: str
) -> None:
    file.write_text(f'# mine\n\norganisation = "Nilsson & Co"\n{line}\n')
    with pytest.raises(WrongSetting) as caught:
        read_settings()
    assert caught.value.says.startswith(f"{file}, line 4: {line.split()[0]} can't be ")
    assert words in caught.value.helps


@pytest.mark.parametrize("line", ["hint = true", '"hint" = true', "[hint]", "hint.a=1"])
def test_an_unknown_key_is_refused_with_file_line_and_the_nearest(
    file: Path, line: str
) -> None:
    file.write_text(f"hints = true\n\n{line}\n")
    with pytest.raises(UnknownSetting) as caught:
        read_settings()
    said = f'{file}, line 3: "hint" is not a setting. Did you mean hints?'
    assert caught.value.says == said
    assert "leader_name, leader_role" in caught.value.helps


def test_a_key_like_nothing_else_has_no_nearest(file: Path) -> None:
    file.write_text("zzz = 1")
    with pytest.raises(UnknownSetting, match=r'"zzz" is not a setting\.$'):
        read_settings()


def test_what_is_not_toml_is_refused_with_its_line(file: Path) -> None:
    file.write_text("hints = true\nleader_name = Ada\n")
    with pytest.raises(BrokenToml, match="line 2") as caught:
        read_settings()
    assert str(file) in caught.value.says


@pytest.mark.parametrize("content", [b"leader_name = '\xe9'", b"\xff\xfe\x00"])
def test_what_is_not_utf_8_is_refused(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    with pytest.raises(BrokenToml):
        read_settings()


def test_settings_that_are_a_folder_are_out_of_reach(file: Path) -> None:
    file.mkdir()
    with pytest.raises(OutOfReach, match="is a directory"):
        read_settings()


def test_settings_that_are_a_pipe_are_not_waited_for(file: Path) -> None:
    os.mkfifo(file)
    with pytest.raises(OutOfReach, match="it is a pipe"):
        read_settings()


def test_a_refused_setting_is_no_fault_of_the_line_typed(file: Path) -> None:
    file.write_text("hint = 1")
    with pytest.raises(CouldNot) as caught:
        read_settings()
    assert caught.value.code == 1


def test_the_usual_place_is_the_settings_folder_of_the_platform(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("GUIDELOG_SETTINGS", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    assert settings_file().name == "settings.toml"
    assert settings_file().is_relative_to(tmp_path)
    monkeypatch.setenv("GUIDELOG_SETTINGS", "~/mine.toml")
    assert settings_file() == tmp_path / "mine.toml"
    monkeypatch.setenv("GUIDELOG_SETTINGS", "~nobody-we-know/mine.toml")
    with pytest.raises(OutOfReach, match="it leads nowhere"):
        settings_file()


def test_what_is_nested_too_deeply_is_refused(file: Path) -> None:
    file.write_text("a = " + "[" * 5000, encoding="utf-8")
    with pytest.raises(BrokenToml, match="nested too deeply"):
        read_settings()
