"""Where arrows of the map run: geometry of graphs made by chance, and of the few cases there are."""

from itertools import pairwise

import pytest

from site_gen.render.map_arrows import Arrow, draw_arrows
from site_gen.render.map_layout import Way, lay_out
from tests.render.geometry import faults, random_graph, spot


def arrows(*pairs: str, fields: dict[str, str], pays: dict[str, float] | None = None) -> list[Arrow]:
    """The arrows of ways such as `ab`; roles stand in the order of their letters unless pays are given."""
    names = sorted(fields)
    spots = [spot(name, fields[name], (pays or {}).get(name, 100 - ord(name))) for name in names]
    ways = [Way(origin=pair[0], target=pair[1]) for pair in pairs]
    return list(draw_arrows(lay_out(spots, ways), ways).arrows)


def turns(arrow: Arrow) -> str:
    """The directions of the lines of an arrow."""
    signs = {(1, 0): "→", (-1, 0): "←", (0, 1): "↓", (0, -1): "↑"}
    found = []
    for (x1, y1), (x2, y2) in pairwise(arrow.points):
        found.append(signs[(x2 > x1) - (x2 < x1), (y2 > y1) - (y2 < y1)])
    return "".join(found)


@pytest.mark.parametrize(
    ("size", "fields"),
    [((30, 40), 6), ((41, 60), 10), ((60, 90), 1), ((12, 42), 3), ((2, 6), 1), ((2, 6), 2), ((1, 0), 1)],
    ids=["thirty", "own-size", "one-field", "dense", "back-and-forth", "two-fields", "one-role"],
)
@pytest.mark.parametrize("seed", range(4))
def test_nothing_lies_on_anything_else(size: tuple[int, int], fields: int, seed: int) -> None:
    roles, ways = size
    assert faults(*random_graph(seed, roles=roles, ways=ways, fields=fields)) == []


def test_neighbours_in_a_column_have_an_upright_arrow() -> None:
    (arrow,) = arrows("ba", fields={"a": "x", "b": "x"})
    assert turns(arrow) == "↑"


def test_two_neighbours_that_lead_to_each_other_have_two_and_further_ones_go_round() -> None:
    up, down, round_about = arrows("ba", "ab", "ba", fields={"a": "x", "b": "x"})
    assert (turns(up), turns(down)) == ("↑", "↓")
    assert down.points[0][0] - up.points[0][0] == 54
    assert turns(round_about) in {"→↑←", "←↑→"}


def test_arrow_past_others_of_its_column_goes_round_them() -> None:
    (arrow,) = arrows("ca", fields={"a": "x", "b": "x", "c": "x"})
    assert turns(arrow) == "→↑←"


def test_arrow_to_the_next_column_turns_in_the_gutter() -> None:
    (arrow,) = arrows("ab", fields={"a": "x", "b": "y"})
    assert turns(arrow) == "→↓→"
    (arrow,) = arrows("ba", fields={"a": "x", "b": "y"})
    assert turns(arrow) == "←↑←"


def test_arrow_to_a_role_of_the_same_pay_next_door_is_straight() -> None:
    (arrow,) = arrows("ab", fields={"a": "x", "b": "y"}, pays={"a": 50, "b": 50})
    assert turns(arrow) == "→"


def test_arrow_passes_a_column_between_its_boxes() -> None:
    fields = {"a": "1", "b": "2", "c": "2", "d": "3", "e": "2", "f": "1", "g": "3"}
    pays = {"a": 50.0, "b": 90.0, "c": 50.0, "d": 50.0, "e": 10.0, "f": 90.0, "g": 90.0}
    # Three more arrows hold the columns in their order.
    arrow, *_ = arrows("ad", "fb", "bg", "ac", fields=fields, pays=pays)
    assert turns(arrow) in {"→↑→↓→", "→↓→↑→"}


def test_arrows_that_pass_a_column_side_by_side_keep_apart() -> None:
    spots = [spot("a", "1"), spot("b", "2", lines=9), spot("c", "3"), spot("d", "2", 10_000)]
    ways = [Way(origin="a", target="c")] * 3
    drawn = draw_arrows(lay_out(spots, ways, ("1", "2", "3")), ways)
    middle = drawn.lefts[1] + 50
    heights = sorted(
        start[1] for arrow in drawn.arrows for start, end in pairwise(arrow.points) if start[0] <= middle <= end[0]
    )
    assert [after - before >= 8 for before, after in pairwise(heights)] == [True, True]


def test_arrow_that_passes_a_column_keeps_its_height_where_it_can() -> None:
    spots = [spot("a", "1"), spot("b", "2", 10_000), spot("c", "3", 20_000)]
    ways = [Way(origin="a", target="c")]
    assert [turns(each) for each in draw_arrows(lay_out(spots, ways, ("1", "2", "3")), ways).arrows] == ["→↓→"]


def test_arrow_passes_columns_at_different_heights_where_one_is_a_long_way_round() -> None:
    high = [spot(f"b{pay}", "2", pay * 1000, lines=9) for pay in (50, 70, 90)]
    low = [spot(f"c{pay}", "3", pay * 1000, lines=9) for pay in (50, 30, 10)]
    ways = [Way(origin="a", target="d")]
    grid = lay_out([spot("a", "1"), *high, *low, spot("d", "4")], ways, ("1", "2", "3", "4"))
    (arrow,) = draw_arrows(grid, ways).arrows
    levels = {start[1] for start, end in pairwise(arrow.points) if start[1] == end[1]}
    assert len(levels) == 4
    assert max(levels) - min(levels) < 300


def test_two_ways_round_others_go_round_either_side() -> None:
    found = arrows("ca", "ca", fields={"a": "x", "b": "x", "c": "x"})
    assert [turns(each) for each in found] == ["→↑←", "←↑→"]


def test_arrow_to_an_end_a_little_higher_is_straightened() -> None:
    fields = {"a": "x", "b": "y", "c": "x"}
    assert [turns(each) for each in arrows("ab", fields=fields, pays={"a": 50, "b": 51, "c": 10})] == ["→"]
    assert [turns(each) for each in arrows("ab", fields=fields, pays={"a": 50, "b": 54, "c": 10})] == ["→↑→"]


def test_ways_of_a_role_leave_it_at_heights_in_the_order_of_their_ends() -> None:
    fields = {"a": "1", "b": "2", "c": "2", "d": "2"}
    low, high, middle = arrows("ad", "ab", "ac", fields=fields, pays={"a": 50, "b": 90, "c": 50, "d": 10})
    assert high.points[0][1] < middle.points[0][1] < low.points[0][1]


def test_map_of_nothing_has_no_arrows() -> None:
    assert draw_arrows(lay_out([], []), []).arrows == ()
