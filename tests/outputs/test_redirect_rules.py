"""Old addresses are redirected by Netlify and by Cloudflare Pages, each by the lines that it understands."""

from pathlib import Path

import pytest

from tests.outputs.catalogs import BASE, catalog_of, outputs_of
from tests.sites import PATHWAY


def lines(folder: Path, aliases: str, *, base_url: str | None = None) -> list[list[str]]:
    text = PATHWAY.replace("difficulty", f"aliases: {aliases}\ndifficulty")
    (made,) = outputs_of("redirect_rules", catalog_of(folder, {"pathways/cook-to-baker.md": text}, base_url=base_url))
    assert made.address == "_redirects"
    return [line.split() for line in made.content.decode().splitlines()]


def by_cloudflare(found: list[list[str]]) -> dict[str, str]:
    """What Cloudflare takes up: it knows no `!`, and goes by the first rule for an address."""
    rules: dict[str, str] = {}
    for old, new, status in found:
        if status == "301":
            rules.setdefault(old, new)
    return rules


def by_netlify(found: list[list[str]]) -> dict[str, str]:
    """What Netlify takes up: the first rule for an address, which counts against a page there only with a `!`."""
    rules: dict[str, tuple[str, str]] = {}
    for old, new, status in found:
        rules.setdefault(old, (new, status))
    return {old: new for old, (new, status) in rules.items() if status == "301!"}


def test_without_aliases_there_is_no_file(tmp_path: Path) -> None:
    assert outputs_of("redirect_rules", catalog_of(tmp_path)) == []


@pytest.mark.parametrize(("base_url", "root"), [(None, "/"), (BASE, "/guides/")], ids=["a host", "a path of a host"])
def test_both_hosts_redirect_each_old_address_with_its_ending_and_without(
    tmp_path: Path, base_url: str | None, root: str
) -> None:
    found = lines(tmp_path, "[old, a/older.html]", base_url=base_url)
    new = f"{root}pathways/cook-to-baker"
    expected = dict.fromkeys(
        [f"{root}pathways/old.html", f"{root}pathways/old", f"{root}a/older.html", f"{root}a/older"], new
    )
    assert by_cloudflare(found) == by_netlify(found) == expected


def test_no_new_address_is_an_old_one(tmp_path: Path) -> None:
    found = lines(tmp_path, "[old, old2]")
    assert {old for old, _, _ in found}.isdisjoint({new for _, new, _ in found})
