"""Tracks in the gutter between two columns."""

from site_gen.render.map_tracks import Stretch, lay_tracks


def stretch(wire: int, start: int, end: int, sides: tuple[int, int] = (-1, 1)) -> Stretch:
    return Stretch(wire=wire, pins=((sides[0], start), (sides[1], end)))


def test_empty_gutter_has_no_track() -> None:
    assert lay_tracks([]) == ({}, 0)


def test_stretches_that_follow_one_another_share_a_track() -> None:
    assert lay_tracks([stretch(0, 0, 40), stretch(1, 52, 90)]) == ({0: 0, 1: 0}, 1)


def test_stretches_that_nearly_touch_do_not() -> None:
    assert lay_tracks([stretch(0, 0, 40), stretch(1, 51, 90)])[1] == 2


def test_tracks_change_places_where_fewer_lines_cross() -> None:
    # From the left: the one that begins higher goes down past the beginning of the other, so it has to run behind it.
    tracks, _ = lay_tracks([stretch(0, 0, 80), stretch(1, 40, 120)])
    assert tracks == {0: 1, 1: 0}
    tracks, _ = lay_tracks([stretch(0, 80, 0), stretch(1, 120, 40)])
    assert tracks == {0: 0, 1: 1}


def test_brackets_lie_in_one_another() -> None:
    outer, inner = stretch(0, 0, 120, (-1, -1)), stretch(1, 40, 80, (-1, -1))
    assert lay_tracks([outer, inner])[0] == {0: 1, 1: 0}
