"""Skills to learn by priority."""

import pytest

from site_gen.model.duration import parse_duration
from site_gen.model.skill import NO_NAMES, SkillNames
from site_gen.render.skills import length_in_words, skill_groups
from tests.samples import pathway


def test_most_urgent_skills_come_first() -> None:
    learning = pathway().skills_to_learn
    assert learning is not None
    groups = skill_groups(learning, 10, NO_NAMES)
    assert [(group.title, group.level, [skill.name for skill in group.skills]) for group in groups] == [
        ("Critical", 3, ["Sourdough"]),
        ("Nice to have", 1, ["Patience"]),
    ]


def test_skill_leads_to_its_page_by_the_name_that_the_site_has_for_it() -> None:
    learning = pathway().skills_to_learn
    assert learning is not None
    names = SkillNames(names_by_key={"sourdough": "Bread & dough"})
    (skill,) = skill_groups(learning, 10, names)[0].skills
    assert (skill.name, skill.address) == ("Sourdough", "skills/bread-and-dough.html")


@pytest.mark.parametrize(
    ("written", "words"),
    [("6-8 weeks", "6–8 weeks"), ("1 week", "1 week"), ("40 hours", "40 hours"), ("2.5 months", "2.5 months")],
)
def test_length_keeps_the_authors_unit(written: str, words: str) -> None:
    assert length_in_words(parse_duration(written)) == words


def test_learning_without_an_end_is_ongoing() -> None:
    assert length_in_words(None) == "ongoing"
