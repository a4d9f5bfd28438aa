"""A pathway or role becomes its glimpse from its text alone: a small part of the work of reading it.

What a glance is not sure of (markup in a heading, an underlined heading, a comment over several lines) is read whole.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import Final

from site_gen.decode.body import MOST_BRACKETS, read_document
from site_gen.decode.report import places_of
from site_gen.decode.values import ID
from site_gen.diagnostic import Findings, Place
from site_gen.model.glimpse import NamedSkill, PathwayGlimpse, RoleGlimpse
from site_gen.model.heading import parse_heading
from site_gen.read.comments import without_comment
from site_gen.read.front_matter import Mapping, split_front_matter
from site_gen.read.source import Source
from site_gen.record import record
from site_gen.sections import kind_named, section_types_by_title, title_key
from site_gen.typeset import typeset

_END: Final = re.compile(r"(?P<key>from|to): +(?P<id>[a-z0-9]+(?:-[a-z0-9]+)*)[ \t]*(?:[ \t]#.*)?$")
_BESIDE_KEYS: Final = re.compile(r"\s*(?:#.*)?$")
_OTHERWISE: Final = re.compile(r"aliases|^[\"'?]", re.MULTILINE)
"""What may give a pathway old addresses: their key, or a key in quotes that has to be read to be known."""

_HEADING: Final = re.compile(r"(?P<signs>#{1,6})[ \t]+(?P<text>[^#\s](?:.*?\S)??)(?:[ \t]+#+)?[ \t]*$")
_FENCE: Final = re.compile(r"`{3,}(?=[^`]*$)|~{3,}")
_LINES: Final = r"#.*|`{3}.*|~{3}.*|[ \t]+(?:#|`{3}|~{3}).*| {0,3}(?:=+|-+)[ \t]*(?=\n|\Z)"
_TELLING: Final = re.compile(rf"\n({_LINES})")
_TELLING_OR_COMMENT: Final = re.compile(rf"\n({_LINES}|.*<!--.*)")
"""Lines that may make a heading, code or a comment."""

_MARKUP: Final = re.compile(r"[\\`*_~!&<\[\]]|^$")
_CLOSING: Final = re.compile(r"\n---[^\S\n]*(?=\n|\Z)")
_SKILLS: Final = ("transferable_skills", "skills_to_learn")
"""The sections that name skills, in the order in which a pathway gives them."""


@record
class _End:
    """A role that a pathway names, and where."""

    id: str
    place: Place


class _Unsure(Exception):  # noqa: N818 - no error: the text has to be read whole
    """A glance can't say what a line means."""


def glance_at_pathway(source: Source) -> PathwayGlimpse | None:
    """The small facts of a pathway; None where its front matter names no two roles."""
    closing = _CLOSING.search(source.text) if source.lines[0].rstrip() == "---" else None
    if closing is None:
        return None
    front = None
    ends = _plain_ends(source, source.text[: closing.start()])
    if ends is None:
        front, _ = split_front_matter(source)
        ends = _ends(front.mapping) if front else None
    if ends is None:
        return None
    origin, target = ends
    return PathwayGlimpse(
        key=source.key,
        path=source.path,
        slug=posixpath.basename(source.key).removesuffix(".md"),
        origin_id=origin.id,
        origin_place=origin.place,
        target_id=target.id,
        target_place=target.place,
        aliases=tuple(each.strip("/") for each in _texts(front.mapping.values.get("aliases"))) if front else (),
        aliases_place=places_of(front.mapping).get("aliases") if front else None,
        skills=_skills(source, closing.end()),
    )


def glance_at_role(source: Source) -> RoleGlimpse | None:
    """The small facts of a role; None where its front matter has no name."""
    front, _ = split_front_matter(source)
    name = front.mapping.values.get("name") if front else None
    if front is None or not isinstance(name, str):
        return None
    return RoleGlimpse(
        key=source.key,
        path=source.path,
        id=posixpath.basename(source.key).removesuffix(".md"),
        name=typeset(_on_one_line(name)),
        aliases=tuple(typeset(each) for each in _texts(front.mapping.values.get("aliases"))),
        aliases_place=places_of(front.mapping).get("aliases"),
        place=front.mapping.places[("name",)],
    )


def _plain_ends(source: Source, front: str) -> tuple[_End, _End] | None:
    """The two roles, where they are the first things in a front matter without old addresses.

    Further down, a line that looks like a key may be part of a text over several lines.
    """
    if _OTHERWISE.search(front):
        return None
    found: dict[str, _End] = {}
    for number, line in enumerate(source.lines[1:], 2):
        if key := _END.match(line):
            place = source.place(number, key.start("id") + 1, len(key["id"]))
            found[key["key"]] = _End(id=key["id"], place=place)
        elif not _BESIDE_KEYS.match(line):
            return None
        if len(found) == 2:
            return found["from"], found["to"]
    return None


def _ends(mapping: Mapping) -> tuple[_End, _End] | None:
    ends = [
        _End(id=value.strip(), place=mapping.places[(key,)])
        for key in ("from", "to")
        if isinstance(value := mapping.values.get(key), str) and ID.fullmatch(value.strip())
    ]
    return (ends[0], ends[1]) if len(ends) == 2 else None


def _texts(value: object) -> Sequence[str]:
    """The texts of a list, each on one line, as they are when they are decoded."""
    return [_on_one_line(each) for each in value if isinstance(each, str)] if isinstance(value, list) else ()


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _skills(source: Source, body: int) -> tuple[NamedSkill, ...]:
    """The skills of a pathway whose body begins at a character of its text: those it builds on, then those to learn."""
    skills: dict[str, list[NamedSkill]] = {kind: [] for kind in _SKILLS}
    try:
        for kind, skill in list(_plain_skills(source, body)):
            skills[kind].append(skill)
    except _Unsure:
        skills = _read_skills(source)
    return tuple(chain.from_iterable(skills[kind] for kind in _SKILLS))


def _read_skills(source: Source) -> dict[str, list[NamedSkill]]:
    """The skills by their section, read whole; of two sections of a kind the first counts."""
    skills: dict[str, list[NamedSkill]] = {}
    for node in read_document(source, Findings()).root.children:
        kind = _kind_of(node.text)
        if kind in _SKILLS and kind not in skills:
            named = ((child.text, child.place) for child in node.children)
            skills[kind] = [NamedSkill(name=_name(text, kind), place=place) for text, place in named]
    return {kind: skills.get(kind, []) for kind in _SKILLS}


def _plain_skills(source: Source, body: int) -> Iterator[tuple[str, NamedSkill]]:
    """Each heading right below the first section of its kind that names skills, with that kind."""
    if source.text.count("[") > MOST_BRACKETS:
        raise _Unsure
    kind = ""
    seen: set[str] = set()
    deepest = 0
    for start, line in _headings(source.text, body):
        if deepest and kind not in _SKILLS and line.startswith("###"):
            if "skill" in line.casefold() and kind_named(_plain_heading(line)[2]) in _SKILLS:
                raise _Unsure
            continue
        level, column, text = _plain_heading(line)
        if (level != 2 and not deepest) or (level > 2 and kind_named(text)):
            raise _Unsure
        if level <= 2:
            kind, deepest = _kind_of(text), 7
            kind = "" if kind in seen else kind
            seen.add(kind)
            if kind not in _SKILLS and seen.issuperset(_SKILLS):
                return
        elif level <= deepest:
            deepest = level
            place = source.place(source.text.count("\n", 0, start) + 1, column, len(text))
            yield kind, NamedSkill(name=_typeset_name(text, kind), place=place)


@lru_cache(maxsize=16384)
def _plain_heading(line: str) -> tuple[int, int, str]:
    """The level of a heading, and the column and text of its words; a pipe may make the line the head of a table."""
    found = _HEADING.match(line)
    if found is None or "|" in line:
        raise _Unsure
    text = without_comment(found["text"])
    if _MARKUP.search(text) or (text != found["text"] and typeset(f"{text} ") != f"{text} "):
        raise _Unsure
    return len(found["signs"]), found.start("text") + 1, text


def _headings(text: str, body: int) -> Iterator[tuple[int, str]]:
    """The lines that begin with `#` outside code, with where they start."""
    fence = ""
    telling = _TELLING_OR_COMMENT if "<!--" in text else _TELLING
    for found in telling.finditer(text, body):
        line = found[1]
        if fence:
            bare = line.strip(" \t")
            if bare.startswith(fence) and not bare.strip(fence[0]):
                if line[0] != fence[0]:
                    raise _Unsure
                fence = ""
        elif line[0] == "#":
            yield found.start(1), line
        elif opening := _FENCE.match(line):
            fence = opening[0]
        elif not _is_harmless(line, after_gap=text.endswith("\n\n", 0, found.start(1))):
            raise _Unsure


def _is_harmless(line: str, *, after_gap: bool) -> bool:
    """Whether a line is no part of a heading: a comment that ends on it, or a rule after an empty line."""
    if line.lstrip(" \t").startswith(("#", "```", "~~~")):
        return False
    if "<!--" in line:
        return "<!--" not in line.rpartition("-->")[2]
    return after_gap and not line.strip("-= \t")


@lru_cache(maxsize=4096)
def _kind_of(title: str) -> str:
    section = section_types_by_title().get(title_key(typeset(title)))
    return section.kind if section else ""


@lru_cache(maxsize=16384)
def _typeset_name(text: str, kind: str) -> str:
    return _name(typeset(text), kind)


def _name(text: str, kind: str) -> str:
    return parse_heading(text).name if kind == "skills_to_learn" else text
