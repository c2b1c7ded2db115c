"""The place to sign: that it was seen and discussed, with room for a comment."""

from guidelog.reports.blocks import Section, Signing
from guidelog.reports.brief import Brief
from guidelog.reports.showing import Shown

CHOICES = ("seen and discussed", "with comment", "declined to sign")
REMARK = "Signing means it was read, not that it is agreed with."


def signing_section(shown: Shown, brief: Brief) -> Section | None:
    """Boxes and lines for the person and the leader; a document for me has none."""
    if brief.is_for_me:
        return None
    signers = (shown.facts.person.name, brief.leader.name or "the leader")
    return Section(
        "signing", "Seen and discussed", (Signing(CHOICES, REMARK, signers),)
    )
