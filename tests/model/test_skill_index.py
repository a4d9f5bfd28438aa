"""Skills of a site: one by all its spellings, who teaches it and who makes use of it, and an address of its own."""

from dataclasses import replace

import pytest

from site_gen.model.card import ONGOING, PathwayFacts
from site_gen.model.skill import Priority, SkillNames, slug_of_name
from site_gen.model.skill_index import SkillIndex, Teaching
from tests.samples import facts, pathway

NAMES = SkillNames(names_by_key={"sourdough": "Dough", "dough": "Dough"})


def pathway_of(slug: str, brings: tuple[str, ...] = (), learns: tuple[tuple[str, str, int], ...] = ()) -> PathwayFacts:
    return replace(facts(pathway()), slug=slug, brings=brings, learns=learns)


def test_site_without_pathways_has_no_skills() -> None:
    index = SkillIndex([], NAMES)
    assert (dict(index.by_slug), index.by_name, index.of("Dough")) == ({}, (), None)


def test_skill_knows_who_teaches_and_who_uses_it_by_any_spelling() -> None:
    index = SkillIndex(
        [
            pathway_of("b", brings=("SourDough", "Sourdough")),
            pathway_of("a", learns=(("Sourdough", "critical", 40), ("Ovens", "important", ONGOING))),
        ],
        NAMES,
    )
    dough = index.of("SOURDOUGH")
    assert dough is not None
    assert (dough.name, dough.taught, dough.used) == ("Dough", (Teaching("a", Priority.CRITICAL, 40),), ("b",))
    ovens = index.of("ovens")
    assert ovens is not None
    assert (ovens.name, ovens.taught) == ("Ovens", (Teaching("a", Priority.IMPORTANT, None),))
    assert [each.slug for each in index.by_name] == ["dough", "ovens"]


def test_skill_that_a_pathway_names_twice_has_it_once() -> None:
    index = SkillIndex([pathway_of("a", brings=("Timing",), learns=(("Timing", "critical", 10),))], NAMES)
    assert [each.pathways for each in index.by_name] == [("a",)]


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        pytest.param("System design", "system-design", id="words"),
        pytest.param("C++", "c-plus-plus", id="plus-signs-are-words"),
        pytest.param("C#", "c-sharp", id="so-is-a-sharp"),
        pytest.param("Data & AI", "data-and-ai", id="so-is-an-ampersand"),
        pytest.param("Tools (CI/CD)", "tools-ci-cd", id="other-signs-part-words"),
        pytest.param("数据 分析", "数据-分析", id="any-alphabet"),
        pytest.param("--", "unnamed", id="no-word-at-all"),
    ],
)
def test_slug_of_a_name(name: str, slug: str) -> None:
    assert slug_of_name(name) == slug


def test_names_with_one_slug_are_one_skill() -> None:
    index = SkillIndex([pathway_of("a", brings=("CI/CD", "CI CD", "CI.CD"))], NAMES)
    assert [(each.slug, each.name, each.used) for each in index.by_slug.values()] == [("ci-cd", "CI/CD", ("a",))]
