"""Which of two nearly equal names is the right one."""

import random
from collections import Counter

import pytest

from site_gen.model import spelling
from site_gen.model.skill import skill_key
from site_gen.model.slips import are_slips
from site_gen.model.spelling import better_by_key


@pytest.mark.parametrize(
    ("used", "listed"),
    [
        pytest.param({"probability": 2}, set(), id="one name"),
        pytest.param({"": 1, "...": 2}, set(), id="no words"),
        pytest.param({"sql": 1, "nosql": 3}, set(), id="short names"),
        pytest.param({"statistics 1": 1, "statistics 2": 2}, set(), id="other figures"),
        pytest.param({"data analysis": 1, "data engineering": 5}, set(), id="names that begin alike"),
        pytest.param({"organisation": 1, "organization": 1}, {"organisation", "organization"}, id="both listed"),
        pytest.param({"design systems": 1, "system design": 2}, set(), id="another order without an and"),
    ],
)
def test_two_names_are_two(used: dict[str, int], listed: set[str]) -> None:
    assert better_by_key(used, listed) == {}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Java", "JavaScript"),
        ("C", "C++"),
        ("C++", "C#"),
        ("CS", "CSS"),
        ("TCP", "UDP"),
        ("HTTP", "HTTPS"),
        ("HTML", "XML"),
        ("React", "React Native"),
        ("Angular", "AngularJS"),
        ("Unit testing", "User testing"),
        ("Level 1.1", "Level 11"),
        ("Data analysis", "Data analytics"),
        ("Product design", "Product designer"),
        ("Critical care", "Clinical care"),
        ("Interaction design", "Integration design"),
        ("Medication management", "Meditation management"),
        ("Garden planning", "Garden planting"),
        ("Signal filtering with Vault", "Signal filtering with Rust"),
    ],
)
def test_other_words_make_another_skill(one: str, other: str) -> None:
    assert better_by_key({skill_key(one): 1, skill_key(other): 2}, set()) == {}


@pytest.mark.parametrize(
    ("used", "listed", "better"),
    [
        pytest.param({"probablity": 1, "probability": 2}, set(), {"probablity": "probability"}, id="used more often"),
        pytest.param({"organization": 1, "organisation": 1}, set(), {"organization": "organisation"}, id="as often"),
        pytest.param({"organisation": 9}, {"organization"}, {"organisation": "organization"}, id="listed, unused"),
        pytest.param(
            {"excel modeling": 1, "exccel modeling": 1, "excel": 1},
            set(),
            {"exccel modeling": "excel modeling"},
            id="as often, of a word in two names",
        ),
        pytest.param(
            {"behaviour study": 2, "behavior study": 3, "bahavior study": 1},
            set(),
            {"behaviour study": "behavior study", "bahavior study": "behavior study"},
            id="three spellings",
        ),
        pytest.param(
            {"develobnent": 1, "developnent": 2, "development": 3},
            set(),
            {"develobnent": "development", "developnent": "development"},
            id="a slip in a slip",
        ),
    ],
)
def test_the_listed_or_more_used_name_is_the_right_one(
    used: dict[str, int], listed: set[str], better: dict[str, str]
) -> None:
    assert better_by_key(used, listed) == better


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        pytest.param("Machine lerning", "Machine learning", id="a letter missing"),
        pytest.param("Project managment", "Project management", id="a letter missing in a long word"),
        pytest.param("Technical writting", "Technical writing", id="a letter doubled"),
        pytest.param("Unit tseting", "Unit testing", id="two letters swapped"),
        pytest.param("Data visualisation", "Data visualization", id="a letter changed"),
        pytest.param("Organisational behaviour", "Organizational behavior", id="two words misspelt"),
        pytest.param("Data model", "Data models", id="a plural"),
        pytest.param("Growth strategy", "Growth strategies", id="a plural in ies"),
        pytest.param("Business process", "Business processes", id="a plural in es"),
        pytest.param("API", "APIs", id="a short plural"),
        pytest.param("Data bases", "Databases", id="a space"),
        pytest.param("Micro-services", "Microservices", id="a hyphen"),
        pytest.param("HTML & CSS", "HTML and CSS", id="an ampersand"),
        pytest.param("Probability and statistics", "Statistics and probability", id="another order"),
        pytest.param("Planning, buying, and selling", "Planning, buying and selling", id="a serial comma"),
        pytest.param("NodeJS", "Node.js", id="a dot"),
        pytest.param("Résumé writing", "Resume writing", id="an accent"),
    ],
)
def test_slips_make_no_second_skill(wrong: str, right: str) -> None:
    used = {skill_key(wrong): 1, skill_key(right): 2}
    assert better_by_key(used, set()) == {skill_key(wrong): skill_key(right)}


def test_words_that_many_names_have_are_both_right() -> None:
    names = [f"{word} {each}" for word in ("coching", "coaching") for each in ("steel", "brass", "wood")]
    assert better_by_key(dict.fromkeys(names[2:], 1), set()) != {}
    assert better_by_key(dict.fromkeys(names, 1), set()) == {}


def test_a_word_that_is_far_rarer_is_misspelt_in_several_names() -> None:
    right = [f"management {number}" for number in range(60)]
    wrong = [f"managment {number}" for number in range(3)]
    used = Counter({**dict.fromkeys(right, 2), **dict.fromkeys(wrong, 1)})
    assert better_by_key(used, set()) == dict(zip(wrong, right[:3], strict=True))


def test_comparing_grows_no_faster_than_the_names(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = 0

    def look(one: str, other: str) -> bool:
        nonlocal compared
        compared += 1
        return are_slips(one, other)

    monkeypatch.setattr(spelling, "are_slips", look)
    draw = random.Random(1)
    syllables = [first + vowel for first in "bcdfglmnprst" for vowel in "aeiou"]
    words = sorted({"".join(draw.choices(syllables, k=5)) for _ in range(20_000)})
    better_by_key(dict.fromkeys(draw.choices(words, k=5_000), 1), set())
    few, compared = compared, 0
    better_by_key({f"{one} with {other}": 1 for one in words[:100] for other in words[100:300]}, set())
    assert few < 5_000
    assert compared < 300
