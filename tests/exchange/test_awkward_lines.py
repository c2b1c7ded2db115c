"""Long lines of awkward repeats: what is read takes as much longer as it is longer.

The times are those of one process on one machine, compared with each other.
"""

import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from guidelog.cleaning import clean
from guidelog.exchange.found import Found, Unread, Wishes
from guidelog.exchange.jrnl import read_jrnl
from guidelog.exchange.one_to_ones.reading import is_one_to_ones, read_one_to_ones
from guidelog.exchange.opening import Opened
from guidelog.measures.quotations import blank_quotations
from guidelog.measures.wording import find_marks

NOW = datetime.fromisoformat("2026-11-23T12:00:00+01:00")
LENGTH = 8_000
TIMES = 4
MOST = 2.5 * TIMES
"""Four times the length takes four times as long, or sixteen where it is squared."""
SMALL = 0.01
HEADING = "# 2026-01-05 1:1 Ada\n"
REPEATS = [
    *("a", " ", "\t", "[", "(", "#", "* ", "[ ] ", "- [ ] ", "** ", "1 ", "a, "),
    *("by ", "due: ", "📅", "@a.", "[[", "-> ", '"', "“", " 'a", "a@", "a.", "111-"),
    *("\x9d", "\x1b]", "\x1b["),
]


def seconds(read: Callable[[str], object], text: str) -> float:
    took = []
    for _ in range(3):
        before = time.process_time()
        read(text)
        took.append(time.process_time() - before)
    return min(took)


def check_growth(read: Callable[[str], object], begin: str, repeat: str) -> None:
    short, long = (
        begin + repeat * (length // len(repeat)) + "x§"
        for length in (LENGTH, LENGTH * TIMES)
    )
    assert seconds(read, long) < MOST * seconds(read, short) + SMALL


@pytest.mark.ordeal
@pytest.mark.parametrize("read", [find_marks, clean, blank_quotations])
@pytest.mark.parametrize("repeat", REPEATS)
def test_a_note_of_one_long_word_is_soon_weighed(
    read: Callable[[str], object], repeat: str
) -> None:
    check_growth(read, "", repeat)


@pytest.mark.ordeal
@pytest.mark.parametrize(
    "begin",
    [HEADING, "# ", f"{HEADING}- [ ] ", f"{HEADING}Actions\n- ", f"{HEADING}With: "],
)
@pytest.mark.parametrize("repeat", REPEATS)
def test_notes_with_one_long_line_are_soon_read(
    tmp_path: Path, begin: str, repeat: str
) -> None:
    def read(text: str) -> list[Found | Unread]:
        file = tmp_path / "ada.md"
        file.write_text(text, "utf-8")
        opened = Opened(file, file.name)
        assert is_one_to_ones(opened) is not None
        return list(read_one_to_ones(opened, Wishes(NOW)))

    check_growth(read, begin, repeat)


@pytest.mark.parametrize("repeat", REPEATS)
def test_an_entry_of_one_long_line_is_soon_read(tmp_path: Path, repeat: str) -> None:
    def read(text: str) -> list[Found | Unread]:
        file = tmp_path / "jrnl.txt"
        file.write_text(text, "utf-8")
        return list(read_jrnl(Opened(file, file.name), Wishes(NOW)))

    check_growth(read, "[2026-01-01 10:00] A title\n", repeat)


def test_a_text_may_begin_and_end_with_many_blank_lines(tmp_path: Path) -> None:
    file = tmp_path / "ada.md"
    file.write_text(f"{HEADING}\n\n\nmet the team\n\n\n", "utf-8")
    (talk,) = read_one_to_ones(Opened(file, file.name), Wishes(NOW))
    assert isinstance(talk, Found)
    assert talk.fields["note"] == "met the team"
