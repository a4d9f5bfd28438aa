"""The roles of one field become columns: boxes stand near their pay, and near those that they lead to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from math import ceil
from typing import Final

from site_gen.render.map_layout import Spot, Way

_DEEP: Final = 8
"""About so many boxes stand in a column."""

_MOST: Final = 9
"""More columns than this and the first is left when the last comes into sight."""


def into_columns(spots: Sequence[Spot], ways: Sequence[Way]) -> list[Spot]:
    """The spots with the number of a column for their field, filled from the best paid role downwards.

    Each goes to the column with the fewest roles among those beside its neighbours that have a place already.
    """
    count = min(_MOST, ceil(len(spots) / _DEEP))
    neighbours: dict[str, set[str]] = defaultdict(set)
    for way in ways:
        neighbours[way.origin].add(way.target)
        neighbours[way.target].add(way.origin)
    sizes = [0] * count
    column_of: dict[str, int] = {}
    for spot in sorted(spots, key=lambda each: (each.pay is None, -(each.pay or 0), each.id)):
        known = sorted(column_of[each] for each in neighbours[spot.id] if each in column_of)
        aim = known[len(known) // 2] if known else count // 2
        column = min(range(count), key=lambda at: (sizes[at] + abs(at - aim) / count, at))
        sizes[column] += 1
        column_of[spot.id] = column
    return [replace(spot, field=f"{column_of[spot.id]:02}") for spot in spots]
