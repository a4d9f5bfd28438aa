"""Skills to learn by priority."""

import pytest

from site_gen.model.duration import parse_duration
from site_gen.render.skills import length_in_words, skill_groups
from tests.samples import pathway


def test_most_urgent_skills_come_first() -> None:
    learning = pathway().skills_to_learn
    assert learning is not None
    groups = skill_groups(learning, 10)
    assert [(group.title, group.level, [skill.name for skill in group.skills]) for group in groups] == [
        ("Critical", 3, ["Sourdough"]),
        ("Nice to have", 1, ["Patience"]),
    ]


@pytest.mark.parametrize(
    ("written", "words"),
    [("6-8 weeks", "6–8 weeks"), ("1 week", "1 week"), ("40 hours", "40 hours"), ("2.5 months", "2.5 months")],
)
def test_length_keeps_the_authors_unit(written: str, words: str) -> None:
    assert length_in_words(parse_duration(written)) == words


def test_learning_without_an_end_is_ongoing() -> None:
    assert length_in_words(None) == "ongoing"
