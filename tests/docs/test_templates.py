"""The page about templates is true: its tables list the blocks and the kinds of file that there are."""

from __future__ import annotations

import subprocess
import sys
from pathlib import PurePosixPath

from site_gen.build.templates import packaged_templates
from site_gen.render.template_parts import template_parts
from tests.docs.reading import ROOT, code_in, read, snippets, table

TEXT = read("docs/templates.md")


def test_blocks_are_those_of_the_frame() -> None:
    frame = template_parts((packaged_templates() / "base.html").read_text("utf-8"))
    assert frame is not None
    listed = [code_in(cell)[0] for cell, _ in table(TEXT, "Block", "What belongs in it")]
    assert listed == sorted(frame.lines, key=lambda name: (frame.lines[name], listed.index(name)))


def test_every_template_is_of_a_kind_that_is_listed() -> None:
    kinds = [
        kind.replace("<page>", "*").replace("<section>", "*").replace("<name>", "*")
        for cell, _ in table(TEXT, "Path", "What it is")
        for kind in code_in(cell)
    ]
    names = [path.relative_to(packaged_templates()) for path in packaged_templates().rglob("*") if path.is_file()]
    unlisted = [name for name in names if not any(PurePosixPath(name).match(kind) for kind in kinds)]
    assert {name.name for name in unlisted} == {"examples.yaml"}
    assert [kind for kind in kinds if not any(PurePosixPath(name).match(kind) for name in names)] == []


def test_command_says_where_the_templates_are() -> None:
    (shown,) = (each.code for each in snippets(TEXT) if each.language == "sh")
    words = shown.strip().split('"')
    assert words[0] == "python -c "
    done = subprocess.run([sys.executable, "-c", words[1]], cwd=ROOT, check=True, capture_output=True, text=True)
    assert done.stdout == f"{packaged_templates()}\n"


def test_example_is_a_block_of_the_frame() -> None:
    (shown,) = (each.code for each in snippets(TEXT) if each.language == "html")
    found = template_parts(shown)
    assert found is not None
    assert set(found.lines) == {"footer"}
