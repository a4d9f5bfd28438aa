"""What runs upright in the gutter between two columns becomes tracks side by side, so that little crosses."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from site_gen.record import record

_APART: Final = 12
"""What two stretches that follow one another in a track keep between them."""


@record
class Stretch:
    """The upright part of an arrow in one gutter, with its two pins: at which edge it goes on (-1 left, 1 right), and
    at which height.
    """

    wire: int
    pins: tuple[tuple[int, int], tuple[int, int]]

    @property
    def top(self) -> int:
        """Where it begins."""
        return min(self.pins[0][1], self.pins[1][1])

    @property
    def bottom(self) -> int:
        """Where it ends."""
        return max(self.pins[0][1], self.pins[1][1])


def lay_tracks(stretches: Sequence[Stretch]) -> tuple[dict[int, int], int]:
    """The track of each arrow, counted from the left, and how many tracks there are.

    Stretches fill as few tracks as can be, from the top; then neighbours change places while fewer lines cross.
    """
    tracks: list[list[Stretch]] = []
    for each in sorted(stretches, key=lambda one: (one.top, one.bottom, one.wire)):
        track = next((one for one in tracks if one[-1].bottom + _APART <= each.top), None)
        if track is None:
            tracks.append([each])
        else:
            track.append(each)
    _untangle(tracks)
    return {each.wire: at for at, track in enumerate(tracks) for each in track}, len(tracks)


def _untangle(tracks: list[list[Stretch]]) -> None:
    """Let neighbouring tracks change places while that makes fewer crossings, at most once a pair of tracks."""
    for _ in tracks:
        for at in range(len(tracks) - 1):
            left, right = tracks[at], tracks[at + 1]
            if _crossings(right, left) < _crossings(left, right):
                tracks[at], tracks[at + 1] = right, left


def _crossings(left: Sequence[Stretch], right: Sequence[Stretch]) -> int:
    """How often what leads to the edges from two tracks crosses the other track."""
    return _crossed(left, right, -1) + _crossed(right, left, 1)


def _crossed(track: Sequence[Stretch], by: Sequence[Stretch], edge: int) -> int:
    heights = [height for each in by for side, height in each.pins if side == edge]
    return sum(each.top < height < each.bottom for each in track for height in heights)
