"""What all pages share."""

from collections.abc import Container

import pytest

from site_gen.model.site import Site
from site_gen.render.assets import Assets
from site_gen.render.frame import Frame, base_path, make_frame
from tests.samples import SITE

ASSETS = Assets(stylesheet="s.css", theme="t.js", script="a.js", icon="i.svg", files=())


def frame(pages: Container[str] = ("404", "method"), site: Site = SITE) -> Frame:
    return make_frame(site, pages, ASSETS)


def test_navigation_leads_only_to_pages_that_exist() -> None:
    assert [item.address for item in frame().navigation] == ["index.html", "method.html"]
    assert [item.address for item in frame(()).navigation] == ["index.html"]


def test_navigation_leads_to_search_where_there_is_one() -> None:
    searched = frame((), Site(search=True)).navigation
    assert [(item.title, item.address) for item in searched][1:] == [("Search", "search.html")]


def test_method_page_is_known_only_where_there_is_one() -> None:
    assert frame().method == "method.html"
    assert frame(()).method == ""


def test_canonical_address_needs_a_base() -> None:
    assert frame().canonical("index.html") == "https://guides.example/careers/"
    assert frame().canonical("about.html") == "https://guides.example/careers/about.html"
    assert frame(site=Site()).canonical("about.html") == ""


@pytest.mark.parametrize(
    ("base_url", "path"),
    [
        ("", "/"),
        ("https://a.example/", "/"),
        ("https://a.example/guides/", "/guides/"),
        ("https://a.example/a/b/", "/a/b/"),
    ],
)
def test_base_path_has_a_slash_at_both_ends(base_url: str, path: str) -> None:
    assert base_path(base_url) == path
