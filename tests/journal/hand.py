"""A hand that types at random: it chooses from what stands in the journal."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import TypeVar

from sqlalchemy import Connection

from guidelog import words
from guidelog.journal.tables import table_name

Thing = TypeVar("Thing")
TEXTS = (
    "Named the slip first. #growth",
    "Half of it, in words",
    "+pairing ß 第二",
    "x",
)
NOBODY = "zoe"


@dataclass(frozen=True)
class Hand:
    """The hand, the journal it chooses from, and the day."""

    chance: Random
    db: Connection
    today: date

    def asks(self, query: str) -> list[str]:
        """Look into the journal."""
        return list(self.db.exec_driver_sql(query).scalars())

    def one_of(self, *choices: Thing) -> Thing:
        """Choose one."""
        return self.chance.choice(choices)

    def text(self) -> str:
        """Choose a text."""
        return self.one_of(*TEXTS)

    def options(self, *choices: list[str]) -> list[str]:
        """Choose some options with their values, in their order."""
        return [word for one in choices if self.chance.random() < 0.4 for word in one]

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
        table = table_name(kind)
        name = f"it.{named}" if named else "entry.id"
        asked = f"SELECT {name} FROM {table} AS it JOIN entry USING (uid) ORDER BY n"
        return self.asks(asked)

    def dead(self) -> list[str]:
        """What was deleted, by id, or by the end of the uid of a person."""
        tables = [table_name(kind) for kind in ("person", *words.LETTERS)]
        living = " UNION ".join(f"SELECT uid FROM {table}" for table in tables)
        asked = (
            "SELECT coalesce(id, substr(uid, -8)) FROM entry WHERE kind IN "
            f"('person', {', '.join(map(repr, words.LETTERS))}) "
            f"AND uid NOT IN ({living}) ORDER BY n"
        )
        return self.asks(asked)

    def just_touched(self) -> list[str]:
        """What the newest changes were about and what stands, by id."""
        newest = "SELECT uid FROM revision ORDER BY id DESC LIMIT 3"
        asked = f"SELECT id FROM entry WHERE id IS NOT NULL AND uid IN ({newest})"
        dead = self.dead()
        return [id_ for id_ in self.asks(asked) if id_ not in dead]

    def of(self, *kinds: str) -> str:
        """Choose something that stands; what was never there where nothing does."""
        known = [one for kind in kinds for one in self.living(kind)]
        return self.one_of(*known) if known else f"{words.LETTERS.get(kinds[0], 'z')}99"

    def spare(self) -> str:
        """A handle that nobody has or had."""
        (count,) = self.asks("SELECT count(*) FROM entry")
        return f"n{count}"

    def theirs(self, view: str, who: str) -> str:
        """Choose an entry about somebody; of anybody where there is none."""
        whose = "people" if view == "sessions" else "person"
        asked = f"SELECT id, {whose} AS who FROM {view} ORDER BY id"
        rows = self.db.exec_driver_sql(asked).all()
        if not rows:
            return "g99"
        wanted = set(who.split(","))
        theirs = [row for row in rows if wanted & set((row.who or "").split())]
        return self.one_of(*(str(row.id) for row in theirs or rows))

    def goal_in(self, scale: str) -> str:
        """Choose a goal on this scale, as a rule."""
        known = self.asks(f"SELECT id FROM goals WHERE scale = '{scale}' ORDER BY id")
        return self.one_of(*(known or ["g99"]), self.of("goal"))

    def people(self) -> str:
        """Choose somebody, or several."""
        known = self.living("person")
        if not known:
            return NOBODY
        return ",".join(
            self.chance.sample(known, min(len(known), self.one_of(1, 1, 2)))
        )

    def filed(self, who: str = "") -> list[str]:
        """Choose when it happened, where it came up and who may see it."""
        session = self.theirs("sessions", who) if who else self.of("session")
        return [*self.dated(), *self.options(["-s", session])]

    def dated(self) -> list[str]:
        """Choose when it happened and who may see it."""
        seen = self.one_of([], ["--private"], ["--record"])
        return [*self.options(["-w", self.past()]), *seen]

    def step(self) -> str:
        """Choose a next step, as it is typed."""
        begins = self.one_of("", "me: ", "them: ", f"{self.of('person')}: ")
        return begins + self.text() + self.one_of("", f" by {self.to_come()}")
