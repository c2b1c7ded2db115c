"""Names that never change and travel between devices: UUIDs as lower-case text."""

import hashlib
import re
import secrets
import uuid

from guidelog.words import UID


def uid_at(stamp: int, place: int) -> str:
    """Make a UUIDv7: `stamp` is its change's (ms), `place` counts within the change."""
    high, low = divmod(place, 1 << 18)
    bits = (stamp & (1 << 48) - 1) << 80 | 0x7 << 76 | (high & 0xFFF) << 64
    bits |= 0b10 << 62 | low << 44 | secrets.randbits(44)
    return str(uuid.UUID(int=bits))


def is_uid(text: str) -> bool:
    """Tell whether a text has the form of a uid."""
    return re.fullmatch(UID, text) is not None


def uid_from(*words: str) -> str:
    """Derive a UUIDv8 from words, the same on every device."""
    digest = hashlib.sha256("\0".join(words).encode(errors="replace")).digest()[:16]
    bits = int.from_bytes(digest) & ~(0xF << 76) & ~(0b11 << 62)
    return str(uuid.UUID(int=bits | 0x8 << 76 | 0b10 << 62))
