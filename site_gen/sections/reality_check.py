"""The reality check: what one will love, miss and find hard."""

from __future__ import annotations

from typing import Final

from site_gen.faults import NEARLY_A_PART
from site_gen.model.prose import Prose
from site_gen.model.section import Part, RealityCheck, RealityPart
from site_gen.read.outline import Node, list_entries
from site_gen.sections import Reading, SectionType, prose_of, title_key

_TITLES: Final = {
    Part.LOVE: ("What you'll love", "What you will love", "What you'll enjoy", "What you will enjoy"),
    Part.MISS: ("What you might miss", "What you may miss", "What you'll miss", "What you will miss"),
    Part.HARD: ("Biggest challenges", "Challenges", "What will be hard", "What is hard", "What's hard"),
}
_PARTS_BY_TITLE: Final = {title_key(title): part for part, titles in _TITLES.items() for title in titles}
_TITLES_BY_KEY: Final = {title_key(title): title for titles in _TITLES.values() for title in titles}


def read(node: Node, reading: Reading) -> RealityCheck:
    """Each inner heading is a part; one that is none of the three is reported and kept."""
    seen: dict[Part, Node] = {}
    parts = tuple(_part(child, seen, reading) for child in node.children)
    return RealityCheck(intro=prose_of(node.blocks), parts=parts)


def _part(node: Node, seen: dict[Part, Node], reading: Reading) -> RealityPart:
    part = _PARTS_BY_TITLE.get(title_key(node.text))
    if part is not None:
        reading.repeated_part(node, seen.setdefault(part, node))
    elif not reading.misspelt_part(node, _TITLES_BY_KEY, "without a sign of its own"):
        wanted = ", ".join(f"`### {titles[0]}`" for titles in _TITLES.values())
        reading.findings.add(
            NEARLY_A_PART,
            node.place,
            f"a reality check has no part `{node.written}`",
            help=f"write one of {wanted}; as it is, the part is shown without a sign of its own",
        )
    reading.warn_if_empty(node, "a list of points")
    entries, others = list_entries(node.whole)
    return RealityPart(
        part=part,
        title=node.text,
        anchor=node.anchor,
        points=tuple([Prose(html=entry.html) for entry in reading.filled(entries)]),
        more=prose_of(others),
    )


SECTION = SectionType(
    kind="reality_check",
    titles=("Reality check", "Honest look", "An honest look", "What to expect"),
    content="`### What you'll love`, `### What you might miss` and `### Biggest challenges`, each with a list",
    read=read,
    needs_headings=True,
)
