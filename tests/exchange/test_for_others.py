"""For others an export holds what the pages hold: nothing the person was not told."""

import csv
import io

import pytest

from leading import Leader, make_home

VIEWS = ("observations", "resistance", "attempts", "moves", "commitments", "timeline")


def write_a_month(guidelog: Leader) -> Leader:
    """What one leader notes down: some of it told, some of it not."""
    for line in (
        'person add bo "Bo Nilsson"',
        'add bo "The rota." --record',
        'add bo "To myself."',
        'observe bo "Good round" --good',
        'observe bo "Unseen slip" --off-track',
        'observe bo "Late twice" --off-track --noticed self',
        'observe bo "Own memory" --good --private',
        'resistance add bo "Fell out" --expected "The call"',
        'resistance attempt r1 "Answered" --response declined --next "me: a mentor"',
        'resistance add bo "Said no" --expected "The list"',
        'resistance attempt r2 "Waited" --response no-answer --next "me: ask Mira"',
        'observe bo "Again no" --off-track -r r2',
        'observe bo "Was calm" --good -r r2',
        'resistance add bo "Kept apart" --expected "The team" --private',
        'resistance attempt r3 "Spoke" --response accepted --next "me: write"',
        'observe bo "Told by hand" --off-track',
        "share o7 --how mail",
        'next bo "hand in the plan" --due 2026-12-01 --owner them',
    ):
        guidelog.does(line)
    return guidelog


@pytest.fixture(scope="module")
def written() -> Leader:
    """The month of one leader; nobody writes behind it."""
    return write_a_month(Leader(make_home()))


def rows(leader: Leader, view: str, more: str = "") -> list[dict[str, str]]:
    """What a view gives others."""
    out = leader.does(f"export {view} --for others {more}").out
    return list(csv.DictReader(io.StringIO(out)))


def test_facts_off_track_that_were_not_told_stay_with_the_leader(
    written: Leader,
) -> None:
    texts = [row["text"] for row in rows(written, "observations")]

    assert texts == ["Good round", "Late twice", "Was calm", "Told by hand"]


def test_the_note_behind_a_fact_is_not_named_where_it_is_not_shown(
    written: Leader,
) -> None:
    named = {row["text"]: row["resistance"] for row in rows(written, "observations")}

    assert named["Was calm"] == ""


def test_what_hangs_on_an_untold_or_a_private_note_goes_with_it(
    written: Leader,
) -> None:
    assert [row["id"] for row in rows(written, "resistance")] == ["r1"]
    assert [row["offered"] for row in rows(written, "attempts")] == ["Answered"]
    assert {row["resistance"] for row in rows(written, "moves")} == {"r1"}
    promised = [row["what"] for row in rows(written, "commitments")]
    assert promised == ["a mentor", "hand in the plan"]


def test_the_timeline_that_is_exported_is_the_one_that_is_shown(
    written: Leader,
) -> None:
    exported = {row["id"] for row in rows(written, "timeline")}
    page = written.does("timeline bo --for others").out

    for row in written.rows("timeline"):
        if row["id"] in exported or row["kind"] in ("commitment", "attempt"):
            continue
        assert str(row["text"]) not in page
    assert {"o2", "o4", "o5", "r2", "a2", "r3", "a3", "c2", "c3"}.isdisjoint(exported)
    assert "ask Mira" not in page
    assert "ask Mira" not in written.does("report bo --for others").out


def test_the_newest_are_the_newest_that_may_be_seen(written: Leader) -> None:
    newest = rows(written, "observations", "--limit 2")

    assert [row["text"] for row in newest] == ["Was calm", "Told by hand"]


def test_columns_stay_in_their_order_for_others(written: Leader) -> None:
    for view in VIEWS:
        header, *_ = written.does(f"export {view} --for others").out.splitlines()
        assert header == written.does(f"export {view}").out.splitlines()[0]


def test_steps_of_private_goals_and_reasons_of_a_hold_stay_with_the_leader(
    guidelog: Leader,
) -> None:
    guidelog.does('person add bo "Bo Nilsson"')
    guidelog.does('goal add bo "Leads the round" --milestone "with me" --record')
    guidelog.does('goal add bo "Another firm" --milestone "a first call" --private')
    guidelog.does('person hold bo "tribunal"')

    assert [row["text"] for row in rows(guidelog, "steps")] == ["with me"]
    (person,) = rows(guidelog, "people")
    assert (person["hold_since"], person["hold_reason"]) == ("2026-11-20", "")


def test_what_belongs_to_a_private_goal_or_talk_stays_with_the_leader(
    guidelog: Leader,
) -> None:
    guidelog.does('person add bo "Bo Nilsson"')
    guidelog.does('goal add bo "Another firm" --target 5 --private')
    guidelog.does('goal add bo "Leads the round" --target 5 --record')
    guidelog.does('goal progress g1 2 "sent a letter off"')
    guidelog.does('goal progress g2 2 "with me beside him"')
    guidelog.does('add bo "The round." --progress g1=4 --record')
    guidelog.does('add bo "His plans." --place ward --present "M. H." --private')

    told = [row["evidence"] for row in rows(guidelog, "progress")]
    assert told == ["with me beside him"]
    assert "p1" not in {row["id"] for row in rows(guidelog, "timeline")}
    for line in ("timeline", "search letter"):
        assert "letter off" not in guidelog.does(f"{line} --for others").out
    assert "g1" not in guidelog.does("timeline --for others").out
    assert [row["place"] for row in rows(guidelog, "sessions")] == ["", ""]


def test_the_leaders_working_label_is_not_for_others(written: Leader) -> None:
    (note,) = rows(written, "resistance")
    (line,) = (row for row in rows(written, "timeline") if row["kind"] == "resistance")

    assert (note["kind"], note["label"]) == ("", "Guidance not taken up")
    assert line["title"] == ""
