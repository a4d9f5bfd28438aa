"""Turns the templates into a list of faults: what does not parse, and what a strict policy would refuse.

`python -m tools.lint_templates [FOLDER]` prints them one a line and exits 1 when there is any.
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

from jinja2 import Environment, TemplateSyntaxError

MASKED = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
HANDLER = re.compile(r"on[a-z]+")


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """What is wrong with a template, and in which of its lines."""

    line: int
    message: str


def lint_template(source: str, environment: Environment) -> list[Fault]:
    """The faults of one template, in the order of its lines.

    >>> lint_template('<p style="color: red">{{ word|safe }}', Environment())[0].message
    'a style attribute: write a class'
    """
    try:
        environment.parse(source)
    except TemplateSyntaxError as fault:
        return [Fault(fault.lineno, f"does not parse: {fault.message}")]
    return sorted({*_code_faults(source, environment), *_markup_faults(source)})


def _code_faults(source: str, environment: Environment) -> Iterator[Fault]:
    """What turns escaping off: the filter `safe`, and a block that says so."""
    tokens = [token for token in environment.lex(source) if token[1] != "whitespace"]
    for (_, _, before), (line, kind, word) in pairwise(tokens):
        if kind == "name" and word == "safe" and before in ("|", "filter"):
            yield Fault(line, "the filter safe: let the code that made the HTML hand over Markup")
        if kind == "name" and word == "autoescape":
            yield Fault(line, "an autoescape block: everything is escaped, everywhere")


def _markup_faults(source: str) -> list[Fault]:
    """What the HTML around the code carries inline."""
    markup = _MarkupLint()
    markup.feed(MASKED.sub(_mask, source))
    markup.close()
    return markup.faults


def _mask(code: re.Match[str]) -> str:
    """Filler of the same lines: a value keeps its place in an attribute, a block or comment leaves a gap."""
    filler = "x" if code[0].startswith("{{") else " "
    return re.sub(r"[^\n]", filler, code[0])


class _MarkupLint(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.faults: list[Fault] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        for name, value in attrs:
            if name == "style":
                self._add("a style attribute: write a class")
            elif HANDLER.fullmatch(name):
                self._add(f"the inline handler {name}: listen in a module")
            elif (value or "").strip().lower().startswith("javascript:"):
                self._add(f"a script in {name}: write a button and listen in a module")
        if tag == "script" and "src" not in given and given.get("type") != "application/ld+json":
            self._add("an inline script: write a module and name it in src")

    def _add(self, message: str) -> None:
        line, _ = self.getpos()
        self.faults.append(Fault(line, message))


def main() -> int:
    """Lints every template of the folder; a folder without templates is a fault too."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "templates")
    environment = Environment(autoescape=True)
    templates = sorted(folder.rglob("*.html"))
    faults = [
        f"{template.as_posix()}:{fault.line}: {fault.message}"
        for template in templates
        for fault in lint_template(template.read_text(encoding="utf-8"), environment)
    ]
    if not templates:
        faults = [f"{folder.as_posix()}: no templates are here"]
    print(*faults, f"{len(templates)} templates checked: {len(faults)} faults", sep="\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
