"""The page of the map, and of a large site the pages of its fields."""

import re
from dataclasses import replace

from site_gen.render.map_pages import MOST_FIELDS, MOST_ROLES, SPARE_WAYS, field_maps, fits
from tests.pages.large import built
from tests.pages.rendering import PAGES, render
from tests.samples import COOK, pathway, role, sample

FIELDS = ("Bread & cakes", "Kitchen", "Service")


def large(count: int = MOST_ROLES + 3) -> dict[str, str]:
    """A site of so many roles in three fields, each with a way to the next but one, and one field with a way out."""
    roles = [role(f"Role {number:02}", family=FIELDS[number % 3]) for number in range(count)]
    ways = [
        pathway(slug=f"way-{number}", origin_id=roles[number].id, target_id=roles[number + 3].id)
        for number in range(0, count - 3, 3)
    ]
    ways.append(pathway(slug="out", origin_id=roles[1].id, target_id=roles[2].id))
    return render(sample(*ways, roles=tuple(roles)))


def texts(html: str, tag: str) -> list[str]:
    return [re.sub(r"<[^>]*>", "", each) for each in re.findall(rf"<{tag}\b[^>]*>(.*?)</{tag}>", html)]


def test_small_site_has_one_map_with_drawing_and_table() -> None:
    page = PAGES["map.html"]
    assert page.index('href="#wm-list"') < page.index('<svg class="career-map"') < page.index('id="wm-list"')
    assert texts(page, "td")[::4] == ["Cook to Baker", "Waiter to Cook"]


def test_navigation_leads_to_the_map_and_says_where_one_is() -> None:
    assert '<a href="../map.html">Map</a>' in PAGES["roles/cook.html"]
    assert '<a href="map.html" aria-current="page">Map</a>' in PAGES["map.html"]


def test_site_without_roles_has_no_map() -> None:
    nothing = render(sample(pathway(origin_id="nobody"), roles=()))
    assert "map.html" not in nothing
    assert "map.html" not in nothing["index.html"]


def test_site_without_pathways_has_a_map_of_roles() -> None:
    page = render(sample(pathway(origin_id="nobody"), roles=(COOK,)))["map.html"]
    assert "roles/cook.html" in page
    assert 'id="wm-list"' not in page


def test_large_site_has_a_list_of_fields_and_a_map_for_each() -> None:
    pages = large()
    assert sorted(each for each in pages if each.startswith("map")) == [
        "map.html",
        "map/bread-and-cakes.html",
        "map/kitchen.html",
        "map/service.html",
    ]
    assert "career-map" not in pages["map.html"]
    rows = texts(pages["map.html"], "td")
    assert [rows[at : at + 5] for at in range(0, 15, 5)] == [
        ["Bread &amp; cakes", "21", "20", "0", "0"],
        ["Kitchen", "21", "0", "0", "1"],
        ["Service", "21", "0", "1", "0"],
    ]


def test_map_of_a_field_draws_its_roles_and_lists_its_neighbours() -> None:
    pages = large()
    cakes = pages["map/bread-and-cakes.html"]
    assert cakes.count('<a href="../roles/role-') == 42, "in the drawing and in the list of roles"
    assert len(texts(cakes, "td")) == 20 * 4
    assert texts(pages["map/kitchen.html"], "td") == ["Service", "0", "1"]
    assert '<a href="../map/service.html">' in pages["map/kitchen.html"]


def test_field_too_full_for_a_drawing_is_a_list() -> None:
    pages = large(3 * MOST_ROLES + 3)
    assert "career-map" not in pages["map/bread-and-cakes.html"]
    assert pages["map/bread-and-cakes.html"].count('<a href="../roles/role-') == MOST_ROLES + 1


def test_site_of_many_fields_has_a_map_for_each() -> None:
    roles = [role(f"Role {at}", family=f"Field {at}") for at in range(MOST_FIELDS + 1)]
    ways = [pathway(origin_id=roles[0].id, target_id=roles[1].id)]
    assert "map/field-1.html" in render(sample(*ways, roles=tuple(roles)))
    assert "map/field-1.html" not in render(sample(*ways, roles=tuple(roles[1:])))


def test_drawing_has_room_for_so_much() -> None:
    assert fits(MOST_ROLES, MOST_ROLES + SPARE_WAYS)
    assert not fits(MOST_ROLES + 1, 0)
    assert not fits(10, 10 + SPARE_WAYS + 1)


def test_fields_that_are_nearly_one_have_addresses_of_their_own() -> None:
    roles = [role(f"Role {at}", family=f"Field {at}") for at in range(MOST_FIELDS)]
    nearly = [role("A", family="IT"), role("B", family="It!"), role("C", family="健康")]
    addresses = field_maps(sample(roles=(*roles, *nearly)).catalog)
    assert [addresses[each] for each in ("IT", "It!", "健康")] == ["map/it.html", "map/it-2.html", "map/健康.html"]


def test_roles_of_a_page_are_in_the_order_of_their_names() -> None:
    roles = [replace(each, name=name) for each, name in zip((role("A"), role("B")), ("b", "A"), strict=True)]
    fields = [role(f"Role {at}", family=f"Field {at}") for at in range(MOST_FIELDS)]
    page = render(sample(pathway(origin_id="a", target_id="b"), roles=(*roles, *fields)))["map/kitchen.html"]
    listed = page.partition('id="wm-roles"')[2]
    assert listed.index(">A</a>") < listed.index(">b</a>")


def test_roles_of_a_large_field_are_on_several_pages_of_which_the_first_has_the_map() -> None:
    files = built()
    pages = [files[f"map/craft-and-art{page}.html"] for page in ("", "/2")]
    lists = [re.findall(r'<li><a href="[./]*roles/(\w+)\.html"', page.partition('id="wm-roles"')[2]) for page in pages]
    assert lists == [["ann", "bea", "cid"], ["dan", "eve"]]
    assert "To and from other fields" in pages[0]
    assert "To and from other fields" not in pages[1]
    assert "<title>Craft &amp; art on the career map, page 2 of 2 · Waymark</title>" in pages[1]
    assert (
        '<a href="../../map/craft-and-art.html">Craft &amp; art</a></li><li aria-current="page">Page 2 of 2</li>'
        in (pages[1])
    )


def test_markdown_of_a_large_field_has_the_same_pages_and_no_pathways_that_its_map_does_not_draw() -> None:
    files = built()
    assert "[Next page](../map/craft-and-art/2.md)" in files["map/craft-and-art.md"]
    assert files["map/craft-and-art/2.md"] == (
        "# Craft & art on the career map, page 2 of 2\n\n## Roles\n\n"
        "- [Dan](../../roles/dan.md)\n- [Eve](../../roles/eve.md)\n"
    )
