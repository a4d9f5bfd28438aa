"""Turns one page of each type into what a second engine, IBM's, finds wrong for people with disabilities.

The tests ask axe of every page type; the two engines know different rules.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Browser, Page, sync_playwright

from tools.audit import installed
from tools.audit.page_types import paths_of
from tools.browser import find_browser, launch_arguments

WIDTHS: Final = (320, 1280)
LOOKS: Final[tuple[dict[str, Any], ...]] = (
    {"color_scheme": "light"},
    {"color_scheme": "dark"},
    {"color_scheme": "light", "forced_colors": "active"},
)
GUIDELINES: Final = "WCAG_2_2"
CHECK: Final = """async guidelines => {
    for (const each of document.querySelectorAll('details')) each.open = true;
    const report = await new ace.Checker().check(document, [guidelines]);
    return report.results
        .filter(each => each.value[0] === 'VIOLATION' && each.value[1] === 'FAIL')
        .map(each => [each.ruleId, each.message, each.snippet]);
}"""


def check_accessibility(site: Path, address: str) -> list[str]:
    """One line for each thing found, narrow and wide, light, dark, in forced colours, and with text twice as large."""
    found = find_browser()
    if found is None:
        raise installed.MissingError("a browser is not installed")
    engine = (installed.node_modules() / "accessibility-checker-engine" / "ace.js").read_text(encoding="utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=launch_arguments())
        complaints = [
            f"{path}: {complaint}"
            for path in paths_of(site, address)
            for complaint in dict.fromkeys(_check(browser, f"{address}{path}", engine))
        ]
        browser.close()
    return complaints


def _check(browser: Browser, url: str, engine: str) -> list[str]:
    complaints = []
    for width in WIDTHS:
        for look in LOOKS:
            with browser.new_page(viewport={"width": width, "height": 800}, **look) as page:
                page.goto(url, wait_until="networkidle")
                complaints += _ask(page, engine)
                if look is LOOKS[0]:
                    page.evaluate("document.documentElement.style.fontSize = '200%'")
                    complaints += _ask(page, engine)
    return complaints


def _ask(page: Page, engine: str) -> list[str]:
    """The faults that the engine finds; what it asks a person to confirm, such as any use of colour, is no fault."""
    page.evaluate(engine)
    found: list[list[str]] = page.evaluate(CHECK, GUIDELINES)
    return [f"{rule}: {message} {snippet[:150]}" for rule, message, snippet in found]
