"""Routes in the browser are those of the build, and the page of routes is used as readers use it."""

import json
import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from site_gen.model.card import Study
from site_gen.model.catalog import Catalog, make_catalog
from site_gen.model.pathway import Difficulty, Gate
from site_gen.model.routes import Ranking, Route, best_first
from site_gen.model.site import Site
from site_gen.model.skill import SkillNames
from site_gen.outputs import output_types
from tests.browser.conftest import UNDER, OpenPage, await_roles
from tests.samples import facts, pathway, role

ANSWER = """async ([modules, pairs]) => {
    const { loadGraph } = await import(`${modules}/graph.js`);
    const { ranked, routesBetween } = await import(`${modules}/routes.js`);
    const graph = await loadGraph();
    const plain = route => [route.slugs, route.low, route.high, route.hours, route.saved, route.level,
        route.steps.map(({ hours, saved, twice }) => [hours, saved, twice])];
    const answers = [];
    for (const [from, to] of pairs) {
        const routes = await routesBetween(graph.role(from), graph.role(to));
        answers.push(['time', 'pay', 'difficulty'].map(by => ranked(routes, by).map(plain)));
    }
    return answers;
}"""


def modules_of(site_folder: Path, site_url: str) -> str:
    (folder,) = site_folder.glob("assets/modules-*")
    return f"{site_url}assets/{folder.name}"


def plain(catalog: Catalog, route: Route) -> list[Any]:
    steps = [[each.hours, each.saved, [catalog.skills.by_slug[key].name for key in each.twice]] for each in route.steps]
    return [list(route.slugs), route.months.low, route.months.high, route.hours, route.saved, route.level, steps]


def answer(catalog: Catalog, pairs: list[list[str]]) -> list[Any]:
    return [
        [[plain(catalog, each) for each in best_first(catalog.graph.routes(*pair), ranking)] for ranking in Ranking]
        for pair in pairs
    ]


def made_up(chance: random.Random) -> Catalog:
    """A catalog of eight roles with pathways, skills and pays by chance."""
    names = [f"Role {letter}" for letter in "ABCDEFGH"]
    roles = [role(name) for name in names]
    roles = [replace(each, pay=None) if chance.random() < 0.1 else each for each in roles]
    pathways = []
    for origin in roles:
        for target in roles:
            if origin is target or chance.random() > 0.35:
                continue
            skills = chance.sample(["SQL", "sql", "Git", "Dough", "Ovens", "Timing"], k=chance.randint(0, 4))
            made = pathway(
                slug=f"{origin.id}-to-{target.id}",
                origin_id=origin.id,
                target_id=target.id,
                difficulty=chance.choice(list(Difficulty)),
            )
            pathways.append(
                replace(
                    facts(made, roles=tuple(roles)),
                    study=Study(chance.randint(0, 900), chance.randint(1, 40), chance.choice([None, *Gate])),
                    learns=tuple((name, "critical", chance.choice([-1, chance.randint(1, 400)])) for name in skills),
                )
            )
    return make_catalog(site=Site(), skill_names=SkillNames(names_by_key={}), roles=roles, pathways=pathways, pages=[])


def files_of(catalog: Catalog) -> dict[str, str]:
    files: dict[str, str] = {}
    for kind in output_types():
        if kind.name == "graph" and kind.make:
            files |= {each.address: each.content.decode() for each in kind.make(catalog)}
        if kind.name == "legs" and kind.plan:
            files |= {each.address: each.make().decode() for each in kind.plan(catalog)}
    return files


@pytest.mark.parametrize("seed", range(4))
def test_browser_and_build_give_the_same_routes_for_any_catalog(
    page: OpenPage, site_folder: Path, site_url: str, seed: int
) -> None:
    catalog = made_up(random.Random(seed))
    files = files_of(catalog)
    opened = page("about.html")
    opened.route(
        "**/api/**",
        lambda route: route.fulfill(body=files[route.request.url.split(UNDER)[1]], content_type="application/json"),
    )
    ids = sorted(catalog.roles_by_id)
    pairs = [[a, b] for a in ids for b in ids]
    expected = answer(catalog, pairs)
    assert sum(len(each[0]) for each in expected) > 50
    assert opened.evaluate(ANSWER, [modules_of(site_folder, site_url), pairs]) == json.loads(json.dumps(expected))


def words_of(opened: Page, within: str) -> list[str]:
    return [each.inner_text() for each in opened.locator(f"{within} .route-card").all()]


def test_page_of_two_roles_and_the_page_of_any_say_the_same(page: OpenPage, site_folder: Path) -> None:
    addresses = sorted(path.stem for path in site_folder.glob("routes/*.html"))
    assert len(addresses) > 50
    built, found = page(), page()
    for address in addresses[:: len(addresses) // 8]:
        origin, _, target = address.partition("-to-")
        built.goto(f"routes/{address}.html")
        found.goto(f"routes.html?from={origin}&to={target}")
        expect(found.locator(".route-card").first).to_be_visible()
        shown = words_of(built, ".wrap")
        assert shown
        assert set(shown) <= set(words_of(found, "#wm-found"))


def test_choice_is_in_the_address_and_going_back_brings_the_last_one(page: OpenPage) -> None:
    opened = page("routes.html")
    status = opened.get_by_role("status")
    expect(status).to_have_text("Choose the role you have and the one you want.")
    opened.get_by_label("I am a").select_option(label="Photographer")
    opened.get_by_label("I want to be a").select_option(label="UX Designer")
    expect(status).to_have_text("2 routes from Photographer to UX Designer.")
    assert opened.url.endswith("routes.html?from=photographer&to=ux-designer&by=time")
    opened.get_by_label("Best by").select_option(label="Pay")
    expect(opened.locator(".route-card h2").first).to_have_text("By way of Graphic Designer and Frontend Developer")
    opened.go_back()
    expect(opened.locator(".route-card h2").first).to_have_text("By way of Graphic Designer")
    expect(opened.get_by_label("Best by")).to_have_value("time")
    opened.go_back()
    expect(opened.get_by_label("I want to be a")).to_have_value("")


def test_roles_that_no_route_connects_are_said_to_have_none(page: OpenPage) -> None:
    opened = page("routes.html?from=ux-designer&to=electrician")
    expect(opened.get_by_role("status")).to_have_text(
        "No route of up to four pathways leads from UX Designer to Electrician."
    )
    assert opened.locator(".route-card").count() == 0


def test_unknown_role_in_the_address_is_none(page: OpenPage) -> None:
    opened = page("routes.html?from=%3Cb%3E&to=electrician")
    await_roles(opened)
    expect(opened.get_by_role("status")).to_have_text("Choose the role you have and the one you want.")


def test_routes_that_cannot_be_loaded_leave_the_list(page: OpenPage) -> None:
    opened = page()
    opened.route("**/api/graph.json", lambda route: route.abort())
    opened.goto("routes.html")
    expect(opened.get_by_role("status")).to_have_text("The routes could not be loaded. The list below still works.")
    assert opened.locator("#wm-choose").count() == 0


def test_keyboard_alone_finds_a_route(page: OpenPage) -> None:
    opened = page("routes.html")
    await_roles(opened)
    opened.get_by_label("I am a").focus()
    opened.keyboard.type("Photog")
    opened.keyboard.press("Tab")
    opened.keyboard.type("UX")
    opened.keyboard.press("Tab")
    expect(opened.get_by_role("status")).to_have_text("2 routes from Photographer to UX Designer.")
    opened.keyboard.press("Tab")
    opened.keyboard.press("Enter")
    assert opened.evaluate("document.activeElement.textContent") == "Photographer to Graphic Designer"


def test_without_scripts_every_page_of_routes_is_linked_and_no_control_shows(page: OpenPage, site_folder: Path) -> None:
    opened = page("routes.html", javascript=False)
    expect(opened.locator("#wm-choose")).to_be_hidden()
    linked = opened.locator("main a").evaluate_all("all => all.map(each => each.getAttribute('href'))")
    assert set(linked) == {f"routes/{path.name}" for path in site_folder.glob("routes/*.html")}
