"""Other people in a text become numbers; what may be wrong about it is told."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidelog.lookback.kept import Naming
from guidelog.reports.other_people import (
    ORDINARY,
    OWN_TOO,
    SHARED,
    Hit,
    OtherPeople,
)

ADA = Naming("ada", ("Ada Okonkwo",), ("ada",))
BO = Naming("bo", ("Bo Nilsson",), ("bo",))
LI = Naming("li", ("Li Wei",), ("li",))
WILL = Naming("will", ("Will van den Berg",), ("w.berg",))
ZOE = Naming("zoe", ("Zoë Castro",), ("zoe",))
WEI = Naming("wei", ("李伟",), ("wei-2",))


def told(text: str, *others: Naming, own: Naming = ADA) -> str:
    """A text in which others are numbered."""
    return OtherPeople(own, others).put_into(text)[0]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Bo Nilsson and Ada paired.", "P1 and Ada paired."),
        ("bo, BO and Bo's trolley", "P1, P1 and P1's trolley"),
        ("Nilsson, Bo", "P1, P1"),
        ("Bo\nNilsson left", "P1 left"),
        ("to _Bo_, @bo and #bo", "to _P1_, @P1 and #P1"),
        ("Bob and the elbow", "Bob and the elbow"),
        ("Ada Okonkwo spoke", "Ada Okonkwo spoke"),
        ("Bo then Li then Bo", "P1 then P2 then P1"),
    ],
)
def test_names_words_of_names_and_handles_are_numbered(text: str, shown: str) -> None:
    assert told(text, BO, LI) == shown


def test_accents_count_in_whichever_way_they_were_typed() -> None:
    assert told("Zoe\u0308 and Zo\u00eb", ZOE) == "P1 and P1"


def test_names_in_scripts_without_spaces_are_found_inside_a_sentence() -> None:
    assert told("今天李伟来了", WEI) == "今天P1来了"


def test_the_small_words_of_a_name_are_left_alone() -> None:
    assert told("the van in the den", WILL) == "the van in the den"
    assert told("Will van den Berg", WILL) == "P1"


def test_a_name_that_may_be_a_word_is_replaced_and_told() -> None:
    shown, hits = OtherPeople(ADA, [WILL]).put_into("We will see, said Will.")

    assert shown == "We P1 see, said P1."
    assert hits == [Hit("P1", ORDINARY), Hit("P1", "")]


def test_a_name_of_two_others_stands_for_both() -> None:
    other = Naming("bo-2", ("Bo Castro",), ("bo-2",))

    shown, hits = OtherPeople(ADA, [BO, other]).put_into("Bo came, Bo Castro not")

    assert shown == "P1 or P2 came, P2 not"
    assert hits[0].doubt == SHARED


def test_a_name_the_person_has_too_stays_and_is_told() -> None:
    other = Naming("ada-2", ("Ada Castro",), ("ada-2",))

    shown, hits = OtherPeople(ADA, [other]).put_into("Ada came with Ada Castro")

    assert shown == "Ada came with P1"
    assert hits == [Hit("P1", OWN_TOO), Hit("P1", "")]


def test_in_a_cell_of_handles_only_a_whole_handle_counts() -> None:
    people = OtherPeople(ADA, [BO, LI])

    assert people.put_for("ada li bo me") == "ada P1 P2 me"
    assert people.numbers == {"P1": "li", "P2": "bo"}


def test_nobody_else_leaves_every_text_as_it_is() -> None:
    assert told("Bo and Li and Ada") == "Bo and Li and Ada"


PIECES = st.sampled_from(
    [
        *("Bo", "bo", "NILSSON", "Bo  Nilsson", "li", "Wei", "Zoë", "Zoe\u0308", "zoe"),
        *("w.berg", "Will", "Ada", "okonkwo", "met", "the", "'s", "2"),
        *"-()_#@….",
    ]
)


@given(st.lists(st.tuples(PIECES, st.sampled_from([" ", "\n", ", ", "/", "_"]))))
def test_no_name_is_left_whatever_stands_around_it(
    pieces: list[tuple[str, str]],
) -> None:
    text = "".join(piece + gap for piece, gap in pieces)
    shown = told(text, BO, LI, WILL, ZOE)
    left = set(re.findall(r"[^\W_]+", shown.casefold()))

    names = {"bo", "nilsson", "li", "wei", "will", "zoë", "zoe", "castro", "berg"}
    assert left.isdisjoint(names)
    assert told(shown, BO, LI, WILL, ZOE) == shown
    for own in ("Ada", "okonkwo"):
        assert shown.count(own) == text.count(own)
