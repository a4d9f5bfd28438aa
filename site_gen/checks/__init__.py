"""One file a rule over values: yields diagnostics, prints nothing.

The folder is the register: every module here names one constant `CHECK`.
"""

from __future__ import annotations

import importlib
import pkgutil
import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from site_gen.diagnostic import Diagnostic, Fault
from site_gen.model.catalog import Card, Catalog
from site_gen.model.glimpse import PathwayGlimpse, RoleGlimpse
from site_gen.model.page import PlainPage
from site_gen.model.pathway import Pathway
from site_gen.model.remains import Remains
from site_gen.model.role import Role

SETTINGS_FILE: Final = "site.yaml"
SKILLS_FILE: Final = "skills.yaml"

Document = Pathway | Role | PlainPage
"""What a file becomes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the rules look at.

    `catalog` holds what hangs together and is to be published, `all_catalog` drafts and later pathways besides.
    `pathways`, `roles` and `pages` are all that could be read, also a pathway whose role is missing, and `remains` what
    is left of the others. Where only some files are looked at, these are they and what they name; the glimpses are of
    every file, by its key. `content` is the content folder as the author typed it, `files` are all files below it,
    `faulty` those of them that could not be read, so that a reference to one is not reported a second time.
    `withheld` are drafts and pathways of a later date. `doubtful` are files in which a phase, a skill or a whole
    section could not be made out: what they add up to is not known.
    """

    catalog: Catalog
    all_catalog: Catalog
    pathways: tuple[Pathway, ...]
    roles: tuple[Role, ...]
    pages: tuple[PlainPage, ...]
    remains: tuple[Remains, ...]
    pathway_glimpses: tuple[PathwayGlimpse, ...]
    role_glimpses: tuple[RoleGlimpse, ...]
    content: str
    files: frozenset[str]
    faulty: frozenset[str] = frozenset()
    withheld: frozenset[str] = frozenset()
    doubtful: frozenset[str] = frozenset()
    today: date

    @property
    def documents(self) -> tuple[Document | Remains, ...]:
        """Every file of prose; of one whose front matter has a fault, what is left."""
        return (*self.pathways, *self.roles, *self.pages, *self.remains)

    @property
    def judged(self) -> Iterator[tuple[Pathway, Card]]:
        """Every pathway that can be held against its two roles, with its card: drafts, too, so that none surprises.

        One whose file names other roles is left out: which of the two is right has to be settled first.
        """
        for slug, card in self.all_catalog.cards_by_slug.items():
            pathway = self.all_catalog.pathways_by_slug[slug]
            if slug == slug_of(pathway) and card.origin is not card.target:
                yield pathway, card

    @property
    def assets(self) -> frozenset[str]:
        """The files that are copied as they are."""
        return frozenset(key for key in self.files if key.startswith("assets/"))

    @property
    def role_ids(self) -> frozenset[str]:
        """The ids of all roles that are there, also of one whose file or name has a fault."""
        return frozenset(id_of(name) for name in self.names_in("roles"))

    def names_in(self, folder: str) -> Iterator[str]:
        """The names of the documents in a folder, without their ending."""
        for key in self.files:
            place, name = posixpath.split(key)
            if place == folder and name.endswith(".md"):
                yield name.removesuffix(".md")


def slug_of(pathway: Pathway | PathwayGlimpse) -> str:
    """The slug that a pathway between two roles should have."""
    return f"{pathway.origin_id}-to-{pathway.target_id}"


def id_of(name: str) -> str:
    """The id that a name of a file stands for: small letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A rule: the faults it can name, and the function that looks for them."""

    name: str
    faults: tuple[Fault, ...]
    run: Callable[[Facts], Iterator[Diagnostic]]


@cache
def checks() -> tuple[Check, ...]:
    """Every rule in the folder, by file name."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return tuple(importlib.import_module(f"{__name__}.{name}").CHECK for name in names)
