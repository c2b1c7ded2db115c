"""Refusals about questions and word lists of the leader's own."""

from guidelog.errors.base import CouldNot


class BrokenQuestions(CouldNot):
    """The leader's own questions are not TOML."""

    sentence = "{file} can't be read as TOML: {why}."


class WrongQuestions(CouldNot):
    """The leader's own questions hold something that is no list of a stage."""

    sentence = '{file}, line {line}: "{key}" is not {wanted}.'
    advice = 'Say [coaching], and under it: reality = ["What have you tried?"]'


class BrokenWordList(CouldNot):
    """The firm's own word list is not TOML."""

    sentence = "{file} can't be read as TOML: {why}."


class WrongWordList(CouldNot):
    """The firm's own word list holds something that is no class of words."""

    sentence = '{file}: "{key}" is not {wanted}.'
    advice = 'Say [label], and under it: words = ["sloppy"]'
