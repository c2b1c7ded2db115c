"""Laws of the grammar: what holds for every day, zone, word and period."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidelog.dates import (
    Moment,
    clock,
    read_day,
    read_due,
    read_past,
    read_period,
    say_day,
)
from guidelog.dates.names import MONTHS, WEEKDAYS
from guidelog.errors import AmbiguousDate, GuidelogError, WronglyCalled

from .clocks import NOW, SIX_ZONES, TODAY, a_clock
from .test_days_taken import DUE, PAST, TIMED, WRITTEN
from .test_periods import TAKEN

days = st.dates(date(1970, 1, 2), date(2999, 12, 28))
# "last Monday" is not before the first year that can be typed
todays = st.dates(date(1970, 1, 15), date(2999, 12, 28))
past_days = st.dates(date(1970, 1, 2), TODAY)
zones = st.sampled_from(SIX_ZONES)
times = st.times().map(lambda time: f"{time:%H:%M}")
# clocks are changed by night
times_by_day = st.times(time(4), time(23)).map(lambda time: f"{time:%H:%M}")
offsets = st.integers(-12 * 4, 14 * 4).map(
    lambda quarters: (
        f"{'-' if quarters < 0 else '+'}"
        f"{abs(quarters) // 4:02}:{abs(quarters) % 4 * 15:02}"
    )
)
# four digits could be a year, two a slip of it, so they would not be too many
junk = st.from_regex(r"[bcx]{1,5}|\d|\d{3}|\d{5}|[-+.:/]{1,3}", fullmatch=True)
taken = st.sampled_from(
    [(read_past, typed) for typed in (*WRITTEN, *PAST, *TIMED)]
    + [(read_due, typed) for typed in DUE]
)
words = "T Z W Q nov fri last ago in week 2026 11 20 15:00 pm at today m d .. fy"
pieces = st.sampled_from([*"0123456789", *" -./:+,", *words.split()])
scraps = st.lists(pieces, max_size=8).map("".join)


def noon_of(day: date) -> datetime:
    """A moment on that day, at the offset of the clocks."""
    return datetime.fromisoformat(f"{day}T12:00+01:00")


@given(days, zones)
def test_an_iso_day_is_that_day_in_every_zone(day: date, zone: str) -> None:
    with a_clock(zone=zone):
        now = clock.now()
        assert read_day(day.isoformat(), now) == day
        assert read_due(day.isoformat(), now) == day
        if day <= now.date():
            assert read_past(day.isoformat(), now) == Moment(day)


@given(past_days, times, offsets, zones, zones)
def test_a_moment_written_in_one_zone_is_read_in_another(
    day: date, time: str, offset: str, written_in: str, read_in: str
) -> None:
    with a_clock(zone=written_in):
        moment = read_past(f"{day} {time}{offset}", NOW + timedelta(days=2))
    with a_clock(zone=read_in):
        assert read_past(str(moment), NOW + timedelta(days=2)) == moment
    assert moment == Moment(day, time, offset.replace("-00:00", "+00:00"))


@given(st.dates(date(2000, 1, 1), TODAY), times_by_day, zones, zones)
def test_a_local_time_keeps_its_day_in_whatever_zone_it_is_read(
    day: date, time: str, written_in: str, read_in: str
) -> None:
    with a_clock(zone=written_in):
        moment = read_past(f"{day} {time}", NOW + timedelta(days=2))
    assert (moment.day, moment.time) == (day, time)
    with a_clock(zone=read_in):
        assert read_past(str(moment), NOW + timedelta(days=2)) == moment


@given(todays, st.sampled_from(WEEKDAYS))
def test_a_bare_weekday_is_within_seven_days(today: date, weekday: str) -> None:
    happened, due = (read(weekday, noon_of(today)) for read in (read_day, read_due))
    assert WEEKDAYS[happened.weekday()] == WEEKDAYS[due.weekday()] == weekday
    assert timedelta(0) <= today - happened < timedelta(days=7)
    assert timedelta(0) < due - today <= timedelta(days=7)
    assert due - happened == timedelta(days=7)


@given(todays, st.sampled_from(WEEKDAYS), st.sampled_from(["last", "this", "next"]))
def test_a_chosen_weekday_is_that_of_the_week_or_refused(
    today: date, weekday: str, which: str
) -> None:
    with suppress(AmbiguousDate):
        chosen = read_due(f"{which} {weekday}", noon_of(today))
        assert chosen == read_due(f"{weekday} {which} week", noon_of(today))


@given(days, days)
def test_a_day_that_is_said_with_its_year_can_be_typed(day: date, today: date) -> None:
    with_year = say_day(day, day.replace(year=1, day=1))
    assert read_day(with_year, noon_of(today)) == day


@given(days, st.data())
def test_a_day_of_this_year_can_be_typed_as_it_is_said(
    day: date, data: st.DataObject
) -> None:
    today = data.draw(st.dates(date(day.year, 1, 1), date(day.year, 12, 31)))
    said = say_day(day, today)
    assert str(day.year) not in said
    read = read_day if day <= today else read_due
    assert read(said, noon_of(today)) == day


@given(days)
def test_every_way_to_write_a_day_out_is_the_same_day(day: date) -> None:
    month = MONTHS[day.month - 1]
    year, week, weekday = day.isocalendar()
    for written in (
        f"{day:%Y%m%d}",
        f"{day:%d.%m.%Y}",
        f"{day.day} {month} {day.year}",
        f"{month[:3]} {day.day}, {day.year}",
        f"{year}-W{week:02}-{weekday}",
    ):
        assert read_day(written, NOW) == day


@given(days.filter(lambda day: day.day > 12 or day.day == day.month))
def test_slashes_with_one_reading_are_that_day(day: date) -> None:
    assert read_day(f"{day:%d/%m/%Y}", NOW) == day
    assert read_day(f"{day:%m/%d/%Y}", NOW) == day


@given(days.filter(lambda day: day.day <= 12 and day.day != day.month))
def test_slashes_with_two_readings_are_refused_with_both(day: date) -> None:
    other = day.replace(month=day.day, day=day.month)
    with pytest.raises(AmbiguousDate) as refused:
        read_day(f"{day:%d/%m/%Y}", NOW)
    assert refused.value.helps == f"Say {day} or {other}."


@given(taken, junk)
def test_a_word_too_many_is_never_passed_over(
    reading: tuple[Callable[[str, datetime], object], str], extra: str
) -> None:
    read, typed = reading
    assert read(typed, NOW)
    with pytest.raises(WronglyCalled):
        read(f"{typed} {extra}", NOW)


@given(scraps)
def test_scraps_are_read_as_something_within_reach_or_refused(text: str) -> None:
    for read in (read_day, read_due):
        with suppress(GuidelogError):
            assert 1970 <= read(text, NOW).year <= 2999
    with suppress(GuidelogError):
        assert read_past(text, NOW).day <= TODAY + timedelta(days=1)
    with suppress(GuidelogError):
        assert read_period(text, TODAY).last >= read_period(text, TODAY).first


@given(st.text())
def test_any_text_at_all_is_read_or_refused_in_words(text: str) -> None:
    for read in (read_past, read_due, read_day):
        with suppress(GuidelogError):
            read(text, NOW)


@given(st.sampled_from(sorted(TAKEN)), st.integers(1, 12), days)
def test_a_period_is_ordered_half_open_and_can_be_typed_again(
    typed: str, fiscal_start: int, day: date
) -> None:
    period = read_period(typed, TODAY, fiscal_start)
    assert period.first <= period.last < period.after
    assert period.after - period.last == timedelta(days=1)
    assert (day in period) == (period.first <= day <= period.last)
    assert read_period(str(period), TODAY) == period


@given(st.integers(1971, 2998), st.integers(1, 12))
def test_the_quarters_of_a_fiscal_year_fill_it(year: int, fiscal_start: int) -> None:
    whole = read_period(f"FY{year}", TODAY, fiscal_start)
    quarters = [
        read_period(f"FY{year}-Q{quarter}", TODAY, fiscal_start)
        for quarter in (1, 2, 3, 4)
    ]
    assert [quarter.first for quarter in quarters[1:]] == [
        quarter.after for quarter in quarters[:-1]
    ]
    assert (quarters[0].first, quarters[-1].after) == (whole.first, whole.after)
    assert whole.last.year == year
    assert whole.first.month == fiscal_start


@given(st.dates(date(2000, 1, 1), date(2999, 12, 28)), st.integers(1, 9_999))
def test_so_many_days_are_that_many_and_end_today(today: date, count: int) -> None:
    period = read_period(f"{count}d", today)
    assert period.after - period.first == timedelta(days=count)
    assert period.last == today


@given(st.dates(date(2100, 1, 1), date(2999, 12, 28)), st.integers(1, 999))
def test_so_many_months_begin_with_the_earliest_of_them(
    today: date, count: int
) -> None:
    period = read_period(f"{count}m", today)
    months = (today.year - period.first.year) * 12 + today.month - period.first.month
    assert months + 1 == count
    assert period.first.day == 1
    assert period.last == today
