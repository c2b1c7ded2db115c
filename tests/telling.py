"""Beginnings told once: later leaders begin with a copy of how the first one ended."""

import functools
from collections.abc import Callable
from typing import ParamSpec

from guidelog.dates import clock
from leading import Leader, make_home

P = ParamSpec("P")


def told_once(tell: Callable[P, Leader]) -> Callable[P, Leader]:
    """Let a fixture tell its one leader what it has to tell only the first time.

    All it does has to be lines typed and settings: nothing else is given to later ones.
    """
    endings: dict[object, Leader] = {}

    @functools.wraps(tell)
    def begin(*args: P.args, **kwargs: P.kwargs) -> Leader:
        (leader,) = (one for one in kwargs.values() if isinstance(one, Leader))
        # of another day, the day's backup would be missing
        today = clock.real_today()
        beginning = (today, leader.now, leader.settings, *leader.said)
        if beginning in endings:
            leader.begins_as(endings[beginning])
            return leader
        assert tell(*args, **kwargs) is leader
        endings[beginning] = Leader(make_home())
        endings[beginning].begins_as(leader)
        return leader

    return begin
