"""The list of all skills."""

import re

from tests.pages.large import built
from tests.pages.rendering import PAGES, render
from tests.samples import bare_pathway, sample


def test_list_has_every_skill_with_who_teaches_and_who_uses_it() -> None:
    html = PAGES["skills.html"]
    assert '<a href="skills/sourdough.html">Sourdough</a> <span class="wraps">1 pathway, 0 roles</span>' in html
    assert html.index("Knife work") < html.index("Patience") < html.index("Sourdough") < html.index("Timing")


def test_site_without_skills_has_no_list() -> None:
    assert "skills.html" not in render(sample(bare_pathway(sections=())))


def test_list_of_a_small_site_has_no_pages() -> None:
    assert 'aria-label="Pages"' not in PAGES["skills.html"]
    assert "page 1" not in PAGES["skills.html"]


def test_many_skills_are_on_several_pages_of_which_the_first_keeps_its_address() -> None:
    files = built()
    pages = [files[address] for address in ("skills.html", *(f"skills/page/{number}.html" for number in range(2, 6)))]
    assert [re.findall(r'<li><a href="[./]*skills/([\w-]+)\.html"', page) for page in pages] == [
        ["2", "habit-2", "habit-ann"],
        ["habit-bea", "habit-cid", "habit-dan"],
        ["habit-eve", "page", "skill-2"],
        ["skill-ann", "skill-bea", "skill-cid"],
        ["skill-dan", "skill-eve"],
    ]
    assert "<title>Skills · Waymark</title>" in pages[0]
    assert "14 skills, page 1 of 5." in pages[0]
    assert "<title>Skills, page 2 of 5 · Waymark</title>" in pages[1]
    assert '<a href="../../skills.html">Skills</a></li><li aria-current="page">Page 2 of 5</li>' in pages[1]
    assert '<a class="button quiet" href="../../skills.html" rel="prev">Previous page</a>' in pages[1]


def test_markdown_of_many_skills_has_the_same_pages() -> None:
    files = built()
    assert files["skills.md"].endswith("[Next page](skills/page/2.md)\n")
    assert files["skills/page/5.md"] == (
        "# Skills, page 5 of 5\n\nHow many pathways teach each, and how many roles bring it along.\n\n"
        "- [Skill dan](../../skills/skill-dan.md): 1 pathway, 0 roles\n"
        "- [Skill eve](../../skills/skill-eve.md): 1 pathway, 0 roles\n"
    )
