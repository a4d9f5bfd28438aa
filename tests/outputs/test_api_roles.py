"""The JSON of a role has its figures, and each way in and out as far as plans of several ways need it."""

import json
from typing import Any

from site_gen.model.site import Site
from site_gen.outputs.api_roles import OUTPUT
from tests.samples import Sample, pathway, sample

WORDS = {"difficulty": "Moderate", "time": "3–4 months", "pay_label": "Pay change", "pay": "+40%", "demand": "High"}


def roles(made: Sample) -> dict[str, dict[str, Any]]:
    assert OUTPUT.plan is not None
    return {each.address: json.loads(each.make()) for each in OUTPUT.plan(made.catalog)}


def test_role_without_pathways_or_figures_has_every_key_all_the_same() -> None:
    made = roles(sample(pathway()))
    bare = made["api/roles/waiter.json"]
    assert bare.keys() == made["api/roles/cook.json"].keys()
    assert [key for key, value in bare.items() if value in (None, [], "")] == [
        *("aliases", "occupation", "zone", "pay", "outlook", "ways_in", "ways_out")
    ]


def test_role_says_its_figures() -> None:
    cook = roles(sample())["api/roles/cook.json"]
    assert {
        key: cook[key] for key in ("kind", "id", "name", "plural", "field", "aliases", "zone", "address", "url")
    } == {
        "kind": "role",
        "id": "cook",
        "name": "Cook",
        "plural": "Cooks",
        "field": "Kitchen",
        "aliases": ["Chef de partie"],
        "zone": 2,
        "address": "roles/cook.html",
        "url": "https://guides.example/careers/roles/cook.html",
    }
    assert cook["occupation"] == {"code": "35-2014", "title": "Cooks, Restaurant", "fit": "near"}
    assert cook["outlook"] == {
        "growth": 6.0,
        "period": "2024-34",
        "openings": 1200,
        "source": "Guild outlook",
        "demand": "high",
    }
    assert cook["pay"] == {
        "low": 30000,
        "high": 50000,
        "currency": "USD",
        "median": 40000,
        "spread": "",
        "place": "Elsewhere",
        "source": "Guild survey",
        "release": "2026-03",
    }
    assert cook["words"]["pay"] == "$30k to $50k, median $40k"
    assert cook["words"]["pay_source"] == "Guild survey, Elsewhere, March 2026"


def test_ways_say_what_cards_say_and_what_a_plan_of_several_needs() -> None:
    made = roles(sample())
    way = {
        "slug": "cook-to-baker",
        "title": "From Cook to Baker",
        "role": {"id": "baker", "name": "Baker"},
        "words": WORDS,
        "level": 2,
        "months": {"low": 3, "high": 4},
        "hours": 100,
        "hours_a_week": 8,
        "pay_change": {"low": 40, "high": 40},
        "gate": None,
    }
    assert made["api/roles/cook.json"]["ways_out"] == [{**way, "learns": [["patience", -1], ["sourdough", 64]]}]
    assert made["api/roles/baker.json"]["ways_in"] == [{**way, "role": {"id": "cook", "name": "Cook"}}]
    assert [each["slug"] for each in made["api/roles/cook.json"]["ways_in"]] == ["waiter-to-cook"]


def test_role_of_a_site_without_an_address_has_none() -> None:
    assert roles(sample(site=Site()))["api/roles/cook.json"]["url"] is None


def test_each_role_asks_only_for_what_it_shows() -> None:
    assert OUTPUT.plan is not None
    asks = {each.address: each.asks for each in OUTPUT.plan(sample().catalog)}
    assert asks["api/roles/cook.json"] == {"facts:cook", "ways_in:cook", "ways_out:cook", "skills"}
