"""Commands about encryption: encrypt, decrypt, rekey."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from guidelog.cli import output
from guidelog.cli.asking import ask
from guidelog.cli.filing import YES
from guidelog.cli.passphrases import ask_new_passphrase
from guidelog.cli.whereabouts import existing, journal_file, say_waiting
from guidelog.errors import AlreadyEncrypted, CopiesLeft, NotEncrypted
from guidelog.reports.phrases import count
from guidelog.storage.connection import open_for_reading, prepare_for_writing
from guidelog.storage.encrypting import lock_with, new_key
from guidelog.storage.header import is_encrypted
from guidelog.storage.keys import key_of, passphrase_at_hand, read_passphrases
from guidelog.storage.location import all_copies

if TYPE_CHECKING:
    from guidelog.storage.keys import Key

LOST = "Without the passphrase nobody can read it any more, you neither."
ELSEWHERE = (
    "Drafts, texts open in an editor, exports and copies elsewhere stay plain; "
    "snapshots and the disk's freed blocks may still hold the plain journal."
)


def encrypt(yes: YES = False) -> None:
    """Encrypt the journal and its backups with a passphrase.

    It is asked for, or taken from the first line of the private file that
    GUIDELOG_PASSPHRASE_FILE names. A lost one can't be replaced.

    guidelog encrypt --yes
    """
    path = journal_file()
    plain = [one for one in [path, *all_copies(path)] if not is_encrypted(one)]
    if not plain:
        raise AlreadyEncrypted(path=path)
    open_for_reading(path, on_wait=say_waiting).close()
    if not ask(f"Encrypt {path}, and its backups? {LOST}", yes=yes):
        output.note("Nothing was encrypted.")
        return
    key = key_of(path, say_waiting) or new_key(_first_passphrase())
    prepare_for_writing(path, on_wait=say_waiting)
    _lock(path, key, "encrypted")
    output.note(ELSEWHERE)


def decrypt(yes: YES = False) -> None:
    """Make the journal and its backups plain files again.

    guidelog decrypt --yes
    """
    path = _journal()
    if not any(map(is_encrypted, [path, *all_copies(path)])):
        raise NotEncrypted(path=path)
    if not ask(f"Decrypt {path}, and its backups?", yes=yes):
        output.note("Nothing was decrypted.")
        return
    _lock(path, None, "decrypted")


def rekey(
    file: Annotated[
        Path | None,
        typer.Option(
            "--new-passphrase-file",
            metavar="FILE",
            help="A private file that begins with it; else it is asked for.",
        ),
    ] = None,
    yes: YES = False,
) -> None:
    """Give the encrypted journal and its backups another passphrase.

    guidelog rekey --new-passphrase-file new-passphrase --yes
    """
    path = _journal()
    if not is_encrypted(path):
        raise NotEncrypted(path=path)
    if not ask(f"Give {path}, and its backups, another passphrase?", yes=yes):
        output.note("The passphrase is as it was.")
        return
    said = read_passphrases(file)[0] if file else ask_new_passphrase(FROM_FILE)
    _lock(path, new_key(said), "under the new passphrase")
    if passphrase_at_hand():
        output.note("Put it into the file that GUIDELOG_PASSPHRASE_FILE names, too.")


FROM_FILE = "Name a private file that begins with it: --new-passphrase-file FILE."
FROM_NAMED = "Name a private file that begins with it: GUIDELOG_PASSPHRASE_FILE=FILE."


def _first_passphrase() -> str:
    return passphrase_at_hand() or ask_new_passphrase(FROM_NAMED)


def _journal() -> Path:
    """The journal, found whole and opened once, so that its key is known."""
    path = existing(journal_file())
    open_for_reading(path, on_wait=say_waiting).close()
    return path


def _lock(path: Path, key: "Key | None", says: str) -> None:
    left = lock_with(path, key, on_wait=say_waiting)
    done = len(all_copies(path)) - len(left)
    copies = f", with {count(done, 'copy', 'copies')}" if done else ""
    output.say_line(f"{path}  {says}{copies}")
    if left:
        raise CopiesLeft(files=", ".join(map(str, left)))
