"""One file a page type: which pages of that type a catalog has, and what each shows.

Each file names one constant, `PAGE`; the folder is listed, so that adding a page type is adding a file.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from site_gen.model.catalog import Catalog
from site_gen.render.page import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class PageType:
    """A kind of page: `make` gives the catalog's pages of that kind one by one, in a fixed order."""

    name: str
    make: Callable[[Catalog], Iterator[Page]]


def page_types() -> tuple[PageType, ...]:
    """Every page type of this folder, by name."""
    names = sorted(found.name for found in pkgutil.iter_modules(__path__))
    return tuple(importlib.import_module(f"{__name__}.{name}").PAGE for name in names)
