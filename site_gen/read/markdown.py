"""The Markdown of a body becomes blocks that are safe to show; what an editor would mark is reported."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

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
from site_gen.links import SAFE_SCHEMES, scheme_of
from site_gen.nearest import nearest
from site_gen.read.blocks import Body
from site_gen.read.comments import BLOCK, INLINE, OPENING
from site_gen.read.doubled import has_doubled_word
from site_gen.read.places import find_place, link_inside
from site_gen.read.plain import PlainReader, Unread
from site_gen.read.source import Source
from site_gen.typeset import typeset

if TYPE_CHECKING:
    from markdown_it.token import Token

_TAG: Final = re.compile(r"<(?:/?[a-zA-Z](?![a-zA-Z0-9+.\-]*:)[^<>\n]*>|!--)")
_BARE: Final = re.compile(r"\bhttps?://[^\s<>()]+")
_WHOLE_ADDRESS: Final = re.compile(r"https?://[^/?#\s.][^/?#\s]*|mailto:[^@\s]+@[^@\s]+$", re.IGNORECASE)
_SWAPPED: Final = re.compile(r"\((?P<text>[^()\[\]\n]+)\)\[(?P<url>https?://[^\[\]\s]+)\]")
_REFUSED: Final = re.compile(r"!?\[[^\[\]\n]*\]\(\s*<?(?P<url>[a-zA-Z][a-zA-Z0-9+.\-]*:[^)\s>]*)")
_REFERENCE: Final = re.compile(r"(?<!\\)\[(?P<text>[^\[\]\n]+)\]\[(?P<name>[^\[\]\n]*)\]")
_DOUBLED: Final = re.compile(r"(?<![\w'’-])([A-Za-z][a-z]+)[ \t]+(?=[a-z])(?i:\1)(?![\w'’-])")
_MAY_STAND_TWICE: Final = frozenset({"had", "that", "so", "very", "no", "is"})


def parse_body(source: Source, first_line: int, findings: Findings) -> Body:
    """Parse the lines from `first_line` (counted from 1) to the end; style faults and unsafe links go to `findings`."""
    skipped = first_line - 1
    text = "".join(source.text.split("\n", skipped)[skipped:])
    doubled = has_doubled_word(b"".join(source.encoded.split(b"\n", skipped)[skipped:]))
    plain = PlainReader(source, is_doubtful=doubled)
    plain.read(text, skipped)
    return _filled_up(plain, findings, look_for_doubled=doubled) if plain.unread else plain.body


def _filled_up(plain: PlainReader, findings: Findings, *, look_for_doubled: bool) -> Body:
    """What was read plainly, with all that was left unread between."""
    body, whole = plain.body, Body()
    blocks = links = outside = 0
    for run in plain.unread:
        whole.blocks += body.blocks[blocks : run.blocks]
        whole.links += body.links[links : run.links]
        whole.outside += body.outside[outside : run.outside]
        blocks, links, outside = run.blocks, run.links, run.outside
        read_by_library(run, plain.source, whole, findings, look_for_doubled=look_for_doubled)
    whole.blocks += body.blocks[blocks:]
    whole.links += body.links[links:]
    whole.outside += body.outside[outside:]
    return whole


def read_by_library(run: Unread, source: Source, body: Body, findings: Findings, *, look_for_doubled: bool) -> None:
    """Add to `body` the blocks of some lines, whatever they hold: the whole grammar, at ten times the cost."""
    # The library takes 40 ms to load, and most files are read without it.
    from site_gen.read.parser import PARSER
    from site_gen.read.token_blocks import blocks_of, loose_texts

    tokens = [token for token in PARSER.parse("\n".join(source.lines[run.start : run.end])) if token.type != BLOCK]
    span = (run.start, run.end)
    for token in tokens:
        if token.map is not None:
            span = (token.map[0] + run.start, token.map[1] + run.start)
            token.map = list(span)
        if token.type in {"th_open", "td_open"}:
            _align(token)
        if token.type == "inline":
            _Inline(source=source, span=span, body=body, findings=findings, look_for_doubled=look_for_doubled).settle(
                token
            )
    body.blocks += blocks_of(tokens)
    body.loose += loose_texts(tokens)


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
        return find_place(self.source, needle, *self.span)

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
                self.body.outside.append((href, *self.span))
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
        link, rewritten = link_inside(self.source, href, *self.span, image=image)
        self.body.links.append(link)
        if rewritten is not None:
            token.attrSet(attribute, rewritten)

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
