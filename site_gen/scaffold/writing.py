"""A value becomes the text that front matter or a paragraph needs, so that it is read back as it was."""

from __future__ import annotations

import re
from typing import Final

from site_gen.read.yaml_mistakes import quoted

_BARE: Final = re.compile(r"[A-Za-z](?:[A-Za-z0-9 &'./+()-]*[A-Za-z0-9.+)])?")
_BARE_FIGURE: Final = re.compile(r"-?[0-9](?:[A-Za-z0-9 .%-]*[A-Za-z0-9%])?")
_WORDS_OF_YAML: Final = frozenset({"false", "no", "null", "off", "on", "true", "yes"})
_SIGNS_OF_MARKDOWN: Final = re.compile(r"([\\`*_\[\]<>&])")


def scalar(text: str) -> str:
    """A text as the value of a key, in quotes where YAML could read it in another way."""
    is_bare = (_BARE.fullmatch(text) or _BARE_FIGURE.fullmatch(text)) and text.casefold() not in _WORDS_OF_YAML
    return text if is_bare else quoted(text)


def flow(**values: str | int | None) -> str:
    """Keys and values on one line, `{ code: 15-1252, fit: near }`; those without a value are left out."""
    pairs = (f"{key}: {scalar(str(value))}" for key, value in values.items() if value not in (None, ""))
    return f"{{ {', '.join(pairs)} }}"


def escaped(text: str) -> str:
    """A text as a run of words in Markdown."""
    return _SIGNS_OF_MARKDOWN.sub(r"\\\1", text)
