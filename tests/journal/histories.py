"""Random histories: for every command that writes a rule of what a leader may type."""

import shlex
from collections.abc import Callable, Mapping

from guidelog import words
from journal.edits import EDITS, edits_of
from journal.hand import Hand

__all__ = ["TYPED", "Hand"]

ACTIONS = ("listen", "feedback", "share", "pair-up")
TAGS = ("growth", "pairing", "rota")

Typing = Callable[[Hand], list[str]]


def _add(hand: Hand) -> list[str]:
    who = hand.people()
    new = hand.chance.random() < 0.2
    tried = ["--attempt", hand.theirs("resistance", who), "--offered", hand.text()]
    tried += ["--response", hand.one_of(*words.RESPONSES)]
    goal = hand.theirs("goals", who)
    linked = hand.options(["-g", goal], ["--progress", f"{goal}={hand.one_of(1, 2)}"])
    return [
        *([hand.spare(), "--new", "Somebody New"] if new else [who, *linked]),
        hand.text(),
        *hand.options(
            ["-a", hand.one_of(*ACTIONS)],
            ["--next", hand.step()],
            ["--tag", hand.one_of(*TAGS), "-t", "45", "--agreed", hand.text()],
            ["-w", hand.past()],
            [] if new else tried,
        ),
    ]


def _observe(hand: Hand) -> list[str]:
    who = hand.of("person")
    chosen = hand.options(
        ["--off-track", "--noticed", "self"],
        ["-g", hand.theirs("goals", who)],
        ["-r", hand.theirs("resistance", who)],
        ["--tag", hand.one_of(*TAGS)],
    )
    return [who, hand.text(), *chosen, *hand.filed(who)]


def _goal(hand: Hand) -> list[str]:
    scale = hand.one_of(
        ["--target", "6", "--unit", "reviews"],
        ["--milestone", "first", "--milestone", "second"],
        ["--levels", "--expected", hand.text(), "--level", f"-1={hand.text()}"],
        [],
    )
    return [hand.of("person"), hand.text(), *scale, *hand.dated()]


def _note(hand: Hand) -> list[str]:
    who = hand.of("person")
    chosen = hand.options(
        ["--follow-up", hand.to_come()],
        ["-g", hand.theirs("goals", who)],
        ["--other-cause", "trust"],
        ["--kind", "ego"],
    )
    return [who, hand.text(), "--expected", hand.text(), *chosen, *hand.filed(who)]


def _attempt(hand: Hand) -> list[str]:
    chosen = hand.options(
        ["--follow-up", hand.to_come()],
        ["--next", hand.step()],
        ["-a", hand.one_of(*ACTIONS)],
    )
    response = ["--response", hand.one_of(*words.RESPONSES)]
    return [hand.of("resistance"), hand.text(), *response, *chosen, *hand.dated()]


def _status(hand: Hand) -> list[str]:
    status = hand.one_of(*words.STATUSES[1:])
    reason = "moved" if status == "closed" else hand.text()
    chosen = hand.options(
        ["--stage", "decision"], ["--follow-up", hand.to_come()], ["-w", hand.past()]
    )
    to = ["--to", "HR"] if status == "escalated" else []
    return [hand.of("resistance"), status, reason, *to, *chosen]


def _assess(hand: Hand) -> list[str]:
    who = hand.of("person")
    chosen = hand.options(
        ["--excellence", "3", "--area", "reviews"], ["-g", hand.theirs("goals", who)]
    )
    return [who, hand.text(), "--self-correction", "1", *chosen, *hand.dated()]


def _next(hand: Hand) -> list[str]:
    who = hand.people()
    chosen = hand.options(
        ["--due", hand.to_come()],
        ["--owner", hand.one_of("me", who.split(",")[0])],
        ["-g", hand.theirs("goals", who)],
    )
    return [who, hand.step(), *chosen, *hand.filed(who)]


def _topic(hand: Hand) -> list[str]:
    who = hand.of("person")
    return [who, hand.text(), *hand.filed(who)]


def _edit(hand: Hand) -> list[str]:
    dead = hand.dead()
    if dead and hand.chance.random() < 0.5:
        return [hand.one_of(*dead), "--restore"]
    living = [kind for kind in words.LETTERS if hand.living(kind)]
    kind = hand.one_of(*(living or words.LETTERS))
    names = hand.chance.sample(edits_of(kind), hand.one_of(1, 1, 2))
    lines = [hand.one_of(*EDITS[name]) for name in names]
    return [hand.of(kind), *shlex.split(_filled(hand, " ".join(lines))), *_reason(hand)]


def _delete(hand: Hand) -> list[str]:
    just = hand.just_touched()
    if just and hand.chance.random() < 0.5:
        return [hand.one_of(*just), *_reason(hand), "--yes"]
    first = hand.of(*("person", *words.LETTERS)[hand.one_of(0, 1) :])
    second = hand.options([hand.of(*words.LETTERS)])
    return [first, *second, *_reason(hand), "--yes"]


def _filled(hand: Hand, line: str) -> str:
    return line.format(
        person=hand.of("person"),
        people=hand.people(),
        session=hand.of("session"),
        goal=hand.of("goal"),
        resistance=hand.of("resistance"),
        past=hand.past(),
        to_come=hand.to_come(),
    )


def _reason(hand: Hand) -> list[str]:
    return [] if hand.chance.random() < 0.2 else ["--reason", hand.text()]


def _edit_person(hand: Hand) -> list[str]:
    return [
        hand.of("person"),
        *hand.options(
            ["--name", hand.text()],
            ["--relation", hand.one_of(*words.RELATIONS)],
            ["--role", hand.one_of("", "analyst")],
            ["--rhythm", "2w"],
        ),
    ]


def _share(hand: Hand) -> list[str]:
    told = hand.options(["--acknowledged", "yes"], ["--comment", hand.text()])
    if hand.one_of(False, False, True):
        return ["report", hand.of("person"), *told]
    kinds = [kind for kind in words.LETTERS if kind != "handout"]
    items = [hand.of(hand.one_of(*kinds)) for _ in range(hand.one_of(1, 2))]
    return [*items, *told, *hand.options(["--who", hand.of("person")])]


TYPED: Mapping[str, Typing] = {
    "add": _add,
    "observe": _observe,
    "goal add": _goal,
    "goal progress": lambda hand: [
        hand.goal_in("numeric"),
        *(hand.one_of("1", "-2", "4.5"), hand.text()),
        *hand.dated(),
    ],
    "goal rate": lambda hand: [
        hand.goal_in("levels"),
        *(hand.one_of("-1", "0", "2"), hand.text()),
        *hand.options(["--rater", "self"]),
        *hand.dated(),
    ],
    "goal tick": lambda hand: [
        hand.goal_in("milestones"),
        hand.one_of("1", "2"),
        *hand.filed(),
    ],
    "goal close": lambda hand: [
        hand.of("goal"),
        hand.one_of(*words.CLOSED_GOAL_STATES),
        *hand.options([hand.text()]),
    ],
    "goal reopen": lambda hand: [hand.of("goal")],
    "resistance add": _note,
    "resistance attempt": _attempt,
    "resistance result": lambda hand: [
        hand.of("attempt"),
        hand.one_of(*words.RESULTS),
        *hand.options([hand.text()], ["--follow-up", hand.to_come()]),
    ],
    "resistance status": _status,
    "assess": _assess,
    "next": _next,
    "raise": _topic,
    "done": lambda hand: [
        hand.of("commitment", "topic"),
        *hand.options(["-w", hand.past()]),
    ],
    "drop": lambda hand: [hand.of("commitment", "topic"), hand.text()],
    "share": _share,
    "recap": lambda hand: [hand.of("session"), *hand.options(["--share"])],
    "edit": _edit,
    "delete": _delete,
    "undo": lambda hand: hand.options(["--show"]),
    "person add": lambda hand: [
        hand.spare(),
        "Li Wei",
        *hand.options(["--relation", hand.one_of(*words.RELATIONS)], ["--team", "Ops"]),
    ],
    "person edit": _edit_person,
    "person archive": lambda hand: [hand.of("person"), *hand.options(["--undo"])],
    "person hold": lambda hand: [
        hand.of("person"),
        *(["--lift"] if hand.chance.random() < 0.6 else [hand.text()]),
    ],
    "person join": lambda hand: [hand.of("person"), hand.of("person")],
    "person erase": lambda hand: [
        hand.of("person"),
        *(["--yes"] if hand.chance.random() < 0.2 else []),
    ],
    "redact": lambda hand: [
        hand.one_of(hand.of("person"), hand.of(*words.LETTERS), *hand.dead()),
        *("--reason", "names somebody", "--yes"),
        *hand.options(["--field", "text"]),
    ],
    "action add": lambda hand: [
        hand.one_of("pair-up", "walk"),
        *shlex.split("--label 'Pair up' --mode coaching --family reality"),
    ],
    "action hide": lambda hand: [hand.one_of(*ACTIONS), *hand.options(["--undo"])],
    "tag rename": lambda hand: [hand.one_of(*TAGS), hand.one_of(*TAGS)],
}
"""What a leader may type after the words of each command that writes."""
