"""Writing the settings: a line changes, the rest stays, and nothing wrong is kept."""

import stat
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidelog.errors import (
    BrokenToml,
    GuidelogError,
    NoSuchSetting,
    OutOfReach,
    SettingsByHand,
    UnfitSetting,
    UnknownSetting,
    WrongSetting,
)
from guidelog.settings import DEFAULTS, Settings, read_settings
from guidelog.settings_writing import (
    put,
    replace_settings,
    set_setting,
    take_out,
    unset_setting,
    write_example,
)

MINE = """# about me
leader_name = "Mira # Haddad"   # as on the door
"grace_hours"=24

# the year
fiscal_year_start = 4
"""


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the leader's settings are in this test."""
    file = tmp_path / "config" / "settings.toml"
    monkeypatch.setenv("GUIDELOG_SETTINGS", str(file))
    return file


@pytest.fixture
def mine(file: Path) -> Path:
    """Settings that somebody wrote by hand."""
    file.parent.mkdir()
    file.write_text(MINE, encoding="utf-8")
    return file


def test_the_first_setting_makes_the_file_private(file: Path) -> None:
    set_setting("leader_name", "Mira Haddad")

    assert file.read_text() == 'leader_name = "Mira Haddad"\n'
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert [one.name for one in file.parent.iterdir()] == ["settings.toml"]


def test_a_line_changes_and_its_comment_and_the_rest_stay(mine: Path) -> None:
    set_setting("leader_name", 'Li "the wise" Wei')
    set_setting("grace_hours", "12")
    set_setting("hints", "FALSE")

    assert mine.read_text() == (
        "# about me\n"
        'leader_name = "Li \\"the wise\\" Wei"   # as on the door\n'
        "grace_hours = 12\n"
        "\n"
        "# the year\n"
        "fiscal_year_start = 4\n"
        "hints = false\n"
    )
    assert read_settings().leader_name == 'Li "the wise" Wei'


def test_a_setting_is_put_behind_its_example(file: Path) -> None:
    replace_settings(write_example())
    assert read_settings() == Settings()

    set_setting("default_mode", "coaching")

    lines = file.read_text().splitlines()
    at = lines.index('default_mode = "coaching"')
    assert lines[at - 1] == '# default_mode = "blended"'


def test_unset_takes_the_line_out(mine: Path) -> None:
    assert unset_setting("leader_name")
    assert not unset_setting("leader_name")

    assert mine.read_text() == MINE.replace(MINE.splitlines()[1] + "\n", "")
    assert read_settings().leader_name == ""


def test_a_mistyped_key_can_be_taken_out(mine: Path) -> None:
    mine.write_text("hint = true\ngrace_hours = 12\n")

    assert unset_setting("hint")

    assert mine.read_text() == "grace_hours = 12\n"


def test_a_wrong_value_can_be_set_right(mine: Path) -> None:
    mine.write_text('grace_hours = "many"\n')

    set_setting("grace_hours", "12")

    assert read_settings().grace_hours == 12


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("grace_hours", "many"),
        ("grace_hours", "-1"),
        ("grace_hours", "1.5"),
        ("grace_hours", "9" * 5000),
        ("hints", "yes"),
        ("default_mode", "chatting"),
        ("default_rhythm", "often"),
        ("leader_name", "two\nlines"),
    ],
)
def test_a_value_that_does_not_fit_changes_nothing(
    mine: Path, key: str, value: str
) -> None:
    with pytest.raises(UnfitSetting, match=key):
        set_setting(key, value)

    assert mine.read_text() == MINE


@pytest.mark.parametrize(
    ("key", "value", "near"),
    [
        ("default_mode", "coahcing", "coaching"),
        ("visibility", "recrod", "record"),
        ("hints", "ture", "true"),
    ],
)
def test_the_nearest_of_few_values_is_named(
    mine: Path, key: str, value: str, near: str
) -> None:
    with pytest.raises(UnfitSetting, match=f"Did you mean {near}"):
        set_setting(key, value)


def test_what_is_no_setting_is_refused_with_the_nearest(mine: Path) -> None:
    for change in (lambda key: set_setting(key, "1"), unset_setting):
        with pytest.raises(NoSuchSetting, match="Did you mean grace_hours"):
            change("gracehours")

    assert mine.read_text() == MINE


def test_another_bad_line_is_named_and_nothing_is_written(mine: Path) -> None:
    mine.write_text(f"{MINE}hints = 3\n")

    with pytest.raises(WrongSetting, match="line 7: hints"):
        set_setting("leader_name", "Li Wei")

    assert mine.read_text() == f"{MINE}hints = 3\n"


@pytest.mark.parametrize(
    "text",
    [
        'leader_name = """\\\n  Mira"""\n',
        "[grace_hours]\n",
    ],
)
def test_what_is_no_single_line_is_left_to_the_editor(mine: Path, text: str) -> None:
    mine.write_text(text)
    key = text.strip("[").partition(" ")[0].partition("]")[0]

    with pytest.raises((SettingsByHand, WrongSetting)):
        set_setting(key, "12")
    with pytest.raises(SettingsByHand, match="line 1"):
        unset_setting(key)

    assert mine.read_text() == text


@pytest.mark.parametrize(
    "text", ["grace_hours =\nhints = true\n", "hint = 1\n", "hints = 1\n"]
)
def test_a_whole_file_is_read_before_it_is_put_in_place(mine: Path, text: str) -> None:
    with pytest.raises((BrokenToml, UnknownSetting, WrongSetting), match="line 1"):
        replace_settings(text)

    assert mine.read_text() == MINE
    assert [one.name for one in mine.parent.iterdir()] == ["settings.toml"]


def test_a_link_goes_on_leading_to_its_file(mine: Path, tmp_path: Path) -> None:
    kept = tmp_path / "dotfiles.toml"
    mine.rename(kept)
    mine.symlink_to(kept)

    set_setting("grace_hours", "12")

    assert mine.is_symlink()
    assert "grace_hours = 12" in kept.read_text()


def test_what_is_no_file_stays_what_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GUIDELOG_SETTINGS", "/dev/null")

    with pytest.raises(OutOfReach, match="it is no file"):
        set_setting("grace_hours", "12")

    assert Path("/dev/null").is_char_device()


def test_a_folder_that_can_not_be_made_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("GUIDELOG_SETTINGS", str(tmp_path / "file" / "settings.toml"))

    with pytest.raises(OutOfReach):
        set_setting("grace_hours", "12")


# --- laws -----------------------------------------------------------------------------

LINES = st.text(st.characters(exclude_categories=("C", "Z")), max_size=20)


@st.composite
def settings_texts(draw: st.DrawFn) -> str:
    """Settings as people leave them: some set, with comments and empty lines."""
    keys = draw(st.lists(st.sampled_from(sorted(DEFAULTS)), unique=True))
    text = ""
    for key in keys:
        text = put(text, key, draw(LINES)).rstrip("\n")
        text += draw(st.sampled_from(["\n", "\n\n", f"  # {draw(LINES)}\n"]))
    return text


@given(settings_texts(), st.sampled_from(sorted(DEFAULTS)), LINES | st.integers())
def test_setting_a_key_sets_it_alone(text: str, key: str, value: str | int) -> None:
    changed = put(text, key, value)

    assert tomllib.loads(changed) == {**tomllib.loads(text), key: value}
    assert put(changed, key, value) == changed
    assert len(set(text.split("\n")) - set(changed.split("\n"))) <= 1


@given(settings_texts(), st.sampled_from(sorted(DEFAULTS)), LINES)
def test_taking_out_what_was_put_in_leaves_the_rest(
    text: str, key: str, value: str
) -> None:
    before = tomllib.loads(text)
    before.pop(key, None)

    assert tomllib.loads(take_out(put(text, key, value), key)) == before


@given(st.sampled_from(sorted(DEFAULTS)), st.text(max_size=20))
def test_whatever_is_typed_is_read_back_or_refused(key: str, typed: str) -> None:
    try:
        text = put("", key, typed)
        said = tomllib.loads(text)
    except (GuidelogError, UnicodeEncodeError, tomllib.TOMLDecodeError):
        assert not typed.isprintable()
    else:
        assert said == {key: typed}
