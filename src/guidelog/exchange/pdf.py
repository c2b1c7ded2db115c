"""PDF by Typst: a document typeset, tagged, and ready to be archived."""

from typing import Any, Final, NamedTuple

from guidelog.errors import MissingExtra, NotTypeset
from guidelog.reports import as_typst
from guidelog.reports.blocks import Document

ARCHIVED: Final = ["a-2a"]
"""PDF/A-2a: tagged, with everything in it that is needed to read it for ever."""


class Typeset(NamedTuple):
    """A PDF, and whether it keeps to the standard for archives."""

    data: bytes
    is_archivable: bool


def typeset(document: Document) -> Typeset:
    """Typeset a document. Raises MissingExtra without Typst, NotTypeset if it refuses.

    The letters come with Typst, so that pages are the same everywhere. A text with
    other letters takes those of the system; where it has none either, or a sign may
    not stand in an archive, the PDF is an ordinary one.
    """
    typst = _typesetter()
    given = {"data": as_typst.render(document)}
    why = ""
    for own_letters, standards in ((True, ARCHIVED), (False, ARCHIVED), (False, [])):
        try:
            made = typst.compile(
                as_typst.template(),
                format="pdf",
                ignore_system_fonts=own_letters,
                sys_inputs=given,
                pdf_standards=standards,
            )
        except typst.TypstError as error:
            # what it says may hold a text of the record: only its kind is passed on
            why = type(error).__name__
        else:
            return Typeset(made, bool(standards))
    raise NotTypeset(why=why)


def _typesetter() -> Any:
    try:
        import typst
    except ImportError as error:
        raise MissingExtra(what="PDF", extra="pdf") from error
    return typst
