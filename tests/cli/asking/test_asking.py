"""What each command asks on a terminal, screen by screen, at every kind of terminal."""

import sys
from collections.abc import Callable
from typing import Any

import pytest

from cli.asking.conftest import NO_UTF8, Desk
from terminals import ENTER, TAB, Keys

Golden = Callable[[str, str], None]
NOTE = "Outage review. She named the missed alert herself before I asked. #incident"

TALK: Keys = (
    ("> ", NOTE + ENTER),
    ("> ", ENTER),
    ("How long?", f"45{ENTER}"),
    ("What did you do?", f"listen self{TAB}{ENTER}"),
    ("On which goal?", f"g{TAB}{ENTER}"),
    ("Agreed between you?", f"runbook for the next on-call{ENTER}"),
    ("Next step?", f"draft the incident runbook by fri{ENTER}"),
    ("Next step?", ENTER),
)
SIGHT: Keys = (
    ("Who is it about?", f"b{TAB}{ENTER}"),
    ("> ", f"Closed the ticket without the checklist{ENTER}"),
    ("> ", ENTER),
    ("Good or off track?", f"off-track{ENTER}"),
    ("Who noticed it first?", f"self{ENTER}"),
    ("What did it do?", ENTER),
)
PATTERN: Keys = (
    ("> ", f"3 of 6 hand-overs without it{ENTER}"),
    ("> ", ENTER),
    ("What was expected?", ENTER),
    ("What was expected?", f"Checklist at every hand-over{ENTER}"),
    ("Which kind?", ENTER),
    ("What did they say?", f"It is for juniors.{ENTER}"),
    ("What did it do?", ENTER),
    ("What else may be behind it?", f"missing-means{ENTER}"),
    ("What else may be behind it?", ENTER),
    ("Look again?", f"4 dec{ENTER}"),
)
TRY: Keys = (
    ("Which note?", ENTER),
    ("> ", f"Asked what stands in the way{ENTER}"),
    ("> ", ENTER),
    ("How did they answer?", f"maybe{ENTER}"),
    ("How did they answer?", f"partly{ENTER}"),
    ("What did they say?", ENTER),
    ("What did you do?", f"question{ENTER}"),
    ("Next step?", ENTER),
    ("Look again?", f"4 dec{ENTER}"),
)
AIM: Keys = (
    ("What should be reached?", f"Fewer reworked tickets{ENTER}"),
    ("Which number should it reach?", f"1{ENTER}"),
    ("Where does it start?", f"8{ENTER}"),
    ("What is counted?", f"tickets a week{ENTER}"),
    ("By when?", f"31 dec{ENTER}"),
    ("Whose idea was it?", f"me{ENTER}"),
)
COMMANDS: dict[str, tuple[str, Keys]] = {
    "add": ("add ada", TALK),
    "observe": ("observe", SIGHT),
    "resistance-add": ("resistance add bo", PATTERN),
    "resistance-attempt": ("resistance attempt", TRY),
    "goal-add": ("goal add bo", AIM),
}
TERMINALS: dict[str, dict[str, Any]] = {
    "80": {},
    "40": {"columns": 40},
    "dumb": {"TERM": "dumb"},
    "ascii": NO_UTF8,
}


@pytest.mark.parametrize(
    "terminal",
    # without UTF-8 it has to be started anew, which takes long
    [
        pytest.param(name, marks=[pytest.mark.ordeal] if env is NO_UTF8 else [])
        for name, env in TERMINALS.items()
    ],
)
@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_asks_for_what_is_missing(
    desk: Desk, golden: Golden, command: str, terminal: str
) -> None:
    line, keys = COMMANDS[command]
    asked = desk.opens(*line.split(), **TERMINALS[terminal])
    assert asked.plays(keys) == 0, asked.shown
    golden(f"{command}-{terminal}.txt", asked.shown)
    desk.leader.verifies()


SHORTEST: Keys = (
    ("> ", f"Outage review{ENTER}"),
    ("> ", ENTER),
    ("How long?", ENTER),
    ("What did you do?", ENTER),
    ("On which goal?", ENTER),
    ("Agreed between you?", ENTER),
    ("Next step?", ENTER),
)


@pytest.mark.parametrize(("story", "most"), [(TALK, 190), (SHORTEST, 40)])
def test_a_talk_takes_few_keys(
    desk: Desk, capsys: pytest.CaptureFixture[str], story: Keys, most: int
) -> None:
    asked = desk.opens("add", "ada")
    assert asked.plays(story) == 0
    keys = len(f"guidelog add ada{ENTER}") + asked.keys
    with capsys.disabled():
        seconds = f"{keys / 5:.0f} s at five a second"
        sys.stderr.write(f"\nguidelog add ada: {keys} keys, {seconds}\n")
    assert keys <= most
