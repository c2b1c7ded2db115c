"""Whose fault it is when a command fails as none should: the journal's, or ours."""

from contextlib import suppress

from guidelog.cli.whereabouts import journal_file
from guidelog.errors import AlteredJournal, CouldNot
from guidelog.storage.refusals import newest_copy


def refusal_of_journal() -> CouldNot | None:
    """What is amiss in the journal that is meant; None where it is as it was written.

    Bytes that another program left in it may fail a command anywhere.
    """
    # whatever stops this, too, is told as the fault it came from
    with suppress(Exception):
        return _first_fault()
    return None


def _first_fault() -> CouldNot | None:
    from guidelog.journal.verifying import verify_journal

    path = journal_file()
    if not path.is_file():
        return None
    try:
        findings = verify_journal(path).findings
    except CouldNot as refusal:
        return refusal
    for one in findings:
        copies = newest_copy(path)
        return AlteredJournal(path=path, what=one.what, wrong=one.wrong, copies=copies)
    return None
