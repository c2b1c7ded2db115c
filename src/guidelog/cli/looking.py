"""Where a command looks: filters as they are typed, and a journal that only reads."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from sqlite3 import Connection
from typing import Annotated, Any, Literal

import typer

from guidelog.cli import output
from guidelog.cli.bundles import each_of, parsed, whole_number
from guidelog.cli.filing import listed
from guidelog.cli.whereabouts import journal_file, say_waiting
from guidelog.dates import Period, clock, read_period
from guidelog.errors import UnknownTag
from guidelog.lookback.filters import Filters
from guidelog.lookback.finding import find_handle, find_of_kind
from guidelog.lookback.vocabulary import tag_counts
from guidelog.settings import Settings, read_settings
from guidelog.storage.connection import open_for_looking
from guidelog.storage.refusals import refusing_faults

Reader = Literal["me", "others"]
MAYBE_WHO = Annotated[
    str | None, typer.Argument(metavar="WHO", help="Everybody if not said.")
]
WHO_OPTION = Annotated[
    str | None, typer.Option("--who", metavar="WHO", help="About one person only.")
]


def read_any_period(text: str) -> Period:
    """Read a period, fiscal years as they are set."""
    return read_period(text, clock.today(), read_settings().fiscal_year_start)


def period_option(says: str) -> Any:
    """Declare the option that says which days are meant."""
    parser = parsed(read_any_period)
    return typer.Option("--period", metavar="PERIOD", parser=parser, help=says)


def default_period(settings: Settings) -> Period:
    """The period of a report where none is said."""
    return read_period(
        settings.review_period, clock.today(), settings.fiscal_year_start
    )


@dataclass(frozen=True)
class Looking:
    """What to look at: the filters that every looking command shares."""

    period: Annotated[
        Period | None,
        period_option('2026, 2026-Q4, 2026-11, "last month", 90d, ytd or A..B.'),
    ] = None
    kind: Annotated[
        list[str] | None,
        typer.Option("--kind", metavar="KIND", help="Such as session or goal."),
    ] = None
    tag: Annotated[
        list[str] | None, typer.Option("--tag", metavar="TAG", help="With this tag.")
    ] = None
    not_tag: Annotated[
        list[str] | None,
        typer.Option("--not-tag", metavar="TAG", help="Without this tag."),
    ] = None
    goal: Annotated[
        list[str] | None,
        typer.Option("--goal", "-g", metavar="GOAL", help="On this goal."),
    ] = None
    limit: Annotated[int | None, whole_number("--limit", says="The newest N only.")] = (
        None
    )
    reader: Annotated[
        Reader | None,
        typer.Option("--for", help="For others: nothing private or untold."),
    ] = None

    def filters(self, db: Connection, who: str | None) -> Filters:
        """The filters with people and goals found. Raises UnknownPerson, WrongKind."""
        goals = [find_of_kind(db, one, "goal") for one in each_of(self.goal)]
        self._say_unknown_tags(db)
        return Filters(
            who=None if who is None else find_handle(db, who),
            period=self.period,
            kinds=tuple(each_of(self.kind)),
            tags=tuple(listed(self.tag)),
            not_tags=tuple(listed(self.not_tag)),
            goals=tuple(str(goal.id) for goal in goals),
            limit=self.limit,
            for_others=self.reader == "others",
        )

    def _say_unknown_tags(self, db: Connection) -> None:
        """Tell which tags no entry has: nothing matches them, which is no fault."""
        asked = each_of([*(self.tag or ()), *(self.not_tag or ())])
        known = tag_counts(db) if asked else {}
        for tag in asked:
            if tag.lstrip("#+") not in known:
                output.note(UnknownTag.among(tag.lstrip("#+"), known).says)


@contextmanager
def looking() -> Iterator[Connection]:
    """Open the journal for reading; leave the block before printing anything."""
    path = journal_file()
    with (
        refusing_faults(path),
        closing(open_for_looking(path, on_wait=say_waiting)) as db,
    ):
        yield db
