"""Facts become drawings: SVG whose positions are percent, so that shapes stretch and text keeps its size.

Every drawing repeats words that stand beside it and so is hidden from assistive technology. Heights, corners
and colours come from the style sheet, because the content security policy allows no style attribute.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import cache, lru_cache
from math import inf
from typing import Final

from markupsafe import Markup

from site_gen.record import record
from site_gen.render.duration import Ratio
from site_gen.render.markup import escaped, safe, text

_DIFFICULTIES: Final = 4
_DEMANDS: Final = 4
_SEGMENTS: Final = [f"M{each * 8 + 3} 12V0" for each in range(_DIFFICULTIES)]
_BARS: Final = [f"M{each * 8 + 3} 12V{9 - each * 3}" for each in range(_DEMANDS)]
_LABEL_WIDTH: Final = 11.5
"""What a week's label takes of the narrowest axis, in percent."""

_BEYOND: Final = (inf, "")
"""Where the week after the last one would be: its label is never left out."""


@record
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


@cache
def difficulty_meter(level: int) -> Markup:
    """Four segments, as many of them filled as the level of difficulty, 1 to 4."""
    return _svg("meter", _strokes(_SEGMENTS, level))


@cache
def demand_meter(level: int) -> Markup:
    """Four rising bars, as many of them filled as the level of demand, 0 to 4."""
    return _svg("meter", _strokes(_BARS, level))


@cache
def meter_symbols() -> Markup:
    """All meters, `wm-difficulty-1` to `wm-demand-4`, for a page that draws them many times to refer to."""
    meters = [(f"wm-difficulty-{level}", _strokes(_SEGMENTS, level)) for level in range(1, _DIFFICULTIES + 1)]
    meters += [(f"wm-demand-{level}", _strokes(_BARS, level)) for level in range(_DEMANDS + 1)]
    return safe("".join([f'<symbol id="{name}">{strokes}</symbol>' for name, strokes in meters]))


# Weeks are few and small numbers, so most pages draw what others have drawn.
@lru_cache(maxsize=4096)
def phase_track(start: Ratio, end: Ratio, total: Ratio) -> Markup:
    """A bar from `start` to `end` on a track that is `total` weeks long."""
    left, x = _stop(start, total)
    return _svg("track", f'<rect x="{x}" width="{_percent(_stop(end, total)[0] - left)}"/>')


def week_axis(ends: Sequence[Ratio], labels: Sequence[str]) -> Markup:
    """The weeks at which phases end, each where its phase does; the last is the length of the whole plan.

    A label that would run into the one after it is left out.
    """
    words = []
    stops = [_stop(end, ends[-1]) for end in ends]
    for (place, x), (after, _), label in zip(stops, [*stops[1:], _BEYOND], labels, strict=True):
        if after - place >= _LABEL_WIDTH:
            words.append(f'<text x="{x}" y="14">{escaped(label)}</text>')
    return _svg("axis", "".join(words))


def pay_bar(low: float, high: float, tick: float, *, scale: PayScale, kind: str, labels: tuple[str, str]) -> Markup:
    """A range of pay with its two ends written beside it and a tick at its median or mid-point.

    `kind` is `from` for the role that a reader comes from and `to` for any other.
    """
    left, right = scale.place(low), scale.place(high)
    start = _percent(left)
    return _svg(
        "pay",
        f'<text x="{start}" y="20">{text(labels[0])}</text><text x="{_percent(right)}" y="20">{text(labels[1])}</text>'
        f'<rect class="{kind}" x="{start}" width="{_percent(right - left)}"/>'
        f'<rect class="tick" x="{_percent(scale.place(tick))}"/>',
    )


def effort_bar(weeks: Fraction | None, longest: Fraction) -> Markup:
    """Weeks of learning against the longest of the page; a dashed line where the learning has no end."""
    return bar_of(weeks.as_integer_ratio() if weeks is not None else None, longest.as_integer_ratio())


def share_bar(part: int, whole: int) -> Markup:
    """How much of a whole a part is."""
    return bar_of((part, 1), (whole, 1))


@lru_cache(maxsize=4096)
def bar_of(part: Ratio | None, whole: Ratio) -> Markup:
    """A part of a whole as a bar; a dashed line where the part has no end."""
    if part is None:
        return _svg("track", '<line x2="100%" y1="6" y2="6"/>')
    return _svg("track", f'<rect width="{_percent(_share(part, whole))}"/>')


def _strokes(strokes: Sequence[str], level: int) -> str:
    """Strokes side by side, drawn pale and the first of them again in colour."""
    return f'<path d="{"".join(strokes)}"/><path class="on" d="{"".join(strokes[:level])}"/>'


def _share(part: Ratio, whole: Ratio) -> float:
    return (part[0] * whole[1]) / (part[1] * whole[0]) * 100 if whole[0] else 0.0


@lru_cache(maxsize=4096)
def _stop(end: Ratio, total: Ratio) -> tuple[float, str]:
    """Where some weeks of a plan are over, in percent from the left, and the same as drawings say it."""
    place = _share(end, total)
    return place, _percent(place)


def _percent(value: float) -> str:
    return f"{value:.1f}%".replace(".0%", "%")


def plain_number(value: float | Fraction) -> str:
    """A number as drawings and scripts read it: a decimal point, one place at most."""
    return f"{float(value):.1f}".removesuffix(".0")


def _svg(kind: str, body: str) -> Markup:
    return safe(f'<svg class="{kind}" aria-hidden="true">{body}</svg>')
