"""Refusals about encrypted journals and their passphrases."""

from guidelog.errors.base import CouldNot, WronglyCalled


class PassphraseNeeded(CouldNot):
    """An encrypted journal is to be opened where nobody can be asked.

    Its bytes look like chance, and so do those of many other files.
    """

    sentence = (
        "{path} is encrypted, or no journal at all, "
        "and there is no terminal to ask for its passphrase."
    )
    advice = "Name a private file that holds it: GUIDELOG_PASSPHRASE_FILE=FILE."


class WrongPassphrase(CouldNot):
    """No passphrase that was said opens the file."""

    sentence = (
        "{path} does not open with this passphrase: it is another one, or the file is "
        "no journal, or its beginning is damaged."
    )
    advice = "It was left as it is."


class ReadableByOthers(CouldNot):
    """A file of passphrases is not the leader's alone."""

    sentence = "{file} holds passphrases and can be read by others."
    advice = "Close it first: chmod 600 {file}"


class NoPassphraseInFile(CouldNot):
    """A file of passphrases has none in its first line."""

    sentence = "{file} has no passphrase in its first line."


class NewPassphraseNeeded(WronglyCalled):
    """A new passphrase is to be set where nobody can be asked."""

    sentence = "there is no terminal to type a new passphrase on."
    advice = "{instead}"


class WeakPassphrase(WronglyCalled):
    """A new passphrase would be guessed at once."""

    sentence = "a passphrase has at least {shortest} characters."
    advice = "Four or five words that nobody expects together are better than a sign."


class PassphraseNotSet(CouldNot):
    """The leader did not type one passphrase twice."""

    sentence = "no passphrase was set."
    advice = "Nothing was changed."


class AlreadyEncrypted(CouldNot):
    """There is nothing left to encrypt."""

    sentence = "{path} is encrypted already, and so are its backups."
    advice = "guidelog rekey gives it another passphrase."


class NotEncrypted(CouldNot):
    """There is nothing to decrypt, and no passphrase to change."""

    sentence = "{path} is not encrypted."
    advice = "guidelog encrypt does that."


class CopiesLeft(CouldNot):
    """Backups could not be read, and so stay as they were."""

    sentence = "these copies can't be read, and were left as they are: {files}."
    advice = "The journal itself is done. Delete them where nothing in them is needed."


class SourceEncrypted(CouldNot):
    """A restore would leave plain backups beside a journal that is encrypted."""

    sentence = "{file} is encrypted, and {path} is not."
    advice = "Encrypt the journal first: guidelog encrypt. Then restore."


class UnfaithfulCopy(CouldNot):
    """What was encrypted or decrypted is not what the journal holds."""

    sentence = "a copy of {path} came out different from it."
    advice = "Nothing was changed. guidelog verify names what may be wrong with it."


class JournalReplaced(CouldNot):
    """While this command waited, another one put a new file in the journal's place."""

    sentence = "{path} was replaced by another program while this one waited for it."
    advice = "Nothing was changed. Try again."
