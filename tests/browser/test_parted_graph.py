"""A site so large that its roles and pathways come in several files: whatever goes by them works as on a small one."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from site_gen.build.site import build_site
from site_gen.outputs import graph
from tests.browser.conftest import ADDRESS, REPOSITORY, UNDER, OpenPage, await_roles
from tests.sites import options
from tools.static_server import serve

WAY = "photographer-to-graphic-designer"


@pytest.fixture(scope="module")
def parted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's own site, whose bound is lowered for it."""
    folder = tmp_path_factory.mktemp("parted") / "output"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(graph, "MOST_IN_ONE", 10)
        assert build_site(options(REPOSITORY, output=folder, base_url=ADDRESS)).published
    return folder


@pytest.fixture(scope="module")
def site_url(parted: Path) -> Iterator[str]:
    with serve(parted, under=UNDER) as address:
        yield address + UNDER


def test_finder_knows_the_pathways_of_all_parts(page: OpenPage, parted: Path) -> None:
    assert len(list(parted.glob("assets/graph-*.json"))) > 5
    opened = page("index.html")
    count = len(list(parted.glob("pathways/*.html")))
    expect(opened.locator("#wm-status")).to_have_text(f"{count} pathways in all")
    opened.get_by_label("I am a").select_option(label="Photographer")
    opened.get_by_label("I want to be a").select_option(label="Graphic Designer")
    expect(opened.locator("#wm-status")).to_have_text(f"1 of {count} pathways")
    expect(opened.locator("#wm-cards a")).to_have_attribute("href", re.compile(rf"/pathways/{WAY}\.html$"))


def test_routes_lead_from_one_part_into_another(page: OpenPage) -> None:
    opened = page("routes.html?from=photographer&to=ux-designer")
    expect(opened.get_by_role("status")).to_have_text("2 routes from Photographer to UX Designer.")
    expect(opened.locator(".route-card h2").first).to_have_text("By way of Graphic Designer")


def test_comparison_and_search_know_them_too(page: OpenPage) -> None:
    opened = page(f"compare.html?way={WAY},graphic-designer-to-ux-designer")
    await_roles(opened)
    expect(opened.locator("#wm-status")).to_have_text("1 way side by side.")
    opened = page("search.html")
    opened.get_by_label("Words to look for").press_sequentially("ux des")
    expect(opened.locator(".result h2").first).to_have_text("UX Designer")


def test_part_that_cannot_be_loaded_leaves_the_lists(page: OpenPage) -> None:
    opened = page("about.html")
    opened.route("**/assets/graph-*.json", lambda route: route.abort())
    opened.goto("index.html")
    expect(opened.locator("#wm-status")).to_have_text("The finder could not load. The lists below work without it.")
