"""The word that stands for a device in the log, and says nothing about it."""

import getpass
import os
import platform
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from guidelog import device
from guidelog.device import device_word

PRINT_WORD = "from guidelog.device import device_word; print(device_word())"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The settings folder, not there yet, in a run that has no word yet."""
    monkeypatch.setenv("GUIDELOG_SETTINGS", str(tmp_path / "config" / "settings.toml"))
    device._new_word.cache_clear()
    yield tmp_path / "config"
    device._new_word.cache_clear()


def another_run() -> str:
    """The word that a process of its own uses."""
    command = [sys.executable, "-c", PRINT_WORD]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_the_word_can_be_spoken_and_names_nobody() -> None:
    word = device_word()
    assert re.fullmatch(r"(?:[bdfghjklmnprstvz][aiou]){4}", word)
    assert platform.node().lower() not in word
    assert getpass.getuser().lower() not in word


def test_the_word_stays_from_run_to_run(folder: Path) -> None:
    word = device_word()
    device._new_word.cache_clear()
    assert device_word() == word
    assert another_run() == word
    assert f"{(folder / 'device').stat().st_mode & 0o777:o}" == "600"
    assert [f.name for f in folder.iterdir()] == ["device"]


def test_two_devices_have_two_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = device_word()
    monkeypatch.setenv("GUIDELOG_SETTINGS", str(tmp_path / "else" / "settings.toml"))
    device._new_word.cache_clear()
    assert device_word() != here


def test_processes_that_come_first_together_agree_on_one_word(folder: Path) -> None:
    command = [sys.executable, "-c", PRINT_WORD]
    runs = [
        subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(6)
    ]
    words = {run.communicate()[0].strip() for run in runs}
    assert words == {(folder / "device").read_text().strip()}


@pytest.mark.parametrize("content", ["", " \n", "two words", "é"])
def test_a_file_without_a_word_is_replaced(folder: Path, content: str) -> None:
    folder.mkdir()
    (folder / "device").write_text(content)
    word = device_word()
    assert (folder / "device").read_text() == f"{word}\n"


@pytest.mark.skipif(os.name != "posix", reason="links are always there on Windows")
def test_a_disk_without_hard_links_keeps_the_word_too(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    word = device_word()
    assert (folder / "device").read_text() == f"{word}\n"


@pytest.mark.parametrize("place", ["/sys/settings.toml", "/dev/null"])
def test_where_nothing_can_be_kept_a_word_holds_for_the_run(
    monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    monkeypatch.setenv("GUIDELOG_SETTINGS", place)
    word = device_word()
    assert device_word() == word
    assert not Path(place).with_name("device").exists()
    device._new_word.cache_clear()
    assert device_word() != word
