"""The front page."""

import re
from dataclasses import replace

import pytest

from tests.pages.rendering import PAGES, render, without_templates
from tests.samples import BAKER, COOK, pathway, sample


def test_home_has_a_card_for_every_pathway_and_every_role_with_its_counts() -> None:
    home = without_templates(PAGES["index.html"])
    assert home.count('class="card"') == 2
    assert '<a href="roles/cook.html">Cook</a> <span>1 in, 1 out</span>' in home
    assert '<a href="roles/baker.html">Baker</a> <span>1 in, 0 out</span>' in home


def test_home_offers_only_roles_that_lead_somewhere() -> None:
    starts = PAGES["index.html"].partition('class="starts no-module-only"')[2].partition("</nav>")[0]
    assert re.findall(r'href="roles/(\w+)', starts) == ["cook", "waiter"]


def test_home_of_an_empty_site_says_so() -> None:
    nothing = sample(pathway(origin_id="nobody"), roles=(), pages=())
    assert "No pathways have been published yet." in render(nothing)["index.html"]


def cooks(count: int, *, fields: int) -> str:
    """A front page of as many ways from cook to baker, the bakers in so many fields."""
    bakers = tuple(replace(BAKER, id=f"baker-{at}", family=f"Field {at}") for at in range(fields))
    ways = (pathway(slug=f"way-{at}", target_id=f"baker-{at % fields}") for at in range(count))
    return without_templates(render(sample(*ways, roles=(COOK, *bakers)))["index.html"])


@pytest.mark.parametrize(("count", "fields"), [(12, 3), (13, 1)], ids=["a-few-cards", "one-field"])
def test_home_puts_all_cards_together(count: int, fields: int) -> None:
    home = cooks(count, fields=fields)
    assert home.count('class="card"><h3>') == count
    assert "wm-field" not in home


def test_home_puts_many_cards_under_the_fields_they_lead_into() -> None:
    home = cooks(14, fields=3)
    assert re.findall(r'<h3 id="wm-field-\d">(.*?)</h3>', home) == ["Field 0", "Field 1", "Field 2"]
    assert [part.count('class="card"><h4>') for part in home.split("<h3 id=")[1:]] == [5, 5, 4]
    assert '<a href="#wm-field-2">Field 1</a>' in home
