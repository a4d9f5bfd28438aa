"""One file a rule over values: yields diagnostics, prints nothing.

The folder is the register: every module here names one constant `CHECK`.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from site_gen.diagnostic import Diagnostic, Fault, Place
from site_gen.model.catalog import Catalog
from site_gen.model.page import PlainPage
from site_gen.model.pathway import Pathway
from site_gen.model.role import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the rules look at.

    `catalog` holds what hangs together; `pathways`, `roles` and `pages` all that could be read, also a pathway whose
    role is missing. `files` are all files below content/, `faulty` those of them that could not be read, so that a
    reference to one is not reported a second time. `withheld` are drafts and pathways of a later date.
    """

    catalog: Catalog
    pathways: tuple[Pathway, ...]
    roles: tuple[Role, ...]
    pages: tuple[PlainPage, ...]
    files: frozenset[str]
    faulty: frozenset[str]
    withheld: frozenset[str]
    today: date


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


def finding(
    fault: Fault,
    place: Place,
    message: str,
    *,
    help: str,  # noqa: A002 - the word authors see
    notes: Iterable[str] = (),
) -> Diagnostic:
    """A diagnostic at the fault's usual severity."""
    return Diagnostic(
        fault=fault, message=message, place=place, help=help, notes=tuple(notes), severity=fault.severity
    )
