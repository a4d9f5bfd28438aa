"""Where roles stand on the map."""

import pytest

from site_gen.render.map_layout import Way, lay_out, order_fields, positions
from tests.render.geometry import random_graph, spot


def tops(*pays: float | None) -> dict[float | None, int]:
    """The tops of boxes of one field, by their pay."""
    grid = lay_out([spot(str(pay), pay=pay) for pay in pays], [])
    return {box.spot.pay: box.top for box in grid.boxes.values()}


def test_who_earns_more_stands_higher_and_half_as_much_half_way() -> None:
    found = tops(40_000, 60_000, 80_000)
    assert found[80_000] < found[60_000] < found[40_000]
    assert found[60_000] - found[80_000] == found[40_000] - found[60_000]


def test_boxes_of_one_pay_share_the_distance_from_it() -> None:
    grid = lay_out([spot(each, pay=pay) for each, pay in (("a", 50), ("b", 50), ("c", 90), ("d", 10))], [])
    upper, lower = grid.boxes["a"], grid.boxes["b"]
    assert lower.top - upper.bottom == 24
    assert (upper.top + lower.bottom) // 2 == (grid.boxes["c"].middle + grid.boxes["d"].middle) // 2


def test_two_roles_with_an_arrow_between_them_have_room_for_its_label() -> None:
    boxes = lay_out([spot("a"), spot("b")], [Way(origin="a", target="b")]).boxes
    assert boxes["b"].top - boxes["a"].bottom == 40


def test_roles_of_unknown_pay_stand_in_a_band_below_all_others() -> None:
    grid = lay_out([spot("a"), spot("b", "Service", None), spot("c", pay=1), spot("d", "Service", None)], [])
    assert grid.band is not None
    known, unknown = (grid.boxes[role].bottom for role in "ac"), (grid.boxes[role].top for role in "bd")
    assert max(known) < grid.band < min(unknown)


def test_map_without_any_pay_is_all_band() -> None:
    grid = lay_out([spot("a", pay=None), spot("b", pay=None)], [])
    assert grid.ticks == ()
    assert grid.boxes["a"].bottom < grid.boxes["b"].top


def test_map_of_nothing_is_empty() -> None:
    grid = lay_out([], [])
    assert (grid.boxes, grid.fields, grid.ticks, grid.band) == ({}, (), (), None)


def test_box_is_as_high_as_its_lines_or_its_arrows_ask_for() -> None:
    roles = [spot("a", lines=1), spot("b", "Service", lines=4)]
    assert [box.height for box in lay_out(roles, []).boxes.values()] == [24, 72]
    assert lay_out(roles, [Way(origin="a", target="b")] * 9).boxes["a"].height == 80


def test_ticks_are_round_amounts_along_the_axis() -> None:
    ticks = lay_out([spot("a", pay=37_000), spot("b", pay=121_000)], []).ticks
    assert [amount for amount, _ in ticks] == [120_000, 100_000, 80_000, 60_000, 40_000]
    assert [height for _, height in ticks] == sorted(height for _, height in ticks)


def test_fields_stand_beside_those_they_lead_to() -> None:
    spots = [spot(name, name) for name in "abcd"]
    assert order_fields(spots, []) == ("a", "b", "c", "d")
    assert order_fields(spots, [Way(origin="a", target="d"), Way(origin="c", target="a")]) in (
        ("b", "c", "a", "d"),
        ("b", "d", "a", "c"),
        ("c", "a", "d", "b"),
        ("d", "a", "c", "b"),
    )


def test_fields_can_be_given_in_their_order() -> None:
    spots = [spot("a", "x"), spot("b", "y")]
    assert lay_out(spots, [], ("y", "x")).boxes["b"].column == 0


@pytest.mark.parametrize("seed", range(5))
def test_everything_stands_on_the_grid_and_columns_from_the_top(seed: int) -> None:
    grid = lay_out(*random_graph(seed, roles=40, ways=60, fields=6))
    assert {(box.top % 8, box.height % 8) for box in grid.boxes.values()} == {(0, 0)}
    assert [tuple(box.spot.id for box in boxes) for _, boxes in sorted(positions(grid.boxes.values()).items())] == list(
        grid.stacks
    )


def test_order_of_roles_and_ways_changes_no_place() -> None:
    spots, ways = random_graph(1, roles=30, ways=40, fields=5)
    assert lay_out(spots[::-1], ways).boxes == lay_out(spots, ways).boxes
