"""A role and its pathways become a drawing of what is around it: ways in at the left, ways out at the right, pay up.

It has room on the narrowest screen. Places across are in percent and heights in the size of the font, so that it grows
with both; curves are drawn in a unit of their own and stretched.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from markupsafe import Markup

from site_gen.addresses import role_address
from site_gen.model.catalog import Listing
from site_gen.model.role import Role
from site_gen.record import record
from site_gen.render.map_drawing import label_of, level_of
from site_gen.render.map_layout import LINE_HEIGHT, Box, Spot, lay_out
from site_gen.render.map_pay import NAME_SIZE, amount_of, axis_of, spot_of, without_place
from site_gen.render.markup import escaped, safe
from site_gen.render.words import counted

MOST: Final = 12
"""So many ways in, and as many out, are drawn at most."""

_LEAST: Final = 140
_ROOM: Final = 24
_HERE: Final = "here"
_BOX: Final = 37
_DOT: Final = 50
"""Percent of the width: a box, and where the role itself stands."""


@record
class Neighbourhood:
    """The drawing of what is around a role, and what has to be said about it; `note` is empty where that is nothing."""

    drawing: Markup
    note: str


@record
class _Side:
    """One side of a drawing: its column, the pathways there, and which of their two roles is the other one."""

    column: str
    listings: tuple[Listing, ...]
    roles: tuple[Role, ...]


def neighbourhood(role: Role, ways_in: Sequence[Listing], ways_out: Sequence[Listing], root: str) -> Neighbourhood:
    """What is around a role, on a page from which `root` leads to the home page."""
    near_in, near_out = quickest(ways_in), quickest(ways_out)
    before = _Side(column="in", listings=near_in, roles=tuple(each.origin for each in near_in))
    after = _Side(column="out", listings=near_out, roles=tuple(each.target for each in near_out))
    axis = axis_of([role, *before.roles, *after.roles])
    spots = [
        spot_of(each, axis, id=f"{side.column}{at}", field=side.column)
        for side in (before, after)
        for at, each in enumerate(side.roles)
    ]
    known = [spot.pay for spot in spots if spot.pay is not None]
    own = axis.amount(role.pay)
    here = Spot(id=_HERE, field=_HERE, pay=own or (sum(known) / len(known) if known else None), lines=())
    boxes = lay_out([*spots, here], (), (before.column, _HERE, after.column), _LEAST).boxes
    body = "".join(part for side in (before, after) for part in _side(side, boxes, root))
    notes = (
        _left_out(ways_in, ways_out),
        "" if own else "What it pays itself is not known here, so the dot stands half-way.",
        without_place([*before.roles, *after.roles], axis),
    )
    return Neighbourhood(drawing=_svg(role, body, boxes), note=" ".join(filter(None, notes)))


def quickest(ways: Sequence[Listing]) -> tuple[Listing, ...]:
    """The ways that are drawn of a role's: all, or those of the fewest months."""
    if len(ways) <= MOST:
        return tuple(ways)
    return tuple(sorted(ways, key=lambda each: (_months(each), each.slug))[:MOST])


def _months(listing: Listing) -> float:
    figures = listing.facts.figures
    return figures.months.low if figures and figures.months else float("inf")


def _left_out(ways_in: Sequence[Listing], ways_out: Sequence[Listing]) -> str:
    left_out = [
        counted(len(ways), one, f"ways {one[4:]}")
        for ways, one in ((ways_in, "way in"), (ways_out, "way out"))
        if len(ways) > MOST
    ]
    return f"Of {' and '.join(left_out)} only the {MOST} quickest are drawn." if left_out else ""


def _svg(role: Role, body: str, boxes: Mapping[str, Box]) -> Markup:
    top = min(box.top for box in boxes.values()) - _ROOM
    height = max(box.bottom for box in boxes.values()) - top + 2
    middle = boxes[_HERE].middle
    name = escaped(role.name)
    return safe(
        f'<svg class="neighbourhood" role="group" aria-label="Roles around {name}" height="{_em(height)}">'
        f'<svg y="{_em(-top)}"><g aria-hidden="true">'
        f'<line class="level" x2="100%" y1="{_em(middle)}" y2="{_em(middle)}"/></g>{body}'
        f'<circle aria-hidden="true" cx="{_DOT}%" cy="{_em(middle)}" r=".6em"/></svg></svg>'
    )


def _side(side: _Side, boxes: Mapping[str, Box], root: str) -> Iterator[str]:
    """The curves of a side, then its boxes from the top."""
    if not side.roles:
        return
    own = [boxes[f"{side.column}{at}"] for at in range(len(side.roles))]
    yield f'<g class="arrows" aria-hidden="true">{"".join(_ways(side, own, boxes[_HERE].middle))}</g>'
    left = 0.0 if side.column == "in" else 100 - _BOX
    for box, role in sorted(zip(own, side.roles, strict=True), key=lambda each: each[0].top):
        yield _box(box, role, left, root)


def _ways(side: _Side, boxes: Sequence[Box], here: int) -> Iterator[str]:
    bottom = max(here, *(box.bottom for box in boxes)) - (top := min(here, *(box.top for box in boxes)))
    is_in = side.column == "in"
    ends = [(box.middle - top, here - top) if is_in else (here - top, box.middle - top) for box in boxes]
    x = _BOX if is_in else _DOT
    yield (
        f'<svg x="{x}%" y="{_em(top)}" width="{_DOT - _BOX}%" height="{_em(bottom)}" viewBox="0 0 100 {bottom}" '
        'preserveAspectRatio="none">'
    )
    for (start, end), listing in zip(ends, side.listings, strict=True):
        yield f'<path class="d{level_of(listing)}" d="M0 {start}C60 {start} 40 {end} 100 {end}"/>'
    yield "</svg>"
    for height in [here] if is_in else [box.middle for box in boxes]:
        yield (
            f'<svg x="{_DOT if is_in else 100 - _BOX}%" y="{_em(height)}">'
            f'<path class="head" d="M{"-16-4-8 0-16" if is_in else "-8-4 0 0-8"} 4z"/></svg>'
        )
    for box, listing in zip(boxes, side.listings, strict=True):
        middle = (box.middle + here) / 2
        yield (
            f'<text class="d{level_of(listing)}" x="{x + (_DOT - _BOX) / 2}%" y="{_em(middle + 4)}">'
            f"{label_of(listing)}</text>"
        )


def _box(box: Box, role: Role, left: float, root: str) -> str:
    first = box.middle - len(box.spot.lines) * LINE_HEIGHT / 2 + 11
    last = len(box.spot.lines) - 1 if amount_of(role) else -1
    lines = " ".join(
        f'<text{" class=sum" if at == last else ""} x="{left + _BOX / 2:g}%" y="{_em(first + at * LINE_HEIGHT)}">'
        f"{escaped(line)}</text>"
        for at, line in enumerate(box.spot.lines)
    )
    return (
        f'<a href="{root}{role_address(role.id)}">'
        f'<rect x="{left:g}%" y="{_em(box.top)}" width="{_BOX:g}%" height="{_em(box.height)}"/>{lines}</a>'
    )


def _em(length: float) -> str:
    """A length of the drawing in the size of its font."""
    return f"{length / NAME_SIZE:.2f}".rstrip("0").rstrip(".") + "em"
