"""Finds where the comments of a file stand: those of its YAML and those of its Markdown, none that is text or code."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import Any, Final

from site_gen.read.source import Source
from site_gen.record import record

_IN_YAML: Final = re.compile(r"(?<!\S)#[^\n]*")
_SIGN: Final = re.compile(r"^ {0,3}(?P<fence>`{3,}(?=[^`\n]*$)|~{3,})|(?P<opening><!--)|(?P<quote>`+)", re.MULTILINE)


@record
class Comment:
    """A comment with its signs: `start` and `end` count characters of the file's text from 0."""

    start: int
    end: int
    text: str


class Comments:
    """All comments of one file in order, and the lines that they are about."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self._starts = (0, *accumulate(len(line) + 1 for line in source.lines))
        self.found = tuple(self._in_yaml_file() if not source.key.endswith(".md") else self._in_page())

    def line_and_column(self, offset: int) -> tuple[int, int]:
        """The line and the column, both from 1, of a character of the text."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def line_meant(self, comment: Comment) -> int:
        """The line that a comment is about: its own where something stands beside it, else the next that is none.

        Where nothing follows, it is its own line too.
        """
        first, column = self.line_and_column(comment.start)
        last, after = self.line_and_column(comment.end)
        if self.source.line(first)[: column - 1].strip():
            return first
        if self.source.line(last)[after - 1 :].strip():
            return last
        ends_by_start = {each.start: each.end for each in self.found}
        text, at = self.source.text, comment.end
        while at < len(text):
            if text[at].isspace():
                at += 1
            elif at in ends_by_start:
                at = ends_by_start[at]
            else:
                return self.line_and_column(at)[0]
        return last

    def _in_yaml_file(self) -> Iterator[Comment]:
        return self._in_yaml(0, len(self.source.text))

    def _in_page(self) -> Iterator[Comment]:
        lines = self.source.lines
        if lines[0].rstrip() != "---":
            yield from self._in_body(0)
            return
        end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)
        if end is not None:
            yield from self._in_yaml(self._starts[1], self._starts[end])
            yield from self._in_body(min(self._starts[end + 1], len(self.source.text)))

    def _in_yaml(self, start: int, end: int) -> Iterator[Comment]:
        """The comments between the texts of a YAML document, as far as it can be read."""
        import yaml  # takes 20 ms to load, and few files have a comment in their front matter

        text = self.source.text
        first = self.line_and_column(start)[0] - 1
        at = start
        try:
            for token in yaml.scan(text[start:end], Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
                if isinstance(token, yaml.ScalarToken):
                    yield from self._between(at, self._begin(token, first))
                    at = self._starts[first + token.end_mark.line] + token.end_mark.column
        except yaml.YAMLError:
            return
        yield from self._between(at, end)

    def _begin(self, token: Any, first: int) -> int:
        """Where the text of a token begins: that of a block on the line after its sign, where a comment may be."""
        row: int = first + token.start_mark.line
        column: int = token.start_mark.column
        return self._starts[row + 1] if token.style in {"|", ">"} else self._starts[row] + column

    def _between(self, start: int, end: int) -> Iterator[Comment]:
        for found in _IN_YAML.finditer(self.source.text, start, end):
            yield Comment(start=found.start(), end=found.end(), text=found[0])

    def _in_body(self, at: int) -> Iterator[Comment]:
        """The comments of Markdown that are not shown as code."""
        text = self.source.text
        while found := _SIGN.search(text, at):
            if found["opening"]:
                end = text.find("-->", found.end()) + len("-->")
                if end < found.end():
                    return
                yield Comment(start=found.start(), end=end, text=text[found.start() : end])
                at = end
            elif sign := found["fence"]:
                closing = re.compile(rf"^ {{0,3}}{sign[0]}{{{len(sign)},}}[ \t]*$", re.MULTILINE)
                closed = closing.search(text, found.end())
                at = closed.end() if closed else len(text)
            else:
                sign = found["quote"]
                line_end = text.find("\n", found.end())
                closed = re.compile(rf"(?<!`){sign}(?!`)").search(
                    text, found.end(), line_end if line_end >= 0 else len(text)
                )
                at = closed.end() if closed else found.end()
