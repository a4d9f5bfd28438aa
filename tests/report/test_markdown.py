"""The Markdown is read back as a code host reads it: what authors write is in code alone."""

import re
from dataclasses import replace
from typing import Final

import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt
from markdown_it.token import Token

from site_gen.diagnostic import Diagnostic
from site_gen.report import Run, encodable, said, visible
from site_gen.report.markdown import MOST, REPORT
from tests.report.making import RUN, SAMPLES, WRONG_HTML, made, reports

AT: Final = replace(RUN, lines_at="https://host.example/blob/main/")

OURS: Final = re.compile(r"(line \d+)?(: \w+ W\d{3} [a-z0-9-]+)?")
"""What stands before a block."""

WRITTEN: Final = """\
## 2 errors and 1 warning in 2 files

### `content/a.md`

- line 3: error W201 unknown-role

  ```text
  no role is called `barker`
  3 | to: barker
  also: content/roles/baker.md:2:7 the nearest role is here
  note: 100% of it is taken from [the list](list.md)
  help: write `baker` {content/roles/baker.md} (fix: --unsafe-fixes)
  ```

- line 9: warning W402 raw-html

  ```text
  HTML is shown as it is
  9 | a <b>c</b>
  help: write `**c**` (fix: --fix)
  ```

### `content/gone.md`

- line 1: error W201 unknown-role

  ```text
  the file can't be opened
  help: make it readable
  ```
"""


def test_nothing_found_is_said_in_a_line() -> None:
    assert REPORT.write((), RUN) == "## Nothing to mend in 2 files\n"


def test_each_file_has_a_heading_and_each_diagnostic_a_block() -> None:
    assert REPORT.write(SAMPLES, RUN) == WRITTEN


def test_lines_lead_to_files_where_it_is_known_where_they_lie() -> None:
    line = "\n- [line 9](https://host.example/blob/main/content/a.md?plain=1#L9): warning W402 raw-html\n"
    assert line in REPORT.write([WRONG_HTML], AT)


@pytest.mark.parametrize(
    ("path", "line"),
    [
        pytest.param(
            "content/ä b.md", "[line 1](https://host.example/blob/main/content/%C3%A4%20b.md?plain=1#L1)", id="signs"
        ),
        pytest.param(
            "a](b.md", "[line 1](https://host.example/blob/main/a%5D%28b.md?plain=1#L1)", id="the end of a link"
        ),
        pytest.param("/home/a.md", "line 1", id="elsewhere on this machine"),
        pytest.param("../site/content/a.md", "line 1", id="above the current folder"),
    ],
)
def test_path_becomes_an_address_where_it_lies_below(path: str, line: str) -> None:
    assert f"\n- {line}: error" in REPORT.write([made(path=path)], AT)


def test_backquotes_end_no_code() -> None:
    text = REPORT.write([made(path="`a``.md", message="```", help="````x")], RUN)
    assert "\n### ``` `a``.md ```\n" in text
    assert "\n  `````text\n  ```\n  help: ````x\n  `````\n" in text


def words_of(diagnostic: Diagnostic) -> list[str]:
    """The lines of a block: its message, the text of the line, and the rest."""
    place = diagnostic.place
    excerpt = f"{place.line} | {visible(place.excerpt.strip())}"
    message, *rest = said(diagnostic)
    return [encodable(line) for line in (message, *([excerpt] if place.excerpt.strip() else []), *rest)]


def outside_code(tokens: list[Token]) -> list[str]:
    """Everything that is shown and isn't code."""
    inner = (child for token in tokens for child in token.children or ())
    return [child.content for child in inner if child.content and child.type != "code_inline"]


@settings(max_examples=80, deadline=None)
@given(found=reports)
def test_what_authors_write_is_in_code_alone(found: tuple[Diagnostic, ...]) -> None:
    tokens = MarkdownIt("commonmark").parse(REPORT.write(found, AT))
    assert [token.content.split("\n")[:-1] for token in tokens if token.type == "fence"] == [*map(words_of, found)]
    title, *shown = outside_code(tokens)
    assert title.endswith(f" in {len(RUN.checked)} files")
    assert [line for line in shown if not OURS.fullmatch(line)] == []


def test_a_list_that_is_too_long_ends_with_a_count() -> None:
    many = [made(message=f"{number} {'x' * 990}") for number in range(1_200)]
    text = REPORT.write(many, Run(checked=("a.md",), version="1"))
    blocks = text.count("\n- line 1: error")
    assert MOST - 2_000 < len(text.encode()) < 1_048_576
    assert text.endswith(f"\n… and {1_200 - blocks:,} more\n")
    assert text.startswith("## 1,200 errors in 1 file\n")
