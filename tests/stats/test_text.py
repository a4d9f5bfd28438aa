"""The state of the content as text: every part, aligned, within 80 columns."""

from dataclasses import replace

from site_gen.stats.text import text
from tests.stats.reports import EMPTY, FULL


def test_every_part_stands_under_its_title() -> None:
    assert (
        text(FULL)
        == """\
Pathways    12 published, 1 draft, 2 of a later date
Roles       9
Skills      40
Not counted 1 file is left out for errors; see `waymark check`

Pathways by field of the role they lead to
  Field     Roles  Pathways  From other fields
  Software      5        11  Field number 5 5, Field number 4 4, Field number 3
                             3, Field number 2 2, Field number 1 1
  Design        4         1

Roles that no pathway leads to
  role-number-0, role-number-1, role-number-2, role-number-3, role-number-4,
  role-number-5

Roles that no pathway leads from
  potter

Skills spelt in two ways
  JavaScript: JS (2), Javascript (1); one by skills.yaml
  Probability: Probablity (1); nearly equal, counted apart
  SQL: Sql (1); counted as one

Oldest reviews
  2025-01-02   333 days ago  a-to-b
  2025-11-30      1 day ago  c-to-d
  2025-12-01          today  e-to-f
  2025-12-02  still to come  g-to-h

Thinnest guides
  Share of the site's median guide, the mean of four figures: words, tasks,
  resources and questions.
  Share  Words  Tasks  Res.  FAQ  Guide
     9%     80      3     0    0  a-to-b
   101%   1250     31    15    4  c-to-d

Places to fill in
  41  content/pathways/x-to-y.md
   2  content/roles/y.md
"""
    )


def test_a_part_without_anything_says_so() -> None:
    assert (
        text(EMPTY)
        == """\
Pathways    0 published, 0 drafts, 0 of a later date
Roles       0
Skills      0

Pathways by field of the role they lead to
  none

Roles that no pathway leads to
  none

Roles that no pathway leads from
  none

Skills spelt in two ways
  none

Oldest reviews
  none

Thinnest guides
  none

Places to fill in
  none
"""
    )


def test_several_files_that_are_left_out_are_counted() -> None:
    lines = text(replace(EMPTY, uncounted=("a.md", "b.md"))).splitlines()
    assert lines[3] == "Not counted 2 files are left out for errors; see `waymark check`"


def test_lines_fit_a_terminal() -> None:
    assert max(map(len, text(FULL).splitlines())) <= 80
