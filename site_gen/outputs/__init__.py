"""One file a machine-readable output: sitemap, feeds, robots, redirects, open data.

The folder is the register: every module here names one constant `OUTPUT`.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from functools import cache

from site_gen.model.card import Card
from site_gen.model.catalog import Catalog
from site_gen.model.pathway import Pathway
from site_gen.model.site import Site
from site_gen.model.skill import SkillNames
from site_gen.record import record


@record
class Output:
    """One file of the finished site: its address below output/ and its bytes."""

    address: str
    content: bytes


@record
class PlannedFile:
    """A file still to be made: where it will be, what it asks, named as a planned page has it, and how it is made."""

    address: str
    asks: frozenset[str]
    make: Callable[[], bytes]


@record
class OutputType:
    """A kind of output, made in one of three ways.

    `make` gives all its files at once, none where catalog and settings have nothing for it, whenever one of what it
    `asks` of the catalog has changed. `plan` gives its files one by one, each with what it asks, so that only those
    are made again that have to be. `of_pathway` gives the one file of each pathway, made where the pathway was read;
    its address is one of `addresses.pathway_addresses`.
    """

    name: str
    asks: frozenset[str] = frozenset()
    make: Callable[[Catalog], Iterator[Output]] | None = None
    plan: Callable[[Catalog], Iterator[PlannedFile]] | None = None
    of_pathway: Callable[[Pathway, Card, Site, SkillNames], Output] | None = None


@cache
def output_types() -> tuple[OutputType, ...]:
    """Every kind of output in the folder, by file name."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return tuple(importlib.import_module(f"{__name__}.{name}").OUTPUT for name in names)
