"""Handles: what people are called where two devices gave the same one. Pure.

The log keeps each handle as it was stated; which one is given follows from all of them.
"""

from collections import defaultdict
from collections.abc import Mapping
from itertools import count


def give_handles(stated: Mapping[str, str]) -> dict[str, str]:
    """Give each handle to the least uid that states it, a numbered one to the next."""
    stating: dict[str, list[str]] = defaultdict(list)
    for uid in sorted(stated):
        stating[stated[uid]].append(uid)
    given = {uids[0]: handle for handle, uids in stating.items()}
    taken = set(stating)
    for handle, uids in sorted(stating.items()):
        for uid in uids[1:]:
            numbered = (f"{handle}-{n}" for n in count(2))
            given[uid] = next(one for one in numbered if one not in taken)
            taken.add(given[uid])
    return given
