"""Roles and the ways between them become boxes in columns: a column a field, higher up where the pay is higher.

All lengths are units of the drawing. Down is larger, as in SVG. Everything stands on a grid of eight, so that arrows
that end at the right sides of boxes never run where those to their left sides do.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from math import ceil, floor, log10
from typing import Final

from site_gen.record import record

GRID: Final = 8
BOX_WIDTH: Final = 108
LINE_HEIGHT: Final = 15
GAP: Final = 24
"""Between two boxes of a column: room for an arrow to pass."""

LABELLED_GAP: Final = 40
"""Between two boxes with an arrow from one to the other: room for its head and its label."""

_LEAST_AXIS: Final = 320
_STRETCH: Final = 1.25
"""How much longer than its fullest column an axis is: the longer, the nearer boxes stand to their pay."""

_TICKS: Final = 7
_ROUNDS: Final = 12
"""Better orders of columns are found in fewer rounds than this."""


@record
class Spot:
    """A role as it is drawn: the field it stands in, its pay a year (None where it isn't known) and its lines."""

    id: str
    field: str
    pay: float | None
    lines: tuple[str, ...]


@record
class Way:
    """A pathway as it is drawn: from which role to which, and the width of its label."""

    origin: str
    target: str
    label: int = 36


@record
class Box:
    """Where a role stands: its column, its top edge and its height."""

    spot: Spot
    column: int
    top: int
    height: int

    @property
    def bottom(self) -> int:
        """The lower edge."""
        return self.top + self.height

    @property
    def middle(self) -> int:
        """Half-way between the two edges."""
        return self.top + self.height // 2


@record
class Axis:
    """Which pay stands where: `most` at nought, less further down, by `unit` a length of one."""

    most: float
    unit: float

    def place(self, pay: float) -> float:
        """The height of a pay, from nought at the top."""
        return (self.most - pay) / self.unit


@record
class Grid:
    """Boxes in their columns. `band` is the top edge of the roles whose pay is not known, None without any."""

    fields: tuple[str, ...]
    boxes: Mapping[str, Box]
    stacks: tuple[tuple[str, ...], ...]
    ticks: tuple[tuple[float, int], ...]
    band: int | None


def lay_out(spots: Sequence[Spot], ways: Sequence[Way], fields: tuple[str, ...] = (), least: int = _LEAST_AXIS) -> Grid:
    """Give every role its place: columns near those they lead to, boxes as near to their pay as they fit.

    The columns stand in the order of `fields` where that is given; `least` is the length of the shortest axis.
    """
    fields = fields or order_fields(spots, ways)
    stacks = tuple(_stack(spots, field) for field in fields)
    heights = _heights(spots, ways)
    adjacent = {frozenset((way.origin, way.target)) for way in ways}
    gaps = [_gaps(stack, adjacent) for stack in stacks]
    axis, length = _axis(stacks, heights, gaps, least)
    paid: dict[str, Box] = {}
    for column, (stack, between) in enumerate(zip(stacks, gaps, strict=True)):
        known = [spot for spot in stack if spot.pay is not None]
        tops = _tops(known, [heights[spot.id] for spot in known], between, axis)
        for spot, top in zip(known, tops, strict=True):
            paid[spot.id] = Box(spot=spot, column=column, top=top, height=heights[spot.id])
    band = _band(paid.values(), length) if len(paid) < len(spots) else None
    unpaid = _unpaid(stacks, heights, gaps, (band or 0) + GAP)
    return Grid(
        fields=fields,
        boxes={**paid, **unpaid},
        stacks=tuple(tuple(spot.id for spot in stack) for stack in stacks),
        ticks=tuple((amount, round(axis.place(amount))) for amount in _ticks(spots)),
        band=band,
    )


def order_fields(spots: Sequence[Spot], ways: Sequence[Way]) -> tuple[str, ...]:
    """The fields from left to right: each is moved to where arrows get shorter, until none is."""
    field_of = {spot.id: spot.field for spot in spots}
    pairs = Counter((field_of[way.origin], field_of[way.target]) for way in ways)
    order = sorted(set(field_of.values()), key=str.casefold)
    best = _reach(order, pairs)
    for _ in range(_ROUNDS):
        before = best
        for field in sorted(order, key=str.casefold):
            rest = [each for each in order if each != field]
            tries = [[*rest[:at], field, *rest[at:]] for at in range(len(order))]
            costs = [_reach(each, pairs) for each in tries]
            if min(costs) < best:
                best = min(costs)
                order = tries[costs.index(best)]
        if best == before:
            break
    return tuple(order)


def _reach(order: Sequence[str], pairs: Mapping[tuple[str, str], int]) -> int:
    """How many columns all arrows cross together; long ones weigh more than several short ones."""
    place = {field: at for at, field in enumerate(order)}
    return sum((place[origin] - place[target]) ** 2 * count for (origin, target), count in pairs.items())


def _stack(spots: Sequence[Spot], field: str) -> tuple[Spot, ...]:
    """The roles of a field from the top: by pay, then by name; those whose pay is not known at the end."""
    inside = [spot for spot in spots if spot.field == field]
    return tuple(sorted(inside, key=lambda each: (each.pay is None, -(each.pay or 0), each.lines, each.id)))


def _heights(spots: Sequence[Spot], ways: Sequence[Way]) -> dict[str, int]:
    """How high the box of each role is: room for its lines, and for the arrows at the fuller of its two sides."""
    ends = Counter(role for way in ways for role in (way.origin, way.target))
    return {spot.id: _up(max(len(spot.lines) * LINE_HEIGHT + 8, ends[spot.id] * GRID + 8)) for spot in spots}


def _gaps(stack: Sequence[Spot], adjacent: set[frozenset[str]]) -> list[int]:
    pairs = pairwise(stack)
    return [LABELLED_GAP if frozenset((upper.id, lower.id)) in adjacent else GAP for upper, lower in pairs]


def _axis(
    stacks: Sequence[Sequence[Spot]], heights: Mapping[str, int], gaps: Sequence[Sequence[int]], least: int
) -> tuple[Axis, int]:
    """The scale of pay, long enough for the fullest column, and its length."""
    pays = [spot.pay for stack in stacks for spot in stack if spot.pay is not None]
    fullest = max((_length(stack, heights, between) for stack, between in zip(stacks, gaps, strict=True)), default=0)
    length = _up(max(least, fullest * _STRETCH))
    most, span = max(pays, default=1.0), max(pays, default=1.0) - min(pays, default=0.0)
    return Axis(most=most, unit=(span or most) / length), length


def _length(stack: Sequence[Spot], heights: Mapping[str, int], between: Sequence[int]) -> int:
    known = [heights[spot.id] for spot in stack if spot.pay is not None]
    return sum(known) + sum(between[: len(known)])


def _tops(known: Sequence[Spot], heights: Sequence[int], between: Sequence[int], axis: Axis) -> list[int]:
    """The top edges of a column's boxes: as near to their pay as can be, in their order, with their gaps.

    Boxes that would overlap become one block, which stands where its members on average want to (the pooling of
    adjacent violators), so that a column takes time linear in its boxes.
    """
    offsets = [0]
    for height, gap in zip(heights[:-1], between, strict=False):
        offsets.append(offsets[-1] + height + gap)
    wanted = [
        axis.place(spot.pay or 0) - height / 2 - offset
        for spot, height, offset in zip(known, heights, offsets, strict=False)
    ]
    blocks: list[tuple[float, int]] = []
    for each in wanted:
        total, count = each, 1
        while blocks and blocks[-1][0] * count >= total * blocks[-1][1]:
            earlier = blocks.pop()
            total, count = total + earlier[0], count + earlier[1]
        blocks.append((total, count))
    starts = [_down(total / count) for total, count in blocks for _ in range(count)]
    return [start + offset for start, offset in zip(starts, offsets, strict=False)]


def _band(boxes: Iterable[Box], length: int) -> int:
    """Where the roles of unknown pay begin: below all others and below the axis."""
    return _up(max([each.bottom for each in boxes] or [-GAP if length else 0])) + LABELLED_GAP


def _unpaid(
    stacks: Sequence[Sequence[Spot]], heights: Mapping[str, int], gaps: Sequence[Sequence[int]], start: int
) -> dict[str, Box]:
    """The boxes of roles whose pay is not known, from the top of their band downwards."""
    boxes: dict[str, Box] = {}
    for column, stack in enumerate(stacks):
        top = start
        for at, spot in enumerate(stack):
            if spot.pay is None:
                boxes[spot.id] = Box(spot=spot, column=column, top=top, height=heights[spot.id])
                top += heights[spot.id] + (gaps[column][at] if at < len(gaps[column]) else 0)
    return boxes


def _ticks(spots: Sequence[Spot]) -> list[float]:
    """Round amounts along the axis, about seven, from the most to the least."""
    pays = [spot.pay for spot in spots if spot.pay is not None]
    if not pays:
        return []
    span = (max(pays) - min(pays)) or max(pays)
    power = 10 ** floor(log10(span / _TICKS))
    step = next(power * each for each in (1, 2, 5, 10) if span / (power * each) <= _TICKS)
    return [each * step for each in range(floor(max(pays) / step), ceil(min(pays) / step) - 1, -1)]


def positions(boxes: Iterable[Box]) -> dict[int, list[Box]]:
    """The boxes of each column, from the top."""
    by_column: dict[int, list[Box]] = defaultdict(list)
    for each in sorted(boxes, key=lambda box: (box.column, box.top)):
        by_column[each.column].append(each)
    return by_column


def _up(length: float) -> int:
    return ceil(length / GRID) * GRID


def _down(length: float) -> int:
    return floor(length / GRID) * GRID
