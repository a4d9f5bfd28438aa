"""Boxes in columns and the ways between them become arrows that run between the boxes and never through one.

An arrow leaves a box at a side, runs up or down in the gutter beside the column, passes the columns between at heights
where no box is, and ends at a side of its target. Between two neighbours of a column it goes straight up or down. No
two arrows share a stretch: each has its own height at a box and between columns, and its own track in a gutter.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from site_gen.record import record
from site_gen.render.map_layout import BOX_WIDTH, GRID, Box, Grid, Way, positions
from site_gen.render.map_tracks import Stretch, lay_tracks

_HALF: Final = GRID // 2
_CLEARANCE: Final = 8
"""What an arrow that passes a box keeps from it."""

_MARGIN: Final = 17
"""From a box to the first track of a gutter: room for the head of an arrow and a bend."""

_STEP: Final = 14
_EMPTY: Final = 16
_USED: Final = 50
"""The least width of a gutter with and without arrows; the former has room for a label."""

_DETOUR: Final = 120
"""An arrow that goes further out of its way than this to pass all columns at one height passes each at its own."""

_ASIDE: Final = 27
"""How far from the middle of a box two arrows between the same two neighbours run."""

Point = tuple[int, int]


@record
class Arrow:
    """A way as a line of corners from its origin to its target, upright and level in turn."""

    way: Way
    points: tuple[Point, ...]


@record
class Drawn:
    """All arrows in the order of their ways, the left edge of each column, and the width of everything."""

    arrows: tuple[Arrow, ...]
    lefts: tuple[int, ...]
    width: int


@dataclass(slots=True, kw_only=True)
class _Wire:
    """An arrow on its way to its place: sides where it leaves and ends (1 right, -1 left, 0 upright), and heights."""

    way: Way
    origin: Box
    target: Box
    leaves: int
    ends: int
    start: int = 0
    end: int = 0
    aside: int = 0
    across: list[int] = field(default_factory=list)

    @property
    def columns(self) -> list[int]:
        """The columns that it passes."""
        start, end = self.origin.column, self.target.column
        step = 1 if end > start else -1
        return list(range(start + step, end, step))

    @property
    def gutters(self) -> list[int]:
        """The gutters that it runs in; that at the left of a column has the column's number."""
        start, end = self.origin.column, self.target.column
        if start == end:
            return [start + (self.leaves > 0)] if self.leaves else []
        return list(range(start + 1, end + 1)) if end > start else list(range(start, end, -1))

    @property
    def heights(self) -> list[int]:
        """The heights at which it enters and leaves its gutters."""
        return [self.start, *self.across, self.end]


def draw_arrows(grid: Grid, ways: Sequence[Way], left: int = 0) -> Drawn:
    """The arrows of all ways; the drawing begins at `left`."""
    wires = _wires(grid, ways)
    _give_ports(wires)
    _pass_columns(grid, wires)
    _straighten(wires)
    stretches = _stretches(wires)
    used = {gutter for wire in wires for gutter in wire.gutters}
    tracks, widths = {}, []
    for gutter in range(len(grid.fields) + 1):
        places, count = lay_tracks(stretches[gutter])
        room = 2 * _MARGIN + _STEP * (count - 1)
        widths.append(max(room, _USED) if gutter in used else _EMPTY)
        first = (widths[-1] - _STEP * (count - 1)) // 2
        tracks.update({(wire, gutter): first + _STEP * at for wire, at in places.items()})
    starts = [left]
    for width in widths:
        starts.append(starts[-1] + width + BOX_WIDTH)
    lefts = tuple(start + width for start, width in zip(starts[:-1], widths[:-1], strict=False))
    places_of = {key: starts[key[1]] + offset for key, offset in tracks.items()}
    arrows = tuple(
        Arrow(way=wire.way, points=tuple(_points(wire, number, lefts, places_of))) for number, wire in enumerate(wires)
    )
    return Drawn(arrows=arrows, lefts=lefts, width=starts[-1] - BOX_WIDTH)


def _wires(grid: Grid, ways: Sequence[Way]) -> list[_Wire]:
    """Every way with the sides of its boxes."""
    place = {role: at for stack in grid.stacks for at, role in enumerate(stack)}
    upright: dict[frozenset[str], list[_Wire]] = defaultdict(list)
    load: Counter[int] = Counter()
    wires = []
    for way in ways:
        origin, target = grid.boxes[way.origin], grid.boxes[way.target]
        pair = frozenset((way.origin, way.target))
        wire = _Wire(way=way, origin=origin, target=target, leaves=1, ends=-1)
        if origin.column == target.column:
            if abs(place[way.origin] - place[way.target]) == 1 and len(upright[pair]) < 2:
                upright[pair].append(wire)
                wire.leaves = wire.ends = 0
            else:
                right = load[origin.column + 1] <= load[origin.column]
                wire.leaves = wire.ends = 1 if right else -1
        elif origin.column > target.column:
            wire.leaves, wire.ends = -1, 1
        load.update(wire.gutters)
        wires.append(wire)
    for both in upright.values():
        if len(both) > 1:
            both[0].aside, both[1].aside = -_ASIDE, _ASIDE
    return wires


def _give_ports(wires: Sequence[_Wire]) -> None:
    """Give each arrow its height at either box; those that lead up stand above those that lead down."""
    ports: dict[tuple[str, int], list[tuple[int, int, int, _Wire, bool]]] = defaultdict(list)
    for number, wire in enumerate(wires):
        if not wire.leaves:
            _stand_upright(wire)
            continue
        far = abs(wire.origin.column - wire.target.column)
        for here, there, side, is_start in (
            (wire.origin, wire.target, wire.leaves, True),
            (wire.target, wire.origin, wire.ends, False),
        ):
            rise = there.middle - here.middle
            # Of arrows in one direction the one that goes furthest turns last, so that they don't cross.
            ports[here.spot.id, side].append((rise, far, number, wire, is_start))
    for (_, side), ends in ports.items():
        ends.sort(key=lambda end: end[:3])
        box = ends[0][3].origin if ends[0][4] else ends[0][3].target
        for height, (*_, wire, is_start) in zip(_port_heights(box, side, len(ends)), ends, strict=True):
            if is_start:
                wire.start = height
            else:
                wire.end = height


def _stand_upright(wire: _Wire) -> None:
    is_up = wire.target.top < wire.origin.top
    wire.start, wire.end = (wire.origin.top, wire.target.bottom) if is_up else (wire.origin.bottom, wire.target.top)


def _port_heights(box: Box, side: int, count: int) -> range:
    """So many heights at a side of a box, around its middle; at the left half a grid off those at the right."""
    step = 2 * GRID if (count - 1) * 2 * GRID <= box.height - 2 * GRID else GRID
    first = box.middle - (count - 1) * step // 2
    first = first // GRID * GRID + (_HALF if side < 0 else 0)
    return range(first, first + step * count, step)


def _pass_columns(grid: Grid, wires: Sequence[_Wire]) -> None:
    """Find heights at which arrows pass the columns between: short arrows first, for they have the least choice."""
    far = [(len(wire.columns), number) for number, wire in enumerate(wires) if wire.leaves and wire.columns]
    if not far:
        return
    taken: dict[int, set[int]] = defaultdict(set)
    for wire in wires:
        if wire.leaves:
            taken[wire.gutters[0]].add(wire.start)
            taken[wire.gutters[-1]].add(wire.end)
    room = 3 * GRID * (len(far) + 1)
    top = min(box.top for box in grid.boxes.values()) - room
    bottom = max(box.bottom for box in grid.boxes.values()) + room
    by_column = positions(grid.boxes.values())
    free = {
        column: {height for height in range(top, bottom, _HALF) if not _is_in(height, by_column[column])}
        for column in range(len(grid.fields))
    }
    for _, number in sorted(far):
        wire = wires[number]
        wire.across = _heights_across(wire, free, taken)
        for column, height in zip(wire.columns, wire.across, strict=True):
            free[column] -= {height - _HALF, height, height + _HALF}
            taken[column].add(height)
            taken[column + 1].add(height)


def _is_in(height: int, boxes: Sequence[Box]) -> bool:
    return any(box.top - _CLEARANCE < height < box.bottom + _CLEARANCE for box in boxes)


def _heights_across(wire: _Wire, free: Mapping[int, set[int]], taken: Mapping[int, set[int]]) -> list[int]:
    """One height for all columns where that is no long way round, else for each the one nearest to where it leads."""
    columns = wire.columns
    own = {wire.gutters[0]: {wire.start}, wire.gutters[-1]: {wire.end}}
    usable = [
        free[column].difference(*(taken.get(each, set()) - own.get(each, set()) for each in (column, column + 1)))
        for column in columns
    ]
    direct = abs(wire.start - wire.end)

    def way_round(height: int) -> tuple[int, bool, int]:
        return abs(height - wire.start) + abs(height - wire.end), height not in {wire.start, wire.end}, height

    common = set.intersection(*usable)
    best = min(common, key=way_round, default=None)
    if best is not None and (len(columns) == 1 or way_round(best)[0] - direct <= _DETOUR):
        return [best] * len(columns)
    heights = []
    here = wire.start
    for at, heights_here in enumerate(usable):
        aim = here + (wire.end - here) // (len(usable) - at + 1)
        here = min(heights_here, key=lambda height: (abs(height - aim), height))
        heights.append(here)
    return heights


def _straighten(wires: Sequence[_Wire]) -> None:
    """Move an end of an arrow a little along its box where that makes a bend of a few units go away.

    It comes to no other arrow there: whatever else has that height in the gutter would run along this one already.
    """
    ports: dict[tuple[str, int], set[int]] = defaultdict(set)
    for wire in wires:
        if wire.leaves:
            ports[wire.origin.spot.id, wire.leaves].add(wire.start)
            ports[wire.target.spot.id, wire.ends].add(wire.end)
    for wire in wires:
        if not wire.leaves or wire.leaves == wire.ends:
            continue
        side, height = (wire.target.spot.id, wire.ends), wire.heights[-2]
        others = ports[side] - {wire.end}
        if abs(height - wire.end) <= GRID and _fits(height, wire.target, others):
            ports[side] = others | {height}
            wire.end = height


def _fits(height: int, box: Box, others: set[int]) -> bool:
    """Whether an arrow may end at a height of a box: off its corners, and off the other arrows."""
    return box.top + GRID <= height <= box.bottom - GRID and all(abs(height - other) >= GRID for other in others)


def _stretches(wires: Sequence[_Wire]) -> dict[int, list[Stretch]]:
    """What runs upright in each gutter."""
    found: dict[int, list[Stretch]] = defaultdict(list)
    for number, wire in enumerate(wires):
        heights = wire.heights
        for at, gutter in enumerate(wire.gutters):
            if heights[at] != heights[at + 1]:
                pins = ((-wire.leaves, heights[at]), (-wire.ends, heights[at + 1]))
                found[gutter].append(Stretch(wire=number, pins=pins))
    return found


def _points(wire: _Wire, number: int, lefts: Sequence[int], tracks: Mapping[tuple[int, int], int]) -> Iterator[Point]:
    """The corners of an arrow."""
    if not wire.leaves:
        middle = lefts[wire.origin.column] + BOX_WIDTH // 2 + wire.aside
        yield middle, wire.start
        yield middle, wire.end
        return
    heights = wire.heights
    yield lefts[wire.origin.column] + (BOX_WIDTH if wire.leaves > 0 else 0), wire.start
    for at, gutter in enumerate(wire.gutters):
        if (number, gutter) in tracks:
            yield tracks[number, gutter], heights[at]
            yield tracks[number, gutter], heights[at + 1]
    yield lefts[wire.target.column] + (BOX_WIDTH if wire.ends > 0 else 0), wire.end
