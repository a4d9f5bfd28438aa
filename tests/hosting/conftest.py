"""Turns a small site into one that a real web server of Debian's serves on this machine."""

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from textwrap import indent

import pytest

from site_gen.build.site import build_site
from tests.commands.running import run
from tests.sites import PATHWAY, options, small_site
from tools.servers import executable, find_program, is_required, none_found

HERE = Path(__file__).parent
NGINX = """\
load_module {modules}/ngx_http_brotli_static_module.so;
daemon off;
master_process off;
pid nginx.pid;
error_log stderr;
events {{ }}
http {{
    access_log off;
    client_body_temp_path body;
    proxy_temp_path proxy;
    fastcgi_temp_path fastcgi;
    uwsgi_temp_path uwsgi;
    scgi_temp_path scgi;
    include {types};
    server {{
        listen 127.0.0.1:{port};
        root {root};
        brotli_static on;
{lines}
    }}
}}
"""
CADDY = """\
{{
	admin off
	auto_https off
}}
http://127.0.0.1:{port} {{
	root * {root}
{lines}
}}
"""


@dataclass(frozen=True)
class Answer:
    """What a server has answered: its status, its headers by their names in small letters, and its bytes."""

    status: int
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True)
class Served:
    """A site on a server: the port, where it begins on the host, and the folder that holds its files."""

    name: str
    port: int
    under: str
    output: Path
    packed: bool

    def ask(self, address: str, method: str = "GET", **headers: str) -> Answer:
        """Ask for an address below where the site begins; `if_none_match` stands for `If-None-Match`."""
        return self.ask_host(f"{self.under}{address}", method, **headers)

    def ask_host(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """Ask for a whole path."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, path, headers={"Accept-Encoding": "identity", **named})
            response = connection.getresponse()
            found = {name.lower(): value for name, value in response.getheaders()}
            return Answer(status=response.status, headers=found, body=response.read())
        finally:
            connection.close()

    def file(self, address: str) -> bytes:
        """The bytes of a file of the site."""
        return (self.output / address).read_bytes()


def need(name: str) -> Path:
    """The packages of a program; without them the test fails in CI and is skipped elsewhere."""
    folder = find_program(name)
    if folder is None and is_required():
        pytest.fail(none_found(name), pytrace=False)
    if folder is None:
        pytest.skip(none_found(name))
    return folder


FILES = {
    "pathways/cook-to-baker.md": PATHWAY.replace("difficulty", "aliases: [old-name, a/older.html]\ndifficulty"),
    "pages/about.md": "---\ntitle: About\n---\n\nWe bake.\n",
    "assets/folder/drawing.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>\n',
}


def made_site(folder: Path, under: str, settings: str = "") -> tuple[Path, Path]:
    """A small site with old addresses, built for a path of a host: its folder, and the root that a server has."""
    base = f"base_url: https://guides.example{under}\n"
    site = small_site(folder / "site", {**FILES, "site.yaml": base + settings})
    root = folder / "root"
    output = root / under.strip("/")
    assert build_site(options(site, output=folder / "output")).published
    shutil.copytree(folder / "output", output, dirs_exist_ok=True)
    return site, root


@contextmanager
def serving(name: str, folder: Path, under: str, settings: str = "") -> Iterator[Served]:
    """A site on a real server, by the lines that `waymark hosting` prints."""
    packages = need(name)
    site, root = made_site(folder, under, settings)
    printed = run("hosting", name, "--site", str(site))
    assert (printed.exit_code, printed.stderr) == (0, "")
    lines = printed.stdout
    port = _free_port()
    if name == "nginx":
        modules, types = packages / "usr/lib/nginx/modules", packages / "etc/nginx/mime.types"
        text = NGINX.format(modules=modules, types=types, port=port, root=root, lines=indent(lines, " " * 8))
        (folder / "nginx.conf").write_text(text, "utf-8")
        command = [*executable(name), "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", "stderr"]
    else:
        (folder / "Caddyfile").write_text(CADDY.format(port=port, root=root, lines=indent(lines, "\t")), "utf-8")
        own = f"XDG_DATA_HOME={folder / 'data'}"
        run_it = ["run", "--config", str(folder / "Caddyfile"), "--adapter", "caddyfile"]
        command = ["env", own, f"HOME={folder}", *executable(name), *run_it]
    with (folder / "server.log").open("wb") as log, subprocess.Popen(command, stdout=log, stderr=log) as server:
        try:
            _wait(server, port, folder / "server.log")
            packed = "precompress: true" in settings
            yield Served(name=name, port=port, under=under, output=root / under.strip("/"), packed=packed)
        finally:
            server.terminate()


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def _wait(server: subprocess.Popen[bytes], port: int, log: Path) -> None:
    """Wait until the server listens; it fails with what it said where it ends instead."""
    for _ in range(600):
        assert server.poll() is None, log.read_text("utf-8", "replace")
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    pytest.fail(f"the server does not listen:\n{log.read_text('utf-8', 'replace')}", pytrace=False)
