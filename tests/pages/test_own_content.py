"""The project's own guides and pages, as readers see them."""

import re
from datetime import date
from pathlib import Path, PurePosixPath

import pytest

from site_gen.build.content import Terms, read_content
from tests.pages.rendering import render
from tests.samples import Sample

CONTENT = Path(__file__).parents[2] / "content"


@pytest.fixture(scope="module")
def own_pages() -> dict[str, str]:
    terms = Terms(today=date(2026, 11, 22), keeps_pathways=True)
    content = read_content(CONTENT, PurePosixPath("content"), terms, lambda _done, _total: None)
    pages = render(Sample(catalog=content.catalog, pathways=tuple(content.pathways.values())))
    assert "pathways/backend-developer-to-data-engineer.html" in pages
    return pages


@pytest.mark.parametrize(
    "mistaken",
    [
        pytest.param(r"CMU \d+–\d+", id="a-course-number-as-a-range"),
        pytest.param(r"\b1 [-–] 1/e", id="a-formula-as-a-dash"),
        pytest.param(r"what else your present job leads to", id="a-promise-that-most-guides-break"),
        pytest.param(r"\(timeline, salary change|against the timeline|A timeline says", id="badges-by-other-names"),
    ],
)
def test_no_page_shows(own_pages: dict[str, str], mistaken: str) -> None:
    assert [address for address, html in own_pages.items() if re.search(mistaken, html)] == []
