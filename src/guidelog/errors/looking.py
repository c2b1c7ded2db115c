"""Refusals about filters and views."""

from guidelog.errors.base import WronglyCalled


class FilterNotTaken(WronglyCalled):
    """A filter names something that the view has no column for."""

    sentence = "{view} can't be filtered by {filter}."
    advice = "Here go {takes}."


class TwoEntries(WronglyCalled):
    """The ending of a uid fits more than one entry."""

    sentence = '"{id}" could be {ids}.'
    advice = "Say the id, or more of its characters."


class UnknownView(WronglyCalled):
    """There is no such thing to export."""

    sentence = '"{view}" is nothing that can be exported.{near}'
    advice = "It is one of: {views}."


class NoColumns(WronglyCalled):
    """What is exported is made of lines, not of columns."""

    sentence = "the {view} has no columns: it is lines of JSON, one a change."
    advice = "guidelog export {view} writes them."
