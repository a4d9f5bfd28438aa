"""What the preview server answers, and whom.

The server runs in a thread with a loop of its own, because the browser's tests may hold this thread's.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

import pytest
from livereload.handlers import LiveReloadHandler
from tornado.httpclient import HTTPRequest
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.websocket import websocket_connect

from site_gen.serve.handlers import State, is_allowed_host, make_application

LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})
SOCKET = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "d2F5bWFya3dheW1hcms9PQ==",
}


@pytest.mark.parametrize(
    ("host", "allowed", "answer"),
    [
        pytest.param("127.0.0.1:8000", LOCAL, True, id="the address it listens on"),
        pytest.param("localhost", LOCAL, True, id="its name"),
        pytest.param("[::1]:8000", LOCAL, True, id="version six"),
        pytest.param("evil.example:8000", LOCAL, False, id="a name that was made to point here"),
        pytest.param("192.168.1.5:8000", LOCAL, False, id="another address, when it listens on one only"),
        pytest.param("192.168.1.5:8000", LOCAL | {"*"}, True, id="another address, when it listens on all"),
        pytest.param("evil.example", LOCAL | {"*"}, False, id="a name, even when it listens on all"),
        pytest.param("", LOCAL | {"*"}, False, id="no host at all"),
    ],
)
def test_host_is_the_previews_own(host: str, allowed: frozenset[str], *, answer: bool) -> None:
    assert is_allowed_host(host, allowed) is answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came back."""

    code: int
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """A preview of a small site that lives under /guides/, and what its handlers know."""

    port: int
    state: State

    def ask(self, path: str, **headers: str) -> Answer:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.request("GET", path, headers={key.replace("_", "-"): value for key, value in headers.items()})
        response = connection.getresponse()
        body = b"" if response.status == 101 or "Upgrade" in headers else response.read()
        connection.close()
        return Answer(code=response.status, headers=dict(response.getheaders()), body=body)

    def knock(self, **headers: str) -> int:
        return self.ask("/livereload", **SOCKET, **headers).code


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    output = tmp_path / "output"
    (output / "roles").mkdir(parents=True)
    (output / "assets").mkdir()
    (output / "assets" / "style-211c8239.css").write_text("b{}", encoding="utf-8")
    (output / "assets" / "photo-20240101.png").write_bytes(b"photo")
    pages = {"index.html": "home", "404.html": "lost", "roles/a.html": "role", ".waymark": "x", "a.css": "b{}"}
    for name, words in pages.items():
        (output / name).write_text(f"<head></head>{words}", encoding="utf-8")
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    state = State(output=output, base_path="/guides/", hosts=LOCAL)
    loop = asyncio.new_event_loop()
    ready = threading.Event()
    sockets = bind_sockets(0, "127.0.0.1")

    async def start() -> None:
        HTTPServer(make_application(state)).add_sockets(sockets)
        ready.set()

    def run() -> None:
        asyncio.set_event_loop(loop)
        loop.run_until_complete(start())
        loop.run_forever()

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    assert ready.wait(20)
    yield Preview(port=sockets[0].getsockname()[1], state=state)
    loop.call_soon_threadsafe(loop.stop)
    thread.join(20)


def test_pages_come_with_the_preview_and_files_as_they_are(preview: Preview) -> None:
    home, role, style = (preview.ask(f"/guides/{name}") for name in ("", "roles/a.html", "a.css"))
    assert (home.code, role.code, style.code) == (200, 200, 200)
    assert b"livereload.js" in home.body
    assert role.body.endswith(b"role")
    assert (style.body, style.headers["Content-Type"]) == (b"<head></head>b{}", "text/css; charset=utf-8")


def test_address_outside_the_site_leads_to_it(preview: Preview) -> None:
    answer = preview.ask("/")
    assert (answer.code, answer.headers["Location"]) == (302, "/guides/")


@pytest.mark.parametrize(
    "path", ["nothing.html", ".waymark", "../secret.txt", "%2e%2e/secret.txt", "%00", "roles/..%2f..%2fsecret.txt"]
)
def test_what_is_not_a_page_gets_the_sites_own_page(preview: Preview, path: str) -> None:
    answer = preview.ask(f"/guides/{path}")
    assert (answer.code, answer.body.endswith(b"lost")) == (404, True)


def test_pages_say_their_edition_and_what_is_wrong(preview: Preview) -> None:
    preview.state.title, preview.state.text, preview.state.edition = "1 error", "a.md:1:1", "7"
    assert b'data-edition="7" data-title="1 error" data-text="a.md:1:1"' in preview.ask("/guides/").body
    assert preview.ask("/__waymark/edition").body == b"7"


def test_every_edition_has_a_name_of_its_own(preview: Preview) -> None:
    names = set()
    for _ in range(3):
        preview.state.name_edition()
        names.add(preview.state.edition)
    assert len(names) == 3


def test_own_files_are_these_only(preview: Preview) -> None:
    assert b"waymark-report" in preview.ask("/__waymark/preview.js").body
    assert preview.ask("/__waymark/preview.css").code == 200
    assert b"LiveReload" in preview.ask("/__waymark/livereload.js").body
    assert preview.ask("/__waymark/handlers.py").code == 404


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        pytest.param("/guides/", False, id="a page"),
        pytest.param("/guides/a.css", False, id="a file that may change"),
        pytest.param("/guides/assets/photo-20240101.png", False, id="a name that only looks like that of its content"),
        pytest.param("/guides/assets/style-211c8239.css", True, id="a file named after its content"),
        pytest.param("/__waymark/edition", False, id="what changes with every build"),
        pytest.param("/__waymark/livereload.js", True, id="an own file, whose address has its version"),
    ],
)
def test_browser_asks_at_every_reload_for_what_may_have_changed(preview: Preview, path: str, *, kept: bool) -> None:
    answer = preview.ask(path)
    assert (answer.code, answer.headers["Cache-Control"] != "no-store") == (200, kept)


@pytest.mark.parametrize("path", ["/guides/", "/__waymark/livereload.js", "/__waymark/edition"])
def test_request_for_another_host_is_refused(preview: Preview, path: str) -> None:
    assert preview.ask(path, Host="evil.example").code == 403


def test_socket_takes_pages_of_this_server_only(preview: Preview) -> None:
    own = f"http://127.0.0.1:{preview.port}"
    assert preview.knock(Origin=own) == 101
    assert preview.knock(Origin="http://evil.example") == 403


def test_socket_is_closed_to_a_name_that_was_made_to_point_here(preview: Preview) -> None:
    assert preview.knock(Origin="http://evil.example", Host="evil.example") == 403


def test_page_is_told_of_builds_from_its_greeting_on(preview: Preview) -> None:
    async def greet() -> bool:
        request = HTTPRequest(
            f"ws://127.0.0.1:{preview.port}/livereload", headers={"Origin": f"http://127.0.0.1:{preview.port}"}
        )
        socket = await websocket_connect(request)
        await socket.write_message('{"command": "hello"}')
        answer = await socket.read_message()
        for _ in range(100):  # the server is in another thread
            if LiveReloadHandler.waiters:
                break
            await asyncio.sleep(0.01)
        is_told = len(LiveReloadHandler.waiters) == 1
        socket.close()
        return is_told and answer is not None

    assert asyncio.run(greet())


def test_nobody_can_force_a_reload(preview: Preview) -> None:
    assert preview.ask("/forcereload").headers["Location"] == "/guides/"
