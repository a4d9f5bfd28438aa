"""What is around one role."""

import re
from dataclasses import replace
from itertools import pairwise

from site_gen.model.catalog import Catalog
from site_gen.model.pathway import Difficulty
from site_gen.render.neighbourhood import MOST, neighbourhood
from tests.samples import BAKER, COOK, WAITER, bare_pathway, pathway, pay, role, sample

CATALOG = sample(pathway(), bare_pathway(difficulty=Difficulty.VERY_CHALLENGING)).catalog


def around(role_id: str, catalog: Catalog = CATALOG) -> str:
    found = catalog.roles_by_id[role_id]
    return neighbourhood(found, catalog.ways_in(role_id), catalog.ways_out(role_id), "../").drawing


def places(drawing: str) -> dict[str, tuple[str, float]]:
    """The left edge and the height of the box of each neighbour."""
    found = re.findall(r'roles/([\w-]+)\.html"><rect x="([\d.]+%)" y="(-?[\d.]+)em"', drawing)
    return {name: (left, float(top)) for name, left, top in found}


def test_ways_in_stand_at_the_left_and_ways_out_at_the_right() -> None:
    assert {name: left for name, (left, _) in places(around("cook")).items()} == {"waiter": "0%", "baker": "63%"}


def test_side_without_ways_is_empty() -> None:
    assert places(around("waiter")).keys() == {"cook"}
    assert around("waiter").count('class="arrows"') == 1


def test_who_earns_more_stands_higher() -> None:
    rich = role("Rich", pay=pay(200_000, 300_000))
    ways = (pathway(), pathway(slug="cook-to-rich", target_id="rich"))
    found = places(around("cook", sample(*ways, roles=(BAKER, COOK, WAITER, rich)).catalog))
    assert found["rich"][1] < found["baker"][1]


def test_role_that_is_before_and_after_is_drawn_twice() -> None:
    ways = (pathway(), pathway(slug="baker-to-cook", origin_id="baker", target_id="cook"))
    assert around("cook", sample(*ways).catalog).count("roles/baker.html") == 2


def test_every_way_has_its_months_and_its_difficulty() -> None:
    found = re.findall(r'<text class="(d\d)"[^>]*>([^<]*)<', around("cook"))
    assert found == [("d4", "3–4"), ("d2", "3–4")]


def test_only_the_quickest_of_very_many_are_drawn_and_that_is_said() -> None:
    others = tuple(role(f"Role {number:02}") for number in range(MOST + 2))
    ways = [pathway(slug=f"way-{each.id}", target_id=each.id) for each in others]
    catalog = sample(*ways, roles=(COOK, *others)).catalog
    found = neighbourhood(catalog.roles_by_id["cook"], (), catalog.ways_out("cook"), "../")
    assert len(places(found.drawing)) == MOST
    assert found.note.startswith("Of 14 ways out only the 12 quickest are drawn. The pay of 12 roles is not known.")


def test_role_of_unknown_pay_says_so_and_stands_half_way() -> None:
    catalog = sample(pathway(origin_id="waiter", target_id="cook"), pathway(slug="x", origin_id="waiter")).catalog
    found = neighbourhood(catalog.roles_by_id["waiter"], (), catalog.ways_out("waiter"), "../")
    assert found.note == "What it pays itself is not known here, so the dot stands half-way."
    middle = float(re.findall(r'cy="([\d.-]+)em"', found.drawing)[0])
    tops = sorted(top for _, top in places(found.drawing).values())
    assert tops[0] < middle < tops[1]


def test_names_are_escaped() -> None:
    sly = replace(BAKER, name="A <b> & C")
    drawing = around("cook", sample(pathway(), roles=(COOK, sly, WAITER)).catalog)
    assert "&lt;b&gt; &amp; C" in drawing
    assert "<b>" not in drawing


def test_labels_have_room_between_them() -> None:
    others = tuple(role(f"Role {number:02}", pay=pay(30_000, 50_000)) for number in range(6))
    ways = [pathway(slug=f"way-{each.id}", target_id=each.id) for each in others]
    drawing = around("cook", sample(*ways, roles=(COOK, *others)).catalog)
    heights = sorted(float(each) for each in re.findall(r'<text class="d\d" x="[\d.]+%" y="(-?[\d.]+)em"', drawing))
    gaps = [after - before for before, after in pairwise(heights)]
    assert len(gaps) == 5
    assert min(gaps) * 12 >= 16
