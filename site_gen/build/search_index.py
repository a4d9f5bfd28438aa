"""The pages of a tree become the index that readers search, made by Pagefind and kept in the same tree."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from site_gen.addresses import SEARCH_FOLDER
from site_gen.build.copies import is_copy
from site_gen.build.pagefind import make_index
from site_gen.build.tree import content_of

if TYPE_CHECKING:
    from site_gen.build.publish import Staged

MARK: Final = b"data-pagefind-body"
"""What a page holds that is to be found; Pagefind leaves out all others."""

_PROGRAM: Final = "pagefind_bin"
_NEEDED: Final = (
    "pagefind.js",
    "pagefind-worker.js",
    "pagefind-entry.json",
    "*.pf_meta",
    "wasm.*",
    "index/*",
    "fragment/*",
)
"""What `search.js` loads: Pagefind also leaves search boxes of its own, half a megabyte of them."""


def is_installed() -> bool:
    """Whether the package is there that carries the program."""
    return find_spec(_PROGRAM) is not None


def renew_index(tree: Staged, *, wanted: bool) -> None:
    """Bring the index in a tree up to date with its pages, or take it out where none is wanted.

    Pagefind always reads every page, so it is not run where no page that can be found has changed. Raises NoIndex, and
    OSError where the tree can't be written.
    """
    before = [address for address in tree.below(SEARCH_FOLDER) if not is_copy(address)]
    if not wanted:
        for address in before:
            tree.remove(address)
        return
    if before and tree.is_update and not _has_other_pages(tree):
        return
    files = {
        f"{SEARCH_FOLDER}/{path}": content for path, content in make_index(_pages(tree)).items() if _is_needed(path)
    }
    for address in sorted(set(before) - files.keys()):
        tree.remove(address)
    for address, content in files.items():
        if address not in before or (tree.folder / address).read_bytes() != content:
            tree.write(address, content)


def _has_other_pages(tree: Staged) -> bool:
    """Whether an update has added, changed or removed a page that can be found."""
    return any(
        old != new and (MARK in old or MARK in new) for address, old, new in tree.touched() if address.endswith(".html")
    )


def _pages(tree: Staged) -> Iterator[tuple[str, str]]:
    """The pages that can be found, each with its address, in sorted order."""
    for address in tree.below("."):
        if address.endswith(".html") and MARK in (content := content_of(tree.folder / address)):
            yield address, content.decode(errors="replace")


def _is_needed(path: str) -> bool:
    return any(PurePosixPath(path).match(pattern) for pattern in _NEEDED)
