"""What is refused rather than guessed, and what the leader is told to say instead."""

from datetime import datetime

import pytest

from guidelog.dates import read_day, read_due, read_past
from guidelog.errors import (
    AmbiguousDate,
    FutureDay,
    ImpossibleDate,
    LongerThanADay,
    TimeNotKept,
    TwoDigitYear,
    UnreadableDate,
    WronglyCalled,
    WrongWeekday,
    YearOutOfReach,
)

from .clocks import NOW

UNKNOWN = [
    "",
    " ",
    "soon",
    "x",
    "20",
    "20/11",
    "20.11",
    "202611",
    "2026112",
    "yesterday x",
    "today today",
    "2026-11-20 please",
    "2026-11-20T",
    "2026-11-20T3pm",
    "T15:00",
    "15:0",
    "15:00:61",
    "15:00 16:00",
    "friday 3",
    "at 15",
    "at at noon",
    "noon noon",
    "2d",
    "2h ago",
    "-2",
    "+ 2w",
    "in weeks",
    "thirteen days ago",
    "99999d ago",
    "last",
    "last today",
    "last last friday",
    "friday next month",
    "fri fri 20 nov",
    "fri tomorrow",
    "20 nov nov",
    "nov nov",
    "20.11/2026",
    "2026-11/20",
    "２０ nov",
    "٢٠٢٦-١١-٢٠",
    "20\u00a0nov",
    "friday\u200b",
    "ſunday",
    "tonow",
    "20 nov 2026 ce",
]
REFUSED: dict[str, tuple[type[WronglyCalled], str]] = {
    "32 nov": (ImpossibleDate, "no 32 November"),
    "0 nov": (ImpossibleDate, "no 0 November"),
    "31 nov 2026": (ImpossibleDate, "1 to 30 November"),
    "30 feb": (ImpossibleDate, "no 30 February 2026"),
    "29 feb": (ImpossibleDate, "1 to 28 February 2026"),
    "2026-02-30": (ImpossibleDate, "no 30 February 2026"),
    "2026-13-01": (ImpossibleDate, "no month 13"),
    "2026-00-10": (ImpossibleDate, "no month 0"),
    "20261301": (ImpossibleDate, "no month 13"),
    "31.04.2026": (ImpossibleDate, "1 to 30 April"),
    "13/13/2026": (ImpossibleDate, "no month 13"),
    "00/05/2026": (ImpossibleDate, "no month 0"),
    "2025-W53-1": (ImpossibleDate, "a week from 01 to 52"),
    "2026-W00-1": (ImpossibleDate, "week 0 of 2026"),
    "2026-W47-8": (ImpossibleDate, "2026-W47-5, a weekday from 1 to 7"),
    "25:00": (ImpossibleDate, "no 25:00"),
    "24:00": (ImpossibleDate, "00:00 to 23:59"),
    "15:75": (ImpossibleDate, "no 15:75"),
    "13pm": (ImpossibleDate, "no 13pm"),
    "0am": (ImpossibleDate, "no 0am"),
    "15:00+25:00": (ImpossibleDate, "no offset +25:00"),
    "15:00+01:75": (ImpossibleDate, "no offset +01:75"),
    "15:00-13:00": (ImpossibleDate, "-12:00 to +14:00"),
    "this morning 15:00": (ImpossibleDate, '"today 15:00"'),
    "03/04/2026": (AmbiguousDate, "Fri 3 Apr or Wed 4 Mar"),
    "03/04/2025": (AmbiguousDate, "Thu 3 Apr 2025 or Tue 4 Mar 2025"),
    "03-04-2026": (AmbiguousDate, "Say 2026-04-03 or 2026-03-04"),
    "friday at 3": (AmbiguousDate, "03:00 or 15:00"),
    "at 12": (AmbiguousDate, "00:00 or 12:00"),
    "midnight": (AmbiguousDate, "beginning of that day or its end"),
    "yesterday midnight": (AmbiguousDate, "00:00 or 23:59"),
    "2m ago": (AmbiguousDate, "2 months or 2 minutes"),
    "-2m": (AmbiguousDate, '"2 months ago"'),
    "end of week": (AmbiguousDate, "Fri 27 Nov or Sun 29 Nov"),
    "end of last week": (AmbiguousDate, "Fri 20 Nov or Sun 22 Nov"),
    "next friday": (AmbiguousDate, "Fri 27 Nov or Fri 4 Dec"),
    "20.11.26": (TwoDigitYear, "four"),
    "20/11/26": (TwoDigitYear, "four"),
    "26-11-20": (TwoDigitYear, "four"),
    "20 nov 26": (TwoDigitYear, "four"),
    "20 nov '26": (TwoDigitYear, "four"),
    "nov 20, 26": (TwoDigitYear, "four"),
    "0026-11-20": (YearOutOfReach, "the year 26"),
    "0000-01-01": (YearOutOfReach, "the year 0"),
    "9999-12-31": (YearOutOfReach, "1970 to 2999"),
    "0000-W01-1": (YearOutOfReach, "the year 0"),
    "9999 years ago": (YearOutOfReach, "1970 to 2999"),
    "9999w ago": (YearOutOfReach, "the year 1835"),
    "2026": (LongerThanADay, "a year"),
    "2026-11": (LongerThanADay, "a month"),
    "november": (LongerThanADay, "a month"),
    "nov 2026": (LongerThanADay, "a month"),
    "2026-W47": (LongerThanADay, "a week"),
    "this week": (LongerThanADay, "a week"),
    "2026-Q4": (LongerThanADay, "a longer time"),
    "last month": (LongerThanADay, "a longer time"),
    "thu 20 nov": (WrongWeekday, "Fri 20 Nov is a Friday"),
    "mon 2026-11-20": (WrongWeekday, "Friday"),
}
STILL_TO_COME = {
    "tomorrow": "Tue 24 Nov",
    "this friday": "Fri 27 Nov",
    "2026-11-24": "Tue 24 Nov",
    "2027-01-01": "Fri 1 Jan 2027",
    "+2w": "Mon 7 Dec",
    "in two weeks": "Mon 7 Dec",
    "next week": "Mon 30 Nov",
    "end of month": "Mon 30 Nov",
    "tonight": "Mon 23 Nov from 17:00",
    "this evening": "Mon 23 Nov from 17:00",
    "17:00": "Mon 23 Nov 17:00",
    "16:31": "Mon 23 Nov 16:31",
    "today 6pm": "Mon 23 Nov 18:00",
    "16:30+00:00": "Mon 23 Nov 16:30",
}


@pytest.mark.parametrize("typed", UNKNOWN)
def test_unknown_words_are_refused_with_what_would_be_taken(typed: str) -> None:
    for read, taken in (
        (read_past, "2026-11-20"),
        (read_day, "2026-11-20"),
        (read_due, "2026-12-07"),
    ):
        with pytest.raises(UnreadableDate) as refused:
            read(typed, NOW)
        assert refused.value.says == f'"{typed}" is not a date I can read.'
        assert taken in refused.value.helps


@pytest.mark.parametrize(
    ("typed", "written_out"),
    [
        ("2w", "in 2 weeks"),
        ("2 weeks", "in 2 weeks"),
        ("a week", "in 1 week"),
        ("three days", "in 3 days"),
        ("2m", "in 2 months"),
        ("1y", "in 1 year"),
        ("a fortnight", "in 1 fortnight"),
        ("soon", "in 2 weeks"),
        ("½", "in 2 weeks"),
    ],
)
def test_a_day_to_come_is_refused_with_days_to_come(
    typed: str, written_out: str
) -> None:
    with pytest.raises(UnreadableDate) as refused:
        read_due(typed, NOW)
    said = f'Say "{written_out}", friday, "20 nov" or 2026-12-07.'
    assert refused.value.helps == said
    assert read_due(written_out, NOW) > NOW.date()


def test_a_longer_time_is_refused_with_a_day_of_the_same_side() -> None:
    for read, day in ((read_past, "2026-11-23"), (read_due, "2026-12-07")):
        with pytest.raises(LongerThanADay, match="a month") as refused:
            read("2026-12", NOW)
        assert day in refused.value.helps


@pytest.mark.parametrize("typed", REFUSED)
def test_what_is_no_day_or_two_days_is_refused(typed: str) -> None:
    refusal, told = REFUSED[typed]
    with pytest.raises(refusal) as refused:
        read_past(typed, NOW)
    assert typed in refused.value.says
    assert told in f"{refused.value.says} {refused.value.helps}"
    assert refused.value.code == 2


@pytest.mark.parametrize(("typed", "day"), STILL_TO_COME.items())
def test_what_happened_is_not_still_to_come(typed: str, day: str) -> None:
    with pytest.raises(FutureDay) as refused:
        read_past(typed, NOW)
    assert refused.value.says == f'"{typed}" is {day}, which is still to come.'


@pytest.mark.parametrize("typed", ["now", "15:00", "friday 15:00", "2026-11-20T15:00Z"])
def test_a_time_is_not_dropped_where_only_a_day_is_kept(typed: str) -> None:
    for read in (read_due, read_day):
        with pytest.raises(TimeNotKept):
            read(typed, NOW)


def test_a_bad_day_with_a_time_is_refused_for_the_day() -> None:
    with pytest.raises(ImpossibleDate, match="no 30 February"):
        read_due("30 feb 2026 15:00", NOW)


def test_last_weekday_is_refused_where_it_could_be_a_week_earlier() -> None:
    saturday = datetime.fromisoformat("2026-11-28T10:00+01:00")
    with pytest.raises(AmbiguousDate, match="Fri 27 Nov or Fri 20 Nov"):
        read_past("last friday", saturday)
    assert str(read_past("friday", saturday)) == "2026-11-27"
    assert str(read_past("friday last week", saturday)) == "2026-11-20"


def test_this_weekday_is_refused_as_due_once_it_has_gone_by() -> None:
    saturday = datetime.fromisoformat("2026-11-28T10:00+01:00")
    with pytest.raises(AmbiguousDate, match="Fri 4 Dec or Fri 27 Nov"):
        read_due("this friday", saturday)


def test_a_month_on_from_the_31st_is_refused_where_that_month_is_shorter() -> None:
    new_years_eve = datetime.fromisoformat("2026-12-31T10:00+01:00")
    with pytest.raises(ImpossibleDate, match="no 31 February 2027"):
        read_due("in 2 months", new_years_eve)
