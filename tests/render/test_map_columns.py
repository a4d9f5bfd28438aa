"""The columns of a map of one field."""

from collections import Counter

from site_gen.render.map_columns import into_columns
from site_gen.render.map_layout import Way
from tests.render.geometry import random_graph, spot


def test_few_roles_stand_in_one_column() -> None:
    assert [each.field for each in into_columns([spot("a"), spot("b")], [])] == ["00", "00"]


def test_roles_are_shared_out_evenly() -> None:
    spots, ways = random_graph(1, roles=60, ways=80, fields=1)
    sizes = Counter(each.field for each in into_columns(spots, ways))
    assert len(sizes) == 8
    assert max(sizes.values()) - min(sizes.values()) <= 2


def test_role_stands_near_its_neighbour() -> None:
    spots = [spot(f"r{at}", pay=100 - at) for at in range(24)]
    near, far = (
        {each.id: int(each.field) for each in into_columns(spots, ways)}
        for ways in ([Way(origin="r21", target="r1")], [])
    )
    assert abs(near["r21"] - near["r1"]) < abs(far["r21"] - far["r1"])


def test_no_role_gives_no_column() -> None:
    assert into_columns([], []) == []
