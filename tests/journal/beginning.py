"""A journal in which something of every kind stands already."""

import functools
import shutil
from pathlib import Path

from leading import Leader, make_home

FIRST_MOMENT = "2026-03-02T09:00:00+01:00"
BEGINNING = (
    "person add ada 'Ada Okonkwo' --role 'reliability engineer'",
    "person add bo 'Bo Nilsson'",
    "person add li 'Li Wei' --relation mentee",
    "goal add ada 'Lead the review' --baseline 0 --target 6",
    "goal add li 'Present it' --milestone question --milestone draft",
    "goal add bo 'Speak up' --levels --expected 'once a month'",
    "add ada,li 'How a review is run #growth' -a share -g g1 --next 'me: send it'",
    "add bo 'Hand-overs' -a feedback --tag rota",
    "resistance add bo 'left out the list' --expected 'a list' --follow-up 2026-03-20",
    "resistance attempt r1 'asked why' --response partly --next 'use the list'",
    "resistance result a1 some 'four of six'",
    "resistance attempt r1 'walked along' --response accepted",
    "observe bo 'no list on Friday' --off-track -r r1 -g g3 -s s2",
    "goal progress g1 2 -s s1",
    "raise li 'the new rota' -s s1",
    "assess ada 'names slips first' --self-correction 3 -g g1",
    "share o1 r1 --acknowledged yes",
    "person add mira 'Mira Haddad' --relation client --contact mira@example.org",
    "person hold mira 'a claim is pending'",
    "action add pair-up --label 'Pair up' --mode coaching --family reality",
)
"""What was typed before: something of every kind."""


def begin(home: Path) -> Leader:
    """Give a leader with this home, which is made, and with that journal."""
    shutil.copytree(_made_once(), home, dirs_exist_ok=True)
    return Leader(home, now=FIRST_MOMENT.replace("09:00", "09:30"))


@functools.cache
def _made_once() -> Path:
    leader = Leader(make_home(), now=FIRST_MOMENT)
    for line in BEGINNING:
        leader.does(line)
    return leader.home
