"""The text of a new pathway: it can be read, has every section, and is clean once its marks are words."""

import re
from dataclasses import replace
from datetime import date

import pytest

from site_gen.decode.pathway import read_pathway
from site_gen.faults import PLACE_TO_FILL_IN
from site_gen.model.awards import award_badges
from site_gen.model.pathway import Difficulty, Gate, Pathway
from site_gen.model.role import Role
from site_gen.model.site import Site
from site_gen.scaffold import count_marks
from site_gen.scaffold.pathway import NewPathway, pathway_text
from site_gen.sections import section_types_by_title
from tests.said import said, source
from tests.samples import BAKER, COOK, role

NEW = NewPathway(origin=COOK, target=BAKER, reviewed=date(2026, 1, 10))
MARK = re.compile(r"FILL IN: .*?(?=\"$| \(|\?$|$)", re.MULTILINE)


def filled(text: str) -> str:
    """The text with other words in place of each mark."""
    words = iter(range(1000))
    return MARK.sub(lambda _: f"Word{next(words)} of an author", text)


def read(text: str) -> Pathway:
    value, found = read_pathway(source(text, "pathways/cook-to-baker.md"), currency="USD")
    assert [line for line in said(found) if PLACE_TO_FILL_IN.code not in line] == []
    assert value is not None
    return value


def test_front_matter_has_what_is_known_and_marks_for_the_rest() -> None:
    assert pathway_text(NEW, Site()).split("\n---\n")[0] == (
        "---\n"
        "from: cook\n"
        "to: baker\n"
        'summary: "FILL IN: one sentence on who the move is for and what it takes, at most 160 characters"\n'
        "# The least that the rule gives for the weeks and skills below. The check says when they ask for more.\n"
        "difficulty: moderate\n"
        "sources:\n"
        '  - "FILL IN: a book, a law or a statistic that the guide rests on"\n'
        "reviewed: 2026-01-10\n"
        "# A draft is not on the site. Remove the next line when the guide is done.\n"
        "draft: true"
    )


def test_what_is_given_stands_in_place_of_marks() -> None:
    given = replace(NEW, summary="From pans: to ovens.", hours_a_week=5, gate=Gate.CERTIFICATE)
    front = pathway_text(given, Site()).split("\n---\n")[0]
    assert front.split("\n")[3:8] == [
        'summary: "From pans: to ovens."',
        "# The least that the rule gives for the weeks and skills below. The check says when they ask for more.",
        "difficulty: challenging",
        "gate: certificate",
        "hours_per_week: 5",
    ]


def test_every_section_stands_in_the_order_of_the_format() -> None:
    order = list(dict.fromkeys(each.kind for each in section_types_by_title().values()))
    kinds = [each.kind for each in read(pathway_text(NEW, Site())).sections]
    assert sorted(kinds) == sorted(order)
    assert kinds == [
        "overview",
        "transferable_skills",
        "skills_to_learn",
        "roadmap",
        "reality_check",
        "action_plan",
        "faq",
        "call_to_action",
    ]


@pytest.mark.parametrize(
    ("pathway", "site", "difficulty"),
    [
        pytest.param(NEW, Site(), Difficulty.MODERATE, id="the skeleton as it is"),
        pytest.param(NEW, Site(hours_a_week=20), Difficulty.CHALLENGING, id="a site of more hours"),
        pytest.param(replace(NEW, hours_a_week=40), Site(), Difficulty.VERY_CHALLENGING, id="more hours of its own"),
        pytest.param(
            replace(NEW, target=role("Chemist", zone=5)), Site(), Difficulty.VERY_CHALLENGING, id="zones to climb"
        ),
        pytest.param(replace(NEW, gate=Gate.DEGREE), Site(), Difficulty.VERY_CHALLENGING, id="a gate"),
    ],
)
def test_difficulty_is_the_least_that_the_rule_gives(pathway: NewPathway, site: Site, difficulty: Difficulty) -> None:
    value = read(pathway_text(pathway, site))
    badges = award_badges(value, origin=pathway.origin, target=pathway.target, site=site)
    assert (value.difficulty, badges.difficulty.least) == (difficulty, difficulty)


def test_each_mark_says_what_belongs_there() -> None:
    text = pathway_text(NEW, Site())
    assert count_marks(text) == text.count("FILL IN:") == len(MARK.findall(text)) == 41
    assert count_marks(filled(text)) == 0


@pytest.mark.parametrize(
    "name", [pytest.param("Chef {de} *partie*", id="signs of Markdown"), pytest.param("A --> B", id="a comment's end")]
)
def test_any_name_of_a_role_can_stand_in_the_marks(name: str) -> None:
    value = read(filled(pathway_text(replace(NEW, origin=_named(name)), Site())))
    assert value.origin_id == "cook"


def _named(name: str) -> Role:
    return replace(COOK, name=name)
