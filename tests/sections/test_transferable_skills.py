"""Each heading is a skill that carries over, and what stands under it says why."""

import pytest

from site_gen.model.section import TransferableSkills
from tests.said import read_section


def read(section: str) -> tuple[TransferableSkills, list[str]]:
    value, found = read_section(f"## Transferable skills\n\n{section}")
    assert isinstance(value, TransferableSkills)
    return value, found


def test_skill_has_its_reason() -> None:
    value, found = read(
        "Two.\n\n### Python/C++\n\nWhy *this*.\n\n#### More\n\n- a\n\n### Timing (of loaves)\n\nThat.\n"
    )
    assert found == []
    assert value.intro.html == "<p>Two.</p>"
    assert [(skill.name, skill.anchor) for skill in value.skills] == [
        ("Python/C++", "pythonc"),
        ("Timing (of loaves)", "timing-of-loaves"),
    ]
    assert value.skills[0].why.html == '<p>Why <em>this</em>.</p>\n<h4 id="more">More</h4>\n<ul>\n<li>a</li>\n</ul>'


@pytest.mark.parametrize(
    ("section", "expected"),
    [
        pytest.param(
            "### A\n\n### B\n\nWhy.\n",
            "12:5+1 W123 there is nothing under the heading `A` -- "
            "write why the skill carries over under it, or remove the heading",
            id="no reason",
        ),
        pytest.param(
            "- A\n- B\n",
            "10:4+19 W123 the section `Transferable skills` has no headings of its own, so nothing in it is counted -- "
            "write `### ` headings, one for each skill",
            id="a list where headings are due",
        ),
        pytest.param(
            "",
            "10:4+19 W123 there is nothing under the heading `Transferable skills` -- "
            "write `### ` headings, one for each skill under it, or remove the heading",
            id="nothing",
        ),
    ],
)
def test_what_is_missing_is_warned_about(section: str, expected: str) -> None:
    assert read(section)[1] == [expected]
