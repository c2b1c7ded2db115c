"""The words in use: tags, actions, and what TAB offers."""

import subprocess
import sys

import pytest

from guidelog.lookback import choices
from guidelog.lookback.vocabulary import action_counts, tag_counts
from lookback.building import Book


@pytest.fixture
def ada(book: Book) -> Book:
    """A journal with Ada in it, and Bo in the archive."""
    book.person("ada", "Ada Okonkwo")
    book.person("bo", "Bo Nilsson", archived_on="2026-10-01")
    return book


def test_tags_are_counted_over_sessions_and_observations(ada: Book) -> None:
    ada.talk("2026-11-20", "ada", "bo", tags=["pay", "team"])
    ada.write("observation", person="ada", tags=["pay"])

    assert tag_counts(ada.db) == {"pay": 2, "team": 1}


def test_an_action_of_a_talk_that_was_an_attempt_counts_once(ada: Book) -> None:
    note = ada.write("resistance", person="ada")
    talk = ada.talk("2026-11-20", "ada", actions=["listen", "advise"])
    ada.write("attempt", resistance=note, session=talk, actions=["listen", "teach"])
    ada.write("attempt", resistance=note, actions=["listen"])

    assert action_counts(ada.db) == {"advise": 1, "listen": 2, "teach": 1}


def test_tab_offers_everybody_who_is_not_in_the_archive(ada: Book) -> None:
    assert choices.handles(ada.db) == [("ada", "Ada Okonkwo")]


def test_tab_offers_the_newest_ids_with_their_first_line(ada: Book) -> None:
    ada.talk("2026-11-20", "ada", note="Outage review.\nMore.")
    ada.talk("2026-11-21", "ada", about="Career", note="Long.")
    ada.talk("2026-11-19", "ada")

    assert list(choices.ids(ada.db, "session")) == [
        ("s2", "Career"),
        ("s1", "Outage review."),
        ("s3", ""),
    ]


def test_tab_offers_only_what_is_open_of_what_can_be_closed(ada: Book) -> None:
    closed = {
        "goal": {"state": "dropped"},
        "commitment": {"done_on": "2026-11-20"},
        "topic": {"state": "done"},
    }
    for kind, said in closed.items():
        ada.write(kind, person="ada")
        ada.write(kind, person="ada", **said)

    found = [id_ for id_, _ in choices.ids(ada.db, *closed)]

    assert found == ["g1", "c1", "t1"]


def test_tab_offers_ids_of_every_kind_that_has_them(filled: Book) -> None:
    letters = {id_[0] for id_, _ in choices.ids(filled.db)}

    assert letters == set("sogpractxh")


def test_tab_offers_few_of_many(ada: Book) -> None:
    for n in range(choices.OFFERED + 10):
        ada.talk("2026-11-20", "ada", tags=[f"t{n:03}"])

    assert len(list(choices.ids(ada.db, "session"))) == choices.OFFERED
    assert len(choices.tags(ada.db)) == choices.OFFERED + 10


def test_offering_words_loads_next_to_nothing() -> None:
    code = "import sys, guidelog.lookback.choices; print(*sys.modules)"
    run = [sys.executable, "-I", "-c", code]
    loaded = subprocess.run(run, capture_output=True, text=True, check=True).stdout

    ours = {name for name in loaded.split() if name.startswith("guidelog")}
    assert ours == {"guidelog", "guidelog.lookback", "guidelog.lookback.choices"}
    assert not {"rich", "typer", "difflib", "json"}.intersection(loaded.split())
