"""A guide's card in a frame of another site: it fits, breaks no policy, and leads out of the frame."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.addresses import GUIDE
from tests.browser.conftest import UNDER, OpenPage

CARD = GUIDE.replace("pathways/", "embed/")


@pytest.mark.parametrize("width", [300, 480, 600])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_card_is_accessible_and_fits(page: OpenPage, width: int, scheme: str) -> None:
    opened = page(CARD, viewport=(width, 240), colour_scheme="dark" if scheme == "dark" else "light")
    assert Axe().run(opened).response["violations"] == []
    fits = "[document.documentElement.scrollWidth, document.documentElement.scrollHeight]"
    assert opened.evaluate(fits) == [width, 240]
    opened.evaluate("document.documentElement.style.fontSize = '200%'")
    assert opened.evaluate(fits)[0] == width


def test_card_is_drawn_by_its_one_sheet_without_scripts(page: OpenPage) -> None:
    opened = page(CARD, javascript=False)
    assert opened.locator("script").count() == 0
    assert opened.locator("h1").evaluate("each => getComputedStyle(each).fontWeight") == "700"
    assert opened.evaluate("[...document.styleSheets].map(each => each.cssRules.length > 0)") == [True]


def test_card_leads_out_of_its_frame(page: OpenPage, site_url: str) -> None:
    opened = page("about.html")
    inside = site_url + CARD
    opened.route(
        "**/other.html", lambda route: route.fulfill(body=f'<iframe src="{inside}"></iframe>', content_type="text/html")
    )
    opened.goto(site_url + "other.html")
    link = opened.frame_locator("iframe").get_by_role("link")
    assert link.get_attribute("target") == "_top"
    assert (link.get_attribute("href") or "").endswith(f"{UNDER}{GUIDE}")
