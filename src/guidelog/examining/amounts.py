"""Amounts of bytes and things, as people say them."""

from typing import Final

_UNITS: Final = ("bytes", "kB", "MB", "GB", "TB")


def say_size(size: int) -> str:
    """So many bytes: 812 bytes, 340 kB, 1.2 GB."""
    rest, unit = float(size), 0
    while rest >= 999.5 and unit < len(_UNITS) - 1:
        rest, unit = rest / 1000, unit + 1
    digits = 1 if unit and rest < 9.95 else 0
    return f"{rest:.{digits}f} {_UNITS[unit]}"
