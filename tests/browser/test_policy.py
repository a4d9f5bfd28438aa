"""Every page type keeps its own content security policy, from a server and from a folder."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, Page

from tests.browser.addresses import GUIDE, PAGES, every_page_type


def said(opened: Page, address: str) -> list[str]:
    """What the console says while a page opens; that 404 is a 404 does not count."""
    messages: list[str] = []
    opened.on("console", lambda message: messages.append(message.text))
    opened.on("pageerror", lambda error: messages.append(str(error)))
    opened.goto(address, wait_until="networkidle")
    return [each for each in messages if "404 (Not Found)" not in each]


@every_page_type
def test_console_stays_silent(browser: Browser, site_url: str, path: str) -> None:
    with browser.new_page() as opened:
        assert said(opened, site_url + path) == []
        sheets = opened.evaluate("[...document.styleSheets].map(each => each.cssRules.length)")
        assert len(sheets) == opened.locator("link[rel=stylesheet]").count() and all(sheets)
        assert opened.evaluate("getComputedStyle(document.querySelector('h1')).fontWeight") == "700"
        assert opened.evaluate("document.documentElement.dataset.js") == ""


def test_pages_work_from_a_folder(browser: Browser, site_folder: Path) -> None:
    with browser.new_page() as opened:
        for path in PAGES.values():
            if not (site_folder / path).is_file():
                continue
            assert said(opened, (site_folder / path).as_uri()) == []
            assert opened.evaluate("getComputedStyle(document.body).marginTop") == "0px"
            assert opened.evaluate("document.querySelector('#wm-theme').checkVisibility()")
            missing = [
                link
                for link in opened.evaluate("[...document.links].map(each => each.href)")
                if link.startswith("file:") and not Path(unquote(urlsplit(link).path)).is_file()
            ]
            assert missing == []


def test_link_to_another_page_opens_it_from_a_folder(browser: Browser, site_folder: Path) -> None:
    with browser.new_page() as opened:
        opened.goto((site_folder / "index.html").as_uri())
        opened.get_by_role("link", name="Backend Developer to Algorithm Engineer").click()
        assert opened.url == (site_folder / GUIDE).as_uri()
