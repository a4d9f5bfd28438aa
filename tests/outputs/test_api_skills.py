"""The JSON of a skill says who teaches it, who makes use of it, and what those who teach it name most."""

import json
from dataclasses import replace
from typing import Any

from site_gen.model.card import ONGOING, PathwayFacts
from site_gen.model.catalog import Catalog, make_catalog
from site_gen.model.skill import SkillNames
from site_gen.outputs.api_skills import MOST_RESOURCES, OUTPUT
from tests.samples import ROLES, SITE, facts, pathway

BOOK, VIDEO, TALK = ("A &amp; <em>B</em>", "https://a.example/"), ("Video", ""), ("Talk", "")


def catalog(*pathways: PathwayFacts) -> Catalog:
    return make_catalog(site=SITE, skill_names=SkillNames(names_by_key={}), roles=ROLES, pathways=pathways, pages=())


def teaching(slug: str, hours: int, *resources: tuple[str, str]) -> PathwayFacts:
    learns = (("Dough", "critical", hours),)
    return replace(facts(pathway()), slug=slug, learns=learns, resources=resources, brings=())


def skills(*pathways: PathwayFacts) -> dict[str, dict[str, Any]]:
    assert OUTPUT.plan is not None
    return {each.address: json.loads(each.make()) for each in OUTPUT.plan(catalog(*pathways))}


def test_where_no_pathway_names_a_skill_there_is_no_file() -> None:
    assert skills() == {}


def test_skill_that_one_pathway_names_has_a_file() -> None:
    assert skills(teaching("a", 8)).keys() == {"api/skills/dough.json"}


def test_spellings_of_one_skill_have_one_file() -> None:
    other = replace(teaching("b", 8), learns=(("dough", "critical", 8),))
    made = skills(teaching("a", 8), other)
    assert [each["slug"] for each in made["api/skills/dough.json"]["taught_by"]] == ["a", "b"]


def test_skill_says_who_teaches_it_and_who_makes_use_of_it() -> None:
    user = replace(facts(pathway()), slug="c", learns=(), brings=("dough",))
    made = skills(teaching("b", ONGOING), teaching("a", 64), user)
    assert made == {
        "api/skills/dough.json": {
            "$schema": "../schema.json",
            "kind": "skill",
            "name": "Dough",
            "slug": "dough",
            "address": "skills/dough.html",
            "url": "https://guides.example/careers/skills/dough.html",
            "taught_by": [
                {"slug": "a", "priority": "critical", "hours": 64},
                {"slug": "b", "priority": "critical", "hours": None},
            ],
            "used_by": ["c"],
            "resources": [],
        }
    }


def test_resources_are_those_that_more_than_one_pathway_names_the_most_named_first() -> None:
    made = skills(
        teaching("a", 8, TALK, TALK, VIDEO, BOOK),
        teaching("b", 8, VIDEO, ("B", BOOK[1])),
        teaching("c", 8, BOOK),
    )
    assert made["api/skills/dough.json"]["resources"] == [
        {"name": "A & B", "url": "https://a.example/", "pathways": 3},
        {"name": "Video", "url": None, "pathways": 2},
    ]


def test_resources_end_somewhere() -> None:
    named = [(f"Book {number}", "") for number in range(MOST_RESOURCES + 1)]
    made = skills(teaching("a", 8, *named), teaching("b", 8, *named))
    assert len(made["api/skills/dough.json"]["resources"]) == MOST_RESOURCES
