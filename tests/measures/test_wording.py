"""Words that weaken a record: what is told, what is left alone."""

import sys
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidelog.data import read_toml
from guidelog.data.demonstration import tell_story
from guidelog.dates import clock
from guidelog.measures.wording import WordClass, find_marks, read_phrase, weigh
from guidelog.wordlists import make_class

TOLD = read_toml("wording.toml")
CLASSES = tuple(make_class(name, said) for name, said in TOLD.items())
ORDINARY = Path(__file__).with_name("ordinary_sentences.txt").read_text("utf-8")
NAMES = frozenset({"bo", "nilsson", "li", "wei", "ada"})


def classes_in(text: str) -> list[str]:
    return [hit.name for hit in weigh(text, CLASSES, NAMES)]


def words_in(text: str) -> list[str]:
    return [hit.words for hit in weigh(text, CLASSES, NAMES)]


# --- what is told ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He is always late.", "absolute"),
        ("NEVER on time", "absolute"),
        ("he comes late every\ntime", "absolute"),
        ("She was careless with the keys", "label"),
        ("carelessly done", "label"),
        ("she’s difficult", "label"),
        ("Bo is difficult to lead", "label"),
        ("It is his attitude", "coded"),
        ("not a culture fit", "coded"),
        ("looks burnt out to me", "diagnosis"),
        ("He should be fired", "verdict"),
        ("He refuses to listen", "motive"),
        ("She doesn't care", "motive"),
        ("The tests were poor", "vague"),
        ("better than Bo", "comparison"),
        ("unlike the others", "comparison"),
        ("off sick since Monday", "health"),
        ("She told me that she is pregnant", "family"),
        ("He is in the union", "union"),
        ("his accent is hard to follow", "origin"),
        ("He is too old for this", "age"),
        ("goes to church on Sundays", "belief"),
        ("needs a visa", "origin"),
        ("after his divorce", "family"),
        ("her medication makes her tired", "health"),
        ("He testified last year", "complaint"),
    ],
)
def test_a_weak_word_is_told_with_its_class(text: str, name: str) -> None:
    assert classes_in(text) == [name]


def test_a_hit_names_the_words_as_typed_and_what_to_write_instead() -> None:
    (hit,) = weigh("He is  Every  Time late", CLASSES)
    assert hit.words == "Every  Time"
    assert (hit.level, hit.hint) == ("strong", TOLD["absolute"]["hint"])


def test_two_words_are_told_in_their_order() -> None:
    assert words_in("lazy, and always late") == ["lazy", "always"]


def test_of_two_phrases_that_overlap_the_longer_one_counts() -> None:
    assert classes_in("better than Li") == ["comparison"]
    assert words_in("He will never learn") == ["will never"]


@pytest.mark.parametrize("name", list(TOLD))
def test_every_phrase_of_the_list_is_found_by_itself(name: str) -> None:
    one = make_class(name, TOLD[name])
    for written in one.words:
        for phrase in read_phrase(written):
            said = " ".join(phrase).replace("PERSON", "Bo").replace("NAME", "Miller")
            hits = weigh(said.replace("*", "xy"), [one], NAMES)
            assert hits or one.name == "third-party", written


# --- what is left alone ---------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        'He said "I am always late".',
        "“never” and «always» and „immer always“ and »never«",
        "He said ‘never’ and left.",
        "Said 'the checklist is never for me' and left",
        "'I don't ever, never' was the answer",
        "an always-on service",
        "Never mind the date",
        "the difficult part of the talk",
        "emotional support",
        "as soon as the export is there",
        "late in 3 of 7 weeks, often by a day",
        "sick of the old template",
        "the European Union",
        "Customer Support called",
    ],
)
def test_what_is_quoted_counted_or_harmless_is_left_alone(text: str) -> None:
    assert classes_in(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "the users' list is never read by the users' deputies",
        'a 5" pipe is never a 6" pipe',
        'He said "stop and was never heard',
        "rock 'n' roll never dies",
        '"Yes," she said, and never came: "no"',
    ],
)
def test_an_apostrophe_or_a_lone_mark_quotes_nothing(text: str) -> None:
    assert words_in(text) == ["never"]


@given(st.text(alphabet="ab \n\"'“”„«»‘’.-", max_size=60), st.sampled_from(CLASSES))
def test_whatever_the_marks_a_hit_is_a_piece_of_the_text(
    text: str, one: WordClass
) -> None:
    said = f"{text} always lazy {text}"
    for hit in weigh(said, [one], NAMES):
        assert hit.words in said


@given(st.text(max_size=40).filter(lambda text: '"' not in text and "\n" not in text))
def test_what_stands_between_straight_marks_is_never_told(text: str) -> None:
    inside = text.strip() or "x"
    assert weigh(f'He said: "{inside}"', CLASSES, NAMES) == ()


# --- third parties --------------------------------------------------------------------


def test_a_name_is_somebody_only_with_a_capital() -> None:
    assert words_in("introduced to Bo Nilsson") == ["Bo Nilsson"]
    assert words_in("a bo tree and a wei") == []


def test_titles_and_patients_point_at_people_nobody_knows() -> None:
    assert words_in("rang Mr. Jones and patient Miller") == [
        "Mr. Jones",
        "patient Miller",
    ]


@pytest.mark.parametrize(
    "mark",
    [
        "jan.de@example.org",
        "0151 234 5678",
        "+49 30 901820",
        "123456789",
        "4111-1111-1111",
    ],
)
def test_long_numbers_and_addresses_are_marks(mark: str) -> None:
    assert find_marks(f"customer {mark}, called back") == (mark,)


@pytest.mark.parametrize(
    "text",
    ["on 2026-11-20 at 15:00", "1 000 000 euros", "ticket 48213", 'said "12345678"'],
)
def test_days_amounts_tickets_and_quotes_are_no_marks(text: str) -> None:
    assert find_marks(text) == ()


# --- false alarms ---------------------------------------------------------------------


def say(text: str) -> None:
    sys.stdout.write(f"\n{text}\n")


def alarms_in(texts: list[str]) -> Counter[str]:
    return Counter(name for text in texts for name in set(classes_in(text)))


def test_ordinary_sentences_of_leaders_raise_few_alarms(
    capsys: pytest.CaptureFixture[str],
) -> None:
    sentences = ORDINARY.splitlines()
    assert len(sentences) == len(set(sentences)) == 200
    alarms = alarms_in(sentences)
    with capsys.disabled():
        say(f"false alarms in 200 ordinary sentences: {dict(alarms)}")
    grave = {one.name for one in CLASSES if one.level == "never"}
    strong = {one.name for one in CLASSES if one.level == "strong"}
    assert sum(alarms[name] for name in grave) == 0
    assert sum(alarms[name] for name in strong) <= 4
    assert sum(alarms.values()) - alarms["third-party"] <= 6


def test_the_demonstration_raises_hardly_any_alarm(
    capsys: pytest.CaptureFixture[str],
) -> None:
    texts = [line.typed for line in tell_story(clock.now())]
    alarms = sum((Counter(classes_unquoted(text)) for text in texts), Counter[str]())
    with capsys.disabled():
        say(f"false alarms in {len(texts)} lines of the demo: {dict(alarms)}")
    assert sum(alarms.values()) <= 3


def classes_unquoted(line: str) -> list[str]:
    # the marks of the shell are no quotation
    told = [hit.name for hit in weigh(line.replace('"', " "), CLASSES)]
    return [name for name in told if name != "third-party"]
