"""What must be learnt fits into the plan."""

from pathlib import Path

import pytest

from tests.checks.found import GUIDE, Found, found, found_by, guide


def learn(*skills: str) -> str:
    return "## Skills to learn\n\n" + "\n\n".join(f"### {skill}\n\nRead.\n" for skill in skills)


@pytest.mark.parametrize(
    "skills",
    [
        pytest.param((), id="nothing to learn"),
        pytest.param(("Dough (important, 8 weeks)",), id="just as many weeks"),
        pytest.param(("Dough (important, 8 weeks)", "Cake (nice to have, 50 weeks)"), id="what is nice to have"),
        pytest.param(("Dough (important, 8 weeks)", "Tasting (important, ongoing)"), id="what has no end"),
        pytest.param(("Dough (important, 80 hours)",), id="hours at the site's pace"),
    ],
)
def test_skills_that_fit_are_fine(tmp_path: Path, skills: tuple[str, ...]) -> None:
    assert found(tmp_path, {GUIDE: guide(body=learn(*skills) if skills else "")}) == []


def test_skills_that_do_not_fit_show_the_arithmetic(tmp_path: Path) -> None:
    skills = ("Cake (nice to have, 50 weeks)", "Dough (important, 6 weeks)", "Crust (important, 25 hours)")
    assert found(tmp_path, {GUIDE: guide(body=learn(*skills))}) == [
        Found(
            "skills-outrun-phases",
            f"{GUIDE}:18:5+26",
            "the critical and important skills take 8.5 weeks, the phases only 8",
            "give the phases more weeks, the skills fewer, or mark a skill `nice to have`",
            ("skills: 6 + 2.5 weeks",),
        )
    ]


def test_a_faster_pace_makes_fewer_weeks_of_hours(tmp_path: Path) -> None:
    body = learn("Dough (important, 160 hours)")
    assert found_by("skill_weeks", tmp_path, {GUIDE: guide("hours_per_week: 20", body=body, weeks=8)}) == []
    (only,) = found_by("skill_weeks", tmp_path, {GUIDE: guide(body=body)})
    assert only.message == "the critical and important skills take 16 weeks, the phases only 8"


@pytest.mark.parametrize(
    ("skill", "old", "new"),
    [
        ("Dough (important, 9 weeks)", " (8 weeks)", ""),
        ("Dough (imprtant, 9 weeks)", "", ""),
        ("Dough (important)", "", ""),
    ],
    ids=["a phase without weeks", "a misspelt priority", "a skill without a length"],
)
def test_a_page_that_cannot_be_made_out_is_not_judged(tmp_path: Path, skill: str, old: str, new: str) -> None:
    text = guide(body=learn(skill, "Crust (important, 9 weeks)")).replace(old, new)
    assert found_by("skill_weeks", tmp_path, {GUIDE: text}) == []
