"""Room, extras, TAB and settings: each judged by a few facts."""

import sqlite3
from importlib.metadata import metadata

import pytest
from typer._completion_shared import install

from guidelog.errors import NotAJournal
from guidelog.examining import completion, configured, extras, space
from guidelog.examining.amounts import say_size
from guidelog.examining.examination import examine
from guidelog.examining.place import Place
from guidelog.examining.space import Room
from guidelog.reports.conditions import Condition


@pytest.mark.parametrize(
    ("size", "free", "is_enough"),
    [
        (500_000, 20_000_000, True),
        (500_000, 19_999_999, False),
        (100_000_000, 300_000_000, True),
        (100_000_000, 299_000_000, False),
    ],
)
def test_room_for_packing_and_a_backup_is_wanted(
    place: Place, size: int, free: int, is_enough: bool
) -> None:
    assert (list(space.judge(Room(size, free), place)) == []) is is_enough


def test_too_little_room_is_said_in_numbers(place: Place) -> None:
    (one,) = space.judge(Room(0, 1_234_000), place)
    assert one.says.startswith("1.2 MB are free")
    assert one.mends == ("du -ak ~/.local/share/guidelog | sort -n | tail",)


def test_the_disk_is_asked_where_the_folder_is_not_there_yet(place: Place) -> None:
    nowhere = place.home / "not" / "yet" / "journal.db"
    assert space.look(place._replace(journal=nowhere)).free > 0


@pytest.mark.parametrize(
    ("size", "said"),
    [
        (0, "0 bytes"),
        (999, "999 bytes"),
        (1000, "1.0 kB"),
        (491_520, "492 kB"),
        (999_700, "1.0 MB"),
        (9_960_000, "10 MB"),
        (2_500_000_000_000, "2.5 TB"),
    ],
)
def test_bytes_are_said_as_people_say_them(size: int, said: str) -> None:
    assert say_size(size) == said


def test_every_extra_is_known_and_here_where_the_tests_run(place: Place) -> None:
    named = metadata("guidelog").get_all("Provides-Extra") or []
    assert extras.look() == dict.fromkeys(named, True)
    (one,) = extras.examine(place)
    assert (one.kind, one.mends) == ("fact", ())


def test_what_is_missing_can_be_installed_in_one_line() -> None:
    one = extras.judge({"pdf": True, "xlsx": False, "ics": False})
    assert one.says == "pdf; not here: xlsx, ics"
    assert one.mends == ('pip install "guidelog[xlsx,ics]"',)
    assert extras.judge({"pdf": False}).says == "none; not here: pdf"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_tab_is_looked_for_where_it_is_put(
    place: Place, shell: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = place._replace(environment={"SHELL": f"/usr/bin/{shell}"})
    (one,) = completion.examine(here)
    assert one.mends == ("guidelog --install-completion",)
    monkeypatch.setenv("HOME", str(place.home))
    install(shell=shell, prog_name="guidelog")
    (one,) = completion.examine(here)
    assert (one.says, one.mends) == (f"set up for {shell}", ())


def test_a_shell_without_tab_is_left_in_peace(place: Place) -> None:
    for environment in ({}, {"SHELL": "/bin/sh"}):
        assert list(completion.examine(place._replace(environment=environment))) == []


def test_settings_that_would_be_refused_are_named_with_what_opens_them(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.settings.parent.mkdir(parents=True)
    monkeypatch.setenv("GUIDELOG_SETTINGS", str(place.settings))
    (fact,) = configured.examine(place)
    assert fact.says == "none yet, defaults hold"
    place.settings.write_text("leader = 'Mira'\n")
    place.settings.with_name("wording.toml").write_text("= nothing\n")
    settings, wording, _ = configured.examine(place)
    assert '"leader" is not a setting' in settings.says
    assert settings.mends == ("guidelog config edit",)
    assert wording.about == "wording.toml"
    assert wording.mends == ("vi ~/.config/guidelog/wording.toml",)


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (PermissionError(13, "Permission denied"), "permission denied"),
        (NotAJournal(path="x.db"), "x.db is not a guidelog journal"),
        (sqlite3.OperationalError("disk"), "OperationalError"),
    ],
)
def test_a_check_that_can_not_be_made_is_said_and_the_others_are_made(
    place: Place, error: Exception, why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: Place) -> list[Condition]:
        raise error

    checks = {"first": fail, "TAB": completion.examine}
    monkeypatch.setattr("guidelog.examining.examination.CHECKS", checks)
    failed, other = examine(place)
    assert failed == Condition("unseen", "first", f"could not be looked at: {why}")
    assert other.about == "TAB"
