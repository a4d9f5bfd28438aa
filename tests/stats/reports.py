"""A state of content with something in every part, and one with nothing."""

from datetime import date

from site_gen.stats.count import Field, Review, Stats
from site_gen.stats.skills import Likeness, Spellings
from site_gen.stats.thinness import Size, ThinGuide

EMPTY = Stats(
    published=0,
    drafts=0,
    later=0,
    roles=0,
    skills=0,
    fields=(),
    roles_not_reached=(),
    roles_not_left=(),
    spellings=(),
    oldest_reviews=(),
    thinnest_guides=(),
    marks_by_path=(),
    uncounted=(),
)
FULL = Stats(
    published=12,
    drafts=1,
    later=2,
    roles=9,
    skills=40,
    fields=(
        Field(
            family="Software",
            roles=5,
            pathways=11,
            from_others=tuple((f"Field number {number}", number) for number in range(5, 0, -1)),
        ),
        Field(family="Design", roles=4, pathways=1, from_others=()),
    ),
    roles_not_reached=tuple(f"role-number-{number}" for number in range(6)),
    roles_not_left=("potter",),
    spellings=(
        Spellings(name="JavaScript", others=(("JS", 2), ("Javascript", 1)), likeness=Likeness.MERGED),
        Spellings(name="Probability", others=(("Probablity", 1),), likeness=Likeness.NEARLY),
        Spellings(name="SQL", others=(("Sql", 1),), likeness=Likeness.SAME),
    ),
    oldest_reviews=(
        Review(path="content/pathways/a-to-b.md", reviewed=date(2025, 1, 2), days=333),
        Review(path="content/pathways/c-to-d.md", reviewed=date(2025, 11, 30), days=1),
        Review(path="content/pathways/e-to-f.md", reviewed=date(2025, 12, 1), days=0),
        Review(path="content/pathways/g-to-h.md", reviewed=date(2025, 12, 2), days=-1),
    ),
    thinnest_guides=(
        ThinGuide(size=Size(path="content/pathways/a-to-b.md", words=80, tasks=3, resources=0, questions=0), percent=9),
        ThinGuide(
            size=Size(path="content/pathways/c-to-d.md", words=1250, tasks=31, resources=15, questions=4), percent=101
        ),
    ),
    marks_by_path=(("content/pathways/x-to-y.md", 41), ("content/roles/y.md", 2)),
    uncounted=("content/roles/broken.md",),
)
