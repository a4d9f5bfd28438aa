"""The lines for nginx; what a real one makes of them is tried in tests/hosting/."""

from pathlib import Path

import pytest

from site_gen.hosts.nginx import write
from tests.outputs.catalogs import BASE, catalog_of
from tests.sites import PATHWAY

OLD = {"pathways/cook-to-baker.md": PATHWAY.replace("difficulty", "aliases: [old]\ndifficulty")}


def test_a_site_of_its_own_host_is_one_location(tmp_path: Path) -> None:
    text = write(catalog_of(tmp_path, base_url=None))
    assert [line for line in text.splitlines() if not line.startswith((" ", "#")) and line] == ["location / {", "}"]


def test_a_site_below_a_path_leaves_the_rest_of_the_host_alone(tmp_path: Path) -> None:
    text = write(catalog_of(tmp_path, base_url=BASE))
    outer = [line.partition(" {")[0] for line in text.splitlines() if line.startswith("location")]
    assert outer == ["location = /guides", "location /guides/"]


def test_each_old_address_has_its_redirect(tmp_path: Path) -> None:
    text = write(catalog_of(tmp_path, OLD, base_url=BASE))
    new = "return 301 /guides/pathways/cook-to-baker.html$is_args$args;"
    assert [line.strip() for line in text.splitlines() if "$is_args" in line] == [
        f"location = /guides/pathways/old.html {{ {new} }}",
        f"location = /guides/pathways/old {{ {new} }}",
    ]


@pytest.mark.parametrize(
    ("settings", "packs"), [("precompress: true\n", "gzip_static on;"), ("title: A\n", "gzip on;")]
)
def test_the_server_packs_what_was_not_packed_before(tmp_path: Path, settings: str, packs: str) -> None:
    lines = [line.strip() for line in write(catalog_of(tmp_path, {"site.yaml": settings})).splitlines()]
    assert {"gzip_static on;", "gzip on;"} & set(lines) == {packs}
