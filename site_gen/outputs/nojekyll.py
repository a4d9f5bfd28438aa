"""Every site gets an empty .nojekyll, so that GitHub Pages publishes all its files as they are."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.model.catalog import Catalog
from site_gen.outputs import Output, OutputType


def make(_: Catalog) -> Iterator[Output]:
    """The one file."""
    yield Output(address=".nojekyll", content=b"")


OUTPUT = OutputType(name="nojekyll", make=make)
