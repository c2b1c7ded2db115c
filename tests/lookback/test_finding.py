"""Who and what is meant: surely, or not at all."""

import pytest

from guidelog.errors import TwoEntries, TwoPeople, UnknownId, UnknownPerson
from guidelog.lookback.finding import find_handle, find_id
from lookback.building import Book


@pytest.fixture
def team(book: Book) -> Book:
    """Four people, two of whom share a first name, and one in the archive."""
    book.person("ada", "Ada Okonkwo")
    book.person("li", "Li Wei")
    book.person("li-2", "Li Haddad")
    book.person("mira", "Mira Haddad")
    book.person("bo", "Bo Nilsson", archived_on="2026-10-01")
    return book


@pytest.mark.parametrize(
    ("said", "handle"),
    [
        ("ada", "ada"),
        ("Ada", "ada"),
        ("ADA", "ada"),
        ("ada okonkwo", "ada"),
        (" Ada   Okonkwo ", "ada"),
        ("mir", "mira"),
        ("Mira H", "mira"),
        ("li", "li"),
        ("li-2", "li-2"),
        ("Li Wei", "li"),
        ("li ha", "li-2"),
        ("bo", "bo"),
    ],
)
def test_a_name_said_in_any_usual_way_finds_the_person(
    said: str, handle: str, team: Book
) -> None:
    assert find_handle(team.db, said) == handle


@pytest.mark.parametrize("said", ["Bo", "Bo Nilsson", "nil", "", "mi", "okonkwo", "%"])
def test_the_archive_short_beginnings_and_what_is_unknown_are_not_found(
    said: str, team: Book
) -> None:
    with pytest.raises(UnknownPerson):
        find_handle(team.db, said)


def test_a_first_name_of_two_people_is_refused_with_both(book: Book) -> None:
    book.person("wei", "Li Wei")
    book.person("haddad", "Li Haddad")

    with pytest.raises(TwoPeople, match='"Li" could be haddad or wei'):
        find_handle(book.db, "Li")


def test_a_beginning_of_two_names_is_refused_with_both(book: Book) -> None:
    book.person("mira", "Mira Haddad")
    book.person("miriam", "Ada Miller")

    with pytest.raises(TwoPeople):
        find_handle(book.db, "mir")
    assert find_handle(book.db, "mira") == "mira"


def test_a_first_name_goes_before_a_beginning(book: Book) -> None:
    book.person("a1", "Anna Berg")
    book.person("annabel", "Annabel Lund")

    assert find_handle(book.db, "anna") == "a1"


@pytest.mark.parametrize(("said", "near"), [("adda", "ada"), ("Mira Hadad", "mira")])
def test_whoever_is_unknown_comes_with_the_nearest(
    said: str, near: str, team: Book
) -> None:
    with pytest.raises(UnknownPerson, match=f"Did you mean {near}"):
        find_handle(team.db, said)


def test_far_from_every_name_nothing_is_suggested(team: Book) -> None:
    with pytest.raises(UnknownPerson, match=r'^no person "qqqq"\.$'):
        find_handle(team.db, "qqqq")


def test_an_id_finds_its_entry_in_either_case(team: Book) -> None:
    talk = team.talk("2026-11-20", "ada")

    for said in (talk, talk.upper(), f" {talk} "):
        found = find_id(team.db, said)
        assert (found.id, found.kind, found.uid) == (talk, "session", team.uids[talk])


def test_what_was_deleted_is_still_found(team: Book) -> None:
    talk = team.talk("2026-11-20", "ada")
    team.delete(talk)

    assert find_id(team.db, talk).uid == team.uids[talk]


def test_last_is_the_session_written_last_whenever_it_happened(team: Book) -> None:
    team.talk("2026-11-20", "ada")
    second = team.talk("2026-01-02", "ada")
    third = team.talk("2026-03-02", "ada")
    team.write("observation", person="ada")
    assert find_id(team.db, "last").id == third

    team.delete(third)

    assert find_id(team.db, "LAST").id == second


def test_without_a_session_there_is_no_last(team: Book) -> None:
    with pytest.raises(UnknownId, match='no entry "last"'):
        find_id(team.db, "last")


def test_six_or_more_last_characters_of_a_uid_find_it(team: Book) -> None:
    talk = team.talk("2026-11-20", "ada")
    uid = team.uids[talk]

    for length in (12, 13, 18, 36):
        assert find_id(team.db, uid[-length:].upper()).uid == uid


@pytest.mark.parametrize("said", ["s99", "s", "", "12", "00001", "%%%%%%", "s 1", "z1"])
def test_no_other_word_is_an_id(said: str, team: Book) -> None:
    with pytest.raises(UnknownId):
        find_id(team.db, said)


def test_an_ending_of_two_uids_is_refused_with_both(team: Book) -> None:
    for prefix in ("019d", "019e"):
        uid = f"{prefix}0000-0000-7000-8000-00000000abcd"
        team.insert(
            "entry", {"uid": uid, "kind": "topic", "number": int(prefix[-1], 16)}
        )

    with pytest.raises(TwoEntries, match='"00abcd" could be t13 or t14'):
        find_id(team.db, "00abcd")


def test_a_handle_means_the_person_where_something_is_shown(team: Book) -> None:
    found = find_id(team.db, "ada")

    assert (found.kind, found.uid) == ("person", team.uids["ada"])


def test_an_id_goes_before_an_ending(team: Book) -> None:
    uid = "019d0000-0000-7000-8000-000000a12345"
    team.insert("entry", {"uid": uid, "kind": "topic", "number": 1})
    assert find_id(team.db, "a12345").id == "t1"

    other = "019d0000-0000-7000-8000-ffffffffffff"
    team.insert("entry", {"uid": other, "kind": "attempt", "number": 12345})

    assert find_id(team.db, "a12345").uid == other
