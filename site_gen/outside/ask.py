"""Outside addresses to their answers: hosts side by side, each asked one address after the other."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Coroutine, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from site_gen.outside.answer import Answer, Standing
from site_gen.outside.remembered import recall, remember
from site_gen.outside.terms import LinkTerms, MissingExtraError, NoNetworkError, Progress
from site_gen.outside.turns import Turns

if TYPE_CHECKING:
    from site_gen.outside.asking import Asker

_TELLING: Final = 3
"""So many hosts out of reach, and none in reach, speak of the network and not of the hosts."""


def _no_progress(_stage: str, _done: int, _total: int) -> None:
    """Say nothing."""


def ask(urls: Iterable[str], terms: LinkTerms, progress: Progress = _no_progress) -> Mapping[str, Answer]:
    """What each address has to say, asked once or remembered from an earlier run.

    Interrupted by Ctrl-C, it gives the answers that it has: what was not asked has none. Raises `MissingExtraError`
    where the packages for it are not installed, and `NoNetworkError` where it looks as if nothing outside could be
    reached.
    """
    wanted = tuple(dict.fromkeys(urls))
    known = recall(terms.cache, terms.now)
    unknown = tuple(url for url in wanted if url not in known)
    witness = next((url for url in wanted if url in known and known[url].standing is Standing.FOUND), None)
    fresh: dict[str, Answer] = {}
    if unknown:
        with suppress(KeyboardInterrupt):
            _finish(_ask_all(unknown, fresh, terms, witness=witness, progress=progress))
    answers = {**known, **fresh}
    return {url: answers[url] for url in wanted if url in answers}


def _finish(asking: Coroutine[Any, Any, None]) -> None:
    """Run it to its end; in a thread of its own for a caller whose thread has a running loop already."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        asyncio.run(asking)
    else:
        with ThreadPoolExecutor(max_workers=1) as thread:
            thread.submit(asyncio.run, asking).result()


async def _ask_all(
    urls: Sequence[str], answers: dict[str, Answer], terms: LinkTerms, *, witness: str | None, progress: Progress
) -> None:
    """Ask them all; each answer stands in `answers` as soon as it is there."""
    try:
        from site_gen.outside.asking import Asker, open_session
    except ModuleNotFoundError as error:
        raise MissingExtraError from error
    manners = terms.manners
    # Names are looked up in threads: with fewer of them, a slow look-up would use up another host's deadline.
    names = ThreadPoolExecutor(max_workers=manners.hosts_at_once)
    asyncio.get_running_loop().set_default_executor(names)
    async with open_session(manners) as session:
        asker = Asker(session=session, terms=terms, turns=Turns(pause=manners.pause))
        try:
            await _ask_hosts(asker, _by_host(urls), answers, progress)
        finally:
            # What was asked before Ctrl-C is kept, too.
            remember(terms.cache, terms.now, answers)
        if not asker.reached and await _no_network(asker, witness):
            raise NoNetworkError


async def _ask_hosts(
    asker: Asker, urls_by_host: Mapping[str, Sequence[str]], answers: dict[str, Answer], progress: Progress
) -> None:
    total = sum(map(len, urls_by_host.values()))
    free = asyncio.Semaphore(asker.terms.manners.hosts_at_once)

    async def ask_host(urls: Sequence[str]) -> None:
        async with free:
            for url in urls:
                answers[url] = await asker.ask(url)
                progress("Asking", len(answers), total)

    async with asyncio.TaskGroup() as group:
        for urls in urls_by_host.values():
            group.create_task(ask_host(urls))


async def _no_network(asker: Asker, witness: str | None) -> bool:
    """Whether the network is to blame: what answered lately does not, or too many hosts are gone at once."""
    if witness is None:
        return len(asker.silent) >= _TELLING
    await asker.ask(witness)
    return not asker.reached


def _by_host(urls: Iterable[str]) -> Mapping[str, Sequence[str]]:
    urls_by_host: defaultdict[str, list[str]] = defaultdict(list)
    for url in urls:
        urls_by_host[_host(url)].append(url)
    return urls_by_host


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
