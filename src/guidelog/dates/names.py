"""English names of days, months and numbers, and how a day is said.

They are our own, so that no locale of the system changes what is read or printed.
"""

from datetime import date

WEEKDAYS = (
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
)
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
NUMBERS = (
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)

# patterns for lower-case text; each name in full or cut as people cut it
WEEKDAY = (
    "(?:mon(?:day)?|tue(?:s|sday)?|wed(?:s|nesday)?|thu(?:r|rs|rsday)?"
    "|fri(?:day)?|sat(?:urday)?|sun(?:day)?)"
)
MONTH = (
    "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
NUMBER = rf"(?:\d{{1,4}}|an?|{'|'.join(NUMBERS[1:])})"


def weekday_of_name(name: str) -> int:
    """The number of a weekday that matches WEEKDAY, Monday 0 to Sunday 6."""
    return [weekday[:3].lower() for weekday in WEEKDAYS].index(name[:3])


def month_of_name(name: str) -> int:
    """The number, 1 to 12, of a month that matches MONTH."""
    return [month[:3].lower() for month in MONTHS].index(name[:3]) + 1


def number_of_word(word: str) -> int:
    """The number that a text matching NUMBER says."""
    if word.isdecimal():
        return int(word)
    return 1 if word in ("a", "an") else NUMBERS.index(word)


def say_weekday(day: date) -> str:
    """The weekday of a day in full: "Friday"."""
    return WEEKDAYS[day.weekday()]


def say_day(day: date, today: date) -> str:
    """A day for people: "Fri 20 Nov", with the year where it is not today's."""
    said = f"{say_weekday(day)[:3]} {day.day} {MONTHS[day.month - 1][:3]}"
    return said if day.year == today.year else f"{said} {day.year}"
