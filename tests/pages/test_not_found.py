"""The page for what isn't there."""

from tests.pages.rendering import PAGES, render
from tests.samples import sample


def test_links_of_404_work_at_any_depth() -> None:
    html = PAGES["404.html"]
    assert '<a href="/careers/index.html">Home</a>' in html
    assert '<a href="https://a.example/">away</a>' in html
    assert '<meta name="robots" content="noindex">' in html


def test_404_has_words_of_its_own_where_content_has_none() -> None:
    assert "There is no page at this address." in render(sample(pages=()))["404.html"]
