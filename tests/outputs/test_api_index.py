"""The index of the open data has everything that there is, and says where its files are."""

import json
from typing import Any

import pytest

from site_gen.model.site import Site
from site_gen.outputs.api_index import OUTPUT
from tests.samples import SITE, sample


def index(site: Site) -> dict[str, Any]:
    assert OUTPUT.make is not None
    (made,) = OUTPUT.make(sample(site=site).catalog)
    assert made.address == "api/index.json"
    value: dict[str, Any] = json.loads(made.content)
    return value


def test_index_has_every_pathway_role_skill_and_pair_of_roles_in_a_fixed_order() -> None:
    value = index(SITE)
    assert value["counts"] == {"pathways": 2, "roles": 3, "skills": 4, "routes": 1}
    assert value["pathways"][0] == {
        "slug": "cook-to-baker",
        "title": "From Cook to Baker",
        "origin": "cook",
        "target": "baker",
        "reviewed": "2026-11-22",
    }
    assert [each["slug"] for each in value["pathways"]] == ["cook-to-baker", "waiter-to-cook"]
    assert [each["id"] for each in value["roles"]] == ["baker", "cook", "waiter"]
    assert value["skills"] == [
        {"slug": "knife-work", "name": "Knife work"},
        {"slug": "patience", "name": "Patience"},
        {"slug": "sourdough", "name": "Sourdough"},
        {"slug": "timing", "name": "Timing"},
    ]
    assert value["routes"] == [{"origin": "waiter", "target": "baker"}]


@pytest.mark.parametrize(
    ("site", "feed"), [(SITE, "feeds/fields/kitchen.xml"), (Site(), None)], ids=["an address", "no address"]
)
def test_fields_have_a_feed_where_one_is_made(site: Site, feed: str | None) -> None:
    assert index(site)["fields"] == [{"name": "Kitchen", "feed": feed}]
