"""How much a guide holds, and which hold least."""

import pytest

from site_gen.stats.thinness import Size, ThinGuide, size_of, thinnest
from tests.said import read_body
from tests.samples import bare_pathway, pathway

BODY = """
One two, three - *four*.

## Roadmap

### Six seven (8 weeks)

- Five six.
- Seven.

  Eight nine.

#### Resources

- [A book](https://books.example/a): ten

## Action plan

### This week

- Eleven.

## FAQ

### Why?

Twelve.
"""


def test_words_are_those_of_prose_without_headings() -> None:
    value, lines = read_body(BODY)
    assert lines == []
    assert size_of(value) == Size(path=value.path, words=11, tasks=3, resources=1, questions=1)


def test_size_is_a_share_of_the_median_guide() -> None:
    whole, bare = pathway(), bare_pathway(path="content/pathways/waiter-to-cook.md")
    sizes = size_of(whole), size_of(bare)
    assert [each.measures for each in sizes] == [(35, 4, 2, 2), (20, 3, 2, 0)]
    # the medians are 27.5, 3.5, 2 and 1: (0.73 + 0.86 + 1 + 0) / 4, and (1.27 + 1.14 + 1 + 2) / 4
    assert thinnest((whole, bare), 5) == (
        ThinGuide(size=sizes[1], percent=64),
        ThinGuide(size=sizes[0], percent=135),
    )
    assert thinnest((whole, bare), 1) == thinnest((whole, bare), 5)[:1]


@pytest.mark.parametrize("guides", [(), (bare_pathway(sections=()),)], ids=["no guide", "empty ones"])
def test_nothing_to_measure_is_no_fault(guides: tuple[object, ...]) -> None:
    assert [each.percent for each in thinnest(guides, 5)] == [0] * len(guides)  # type: ignore[arg-type] # pathways all


def test_equally_thin_guides_are_in_the_order_of_their_files() -> None:
    guides = (bare_pathway(path="b.md"), bare_pathway(path="a.md"))
    assert [each.size.path for each in thinnest(guides, 5)] == ["a.md", "b.md"]
