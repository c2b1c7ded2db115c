"""Refusals about the journal's file."""

from guidelog.errors.base import CouldNot, WronglyCalled


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


class JournalsPlace(WronglyCalled):
    """A document would replace a journal, or lie among its copies and drafts."""

    sentence = "{path} is a journal, or lies among the copies or drafts of one."
    advice = "It was left as it is. Say another place to write to."


class SecondName(CouldNot):
    """A journal that has to be replaced has a hard link, which would stay behind."""

    sentence = "{path} has a second name (a hard link), which would stay behind."
    advice = "Delete one of the two names first; a symbolic link may stand in for it."


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


class PartMissing(CouldNot):
    """The journal lacks one of the tables or views that all is read from."""

    sentence = "{path} is damaged: its {part} is missing."
    advice = "It was left as it is; guidelog verify says what else is amiss. {copies}"


class AlteredJournal(CouldNot):
    """Something in the journal is not as it was written, and a command failed on it."""

    sentence = "{path} is damaged ({what}: {wrong})."
    advice = "guidelog verify says all that is amiss. {copies}"


class NotAJournal(CouldNot):
    """The file is of some other kind."""

    sentence = "{path} is not a guidelog journal."
    advice = "It was left as it is. Say another file."


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


class WordsLeft(CouldNot):
    """Words were taken back, but what may still hold their bytes was not renewed."""

    sentence = "words taken back may still stand in backups or free space: {why}."
    advice = "All else is done. The next command that writes tries again. {helps}"


class WordsStillLeft(CouldNot):
    """The same, of words that an earlier command took back."""

    sentence = "words taken back before may still stand in backups or elsewhere: {why}."
    advice = "The next command that writes tries again. {helps}"


class NotADemonstration(CouldNot):
    """A demonstration would replace what the leader wrote."""

    sentence = "{path} is not a demonstration, so it was left as it is."
    advice = "Leave --journal out, or name a file that is not there yet."
