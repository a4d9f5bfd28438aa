"""A fault becomes the page that explains it: what is wrong, why it matters, and an example of bad and of good."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path
from typing import Final

from site_gen.diagnostic import Fault
from site_gen.faults import FAULTS

_PAGES: Final = "docs/diagnostics"
_PARTS: Final = re.compile(
    r"^(?P<fence>`{3,})(?P<language>\w*)[^\n]*(?P<code>\n.*?^(?P=fence)$)"
    r"|`[^`]*`"
    r"|\[(?P<words>[^\]]+)\]\((?!https?:)[^)]*\)",
    re.MULTILINE | re.DOTALL,
)
"""Blocks of code, code in a sentence, and links to other pages of the docs."""


def packaged_pages() -> Path:
    """The folder of the pages: inside the installed package, or in the docs of a checkout."""
    package = Path(str(files("site_gen")))
    installed = package / "_diagnostics"
    return installed if installed.is_dir() else package.parent / _PAGES


def page_path(code: str) -> str:
    """Where the page of a fault lies in a checkout, for links to it: `docs/diagnostics/W001-bad-yaml.md`."""
    return f"{_PAGES}/{_page_name(FAULTS[code])}"


def explanation(fault: Fault) -> str:
    """The page of a fault as Markdown that stands alone.

    Fences keep their language only, because what follows it is for the tests of the page. A link to another page of
    the docs is reduced to its words, because there is nothing to follow outside a checkout.
    """
    page = (packaged_pages() / _page_name(fault)).read_text(encoding="utf-8")
    return _PARTS.sub(_alone, page)


def _alone(part: re.Match[str]) -> str:
    if part["fence"]:
        return f"{part['fence']}{part['language']}{part['code']}"
    return part["words"] or part[0]


def _page_name(fault: Fault) -> str:
    return f"{fault.code}-{fault.name}.md"
