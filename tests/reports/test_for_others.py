"""What leaves the leader's hands: nothing private, nothing the person was not told."""

from typing import Any

import pytest

from guidelog.lookback.facts import PersonFacts, TeamFacts
from guidelog.reports import as_json, person_report, team_report
from guidelog.reports.brief import Brief, Leader
from reports import ada, bo
from reports.inventing import amendment, commitment, note, observation, session, topic
from reports.shown import shown

FOR_OTHERS = bo.FOR_ME._replace(audience="others")
TEXTS = {
    "note",
    "about",
    "agreed",
    "text",
    "situation",
    "impact",
    "expected",
    "their_words",
    "observed",
    "my_part",
    "other_causes",
    "told_by",
    "offered",
    "result_text",
    "evidence",
    "what",
    "title",
    "reason",
    "area",
}
SECRET = "swordfish"


def media(facts: PersonFacts, brief: Brief) -> str:
    """The report in every medium, one after the other."""
    document = person_report.compose(facts, brief)
    return shown(document, 200) + as_json.render(document)


def with_secrets(row: Any) -> Any:
    """The row private, every text of it a secret."""
    said = {name: SECRET for name in names_of(row) & TEXTS if getattr(row, name)}
    for name in names_of(row) & {"visibility", "agreed_visibility"}:
        said[name] = "private"
    return row._replace(**said)


def names_of(row: Any) -> set[str]:
    return set(row._fields)


def made_private(facts: PersonFacts) -> PersonFacts:
    rows: dict[str, Any] = {
        name: tuple(with_secrets(row) for row in getattr(facts, name))
        for name in names_of(facts) - {"handouts", "moves", "steps"}
        if type(getattr(facts, name)) is tuple
    }
    return facts._replace(**rows)


@pytest.mark.parametrize("facts", [bo.FACTS, ada.FACTS])
@pytest.mark.parametrize("untold", [True, False])
def test_no_private_word_reaches_others(facts: PersonFacts, untold: bool) -> None:
    facts = facts._replace(topics=(topic("t1", "the rota"),))
    private = made_private(facts)
    assert SECRET in media(private, bo.FOR_ME)
    assert SECRET not in media(private, FOR_OTHERS._replace(untold=untold))


def test_private_talks_still_count() -> None:
    private = made_private(bo.FACTS)
    assert "9 talks, 4 h 20 min in 8 of them" in media(private, FOR_OTHERS)
    assert '"actions_reality": 10' in media(private, FOR_OTHERS)


def test_what_was_not_told_stays_out_and_is_counted() -> None:
    secret = observation("o1", "2026-11-01", SECRET, standard="off-track")
    facts = bo.FACTS._replace(observations=(secret,), handouts=())
    text = media(facts, FOR_OTHERS)
    assert SECRET not in text
    assert "1 not yet told" in text


def test_untold_puts_it_in_and_marks_it() -> None:
    row = observation("o1", "2026-11-01", "left blank", standard="off-track")
    facts = bo.FACTS._replace(observations=(row,))
    text = media(facts, FOR_OTHERS._replace(untold=True))
    assert "left blank · not yet told" in text


def test_an_untold_note_is_left_out_with_all_that_hangs_on_it() -> None:
    untold = bo.NOTE._replace(session=None, observed=SECRET)
    attempts = tuple(row._replace(response="absent") for row in bo.ATTEMPTS)
    facts = bo.FACTS._replace(resistance=(untold,), attempts=attempts, handouts=())
    text = media(facts, FOR_OTHERS)
    assert SECRET not in text
    assert "Guidance and response" not in text
    assert attempts[0].offered not in text
    assert SECRET in media(facts, FOR_OTHERS._replace(untold=True))


def test_amendments_of_what_is_left_out_are_left_out_too() -> None:
    row = observation("o1", "2026-11-01", "left blank", standard="off-track")
    change = amendment("o1", "2026-11-10T09:00:00+01:00", "text", SECRET, uid=row.uid)
    facts = bo.FACTS._replace(observations=(row,), amendments=(change,))
    assert SECRET in media(facts, bo.FOR_ME)
    assert SECRET not in media(facts, FOR_OTHERS)


def test_others_read_neutral_labels_and_no_names_of_third_persons() -> None:
    ego = bo.NOTE._replace(kind="ego", label="Disputes the feedback")
    facts = bo.FACTS._replace(resistance=(ego,))
    text = media(facts, FOR_OTHERS)
    assert "Disputes the feedback" in text
    assert "your label" not in text
    assert '"ego"' not in text
    assert "Li Wei" not in text
    assert "with 1 other person" in text
    assert "with Li Wei" in media(facts, bo.FOR_ME)


def test_others_read_facts_where_the_leader_reads_a_verdict() -> None:
    mine, theirs = media(ada.FACTS, bo.FOR_ME), media(ada.FACTS, FOR_OTHERS)
    assert "behind" in mine
    assert "too few" in mine
    assert not {"behind", "ahead", "on pace", "too few"} & set(theirs.split())
    assert "even pace would be 4.9" in theirs


@pytest.mark.parametrize(
    ("closed_on", "months", "shown_to_others"),
    [
        ("2025-11-23", 12, False),
        ("2025-11-24", 12, True),
        ("2026-10-01", 1, False),
        ("2026-11-01", 1, True),
    ],
)
def test_a_note_resolved_long_ago_is_only_counted(
    closed_on: str, months: int, shown_to_others: bool
) -> None:
    resolved = bo.NOTE._replace(
        status="resolved", closed_on=closed_on, closing_reason="in use"
    )
    facts = bo.FACTS._replace(resistance=(resolved,))
    text = media(facts, FOR_OTHERS._replace(resolved_months=months))
    assert ("Guidance and response" in text) == shown_to_others
    assert ("1 note resolved long ago" in text) != shown_to_others
    assert "Guidance and response" in media(facts, bo.FOR_ME)


def test_a_note_made_in_error_is_in_no_document() -> None:
    facts = bo.FACTS._replace(resistance=(bo.NOTE._replace(status="withdrawn"),))
    assert "Guidance not taken up" not in media(facts, bo.FOR_ME)


def test_the_leader_is_named_where_the_settings_name_one() -> None:
    brief = FOR_OTHERS._replace(leader=Leader("Kim Larsen", organisation="Example Ltd"))
    text = media(bo.FACTS, brief)
    assert "Kim Larsen, Example Ltd" in text
    assert "Working record kept by Kim Larsen. Not a warning" in text
    assert "Working record kept by the leader." in media(bo.FACTS, FOR_OTHERS)


def test_a_dropped_promise_says_why_and_a_private_one_is_left_out() -> None:
    rows = (
        commitment("c1", "bo", "the rota", state="dropped", reason="new rota came"),
        commitment("c2", "bo", SECRET, visibility="private"),
    )
    text = media(bo.FACTS._replace(commitments=rows), FOR_OTHERS)
    assert "the rota · dropped: new rota came" in text
    assert SECRET not in text


def test_a_talk_that_is_record_is_shown_with_its_note() -> None:
    talk = session("s1", "2026-11-02", visibility="record", note="said it plainly")
    text = media(bo.FACTS._replace(sessions=(talk,)), FOR_OTHERS)
    notes = text.partition("Notes on record")[2]
    assert "said it plainly" in notes
    assert "Agreed\n" not in text


def test_a_second_note_has_its_own_name() -> None:
    other = note("r3", "2026-10-01", "no", "yes", label="Request declined")
    other = other._replace(shared_on="2026-10-02")
    text = media(bo.FACTS._replace(resistance=(bo.NOTE, other)), FOR_OTHERS)
    assert text.index("r2 Guidance not taken up") < text.index("r3 Request declined")


def test_the_team_for_others_names_no_note_the_person_was_not_told_of() -> None:
    untold = bo.FACTS._replace(handouts=(), attempts=(), sessions=(), observations=())
    team = TeamFacts((untold,))
    assert "r2 working" in shown(team_report.compose(team, bo.FOR_ME))
    assert "r2" not in shown(team_report.compose(team, FOR_OTHERS))
