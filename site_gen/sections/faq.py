"""Frequently asked questions: one heading a question, and under it the answer."""

from __future__ import annotations

import re
from typing import Final

from site_gen.edits import replacing
from site_gen.faults import ANSWER_MISSING, QUESTION_MARK_MISSING
from site_gen.model.section import Faq, Question
from site_gen.read.outline import Node
from site_gen.sections import Reading, SectionType, prose_of

_ASKS: Final = re.compile(
    r"(?:am|are|can|could|did|do|does|has|have|how|is|may|must|should|was|were|what|when|where|which|who|whose|why|"
    r"will|would)\b(?!:)",
    re.IGNORECASE,
)
"""Words that begin a question, whatever follows."""


_ASKED: Final = re.compile(r"\?[^\w(]*(?:\([^()]*\)[^\w(]*)?$")
"""A question mark at the end, whatever marks or remark in parentheses follow it."""


def read(node: Node, reading: Reading) -> Faq:
    """Each inner heading is a question; what precedes the first is the introduction."""
    return Faq(intro=prose_of(node.blocks), questions=tuple(_question(child, reading) for child in node.children))


def _question(node: Node, reading: Reading) -> Question:
    if not _ASKED.search(node.text):
        asked = node.written.rstrip(".:! ")
        is_plain = _ASKS.match(asked) is not None and "?" not in asked
        reading.findings.add(
            QUESTION_MARK_MISSING,
            node.place,
            f"the question `{node.written}` does not end with a question mark",
            help=f"write `{'#' * node.level} {asked}?`",
            fix=replacing(node.place, f"{asked}?", safe=is_plain),
        )
    if not node.whole:
        reading.findings.add(
            ANSWER_MISSING,
            node.place,
            f"the question `{node.written}` has no answer",
            help="write the answer under the heading, or remove the question",
        )
    return Question(text=node.text, anchor=node.anchor, answer=prose_of(node.whole), place=node.place)


SECTION = SectionType(
    kind="faq",
    titles=("FAQ", "FAQs", "Frequently asked questions", "Questions", "Questions and answers", "Common questions"),
    content="`### ` headings, one for each question",
    read=read,
    needs_headings=True,
)
