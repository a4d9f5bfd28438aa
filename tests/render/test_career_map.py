"""The map of a site, or of a field of it, as a drawing and as a table."""

from dataclasses import replace

from site_gen.render.career_map import MapGroup, MapRow, map_of_field, map_of_fields
from tests.samples import BAKER, COOK, ROLES, WAITER, sample

CATALOG = sample().catalog
TO_BAKER = MapRow(
    address="pathways/cook-to-baker.html",
    title="Cook to Baker",
    difficulty="Moderate",
    time="3–4 months",
    pay="$40k to $44k",
)
TO_COOK = MapRow(
    address="pathways/waiter-to-cook.html",
    title="Waiter to Cook",
    difficulty="Moderate",
    time="3–4 months",
    pay="not known to $40k",
)


def test_table_holds_every_pathway_of_the_drawing() -> None:
    made = map_of_fields(ROLES, CATALOG.listings, "")
    assert made.groups == (MapGroup(field="Kitchen", rows=(TO_BAKER, TO_COOK)),)
    assert made.drawing.count('marker-end="url(#wm-head)"') == 2


def test_table_is_grouped_by_the_field_that_a_pathway_leaves() -> None:
    roles = (BAKER, COOK, replace(WAITER, family="Service"))
    groups = map_of_fields(roles, sample(roles=roles).catalog.listings, "").groups
    assert groups == (MapGroup(field="Kitchen", rows=(TO_BAKER,)), MapGroup(field="Service", rows=(TO_COOK,)))


def test_roles_without_a_place_on_the_axis_are_spoken_of() -> None:
    note = map_of_fields(ROLES, CATALOG.listings, "").note
    assert note == (
        "Pay: Guild survey, Elsewhere, March 2026. "
        "The pay of 1 role is not known. They stand at the foot, in no order of pay."
    )


def test_map_of_one_field_names_no_columns() -> None:
    made = map_of_field(ROLES, CATALOG.listings, "../")
    assert 'class="field"' not in made.drawing
    assert made.groups == map_of_fields(ROLES, CATALOG.listings, "").groups
