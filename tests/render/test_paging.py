"""Long lists cut into pages."""

import pytest

from site_gen.render.paging import leaves, onward

ACUTE = "\N{COMBINING ACUTE ACCENT}"


def test_a_list_that_fits_is_one_page_without_a_number() -> None:
    (leaf,) = leaves(3, size=3, first="skills.html", folder="skills/page", names=["a", "b", "c"])
    assert (leaf.address, leaf.place, leaf.ordinal, leaf.before, leaf.behind, leaf.labels) == (
        "skills.html", "", "", "", "", (),
    )  # fmt: skip
    assert leaf.part_of("abc") == "abc"
    assert onward(leaf) == []


def test_an_empty_list_has_a_page_all_the_same() -> None:
    (leaf,) = leaves(0, size=3, first="skills.html", folder="skills/page")
    assert leaf.part_of("") == ""


def test_first_page_keeps_the_address_and_the_title_of_the_list() -> None:
    first, second, third = leaves(5, size=2, first="skills.html", folder="skills/page")
    assert first.addresses == ("skills.html", "skills/page/2.html", "skills/page/3.html")
    assert [each.ordinal for each in (first, second, third)] == ["", ", page 2 of 3", ", page 3 of 3"]
    assert [each.part_of("abcde") for each in (first, second, third)] == ["ab", "cd", "e"]


def test_each_page_knows_those_beside_it() -> None:
    first, second, third = leaves(5, size=2, first="skills.html", folder="skills/page")
    assert [(each.before, each.behind) for each in (first, second, third)] == [
        ("", "skills/page/2.html"),
        ("skills.html", "skills/page/3.html"),
        ("skills/page/2.html", ""),
    ]
    assert onward(first) == ["[Next page](skills/page/2.md)"]
    assert onward(second) == ["[Next page](../../skills/page/3.md)"]


@pytest.mark.parametrize(
    ("names", "labels"),
    [
        pytest.param(["Ann", "Bea", "Cid", "Dan"], ("A–B", "C–D"), id="one-letter-tells"),
        pytest.param(["Ann", "Cab", "Cid", "Dan"], ("A–Ca", "Ci–D"), id="two-letters-tell"),
        pytest.param(["sand", "Sand box", "sandy", "Tom"], ("s–Sand", "sand–T"), id="no-more-than-four-letters"),
        pytest.param(["SQL", "SQL 2", "SQL 3"], ("S–SQL", "SQL"), id="a-page-of-one"),
        pytest.param(["Ab", "Ab", "Ab", "Ab"], ("A–Ab", "Ab"), id="the-same-name"),
        pytest.param(["A", f"e{ACUTE}te", "f", "g"], (f"A–e{ACUTE}", "f–g"), id="a-letter-with-its-mark"),
    ],
)  # fmt: skip
def test_pages_in_the_order_of_names_say_between_which(names: list[str], labels: tuple[str, ...]) -> None:
    pages = leaves(len(names), size=2, first="a.html", folder="a", names=names)
    assert pages[0].labels == labels
