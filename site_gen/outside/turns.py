"""Requests to the hosts they are for: one at a time to each, with a pause between them."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field


@dataclass(slots=True, kw_only=True)
class Turns:
    """Who may ask a host, and when; times in seconds of the running loop's clock."""

    pause: float
    _locks: defaultdict[str, asyncio.Lock] = field(default_factory=lambda: defaultdict(asyncio.Lock))
    _not_before: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))

    @asynccontextmanager
    async def turn(self, host: str) -> AsyncIterator[None]:
        """Hold the host for one request, as soon as it is free and its pause is over."""
        clock = asyncio.get_running_loop().time
        async with self._locks[host]:
            # Another wait may have been asked for while this one slept.
            while (left := self._not_before[host] - clock()) > 0:
                await asyncio.sleep(left)
            try:
                yield
            finally:
                self.hold(host, self.pause)

    def hold(self, host: str, seconds: float) -> None:
        """Let nobody ask the host for so long."""
        until = asyncio.get_running_loop().time() + seconds
        self._not_before[host] = max(self._not_before[host], until)
