"""Skills have one name everywhere, and enough of them stand in several guides for a page of their own."""

from collections import Counter, defaultdict
from typing import Final

from site_gen.model.skill import skill_key
from tests.content.written import guides, own_content

SHARED: Final = 3
"""In how many guides a skill stands that is shared."""


def skills_to_learn() -> list[tuple[str, str]]:
    """The slug of a guide and the key of a skill to learn in it."""
    names = own_content().catalog.skill_names
    return [
        (guide.slug, skill_key(names.name_of(skill.name)))
        for guide in guides()
        for skill in (guide.skills_to_learn.skills if guide.skills_to_learn else ())
    ]


def test_a_third_of_skills_to_learn_are_to_learn_in_three_guides() -> None:
    counts = Counter(key for _, key in skills_to_learn())
    shared = [key for key, count in counts.items() if count >= SHARED]
    assert len(counts) > 50
    assert 3 * len(shared) >= len(counts)


def test_no_skill_has_two_spellings() -> None:
    spellings: dict[str, set[str]] = defaultdict(set)
    names = own_content().catalog.skill_names
    for guide in guides():
        assert guide.skills_to_learn
        assert guide.transferable_skills
        learnt = [each.name for each in guide.skills_to_learn.skills]
        for name in (*learnt, *(each.name for each in guide.transferable_skills.skills)):
            spellings[skill_key(names.name_of(name))].add(name)
    assert {key: sorted(written) for key, written in spellings.items() if len(written) > 1} == {}
