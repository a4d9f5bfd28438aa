"""Arrows and boxes become places for the labels of arrows: each on its own arrow, on no box and no other label."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from site_gen.record import record
from site_gen.render.map_arrows import Arrow, Point

LABEL_HEIGHT: Final = 16
_STEP: Final = 8
_HEAD: Final = 10
"""What a label leaves free of the end of an arrow, so that its head is seen."""

_SQUARE: Final = 64
_HIDDEN: Final = 1000
"""What it costs to lie on a box or on another label, when to lie on another arrow costs one."""


@record
class Rectangle:
    """A part of the drawing by its four edges."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Rectangle) -> bool:
        """Whether two share more than an edge."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


class _Index:
    """Rectangles by the squares of the drawing that they lie in, so that few are looked at for each question."""

    def __init__(self) -> None:
        self._squares: dict[tuple[int, int], list[tuple[int, Rectangle]]] = defaultdict(list)

    def add(self, owner: int, one: Rectangle) -> None:
        """Remember a rectangle, and whose it is."""
        for square in _squares(one):
            self._squares[square].append((owner, one))

    def owners(self, one: Rectangle) -> set[int]:
        """Those whose rectangles meet this one."""
        return {owner for square in _squares(one) for owner, other in self._squares.get(square, ()) if one.meets(other)}


def _squares(one: Rectangle) -> Iterator[tuple[int, int]]:
    for x in range(int(one.left) // _SQUARE, int(one.right) // _SQUARE + 1):
        for y in range(int(one.top) // _SQUARE, int(one.bottom) // _SQUARE + 1):
            yield x, y


def place_labels(arrows: Sequence[Arrow], boxes: Sequence[Rectangle]) -> tuple[Point, ...]:
    """The middle of the label of each arrow, in their order; arrows with the least room choose first."""
    lines, taken = _Index(), _Index()
    for number, arrow in enumerate(arrows):
        for line in _lines(arrow):
            lines.add(number, line)
    for number, box in enumerate(boxes):
        taken.add(-number - 1, box)
    places: dict[int, Point] = {}
    for number in sorted(range(len(arrows)), key=lambda each: (_length(arrows[each]), each)):
        places[number] = _place(arrows[number], number, lines, taken)
        taken.add(number, label_rectangle(places[number], arrows[number].way.label))
    return tuple(places[number] for number in range(len(arrows)))


def label_rectangle(middle: Point, width: int) -> Rectangle:
    """What a label covers."""
    x, y = middle
    return Rectangle(left=x - width / 2, top=y - LABEL_HEIGHT / 2, right=x + width / 2, bottom=y + LABEL_HEIGHT / 2)


def _place(arrow: Arrow, number: int, lines: _Index, taken: _Index) -> Point:
    best: tuple[int, Point] | None = None
    for middle in _candidates(arrow):
        label = label_rectangle(middle, arrow.way.label)
        cost = len(lines.owners(label) - {number}) + _HIDDEN * len(taken.owners(label))
        if best is None or cost < best[0]:
            best = cost, middle
        if not cost:
            break
    assert best is not None, "an arrow has at least one line"
    return best[1]


def _candidates(arrow: Arrow) -> Iterator[Point]:
    """Places along an arrow: those that keep its head and its bends free first, from the middle of its longest line."""
    pairs = list(pairwise(arrow.points))
    pairs.sort(key=lambda pair: -abs(pair[0][0] - pair[1][0]) - abs(pair[0][1] - pair[1][1]))
    for roomy in (True, False):
        for (x1, y1), (x2, y2) in pairs:
            size = arrow.way.label if y1 == y2 else LABEL_HEIGHT
            room = abs(x1 - x2) + abs(y1 - y2) - (size + 2 * _HEAD if roomy else 0)
            middle = ((x1 + x2) // 2, (y1 + y2) // 2)
            if room < 0:
                continue
            for offset in _outwards(room // 2, _STEP if roomy else _STEP // 4):
                yield (middle[0] + offset, middle[1]) if y1 == y2 else (middle[0], middle[1] + offset)


def _outwards(most: int, step: int) -> Iterator[int]:
    yield 0
    for offset in range(step, most + 1, step):
        yield -offset
        yield offset


def _lines(arrow: Arrow) -> Iterator[Rectangle]:
    for (x1, y1), (x2, y2) in pairwise(arrow.points):
        yield Rectangle(left=min(x1, x2) - 1, top=min(y1, y2) - 1, right=max(x1, x2) + 1, bottom=max(y1, y2) + 1)


def _length(arrow: Arrow) -> int:
    return sum(abs(x1 - x2) + abs(y1 - y2) for (x1, y1), (x2, y2) in pairwise(arrow.points))
