"""Markdown that can be read in one way only becomes blocks without tokens; the lines of all other are given back.

Nearly all that authors write is headings, paragraphs, short lists, quotes and tables without anything hard in them.
Reading those from the lines themselves costs a tenth of what the whole grammar does. Whatever this module does not know
for certain it declines, from where the doubt begins to the next line where any earlier block has surely ended.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from site_gen.read.blocks import Block, Heading, Other, Paragraph, PlainEntry, PlainList
from site_gen.read.comments import OPENING
from site_gen.read.plain_text import PlainText, escape_code, words_html
from site_gen.typeset import typeset

_BODY_IN_DOUBT: Final = ("]:", "\t", "\r", "\0")
"""A definition of a link may stand anywhere and be used anywhere; tabs count differently by column."""

_TWICE: Final = re.compile(r"(?<![A-Za-z])([A-Za-z]+) +\1(?![A-Za-z])", re.IGNORECASE)
_ENTITY: Final = re.compile(r"&[#A-Za-z0-9]+;")
_BEGINS: Final = re.compile(r"""[^\W\d_]|[("'“‘\[$€£]|\d+(?![\d.)])|\*{1,2}(?=[^\s*])|`(?!``)""")
"""What a line of a paragraph begins with that can be no heading, rule, list, quote, fence, table or underline."""

_ENDS_IN_DOUBT: Final = re.compile(r"""\s(?:--?|")$""")
"""Ends of lines that are typeset otherwise than before a space."""

_HEADING: Final = re.compile(r"(#{1,6}) +([^\s#`*\[\]_~\\<](?:[^`*\[\]_~\\<]*[^\s#`*\[\]_~\\<])?)")
_UNDER_HEADING: Final = re.compile(r"[^\W\d_]|- [^\W\d_]|#")
"""What may stand on the line below a heading: nothing that could make it the head of a table."""

_MARKED: Final = re.compile(r"^ *(?:[-+*]|\d{1,9}[.)])(?:\s|$)", re.MULTILINE)
"""A line that begins an entry of a list."""

_INDENT: Final = re.compile(r"\n +")
_RULE: Final = re.compile(r"\|(?: *:?-+:? *\|)+")
_CODE: Final = re.compile(r"```(?P<language>[A-Za-z0-9]*)\n(?P<code>(?:.*\n)*?)```")
_FENCE: Final = re.compile(r"(?P<sign>`{3,}(?=[^`]*$)|~{3,})")
_FENCED: Final = re.compile(r"^[ >*+\-\d.)]*(?:```|~~~)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Unread:
    """Lines that this module does not read: the number of the first in the file, from 0, and their texts."""

    start: int
    lines: Sequence[str]


class _Chunk(NamedTuple):
    """Lines without an empty one between them: the number of the first, from 0, and their text."""

    start: int
    text: str


def plain_blocks(text: str, first: int, plain: PlainText, *, is_doubtful: bool = False) -> Iterator[Block | Unread]:
    """The blocks of a body in order, with the lines left unread among them; the body begins on line `first`, from 0.

    `is_doubtful` says that a word may stand twice somewhere, which this module does not report.
    """
    if any(sign in text for sign in _BODY_IN_DOUBT):
        yield Unread(first, text.split("\n"))
        return
    is_doubtful = is_doubtful or _is_hard(text)
    chunks = _chunks(text, first)
    at = 0
    while at < len(chunks):
        chunk = chunks[at]
        at += 1
        while chunk.text[:1] == "#" and (heading := _heading(chunk, is_doubtful=is_doubtful)):
            yield heading
            chunk = _Chunk(chunk.start + 1, chunk.text.partition("\n")[2])
        if not chunk.text:
            continue
        following = chunks[at] if at < len(chunks) else None
        block = None if is_doubtful and _is_doubtful(chunk.text) else _block(chunk, following, plain)
        if block is not None:
            yield block
            continue
        end = _end_of_doubt(chunk, chunks, at)
        last = chunks[end - 1] if end > at else chunk
        stop = last.start + last.text.count("\n") + 1 if end < len(chunks) else len(plain.source.lines)
        yield Unread(chunk.start, plain.source.lines[chunk.start : stop])
        at = end


def _chunks(text: str, first: int) -> list[_Chunk]:
    chunks = []
    start = first
    for part in text.rstrip("\n").split("\n\n"):
        if part:
            odd = part[0] == "\n"
            chunks.append(_Chunk(start + odd, part[odd:]))
            start += part.count("\n")
        start += 2
    return chunks


def _is_hard(text: str) -> bool:
    """Whether a text has what `PlainText` does not look for."""
    return "~~" in text or _ENTITY.search(text) is not None


def _is_doubtful(text: str) -> bool:
    return _is_hard(text) or _TWICE.search(text) is not None


def _block(chunk: _Chunk, following: _Chunk | None, plain: PlainText) -> Block | None:
    """The block that a chunk is, if it is plainly one."""
    first = chunk.text[0]
    links, outside = len(plain.body.links), len(plain.body.outside_links)
    block: Block | None
    if first == "-":
        block = None if following is not None and _may_go_on(following.text) else _list(chunk, plain)
    elif first == ">":
        block = _quote(chunk, plain)
    elif first == "|":
        block = _table(chunk, plain)
    elif first == "`" and chunk.text.startswith("```"):
        block = _code(chunk)
    else:
        block = _paragraph(chunk, plain)
    if block is None:
        del plain.body.links[links:], plain.body.outside_links[outside:]
    return block


def _may_go_on(text: str) -> bool:
    """Whether lines after an empty one may belong to a list above it."""
    return text[0] in " -+*0123456789"


def _heading(chunk: _Chunk, *, is_doubtful: bool) -> Heading | None:
    line, _, rest = chunk.text.partition("\n")
    found = _HEADING.fullmatch(line)
    if (
        found is None
        or "://" in line
        or (is_doubtful and _is_doubtful(line))
        or (rest and not _UNDER_HEADING.match(rest))
    ):
        return None
    content = found[2]
    return Heading(len(found[1]), content, typeset(content), words_html(content), chunk.start, chunk.start + 1)


def _paragraph(chunk: _Chunk, plain: PlainText) -> Paragraph | None:
    text = chunk.text
    end = _end_of_lines(text, chunk.start)
    html = plain.html(text, chunk.start, end) if end else None
    return Paragraph(chunk.start, text, f"<p>{html}</p>\n") if html is not None else None


def _end_of_lines(text: str, start: int) -> int:
    """The line after the last of a text whose every line is one of a paragraph; 0 where one may be something else."""
    if "\n" not in text:
        return start + 1 if text[-1:].strip() and (text[0].isalpha() or _BEGINS.match(text)) else 0
    lines = text.split("\n")
    for line in lines:
        if not _BEGINS.match(line) or line[-1].isspace() or (line[-1] in '-"' and _ENDS_IN_DOUBT.search(line)):
            return 0
    return start + len(lines)


def _list(chunk: _Chunk, plain: PlainText) -> PlainList | None:
    """A list of entries of one paragraph each, whose lines may be indented."""
    if not chunk.text.startswith("- "):
        return None
    entries = []
    start = chunk.start
    for written in chunk.text[2:].split("\n- "):
        text = _INDENT.sub("\n", written) if "\n" in written else written
        end = _end_of_lines(text, start)
        entry = _entry(text, start, end, plain) if end else None
        if entry is None:
            return None
        entries.append(entry)
        start = end
    return PlainList(chunk.start, entries)


def _entry(text: str, start: int, end: int, plain: PlainText) -> PlainEntry | None:
    html = plain.html(text, start, end)
    if html is None:
        return None
    if text[0] != "[":
        return PlainEntry(start, html)
    opening, _, rest = html.partition(">")
    name, _, note = rest.partition("</a>")
    return PlainEntry(start, html, (name, opening.split('"', 2)[1], note.strip()))


def _quote(chunk: _Chunk, plain: PlainText) -> Other | None:
    """A quote of one paragraph."""
    if not chunk.text.startswith("> "):
        return None
    text = chunk.text[2:].replace("\n> ", "\n")
    end = _end_of_lines(text, chunk.start)
    html = plain.html(text, chunk.start, end) if end else None
    return Other(chunk.start, f"<blockquote>\n<p>{html}</p>\n</blockquote>\n") if html is not None else None


def _code(chunk: _Chunk) -> Other | None:
    """A block of code without an empty line, between two fences of three backquotes."""
    found = _CODE.fullmatch(chunk.text)
    if found is None or "```" in found["code"]:
        return None
    language = f' class="language-{found["language"]}"' if found["language"] else ""
    return Other(chunk.start, f"<pre><code{language}>{escape_code(found['code'])}</code></pre>\n", "```")


def _table(chunk: _Chunk, plain: PlainText) -> Other | None:
    """A table whose rows all have strokes at both ends and as many cells as its head."""
    rows = chunk.text.split("\n")
    if len(rows) < 3 or "`" in chunk.text or "\\" in chunk.text or not _RULE.fullmatch(rows[1]):
        return None
    classes = [_alignment(cell.strip(" ")) for cell in rows[1][1:-1].split("|")]
    parts = ["<table>\n<thead>\n"]
    for at, row in enumerate(rows):
        if at == 1:
            continue
        html = _row(row, classes, chunk.start + at, plain, tag="td" if at else "th")
        if html is None:
            return None
        parts.append(html if at else f"{html}</thead>\n<tbody>\n")
    return Other(chunk.start, "".join(parts) + "</tbody>\n</table>\n")


def _alignment(rule: str) -> str:
    if rule[-1] != ":":
        return ""
    return ' class="align-center"' if rule[0] == ":" else ' class="align-right"'


def _row(row: str, classes: Sequence[str], line: int, plain: PlainText, *, tag: str) -> str | None:
    cells = [cell.strip(" ") for cell in row[1:-1].split("|")]
    if row[0] != "|" or row[-1] != "|" or len(row) < 2 or len(cells) != len(classes):
        return None
    htmls = [plain.html(cell, line, line + 1) for cell in cells]
    if None in htmls or any(cell[:1].isspace() or cell[-1:].isspace() for cell in cells):
        return None
    return "<tr>\n" + "".join(f"<{tag}{c}>{html}</{tag}>\n" for c, html in zip(classes, htmls, strict=True)) + "</tr>\n"


def _end_of_doubt(chunk: _Chunk, chunks: Sequence[_Chunk], at: int) -> int:
    """The number of the chunk, from `at` on, that surely begins a block of its own, whatever `chunk` holds."""
    if fence := _FENCE.match(chunk.text.partition("\n")[0]):
        return _end_of_fence(fence["sign"], chunk, chunks, at)
    has_list = is_comment = False
    while not _FENCED.search(chunk.text):
        has_list = has_list or _MARKED.search(chunk.text) is not None
        is_comment = _ends_in_comment(chunk.text, is_comment=is_comment)
        if at >= len(chunks):
            break
        chunk = chunks[at]
        if not (is_comment or chunk.text[0] == " " or (has_list and _may_go_on(chunk.text))):
            return at
        at += 1
    return len(chunks)


def _ends_in_comment(text: str, *, is_comment: bool) -> bool:
    """Whether the end of a text may be inside a comment; `is_comment` says so of its beginning."""
    opening = text.rfind(OPENING)
    if opening < 0:
        return is_comment and "-->" not in text
    return text.find("-->", opening + len(OPENING)) < 0


def _end_of_fence(sign: str, chunk: _Chunk, chunks: Sequence[_Chunk], at: int) -> int:
    """The number of the chunk after a block of code, if its end is a line of its own before an empty one."""
    closing = re.compile(rf" {{0,3}}{sign[0]}{{{len(sign)},}} *")
    lines = chunk.text.split("\n")[1:]
    while not any(closing.fullmatch(line) for line in lines):
        if at >= len(chunks):
            return at
        lines = chunks[at].text.split("\n")
        at += 1
    return at if closing.fullmatch(lines[-1]) and sum(map(bool, map(closing.fullmatch, lines))) == 1 else len(chunks)
