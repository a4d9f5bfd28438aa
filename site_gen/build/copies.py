"""The texts of a tree get packed copies beside them, which a web server sends without packing them each time."""

from __future__ import annotations

import gzip
import os
from collections.abc import Callable, Iterator, Mapping
from importlib.util import find_spec
from io import BytesIO
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from site_gen.build.publish import Staged

SMALLEST: Final = 1_024
"""Bytes: what is smaller fits into one packet either way."""

_TEXTS: Final = frozenset({".css", ".csv", ".html", ".js", ".json", ".md", ".svg", ".txt", ".xml"})
_LEFT_ALONE: Final = "media/"
"""Files of the author's own: they may have such copies already."""

_FIRST: Final = "index.html"
"""Every site has this page, and it is packed however small it is: by its copies one can tell which there are."""

_QUALITY: Final = 10
"""Of Brotli: with 11, its best, copies are 3 percent smaller and take two and a half times as long to make."""

_BATCH: Final = 32
"""So many files are packed at a time, and with fewer it doesn't pay to share them out."""

Packers = Mapping[str, Callable[[bytes], bytes]]


def has_brotli() -> bool:
    """Whether the library for `.br` is installed."""
    return find_spec("brotli") is not None


def are_due(output: Path, *, wanted: bool) -> bool:
    """Whether a published site has other copies than it is to have now, though its pages be the same."""
    return _endings_in(output) != set(_packers(wanted=wanted))


def renew_copies(tree: Staged, *, wanted: bool, jobs: int | None = None) -> None:
    """Bring the copies in a tree up to date with its files, or take them out where none are wanted.

    In an update, only what has changed is packed again. `jobs` is how many threads may pack at a time, None for as many
    as there are processors. Raises OSError where the tree can't be written.
    """
    packers = _packers(wanted=wanted)
    before = _endings_in(tree.folder)
    if not packers and not before:
        return
    if tree.is_update and before == packers.keys():
        changed = ((address, new) for address, old, new in tree.touched() if old != new and _is_text(address))
    else:
        for address in filter(is_copy, tree.below("")):
            tree.remove(address)
        texts = filter(_is_text, tree.below("") if packers else ())
        changed = ((address, (tree.folder / address).read_bytes()) for address in texts)
    for address, copies in _packed(changed, packers, jobs):
        _renew(tree, address, copies)


def is_copy(address: str) -> bool:
    """Whether a file is made here and of another one."""
    stem, ending = PurePosixPath(address).stem, PurePosixPath(address).suffix
    return ending in {".br", ".gz"} and PurePosixPath(stem).suffix in _TEXTS and not address.startswith(_LEFT_ALONE)


def _packed(
    texts: Iterator[tuple[str, bytes]], packers: Packers, jobs: int | None
) -> Iterator[tuple[str, Mapping[str, bytes | None]]]:
    """The address of each text with its copies by their endings, None where it is to have none; many side by side."""

    def pack(text: tuple[str, bytes]) -> tuple[str, Mapping[str, bytes | None]]:
        address, content = text
        is_large = len(content) >= SMALLEST or bool(content and address == _FIRST)
        return address, {ending: make(content) if is_large else None for ending, make in packers.items()}

    first = list(islice(texts, _BATCH))
    if len(first) < _BATCH:
        yield from map(pack, first)
        return
    from concurrent.futures import ThreadPoolExecutor  # most builds change little

    with ThreadPoolExecutor(jobs or os.cpu_count()) as pool:
        batch = first
        while batch:
            yield from pool.map(pack, batch)
            batch = list(islice(texts, _BATCH))


def _renew(tree: Staged, address: str, copies: Mapping[str, bytes | None]) -> None:
    """Write the copies of one file, or remove those that it is to have no more."""
    for ending, content in copies.items():
        if content is not None:
            tree.write(address + ending, content)
        elif (tree.folder / (address + ending)).is_file():
            tree.remove(address + ending)


def _packers(*, wanted: bool) -> Packers:
    """How to make the copies that are wanted, by their endings."""
    return dict(_all_packers()) if wanted else {}


def _all_packers() -> Iterator[tuple[str, Callable[[bytes], bytes]]]:
    if has_brotli():
        yield ".br", _in_brotli
    yield ".gz", _in_gzip


def _in_gzip(content: bytes) -> bytes:
    packed = BytesIO()
    # `gzip.compress` writes a head that differs between versions of Python.
    with gzip.GzipFile(filename="", mode="wb", compresslevel=9, fileobj=packed, mtime=0) as file:
        file.write(content)
    return packed.getvalue()


def _in_brotli(content: bytes) -> bytes:
    import brotli  # only a build with copies needs it

    packed: bytes = brotli.compress(content, mode=brotli.MODE_TEXT, quality=_QUALITY)
    return packed


def _endings_in(folder: Path) -> set[str]:
    return {ending for ending in (".br", ".gz") if (folder / (_FIRST + ending)).is_file()}


def _is_text(address: str) -> bool:
    return PurePosixPath(address).suffix in _TEXTS and not address.startswith(_LEFT_ALONE)
