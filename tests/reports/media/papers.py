"""The documents that the tests of the media share, invented."""

from datetime import date, timedelta

from guidelog.lookback.facts import PersonFacts
from guidelog.reports import person_report, team_report
from guidelog.reports.blocks import Document
from guidelog.reports.brief import Brief, Leader
from reports import ada, bo, team
from reports.inventing import note, observation, session

FOR_OTHERS = bo.FOR_ME._replace(
    audience="others",
    leader=Leader("Mira Haddad", "head of operations", "Fjordline Software"),
)


def invent(number: int) -> PersonFacts:
    """A person with so many talks and as many observations."""
    days = [date(2026, 11, 20) - timedelta(days=n % 350) for n in range(number)]
    sessions = tuple(
        session(f"s{n}", f"{day}", "coaching", minutes=30, agreed=f"step {n} of many")
        for n, day in enumerate(days)
    )
    observations = tuple(
        observation(f"o{n}", f"{day}", f"fact {n}, seen", standard="met")
        for n, day in enumerate(days)
    )
    return PersonFacts(bo.FACTS.person, sessions, observations)


def paper(facts: PersonFacts, brief: Brief = FOR_OTHERS) -> Document:
    """The report of one person for others."""
    return person_report.compose(facts, brief)


def say(text: str) -> PersonFacts:
    """Bo's year, with one text wherever a text can stand."""
    return bo.FACTS._replace(
        person=bo.FACTS.person._replace(name=text, role=text, team=text),
        observations=(
            observation("o1", "2026-09-01", text, standard="met", their_words=text),
        ),
        goals=tuple(goal._replace(title=text) for goal in bo.GOALS),
        progress=tuple(row._replace(evidence=text) for row in bo.FACTS.progress),
        resistance=(
            bo.NOTE._replace(observed=text, expected=text, their_words=text),
            note("r3", "2026-10-01", text, text, label=text, shared_on="2026-10-02"),
        ),
        attempts=tuple(
            row._replace(offered=text, result_text=text) for row in bo.ATTEMPTS
        ),
        sessions=tuple(
            row._replace(agreed=text) if row.agreed else row for row in bo.SESSIONS
        ),
        commitments=tuple(row._replace(what=text) for row in bo.FACTS.commitments),
        handouts=tuple(row._replace(comment=text) for row in bo.FACTS.handouts),
    )


PAPERS: dict[str, Document] = {
    "bo": paper(bo.FACTS),
    "ada": paper(ada.FACTS),
    "bo-for-me": paper(bo.FACTS, bo.FOR_ME),
    "team": team_report.compose(team.TEAM, FOR_OTHERS),
    "nobody": paper(PersonFacts(ada.PERSON._replace(last_talk_on=None, sessions=0))),
}
