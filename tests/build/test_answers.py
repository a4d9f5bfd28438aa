"""The digest of an answer changes with everything that a reader can see of it, and with nothing else."""

from dataclasses import replace
from pathlib import Path

from site_gen.build import answers
from site_gen.diagnostic import Place
from site_gen.model.pathway import Demand, Pathway
from site_gen.model.role import Role
from site_gen.model.site import Site
from tests.samples import BAKER, COOK, SITE, bare_pathway, facts, pathway, prose, sample

FACTS = facts(pathway())


def test_a_role_is_another_with_its_prose_and_its_facts_are_not() -> None:
    before = answers.of_roles([COOK, BAKER])
    prosaic = answers.of_roles([replace(COOK, about=prose("Other.")), BAKER])
    assert {name for name in before if before[name] != prosaic[name]} == {"role:cook"}
    paid = answers.of_roles([replace(COOK, zone=5), BAKER])
    assert {name for name in before if before[name] != paid[name]} == {"role:cook", "facts:cook", "roles"}


def test_where_something_stands_is_no_part_of_it() -> None:
    elsewhere = Place(path="x", line=99)
    assert answers.bare(replace(FACTS, reviewed_place=elsewhere)) == answers.bare(FACTS)
    assert answers.bare(replace(COOK, places={"name": elsewhere})) == answers.bare(COOK)


def test_a_figure_on_another_line_makes_a_role_another_however_its_file_is_called() -> None:
    def at(line: int, path: str = "content/roles/cook.md") -> list[Role]:
        return [replace(COOK, places={"name": Place(path=path, line=2), "salary": Place(path=path, line=line)})]

    before, moved = answers.of_roles(at(5)), answers.of_roles(at(6))
    assert {name for name in before if before[name] != moved[name]} == {"role:cook", "facts:cook", "roles"}
    assert answers.of_roles(at(5, "site/content/roles/cook.md")) == before


def test_lists_are_others_with_each_of_their_pathways_and_roles() -> None:
    site = sample().catalog
    roles = answers.of_roles(site.roles_by_id.values())
    digests = dict.fromkeys(site.listings_by_slug, b"1")
    before = answers.of_catalog(site, digests, roles)
    after = answers.of_catalog(site, {**digests, "cook-to-baker": b"2"}, roles)
    own_skills = {f"skill:{slug}" for slug in ("knife-work", "patience", "sourdough", "timing")}
    assert {name for name in before if before[name] != after[name]} == {
        *("listings", "ways_out:cook", "ways_in:baker"),
        *own_skills,
    }
    after = answers.of_catalog(site, digests, {**roles, "facts:waiter": "x"})
    assert {name for name in before if before[name] != after[name]} == {"listings", "ways_out:waiter", "ways_in:cook"}


def test_roles_that_a_page_of_routes_begins_at_are_others_with_where_these_lead() -> None:
    site = sample().catalog
    roles, digests = answers.of_roles(site.roles_by_id.values()), dict.fromkeys(site.listings_by_slug, b"1")
    before = answers.of_catalog(site, digests, roles)
    none = replace(site, site=replace(site.site, route_pages=0))
    after = answers.of_catalog(none, digests, roles)
    assert {name for name in before if before[name] != after[name]} == {"route_list", "routes_from:waiter"}


def test_every_file_that_a_template_can_take_in_has_an_answer(tmp_path: Path) -> None:
    own, packaged = tmp_path / "own", tmp_path / "packaged"
    for folder in (own, packaged):
        (folder / "parts").mkdir(parents=True)
        (folder / "parts/x.txt").write_text(folder.name)
    (packaged / "y.svg").write_text("y")
    (own / "linked").symlink_to(packaged)
    both = answers.of_templates((own, packaged))
    assert set(both) == {f"template:{name}" for name in ("parts/x.txt", "y.svg", "linked/parts/x.txt", "linked/y.svg")}
    alone = answers.of_templates((packaged,))
    assert both["template:y.svg"] == alone["template:y.svg"]
    assert both["template:parts/x.txt"] != alone["template:parts/x.txt"]


def test_a_file_that_cannot_be_read_has_no_digest(tmp_path: Path) -> None:
    assert answers.digest_of_file(tmp_path / "nothing") == b""
    (tmp_path / "file").write_bytes(b"x")
    assert answers.digest_of_file(tmp_path / "file") == answers.digest_of_bytes(b"x")


def test_the_code_has_the_same_answer_twice() -> None:
    assert answers.of_code() == answers.of_code() != {"code": ""}


def test_each_pathway_of_a_site_with_pictures_has_an_answer_of_what_its_picture_says() -> None:
    site = replace(SITE, pictures=True)
    roles = answers.of_roles(sample().catalog.roles_by_id.values())

    def cards(*pathways: Pathway, site: Site = site) -> dict[str, str]:
        made = sample(*pathways, site=site).catalog
        found = answers.of_catalog(made, dict.fromkeys(made.listings_by_slug, b"1"), roles)
        return {name: each for name, each in found.items() if name.startswith("card:")}

    before = cards(pathway(), bare_pathway())
    assert set(before) == {"card:cook-to-baker", "card:waiter-to-cook"}
    assert cards(pathway(summary="Other.", tags=("x",)), bare_pathway()) == before
    after = cards(pathway(demand=Demand.LOW), bare_pathway())
    assert {name for name in before if before[name] != after[name]} == {"card:cook-to-baker"}
    assert cards(pathway(), site=SITE) == {}
