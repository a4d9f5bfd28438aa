"""The page of the routes from one role to another."""

from dataclasses import replace

from tests.pages.rendering import PAGES, render
from tests.samples import SITE, sample

ROUTE = "routes/waiter-to-baker.html"


def test_two_roles_that_a_route_alone_connects_have_a_page() -> None:
    html = PAGES[ROUTE]
    assert '<h2 id="wm-route-1">By way of Cook</h2>' in html
    assert 'href="../pathways/waiter-to-cook.html">Waiter to Cook</a>' in html
    assert "1 route over several of them does." in html


def test_two_roles_with_a_pathway_of_their_own_have_none() -> None:
    assert [each for each in PAGES if each.startswith("routes/")] == [ROUTE]


def test_site_that_wants_no_pages_of_routes_gets_none() -> None:
    assert ROUTE not in render(sample(site=replace(SITE, route_pages=0)))
