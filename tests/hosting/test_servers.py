"""A site on a real nginx and a real Caddy, set up by what `waymark hosting` prints: what a browser is answered."""

import gzip
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue

import brotli
import pytest

from site_gen.build.site import build_site
from tests.hosting.conftest import Served, serving
from tests.sites import options

CASES = {
    "at the root": ("/", "precompress: true\n"),
    "below a path": ("/guides/", "precompress: true\n"),
    "packed by the server": ("/guides/", "search: false\n"),
}
GUIDE = "pathways/cook-to-baker"
TIMES = 6
"""How often a site is published while it is looked at."""


@pytest.fixture(scope="module", params=["nginx", "caddy"])
def name(request: pytest.FixtureRequest) -> str:
    found: str = request.param
    return found


@pytest.fixture(scope="module", params=CASES)
def served(name: str, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    under, settings = CASES[request.param]
    folder: Path = tmp_path_factory.mktemp("served")
    with serving(name, folder, under, settings) as site:
        yield site


@pytest.mark.parametrize("address", ["index.html", f"{GUIDE}.html", "about.html", "api/index.json", "robots.txt"])
def test_a_file_is_answered_with_its_bytes(served: Served, address: str) -> None:
    answer = served.ask(address)
    assert (answer.status, answer.body) == (200, served.file(address))
    assert answer.headers["cache-control"] == "no-cache"


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("", "index.html"),
        (GUIDE, f"{GUIDE}.html"),
        ("about", "about.html"),
        ("routes", "routes.html"),
        ("embed/cook-to-baker", "embed/cook-to-baker.html"),
    ],
)
def test_an_address_without_its_ending_is_that_of_the_page(served: Served, address: str, file: str) -> None:
    answer = served.ask(address)
    assert (answer.status, answer.body) == (200, served.file(file))
    assert answer.headers["content-type"] == "text/html; charset=utf-8"


@pytest.mark.parametrize("address", ["nothing", "nothing.html", "pathways/", "pathways", "roles/no/such.html", "a.md"])
def test_what_is_not_there_is_the_page_for_that_and_no_success(served: Served, address: str) -> None:
    answer = served.ask(address)
    assert (answer.status, answer.body) == (404, served.file("404.html"))
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["cache-control"] == "no-cache"
    assert "frame-ancestors 'self'" in answer.headers["content-security-policy"]


@pytest.mark.parametrize("address", ["assets/gone-01234567.css", "feeds/gone.xml", "embed/gone", "api/gone.json"])
def test_what_is_gone_of_a_kind_of_its_own_is_not_kept(served: Served, address: str) -> None:
    answer = served.ask(address)
    assert (answer.status, answer.body) == (404, served.file("404.html"))
    assert answer.headers["cache-control"] == "no-cache"
    assert answer.headers["content-type"] == "text/html; charset=utf-8"


@pytest.mark.parametrize("address", [".waymark", ".nojekyll", "_headers", "_redirects"])
def test_files_for_the_host_are_not_shown(served: Served, address: str) -> None:
    assert (served.output / address).is_file()
    assert served.ask(address).status == 404


@pytest.mark.parametrize("old", ["pathways/old-name", "pathways/old-name.html", "a/older.html", "a/older"])
def test_an_old_address_leads_to_the_new_one_for_good(served: Served, old: str) -> None:
    answer = served.ask(old)
    assert (answer.status, answer.headers["location"]) == (301, f"{served.under}{GUIDE}.html")
    assert served.ask_host(answer.headers["location"]).status == 200


def test_no_answer_leads_round_in_a_circle(served: Served) -> None:
    for page in sorted(served.output.rglob("*.html")):
        address = page.relative_to(served.output).as_posix()
        if address in {"404.html", "pathways/old-name.html", "a/older.html"}:
            continue
        assert (served.ask(address).status, served.ask(address.removesuffix(".html")).status) == (200, 200), address


def test_the_folder_of_the_site_without_its_slash_leads_to_it(served: Served) -> None:
    if served.under == "/":
        assert served.ask_host("/").status == 200
        return
    answer = served.ask_host(served.under.rstrip("/"))
    assert (answer.status, answer.headers["location"]) == (301, served.under)


def test_security_headers_are_those_of_the_page(served: Served) -> None:
    for address in (f"{GUIDE}.html", GUIDE, "", "api/index.json", "feed.xml", "assets", "media/folder/drawing.svg"):
        headers = served.ask(address).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "strict-origin-when-cross-origin"
        assert headers["permissions-policy"].startswith("camera=(), ")
    page = served.file(f"{GUIDE}.html").decode()
    (own,) = re.findall(r'Content-Security-Policy" content="([^"]+)"', page)
    assert served.ask(GUIDE).headers["content-security-policy"] == f"{own}; frame-ancestors 'self'"


def test_cards_may_be_framed_by_other_sites(served: Served) -> None:
    for address in ("embed/cook-to-baker.html", "embed/cook-to-baker"):
        headers = served.ask(address).headers
        assert headers["content-security-policy"].endswith("; frame-ancestors *")
        assert "x-frame-options" not in headers


def test_files_of_the_author_have_no_policy(served: Served) -> None:
    answer = served.ask("media/folder/drawing.svg")
    assert (answer.status, answer.body) == (200, served.file("media/folder/drawing.svg"))
    assert "content-security-policy" not in answer.headers
    assert answer.headers["cache-control"] == "no-cache"


def test_files_named_after_their_bytes_are_kept_for_good(served: Served) -> None:
    assets = [path.relative_to(served.output).as_posix() for path in sorted((served.output / "assets").rglob("*"))]
    found = [each for each in assets if (served.output / each).is_file() and not each.endswith((".gz", ".br"))]
    assert len(found) > 10
    for address in found:
        answer = served.ask(address)
        assert answer.status == 200
        assert answer.headers["cache-control"] == "public, max-age=31536000, immutable", address


@pytest.mark.parametrize(
    ("address", "media_type"),
    [
        ("feed.xml", "application/atom+xml; charset=utf-8"),
        ("feeds/roles/cook.xml", "application/atom+xml; charset=utf-8"),
        ("catalog.csv", "text/csv; charset=utf-8"),
        ("api/index.json", "application/json"),
        ("api/pathways/cook-to-baker.json", "application/json"),
    ],
)
def test_open_data_is_open_and_says_what_it_is(served: Served, address: str, media_type: str) -> None:
    answer = served.ask(address)
    assert (answer.status, answer.body) == (200, served.file(address))
    assert (answer.headers["content-type"], answer.headers["access-control-allow-origin"]) == (media_type, "*")


def test_pages_are_not_open_to_scripts_of_other_sites(served: Served) -> None:
    assert "access-control-allow-origin" not in served.ask(GUIDE).headers


def test_markdown_is_markdown(served: Served) -> None:
    answer = served.ask(f"{GUIDE}.md")
    assert (answer.status, answer.headers["content-type"]) == (200, "text/markdown; charset=utf-8")


@pytest.mark.parametrize("address", [GUIDE, f"{GUIDE}.html", "api/pathways/cook-to-baker.json"])
def test_texts_arrive_packed_as_the_browser_can_take_them(served: Served, address: str) -> None:
    file = f"{address}.html" if address == GUIDE else address
    plain = served.ask(address)
    assert "content-encoding" not in plain.headers
    packed = served.ask(address, Accept_Encoding="gzip")
    assert packed.headers["content-encoding"] == "gzip"
    assert gzip.decompress(packed.body) == plain.body == served.file(file)
    assert packed.headers["content-type"] == plain.headers["content-type"]
    assert "accept-encoding" in packed.headers["vary"].lower()
    if served.packed:
        assert packed.body == served.file(f"{file}.gz")
        best = served.ask(address, Accept_Encoding="gzip, br")
        assert (best.headers["content-encoding"], best.body) == ("br", served.file(f"{file}.br"))
        assert brotli.decompress(best.body) == plain.body


@pytest.mark.parametrize("address", [f"{GUIDE}.md", "catalog.csv", "feed.xml"])
def test_texts_whose_ending_says_too_little_arrive_packed_too(served: Served, address: str) -> None:
    plain, packed = served.ask(address), served.ask(address, Accept_Encoding="gzip")
    if served.packed and not (served.output / f"{address}.gz").is_file():
        assert (packed.headers.get("content-encoding"), packed.body) == (None, plain.body)
        return
    assert packed.headers["content-encoding"] == "gzip"
    assert gzip.decompress(packed.body) == plain.body == served.file(address)
    assert packed.headers["content-type"] == plain.headers["content-type"]


@pytest.mark.parametrize("encoding", ["identity", "gzip"])
def test_what_a_browser_has_already_is_not_sent_again(served: Served, encoding: str) -> None:
    first = served.ask(GUIDE, Accept_Encoding=encoding)
    again = served.ask(GUIDE, Accept_Encoding=encoding, If_None_Match=first.headers["etag"])
    assert (again.status, again.body) == (304, b"")


@pytest.mark.parametrize("address", [GUIDE, "nothing", "feed.xml"])
def test_a_question_for_the_head_alone_is_answered_alike(served: Served, address: str) -> None:
    whole, head = served.ask(address), served.ask(address, "HEAD")
    assert (head.status, head.body) == (whole.status, b"")
    # How long the page for what is missing is, Caddy does not say of a head alone.
    told = set(whole.headers) - {"content-length", "date", "transfer-encoding"}
    assert {each: head.headers.get(each) for each in told} == {each: whole.headers[each] for each in told} | {
        each: head.headers.get(each) for each in told & {"date"}
    }


def test_the_rest_of_the_host_is_left_alone(served: Served) -> None:
    if served.under == "/":
        assert served.ask_host("/guides/").body == served.file("404.html")
        return
    assert served.ask_host("/other").body != served.file("404.html")


def test_a_site_that_is_built_where_it_is_served_is_whole_at_every_moment(name: str, tmp_path: Path) -> None:
    """What a page asks for is there, though each build has other styles and puts a whole new site in place."""
    looks: SimpleQueue[str] = SimpleQueue()
    seen = set()
    with serving(name, tmp_path, "/") as served, ThreadPoolExecutor(1) as builder:
        builds = builder.submit(_build_again_and_again, tmp_path / "site", served.output, looks)
        while not builds.done():
            page = served.ask("")
            (sheet,) = re.findall(r'href="(assets/style-[^"]+)"', page.body.decode())
            assert [page.status, served.ask(sheet).status, served.ask(f"{GUIDE}.html").status] == [200, 200, 200]
            looks.put(sheet)
            seen.add(sheet)
        assert builds.result() == TIMES
    assert len(seen) >= TIMES


def _build_again_and_again(site: Path, output: Path, looks: SimpleQueue[str]) -> int:
    """Publish a site of other styles into a folder, time and again: gives how often.

    Nobody looks for longer than from one build to the next, as slow as this machine may be: two looks end before each,
    of which the second began after the build before.
    """
    style = site / "templates/assets/print.css"
    style.parent.mkdir(parents=True)
    published = 0
    for order in range(TIMES):
        style.write_text(f"main {{ order: {order} }}\n", "utf-8")
        published += build_site(options(site, output=output)).published
        while not looks.empty():
            looks.get()
        for _ in range(2):
            looks.get(timeout=60)
    return published
