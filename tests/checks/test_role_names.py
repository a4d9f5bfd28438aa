"""Two roles of one name: told at the later one, with the place of the other."""

from pathlib import Path

import pytest

from site_gen.build.site import check_site
from tests.checks.found import TODAY, Found, found_by, role
from tests.sites import options, small_site


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({}, id="two names"),
        pytest.param(
            {"roles/cook.md": role("Cook", "aliases: [Chef]"), "roles/baker.md": role("Baker")}, id="an alias"
        ),
        pytest.param(
            {"roles/cook.md": role("Cook", "aliases: [Chef]"), "roles/baker.md": role("Baker", "aliases: [Chef]")},
            id="two roles may share an alias",
        ),
        pytest.param({"roles/cook.md": role("Cook", "aliases: [cook]")}, id="a role's own name as its alias"),
    ],
)
def test_names_that_tell_roles_apart_are_not_reported(tmp_path: Path, files: dict[str, str]) -> None:
    assert found_by("role_names", tmp_path, files) == []


@pytest.mark.parametrize("name", ["Baker", "baker", "BAKER"])
def test_the_later_of_two_roles_with_one_name_is_reported(tmp_path: Path, name: str) -> None:
    assert found_by("role_names", tmp_path, {"roles/cook.md": role(name)}) == [
        Found(
            "duplicate-role-name",
            f"roles/cook.md:2:7+{len(name)}",
            f"`{name}` is the name of another role too: content/roles/baker.md",
            "give one of the two another name, or join them to one role",
        )
    ]


def test_the_name_of_another_role_is_no_alias(tmp_path: Path) -> None:
    assert found_by("role_names", tmp_path, {"roles/cook.md": role("Cook", "aliases: [Chef, Baker]")}) == [
        Found(
            "duplicate-role-name",
            "roles/cook.md:4:17+5",
            "`Baker` is the name of another role too: content/roles/baker.md",
            "give one of the two another name, or join them to one role",
        )
    ]


def test_the_other_role_is_shown(tmp_path: Path) -> None:
    site = small_site(tmp_path, {"roles/cook.md": role("Baker")})
    (diagnostic,) = check_site(options(site, today=TODAY)).diagnostics
    (related,) = diagnostic.related
    assert (related.place.path, related.place.line, related.place.column, related.message) == (
        "content/roles/baker.md",
        2,
        7,
        "the other role has its name here",
    )


def test_a_role_whose_other_values_are_wrong_still_has_its_name(tmp_path: Path) -> None:
    files = {"roles/baker.md": role("Baker", "zone: nine"), "roles/cook.md": role("Baker")}
    assert [each.place for each in found_by("role_names", tmp_path, files)] == ["roles/cook.md:2:7+5"]
