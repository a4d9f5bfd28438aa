"""Two spellings of one skill are one; other words for a priority are made out."""

import pytest

from site_gen.model.skill import Priority, SkillNames, likely_priority, skill_key


@pytest.mark.parametrize("name", ["Problem solving", "problem-solving", "PROBLEM  SOLVING", " Problem\u00a0solving "])
def test_spellings_have_one_key(name: str) -> None:
    assert skill_key(name) == "problem solving"


def test_typographic_signs_make_no_second_skill() -> None:
    assert skill_key("Bayes’ rule") == skill_key("Bayes' rule")


@pytest.mark.parametrize(
    ("one", "other"), [("C", "C++"), ("C#", "C"), ("Java", "JavaScript"), ("Python/C++", "Python")]
)
def test_different_skills_stay_apart(one: str, other: str) -> None:
    assert skill_key(one) != skill_key(other)


def test_site_has_the_last_word_on_a_name() -> None:
    names = SkillNames(names_by_key={"sql": "SQL", "structured query language": "SQL"})
    assert names.name_of("Structured Query-Language") == "SQL"
    assert names.name_of("NoSQL") == "NoSQL"
    assert names.key_of("Structured Query-Language") == names.key_of("sql") == "sql"
    assert names.key_of("No-SQL") == "no sql"


@pytest.mark.parametrize("text", ["", "fun", "gradient descent", "8 weeks"])
def test_other_words_are_no_priority(text: str) -> None:
    assert likely_priority(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("criticl", Priority.CRITICAL),
        ("Must-have", Priority.CRITICAL),
        ("high priority", Priority.CRITICAL),
        ("medium", Priority.IMPORTANT),
        ("optional", Priority.NICE_TO_HAVE),
    ],
)
def test_likely_priority_is_made_out(text: str, expected: Priority) -> None:
    assert likely_priority(text) is expected
