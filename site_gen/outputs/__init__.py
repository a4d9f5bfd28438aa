"""One file a machine-readable output: sitemap, feed, robots, redirects.

The folder is the register: every module here names one constant `OUTPUT`.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from functools import cache

from site_gen.model.catalog import Catalog
from site_gen.record import record


@record
class Output:
    """One file of the finished site: its address below output/ and its bytes."""

    address: str
    content: bytes


@record
class OutputType:
    """A kind of output: `make` gives its files, none where catalog and settings have nothing for it.

    `asks` are the names of what it takes of the catalog, as a planned page has them: it is made again when they change.
    """

    name: str
    asks: frozenset[str]
    make: Callable[[Catalog], Iterator[Output]]


@cache
def output_types() -> tuple[OutputType, ...]:
    """Every kind of output in the folder, by file name."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return tuple(importlib.import_module(f"{__name__}.{name}").OUTPUT for name in names)
