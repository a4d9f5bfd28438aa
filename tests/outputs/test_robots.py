"""robots.txt lets everyone in and says where the sitemap is."""

from pathlib import Path

import pytest

from site_gen.outputs import Output
from tests.outputs.catalogs import catalog_of, outputs_of


@pytest.mark.parametrize(
    ("base_url", "expected"),
    [
        pytest.param(None, b"User-agent: *\nAllow: /\n", id="no address"),
        pytest.param(
            "https://example.com/guides",
            b"User-agent: *\nAllow: /\n\nSitemap: https://example.com/guides/sitemap.xml\n",
            id="an address",
        ),
    ],
)
def test_everything_may_be_read(tmp_path: Path, base_url: str | None, expected: bytes) -> None:
    made = outputs_of("robots", catalog_of(tmp_path, base_url=base_url))
    assert made == [Output(address="robots.txt", content=expected)]
