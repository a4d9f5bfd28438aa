"""The source of a template becomes its blocks, its parent, and the names of the templates that it takes in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from jinja2 import Environment, TemplateSyntaxError, nodes
from jinja2.meta import find_referenced_templates

from site_gen.record import record

_ENVIRONMENT: Final = Environment(autoescape=True)


@record
class TemplateParts:
    """What other templates have to do with one.

    `lines` are those that its blocks begin on, by name, and `outer` the names of the blocks that stand in no other: in
    a template with a `parent` these are shown only where the parent has them. `parent` is empty without one, and None
    where it is worked out while pages are drawn; `taken` are the templates that it names in any way, and
    `takes_any` is whether there may be others.
    """

    lines: Mapping[str, int]
    outer: frozenset[str]
    parent: str | None
    taken: frozenset[str]
    takes_any: bool


def template_parts(source: str) -> TemplateParts | None:
    """The parts of a template; None where it can't be parsed, which is said when it is drawn."""
    try:
        tree = _ENVIRONMENT.parse(source)
    except TemplateSyntaxError:
        return None
    blocks = list(tree.find_all(nodes.Block))
    inner = {id(each) for block in blocks for each in block.find_all(nodes.Block)}
    taken = list(find_referenced_templates(tree))
    return TemplateParts(
        lines={each.name: each.lineno for each in reversed(blocks)},
        outer=frozenset(each.name for each in blocks if id(each) not in inner),
        parent=_parent(tree),
        taken=frozenset(name for name in taken if name is not None),
        takes_any=None in taken,
    )


def _parent(tree: nodes.Template) -> str | None:
    """The template that another one extends. One that does so on a condition may have it or not."""
    extends = list(tree.find_all(nodes.Extends))
    if not extends:
        return ""
    (first, *others) = extends
    name = first.template
    if others or first not in tree.body or not isinstance(name, nodes.Const) or not isinstance(name.value, str):
        return None
    return name.value
