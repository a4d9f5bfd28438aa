"""Skills as Markdown: their list, and of each who needs it, who brings it and what it is learnt with."""

from dataclasses import replace

from site_gen.model.catalog import make_catalog
from site_gen.model.site import Site
from site_gen.model.skill import SkillNames
from site_gen.outputs.markdown_skills import OUTPUT
from tests.samples import ROLES, SITE, Sample, bare_pathway, facts, pathway, sample


def made(given: Sample) -> dict[str, str]:
    assert OUTPUT.plan is not None
    return {each.address: each.make().decode() for each in OUTPUT.plan(given.catalog)}


def test_where_no_pathway_names_a_skill_there_is_none() -> None:
    assert made(sample(bare_pathway())) == {}


def test_list_leads_to_each_skill() -> None:
    texts = made(sample())
    assert texts["skills.md"] == (
        "# Skills\n\nHow many pathways teach each, and how many roles bring it along.\n\n"
        "- [Knife work](skills/knife-work.md): 0 pathways, 1 role\n"
        "- [Patience](skills/patience.md): 1 pathway, 0 roles\n"
        "- [Sourdough](skills/sourdough.md): 1 pathway, 0 roles\n"
        "- [Timing](skills/timing.md): 0 pathways, 1 role\n"
    )
    assert texts.keys() == {"skills.md", *(f"skills/{slug}.md" for slug in sample().catalog.skills.by_slug)}


def test_skill_says_who_needs_it_and_what_it_is_learnt_with() -> None:
    assert made(sample())["skills/sourdough.md"] == (
        "# Sourdough\n\n1 pathway teaches it, 0 roles bring it along. Learning it takes 64 hours.\n\n"
        "- Page: <https://guides.example/careers/skills/sourdough.html>\n\n"
        "## Who needs it, and how long it takes\n\n"
        "- [Cook to Baker](../pathways/cook-to-baker.md): critical, 64 hours, 8 weeks at 8 hours a week\n\n"
        "## What these pathways learn with\n\n"
        "- [A book](https://books.example/bread), named by 1 of 1\n"
        "- An oven, named by 1 of 1\n"
    )


def test_skill_without_an_end_has_no_time() -> None:
    text = made(sample(site=Site()))["skills/patience.md"]
    assert text.startswith(
        "# Patience\n\n1 pathway teaches it, 0 roles bring it along.\n\n"
        "## Who needs it, and how long it takes\n\n"
        "- [Cook to Baker](../pathways/cook-to-baker.md): nice to have, ongoing\n"
    )


def test_skill_says_who_brings_it() -> None:
    assert made(sample(site=Site()))["skills/timing.md"] == (
        "# Timing\n\n0 pathways teach it, 1 role brings it along.\n\n"
        "## Who brings it\n\n"
        "- [Cook](../roles/cook.md), on the way to [Baker](../pathways/cook-to-baker.md)\n"
    )


def test_names_are_shown_as_they_are() -> None:
    named = replace(
        facts(pathway()), learns=(("[C] & <b>", "critical", 8),), brings=(), resources=(("A &amp; <em>B</em>", ""),)
    )
    names = SkillNames(names_by_key={})
    catalog = make_catalog(site=SITE, skill_names=names, roles=ROLES, pathways=[named], pages=())
    text = made(Sample(catalog=catalog, pathways=()))["skills/c-and-b.md"]
    assert text.startswith("# \\[C\\] & \\<b\\>\n")
    assert text.endswith("- A & B, named by 1 of 1\n")
