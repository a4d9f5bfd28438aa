"""`waymark serve`: what can't be served is told in a line."""

import gc
import socket
from pathlib import Path

import pytest

from tests.commands.running import run


def test_what_goes_round_in_circles_is_freed_while_a_site_is_served(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[bool] = []
    monkeypatch.setattr("site_gen.serve.server.serve_site", lambda *_args, **_given: seen.append(gc.isenabled()))
    gc.disable()
    try:
        assert run("serve", "--site", str(site)).exit_code == 0
    finally:
        gc.enable()
    assert seen == [True]


def test_a_preview_is_built_apart_from_what_is_published(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outputs: list[Path] = []
    monkeypatch.setattr("site_gen.serve.server.serve_site", lambda options, **_given: outputs.append(options.output))
    assert run("build", "--site", str(site)).exit_code == 0
    assert run("serve", "--site", str(site)).exit_code == 0
    assert run("serve", "--site", str(site), "--output", str(site / "elsewhere")).exit_code == 0
    assert outputs == [site / ".cache" / "preview", site / "elsewhere"]


def test_a_taken_port_is_wrong_usage(site: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = run("serve", "--port", str(port))
    assert result.exit_code == 2
    assert f"127.0.0.1:{port} can't be listened on" in result.stderr
    assert result.stderr.endswith("Name another port with --port.\n")
    assert (site / "content").is_dir()
