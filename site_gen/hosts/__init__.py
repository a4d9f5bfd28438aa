"""One file a web server of one's own: the lines of its configuration that a site needs.

The folder is the register: every module here names one constant `HOST`.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from functools import cache

from site_gen.model.catalog import Catalog
from site_gen.record import record


@record
class HostType:
    """A web server: `write` gives the lines that belong into the part of its configuration that is for one host.

    The path of `base_url` is made of letters, digits and `-._~/`: no server reads any of these otherwise.
    """

    name: str
    write: Callable[[Catalog], str]


@cache
def host_types() -> tuple[HostType, ...]:
    """Every server in the folder, by name."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return tuple(importlib.import_module(f"{__name__}.{name}").HOST for name in names)
