"""Files become text with plain line ends, or one diagnostic; the reader follows no link and opens no folder."""

import os
from pathlib import Path, PurePosixPath

import pytest

from site_gen.read.source import FORBIDDEN, LARGEST_FILE, Source, find_files, read_source
from tests.said import said

SHOWN = PurePosixPath("content")
FORBIDDEN_CHARACTERS = [chr(each) for each in range(0x10000) if FORBIDDEN.match(chr(each))]


def read(folder: Path, raw: bytes) -> tuple[Source | None, list[str]]:
    (folder / "a.md").write_bytes(raw)
    source, diagnostics = read_source(folder, "a.md", shown=SHOWN)
    assert all(each.place.path == "content/a.md" for each in diagnostics)
    return source, said(diagnostics)


@pytest.mark.parametrize(
    ("raw", "lines"),
    [
        pytest.param(b"a\nb\n", ("a", "b", ""), id="plain"),
        pytest.param(b"a\r\nb\rc", ("a", "b", "c"), id="line ends of other systems"),
        pytest.param(b"\xef\xbb\xbf---\n", ("---", ""), id="byte order mark"),
        pytest.param(b"", ("",), id="empty"),
        pytest.param("a\tb\u00a0🎉".encode(), ("a\tb\u00a0🎉",), id="tab, no-break space and emoji"),
        pytest.param(b"x" * LARGEST_FILE, ("x" * LARGEST_FILE,), id="as large as may be"),
    ],
)
def test_text_is_read_with_plain_line_ends(tmp_path: Path, raw: bytes, lines: tuple[str, ...]) -> None:
    source, found = read(tmp_path, raw)
    assert source is not None
    assert (source.lines, found) == (lines, [])


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        pytest.param(
            b"a\nb\xff\n", "2:2+1 W002 the byte 0xff is not UTF-8 text -- save the file as UTF-8", id="a byte"
        ),
        pytest.param(
            "aé".encode("latin-1"), "1:2+1 W002 the byte 0xe9 is not UTF-8 text -- save the file as UTF-8", id="Latin 1"
        ),
        pytest.param(
            "日本\xe9".encode() + b"\xe9",
            "1:4+1 W002 the byte 0xe9 is not UTF-8 text -- save the file as UTF-8",
            id="wide",
        ),
        pytest.param(
            "a".encode("utf-16"), "1:1+1 W002 the byte 0xff is not UTF-8 text -- save the file as UTF-8", id="UTF-16"
        ),
        pytest.param(
            b"\xed\xa0\x80", "1:1+1 W002 the byte 0xed is not UTF-8 text -- save the file as UTF-8", id="surrogate"
        ),
        pytest.param(
            b"a\nb\x00", "2:2+1 W015 the character U+0000 does not belong in a text -- delete the character", id="nul"
        ),
        pytest.param(
            "a\r\n\x85".encode(),
            "2:1+1 W015 the character U+0085 does not belong in a text -- delete the character",
            id="c1",
        ),
        pytest.param(
            "\ufeff\ufeff---".encode(),
            "1:1+1 W015 the character U+FEFF does not belong in a text -- delete the character",
            id="a second byte order mark",
        ),
        pytest.param(
            "a\u2028b".encode(),
            "1:2+1 W015 the character U+2028 does not belong in a text -- delete the character",
            id="separator",
        ),
        pytest.param(
            b"x" * (LARGEST_FILE + 1),
            "1:1+1 W008 the file has 257 kB, more than the 256 kB a page may have -- split it into several pages",
            id="too large",
        ),
    ],
)
def test_what_is_no_text_is_refused_at_its_place(tmp_path: Path, raw: bytes, expected: str) -> None:
    assert read(tmp_path, raw) == (None, [expected])


@pytest.mark.parametrize("around", ["plain", "“curled”"])
def test_every_character_that_no_text_has_is_refused(tmp_path: Path, around: str) -> None:
    for each in FORBIDDEN_CHARACTERS:
        source, found = read(tmp_path, f"a\n{around} {each}{each} {around}".encode())
        assert source is None, f"U+{ord(each):04X}"
        assert [line.split(" -- ")[0] for line in found] == [
            f"2:{len(around) + 2}+1 W015 the character U+{ord(each):04X} does not belong in a text"
        ]


def test_a_link_to_a_file_of_the_folder_is_read(tmp_path: Path) -> None:
    (tmp_path / "b.md").write_text("“Yes”\u2003\u00a0£", encoding="utf-8")
    (tmp_path / "a.md").symlink_to("b.md")
    source, found = read_source(tmp_path, "a.md", shown=SHOWN)
    assert source is not None
    assert (source.text, found) == ("“Yes”\u2003\u00a0£", ())


@pytest.mark.parametrize(
    ("shown", "key", "path"),
    [
        (".", "pathways/a.md", "pathways/a.md"),
        ("content", "pathways/a.md", "content/pathways/a.md"),
        ("/srv/content", "./pathways//a.md", "/srv/content/pathways/a.md"),
        ("../site/content", "pathways/a b.md", "../site/content/pathways/a b.md"),
    ],
)
def test_the_path_shown_is_as_it_would_be_typed(tmp_path: Path, shown: str, key: str, path: str) -> None:
    source, _ = read_source(tmp_path, key, shown=PurePosixPath(shown))
    assert source is None
    (tmp_path / "pathways").mkdir()
    (tmp_path / key).write_text("a", encoding="utf-8")
    source, _ = read_source(tmp_path, key, shown=PurePosixPath(shown))
    assert source is not None
    assert source.path == path


def test_excerpt_is_the_faulty_line(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"one\ntwo \xff three\nfour")
    _, diagnostics = read_source(tmp_path, "a.md", shown=SHOWN)
    assert [each.place.excerpt for each in diagnostics] == ["two \ufffd three"]


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        pytest.param(lambda path: path.mkdir(), "it is a folder", id="folder"),
        pytest.param(lambda path: path.symlink_to("nowhere"), "it is a link that leads nowhere", id="dangling link"),
        pytest.param(lambda path: path.symlink_to("a.md"), "it is a link that leads nowhere", id="link to itself"),
        pytest.param(lambda path: path.symlink_to("."), "it is a link to a folder", id="link to a folder"),
        pytest.param(os.mkfifo, "it is not a file", id="pipe that nobody writes to"),
    ],
)
def test_what_is_no_file_is_reported_not_opened(tmp_path: Path, make: object, reason: str) -> None:
    assert callable(make)
    make(tmp_path / "a.md")
    source, diagnostics = read_source(tmp_path, "a.md", shown=SHOWN)
    assert source is None
    assert said(diagnostics) == [
        f"1:1+1 W009 the file cannot be opened: {reason} -- put a file that can be read in its place, or remove it"
    ]


def test_files_are_found_sorted_without_hidden_ones(tmp_path: Path) -> None:
    for name in ("b.md", "a/z.md", "a/b/c.md", ".hidden", ".git/x", "a/.x.md", "b.md~"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert find_files(tmp_path) == ("a/b/c.md", "a/z.md", "b.md")


def test_link_to_a_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    assert find_files(tmp_path) == ("a/loop",)


def test_line_past_the_end_is_empty() -> None:
    source = Source(path="p", key="k", text="a\nb")
    assert (source.line(2), source.line(3)) == ("b", "")


def test_text_is_known_in_utf_8_too(tmp_path: Path) -> None:
    source, _ = read(tmp_path, "é\n".encode())
    assert source is not None
    assert source.encoded == Source(path="p", key="k", text="é\n").encoded == "é\n".encode()
    marked, _ = read(tmp_path, b"\xef\xbb\xbfa\r\n")
    assert marked is not None
    assert marked.encoded == b"a\n"
