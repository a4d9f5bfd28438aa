"""The processes that share the work: some on this machine, or those of a cluster."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Executor, ProcessPoolExecutor

Result = TypeVar("Result")

PAY_FROM: Final = 100
"""Pathways: below this, starting a worker costs more than it saves."""

_PATIENCE: Final = 10
"""Seconds that a scheduler has to answer in."""


class NoCluster(Exception):  # noqa: N818 - told as wrong usage, not an error of the program
    """The work can't be given to the cluster that was named."""


class Workers(Protocol):
    """Those who share the work."""

    def map(self, function: Callable[..., Result], /, *shares: Iterable[Any]) -> Iterator[Result]:
        """The results of a function for each share of the work, in their order."""


class _Processes:
    """Processes of this machine, started when there is work to share out: most builds have none."""

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        self._pool: ProcessPoolExecutor | None = None

    def map(self, function: Callable[..., Result], /, *shares: Iterable[Any]) -> Iterator[Result]:
        """As of `Workers`."""
        if self._pool is None:
            # Both take longer to import than a small site to read.
            import multiprocessing
            from concurrent.futures import ProcessPoolExecutor

            # A forked worker has everything imported already; where there is no fork, it begins from nothing.
            context = multiprocessing.get_context("fork" if "fork" in multiprocessing.get_all_start_methods() else None)
            self._pool = ProcessPoolExecutor(max_workers=self._jobs, mp_context=context)
        return self._pool.map(function, *shares)

    def close(self) -> None:
        """Wait for the processes to end."""
        if self._pool is not None:
            self._pool.shutdown()


@contextmanager
def workers(jobs: int | None, scheduler: str | None, content: Path) -> Iterator[Workers | None]:
    """The workers of a build: none for one job or a small site, those of a cluster where a `scheduler` is named.

    Raises NoCluster.
    """
    if scheduler is not None:
        with _cluster(scheduler) as executor:
            yield executor
        return
    jobs = _jobs(content) if jobs is None else jobs
    if jobs == 1:
        yield None
        return
    processes = _Processes(jobs)
    try:
        yield processes
    finally:
        processes.close()


_inherited: Callable[[int], Any] | None = None
"""What this process was forked to do."""


FORK_SHARE: Final = 16
"""Things that a fork does at a time: to hand over one by one would cost as much as to do them."""


@contextmanager
def in_forks(do: Callable[[int], Result], count: int, jobs: int | None) -> Iterator[Callable[[int], Result]]:
    """Do something for each number below `count` in forks of this process, while that does other things.

    A fork has everything at hand that its parent had, so nothing is sent to it but numbers. What is given returns what
    was done for a number; where a fork has failed, or none can be had, it is done when it is asked for.
    """
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    jobs = (os.cpu_count() or 1) if jobs is None else jobs
    if jobs == 1 or "fork" not in multiprocessing.get_all_start_methods():
        yield do
        return
    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(max_workers=jobs, mp_context=context, initializer=_inherit, initargs=(do,)) as pool:
        shares = [range(first, min(first + FORK_SHARE, count)) for first in range(0, count, FORK_SHARE)]
        futures = [pool.submit(_do_inherited, share) for share in shares]

        def done(number: int) -> Result:
            share, place = divmod(number, FORK_SHARE)
            try:
                result: Result = futures[share].result()[place]
            except Exception:  # what is wrong shows best where it happens
                return do(number)
            return result

        try:
            yield done
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _inherit(do: Callable[[int], Any]) -> None:
    global _inherited  # noqa: PLW0603 - the one place of a process that all its tasks see
    _inherited = do


def _do_inherited(numbers: range) -> list[Any]:
    assert _inherited is not None
    return [_inherited(number) for number in numbers]


def _jobs(content: Path) -> int:
    """As many workers as help: one for each processor, or none for a small site."""
    pathways = content / "pathways"
    is_large = pathways.is_dir() and sum(1 for _ in pathways.iterdir()) >= PAY_FROM
    return (os.cpu_count() or 1) if is_large else 1


@contextmanager
def _cluster(address: str) -> Iterator[Executor]:
    """The workers of a Dask cluster. They see content and output at the same paths, and run the same Waymark."""
    try:
        from distributed import Client
    except ModuleNotFoundError as error:
        message = 'a cluster needs more packages: pip install "waymark[cluster]"'
        raise NoCluster(message) from error
    try:
        client = Client(address, timeout=_PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError, TimeoutError) as error:
        message = f"no scheduler answers at {address}"
        raise NoCluster(message) from error
    with client:
        if not client.scheduler_info(n_workers=-1)["workers"]:
            message = f"the scheduler at {address} has no workers"
            raise NoCluster(message)
        with client.get_executor(pure=False) as executor:  # type: ignore[no-untyped-call]
            yield executor
