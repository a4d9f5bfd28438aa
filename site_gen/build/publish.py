"""A finished tree takes the place of the old one in a single step; the only writer of output.

The old tree is kept beside the new one as a spare. The next build need only bring it up to date: unchanged files of two
generations are the same files on the disk, under two names.
"""

from __future__ import annotations

import shutil
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Final

from site_gen.addresses import ASSETS
from site_gen.build.copies import is_copy
from site_gen.build.records import Record, Records, load_records, save_records
from site_gen.build.swap import alone_in, beside, swap
from site_gen.build.tree import (
    MARKER,
    Stamps,
    content_of,
    contents_after,
    contents_of,
    has_same_names,
    is_unchanged,
    link_file,
    link_tree,
    new_file,
    remove_file,
    stamps_after,
    stamps_of,
    take_over_same,
    write_file,
)

__all__ = ["MARKER", "NotOurs", "Staged", "publish", "recover", "refuse_foreign", "staging", "write_file"]

_MARKER_TEXT: Final = b"This folder is made by Waymark and replaced by every build. Keep nothing of your own in it.\n"


class NotOurs(Exception):  # noqa: N818 - a refusal, named after its reason
    """The folder to publish into holds something that no build has put there."""


def refuse_foreign(output: Path) -> None:
    """Raise `NotOurs` when replacing `output` would destroy anything but an earlier build."""
    if output.is_symlink():
        message = "it is a link to another place"
        raise NotOurs(message)
    if output.exists() and not output.is_dir():
        message = "it is not a folder"
        raise NotOurs(message)
    if output.is_dir() and not _is_ours(output):
        message = "it is not empty and was not made by Waymark"
        raise NotOurs(message)


def publish(output: Path, files: Iterable[tuple[str, bytes]]) -> int:
    """Write `files` (address, bytes) to a new tree beside `output`, then swap the two; gives their number.

    When `files` raises, the disk is full, or the process is killed, `output` still is the whole old tree. Two
    builds into one folder wait for each other. Raises `NotOurs`, and OSError when the tree can't be written.
    """
    count = 0
    with staging(output, None) as tree:
        for address, content in files:
            tree.write(address, content)
            count += 1
        tree.publish(None)
    return count


@contextmanager
def staging(output: Path, generation: str | None, *, is_ours: bool = False, portable: bool = False) -> Iterator[Staged]:
    """A tree to be filled and then published as `output`; leaving without publishing leaves `output` as it is.

    `generation` names what the caller believes to be published: see `Staged.is_update`. Who has published that in the
    same process says that it `is_ours`, and it is not looked through for edits by hand. A `portable` tree can be gone
    on from wherever it is copied to. No other build can publish here until it is left. Raises `NotOurs`, and OSError
    when the tree can't be written.
    """
    refuse_foreign(output)
    output.parent.mkdir(parents=True, exist_ok=True)
    with alone_in(output.parent):
        _settle(output)
        tree = Staged(output, generation, is_ours=is_ours, portable=portable)
        try:
            yield tree
        finally:
            with suppress(OSError, NotOurs):  # what can't be removed now is removed by the next build
                tree.put_away()


def recover(output: Path) -> None:
    """Put back the old tree where a build was killed between the two renames of a system without exchange."""
    if beside(output, "old").is_dir():
        with alone_in(output.parent):
            _put_back(output)


class Staged:
    """A tree that is not published yet.

    With `is_update` it holds what is published now: exactly the generation that was asked for, touched by nobody
    since. Without, it is empty. Nothing is done on the disk before it is first used.
    """

    def __init__(self, output: Path, generation: str | None, *, is_ours: bool = False, portable: bool = False) -> None:
        self._output = output
        self._fresh = beside(output, "new")
        self._spare = beside(output, "spare")
        self._file = beside(output, "state")
        self._records = load_records(self._file)
        self._live = self._records.of(output)
        self.is_update = (
            generation is not None
            and self._live is not None
            and self._live.generation == generation
            and (has_same_names if is_ours else is_unchanged)(output, self._live.stamps)
        )
        if generation and not self.is_update and (copy := self._records.of_copy(output, generation)) is not None:
            self._live, self._records, self.is_update = copy, replace(self._records, trees=(copy,), differing=()), True
        self._portable = portable
        self._touched: set[str] = set()
        """The addresses at which an update may differ from what is published."""
        self._is_begun = self._is_ready = self._is_published = False
        self._is_told_of_all = True

    @property
    def folder(self) -> Path:
        """Where the tree is, for other processes to write into by `write_file`; then `wrote` must name their files."""
        self._begin()
        self._is_told_of_all = False
        return self._fresh

    def write(self, address: str, content: bytes) -> None:
        """Write a file, in an update in place of the one that may be there. Raises FileExistsError in a new tree."""
        self._begin()
        if self.is_update:
            self._touched.add(address)
            write_file(self._fresh, address, content)
        else:
            new_file(self._fresh, address, content)

    def wrote(self, addresses: Iterable[str]) -> None:
        """Take note of what other processes have written into `folder`.

        An update that was not told of a file is not built upon: the next one starts from an empty tree.
        """
        self._begin()
        self._touched.update(addresses)

    def remove(self, address: str) -> None:
        """Remove a file, and the folders that it leaves empty: not while other processes write into those."""
        self._begin()
        self._touched.add(address)
        remove_file(self._fresh, address)

    def keep_assets(self, addresses: Collection[str]) -> None:
        """Keep the style sheets and scripts of the last generation beside those of this one, at these `addresses`.

        A reader in mid-visit has a page of it, and may ask for them yet. Those that were older even then go.
        """
        before = self._records.assets
        self._records = replace(self._records, assets=addresses)
        if self.is_update and set(before) == set(addresses):
            return
        self._begin()
        for address in _files_below(self._output, ASSETS):
            if address in addresses or is_copy(address):  # copies come and go with the files that they are of
                continue
            if before and address not in before and set(before) != set(addresses):
                self.remove(address)
            elif not (self._fresh / address).exists():
                self._touched.add(address)
                link_file(self._output, self._fresh, address)

    def below(self, folder: str) -> tuple[str, ...]:
        """The addresses of all files below a folder of the tree, in sorted order."""
        self._begin()
        return _files_below(self._fresh, folder)

    def touched(self) -> Iterator[tuple[str, bytes, bytes]]:
        """Each address at which an update may differ, with what is published there and what will be.

        Both are empty where there is no file.
        """
        for address in sorted(self._touched):
            yield address, content_of(self._output / address), content_of(self._fresh / address)

    def publish(self, generation: str | None) -> None:
        """Let the tree and `output` change places, and keep the old one for an update of this generation.

        Without a generation nothing is kept, and nothing can be built upon it.
        """
        self._begin()
        if not self.is_update and self._output.is_dir():
            take_over_same(self._output, self._fresh)
        if generation is None:
            self._file.unlink(missing_ok=True)
        else:
            save_records(self._file, self._finished(generation))
        refuse_foreign(self._output)
        swap(self._fresh, self._output)
        self._is_published = True
        self._is_told_of_all = generation is not None

    def put_away(self) -> None:
        """Keep as the spare what now is beside the output, if it is known how the two differ; otherwise remove it."""
        if not self._is_begun:
            return
        if not (self.is_update and self._is_ready and self._is_told_of_all):
            _clear_away(self._fresh)
            return
        if not self._is_published:
            save_records(self._file, self._finished(""))
        self._fresh.rename(self._spare)

    def _finished(self, generation: str) -> Records:
        """What is known when the tree is complete."""
        if not self.is_update or self._live is None:
            return Records(trees=(self._record(generation, stamps_of(self._fresh)),), assets=self._records.assets)
        stamps = stamps_after(self._live.stamps, self._output, self._fresh, self._touched)
        trees = (self._record(generation, stamps), self._live)
        return Records(trees=trees, differing=self._touched, assets=self._records.assets)

    def _record(self, generation: str, stamps: Stamps) -> Record:
        return Record(
            inode=self._fresh.stat().st_ino,
            generation=generation,
            stamps=stamps,
            contents=self._contents() if self._portable else None,
        )

    def _contents(self) -> int:
        before = self._live.contents if self.is_update and self._live else None
        if before is None:
            return contents_of(self._fresh)
        return contents_after(before, self._output, self._fresh, self._touched)

    def _begin(self) -> None:
        """Make the tree, once: empty, or with all that is published."""
        if self._is_ready:
            return
        if self._is_begun:
            message = "a tree that could not be begun is of no use"
            raise RuntimeError(message)
        self._is_begun = True
        if self.is_update and self._live is not None:
            self._take_up(self._live)
        else:
            _clear_away(self._spare)
            _make_tree(self._fresh)
        self._is_ready = True

    def _take_up(self, live: Record) -> None:
        """Bring the spare up to date; where it can't be trusted, make another of links alone."""
        spare = self._records.of(self._spare)
        is_fit = spare is not None and has_same_names(self._spare, spare.stamps)
        if is_fit:
            self._spare.rename(self._fresh)
        # Who is killed from here on leaves a tree that is of no generation.
        save_records(self._file, replace(self._records, trees=(live,), differing=()))
        if not is_fit:
            _clear_away(self._spare)
            _make_tree(self._fresh)
            self._touched.update(link_tree(self._output, self._fresh, live.stamps))
            return
        for address in sorted(self._records.differing, reverse=True):  # a/b before an `a` that is a folder here
            remove_file(self._fresh, address)
        for address in self._records.differing:
            if (self._output / address).is_file() and not link_file(self._output, self._fresh, address):
                self._touched.add(address)


def _files_below(tree: Path, folder: str) -> tuple[str, ...]:
    """The addresses of all files below a folder of a tree, in sorted order."""
    found = (path for path in (tree / folder).rglob("*") if path.is_file())
    return tuple(sorted(path.relative_to(tree).as_posix() for path in found))


def _make_tree(folder: Path) -> None:
    folder.mkdir()
    new_file(folder, MARKER, _MARKER_TEXT)


def _settle(output: Path) -> None:
    """Put in order what a killed build has left: at most one tree stays, as the spare, be it fit or not."""
    _put_back(output)
    spare = beside(output, "spare")
    for leftover in (beside(output, "new"), beside(output, "old")):
        if leftover.is_dir() and not leftover.is_symlink() and _is_ours(leftover) and not spare.exists():
            leftover.rename(spare)
        else:
            _clear_away(leftover)


def _put_back(output: Path) -> None:
    old = beside(output, "old")
    if old.is_dir() and not output.exists() and _is_ours(old):
        old.rename(output)


def _is_ours(folder: Path) -> bool:
    """Whether a folder is an earlier build, or empty."""
    return (folder / MARKER).is_file() or not any(folder.iterdir())


def _clear_away(leftover: Path) -> None:
    """Remove what a build has left at this name; raise `NotOurs` when it is something else.

    The marker goes last, so that a removal that is cut short can be taken up again.
    """
    if not leftover.is_symlink() and not leftover.exists():
        return
    if leftover.is_symlink() or not leftover.is_dir() or not _is_ours(leftover):
        message = f"{leftover} is in the way, and was not made by Waymark"
        raise NotOurs(message)
    for each in leftover.iterdir():
        if each.name == MARKER:
            continue
        if each.is_dir() and not each.is_symlink():
            shutil.rmtree(each)
        else:
            each.unlink()
    (leftover / MARKER).unlink(missing_ok=True)
    leftover.rmdir()
