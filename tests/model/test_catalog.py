"""A catalog knows who leads where, in an order that the files' order has no part in."""

from itertools import permutations

import pytest

from site_gen.model.catalog import Catalog, SkillCount, make_catalog
from site_gen.model.pathway import Pathway
from site_gen.model.prose import NO_PROSE
from site_gen.model.section import TransferableSkills
from site_gen.model.site import Site
from site_gen.model.skill import SkillNames, TransferableSkill
from tests.samples import BAKER, COOK, PLACE, WAITER, bare_pathway, facts, prose, section


def pathway_of(slug: str, origin: str, target: str, *skills: str) -> Pathway:
    carried = TransferableSkills(
        intro=NO_PROSE,
        skills=tuple(TransferableSkill(name=name, anchor="x", why=prose("Why."), place=PLACE) for name in skills),
    )
    return bare_pathway(
        slug=slug,
        origin_id=origin,
        target_id=target,
        title="",
        sections=(section("transferable_skills", "Skills", carried),),
    )


PATHWAYS = (
    pathway_of("waiter-to-cook", "waiter", "cook", "Speed"),
    pathway_of("waiter-to-baker", "waiter", "baker", "speed", "Early hours", "Patience"),
    pathway_of("cook-to-baker", "cook", "baker", "Knives"),
)
NAMES = SkillNames(names_by_key={"patience": "Calm", "calm": "Calm"})


def catalog_of(*pathways: Pathway) -> Catalog:
    return make_catalog(
        site=Site(), skill_names=NAMES, roles=(WAITER, COOK, BAKER), pathways=map(facts, pathways), pages=()
    )


def test_empty_catalog_leads_nowhere() -> None:
    catalog = make_catalog(site=Site(), skill_names=NAMES, roles=(), pathways=(), pages=())
    assert (catalog.listings, catalog.ways_out("cook"), catalog.ways_in("cook")) == ((), (), ())
    assert catalog.travelling_skills("cook") == ()


@pytest.mark.parametrize("pathways", list(permutations(PATHWAYS)), ids=range(6))
def test_order_of_files_does_not_matter(pathways: tuple[Pathway, ...]) -> None:
    catalog = catalog_of(*pathways)
    assert [each.slug for each in catalog.listings] == ["cook-to-baker", "waiter-to-baker", "waiter-to-cook"]
    assert [each.slug for each in catalog.ways_out("waiter")] == ["waiter-to-baker", "waiter-to-cook"]
    assert [each.slug for each in catalog.ways_in("baker")] == ["cook-to-baker", "waiter-to-baker"]
    assert list(catalog.roles_by_id) == ["baker", "cook", "waiter"]
    assert list(catalog.listings_by_slug) == [each.slug for each in catalog.listings]


def test_listing_is_named_after_its_roles_where_the_pathway_has_no_title() -> None:
    catalog = catalog_of(*PATHWAYS)
    assert catalog.listings_by_slug["cook-to-baker"].title == "From Cook to Baker"


def test_pathway_of_an_unknown_role_is_left_out() -> None:
    catalog = catalog_of(*PATHWAYS, pathway_of("cook-to-king", "cook", "king"))
    assert "cook-to-king" not in catalog.listings_by_slug
    assert [each.slug for each in catalog.ways_out("cook")] == ["cook-to-baker"]


def test_skills_that_travel_are_counted_under_one_name() -> None:
    counted = catalog_of(*PATHWAYS).travelling_skills("waiter")
    assert [each.count for each in counted] == [2, 1, 1]
    assert counted[0].name.casefold() == "speed"
    assert counted[1:] == (SkillCount(name="Calm", count=1), SkillCount(name="Early hours", count=1))


def test_skill_that_stands_twice_in_one_guide_travels_once() -> None:
    twice = pathway_of("cook-to-baker", "cook", "baker", "Speed", "speed")
    assert catalog_of(twice).travelling_skills("cook") == (SkillCount(name="Speed", count=1),)
