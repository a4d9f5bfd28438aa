"""The catalog of a small site, for its outputs."""

from datetime import date
from pathlib import Path, PurePosixPath

from site_gen.build.content import Terms, read_content
from site_gen.model.catalog import Catalog
from site_gen.outputs import Output, output_types
from tests.sites import small_site

BASE = "https://example.com/guides/"


def catalog_of(folder: Path, files: dict[str, str] | None = None, *, base_url: str | None = BASE) -> Catalog:
    """The catalog of the small site with `files` put over it."""
    site = small_site(folder, files)
    terms = Terms(today=date(2026, 1, 10), base_url=base_url)
    content = read_content(site / "content", PurePosixPath("content"), terms, lambda _done, _total: None)
    assert not [each for each in content.diagnostics if each.severity == "error"]
    return content.catalog


def outputs_of(name: str, catalog: Catalog) -> list[Output]:
    """What one kind of output makes of a catalog."""
    (kind,) = (each for each in output_types() if each.name == name)
    made = list(kind.make(catalog)) if kind.make else []
    planned = kind.plan(catalog) if kind.plan else ()
    return [*made, *(Output(address=each.address, content=each.make()) for each in planned)]
