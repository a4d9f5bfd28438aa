"""Plain pages."""

from tests.pages.rendering import PAGES, render
from tests.samples import page, sample


def test_page_of_navigation_is_marked_as_the_current_one() -> None:
    assert '<a href="method.html" aria-current="page">' in PAGES["method.html"]


def test_any_further_page_is_made_too() -> None:
    assert "thanks.html" in render(sample(pages=(page("thanks", "<p>You.</p>"),)))
