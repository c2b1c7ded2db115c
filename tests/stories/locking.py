"""What is told of an encrypted journal: its passphrases, its files, its copies."""

from pathlib import Path

from leading import Leader
from stories.holding import SECRET

PASSPHRASE = "four words nobody expects"
OTHER = "words that nobody else expects"


def tell(leader: Leader) -> None:
    """Write down what nobody else should read."""
    leader.does("person add ada 'Ada Okonkwo'")
    leader.does(f"add ada 'met the {SECRET}' --agreed 'the {SECRET} comes back'")
    leader.does("backup")


def files_of(leader: Leader) -> list[Path]:
    """The journal and all copies of it."""
    copies = leader.home.glob("journal.db.backups/*.db")
    return [leader.journal, *sorted(copies)]


def keep(passphrase: str, file: Path) -> Path:
    """Keep a passphrase in a private file."""
    file.write_text(f"{passphrase}\n", encoding="utf-8")
    file.chmod(0o600)
    return file
