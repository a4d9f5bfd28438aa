"""The front page."""

import re

from tests.pages.rendering import PAGES, render
from tests.samples import catalog, pathway


def test_home_has_a_card_for_every_pathway_and_every_role_with_its_counts() -> None:
    home = PAGES["index.html"]
    assert home.count('class="card"') == 2
    assert '<a href="roles/cook.html">Cook</a> <span>1 out, 1 in</span>' in home
    assert '<a href="roles/baker.html">Baker</a> <span>0 out, 1 in</span>' in home


def test_home_offers_only_roles_that_lead_somewhere() -> None:
    starts = PAGES["index.html"].partition('class="starts"')[2].partition("</nav>")[0]
    assert re.findall(r'href="roles/(\w+)', starts) == ["cook", "waiter"]


def test_home_of_an_empty_site_says_so() -> None:
    nothing = catalog(pathway(origin_id="nobody"), roles=(), pages=())
    assert "No pathways have been published yet." in render(nothing)["index.html"]
