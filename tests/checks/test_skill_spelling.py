"""One skill is spelt one way."""

from pathlib import Path

import pytest

from tests.checks.found import GUIDE, Found, found, guide

BACK = "pathways/baker-to-cook.md"


def skills(*names: str) -> str:
    return "## Transferable skills\n\n" + "\n\n".join(f"### {name}\n\nYes.\n" for name in names)


def files(here: tuple[str, ...], there: tuple[str, ...], listed: str = "") -> dict[str, str]:
    back = guide(body=skills(*there)).replace("from: cook\nto: baker", "from: baker\nto: cook")
    return {GUIDE: guide(body=skills(*here)), BACK: back, "skills.yaml": listed}


@pytest.mark.parametrize(
    ("here", "there"),
    [
        pytest.param(("Probability",), ("Probability",), id="one spelling"),
        pytest.param(("Probability",), ("probability",), id="another case"),
        pytest.param(("Problem solving",), ("Problem-solving",), id="a hyphen"),
        pytest.param(("SQL",), ("NoSQL",), id="two short names"),
        pytest.param(("Java",), ("JavaScript",), id="one the beginning of the other"),
        pytest.param(("Statistics 1",), ("Statistics 2",), id="names with other figures"),
        pytest.param(("Data analysis",), ("Data engineering",), id="two skills that begin alike"),
        pytest.param(("Signal filtering with Vault",), ("Signal filtering with Rust",), id="one other word of four"),
    ],
)
def test_names_that_are_one_or_two_skills_are_fine(
    tmp_path: Path, here: tuple[str, ...], there: tuple[str, ...]
) -> None:
    assert found(tmp_path, files(here, there)) == []


def test_a_misspelt_skill_names_the_more_common_spelling(tmp_path: Path) -> None:
    third = {"pathways/cook-to-cook2.md": guide(body=skills("Probability"), _to="cook2")}
    role = {"roles/cook2.md": "---\nname: Cook 2\nfamily: Kitchen\n---\n\nCooks.\n"}
    assert found(tmp_path, files(("Probablity",), ("Probability",)) | third | role) == [
        Found(
            "skill-spelling",
            f"{GUIDE}:13:5+10",
            "the skill `Probablity` is called `Probability` elsewhere",
            "write `Probability`, or say in content/skills.yaml that the two are one: `Probability: [Probablity]`",
        )
    ]


def test_of_two_spellings_used_as_often_the_first_by_alphabet_counts(tmp_path: Path) -> None:
    (only,) = found(tmp_path, files(("Organisation",), ("Organization",)))
    assert only.message == "the skill `Organization` is called `Organisation` elsewhere"
    assert only.place == f"{BACK}:13:5+12"


def test_a_listed_name_goes_before_a_common_one(tmp_path: Path) -> None:
    report = found(tmp_path, files(("Organisation",), ("Organisation",), "Organization: [Organising things]\n"))
    assert [each.message for each in report] == ["the skill `Organisation` is called `Organization` elsewhere"] * 2


def test_a_listed_synonym_is_fine(tmp_path: Path) -> None:
    assert found(tmp_path, files(("Organisation",), ("Organization",), "Organization: [Organisation]\n")) == []


def test_a_list_that_cannot_be_read_leaves_it_open(tmp_path: Path) -> None:
    report = found(tmp_path, files(("Organisation",), ("Organization",), "Organization: {a: b}\n"))
    assert [each.fault for each in report] == ["wrong-type"]
