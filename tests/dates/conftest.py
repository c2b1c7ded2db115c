"""In these tests it is Monday 23 November 2026, 16:30, an hour ahead of UTC."""

from collections.abc import Iterator

import pytest

from .clocks import MONDAY, a_clock


@pytest.fixture(autouse=True)
def monday_afternoon() -> Iterator[None]:
    with a_clock(at=MONDAY):
        yield
