"""What scripts add to a guide: ticks that stay, a pace of one's own, a theme, answers on paper."""

import re

from playwright.sync_api import Page, expect

from tests.browser.addresses import GUIDE
from tests.browser.conftest import OpenPage


def boxes(opened: Page) -> int:
    return opened.get_by_role("checkbox").count()


def test_ticks_survive_a_reload(page: OpenPage) -> None:
    opened = page(GUIDE)
    phase = opened.locator(".phase").first
    for box in phase.get_by_role("checkbox").all():
        box.check()
    count = phase.get_by_role("checkbox").count()
    opened.reload()
    expect(phase.locator(".is-done")).to_have_text(f"{count}/{count} done")
    expect(opened.locator("#wm-count")).to_have_text(f"{count}/{boxes(opened)} done")


def test_ticks_belong_to_their_guide(page: OpenPage) -> None:
    opened = page(GUIDE)
    opened.get_by_role("checkbox").first.check()
    opened.goto(opened.url.replace("algorithm-engineer", "data-engineer"))
    expect(opened.locator("#wm-count")).to_have_text(f"0/{boxes(opened)} done")


def test_ticks_can_be_cleared_after_a_question(page: OpenPage) -> None:
    opened = page(GUIDE)
    opened.get_by_role("checkbox").first.check()
    opened.once("dialog", lambda dialog: dialog.dismiss())
    opened.get_by_role("button", name="Clear my ticks").click()
    expect(opened.get_by_role("checkbox").first).to_be_checked()
    opened.once("dialog", lambda dialog: dialog.accept())
    opened.get_by_role("button", name="Clear my ticks").click()
    opened.reload()
    expect(opened.get_by_role("checkbox").first).not_to_be_checked()


def test_guide_works_where_nothing_may_be_kept(page: OpenPage) -> None:
    opened = page("about.html")
    opened.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('denied'); } })")
    opened.goto(opened.url.replace("about.html", GUIDE))
    opened.get_by_role("checkbox").first.check()
    expect(opened.locator("#wm-count")).to_have_text(f"1/{boxes(opened)} done")


def test_labels_are_the_same_before_and_after_the_script(page: OpenPage) -> None:
    written = page(GUIDE, javascript=False).locator(".when, .axis text, #wm-total").all_text_contents()
    assert page(GUIDE).locator(".when, .axis text, #wm-total").all_text_contents() == written


def test_half_the_hours_take_twice_the_weeks(page: OpenPage) -> None:
    opened = page(GUIDE)
    slider = opened.get_by_label("Hours you can give each week")
    expect(slider).to_have_value("10")
    total = re.search(r"(\d+) weeks", opened.locator("#wm-total").inner_text())
    assert total is not None
    for _ in range(5):
        slider.press("ArrowLeft")
    weeks = 2 * int(total[1])
    expect(opened.locator("#wm-total")).to_contain_text(f"{weeks} weeks at 5 hours a week")
    expect(opened.locator(".timeline .when").last).to_have_text(re.compile(rf"–{weeks}$"))
    expect(slider).to_have_attribute("aria-valuetext", f"5 hours a week, {weeks} weeks")
    expect(opened.locator("#wm-finish")).to_contain_text("you finish around")
    opened.reload()
    expect(slider).to_have_value("5")


def test_pace_of_one_is_not_many(page: OpenPage) -> None:
    opened = page(GUIDE)
    total = re.search(r"(\d+) weeks", opened.locator("#wm-total").inner_text())
    assert total is not None
    slider = opened.get_by_label("Hours you can give each week")
    weeks = 10 * int(total[1])
    slider.evaluate("each => { each.min = 1; each.value = 1; each.dispatchEvent(new Event('change')); }")
    expect(opened.locator("#wm-total")).to_contain_text(f"{weeks} weeks at 1 hour a week.")
    expect(slider).to_have_attribute("aria-valuetext", f"1 hour a week, {weeks} weeks")


def test_finish_reads_in_the_order_of_the_review(page: OpenPage) -> None:
    opened = page(GUIDE)
    date = r"[A-Z][a-z]+ \d{1,2}, \d{4}"
    finish = rf"^Start today, never miss a week, and you finish around {date}\.$"
    expect(opened.locator("#wm-finish")).to_have_text(re.compile(finish))
    expect(opened.get_by_text("Reviewed")).to_contain_text(re.compile(rf"Reviewed {date}"))


def test_theme_stays_chosen(page: OpenPage) -> None:
    opened = page(GUIDE)
    opened.get_by_label("Theme").select_option("dark")
    opened.reload()
    assert opened.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"
    expect(opened.get_by_label("Theme")).to_have_value("dark")


def test_paper_shows_every_answer_and_screen_closes_them_again(page: OpenPage) -> None:
    opened = page(GUIDE)
    total = opened.locator("details").count()
    opened.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(opened.locator("details[open]")).to_have_count(total)
    opened.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(opened.locator("details[open]")).to_have_count(1)


def test_note_on_ticks_stays_off_paper(page: OpenPage) -> None:
    opened = page(GUIDE)
    note = opened.get_by_text("Tick tasks as you go")
    expect(note).to_be_visible()
    opened.emulate_media(media="print")
    expect(note).to_be_hidden()
