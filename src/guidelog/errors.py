"""One tree of refusals: each is worded here, once, and knows its exit code.

GuidelogError
├── CouldNot        exit 1: the wish was clear, the world said no
└── WronglyCalled   exit 2: the line has to be typed differently

A class holds its sentence and, where something can be done, its advice; whoever raises
it gives the facts: ``raise UnknownPerson(name="adda", near="Did you mean ada?")``.
Facts are names, ids, options and dates, never the text of a note.
"""

from typing import ClassVar


class GuidelogError(Exception):
    """Anything the leader is told instead of a traceback."""

    code: ClassVar[int] = 1
    sentence: ClassVar[str] = "something went wrong."
    advice: ClassVar[str] = ""

    def __init__(self, **facts: object) -> None:
        """Word the sentence with the facts; keep the facts for callers and tests."""
        self.facts = facts
        self.says = self.sentence.format(**facts)
        self.helps = self.advice.format(**facts)
        super().__init__(self.says)


class CouldNot(GuidelogError):
    """The wish was clear, but it could not be carried out."""

    code = 1


class WronglyCalled(GuidelogError):
    """The command was typed in a way that can't be carried out."""

    code = 2


# --- dates, periods, lengths ----------------------------------------------------------


class UnreadableDate(WronglyCalled):
    """The words are not a day the grammar knows."""

    sentence = '"{text}" is not a date I can read.'
    advice = 'Say 2026-11-20, "20 nov", yesterday, friday or "yesterday 15:00".'


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
    advice = 'Say the day, as in 2026-11-20 or "20 nov".'


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


# --- who and what ---------------------------------------------------------------------


class UnknownPerson(WronglyCalled):
    """Nobody in the journal is called so."""

    sentence = 'no person "{name}".{near}'
    advice = 'Add them with guidelog person add HANDLE "Full Name".'


class TwoPeople(WronglyCalled):
    """The name fits more than one person."""

    sentence = '"{name}" could be {people}.'
    advice = "Say the handle."


class UnknownId(WronglyCalled):
    """No entry has this id."""

    sentence = 'there is no entry "{id}".'
    advice = "guidelog timeline shows ids, such as s12 or g2."


class WrongKind(WronglyCalled):
    """The id is of another kind than the command is for."""

    sentence = "{id} is a {kind}, not a {wanted}."


class UnknownWord(WronglyCalled):
    """A word is not one of those that fit here."""

    sentence = '{what} "{word}" is not known.{near}'
    advice = "It is one of: {words}."


# --- looking back ---------------------------------------------------------------------


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


class UnknownColumn(WronglyCalled):
    """The view has no column of this name."""

    sentence = '{view} has no column "{column}".{near}'
    advice = "The columns are: {columns}."


# --- the command line -----------------------------------------------------------------


class UnknownCommand(WronglyCalled):
    """There is no such command, or no such command in this group."""

    sentence = 'no command "{name}".{near}'
    advice = "{help} shows those there are."


class UnknownOption(WronglyCalled):
    """The command has no such option."""

    sentence = "no option {option} here.{near}"
    advice = "{help} shows those there are."


class OptionNeedsValue(WronglyCalled):
    """An option stands without its value."""

    sentence = "{option} needs a value{before}."
    advice = "A value that looks like an option is said as {option}=VALUE."


class OptionTakesNoValue(WronglyCalled):
    """A value was given to an option that is only there or not."""

    sentence = "{option} takes no value."


class UnfitValue(WronglyCalled):
    """The value of an option or argument can't be read as what it should be."""

    sentence = "{what}: {reason}"
    advice = "{how}"


class ArgumentMissing(WronglyCalled):
    """Something the command can't do without was not said."""

    sentence = "{what} is missing."
    advice = "Say {usage}"


class TooManyWords(WronglyCalled):
    """More words than the command has places for."""

    sentence = '"{word}" is one word too many.'
    advice = "Words that belong together stand in quotes: {usage}"


class ScatteredText(WronglyCalled):
    """The words of one text stand in two places of the line."""

    sentence = "the words of the text stand in two places."
    advice = "Put the text in quotes; an option takes several values joined by commas."


class WordsAfterQuotes(WronglyCalled):
    """Further words follow a text that came in quotes."""

    sentence = "more words follow the quoted text."
    advice = "Put the whole text in quotes; an option takes several joined by commas."


class EmptyText(WronglyCalled):
    """A text was given, but it holds nothing."""

    sentence = "{what}: the text is empty."


class NotUtf8(WronglyCalled):
    """What was typed or piped in is not text."""

    sentence = "{what} is not valid UTF-8."
    advice = "Convert it first, for example with iconv -f latin1 -t utf-8."


class InputReadTwice(WronglyCalled):
    """Two texts of one line ask for standard input."""

    sentence = "standard input can be read only once, but two texts ask for it."


class NoDraft(WronglyCalled):
    """--draft was said, but nothing waits."""

    sentence = "no draft of {command} waits."


class NeedsYes(WronglyCalled):
    """What can't be taken back needs a yes, and there is no terminal to ask on."""

    sentence = "nothing was done: there is no terminal to ask on."
    advice = "Add --yes to do it without being asked."


class Interrupted(GuidelogError):
    """The leader pressed Ctrl-C."""

    code = 130
    sentence = "stopped, nothing was written."


# --- asking and the editor ------------------------------------------------------------


class NothingSaved(GuidelogError):
    """The leader left a text empty, or closed the editor without a change."""

    code = 0
    sentence = "nothing changed, nothing saved."


class Unanswered(WronglyCalled):
    """A question that needs an answer was left open."""

    sentence = '"{question}" was left open, and nothing can be written without it.'


class NoOpenNote(WronglyCalled):
    """No resistance note is open that a try could be for."""

    sentence = "no resistance note is open."
    advice = "guidelog resistance add WHO writes one down."


class BelongsElsewhere(WronglyCalled):
    """An answer fits another question."""

    sentence = "that is something to be done."
    advice = 'It belongs under "{question}", where it stands ready.'


class EditorFailed(CouldNot):
    """The editor was killed, or ended with an error."""

    sentence = "{editor} {ended}: nothing changed, nothing saved."


class NoEditor(CouldNot):
    """There is no editor to open."""

    sentence = "{editor}."
    advice = "Name one in VISUAL or EDITOR, such as nano."


class NoTerminal(WronglyCalled):
    """An editor is wanted where there is no terminal."""

    sentence = "there is no terminal to open an editor on."
    advice = "Say the text on the line, or pipe it in."


class OpenFrontMatter(WronglyCalled):
    """The lines above a text begin with --- but don't end."""

    sentence = "the lines above the text have no end."
    advice = "Put a line of three dashes (---) between them and the text."


class StrangeLine(WronglyCalled):
    """A line above a text is no key with a value."""

    sentence = "line {line} above the text is not a key, a colon and a value."
    advice = "Say it as in took: 45."


class UnknownKey(WronglyCalled):
    """A line above a text names something that does not fit here."""

    sentence = 'line {line} above the text: "{key}" is nothing that fits here.{near}'
    advice = "There may stand: {keys}."


class TwiceSaid(WronglyCalled):
    """A key that takes one value stands twice above a text."""

    sentence = 'line {line} above the text: "{key}" was said before.'


class UnfitLine(WronglyCalled):
    """The value of a line above a text can't be read."""

    sentence = "line {line} above the text, {key}: {reason}"
    advice = "{how}"


class NotInTalk(WronglyCalled):
    """A commitment in a text is marked with somebody who was not in the talk."""

    sentence = "@{handle} was not in this talk."
    advice = "A commitment is marked @me, or with one of: {people}."


class UnknownTemplate(WronglyCalled):
    """There is no template of this name."""

    sentence = 'there is no template "{name}".{near}'
    advice = "There are: {names}. Your own lie in {folder}."


class CouldNotWrite(CouldNot):
    """The output can't be written: a full disk, a closed stream."""

    sentence = "could not write: {reason}."


class SystemRefused(CouldNot):
    """The system said no to something the program asked for."""

    sentence = "the system refused: {reason}."


class InnerFault(CouldNot):
    """A fault of the program itself, told without any text of the leader."""

    sentence = "something went wrong inside guidelog ({kind}, {where})."
    advice = "Please report this line. It holds none of your text."


# --- documents ------------------------------------------------------------------------


class MissingExtra(CouldNot):
    """A format needs a package that is not installed with the program itself."""

    sentence = "{what} needs a part of guidelog that is not installed."
    advice = 'Install it with: pip install "guidelog[{extra}]"'


class NotTypeset(CouldNot):
    """The typesetter refused a document; its words name no text of the record."""

    sentence = "the PDF could not be made: {why}."
    advice = "The same document can be had as HTML: --format html."


class UnknownSuffix(WronglyCalled):
    """A file's name does not tell in which format to write it."""

    sentence = "the name {file} does not say in which format to write."
    advice = "Say --format terminal, markdown, html, pdf or json."


class NotForScreens(WronglyCalled):
    """A format that a terminal can't show."""

    sentence = "a terminal can't show {format}."
    advice = "Say where to write it: -o FILE."


class FolderMissing(WronglyCalled):
    """Several documents need a folder."""

    sentence = "--each writes several documents."
    advice = "Say into which folder: -o FOLDER."


class TalkInConfidence(WronglyCalled):
    """A document for others about somebody who is no direct report."""

    sentence = "{name} is no direct report: a document for others needs --yes."
    advice = "For your own eyes: guidelog report {handle} --for me"


# --- the file -------------------------------------------------------------------------


class NoFolder(CouldNot):
    """The folder that the journal should lie in does not exist."""

    sentence = "there is no folder {folder}."
    advice = "Make it first, or say another --journal FILE."


class OutOfReach(CouldNot):
    """The system does not let the program at a file."""

    sentence = "{path} can't be used: {why}."


class ReadOnlyJournal(CouldNot):
    """The journal can be read here, but not written."""

    sentence = "{path} can't be written: the file or its folder is read-only."


class DiskFull(CouldNot):
    """The disk has no room for what should be written."""

    sentence = "there is no room left on the disk that holds {path}."
    advice = "Nothing was changed. Free some space first; deleting needs room too."


class LockedJournal(CouldNot):
    """Somebody else kept the journal busy for longer than we wait."""

    sentence = "{path} has been in use by another program for {seconds} seconds."
    advice = "Nothing was changed. Close that program, then try again."


class EmptyJournal(CouldNot):
    """The journal's file is there, with nothing in it: a loss, never a fresh start."""

    sentence = "{path} is empty, 0 bytes long; something emptied it."
    advice = "It was left as it is. {copies}"


class DamagedJournal(CouldNot):
    """The journal's file is cut short, overwritten or otherwise broken."""

    sentence = "{path} is damaged."
    advice = "It was left as it is. {copies}"


class NotAJournal(CouldNot):
    """The file is of some other kind."""

    sentence = "{path} is not a guidelog journal."
    advice = "It was left as it is. Say another --journal FILE."


class NewerJournal(CouldNot):
    """The journal was last written by a later version of the program."""

    sentence = "{path} was written by a newer guidelog."
    advice = "It has shape {found}, this guidelog knows up to {known}. Update guidelog."


class UpgradeFailed(CouldNot):
    """A journal of an earlier version could not be brought up to date."""

    sentence = "{path} could not be upgraded from shape {found} to {known}: {why}."
    advice = "It is as it was."


class BackupsKept(CouldNot):
    """The journal is worse than its backups, so they were not replaced by it."""

    sentence = "the backups of {path} were not replaced: the journal is {standing}."
    advice = "{copies}"


class NotADemonstration(CouldNot):
    """A demonstration would replace what the leader wrote."""

    sentence = "{path} is not a demonstration, so it was left as it is."
    advice = "Leave --journal out, or name a file that is not there yet."


# --- settings -------------------------------------------------------------------------


class BrokenSettings(CouldNot):
    """The settings are not TOML."""

    sentence = "{file} can't be read as TOML: {why}."


class UnknownSetting(CouldNot):
    """The settings hold a key that means nothing here."""

    sentence = '{file}, line {line}: "{key}" is not a setting.{near}'
    advice = "The settings are: {keys}."


class WrongSetting(CouldNot):
    """A setting has a value that does not fit."""

    sentence = "{file}, line {line}: {key} can't be {value!r}."
    advice = "{key} is {wanted}."


class NoSuchSetting(WronglyCalled):
    """The line names a setting that means nothing here."""

    sentence = '"{key}" is not a setting.{near}'
    advice = "The settings are: {keys}."


class UnfitSetting(WronglyCalled):
    """The line gives a setting a value that does not fit."""

    sentence = '{key} can\'t be "{value}".'
    advice = "{key} is {wanted}."


class SettingsByHand(CouldNot):
    """The settings are written in a way that can't be changed line by line."""

    sentence = "{file}, line {line}: {key} can't be changed alone."
    advice = "guidelog config edit opens the whole file."


# --- questions ------------------------------------------------------------------------


class BrokenQuestions(CouldNot):
    """The leader's own questions are not TOML."""

    sentence = "{file} can't be read as TOML: {why}."


class WrongQuestions(CouldNot):
    """The leader's own questions hold something that is no list of a stage."""

    sentence = '{file}, line {line}: "{key}" is not {wanted}.'
    advice = 'Say [coaching], and under it: reality = ["What have you tried?"]'


# --- wording --------------------------------------------------------------------------


class BrokenWordList(CouldNot):
    """The firm's own word list is not TOML."""

    sentence = "{file} can't be read as TOML: {why}."


class WrongWordList(CouldNot):
    """The firm's own word list holds something that is no class of words."""

    sentence = '{file}: "{key}" is not {wanted}.'
    advice = 'Say [label], and under it: words = ["sloppy"]'


# --- recording ------------------------------------------------------------------------


class UnfitField(WronglyCalled):
    """A field holds something it may not."""

    sentence = "{field} does not fit a {kind}."


class ClockMixed(CouldNot):
    """A journal of real days must not get entries of an invented day."""

    sentence = "GUIDELOG_NOW is set, but this journal was kept with the real clock."
    advice = "Use another --journal FILE for demonstrations, or unset GUIDELOG_NOW."


class UnreadableNumber(WronglyCalled):
    """The words are not a plain decimal number."""

    sentence = '"{text}" is not a number I can read.'
    advice = "Say 4, 3.5 or -2, with a point and without separators."


class NoLevel(WronglyCalled):
    """The words are not a level of goal attainment."""

    sentence = '"{text}" is not a level.'
    advice = "Levels are -2, -1, 0 (as expected), 1 and 2."


class NotTheirs(WronglyCalled):
    """An entry is about somebody else than the command."""

    sentence = "{id} is not about {people}."


class HandleTaken(WronglyCalled):
    """Somebody has this handle already, or had it."""

    sentence = 'the handle "{handle}" is taken{by}.'
    advice = "{help}"


class NoHandle(WronglyCalled):
    """The word can't be a handle."""

    sentence = '"{handle}" can\'t be a handle{why}.'
    advice = "A handle is made of a-z, 0-9, dot, dash and underscore, as ada or li-2."


class NobodyNamed(WronglyCalled):
    """A list of people is empty."""

    sentence = "nobody is named."


class OneAtATime(WronglyCalled):
    """The command is about one person, but several were named."""

    sentence = "this is about one person, not {count}."


class TwoScales(WronglyCalled):
    """A goal has one scale."""

    sentence = "a goal has one scale, not {count}."
    advice = "Use --target (a number), --milestone or --levels."


class NoDistance(WronglyCalled):
    """A numeric goal that starts where it ends can't be measured."""

    sentence = "the goal starts at {value}, where it should end."


class TargetMissing(WronglyCalled):
    """A numeric goal needs the number to reach."""

    sentence = "--{given} needs --target too."


class ExpectedMissing(WronglyCalled):
    """A goal in levels needs words for level 0."""

    sentence = "--levels needs --expected, the words for level 0."


class WrongScale(WronglyCalled):
    """An entry does not fit the scale of its goal."""

    sentence = "{goal} is measured {scale}."
    advice = "{help}"


class UnknownStep(WronglyCalled):
    """A goal has no such milestone."""

    sentence = "{goal} has no milestone {step}."
    advice = "It has {count}: guidelog show {goal}."


class StepDone(WronglyCalled):
    """A milestone was reached before."""

    sentence = "milestone {step} of {goal} was reached on {day}."


class GoalClosed(WronglyCalled):
    """A closed goal takes nothing that happened after it was closed."""

    sentence = "{goal} was {state} on {day}."
    advice = "guidelog goal reopen {goal} opens it again."


class GoalOpen(WronglyCalled):
    """An open goal can't be opened."""

    sentence = "{goal} is open."


class NothingRated(WronglyCalled):
    """An assessment needs at least one outcome."""

    sentence = "nothing is assessed."
    advice = "Say --excellence, --self-correction or --self-generation, each 0 to 4."


class NoTransition(WronglyCalled):
    """A resistance note can't go from its status to the wanted one."""

    sentence = "{note} is {status} and can't become {wanted}."
    advice = "From {status} it can become: {allowed}."


class TransitionNeeds(WronglyCalled):
    """A change of status needs something said with it."""

    sentence = "{note} can't become {wanted} yet: {why}."
    advice = "{help}"


class NoteClosed(WronglyCalled):
    """A note that is over takes no new attempt."""

    sentence = "{note} is {status}."
    advice = "Reopen it first: guidelog resistance status {note} working REASON."


class NotOpen(WronglyCalled):
    """A commitment or topic is settled already."""

    sentence = "{id} is {state} already."


class OwnerUnclear(WronglyCalled):
    """Among several people "them" names nobody."""

    sentence = 'with several people "them" is nobody in particular.'
    advice = "Say whose it is: {people} or me, as in --next {example!r}."


class OwnerMissing(WronglyCalled):
    """A commitment that is somebody's names them."""

    sentence = "{id} is about nobody, so it can't be theirs."
    advice = "Say whose it is with --who."


class NothingToUndo(WronglyCalled):
    """There is no change made here that could be taken back."""

    sentence = "there is nothing to undo."


class UndoRefused(WronglyCalled):
    """The newest change can't be taken back."""

    sentence = "the last {command} can't be undone: {why}."


class ReasonMissing(WronglyCalled):
    """An amendment of an older or shared entry needs a reason."""

    sentence = "{id} was {why}: changing it is an amendment, which needs --reason."


class FieldNotHere(WronglyCalled):
    """An entry has no such field."""

    sentence = "{id} is a {kind} and has no {field}."
    advice = "It has: {fields}."


class NothingChanged(WronglyCalled):
    """An edit without a change."""

    sentence = "nothing to change in {id} was named."
    advice = "Say what, for example guidelog edit {id} --text TEXT."


class StillThere(WronglyCalled):
    """What lives can't be brought back."""

    sentence = "{id} is not deleted."


class GoneForGood(WronglyCalled):
    """What was only about people who were erased can't be brought back."""

    sentence = "{id} was about somebody who was erased; nothing of it is left."


class OnHold(CouldNot):
    """A record on hold is not taken away."""

    sentence = "{person} is on hold since {day}: nothing may be taken away."
    advice = "guidelog person hold {person} --lift ends it."


class ActionKnown(WronglyCalled):
    """An action's name is taken."""

    sentence = 'the action "{name}" is there already.'


class UnknownTag(WronglyCalled):
    """No entry has this tag."""

    sentence = 'no entry has the tag "{tag}".{near}'


class TagUnfit(WronglyCalled):
    """A word can't be a tag."""

    sentence = '"{tag}" can\'t be a tag: a tag is one word that begins with a letter.'


class NothingToShare(WronglyCalled):
    """A handout holds entries, or a report."""

    sentence = "{id} can't be shared on its own."


class NotAPair(WronglyCalled):
    """An option that takes a name and a value got something else."""

    sentence = '{option}: "{text}" is not a name and a value.'
    advice = "Say it as {example}."


class OptionAlone(WronglyCalled):
    """Options that only make sense together."""

    sentence = "{given} needs {missing} too."


class OptionsApart(WronglyCalled):
    """Options that exclude each other."""

    sentence = "{first} and {second} don't go together."


class NoSuchHead(CouldNot):
    """A head that was once printed is not in the log."""

    sentence = "no change {head} stands in this journal."
    advice = "Say 16 or more characters of a head that was printed."


# --- care -----------------------------------------------------------------------------


class MergeRefused(CouldNot):
    """Another journal can't be taken in."""

    sentence = "the other journal can't be merged: {why}."
    advice = "Nothing was changed."


class MergeOnHold(CouldNot):
    """The other journal takes back words of somebody on hold here."""

    sentence = "the other journal takes back words about {person}, who is on hold here."
    advice = "guidelog person hold {person} --lift ends the hold; then merge again."


class NothingToRedact(WronglyCalled):
    """An entry has no such words, or no more."""

    sentence = "{id} has no such text to take back."
    advice = "It has: {fields}."


class NotOnHold(WronglyCalled):
    """A hold can only be lifted where there is one."""

    sentence = "{person} is not on hold."


class JoinedWithSelf(WronglyCalled):
    """Somebody can't be joined with themselves."""

    sentence = "{person} is one person already."


class UnsoundBackup(CouldNot):
    """A file that would take the journal's place is not as it was written."""

    sentence = "{file} can't be restored: {what}: {wrong}."
    advice = "Nothing was changed. guidelog backup --list names what else there is."


class NotItsCopy(CouldNot):
    """A backup would replace something that the journal does not hold."""

    sentence = "{file} is there already, and holds what this journal does not."
    advice = "It was left as it is. Name a file that is not there yet."


class NothingToRestore(CouldNot):
    """There is no backup to restore from."""

    sentence = "there is no backup beside {path}."
    advice = "Name a file: guidelog restore FILE."
