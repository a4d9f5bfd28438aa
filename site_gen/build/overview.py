"""A site folder becomes what tells at a glance whether anything has changed: no file is opened."""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from typing import Final

from site_gen.build.templates import template_folders
from site_gen.build.tree import entries_of
from site_gen.record import record

Glance = tuple[int, int]
"""The size of a file, and when it was changed, in nanoseconds."""

_File = tuple[str, int, int]
_PATHWAY: Final = re.compile(r"pathways/[^/]+\.md", re.DOTALL)
_SIZE: Final = 16


@record
class Overview:
    """How all files look on which a site depends.

    `pathways` are the files of its pathways, by key; `surroundings` is a digest of how all other files look, and
    `program` one of Waymark itself, its libraries and Python. `newest` is when the last of those two changed.
    """

    program: str
    surroundings: str
    newest: int
    pathways: dict[str, Glance]


def look_over(site: Path) -> Overview | None:
    """The overview of a site; None where its content holds what can't be told at a glance, such as links."""
    content = f"{site}/content"
    pathways: dict[str, Glance] = {}
    others: list[_File] = []
    try:
        for key, size, changed in _content(content, ""):
            if _PATHWAY.fullmatch(key):
                pathways[key] = size, changed
            else:
                others.append((key, size, changed))
        templates = [list(_files(folder)) for folder in template_folders(site)]
        program = list(_files(Path(__file__).parents[1], ending=".py"))
    except OSError:
        return None
    return Overview(
        program=_digest((sys.version, libraries(), program)),
        surroundings=_digest((sorted(others), templates)),
        newest=max(changed for _, _, changed in (*others, *program, *(each for files in templates for each in files))),
        pathways=pathways,
    )


def glance_at(state: os.stat_result) -> Glance:
    """What tells a changed file; the later of two times counts, for some tools set back one, none the other."""
    return state.st_size, max(state.st_mtime_ns, state.st_ctime_ns)


def _content(folder: str, below: str) -> Iterator[_File]:
    """All files of a folder of content, but for those that no site has any part of. Raises OSError at any other."""
    inside: list[str] = []
    with entries_of(folder) as entries:
        for entry in entries:
            name = entry.name
            if name.startswith("."):
                continue
            state = entry.stat(follow_symlinks=False)
            if stat.S_ISREG(state.st_mode):
                if not name.endswith("~"):
                    yield f"{below}{name}", *glance_at(state)
            elif stat.S_ISDIR(state.st_mode) and not name.endswith(".md"):
                inside.append(name)
            else:
                raise OSError(name)
    for name in inside:
        yield from _content(f"{folder}/{name}", f"{below}{name}/")


def _files(folder: Path, *, ending: str = "") -> Iterator[_File]:
    """The files below a folder, in an order of their own, and below what links in it lead to."""
    for path, folders, names in os.walk(folder, followlinks=True):
        folders.sort()
        below = os.path.relpath(path, folder)
        for name in sorted(names):
            if name.endswith(ending):
                yield f"{below}/{name}", *glance_at(os.stat(f"{path}/{name}"))  # noqa: PTH116 - a Path for each


def libraries() -> list[str]:
    """Every installed library with its version."""
    places = (Path(place) for place in sys.path if place.endswith("-packages"))
    return sorted(path.name for place in places for path in place.glob("*.dist-info"))


def _digest(value: object) -> str:
    return blake2b(repr(value).encode(errors="surrogatepass"), digest_size=_SIZE).hexdigest()
