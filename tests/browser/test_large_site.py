"""A site whose lists are paged, in a browser: each kind of page of a list, on a phone and on a desk."""

from collections.abc import Iterator
from pathlib import Path
from random import Random
from string import ascii_lowercase

import pytest
from playwright.sync_api import Browser, Page

from site_gen.build.site import build_site
from site_gen.render.long_lists import LINES
from tests.browser.conftest import UNDER, await_roles, weigh_pages
from tests.browser.test_accessibility import OF_COLOURS, see, violations
from tests.pages.large import large_site, learns, lower_bounds, way
from tests.sites import options, small_site
from tools.static_server import serve

PAGES = {
    "front-page": "index.html",
    "field": "fields/craft-and-art/2.html",
    "skills-2": "skills/page/2.html",
    "pathways-of-a-skill": "skills/page/pathways/2.html",
    "roles-of-a-skill": "skills/page/roles/2.html",
    "skill": "skills/page.html",
    "roles": "roles/page/2.html",
    "role": "roles/page.html",
    "ways-in": "roles/page/ways-in/2.html",
    "field-of-the-map": "map/craft-and-art/2.html",
    "routes": "routes.html",
    "routes-2": "routes/page/2.html",
}


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of which all these lists are too long for one page."""
    site = large_site(tmp_path_factory.mktemp("large"))
    with pytest.MonkeyPatch.context() as patch:
        lower_bounds(patch)
        return built(site)


@pytest.fixture(scope="module")
def large_url(large: Path) -> Iterator[str]:
    """Where it is served."""
    with serve(large, under=UNDER) as address:
        yield f"{address}{UNDER}"


@pytest.fixture(scope="module")
def plain(browser: Browser, large_url: str) -> Iterator[Page]:
    """A page in a browser that runs no script."""
    with browser.new_context(base_url=large_url, java_script_enabled=False) as context:
        yield context.new_page()


@pytest.fixture(scope="module")
def scripted(browser: Browser, large_url: str) -> Iterator[Page]:
    """A page in a browser as most readers have."""
    with browser.new_context(base_url=large_url) as context:
        yield context.new_page()


@pytest.fixture(scope="module", params=PAGES.values(), ids=list(PAGES))
def settled(scripted: Page, request: pytest.FixtureRequest) -> Page:
    """A page of the site with all that its scripts do done, the same for each test that looks."""
    answer = scripted.goto(request.param)
    assert answer
    assert answer.ok
    if scripted.locator("body[data-module]").count():
        await_roles(scripted)
    return scripted


def test_axe_finds_nothing(settled: Page) -> None:
    see(settled, 320)
    assert violations(settled) == []
    see(settled, 1280, scheme="dark")
    assert violations(settled, OF_COLOURS) == []


def test_nothing_scrolls_sideways_on_a_small_screen_or_with_text_twice_as_large(settled: Page) -> None:
    for width, text in ((320, 100), (320, 200)):
        see(settled, width, text=text)
        assert settled.evaluate("document.documentElement.scrollWidth") == width


def test_links_of_pages_are_large_enough_for_a_finger(settled: Page) -> None:
    see(settled, 360)
    boxes = settled.locator(".pages a, a[rel=next], a[rel=prev]").evaluate_all(
        "all => all.map(each => each.getBoundingClientRect()).map(box => [box.width, box.height])"
    )
    assert [box for box in boxes if min(box) < 36] == []


@pytest.mark.parametrize("path", ["skills.html", "roles/page/ways-out.html"])
def test_without_scripts_a_reader_turns_all_pages_to_the_last(plain: Page, path: str) -> None:
    plain.goto(path)
    count = plain.get_by_role("navigation", name="Pages").get_by_role("link").count()
    assert count > 1
    for number in range(2, count + 1):
        plain.get_by_role("link", name="Next page").click()
        current = plain.get_by_role("navigation", name="Pages").locator("[aria-current=page]")
        assert (current.text_content() or "").startswith(f"Page {number}")
    assert plain.get_by_role("link", name="Next page").count() == 0


def test_without_scripts_a_reader_comes_from_the_front_page_to_any_role_and_skill(plain: Page) -> None:
    for list_of_all, page, name in (
        ("All 9 roles, A to Z", "Page 3: D–P", "Eve"),
        ("all skills", "Page 4: Skil", "Skill cid"),
    ):
        plain.goto("index.html")
        plain.get_by_role("link", name=list_of_all).last.click()
        plain.get_by_role("navigation", name="Pages").get_by_role("link", name=page, exact=True).click()
        plain.get_by_role("link", name=name, exact=True).click()
        assert plain.get_by_role("heading", level=1).inner_text() == name


def test_full_pages_fit_the_first_round_trip_with_all_that_blocks_them(tmp_path: Path) -> None:
    weights = weigh_pages(built(full_site(tmp_path)))
    lists = ("skills.html", "roles/page/1.html", "roles/hub/ways-in.html", "skills/all/pathways.html", "roles/hub.html")
    for each in lists:
        assert weights[each] <= 14_000, each


def full_site(folder: Path) -> Path:
    """A site with a full page of each kind of list, in words that no packing shortens."""
    random = Random(1)
    names = ["".join(random.choices(ascii_lowercase, k=24)).capitalize() for _ in range(2 * LINES)]
    files = {"roles/hub.md": role("Hub")}
    for number, (name, skill) in enumerate(zip(names[:LINES], names[LINES:], strict=True)):
        files[f"roles/{name.lower()}.md"] = role(name)
        files[f"pathways/{name.lower()}-to-hub.md"] = way(name.lower(), "hub", 8 + number % 40) + learns("All", skill)
    return small_site(folder, files)


def role(name: str) -> str:
    return f"---\nname: {name}\nfamily: Craft\n---\n\nWorks.\n"


def built(site: Path) -> Path:
    """Where the site is once it is built, here and not by a worker."""
    report = build_site(options(site, base_url=f"https://waymark.example{UNDER}", jobs=1))
    assert report.published, report.diagnostics
    return site / "output"
