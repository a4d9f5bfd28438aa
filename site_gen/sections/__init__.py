"""One file a section of a pathway: the headings it answers to, and how its outline becomes its value.

The folder is the register: every module here names one constant `SECTION`.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Final

from site_gen.diagnostic import Findings, Related
from site_gen.edits import replacing
from site_gen.faults import EMPTY_SECTION, NEARLY_A_PART, REPEATED_NAME
from site_gen.model.prose import NO_PROSE, Prose
from site_gen.model.roadmap import Task
from site_gen.model.section import ProseSection, SectionValue
from site_gen.nearest import nearest
from site_gen.read.blocks import Block, Entry, html_of
from site_gen.read.outline import Node, entry_place
from site_gen.read.source import Source
from site_gen.record import record
from site_gen.typeset import plain


@dataclass(slots=True)
class Reading:
    """What the sections of one file share while they are read: its source and its findings.

    `misplaced` are headings that stand at a wrong level and have been told so: their levels say nothing else.
    """

    source: Source
    findings: Findings
    misplaced: list[Node] = field(default_factory=list)

    def tasks(self, entries: Iterable[Entry]) -> tuple[Task, ...]:
        """List entries as tasks; an empty one is reported and left out."""
        return tuple([_task(entry) for entry in self.filled(entries)])

    def filled(self, entries: Iterable[Entry]) -> Iterator[Entry]:
        """The list entries that say something; an empty one is reported."""
        for entry in entries:
            if not entry.is_empty:
                yield entry
            else:
                self.findings.add(
                    EMPTY_SECTION,
                    entry_place(entry, self.source),
                    "the list entry is empty",
                    help="write something after its sign, or remove it",
                )

    def warn_if_empty(self, node: Node, what: str) -> None:
        """Report a heading with nothing under it."""
        if not node.whole:
            self.findings.add(
                EMPTY_SECTION,
                node.place,
                f"there is nothing under the heading `{node.text}`",
                help=f"write {what} under it, or remove the heading",
            )

    def misspelt_part(self, node: Node, titles_by_key: Mapping[str, str], effect: str) -> bool:
        """Report a heading that is nearly the name of a part, by the titles that parts answer to."""
        guess = nearest(title_key(node.text), titles_by_key, cutoff=0.82)
        if guess is None:
            return False
        right = titles_by_key[guess]
        self.findings.add(
            NEARLY_A_PART,
            node.place,
            f"`{node.written}` is nearly the part `{right}`, but not quite",
            help=f"write `{'#' * node.level} {right}`; as it is, it is shown {effect}",
            fix=replacing(node.place, right),
        )
        return True

    def repeated_part(self, node: Node, first: Node) -> None:
        """Report a part that stands a second time, if it is not the first one itself."""
        if node is not first:
            self.findings.add(
                REPEATED_NAME,
                node.place,
                f"the part `{node.written}` stands twice: first on line {first.place.line}",
                help="join the two under one heading",
                related=[Related(place=first.place, message="the first of the two")],
            )


@record
class SectionType:
    """A kind of section: `titles` are the headings it answers to, `read` turns its outline into its value.

    `content` is what its author is asked for when nothing stands under the heading. A section that `needs_headings`
    says nothing that can be counted without them.
    """

    kind: str
    titles: tuple[str, ...]
    content: str
    read: Callable[[Node, Reading], SectionValue]
    needs_headings: bool = False


@cache
def section_types() -> tuple[SectionType, ...]:
    """Every section in the folder, by file name."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return tuple(importlib.import_module(f"{__name__}.{name}").SECTION for name in names)


@cache
def section_types_by_title() -> dict[str, SectionType]:
    """Every section by each heading it answers to, as `title_key` gives it."""
    return {title_key(title): each for each in section_types() for title in each.titles}


@cache
def _kinds_by_first_title() -> dict[str, str]:
    return {title_key(each.titles[0]): each.kind for each in section_types() if each.needs_headings}


@cache
def kinds_named() -> frozenset[str]:
    """Every kind of section that a heading may name outright."""
    return frozenset(_kinds_by_first_title().values())


def kind_named(title: str) -> str:
    """The kind of section that a heading at any level names outright, by the first of its titles; empty for none."""
    return _kinds_by_first_title().get(title_key(title), "")


@lru_cache(maxsize=8192)
def title_key(title: str) -> str:
    """What the usual variants of a heading have in common.

    Put aside are case, typographic signs, a number or picture before it, a leading `your`, marks and pictures after
    it and what stands in parentheses at its end: `3. Your Roadmap (36 weeks):` is `roadmap`.
    """
    words = " ".join(plain(title).casefold().split())
    words = re.sub(r"^(?:[0-9]{1,2}[.)] ?|[^\w\s]+ ?)+", "", words)
    words = _without_marks(words, kept=")")
    opening = words.rfind("(")
    if opening > 0 and words.endswith(")"):
        words = _without_marks(words[:opening])
    return re.sub(r"^(your|the) ", "", words)


def _without_marks(words: str, *, kept: str = "") -> str:
    end = len(words)
    while end and not words[end - 1].isalnum() and words[end - 1] not in kept:
        end -= 1
    return words[:end]


def prose_of(blocks: Sequence[Block]) -> Prose:
    """Blocks as prose that is safe to show."""
    return Prose(html=html_of(blocks)) if blocks else NO_PROSE


def _task(entry: Entry) -> Task:
    """A list entry as a task: its first paragraph is what to do, the rest its detail."""
    words, detail = entry.task()
    return Task(prose=Prose(html=words), detail=Prose(html=detail) if detail else NO_PROSE)


def _as_prose(node: Node, reading: Reading) -> SectionValue:
    del reading
    return ProseSection(prose=prose_of(node.whole))


PROSE: Final = SectionType(kind="prose", titles=(), content="what the heading promises", read=_as_prose)
"""A section that the program does not know: kept in its place as the author wrote it."""
