"""Every rule fires on the record it is for, and is silent where it only just is not."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidelog.data.actions import load_catalogue
from guidelog.lookback.facts import Guided, PrepFacts
from guidelog.lookback.rows import AttemptRow, ResistanceRow
from guidelog.measures.suggestion import Suggestion
from guidelog.measures.suggestions import (
    FITTING,
    RULES,
    first_of,
    prepare,
    question_for,
)
from guidelog.questions import read_questions
from reports.inventing import (
    attempt,
    commitment,
    goal,
    note,
    observation,
    progress,
    session,
)

TODAY = date(2026, 11, 23)
PUBLISHED = re.compile(r"\((.* )?\d{4}\)|\b[a-z-]+\.(com|edu|gov|org)\b")
"""A year of publication, or where on the web."""
BO = Guided("bo", "Bo Nilsson", "report", None, None, 14, None, None, None, None)
NOTHING = PrepFacts(BO)


def ago(days: int) -> str:
    """The day so many days before today."""
    return (TODAY - timedelta(days)).isoformat()


def fired(facts: PrepFacts) -> dict[str, Suggestion]:
    """What the rules say, by their names."""
    return {one.rule: one for one in prepare(facts, {}, TODAY).suggestions}


def told(*results: str | None, **said: str | None) -> PrepFacts:
    """A note of last week with an attempt for each result."""
    attempts = tuple(
        attempt(f"a{n}", ago(30 - n), "r1", "a checklist", result=result)
        for n, result in enumerate(results)
    )
    usual = {"other_causes": None, "status": "working", **said}
    row = note("r1", ago(6), "left out", "used", attempts=len(attempts), **usual)
    return NOTHING._replace(resistance=(row,), attempts=attempts)


def test_nothing_on_record_means_nothing_said() -> None:
    assert fired(NOTHING) == {}


# --- told twice without result --------------------------------------------------------


@pytest.mark.parametrize("last", ["none", "worse"])
def test_told_twice_in_vain_other_causes_are_asked_for(last: str) -> None:
    said = fired(told("some", last))
    assert said["ask-for-causes"].ids == ("r1", "a0", "a1")
    assert said["ask-for-causes"].action == "question"
    assert "settle-or-hand-on" not in said


IN_VAIN = told("none", "none", other_causes="missing tool or time")


def test_with_causes_on_record_they_are_settled_or_it_is_handed_on() -> None:
    said = fired(IN_VAIN)
    assert "ask-for-causes" not in said
    decided = said["settle-or-hand-on"]
    assert decided.ids == ("r1", "a0", "a1")
    assert decided.reason == "Told twice, last result none"
    assert decided.proposal == "settle the cause or speak to HR"
    assert decided.action == "refer"


def test_where_no_cause_was_found_the_expectation_is_stated_again() -> None:
    decided = fired(told("none", "none", other_causes="none found"))
    assert decided["settle-or-hand-on"].action == "expect"
    assert "restate it" in decided["settle-or-hand-on"].proposal


def test_only_a_direct_report_is_handed_on_to_hr() -> None:
    mentee = IN_VAIN._replace(person=BO._replace(relation="mentee"))
    proposal = fired(mentee)["settle-or-hand-on"].proposal
    assert proposal == "settle the cause or hand on"


@pytest.mark.parametrize(
    "facts",
    [
        told("none"),
        told("none", "some"),
        told("none", "improved"),
        told("none", "too-early"),
        told("none", None),
        told("none", "none", status="escalated"),
        told("none", "none")._replace(
            attempts=(
                attempt("a0", ago(30), "r1", "x", result="none"),
                attempt("a1", ago(29), "r1", "x", response="absent", result="none"),
            ),
        ),
    ],
    ids=["once", "some", "improved", "early", "unknown", "handed on", "absent"],
)
@pytest.mark.parametrize("causes", [None, "missing tool or time"])
def test_short_of_told_twice_in_vain_it_is_not_said(
    facts: PrepFacts, causes: str | None
) -> None:
    (row,) = facts.resistance
    said = fired(facts._replace(resistance=(row._replace(other_causes=causes),)))
    assert said.keys().isdisjoint({"ask-for-causes", "settle-or-hand-on"})


def test_three_times_is_said_as_it_is() -> None:
    said = fired(told("none", "none", "none"))
    assert said["ask-for-causes"].reason.startswith("Told 3 times")


def test_the_attempts_of_another_note_do_not_count() -> None:
    first, second = told("none", "none").attempts
    other = second._replace(resistance="r2")
    assert fired(told("none")._replace(attempts=(first, other))) == {}


# --- notes that wait ------------------------------------------------------------------


def followed(day: str | None) -> PrepFacts:
    return told("some", follow_up_on=day)


def test_the_day_to_look_again_has_come() -> None:
    assert fired(followed(ago(0)))["look-again"].ids == ("r1",)
    assert "look-again" not in fired(followed(ago(-1)))
    assert "look-again" not in fired(followed(None))


def test_the_notes_to_look_at_come_by_their_day() -> None:
    rows: Sequence[ResistanceRow] = [
        followed(ago(days)).resistance[0]._replace(id=name)
        for name, days in (("r1", 1), ("r2", 5), ("r3", -1))
    ]
    said = fired(NOTHING._replace(resistance=tuple(rows)))
    assert said["look-again"].ids == ("r2", "r1")


def noted(days: int, attempts: Sequence[AttemptRow] = ()) -> PrepFacts:
    row = note("r1", ago(days), "left out", "used", attempts=len(attempts))
    return NOTHING._replace(resistance=(row,), attempts=tuple(attempts))


def test_a_note_of_a_week_that_nobody_talked_about() -> None:
    said = fired(noted(7))["talk-about-it"]
    assert (said.ids, said.reason) == (
        ("r1",),
        "Noted 7 days ago and not yet talked about",
    )
    assert "talk-about-it" not in fired(noted(6))
    tried = [attempt("a1", ago(1), "r1", "the checklist")]
    assert "talk-about-it" not in fired(noted(7, tried))


# --- talks ----------------------------------------------------------------------------


def talked(days: int | None, rhythm: int | None = 14) -> PrepFacts:
    if days is None:
        return NOTHING._replace(person=BO._replace(rhythm_days=rhythm))
    person = BO._replace(rhythm_days=rhythm, last_talk_on=ago(days))
    return NOTHING._replace(person=person, last=session("s1", ago(days)))


def test_no_talk_within_twice_the_rhythm() -> None:
    said = fired(talked(29))["keep-the-rhythm"]
    assert (said.ids, said.action) == (("s1",), "contract")
    assert fired(talked(28)) == {}
    assert fired(talked(400, rhythm=None)) == {}
    assert fired(talked(None)) == {}


def test_the_last_talk_may_have_been_an_attempt() -> None:
    tried = attempt("a1", ago(29), "r1", "asked", response="partly")
    facts = talked(29)._replace(last=session("s1", ago(90)), last_attempt=tried)
    assert fired(facts)["keep-the-rhythm"].ids == ("a1",)


# --- what slipped, what was promised --------------------------------------------------


def slipped(days: int, noticed: str = "self", standard: str = "off-track") -> PrepFacts:
    row = observation("o1", ago(days), "paged", standard=standard, noticed=noticed)
    return talked(10)._replace(observations=(row,))


def test_a_slip_that_they_noticed_first_is_affirmed() -> None:
    said = fired(slipped(9))["affirm-what-they-saw"]
    assert (said.ids, said.action, said.stage) == (("o1",), "affirm", "affirm")
    for facts in (slipped(10), slipped(9, "leader"), slipped(9, standard="met")):
        assert "affirm-what-they-saw" not in fired(facts)
    before_any_talk = slipped(9)._replace(person=BO, last=None)
    assert "affirm-what-they-saw" in fired(before_any_talk)


def promised(*days: int | None, owner: str = "bo") -> PrepFacts:
    rows = (
        commitment(f"c{n}", owner, "a list", due_on=None if at is None else ago(at))
        for n, at in enumerate(days)
    )
    return NOTHING._replace(commitments=tuple(rows))


def test_two_agreed_steps_past_their_date() -> None:
    assert fired(promised(1, 0, 9))["ask-about-missed-steps"].ids == ("c0", "c2")
    assert fired(promised(1, 0)) == {}
    assert fired(promised(1, None)) == {}
    assert fired(promised(1, 9, owner="me")) == {}


# --- goals ----------------------------------------------------------------------------


def rated(own: int, yours: int, apart: int = 0, **said: str) -> PrepFacts:
    aim = goal("g1", ago(200), "Speak up", origin="them", scale="levels", **said)
    ratings = (
        progress("p1", ago(120), "g1", level=0),
        progress("p2", ago(100), "g1", level=own, rater="self"),
        progress("p3", ago(100 - apart), "g1", level=yours),
        progress("p4", ago(1), "g2", level=own),
    )
    return NOTHING._replace(goals=(aim,), progress=ratings)


def test_ratings_two_levels_apart() -> None:
    said = fired(rated(1, -1))["ask-for-their-picture"]
    assert (said.ids, said.action) == (("g1", "p2", "p3"), "self-assess")
    assert "ask-for-their-picture" in fired(rated(-2, 0, apart=90))
    assert fired(rated(-2, 0, apart=91)) == {}
    assert fired(rated(1, 0)) == {}


def test_one_rating_alone_is_not_apart() -> None:
    facts = rated(1, -1)
    (_, own, _, _) = facts.progress
    assert fired(facts._replace(progress=(own,))) == {}
    assert fired(facts._replace(progress=(own._replace(rater="leader"),))) == {}


def aimed(by: str | None, *origins: str | None) -> PrepFacts:
    rows = (
        goal(f"g{n}", ago(90), "an aim", target_on=by, origin=origin)
        for n, origin in enumerate(origins)
    )
    return NOTHING._replace(goals=tuple(rows))


def test_an_open_goal_past_its_date() -> None:
    said = fired(aimed(ago(1), "them"))["ask-for-ways-forward"]
    assert (said.ids, said.action) == (("g0",), "options")
    assert fired(aimed(ago(0), "them")) == {}
    assert fired(aimed(None, "them")) == {}


def test_no_goal_of_their_own() -> None:
    said = fired(aimed(None, "me", None))["ask-for-their-own-goal"]
    assert (said.ids, said.action) == (("g0", "g1"), "set-goal")
    assert fired(aimed(None, "me", None, "them")) == {}
    # a goal that is reached asks for nothing, whose idea it ever was
    mine = goal("g9", ago(90), "an aim", scale="numeric", progress=1.0, origin="me")
    assert fired(NOTHING._replace(goals=(mine,))) == {}
    # whoever has no goal at all may need none
    assert fired(aimed(None)) == {}


# --- the good -------------------------------------------------------------------------


def praised(good: int | None, *talks: int) -> PrepFacts:
    rows = (
        ()
        if good is None
        else (observation("o1", ago(good), "took the call", standard="met"),)
    )
    return NOTHING._replace(
        observations=rows, talk_days=tuple(ago(days) for days in talks)
    )


def test_nothing_good_noted_for_long() -> None:
    said = fired(praised(60, 59, 1))["ask-for-the-good"]
    assert (said.ids, said.action) == (("o1",), "observe")
    assert said.reason == "Nothing good noted in 60 days, over 2 talks"
    assert fired(praised(59, 58, 1)) == {}
    assert fired(praised(60, 60, 1)) == {}


def test_where_nothing_good_was_ever_noted_it_counts_from_the_first_talk() -> None:
    assert fired(praised(None, 60, 30, 1))["ask-for-the-good"].ids == ()
    assert fired(praised(None, 60, 30)) == {}
    assert fired(praised(None, 59, 30, 1)) == {}
    assert fired(praised(None)) == {}


def skilled(*standards: str, oldest: int = 89) -> PrepFacts:
    rows = (
        observation(f"o{n}", ago(oldest - n), "a call", standard=standard)
        for n, standard in enumerate(standards)
    )
    return NOTHING._replace(observations=tuple(rows))


def test_a_skill_met_for_long_is_carried_over() -> None:
    said = fired(skilled(*["met"] * 5))["ask-where-else"]
    assert (said.ids, said.action) == (("o0", "o1", "o2", "o3", "o4"), "transfer")
    assert fired(skilled(*["met"] * 4)) == {}
    assert fired(skilled(*["met"] * 5, oldest=90)) == {}
    assert "ask-where-else" not in fired(skilled(*["met"] * 5, "off-track"))
    before = skilled("off-track", *["met"] * 5, oldest=90)
    assert "ask-where-else" in fired(before)


# --- all of them ----------------------------------------------------------------------

EVERY_CASE = [
    IN_VAIN,
    told("none", "none"),
    followed(ago(0)),
    noted(7),
    talked(29),
    slipped(9),
    promised(1, 1),
    rated(1, -1),
    aimed(ago(1), "them"),
    praised(60, 59, 1),
    aimed(None, "me"),
    skilled(*["met"] * 5),
]


def test_there_is_a_case_for_every_rule() -> None:
    named = {name for facts in EVERY_CASE for name in fired(facts)}
    assert len(named) == len(RULES)


def merged(cases: Sequence[PrepFacts]) -> PrepFacts:
    """One person about whom all of it is on record."""
    facts = NOTHING
    for n, one in enumerate(cases):
        facts = PrepFacts(
            person=BO._replace(last_talk_on=one.person.last_talk_on or ago(100)),
            talk_days=facts.talk_days + one.talk_days,
            last=one.last or facts.last,
            commitments=facts.commitments + one.commitments,
            goals=facts.goals + one.goals,
            progress=facts.progress + one.progress,
            resistance=(
                *facts.resistance,
                *(row._replace(id=f"{row.id}{n}") for row in one.resistance),
            ),
            attempts=(
                *facts.attempts,
                *(
                    row._replace(resistance=f"{row.resistance}{n}")
                    for row in one.attempts
                ),
            ),
            observations=facts.observations + one.observations,
        )
    return facts


@given(st.lists(st.sampled_from(EVERY_CASE), max_size=6))
def test_whatever_is_on_record_each_rule_speaks_once_and_names_what_is_there(
    cases: list[PrepFacts],
) -> None:
    facts = merged(cases)
    suggestions = prepare(facts, {}, TODAY).suggestions
    rules = [one.rule for one in suggestions]
    assert len(set(rules)) == len(rules)
    here = {row.id for row in facts.commitments} | {row.id for row in facts.goals}
    here |= {row.id for row in facts.progress} | {row.id for row in facts.resistance}
    here |= {row.id for row in facts.attempts} | {row.id for row in facts.observations}
    here |= {facts.last.id} if facts.last else set()
    assert all(here.issuperset(one.ids) for one in suggestions)


@pytest.mark.parametrize("facts", EVERY_CASE)
def test_every_suggestion_can_be_followed_and_looked_up(facts: PrepFacts) -> None:
    for one in fired(facts).values():
        assert one.action in load_catalogue()
        assert PUBLISHED.search(one.source)
        assert (one.stage is not None) == (one.kind == "ask")
        assert not one.reason[0].islower()
        assert not one.reason.endswith(".")


def test_the_most_urgent_comes_first_whatever_the_order_on_record() -> None:
    everything = merged(EVERY_CASE)
    shown = prepare(everything, {}, TODAY).suggestions
    asked, decided = first_of("ask", shown), first_of("decide", shown)
    assert asked is not None
    assert decided is not None
    assert (asked.rule, decided.rule) == ("ask-for-causes", "settle-or-hand-on")
    backwards = prepare(merged(EVERY_CASE[::-1]), {}, TODAY).suggestions
    assert [one.rule for one in backwards] == [one.rule for one in shown]


# --- questions ------------------------------------------------------------------------

BANK = {
    "both": {"goal": ["b1", "b2"]},
    "mentoring": {"goal": ["m1"]},
    "coaching": {"goal": ["c1"]},
}


def turns(mode: str | None, talks: range) -> list[str | None]:
    """The question whose turn it is after so many talks, the last of this mode."""
    last = session("s1", ago(1), mode) if mode else None
    return [
        question_for("goal", NOTHING._replace(last=last, talk_days=("",) * n), BANK)
        for n in talks
    ]


def test_the_questions_that_fit_take_turns() -> None:
    assert turns("coaching", range(4)) == ["b1", "b2", "c1", "b1"]
    assert turns("mentoring", range(3)) == ["b1", "b2", "m1"]
    assert turns("blended", range(5)) == ["b1", "b2", "m1", "c1", "b1"]
    assert turns(None, range(3)) == ["b1", "b2", "m1"]


def test_where_no_question_fits_none_is_given() -> None:
    assert question_for("will", NOTHING, BANK) is None
    assert question_for(None, NOTHING, BANK) is None


def test_the_question_belongs_to_what_is_asked() -> None:
    assert prepare(aimed(None, "me"), BANK, TODAY).question == "b1"
    assert prepare(talked(29), BANK, TODAY).question is None


def test_every_rule_that_asks_has_questions_in_every_mode(
    monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    monkeypatch.setenv("GUIDELOG_SETTINGS", f"{tmp_path}/settings.toml")
    bank = read_questions()
    stages = {one.stage for facts in EVERY_CASE for one in fired(facts).values()}
    for stage in stages - {None}:
        for modes in FITTING.values():
            questions = [one for mode in modes for one in bank[mode][str(stage)]]
            assert len(questions) >= 4
            assert len(set(questions)) == len(questions)
