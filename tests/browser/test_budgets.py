"""What guides weigh, counted as a server with gzip would send it."""

import gzip
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser

from tests.browser.addresses import GUIDE
from tests.browser.conftest import OpenPage, weigh_pages


class Weight(NamedTuple):
    """Bytes as they are, and packed."""

    raw: int
    packed: int


def weigh(site_folder: Path, pattern: str) -> Weight:
    contents = [path.read_bytes() for path in site_folder.glob(pattern)]
    assert contents
    return Weight(sum(map(len, contents)), sum(len(gzip.compress(each, 9)) for each in contents))


def test_html_is_light(site_folder: Path) -> None:
    assert weigh(site_folder, GUIDE).packed <= 12_000


def test_style_is_light(site_folder: Path) -> None:
    style = weigh(site_folder, "assets/style-*.css")
    assert style.raw <= 18_000
    assert style.packed <= 5_500


def test_all_scripts_together_are_light_but_for_the_library_of_search(site_folder: Path) -> None:
    scripts = weigh(site_folder, "assets/**/*.js")
    assert len(list(site_folder.glob("assets/modules-*/*.js"))) > 7
    assert scripts.packed <= 14_000


def test_scripts_are_light(site_folder: Path) -> None:
    scripts = weigh(site_folder, "assets/*.js")
    assert scripts.raw <= 6_000
    assert scripts.packed <= 2_500


def test_all_that_blocks_painting_fits_the_first_round_trip(site_folder: Path) -> None:
    blocking = [weigh(site_folder, each).packed for each in (GUIDE, "assets/style-*.css", "assets/theme-*.js")]
    assert sum(blocking) <= 14_000


def test_every_page_fits_the_first_round_trip_with_all_that_blocks_it(site_folder: Path) -> None:
    weights = weigh_pages(site_folder)
    assert len(weights) > 90
    assert {page: weight for page, weight in weights.items() if weight > 14_000} == {}


def test_guide_asks_for_five_files_at_most_and_has_few_elements(browser: Browser, site_url: str) -> None:
    with browser.new_page() as opened:
        asked: list[str] = []
        opened.on("request", lambda request: asked.append(request.url))
        opened.goto(site_url + GUIDE, wait_until="networkidle")
        assert len(asked) <= 5
        assert opened.evaluate("document.querySelectorAll('*').length") <= 800


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_moves_while_the_guide_loads_or_changes_pace(page: OpenPage, width: int) -> None:
    opened = page(GUIDE, viewport=(width, 800))
    opened.evaluate(
        """() => {
            window.shift = 0;
            new PerformanceObserver(list => {
                for (const each of list.getEntries()) if (!each.hadRecentInput) window.shift += each.value;
            }).observe({type: 'layout-shift', buffered: true});
        }"""
    )
    below = "document.querySelector('.flow').getBoundingClientRect().top + scrollY"
    before = opened.evaluate(below)
    slider = opened.get_by_label("Hours you can give each week")
    for _ in range(6):
        slider.press("ArrowLeft")
    assert opened.evaluate(below) == before
    opened.wait_for_timeout(200)
    assert opened.evaluate("window.shift") == 0


@pytest.mark.parametrize("width", [320, 360, 414, 540, 768, 1280])
def test_longest_finish_takes_no_more_room_than_none(page: OpenPage, width: int) -> None:
    finish = page(GUIDE, viewport=(width, 800)).locator("#wm-finish")
    heights = [
        finish.evaluate("(each, text) => { each.textContent = text; return each.offsetHeight; }", text)
        for text in ("\N{NO-BREAK SPACE}", "Start today, never miss a week, and you finish around September 30, 2027.")
    ]
    assert heights[0] == heights[1]
