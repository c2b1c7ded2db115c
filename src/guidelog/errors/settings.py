"""Refusals about what the leader writes by hand: settings, questions, word lists."""

from guidelog.errors.base import CouldNot, WronglyCalled


class BrokenToml(CouldNot):
    """A file that the leader writes is not TOML."""

    sentence = "{file} can't be read as TOML: {why}."


class UnknownSetting(CouldNot):
    """The settings hold a key that means nothing here."""

    sentence = '{file}, line {line}: "{key}" is not a setting.{near}'
    advice = "The settings are: {keys}."


class WrongSetting(CouldNot):
    """A setting has a value that does not fit."""

    sentence = "{file}, line {line}: {key} can't be {value!r}.{near}"
    advice = "{key} is {wanted}."


class NoSuchSetting(WronglyCalled):
    """The line names a setting that means nothing here."""

    sentence = '"{key}" is not a setting.{near}'
    advice = "The settings are: {keys}."


class UnfitSetting(WronglyCalled):
    """The line gives a setting a value that does not fit."""

    sentence = '{key} can\'t be "{value}".{near}'
    advice = "{key} is {wanted}."


class SettingsByHand(CouldNot):
    """The settings are written in a way that can't be changed line by line."""

    sentence = "{file}, line {line}: {key} can't be changed alone."
    advice = "guidelog config edit opens the whole file."


class WrongQuestions(CouldNot):
    """The leader's own questions hold something that is no list of a stage."""

    sentence = '{file}, line {line}: "{key}" is not {wanted}.'
    advice = 'Say [coaching], and under it: reality = ["What have you tried?"]'


class WrongWordList(CouldNot):
    """The firm's own word list holds something that is no class of words."""

    sentence = '{file}: "{key}" is not {wanted}.'
    advice = 'Say [label], and under it: words = ["sloppy"]'
