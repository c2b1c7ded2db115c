"""The page before a talk, as a leader sees it."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from guidelog.lookback.facts import Guided, PrepFacts
from guidelog.measures.suggestions import prepare
from guidelog.reports import prep_page
from reports import ada, bo
from reports.inventing import commitment, goal, session, topic
from reports.shown import shown

Golden = Callable[[str, str], None]
BANK = {
    "both": {
        "options": ["Which two ways forward do you see?"],
        "affirm": ["What did you notice first?"],
    }
}
TODAY = bo.TODAY


def guided(handle: str, name: str, **said: Any) -> Guided:
    usual = {"rhythm_days": 14, "last_talk_on": None, "role": None, "team": None}
    more = {"since": None, "hold_since": None, "hold_reason": None}
    return Guided(handle, name, "report", **{**usual, **more, **said})


BO = PrepFacts(
    person=guided(
        "bo",
        "Bo Nilsson",
        role="support lead",
        team="Customer Support",
        last_talk_on="2026-10-16",
    ),
    talk_days=tuple(row.occurred_at for row in bo.SESSIONS),
    last=bo.SESSIONS[-1],
    commitments=tuple(row for row in bo.FACTS.commitments if row.state == "open"),
    topics=(topic("t6", "how the new rota works for him"),),
    goals=bo.GOALS,
    steps=bo.FACTS.steps,
    progress=bo.FACTS.progress,
    resistance=(bo.NOTE,),
    attempts=bo.ATTEMPTS,
    observations=bo.OBSERVATIONS,
)
ADA = PrepFacts(
    person=guided(
        "ada",
        "Ada Okonkwo",
        last_talk_on="2026-10-08",
        hold_since="2026-11-02",
        hold_reason="a claim",
    ),
    talk_days=("2026-10-08",),
    last=ada.TALKS[0]._replace(note="Went through the budget line by line. " * 20),
    commitments=tuple(
        commitment(f"c{n}", "ada", f"runbook {n}", person="ada") for n in range(1, 8)
    ),
    goals=(*ada.GOALS, goal("g9", "2026-11-01", "Write more", person="ada")),
    steps=ada.FACTS.steps,
    progress=ada.PROGRESS,
    observations=ada.OBSERVATIONS,
)
NEW = PrepFacts(guided("li", "Li Wei", rhythm_days=None))
PEOPLE = {"bo": BO, "ada": ADA, "new": NEW}


def page(facts: PrepFacts, width: int = 80, unicode: bool = True) -> str:
    prepared = prepare(facts, BANK, TODAY)
    return shown(prep_page.compose(prepared, TODAY), width, unicode)


@pytest.mark.parametrize("name", PEOPLE)
@pytest.mark.parametrize("width", [40, 80, 100])
def test_the_page_looks_as_it_did(golden: Golden, name: str, width: int) -> None:
    text = page(PEOPLE[name], width)
    assert max(map(len, text.splitlines())) <= width
    golden(f"prep-{name}-{width}.txt", text)


def test_without_unicode_every_sign_is_ascii(golden: Golden) -> None:
    text = page(BO, unicode=False)
    assert text.isascii()
    golden("prep-bo-80-ascii.txt", text)


def talked(**said: Any) -> str:
    """The line of a last talk, whatever was kept of it."""
    kept = {"people": "bo li", "note": "Hello", "minutes": 30, **said}
    talk = session("s1", "2026-11-20", **kept)
    person = BO.person._replace(last_talk_on="2026-11-20")
    return page(NEW._replace(person=person, last=talk))


def test_a_talk_without_words_says_why() -> None:
    assert "Hello" in talked()
    assert "nothing written" in talked(note=None)
    assert "deliberately not written down" in talked(note=None, unwritten="true")
    assert "agreed: the rota" in talked(agreed="the rota")
    assert "with li" in talked()
    assert "30 min" in talked()
    assert "min" not in talked(minutes=None)


@pytest.mark.parametrize(
    ("due_on", "said"),
    [
        (None, "no date, written Fri 20 Nov"),
        ("2026-11-22", "due Sun 22 Nov, 1 day late"),
        ("2026-11-23", "due today"),
        ("2026-11-24", "due Tue 24 Nov"),
    ],
)
def test_a_promise_says_when_it_is_due(due_on: str | None, said: str) -> None:
    row = commitment("c1", "me", "the list", person="bo", due_on=due_on)
    lines = page(NEW._replace(commitments=(row,))).splitlines()
    assert lines[-1].strip() == said


@pytest.mark.parametrize(
    ("follow_up_on", "said"),
    [
        ("2026-11-22", "look again Sun 22 Nov, 1 day late"),
        ("2026-11-23", "look again today"),
        ("2026-11-24", "look again Tue 24 Nov"),
        (None, "expected: Checklist at every hand-over from Mon 13 Jul"),
    ],
)
def test_a_note_says_when_to_look_again(follow_up_on: str | None, said: str) -> None:
    note = bo.NOTE._replace(follow_up_on=follow_up_on, other_causes=None)
    facts = NEW._replace(resistance=(note,))
    _, _, under = page(facts).partition("Open")
    before_decisions, *_ = under.split("  Decide")
    assert before_decisions.strip().splitlines()[-1].strip() == said


def test_nothing_good_since_is_said_after_sixty_days() -> None:
    seen = NEW._replace(observations=bo.OBSERVATIONS[3:4])
    prepared = prepare(seen, BANK, TODAY)

    def on(day: date) -> str:
        return shown(prep_page.compose(prepared, day))

    assert "nothing good noted since" not in on(date(2026, 10, 31))
    assert "nothing good noted since" in on(date(2026, 11, 1))


def test_only_what_slipped_after_the_last_talk_is_to_be_talked_about() -> None:
    assert "hand-over sheet for the weekend" in page(BO)
    later = BO.person._replace(last_talk_on="2026-11-12")
    assert "hand-over sheet for the weekend" not in page(BO._replace(person=later))
