"""Refusals about other programs' files."""

from guidelog.errors.base import CouldNot


class NotText(CouldNot):
    """A file holds bytes that are no text in any encoding that is known."""

    sentence = "{file} is no text that can be read."
    advice = "Save it as UTF-8 text, or as CSV, in the program it comes from."
