"""The list of all skills."""

from tests.pages.rendering import PAGES, render
from tests.samples import bare_pathway, sample


def test_list_has_every_skill_with_who_teaches_and_who_uses_it() -> None:
    html = PAGES["skills.html"]
    assert '<a href="skills/sourdough.html">Sourdough</a> <span class="wraps">1 pathway, 0 roles</span>' in html
    assert html.index("Knife work") < html.index("Patience") < html.index("Sourdough") < html.index("Timing")


def test_site_without_skills_has_no_list() -> None:
    assert "skills.html" not in render(sample(bare_pathway(sections=())))
