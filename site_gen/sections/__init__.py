"""One file a section of a pathway: the headings it answers to, and how its outline becomes its value.

The folder is the register: every module here names one constant `SECTION`.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from markdown_it.token import Token

from site_gen.diagnostic import Findings
from site_gen.faults import EMPTY_SECTION
from site_gen.model.prose import NO_PROSE, Prose
from site_gen.model.roadmap import Task, task_id
from site_gen.model.section import ProseSection, SectionValue
from site_gen.read.markdown import render_html, text_of
from site_gen.read.outline import Item, Node
from site_gen.read.source import Source
from site_gen.typeset import plain


@dataclass(slots=True)
class Reading:
    """What the sections of one file share while they are read: its source, its findings and the task ids in use."""

    source: Source
    findings: Findings
    task_ids: set[str] = field(default_factory=set)

    def task(self, item: Item) -> Task:
        """A list entry as a task: its first paragraph is what to do, the rest its detail."""
        first = next((at + 1 for at, token in enumerate(item.tokens) if token.type == "paragraph_close"), 0)
        inline = [token for token in item.tokens[:first] if token.type == "inline"]
        words = prose_of(inline) if 0 < first <= 3 else NO_PROSE  # noqa: PLR2004 - open, inline, close
        rest = item.tokens[first:] if words else item.tokens
        identity = task_id(words.text or text_of(item.tokens))
        while identity in self.task_ids:
            identity += "x"
        self.task_ids.add(identity)
        return Task(id=identity, prose=words, detail=prose_of(rest))

    def warn_if_empty(self, node: Node, what: str) -> None:
        """Report a heading with nothing under it."""
        if not node.whole:
            self.findings.add(
                EMPTY_SECTION,
                node.place,
                f"there is nothing under the heading `{node.text}`",
                help=f"write {what} under it, or remove the heading",
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionType:
    """A kind of section: `titles` are the headings it answers to, `read` turns its outline into its value.

    `content` is what its author is asked for when nothing stands under the heading.
    """

    kind: str
    titles: tuple[str, ...]
    content: str
    read: Callable[[Node, Reading], SectionValue]

    def answers_to(self, title: str) -> bool:
        """Whether a heading names this section."""
        return title_key(title) in {title_key(each) for each in self.titles}


@cache
def section_types() -> tuple[SectionType, ...]:
    """Every section in the folder, by file name."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return tuple(importlib.import_module(f"{__name__}.{name}").SECTION for name in names)


@cache
def section_types_by_title() -> dict[str, SectionType]:
    """Every section by each heading it answers to, as `title_key` gives it."""
    return {title_key(title): each for each in section_types() for title in each.titles}


def title_key(title: str) -> str:
    """What the usual variants of a heading have in common: case, typographic signs, closing marks and a leading `your`."""
    words = re.sub(r"\s+", " ", plain(title).casefold()).strip(" .:!?#*")
    return re.sub(r"^(your|the) ", "", words)


def prose_of(tokens: Sequence[Token]) -> Prose:
    """Tokens as prose that is safe to show."""
    return Prose(html=render_html(tokens), text=text_of(tokens)) if tokens else NO_PROSE


def _as_prose(node: Node, reading: Reading) -> SectionValue:
    del reading
    return ProseSection(prose=prose_of(node.whole))


PROSE: Final = SectionType(kind="prose", titles=(), content="what the heading promises", read=_as_prose)
"""A section that the program does not know: kept in its place as the author wrote it."""
