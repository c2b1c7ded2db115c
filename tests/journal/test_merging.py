"""Merging: who merges whom, in which order and how often makes no difference."""

from random import Random

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from journal.devices import Device, begin_all, copy_of
from ordeal import ORDEAL

HISTORIES = settings(
    max_examples=ORDEAL or 3,
    phases=list(Phase) if ORDEAL else [Phase.generate],
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
    print_blob=False,
)
STEPS = st.lists(st.integers(0, 2**32), min_size=15, max_size=70 if ORDEAL else 30)


def take_step(devices: list[Device], chance: Random) -> None:
    """Let one device type a line, or take in what another has."""
    device, other = chance.sample(devices, 2)
    device.tick(chance)
    if chance.random() < 0.25:
        device.take_in(other)
    else:
        device.type(chance)
    device.check()


def merged(name: str, first: Device, *others: Device) -> Device:
    """A copy of the first journal that takes in the others, one after the other."""
    device = copy_of(first, name)
    for other in others:
        assert device.take_in(other)
        device.check()
    return device


@pytest.mark.ordeal
@HISTORIES
@given(STEPS)
def test_merging_is_commutative_associative_and_idempotent(numbers: list[int]) -> None:
    devices = begin_all()
    for place, number in enumerate(numbers):
        take_step(devices, Random(f"{number} {place}"))
    for device in devices:
        device.lift_holds()
    a, b, c = devices
    ab, bc = merged("ab", a, b), merged("bc", b, c)
    assert ab.state() == merged("ba", b, a).state()
    everything = merged("ab+c", ab, c)
    assert everything.state() == merged("a+bc", a, bc).state()
    assert everything.state() == merged("c+ba", c, bc, a).state()
    assert everything.state() == merged("again", everything, a, everything).state()
    everything.leader.verifies()
