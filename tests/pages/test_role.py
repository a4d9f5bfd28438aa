"""The page of a role."""

import re
from dataclasses import replace

import pytest

from site_gen.diagnostic import Place
from site_gen.pages import role as role_page
from site_gen.render import long_lists
from tests.pages.rendering import PAGES, render
from tests.samples import BAKER, COOK, SITE, WAITER, pathway, sample


def test_role_lists_its_ways_in_and_out() -> None:
    cook = PAGES["roles/cook.html"]
    assert "1 in, 1 out" in cook
    assert cook.index('id="wm-in"') < cook.index("waiter-to-cook.html") < cook.index('id="wm-out"')


def test_role_names_its_occupation_its_fit_and_its_outlook() -> None:
    cook = PAGES["roles/cook.html"]
    assert "Cooks, Restaurant (35-2014), the nearest occupation with figures of its own." in cook
    assert "Employment is projected to grow 6% in 2024–34, with 1,200 openings a year (Guild outlook)." in cook
    assert "Kitchen. Also called Chef de partie." in cook


def test_skills_travel_along_the_ways_out() -> None:
    assert '<a href="../skills/knife-work.html">Knife work</a>' in PAGES["roles/cook.html"]
    assert 'id="wm-skills"' not in PAGES["roles/baker.html"]


def test_one_way_out_is_not_counted_among_ways() -> None:
    assert "<p>Of what Cooks already know, the one way out makes use of the following.</p>" in PAGES["roles/cook.html"]
    assert "1 of 1" not in PAGES["roles/cook.html"]


def test_several_ways_out_are_counted() -> None:
    made = render(sample(pathway(), pathway(slug="cook-to-waiter", target_id="waiter")))
    assert "<p>How many of the two ways out make use of what Cooks already know.</p>" in made["roles/cook.html"]
    assert "2 of 2" in made["roles/cook.html"]


def test_summary_of_a_role_counts_one_way_as_one() -> None:
    assert "Cooks: what they do and earn, 1 way in, 1 way out." in PAGES["roles/cook.html"]
    assert "Waiters: what they do and earn, 0 ways in, 1 way out." in PAGES["roles/waiter.html"]


def test_pay_next_door_is_ordered_by_pay() -> None:
    rows = PAGES["roles/cook.html"].partition('id="wm-pay"')[2]
    assert rows.index("<dt>Cook</dt>") < rows.index('<a href="../roles/baker.html">Baker</a>')


def test_role_of_which_nothing_is_known_says_so() -> None:
    waiter = PAGES["roles/waiter.html"]
    facts = waiter.partition('class="key-facts"')[2].partition("</dl>")[0]
    assert facts.count("Not known") == 2
    assert 'id="wm-figures"' not in waiter


def test_role_leads_to_those_two_steps_away_by_their_page_of_routes() -> None:
    further = PAGES["roles/waiter.html"].partition('id="wm-further"')[2].partition("</section>")[0]
    assert '<a href="../routes/waiter-to-baker.html">Baker</a> <span>by way of Cook: ' in further
    assert '<a href="../routes.html?from=waiter">' in further
    assert 'id="wm-further"' not in PAGES["roles/cook.html"]


def test_role_two_steps_away_without_a_page_of_routes_is_asked_for() -> None:
    made = render(sample(site=replace(SITE, route_pages=0)))
    assert '<a href="../routes.html?from=waiter&amp;to=baker">Baker</a>' in made["roles/waiter.html"]


def test_key_facts_of_a_role_say_their_sources_and_lead_to_the_figures() -> None:
    facts = PAGES["roles/cook.html"].partition('class="key-facts"')[2].partition("</dl>")[0]
    assert 'High <a href="#wm-figures">Guild outlook, 2024–34</a></dd>' in facts
    assert '<a href="#wm-figures"><span class="vh">Pay: </span>Guild survey, March 2026</a>' in facts


def test_pay_next_door_says_the_shared_source_once_and_each_occupation() -> None:
    rows = PAGES["roles/cook.html"].partition('id="wm-pay"')[2].partition("</section>")[0]
    assert rows.count("Guild survey, Elsewhere, March 2026.") == 1
    assert "<p>Bakers (51-3011), an occupation of its own.</p>" in rows


def test_cards_of_a_role_say_what_they_rest_on() -> None:
    words = "Pay: Guild survey, Elsewhere, March 2026. Demand: Guild outlook, 2024–34."
    assert words in PAGES["roles/cook.html"].partition('id="wm-out"')[2]
    assert words in PAGES["index.html"].partition('id="wm-pathways"')[2]


def test_each_figure_of_a_role_is_corrected_on_its_line() -> None:
    lines = {"occupation": 4, "outlook": 5, "salary": 6}
    cook = replace(COOK, places={key: Place(path="x", line=line) for key, line in lines.items()})
    site = replace(SITE, corrections="https://code.example/{path}#{line}")
    figures = render(sample(roles=(cook, BAKER, WAITER), site=site))["roles/cook.html"].partition('id="wm-figures"')[2]
    assert re.findall(r'href="([^"]*)">Correct this<span class="vh">: ([^<]*)<', figures) == [
        ("https://code.example/content/roles/Cook.md#4", "the occupation of Cook"),
        ("https://code.example/content/roles/Cook.md#5", "the outlook of Cook"),
        ("https://code.example/content/roles/Cook.md#6", "the pay of Cook"),
    ]


def test_of_many_skills_that_travel_the_most_used_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(role_page, "MOST_SKILLS", 1)
    monkeypatch.setattr(role_page, "FIRST_SKILLS", 1)
    two = sample(pathway(), pathway(slug="cook-to-waiter", target_id="waiter"))
    cook = render(two)["roles/cook.html"]
    assert "make use of what Cooks already know: the 1 most used of 2 skills." in cook
    assert cook.partition('id="wm-skills"')[2].partition("</section>")[0].count("<li>") == 1


def test_pay_next_door_to_a_role_of_many_ways_is_that_of_those_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "pay in a year, low to high. The line" in PAGES["roles/cook.html"]
    monkeypatch.setattr(long_lists, "MOST_WAYS", 0)
    cook = render(sample())["roles/cook.html"]
    assert "What the roles one pathway away pay in a year, low to high, of the pathways shown above." in cook
