"""The tokens of markdown-it become blocks, and HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

from site_gen.read.blocks import Block, Heading, LooseText, Other, Paragraph
from site_gen.read.parser import PARSER

_BOX: Final = re.compile(r"^\[[ xX]\]\s+")
_LISTS: Final = frozenset({"bullet_list_open", "ordered_list_open"})
_RENDERER: Final = RendererHTML()


def blocks_of(tokens: Sequence[Token]) -> Iterator[Block]:
    """The blocks at the margin that settled tokens stand for."""
    start = 0
    for at, token in enumerate(tokens):
        if token.level or token.nesting > 0:
            continue
        yield _block(tokens[start : at + 1])
        start = at + 1


def _block(tokens: Sequence[Token]) -> Block:
    opening = tokens[0]
    start, end = opening.map or (0, 1)
    if opening.type in _LISTS:
        return TokenList(start, tokens)
    html = str(_RENDERER.render(tokens, PARSER.options, {}))
    if opening.type == "heading_open":
        inline = tokens[1]
        inner = str(_RENDERER.renderInline(inline.children or (), PARSER.options, {}))
        return Heading(int(opening.tag[1:]), inline.content, text_of([inline]), inner, start, end)
    if opening.type == "paragraph_open":
        return Paragraph(start, tokens[1].content, html)
    return Other(start, html, opening.markup if opening.type == "fence" else "")


def loose_texts(tokens: Sequence[Token]) -> Iterator[LooseText]:
    """Every paragraph among tokens, wherever it stands."""
    for opening, inline in pairwise(tokens):
        if opening.type == "paragraph_open" and opening.map:
            yield LooseText(content=inline.content, start=opening.map[0], level=opening.level)


@dataclass(slots=True)
class TokenList:
    """A list of any kind; its HTML is made when asked for, as most lists are taken apart instead."""

    start: int
    tokens: Sequence[Token]

    @property
    def html(self) -> str:
        """See `List`."""
        return str(_RENDERER.render(self.tokens, PARSER.options, {}))

    @property
    def entries(self) -> list[TokenEntry]:
        """See `List`; a list inside an entry is part of that entry."""
        found = []
        start = 0
        for at, token in enumerate(self.tokens):
            if token.level == 1 and token.type == "list_item_open":
                start = at
            elif token.level == 1 and token.type == "list_item_close":
                line = (self.tokens[start].map or [0])[0]
                found.append(TokenEntry(line, self.tokens[start + 1 : at]))
        return found


@dataclass(slots=True)
class TokenEntry:
    """An entry of any kind."""

    start: int
    tokens: Sequence[Token]

    @property
    def html(self) -> str:
        """See `Entry`."""
        return self._render(self.tokens)

    @property
    def is_empty(self) -> bool:
        """See `Entry`."""
        return not self.tokens

    def task(self) -> tuple[str, str]:
        """See `Entry`."""
        tokens = self._without_box()
        first = next((at + 1 for at, token in enumerate(tokens) if token.type == "paragraph_close"), 0)
        inline = [token for token in tokens[:first] if token.type == "inline"]
        words = self._render(inline) if 0 < first <= 3 else ""
        return words, self._render(tokens[first:] if words else tokens)

    def naming(self) -> tuple[str, str, str]:
        """See `Entry`."""
        children = self._children()
        if children and children[0].type == "link_open":
            end = next(at for at, child in enumerate(children) if child.type == "link_close")
            name = self._render_inline(children[1:end])
            url = str(children[0].attrs.get("href", ""))
            return (name, url, self._render_inline(children[end + 1 :])) if name else ("", "", "")
        return self._render_inline(children) if text_of(children) else "", "", ""

    def _without_box(self) -> Sequence[Token]:
        """The tokens without the `[ ]` of a task list: the page draws its own box, which the reader ticks."""
        at = next((at for at, token in enumerate(self.tokens[:2]) if token.type == "inline"), None)
        children = self.tokens[at].children if at is not None else None
        if at is None or not children or children[0].type != "text" or not _BOX.match(children[0].content):
            return self.tokens
        bare = children[0].copy(content=_BOX.sub("", children[0].content))
        inline = self.tokens[at].copy(children=[bare, *children[1:]])
        return [*self.tokens[:at], inline, *self.tokens[at + 1 :]]

    def _children(self) -> list[Token]:
        """Everything the entry says as one run: paragraphs, inner entries and code, with a space between them."""
        children: list[Token] = []
        for token in self.tokens:
            if token.type == "inline":
                children += [Token("softbreak", "br", 0), *(token.children or ())]
            elif token.type in {"fence", "code_block"}:
                children += [
                    Token("softbreak", "br", 0),
                    Token("code_inline", "code", 0, content=token.content.strip()),
                ]
        return children[1:]

    def _render(self, tokens: Sequence[Token]) -> str:
        return str(_RENDERER.render(tokens, PARSER.options, {})).strip()

    def _render_inline(self, children: Sequence[Token]) -> str:
        return str(_RENDERER.renderInline(children, PARSER.options, {})).strip()


def text_of(tokens: Sequence[Token]) -> str:
    """The words of inline tokens (or of the inline tokens among blocks), markup left out."""
    return "".join(_words(tokens)).strip()


def _words(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "inline":
            yield from _words(token.children or ())
        elif token.type in {"text", "code_inline", "image"}:
            yield token.content
        elif token.type in {"softbreak", "hardbreak", "paragraph_close", "heading_close", "th_close", "td_close"}:
            yield " "
