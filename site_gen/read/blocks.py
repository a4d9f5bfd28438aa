"""A body as values: headings, paragraphs, lists and other blocks, each with the HTML it is shown as.

A page has some hundred of them, so they are plain slotted classes: a frozen one costs three times as much to make.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import ClassVar, Protocol

from site_gen.links import Link
from site_gen.record import record


@dataclass(slots=True)
class Heading:
    """A heading at the margin: `content` is its Markdown, `text` its words, `inner` the HTML of its words.

    `start` and `end` are its lines, from 0, `written` is the first of them where it is known. Its `level` and `anchor`
    are settled by those who look at all headings.
    """

    level: int
    content: str
    text: str
    inner: str
    start: int
    end: int
    written: str = field(default="", compare=False)
    anchor: str = ""

    @property
    def html(self) -> str:
        """The heading as it is shown."""
        identity = f' id="{self.anchor}"' if self.anchor else ""
        return f"<h{self.level}{identity}>{self.inner}</h{self.level}>\n"


@dataclass(slots=True)
class Paragraph:
    """A paragraph at the margin: its first line, from 0, its Markdown and its HTML."""

    start: int
    content: str
    html: str


@dataclass(slots=True)
class Other:
    """A quote, a table, a rule, or code; `fence` is the sign that opens a block of code, if one does."""

    start: int
    html: str
    fence: str = ""


class Entry(Protocol):
    """One entry of a list."""

    @property
    def start(self) -> int:
        """Its first line, from 0."""

    @property
    def html(self) -> str:
        """All it says; empty for an empty entry."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands behind its sign."""

    def task(self) -> tuple[str, str]:
        """The HTML of its first paragraph without the box of a task list, and that of the blocks that follow."""

    def naming(self) -> tuple[str, str, str]:
        """The HTML of the link it begins with, its address, and the HTML of what follows.

        An entry that begins otherwise has all its words for a name and no address; one without words no name either.
        """


@dataclass(slots=True)
class PlainEntry:
    """An entry of one paragraph, by its number in its list."""

    html: str
    whole: PlainList
    number: int
    is_empty: ClassVar = False

    @property
    def start(self) -> int:
        """See `Entry`."""
        before = self.whole.htmls[: self.number]
        return self.whole.start + len(before) + sum([html.count("\n") for html in before])

    def task(self) -> tuple[str, str]:
        """See `Entry`; an entry with a box is never this plain."""
        return self.html, ""

    def naming(self) -> tuple[str, str, str]:
        """See `Entry`."""
        if not self.html.startswith("<a "):
            return self.html, "", ""
        opening, _, rest = self.html.partition(">")
        name, _, note = rest.partition("</a>")
        return name, opening.split('"', 2)[1], note.strip()


class List(Protocol):
    """A list at the margin."""

    @property
    def start(self) -> int:
        """Its first line, from 0."""

    @property
    def entries(self) -> Sequence[Entry]:
        """Its entries, at least one."""

    @property
    def html(self) -> str:
        """The whole list as it is shown."""


@dataclass(slots=True)
class PlainList:
    """A list whose entries are one paragraph each, with nothing between them: their HTML, line by line as written."""

    start: int
    htmls: list[str]

    @property
    def entries(self) -> list[PlainEntry]:
        """See `List`."""
        return [PlainEntry(html, self, number) for number, html in enumerate(self.htmls)]

    @property
    def html(self) -> str:
        """See `List`."""
        return "<ul>\n<li>" + "</li>\n<li>".join(self.htmls) + "</li>\n</ul>\n"


Block = Heading | Paragraph | Other | List


@record
class LooseText:
    """A paragraph anywhere, in a quote or a list too, that may hold a heading or an entry which lacks a sign."""

    content: str
    start: int
    level: int


OutsideSpot = tuple[str, int, int]
"""The address of a link to another site, and the lines that it is to be looked for on: the first, and that after them.

Where on a line it stands is worked out when it is asked for, since hardly ever it is.
"""


@dataclass(slots=True)
class Body:
    """A parsed body: its blocks (their lines count from 0 in the whole file), and its links inside and outside.

    `loose` are the paragraphs that a look for missing signs has to go through.
    """

    blocks: list[Block] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    outside: list[OutsideSpot] = field(default_factory=list)
    loose: list[LooseText] = field(default_factory=list)


def html_of(blocks: Sequence[Block]) -> str:
    """The HTML of blocks that follow each other."""
    return "".join([block.html for block in blocks]).strip()
