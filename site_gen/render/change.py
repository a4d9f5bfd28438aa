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
    whole = half_up(abs(value.numerator), value.denominator)
    if whole == 0:
        return "0%"
    return f"{'+' if value > 0 else _MINUS}{whole}%"
