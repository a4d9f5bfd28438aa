"""A pathway's file is named after its two roles."""

from pathlib import Path
from typing import Any

import pytest

from tests.checks.found import GUIDE, Found, found, guide, role


def test_a_file_named_after_its_roles_is_fine(tmp_path: Path) -> None:
    assert found(tmp_path, {GUIDE: guide()}) == []


@pytest.mark.parametrize("front", ["", "draft: true", "published: 2030-01-01"], ids=["published", "a draft", "later"])
def test_a_file_named_otherwise_is_reported_where_it_names_its_first_role(tmp_path: Path, front: str) -> None:
    assert found(tmp_path, {"pathways/cook-baker.md": guide(front)}) == [
        Found(
            "file-name-mismatch",
            "pathways/cook-baker.md:2:7+4",
            "the file is called `cook-baker.md`, but leads from `cook` to `baker`",
            "rename the file to `cook-to-baker.md`, or correct `from` and `to`",
        )
    ]


def test_a_file_that_is_right_about_its_first_role_is_reported_at_the_second(tmp_path: Path) -> None:
    assert found(tmp_path, {"pathways/cook-to-bakery.md": guide()}) == [
        Found(
            "file-name-mismatch",
            "pathways/cook-to-bakery.md:3:5+5",
            "the file is called `cook-to-bakery.md`, but leads from `cook` to `baker`",
            "rename the file to `cook-to-baker.md`, or correct `from` and `to`",
        )
    ]


@pytest.mark.parametrize(
    ("values", "fault"),
    [({"_to": "barker"}, "unknown-role"), ({"_to": "cook"}, "same-role")],
    ids=["an unknown role", "one role twice"],
)
def test_a_fault_of_the_roles_goes_before_the_name(tmp_path: Path, values: dict[str, Any], fault: str) -> None:
    files = {GUIDE: guide(), "pathways/odd.md": guide(**values)}
    assert [each.fault for each in found(tmp_path, files)] == [fault]


def test_a_role_that_cannot_be_read_is_known_by_its_file(tmp_path: Path) -> None:
    files = {"pathways/cook-baker.md": guide(), "roles/baker.md": role("[")}
    assert [each.fault for each in found(tmp_path, files)] == ["file-name-mismatch", "bad-yaml"]
