"""The body of a file becomes Markdown that stands beside its page: without comments, with links to what is there."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import quote, unquote

from site_gen.addresses import markdown_address
from site_gen.links import Link, href_for
from site_gen.read.comments import OPENING
from site_gen.read.source import Source


def body_as_written(source: Source, first_line: int, links: Iterable[Link]) -> str:
    """The lines of a file from `first_line` (counted from 1) on, as their author wrote them.

    Comments are left out. A link inside the site that leads elsewhere from there, such as one to a folder that is
    called otherwise on the site, leads to the same file again.
    """
    skipped = first_line - 1
    text = _without_comments(source) if OPENING in source.text else source.text
    body = "".join(text.split("\n", skipped)[skipped:])
    for written, right in sorted(_moved(source.key, links)):
        # Where a link is written with a name, or its address on a line of its own.
        opening = rf"(\]\(\s*<?|^ {{0,3}}\[[^\]\n]+\]:\s*<?){re.escape(written)}(?=[)>\s]|\Z)"
        put = right.replace("\\", r"\\")
        body = re.sub(opening, rf"\g<1>{put}", body, flags=re.MULTILINE)
    return body.strip("\n")


def _without_comments(source: Source) -> str:
    """The text without its comments: where one fills its lines, these go with it, and paragraphs stay apart."""
    from site_gen.read.comment_places import Comments  # few files have a comment

    text, kept, at, end = source.text, [], 0, "\n\n"
    for comment in Comments(source).found:
        if not comment.text.startswith(OPENING):
            continue
        kept.append(text[at : comment.start].rstrip(" \t"))
        at, end = comment.end, (end + kept[-1])[-2:]
        if end.endswith("\n") and text.startswith("\n", at):
            at += _line_ends_to_skip(text, at, is_apart=end == "\n\n")
    return "".join((*kept, text[at:]))


def _line_ends_to_skip(text: str, at: int, *, is_apart: bool) -> int:
    """How many line ends after a comment go with it: none is left twice, and one that parts paragraphs stays."""
    is_followed_by_blank_line = text.startswith("\n\n", at)
    return is_apart + is_followed_by_blank_line


def _moved(key: str, links: Iterable[Link]) -> set[tuple[str, str]]:
    """The links that are not right beside the page, each with what is."""
    found: set[tuple[str, str]] = set()
    for link in links:
        href = href_for(link.target, link.anchor, key)
        if href is None:
            continue
        path, sign, anchor = href.partition("#")
        right = quote(markdown_address(path) if link.target.endswith(".md") and path else path, safe="/._-~%")
        address = f"{right}{sign}{anchor}"
        found.update((written, address) for written in {link.written, unquote(link.written)} if written != address)
    return found
