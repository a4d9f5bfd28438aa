"""Every guide has what a reader needs to act on it, in the amount that one can take in."""

import re
from typing import Final

import pytest

from site_gen.model.pathway import Pathway
from site_gen.model.section import ActionPlan, Faq, Horizon, Part, RealityCheck
from site_gen.model.skill import Priority
from tests.content.written import GUIDES, Block, blocks, expression, own_content

KIND: Final = expression("resources")
PRICE: Final = re.compile(r"\b(free|paid)\b")


def pathway(slug: str) -> Pathway:
    return own_content().pathways[slug]


@pytest.fixture(params=GUIDES)
def guide(request: pytest.FixtureRequest) -> Pathway:
    return pathway(request.param)


def under(slug: str, *titles: str) -> list[Block]:
    return [each for each in blocks(f"pathways/{slug}") if each.under[: len(titles)] == titles]


def test_there_are_forty_four_guides_and_more() -> None:
    assert len(GUIDES) >= 44


def test_overview_is_two_to_four_paragraphs(guide: Pathway) -> None:
    overview = [each for each in blocks(f"pathways/{guide.slug}") if each.section == "" and each.kind == "paragraph"]
    assert 2 <= len(overview) <= 4


def test_four_to_seven_skills_carry_over(guide: Pathway) -> None:
    assert guide.transferable_skills
    assert 4 <= len(guide.transferable_skills.skills) <= 7


def test_four_to_eight_skills_are_to_learn(guide: Pathway) -> None:
    assert guide.skills_to_learn
    assert 4 <= len(guide.skills_to_learn.skills) <= 8


def test_only_a_skill_that_is_nice_to_have_has_no_end(guide: Pathway) -> None:
    assert guide.skills_to_learn
    endless = [each for each in guide.skills_to_learn.skills if each.duration is None]
    assert [each.name for each in endless if each.priority is not Priority.NICE_TO_HAVE] == []


def test_every_skill_to_learn_ends_with_its_first_step(guide: Pathway) -> None:
    section = under(guide.slug, "Skills to learn")
    headings = [each.text for each in section if each.kind == "heading"]
    last = {each.under[1]: " ".join(each.markdown.split()) for each in section if len(each.under) == 2}
    steps = {name: last[name].partition("**First step:** ")[2].split() for name in headings}
    assert [name for name, step in steps.items() if not 4 <= len(step) <= 45] == []


def test_three_to_six_phases_have_three_tasks_at_least(guide: Pathway) -> None:
    assert guide.roadmap
    assert 3 <= len(guide.roadmap.phases) <= 6
    assert [each.name for each in guide.roadmap.phases if len(each.tasks) < 3] == []


def test_every_phase_names_resources(guide: Pathway) -> None:
    assert guide.roadmap
    assert [each.name for each in guide.roadmap.phases if not each.resources] == []


def test_no_task_is_mere_learning(guide: Pathway) -> None:
    planned = [each for title in ("Roadmap", "Action plan") for each in under(guide.slug, title)]
    tasks = [each.text for each in planned if each.kind == "item" and "Resources" not in each.under]
    assert tasks
    assert [each for each in tasks if re.match(r"(Learn|Understand|Study|Know|Explore|Familiarize)\b", each)] == []


def test_every_resource_says_its_kind_and_its_price_in_words(guide: Pathway) -> None:
    resources = [
        each.text for each in under(guide.slug, "Roadmap") if each.kind == "item" and "Resources" in each.under
    ]
    said = [each.rpartition(": ")[2] for each in resources]
    assert [each for each in said if not (KIND.search(each) and PRICE.search(each))] == []


def test_no_resource_has_its_price_in_figures(guide: Pathway) -> None:
    resources = [each.text for each in under(guide.slug, "Roadmap") if "Resources" in each.under]
    assert [each for each in resources if re.search(r"[$€£]\s?\d", each)] == []


def test_reality_check_has_three_points_for_each_of_its_parts(guide: Pathway) -> None:
    check = next(each.value for each in guide.sections if isinstance(each.value, RealityCheck))
    assert [each.part for each in check.parts] == list(Part)
    assert [each.title for each in check.parts if len(each.points) < 3] == []


def test_action_plan_has_two_tasks_for_each_horizon(guide: Pathway) -> None:
    action = next(each.value for each in guide.sections if isinstance(each.value, ActionPlan))
    assert [each.horizon for each in action.horizons] == list(Horizon)
    assert [each.title for each in action.horizons if len(each.tasks) < 2] == []


def test_first_thing_to_do_takes_less_than_an_hour(guide: Pathway) -> None:
    first = next(each.text for each in under(guide.slug, "Action plan", "This week") if each.kind == "item")
    minutes = re.search(r"\((\d+) minutes\)\.$", first)
    assert minutes, first
    assert 5 <= int(minutes[1]) < 60


def test_four_to_six_questions_are_answered(guide: Pathway) -> None:
    faq = next(each.value for each in guide.sections if isinstance(each.value, Faq))
    assert 4 <= len(faq.questions) <= 6


def test_licenses_and_degrees_are_said_to_differ(guide: Pathway) -> None:
    text = " ".join(each.text for each in blocks(f"pathways/{guide.slug}"))
    if guide.gate:
        assert re.search(r"\b(differ|vary|varies|depends?)\b", text)
        assert re.search(r"\b(states?|country|countries)\b", text)
