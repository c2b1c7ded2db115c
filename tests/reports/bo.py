"""Bo Nilsson: a year with one resistance note, invented."""

from datetime import date

from guidelog.dates import Period
from guidelog.lookback.facts import Changed, PersonFacts, Standing
from guidelog.reports.brief import Brief
from reports.inventing import (
    amendment,
    attempt,
    commitment,
    goal,
    handout,
    note,
    observation,
    person,
    progress,
    session,
    step,
)

TODAY = date(2026, 11, 23)
YEAR = Period(date(2025, 12, 1), date(2026, 12, 1))
FAMILIES = {
    "question": "reality",
    "feedback": "reality",
    "listen": "reality",
    "commit": "will",
    "expect": "corrective",
    "resource": "career",
    "support": "psychosocial",
    "share": "psychosocial",
    "teach": "career",
    "advise": "career",
    "self-assess": "outcome",
}
FOR_ME = Brief(YEAR, TODAY, families=FAMILIES, on_screen=True)

SESSIONS = (
    session("s3", "2025-12-09", "coaching", minutes=30, actions="question listen"),
    session("s9", "2026-01-20", "blended", minutes=40, actions="support feedback"),
    session("s17", "2026-03-11", "mentoring", minutes=30, actions="support"),
    session("s22", "2026-05-11", "blended", minutes=25, actions="listen resource"),
    session(
        "s31",
        "2026-07-08",
        "coaching",
        minutes=25,
        actions="expect resource question",
        visibility="record",
        about="Hand-overs",
        note="Stated the expectation: every hand-over uses the checklist from 13 July.",
    ),
    session(
        "s36",
        "2026-07-30",
        "coaching",
        minutes=30,
        actions="question listen feedback commit",
        agreed="ticket export built; the checklist again from Thu 30 Jul",
    ),
    session(
        "s88",
        "2026-09-04",
        "mentoring",
        minutes=30,
        people="bo li",
        actions="expect feedback commit",
        agreed="checklist at every hand-over from 7 Sep; figures each Monday",
    ),
    session("s101", "2026-10-02", "blended", actions="expect resource commit"),
    session(
        "s104",
        "2026-10-16",
        "coaching",
        minutes=50,
        actions="question commit",
        about="The rota",
        note="Tired of the rota. Offered to look at the night shifts together.",
        agreed="checklist on every shift for two weeks, then look at the figures",
    ),
)

NOTE = note(
    "r2",
    "2026-07-27",
    "2 of 5 hand-overs without it; night shift reopened two tickets",
    "Checklist at every hand-over from Mon 13 Jul",
    status="working",
    attempts=2,
    last_attempt_on="2026-09-04",
    follow_up_on="2026-11-23",
    their_words="The checklist is for juniors.",
    other_causes="missing-means\nthe rota",
    goal="g7",
    session="s31",
)

ATTEMPTS = (
    attempt(
        "a5",
        "2026-07-30",
        "r2",
        "asked what stands in the way; offered the export",
        response="partly",
        actions="question resource",
        their_words="Export missing.",
        session="s36",
        result="some",
        result_on="2026-08-14",
        result_text="4 of 6 with checklist",
        follow_up_on="2026-08-14",
    ),
    attempt(
        "a6",
        "2026-09-04",
        "r2",
        "restated with a date; showed the rework figures",
        response="declined",
        actions="expect feedback",
        session="s88",
        result="none",
        result_on="2026-10-02",
        result_text="2 of 6 with checklist",
        follow_up_on="2026-10-02",
    ),
)

OBSERVATIONS = (
    observation(
        "o4",
        "2026-03-03",
        "rewrote the phone script: waits over 5 min fell from 14 to 6",
        standard="met",
        noticed="leader",
    ),
    observation(
        "o14",
        "2026-04-23",
        "rota open until Friday 17:00",
        standard="off-track",
        noticed="self",
        amended_at="2026-05-20T10:00:00+02:00",
    ),
    observation(
        "o18",
        "2026-08-17",
        "3 of 6 without it",
        standard="off-track",
        noticed="other",
        told_by="the night lead",
        resistance="r2",
        recorded_at="2026-09-08T09:00:00+02:00",
    ),
    observation(
        "o19",
        "2026-09-02",
        "took the escalated call himself",
        standard="met",
        noticed="other",
    ),
    observation(
        "o21",
        "2026-11-12",
        "hand-over sheet for the weekend left blank",
        standard="off-track",
        noticed="other",
        told_by="the night lead",
    ),
)

GOALS = (
    goal(
        "g7",
        "2026-06-03",
        "Bring reworked tickets down",
        scale="numeric",
        unit="reworked tickets a week",
        baseline="8",
        target="1",
        current="5",
        progress=0.4286,
        target_on="2026-10-30",
        last_progress_on="2026-10-02",
        origin="me",
    ),
    goal(
        "g8",
        "2026-06-03",
        "Hand over so that the next lead can start",
        scale="levels",
        current="-1",
        progress=0.5,
        target_on="2026-12-18",
        last_progress_on="2026-10-16",
        origin="them",
    ),
)

FACTS = PersonFacts(
    person=person(
        "bo",
        "Bo Nilsson",
        role="support lead",
        team="Customer Support",
        since="2024-02-01",
        rhythm_days=14,
        sessions=41,
        last_talk_on="2026-10-16",
    ),
    sessions=SESSIONS,
    observations=OBSERVATIONS,
    goals=GOALS,
    steps=(
        step("g8", -1, "calls back about some tickets"),
        step("g8", 0, "the next lead starts without a call"),
    ),
    progress=(
        progress("p20", "2026-08-14", "g7", value="7"),
        progress("p22", "2026-09-04", "g8", level=-2),
        progress("p24", "2026-10-02", "g7", value="5", evidence="Rework list, week 40"),
        progress("p25", "2026-10-16", "g8", level=-1),
        progress("p26", "2026-10-16", "g8", level=0, rater="self"),
    ),
    resistance=(NOTE,),
    attempts=ATTEMPTS,
    commitments=(
        commitment(
            "c20",
            "me",
            "ticket export built",
            person="bo",
            state="done",
            due_on="2026-08-10",
            done_on="2026-08-11",
            attempt="a5",
        ),
        commitment("c21", "bo", "phone script", state="done", done_on="2026-03-01"),
        commitment(
            "c28", "bo", "checklist on every shift", due_on="2026-11-12", session="s104"
        ),
        commitment(
            "c29",
            "me",
            "show him the three tickets that came back",
            person="bo",
            due_on="2026-10-23",
        ),
    ),
    handouts=(
        handout("h3", "2026-07-09", "s31"),
        handout(
            "h5",
            "2026-10-02",
            "r2 a5 a6 o18",
            how="paper",
            acknowledged="yes",
            comment="Rota leaves no time.",
        ),
    ),
    amendments=(
        amendment(
            "o14",
            "2026-05-20T10:00:00+02:00",
            "facts why",
            "time corrected after reading the mail again",
            Changed("occurred_at", "2026-04-24", "2026-04-23"),
            uid="0190-o14-2026-04-23",
        ),
    ),
    names={"bo": "Bo Nilsson", "li": "Li Wei"},
    outside=17,
    standing=Standing(("a" * 64,)),
)
