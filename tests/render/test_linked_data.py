"""What pages say in JSON-LD: one graph, whole addresses, and no figure that the page doesn't show."""

import json
import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from site_gen.model.role import Role
from site_gen.model.site import Site
from site_gen.render.linked_data import article, occupation
from tests.pages.rendering import CARDS, PAGES, render
from tests.samples import BAKER, COOK, SITE, WAITER, bare_pathway, card, pathway, sample

BASE = SITE.base_url
SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def graph(html: str) -> list[dict[str, Any]]:
    (text,) = SCRIPT.findall(html)
    value = json.loads(text)
    assert value.keys() == {"@context", "@graph"}
    assert value["@context"] == "https://schema.org"
    nodes: list[dict[str, Any]] = value["@graph"]
    return nodes


def of_type(nodes: list[dict[str, Any]], kind: str) -> dict[str, Any]:
    (found,) = (each for each in nodes if each["@type"] == kind)
    return found


def salary(role: Role) -> dict[str, Any] | None:
    """What is said of the pay of a role."""
    value: dict[str, Any] | None = dict(occupation(role, "", SITE)[1]).get("estimatedSalary")  # type: ignore[assignment] # nodes hold anything
    return value


def test_site_without_an_address_and_pages_of_no_place_say_nothing() -> None:
    assert not any(SCRIPT.search(page) for page in render(sample(site=Site())).values())
    assert {address for address, page in PAGES.items() if not SCRIPT.search(page)} == CARDS | {"404.html"}
    assert article(pathway(), card(pathway()), Site()) == occupation(COOK, "", Site()) == ()


@pytest.mark.parametrize("address", sorted(PAGES.keys() - CARDS - {"404.html"}))
def test_page_has_one_graph_of_itself_and_the_first_one_of_the_site_too(address: str) -> None:
    nodes = graph(PAGES[address])
    if address == "index.html":
        assert nodes.pop(0) == {"@type": "WebSite", "@id": BASE, "name": "Waymark"}
    page = nodes[0]
    assert page["@id"] == BASE + address
    assert page["isPartOf"] == {"@id": BASE}
    kinds = [each["@type"] for each in graph(PAGES[address])]
    assert len(kinds) == len(set(kinds))


def test_pathway_is_an_article_about_the_role_that_it_leads_to() -> None:
    page = render(sample(pathway(published=date(2026, 11, 1), title="Up </script><b>")))["pathways/cook-to-baker.html"]
    nodes = graph(page)
    assert of_type(nodes, "Article") == {
        "@type": "Article",
        "@id": f"{BASE}pathways/cook-to-baker.html",
        "headline": "Up </script><b>",
        "description": "From the stove to the oven & the night.",
        "dateModified": "2026-11-22",
        "datePublished": "2026-11-01",
        "author": ["A. Baker"],
        "isPartOf": {"@id": BASE},
        "about": {"@id": f"{BASE}roles/baker.html#role"},
    }
    assert of_type(graph(PAGES["roles/baker.html"]), "Occupation")["@id"] == f"{BASE}roles/baker.html#role"


def test_article_says_no_author_and_no_day_that_the_page_does_not() -> None:
    (found, _) = article(bare_pathway(), card(bare_pathway()), SITE)
    assert {"author", "datePublished"} & found.keys() == set()


@pytest.mark.parametrize("address", sorted(PAGES.keys() - CARDS - {"404.html"}))
def test_breadcrumbs_are_those_that_the_page_shows(address: str) -> None:
    shown = re.search(r'<nav[^>]*aria-label="Breadcrumb[^>]*>(.*?)</nav>', PAGES[address], re.DOTALL)
    lists = [each for each in graph(PAGES[address]) if each["@type"] == "BreadcrumbList"]
    assert len(lists) == (shown is not None)
    if shown:
        words = [each.strip() for each in re.sub(r"<[^>]*>", "\n", shown[1]).split("\n") if each.strip()]
        items = lists[0]["itemListElement"]
        assert [each["name"] for each in items] == words
        assert [each["position"] for each in items] == list(range(1, len(items) + 1))
        assert all(each["item"].startswith(BASE) for each in items[:-1]) and "item" not in items[-1]


def test_map_of_a_field_is_below_the_map() -> None:
    roles = tuple(replace(WAITER, id=f"role-{number:02}", family=f"Field {number % 13}") for number in range(14))
    page = render(sample(pathway(), roles=(BAKER, COOK, *roles)))["map/field-0.html"]
    nodes = graph(page)
    assert [each["@type"] for each in nodes] == ["WebPage", "BreadcrumbList"]
    assert [(each["name"], each.get("item")) for each in nodes[1]["itemListElement"]] == [
        ("Map", f"{BASE}map.html"),
        ("Field 0", None),
    ]
    assert nodes[0]["name"] == "Field 0 on the career map"


def test_role_says_what_its_page_says() -> None:
    found = of_type(graph(PAGES["roles/cook.html"]), "Occupation")
    assert found == {
        "@type": "Occupation",
        "@id": f"{BASE}roles/cook.html#role",
        "name": "Cook",
        "alternateName": ["Chef de partie"],
        "occupationalCategory": {
            "@type": "CategoryCode",
            "codeValue": "35-2014",
            "name": "Cooks, Restaurant",
            "inCodeSet": {"@type": "CategoryCodeSet", "name": "2018 SOC"},
        },
        "estimatedSalary": {
            "@type": "MonetaryAmountDistribution",
            "name": "Guild survey",
            "currency": "USD",
            "duration": "P1Y",
            "median": 40000,
        },
        "occupationLocation": {"@type": "AdministrativeArea", "name": "Elsewhere"},
    }


def test_role_of_which_nothing_is_known_says_its_name() -> None:
    assert occupation(WAITER, "", SITE)[1] == {
        "@type": "Occupation",
        "@id": f"{BASE}roles/waiter.html#role",
        "name": "Waiter",
    }


@pytest.mark.parametrize(
    ("spread", "expected"),
    [
        pytest.param("", {}, id="not-said"),
        pytest.param("what two thirds earn", {}, id="no-percentiles"),
        pytest.param("25th to 75th percentile", {"percentile25": 36000, "percentile75": 70000}, id="quarters"),
        pytest.param("10th to 90th percentile", {"percentile10": 36000, "percentile90": 70000}, id="tenths"),
    ],
)
def test_ends_of_pay_are_percentiles_only_where_their_source_says_so(spread: str, expected: dict[str, int]) -> None:
    assert BAKER.pay is not None
    found = salary(replace(BAKER, pay=replace(BAKER.pay, spread=spread))) or {}
    assert {key: value for key, value in found.items() if key.startswith("percentile")} == expected


def test_pay_without_a_source_is_not_said() -> None:
    assert BAKER.pay is not None
    assert salary(replace(BAKER, pay=replace(BAKER.pay, source=""))) is None
