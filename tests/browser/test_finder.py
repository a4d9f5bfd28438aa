"""The finder of the front page: choosing, loosening, going back, opening a shared address, by keyboard alone."""

import re

from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import OpenPage, await_roles

NONE = "No single pathway fits: the longer of its months counts. Below is what would."


def status(opened: Page) -> str:
    return opened.locator("#wm-status").inner_text().strip()


def titles(opened: Page) -> list[str]:
    return [each.inner_text().replace("\n", " ") for each in opened.locator("#wm-cards h3").all()]


def test_finder_says_how_many_there_are_in_all(page: OpenPage) -> None:
    opened = page("index.html")
    expect(opened.locator("#wm-status")).to_have_text(re.compile(r"^\d+ pathways in all$"))
    expect(opened.locator("#wm-results")).to_be_hidden()


def test_choice_filters_as_one_chooses_and_stands_in_the_address(page: OpenPage) -> None:
    opened = page("index.html")
    opened.get_by_label("I am a").select_option(label="IT Support Specialist")
    expect(opened.locator("#wm-status")).to_have_text(re.compile(r"^2 of \d+ pathways$"))
    assert opened.url.endswith("index.html?from=it-support-specialist")
    opened.get_by_label("Months I have").select_option("12")
    expect(opened.locator("#wm-status")).to_have_text(NONE)
    opened.go_back()
    expect(opened.locator("#wm-status")).to_have_text(re.compile(r"^2 of \d+ pathways$"))
    expect(opened.get_by_label("Months I have")).to_have_value("")
    opened.go_back()
    expect(opened.locator("#wm-results")).to_be_hidden()


def test_what_was_found_looks_like_the_cards_of_the_page(page: OpenPage) -> None:
    opened = page("index.html")
    opened.evaluate("for (const each of document.querySelectorAll('.cards')) each.style.contentVisibility = 'visible'")
    built = {
        each.locator("a").get_attribute("href"): each.inner_text()
        for each in opened.locator("[data-lists] .card").all()
    }
    assert len(built) > 40
    opened.get_by_label("Difficulty").select_option("4")
    opened.get_by_role("button", name="Show more").click()
    opened.get_by_role("button", name="Show more").click()
    expect(opened.get_by_role("button", name="Show more")).to_be_hidden()
    found = {
        each.locator("a").evaluate("link => link.href.split('/guides/')[1]"): each.inner_text()
        for each in opened.locator("#wm-cards .card").all()
    }
    shown = {href: text.replace("\n", " ") for href, text in found.items()}
    opened.get_by_role("button", name="Clear").click()
    assert shown == {href: text.replace("\n", " ") for href, text in built.items()}


def test_where_nothing_matches_it_says_what_to_loosen_and_which_route_would_do(page: OpenPage) -> None:
    opened = page("index.html?from=photographer&to=ux-designer&months=24")
    results = opened.locator("#wm-results")
    expect(results.get_by_role("link", name="By way of Graphic Designer: 15–20 months")).to_be_visible()
    assert status(opened) == NONE
    results.get_by_role("button", name="Leading to any role: 2 pathways").click()
    assert titles(opened) == ["Photographer to Graphic Designer", "Photographer to Video Editor"]
    assert opened.evaluate("document.activeElement.id") == "wm-found"
    assert "to=" not in opened.url


def test_route_that_takes_too_long_is_named_as_the_quickest(page: OpenPage) -> None:
    opened = page("index.html?from=photographer&to=ux-designer&months=6")
    expect(opened.locator("#wm-none")).to_contain_text("No route takes so little.")
    expect(opened.locator("#wm-none a")).to_have_count(1)


def test_where_two_pathways_lead_within_the_months_is_said_below(page: OpenPage) -> None:
    opened = page("index.html?from=it-support-specialist&months=24")
    onward = opened.locator("#wm-onward a")
    expect(onward).to_have_text(
        [
            "Database Administrator, by way of Systems Administrator: 16–21 months, about $104,620 a year",
            "DevOps Engineer, by way of Systems Administrator: 17–23 months, about $135,980 a year",
            "Security Analyst, by way of Systems Administrator: 18–23 months, about $129,180 a year",
        ]
    )
    opened.get_by_label("Months I have").select_option("18")
    expect(onward).to_have_count(0)
    expect(opened.locator("#wm-onward")).to_be_hidden()


def test_roles_that_nothing_connects_are_said_to_be(page: OpenPage) -> None:
    opened = page("index.html?from=ux-designer&to=electrician")
    expect(opened.locator("#wm-none")).to_contain_text(
        "No route of up to four pathways leads from UX Designer to Electrician."
    )


def test_finder_leads_on_to_comparing_and_to_roles_further_away(page: OpenPage) -> None:
    opened = page("index.html?from=it-support-specialist")
    compare = opened.get_by_role("link", name="Compare these two")
    expect(compare).to_have_attribute("href", re.compile(r"compare\.html\?way=it-support-specialist-to-.*&way="))
    opened.get_by_role("link", name="Further on from IT Support Specialist, over several pathways").click()
    assert opened.url.endswith("roles/it-support-specialist.html#wm-further")
    expect(opened.locator("#wm-further")).to_have_text("Two steps away")


def test_keyboard_alone_chooses_and_reaches_what_was_found(page: OpenPage) -> None:
    opened = page("index.html")
    await_roles(opened)
    opened.get_by_label("I am a").focus()
    opened.keyboard.type("Photog")
    for _ in range(4):
        opened.keyboard.press("Tab")
    assert opened.evaluate("document.activeElement.textContent") == "Show"
    opened.keyboard.press("Enter")
    assert opened.evaluate("document.activeElement.id") == "wm-found"
    opened.keyboard.press("Tab")
    opened.keyboard.press("Enter")
    opened.wait_for_url("**/pathways/photographer-to-*.html")


def test_finder_that_cannot_load_leaves_the_lists(page: OpenPage) -> None:
    opened = page("about.html")
    opened.route("**/api/graph.json", lambda route: route.abort())
    opened.goto("index.html")
    expect(opened.locator("#wm-status")).to_have_text("The finder could not load. The lists below work without it.")
    expect(opened.locator("#wm-finder select")).to_have_count(0)
    expect(opened.locator("[data-lists] .card").first).to_be_visible()


def test_without_scripts_roles_are_links(page: OpenPage) -> None:
    opened = page("index.html", javascript=False)
    expect(opened.locator("#wm-finder")).to_be_hidden()
    expect(opened.get_by_role("navigation", name="Start from your role")).to_be_visible()
    expect(opened.locator("#wm-roles")).to_be_visible()


def test_nothing_moves_when_the_finder_has_loaded(page: OpenPage) -> None:
    opened = page("index.html", viewport=(360, 800))
    opened.evaluate(
        """() => {
            window.shift = 0;
            new PerformanceObserver(list => {
                for (const each of list.getEntries()) if (!each.hadRecentInput) window.shift += each.value;
            }).observe({type: 'layout-shift', buffered: true});
        }"""
    )
    expect(opened.locator("#wm-status")).to_contain_text("in all")
    opened.wait_for_timeout(200)
    assert opened.evaluate("window.shift") == 0


def test_what_is_chosen_before_the_script_has_come_is_found(page: OpenPage) -> None:
    opened = page("about.html")
    held: list[Route] = []
    opened.route("**/finder.js", lambda route: held.append(route))  # noqa: PLW0108 - a method of a list takes no marks
    with opened.expect_request("**/finder.js"):
        opened.goto("index.html")
    opened.get_by_label("Difficulty").select_option("2")
    held[0].continue_()
    expect(opened).to_have_url(re.compile(r"\?difficulty=2$"))
    expect(opened.get_by_label("Difficulty")).to_have_value("2")
