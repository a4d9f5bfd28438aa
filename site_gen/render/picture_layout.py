"""The words of a picture get their places: lines that fit, and shapes beside them, in pixels from the top left."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Final, Protocol

from site_gen.record import record
from site_gen.render.picture_words import BadgeWords, PictureWords

WIDTH: Final = 1200
HEIGHT: Final = 630
MARGIN: Final = 64

Box = tuple[int, int, int, int]
"""Left, top, right and bottom, the last two outside."""

Point = tuple[float, float]


class Measure(Protocol):
    """How wide a text is, in pixels."""

    def __call__(self, words: str, size: int, *, is_bold: bool) -> int:
        """Measure the words at a size in pixels, bold or not."""


@record
class Text:
    """A line of text with the left end of its base line, and all the room that its letters may take."""

    words: str
    x: int
    base: int
    size: int
    is_bold: bool
    colour: str
    width: int

    @property
    def box(self) -> Box:
        """The room of the line, with that of letters which reach above or below others."""
        return self.x, self.base - above(self.size), self.x + self.width, self.base + below(self.size)


@record
class Shape:
    """A drawing beside the words: a `bar` fills its box, a `disc` and a `ring` touch it, a `path` follows its points.

    Rings and paths are `thick` pixels wide; the points of a path are shares of its box.
    """

    kind: str
    box: Box
    colour: str
    thick: int = 0
    points: tuple[Point, ...] = ()


@record
class Layout:
    """Where everything stands on a picture."""

    texts: tuple[Text, ...]
    shapes: tuple[Shape, ...]


SITE_SIZE: Final = 38
LABEL_SIZE: Final = 36
NAME_SIZES: Final = (88, 80, 72, 64, 58, 52)
VALUE_SIZES: Final = (50, 47, 44, 40, 36)
_DOT: Final = 20
_NAMES_LEFT: Final = MARGIN + 2 * _DOT + 32
_NAMES_WIDTH: Final = WIDTH - MARGIN - _NAMES_LEFT
_NAMES_TOP: Final = 100
_NAMES_BOTTOM: Final = 364
_RULE: Final = 376
_ROWS: Final = (398, 508)
_COLUMNS: Final = (MARGIN, 632)
_COLUMN_WIDTH: Final = 504
_ICON: Final = 60
_ICON_ROOM: Final = 84
_SHORTEST_LINE: Final = 88
"""Between the centres of the two dots where one line of words stands beside them."""

_PATHS: Final[dict[str, tuple[tuple[Point, ...], ...]]] = {
    "clock": (((0.5, 0.24), (0.5, 0.52), (0.7, 0.64)),),
    "rise": (((0.04, 0.8), (0.36, 0.48), (0.56, 0.66), (0.94, 0.2)), ((0.64, 0.18), (0.95, 0.18), (0.95, 0.49))),
    "fall": (((0.04, 0.2), (0.36, 0.52), (0.56, 0.34), (0.94, 0.8)), ((0.64, 0.82), (0.95, 0.82), (0.95, 0.51))),
    "level": (((0.04, 0.5), (0.94, 0.5)), ((0.7, 0.26), (0.95, 0.5), (0.7, 0.74))),
}


def lay_out(words: PictureWords, site_title: str, measure: Measure) -> Layout:
    """Find a place for everything, with sizes by which the longest names fit; the name of the site stands on top."""
    texts = [_line(site_title, (MARGIN, 74), measure, size=SITE_SIZE, colour="soft", width=WIDTH - 2 * MARGIN)]
    names, shapes = _route(words.names, measure)
    texts += names
    shapes += [
        Shape(kind="bar", box=(0, 0, WIDTH, 14), colour="to"),
        Shape(kind="bar", box=(MARGIN, _RULE, WIDTH - MARGIN, _RULE + 3), colour="line"),
    ]
    corners = [(x, y) for y in _ROWS for x in _COLUMNS]
    for badge, (x, y) in zip(words.badges, corners, strict=True):
        texts += _badge(badge, x + _ICON_ROOM, y, measure)
        shapes += _icon(badge, (x, y + 16, x + _ICON, y + 16 + _ICON))
    return Layout(texts=tuple(texts), shapes=tuple(shapes))


def above(size: int) -> int:
    """How far letters may reach above their base line."""
    return size * 4 // 5


def below(size: int) -> int:
    """How far letters may reach below it."""
    return size * 3 // 10


def _line(
    words: str, at: tuple[int, int], measure: Measure, *, size: int, colour: str, width: int, is_bold: bool = False
) -> Text:
    """A line of one size, cut where it is too wide."""
    shown = _cut(words, width, partial(measure, size=size, is_bold=is_bold))
    room = measure(shown, size, is_bold=is_bold)
    return Text(words=shown, x=at[0], base=at[1], size=size, is_bold=is_bold, colour=colour, width=room)


def _cut(words: str, width: int, measure: Callable[[str], int]) -> str:
    """As much of a text as there is room for, with a sign that there is more."""
    if measure(words) <= width:
        return words
    end = len(words)
    while end and measure(f"{words[:end].rstrip()}…") > width:
        end -= 1
    return f"{words[:end].rstrip()}…"


def wrap(words: str, width: int, measure: Callable[[str], int]) -> list[str]:
    """The words in lines, each as full as its width lets it be; a word that is wider stands alone."""
    lines: list[str] = []
    for word in words.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and measure(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _route(names: Sequence[str], measure: Measure) -> tuple[list[Text], list[Shape]]:
    """The names in the largest size that fits, from the hollow dot to the solid one."""
    size, wrapped = _fitted(names, measure)
    step, gap = _step(size), _gap(size)
    top = (_NAMES_TOP + _NAMES_BOTTOM - _height(wrapped, size)) // 2
    texts: list[Text] = []
    firsts: list[int] = []
    for number, lines in enumerate(wrapped):
        colour = "soft" if number < len(wrapped) - 1 else "ink"
        firsts.append(len(texts))
        for line in lines:
            base = top + len(texts) * step + number * gap + above(size)
            texts.append(
                _line(line, (_NAMES_LEFT, base), measure, size=size, colour=colour, width=_NAMES_WIDTH, is_bold=True)
            )
    middles = [each.base - size * 7 // 20 for each in texts]
    start, end = middles[0], middles[firsts[-1] if len(names) > 1 else -1]
    if end - start < _SHORTEST_LINE:
        start, end = (start + end - _SHORTEST_LINE) // 2, (start + end + _SHORTEST_LINE) // 2
    return texts, list(_dots(start, end))


def _fitted(names: Sequence[str], measure: Measure) -> tuple[int, list[list[str]]]:
    """The largest size in which all names have room, and their lines; in the smallest, lines are left out for that."""
    for size in NAME_SIZES:
        wrapped = [wrap(name, _NAMES_WIDTH, partial(measure, size=size, is_bold=True)) for name in names]
        if _height(wrapped, size) <= _NAMES_BOTTOM - _NAMES_TOP and all(
            measure(line, size, is_bold=True) <= _NAMES_WIDTH for lines in wrapped for line in lines
        ):
            return size, wrapped
    most = (_NAMES_BOTTOM - _NAMES_TOP) // _step(size) // len(names)
    return size, [lines if len(lines) <= most else [*lines[: most - 1], f"{lines[most - 1]}…"] for lines in wrapped]


def _height(wrapped: Sequence[Sequence[str]], size: int) -> int:
    """What all lines take, from the top of the first to the bottom of the last."""
    count = sum(map(len, wrapped))
    return (count - 1) * _step(size) + (len(wrapped) - 1) * _gap(size) + above(size) + below(size)


def _step(size: int) -> int:
    """From one base line to the next."""
    return above(size) + below(size)


def _gap(size: int) -> int:
    """What two names are farther apart than two lines of one."""
    return size // 5


def _dots(start: int, end: int) -> Iterator[Shape]:
    """The two dots with the line between them, by the heights of their centres."""
    x = MARGIN + _DOT
    yield Shape(kind="ring", box=(x - _DOT, start - _DOT, x + _DOT, start + _DOT), colour="from", thick=9)
    yield Shape(kind="bar", box=(x - 4, start + _DOT, x + 4, end - _DOT), colour="from")
    yield Shape(kind="disc", box=(x - _DOT, end - _DOT, x + _DOT, end + _DOT), colour="to")


def _badge(badge: BadgeWords, x: int, y: int, measure: Measure) -> Iterator[Text]:
    """The label above the value, which is as large as fits."""
    width = _COLUMN_WIDTH - _ICON_ROOM
    yield _line(badge.label, (x, y + 29), measure, size=LABEL_SIZE, colour="soft", width=width)
    size = next((each for each in VALUE_SIZES if measure(badge.value, each, is_bold=True) <= width), VALUE_SIZES[-1])
    colour = "difficulty" if badge.drawing == "difficulty" else "ink" if badge.is_known else "soft"
    yield _line(badge.value, (x, y + 81), measure, size=size, colour=colour, width=width, is_bold=True)


def _icon(badge: BadgeWords, box: Box) -> Iterator[Shape]:
    """The drawing of a badge: four segments, four rising bars, a clock, or an arrow."""
    left, top, _, bottom = box
    if badge.drawing in {"difficulty", "demand"}:
        on = "difficulty" if badge.drawing == "difficulty" else "ink"
        for number in range(4):
            x = left + number * 16
            start = top if badge.drawing == "difficulty" else bottom - 15 * (number + 1)
            yield Shape(kind="bar", box=(x, start, x + 12, bottom), colour=on if number < badge.level else "line")
        return
    colour = "ink" if badge.is_known else "soft"
    if badge.drawing == "clock":
        yield Shape(kind="ring", box=box, colour=colour, thick=6)
    for points in _PATHS[badge.drawing]:
        yield Shape(kind="path", box=box, colour=colour, thick=6, points=points)
