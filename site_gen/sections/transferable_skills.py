"""Transferable skills: one heading a skill, and under it why it carries over."""

from __future__ import annotations

from site_gen.model.section import TransferableSkills
from site_gen.model.skill import TransferableSkill
from site_gen.read.outline import Node
from site_gen.sections import Reading, SectionType, prose_of


def read(node: Node, reading: Reading) -> TransferableSkills:
    """Each inner heading is a skill; what precedes the first is the introduction."""
    for child in node.children:
        reading.warn_if_empty(child, "why the skill carries over")
    return TransferableSkills(
        intro=prose_of(node.blocks),
        skills=tuple(
            TransferableSkill(name=child.text, anchor=child.anchor, why=prose_of(child.whole), place=child.place)
            for child in node.children
        ),
    )


SECTION = SectionType(
    kind="transferable_skills",
    titles=(
        "Transferable skills",
        "Skills that transfer",
        "Skills that carry over",
        "Skills you already have",
        "What you bring",
        "What carries over",
    ),
    content="`### ` headings, one for each skill",
    read=read,
    needs_headings=True,
)
