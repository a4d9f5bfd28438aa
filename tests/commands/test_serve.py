"""`waymark serve`: what can't be served is told in a line."""

import socket
from pathlib import Path

from tests.commands.running import run


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
