"""A run of plain text becomes its HTML without tokens: emphasis, code and plain links, where nothing can be in doubt.

What is harder, or would be reported, is left to markdown-it: the answer is then None.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from typing import Final
from urllib.parse import quote

from site_gen.links import Link, OutsideLink, href_for, target_of
from site_gen.read.blocks import Body
from site_gen.read.places import find_place
from site_gen.read.source import Source
from site_gen.typeset import typeset

_INSIDE: Final = r"[^\s\\*_`~\[\]<][^\\*_`~\[\]<]*(?<!\s)"
"""Words without markup of their own: no sign inside can belong to anything outside."""

_CLOSES: Final = r"""(?![^\s.,:;!?)'"/…–—’”-])"""
"""Where emphasis ends for certain, whatever stands before its sign: white space or a mark follows."""

_SPAN: Final = re.compile(
    r"`(?P<code>[^`\s](?:[^`\n]*[^`\s])?)`(?!`)"
    rf"|\*\*(?<![^\s(]\*\*)(?P<strong>{_INSIDE})\*\*{_CLOSES}"
    rf"|\*(?<![^\s(]\*)(?P<em>{_INSIDE})\*{_CLOSES}"
    rf"|\[(?<!!\[)(?P<label>{_INSIDE})\]\("
    r"(?:(?P<url>https?://[A-Za-z0-9][A-Za-z0-9\-._~/?#=+,:;@$]*)"
    r"|(?P<inside>(?:(?:\.\./)*[A-Za-z0-9]|#)[A-Za-z0-9\-._/]+(?:#[A-Za-z0-9\-._]+)?))\)"
    r"|`|\*|\[|\\|_|~|\]|<"
)
"""Each branch begins with a letter of its own, not with a look behind, so that the search can skip to those letters.

The last branches match what the others have not taken: a sign that is in doubt.
"""


def words_html(text: str, before: str = " ") -> str:
    """The HTML of words without markup; `before` is the character that precedes them."""
    text = typeset(text, before)
    if "&" in text:
        text = text.replace("&", "&amp;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    return text


def escape_code(code: str) -> str:
    """The HTML of code, which is not typeset."""
    return escape(code, quote=False).replace('"', "&quot;")


def quoted_href(target: str, anchor: str, key: str) -> str | None:
    """The link to write on the page of `key`, as an address; None where the target has none."""
    href = href_for(target, anchor, key)
    return None if href is None else quote(href, safe="/#._-~%")


@dataclass(slots=True)
class PlainText:
    """Makes HTML of the texts of one file, and gathers their links in its body."""

    source: Source
    body: Body

    def html(self, text: str, start: int, end: int) -> str | None:
        """The HTML of a run of text on the lines from `start` up to `end`, from 0; None where it is not plain.

        The text has no white space at its ends nor at those of its lines, and no `~~` nor entities.
        """
        parts: list[str] = []
        at = addresses = 0
        before = " "
        for found in _SPAN.finditer(text):
            kind = found.lastgroup
            if kind is None:
                return None
            if found.start() > at:
                parts.append(words_html(text[at : found.start()], before))
                before = text[found.start() - 1]
            at = found.end()
            if kind == "code":
                code = found["code"]
                if "](" in code or "][" in code:
                    return None
                parts.append(f"<code>{escape_code(code)}</code>")
                before = "x"
                continue
            if kind in {"url", "inside"}:
                line = start + text.count("\n", 0, found.start())
                addresses += kind == "url"
                words = found["label"]
                tag, opening = "a", self._link(found, line, end)
            else:
                words, tag, opening = found[kind], kind, kind
            parts.append(f"<{opening}>{words_html(words, before)}</{tag}>")
            before = words[-1]
        if text.count("://") != addresses:
            return None
        if at < len(text):
            parts.append(words_html(text[at:], before))
        return "".join(parts)

    def _link(self, found: re.Match[str], line: int, end: int) -> str:
        """The opening tag of a link without its brackets; the link is kept for the checks."""
        url, href = found["url"], found["inside"]
        if url is not None:
            self.body.outside_links.append(OutsideLink(url=url, place=find_place(self.source, url, line, end)))
            return f'a href="{url}" rel="external"'
        target, anchor = target_of(href, self.source.key)
        place = find_place(self.source, href, line, end)
        self.body.links.append(Link(target=target, anchor=anchor, image=False, written=href, place=place))
        return f'a href="{quoted_href(target, anchor, self.source.key) or href}"'
