"""One file a rule over values: yields diagnostics, prints nothing.

The folder is the register: every module here names one constant `CHECK`.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import Final

from site_gen.diagnostic import Diagnostic, Fault
from site_gen.links import Link
from site_gen.model.card import Card, PathwayFacts
from site_gen.model.catalog import Catalog
from site_gen.model.glimpse import PathwayGlimpse, RoleGlimpse
from site_gen.model.manifest import Manifest
from site_gen.model.page import PlainPage
from site_gen.model.pathway import Pathway
from site_gen.model.role import Role
from site_gen.model.site import Site
from site_gen.model.skill import SkillNames
from site_gen.record import record

SETTINGS_FILE: Final = "site.yaml"
SKILLS_FILE: Final = "skills.yaml"

Document = Pathway | Role | PlainPage
"""What a file becomes."""


@record
class Judged:
    """One pathway and what it is held against.

    `card` is None where one of its roles is not there, both are one, or its file names others: that has to be settled
    first. `skill_names` is None while skills.yaml has a fault: it may be what makes two spellings one. In a `doubtful`
    pathway a phase, a skill or a whole section could not be made out: what it adds up to is not known.
    """

    pathway: Pathway
    card: Card | None
    site: Site
    skill_names: SkillNames | None
    is_doubtful: bool


@record
class Facts:
    """What the rules look at that concern several files.

    `catalog` holds what hangs together and is to be published. `pathways` and `roles` are all that could be read, also
    a pathway whose role is missing; `links_by_key` has every file of prose and the links in it, of those, too, whose
    front matter has a fault. Where only some files are looked at, these are they and what they name; the glimpses are
    of every file, by its key. `anchors_of` gives the headings that a file has. `content` is the content folder as the
    author typed it, `files` are all files below it, `faulty` those of them that could not be read, so that a reference
    to one is not reported a second time. `withheld` are drafts and pathways of a later date,
    and `published` is what an earlier build has published, where that is to be looked at.
    """

    catalog: Catalog
    pathways: tuple[PathwayFacts, ...]
    roles: tuple[Role, ...]
    links_by_key: Mapping[str, tuple[Link, ...]]
    anchors_of: Callable[[str], frozenset[str]]
    pathway_glimpses: tuple[PathwayGlimpse, ...]
    role_glimpses: tuple[RoleGlimpse, ...]
    content: str
    files: frozenset[str]
    faulty: frozenset[str] = frozenset()
    withheld: frozenset[str] = frozenset()
    published: Manifest | None = None
    today: date

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
        above = f"{folder}/"
        for key in self.files:
            if key.startswith(above) and key.endswith(".md") and "/" not in (name := key.removeprefix(above)):
                yield name.removesuffix(".md")


def slug_of(pathway: Pathway | PathwayFacts | PathwayGlimpse) -> str:
    """The slug that a pathway between two roles should have."""
    return f"{pathway.origin_id}-to-{pathway.target_id}"


def id_of(name: str) -> str:
    """The id that a name of a file stands for: small letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


@record
class Check:
    """A rule: the faults it can name, and the functions that look for them.

    `of_pathway` and `of_role` look at one file alone, so that many can be looked at side by side, `of_site` at what
    several have to do with each other.
    """

    name: str
    faults: tuple[Fault, ...]
    of_pathway: Callable[[Judged], Iterator[Diagnostic]] | None = None
    of_role: Callable[[Role], Iterator[Diagnostic]] | None = None
    of_site: Callable[[Facts], Iterator[Diagnostic]] | None = None


@cache
def checks() -> tuple[Check, ...]:
    """Every rule in the folder, by file name."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return tuple(importlib.import_module(f"{__name__}.{name}").CHECK for name in names)
