"""Histories that hold texts are counted and named; the texts are never shown."""

import os
import subprocess
from pathlib import Path

import pytest

from guidelog.examining.place import Place
from guidelog.examining.shell_history import TAKING_TEXTS, examine, holds_text
from journal.commands import WRITING

SECRET = "giraffe"
WITH_TEXT = [
    f'guidelog add ada "saw the {SECRET}"',
    f"guidelog add ada saw the {SECRET}",
    f"guidelog -q observe bo '{SECRET}'",
    f'cd work && guidelog goal progress g1 6 "the {SECRET}"',
    f"guidelog drop c1 the {SECRET}",
    f'guidelog --journal work.db add ada "the {SECRET}"',
    f'guidelog --color=never rm s1 --reason "the {SECRET}"',
    f'GUIDELOG_JOURNAL=x ~/bin/guidelog resist add bo "{SECRET}" --expected "x"',
    f'guidelog add ada -t 45 --next "me: call the {SECRET}"',
    f": 1700000000:0;guidelog next ada '{SECRET}' --due friday",
]
WITHOUT = [
    "guidelog report ada --period ytd",
    "guidelog add ada",
    "guidelog add ada -t 45 -m coaching -a listen,share",
    "guidelog goal progress g1 6",
    "guidelog resistance result a1 some --follow-up today",
    "guidelog share s1 s2 s3",
    "guidelog done c1 c2",
    "guidelog delete s1 s2 --yes",
    'guidelog search "two words"',
    'git commit -m "guidelog"',
    "man guidelog",
]


@pytest.mark.parametrize("line", WITH_TEXT)
def test_a_line_that_gives_guidelog_a_text_is_seen(line: str) -> None:
    assert holds_text(line)


@pytest.mark.parametrize("line", WITHOUT)
def test_a_line_without_a_text_is_left_in_peace(line: str) -> None:
    assert not holds_text(line)


def test_every_command_that_takes_words_is_looked_for() -> None:
    without_words = {"undo", "done", "tag rename", "action hide", "recap"}
    seen = {path for path in WRITING if holds_text(f'guidelog {path} x "words"')}
    assert set(WRITING) - seen <= without_words
    assert "add" in TAKING_TEXTS


def keep(place: Place, name: str, *lines: str) -> Path:
    """Let a shell keep lines in a file of the home."""
    file = place.home / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


def test_no_shell_no_finding(place: Place) -> None:
    keep(place, ".bash_history", *WITHOUT)
    assert list(examine(place)) == []


def test_a_history_is_named_with_its_count_and_never_a_word_of_it(
    place: Place,
) -> None:
    keep(place, ".bash_history", *WITHOUT, *WITH_TEXT)
    (one,) = examine(place)
    assert one.says.startswith(f"~/.bash_history holds {len(WITH_TEXT)} lines")
    assert SECRET not in str(one)


@pytest.mark.parametrize("name", [".bash_history", ".zsh_history"])
def test_what_is_advised_removes_the_texts_and_keeps_them_out(
    place: Place, name: str
) -> None:
    file = keep(place, name, "ls", *WITH_TEXT, "man bash")
    (one,) = examine(place)
    for command in one.mends:
        env = {**os.environ, "HOME": str(place.home)}
        subprocess.run(["sh", "-c", command], check=True, env=env)
    assert file.read_text() == "ls\nman bash\n"
    keep(place, name, *WITH_TEXT)
    (again,) = examine(place)
    assert len(again.mends) == 1
    assert again.says.endswith("a command typed after a space is left out")


def test_a_text_that_goes_on_in_the_next_line_is_removed_by_hand(place: Place) -> None:
    file = keep(place, ".bash_history", 'guidelog add ada "first', f'{SECRET}"')
    (one,) = examine(place)
    assert one.mends[0] == f"vi {place.quote(file)}"


def test_each_shell_has_its_own_file_and_its_own_way(place: Place) -> None:
    keep(place, ".local/share/fish/fish_history", f"- cmd: {WITH_TEXT[0]}", "  when: 1")
    keep(
        place,
        "AppData/Roaming/Microsoft/Windows/PowerShell/PSReadLine/ConsoleHost_history.txt",
        WITH_TEXT[0],
    )
    fish, windows = examine(place._replace(system="win32"))
    assert fish.mends == ("fish -c 'history delete --prefix guidelog'",)
    assert windows.mends[0].startswith("Set-Content '")


def test_on_a_mac_the_command_is_that_of_a_mac(place: Place) -> None:
    file = keep(place, ".zsh_history", *WITH_TEXT)
    (one,) = examine(place._replace(system="darwin"))
    assert one.mends[0] == f"sed -i '' '/guidelog /d' {place.quote(file)}"


def test_a_history_that_is_kept_elsewhere_is_found_once(place: Place) -> None:
    file = keep(place, "state/history", *WITH_TEXT)
    said = {"HISTFILE": str(file), "SHELL": "/bin/zsh", "ZDOTDIR": str(place.home)}
    keep(place, ".zsh_history", *WITH_TEXT)
    names = [one.says.split()[0] for one in examine(place._replace(environment=said))]
    assert sorted(names) == ["~/.zsh_history", "~/state/history"]


def test_a_line_in_no_known_encoding_is_read_all_the_same(place: Place) -> None:
    file = place.home / ".zsh_history"
    file.write_bytes(b"guidelog add ada 'caf\x83\xa9 \xff'\n")
    assert len(list(examine(place))) == 1
