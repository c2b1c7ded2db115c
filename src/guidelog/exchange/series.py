"""Series of meetings: which of them can be taken apart into their days.

A rule that names moments within a day, or days that never come, keeps the libraries
counting until the year 9999.
"""

from collections.abc import Mapping, Sequence
from math import prod
from typing import Any, Final

_EVERY: Final = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
_OFTEN: Final = ("DAILY", "WEEKLY")
_NEVER_TRUE: Final = ("BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYSETPOS")
"""What may name no day at all where each single day is tried."""
_TIMES: Final = ("BYHOUR", "BYMINUTE", "BYSECOND")
_TIMES_A_DAY: Final = 24


def leave_out_endless(calendar: Any) -> int:
    """Take out the meetings whose series can't be taken apart; tells how many."""
    kept = [part for part in calendar.subcomponents if not _is_endless(part)]
    left = len(calendar.subcomponents) - len(kept)
    calendar.subcomponents[:] = kept
    return left


def _is_endless(part: Any) -> bool:
    try:
        rules = part.get("RRULE", [])
        each = rules if isinstance(rules, list) else [rules]
        return not all(ends_in_time(rule) for rule in each)
    except (ValueError, TypeError, AttributeError):
        # a rule of which not even its words can be read
        return True


def ends_in_time(rule: Mapping[str, Sequence[Any]]) -> bool:
    """Whether counting a rule's days comes to an end soon."""
    every = [str(one).upper() for one in rule.get("FREQ", ())]
    counts = [*rule.get("INTERVAL", ()), *rule.get("COUNT", ())]
    times = prod(len(rule.get(one, "1")) for one in _TIMES)
    is_whole = len(every) == 1 and every[0] in _EVERY and min(counts, default=1) > 0
    names_days = (
        every and every[0] in _OFTEN and any(one in rule for one in _NEVER_TRUE)
    )
    return is_whole and not names_days and times <= _TIMES_A_DAY
