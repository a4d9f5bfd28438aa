"""What a layout does that it must not: boxes on boxes, arrows through boxes, arrows along arrows, hidden labels."""

import random
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from site_gen.render.map_arrows import Arrow, Drawn, draw_arrows
from site_gen.render.map_labels import Rectangle, label_rectangle, place_labels
from site_gen.render.map_layout import BOX_WIDTH, Grid, Spot, Way, lay_out


def spot(name: str, field: str = "Kitchen", pay: float | None = 50_000, lines: int = 2) -> Spot:
    return Spot(id=name, field=field, pay=pay, lines=("x",) * lines)


def random_graph(seed: int, *, roles: int, ways: int, fields: int) -> tuple[list[Spot], list[Way]]:
    """Roles of any pay, or of none, and ways between any two of them, some of them twice."""
    chance = random.Random(seed)
    spots = [
        spot(
            f"r{number}",
            f"Field {chance.randrange(fields)}",
            None if chance.random() < 0.1 else chance.randrange(30, 180) * 1000,
            chance.randrange(1, 5),
        )
        for number in range(roles)
    ]
    pairs = [chance.sample(range(roles), 2) for _ in range(ways)]
    return spots, [Way(origin=f"r{origin}", target=f"r{target}") for origin, target in pairs]


def faults(spots: Sequence[Spot], ways: Sequence[Way]) -> list[str]:
    """Everything that is wrong with the layout of a map, in words."""
    grid = lay_out(spots, ways)
    drawn = draw_arrows(grid, ways, 40)
    boxes = box_rectangles(grid, drawn)
    labels = place_labels(drawn.arrows, list(boxes.values()))
    return [
        *boxes_on_boxes(boxes),
        *arrows_through_boxes(drawn.arrows, boxes),
        *arrows_along_arrows(drawn.arrows),
        *crowded_ends(drawn.arrows, boxes),
        *hidden_labels(drawn.arrows, labels, boxes),
    ]


def box_rectangles(grid: Grid, drawn: Drawn) -> dict[str, Rectangle]:
    return {
        role: Rectangle(
            left=drawn.lefts[box.column], top=box.top, right=drawn.lefts[box.column] + BOX_WIDTH, bottom=box.bottom
        )
        for role, box in grid.boxes.items()
    }


def boxes_on_boxes(boxes: dict[str, Rectangle]) -> Iterator[str]:
    for (one, first), (other, second) in combinations(boxes.items(), 2):
        if first.meets(second):
            yield f"{one} lies on {other}"


def arrows_through_boxes(arrows: Sequence[Arrow], boxes: dict[str, Rectangle]) -> Iterator[str]:
    for arrow in arrows:
        for line in stretches(arrow):
            for role, box in boxes.items():
                if line.meets(box):
                    yield f"{arrow.way.origin} to {arrow.way.target} runs through {role}"


def arrows_along_arrows(arrows: Sequence[Arrow]) -> Iterator[str]:
    lines = [(number, start, end) for number, arrow in enumerate(arrows) for start, end in pairwise(arrow.points)]
    for (one, a, b), (other, c, d) in combinations(lines, 2):
        for level, along in ((1, 0), (0, 1)):
            if one != other and a[level] == b[level] == c[level] == d[level]:
                low, high = (
                    max(min(a[along], b[along]), min(c[along], d[along])),
                    min(max(a[along], b[along]), max(c[along], d[along])),
                )
                if low < high:
                    yield f"arrows {one} and {other} share {high - low}"


def crowded_ends(arrows: Sequence[Arrow], boxes: dict[str, Rectangle]) -> Iterator[str]:
    ends: dict[tuple[str, int], list[int]] = {}
    for arrow in arrows:
        (x1, y1), (x2, y2) = arrow.points[0], arrow.points[-1]
        if x1 != x2 or len(arrow.points) > 2:
            ends.setdefault((arrow.way.origin, x1), []).append(y1)
            ends.setdefault((arrow.way.target, x2), []).append(y2)
    for (role, _), heights in ends.items():
        box = boxes[role]
        if min(heights) < box.top + 4 or max(heights) > box.bottom - 4:
            yield f"an arrow ends at a corner of {role}"
        if any(after - before < 8 for before, after in pairwise(sorted(heights))):
            yield f"arrows crowd at {role}"


def hidden_labels(
    arrows: Sequence[Arrow], labels: Sequence[tuple[int, int]], boxes: dict[str, Rectangle]
) -> Iterator[str]:
    covers = [label_rectangle(place, arrow.way.label) for place, arrow in zip(labels, arrows, strict=True)]
    for number, label in enumerate(covers):
        if not any(grown(line).meets(label) for line in stretches(arrows[number])):
            yield f"label {number} is not on its arrow"
        yield from (f"label {number} lies on {role}" for role, box in boxes.items() if label.meets(box))
    for (one, first), (other, second) in combinations(enumerate(covers), 2):
        if first.meets(second):
            yield f"label {one} lies on label {other}"


def stretches(arrow: Arrow) -> Iterator[Rectangle]:
    for (x1, y1), (x2, y2) in pairwise(arrow.points):
        yield Rectangle(left=min(x1, x2), top=min(y1, y2), right=max(x1, x2), bottom=max(y1, y2))


def grown(line: Rectangle) -> Rectangle:
    return Rectangle(left=line.left - 1, top=line.top - 1, right=line.right + 1, bottom=line.bottom + 1)
