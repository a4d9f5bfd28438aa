"""The roadmap: one heading a phase with its weeks; under it why, what to do and what to use."""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it.token import Token

from site_gen.faults import PHASE_WITHOUT_TASKS, PHASE_WITHOUT_WEEKS, RESOURCE_WITHOUT_NAME
from site_gen.model.heading import parse_heading
from site_gen.model.roadmap import Phase, Resource
from site_gen.model.section import Roadmap
from site_gen.read.markdown import attribute, render_inline, text_of
from site_gen.read.outline import Item, Node, list_items
from site_gen.sections import Reading, SectionType, prose_of, title_key

_TASKS = frozenset({"tasks", "do", "what to do", "to do"})
_RESOURCES = frozenset({"resources", "use", "what to use", "materials"})


def read(node: Node, reading: Reading) -> Roadmap:
    """Each inner heading is a phase; what precedes the first is the introduction."""
    return Roadmap(
        intro=prose_of(node.blocks),
        phases=tuple(_phase(child, reading) for child in node.children),
    )


def _phase(node: Node, reading: Reading) -> Phase:
    heading = parse_heading(node.text)
    marks = "#" * node.level
    if heading.duration is None or heading.unknown:
        reading.findings.add(
            PHASE_WITHOUT_WEEKS,
            node.place,
            f"the phase `{heading.name}` does not say how long it takes",
            help=f"end the heading with the time it takes: `{marks} {heading.name} (8 weeks)`",
        )
    items, intro = list_items(node.blocks, reading.source)
    resources: list[Resource] = []
    more: list[Token] = []
    for child in node.children:
        title = title_key(child.text)
        found, others = list_items(child.whole, reading.source)
        if title in _TASKS:
            items += found
            more += others
        elif title in _RESOURCES:
            resources += [each for item in found if (each := _resource(item, reading))]
            more += others
            if not found:
                reading.warn_if_empty(child, "a list of courses, books or sites")
        else:
            more += _with_heading(node, child)
            reading.warn_if_empty(child, "what the heading promises")
    if not items:
        reading.findings.add(
            PHASE_WITHOUT_TASKS,
            node.place,
            f"the phase `{heading.name}` has no tasks",
            help="write a list of things to do under the heading, each line beginning with `- `",
        )
    return Phase(
        name=heading.name,
        anchor=node.anchor,
        duration=heading.duration,
        intro=prose_of(intro),
        tasks=tuple(reading.task(item) for item in items),
        resources=tuple(resources),
        more=prose_of(more),
        place=node.place,
    )


def _with_heading(parent: Node, child: Node) -> Sequence[Token]:
    """The tokens of an inner heading and all that stands under it."""
    tokens = parent.whole
    start = next(at for at, token in enumerate(tokens) if attribute(token, "id") == child.anchor)
    return tokens[start : start + 3 + len(child.whole)]


def _resource(item: Item, reading: Reading) -> Resource | None:
    """A list entry that begins with a link is a resource with an address; any other is one by its words."""
    children = [child for token in item.tokens if token.type == "inline" for child in token.children or ()]
    words = text_of(children)
    if children and children[0].type == "link_open":
        end = next(at for at, child in enumerate(children) if child.type == "link_close")
        name = render_inline(children[1:end])
        if name:
            url = attribute(children[0], "href")
            return Resource(name=name, url=url, note=_note(children[end + 1 :]))
        words = ""
    if words:
        return Resource(name=render_inline(children), url="", note="")
    reading.findings.add(
        RESOURCE_WITHOUT_NAME,
        item.place,
        "the resource has no name",
        help="write `- [What it is called](https://…)`, or its title alone",
    )
    return None


def _note(children: Sequence[Token]) -> str:
    """What follows a resource's link, without the mark that ties the two together."""
    return render_inline(children).lstrip(" :,;–—-·").strip()


SECTION = SectionType(
    kind="roadmap",
    titles=("Roadmap", "Learning roadmap", "Learning plan", "Study plan", "The plan"),
    content="`### ` headings, one for each phase, such as `### Foundations (8 weeks)`",
    read=read,
)
