"""A few small hosts on this machine that behave as the web does, well and badly, and note who asked when."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Lock, Thread


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One request, as a host saw it; times in seconds."""

    host: str
    method: str
    path: str
    agent: str
    begun: float
    ended: float

    def __str__(self) -> str:
        return f"{self.method} {self.path}"


@dataclass(slots=True)
class Web:
    """What all hosts have seen, and where they are."""

    done: list[Request] = field(default_factory=list)
    begun: int = 0
    bases: list[str] = field(default_factory=list)
    closing: Event = field(default_factory=Event)
    seen: dict[str, int] = field(default_factory=dict)
    lock: Lock = field(default_factory=Lock)

    def url(self, path: str, host: int = 0) -> str:
        """The address of a path on one of the hosts."""
        return self.bases[host] + path

    @property
    def requests(self) -> list[Request]:
        """Every request, once the last has ended: an answer is read before its sender has noted it down."""
        patience = time.monotonic() + 20
        while len(self.done) < self.begun and time.monotonic() < patience:
            time.sleep(0.001)
        return self.done

    def clear(self) -> None:
        """Forget what was asked so far."""
        self.requests.clear()
        self.begun = 0

    @property
    def asked(self) -> list[str]:
        """Method and path of every request, in the order in which they came."""
        return [str(each) for each in sorted(self.requests, key=lambda each: each.begun)]


class Behaviour(BaseHTTPRequestHandler):
    """Does what the first word of the path says."""

    protocol_version = "HTTP/1.1"

    def __init__(self, web: Web, *arguments: object) -> None:
        self.web = web
        super().__init__(*arguments)  # type: ignore[arg-type]  # the server's own arguments, handed on

    def do_GET(self) -> None:
        begun = time.monotonic()
        with self.web.lock:
            times = self.web.seen[self.path] = self.web.seen.get(self.path, 0) + 1
            self.web.begun += 1
        word, _, rest = self.path[1:].partition("/")
        self.behave(word, rest, times)
        self.web.done.append(
            Request(
                host=str(self.connection.getsockname()[0]),
                method=self.command,
                path=self.path,
                agent=self.headers["User-Agent"],
                begun=begun,
                ended=time.monotonic(),
            )
        )

    def do_HEAD(self) -> None:
        self.do_GET()

    def behave(self, word: str, rest: str, times: int) -> None:
        self.close_connection = word in {"never", "drip", "closes", "garbage"}
        match word:
            case "never":
                self.web.closing.wait(30)
            case "drip":
                self.drip()
            case "closes":
                pass
            case "garbage":
                self.wfile.write(b"hello\r\n\r\n")
            case _:
                time.sleep(0.3 if word == "slow" else 0)
                self.answer(self.status(word, times), self.extra(word, rest))

    def status(self, word: str, times: int) -> int:
        match word:
            case "301to":
                return 301
            case "nohead":
                return 405 if self.command == "HEAD" else 200
            case "500then200":
                return 500 if times < 3 else 200
            case "429then200":
                return 429 if times < 2 else 200
            case _:
                return int(word) if word.isdecimal() else 200

    def extra(self, word: str, rest: str) -> dict[str, str]:
        match word:
            case "301" | "302" | "308":
                return {"Location": "/" + rest}
            case "301to":
                return {"Location": rest}
            case "429" | "429then200":
                return {"Retry-After": rest or "0"}
            case "policy":
                return {"Content-Security-Policy": "x" * 30_000}
            case _:
                return {}

    def answer(self, status: int, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def drip(self) -> None:
        """Send the head of an answer for ever, one character at a time."""
        try:
            self.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
            while not self.web.closing.wait(0.05):
                self.wfile.write(b"x")
        except OSError:
            return

    def log_message(self, *_: object) -> None:
        """Print nothing."""


@contextmanager
def web_of(hosts: int) -> Iterator[Web]:
    """A web of so many hosts: 127.0.0.1, 127.0.0.2 and so on."""
    web = Web()
    servers = [ThreadingHTTPServer((f"127.0.0.{1 + each}", 0), partial(Behaviour, web)) for each in range(hosts)]
    web.bases = [f"http://127.0.0.{1 + each}:{server.server_port}" for each, server in enumerate(servers)]
    for server in servers:
        server.daemon_threads = True
        Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield web
    finally:
        web.closing.set()
        for server in servers:
            server.shutdown()
            server.server_close()
