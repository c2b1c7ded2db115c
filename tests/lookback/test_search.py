"""Search: what was written down is found again; private words by the leader alone."""

import re
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidelog.errors import UnknownWord
from guidelog.lookback.filters import Filters
from guidelog.lookback.hits import Hit
from guidelog.lookback.search import TEXTS, search
from lookback.building import Book
from lookback.test_filters import NOVEMBER

HELD = {"hold_reason": "reason"}
"""What the public view calls otherwise than the table."""
NAMES = {"resistance_note": "resistance", "progress_entry": "progress"}
EVERY_TEXT = [(kind, part) for kind, parts in TEXTS.items() for part in parts]


@pytest.fixture
def pair(book: Book) -> Book:
    """A journal with Ada and Bo."""
    book.person("ada", "Ada Okonkwo", team="Platform")
    book.person("bo", "Bo Nilsson")
    return book


def found(book: Book, words: str, best: bool = False, **filters: Any) -> list[str]:
    """The ids of what a leader finds."""
    facts = search(book.db, words, Filters(**filters), best)
    return [hit.id for hit in facts.hits]


def only(book: Book, words: str) -> Hit:
    """The one thing that is found."""
    (hit,) = search(book.db, words, Filters()).hits
    return hit


def marked(hit: Hit) -> list[str]:
    """The words that are marked in a text."""
    return [hit.text[start:end] for start, end in hit.marks]


def write(book: Book, kind: str, visibility: str = "record", **said: Any) -> str:
    """Write one thing of a kind about Ada, with all that it can't be without."""
    seen = {"visibility": visibility}
    about: dict[str, dict[str, Any]] = {
        "person": {"handle": "mira", "name": "Mira Haddad"},
        "session": {"people": ["ada"], "agreed_visibility": visibility} | seen,
        "action": {"name": "walk", "label": "walk together"},
        "handout": {"person": "ada"},
        "hold": {"person": "ada"},
    }
    if kind in ("step", "progress"):
        about["step"] = {"goal": book.write("goal", person="ada", **seen), "step": 1}
        about["progress"] = about["step"] | seen
    elif kind in ("attempt", "move"):
        about["move"] = {"resistance": book.write("resistance", person="ada", **seen)}
        about["attempt"] = about["move"] | seen
    return book.write(kind, **(about.get(kind, {"person": "ada"} | seen) | said))


@pytest.mark.parametrize(("kind", "part"), EVERY_TEXT)
def test_every_text_of_every_kind_is_found(kind: str, part: str, pair: Book) -> None:
    column = HELD.get(part, part)
    write(pair, kind, **{column: "Once: a quokka's smile"})

    hit = only(pair, "QUOKKA")

    assert (hit.kind, hit.part, hit.text) == (kind, part, "Once: a quokka's smile")
    assert marked(hit) == ["quokka"]


def test_no_text_of_the_index_is_forgotten() -> None:
    views = (files("guidelog.storage") / "views.sql").read_text("utf-8")
    wording = views[views.index("CREATE VIEW wording") :]
    indexed = set(re.findall(r"coalesce\((\w+)\.(\w+)", wording))

    known = {(kind, HELD.get(part, part)) for kind, part in EVERY_TEXT}
    assert {(NAMES.get(table, table), column) for table, column in indexed} == known


def test_what_was_written_last_comes_first_whenever_it_happened(pair: Book) -> None:
    first = pair.talk("2026-11-20", "ada", note="the outage")
    last = pair.talk("2026-03-02", "ada", note="an outage long ago")

    assert found(pair, "outage") == [last, first]


def test_the_best_is_what_says_it_most(pair: Book) -> None:
    best = pair.talk("2026-03-02", "ada", note="outage, outage, outage")
    other = pair.talk("2026-11-20", "ada", note="a long talk about an outage and more")

    assert found(pair, "outage", best=True) == [best, other]
    assert found(pair, "outage") == [other, best]


def test_all_words_have_to_be_there_in_any_order_and_any_text(pair: Book) -> None:
    talk = pair.talk("2026-11-20", "ada", note="Led the review.", agreed="twice more")
    pair.talk("2026-11-20", "ada", note="Led the outage call.")

    assert found(pair, "more review") == [talk]
    assert found(pair, "review outage") == []


def test_a_word_finds_longer_ones_unless_punctuation_ends_it(pair: Book) -> None:
    longer = pair.talk("2026-11-20", "ada", note="planning")
    plain = pair.talk("2026-11-20", "ada", note="the plan")

    assert found(pair, "plan") == [plain, longer]
    assert found(pair, "plan.") == [plain]
    assert found(pair, "lan") == []


def test_words_joined_by_punctuation_stand_side_by_side(pair: Book) -> None:
    talk = pair.talk("2026-11-20", "ada", note="Spent the error budget.")
    pair.talk("2026-11-20", "ada", note="An error in the budget.")

    assert found(pair, "error-budget") == [talk]
    assert marked(only(pair, "error-budget")) == ["error budget"]


@pytest.mark.parametrize(
    ("written", "sought"),
    [
        ("Café with Nguyễn", "cafe"),
        ("Café with Nguyễn", "NGUYEN"),
        ("Cafe\u0301 around the corner", "café"),
        ("日本語の会議でした", "会議"),
        ("テストのレビュー", "レビュー"),
        ("คุยเรื่องแผนงาน", "แผน"),
        ("shipped 🎉 at last", "🎉"),
        ("grew by 100 % a year", "%"),
        ("a snake_case name", "snake_case"),
        (r"C:\temp", "\\"),
        ("한국어로 이야기", "한국"),
    ],
)
def test_words_are_found_as_people_type_them(
    written: str, sought: str, pair: Book
) -> None:
    talk = pair.talk("2026-11-20", "ada", note=written)
    pair.talk("2026-11-21", "ada", note="nothing of it")

    assert found(pair, sought) == [talk]
    assert only(pair, sought).marks != ()


def test_scripts_with_and_without_spaces_are_found_together(pair: Book) -> None:
    talk = pair.talk("2026-11-20", "ada", note="月曜の会議: budget")
    pair.talk("2026-11-20", "ada", note="月曜の会議")

    assert found(pair, "budget 会議") == [talk]
    assert found(pair, "会議 bud", best=True) == [talk]


def test_a_limit_says_how_many_there_are(pair: Book) -> None:
    talks = [pair.talk("2026-11-20", "ada", note="outage") for _ in range(5)]

    facts = search(pair.db, "outage", Filters(limit=2))

    assert [hit.id for hit in facts.hits] == talks[:2:-1]
    assert facts.total == 5


def test_what_is_deleted_is_not_found(pair: Book) -> None:
    talk = pair.talk("2026-11-20", "ada", note="outage")
    pair.delete(talk)

    assert found(pair, "outage") == []


def test_filters_narrow_what_is_found(pair: Book) -> None:
    aim = pair.write("goal", person="ada", title="Quokka care", day="2026-02-01")
    step = pair.write("step", goal=aim, step=1, text="feed the quokka")
    note = "quokka"
    ada = pair.talk("2026-11-20", "ada", note=note, tags=["zoo"], goals=[aim])
    both = pair.talk("2026-10-01", "ada", "bo", note=note)
    seen = pair.write("observation", person="bo", text=note, day="2026-11-02")

    assert step
    assert found(pair, note) == [seen, both, ada, aim, aim]
    assert found(pair, note, who="ada") == [both, ada, aim, aim]
    assert found(pair, note, who="bo") == [seen, both]
    assert found(pair, note, period=NOVEMBER) == [seen, ada]
    assert found(pair, note, kinds=("session",)) == [both, ada]
    assert found(pair, note, kinds=("goal",)) == [aim, aim]
    assert found(pair, note, tags=("zoo",)) == [ada]
    assert found(pair, note, goals=(aim,)) == [ada, aim, aim]
    assert found(pair, note, who="ada", limit=1) == [both]
    with pytest.raises(UnknownWord):
        found(pair, note, kinds=("sesion",))


def test_a_talk_with_several_is_found_once_with_all_of_them(pair: Book) -> None:
    pair.talk("2026-11-20", "ada", "bo", note="outage")

    assert only(pair, "outage").people == "ada bo"


def test_what_has_no_id_is_called_by_what_it_hangs_on(pair: Book) -> None:
    aim = pair.write("goal", person="ada", day="2026-02-01")
    pair.write("step", goal=aim, step=1, text="feed the quokka")
    note = pair.write("resistance", person="bo")
    pair.write("move", resistance=note, reason="a wombat", day="2026-07-30")

    step, move, person = only(pair, "quokka"), only(pair, "wombat"), only(pair, "platf")

    assert (step.id, step.people, step.occurred_at) == (aim, "ada", "2026-02-01")
    assert (move.id, move.people, move.occurred_at) == (note, "bo", "2026-07-30")
    assert (person.id, person.part, person.occurred_at) == ("ada", "team", None)


# --- for others -----------------------------------------------------------------------


@pytest.mark.parametrize("kind", sorted(set(TEXTS) - {"handout"}))
def test_nothing_private_is_found_for_others(kind: str, pair: Book) -> None:
    part = next(one for one in TEXTS[kind] if one != "place")
    write(pair, kind, "private", **{HELD.get(part, part): "quokka"})

    assert len(found(pair, "quokka")) == 1
    assert found(pair, "quokka", for_others=True) == []


@pytest.mark.parametrize("kind", sorted(set(TEXTS) - {"person", "hold", "action"}))
def test_what_is_on_record_is_found_for_others(kind: str, pair: Book) -> None:
    part = TEXTS[kind][0]
    write(pair, kind, "record", **{part: "quokka"})

    assert found(pair, "quokka", for_others=True) == found(pair, "quokka") != []


def test_of_a_talk_only_what_is_on_record_is_found_for_others(pair: Book) -> None:
    talk = pair.talk("2026-11-20", "ada", note="tired", agreed="a rested quokka")

    (hit,) = search(pair.db, "quokka", Filters(for_others=True)).hits

    assert (hit.id, hit.part, hit.text) == (talk, "agreed", "a rested quokka")
    assert found(pair, "tired", for_others=True) == []
    assert found(pair, "tired quokka", for_others=True) == []
    assert found(pair, "tired quokka") == [talk]


def test_for_others_the_limit_counts_what_others_may_see(pair: Book) -> None:
    seen = pair.write("observation", person="ada", text="quokka", day="2026-11-01")
    for _ in range(3):
        pair.talk("2026-11-20", "ada", note="quokka")

    facts = search(pair.db, "quokka", Filters(for_others=True, limit=1))

    assert ([hit.id for hit in facts.hits], facts.total) == ([seen], 1)


# --- laws -----------------------------------------------------------------------------


@given(st.text(max_size=30))
def test_nothing_that_can_be_typed_does_harm(typed: str) -> None:
    text = typed.replace("\0", "").encode(errors="ignore").decode()
    book = Book()
    book.person("ada", "Ada Okonkwo")
    book.talk("2026-11-20", "ada", note="(NEAR) OR \"quotes\" AND 'more' * ^ : -")

    for best in (False, True):
        search(book.db, text, Filters(limit=5), best)

    book.db.close()


@given(
    st.text(st.characters(categories=("L", "N", "P", "S"), codec="utf-8"), min_size=1)
)
def test_what_was_written_is_found_by_the_same_words(note: str) -> None:
    book = Book()
    book.person("ada", "Ada Okonkwo")
    talk = book.talk("2026-11-20", "ada", note=f"before {note} after")

    hits = search(book.db, note, Filters()).hits

    assert [hit.id for hit in hits if hit.kind == "session"] == [talk]
    assert hits[-1].marks != () or hits[-1].kind != "session"
    book.db.close()
