"""History: what was changed, when, and what the words were."""

import pytest

from guidelog.lookback.finding import find_id
from guidelog.lookback.history import history_of, standing
from guidelog.lookback.reading import HELD_ROWS
from lookback.building import Book


@pytest.fixture
def ada(book: Book) -> Book:
    """A journal with Ada in it."""
    book.person("ada", "Ada Okonkwo")
    return book


def test_two_versions_of_one_second_keep_their_own_words(ada: Book) -> None:
    talk = ada.talk("2026-11-20", "ada")
    ada.log("add", talk, note="first", agreed="nothing", facts={})
    ada.log("change", talk, note="second")
    ada.log("change", talk, facts={"minutes": 5})

    versions = list(history_of(ada.db, find_id(ada.db, talk)))

    assert [version.texts for version in versions] == [
        {"note": "first", "agreed": "nothing"},
        {"note": "second"},
        {},
    ]
    assert versions[2].change.parts == "facts"


def test_words_that_were_taken_back_are_gone_and_their_seal_stays(ada: Book) -> None:
    talk = ada.talk("2026-11-20", "ada")
    ada.log("add", talk, note="first", agreed="nothing")
    ada.db.execute("DELETE FROM revision_text WHERE part = 'note'")

    (version,) = history_of(ada.db, find_id(ada.db, talk))

    assert version.texts == {"agreed": "nothing"}
    assert version.change.parts == "agreed note"


def test_an_emptied_text_is_no_text(ada: Book) -> None:
    talk = ada.talk("2026-11-20", "ada")
    ada.log("change", talk, note=None)

    (version,) = history_of(ada.db, find_id(ada.db, talk))

    assert version.texts == {}


def test_the_history_of_everything_leaves_nobody_waiting(ada: Book) -> None:
    talk = ada.talk("2026-11-20", "ada")
    changes = [ada.log("change", talk, note=str(n)) for n in range(3)]
    ada.commit()

    history = history_of(ada.db)
    ada.db.execute("DROP VIEW history")

    assert [version.change.change for version in history] == changes
    assert len(changes) < HELD_ROWS


def test_what_is_deleted_now_is_listed_with_what_deleted_it(ada: Book) -> None:
    gone = ada.talk("2026-11-20", "ada")
    back = ada.talk("2026-11-21", "ada")
    lost = ada.person("bo", "Bo Nilsson")
    for name in (gone, back, gone, lost):
        ada.log("delete", name)
    ada.delete(gone)
    ada.delete(lost)

    deleted = list(history_of(ada.db, deleted=True))

    assert [version.change.uid for version in deleted] == [
        ada.uids[gone],
        ada.uids[lost],
    ]
    # twice deleted, once brought back: the last time counts
    twice = ada.db.execute("SELECT hash FROM change WHERE seq = 3").fetchone()
    assert deleted[0].change.change == twice[0]


def test_an_untouched_journal_has_no_heads_and_is_no_demonstration(book: Book) -> None:
    stands = standing(book.db)

    assert (stands.heads, stands.demonstration) == ((), False)


def test_heads_come_sorted(ada: Book) -> None:
    talk = ada.talk("2026-11-20", "ada")
    hashes = [ada.log("change", talk) for _ in range(4)]
    for seq in (1, 2, 3):
        ada.insert("head", {"change": seq})

    assert list(standing(ada.db).heads) == sorted(hashes)
