"""Random histories: for every command that writes a rule of what a leader may type."""

import shlex
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, TypeVar

from hypothesis import strategies as st
from sqlalchemy import Connection

from guidelog import words
from guidelog.journal.rows import table_of
from journal.edits import EDITS, edits_of

Thing = TypeVar("Thing")
TEXTS = ("Named the slip first. #growth", "Half of it, in words", "+pairing ß 第二", "x")
ACTIONS = ("listen", "feedback", "share", "pair-up")
TAGS = ("growth", "pairing", "rota")
NOBODY = "zoe"


@dataclass(frozen=True)
class Hand:
    """The hand that types: it chooses from what stands in the journal."""

    draw: Callable[[st.SearchStrategy[Any]], Any]
    db: Connection
    today: date

    def asks(self, query: str) -> list[str]:
        """Look into the journal."""
        return list(self.db.exec_driver_sql(query).scalars())

    def one_of(self, *choices: Thing) -> Thing:
        """Choose one."""
        chosen: Thing = self.draw(st.sampled_from(choices))
        return chosen

    def text(self) -> str:
        """Choose a text."""
        return self.one_of(*TEXTS)

    def options(self, *choices: list[str]) -> list[str]:
        """Choose some options with their values, in their order."""
        chosen = self.draw(st.lists(st.sampled_from(range(len(choices))), max_size=3))
        return [word for n in sorted(set(chosen)) for word in choices[n]]

    def day(self, first: int, last: int) -> str:
        """Choose a day, counted from today."""
        away = timedelta(days=self.one_of(first, (first + last) // 2, last))
        return (self.today + away).isoformat()

    def past(self) -> str:
        """Choose a day that is not to come."""
        return self.day(-8, 0)

    def to_come(self) -> str:
        """Choose a day that is not over."""
        return self.day(0, 10)

    def living(self, kind: str) -> list[str]:
        """What stands of a kind, by id or name."""
        named = {"person": "handle", "action": "name"}.get(kind)
        table = table_of(kind).name
        name = f"it.{named}" if named else "entry.id"
        asked = f"SELECT {name} FROM {table} AS it JOIN entry USING (uid) ORDER BY n"
        return self.asks(asked)

    def dead(self) -> list[str]:
        """What was deleted, by id, or by the end of the uid of a person."""
        tables = [str(table_of(kind).name) for kind in ("person", *words.LETTERS)]
        living = " UNION ".join(f"SELECT uid FROM {table}" for table in tables)
        asked = (
            "SELECT coalesce(id, substr(uid, -8)) FROM entry WHERE kind IN "
            f"('person', {', '.join(map(repr, words.LETTERS))}) "
            f"AND uid NOT IN ({living}) ORDER BY n"
        )
        return self.asks(asked)

    def of(self, *kinds: str) -> str:
        """Choose something that stands; what was never there where nothing does."""
        known = [one for kind in kinds for one in self.living(kind)]
        return self.one_of(*known) if known else f"{words.LETTERS.get(kinds[0], 'z')}99"

    def spare(self) -> str:
        """A handle that nobody has or had."""
        (count,) = self.asks("SELECT count(*) FROM entry")
        return f"p{count}"

    def people(self) -> str:
        """Choose somebody, or several."""
        known = self.living("person")
        if not known:
            return NOBODY
        several = st.lists(st.sampled_from(known), min_size=1, max_size=3, unique=True)
        return ",".join(self.draw(several))

    def filed(self) -> list[str]:
        """Choose when it happened, where it came up and who may see it."""
        return self.options(
            ["-w", self.past()], ["--private"], ["--record"], ["-s", self.of("session")]
        )

    def dated(self) -> list[str]:
        """Choose when it happened and who may see it."""
        return self.options(["-w", self.past()], ["--private"], ["--record"])

    def step(self) -> str:
        """Choose a next step, as it is typed."""
        begins = self.one_of("", "me: ", "them: ", f"{self.of('person')}: ")
        return begins + self.text() + self.one_of("", f" by {self.to_come()}")


Typing = Callable[[Hand], list[str]]


def _add(hand: Hand) -> list[str]:
    tried = ["--attempt", hand.of("resistance"), "--offered", hand.text()]
    tried += ["--response", hand.one_of(*words.RESPONSES)]
    who = [hand.people()]
    if hand.one_of(False, False, True):
        who = [hand.spare(), "--new", "Somebody New"]
    return [
        *who,
        hand.text(),
        *hand.options(
            ["-a", hand.one_of(*ACTIONS)],
            ["-g", hand.of("goal")],
            ["--next", hand.step()],
            ["--progress", f"{hand.of('goal')}={hand.one_of('1', '2')}"],
            tried,
            ["--tag", hand.one_of(*TAGS), "-t", "45", "--agreed", hand.text()],
            ["-w", hand.past()],
        ),
    ]


def _observe(hand: Hand) -> list[str]:
    chosen = hand.options(
        ["--off-track", "--noticed", "self"],
        ["-g", hand.of("goal")],
        ["-r", hand.of("resistance")],
        ["--tag", hand.one_of(*TAGS)],
    )
    return [hand.of("person"), hand.text(), *chosen, *hand.filed()]


def _goal(hand: Hand) -> list[str]:
    scale = hand.one_of(
        ["--target", "6", "--unit", "reviews"],
        ["--milestone", "first", "--milestone", "second"],
        ["--levels", "--expected", hand.text(), "--level", f"-1={hand.text()}"],
        [],
    )
    return [hand.of("person"), hand.text(), *scale, *hand.dated()]


def _note(hand: Hand) -> list[str]:
    chosen = hand.options(
        ["--follow-up", hand.to_come()],
        ["-g", hand.of("goal")],
        ["--other-cause", "trust"],
        ["--kind", "ego"],
    )
    expected = ["--expected", hand.text()]
    return [hand.of("person"), hand.text(), *expected, *chosen, *hand.filed()]


def _attempt(hand: Hand) -> list[str]:
    chosen = hand.options(
        ["--follow-up", hand.to_come()],
        ["--next", hand.step()],
        ["-a", hand.one_of(*ACTIONS)],
    )
    response = ["--response", hand.one_of(*words.RESPONSES)]
    return [hand.of("resistance"), hand.text(), *response, *chosen, *hand.filed()]


def _status(hand: Hand) -> list[str]:
    status = hand.one_of(*words.STATUSES[1:])
    reason = "moved" if status == "closed" else hand.text()
    chosen = hand.options(
        ["--to", "HR"], ["--stage", "decision"], ["--follow-up", hand.to_come()]
    )
    when = hand.options(["-w", hand.past()])
    return [hand.of("resistance"), status, reason, *chosen, *when]


def _edit(hand: Hand) -> list[str]:
    dead = hand.dead()
    if dead and hand.one_of(False, True):
        return [hand.one_of(*dead), "--restore"]
    kind = hand.one_of(*words.LETTERS)
    names = hand.draw(st.sets(st.sampled_from(edits_of(kind)), min_size=1, max_size=3))
    lines = [hand.one_of(*EDITS[name]) for name in sorted(names)]
    return [hand.of(kind), *shlex.split(_filled(hand, " ".join(lines))), *_reason(hand)]


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
    return hand.options(["--reason", "put right"])


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
        hand.of("goal"),
        hand.one_of("1", "-2", "4.5"),
        hand.text(),
        *hand.filed(),
    ],
    "goal rate": lambda hand: [
        hand.of("goal"),
        hand.one_of("-1", "0", "2"),
        hand.text(),
        *hand.filed(),
    ],
    "goal tick": lambda hand: [hand.of("goal"), hand.one_of("1", "2"), *hand.filed()],
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
    "assess": lambda hand: [
        hand.of("person"),
        hand.text(),
        *hand.options(["--excellence", "3"], ["--self-correction", "1", "--area", "x"]),
        *hand.options(["-g", hand.of("goal")]),
        *hand.dated(),
    ],
    "next": lambda hand: [
        hand.people(),
        hand.step(),
        *hand.options(["--due", hand.to_come()], ["--owner", "me"]),
        *hand.options(["-g", hand.of("goal")]),
        *hand.filed(),
    ],
    "raise": lambda hand: [hand.of("person"), hand.text(), *hand.filed()],
    "done": lambda hand: [
        hand.of("commitment", "topic"),
        *hand.options(["-w", hand.past()]),
    ],
    "drop": lambda hand: [hand.of("commitment", "topic"), hand.text()],
    "share": _share,
    "recap": lambda hand: [hand.of("session"), *hand.options(["--share"])],
    "edit": _edit,
    "delete": lambda hand: [
        hand.of(hand.one_of("person", *words.LETTERS)),
        *hand.options([hand.of(hand.one_of(*words.LETTERS))]),
        *_reason(hand),
        "--yes",
    ],
    "undo": lambda hand: hand.options(["--show"]),
    "person add": lambda hand: [
        hand.spare(),
        "Li Wei",
        *hand.options(["--relation", hand.one_of(*words.RELATIONS)], ["--team", "Ops"]),
    ],
    "person edit": _edit_person,
    "person archive": lambda hand: [hand.of("person"), *hand.options(["--undo"])],
    "action add": lambda hand: [
        hand.one_of("pair-up", "walk"),
        *shlex.split("--label 'Pair up' --mode coaching --family reality"),
    ],
    "action hide": lambda hand: [hand.one_of(*ACTIONS), *hand.options(["--undo"])],
    "tag rename": lambda hand: [hand.one_of(*TAGS), hand.one_of(*TAGS)],
}
"""What a leader may type after the words of each command that writes."""
