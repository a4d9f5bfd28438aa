"""Headings find their sections, and tasks keep their ids."""

import pytest

from site_gen.model.section import ActionPlan, HorizonPlan
from site_gen.sections import section_types, section_types_by_title, title_key
from tests.said import read_section


def test_every_heading_names_one_section() -> None:
    titles = [title_key(title) for each in section_types() for title in each.titles]
    assert sorted(titles) == sorted(section_types_by_title())


def test_every_section_is_named_after_its_file() -> None:
    assert [each.kind for each in section_types()] == [
        "action_plan",
        "call_to_action",
        "faq",
        "overview",
        "reality_check",
        "roadmap",
        "skills_to_learn",
        "transferable_skills",
    ]


@pytest.mark.parametrize(
    "title",
    [
        "Reality check",
        "REALITY CHECK",
        "Your reality check:",
        "The  Reality\tcheck!",
        "4. Reality check",
        "4) Reality check",
        "🔍 Reality check",
        "⚠️ Reality check (honest)",
        "Reality check ✨ :",
    ],
)
def test_usual_variants_of_a_heading_have_one_key(title: str) -> None:
    assert title_key(title) == "reality check"


@pytest.mark.parametrize(
    ("title", "key"),
    [("Next 90 days", "next 90 days"), ("7 habits", "7 habits"), ("Theory", "theory"), ("", "")],
)
def test_key_keeps_what_is_the_name(title: str, key: str) -> None:
    assert title_key(title) == key


def tasks(entries: str) -> tuple[list[HorizonPlan], list[str]]:
    value, found = read_section(f"## Action plan\n\n### This week\n\n{entries}\n")
    assert isinstance(value, ActionPlan)
    return list(value.horizons), found


def test_task_is_its_first_paragraph_and_the_rest_is_detail() -> None:
    (horizon,), found = tasks("- Do *a*.\n  - First b.\n\n  Then c.\n- Do d.\n\n1. Do e.")
    assert found == []
    assert [task.prose.html for task in horizon.tasks] == ["Do <em>a</em>.", "Do d.", "Do e."]
    assert horizon.tasks[0].detail.html == "<ul>\n<li>First b.</li>\n</ul>\n<p>Then c.</p>"
    assert not horizon.tasks[1].detail


def test_task_may_begin_with_a_block() -> None:
    (horizon,), _ = tasks("- ```\n  code\n  ```")
    assert (horizon.tasks[0].prose.html, horizon.tasks[0].detail.html) == ("", "<pre><code>code\n</code></pre>")


@pytest.mark.parametrize("box", ["[ ]", "[x]", "[X]"])
def test_box_of_a_task_list_is_the_pages_own(box: str) -> None:
    (horizon,), _ = tasks(f"- {box} Do [it] all.")
    assert horizon.tasks[0].prose.html == "Do [it] all."


def test_empty_entry_is_reported_and_left_out() -> None:
    (horizon,), found = tasks("- a\n-\n- b")
    assert [task.prose.html for task in horizon.tasks] == ["a", "b"]
    assert found == ["15:2+1 W123 the list entry is empty -- write something after its sign, or remove it"]
