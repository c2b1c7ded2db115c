"""The words in use: tags and actions, and how often."""

import pytest

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
