"""What the project's own guides and roles say, as blocks of plain text under their headings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Final

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from site_gen.build.content import Content, Terms, read_content
from site_gen.model.pathway import Pathway
from tests.sites import CONTENT, TODAY

WORDS: Final = Path(__file__).parents[1] / "data" / "words"
_SHOWN_KEYS: Final = ("summary", "demand_note", "difficulty_reason")
"""The sentences of the front matter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A heading, paragraph or item: its plain text, its Markdown, and the headings it stands under, outermost first."""

    kind: str
    text: str
    markdown: str
    under: tuple[str, ...]

    @property
    def section(self) -> str:
        """The `##` heading it stands under, empty for the overview."""
        return self.under[0] if self.under else ""


@cache
def own_content() -> Content:
    """Everything in content/, read as a build on the day of the tests would."""
    return read_content(
        CONTENT, PurePosixPath("content"), Terms(today=TODAY, keeps_pathways=True), lambda _done, _total: None
    )


GUIDES: Final = tuple(sorted(own_content().catalog.listings_by_slug))
"""The slug of every guide that is published, so of no draft."""

ROLES: Final = tuple(own_content().catalog.roles_by_id)
FILES: Final = tuple(f"pathways/{each}" for each in GUIDES) + tuple(f"roles/{each}" for each in ROLES)
"""Every guide and role by its path in content/, without `.md`."""


def guides() -> tuple[Pathway, ...]:
    """Every guide that is published, whole."""
    return tuple(own_content().pathways[slug] for slug in GUIDES)


@cache
def front_matter(file: str) -> dict[str, object]:
    """The keys and values above the text."""
    loaded = yaml.safe_load(_parts(file)[0])
    assert isinstance(loaded, dict)
    return loaded


@cache
def blocks(file: str) -> tuple[Block, ...]:
    """The blocks of a file in order, those of its front matter first."""
    above = [Block(kind=key, text=str(front_matter(file)[key]), markdown="", under=()) for key in _shown_keys(file)]
    return (*above, *_blocks_of_body(_parts(file)[1]))


def sentences(file: str) -> list[str]:
    """Every sentence of a file. A block ends the last of its own, with a full stop or without."""
    return [each for block in blocks(file) for each in split_sentences(block.text)]


def split_sentences(text: str) -> list[str]:
    """Sentences of one block of text."""
    return [each for each in re.split(r"(?<=[.?!])[\"')\]]*\s+(?=[\"'(\[]?[A-Z0-9])", text) if each]


def words(text: str) -> list[str]:
    """Words in small letters; a figure is one."""
    return re.findall(r"[\w$]+(?:[.,'’/-]\w+)*", text.lower())


def expression(name: str) -> re.Pattern[str]:
    """Any of the words of a list in tests/data/words/, one an expression and a line, in capital letters or small."""
    listed = (WORDS / f"{name}.txt").read_text(encoding="utf-8").split("\n")
    return re.compile(rf"\b(?:{'|'.join(filter(None, listed))})\b", re.IGNORECASE)


def _parts(file: str) -> tuple[str, str]:
    _, above, body = (CONTENT / f"{file}.md").read_text(encoding="utf-8").split("---\n", 2)
    return above, body


def _shown_keys(file: str) -> list[str]:
    return [key for key in _SHOWN_KEYS if key in front_matter(file)]


def _blocks_of_body(body: str) -> list[Block]:
    found: list[Block] = []
    headings: list[tuple[int, str]] = []
    open_kinds: list[str] = []
    level = 0
    for token in MarkdownIt().parse(body):
        if token.type.endswith("_open"):
            open_kinds.append(token.type.removesuffix("_open"))
            level = int(token.tag[1]) if token.type == "heading_open" else level
        elif token.type.endswith("_close"):
            open_kinds.pop()
        elif token.type == "inline":
            text = _plain(token)
            is_heading = open_kinds[-1] == "heading"
            if is_heading:
                headings = [each for each in headings if each[0] < level]
            kind = "heading" if is_heading else "item" if "list_item" in open_kinds else "paragraph"
            under = tuple(title for _, title in headings)
            found.append(Block(kind=kind, text=text, markdown=token.content, under=under))
            if is_heading:
                headings.append((level, text))
    return found


def _plain(inline: Token) -> str:
    breaks = {"softbreak": " ", "hardbreak": " "}
    return "".join(breaks.get(child.type, child.content) for child in inline.children or ())
