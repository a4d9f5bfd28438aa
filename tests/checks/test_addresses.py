"""Aliases take nobody's address."""

from pathlib import Path

import pytest

from tests.checks.found import GUIDE, Found, found, guide, role

BACK = "pathways/baker-to-cook.md"


def back(aliases: str) -> str:
    return guide(f"aliases: {aliases}").replace("from: cook\nto: baker", "from: baker\nto: cook")


@pytest.mark.parametrize(
    "aliases", ["[old]", "[old, older]", "[old.html]", "[guides/old.html, guides/older.html]", "[roles/chef.html]"]
)
def test_an_address_that_nobody_has_is_fine(tmp_path: Path, aliases: str) -> None:
    assert found(tmp_path, {GUIDE: guide(f"aliases: {aliases}")}) == []


@pytest.mark.parametrize(
    ("alias", "whose", "help_text"),
    [
        ("cook-to-baker", "this page's own address", "remove the alias"),
        ("pathways/cook-to-baker.html", "this page's own address", "remove the alias"),
        ("baker-to-cook", "taken by content/pathways/baker-to-cook.md", "remove the alias from one of the two"),
        ("roles/cook.html", "taken by content/roles/cook.md", "remove the alias from one of the two"),
        ("about.html", "taken by content/pages/about.md", "remove the alias from one of the two"),
        ("index.html", "taken by the home page", "remove the alias from one of the two"),
        ("404.html", "taken by the page for wrong addresses", "remove the alias from one of the two"),
        ("media/x.html", "taken by content/assets/x.html", "remove the alias from one of the two"),
        ("about.html/old.html", "taken by content/pages/about.md", "remove the alias from one of the two"),
        ("cook-to-baker.html/x/old.html", "taken by the alias", ""),
    ],
)
def test_an_address_that_is_taken_is_reported_at_the_alias(
    tmp_path: Path, alias: str, whose: str, help_text: str
) -> None:
    files = {
        GUIDE: guide(f"aliases: [older, {alias}]"),
        BACK: back("[even-older]"),
        "pages/about.md": "---\ntitle: About\n---\n\nWords.\n",
        "assets/x.html": "x",
    }
    expected = Found("duplicate-slug", f"{GUIDE}:7:18+{len(alias)}", f"the alias `{alias}` is {whose}", help_text)
    assert found(tmp_path, files) == ([expected] if help_text else [])


def test_an_alias_given_twice_is_reported_once(tmp_path: Path) -> None:
    assert found(tmp_path, {GUIDE: guide("aliases: [old, pathways/old.html]")}) == [
        Found(
            "duplicate-slug", f"{GUIDE}:7:16+17", "the alias `pathways/old.html` is given twice", "keep one of the two"
        )
    ]


def test_two_files_with_one_alias_are_reported_at_the_later(tmp_path: Path) -> None:
    files = {BACK: back("[old]"), GUIDE: guide("aliases: [old]")}
    assert found(tmp_path, files) == [
        Found(
            "duplicate-slug",
            f"{GUIDE}:7:11+3",
            f"the alias `old` is taken by content/{BACK}",
            "remove the alias from one of the two",
        )
    ]


def test_a_list_over_several_lines_is_reported_at_its_key(tmp_path: Path) -> None:
    (only,) = found(tmp_path, {GUIDE: guide("aliases:\n  - older\n  - roles/cook.html")})
    assert only.place == f"{GUIDE}:7:1+7"


def test_a_role_s_address_is_its_own_even_without_a_pathway(tmp_path: Path) -> None:
    files = {GUIDE: guide("aliases: [roles/chef.html]"), "roles/chef.md": role("Chef")}
    assert [each.fault for each in found(tmp_path, files)] == ["duplicate-slug", "unreached-role"]
