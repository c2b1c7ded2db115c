"""Every page as a leader sees it, compared whole."""

from collections.abc import Callable
from itertools import product

import pytest

from guidelog.dates import Period
from guidelog.lookback.facts import (
    DueFacts,
    PersonFacts,
    Standing,
    TeamFacts,
    TimelineFacts,
)
from guidelog.reports import (
    as_json,
    due_page,
    entry_page,
    hints,
    history_page,
    home_page,
    lists,
    person_report,
    team_report,
    timeline_page,
)
from guidelog.reports.blocks import Document
from guidelog.reports.brief import Leader
from guidelog.reports.due_list import due_items
from guidelog.reports.hints import Hints, with_hints
from guidelog.reports.lists import ActionUse, LeftOut
from reports import ada, bo, kept_texts, team, versions
from reports.shown import shown

Golden = Callable[[str, str], None]

FOR_OTHERS = bo.FOR_ME._replace(
    audience="others",
    leader=Leader("Kim Larsen", "head of service", "Example Ltd"),
)
UNTOLD = FOR_OTHERS._replace(untold=True)
EMPTY = PersonFacts(ada.PERSON._replace(last_talk_on=None, sessions=0), outside=31)
DEMONSTRATION = ada.FACTS._replace(standing=Standing(demonstration=True))
Q4 = Period(*ada.Q4)

PAGES: dict[str, Document] = {
    "report-bo": person_report.compose(bo.FACTS, bo.FOR_ME),
    "report-ada": person_report.compose(ada.FACTS, bo.FOR_ME),
    "report-bo-for-others": person_report.compose(bo.FACTS, FOR_OTHERS),
    "report-bo-untold": person_report.compose(bo.FACTS, UNTOLD),
    "report-empty": person_report.compose(EMPTY, bo.FOR_ME),
    "report-demonstration": person_report.compose(DEMONSTRATION, FOR_OTHERS),
    "team": team_report.compose(team.TEAM, bo.FOR_ME),
    "team-for-others": team_report.compose(team.TEAM, FOR_OTHERS),
    "team-demonstration": team_report.compose(
        TeamFacts((ada.FACTS,), standing=Standing(demonstration=True)), bo.FOR_ME
    ),
    "team-empty": team_report.compose(TeamFacts(), bo.FOR_ME),
    "timeline-ada": timeline_page.compose(ada.TIMELINE, bo.TODAY, "Ada Okonkwo", Q4),
    "timeline-everybody": timeline_page.compose(
        ada.TIMELINE, bo.TODAY, newest_first=True
    ),
    "home": home_page.compose(team.DUE, ada.TALKS[2], 118, bo.TODAY),
    "home-drafts": home_page.compose(
        DueFacts(people=team.DUE.people), None, 0, bo.TODAY, kept_texts.WAITING
    ),
    "home-empty": home_page.compose(DueFacts(), None, 0, bo.TODAY),
    "due": due_page.compose(team.DUE, bo.TODAY),
    "due-empty": due_page.compose(DueFacts(), bo.TODAY),
    "entry": entry_page.compose(
        versions.EDITED, bo.TODAY, TimelineFacts(versions.EDITED.children)
    ),
    "entry-deleted": entry_page.compose(versions.DELETED, bo.TODAY),
    "history": history_page.compose(versions.VERSIONS, bo.TODAY),
    "history-empty": history_page.compose([], bo.TODAY),
    "people": lists.list_people([bo.FACTS.person, ada.PERSON], bo.TODAY),
    "people-empty": lists.list_people([], bo.TODAY),
    "goals": lists.list_goals(
        [*bo.GOALS, *ada.GOALS],
        ada.FACTS.steps,
        bo.TODAY,
        LeftOut(3, "guidelog goal list --all"),
    ),
    "resistance": lists.list_notes([bo.NOTE], bo.TODAY),
    "actions": lists.list_actions(
        [
            ActionUse("listen", "Listen first", "both", "reality", 12),
            ActionUse("walk", "Walk and talk", "coaching", "reality", 0, hidden=True),
        ],
        bo.TODAY,
    ),
    "tags": lists.list_tags({"growth": 3, "incident": 12}, bo.TODAY),
}
HINTS: dict[str, Hints] = {
    "timeline-ada": hints.after_timeline(ada.TIMELINE),
    "timeline-everybody": hints.after_timeline(ada.TIMELINE),
    "home": hints.after_home(team.DUE),
    "home-drafts": hints.after_home(team.DUE),
    "home-empty": hints.after_home(DueFacts()),
    "due": hints.after_due(due_items(team.DUE, bo.TODAY)),
    "history": hints.after_history(None),
    "people": hints.after_people([bo.FACTS.person, ada.PERSON]),
    "goals": hints.see_first_whole(goal.id for goal in bo.GOALS),
    "resistance": hints.see_first_whole([bo.NOTE.id]),
    "tags": hints.after_tags(["growth"]),
}
"""What some pages end with on a terminal."""
SIZES = [(80, True), (40, True), (80, False), (40, False)]
REPORTS_WIDE = [(name, 100, True) for name in PAGES if name.startswith("report-")]
CASES = [(name, *size) for name, size in product(PAGES, SIZES)]


@pytest.mark.parametrize(("name", "width", "unicode"), CASES + REPORTS_WIDE)
def test_the_page_looks_as_it_did(
    golden: Golden, name: str, width: int, unicode: bool
) -> None:
    ending = "" if unicode else "-ascii"
    page = with_hints(PAGES[name], HINTS.get(name, ()))
    golden(f"{name}-{width}{ending}.txt", shown(page, width, unicode))


@pytest.mark.parametrize("name", ["report-bo-for-others", "timeline-ada", "team"])
def test_the_json_says_what_it_said(golden: Golden, name: str) -> None:
    golden(f"{name}.json", as_json.render(PAGES[name]))
