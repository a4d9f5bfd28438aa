"""Both ends of a pathway are roles that there are."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from site_gen.checks import known_roles
from site_gen.nearest import nearest
from tests.checks.found import GUIDE, Found, found, guide, role


def test_roles_that_there_are_are_fine(tmp_path: Path) -> None:
    assert found(tmp_path) == []


@pytest.mark.parametrize(
    ("key", "column", "role_id", "help_text"),
    [
        ("_from", 7, "kook", "write `cook` (content/roles/cook.md), or add content/roles/kook.md"),
        ("_to", 5, "bakers", "write `baker` (content/roles/baker.md), or add content/roles/bakers.md"),
        ("_to", 5, "astronaut", "add content/roles/astronaut.md"),
    ],
)
def test_a_role_that_is_not_there_is_reported_where_it_is_named(
    tmp_path: Path, key: str, column: int, role_id: str, help_text: str
) -> None:
    line = 2 if key == "_from" else 3
    assert found(tmp_path, {GUIDE: guide(**dict[str, Any]({key: role_id}))}) == [
        Found(
            "unknown-role",
            f"{GUIDE}:{line}:{column}+{len(role_id)}",
            f"no role is called `{role_id}`",
            help_text,
        )
    ]


def test_two_roles_that_are_not_there_are_two_faults(tmp_path: Path) -> None:
    places = [each.place for each in found(tmp_path, {GUIDE: guide(_from="miner", _to="astronaut")})]
    assert places == [f"{GUIDE}:2:7+5", f"{GUIDE}:3:5+9"]


def test_one_role_that_is_not_there_is_said_in_each_file(tmp_path: Path) -> None:
    files = {GUIDE: guide(), **{f"pathways/cook-to-{x}.md": guide(_to="astronaut") for x in "ab"}}
    assert [each.place for each in found(tmp_path, files)] == [
        "pathways/cook-to-a.md:3:5+9",
        "pathways/cook-to-b.md:3:5+9",
    ]


@pytest.mark.parametrize(
    ("key", "text", "fault"),
    [
        ("roles/potter.md", role("Potter", "zone: many"), "bad-number"),
        ("roles/potter.md", "no front matter", "no-front-matter"),
        ("roles/Potter.md", role("Potter"), "bad-name"),
    ],
    ids=["a bad value", "no front matter", "a name that is no id"],
)
def test_a_role_whose_file_has_a_fault_counts_as_there(tmp_path: Path, key: str, text: str, fault: str) -> None:
    files = {GUIDE: guide(), "pathways/cook-to-potter.md": guide(_to="potter"), key: text}
    assert [each.fault for each in found(tmp_path, files)] == [fault]


def test_a_way_from_a_role_to_itself_is_reported(tmp_path: Path) -> None:
    assert found(tmp_path, {GUIDE: guide(), "pathways/cook-to-cook.md": guide(_to="cook")}) == [
        Found(
            "same-role",
            "pathways/cook-to-cook.md:3:5+4",
            "the pathway leads from `cook` to itself",
            "write the id of the role that it leads to",
        )
    ]


def test_drafts_name_roles_too(tmp_path: Path) -> None:
    files = {GUIDE: guide(), "pathways/cook-to-potter.md": guide("draft: true", _to="potter")}
    assert [each.fault for each in found(tmp_path, files)] == ["unknown-role"]


def test_the_nearest_role_is_looked_for_once_a_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looked_for: list[str] = []

    def note(name: str, known: Iterable[str], *, cutoff: float) -> str | None:
        looked_for.append(name)
        return nearest(name, known, cutoff=cutoff)

    monkeypatch.setattr(known_roles, "nearest", note)
    files = {f"pathways/{x}.md": guide(_from="astronaut", _to="bakers") for x in "abc"}
    helps = [each.help for each in found(tmp_path, files) if each.fault == "unknown-role"]
    assert helps == 3 * [
        "add content/roles/astronaut.md",
        "write `baker` (content/roles/baker.md), or add content/roles/bakers.md",
    ]
    assert looked_for == ["bakers", "astronaut"]
