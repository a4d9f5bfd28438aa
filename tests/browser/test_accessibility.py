"""Every page type, narrow and wide, light and dark: what axe finds, and whether the page fits."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.addresses import GUIDE, every_page_type
from tests.browser.conftest import OpenPage

widths = pytest.mark.parametrize("width", [320, 1280])


def violations(opened: Page) -> list[str]:
    found = Axe().run(opened).response["violations"]
    return [f"{rule['id']}: {node['html'][:200]}" for rule in found for node in rule["nodes"]]


@every_page_type
@widths
def test_axe_finds_nothing(page: OpenPage, path: str, width: int) -> None:
    opened = page(path, viewport=(width, 800))
    opened.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    opened.wait_for_load_state("networkidle")
    assert violations(opened) == []
    opened.emulate_media(color_scheme="dark")
    assert violations(opened) == []
    opened.emulate_media(forced_colors="active")
    assert violations(opened) == []
    if width == 320:  # the engine of the audit looks at both widths with large text
        opened.emulate_media(color_scheme="light", forced_colors="none")
        opened.evaluate("document.documentElement.style.fontSize = '200%'")
        assert violations(opened) == []


@every_page_type
@widths
def test_no_text_runs_out_of_its_box(page: OpenPage, path: str, width: int) -> None:
    opened = page(path, viewport=(width, 800))
    opened.wait_for_load_state("networkidle")
    cut = opened.evaluate(
        """() => [...document.querySelectorAll('p, li, dd, dt, td, th, h1, h2, h3, h4, figure, section, article')]
            .filter(each => each.clientHeight > 1 && each.scrollHeight > each.clientHeight + 6)
            .map(each => `${each.tagName} ${each.className}: ${each.textContent.slice(0, 50)}`)"""
    )
    assert cut == []


@every_page_type
def test_nothing_scrolls_sideways_on_a_small_screen_or_with_text_twice_as_large(page: OpenPage, path: str) -> None:
    opened = page(path, viewport=(320, 800))
    assert opened.evaluate("document.documentElement.scrollWidth") == 320
    opened.evaluate("document.documentElement.style.fontSize = '200%'")
    assert opened.evaluate("document.documentElement.scrollWidth") == 320
    opened.set_viewport_size({"width": 360, "height": 800})
    assert opened.evaluate("document.documentElement.scrollWidth") == 360


def test_first_stop_of_the_keyboard_leads_past_the_navigation(page: OpenPage) -> None:
    opened = page(GUIDE)
    opened.keyboard.press("Tab")
    assert opened.evaluate("document.activeElement.textContent") == "Skip to content"
    opened.keyboard.press("Enter")
    assert opened.evaluate("document.activeElement.id") == "wm-main"


def test_every_control_is_large_enough_for_a_finger(page: OpenPage) -> None:
    opened = page(GUIDE, viewport=(360, 800))
    small = opened.evaluate(
        """() => [...document.querySelectorAll('input, select, button, summary, nav a')]
            .map(each => [each.textContent.trim() || each.id, each.getBoundingClientRect()])
            .filter(([, box]) => box.width && (box.height < 24 || box.width < 24))
            .map(([name, box]) => `${name}: ${box.width} x ${box.height}`)"""
    )
    assert small == []


def test_forced_colors_keep_bars_and_dots(page: OpenPage) -> None:
    opened = page(GUIDE, forced_colors="active")
    shapes = {".track rect": "fill", ".pay rect": "fill", ".meter .on": "stroke"}
    colours = [
        opened.locator(shape).first.evaluate(f"each => getComputedStyle(each).{kind}") for shape, kind in shapes.items()
    ]
    assert colours == ["rgb(0, 0, 0)"] * 3
