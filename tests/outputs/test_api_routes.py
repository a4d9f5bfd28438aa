"""The JSON of two roles has each route between them, with its steps and sums, as the pages and the scripts have it."""

import json
from dataclasses import replace
from typing import Any

from jsonschema import Draft202012Validator

from site_gen.model.catalog import Catalog
from site_gen.model.routes import Route
from site_gen.model.site import Site
from site_gen.outputs.api_routes import OUTPUT
from site_gen.outputs.api_schema import SCHEMA
from tests.samples import BAKER, COOK, SITE, WAITER, bare_pathway, pathway, role, sample

POTTER = role("Potter")
STRICT = Draft202012Validator({**SCHEMA, "oneOf": [{"$ref": "#/$defs/routes"}]})


def catalog(site: Site = SITE) -> Catalog:
    """Two ways from waiter to baker: by way of cook, and by way of potter, who learns what bakers do over again."""
    same = {"timeline": None, "salary": None, "salary_change": None}
    return sample(
        bare_pathway(),
        pathway(),
        pathway(slug="waiter-to-potter", origin_id="waiter", target_id="potter", **same),
        pathway(slug="potter-to-baker", origin_id="potter", target_id="baker", **same),
        roles=(COOK, BAKER, WAITER, POTTER),
        site=site,
    ).catalog


def files(given: Catalog) -> dict[str, dict[str, Any]]:
    assert OUTPUT.plan is not None
    return {each.address: json.loads(each.make()) for each in OUTPUT.plan(given)}


def sums_of(route: Route) -> dict[str, object]:
    """What the model says of a route, in the words of the file."""
    return {
        "slugs": [step.leg.slug for step in route.steps],
        "known": [list(step.twice) for step in route.steps],
        "saved": [step.saved for step in route.steps],
        "ends": [step.leg.target_id for step in route.steps],
        "weeks": round(float(route.weeks), 4),
        "months": {"low": route.months.low, "high": route.months.high},
        "study_hours": route.hours,
        "saved_hours": route.saved,
        "level": route.level,
    }


def said_of(route: dict[str, Any]) -> dict[str, object]:
    """The same of a route in a file."""
    steps = route["steps"]
    return {
        "slugs": [step["slug"] for step in steps],
        "known": [[skill["slug"] for skill in step["known"]] for step in steps],
        "saved": [step["saved_hours"] for step in steps],
        "ends": [step["target"]["id"] for step in steps],
        **{key: route[key] for key in ("weeks", "months", "study_hours", "saved_hours", "level")},
    }


def test_two_roles_that_one_pathway_connects_have_no_file() -> None:
    assert files(sample(pathway()).catalog) == {}


def test_there_are_no_more_files_than_the_site_wants_pages() -> None:
    assert files(catalog(replace(SITE, route_pages=0))) == {}
    made = files(catalog())
    assert list(made) == ["api/routes/waiter-to-baker.json"]
    assert [f"api/routes/{origin}-to-{target}.json" for origin, target in catalog().route_pairs] == list(made)


def test_file_of_a_pair_has_the_routes_of_the_graph() -> None:
    given = catalog()
    (made,) = files(given).values()
    routes = given.graph.routes("waiter", "baker")
    assert len(routes) == 2
    assert [said_of(each) for each in made["routes"]] == [sums_of(each) for each in routes]
    assert any(each.saved for each in routes), "what is learnt twice is part of the sample"


def test_head_says_what_it_is_and_where() -> None:
    (made,) = files(catalog()).values()
    assert {key: made[key] for key in ("$schema", "kind", "address", "url")} == {
        "$schema": "../schema.json",
        "kind": "routes",
        "address": "routes/waiter-to-baker.html",
        "url": "https://guides.example/careers/routes/waiter-to-baker.html",
    }
    assert next(iter(files(catalog(Site())).values()))["url"] is None


def test_step_says_what_is_known_already_and_what_is_left() -> None:
    (made,) = files(catalog()).values()
    (onward,) = (step for route in made["routes"] for step in route["steps"] if step["slug"] == "potter-to-baker")
    assert onward == {
        "slug": "potter-to-baker",
        "study_hours": 100,
        "known": [{"slug": "patience", "name": "Patience"}, {"slug": "sourdough", "name": "Sourdough"}],
        "saved_hours": 64,
        "hours_a_week": 8,
        "level": 2,
        "target": {
            "id": "baker",
            "name": "Baker",
            "pay": 44000,
            "currency": "USD",
            "place": "Elsewhere",
            "is_estimate": False,
        },
    }


def test_pay_that_nobody_knows_is_null() -> None:
    (made,) = files(catalog()).values()
    assert made["origin"] == {
        "id": "waiter",
        "name": "Waiter",
        "pay": None,
        "currency": "",
        "place": "",
        "is_estimate": False,
    }


def test_file_is_as_the_schema_says() -> None:
    made = list(files(catalog()).values())
    assert made and [error.message for each in made for error in STRICT.iter_errors(each)] == []
    assert not STRICT.is_valid({**made[0], "more": 1})
