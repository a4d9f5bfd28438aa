"""Skills: counted once however they are spelt, and each second spelling is told with its reason."""

import pytest

from site_gen.model.pathway import Pathway
from site_gen.model.skill import SkillNames, skill_key
from site_gen.stats.skills import Likeness, Spellings, count_skills, spelt_twice
from tests.said import read_body

NONE = SkillNames(names_by_key={})


def guide(*names: str, to_learn: tuple[str, ...] = ()) -> Pathway:
    """A guide that names these skills."""
    owned = "".join(f"### {name}\n\nYes.\n\n" for name in names)
    learned = "".join(f"### {name} (critical, 8 weeks)\n\nYes.\n\n" for name in to_learn)
    sections = [
        f"## Transferable skills\n\n{owned}" if owned else "",
        f"## Skills to learn\n\n{learned}" if learned else "",
    ]
    return read_body("Why.\n\n" + "".join(sections))[0]


def listed(**names: str) -> SkillNames:
    """Other spellings, each with the name that counts."""
    pairs = [(skill_key(each), name) for name in names.values() for each in (name,)]
    return SkillNames(names_by_key=dict(pairs) | {skill_key(each): name for each, name in names.items()})


@pytest.mark.parametrize(
    "guides",
    [
        pytest.param((), id="no guide"),
        pytest.param((guide(),), id="no skill"),
        pytest.param((guide("SQL"), guide("SQL")), id="one spelling"),
        pytest.param((guide("SQL"), guide("NoSQL")), id="two skills"),
        pytest.param((guide("FILL IN: a skill"), guide("FILL IN: the skill")), id="places to fill in"),
    ],
)
def test_one_spelling_of_each_is_nothing_to_tell(guides: tuple[Pathway, ...]) -> None:
    assert spelt_twice(guides, NONE) == ()


def test_capitals_and_hyphens_are_one_skill_under_its_usual_name() -> None:
    guides = (guide("Problem-solving"), guide("Problem solving"), guide(to_learn=("Problem solving",)))
    assert spelt_twice(guides, NONE) == (
        Spellings(name="Problem solving", others=(("Problem-solving", 1),), likeness=Likeness.SAME),
    )
    assert count_skills(guides, NONE) == 1


def test_names_of_one_line_of_the_skills_file_are_one_skill() -> None:
    names = listed(JS="JavaScript")
    guides = (guide("JS"), guide("JS"), guide("JavaScript"))
    assert spelt_twice(guides, names) == (Spellings(name="JavaScript", others=(("JS", 2),), likeness=Likeness.MERGED),)
    assert count_skills(guides, names) == 1


def test_nearly_equal_names_are_two_skills_to_the_site() -> None:
    guides = (guide("Probability"), guide("Probability"), guide("Probablity"))
    assert spelt_twice(guides, NONE) == (
        Spellings(name="Probability", others=(("Probablity", 1),), likeness=Likeness.NEARLY),
    )
    assert count_skills(guides, NONE) == 2


def test_a_listed_name_that_no_guide_uses_is_named() -> None:
    names = listed(Organising="Organization")
    assert spelt_twice((guide("Organisation"),), names) == (
        Spellings(name="Organization", others=(("Organisation", 1),), likeness=Likeness.NEARLY),
    )


def test_skills_are_in_the_order_of_the_alphabet() -> None:
    guides = (guide("sql", "Art direction"), guide("SQL", "Art-direction"))
    assert [each.name for each in spelt_twice(guides, NONE)] == ["Art direction", "SQL"]


def test_places_to_fill_in_are_no_skills() -> None:
    assert count_skills((guide("SQL", "FILL IN: a skill"),), NONE) == 1
