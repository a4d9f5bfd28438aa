"""The keys of a file's front matter tell what it is, whatever folder it lies in."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from typing import Final

from site_gen.diagnostic import Diagnostic, finding
from site_gen.faults import WRONG_FOLDER
from site_gen.read.source import Source

_FRONT: Final = re.compile(r"---[^\S\n]*\n(?P<lines>.*?)^---[^\S\n]*$", re.MULTILINE | re.DOTALL)
_KEY: Final = re.compile(r"^([a-z_]+):", re.MULTILINE)
_TELLING: Final = {"pathways": ("pathway", frozenset({"from", "to"})), "roles": ("role", frozenset({"name", "family"}))}
"""What lies in a folder, and the keys that only it has."""


def report_wrong_folder(source: Source) -> Diagnostic | None:
    """The one thing to say of a pathway among the roles, or of a role among the pathways."""
    own = posixpath.dirname(source.key)
    if own in _TELLING and _has_own_key(source.text, _TELLING[own][1]):
        return None
    front = _FRONT.match(source.text)
    if front is None:
        return None
    keys = frozenset(_KEY.findall(front["lines"]))
    if own in _TELLING and _TELLING[own][1] & keys:
        return None
    for folder, (what, telling) in _TELLING.items():
        if folder != own and telling <= keys:
            content = source.path.removesuffix(source.key)
            return finding(
                WRONG_FOLDER,
                source.place(1, 1, len(source.line(1))),
                f"this is a {what}, but it lies in {content}{own}",
                help=f"move it to {content}{folder}/{posixpath.basename(source.key)}",
            )
    return None


def _has_own_key(text: str, telling: Iterable[str]) -> bool:
    """Whether one of the keys stands before all that can end a front matter: a quick look, which settles nearly all."""
    end = text.find("\n---", 3)
    return any(text.find(f"\n{key}:", 3, end) >= 0 for key in telling)
