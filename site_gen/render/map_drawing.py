"""The layout of a career map becomes SVG, compact because a map has to fit with its style into the first round trip.

Colours, fonts and dashes come from the style sheet, because the content security policy allows no style attribute.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from markupsafe import Markup

from site_gen.addresses import role_address
from site_gen.model.catalog import Listing
from site_gen.model.role import Role
from site_gen.record import record
from site_gen.render.duration import months
from site_gen.render.fitting import lines_of, width_of
from site_gen.render.map_arrows import Arrow, Drawn, draw_arrows
from site_gen.render.map_labels import Rectangle, place_labels
from site_gen.render.map_layout import BOX_WIDTH, LINE_HEIGHT, Box, Grid, Spot, Way, lay_out
from site_gen.render.map_pay import NAME_SIZE
from site_gen.render.markup import escaped, safe
from site_gen.render.money import money_in_thousands

LABEL_SIZE: Final = 11
_LANE: Final = 7
"""How far the ground of a column stands out at each side of its boxes."""

_ROOM: Final = 16
_BEND: Final = 6
UNITS_A_REM: Final = 16


def way_of(listing: Listing) -> Way:
    """A pathway as it is drawn."""
    width = round(width_of(label_of(listing), LABEL_SIZE)) + 6
    return Way(origin=listing.origin.id, target=listing.target.id, label=width)


def label_of(listing: Listing) -> str:
    """How many months a pathway takes, without the word; a dash where nothing says so."""
    figures = listing.facts.figures
    return months(figures.months).partition(" ")[0] if figures and figures.months else "–"


def level_of(listing: Listing) -> int:
    """The level of difficulty, 1 to 4, of a pathway whose two roles are there."""
    assert listing.facts.figures is not None
    return listing.facts.figures.difficulty.level


def map_drawing(
    spots: Sequence[Spot], roles: Sequence[Role], listings: Sequence[Listing], *, currency: str, root: str, named: bool
) -> Markup:
    """The drawing of roles at their spots and of the pathways between them; columns have their names where `named`.

    From the page that it is on, `root` leads to the home page; `currency` is that of the axis.
    """
    ways = [way_of(each) for each in listings]
    grid = lay_out(spots, ways)
    amounts = [(money_in_thousands(amount, currency), y) for amount, y in grid.ticks if amount > 0]
    scale = round(max((width_of(words, NAME_SIZE) for words, _ in amounts), default=0)) + _ROOM
    return _svg(
        _Sketch(
            grid=grid,
            drawn=draw_arrows(grid, ways, scale),
            roles_by_id={each.id: each for each in roles},
            listings=tuple(listings),
            amounts=tuple(amounts),
            scale=scale,
            root=root,
            named=named,
        )
    )


@record
class _Sketch:
    """All that a drawing is made of."""

    grid: Grid
    drawn: Drawn
    roles_by_id: Mapping[str, Role]
    listings: tuple[Listing, ...]
    amounts: tuple[tuple[str, int], ...]
    scale: int
    root: str
    named: bool


def _svg(sketch: _Sketch) -> Markup:
    boxes = sketch.grid.boxes
    heads = {field: lines_of(field, NAME_SIZE * 1.1, BOX_WIDTH + 24) for field in sketch.grid.fields if sketch.named}
    heights = [y for arrow in sketch.drawn.arrows for _, y in arrow.points]
    head = max((len(each) for each in heads.values()), default=0) * LINE_HEIGHT
    top = min([*heights, *(box.top for box in boxes.values())], default=0) - head - _ROOM - _ROOM // 2
    bottom = max([*heights, *(box.bottom for box in boxes.values())], default=0) + _ROOM
    width, height = sketch.drawn.width, bottom - top
    return safe(
        f'<svg class="career-map" role="group" aria-labelledby="wm-map wm-map-how" viewBox="0 {top} {width} {height}" '
        f'width="{width / UNITS_A_REM:g}rem" height="{height / UNITS_A_REM:g}rem"><title id="wm-map">Career map</title>'
        '<desc id="wm-map-how">Boxes are roles, higher up where the pay is higher; arrows are pathways. '
        "The table after the drawing lists the same pathways.</desc>"
        '<defs><marker id="wm-head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" '
        'markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0 8 4 0 8z"/></marker></defs>'
        f"{_ground(sketch, heads, top, bottom)}{''.join(_groups_of_roles(sketch))}</svg>"
    )


def _ground(sketch: _Sketch, heads: Mapping[str, Sequence[str]], top: int, bottom: int) -> str:
    """What lies below everything: columns with their names, and lines of equal pay."""
    wide = BOX_WIDTH + 2 * _LANE
    lanes = "".join(f"M{left - _LANE} {top}h{wide}v{bottom - top}h-{wide}z" for left in sketch.drawn.lefts)
    end = sketch.drawn.width
    lines = "".join(f"M{sketch.scale - 8} {y}H{end}" for _, y in sketch.amounts)
    words = [
        f'<text class="amount" x="{sketch.scale - 12}" y="{y + 4}">{escaped(amount)}</text>'
        for amount, y in sketch.amounts
    ]
    names = [
        f'<text class="field" x="{left + BOX_WIDTH // 2}" y="{top + (at + 1) * LINE_HEIGHT + 4}">{escaped(line)}</text>'
        for left, field in zip(sketch.drawn.lefts, sketch.grid.fields, strict=True)
        for at, line in enumerate(heads.get(field, ()))
    ]
    band = sketch.grid.band
    if band is not None:
        lines += f"M0 {band}H{end}"
        words += [f'<text class="band" x="4" y="{band + LINE_HEIGHT}">Pay not known or not comparable</text>']
    return (
        f'<g aria-hidden="true"><path class="lanes" d="{lanes}"/><path class="grid" d="{lines}"/>'
        f"{''.join(words)}{''.join(names)}</g>"
    )


def _groups_of_roles(sketch: _Sketch) -> Iterator[str]:
    """Each role with the arrows that begin at it, column by column from the top."""
    grid, drawn = sketch.grid, sketch.drawn
    lefts = {role: drawn.lefts[box.column] for role, box in grid.boxes.items()}
    covered = [
        Rectangle(left=lefts[role] - 2, top=box.top - 1, right=lefts[role] + BOX_WIDTH + 2, bottom=box.bottom + 1)
        for role, box in grid.boxes.items()
    ]
    labels = place_labels(drawn.arrows, covered)
    arrows: dict[str, list[str]] = defaultdict(list)
    for arrow, (x, y), listing in zip(drawn.arrows, labels, sketch.listings, strict=True):
        arrows[arrow.way.origin].append(
            f'<g class="d{level_of(listing)}"><path d="{_line(arrow)}"/>'
            f'<text x="{x}" y="{y + 4}">{label_of(listing)}</text></g>'
        )
    for role in (role for stack in grid.stacks for role in stack):
        outward = arrows[role]
        ways = (
            f'<g class="arrows" aria-hidden="true" marker-end="url(#wm-head)">{"".join(outward)}</g>' if outward else ""
        )
        yield f"<g>{ways}{_role(sketch.roles_by_id[role], grid.boxes[role], lefts[role], sketch.root)}</g>"


def _role(role: Role, box: Box, left: int, root: str) -> str:
    middle, first = left + BOX_WIDTH // 2, box.middle - len(box.spot.lines) * LINE_HEIGHT // 2 + 11
    last = len(box.spot.lines) - 1 if role.pay else -1
    lines = " ".join(
        f'<text{" class=sum" if at == last else ""} x="{middle}" y="{first + at * LINE_HEIGHT}">{escaped(line)}</text>'
        for at, line in enumerate(box.spot.lines)
    )
    return f'<a href="{root}{role_address(role.id)}"><rect x="{left}" y="{box.top}" height="{box.height}"/>{lines}</a>'


def _line(arrow: Arrow) -> str:
    """The corners of an arrow as a path with rounded bends."""
    (x, y), *rest = arrow.points
    parts = [f"M{x} {y}"]
    for at, (bend_x, bend_y) in enumerate(rest):
        if at + 1 == len(rest):
            parts.append(f"V{bend_y}" if bend_x == x else f"H{bend_x}")
            break
        next_x, next_y = rest[at + 1]
        size = min(_BEND, (abs(bend_x - x) + abs(bend_y - y)) // 2, (abs(next_x - bend_x) + abs(next_y - bend_y)) // 2)
        into, out = _direction(x, y, bend_x, bend_y), _direction(bend_x, bend_y, next_x, next_y)
        parts.append(f"V{bend_y - into[1] * size}" if bend_x == x else f"H{bend_x - into[0] * size}")
        turn = f"{into[0] * size} {into[1] * size} {(into[0] + out[0]) * size} {(into[1] + out[1]) * size}"
        parts.append(f"q{turn}".replace(" -", "-"))
        x, y = bend_x, bend_y
    return "".join(parts)


def _direction(x1: int, y1: int, x2: int, y2: int) -> tuple[int, int]:
    return (x2 > x1) - (x2 < x1), (y2 > y1) - (y2 < y1)
