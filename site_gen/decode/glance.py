"""A pathway or role becomes its glimpse from its text alone: a small part of the work of reading it.

Of a plain pathway a sketch is made, which keeps well, and of that a glimpse where one is asked for.
What a glance is not sure of (markup in a heading, an underlined heading, a comment over several lines) is read whole.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain
from typing import Final

from site_gen.decode.body import MOST_BRACKETS, read_document
from site_gen.decode.report import places_of
from site_gen.decode.values import ID
from site_gen.diagnostic import Findings, Place
from site_gen.model.glimpse import PathwayGlimpse, RoleGlimpse
from site_gen.model.heading import parse_heading
from site_gen.read.comments import without_comment
from site_gen.read.front_matter import Mapping, split_front_matter
from site_gen.read.source import Source
from site_gen.sections import kind_named, section_types_by_title, title_key
from site_gen.typeset import typeset

_END: Final = re.compile(r"(?P<key>from|to): +(?P<id>[a-z0-9]+(?:-[a-z0-9]+)*)[ \t]*(?:[ \t]#.*)?$")
_BESIDE_KEYS: Final = re.compile(r"\s*(?:#.*)?$")
_PLAIN_ENDS: Final = re.compile(r"---\nfrom: ([a-z0-9]+(?:-[a-z0-9]+)*)\nto: ([a-z0-9]+(?:-[a-z0-9]+)*)\n")
_OTHERWISE: Final = ("aliases", '\n"', "\n'", "\n?")
"""What may give a pathway old addresses: their key, or a key in quotes that has to be read to be known."""

_HEADING: Final = re.compile(r"(?P<signs>#{1,6})[ \t]+(?P<text>[^#\s](?:.*?\S)??)(?:[ \t]+#+)?[ \t]*$")
_PLAIN_HEADING: Final = re.compile(r"(#{3,6}) ([A-Za-z][A-Za-z0-9 ]*)(?: \(([a-z0-9 ,-]+)\))?")
"""A name without any sign, perhaps with facts: what nearly all headings of skills are."""

_FENCE: Final = re.compile(r"`{3,}(?=[^`]*$)|~{3,}")
_LINES: Final = r"#.*|`{3}.*|~{3}.*|[ \t]+(?:#|`{3}|~{3}).*| {0,3}(?:=+|-+)[ \t]*(?=\n|\Z)"
_TELLING: Final = re.compile(rf"\n({_LINES})")
_TELLING_OR_COMMENT: Final = re.compile(rf"\n({_LINES}|.*<!--.*)")
"""Lines that may make a heading, code or a comment."""

_MARKUP: Final = re.compile(r"[\\`*_~!&<\[\]]|^$")
_CLOSING: Final = re.compile(r"\n---[^\S\n]*(?=\n|\Z)")
_SKILLS: Final = ("transferable_skills", "skills_to_learn")
"""The sections that name skills, in the order in which a pathway gives them."""


Spotted = tuple[str, int, int, int, str]
"""An id or a name, and where it stands: line, column, length, and the text of the line."""

Sketch = tuple[Spotted, Spotted, tuple[Spotted, ...]]
"""The two roles of a pathway without old addresses, and the skills that it names."""


class _Unsure(Exception):  # noqa: N818 - no error: the text has to be read whole
    """A glance can't say what a line means."""


def sketch_pathway(text: str) -> Sketch | None:
    """The sketch of a pathway from its text; None where it has to be read to know what it says."""
    closing = _closing(text)
    ends = _plain_ends(text[: closing.start() + 1]) if closing else None
    skills = _sketch_skills(text, closing.end()) if closing and ends else None
    return (*ends, skills) if ends and skills is not None else None


def glance_at_pathway(source: Source) -> PathwayGlimpse | None:
    """The small facts of a pathway; None where its front matter names no two roles."""
    if sketch := sketch_pathway(source.text):
        return glimpse_of_sketch(source.key, source.path, sketch)
    closing = _closing(source.text)
    front, _ = split_front_matter(source) if closing else (None, ())
    ends = _ends(front.mapping) if front else None
    if closing is None or front is None or ends is None:
        return None
    skills = _sketch_skills(source.text, closing.end())
    bare = glimpse_of_sketch(source.key, source.path, (*ends, _read_skills(source) if skills is None else skills))
    return replace(
        bare,
        aliases=tuple(each.strip("/") for each in _texts(front.mapping.values.get("aliases"))),
        aliases_place=places_of(front.mapping).get("aliases"),
    )


def glimpse_of_sketch(key: str, path: str, sketch: Sketch) -> PathwayGlimpse:
    """The glimpse of the pathway with this key and path."""
    origin, target, skills = sketch
    return PathwayGlimpse(
        key=key,
        path=path,
        slug=posixpath.basename(key).removesuffix(".md"),
        origin_id=origin[0],
        origin_place=_place(path, origin),
        target_id=target[0],
        target_place=_place(path, target),
        aliases=(),
        aliases_place=None,
        skills=skills,
    )


def _place(path: str, spotted: Spotted) -> Place:
    _, line, column, length, excerpt = spotted
    return Place(path=path, line=line, column=column, length=max(1, length), excerpt=excerpt)


def _spotted(text: str, place: Place) -> Spotted:
    return text, place.line, place.column, place.length, place.excerpt


def _closing(text: str) -> re.Match[str] | None:
    """Where the front matter ends, if there is any."""
    is_begun = text.startswith("---\n") or text.partition("\n")[0].rstrip() == "---"
    return _CLOSING.search(text) if is_begun else None


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


def _plain_ends(front: str) -> tuple[Spotted, Spotted] | None:
    """The two roles, where they are the first things in a front matter without old addresses.

    Further down, a line that looks like a key may be part of a text over several lines.
    """
    if any(each in front for each in _OTHERWISE):
        return None
    if found := _PLAIN_ENDS.match(front):
        origin, target = found[1], found[2]
        return (origin, 2, 7, len(origin), f"from: {origin}"), (target, 3, 5, len(target), f"to: {target}")
    ends: dict[str, Spotted] = {}
    for number, line in enumerate(front.split("\n")[1:], 2):
        if key := _END.match(line):
            ends[key["key"]] = (key["id"], number, key.start("id") + 1, len(key["id"]), line)
        elif not _BESIDE_KEYS.match(line):
            return None
        if len(ends) == 2:
            return ends["from"], ends["to"]
    return None


def _ends(mapping: Mapping) -> tuple[Spotted, Spotted] | None:
    ends = [
        _spotted(value.strip(), mapping.places[(key,)])
        for key in ("from", "to")
        if isinstance(value := mapping.values.get(key), str) and ID.fullmatch(value.strip())
    ]
    return (ends[0], ends[1]) if len(ends) == 2 else None


def _texts(value: object) -> Sequence[str]:
    """The texts of a list, each on one line, as they are when they are decoded."""
    return [_on_one_line(each) for each in value if isinstance(each, str)] if isinstance(value, list) else ()


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _sketch_skills(text: str, body: int) -> tuple[Spotted, ...] | None:
    """The skills of a pathway whose body begins at a character of its text: those it builds on, then those to learn.

    None where a line may mean something else than it seems to.
    """
    skills: dict[str, list[Spotted]] = {kind: [] for kind in _SKILLS}
    try:
        for kind, skill in _plain_skills(text, body):
            skills[kind].append(skill)
    except _Unsure:
        return None
    return tuple(chain.from_iterable(skills.values()))


def _read_skills(source: Source) -> tuple[Spotted, ...]:
    """The same from the whole body; of two sections of a kind the first counts."""
    skills: dict[str, list[Spotted]] = {}
    for node in read_document(source, Findings()).root.children:
        kind = _kind_of(node.text)
        if kind in _SKILLS and kind not in skills:
            skills[kind] = [_spotted(_name(child.text, kind), child.place) for child in node.children]
    return tuple(chain.from_iterable(skills.get(kind, ()) for kind in _SKILLS))


def _plain_skills(text: str, body: int) -> Iterator[tuple[str, Spotted]]:
    """Each heading right below the first section of its kind that names skills, with that kind."""
    if text.count("[") > MOST_BRACKETS:
        raise _Unsure
    kind = ""
    seen: set[str] = set()
    deepest = 0
    number, counted = 1, 0
    for start, line in _headings(text, body):
        if deepest and kind not in _SKILLS and line.startswith("###"):
            if "skill" in line.casefold() and kind_named(_plain_heading(line)[2]) in _SKILLS:
                raise _Unsure
            continue
        level, column, words, name = _plain_skill(line, kind) or _any_heading(line, kind)
        if level != 2 and not deepest:
            raise _Unsure
        if level <= 2:
            kind, deepest = _kind_of(words), 7
            kind = "" if kind in seen else kind
            seen.add(kind)
            if kind not in _SKILLS and seen.issuperset(_SKILLS):
                return
        elif level <= deepest:
            deepest = level
            number, counted = number + text.count("\n", counted, start), start
            yield kind, (name, number, column, len(words), line)


def _plain_skill(line: str, kind: str) -> tuple[int, int, str, str] | None:
    """The level, column, words and name of a heading of a skill that is plain; None for every other heading.

    Few names make up nearly all headings, so what is known of a name and of the facts behind it is remembered.
    """
    found = _PLAIN_HEADING.fullmatch(line)
    if found is None:
        return None
    signs, name, facts = found.groups()
    shown = _plain_name(name)
    if not shown or (facts and (kind != "skills_to_learn" or not _are_facts(facts))):
        return None
    return len(signs), len(signs) + 2, line[len(signs) + 1 :], shown


def _any_heading(line: str, kind: str) -> tuple[int, int, str, str]:
    """The same of any heading that a glance can make sense of; outside the sections of skills, no name."""
    level, column, text = _plain_heading(line)
    if level > 2 and kind_named(text):
        raise _Unsure
    return level, column, text, _typeset_name(text, kind) if kind in _SKILLS else ""


@lru_cache(maxsize=16384)
def _plain_name(name: str) -> str:
    """A name that is shown as it is written and names no section, each time the same text; empty for all others."""
    return "" if name.endswith(" ") or typeset(name) != name or kind_named(name) else name


@lru_cache(maxsize=1024)
def _are_facts(inside: str) -> bool:
    """Whether parentheses behind a name hold facts, so that they are no part of it."""
    return parse_heading(typeset(f"a ({inside})")).name == "a"


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
