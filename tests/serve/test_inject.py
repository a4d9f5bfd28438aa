"""What the preview adds to a page, and what it leaves alone."""

from __future__ import annotations

from site_gen.serve.inject import inject

POLICY = b"default-src 'none'; connect-src 'self'; base-uri 'none'"
PAGE = b'<html><head><meta content="' + POLICY + b'"></head><body>x</body></html>'


def test_scripts_stand_at_the_end_of_the_head() -> None:
    head, _, rest = inject(PAGE, host="127.0.0.1:8000").partition(b"</head>")
    assert head.endswith(b'<script src="/livereload.js?port=8000" defer></script>')
    assert rest == b"<body>x</body></html>"


def test_policy_lets_the_page_connect_to_the_socket_and_to_nothing_else() -> None:
    assert b"connect-src 'self' ws://127.0.0.1:8000; base-uri" in inject(PAGE, host="127.0.0.1:8000")


def test_page_without_a_head_still_gets_the_preview() -> None:
    page = inject(b"<p>x", host="localhost:80")
    assert page.startswith(b"<p>x<link")
    assert page.endswith(b'port=80" defer></script>')


def test_words_of_the_page_that_look_like_a_head_stay() -> None:
    page = inject(PAGE.replace(b">x<", b">x</head>y<"), host="127.0.0.1:8000")
    assert page.endswith(b"<body>x</head>y</body></html>")
