"""The JSON of a pathway says what its page says: every badge with its arithmetic, every phase, every skill."""

import json
from dataclasses import replace
from typing import Any

import pytest

from site_gen.model.card import make_card
from site_gen.model.pathway import Gate, Pathway
from site_gen.model.site import Site
from site_gen.model.skill import SkillNames
from site_gen.outputs.api_pathways import OUTPUT
from site_gen.render.workings import workings
from tests.samples import BAKER, COOK, SITE, WAITER, bare_pathway, card, pathway

NAMES = SkillNames(names_by_key={"sourdough": "Wild leaven"})


def made(given: Pathway, site: Site = SITE) -> dict[str, Any]:
    assert OUTPUT.of_pathway is not None
    output = OUTPUT.of_pathway(given, card(given, site=site), site, NAMES)
    assert output.address == f"api/pathways/{given.slug}.json"
    assert output.content.endswith(b"}\n") and output.content.count(b"\n") == 1
    value: dict[str, Any] = json.loads(output.content)
    return value


def test_pathway_that_says_little_has_every_key_all_the_same() -> None:
    assert made(bare_pathway()).keys() == made(pathway()).keys()
    bare = made(bare_pathway(), Site())
    assert (bare["url"], bare["authors"], bare["badges"]["pay"], bare["skills_to_learn"]) == (None, [], None, [])
    assert bare["origin"] == {"id": "waiter", "name": "Waiter", "occupation": None, "pay": None}


def test_head_says_what_it_is_and_where() -> None:
    value = made(pathway(title="Up & out", tags=("bread",)))
    assert (value["$schema"], value["kind"], value["slug"]) == ("../schema.json", "pathway", "cook-to-baker")
    assert (value["title"], value["summary"]) == ("Up & out", "From the stove to the oven & the night.")
    assert value["address"] == "pathways/cook-to-baker.html"
    assert value["url"] == "https://guides.example/careers/pathways/cook-to-baker.html"
    assert (value["reviewed"], value["published"], value["tags"]) == ("2026-11-22", None, ["bread"])
    assert value["sources"] == [
        {"title": "Guild survey", "url": "https://guild.example/"},
        {"title": "A letter", "url": None},
    ]


def test_badges_carry_their_arithmetic() -> None:
    badges = made(pathway(gate=Gate.LICENCE))["badges"]
    assert badges["difficulty"] == {
        "shown": "moderate",
        "level": 2,
        "least": "very challenging",
        "facts": {
            "study_hours": {"value": 100, "asks_for": "easy"},
            "critical_skills": {"value": 1, "asks_for": "moderate"},
            "zones_up": {"value": 0, "asks_for": "easy"},
            "gate": {"value": "licence", "asks_for": "very challenging"},
        },
        "reason": "",
    }
    assert badges["time"] == {
        "shown": {"low": 3, "high": 4},
        "computed": {"low": 3, "high": 4},
        "stated": {"low": 3, "high": 4},
        "weeks": 12.5,
        "hours_a_week": 8,
        "study_hours": 100,
    }
    assert badges["demand"] == {
        "shown": "high",
        "official": "shrinking",
        "stated": "high",
        "growth": -1.5,
        "period": "2024-34",
        "openings": None,
        "source": "Guild outlook",
        "note": "In towns.",
    }


def test_pay_is_compared_by_the_guide_and_by_official_figures() -> None:
    badges = made(pathway())["badges"]
    assert badges["pay"] == {
        "shown": {"low": 40, "high": 40},
        "band": {"low": 40, "high": 60},
        "stated": {"low": 40, "high": 40},
        "median": None,
        "low": 40,
        "high": 60,
        "worst": -20,
        "overlap": {"low": 42000, "high": 52500},
        "is_estimate": False,
    }
    official = badges["official_pay"]
    assert (official["median"], official["low"], official["high"], official["worst"]) == (10, 20, 40, -28)
    assert (official["origin"]["median"], official["target"]["median"]) == (40000, 44000)


@pytest.mark.parametrize(("new", "expected"), [(42_345, 5.9), (42_340, 5.9), (37_660, -5.9), (40_000, 0)])
def test_changes_are_exact_to_one_decimal(new: int, expected: float) -> None:
    assert COOK.pay is not None and BAKER.pay is not None
    target = replace(BAKER, pay=replace(BAKER.pay, median=new))
    given = bare_pathway(slug="cook-to-baker", origin_id="cook", target_id="baker")
    assert OUTPUT.of_pathway is not None
    whole = make_card(given, origin=COOK, target=target, site=SITE)
    value = json.loads(OUTPUT.of_pathway(given, whole, SITE, NAMES).content)
    assert value["badges"]["pay"]["median"] == expected


def test_skills_have_one_slug_for_all_their_spellings() -> None:
    value = made(pathway())
    assert value["skills_to_learn"] == [
        {"name": "Patience", "slug": "patience", "priority": "nice to have", "weeks": None, "hours": None},
        {"name": "Sourdough", "slug": "wild-leaven", "priority": "critical", "weeks": 8, "hours": 64},
    ]
    assert value["transferable_skills"] == [
        {"name": "Knife work", "slug": "knife-work"},
        {"name": "Timing", "slug": "timing"},
    ]


def test_phases_are_plain_text() -> None:
    assert made(pathway())["phases"] == [
        {
            "name": "Dough",
            "weeks": 4,
            "tasks": ["Bake a loaf a day."],
            "resources": [{"name": "A book", "url": "https://books.example/bread"}],
        },
        {"name": "Ovens", "weeks": 2.5, "tasks": ["Mend an oven."], "resources": [{"name": "An oven", "url": None}]},
        {"name": "Night shift", "weeks": 6, "tasks": ["Work five nights."], "resources": []},
    ]


def test_words_are_those_of_cards_and_of_the_page() -> None:
    value, given = made(pathway()), pathway()
    assert value["words"] == {
        "difficulty": "Moderate",
        "time": "3–4 months",
        "pay_label": "Pay change",
        "pay": "+40%",
        "demand": "High",
        "origin_pay": "$30,000 to $52,500, mid-point $41,250",
        "target_pay": "$42k to $84k, mid-point $63k",
        "pay_source": "Guild survey, Elsewhere, March 2026",
    }
    assert list(value["workings"].values()) == [each.text for each in workings(given, card(given))]
    assert list(value["workings"]) == ["difficulty", "time", "pay", "demand"]


def test_without_ranges_of_its_own_it_says_what_its_roles_pay() -> None:
    given = bare_pathway(slug="cook-to-baker", origin_id="cook", target_id="baker")
    value = made(given)
    assert (value["origin"]["pay"]["median"], value["target"]["pay"]["median"]) == (40000, 44000)
    assert (value["badges"]["pay"]["median"], value["badges"]["official_pay"]) == (10, None)
    assert made(bare_pathway())["origin"]["pay"] is WAITER.pay
