"""What the preview server answers, and whom."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from tornado.httpclient import HTTPClientError, HTTPRequest, HTTPResponse
from tornado.testing import AsyncHTTPTestCase
from tornado.web import Application
from tornado.websocket import WebSocketClientConnection, websocket_connect

from site_gen.serve.handlers import State, is_allowed_host, make_application

LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})


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


class PreviewTest(AsyncHTTPTestCase):
    """A preview of a small site that lives under /guides/."""

    def get_app(self) -> Application:
        self.folder = TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        output = Path(self.folder.name) / "output"
        (output / "roles").mkdir(parents=True)
        pages = {
            "index.html": "home",
            "404.html": "lost",
            "roles/a.html": "role",
            ".waymark": "x",
            "a.css": "b{}",
        }
        for name, words in {**pages, ".waymark": "x", "a.css": "b{}"}.items():
            (output / name).write_text(f"<head></head>{words}", encoding="utf-8")
        (Path(self.folder.name) / "secret.txt").write_text("secret", encoding="utf-8")
        self.state = State(output=output, base_path="/guides/", hosts=LOCAL)
        return make_application(self.state)

    def ask(self, path: str, **headers: str) -> HTTPResponse:
        request = HTTPRequest(self.get_url(path), headers=headers, follow_redirects=False)
        response: HTTPResponse = self.io_loop.run_sync(lambda: self.http_client.fetch(request, raise_error=False))
        return response

    def assert_answer(self, path: str, code: int, words: bytes, **headers: str) -> None:
        response = self.ask(path, **headers)
        self.assertEqual((response.code, words in response.body), (code, True), (path, response.body))

    def test_pages_come_with_the_preview_and_files_as_they_are(self) -> None:
        self.assert_answer("/guides/", 200, b"livereload.js")
        self.assert_answer("/guides/roles/a.html", 200, b"role")
        self.assertEqual(self.ask("/guides/a.css").body, b"<head></head>b{}")
        self.assertEqual(self.ask("/guides/a.css").headers["Content-Type"], "text/css; charset=utf-8")

    def test_address_outside_the_site_leads_to_it(self) -> None:
        response = self.ask("/")
        self.assertEqual((response.code, response.headers["Location"]), (302, "/guides/"))

    def test_wrong_address_gets_the_sites_own_page(self) -> None:
        self.assert_answer("/guides/nothing.html", 404, b"lost")

    def test_hidden_and_outside_files_are_not_there(self) -> None:
        for path in ("/guides/.waymark", "/guides/../secret.txt", "/guides/%2e%2e/secret.txt", "/guides/%00"):
            self.assert_answer(path, 404, b"lost")

    def test_report_says_what_is_wrong(self) -> None:
        self.state.title, self.state.text = "1 error", "a.md:1:1"
        self.assertEqual(json.loads(self.ask("/__waymark/report.json").body), {"title": "1 error", "text": "a.md:1:1"})

    def test_own_files_are_these_two_only(self) -> None:
        self.assert_answer("/__waymark/preview.js", 200, b"waymark-report")
        self.assertEqual(self.ask("/__waymark/handlers.py").code, 404)

    def test_requests_for_another_host_are_refused(self) -> None:
        for path in ("/guides/", "/livereload.js", "/__waymark/report.json"):
            self.assertEqual(self.ask(path, Host="evil.example").code, 403, path)

    def test_socket_takes_pages_of_this_server_only(self) -> None:
        own = f"http://127.0.0.1:{self.get_http_port()}"
        self.knock(Origin=own).close()
        for origin, host in (("http://evil.example", "127.0.0.1"), ("http://evil.example", "evil.example")):
            with self.assertRaises(HTTPClientError) as refused:
                self.knock(Origin=origin, Host=host)
            self.assertEqual(refused.exception.code, 403)

    def knock(self, **headers: str) -> WebSocketClientConnection:
        address = self.get_url("/livereload").replace("http", "ws", 1)
        connection = self.io_loop.run_sync(lambda: websocket_connect(HTTPRequest(address, headers=headers)))
        assert isinstance(connection, WebSocketClientConnection)
        return connection

    def test_nobody_can_force_a_reload(self) -> None:
        self.assertEqual(self.ask("/forcereload").headers.get("Location"), "/guides/")
