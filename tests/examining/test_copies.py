"""A backup that is older than the last writing, or holds more, is named."""

import os
import shutil
from datetime import timedelta

import pytest

from guidelog.examining.copies import examine, judge, look
from guidelog.examining.place import Place
from leading import Leader


@pytest.fixture
def kept(newcomer: Leader, place: Place) -> Place:
    """The place of a leader who wrote two entries, the first one backed up."""
    newcomer.does("person add ada 'Ada Okonkwo'")
    newcomer.does("add ada 'We spoke'")
    return place._replace(journal=newcomer.journal)


def test_a_backup_of_the_day_of_the_last_writing_is_enough(kept: Place) -> None:
    (one,) = examine(kept)
    assert (one.kind, one.says.split(",")[0]) == ("fact", "1")


def test_nothing_is_said_where_there_is_no_journal_to_lose(place: Place) -> None:
    assert list(examine(place)) == []


def test_a_journal_written_after_its_newest_backup_is_named(
    newcomer: Leader, kept: Place
) -> None:
    (day,) = newcomer.home.rglob("20*.db")
    before = (kept.now - timedelta(days=3)).timestamp()
    os.utime(day, (before, before))
    (one,) = examine(kept)
    assert one.kind == "finding"
    assert one.says.startswith("the newest is of ")
    newcomer.does(one.mends[0].removeprefix("guidelog "))
    assert [one.kind for one in examine(kept)] == ["fact"]


def test_a_journal_without_any_backup_is_named(newcomer: Leader, kept: Place) -> None:
    shutil.rmtree(newcomer.home / "journal.db.backups")
    (one,) = examine(kept)
    assert one.says == "there is none beside the journal"
    assert one.mends == ("guidelog backup",)


def test_a_backup_that_holds_more_is_told_and_a_merge_brings_it_back(
    newcomer: Leader, kept: Place
) -> None:
    (day,) = newcomer.home.rglob("20*.db")
    begun = day.read_bytes()
    newcomer.does("add ada 'And again'")
    shutil.copy(newcomer.journal, day.with_name("2026-01-02.db"))
    day.unlink()
    newcomer.journal.write_bytes(begun)
    assert "the journal is shrunk" in newcomer.does("add ada 'Not noticed yet'").err
    (loss,) = [one for one in examine(kept) if "something was lost" in one.says]
    newcomer.does(loss.mends[0].removeprefix("guidelog "))
    assert {row["note"] for row in newcomer.rows("sessions")} == {
        *("We spoke", "And again", "Not noticed yet")
    }
    assert not [one for one in examine(kept) if "something was lost" in one.says]


def test_the_loss_names_both_numbers_and_the_backup(kept: Place) -> None:
    found = look(kept)
    backup = kept.journal.with_name("2026-11-20.db")
    conditions = list(judge(found._replace(most=(backup, 214)), kept))
    assert conditions[-1].says.startswith(
        "this backup holds 214 changes, the journal only 2: something was lost"
    )
    assert conditions[-1].mends == (f"guidelog merge {kept.quote(backup)}",)
    assert len(list(judge(found._replace(changes=None, most=(backup, 9)), kept))) == 1
