"""A host is believed only with a certificate that the machine trusts."""

import shutil
import ssl
import subprocess
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from site_gen.outside.answer import unreachable
from site_gen.outside.ask import ask
from tests.outside.serving import Behaviour, Web
from tests.outside.test_ask import TERMS


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl makes the certificate")
def test_certificate_that_nobody_vouches_for_is_not_valid(tmp_path: Path) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=127.0.0.1"]
    names = ["-addext", "subjectAltName=IP:127.0.0.1"]
    subprocess.run([*command, *names, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Behaviour, Web()))
    server.socket = context.wrap_socket(server.socket, server_side=True)
    Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    url = f"https://127.0.0.1:{server.server_port}/ok"
    try:
        assert ask([url], TERMS) == {url: unreachable("its certificate is not valid")}
    finally:
        server.shutdown()
        server.server_close()
