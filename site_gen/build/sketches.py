"""Sketches of pathways are kept from one check of a few files to the next, each for as long as its file is the same.

One file in the cache of the site. It may vanish, be cut off or be of another version at any time: then there are none.
"""

from __future__ import annotations

import os
import pickle
import stat
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Final

from site_gen.build.answers import of_code
from site_gen.build.overview import Glance, glance_at
from site_gen.decode.glance import Sketch

_FILE: Final = "sketches"
_DIGEST: Final = 16
_UNSURE: Final = 2_000_000_000
"""Nanoseconds: a file changed so shortly before its sketch is kept may change once more and bear the same time."""

WORTH_KEEPING: Final = 200
"""Sketches: to make fewer of them anew takes less than to write a file of all."""

Sketches = dict[str, tuple[Glance, Sketch]]
"""Sketches by the key of their files, each with the stamp that its file had."""


def stamp_of(path: str) -> Glance | None:
    """The stamp of a file; None for a link, which may lead elsewhere tomorrow, and whatever can't be looked at."""
    try:
        state = os.lstat(path)
    except OSError:
        return None
    return glance_at(state) if stat.S_ISREG(state.st_mode) else None


def recall(folder: Path) -> Sketches:
    """The sketches that were kept in a folder by the same version of everything; none where they can't be trusted."""
    try:
        held = (folder / _FILE).read_bytes()
    except OSError:
        return {}
    packed = held[_DIGEST:]
    if held[:_DIGEST] != _seal(packed):
        return {}
    sketches: Sketches = pickle.loads(packed)
    return sketches


def keep(folder: Path, sketches: Mapping[str, tuple[Glance, Sketch]]) -> None:
    """Keep sketches in place of those before; a folder that can't be written to is done without."""
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / ".gitignore").write_text("*\n", encoding="utf-8")
        handle, name = tempfile.mkstemp(prefix=_FILE, suffix=".new", dir=folder)
        new = Path(name)
        try:
            with os.fdopen(handle, "wb") as stream:
                latest = os.fstat(handle).st_mtime_ns - _UNSURE
                sure = {key: (stamp, sketch) for key, (stamp, sketch) in sketches.items() if stamp[1] < latest}
                packed = pickle.dumps(sure, pickle.HIGHEST_PROTOCOL)
                stream.write(_seal(packed) + packed)
            new.replace(folder / _FILE)
        finally:
            new.unlink(missing_ok=True)


def _seal(packed: bytes) -> bytes:
    """What only these bytes have, kept by this version of Waymark, of its libraries and of Python."""
    return blake2b(packed, digest_size=_DIGEST, key=bytes.fromhex(of_code()["code"])).digest()
