"""The page that puts pathways side by side."""

from dataclasses import replace

import pytest

from site_gen.render import compare_rows
from tests.pages.rendering import PAGES, render
from tests.samples import bare_pathway, pathway, sample


def test_every_pathway_is_in_the_table() -> None:
    html = PAGES["compare.html"]
    row = html.partition('<a href="pathways/cook-to-baker.html">Cook to Baker</a>')[2].partition("</tr>")[0]
    cells = [each.partition("</td>")[0] for each in row.split("<td>")[1:]]
    assert cells[:3] == ["Moderate", "3–4 months", "100"]
    assert cells[5] == "None"


def test_what_is_not_known_says_so() -> None:
    html = render(sample(bare_pathway(sections=())))["compare.html"]
    assert html.count("<td>Not known</td>") >= 3


def test_too_many_pathways_are_not_in_one_table(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compare_rows, "MOST_ROWS", 1)
    html = render(sample())["compare.html"]
    assert "There are too many pathways for one table." in html
    assert 'id="wm-all"' not in html


def test_site_without_pathways_has_no_page_to_compare() -> None:
    made = sample(replace(pathway(), target_id="nobody"))
    assert "compare.html" not in render(made)
