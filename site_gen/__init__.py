"""Waymark turns Markdown career pathways into a static site with badges a reader can check.

What other programs may use is named in `__all__` and told in docs/python.md; everything else can change at any time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from site_gen.build.options import Options
    from site_gen.build.outcome import Report
    from site_gen.build.publish import NotOurs
    from site_gen.build.site import build_site, check_site
    from site_gen.diagnostic import Diagnostic, Fault, Place, Severity

__all__ = [
    "Diagnostic",
    "Fault",
    "NotOurs",
    "Options",
    "Place",
    "Report",
    "Severity",
    "__version__",
    "build_site",
    "check_site",
]

__version__ = "0.1.0"

_HOMES = {
    "Diagnostic": "site_gen.diagnostic",
    "Fault": "site_gen.diagnostic",
    "NotOurs": "site_gen.build.publish",
    "Options": "site_gen.build.options",
    "Place": "site_gen.diagnostic",
    "Report": "site_gen.build.outcome",
    "Severity": "site_gen.diagnostic",
    "build_site": "site_gen.build.site",
    "check_site": "site_gen.build.site",
}
"""The module of each name. It is loaded when the name is first asked for: no command loads what it can do without."""


if not TYPE_CHECKING:  # who checks types sees the imports above, and no name that is not there

    def __getattr__(name: str) -> Any:
        if name not in _HOMES:
            message = f"module {__name__!r} has no attribute {name!r}"
            raise AttributeError(message)
        from importlib import import_module

        value = getattr(import_module(_HOMES[name]), name)
        globals()[name] = value
        return value

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
