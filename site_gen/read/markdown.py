"""The one Markdown parser: text to tokens with lines, tokens to safe HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from operator import eq
from typing import Any, Final, cast
from urllib.parse import quote

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from site_gen.diagnostic import Findings, Place
from site_gen.edits import replacing, written_at
from site_gen.faults import (
    BAD_ADDRESS,
    BARE_ADDRESS,
    DOUBLED_WORD,
    IMAGE_WITHOUT_TEXT,
    RAW_HTML,
    UNKNOWN_REFERENCE,
    UNSAFE_LINK,
)
from site_gen.links import SAFE_SCHEMES, Link, OutsideLink, href_for, scheme_of, target_of
from site_gen.nearest import nearest
from site_gen.read.comments import BLOCK, INLINE, OPENING, add_comments
from site_gen.read.plain_blocks import add_plain_blocks
from site_gen.read.source import Source
from site_gen.typeset import typeset

_PLAIN_ADDRESS: Final = re.compile(r"[A-Za-z0-9\-._~:/?#@!$&()*+,;=%]*")
_MARKUP: Final = re.compile(r"[\\`*_~!&<\[\]]|  \n")
_TAG: Final = re.compile(r"<(?:/?[a-zA-Z](?![a-zA-Z0-9+.\-]*:)[^<>\n]*>|!--)")
_BARE: Final = re.compile(r"\bhttps?://[^\s<>()]+")
_WHOLE_ADDRESS: Final = re.compile(r"https?://[^/?#\s.][^/?#\s]*|mailto:[^@\s]+@[^@\s]+$", re.IGNORECASE)
_SWAPPED: Final = re.compile(r"\((?P<text>[^()\[\]\n]+)\)\[(?P<url>https?://[^\[\]\s]+)\]")
_REFUSED: Final = re.compile(r"!?\[[^\[\]\n]*\]\(\s*<?(?P<url>[a-zA-Z][a-zA-Z0-9+.\-]*:[^)\s>]*)")
_REFERENCE: Final = re.compile(r"(?<!\\)\[(?P<text>[^\[\]\n]+)\]\[(?P<name>[^\[\]\n]*)\]")
_DOUBLED: Final = re.compile(r"(?<![\w'’-])([A-Za-z][a-z]+)[ \t]+(?=[a-z])(?i:\1)(?![\w'’-])")
_MAY_STAND_TWICE: Final = frozenset({"had", "that", "so", "very", "no", "is"})


class _Parser(MarkdownIt):
    """markdown-it with every link let through to be judged here, and plain addresses left as they are."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - the library's name
        if _PLAIN_ADDRESS.fullmatch(url) and not re.search(r"%(?![0-9A-Fa-f]{2})", url):
            return url
        return super().normalizeLink(url)

    def validateLink(self, url: str) -> bool:  # noqa: N802 - the library's name
        scheme = scheme_of(url)
        return scheme is None or scheme in SAFE_SCHEMES


def _parse_inlines(state: StateCore) -> None:
    """The library's rule `inline`, but text without any markup becomes its tokens at once: the same, a tenth sooner."""
    parse = state.md.inline.parse
    for token in state.tokens:
        if token.type != "inline":
            continue
        token.children = []
        if _MARKUP.search(token.content):
            parse(token.content, state.md, state.env, token.children)
        else:
            token.children.extend(_plain_tokens(token.content))


def _plain_tokens(content: str) -> Iterator[Token]:
    for number, line in enumerate(content.split("\n")):
        if number:
            yield Token("softbreak", "br", 0)
        text = (line.lstrip(" \t") if number else line).rstrip(" ")
        if text:
            yield Token("text", "", 0, content=text)


def make_parser() -> MarkdownIt:
    """A parser without the rules that do nothing here (no HTML, no bare links), and with ours for speed."""
    parser = _Parser("js-default", {"html": False, "linkify": False, "typographer": False})
    parser.disable(["html_block", "html_inline", "linkify", "replacements", "smartquotes"])
    add_plain_blocks(parser)
    add_comments(parser)
    parser.core.ruler.at("inline", _parse_inlines)
    return parser


_PARSER: Final = make_parser()
_RENDERER: Final = cast("RendererHTML", _PARSER.renderer)


@dataclass(slots=True)
class Body:
    """A parsed body: block tokens (their lines count from 0 in the whole file), and its links inside and outside."""

    tokens: list[Token]
    links: list[Link] = field(default_factory=list)
    outside_links: list[OutsideLink] = field(default_factory=list)


def parse_body(source: Source, first_line: int, findings: Findings) -> Body:
    """Parse the lines from `first_line` (counted from 1) to the end; style faults and unsafe links go to `findings`."""
    skipped = first_line - 1
    tokens = _PARSER.parse("\n" * skipped + "\n".join(source.lines[skipped:]))
    body = Body(tokens=[token for token in tokens if token.type != BLOCK])
    span = (skipped, len(source.lines))
    doubled = _has_doubled_word(source.lines[skipped:])
    for token in body.tokens:
        if token.map is not None:
            span = (token.map[0], token.map[1])
        if token.type in {"th_open", "td_open"}:
            _align(token)
        if token.type == "inline":
            _Inline(source=source, span=span, body=body, findings=findings, look_for_doubled=doubled).settle(token)
    return body


def _has_doubled_word(lines: Sequence[str]) -> bool:
    """Whether any two neighbours among the words are the same: a quick look before a thorough one."""
    return any(any(map(eq, words, words[1:])) for words in (line.lower().split() for line in lines))


def _align(cell: Token) -> None:
    """The alignment of a table's cell as a class: the pages' security policy lets no inline style through."""
    alignment = str(cell.attrs.pop("style", "")).removeprefix("text-align:")
    if alignment in {"center", "right"}:
        cell.attrSet("class", f"align-{alignment}")


@dataclass(slots=True)
class _Inline:
    """Settles the children of one inline token: typesets text, rewrites links, reports what an editor would mark."""

    source: Source
    span: tuple[int, int]
    body: Body
    findings: Findings
    look_for_doubled: bool

    def settle(self, token: Token) -> None:
        """Go through the children of one inline token."""
        if OPENING in token.content:
            token.children = [child for child in token.children or () if child.type != INLINE]
        before = " "
        span = self.span
        inside_address = False
        children = token.children or ()
        for at, child in enumerate(children):
            kind = child.type
            if kind == "text":
                if inside_address:
                    self._report_bare(child.content, str(children[at - 1].attrs.get("href", "")))
                    before = "x"
                    continue
                self._inspect(child.content)
                raw, child.content = child.content, typeset(child.content, before)
                before = raw[-1:] or before
            elif kind == "link_open":
                inside_address = child.markup == "autolink"
                if children[at + 1].type == "link_close":
                    address = str(child.attrs.get("href", ""))
                    self._report_bare(address, address)
                self._link(child)
            elif kind == "link_close":
                inside_address = False
            elif kind == "image":
                self._image(child)
                before = "x"
            elif kind in {"softbreak", "hardbreak"}:
                before = " "
                self.span = (min(self.span[0] + 1, self.span[1] - 1), self.span[1])
            elif kind == "code_inline":
                before = "x"
        self.span = span
        self._report_links_shown_as_text(token)

    def _report_links_shown_as_text(self, token: Token) -> None:
        if "](" in token.content:
            self._report_refused(token)
        if "][" in token.content:
            self._report_unknown_reference(token)

    def find(self, needle: str) -> Place:
        """The place of `needle` in the lines not read yet; their first where it is not there letter for letter."""
        for number in range(*self.span):
            column = self.source.line(number + 1).find(needle)
            if column >= 0:
                return self.source.place(number + 1, column + 1, len(needle))
        return self.source.place(self.span[0] + 1)

    def _inspect(self, text: str) -> None:
        if "<" in text and (tag := _TAG.search(text)) and self._is_written(tag[0]):
            unclosed = tag[0] == OPENING
            self.findings.add(
                RAW_HTML,
                self.find(tag[0]),
                "the comment begins here and never ends, so it is shown as text"
                if unclosed
                else f"`{tag[0]}` is shown as text: pages take no HTML",
                help="add `-->` at the end of the comment"
                if unclosed
                else "write Markdown instead, or put it in backquotes if it is meant as code",
            )
        if self.look_for_doubled and (doubled := _DOUBLED.search(text)) and doubled[1].lower() not in _MAY_STAND_TWICE:
            self._report_doubled(doubled[0], doubled[1])
        if "://" not in text:
            return
        if ")[" in text and (swapped := _SWAPPED.search(text)):
            self._report_swapped(swapped[0], f"[{swapped['text']}]({swapped['url']})")
        elif bare := _BARE.search(text):
            address = bare[0].rstrip(".,;:!?]")
            self._report_bare(address, address)

    def _report_swapped(self, written: str, right: str) -> None:
        place = self.find(written)
        self.findings.add(
            BARE_ADDRESS,
            place,
            "the brackets of the link are the wrong way round, so it is shown as text",
            help=f"write `{right}`",
            fix=replacing(place, right) if written_at(place) == written else None,
        )

    def _report_doubled(self, both: str, word: str) -> None:
        place = self.find(both)
        self.findings.add(
            DOUBLED_WORD,
            place,
            f"the word `{word}` stands twice in a row",
            help=f"write `{word}` once",
            fix=replacing(place, word) if written_at(place) == both else None,
        )

    def _report_unknown_reference(self, token: Token) -> None:
        shown = "".join(child.content for child in token.children or () if child.type == "text")
        for found in _REFERENCE.finditer(token.content):
            if typeset(found[0]) in shown:
                name = found["name"] or found["text"]
                self.findings.add(
                    UNKNOWN_REFERENCE,
                    self.find(found[0]),
                    f"nothing says where the link `[{name}]` leads, so it is shown with its brackets",
                    help=f"add a line `[{name}]: https://…`, or write the address here: `[{found['text']}](https://…)`",
                )

    def _is_written(self, tag: str) -> bool:
        """Whether a tag stands in the file as it is shown, neither as an entity nor behind a backslash."""
        place = self.find(tag)
        found = place.excerpt.startswith(tag, place.column - 1)
        return found and place.excerpt[: place.column - 1][-1:] != "\\"

    def _report_bare(self, written: str, address: str) -> None:
        self.findings.add(
            BARE_ADDRESS,
            self.find(written),
            "the address has no name to read",
            help=f"write `[what it is]({address})`",
        )

    def _link(self, token: Token) -> None:
        href = str(token.attrs.get("href", ""))
        if href in {"", "#"} or (scheme_of(href) is not None and not _WHOLE_ADDRESS.match(href)):
            self.findings.add(
                BAD_ADDRESS,
                self.find(f"({href}"),
                f"the link leads nowhere: `{href}` is no address" if href else "the link leads nowhere",
                help="write the whole address, `[what it is](https://…)`, or a file of the site",
            )
            return
        if (scheme := scheme_of(href)) is not None:
            token.attrSet("rel", "external")
            if scheme != "mailto":
                self.body.outside_links.append(OutsideLink(url=href, place=self.find(href)))
            return
        self._inside(token, "href", href, image=False)

    def _image(self, token: Token) -> None:
        src = str(token.attrs.get("src", ""))
        if scheme_of(src) is None:
            self._inside(token, "src", src, image=True)
        else:
            self.findings.add(
                UNSAFE_LINK,
                self.find(src),
                f"the image `{src}` comes from another site, which pages do not load",
                help="put the image into content/assets/ and link it from there: "
                "`![what it shows](../assets/name.png)`",
            )
        token.attrSet("loading", "lazy")
        if not token.content.strip():
            self.findings.add(
                IMAGE_WITHOUT_TEXT,
                self.find(src),
                "the image has no text for readers who can't see it",
                help=f"write `![what it shows]({src})`",
            )

    def _inside(self, token: Token, attribute: str, href: str, *, image: bool) -> None:
        target, anchor = target_of(href, self.source.key)
        place = self.find(href)
        self.body.links.append(Link(target=target, anchor=anchor, image=image, written=href, place=place))
        rewritten = href_for(target, anchor, self.source.key)
        if rewritten is not None:
            token.attrSet(attribute, quote(rewritten, safe="/#._-~%"))

    def _report_refused(self, token: Token) -> None:
        shown = "".join(child.content for child in token.children or () if child.type == "text")
        for found in _REFUSED.finditer(token.content):
            scheme = scheme_of(found["url"])
            if scheme not in SAFE_SCHEMES and typeset(found["url"])[:40] in shown:
                place = self.find(found["url"])
                meant = _likely_address(str(scheme), found["url"])
                self.findings.add(
                    UNSAFE_LINK,
                    place,
                    f"a link may not lead to a `{scheme}:` address",
                    help=f"write `{meant}`" if meant else "link to a page with `https://`, or to a file of the site",
                    fix=replacing(place, meant) if meant and written_at(place) == found["url"] else None,
                )


def _likely_address(scheme: str, url: str) -> str | None:
    """The address with the scheme that was most likely meant: `htps://` is nearly `https://`."""
    right = nearest(scheme, SAFE_SCHEMES, cutoff=0.75)
    return f"{right}{url[len(scheme) :]}" if right else None


def render_html(tokens: Sequence[Token]) -> str:
    """The HTML of block tokens; all text is escaped, no author's HTML gets through."""
    return str(_RENDERER.render(list(tokens), _PARSER.options, {})).strip()


def render_inline(children: Sequence[Token]) -> str:
    """The HTML of a run of inline tokens, without a paragraph around it."""
    return str(_RENDERER.renderInline(list(children), _PARSER.options, {})).strip()


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


def attribute(token: Token, name: str) -> str:
    """An attribute of a token as text, empty where it has none."""
    value: Any = token.attrs.get(name, "")
    return str(value)
