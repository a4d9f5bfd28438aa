"""The map in a browser: by keyboard, by pointer, in high contrast, and nothing lies on anything else."""

from itertools import combinations
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import OpenPage

FITS_ITS_BOX = """() => [...document.querySelectorAll('svg[role=group] a')].filter(each => {
    const box = each.querySelector('rect').getBoundingClientRect();
    return [...each.querySelectorAll('text')].some(line => {
        const words = line.getBoundingClientRect();
        return words.left < box.left || words.right > box.right || words.top < box.top || words.bottom > box.bottom;
    });
}).map(each => each.textContent)"""
RECTANGLES = """kind => [...document.querySelectorAll(kind)].map(each => {
    const {left, top, right, bottom} = each.getBoundingClientRect();
    return [left, top, right, bottom];
})"""


def opacities(opened: Page) -> dict[str, int]:
    """How many groups of arrows there are of each opacity."""
    found: list[str] = opened.evaluate(
        "[...document.querySelectorAll('.arrows')].map(e => getComputedStyle(e).opacity)"
    )
    return {each: found.count(each) for each in set(found)}


def meet(one: list[float], other: list[float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def overlaps(opened: Page, *kinds: str) -> list[Any]:
    shapes = [each for kind in kinds for each in opened.evaluate(RECTANGLES, kind)]
    assert len(shapes) > 5
    return [pair for pair in combinations(shapes, 2) if meet(*pair)]


@pytest.mark.parametrize("path", ["map.html", "roles/backend-developer.html"])
@pytest.mark.parametrize("width", [320, 1280])
def test_names_fit_their_boxes_and_nothing_lies_on_anything_else(page: OpenPage, path: str, width: int) -> None:
    opened = page(path, viewport=(width, 800))
    assert opened.evaluate(FITS_ITS_BOX) == []
    assert overlaps(opened, "svg[role=group] a rect", ".arrows text") == []


def test_table_holds_the_pathways_of_the_drawing(page: OpenPage) -> None:
    opened = page("map.html")
    arrows = opened.locator(".arrows path").count()
    assert arrows == opened.locator(".map-list td a").count() > 50


def test_keyboard_reaches_the_list_the_drawing_and_every_role(page: OpenPage) -> None:
    opened = page("map.html")
    opened.get_by_role("link", name="Go to the list").focus()
    opened.keyboard.press("Tab")
    assert opened.evaluate("document.activeElement.getAttribute('aria-label')") == "Drawing of the map"
    roles = opened.locator(".career-map a").count()
    seen = set()
    for _ in range(roles):
        opened.keyboard.press("Tab")
        seen.add(opened.evaluate("document.activeElement.closest('.career-map') && document.activeElement.textContent"))
    assert len(seen) == roles > 30


def test_focused_role_is_in_sight_on_a_small_screen(page: OpenPage) -> None:
    opened = page("map.html", viewport=(320, 800))
    link = opened.locator(".career-map a").last
    link.focus()
    box = link.bounding_box()
    assert box is not None
    assert box["x"] >= 0 and box["x"] + box["width"] <= 320


@pytest.mark.parametrize("how", ["focus", "hover"])
def test_other_arrows_fade_while_a_role_is_looked_at(page: OpenPage, how: str) -> None:
    opened = page("map.html")
    groups = opened.locator(".arrows").count()
    assert opacities(opened) == {"1": groups}
    role = opened.locator(".arrows + a").first
    if how == "hover":
        role.hover()
    else:
        opened.get_by_label("Drawing of the map").focus()
        while not role.evaluate("each => each === document.activeElement"):
            opened.keyboard.press("Tab")
    assert opacities(opened) == {"1": 1, "0.15": groups - 1}


def test_nothing_fades_for_a_role_that_leads_nowhere(page: OpenPage) -> None:
    opened = page("map.html")
    end = opened.locator(".career-map > g:has(> a:only-child) > a").first
    end.hover()
    assert set(opacities(opened)) == {"1"}


def test_role_has_a_name_for_screen_readers(page: OpenPage) -> None:
    opened = page("map.html")
    group = opened.get_by_role("group", name="Career map")
    assert group.get_by_role("link", name="Backend Developer $136k", exact=True).count() == 1


@pytest.mark.parametrize("path", ["map.html", "roles/backend-developer.html"])
def test_only_the_drawing_scrolls_sideways(page: OpenPage, path: str) -> None:
    opened = page(path, viewport=(320, 800))
    opened.evaluate("document.documentElement.style.fontSize = '200%'")
    scrolls = (
        "document.querySelector('[role=region]').scrollWidth > document.querySelector('[role=region]').clientWidth"
    )
    assert opened.evaluate(scrolls)
    assert opened.evaluate("document.documentElement.scrollWidth") == 320


def test_drawing_of_a_role_needs_no_scrolling_on_a_small_screen(page: OpenPage) -> None:
    opened = page("roles/backend-developer.html", viewport=(320, 800))
    region = opened.locator(".around")
    assert region.evaluate("each => each.scrollWidth <= each.clientWidth")


def test_text_grows_with_the_readers_setting(page: OpenPage) -> None:
    opened = page("map.html")
    before = opened.locator(".career-map a text").first.bounding_box()
    opened.evaluate("document.documentElement.style.fontSize = '200%'")
    after = opened.locator(".career-map a text").first.bounding_box()
    assert before is not None
    assert after is not None
    assert round(after["height"] / before["height"], 1) == 2.0


@pytest.mark.parametrize("path", ["map.html", "roles/backend-developer.html"])
def test_forced_colors_keep_boxes_and_arrows(page: OpenPage, path: str) -> None:
    opened = page(path, forced_colors="active")
    for shape in ("svg[role=group] a rect", ".arrows path"):
        stroke = opened.locator(shape).first.evaluate("each => getComputedStyle(each).stroke")
        assert stroke == "rgb(0, 0, 0)", shape
