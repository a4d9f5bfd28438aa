"""Every role has a way in or out."""

from pathlib import Path

import pytest

from tests.checks.found import GUIDE, Found, found, guide, role

POTTER = {"roles/potter.md": role("Potter")}


@pytest.mark.parametrize("front", ["", "draft: true", "published: 2030-01-01"], ids=["published", "a draft", "later"])
def test_a_role_with_a_way_is_fine(tmp_path: Path, front: str) -> None:
    files = POTTER | {GUIDE: guide(), "pathways/cook-to-potter.md": guide(front, _to="potter")}
    assert found(tmp_path, files) == []


def test_a_role_that_stands_alone_is_reported_at_its_name(tmp_path: Path) -> None:
    assert found(tmp_path, POTTER) == [
        Found(
            "unreached-role",
            "roles/potter.md:2:7+6",
            "no pathway leads to or from `potter`",
            "add a pathway, such as content/pathways/potter-to-….md, or remove the role",
        )
    ]


def test_a_file_with_a_bad_name_is_not_also_told_to_stand_alone(tmp_path: Path) -> None:
    files = {"roles/Potter_2.md": role("Potter")}
    assert [each.fault for each in found(tmp_path, files)] == ["bad-name"]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (guide(_to="pottre"), "unknown-role"),
        (guide(_to="[potter"), "bad-yaml"),
    ],
    ids=["a misspelt role", "bad YAML"],
)
def test_while_a_pathway_is_at_fault_it_may_be_the_one(tmp_path: Path, text: str, fault: str) -> None:
    files = POTTER | {GUIDE: guide(), "pathways/cook-to-potter.md": text}
    assert [each.fault for each in found(tmp_path, files)] == [fault]


def test_a_pathway_with_a_bad_value_still_reaches_its_roles(tmp_path: Path) -> None:
    text = guide(_to="potter", difficulty="hardish")
    files = POTTER | {GUIDE: guide(), "pathways/cook-to-potter.md": text}
    assert [each.fault for each in found(tmp_path, files)] == ["unknown-difficulty"]


def test_a_role_is_left_alone_beside_a_pathway_with_a_bad_value(tmp_path: Path) -> None:
    files = POTTER | {GUIDE: guide(difficulty="hardish")}
    assert [each.fault for each in found(tmp_path, files)] == ["unknown-difficulty", "unreached-role"]
