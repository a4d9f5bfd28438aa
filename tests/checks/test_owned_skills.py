"""No skill is both brought along and still to learn."""

from pathlib import Path

import pytest

from tests.checks.found import GUIDE, Found, found, guide

BODY = """## Transferable skills

### {owned}

You knead.

## Skills to learn

### {new} (important, 2 weeks)

Knead.
"""


@pytest.mark.parametrize("new", ["Advanced kneading", "Baking", "Kneading bread (by hand)"])
def test_other_skills_are_fine(tmp_path: Path, new: str) -> None:
    assert found(tmp_path, {GUIDE: guide(body=BODY.format(owned="Kneading", new=new))}) == []


@pytest.mark.parametrize("new", ["Kneading", "kneading", "KNEADING"])
def test_a_skill_on_both_sides_is_reported_where_it_is_to_learn(tmp_path: Path, new: str) -> None:
    assert found(tmp_path, {GUIDE: guide(body=BODY.format(owned="Kneading", new=new))}) == [
        Found(
            "skill-owned-and-to-learn",
            f"{GUIDE}:19:5+29",
            f"the skill `{new}` is to learn here, but carries over on line 13",
            "keep it in one of the two sections, or name the part of it that is new: "
            f"`Advanced {new[0].lower()}{new[1:]}`",
        )
    ]


def test_two_names_of_one_skill_are_one(tmp_path: Path) -> None:
    files = {
        GUIDE: guide(body=BODY.format(owned="Kneading", new="Dough work")),
        "skills.yaml": "Kneading: [Dough work]\n",
    }
    assert [each.fault for each in found(tmp_path, files)] == ["skill-owned-and-to-learn"]


def test_skills_that_cannot_be_read_leave_it_open(tmp_path: Path) -> None:
    files = {GUIDE: guide(body=BODY.format(owned="Kneading", new="Kneading")), "skills.yaml": "Kneading: {a: b}\n"}
    assert [each.fault for each in found(tmp_path, files)] == ["wrong-type"]
