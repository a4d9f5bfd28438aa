"""The pages of a tree become the index that readers search, made by Pagefind and kept in the same tree."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from site_gen.addresses import SEARCH_FOLDER
from site_gen.build.copies import is_copy

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


class NoIndex(OSError):  # noqa: N818 - told like all that keeps a site from being written
    """Pagefind has failed; the text is what it said."""


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
    with TemporaryDirectory(prefix="waymark-") as made:
        _run(tree.folder, Path(made))
        files = dict(_files(Path(made)))
        for address in sorted(set(before) - files.keys()):
            tree.remove(address)
        for address, file in files.items():
            content = file.read_bytes()
            if address not in before or (tree.folder / address).read_bytes() != content:
                tree.write(address, content)


def _has_other_pages(tree: Staged) -> bool:
    """Whether an update has added, changed or removed a page that can be found."""
    return any(
        old != new and (MARK in old or MARK in new) for address, old, new in tree.touched() if address.endswith(".html")
    )


def _run(pages: Path, made: Path) -> None:
    """Run Pagefind over a folder of pages, in a folder without settings of its own and with no environment."""
    from pagefind_bin import get_executable  # only a build with search has it

    command = [get_executable(), "--site", pages.absolute(), "--output-path", made, "--silent"]
    done = subprocess.run(command, cwd=made, env={}, capture_output=True, text=True, errors="replace", check=False)
    if done.returncode != 0:
        said = (done.stderr.strip() or f"it ended with {done.returncode}").rstrip(".")
        message = f"Pagefind could not index the pages: {said}"
        raise NoIndex(message)


def _files(made: Path) -> Iterator[tuple[str, Path]]:
    """The files of an index that are needed, each with its address on the site, in sorted order."""
    found = sorted({path for pattern in _NEEDED for path in made.glob(pattern)})
    for path in found:
        yield f"{SEARCH_FOLDER}/{path.relative_to(made).as_posix()}", path
