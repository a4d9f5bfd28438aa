"""Pages become the files of a search index: Pagefind, a program of its own, is told of one after the other.

Given a folder, Pagefind numbers the pages in the order in which the disk lists them, which is not the same on every
machine. So it runs as a service: it is told of each page in turn, and numbers them as they come.
"""

from __future__ import annotations

import json
import os
import subprocess
from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Any, Final

_AHEAD: Final = 32
"""So many pages are on their way at once: few enough that the answers to all of them fit into a pipe."""

_MUCH: Final = 1 << 20
"""So many bytes of answers are read at once."""

_END: Final = b","
"""What ends each message: JSON in base64, which has no such sign."""


class NoIndex(OSError):  # noqa: N818 - told like all that keeps a site from being written
    """Pagefind has failed; the text is what it said."""


def make_index(pages: Iterable[tuple[str, str]]) -> Mapping[str, bytes]:
    """Index pages, each an address and its HTML: gives the files of the index by their paths in it, in sorted order.

    The program runs in an empty folder, where it has no settings, with no environment. Raises NoIndex where it fails.
    """
    with (
        TemporaryDirectory(prefix="waymark-") as folder,
        Path(folder, "errors").open("w+b") as errors,
        subprocess.Popen(
            _command(), cwd=folder, env={}, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors
        ) as program,
    ):
        assert program.stdin
        assert program.stdout
        try:
            return _Talk(program.stdin, program.stdout).index(pages)
        except (BrokenPipeError, EOFError) as ended:
            with suppress(BrokenPipeError):  # what it was not told any more
                program.stdin.close()
            code = program.wait()
            errors.seek(0)
            raise _failed(errors.read().decode(errors="replace") or f"it ended with {code}") from ended
        except BaseException:  # an interruption, too, leaves no program behind
            program.kill()
            with suppress(BrokenPipeError):
                program.stdin.close()
            raise


def _command() -> list[str]:
    from pagefind_bin import get_executable  # only a build with search has it

    return [str(get_executable()), "--service"]


def _failed(said: str) -> NoIndex:
    return NoIndex(f"Pagefind could not index the pages: {said.strip().rstrip('.')}")


class _Talk:
    """Messages to the program and its answers, which come in the order of the messages."""

    def __init__(self, there: IO[bytes], back: IO[bytes]) -> None:
        self._there = there
        self._back = back
        self._said = 0
        self._heard = bytearray()

    def index(self, pages: Iterable[tuple[str, str]]) -> Mapping[str, bytes]:
        """Tell of all pages, and ask for the files of their index: it says that it has written them before it has."""
        self._say("NewIndex", config={})
        index = {"index_id": self._answer()["index_id"]}
        waiting = 0
        for address, html in pages:
            self._say("AddFile", **index, file_path=address, file_contents=html)
            waiting += 1
            if waiting == _AHEAD:
                self._answer()
                waiting -= 1
        for _ in range(waiting):
            self._answer()
        self._say("GetFiles", **index)
        files = {each["path"]: b64decode(each["content"]) for each in self._answer()["files"]}
        self._there.close()
        return dict(sorted(files.items()))

    def _say(self, kind: str, **more: Any) -> None:
        self._said += 1
        message = {"message_id": self._said, "payload": {"type": kind, **more}}
        self._there.write(b64encode(json.dumps(message).encode()) + _END)
        self._there.flush()

    def _answer(self) -> dict[str, Any]:
        """The next answer. Raises NoIndex where it is an error, and EOFError where none comes any more."""
        start = 0
        while (end := self._heard.find(_END, start)) < 0:
            start = len(self._heard)
            more = os.read(self._back.fileno(), _MUCH)
            if not more:
                raise EOFError
            self._heard += more
        payload: dict[str, Any] = json.loads(b64decode(self._heard[:end]))["payload"]
        del self._heard[: end + 1]
        if payload["type"] == "Error":
            raise _failed(str(payload["message"]))
        return payload
