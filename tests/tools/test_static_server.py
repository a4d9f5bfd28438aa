import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tools.static_server import serve


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    (tmp_path / "roles").mkdir()
    (tmp_path / "roles" / "index.html").write_text("roles", encoding="utf-8")
    (tmp_path / "404.html").write_text("not here", encoding="utf-8")
    (tmp_path / "map.js").write_text("", encoding="utf-8")
    with serve(tmp_path, under="/guides/") as address:
        yield address


@pytest.mark.parametrize("path", ["/roles/", "/guides/roles/", "/guides/roles/?q=1"])
def test_one_folder_is_served_at_the_root_and_under_the_path(address: str, path: str) -> None:
    with urllib.request.urlopen(address + path) as answer:
        assert answer.read() == b"roles"


def test_modules_come_with_the_type_that_browsers_ask_for(address: str) -> None:
    with urllib.request.urlopen(f"{address}/guides/map.js") as answer:
        assert answer.headers["Content-Type"] == "text/javascript"


def test_missing_page_is_the_sites_own(address: str) -> None:
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(f"{address}/guides/nowhere/")
    with caught.value as answer:
        assert (answer.code, answer.read()) == (404, b"not here")


def test_a_text_is_packed_for_who_unpacks_it(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("one\n" * 100)
    (tmp_path / "a.png").write_bytes(b"\x89PNG")
    with serve(tmp_path) as address:
        for path, packing in (("/", "gzip"), ("/index.html", "gzip"), ("/a.png", None)):
            request = urllib.request.Request(f"{address}{path}", headers={"Accept-Encoding": "gzip, br"})
            with urllib.request.urlopen(request) as answer:
                assert answer.headers["Content-Encoding"] == packing
        with urllib.request.urlopen(f"{address}/") as answer:
            assert answer.headers["Content-Encoding"] is None
            assert answer.read() == b"one\n" * 100
