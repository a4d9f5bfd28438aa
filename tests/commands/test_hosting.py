"""`waymark hosting`: it prints what a server needs, and says why where it can't."""

from pathlib import Path

import pytest

from site_gen.hosts import host_types
from tests.commands.running import ERROR, run
from tests.sites import PATHWAY, small_site, tree

NAMES = [each.name for each in host_types()]


@pytest.mark.parametrize("name", NAMES)
def test_lines_are_printed_and_nothing_is_written(site: Path, name: str) -> None:
    before = tree(site)
    result = run("hosting", name)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("# Waymark: the site below / of this ")
    assert tree(site) == before


@pytest.mark.parametrize("name", NAMES)
def test_the_address_of_the_command_line_goes_first(site: Path, name: str) -> None:
    small_site(site, {"site.yaml": "base_url: https://a.example/one/\n"})
    assert "/one/404.html" in run("hosting", name).stdout
    assert "/two/404.html" in run("hosting", name, "--base-url", "https://a.example/two").stdout


@pytest.mark.parametrize(("more", "count"), [((), 0), (("--drafts",), 2)], ids=["published", "with-drafts"])
def test_old_addresses_of_drafts_are_those_of_a_site_with_drafts(site: Path, more: tuple[str, ...], count: int) -> None:
    text = PATHWAY.replace("difficulty", "aliases: [old]\ndraft: true\ndifficulty")
    small_site(site, {"pathways/cook-to-baker.md": text})
    assert run("hosting", "caddy", *more).stdout.count("/pathways/cook-to-baker.html permanent") == count


def test_a_site_with_an_error_has_no_lines(site: Path) -> None:
    small_site(site, ERROR)
    result = run("hosting", "nginx")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        "The content has errors, so nothing can be said of its addresses: `waymark check` tells.\n"
    )


@pytest.mark.parametrize("path", ["a%20b", "a;b", "ä"])
@pytest.mark.usefixtures("site")
def test_a_path_that_servers_might_read_otherwise_is_refused(path: str) -> None:
    result = run("hosting", "nginx", "--base-url", f"https://a.example/{path}/")
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"No configuration can be written for the path /{path}/" in result.stderr
