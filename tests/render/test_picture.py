"""The picture of a pathway: its size, its colours where they belong, and the same bytes each time."""

import os
import re
import subprocess
import sys
import zlib
from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import pytest
from PIL import Image

from site_gen.render import picture
from site_gen.render.picture import COLOURS, DIFFICULTIES, PAPER, draw_picture, place_words
from site_gen.render.picture_words import PictureWords
from tests.render.pictures import WORDS
from tests.sites import REPOSITORY

COOK = WORDS["short names"]
TOKENS = {"paper": PAPER, **COLOURS, **{f"d{level}": each for level, each in enumerate(DIFFICULTIES, 1)}}


def opened(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content)).convert("RGB")


def colour_at(image: Image.Image, x: int, y: int) -> str:
    pixel = image.getpixel((x, y))
    assert isinstance(pixel, tuple)
    return "#" + bytes(map(int, pixel)).hex()


def chunks(png: bytes) -> list[tuple[str, bytes]]:
    """The parts of a PNG, by their names."""
    found, at = [], 8
    while at < len(png):
        length = int.from_bytes(png[at : at + 4])
        found.append((png[at + 4 : at + 8].decode(), png[at + 8 : at + 8 + length]))
        at += 12 + length
    return found


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
def test_a_picture_has_the_size_that_pages_tell_and_is_light(words: PictureWords) -> None:
    content = draw_picture(words, "Waymark")
    assert opened(content).size == (1200, 630)
    assert len(content) <= 30_000


def test_a_picture_holds_nothing_but_pixels_of_half_a_byte() -> None:
    parts = dict(chunks(draw_picture(COOK, "Waymark")))
    assert set(parts) == {"IHDR", "PLTE", "IDAT", "IEND"}
    assert (parts["IHDR"][8], len(parts["PLTE"])) == (4, 16 * 3)


def test_the_same_words_give_the_same_bytes_here_and_in_another_process() -> None:
    code = (
        "import sys\n"
        "from site_gen.render.picture import draw_picture\n"
        "from tests.render.pictures import WORDS\n"
        "for words in WORDS.values():\n"
        "    sys.stdout.buffer.write(draw_picture(words, 'Waymark'))\n"
    )
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(REPOSITORY), *sys.path]), "PYTHONHASHSEED": "7"}
    done = subprocess.run([sys.executable, "-c", code], cwd=REPOSITORY, env=env, check=True, capture_output=True)
    here = b"".join(draw_picture(words, "Waymark") for words in reversed(WORDS.values()))
    assert len(here) == len(done.stdout)
    assert b"".join(draw_picture(words, "Waymark") for words in WORDS.values()) == done.stdout


def test_pixels_are_packed_in_the_one_way_that_all_libraries_share() -> None:
    packed = b"".join(content for name, content in chunks(draw_picture(COOK, "Waymark")) if name == "IDAT")
    packer = zlib.compressobj(9, zlib.DEFLATED, 15, 9, zlib.Z_RLE)
    assert packer.compress(zlib.decompress(packed)) + packer.flush() == packed


def test_each_word_that_is_another_gives_another_picture() -> None:
    others = [
        draw_picture(COOK, "Other"),
        draw_picture(replace(COOK, names=("Cook", "Butcher")), "Waymark"),
        *(
            draw_picture(replace(COOK, badges=(*COOK.badges[:at], changed, *COOK.badges[at + 1 :])), "Waymark")
            for at, badge in enumerate(COOK.badges)
            for changed in (replace(badge, value="Other"), replace(badge, label="Other"))
        ),
    ]
    assert len({draw_picture(COOK, "Waymark"), *others}) == 1 + len(others)


def test_colours_are_the_light_ones_of_the_site() -> None:
    tokens = (REPOSITORY / "templates/assets/tokens.css").read_text("utf-8")
    light = dict(re.findall(r"--([\w-]+): light-dark\((#\w+),", tokens))
    assert {name: light[name] for name in TOKENS} == TOKENS


@pytest.mark.parametrize("name", ["short names", "a fall in pay", "names of two lines"])
def test_dots_and_meters_have_their_colours(name: str) -> None:
    words = WORDS[name]
    image, layout = opened(draw_picture(words, "W")), place_words(words, "W")
    middles = {
        each.kind: ((each.box[0] + each.box[2]) // 2, (each.box[1] + each.box[3]) // 2, each.box)
        for each in reversed(layout.shapes)
    }
    x, y, box = middles["ring"]
    assert colour_at(image, x, y) == PAPER
    assert colour_at(image, box[0] + 4, y) == COLOURS["from"]
    x, y, _ = middles["disc"]
    assert colour_at(image, x, y) == COLOURS["to"]
    assert colour_at(image, 600, 5) == COLOURS["to"]
    first = next(each for each in layout.shapes if each.colour == "difficulty")
    assert colour_at(image, first.box[0] + 5, first.box[3] - 5) == DIFFICULTIES[words.difficulty_level - 1]


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
def test_every_word_is_drawn_in_its_box_and_nothing_anywhere_else(words: PictureWords) -> None:
    image, layout = opened(draw_picture(words, "Waymark")), place_words(words, "Waymark")
    paper = Image.new("RGB", image.size, PAPER)
    for text in layout.texts:
        assert image.crop(text.box).tobytes() != paper.crop(text.box).tobytes(), text.words
        image.paste(paper.crop(text.box), text.box[:2])
    for shape in layout.shapes:
        box = (
            shape.box[0] - shape.thick,
            shape.box[1] - shape.thick,
            shape.box[2] + shape.thick,
            shape.box[3] + shape.thick,
        )
        image.paste(paper.resize((box[2] - box[0], box[3] - box[1])), box[:2])
    assert image.tobytes() == paper.tobytes()


def test_shapes_that_share_a_place_are_both_seen() -> None:
    image, layout = opened(draw_picture(COOK, "W")), place_words(COOK, "W")
    face, hands = (
        next(each for each in layout.shapes if each.kind == kind and each.thick == 6) for kind in ("ring", "path")
    )
    middle = (face.box[1] + face.box[3]) // 2
    assert face.box == hands.box
    assert colour_at(image, face.box[0] + 3, middle) == COLOURS["ink"]
    assert colour_at(image, (face.box[0] + face.box[2]) // 2, middle - 6) == COLOURS["ink"]


@pytest.mark.parametrize("dash", ["–", "—", "−"])
def test_dashes_are_drawn_where_the_typeface_has_none(dash: str) -> None:
    words = replace(COOK, names=(dash,))
    image = opened(draw_picture(words, "W"))
    text = place_words(words, "W").texts[1]
    row = text.base - round(text.size * 0.3)
    inked = [x for x in range(text.box[0], text.box[2]) if colour_at(image, x, row) == COLOURS["ink"]]
    assert len(inked) > text.size * 0.4
    assert {after - before for before, after in pairwise(inked)} == {1}


def test_letters_are_laid_out_by_pillow_alone() -> None:
    assert picture._font(40).layout_engine == 0
