"""Markdown that can be read in one way only becomes blocks without tokens; the lines of all other are given back.

Nearly all that authors write is headings, paragraphs, short lists, quotes and tables without anything hard in them.
Reading those from the lines themselves costs a tenth of what the whole grammar does. Whatever this module does not know
for certain it declines, from where the doubt begins to the next line where any earlier block has surely ended.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from html import escape
from typing import Final

from site_gen.links import Link
from site_gen.read.blocks import Block, Body, Heading, Other, OutsideSpot, Paragraph, PlainList
from site_gen.read.comments import OPENING
from site_gen.read.places import link_inside
from site_gen.read.source import Source
from site_gen.typeset import is_set, typeset

_FILE_IN_DOUBT: Final = (b"]:", b"\t", b"\r", b"\0", b"\f")
"""A definition of a link may stand anywhere and be used anywhere; tabs count differently by column."""

_TWICE: Final = re.compile(r"(?<![A-Za-z])([A-Za-z]+) +\1(?![A-Za-z])", re.IGNORECASE)
_ENTITY: Final = re.compile(r"&[#A-Za-z0-9]+;")

_BEGINS: Final = r"""(?:[^\W\d_]|[("'“‘\[$€£]|\d+(?![\d.)])|\*{1,2}(?=[^\s*])|`(?!``))"""
_LINE: Final = rf"""{_BEGINS}.*+(?<!\s)(?<!\s[-"])(?<!\s--)"""
"""A line of a paragraph: no heading, rule, list, quote, fence, table or underline can begin so.

It does not end in white space, nor in a sign that is typeset otherwise than before a space.
"""

_PARAGRAPH: Final = re.compile(rf"{_LINE}(?:\n{_LINE})*")
_LIST: Final = re.compile(rf"- {_LINE}(?:\n(?:- | *){_LINE})*")
_QUOTE: Final = re.compile(rf"> {_LINE}(?:\n> {_LINE})*")
_HEADING: Final = re.compile(r"(#{1,6}) +([^\s#`*\[\]_~\\<](?:[^`*\[\]_~\\<]*[^\s#`*\[\]_~\\<])?)")
_UNDER_HEADING: Final = re.compile(r"[^\W\d_]|- [^\W\d_]|#")
"""What may stand on the line below a heading: nothing that could make it the head of a table."""

_CELL: Final = r"""(?![-"][\s|-])[^\s|](?:[^|\n]*[^\s|])?(?<!\s[-"])(?<!\s--)"""
_ROW: Final = rf"\|(?: *+(?:{_CELL} *+)?\|)+"
_RULE: Final = r"\|(?: *:?-+:? *\|)+"
_ALIGNMENTS: Final = {"--": "", ":-": "", "-:": ' class="align-right"', "::": ' class="align-center"'}
_TABLE: Final = re.compile(rf"{_ROW}\n{_RULE}(?:\n{_ROW})+")
_CODE: Final = re.compile(r"```(?P<language>[A-Za-z0-9]*)\n(?P<code>(?:(?!.*```).*\n)*)```")

_MAY_GO_ON: Final = tuple(" -+*0123456789")
"""What begins a line that, after an empty one, may belong to a list above it."""

_MARKED: Final = re.compile(r"^ *(?:[-+*]|\d{1,9}[.)])(?:\s|$)", re.MULTILINE)
_FENCED: Final = re.compile(r"^[ >*+\-\d.)]*(?:```|~~~)", re.MULTILINE)
_LAST_LINE: Final = sys.maxsize
"""Behind the end of any file."""

_INDENT: Final = re.compile(r"\n +")

_APART: Final = "\f"
"""Keeps texts apart that are read at one go: white space that stands in no file, and that no mark reaches across."""

_INSIDE: Final = r"[^\s\\*_`~\[\]<][^\\*_`~\[\]<\f]*(?<!\s)"
"""Words without markup of their own: no sign inside can belong to anything outside."""

_CLOSES: Final = r"""(?![^\s.,:;!?)'"/…–—’”-])"""
"""Where emphasis ends for certain, whatever stands before its sign: white space or a mark follows."""

_SPAN: Final = re.compile(
    r"`(?P<code>[^`\s](?:[^`\n\f]*[^`\s])?)`(?!`)"
    rf"|\*\*(?<![^\s(]\*\*)(?P<strong>{_INSIDE})\*\*{_CLOSES}"
    rf"|\*(?<![^\s(]\*)(?P<em>{_INSIDE})\*{_CLOSES}"
    r"|\\(?<![\"']\\)(?P<star>\*)"
    rf"|\[(?<!!\[)(?P<label>{_INSIDE})\]\("
    r"(?:(?P<url>https?://[A-Za-z0-9][A-Za-z0-9\-._~/?#=+,:;@$]*)"
    r"|(?P<inside>(?:(?:\.\./)*[A-Za-z0-9]|#)[A-Za-z0-9\-._/]+(?:#[A-Za-z0-9\-._]+)?))\)"
    r"|`|\*|\[|\\|_|~|\]|<"
)
"""Each branch begins with a letter of its own, so that the search can skip to those. The last match signs in doubt."""


@dataclass(slots=True)
class Unread:
    """Lines that this module does not read, from `start` up to `end`, from 0.

    `blocks`, `links` and `outside` are how many of each come before theirs in the body.
    """

    start: int
    end: int
    blocks: int = 0
    links: int = 0
    outside: int = 0


@dataclass(slots=True)
class PlainReader:
    """Reads what is plain in the body of one file: `body` is what it has read so far, `unread` are all other lines.

    `is_doubtful` says that a word may stand twice somewhere, which this module does not report.
    """

    source: Source
    is_doubtful: bool = False
    body: Body = field(default_factory=Body)
    unread: list[Unread] = field(default_factory=list)

    def read(self, text: str, first: int) -> None:
        """Read the body of the file, whose text begins on line `first`, from 0."""
        encoded = self.source.encoded  # a search through bytes is several times as fast
        if any(sign in encoded for sign in _FILE_IN_DOUBT):
            self._leave(first, len(self.source.lines))
            return
        self.is_doubtful = self.is_doubtful or b"~~" in encoded or b"&" in encoded.replace(b"& ", b"")
        chunks = _chunks(text, first)
        at, count = 0, len(chunks)
        while at < count:
            start, chunk = chunks[at]
            at += 1
            while chunk.startswith("#"):
                line, _, rest = chunk.partition("\n")
                if not (heading := self._heading(line, rest, start)):
                    break
                self.body.blocks.append(heading)
                start, chunk = start + 1, rest
            if not chunk:
                continue
            if block := self._block(chunk, start, chunks[at][1] if at < count else ""):
                self.body.blocks.append(block)
                continue
            at = _end_of_doubt(chunk, chunks, at)
            self._leave(start, chunks[at][0] if at < count else len(self.source.lines))

    def _leave(self, start: int, end: int) -> None:
        """Leave some lines unread; runs that follow each other become one, since each has its price."""
        if not self.unread or self.unread[-1].blocks != len(self.body.blocks):
            self.unread.append(Unread(start, end, len(self.body.blocks), len(self.body.links), len(self.body.outside)))
        self.unread[-1].end = end

    def _heading(self, line: str, rest: str, start: int) -> Heading | None:
        """The heading that a line is, if it is plainly one; `rest` is the text below it."""
        found = _words_of_heading(line)
        if found is None or (rest and not _UNDER_HEADING.match(rest)) or (self.is_doubtful and _is_doubtful(line)):
            return None
        return Heading(*found, start, start + 1, line)

    def _block(self, text: str, start: int, following: str) -> Block | None:
        """The block that a text is, if it is plainly one; `following` is the text behind it."""
        if self.is_doubtful and _is_doubtful(text):
            return None
        sign = text[0]
        if sign == "-":
            return None if following.startswith(_MAY_GO_ON) else self._list(text, start)
        if sign == "|":
            return self._table(text, start)
        if sign == "`" and (found := _CODE.fullmatch(text)):
            language = f' class="language-{found["language"]}"' if found["language"] else ""
            return Other(start, f"<pre><code{language}>{_escape_code(found['code'])}</code></pre>\n", "```")
        if sign == ">":
            html = self._html(text[2:].replace("\n> ", "\n"), start) if _QUOTE.fullmatch(text) else None
            return Other(start, f"<blockquote>\n<p>{html}</p>\n</blockquote>\n") if html is not None else None
        html = self._html(text, start) if _PARAGRAPH.fullmatch(text) else None
        return Paragraph(start, text, f"<p>{html}</p>\n") if html is not None else None

    def _list(self, text: str, start: int) -> PlainList | None:
        """A list of entries of one paragraph each, whose lines may be indented."""
        if not _LIST.fullmatch(text):
            return None
        entries = text[2:].replace("\n- ", f"\n{_APART}")
        html = self._html(_INDENT.sub("\n", entries) if "\n " in entries else entries, start)
        return PlainList(start, html.split(f"\n{_APART}")) if html is not None else None

    def _table(self, text: str, start: int) -> Other | None:
        """A table whose rows all have strokes at both ends and as many cells as its head."""
        if "`" in text or "\\" in text or not _TABLE.fullmatch(text):
            return None
        rows = [[cell.strip(" ") for cell in row[1:-1].split("|")] for row in text.split("\n")]
        classes = [_ALIGNMENTS[rule[0] + rule[-1]] for rule in rows[1]]
        if any(len(row) != len(classes) for row in rows):
            return None
        rows[1] = []
        html = self._html(f"\n{_APART}".join(map(_APART.join, rows)), start)
        if html is None:
            return None
        head, _, *others = html.split(f"\n{_APART}")
        top, rest = _row(head, classes, "th"), "".join([_row(row, classes, "td") for row in others])
        return Other(start, f"<table>\n<thead>\n{top}</thead>\n<tbody>\n{rest}</tbody>\n</table>\n")

    def _html(self, text: str, start: int) -> str | None:
        """The HTML of a run of text that begins on line `start`, from 0; None where it is not plain.

        The text has no white space at its ends nor at those of its lines, and no `~~` nor entities.
        """
        parts: list[str] = []
        links: list[Link] = []
        outside: list[OutsideSpot] = []
        is_ready = is_set(text) and "&" not in text and ">" not in text
        at = 0
        before = " "
        for found in _SPAN.finditer(text):
            kind = found.lastgroup
            if kind is None:
                return None
            begin, end = found.span()
            if begin > at:
                words = text[at:begin]
                parts.append(words if is_ready else _words_html(words, before))
                before = words[-1]
            at = end
            words = found[kind]
            if kind == "star":
                parts.append(before := words)
                continue
            if kind == "code":
                if "](" in words or "][" in words:
                    return None
                parts.append(f"<code>{_escape_code(words)}</code>")
                before = "x"
                continue
            opening = closing = kind
            if kind == "url":
                outside.append((words, start + text.count("\n", 0, begin), _LAST_LINE))
                opening, closing, words = f'a href="{words}" rel="external"', "a", found["label"]
            elif kind == "inside":
                link, href = link_inside(self.source, words, start + text.count("\n", 0, begin), _LAST_LINE)
                links.append(link)
                opening, closing, words = f'a href="{href or words}"', "a", found["label"]
            parts.append(f"<{opening}>{words if is_ready else _words_html(words, before)}</{closing}>")
            before = words[-1]
        if "://" in text and text.count("://") != len(outside):
            return None
        if at < len(text):
            parts.append(text[at:] if is_ready else _words_html(text[at:], before))
        self.body.links += links
        self.body.outside += outside
        return "".join(parts)


def _chunks(text: str, start: int) -> list[tuple[int, str]]:
    """The parts of a text that begins on line `start`, cut where a line is empty, by their first line."""
    chunks = []
    for part in text.split("\n\n"):
        if chunk := part.strip("\n"):
            chunks.append((start + (part[0] == "\n"), chunk))
        start += 2 + (part.count("\n") if "\n" in part else 0)
    return chunks


def _is_doubtful(text: str) -> bool:
    """Whether a text has what `PlainReader` does not look for, or may have a word twice."""
    return "~~" in text or ("&" in text and bool(_ENTITY.search(text))) or bool(_TWICE.search(text))


@lru_cache(maxsize=8192)
def _words_of_heading(line: str) -> tuple[int, str, str, str] | None:
    """The level of a heading, its Markdown, its words and their HTML; the same ones stand in many guides."""
    found = _HEADING.fullmatch(line)
    if found is None or "://" in line:
        return None
    return len(found[1]), found[2], typeset(found[2]), _words_html(found[2])


def _words_html(text: str, before: str = " ") -> str:
    """The HTML of words without markup; `before` is the character that precedes them."""
    return typeset(text, before).replace("&", "&amp;").replace(">", "&gt;")


def _escape_code(code: str) -> str:
    """The HTML of code, which is not typeset."""
    return escape(code, quote=False).replace('"', "&quot;")


def _row(html: str, classes: Sequence[str], tag: str) -> str:
    cells = zip(classes, html.split(_APART), strict=True)
    return "<tr>\n" + "".join([f"<{tag}{alignment}>{cell}</{tag}>\n" for alignment, cell in cells]) + "</tr>\n"


def _is_unended(text: str) -> bool:
    """Whether a text has a fence, or a comment without its end: how far they reach is left to the library."""
    opening = text.rfind(OPENING)
    return _FENCED.search(text) is not None or (opening >= 0 and text.find("-->", opening + len(OPENING)) < 0)


def _end_of_doubt(chunk: str, chunks: Sequence[tuple[int, str]], at: int) -> int:
    """The number of the chunk, from `at` on, that surely begins a block of its own, whatever `chunk` holds."""
    has_list = False
    while not _is_unended(chunk):
        has_list = has_list or _MARKED.search(chunk) is not None
        if at >= len(chunks):
            break
        chunk = chunks[at][1]
        if chunk[0] != " " and not (has_list and chunk.startswith(_MAY_GO_ON)):
            return at
        at += 1
    return len(chunks)
