"""Words of pictures, from the shortest to those for which there is no room."""

from typing import Final

from site_gen.render.picture_words import BadgeWords, PictureWords


def badge(drawing: str, level: int, label: str, value: str) -> BadgeWords:
    return BadgeWords(drawing=drawing, level=level, label=label, value=value)


RISE: Final = (
    badge("difficulty", 3, "Difficulty", "Challenging"),
    badge("clock", 0, "Time", "9–12 months"),
    badge("rise", 0, "Pay change, estimate", "+40–60%"),
    badge("demand", 4, "Demand, author’s view", "Very high"),
)
FALL: Final = (
    badge("difficulty", 4, "Difficulty", "Very challenging"),
    badge("clock", 0, "Time", "1 month"),
    badge("fall", 0, "Lower pay", "−12%"),
    badge("demand", 1, "Demand", "Low"),
)
UNKNOWN: Final = (
    badge("difficulty", 1, "Difficulty", "Easy"),
    badge("clock", 0, "Time", "Not known"),
    badge("level", 0, "Pay change", "Not known"),
    badge("demand", 0, "Demand", "Not known"),
)
WORDS: Final = {
    "short names": PictureWords(names=("Cook", "Baker"), badges=RISE),
    "a fall in pay": PictureWords(names=("Backend Developer", "Machine Learning Engineer"), badges=FALL),
    "names of two lines": PictureWords(
        names=("Teacher of Children with Special Needs and Gifts", "Assistant Professor of Instructional Design"),
        badges=UNKNOWN,
    ),
    "a title of its own": PictureWords(names=("From the till to the books",), badges=RISE),
    "a short title": PictureWords(names=("Bread",), badges=FALL),
    "a title without an end": PictureWords(names=("Ways to work " * 20,), badges=RISE),
    "names without an end": PictureWords(names=("Cook of soups " * 20, "Baker of bread " * 20), badges=FALL),
    "words that can't be broken": PictureWords(names=("M" * 90, "W" * 90), badges=UNKNOWN),
    "badges of the longest words": PictureWords(
        names=("Cook", "Baker"),
        badges=(
            FALL[0],
            badge("clock", 0, "Time", "108–120 months"),
            badge("level", 0, "Pay change, estimate", "−100% to +1000%"),
            RISE[3],
        ),
    ),
}
