"""Diagnostics as lines of text, and small sources to provoke them: what the tests of the reading stages share."""

from collections.abc import Iterable

from site_gen.decode.pathway import read_pathway
from site_gen.diagnostic import Diagnostic
from site_gen.model.pathway import Pathway
from site_gen.model.section import SectionValue
from site_gen.read.source import Source

FRONT = "---\nfrom: a\nto: b\nsummary: S.\ndifficulty: easy\nreviewed: 2026-11-22\n---\n"
"""Seven lines of front matter without a fault: a body begins on line 8."""

WHOLE = "\nWhy.\n\n## Roadmap\n\n### One (8 weeks)\n\n- Begin.\n"
"""A body without a fault."""


def source(text: str, key: str = "pathways/a-to-b.md") -> Source:
    return Source(path=f"content/{key}", key=key, text=text)


def said(diagnostics: Iterable[Diagnostic]) -> list[str]:
    """Each diagnostic whole: `line:column+length code message -- help`."""
    return [
        f"{each.place.line}:{each.place.column}+{each.place.length} {each.fault.code} {each.message} -- {each.help}"
        for each in diagnostics
    ]


def read_body(body: str) -> tuple[Pathway, list[str]]:
    """A pathway with faultless front matter and this body."""
    pathway, diagnostics = read_pathway(source(FRONT + body), currency="USD")
    assert pathway is not None
    return pathway, said(diagnostics)


def read_section(section: str) -> tuple[SectionValue, list[str]]:
    """One section, from line 10 on, between an overview and a roadmap (unless it is one) without a fault."""
    roadmap = "" if "roadmap" in section.casefold() else "\n\n## Roadmap\n\n### One (8 weeks)\n\n- Begin.\n"
    pathway, lines = read_body(f"Why.\n\n{section}{roadmap}")
    return pathway.sections[1].value, lines
