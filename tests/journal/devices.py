"""Three devices that began with one journal and type on, apart and together."""

import re
import shutil
import tempfile
import textwrap
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from hypothesis import note
from sqlalchemy import Connection, NullPool, create_engine

from guidelog.journal.tables import KINDS, table_name
from guidelog.journal.verifying import verify
from journal.beginning import begin
from journal.commands import WRITING
from journal.histories import TYPED, Hand
from leading import Leader

NAMES = ("desk", "lap", "phone")
SET_AT = ("2026-03-02T09:00:00+01:00", "2026-03-06T23:50:00-05:00", "2026-03-02T09:00Z")
"""The devices' clocks at the beginning: apart, and one behind what is written."""
TICKS = tuple(timedelta(minutes=n) for n in (1, 60 * 30, 60 * 24 * 5, -60 * 50))
OFTEN = ("redact", "person erase", "undo", "delete", "edit", "edit", "tag rename")
COMMANDS = (*WRITING, *OFTEN)
LENGTHS = (0, 2, 30, 400)
"""How many words stand between the marks of a text: pages are split, and joined."""
PIECE = re.compile(r"q[0-9a-f]{8}[ame]")
IDS = re.compile(r"\b[sogpractxh]\d+\b")
APART = ("people", "sessions", "goals", "steps", "progress", "resistance", "attempts")
VIEWS = (*APART, "moves", "commitments", "topics", "assessments", "handouts", "actions")
FOLDER = Path(tempfile.mkdtemp(prefix="guidelog-"))
"""One place for all histories: statements are compiled once for each journal's path."""

State = dict[str, list[Any]]


@dataclass(frozen=True)
class MarkedHand(Hand):
    """A hand whose every text is marked at its start, in its middle and at its end."""

    def text(self) -> str:
        mark = f"q{self.chance.getrandbits(32):08x}"
        between = " word" * self.one_of(*LENGTHS)
        tag = self.one_of("", " #growth", " +rota")
        return f"{mark}a{between} {mark}m{between}{tag} {mark}e"


@dataclass
class Device:
    """A journal of its own, and a clock of its own."""

    leader: Leader
    told: set[str] = field(default_factory=set)
    """Every piece of a marked text that ever stood in this journal."""

    @classmethod
    def at(cls, home: Path, now: str, journal: Path) -> "Device":
        """A device with a copy of another's journal."""
        home.mkdir(parents=True)
        shutil.copyfile(journal, home / "journal.db")
        return cls(Leader(home, now=now))

    @contextmanager
    def look(self) -> Iterator[Connection]:
        """Look into the journal."""
        engine = create_engine(
            f"sqlite:///{self.leader.journal}", poolclass=NullPool, echo=False
        )
        with engine.connect() as db:
            yield db
        engine.dispose()

    def tick(self, chance: Random) -> None:
        """Let time go on, or a clock be set back."""
        moved = datetime.fromisoformat(self.leader.now) + chance.choice(TICKS)
        self.leader.at(moved.isoformat())

    def type(self, chance: Random) -> None:
        """Type any line that writes."""
        command = chance.choice(COMMANDS)
        today = datetime.fromisoformat(self.leader.now).date()
        with self.look() as db:
            line = TYPED[command](MarkedHand(chance, db, today))
        answer = self.leader(command, *line)
        on_hold = answer.code == 1 and "on hold" in answer.err
        assert answer.code in (0, 2) or on_hold, answer.err
        self.tell(answer.err)

    def take_in(self, other: "Device") -> bool:
        """Merge another device's journal; False where somebody on hold forbids it."""
        answer = self.leader("merge", str(other.leader.journal))
        self.tell(answer.err)
        assert answer.code == 0 or "on hold" in answer.err, answer.err
        return answer.code == 0

    def tell(self, said: str) -> None:
        """Say in a failing test's report what was typed here."""
        line = textwrap.shorten(self.leader.said[-1], 150)
        note(f"{self.leader.home.name} {self.leader.now} {line} -> {said[:150]}")

    def lift_holds(self) -> None:
        """End every hold."""
        for row in self.leader.rows("people"):
            if row["hold_since"]:
                self.leader.does("person hold --lift", row["handle"])

    def check(self) -> None:
        """What stands is what the log says, and what was taken back is nowhere."""
        with self.look() as db:
            assert verify(db).findings == ()
            texts = db.exec_driver_sql("SELECT payload FROM revision_text").scalars()
            standing = {piece for text in texts for piece in PIECE.findall(text)}
            indexed = self.indexed(db)
        self.told |= standing
        gone = self.told - standing
        assert not gone & indexed
        for file in (one for one in self.leader.home.rglob("*") if one.is_file()):
            held = file.read_bytes()
            # the index keeps of a word only what differs from the one before it
            assert not [one for one in gone if one.encode() in held], file.name

    def indexed(self, db: Connection) -> set[str]:
        """The pieces that the text index knows."""
        db.exec_driver_sql(
            "CREATE VIRTUAL TABLE temp.known USING fts5vocab(main,found,row)"
        )
        terms = set(db.exec_driver_sql("SELECT term FROM temp.known").scalars())
        db.exec_driver_sql("DROP TABLE temp.known")
        return terms

    def state(self) -> State:
        """All that travels: rows and links by uid, the log, its words, the views."""
        log = "SELECT hash, at, stamp, device, command, undoes, parents FROM change"
        texts = (
            "SELECT hash, n, part, salt, payload FROM revision_text AS told "
            "JOIN revision ON revision.id = told.revision JOIN change ON change = seq"
        )
        asked = {
            f"rows of {kind}": f"SELECT * FROM {table_name(kind)}" for kind in KINDS
        }
        asked |= {"link": "SELECT * FROM link", "log": log, "texts": texts}
        asked |= {view: f"SELECT * FROM {view}" for view in VIEWS}
        with self.look() as db:
            named = "SELECT id, uid FROM entry WHERE id IS NOT NULL"
            ids = dict(map(tuple, db.exec_driver_sql(named)))
            rows = {name: db.exec_driver_sql(one).all() for name, one in asked.items()}
        return {name: sorted(_travels(row, ids) for row in rows[name]) for name in rows}


def _travels(row: Any, ids: dict[str, str]) -> tuple[str, ...]:
    """A row without the numbers that belong to one file."""
    # a salt may look as if it named an entry
    return tuple(
        cell.hex()
        if isinstance(cell, bytes)
        else IDS.sub(lambda m: ids.get(m[0], m[0]), str(cell))
        for cell in row
    )


def begin_all() -> list[Device]:
    """Three devices with one journal, in which something of every kind stands."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    first = begin(FOLDER / "first").journal
    return [
        Device.at(FOLDER / name, now, first)
        for name, now in zip(NAMES, SET_AT, strict=True)
    ]


def copy_of(device: Device, name: str) -> Device:
    """A copy of a device's journal on a device of its own."""
    home = FOLDER / name
    shutil.rmtree(home, ignore_errors=True)
    return Device.at(home, device.leader.now, device.leader.journal)
