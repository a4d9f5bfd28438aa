"""Fixes change what their edits cover, in bytes, and nothing else; of two that touch, the first is applied."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_gen.diagnostic import Edit, Fix
from site_gen.fixing import Fixed, apply_fixes


def fix(*edits: tuple[int, int, int, int, str]) -> Fix:
    """A fix of edits given as line, column, end line, end column and text."""
    made = tuple(Edit(line=a, column=b, end_line=c, end_column=d, text=text) for a, b, c, d, text in edits)
    return Fix(title="mend", edits=made, safe=True)


def test_no_fix_changes_nothing() -> None:
    raw = b"\xef\xbb\xbfa\r\nb\rc\n"
    assert apply_fixes(raw, []) == Fixed(raw=raw, applied=())


@pytest.mark.parametrize(
    ("raw", "one", "wanted"),
    [
        (b"one\ntwo\n", (2, 1, 2, 4, "2"), b"one\n2\n"),
        (b"one\r\ntwo\r\n", (2, 1, 2, 4, "2"), b"one\r\n2\r\n"),
        (b"one\rtwo\r", (2, 1, 2, 4, "2"), b"one\r2\r"),
        (b"one\r\ntwo\nthree\r\n\rfive", (5, 1, 5, 5, "5"), b"one\r\ntwo\nthree\r\n\r5"),
        (b"\xef\xbb\xbfone\n", (1, 1, 1, 4, "1"), b"\xef\xbb\xbf1\n"),
        ("é日🎉x".encode(), (1, 4, 1, 5, "y"), "é日🎉y".encode()),
        (b"one", (1, 4, 1, 4, "!"), b"one!"),
        (b"one\r\ntwo", (1, 4, 1, 4, "\nand"), b"one\r\nand\r\ntwo"),
        (b"one", (1, 4, 1, 4, "\nand"), b"one\nand"),
        (b"one\r\ntwo\r\nthree", (1, 4, 2, 4, ""), b"one\r\nthree"),
        (b"one\r\ntwo", (1, 9, 1, 99, "!"), b"one!\r\ntwo"),
        (b"one\n", (9, 1, 9, 1, "two\n"), b"one\ntwo\n"),
    ],
    ids=[
        "line feeds",
        "carriage returns and line feeds",
        "carriage returns",
        "all of them, and no line end at the end",
        "a mark at the beginning",
        "characters of many bytes",
        "at the end of the file",
        "a new line ends as the others do",
        "a new line in a file of one",
        "over several lines",
        "past the end of a line",
        "past the end of the file",
    ],
)
def test_an_edit_changes_what_it_covers(raw: bytes, one: tuple[int, int, int, int, str], wanted: bytes) -> None:
    assert apply_fixes(raw, [fix(one)]) == Fixed(raw=wanted, applied=(fix(one),))


ABC = fix((1, 1, 1, 4, "ABC"))


@pytest.mark.parametrize(
    "other",
    [
        ABC,
        fix((1, 2, 1, 3, "x")),
        fix((1, 3, 1, 6, "x")),
        fix((1, 4, 1, 5, "x")),
        fix((1, 4, 1, 4, "x")),
        fix((1, 1, 1, 1, "x")),
        fix((2, 1, 2, 2, "x"), (1, 3, 1, 4, "y")),
    ],
    ids=["equal", "inside", "overlapping", "touching", "inserted behind", "inserted before", "with one edit of two"],
)
def test_a_fix_that_touches_an_earlier_one_is_left_for_another_time(other: Fix) -> None:
    raw = b"abcdefg\nh\n"
    assert apply_fixes(raw, [ABC, other]) == Fixed(raw=b"ABCdefg\nh\n", applied=(ABC,))


def test_two_insertions_at_one_place_are_made_one_after_the_other() -> None:
    one, two = fix((1, 2, 1, 2, "x")), fix((1, 2, 1, 2, "y"))
    assert apply_fixes(b"ab", [one, two]) == Fixed(raw=b"axb", applied=(one,))


def test_all_edits_of_a_fix_are_applied_in_whatever_order() -> None:
    both = fix((2, 1, 2, 2, "X"), (1, 1, 1, 2, "Y"))
    assert apply_fixes(b"ab\ncd", [both]) == Fixed(raw=b"Yb\nXd", applied=(both,))


def test_a_fix_whose_own_edits_touch_is_applied() -> None:
    both = fix((1, 1, 1, 2, ""), (1, 2, 1, 3, "x"))
    assert apply_fixes(b"abc", [both]) == Fixed(raw=b"xc", applied=(both,))


@pytest.mark.parametrize(
    "broken",
    [fix((1, 1, 1, 3, "x"), (1, 2, 1, 4, "y")), fix((1, 2, 1, 2, "x"), (1, 2, 1, 2, "x"))],
    ids=["two edits of one character", "one insertion twice"],
)
def test_a_fix_whose_own_edits_overlap_is_not_applied(broken: Fix) -> None:
    assert apply_fixes(b"abcd", [broken]) == Fixed(raw=b"abcd", applied=())


def test_a_hundred_thousand_edits_take_no_time() -> None:
    many = fix(*((1, at, 1, at + 1, "") for at in range(1, 200_000, 2)))
    start = time.process_time()
    assert apply_fixes(b"ab" * 100_000, [many]).raw == b"b" * 100_000
    assert time.process_time() - start < 5


positions = st.tuples(st.integers(1, 5), st.integers(1, 8))
edits = st.tuples(positions, positions, st.sampled_from(("", "x", "yz", "\n", "é")))
texts = st.lists(st.sampled_from(("", "a", "bcd", "é日🎉", "\t\u00a0", "efghij")), max_size=5)
line_ends = st.lists(st.sampled_from(("\n", "\r\n", "\r")), min_size=5, max_size=5)


def made(raw: tuple[tuple[tuple[int, int], tuple[int, int], str], ...]) -> Fix:
    return fix(*((*min(one, two), *max(one, two), text) for one, two, text in raw))


@given(
    texts, line_ends, st.booleans(), st.lists(st.lists(edits, min_size=1, max_size=3).map(tuple).map(made), max_size=6)
)
@settings(deadline=None, max_examples=300)
def test_any_fixes_are_applied_whole_or_not_at_all_and_leave_the_rest(
    lines: list[str], ends: list[str], has_mark: bool, fixes: list[Fix]
) -> None:
    raw = (b"\xef\xbb\xbf" if has_mark else b"") + "".join(map("".join, zip(lines, ends, strict=False))).encode()
    fixed = apply_fixes(raw, fixes)
    assert fixed.raw.startswith(b"\xef\xbb\xbf") == (has_mark or raw.startswith(b"\xef\xbb\xbf"))
    assert fixed.raw.decode() is not None
    one_by_one = apply_fixes(raw, fixed.applied)
    assert one_by_one == fixed, "what is applied does not depend on what is not"
    backwards = apply_fixes(raw, fixed.applied[::-1])
    assert backwards.raw == fixed.raw, "nor on the order"
    removed = sum(len(each.text) for one in fixed.applied for each in one.edits)
    assert len(fixed.raw.decode()) <= len(raw.decode()) + 2 * removed
    for each in fixes:
        if each not in fixed.applied:
            assert each not in apply_fixes(raw, [*fixed.applied, each]).applied, "and it is all that can be applied"
