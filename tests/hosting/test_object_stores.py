"""The lines for object stores are those of the docs, tried with a real rclone: what they send, when, and what goes."""

import os
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.docs.reading import read, snippets
from tests.hosting.conftest import made_site, need
from tests.sites import tree
from tools.servers import executable

(SHOWN,) = (each for each in snippets(read("docs/hosts.md")) if each.purpose == "rclone")
LINES = SHOWN.code.splitlines()
FOR_OTHERS = {".waymark", ".nojekyll", "_headers", "_redirects"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with an `output` to send, of a site with old addresses and packed copies."""
    need("rclone")
    _, root = made_site(tmp_path / "made", "/", "precompress: true\n")
    root.rename(tmp_path / "output")
    return tmp_path


def send(folder: Path, *lines: str) -> list[str]:
    """Run lines of the docs as they stand, but for the name of the store; gives what was done to which file."""
    done: list[str] = []
    for line in lines:
        program, *words = shlex.split(line.replace("store:bucket", ":local:bucket"))
        assert program == "rclone"
        command = [*executable("rclone"), "--config", str(folder / "none"), "-v", *words]
        ran = subprocess.run(
            command, cwd=folder, env={"PATH": os.environ["PATH"]}, capture_output=True, text=True, check=False
        )
        assert ran.returncode == 0, ran.stderr
        done += (f"{found[2]} {found[1]}" for found in re.finditer(r"INFO\s+: (\S+): (Copied|Deleted)", ran.stderr))
    return done


def wanted(folder: Path) -> dict[str, bytes]:
    """What belongs into a bucket."""
    return {
        name: content
        for name, content in tree(folder / "output").items()
        if name not in FOR_OTHERS and not name.endswith((".gz", ".br"))
    }


def test_every_file_of_the_site_arrives_and_nothing_that_is_for_other_hosts(folder: Path) -> None:
    send(folder, *LINES)
    assert tree(folder / "output").keys() >= FOR_OTHERS
    assert tree(folder / "bucket") == wanted(folder)


def test_styles_and_scripts_arrive_before_pages(folder: Path) -> None:
    done = send(folder, *LINES)
    first_page = min(number for number, each in enumerate(done) if each.endswith(".html"))
    last_style = max(number for number, each in enumerate(done) if each.endswith((".css", ".js")))
    assert last_style < first_page


def test_what_has_not_changed_is_not_sent_again_whenever_it_was_made(folder: Path) -> None:
    send(folder, *LINES)
    for file in (folder / "output").rglob("*"):
        os.utime(file, (0, 0))
    assert send(folder, *LINES) == []


def test_an_edit_is_sent_and_what_is_gone_is_removed_last(folder: Path) -> None:
    send(folder, *LINES)
    page = folder / "output/about.html"
    page.write_bytes(page.read_bytes() + b"<!-- edited -->")
    (folder / "output/roles/cook.html").unlink()
    shutil.rmtree(folder / "output/embed")
    done = send(folder, *LINES)
    assert done[0] == "Copied about.html"
    assert sorted(done[1:]) == ["Deleted embed/cook-to-baker.html", "Deleted roles/cook.html"]
    assert tree(folder / "bucket") == wanted(folder)


def test_each_kind_of_file_is_sent_with_its_media_type_once(folder: Path) -> None:
    types = {}
    for line in LINES:
        (given,) = re.findall(r'"Content-Type: ([^"]+)"', line) or [""]
        for each in send(folder, line):
            name = each.partition(" ")[2]
            assert name not in types
            types[name] = given
    assert types["about.html"] == "text/html; charset=utf-8"
    assert types["about.md"] == "text/markdown; charset=utf-8"
    assert types["catalog.csv"] == "text/csv; charset=utf-8"
    assert types["feed.xml"] == types["feeds/roles/cook.xml"] == "application/atom+xml; charset=utf-8"
    assert types["api/index.json"] == ""


def test_every_line_says_how_long_its_files_may_be_kept() -> None:
    kept = [re.findall(r'"Cache-Control: ([^"]+)"', line) for line in LINES]
    assert kept == [["public, max-age=31536000, immutable"], *[["no-cache"]] * (len(LINES) - 1)]
