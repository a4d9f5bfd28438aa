"""Changes in percent become words, with real signs: `+40–60%`, `−12%`."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from site_gen.model.pathway import PercentRange
from site_gen.render.duration import half_up

_MINUS: Final = "\N{MINUS SIGN}"


def change(band: PercentRange) -> str:
    """A change: `+40%`, `+40–60%`; unless it rises at both ends, each has its sign: `−10% to +20%`."""
    if band.low == band.high:
        return percent(band.low)
    if band.low > 0:
        return f"+{band.low}–{band.high}%"
    return f"{percent(band.low)} to {percent(band.high)}".replace(" ", "\N{NO-BREAK SPACE}")


def percent(value: int | Fraction) -> str:
    """A change in whole percent, halves away from zero: `+41%`, `−14%`, `0%`."""
    return _percent(value.numerator, value.denominator)


def step(old: int, new: int) -> str:
    """The change from one amount to another, neither below one, in whole percent: `+41%`, without making a fraction."""
    return _percent((new - old) * 100, old)


def _percent(part: int, whole: int) -> str:
    figure = half_up(abs(part), whole)
    if figure == 0:
        return "0%"
    return f"{'+' if part > 0 else _MINUS}{figure}%"
