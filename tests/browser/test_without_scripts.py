"""A guide for a reader without scripts: all of it is there."""

from playwright.sync_api import expect

from tests.browser.addresses import GUIDE
from tests.browser.conftest import OpenPage


def test_every_part_is_visible(page: OpenPage) -> None:
    opened = page(GUIDE, javascript=False)
    headings = opened.locator("h1, h2, h3, h4")
    assert headings.count() > 20
    for heading in headings.all():
        expect(heading).to_be_visible()


def test_boxes_can_be_ticked_and_answers_opened(page: OpenPage) -> None:
    opened = page(GUIDE, javascript=False)
    box = opened.get_by_role("checkbox").first
    box.check()
    expect(box).to_be_checked()
    answer = opened.locator("details").nth(1)
    answer.locator("summary").click()
    expect(answer.locator("p").first).to_be_visible()


def test_table_of_paces_stands_in_for_the_slider(page: OpenPage) -> None:
    opened = page(GUIDE, javascript=False)
    expect(opened.get_by_role("row", name="Hours a week")).to_be_visible()
    expect(opened.get_by_label("Hours you can give each week")).to_be_hidden()
    expect(opened.get_by_role("button", name="Print the plan")).to_be_hidden()


def test_contents_lead_to_their_parts(page: OpenPage) -> None:
    opened = page(GUIDE, javascript=False)
    links = opened.get_by_role("navigation", name="On this page").get_by_role("link").all()
    assert len(links) > 5
    for link in links:
        expect(opened.locator(link.get_attribute("href") or "")).to_have_count(1)
