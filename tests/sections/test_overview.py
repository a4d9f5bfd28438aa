"""The overview is everything before the first heading, or all that stands under its own."""

import pytest

from site_gen.model.section import Overview
from tests.said import read_body

ROADMAP = "\n## Roadmap\n\n### One (8 weeks)\n\n- Begin.\n"


@pytest.mark.parametrize(
    ("body", "title", "html"),
    [
        pytest.param("Why.\n\n- a\n", "", "<p>Why.</p>\n<ul>\n<li>a</li>\n</ul>", id="before the first heading"),
        pytest.param("## Overview\n\nWhy.\n", "Overview", "<p>Why.</p>", id="under its own"),
        pytest.param(
            "## Why this move works\n\n### One\n\nWhy.\n",
            "Why this move works",
            '<h3 id="one">One</h3>\n<p>Why.</p>',
            id="with inner headings",
        ),
    ],
)
def test_overview_is_the_authors_prose(body: str, title: str, html: str) -> None:
    pathway, found = read_body(body + ROADMAP)
    assert found == []
    first = pathway.sections[0]
    assert isinstance(first.value, Overview)
    assert (first.title, first.value.prose.html) == (title, html)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            ROADMAP,
            "9:1+1 W122 the overview is missing before the first `##` heading -- "
            "write a paragraph on why the move works above the first `##` heading",
            id="missing",
        ),
        pytest.param(
            "Why.\n\n## Overview\n\nWhy again.\n" + ROADMAP,
            "10:4+8 W125 the section `Overview` stands twice: first on line 8 -- join the two under one heading",
            id="before the first heading and under its own",
        ),
        pytest.param(
            "## Overview\n" + ROADMAP,
            "8:4+8 W123 there is nothing under the heading `Overview` -- "
            "write why the move works under it, or remove the heading",
            id="empty",
        ),
    ],
)
def test_missing_or_second_overview_is_reported(body: str, expected: str) -> None:
    assert read_body(body)[1] == [expected]
