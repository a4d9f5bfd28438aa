"""Search as readers meet it: by typing, by keyboard, by an address that was shared, and without scripts."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.conftest import OpenPage
from tests.browser.test_accessibility import violations

SEARCH = "search.html"
FIELD = "Words to look for"


def search(opened: Page, words: str) -> Page:
    """Type words, letter by letter, and wait for what is found."""
    opened.get_by_label(FIELD).press_sequentially(words)
    expect(opened).to_have_url(re.compile(re.escape(f"?{urlencode({'q': words})}") + "$"), timeout=30_000)
    return opened


def titles(opened: Page) -> list[str]:
    return opened.locator(".result h2").all_inner_texts()


def test_typing_shows_how_many_pages_there_are_and_the_first_of_them(page: OpenPage) -> None:
    opened = search(page(SEARCH), "graphic")
    expect(opened.get_by_role("status")).to_have_text(re.compile(r"^\d+ pages$"))
    expect(opened.get_by_role("listitem").filter(has=opened.locator("h2")).nth(3)).to_be_visible()
    assert titles(opened)[0] == "Graphic Designer"
    expect(opened.get_by_role("heading", name="Roles, A to Z")).to_be_hidden()


def test_another_name_of_a_role_finds_the_role_first(page: OpenPage) -> None:
    opened = search(page(SEARCH), "api developer")
    assert titles(opened)[0] == "Backend Developer"
    first = opened.locator(".result").first
    assert {each.strip(".,").casefold() for each in first.locator("mark").all_inner_texts()} == {"api", "developer"}
    expect(first.locator(".meta")).to_have_text("Role")
    link = first.get_by_role("link")
    link.click()
    expect(opened.get_by_role("heading", level=1)).to_have_text("Backend Developer")


def test_a_result_carries_its_badges(page: OpenPage) -> None:
    opened = search(page(SEARCH), "backend developer to algorithm engineer")
    result = opened.locator(".result").filter(has_text="Backend Developer to Algorithm Engineer").first
    expect(result.locator(".meta")).to_have_text("Pathway")
    badges = result.locator(".badges li")
    expect(badges).to_have_text([re.compile(f"^{name}") for name in ("Difficulty ", "Time ", "Pay change", "Demand")])


def test_what_is_nowhere_says_so_and_leaves_the_lists(page: OpenPage) -> None:
    opened = search(page(SEARCH), "zzyzx")
    expect(opened.get_by_role("status")).to_contain_text("Nothing was found for “zzyzx”.")
    expect(opened.get_by_role("heading", name="Roles, A to Z")).to_be_visible()


def test_more_results_come_when_asked_for_and_take_the_keyboard_along(page: OpenPage) -> None:
    opened = search(page(SEARCH), "weeks")
    expect(opened.locator(".result")).to_have_count(8)
    opened.get_by_role("button", name="Show more").press("Enter")
    expect(opened.locator(".result")).to_have_count(16)
    expect(opened.locator(".result a").nth(8)).to_be_focused()


def test_arrows_lead_to_results_and_back_and_escape_clears(page: OpenPage) -> None:
    opened = search(page(SEARCH), "graphic")
    field, keys = opened.get_by_label(FIELD), opened.keyboard
    expect(opened.locator(".result a").nth(3)).to_be_visible()
    for key, at in (("ArrowDown", 0), ("ArrowDown", 1), ("ArrowUp", 0)):
        keys.press(key)
        expect(opened.locator(".result a").nth(at)).to_be_focused()
    keys.press("ArrowUp")
    expect(field).to_be_focused()
    keys.press("ArrowDown")
    keys.press("Escape")
    expect(field).to_be_focused()
    expect(field).to_have_value("")
    expect(opened.locator(".result")).to_have_count(0)
    expect(opened).to_have_url(re.compile(rf"{SEARCH}$"))


def test_keyboard_alone_finds_and_opens_a_page(page: OpenPage) -> None:
    opened = page(SEARCH)
    while opened.evaluate("document.activeElement.id") != "wm-words":
        opened.keyboard.press("Tab")
    opened.keyboard.type("api developer")
    expect(opened.locator(".result a").first).to_have_text("Backend Developer")
    opened.keyboard.press("ArrowDown")
    opened.keyboard.press("Enter")
    expect(opened).to_have_url(re.compile("roles/backend-developer.html$"))


def test_shared_address_searches_and_back_returns_to_the_results(page: OpenPage) -> None:
    opened = page(f"{SEARCH}?q=api+developer")
    expect(opened.get_by_label(FIELD)).to_have_value("api developer")
    opened.locator(".result a").first.click()
    expect(opened).to_have_url(re.compile("roles/backend-developer.html$"))
    opened.go_back()
    expect(opened.get_by_label(FIELD)).to_have_value("api developer")
    expect(opened.locator(".result a").first).to_have_text("Backend Developer")


def test_results_stay_where_the_site_is(page: OpenPage, root_url: str, site_url: str) -> None:
    for site in (root_url, site_url):
        opened = page(f"{site}{SEARCH}?q=graphic")
        expect(opened.locator(".result a").first).to_have_attribute("href", re.compile("/roles/graphic-designer.html$"))
        assert opened.locator(".result a").first.evaluate("each => each.href").startswith(site)


FOREIGN = """
const page = {
  url: '/guides/about.html', raw_url: '/about.html', meta: { title: '<img src=a>' },
  excerpt: 'one <mark>two</mark> &lt;b&gt; <img src=c>',
};
export const options = async () => {}, init = options, preload = options;
export const search = async () => ({ results: [{ data: async () => page }] });
"""


def test_nothing_that_a_page_says_becomes_html(page: OpenPage) -> None:
    opened = page("about.html")
    opened.route("**/pagefind.js", lambda route: route.fulfill(body=FOREIGN, content_type="text/javascript"))
    opened.goto(opened.url.replace("about.html", f"{SEARCH}?q=two"))
    expect(opened.locator(".result h2")).to_have_text("<img src=a>")
    expect(opened.locator(".excerpt")).to_have_text("one two <b> <img src=c>")
    expect(opened.locator(".excerpt mark")).to_have_text("two")
    expect(opened.locator(".result .meta")).to_have_text("Page")
    assert opened.locator("main img").count() == 0


def test_library_is_loaded_only_when_the_field_is_used(browser: Browser, site_url: str) -> None:
    with browser.new_page() as opened:
        asked: list[str] = []
        opened.on("request", lambda request: asked.append(request.url))
        opened.goto(site_url + SEARCH, wait_until="networkidle")
        assert [each for each in asked if "/pagefind/" in each] == []
        opened.get_by_label(FIELD).focus()
        opened.wait_for_load_state("networkidle")
        assert [each for each in asked if each.endswith("/pagefind/pagefind.js")] != []
        assert [each for each in asked if not each.startswith(site_url)] == []


def test_console_stays_silent_while_searching(browser: Browser, site_url: str) -> None:
    with browser.new_page() as opened:
        said: list[str] = []
        opened.on("console", lambda message: said.append(message.text))
        opened.on("pageerror", lambda error: said.append(str(error)))
        opened.goto(site_url + SEARCH)
        expect(search(opened, "graphic").locator(".result").first).to_be_visible()
        assert said == []


def test_library_is_compiled_without_a_worker_too(page: OpenPage) -> None:
    opened = page("about.html")
    opened.add_init_script("delete window.Worker")
    opened.goto(opened.url.replace("about.html", f"{SEARCH}?q=graphic"))
    expect(opened.locator(".result a").first).to_have_text("Graphic Designer")


def test_without_scripts_lists_lead_to_every_page_and_no_control_is_dead(page: OpenPage) -> None:
    opened = page(SEARCH, javascript=False)
    expect(opened.get_by_role("link", name="all pathways")).to_be_visible()
    expect(opened.get_by_role("link", name="Backend Developer", exact=True)).to_be_visible()
    assert opened.locator("input:visible, button:visible, select:visible").count() == 0


def test_without_an_index_the_field_goes_and_the_lists_stay(page: OpenPage) -> None:
    opened = page("about.html")
    opened.route("**/pagefind/*", lambda route: route.abort())
    opened.goto(opened.url.replace("about.html", f"{SEARCH}?q=graphic"))
    expect(opened.get_by_role("status")).to_contain_text("Search could not be loaded.")
    expect(opened.get_by_label(FIELD)).to_be_hidden()
    expect(opened.get_by_role("heading", name="Roles, A to Z")).to_be_visible()


@pytest.fixture
def from_folder(browser: Browser, site_folder: Path) -> Iterator[Page]:
    with browser.new_page() as opened:
        opened.goto((site_folder / SEARCH).as_uri())
        yield opened


def test_from_a_folder_where_no_module_loads_the_lists_stay(from_folder: Page) -> None:
    expect(from_folder.get_by_label(FIELD)).to_be_hidden()
    expect(from_folder.get_by_role("link", name="all pathways")).to_be_visible()


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("words", ["", "graphic", "zzyzx"], ids=["nothing-typed", "found", "not-found"])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(page: OpenPage, width: int, words: str) -> None:
    opened = page(f"{SEARCH}?q={words}", viewport=(width, 800))
    if words:
        expect(opened.get_by_role("status")).not_to_be_empty()
    for media in ({"color_scheme": "light"}, {"color_scheme": "dark"}, {"forced_colors": "active"}):
        opened.emulate_media(**media)  # type: ignore[arg-type]
        assert violations(opened) == []
    assert opened.evaluate("document.documentElement.scrollWidth") == width
    opened.evaluate("document.documentElement.style.fontSize = '200%'")
    assert opened.evaluate("document.documentElement.scrollWidth") == width


def test_site_serves_an_index_with_every_page(site_folder: Path) -> None:
    fragments = list((site_folder / "pagefind/fragment").iterdir())
    pages = [each for each in site_folder.rglob("*.html") if b"data-pagefind-body" in each.read_bytes()]
    assert len(fragments) == len(pages) > 90


def test_what_is_typed_before_the_script_has_come_is_searched_for(page: OpenPage) -> None:
    opened = page()
    held: list[Route] = []
    opened.route("**/search.js", lambda route: held.append(route))  # noqa: PLW0108 - a method of a list takes no marks
    with opened.expect_request("**/search.js"):
        opened.goto(SEARCH)
    opened.get_by_label(FIELD).fill("nurse")
    held[0].continue_()
    expect(opened).to_have_url(re.compile(r"\?q=nurse$"))
    expect(opened.get_by_label(FIELD)).to_have_value("nurse")
