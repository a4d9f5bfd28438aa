"""Pathways and routes side by side: adding, removing, going back, a shared address, by keyboard alone."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage, await_roles

ANALYST = "it-support-specialist-to-security-analyst"
ROUTE = "it-support-specialist-to-systems-administrator,systems-administrator-to-devops-engineer"


def cells(opened: Page, row: str) -> list[str]:
    return [each.inner_text() for each in opened.locator(f"[data-row={row}] td").all()]


def status(opened: Page, text: str) -> None:
    expect(opened.locator("#wm-status")).to_have_text(text)


def test_nothing_chosen_shows_the_table_of_all(page: OpenPage) -> None:
    opened = page("compare.html")
    await_roles(opened)
    status(opened, "Choose two roles and add the way between them.")
    expect(opened.locator("#wm-compare")).to_be_hidden()
    expect(opened.locator(".all tbody tr")).to_have_count(52)


def test_shared_address_puts_a_pathway_beside_a_route(page: OpenPage) -> None:
    opened = page(f"compare.html?way={ANALYST}&way={ROUTE}")
    status(opened, "2 ways side by side.")
    links = opened.locator("[data-row=title] a")
    assert links.all_inner_texts() == [
        "IT Support Specialist to Security Analyst",
        "IT Support Specialist to Systems Administrator",
        "Systems Administrator to DevOps Engineer",
    ]
    assert cells(opened, "time") == ["shortest 12–15 months", "17–23 months"]
    hours = cells(opened, "hours")
    assert hours[0] == "least study 480 hours"
    assert hours[1].startswith("723 hours")
    assert "137 hours saved: what is learnt once is counted once" in hours[1]
    assert cells(opened, "then")[1].startswith("highest pay $105,210 to $171,980")
    assert "Median to median, $61,860 to $129,280: +109%." not in cells(opened, "change")[0]
    assert "Median to median, $61,860 to $129,180: +109%." in cells(opened, "change")[0]
    assert cells(opened, "source")[0] == "BLS OEWS, United States, May 2025"
    assert cells(opened, "gate") == ["No certificate, license or degree required"] * 2


def test_figures_are_those_of_the_pathway_pages(page: OpenPage) -> None:
    opened = page(f"compare.html?way={ANALYST}")
    status(opened, "1 way side by side.")
    own = page(f"pathways/{ANALYST}.html")
    facts = own.locator(".key-facts dd").all_inner_texts()
    workings = dict(
        zip(own.locator(".workings dt").all_inner_texts(), own.locator(".workings dd").all_inner_texts(), strict=True)
    )
    assert cells(opened, "time") == [next(each for each in facts if "months" in each).split("\n")[0]]
    assert workings["Difficulty"].startswith(cells(opened, "difficulty")[0].split("\n")[-1])
    assert workings["Demand"].startswith(cells(opened, "demand")[0].split("\n")[-1])


def test_ways_are_added_removed_and_brought_back(page: OpenPage) -> None:
    opened = page("compare.html")
    opened.get_by_label("I am a").select_option(label="Photographer")
    opened.get_by_label("I want to be a").select_option(label="UX Designer")
    opened.get_by_role("button", name="Add").click()
    status(opened, "1 way side by side.")
    assert opened.url.endswith("?way=photographer-to-graphic-designer,graphic-designer-to-ux-designer")
    opened.get_by_role("button", name="Add").click()
    status(opened, "It stands in the table already.")
    opened.get_by_label("I want to be a").select_option(label="Video Editor")
    opened.get_by_role("button", name="Add").click()
    status(opened, "2 ways side by side.")
    opened.get_by_role("button", name="Remove Photographer → Video Editor").click()
    status(opened, "1 way side by side.")
    opened.go_back()
    status(opened, "2 ways side by side.")


def test_no_more_than_three_ways_stand_side_by_side(page: OpenPage) -> None:
    opened = page(f"compare.html?way={ANALYST}&way={ROUTE}&way=journalist-to-video-editor")
    status(opened, "Three ways stand side by side. Remove one to add another.")
    opened.get_by_label("I am a").select_option(label="Photographer")
    opened.get_by_label("I want to be a").select_option(label="Video Editor")
    opened.get_by_role("button", name="Add").click()
    status(opened, "Three ways stand side by side. Remove one to add another.")
    assert len(cells(opened, "time")) == 3


@pytest.mark.parametrize(
    "query",
    [
        pytest.param("way=nobody-to-nowhere", id="no-such-pathway"),
        pytest.param(f"way={ANALYST},{ANALYST}", id="pathways-that-do-not-meet"),
        pytest.param("way=%3Cimg%20src%3Dx%3E", id="markup"),
    ],
)
def test_address_of_nothing_says_so(page: OpenPage, query: str) -> None:
    opened = page(f"compare.html?{query}")
    status(opened, "A pathway of this address is not here any more.")
    expect(opened.locator("#wm-compare")).to_be_hidden()


def test_keyboard_alone_adds_and_removes(page: OpenPage) -> None:
    opened = page("compare.html")
    await_roles(opened)
    opened.get_by_label("I am a").focus()
    opened.keyboard.type("Photog")
    opened.keyboard.press("Tab")
    opened.keyboard.type("Video")
    opened.keyboard.press("Tab")
    opened.keyboard.press("Enter")
    status(opened, "1 way side by side.")
    for _ in range(2):
        opened.keyboard.press("Tab")
    assert opened.evaluate("document.activeElement.textContent") == "Remove"
    opened.keyboard.press("Enter")
    status(opened, "Choose two roles and add the way between them.")
    assert opened.evaluate("document.activeElement.id") == "wm-from"


def test_without_scripts_all_pathways_stand_in_one_table(page: OpenPage) -> None:
    opened = page("compare.html", javascript=False)
    expect(opened.locator("#wm-add")).to_be_hidden()
    expect(opened.locator("#wm-compare")).to_be_hidden()
    expect(opened.locator(".all tbody tr")).to_have_count(52)


def test_pathway_page_leads_to_its_comparison(page: OpenPage) -> None:
    opened = page(f"pathways/{ANALYST}.html")
    opened.get_by_role("link", name="Compare it").click()
    status(opened, "1 way side by side.")
