"""What is past its time is named by person, and nothing is deleted by itself."""

import pytest

from guidelog.examining.place import Place
from guidelog.examining.retention import examine
from guidelog.reports.conditions import Condition
from leading import NOON, Leader


@pytest.fixture
def kept(guidelog: Leader, monkeypatch: pytest.MonkeyPatch) -> Leader:
    """A leader who means to keep entries for two years, and has older ones."""
    monkeypatch.setenv("GUIDELOG_NOW", NOON)
    settings = guidelog.home / "config" / "guidelog" / "settings.toml"
    monkeypatch.setenv("GUIDELOG_SETTINGS", str(settings))
    guidelog.sets("retention_months = 24")
    guidelog.does("person add ada 'Ada Okonkwo'")
    guidelog.does("person add bo 'Bo Nilsson'")
    guidelog.does("add ada,bo 'On the last day that goes' -w 2024-11-19")
    guidelog.does("add ada 'On the first day that stays' -w 2024-11-20")
    guidelog.does("observe bo 'Long ago' -w 2023-05-02")
    return guidelog


def found(leader: Leader, place: Place) -> list[Condition]:
    """What is past its time in the leader's journal."""
    return list(examine(place._replace(journal=leader.journal)))


def test_entries_past_their_time_are_counted_by_person(
    kept: Leader, place: Place
) -> None:
    ada, bo = found(kept, place)
    assert ada.says == (
        "1 entry older than 24 months, from Tue 19 Nov 2024 on; s1 is the oldest"
    )
    assert bo.says == (
        "2 entries older than 24 months, from Tue 2 May 2023 on, and nothing later"
    )
    assert bo.mends == ("guidelog person erase bo",)


def test_what_is_advised_lets_them_go(kept: Leader, place: Place) -> None:
    while conditions := found(kept, place):
        kept.does(conditions[0].mends[0].removeprefix("guidelog ") + " --yes")
    assert [row["handle"] for row in kept.rows("people")] == ["ada"]
    assert kept.row("sessions", "s1")["note"] is None
    assert kept.row("sessions", "s2")["note"] == "On the first day that stays"


def test_who_is_on_hold_stays_and_that_is_no_finding(
    kept: Leader, place: Place
) -> None:
    kept.does("person hold bo 'a claim is pending'")
    _, bo = found(kept, place)
    assert (bo.kind, bo.mends) == ("fact", ())
    assert bo.says.endswith("; kept, since on hold since Fri 20 Nov")


def test_without_a_time_nothing_is_past_it(kept: Leader, place: Place) -> None:
    kept.sets("")
    kept.does("config unset retention_months")
    assert found(kept, place) == []


def test_a_journal_that_can_not_be_read_is_left_to_others(
    kept: Leader, place: Place
) -> None:
    kept.journal.write_bytes(b"")
    assert found(kept, place) == []
