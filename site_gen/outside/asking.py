"""One outside address to its answer: asked as briefly as will do, followed where it leads, never pressed."""

from __future__ import annotations

import ssl
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import Final

import aiohttp
import truststore
from yarl import URL

from site_gen.outside.answer import Answer, Standing, unreachable
from site_gen.outside.reply import Reply, failure_of, reply_of, web_address
from site_gen.outside.terms import LinkTerms, Manners
from site_gen.outside.turns import Turns

_MOST_HOPS: Final = 10
_LONGEST_LINE: Final = 65_536
"""Some hosts send security policies far beyond the 8 kB that the library allows."""

_PATIENCE: Final = 2
"""After so many pages of a host in a row without an answer, the others are not asked."""


def open_session(manners: Manners) -> aiohttp.ClientSession:
    """A session that trusts what the machine trusts, sends nobody's passwords, and keeps to the deadline."""
    connector = aiohttp.TCPConnector(ssl=truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT), limit=0, ttl_dns_cache=600)
    return aiohttp.ClientSession(
        connector=connector,
        headers={"User-Agent": manners.agent, "Accept": "*/*"},
        timeout=aiohttp.ClientTimeout(total=manners.deadline, connect=manners.deadline / 2),
        middlewares=(_no_second_try,),
        max_line_size=_LONGEST_LINE,
        max_field_size=_LONGEST_LINE,
    )


async def _no_second_try(request: aiohttp.ClientRequest, handler: aiohttp.ClientHandlerType) -> aiohttp.ClientResponse:
    """Change the error at which the library would ask again by itself, without a pause."""
    try:
        return await handler(request)
    except aiohttp.ClientConnectorError:
        raise
    except (aiohttp.ClientOSError, aiohttp.ServerDisconnectedError) as error:
        raise aiohttp.ClientPayloadError(str(error)) from error


@dataclass(slots=True, kw_only=True)
class Asker:
    """Asks addresses, and remembers for the run which hosts are not there or want to be left alone."""

    session: aiohttp.ClientSession
    terms: LinkTerms
    turns: Turns
    reached: set[str] = field(default_factory=set)
    silent: set[str] = field(default_factory=set)
    """The hosts that have answered, and those that left a request without an answer."""
    _given_up: dict[URL, Reply] = field(default_factory=dict)
    _late: Counter[URL] = field(default_factory=Counter)

    async def ask(self, address: str) -> Answer:
        """What the address has to say, after at most ten redirects."""
        url = web_address(address)
        if url is None:
            return unreachable("it is not a web address")
        moved_to, for_good = "", True
        for _ in range(_MOST_HOPS + 1):
            reply = await self._settle(url)
            if reply.leads_to is None:
                return replace(reply.answer, moved_to=moved_to)
            url = reply.leads_to
            for_good = for_good and reply.for_good
            moved_to = str(url) if for_good else moved_to
        return unreachable(f"it redirects more than {_MOST_HOPS} times")

    async def _settle(self, url: URL) -> Reply:
        """The reply to a HEAD request; where that fails to a GET, and where the failure may pass to one more.

        Many a host answers HEAD wrongly, so that its failures prove nothing.
        """
        if (known := self._given_up.get(url.origin())) is not None:
            return known
        reply = await self._once("HEAD", url)
        if not reply.settled:
            reply = await self._once("GET", url)
            if reply.passing and not reply.settled:
                reply = await self._once("GET", url)
        self._note(url, reply)
        return reply

    async def _once(self, method: str, url: URL) -> Reply:
        host, manners = url.host or "", self.terms.manners
        async with self.turns.turn(host):
            proxy = self.terms.proxy_of(str(url))
            try:
                async with self.session.request(method, url, allow_redirects=False, proxy=proxy) as response:
                    reply = reply_of(response, self.terms.now)
            except (aiohttp.ClientError, OSError, ValueError) as error:
                reply = failure_of(error, manners.deadline)
            (self.reached if reply.answered else self.silent).add(host)
            if reply.wait > manners.longest_wait:
                return _left_alone(reply)
            if reply.passing:
                self.turns.hold(host, reply.wait or manners.again_after)
            return reply

    def _note(self, url: URL, reply: Reply) -> None:
        """Remember what is true of the whole host, so that it isn't asked for every page of it."""
        origin = url.origin()
        too_often = reply.passing and reply.answer.standing is Standing.REFUSED
        self._late[origin] = 0 if reply.answered else self._late[origin] + 1
        if reply.of_host:
            self._given_up[origin] = reply
        elif too_often or self._late[origin] >= _PATIENCE:
            self._given_up[origin] = _left_alone(reply)


def _left_alone(reply: Reply) -> Reply:
    answer = Answer(standing=Standing.REFUSED, said="asks to be left alone for now")
    return replace(reply, answer=answer, of_host=True)
