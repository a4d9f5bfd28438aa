"""A command becomes what it cost: time by the clock, processor time, memory of its largest process and of all."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread
from typing import Final

_EVERY: Final = 0.05
_PROCESSES: Final = Path("/proc")
_SESSION, _RESIDENT = 3, 21  # fields of /proc/*/stat behind the name, which may hold spaces


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one run of a command took.

    `wall` and `processor` are seconds, the latter of the process and all that it waited for, in user and system.
    `largest` and `together` are peak resident bytes: of the largest process, as the kernel counts them, and of all
    processes alive at one time, looked at twenty times a second, with shared pages counted in each. The system gives no
    `largest` below the peak of the process that has called, which should stay small.
    """

    wall: float
    processor: float
    largest: int
    together: int


class Failed(Exception):  # noqa: N818 - what a command did
    """A command ended with another exit code than 0; the text says which, and its last words."""


def measure(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Cost:
    """Run a command in a folder to its end. Raises `Failed`, and OSError when it can't be started."""
    start = time.perf_counter()
    with subprocess.Popen(
        command,
        cwd=folder,
        env=dict(environment),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    ) as process:
        watch = _Watch(process.pid)
        watch.start()
        assert process.stdout is not None
        said = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        watch.end()
    if process.returncode:
        words = said.decode(errors="replace").strip()[-1000:]
        message = f"{' '.join(command)}: exit code {process.returncode}\n{words}"
        raise Failed(message)
    largest = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    return Cost(
        wall=wall,
        processor=usage.ru_utime + usage.ru_stime,
        largest=largest,
        together=max(largest, watch.most),
    )


class _Watch(Thread):
    """Looks at the memory of a session's processes again and again."""

    def __init__(self, session: int) -> None:
        super().__init__(daemon=True)
        self.most = 0
        self._session = session
        self._ended = Event()

    def run(self) -> None:
        """Look until the end; where there is no /proc, once."""
        while not self._ended.wait(_EVERY) and _PROCESSES.is_dir():
            self.most = max(self.most, sum(_resident(self._session)))

    def end(self) -> None:
        """Look no more."""
        self._ended.set()
        self.join()


def _resident(session: int) -> Iterator[int]:
    """The resident bytes of each process of a session."""
    page = os.sysconf("SC_PAGE_SIZE")
    for name in os.listdir(_PROCESSES):  # noqa: PTH208 - a Path for each process, twenty times a second
        if name.isdigit():
            try:
                fields = (_PROCESSES / name / "stat").read_bytes().rpartition(b")")[2].split()
            except OSError:  # it has just ended
                continue
            if int(fields[_SESSION]) == session:
                yield int(fields[_RESIDENT]) * page
