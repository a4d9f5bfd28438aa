"""The page to search on: there where the settings ask for it, with a way to every page without scripts."""

from dataclasses import replace

import pytest

from site_gen.render import long_lists
from tests.pages.rendering import CARDS, PAGES, render
from tests.samples import SITE, page, sample

SEARCHED = replace(SITE, search=True)
HTML = render(sample(site=SEARCHED))


def test_a_site_without_search_has_no_page_and_no_link_for_it() -> None:
    assert "search.html" not in PAGES
    assert [address for address, html in PAGES.items() if "search.html" in html] == []


def test_every_page_of_a_site_with_search_leads_to_it() -> None:
    without = {address for address, html in HTML.items() if 'search.html">Search</a>' not in html}
    assert without == CARDS | {"search.html"}
    assert '<a href="search.html" aria-current="page">Search</a>' in HTML["search.html"]


def test_field_shows_only_where_modules_run_and_lists_lead_to_every_page() -> None:
    html = HTML["search.html"]
    assert (
        '<form class="search-box module-only" id="wm-search" role="search" data-library="pagefind/pagefind.js">' in html
    )
    assert '<button class="button" id="wm-more" type="button" hidden>' in html
    assert '<a href="index.html#wm-pathways">all pathways</a>' in html
    links = [f'<a href="roles/{role}.html">{role.capitalize()}</a>' for role in ("baker", "cook", "waiter")]
    assert f'<ul class="role-list" role="list"><li>{"</li><li>".join(links)}</li></ul>' in html.replace("\n", "")


def test_page_leads_to_the_list_of_many_roles(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(long_lists, "LINES", 2)
    html = render(sample(site=SEARCHED))["search.html"]
    assert 'or through <a href="roles/page/1.html">all roles, A to Z</a>.' in html
    assert "roles/baker.html" not in html


def test_only_pages_that_search_compiles_its_library_on_may_compile_one() -> None:
    allowed = [address for address, html in HTML.items() if "'wasm-unsafe-eval'" in html]
    assert allowed == ["search.html"]
    assert "script-src 'self' 'wasm-unsafe-eval'; img-src" in HTML["search.html"]
    assert "script-src 'self'; img-src" in HTML["index.html"]


def test_what_readers_look_for_can_be_found_and_lists_of_it_cannot() -> None:
    found = {
        address for address, html in HTML.items() if '<main id="wm-main" tabindex="-1" data-pagefind-body>' in html
    }
    lists = {"index.html", "map.html", "skills.html", "routes.html", "compare.html"}
    assert found == HTML.keys() - CARDS - lists - {"404.html", "search.html"}
    assert {"skills/sourdough.html", "routes/waiter-to-baker.html"} <= found


def test_aliases_of_a_role_weigh_more_than_its_text() -> None:
    assert '<p class="meta" data-pagefind-weight="9">' in HTML["roles/cook.html"]


def test_content_may_have_words_of_its_own_above_the_field() -> None:
    written = page("search", "<p>Find a way.</p>")
    with_search = render(sample(site=SEARCHED, pages=(written,)))["search.html"]
    without = render(sample(pages=(written,)))["search.html"]
    assert "<p>Find a way.</p>" in with_search and "wm-search" in with_search
    assert "<p>Find a way.</p>" in without and "wm-search" not in without
