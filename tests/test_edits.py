"""A place and what should stand there become the edits of a fix."""

import pytest

from site_gen.diagnostic import Edit, Fix, Place
from site_gen.edits import change_line, edit_of, inserting, replacing, value_fix, written_at


def place(excerpt: str, word: str) -> Place:
    return Place(path="content/x.md", line=4, column=excerpt.index(word) + 1, length=len(word), excerpt=excerpt)


def edit(column: int, end: int, text: str) -> Edit:
    return Edit(line=4, column=column, end_line=4, end_column=end, text=text)


def test_what_is_written_at_a_place_is_what_it_covers() -> None:
    assert written_at(place("difficulty: esay # so", "esay")) == "esay"


def test_replacing_covers_the_place_and_is_a_guess_unless_said_otherwise() -> None:
    where = place("difficulty: esay # so", "esay")
    assert edit_of(where, "easy") == edit(13, 17, "easy")
    assert replacing(where, "easy") == Fix(title="write `easy`", edits=(edit(13, 17, "easy"),), safe=False)
    assert replacing(where, "easy", safe=True).safe


def test_inserting_covers_nothing_and_stands_behind_the_place() -> None:
    assert inserting(place("###Why", "###"), " ", safe=True) == Fix(
        title="add ` `", edits=(edit(4, 4, " "),), safe=True
    )


@pytest.mark.parametrize(
    ("line", "covered", "text"),
    [
        ("key: old", "old", "new"),
        ('key: "old"', '"old"', '"new"'),
        ("key: 'old' # why", "'old'", "'new'"),
        ("- {key: old, other: x}", "old", "new"),
    ],
    ids=["bare", "double quotes", "single quotes", "in braces"],
)
def test_a_value_keeps_its_quotes(line: str, covered: str, text: str) -> None:
    where = place(line, covered)
    assert value_fix(where, "old", "new", safe=True) == Fix(
        title="write `new`", edits=(edit(where.column, where.column + where.length, text),), safe=True
    )


@pytest.mark.parametrize(
    ("line", "covered", "old", "new"),
    [
        ('key: "o\\x6cd"', '"o\\x6cd"', "old", "new"),
        ("key: 'it''s'", "'it''s'", "it's", "new"),
        ("key: >-", ">-", "old", "new"),
        ('key: "old', '"old', "old", "new"),
        ("key: 'old'", "'old'", "old", "o'new"),
        ("key: '", "'", "", "new"),
    ],
    ids=["an escape", "a doubled quote", "a block", "over several lines", "the new one has the quote", "a lone quote"],
)
def test_a_value_that_is_not_there_letter_for_letter_has_no_fix(line: str, covered: str, old: str, new: str) -> None:
    assert value_fix(place(line, covered), old, new) is None


def test_a_line_is_changed_by_characters_counted_from_nought() -> None:
    assert change_line(4, 0, 1, "  ", safe=True) == Fix(title="mend the spacing", edits=(edit(1, 2, "  "),), safe=True)
    assert change_line(4, 5, 5, "]") == Fix(title="write `]`", edits=(edit(6, 6, "]"),), safe=False)
