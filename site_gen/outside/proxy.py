"""An outside address to the proxy that this machine is told to use for it."""

from __future__ import annotations

from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass


def system_proxy(url: str) -> str | None:
    """The proxy for an address, from the environment or the system's settings; None where it is asked directly."""
    try:
        split = urlsplit(url)
    except ValueError:
        return None
    if not split.hostname or proxy_bypass(split.hostname):
        return None
    return getproxies().get(split.scheme)
