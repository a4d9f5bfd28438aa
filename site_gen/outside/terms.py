"""What a run of asking is told from outside: the time, where answers are kept, and how polite to be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field
from datetime import datetime
from pathlib import Path

from site_gen import __version__
from site_gen.record import record

Progress = Callable[[str, int, int], None]
"""Told the name of a stage, and how many of how many steps of it are done."""


class NoNetworkError(Exception):
    """Nothing outside answers, so nothing can be said of any one address."""

    def __init__(self) -> None:
        super().__init__("no outside address could be reached: check the network")


class MissingExtraError(Exception):
    """The packages that asking needs are not installed."""

    def __init__(self) -> None:
        super().__init__('outside links need more packages: pip install "waymark[links]"')


@record
class Manners:
    """How polite a run is; all times in seconds.

    `pause` lies between two requests to one host. `deadline` is for one request from first to last. A wait that a
    host asks for is kept up to `longest_wait`; beyond, the host is left alone. `again_after` is the wait before a
    second try where the host names none. `agent` is the name by which a host knows us.
    """

    pause: float = 1.0
    deadline: float = 20.0
    longest_wait: float = 60.0
    again_after: float = 3.0
    hosts_at_once: int = 16
    agent: str = f"Waymark/{__version__} (checks the links of a site)"


def direct(_url: str) -> str | None:
    """No proxy."""
    return None


@record
class LinkTerms:
    """What a run is asked to do.

    `now` carries its time zone. `cache` is the folder for the answers; None keeps none. `proxy_of` gives the proxy to
    ask an address through, or None.
    """

    now: datetime
    cache: Path | None = None
    proxy_of: Callable[[str], str | None] = direct
    manners: Manners = field(default_factory=Manners)
