"""Ada Okonkwo: a good year, with a goal on each scale, invented."""

from datetime import date

from guidelog.lookback.facts import PersonFacts, TimelineFacts
from reports.inventing import (
    assessment,
    commitment,
    goal,
    line,
    observation,
    person,
    progress,
    session,
    step,
)

PERSON = person(
    "ada",
    "Ada Okonkwo",
    role="site reliability engineer",
    team="Platform",
    since="2025-03-01",
    rhythm_days=14,
    sessions=24,
    last_talk_on="2026-11-20",
)

TALKS = (
    session(
        "s97",
        "2026-10-08",
        "mentoring",
        people="ada",
        minutes=60,
        about="Reading the error budget",
        note="Went through last quarter's budget together; she kept the sheet.",
        actions="teach share",
    ),
    session(
        "s112",
        "2026-11-10T10:30+01:00",
        "blended",
        people="ada li",
        minutes=30,
        about="Career talk",
        actions="listen advise",
        tags="growth",
    ),
    session(
        "s118",
        "2026-11-20T15:10+01:00",
        "coaching",
        people="ada",
        minutes=45,
        about="Outage review",
        note="She named the missed alert herself before I asked.",
        agreed="runbook for the next on-call",
        actions="listen self-assess",
        tags="incident",
    ),
)

GOALS = (
    goal(
        "g2",
        "2026-06-02",
        "Lead the incident review alone",
        person="ada",
        scale="numeric",
        unit="reviews",
        baseline="0",
        target="6",
        current="4",
        progress=0.6667,
        target_on="2026-12-31",
        last_progress_on="2026-11-20",
        origin="them",
    ),
    goal(
        "g4",
        "2026-06-02",
        "Present the error budget to the board",
        person="ada",
        scale="milestones",
        current="2",
        progress=0.5,
        target_on="2026-12-31",
        last_progress_on="2026-10-06",
        origin="me",
    ),
    goal(
        "g5",
        "2026-06-02",
        "Speak up in the architecture forum",
        person="ada",
        scale="levels",
        current="1",
        progress=1.0,
        target_on="2027-03-31",
        last_progress_on="2026-10-28",
        origin="them",
    ),
)

PROGRESS = (
    progress("p3", "2026-08-12", "g2", person="ada", value="3", evidence="Two alone"),
    progress("p5", "2026-08-18", "g5", person="ada", level=-1),
    progress("p6", "2026-08-18", "g5", person="ada", level=0, rater="self"),
    progress("p8", "2026-10-06", "g4", person="ada", step=2),
    progress(
        "p9",
        "2026-10-28",
        "g5",
        person="ada",
        level=1,
        evidence="two prepared contributions in October",
    ),
    progress("p11", "2026-11-20", "g2", person="ada", value="4", session="s118"),
)

OBSERVATIONS = (
    observation(
        "o12",
        "2026-10-14",
        "Paged the wrong team, corrected it within four minutes.",
        person="ada",
        standard="off-track",
        noticed="self",
    ),
    observation(
        "o13",
        "2026-10-20",
        "Wrote the hiring rubric the way she writes incident notes.",
        person="ada",
        standard="met",
        noticed="leader",
        tags="hiring",
    ),
)

COMMITMENTS = (
    commitment(
        "c33",
        "ada",
        "draft the incident runbook",
        person="ada",
        due_on="2026-11-27",
        session="s118",
    ),
    commitment(
        "c31",
        "me",
        "send Ada the reading list on error budgets",
        person="ada",
        due_on="2026-11-19",
    ),
)

FACTS = PersonFacts(
    person=PERSON,
    sessions=TALKS,
    observations=OBSERVATIONS,
    goals=GOALS,
    steps=(
        step("g4", 1, "choose the question", "2026-08-12"),
        step("g4", 2, "draft reviewed", "2026-10-06"),
        step("g4", 3, "rehearsed"),
        step("g4", 4, "presented"),
        step("g5", 0, "one prepared contribution a month"),
        step("g5", 1, "two prepared contributions a month"),
    ),
    progress=PROGRESS,
    commitments=COMMITMENTS,
    assessments=(
        assessment(
            "x1",
            "2026-05-20",
            person="ada",
            area="incident work",
            excellence=1,
            self_correction=2,
        ),
        assessment(
            "x2",
            "2026-11-20",
            person="ada",
            area="incident work",
            excellence=3,
            self_correction=3,
            evidence="Names slips before others do",
        ),
        assessment(
            "x3",
            "2026-11-20",
            person="ada",
            area="hiring",
            self_generation=2,
            evidence="Took the review method to hiring",
        ),
    ),
    names={"ada": "Ada Okonkwo", "li": "Li Wei"},
    outside=31,
)

TIMELINE = TimelineFacts(
    lines=(
        line("session", "s97", "2026-10-08"),
        line(
            "observation",
            "o12",
            "2026-10-14",
            title="off-track",
            text="Paged the wrong team, corrected it within four minutes.",
        ),
        line(
            "observation",
            "o13",
            "2026-10-20",
            title="met",
            text="Wrote the hiring rubric the way she writes incident notes.",
            tags="hiring",
        ),
        line("progress", "p9", "2026-10-28", goal="g5", title="1"),
        line("progress", "p10", "2026-10-30", goal="g2", title="3"),
        line("resistance", "r4", "2026-11-02", title="ego", text="Called it a detail."),
        line("attempt", "a9", "2026-11-03", title="partly", text="Showed the figures."),
        line("move", "", "2026-11-03", title="working"),
        line("handout", "h7", "2026-11-04", title="mail", text="Fair enough."),
        line("session", "s112", "2026-11-10T10:30+01:00"),
        line("commitment", "c31", "2026-11-12", title="me", text="send Ada the list"),
        line("topic", "t4", "2026-11-13", title="open", text="the new rota"),
        line("session", "s118", "2026-11-20T15:10+01:00"),
        line("progress", "p11", "2026-11-20", goal="g2", title="4"),
        line("commitment", "c33", "2026-11-20", title="ada", text="draft the runbook"),
    ),
    sessions={talk.id: talk for talk in TALKS},
    goals={goal.id: goal for goal in GOALS},
    observations={row.id: row for row in OBSERVATIONS},
    commitments={row.id: row for row in COMMITMENTS},
    progress={
        row.id: row
        for row in (*PROGRESS, progress("p10", "2026-10-30", "g2", value="3"))
    },
    names={"ada": "Ada Okonkwo", "li": "Li Wei"},
    outside=41,
)

Q4 = (date(2026, 10, 1), date(2027, 1, 1))
