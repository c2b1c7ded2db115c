"""Refusals about dates, periods and lengths that can't be read."""

from guidelog.errors.base import WronglyCalled


class UnreadableDate(WronglyCalled):
    """The words are not a day the grammar knows."""

    sentence = '"{text}" is not a date I can read.'
    advice = 'Say 2026-11-20, "20 nov", yesterday, friday or "yesterday 15:00".'


class UnreadableDue(UnreadableDate):
    """The words are not a day, where one to come is asked for."""

    advice = 'Say "in {length}", friday, "20 nov" or {day}.'


class ImpossibleDate(WronglyCalled):
    """The words name a day or a time that does not exist."""

    sentence = '"{text}": there is no {what}.'
    advice = "Say it as {example}."


class AmbiguousDate(WronglyCalled):
    """The words can be read in two ways."""

    sentence = '"{text}" could be {first} or {second}.'
    advice = "Say {example}."


class FutureDay(WronglyCalled):
    """What happened can't lie in the future."""

    sentence = '"{text}" is {day}, which is still to come.'
    advice = "What happened has a day up to today."


class TwoDigitYear(WronglyCalled):
    """The words leave the century open."""

    sentence = '"{text}" has a year of two digits.'
    advice = "Say the year with four, as in 2026-11-20."


class YearOutOfReach(WronglyCalled):
    """The year is one that no such record can be about."""

    sentence = '"{text}" is in the year {year}.'
    advice = "A journal reaches from {first} to {last}."


class LongerThanADay(WronglyCalled):
    """A week, a month, a quarter or a year stands where a day is asked for."""

    sentence = '"{text}" is {what}, not a day.'
    advice = 'Say the day, as in {day} or "20 nov".'


class WrongWeekday(WronglyCalled):
    """A weekday stands beside a day that is another one."""

    sentence = '"{text}": {day} is a {weekday}.'
    advice = "Leave the weekday out, or say the day that is meant."


class TimeNotKept(WronglyCalled):
    """A time of day stands where only a day is kept."""

    sentence = '"{text}" says a time, but only a day is kept here.'
    advice = "Leave the time out."


class UnreadableClock(WronglyCalled):
    """GUIDELOG_NOW holds no moment with its offset."""

    sentence = 'GUIDELOG_NOW is "{text}", which is not a moment I can read.'
    advice = "Say it with its offset, as in 2026-11-20T15:00+01:00, or unset it."


class UnreadablePeriod(WronglyCalled):
    """The words are not a period the grammar knows."""

    sentence = '"{text}" is not a period I can read.'
    advice = (
        'Say 2026, 2026-Q4, 2026-11, "last month", 90d, 12m, ytd, FY27 '
        "or 2026-01-01..2026-06-30."
    )


class ReversedPeriod(WronglyCalled):
    """The end of a period lies before its beginning."""

    sentence = '"{text}" ends before it begins ({first} to {last}).'
    advice = "Say the earlier end first, as in 2026-01-01..2026-06-30."


class UnreadableDuration(WronglyCalled):
    """The words are not a length of time between 1 minute and 24 hours."""

    sentence = '"{text}" is not a length I can read.'
    advice = (
        "Say 45 (minutes), 45m, 1h30, 1.5h or 1:15; more than nothing, up to 24 hours."
    )


class UnreadableRhythm(WronglyCalled):
    """The words are not a rhythm in days, weeks or months."""

    sentence = '"{text}" is not a rhythm I can read.'
    advice = "Say 2w for every two weeks, 10d or 1m; from a day to a year."


class UnfitDateFormat(WronglyCalled):
    """A format of days does not tell year, month and day."""

    sentence = '"{format}" does not say how a whole day is written.'
    advice = "Say %d/%m/%Y for 20/11/2026, %m/%d/%Y for 11/20/2026."
