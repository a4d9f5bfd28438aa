"""What somebody may do to a tree by hand."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path


def _edit(folder: Path, *, size: int) -> None:
    file = folder / "a/d.html"
    before = file.stat()
    file.write_bytes(b"x" * (before.st_size + size))
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns + (0 if size else 1)))


def _become_link(path: Path) -> None:
    moved = path.parent.with_name("elsewhere")
    path.rename(moved)
    path.symlink_to(moved)


def _become_file(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.write_bytes(b"")


TOUCHES: dict[str, Callable[[Path], object]] = {
    "a file is edited, and takes as long as before": lambda folder: _edit(folder, size=0),
    "a file is edited, and is given its old time": lambda folder: _edit(folder, size=1),
    "a file is added": lambda folder: (folder / "a/x.html").write_bytes(b""),
    "a file is removed": lambda folder: (folder / "a/b/c.html").unlink(),
    "a file is renamed": lambda folder: (folder / "a/b/c.html").rename(folder / "a/b/x.html"),
    "a file is moved": lambda folder: (folder / "a/d.html").rename(folder / "e/d.html"),
    "a file becomes a link": lambda folder: _become_link(folder / "index.html"),
    "a folder is added": lambda folder: (folder / "a/x").mkdir(),
    "a folder is removed": lambda folder: shutil.rmtree(folder / "a/b"),
    "a folder is renamed": lambda folder: (folder / "e").rename(folder / "x"),
    "a folder becomes a link": lambda folder: _become_link(folder / "e"),
    "a folder becomes a file": lambda folder: _become_file(folder / "a"),
    "all is removed": shutil.rmtree,
}
"""The ways to touch a tree that holds index.html, a/b/c.html, a/d.html and e/f.html, whatever stands in them."""
