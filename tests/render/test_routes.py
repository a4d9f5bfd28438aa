"""Routes in words: how they are called, what each step says, and which are shown."""

from dataclasses import replace

from site_gen.model.card import Study
from site_gen.model.catalog import Catalog, make_catalog
from site_gen.model.site import Site
from site_gen.model.skill import SkillNames
from site_gen.render.routes import best_of, ranked_views, route_view, shown_of
from tests.samples import facts, pathway, role

ROLES = tuple(role(name) for name in ("Cook", "Baker", "Waiter", "Potter"))


def catalog(*ways: tuple[str, str, int]) -> Catalog:
    """A catalog of these ways, each with its hours, all of which teach the same."""
    pathways = [
        replace(
            facts(pathway(slug=f"{a}-to-{b}", origin_id=a, target_id=b), roles=ROLES),
            study=Study(hours, 10, None),
            learns=(("Dough", "critical", 40),),
            stated_pay=None,
        )
        for a, b, hours in ways
    ]
    return make_catalog(site=Site(), skill_names=SkillNames(names_by_key={}), roles=ROLES, pathways=pathways, pages=[])


TWO = catalog(("cook", "baker", 100), ("baker", "potter", 1200), ("cook", "waiter", 900), ("waiter", "potter", 900))


def test_route_is_called_by_the_roles_on_the_way() -> None:
    first, second = (route_view(TWO, each) for each in TWO.graph.routes("cook", "potter"))
    assert (first.title, second.title) == ("By way of Baker", "By way of Waiter")
    (straight,) = TWO.graph.routes("cook", "baker")
    assert route_view(TWO, straight).title == "In one step"


def test_step_says_what_is_known_already_and_what_one_earns_after_it() -> None:
    view = route_view(TWO, TWO.graph.routes("cook", "potter")[0])
    assert view.saved == "40 hours saved: what is learnt once is counted once"
    assert view.steps[0].twice == ""
    assert view.steps[1].twice == "Learnt on the way already: Dough, which saves 40 hours of 1,200."
    assert view.steps[1].hours == "1,160 hours at 10 hours a week"
    assert view.steps[1].title == "Baker to Potter"
    assert view.steps[1].address == "pathways/baker-to-potter.html"
    assert (view.start, view.steps[1].stop) == ("Cook now: pay not known", "Potter: pay not known")


def test_best_routes_are_named_by_each_measure() -> None:
    routes = TWO.graph.routes("cook", "potter")
    ranked = ranked_views(TWO, routes, best_of(routes))
    assert [each.title for each in ranked] == ["By time", "By pay", "By difficulty"]
    assert ranked[0].entries[0][:2] == ("wm-route-1", "By way of Baker")
    assert ranked[1].entries[0][2] == "pay not known on all of it"


def test_one_route_alone_is_not_ranked() -> None:
    routes = TWO.graph.routes("cook", "baker")
    assert ranked_views(TWO, routes, best_of(routes)) == ()


def test_of_many_routes_the_best_by_any_measure_are_shown() -> None:
    many = catalog(*((a, b, 10) for a in ("cook", "baker", "waiter") for b in ("baker", "waiter", "potter") if a != b))
    routes = many.graph.routes("cook", "potter")
    assert len(routes) == 5
    assert shown_of(routes, best_of(routes)) == routes[:3]
