"""The pictures of the docs show what the program says now, and ask no other site for anything."""

import re
import struct
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from tools.browser import NONE_FOUND, find_browser, is_required
from tools.pictures import (
    IMAGES,
    MISTAKES,
    PHOTOGRAPHS,
    photograph_pathway,
    photograph_preview,
    picture_of_messages,
    with_mistakes,
)


def test_picture_of_messages_is_what_the_check_says_now(tmp_path: Path) -> None:
    shown = (IMAGES / "messages.svg").read_text(encoding="utf-8")
    assert shown == picture_of_messages(tmp_path / "site"), "`make pictures` takes it anew"


def test_picture_of_messages_asks_no_other_site_and_names_no_folder_of_ours() -> None:
    shown = (IMAGES / "messages.svg").read_text(encoding="utf-8")
    assert re.findall(r"https?:[^\s\"')]*", shown) == ["http://www.w3.org/2000/svg"]
    assert re.findall(r"@import|@font-face|<image|href|file:|/tmp", shown) == []


def test_mistake_that_is_no_longer_in_the_example_is_seen() -> None:
    with pytest.raises(AssertionError, match="must stand once"):
        with_mistakes("difficulty: easy\n", MISTAKES[:1])


def size(picture: Path) -> tuple[int, int]:
    """Width and height of a PNG in pixels, as its header says."""
    head = picture.read_bytes()[:24]
    assert head[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", head[16:])
    return width, height


@pytest.mark.browser
def test_photographs_are_taken_of_the_running_program(tmp_path: Path) -> None:
    if find_browser() is None:
        assert not is_required(), NONE_FOUND
        pytest.skip(f"NO BROWSER: {NONE_FOUND}")
    # A thread that drives a browser already can't drive another.
    with ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn")) as process:
        process.submit(photograph_preview, tmp_path / "site", tmp_path).result()
        process.submit(photograph_pathway, tmp_path / "output", tmp_path).result()
    for name in PHOTOGRAPHS:
        assert size(tmp_path / name) == size(IMAGES / name)
    assert (tmp_path / "finished.png").read_bytes() != (tmp_path / "preview.png").read_bytes()
