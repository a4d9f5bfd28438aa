"""One file a page type: which pages of that type a catalog has, and what each shows.

Each file names one constant, `PAGE`; the folder is listed, so that adding a page type is adding a file.
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
from site_gen.render.page import Page


@record
class Onward:
    """Where else one can go: whether `others_out` leave the origin too, and any way `leads_on` from the target.

    `skill_names` know where the page of each skill is.
    """

    others_out: bool
    leads_on: bool
    skill_names: SkillNames


@record
class Planned:
    """A page still to be made: where it will be, what it asks of the catalog, and how it is made.

    What can be asked: `listings`, `roles` and `pages` as a whole, `skills`, one `role:<id>` with its prose or one
    `page:<name>`, the `ways_in:<id>` and `ways_out:<id>` of a role, `skill:<slug>`, which is whatever the pathways say
    that name a skill, `skill_list`, the names of all skills, and `route_list`, the pairs of roles that have a page of
    routes, or `routes_from:<id>`, those that begin at a role. A page that asks for more than it says here is not made
    again when that changes. Settings and templates are noted when they are used.
    """

    address: str
    asks: frozenset[str]
    make: Callable[[], Page]


@record
class PageType:
    """A kind of page, of the whole site or of each pathway.

    `of_site` plans the catalog's pages of that kind, in a fixed order. `of_pathway` gives the page of one
    pathway, which takes nothing of the rest of the site but its card and where else one can go: pages of that kind are
    made side by side, where the pathway was read.
    """

    name: str
    of_site: Callable[[Catalog], Iterator[Planned]] | None = None
    of_pathway: Callable[[Pathway, Card, Site, Onward], Page] | None = None


@cache
def page_types() -> tuple[PageType, ...]:
    """Every page type of this folder, by name."""
    names = sorted(found.name for found in pkgutil.iter_modules(__path__))
    return tuple(importlib.import_module(f"{__name__}.{name}").PAGE for name in names)
