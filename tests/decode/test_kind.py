"""A file in the wrong folder is told to move, and nothing else."""

from pathlib import Path

import pytest

from site_gen.decode.kind import report_wrong_folder
from tests.checks.found import found, guide, role
from tests.said import said, source
from tests.sites import PATHWAY


@pytest.mark.parametrize(
    ("text", "key"),
    [
        pytest.param(PATHWAY, "pathways/cook-to-baker.md", id="a pathway in its place"),
        pytest.param(role("Cook"), "roles/cook.md", id="a role in its place"),
        pytest.param("---\ntitle: About\n---\n", "pages/about.md", id="a page"),
        pytest.param("---\nfrom: cook\n---\n", "roles/cook.md", id="a role with a stray key"),
        pytest.param("---\nname: x\nfrom: cook\nto: baker\n---\n", "roles/cook.md", id="keys of both"),
        pytest.param("no front matter", "roles/cook.md", id="no front matter"),
    ],
)
def test_a_file_in_its_place_is_not_reported(text: str, key: str) -> None:
    assert report_wrong_folder(source(text, key)) is None


@pytest.mark.parametrize(
    ("text", "key", "expected"),
    [
        pytest.param(
            PATHWAY,
            "roles/cook-to-baker.md",
            "1:1+3 W134 this is a pathway, but it lies in content/roles "
            "-- move it to content/pathways/cook-to-baker.md",
            id="a pathway among the roles",
        ),
        pytest.param(
            role("Cook"),
            "pathways/cook.md",
            "1:1+3 W134 this is a role, but it lies in content/pathways -- move it to content/roles/cook.md",
            id="a role among the pathways",
        ),
        pytest.param(
            role("Cook") + "\nfrom: here\nto: there\n",
            "pathways/cook.md",
            "1:1+3 W134 this is a role, but it lies in content/pathways -- move it to content/roles/cook.md",
            id="whatever its body says",
        ),
        pytest.param(
            PATHWAY,
            "pages/cook-to-baker.md",
            "1:1+3 W134 this is a pathway, but it lies in content/pages "
            "-- move it to content/pathways/cook-to-baker.md",
            id="a pathway among the pages",
        ),
    ],
)
def test_a_file_in_the_wrong_folder_is_told_where_to_go(text: str, key: str, expected: str) -> None:
    diagnostic = report_wrong_folder(source(text, key))
    assert diagnostic is not None
    assert said([diagnostic]) == [expected]


def test_nothing_else_is_said_of_it(tmp_path: Path) -> None:
    assert [each.fault for each in found(tmp_path, {"roles/cook-to-baker.md": guide()})] == ["wrong-folder"]
