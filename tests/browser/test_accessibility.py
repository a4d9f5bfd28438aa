"""Every page type, narrow and wide, light and dark: what axe finds, and whether the page fits."""

from collections.abc import Iterator
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.addresses import GUIDE, PAGES
from tests.browser.conftest import OpenPage

Scheme = Literal["light", "dark"]
Forced = Literal["active", "none"]

widths = pytest.mark.parametrize("width", [320, 1280])


OF_COLOURS = ["color-contrast", "link-in-text-block", "target-size"]
"""The rules whose findings can be others where only colours, and what forced ones draw around, are."""


def violations(opened: Page, rules: list[str] | None = None) -> list[str]:
    only = {"runOnly": {"type": "rule", "values": rules}} if rules else {}
    found = Axe().run(opened, options={"resultTypes": ["violations"], **only}).response["violations"]
    return [f"{rule['id']}: {node['html'][:200]}" for rule in found for node in rule["nodes"]]


def see(opened: Page, width: int, *, text: int = 100, scheme: Scheme = "light", forced: Forced = "none") -> None:
    """Let the page be seen on a screen so wide, with text of so many percent, in these colours."""
    opened.set_viewport_size({"width": width, "height": 800})
    opened.emulate_media(color_scheme=scheme, forced_colors=forced)
    opened.evaluate("percent => { document.documentElement.style.fontSize = `${percent}%` }", text)


@pytest.fixture(scope="module", params=PAGES.values(), ids=list(PAGES))
def settled(browser: Browser, site_url: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page with all that its scripts do done and all that it hides opened, the same for each test that looks."""
    with browser.new_context(base_url=site_url) as context:
        opened = context.new_page()
        opened.goto(request.param)
        opened.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
        opened.wait_for_load_state("networkidle")
        yield opened


@widths
def test_axe_finds_nothing(settled: Page, width: int) -> None:
    see(settled, width)
    assert violations(settled) == []
    see(settled, width, scheme="dark")
    assert violations(settled, OF_COLOURS) == []
    see(settled, width, scheme="dark", forced="active")
    assert violations(settled, OF_COLOURS) == []
    see(settled, width, text=200)
    assert violations(settled) == []


@widths
def test_no_text_runs_out_of_its_box(settled: Page, width: int) -> None:
    see(settled, width)
    cut = settled.evaluate(
        """() => [...document.querySelectorAll('p, li, dd, dt, td, th, h1, h2, h3, h4, figure, section, article')]
            .filter(each => each.clientHeight > 1 && each.scrollHeight > each.clientHeight + 6)
            .map(each => `${each.tagName} ${each.className}: ${each.textContent.slice(0, 50)}`)"""
    )
    assert cut == []


def test_nothing_scrolls_sideways_on_a_small_screen_or_with_text_twice_as_large(settled: Page) -> None:
    for width, text in ((320, 100), (320, 200), (360, 200)):
        see(settled, width, text=text)
        assert settled.evaluate("document.documentElement.scrollWidth") == width


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
