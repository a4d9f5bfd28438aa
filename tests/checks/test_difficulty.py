"""A stated difficulty is held against what the page asks for."""

from pathlib import Path

import pytest

from tests.checks.found import GUIDE, Found, found, found_by, guide, role

SKILL = "## Skills to learn\n\n### {name} ({priority}, {weeks} weeks)\n\nKnead.\n"
NOTE = "80 study hours: easy; 0 critical skills: easy; job zones unknown: easy; gate none: easy"


@pytest.mark.parametrize(
    ("difficulty", "front", "weeks"),
    [
        pytest.param("easy", "", 15, id="what 150 hours give"),
        pytest.param("moderate", "", 16, id="what 160 hours give"),
        pytest.param("very challenging", "difficulty_reason: The ovens are hot.", 8, id="higher with a reason"),
        pytest.param("very challenging", "gate: degree", 8, id="what a degree gives"),
    ],
)
def test_a_difficulty_that_agrees_is_fine(tmp_path: Path, difficulty: str, front: str, weeks: int) -> None:
    assert found(tmp_path, {GUIDE: guide(front, difficulty=difficulty, weeks=weeks)}) == []


def test_a_difficulty_that_is_too_low_shows_the_arithmetic(tmp_path: Path) -> None:
    files = {
        GUIDE: guide("gate: certificate", body=SKILL.format(name="Dough", priority="critical", weeks=2), weeks=20),
        "roles/cook.md": role("Cook", "zone: 2"),
        "roles/baker.md": role("Baker", "zone: 4"),
    }
    assert found(tmp_path, files) == [
        Found(
            "difficulty-too-low",
            f"{GUIDE}:5:13+4",
            "the page asks for `very challenging` at least, not `easy`",
            "write `very challenging`",
            (
                "200 study hours: moderate; 1 critical skill: moderate; "
                "job zones +2: very challenging; gate certificate: challenging",
            ),
        )
    ]


def test_a_difficulty_that_is_raised_without_a_reason_is_reported(tmp_path: Path) -> None:
    assert found(tmp_path, {GUIDE: guide(difficulty="moderate")}) == [
        Found(
            "difficulty-unexplained",
            f"{GUIDE}:5:13+8",
            "the page gives `easy`; nothing says why it is `moderate`",
            "add `difficulty_reason:` with one sentence, or write `easy`",
            (NOTE,),
        )
    ]


def test_a_reason_does_not_excuse_too_low_a_difficulty(tmp_path: Path) -> None:
    text = guide("difficulty_reason: I say so.", weeks=20)
    assert [each.fault for each in found(tmp_path, {GUIDE: text})] == ["difficulty-too-low"]


def test_a_page_with_a_skill_that_cannot_be_made_out_may_ask_for_more_than_it_seems(tmp_path: Path) -> None:
    body = SKILL.format(name="Dough", priority="critcal", weeks=2)
    assert found_by("difficulty", tmp_path, {GUIDE: guide(difficulty="moderate", body=body)}) == []
    (only,) = found_by("difficulty", tmp_path, {GUIDE: guide(body=body, weeks=20)})
    assert only.fault == "difficulty-too-low"


def test_a_file_that_names_other_roles_is_not_judged(tmp_path: Path) -> None:
    files = {"pathways/baker-to-cook.md": guide(weeks=20), GUIDE: guide()}
    assert [each.fault for each in found(tmp_path, files)] == ["file-name-mismatch"]
