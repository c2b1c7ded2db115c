"""Refusals about exports."""

from guidelog.errors.base import CouldNot, WronglyCalled


class TooManyRows(CouldNot):
    """A spreadsheet holds no more than 1,048,576 rows, the header among them."""

    sentence = "{view} has more rows than a spreadsheet holds."
    advice = "CSV has no such limit: --format csv. Or say a --period."


class OnlyForCsv(WronglyCalled):
    """An option about CSV was said with another format."""

    sentence = "--excel-safe is about CSV: in {format} no text is taken for a formula."
    advice = "Leave it out."


class OnlyForDue(WronglyCalled):
    """A calendar was asked for of something without days to come."""

    sentence = "only what is due can be a calendar, not {view}."
    advice = "guidelog export due --format ics -o due.ics"
