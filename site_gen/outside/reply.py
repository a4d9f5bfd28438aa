"""One exchange with a host to what follows from it: an answer, another address, or another try."""

from __future__ import annotations

from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Final

import aiohttp
from yarl import URL

from site_gen.outside.answer import PASSING, Answer, Standing, answer_of, unreachable
from site_gen.record import record

_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_FOR_GOOD: Final = frozenset({301, 308})


@record
class Reply:
    """What one request brought.

    `leads_to` is set for a redirect, `for_good` if that is to stay. A `passing` failure may be over in a moment, or
    after the `wait` in seconds that the host asked for. One that is true `of_host` holds for its other pages, too.
    One that was not `answered` says nothing of the network.
    """

    answer: Answer
    leads_to: URL | None = None
    for_good: bool = False
    passing: bool = False
    wait: float = 0.0
    of_host: bool = False
    answered: bool = True

    @property
    def settled(self) -> bool:
        """Whether asking in another way could not say more."""
        return self.of_host or self.leads_to is not None or self.answer.standing is Standing.FOUND


def web_address(written: str, base: URL | None = None) -> URL | None:
    """An address as it is asked for, without its heading; None where it isn't one of the web."""
    try:
        url = (base.join(URL(written)) if base else URL(written)).with_fragment(None)
        return url if url.scheme in {"http", "https"} and url.host else None
    except ValueError:
        return None


def reply_of(response: aiohttp.ClientResponse, now: datetime) -> Reply:
    """What a response says; `now` is held against a wait that is given as a date."""
    location = response.headers.get("Location", "")
    if response.status in _REDIRECTS and location:
        return _redirect(response.url, location, for_good=response.status in _FOR_GOOD)
    if response.status not in PASSING:
        return Reply(answer=answer_of(response.status))
    return Reply(
        answer=answer_of(response.status),
        passing=True,
        wait=_wait(response.headers.get("Retry-After", ""), response.headers.get("Date", ""), now),
    )


def _redirect(url: URL, location: str, *, for_good: bool) -> Reply:
    target = web_address(location, url)
    if target is None:
        return Reply(answer=unreachable("it leads to something that is not a web address"))
    return Reply(answer=Answer(standing=Standing.FOUND), leads_to=target, for_good=for_good)


def _wait(asked: str, date: str, now: datetime) -> float:
    """The seconds of a Retry-After header: a number, or a date after the response's own; 0 for neither."""
    asked = asked.strip()
    if asked.isascii() and asked.isdecimal():
        return float(asked[:9])
    try:
        until = parsedate_to_datetime(asked)
        since = parsedate_to_datetime(date) if date else now
        return max(0.0, (until - since).total_seconds())
    except (ValueError, TypeError, OverflowError):
        return 0.0


def failure_of(error: Exception, deadline: float) -> Reply:
    """What it means that a request brought no response."""
    match error:
        case aiohttp.ClientConnectorCertificateError():
            return _gone("its certificate is not valid")
        case aiohttp.ClientSSLError():
            return _gone("it makes no secure connection")
        case aiohttp.ClientConnectorDNSError():
            return _gone("no such host")
        case aiohttp.ConnectionTimeoutError():
            return _gone(f"no connection within {deadline / 2:g} seconds")
        case TimeoutError():
            return Reply(answer=unreachable(f"no answer within {deadline:g} seconds"), answered=False)
        case aiohttp.ClientConnectorError():
            return _gone("the connection is refused")
        case aiohttp.InvalidURL() | ValueError():
            return Reply(answer=unreachable("it is not a web address"), answered=False)
        case _:
            return Reply(
                answer=unreachable("the connection breaks off before the answer"), passing=True, answered=False
            )


def _gone(why: str) -> Reply:
    return Reply(answer=unreachable(why), of_host=True, answered=False)
