"""GitHub Pages is told to publish the files as they are."""

from pathlib import Path

from site_gen.outputs import Output
from tests.outputs.catalogs import catalog_of, outputs_of


def test_every_site_has_the_empty_file(tmp_path: Path) -> None:
    assert outputs_of("nojekyll", catalog_of(tmp_path)) == [Output(address=".nojekyll", content=b"")]
