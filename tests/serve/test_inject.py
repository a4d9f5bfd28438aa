"""What the preview adds to a page, and what it leaves alone."""

from __future__ import annotations

import re

import pytest

from site_gen.serve.inject import inject, own_address

POLICY = b"default-src 'none'; connect-src 'self'; base-uri 'none'"
PAGE = b'<html><head><meta content="' + POLICY + b'"></head><body>x</body></html>'
HOST = "127.0.0.1:8000"


def test_scripts_stand_at_the_end_of_the_head() -> None:
    head, _, rest = inject(PAGE, host=HOST, edition="1").partition(b"</head>")
    assert head.endswith(b'&amp;host=127.0.0.1&amp;port=8000" defer></script>')
    assert rest == b"<body>x</body></html>"


@pytest.mark.parametrize(
    ("host", "name", "port"),
    [
        pytest.param("localhost:8000", "localhost", 8000, id="a name"),
        pytest.param("[::1]:8000", "[::1]", 8000, id="version six"),
        pytest.param("localhost", "localhost", 80, id="the port that browsers leave out"),
    ],
)
def test_page_is_told_where_the_socket_is(host: str, name: str, port: int) -> None:
    assert f"&amp;host={name}&amp;port={port}".encode() in inject(PAGE, host=host, edition="1")


def test_policy_lets_the_page_connect_to_the_socket_and_to_nothing_else() -> None:
    page = inject(PAGE, host=HOST, edition="1")
    assert b"connect-src 'self' ws://127.0.0.1:8000; base-uri" in page


def test_page_without_a_head_still_gets_the_preview() -> None:
    page = inject(b"<p>x", host="localhost:80", edition="1")
    assert page.startswith(b"<p>x<link")
    assert page.endswith(b'port=80" defer></script>')


def test_words_of_the_page_that_look_like_a_head_stay() -> None:
    page = inject(PAGE.replace(b">x<", b">x</head>y<"), host=HOST, edition="1")
    assert page.endswith(b"<body>x</head>y</body></html>")


def test_what_is_wrong_is_text_whatever_it_says() -> None:
    page = inject(PAGE, host=HOST, edition="1", title="1 error", text='a.md: "</script>"\n& \udcff')
    assert b'data-title="1 error" data-text="a.md: &quot;&lt;/script&gt;&quot;\n&amp; ?"' in page


def test_own_files_are_named_after_what_they_hold() -> None:
    assert re.fullmatch(r"/__waymark/livereload\.js\?version=[0-9a-f]{8}", own_address("livereload.js"))
    assert own_address("preview.js") != own_address("preview.css").replace(".css", ".js")
