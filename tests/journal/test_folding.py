"""Folding: what versions written on two devices add up to. A and B never met before."""

from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidelog.journal.folding import (
    Folded,
    Version,
    barred_parts,
    fold,
    unseen_parts,
)

ADA, BOB = "ada's uid", "bob's uid"
FACTS = '{"day":"2026-11-20"}'
TAGGED = '{"day":"2026-11-20","tags":["rota"]}'


def written(
    name: str,
    operation: str = "change",
    after: str = "first",
    *,
    about: tuple[str, ...] = (ADA,),
    **parts: str | None,
) -> Version:
    """A version; the later its name in the alphabet, the later it was written."""
    return Version(
        hash=name,
        stamp=ord(name[0]),
        at=f"at {name}",
        kind="session",
        operation=operation,
        about=about,
        replaces=tuple(after.split()),
        parts={part.replace("_", " "): text for part, text in parts.items()},
    )


FIRST = Version(
    hash="first",
    stamp=0,
    at="at first",
    kind="session",
    operation="add",
    about=(ADA,),
    replaces=(),
    parts={"facts": FACTS, "note": '"first words"', "agreed": '"send it"'},
)


def redacted(name: str, after: str = "first", **parts: Any) -> Version:
    """Words taken back: the parts it names are empty from then on."""
    return written(name, "redact", after, **parts, why='"a patient"')


# --- part by part ---------------------------------------------------------------------


def test_an_edit_here_and_a_tag_there_keep_both() -> None:
    note, tag = written("a", note='"new words"'), written("b", facts=TAGGED)
    parts = fold([FIRST, note, tag]).parts
    assert (parts["note"], parts["facts"]) == ('"new words"', TAGGED)
    assert fold([FIRST, note, tag]).heads == ("a", "b")


def test_a_tag_renamed_there_takes_no_edit_back() -> None:
    note, rename = (
        written("a", note='"new words"'),
        written("b", "rename", facts=TAGGED),
    )
    assert fold([FIRST, note, rename]).parts["note"] == '"new words"'


def test_of_two_edits_of_one_part_the_later_holds() -> None:
    both = [FIRST, written("a", note='"one"'), written("b", note='"two"')]
    assert fold(both).parts["note"] == '"two"'


def test_of_two_at_the_same_moment_the_greater_hash_holds() -> None:
    one, two = written("ax", note='"one"'), written("ay", note='"two"')
    assert fold([FIRST, two, one]).parts["note"] == '"two"'


def test_the_next_edit_closes_two_heads() -> None:
    both = [FIRST, written("a", note='"one"'), written("b", note='"two"')]
    assert fold([*both, written("c", after="a b", note='"three"')]).heads == ("c",)


def test_the_reason_of_a_change_is_no_part_of_the_entry() -> None:
    assert "why" not in fold([FIRST, written("a", "amend", why='"heard again"')]).parts


def test_it_was_recorded_when_it_was_first_written() -> None:
    assert fold([written("a", note='"new"'), FIRST]).recorded_at == "at first"


# --- deleted or not -------------------------------------------------------------------


def test_a_delete_takes_what_it_saw() -> None:
    edit = written("a", note='"new words"')
    assert fold([FIRST, edit, written("b", "delete", after="a")]).deleted


def test_a_delete_does_not_take_an_edit_it_never_saw() -> None:
    both = [FIRST, written("a", note='"new words"'), written("b", "delete")]
    assert not fold(both).deleted
    assert fold(both).parts["note"] == '"new words"'


def test_deleted_on_both_devices_is_deleted() -> None:
    assert fold([FIRST, written("a", "delete"), written("b", "delete")]).deleted


def test_a_restore_after_a_delete_lives() -> None:
    gone = written("a", "delete")
    assert not fold([FIRST, gone, written("b", "restore", after="a")]).deleted


@pytest.mark.parametrize("silent", ["rename", "redact"])
@pytest.mark.parametrize("delete", ["a", "c"])
def test_a_rename_or_redaction_neither_saves_nor_kills(
    silent: str, delete: str
) -> None:
    other = written("b", silent, note="null")
    assert fold([FIRST, other, written(delete, "delete")]).deleted
    assert not fold([FIRST, other]).deleted


def test_redacting_what_is_deleted_does_not_bring_it_back() -> None:
    gone = written("a", "delete")
    assert fold([FIRST, gone, redacted("b", after="a", note="null")]).deleted


def test_a_redaction_hides_no_edit_under_it_from_a_delete() -> None:
    edit = written("a", note='"new words"')
    taken = redacted("b", after="a", note="null")
    assert not fold([FIRST, edit, taken, written("c", "delete")]).deleted


# --- words that are taken back --------------------------------------------------------


def _words(*versions: Version, erased: frozenset[str] = frozenset()) -> Folded:
    return fold([FIRST, *versions], erased)


def test_a_redaction_takes_words_back() -> None:
    assert _words(redacted("a", note="null")).parts.get("note", "null") == "null"
    assert _words(redacted("a", note="null")).parts["agreed"] == '"send it"'


def test_words_carried_along_elsewhere_do_not_come_back() -> None:
    carried = written("b", note='"first words"', facts=TAGGED)
    folded = _words(redacted("a", note="null"), carried)
    assert folded.parts.get("note", "null") == "null"
    assert folded.parts["facts"] == TAGGED


def test_words_written_knowing_of_the_redaction_stay() -> None:
    again = written("b", after="a", note='"kinder words"')
    assert _words(redacted("a", note="null"), again).parts["note"] == '"kinder words"'


def test_words_written_without_knowing_do_not_hide_those_written_knowing() -> None:
    taken = redacted("a", note="null")
    knowing, unknowing = written("b", after="a", note='"b"'), written("c", note='"c"')
    assert fold([FIRST, taken, knowing, unknowing]).parts["note"] == '"b"'


def test_an_entry_given_to_somebody_erased_does_not_come_back() -> None:
    given = written("a", about=(BOB,), facts=FACTS, note='"new"', agreed="null")
    assert not fold([FIRST, given], frozenset({BOB})).exists


def test_two_redactions_bar_each_others_words() -> None:
    one = redacted("a", note="null", agreed='"send it"')
    two = redacted("b", agreed="null", note='"first words"')
    parts = _words(one, two).parts
    assert {parts.get("note", "null"), parts.get("agreed", "null")} == {"null"}


def test_why_a_text_was_changed_goes_with_it() -> None:
    amended = written("a", "amend", note='"other"', why='"he is ill"')
    other = written("b", "amend", after="a", agreed='"this"', why='"heard again"')
    gone = written("c", "delete", after="b", why='"he is ill"')
    taken = redacted("d", after="c", note="null")
    again = redacted("e", after="d", note="null")
    versions = [FIRST, amended, other, gone, taken, again]
    barred = {(one.hash, part) for one, part in barred_parts(versions, frozenset())}
    assert {hash_ for hash_, part in barred if part == "why"} == {"a", "c"}


def test_facts_that_a_redaction_sets_hold_against_those_before_and_elsewhere() -> None:
    elsewhere = written("b", facts=TAGGED)
    one = redacted("a", note="null", facts=FACTS)
    two = redacted("c", note="null", facts=FACTS)
    for versions in ([FIRST, one, elsewhere], [FIRST, one, elsewhere, two]):
        assert fold(versions).parts["facts"] == FACTS


def test_what_a_redaction_takes_without_having_seen_it_is_known() -> None:
    seen, unseen = written("a", note='"other"'), written("b", note='"more"', why='"x"')
    taken = redacted("c", after="a", note="null")
    lost = unseen_parts([FIRST, seen, unseen, taken])
    assert [(version.hash, part) for version, part in lost] == [("b", "note")]
    settled = written("d", after="b c", note='"again"')
    assert len(list(unseen_parts([FIRST, seen, unseen, taken, settled]))) == 1


def test_words_only_about_somebody_erased_are_gone() -> None:
    folded = _words(written("a", note='"new words"'), erased=frozenset({ADA}))
    assert not folded.exists
    assert folded.parts == {}


def test_words_written_meanwhile_elsewhere_are_gone_too() -> None:
    later = written("z", note='"what B wrote"', facts=TAGGED)
    assert not fold([FIRST, later], frozenset({ADA})).exists


def test_a_group_talk_keeps_its_words_while_one_is_left() -> None:
    talk = written("a", "add", after="", about=(ADA, BOB), facts=FACTS, note='"both"')
    assert fold([talk], frozenset({ADA})).parts["note"] == '"both"'
    assert not fold([talk], frozenset({ADA, BOB})).exists


def test_words_about_nobody_are_never_erased() -> None:
    own = written("a", "add", after="", about=(), facts=FACTS, note='"my own"')
    assert fold([own], frozenset({ADA, BOB})).parts["note"] == '"my own"'


def test_an_entry_given_to_somebody_else_keeps_its_words() -> None:
    given_on = written("a", about=(BOB,), facts=FACTS, note='"first words"')
    assert _words(given_on, erased=frozenset({ADA})).parts["note"] == '"first words"'


def test_what_a_gone_version_never_saw_stands() -> None:
    given_on = written("a", about=(BOB,), facts=FACTS, note='"first words"')
    unknowing = written("b", note='"new words"', facts=TAGGED)
    parts = _words(given_on, unknowing, erased=frozenset({ADA})).parts
    assert (parts["note"], parts["facts"]) == ('"first words"', FACTS)


def test_a_redaction_takes_along_what_was_anothers_for_a_while() -> None:
    lent = written("a", about=(BOB,), facts=FACTS, note='"first words"')
    back = written("b", after="a", facts=FACTS, note='"first words"')
    taken = redacted("c", after="b", facts="null", note="null", agreed="null")
    unknowing = written("d", after="a", about=(BOB,), note='"other words"')
    versions = [FIRST, lent, back, taken, unknowing]
    assert not fold(versions, frozenset({ADA})).exists
    barred = {one.hash for one, _ in barred_parts(versions, frozenset({ADA}))}
    assert barred == {"first", "a", "b", "c", "d"}


def test_words_no_longer_in_the_file_leave_their_part_empty() -> None:
    assert "note" not in _words(written("a", note=None)).parts


# --- a law ----------------------------------------------------------------------------


def _history(chance: Random, length: int) -> list[Version]:
    """Versions that each replace some of those before, as several devices would."""
    names = ["first", *"abcdefgh"[:length]]
    versions = [FIRST]
    for n, name in enumerate(names[1:], 1):
        seen = chance.sample(names[:n], chance.randint(1, min(2, n)))
        operation = chance.choice(("change", "amend", "rename", "delete", "redact"))
        parts: dict[str, Any] = {
            part: f'"{name}"' for part in ("note", "agreed") if chance.random() < 0.6
        }
        versions.append(written(name, operation, " ".join(sorted(seen)), **parts))
    return versions


@given(st.integers(0, 2**32), st.integers(1, 8), st.booleans())
def test_the_order_of_arrival_changes_nothing(
    number: int, length: int, is_erased: bool
) -> None:
    chance = Random(number)
    versions = _history(chance, length)
    erased = frozenset({ADA}) if is_erased else frozenset()
    shuffled = chance.sample(versions, len(versions))
    assert fold(shuffled, erased) == fold(versions, erased)
    assert fold(versions, erased).exists is not is_erased
