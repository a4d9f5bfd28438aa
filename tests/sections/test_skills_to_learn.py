"""A skill to learn says how much it matters and how long it takes; where it doesn't, it is told what to write."""

from fractions import Fraction

import pytest

from site_gen.model.duration import Duration, Unit
from site_gen.model.section import SkillsToLearn
from site_gen.model.skill import Priority
from tests.said import read_section


def read(section: str) -> tuple[SkillsToLearn, list[str]]:
    value, found = read_section(f"## Skills to learn\n\n{section}")
    assert isinstance(value, SkillsToLearn)
    return value, found


@pytest.mark.parametrize(
    ("heading", "name", "priority", "duration"),
    [
        (
            "Graphs (critical, 12 weeks)",
            "Graphs",
            Priority.CRITICAL,
            Duration(low=Fraction(12), high=Fraction(12), unit=Unit.WEEKS),
        ),
        ("Contests (nice to have, ongoing)", "Contests", Priority.NICE_TO_HAVE, None),
        (
            "Dynamic programming (DP) (important, 40 hours)",
            "Dynamic programming (DP)",
            Priority.IMPORTANT,
            Duration(low=Fraction(40), high=Fraction(40), unit=Unit.HOURS),
        ),
    ],
)
def test_skill_has_its_facts(heading: str, name: str, priority: Priority, duration: Duration | None) -> None:
    value, found = read(f"Two of them.\n\n### {heading}\n\nHow.\n\n#### Books\n\n- one\n")
    assert found == []
    assert value.intro.html == "<p>Two of them.</p>"
    skill = value.skills[0]
    assert (skill.name, skill.priority, skill.duration) == (name, priority, duration)
    assert skill.how.html == '<p>How.</p>\n<h4 id="books">Books</h4>\n<ul>\n<li>one</li>\n</ul>'


WORDS = "a priority is critical, important or nice to have"


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        pytest.param(
            "A",
            "W116 the skill `A` does not say how much it matters -- "
            f"end the heading with its priority: `### A (important, 6 weeks)`; {WORDS}",
            id="no facts",
        ),
        pytest.param(
            "A (linear programming, gradient descent)",
            "W116 the skill `A (linear programming, gradient descent)` does not say how much it "
            "matters -- "
            "end the heading "
            f"with its priority: `### A (linear programming, gradient descent) (important, 6 weeks)`; {WORDS}",
            id="parentheses of the name",
        ),
        pytest.param(
            "A (6-8 weeks)",
            "W116 the skill `A` does not say how much it matters -- "
            f"end the heading with its priority: `### A (important, 6-8 weeks)`; {WORDS}",
            id="only a time",
        ),
        pytest.param(
            "A (critical)",
            "W117 the skill `A` does not say how long it takes -- "
            "end the heading with the time it takes: `### A (critical, 6 weeks)`, or `ongoing` where it has no end",
            id="only a priority",
        ),
        pytest.param(
            "A (criticl, 8 weeks)",
            f"W115 `criticl` is neither a priority nor a length of time -- write `### A (critical, 8 weeks)`; {WORDS}",
            id="a letter missing",
        ),
        pytest.param(
            "A (must have, ongoing)",
            "W115 `must have` is neither a priority nor a length of time -- "
            f"write `### A (critical, ongoing)`; {WORDS}",
            id="another word for a priority",
        ),
        pytest.param(
            "A (nice to have, 8 wks)",
            "W115 `8 wks` is neither a priority nor a length of time -- "
            f"write `### A (nice to have, 8 weeks)`; {WORDS}",
            id="a time cut short",
        ),
        pytest.param(
            "A (optional, 1 year)",
            "W115 `optional` and `1 year` are neither a priority nor a length of time -- "
            f"write `### A (nice to have, 12 months)`; {WORDS}",
            id="both in other words",
        ),
        pytest.param(
            "A (critical, 8-6 weeks)",
            "W115 `8-6 weeks` is neither a priority nor a length of time -- "
            f"write `### A (critical, 6-8 weeks)`; {WORDS}",
            id="a range that runs backwards",
        ),
    ],
)
def test_missing_fact_is_reported_with_the_heading_to_write(heading: str, expected: str) -> None:
    assert read(f"### {heading}\n\nHow.\n")[1] == [f"12:5+{len(heading)} {expected}"]


def test_skill_without_a_word_on_how_is_warned_about() -> None:
    assert read("### A (critical, ongoing)\n")[1] == [
        "12:5+21 W123 there is nothing under the heading `A (critical, ongoing)` -- "
        "write how to learn the skill under it, or remove the heading"
    ]


def test_list_of_skills_without_headings_is_warned_about() -> None:
    assert read("- A\n- B\n")[1] == [
        "10:4+15 W123 the section `Skills to learn` has no headings of its own, so nothing in it is counted -- "
        "write `### ` headings, one for each skill, such as `### Statistics (critical, 8 weeks)`"
    ]


def test_skill_with_two_priorities_says_one_too_many() -> None:
    _, found = read_section("## Skills to learn\n\n### A (critical, nice to have, 8 weeks)\n\nHow.\n")
    assert found == [
        "12:5+35 W115 `nice to have` is one fact too many: a skill has one priority and one length of time"
        " -- write `### A (critical, 8 weeks)`"
    ]
