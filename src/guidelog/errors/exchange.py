"""Refusals about other programs' files."""

from guidelog.errors.base import CouldNot, WronglyCalled


class NotText(CouldNot):
    """A file holds bytes that are no text in any encoding that is known."""

    sentence = "{file} is no text that can be read."
    advice = "Save it as UTF-8 text, or as CSV, in the program it comes from."


class NamesNobody(CouldNot):
    """A record is about nobody, and the leader says nobody either."""

    sentence = "it names nobody."
    advice = "--who says whom it is about."


class NobodysPromise(CouldNot):
    """A next step of a group talk belongs to somebody."""

    sentence = "it does not say who will do it."


class StrangersPromise(CouldNot):
    """A next step belongs to somebody who is not in the journal's talk."""

    sentence = "who will do it was not in the talk."


class ColumnMissing(WronglyCalled):
    """No column of a table says what every row has to say."""

    sentence = "{file} has no column that I know to be {field}."
    advice = "Say which it is: --map {field}=COLUMN. It has: {columns}."


class NoSuchColumn(WronglyCalled):
    """A column that was named is not in the table."""

    sentence = '{file} has no column "{column}".{near}'
    advice = "It has: {columns}."


class NotMapped(WronglyCalled):
    """A field that was named is none of what the rows of the table are."""

    sentence = 'a {kind} has no field "{field}".{near}'
    advice = "--map takes: {fields}."


class OwnViewLeftOut(CouldNot):
    """A table of guidelog's own holds what follows from the others."""

    sentence = "{file} holds guidelog's {view}, which can't be taken over alone."
    advice = "Export the log and import that: guidelog export log."


class UnfitCell(WronglyCalled):
    """A cell holds something else than its column should."""

    sentence = '"{text}" is not {wanted}.'


class NoTable(CouldNot):
    """A file is no table whose columns have names that are known."""

    sentence = "{file} has no line with the names of columns that I know."
    advice = (
        "{found}Say what they hold: --map when=COLUMN --map people=COLUMN, "
        "or give them names such as date and minutes."
    )


class EmptyFile(CouldNot):
    """A file that was named holds nothing."""

    sentence = "{file} is empty."


class BrokenTable(CouldNot):
    """Quotes of a table do not close, or objects of JSON are none, or no rows."""

    sentence = "{file}, line {line}: {why}."
    advice = "Nothing was taken over. Mend the line, or save the table anew."


class UnknownKindOfFile(CouldNot):
    """No reader recognises a file by what stands in it."""

    sentence = "I can't tell what kind of file {file} is."
    advice = "--from says it: {kinds}."


class BrokenWorkbook(CouldNot):
    """A workbook is damaged, locked by a password, or something else."""

    sentence = "the workbook {file} can't be opened: it is damaged or has a password."
    advice = "Save it anew, or as CSV."


class NoSuchSheet(WronglyCalled):
    """A workbook has no sheet of this name."""

    sentence = '{file} has no sheet "{sheet}".'
    advice = "It has: {sheets}."


class LogAlone(WronglyCalled):
    """A log is merged by itself, not as one change with other files."""

    sentence = "{file} is a log of guidelog, which is taken in by itself."
    advice = "Import it in a command of its own."


class NothingToImport(CouldNot):
    """The folders that were named hold no file that can be taken over."""

    sentence = "there is no file to import in {path}."


class StopsImport(CouldNot):
    """Something in the files has to be mended before anything is written."""

    sentence = "{place}: {why}."
    advice = "Nothing was taken over.{more}"


class BrokenLog(CouldNot):
    """A line of a log does not hold what was written once."""

    sentence = "{file}, line {line}: the log is {why}."
    advice = "Nothing was taken in. Export it anew where it comes from."
