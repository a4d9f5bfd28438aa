"""The plan of the house names the folders and files that are there."""

from __future__ import annotations

import re
from textwrap import dedent

from tests.docs.reading import ROOT, read


def test_folders_of_the_plan_are_those_of_the_program() -> None:
    plan = dedent(read("docs/architecture.md").partition("```\n")[2].partition("```")[0])
    section = plan.partition("site_gen/\n")[2].partition("\ntemplates/")[0]
    named = set(re.findall(r"^  (\w+(?:\.py|/))", section, re.MULTILINE))
    code = ROOT / "site_gen"
    there = {f"{each.name}/" for each in code.iterdir() if (each / "__init__.py").is_file()}
    there |= {each.name for each in code.glob("*.py") if not each.name.startswith("__")}
    assert named == there
