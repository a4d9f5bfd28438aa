"""The page that answers for any two roles."""

import re
from dataclasses import replace
from itertools import chain

from site_gen.render.routes import PATTERNS
from tests.pages.large import built
from tests.pages.rendering import PAGES, render
from tests.samples import SITE, sample


def test_page_lists_the_pages_of_routes_by_the_role_one_has() -> None:
    html = PAGES["routes.html"]
    assert "<summary>Waiter</summary>" in html
    assert '<a href="routes/waiter-to-baker.html">to Baker</a>' in html


def test_site_without_pages_of_routes_says_so() -> None:
    html = render(sample(site=replace(SITE, route_pages=0)))["routes.html"]
    assert "Every two roles that routes connect have a pathway of their own." in html


def test_script_gets_its_sentences_from_the_page() -> None:
    template = PAGES["routes.html"].partition('<template id="wm-route"')[2].partition("</template>")[0]
    assert [name for name in PATTERNS if f"data-{name}=" not in template] == []
    assert "{hours|hour|hours} at {pace|hour|hours} a week." in template


def test_many_pairs_are_on_several_pages_of_which_only_the_first_answers_for_others() -> None:
    files = built()
    pages = ["routes.html", *(f"routes/page/{number}.html" for number in range(2, 11))]
    assert "routes/page/11.html" not in files
    found = [re.findall(r'href="[./]*routes/([\w-]+)\.html"', files[page]) for page in pages]
    pairs = [pair[1] for address in files if (pair := re.fullmatch(r"routes/([\w-]+)\.html", address))]
    assert sorted(chain(*found)) == sorted(pairs)
    assert {len(each) for each in found} == {3}
    assert [page for page in pages if "<form" in files[page] or "data-module" in files[page]] == ["routes.html"]
    assert "<title>Routes over several pathways, page 2 of 10 · Waymark</title>" in files["routes/page/2.html"]
    assert (
        '<a href="../../routes.html">Routes</a></li><li aria-current="page">Page 2 of 10</li>'
        in (files["routes/page/2.html"])
    )


def test_page_that_lists_but_some_pairs_does_not_promise_those_of_a_chosen_role() -> None:
    promise = "Below are the pages of routes from {origin}."
    assert promise in PAGES["routes.html"]
    assert promise not in built()["routes.html"]


def test_markdown_of_many_pairs_has_the_same_pages() -> None:
    files = built()
    assert "[Next page](routes/page/2.md)" in files["routes.md"]
    assert files["routes/page/2.md"].startswith("# Routes over several pathways, page 2 of 10\n")
    assert "- [to Bea](../../routes/ann-to-bea.md)" in files["routes/page/3.md"]
