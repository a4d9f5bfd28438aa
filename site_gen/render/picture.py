"""The words of a picture become a PNG, by Pillow and in its own typeface: the same words give the same bytes."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from io import BytesIO
from itertools import pairwise
from math import ceil
from typing import Final

from PIL import Image, ImageDraw, ImageFont

from site_gen.render.picture_layout import HEIGHT, WIDTH, Box, Layout, Point, above, below, lay_out
from site_gen.render.picture_words import PictureWords

PAPER: Final = "#fdfcf9"
COLOURS: Final = {"ink": "#1b1f27", "soft": "#535a67", "to": "#0b6b60", "from": "#667085", "line": "#dedacd"}
DIFFICULTIES: Final = ("#1d6a3a", "#1a5b99", "#86480a", "#a3272d")
"""These are the light colours of templates/assets/tokens.css."""

_SHADES: Final = {"ink": 3, "soft": 3, "difficulty": 3, "to": 2, "from": 2, "line": 2}
"""How many shades of each colour a picture has: with the paper sixteen, so that a pixel takes half a byte."""

_FINER: Final = 4
"""How much larger shapes are drawn than they are shown, so that their edges are smooth."""

_DASHES: Final = {"–": (0.56, 0.3), "—": (1.0, 0.3), "−": (0.6, 0.31)}
"""Signs that the typeface lacks: how wide they are, and how high above the base line, in sizes."""

_PIECES: Final = re.compile("([–—−])")
_SPACES: Final = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u00ad": None})
_WHERE_DRAWN: Final = [0] + [255] * 255
_KEPT: Final = 256
"""Words and shapes that are kept drawn: labels and values, most of which other pictures have, too."""

_RUNS_ONLY: Final = 3
"""The way of zlib that knows nothing but runs: flat colours need no other, and every library does it alike."""


def draw_picture(words: PictureWords, site_title: str) -> bytes:
    """The picture of a pathway as a PNG of 1200 by 630 pixels; there have to be letters for all words."""
    image = Image.new("P", (WIDTH, HEIGHT))
    image.putpalette(_palette(words.difficulty_level))
    layout = place_words(words, site_title)
    for shape in layout.shapes:
        drawn = _tile_of_shape(
            shape.kind, _size(shape.box), colour=shape.colour, thick=shape.thick, points=shape.points
        )
        corner = shape.box[0] - shape.thick, shape.box[1] - shape.thick
        image.paste(drawn, corner, drawn.point(_WHERE_DRAWN))
    for text in layout.texts:
        image.paste(_tile_of_text(text.words, text.size, is_bold=text.is_bold, colour=text.colour), text.box[:2])
    file = BytesIO()
    image.save(file, "PNG", compress_level=9, compress_type=_RUNS_ONLY)
    return file.getvalue()


def place_words(words: PictureWords, site_title: str) -> Layout:
    """Where everything stands, by the widths of the letters that are drawn."""
    return lay_out(words, site_title, measure)


@lru_cache(maxsize=4096)
def measure(words: str, size: int, *, is_bold: bool) -> int:
    """How wide a text is drawn, in pixels."""
    width = sum(_width(piece, size) for piece in _PIECES.split(words.translate(_SPACES)))
    return ceil(width + 2 * _stroke(size, is_bold))


def _size(box: Box) -> tuple[int, int]:
    return box[2] - box[0], box[3] - box[1]


def _width(piece: str, size: int) -> float:
    return _DASHES[piece][0] * size if piece in _DASHES else _font(size).getlength(piece)


def _stroke(size: int, is_bold: bool) -> float:
    """How far each letter is thickened all around, in whole quarters of a pixel: the typeface has no bold letters."""
    return size // 10 / 4 if is_bold else 0.0


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    """Pillow's own typeface, laid out by Pillow alone: whatever else is installed may place letters otherwise."""
    font = ImageFont.load_default(size)
    assert isinstance(font, ImageFont.FreeTypeFont)
    return font.font_variant(layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=_KEPT)
def _tile_of_text(words: str, size: int, *, is_bold: bool, colour: str) -> Image.Image:
    """A text in its box, as places in the palette."""
    mask = Image.new("L", (measure(words, size, is_bold=is_bold), above(size) + below(size)))
    draw = ImageDraw.Draw(mask)
    stroke = _stroke(size, is_bold)
    x = stroke
    for piece in _PIECES.split(words.translate(_SPACES)):
        if piece in _DASHES:
            draw.rectangle(_dash(piece, x, size, stroke), fill=255)
        else:
            draw.text((round(x), above(size)), piece, fill=255, font=_font(size), anchor="ls", stroke_width=stroke)
        x += _width(piece, size)
    return mask.point(_places(colour))


def _dash(sign: str, x: float, size: int, stroke: float) -> Box:
    """The place of a dash that begins at `x`; a drawn rectangle has its last pixels inside."""
    width, height = _DASHES[sign]
    middle, half = above(size) - height * size, 0.0375 * size + stroke
    left, right = x + 0.06 * size, x + (width - 0.06) * size
    return round(left), round(middle - half), round(right) - 1, round(middle + half) - 1


@lru_cache(maxsize=_KEPT)
def _tile_of_shape(
    kind: str, size: tuple[int, int], *, colour: str, thick: int, points: tuple[Point, ...]
) -> Image.Image:
    """A shape in its box, with so many pixels more on all sides as it is thick, as places in the palette."""
    width, height = (each * _FINER for each in size)
    start = thick * _FINER
    fine = Image.new("L", (width + 2 * start, height + 2 * start))
    draw = ImageDraw.Draw(fine)
    box = start, start, start + width - 1, start + height - 1
    if kind == "bar":
        draw.rectangle(box, fill=255)
    elif kind == "disc":
        draw.ellipse(box, fill=255)
    elif kind == "ring":
        draw.ellipse(box, outline=255, width=start)
    else:
        _draw_path(draw, [(start + x * width, start + y * height) for x, y in points], start)
    return fine.reduce(_FINER).point(_places(colour))


def _draw_path(draw: ImageDraw.ImageDraw, points: list[Point], thick: int) -> None:
    """A line with round ends and corners."""
    for start, end in pairwise(points):
        draw.line((*start, *end), fill=255, width=thick)
    for x, y in points:
        draw.ellipse((x - thick / 2, y - thick / 2, x + thick / 2, y + thick / 2), fill=255)


@cache
def _palette(difficulty_level: int) -> bytes:
    """The paper, then the shades of each colour from the palest on."""
    colours = {**COLOURS, "difficulty": DIFFICULTIES[difficulty_level - 1]}
    paper = bytes.fromhex(PAPER[1:])
    palette = [*paper]
    for name, count in _SHADES.items():
        full = bytes.fromhex(colours[name][1:])
        for shade in range(1, count + 1):
            mixed = (low * (count - shade) + high * shade for low, high in zip(paper, full, strict=True))
            palette += [(2 * part + count) // (2 * count) for part in mixed]
    return bytes(palette)


@cache
def _places(colour: str) -> list[int]:
    """The place in the palette for each amount, 0 to 255, of a colour on the paper."""
    names = list(_SHADES)
    before, count = sum(_SHADES[name] for name in names[: names.index(colour)]), _SHADES[colour]
    shades = [(amount * count + 127) // 255 for amount in range(256)]
    return [before + shade if shade else 0 for shade in shades]
