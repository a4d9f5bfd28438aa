"""The lines for Caddy; what a real one makes of them is tried in tests/hosting/."""

from pathlib import Path

import pytest

from site_gen.hosts.caddy import write
from tests.outputs.catalogs import BASE, catalog_of
from tests.sites import PATHWAY

OLD = {"pathways/cook-to-baker.md": PATHWAY.replace("difficulty", "aliases: [old]\ndifficulty")}


def outer(text: str) -> list[str]:
    """The lines that stand in no block."""
    return [line for line in text.splitlines() if not line.startswith(("\t", "#", "}"))]


def test_a_site_of_its_own_host_is_one_block(tmp_path: Path) -> None:
    assert outer(write(catalog_of(tmp_path, base_url=None))) == ["handle /* {"]


def test_a_site_below_a_path_leaves_the_rest_of_the_host_alone(tmp_path: Path) -> None:
    assert outer(write(catalog_of(tmp_path, base_url=BASE))) == [
        "redir /guides /guides/ permanent",
        "handle /guides/* {",
    ]


def test_each_old_address_has_its_redirect(tmp_path: Path) -> None:
    text = write(catalog_of(tmp_path, OLD, base_url=BASE))
    assert [line.strip() for line in text.splitlines() if line.startswith("\tredir")] == [
        "redir /guides/pathways/old.html /guides/pathways/cook-to-baker.html permanent",
        "redir /guides/pathways/old /guides/pathways/cook-to-baker.html permanent",
    ]


@pytest.mark.parametrize(
    ("settings", "packs"), [("precompress: true\n", "precompressed br gzip"), ("title: A\n", "encode zstd gzip")]
)
def test_the_server_packs_what_was_not_packed_before(tmp_path: Path, settings: str, packs: str) -> None:
    lines = [line.strip() for line in write(catalog_of(tmp_path, {"site.yaml": settings})).splitlines()]
    assert {"precompressed br gzip", "encode zstd gzip"} & set(lines) == {packs}
