"""The overview: why the move works, in the author's prose."""

from __future__ import annotations

from site_gen.model.section import Overview
from site_gen.read.outline import Node
from site_gen.sections import Reading, SectionType, prose_of


def read(node: Node, reading: Reading) -> Overview:
    """Everything under the heading, inner headings included."""
    del reading
    return Overview(prose=prose_of(node.whole))


SECTION = SectionType(
    kind="overview",
    titles=("Overview", "Introduction", "Why this move works", "About this move"),
    content="why the move works",
    read=read,
)
