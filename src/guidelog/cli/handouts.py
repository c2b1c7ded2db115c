"""The command that notes what was told or given."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

import typer

from guidelog.cli import output
from guidelog.cli.filing import WHEN
from guidelog.cli.texts import Told, text_option
from guidelog.cli.writing import confirm, writing
from guidelog.dates import Moment
from guidelog.errors import OptionsApart
from guidelog.words import Acknowledged, HandoutWay

if TYPE_CHECKING:
    from guidelog.journal.recording import Recording


@dataclass(frozen=True)
class Given:
    """How it was told, and how the person took it."""

    when: WHEN = None
    how: Annotated[HandoutWay, typer.Option("--how", help="In which way.")] = "talk"
    acknowledged: Annotated[
        Acknowledged | None, typer.Option("--acknowledged", help="Did they sign?")
    ] = None
    comment: Annotated[
        Told | None, text_option("--comment", says="What they said of it.")
    ] = None

    def fields(self) -> dict[str, Any]:
        """What was said, as fields."""
        return {
            "how": self.how,
            "acknowledged": self.acknowledged,
            "comment": self.comment,
        }


def share(
    ids: Annotated[
        list[str], typer.Argument(metavar="ID...|report WHO", help="What was told.")
    ],
    given: Given,
    who: Annotated[
        str | None,
        typer.Option("--who", metavar="WHO", help="Whom, of those in a group talk."),
    ] = None,
) -> None:
    """Write down that entries, or a report, were told or given to the person.

    guidelog share o3 r1 --how paper --acknowledged yes
    """
    with writing("share") as at:
        from guidelog.journal import handouts

        uids = _share(at, ids, who, given.when, given.fields())
        before = [one for uid in uids for one in handouts.handed_out_before(at, uid)]
        confirm(uids)
    if before:
        output.note(f"handed out before: {', '.join(before)}")


def _share(
    at: "Recording",
    ids: list[str],
    who: str | None,
    when: Moment | None,
    fields: dict[str, Any],
) -> list[str]:
    from guidelog.journal import finding, handouts

    if ids[0] == "report" and len(ids) == 2:
        if who:
            raise OptionsApart(first="report WHO", second="--who")
        person = finding.find_person(at, ids[1])
        return [handouts.share_report(at, person, when, fields)]
    person_told = finding.find_person(at, who) if who else None
    return handouts.share_entries(at, ids, person_told, when, fields)
