"""What TAB may offer: the newest, and no private word."""

import subprocess
import sys

import pytest

from guidelog.lookback.choices import (
    OFFERED,
    OFFERED_OF_EACH,
    handles,
    ids,
    own_actions,
    tags,
)
from guidelog.words import LETTERS
from lookback.building import Book
from lookback.test_plans import watching


def test_archived_people_are_not_offered(filled: Book) -> None:
    filled.person("zoe", "Zoe Adler", archived_on="2026-11-01")

    assert handles(filled.db) == [("ada", "Ada Okonkwo"), ("bo", "Bo Nilsson")]


@pytest.mark.parametrize("kind", LETTERS)
def test_every_kind_has_ids_with_people_and_day(kind: str, filled: Book) -> None:
    first = next(ids(filled.db, kind))

    assert first.id == f"{LETTERS[kind]}2"
    assert (first.kind, first.people) == (kind, "bo")
    assert first.day.startswith("2026-")


def test_only_the_aim_of_a_goal_on_record_is_told(book: Book) -> None:
    book.person("ada", "Ada Okonkwo")
    book.write("goal", person="ada", title="an open aim")
    book.write("goal", person="ada", title="a secret aim", visibility="private")
    book.write("topic", person="ada", what="a secret")
    book.talk("2026-11-20", "ada", note="a secret", about="a secret")

    told = {choice.id: choice.title for choice in ids(book.db)}

    assert told == {"s1": None, "g2": None, "g1": "an open aim", "t1": None}


def test_what_is_over_is_not_offered(book: Book) -> None:
    book.person("ada", "Ada Okonkwo")
    book.write("goal", person="ada", state="achieved", closed_on="2026-11-20")
    book.write("topic", person="ada", state="done", closed_on="2026-11-20")
    book.write("commitment", person="ada", done_on="2026-11-20")

    assert list(ids(book.db, "goal", "topic", "commitment")) == []


def test_the_newest_are_offered_more_where_one_kind_is_meant(book: Book) -> None:
    book.person("ada", "Ada Okonkwo")
    talks = [book.talk("2026-11-20", "ada") for _ in range(OFFERED + 10)]

    assert [choice.id for choice in ids(book.db, "session")] == talks[:9:-1]
    assert len(list(ids(book.db))) == OFFERED_OF_EACH


def test_tags_and_own_actions_are_offered_by_the_alphabet(filled: Book) -> None:
    filled.talk("2026-11-21", "ada", tags=["zoo", "api"])

    assert tags(filled.db) == ["api", "incident", "zoo"]
    assert own_actions(filled.db) == [("walk", "walk together", False)]


def test_ids_are_found_without_walking_through_the_journal(filled: Book) -> None:
    with watching(filled.db) as walks:
        list(ids(filled.db, "session"))
        list(ids(filled.db, "observation"))

    assert walks == []


def test_tags_are_looked_for_among_more_than_are_offered_of_ids(book: Book) -> None:
    book.person("ada", "Ada Okonkwo")
    for n in range(OFFERED + 10):
        book.talk("2026-11-20", "ada", tags=[f"t{n:03}"])

    assert len(tags(book.db)) == OFFERED + 10


def test_offering_words_loads_next_to_nothing() -> None:
    code = "import sys, guidelog.lookback.choices; print(*sys.modules)"
    run = [sys.executable, "-I", "-c", code]
    loaded = subprocess.run(run, capture_output=True, text=True, check=True).stdout

    ours = {name for name in loaded.split() if name.startswith("guidelog")}
    assert ours == {"guidelog", "guidelog.lookback", "guidelog.lookback.choices"}
    assert not {"rich", "typer", "difflib", "json"}.intersection(loaded.split())
