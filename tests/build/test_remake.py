"""Only what depends on a change is made again: stories of a site with a change, and of what it makes again and why."""

import os
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from site_gen.build.site import build_site
from tests.build.workshop import Workshop, workshop
from tests.sites import options, tree

BAKER, POTTER, WAITER = "pathways/cook-to-baker.md", "pathways/waiter-to-potter.md", "pathways/baker-to-waiter.md"
PATHWAYS = {BAKER, POTTER, WAITER}
ROLE_PAGES = {f"roles/{role}.html" for role in ("baker", "cook", "potter", "waiter")}
ROUTE_PAGES = {f"routes/{pair}.html" for pair in ("baker-to-potter", "cook-to-potter", "cook-to-waiter")}
SKILL_PAGES = {"skills/dough.html", "skills/timing.html"}
LIST_PAGES = {"index.html", "map.html", "compare.html", "skills.html"}
PAGES = {"404.html", "about.html", "routes.html"} | LIST_PAGES | ROLE_PAGES | ROUTE_PAGES | SKILL_PAGES
FIELD = "output:feeds/fields/kitchen.xml"
WITHOUT_ADDRESS = {
    *("output:index.md", "output:map.md", "output:compare.md", "output:skills.md"),
    *("output:graph", "output:redirects", "output:manifest"),
}
"""What shows every pathway and no whole address."""

LISTS = {
    *("output:feed", "output:sitemap", "output:api_index", "output:catalog_csv", "output:redirect_rules", FIELD),
    *(LIST_PAGES | WITHOUT_ADDRESS),
}
"""What shows every pathway."""

PAGE_LISTS = {"output:sitemap", "output:manifest", "output:index.md"}
ROUTE_LIST = {"routes.html", "output:routes.md"}


def lists_of(*roles: str) -> set[str]:
    """What shows the ways in and out of these roles."""
    return {
        name
        for role in roles
        for name in (
            *(f"roles/{role}.html", f"output:roles/{role}.md"),
            *(f"output:api/roles/{role}.json", f"output:feeds/roles/{role}.xml"),
        )
    }


def routes_of(*pairs: str) -> set[str]:
    """What shows the routes between the roles of these pairs."""
    return {
        name
        for pair in pairs
        for name in (f"routes/{pair}.html", f"output:routes/{pair}.md", f"output:api/routes/{pair}.json")
    }


def skills_of(*slugs: str) -> set[str]:
    """What shows these skills."""
    return {
        name
        for slug in slugs
        for name in (f"skills/{slug}.html", f"output:skills/{slug}.md", f"output:api/skills/{slug}.json")
    }


def legs_of(*roles: str) -> set[str]:
    """What scripts of routes ask of these roles."""
    return {f"output:api/legs/{role}.json" for role in roles}


ALL_LISTS = LISTS | lists_of("baker", "cook", "potter", "waiter")
ROUTES = routes_of("baker-to-potter", "cook-to-potter", "cook-to-waiter")
SKILLS = skills_of("dough", "timing")
FEEDS = {each for each in ALL_LISTS if "feed" in each}
SALARY = "{low: 30000, high: 60000, source: Guild}"
PLAIN = "---\ntitle: X\nsummary: Y.\n---\n\nZ.\n"
FAQ = "## FAQ\n\n### Is it hot?\n\nYes.\n"
QUESTIONS = "<p>Own questions</p>"

Act = Callable[[Workshop], object]


def reasons_after(folder: Path, change: Act, before: Act = lambda _: None) -> dict[str, str]:
    """What is made again after a change, and why."""
    site = workshop(folder / "site")
    site.set("base_url", "https://a.example/")
    before(site)
    assert site.build().published
    change(site)
    report = site.build()
    assert report.published, report.diagnostics
    return dict(report.reasons)


def later(site: Workshop) -> None:
    site.today = date(2026, 1, 12)


def with_drafts(site: Workshop) -> None:
    site.drafts = True


def touch(site: Workshop) -> None:
    for file in (site.folder / "content").rglob("*.*"):
        os.utime(file, (1, 1))


NOTHING: dict[str, Act] = {
    "nothing": lambda _: None,
    "every file touched": touch,
    "another day": later,
    "drafts, where there are none": with_drafts,
    "a severity": lambda site: site.set("severity", "{W304: off}"),
    "how long a review is fresh": lambda site: site.set("review_after", "3"),
    "a template that nobody takes in": lambda site: site.write("templates/x.html", "x"),
    "a comment in the settings": lambda site: site.write(
        "content/site.yaml", "# X\nbase_url: https://a.example/\ntitle: Ways\n"
    ),
    "an empty list of names for skills": lambda site: site.write("content/skills.yaml", ""),
    "a draft": lambda site: site.guide("potter-to-cook", front={"draft": "true"}),
}
STORIES: dict[str, tuple[Act, set[str]]] = {
    "a paragraph": (lambda site: site.guide("cook-to-baker", text="Other."), {BAKER}),
    "a heading": (lambda site: site.guide("cook-to-baker", phase="Other"), {BAKER}),
    "a skill to learn": (
        lambda site: site.guide("cook-to-baker", skills=("Other",)),
        {BAKER} | lists_of("cook", "baker") | LISTS | ROUTES | SKILLS | skills_of("other") | legs_of("cook"),
    ),
    "a skill that travels": (
        lambda site: site.guide("cook-to-baker", brings="Other"),
        {BAKER} | lists_of("cook", "baker") | LISTS | ROUTES | SKILLS | skills_of("other") | legs_of("cook"),
    ),
    "a summary": (
        lambda site: site.guide("cook-to-baker", front={"summary": "Other."}),
        {BAKER} | lists_of("cook", "baker") | LISTS | ROUTES | SKILLS | legs_of("cook"),
    ),
    "the pay of a role": (
        lambda site: site.role("cook", front={"salary": SALARY}),
        {"roles/cook.md", BAKER}
        | lists_of("cook", "baker")
        | LISTS
        | ROUTES
        | ROUTE_LIST  # they name the sources of all pay
        | SKILLS
        | legs_of("cook"),
    ),
    "the prose of a role": (
        lambda site: site.role("cook", text="Other."),
        {"roles/cook.md", "roles/cook.html", "output:roles/cook.md"},
    ),
    "a plain page": (
        lambda site: site.write("content/pages/about.md", PLAIN),
        {"pages/about.md", "about.html", "output:about.md", "output:index.md"},
    ),
    "a plain page more": (
        lambda site: site.write("content/pages/more.md", PLAIN),
        {"pages/more.md", "more.html", "output:more.md"} | PAGE_LISTS,
    ),
    "a plain page of the navigation": (
        lambda site: site.write("content/pages/method.md", PLAIN),
        {"pages/method.md", "method.html", "assets", "output:method.md"} | PAGE_LISTS | PAGES | PATHWAYS,
    ),
    "the footer": (lambda site: site.set("footer", "X"), PAGES | PATHWAYS),
    "the hours of a week": (
        lambda site: site.set("hours_per_week", "5"),
        PATHWAYS | ALL_LISTS | ROUTES | SKILLS | legs_of("baker", "cook", "waiter"),
    ),
    "the author": (lambda site: site.set("author", "X"), PATHWAYS | FEEDS | {"output:catalog_csv"}),
    "the base address": (
        lambda site: site.set("base_url", "https://b.example/"),
        PAGES | PATHWAYS | ROUTES | SKILLS | {"output:robots", "output:headers"} | (ALL_LISTS - WITHOUT_ADDRESS),
    ),
    "names of skills": (
        lambda site: site.write("content/skills.yaml", "Dough: [Paste]\n"),
        PATHWAYS
        | ROLE_PAGES
        | ROUTES
        | SKILLS
        | {"skills.html", "output:skills.md"}
        | legs_of("baker", "cook", "waiter")
        | {each for each in ALL_LISTS if each.endswith(".json")},
    ),
    "the style": (lambda site: site.write("templates/assets/print.css", "a {}"), PAGES | PATHWAYS | {"assets"}),
    "a component of roadmaps": (
        lambda site: site.write(
            "templates/components/task_list/task_list.html", "{% macro task_list(tasks) %}{% endmacro %}"
        ),
        PATHWAYS,
    ),
    "the template of plain pages": (
        lambda site: site.write("templates/pages/plain.html", '{% extends "base.html" %}'),
        {"about.html"},
    ),
    "a file that is copied": (lambda site: site.write("content/assets/a.txt", "two"), {"copy:assets/a.txt"}),
    "a pathway more": (
        lambda site: site.guide("potter-to-cook"),
        {"pathways/potter-to-cook.md", POTTER, "roles/baker.html", "roles/waiter.html"}
        | lists_of("potter", "cook")
        | LISTS
        | ROUTES
        | ROUTE_LIST
        | routes_of("baker-to-cook", "potter-to-baker", "potter-to-waiter", "waiter-to-baker", "waiter-to-cook")
        | SKILLS
        | legs_of("potter"),
    ),
    "a pathway more, from a role with others": (
        lambda site: site.guide("cook-to-potter"),
        {"pathways/cook-to-potter.md", BAKER}
        | lists_of("potter", "cook")
        | LISTS
        | routes_of("baker-to-potter", "cook-to-waiter")
        | ROUTE_LIST
        | SKILLS
        | legs_of("cook"),
    ),
    "a pathway less": (
        lambda site: site.remove(f"content/{POTTER}"),
        (
            {WAITER, "roles/baker.html", "roles/cook.html"}
            | lists_of("potter", "waiter")
            | LISTS
            | routes_of("cook-to-waiter")
            | ROUTE_LIST
            | SKILLS
        )
        - {"output:feeds/roles/potter.xml"},
    ),
}


@pytest.mark.parametrize("change", NOTHING.values(), ids=NOTHING)
def test_nothing_is_made_again_where_no_page_can_be_another(tmp_path: Path, change: Act) -> None:
    reasons = reasons_after(tmp_path, change)
    assert {name: why for name, why in reasons.items() if why != "it is new"} == {}
    assert set(reasons) <= {"pathways/potter-to-cook.md"}


@pytest.mark.parametrize(("change", "again"), STORIES.values(), ids=STORIES)
def test_what_depends_on_a_change_is_made_again_and_nothing_else(tmp_path: Path, change: Act, again: set[str]) -> None:
    assert set(reasons_after(tmp_path, change)) == again


def test_the_template_of_a_section_concerns_those_who_have_one(tmp_path: Path) -> None:
    def asked(site: Workshop) -> None:
        site.guide("cook-to-baker", more=FAQ)

    reasons = reasons_after(tmp_path, lambda site: site.write("templates/sections/faq.html", QUESTIONS), asked)
    assert reasons == {BAKER: "the template sections/faq.html has changed"}


def test_a_template_that_is_gone_again_is_a_change(tmp_path: Path) -> None:
    def own(site: Workshop) -> None:
        site.guide("cook-to-baker", more=FAQ)
        site.write("templates/sections/faq.html", QUESTIONS)
        site.write("templates/other.html", "Stays.")

    reasons = reasons_after(tmp_path, lambda site: site.remove("templates/sections/faq.html"), own)
    assert reasons == {BAKER: "the template sections/faq.html has changed"}


def test_hours_of_its_own_make_a_pathway_free_of_those_of_the_site(tmp_path: Path) -> None:
    def own(site: Workshop) -> None:
        site.guide("cook-to-baker", front={"hours_per_week": "4"})

    reasons = reasons_after(tmp_path, lambda site: site.set("hours_per_week", "5"), own)
    why = "the setting `hours_per_week` in content/site.yaml has changed"
    assert {name: each for name, each in reasons.items() if name.startswith("pathways/")} == dict.fromkeys(
        {POTTER, WAITER}, why
    )


def test_a_figure_is_corrected_on_the_line_on_which_it_stands_now(tmp_path: Path) -> None:
    site = workshop(tmp_path)
    site.set("corrections", '"https://code.example/{path}#L{line}"')
    head = "---\nname: Cook\nfamily: Kitchen\n"
    moved = f"{head}# Asked of the guild.\nsalary: {SALARY}\n---\n\n"
    pages = [tmp_path / "output" / name for name in ("pathways/cook-to-baker.html", "roles/cook.html")]

    def lines() -> list[set[str]]:
        return [set(re.findall(r"content/roles/cook\.md#(L\d+)", page.read_text("utf-8"))) for page in pages]

    site.write("content/roles/cook.md", f"{head}salary: {SALARY}\n---\n\nWorks.\n")
    site.build()
    assert lines() == [{"L4"}, {"L4"}]
    site.write("content/roles/cook.md", f"{moved}Works.\n")
    assert site.build().reasons[BAKER] == "the name or a figure of the role `cook` has changed, or moved"
    assert lines() == [{"L5"}, {"L5"}]
    site.write("content/roles/cook.md", f"{moved}Works.\n\nAt night.\n")
    assert set(site.build().reasons) == {"roles/cook.md", "roles/cook.html", "output:roles/cook.md"}


def test_reasons_say_what_has_changed(tmp_path: Path) -> None:
    reasons = reasons_after(tmp_path, lambda site: site.role("cook", front={"salary": SALARY}))
    assert reasons["roles/cook.md"] == "its file has changed"
    assert reasons["roles/cook.html"] == "the role `cook` has changed"
    assert reasons["roles/baker.html"] == "the pathways that lead to `baker` have changed"
    assert reasons[BAKER] == "the name or a figure of the role `cook` has changed, or moved"
    assert reasons["output:feed"] == "a pathway's facts have changed, or one was added or removed"


def test_a_pathway_that_falls_due_and_one_that_is_withdrawn_say_so(tmp_path: Path) -> None:
    site = workshop(tmp_path)
    site.guide("potter-to-cook", front={"published": "2026-01-11"})
    site.build()
    later(site)
    reasons = site.build().reasons
    assert reasons["pathways/potter-to-cook.md"] == "it is published now"
    assert reasons[POTTER] == "the role `potter` has other ways out"
    site.today = date(2026, 1, 10)
    assert site.build().reasons["pathways/potter-to-cook.md"] == "it is no longer published"
    assert not (tmp_path / "output/pathways/potter-to-cook.html").exists()


def test_a_change_of_the_same_size_at_the_same_time_is_seen(tmp_path: Path) -> None:
    site = workshop(tmp_path)
    site.build()
    for name in ("assets/a.txt", BAKER):
        file = tmp_path / "content" / name
        before = file.stat()
        file.write_bytes(file.read_bytes().replace(b"one", b"two").replace(b"Heat is", b"Fear is"))
        os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert set(site.build().reasons) == {BAKER, "copy:assets/a.txt"}
    assert (tmp_path / "output/media/a.txt").read_text() == "two"


def test_an_address_that_is_free_again_goes_to_who_wanted_it(tmp_path: Path) -> None:
    site = workshop(tmp_path)
    site.set("severity", "{W202: off}")
    site.guide("cook-to-baker", front={"aliases": "[media/a.txt]"})
    site.write("content/assets/a.txt.html", "mine")
    site.guide("cook-to-baker", front={"aliases": "[media/a.txt.html]"})
    site.build()
    assert "moved" in (tmp_path / "output/media/a.txt.html").read_text()
    site.guide("cook-to-baker", front={})
    reasons = site.build().reasons
    assert (tmp_path / "output/media/a.txt.html").read_text() == "mine"
    assert reasons["copy:assets/a.txt.html"] == "two ask for one address, and it is given to another of them now"


def test_a_build_of_what_has_not_changed_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = workshop(tmp_path)
    for file in (tmp_path / "content").rglob("*.*"):
        os.utime(file, (1, 1))
    monkeypatch.setattr("site_gen.build.stamps._UNSURE", -(10**12))  # as if some time had gone by
    site.build()

    def state() -> dict[str, tuple[int, int]]:
        folders = [tmp_path, *tmp_path.rglob("*")]
        return {str(path): (path.stat().st_mtime_ns, path.stat().st_ino) for path in folders}

    before = state()
    assert site.build().reasons == {}
    assert state() == before


def test_a_site_that_is_called_otherwise_is_judged_anew(tmp_path: Path) -> None:
    site = workshop(tmp_path)
    site.guide("cook-to-baker", skills=())
    site.build()
    again = build_site(options(tmp_path, today=site.today, shown=Path("here")))
    assert {each.place.path.partition("/")[0] for each in again.diagnostics} == {"here"}
    assert set(again.reasons.values()) == {"the site folder was called otherwise"}
    site.remove(f"content/{POTTER}")
    site.build()
    assert not (tmp_path / "output/pathways/waiter-to-potter.html").exists()


def test_two_output_folders_are_two_builds(tmp_path: Path) -> None:
    site = workshop(tmp_path)
    site.build()
    other = options(tmp_path, today=site.today, output=tmp_path / "other")
    assert set(build_site(other).reasons.values()) == {"it is new"}
    assert (build_site(other).reasons, site.build().reasons) == ({}, {})
    assert tree(tmp_path / "other") == tree(tmp_path / "output")


def test_an_output_that_somebody_has_touched_is_built_whole(tmp_path: Path) -> None:
    site = workshop(tmp_path)
    site.build()
    whole = tree(tmp_path / "output")
    (tmp_path / "output/index.html").write_text("mine")
    reasons = set(site.build().reasons.values())
    assert reasons == {"the last build was made by another version, or what it has left was changed"}
    assert tree(tmp_path / "output") == whole


def test_a_fault_of_the_names_of_skills_silences_what_is_judged_by_them(tmp_path: Path) -> None:
    """There were no names before, nor are there any now: only that nobody knows them is new."""
    site = workshop(tmp_path / "site")
    site.guide("cook-to-baker", brings="Dough")
    before = {each.fault.name for each in site.build().diagnostics}
    site.write("content/skills.yaml", "Dough: [Dough\n")
    now = site.build().diagnostics
    assert now == site.build_clean(tmp_path / "clean").diagnostics
    assert before - {each.fault.name for each in now}
