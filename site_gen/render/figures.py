"""Facts become drawings: SVG whose positions are percent, so that shapes stretch and text keeps its size.

Every drawing repeats words that stand beside it and so is hidden from assistive technology; heights, corners and
colours come from the style sheet, because the content security policy allows no style attribute.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from markupsafe import Markup, escape

_DIFFICULTIES: Final = 4
_DEMANDS: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class PayScale:
    """What money a drawing's left and right edges stand for; bars that share a scale compare."""

    low: float
    high: float

    def place(self, amount: float) -> float:
        """Where an amount stands, in percent from the left."""
        return (amount - self.low) / (self.high - self.low) * 100


def pay_scale(amounts: Sequence[float]) -> PayScale:
    """A scale on which all amounts have their place, with room at both ends for words."""
    room = (max(amounts) - min(amounts)) * 0.24 or max(amounts) * 0.2
    return PayScale(low=min(amounts) - room, high=max(amounts) + room)


def difficulty_meter(level: int) -> Markup:
    """Four segments, as many of them filled as the level of difficulty, 1 to 4."""
    segments = [f"M{each * 8} 0h6v12h-6z" for each in range(_DIFFICULTIES)]
    return _meter(segments, level)


def demand_meter(level: int) -> Markup:
    """Four rising bars, as many of them filled as the level of demand, 0 to 4."""
    bars = [f"M{each * 8} {9 - each * 3}h6V12h-6z" for each in range(_DEMANDS)]
    return _meter(bars, level)


def phase_track(start: Fraction, end: Fraction, total: Fraction) -> Markup:
    """A bar from `start` to `end` on a track that is `total` weeks long, over the marks that the week axis draws."""
    left = _share(start, total)
    bar = f'<rect x="{_percent(left)}" width="{_percent(_share(end, total) - left)}"/>'
    return _svg("track", f'<use href="#wm-cuts"/>{bar}')


def week_axis(ends: Sequence[Fraction], labels: Sequence[str]) -> Markup:
    """The weeks at which phases end, written below their marks; the last end is the length of the whole plan."""
    places = [_percent(_share(end, ends[-1])) for end in ends]
    marks = "".join(f'<line x1="{place}" x2="{place}" y2="16"/>' for place in places[:-1])
    words = "".join(
        f'<text x="{place}" y="14" data-week="{plain_number(end)}">{escape(label)}</text>'
        for place, end, label in zip(places, ends, labels, strict=True)
    )
    return _svg("axis", f'<g id="wm-cuts">{marks}</g>{words}')


def pay_bar(
    low: float, high: float, tick: float, *, scale: PayScale, kind: str, labels: tuple[str, str]
) -> Markup:
    """A range of pay with its two ends written beside it and a tick at its median or mid-point.

    `kind` is `from` for the role that a reader comes from and `to` for any other.
    """
    left, right = scale.place(low), scale.place(high)
    bar = f'<rect class="{kind}" x="{_percent(left)}" width="{_percent(right - left)}"/>'
    mark = f'<rect class="tick" x="{_percent(scale.place(tick))}"/>'
    words = f'<text x="{_percent(left)}" y="20">{escape(labels[0])}</text><text x="{_percent(right)}" y="20">{escape(labels[1])}</text>'
    return _svg("pay", bar + mark + words)


def effort_bar(weeks: Fraction | None, longest: Fraction) -> Markup:
    """Weeks of learning against the longest of the page; a dashed line where the learning has no end."""
    if weeks is None:
        return _svg("track", '<line x2="100%" y1="6" y2="6"/>')
    return _svg("track", f'<rect width="{_percent(_share(weeks, longest))}"/>')


def share_bar(part: int, whole: int) -> Markup:
    """How much of a whole a part is."""
    return effort_bar(Fraction(part), Fraction(whole))


def _meter(shapes: Sequence[str], level: int) -> Markup:
    on, off = "".join(shapes[:level]), "".join(shapes[level:])
    paths = (f'<path class="on" d="{on}"/>' if on else "") + (f'<path d="{off}"/>' if off else "")
    return _svg("meter", paths)


def _share(part: Fraction, whole: Fraction) -> float:
    return float(part / whole) * 100 if whole else 0.0


def _percent(value: float) -> str:
    return plain_number(value) + "%"


def plain_number(value: float | Fraction) -> str:
    """A number as drawings and scripts read it: a decimal point, one place at most."""
    return f"{float(value):.1f}".removesuffix(".0")


def _svg(kind: str, body: str) -> Markup:
    return Markup(f'<svg class="{kind}" aria-hidden="true">{body}</svg>')
