"""What those who publish are told is true: commands exist, and the workflows do what is said of them."""

from __future__ import annotations

import re
import shlex

import pytest

from site_gen import __version__
from site_gen.commands import command_names
from tests.docs.commands import parse
from tests.docs.reading import read, snippets

TEXT = read("docs/publishing.md")
SHOWN = [
    line.strip() for each in snippets(re.sub(r"^ {3}", "", TEXT, flags=re.MULTILINE)) for line in each.code.splitlines()
]
CALLS = [found[1] for line in SHOWN if (found := re.match(r"(?:- )?(waymark .*)", line))]


@pytest.mark.parametrize("call", CALLS)
def test_call_is_understood(call: str) -> None:
    _, *words = shlex.split(call)
    assert words[0] in command_names()
    parse(words)


def test_every_kind_of_call_is_tried() -> None:
    assert {call.split()[1] for call in CALLS} == {"build", "check", "init", "serve"}


def test_version_to_install_is_the_present_one() -> None:
    named = re.findall(r"`waymark\[search,pictures,links\] @ [^`]+@v([^`]+)`", TEXT)
    assert named == [__version__] * 2
