"""A team of four and what is due in it, invented."""

from guidelog.lookback.facts import DueFacts, LastTalk, PersonFacts, TeamFacts
from reports import ada, bo
from reports.inventing import commitment, note, person, session

LI = PersonFacts(
    person=person("li", "Li Wei", relation="mentee", last_talk_on="2026-11-12"),
    sessions=tuple(
        session(f"s{n}", f"2026-{n:02}-12", "mentoring", people="li", minutes=40)
        for n in range(1, 12)
    ),
)
MIRA = PersonFacts(
    person=person("mira", "Mira Haddad", relation="client", rhythm_days=14),
)
TEAM = TeamFacts((ada.FACTS, bo.FACTS, LI, MIRA), talks=22, minutes=835)

DUE = DueFacts(
    commitments=(
        *(row for row in bo.FACTS.commitments if row.state == "open"),
        *ada.COMMITMENTS,
        commitment(
            "c35", "li", "first pass at the rubric", person="li", due_on="2026-11-26"
        ),
        commitment("c36", "me", "find a mentor in finance", person="li"),
    ),
    resistance=(
        note(
            "r2",
            "2026-07-27",
            "2 of 5 without it",
            "Checklist",
            status="working",
            follow_up_on="2026-11-23",
        ),
    ),
    goals=bo.GOALS,
    people=(
        LastTalk("ada", "Ada Okonkwo", 14, "2025-03-01", "2026-11-20"),
        LastTalk("bo", "Bo Nilsson", 14, "2024-02-01", "2026-10-16"),
        LastTalk("li", "Li Wei", None, None, "2026-11-12"),
        LastTalk("mira", "Mira Haddad", 14, None, "2026-10-31"),
    ),
)
