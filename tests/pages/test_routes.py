"""The page that answers for any two roles."""

from dataclasses import replace

from site_gen.pages.routes import PATTERNS
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
