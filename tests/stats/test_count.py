"""The state of a catalog's content."""

from collections.abc import Iterable
from datetime import date

from site_gen.diagnostic import Diagnostic, Findings, Place
from site_gen.faults import PLACE_TO_FILL_IN, RAW_HTML
from site_gen.stats.count import Field, Review, Stats, count
from tests.samples import COOK, ROLES, Sample, bare_pathway, pathway, role, sample

TODAY = date(2026, 12, 1)
POTTER = role("Potter", family="Craft")
BACK = pathway(slug="baker-to-cook", origin_id="baker", target_id="cook", reviewed=date(2026, 1, 2))
DRAFT = bare_pathway(slug="cook-to-potter", origin_id="cook", target_id="potter", draft=True)
LATER = bare_pathway(slug="baker-to-potter", origin_id="baker", target_id="potter", published=date(2026, 12, 2))
FROM_CRAFT = bare_pathway(slug="potter-to-cook", origin_id="potter", target_id="cook", published=TODAY)


def whole() -> Sample:
    return sample(pathway(), bare_pathway(), BACK, DRAFT, LATER, FROM_CRAFT, roles=(*ROLES, POTTER))


def counted(of: Sample, diagnostics: Iterable[Diagnostic] = (), uncounted: tuple[str, ...] = ()) -> Stats:
    whole_by_slug = {each.slug: each for each in of.pathways}
    return count(of.catalog, whole_by_slug, diagnostics, uncounted=uncounted, today=TODAY)


def test_pathways_are_published_drafts_or_later() -> None:
    stats = counted(whole())
    assert (stats.published, stats.drafts, stats.later, stats.roles, stats.skills) == (4, 1, 1, 4, 4)


def test_fields_tell_where_their_pathways_come_from() -> None:
    assert counted(whole()).fields == (
        Field(family="Kitchen", roles=3, pathways=4, from_others=(("Craft", 1),)),
        Field(family="Craft", roles=1, pathways=0, from_others=()),
    )


def test_a_family_that_is_still_to_fill_in_has_a_name_of_its_own() -> None:
    roles = (COOK, role("Potter", family="FILL IN: the group of roles it belongs to"))
    assert counted(sample(FROM_CRAFT, roles=roles)).fields == (
        Field(family="Kitchen", roles=1, pathways=1, from_others=(("(to fill in)", 1),)),
        Field(family="(to fill in)", roles=1, pathways=0, from_others=()),
    )


def test_a_draft_reaches_nothing() -> None:
    stats = counted(whole())
    assert stats.roles_not_reached == ("potter", "waiter")
    assert stats.roles_not_left == ()
    assert counted(sample(pathway())).roles_not_left == ("baker", "waiter")


def test_oldest_reviews_come_first_and_five_at_most() -> None:
    stats = counted(whole())
    assert stats.oldest_reviews[0] == Review(path=BACK.path, reviewed=date(2026, 1, 2), days=333)
    assert [each.reviewed for each in stats.oldest_reviews] == [date(2026, 1, 2), *[date(2026, 11, 22)] * 3]
    many = [bare_pathway(slug=f"way-{number}") for number in range(7)]
    assert len(counted(sample(*many)).oldest_reviews) == len(counted(sample(*many)).thinnest_guides) == 5


def test_marks_are_counted_by_file_and_other_faults_are_not() -> None:
    findings = Findings()
    for path, line, fault in (("b.md", 1, PLACE_TO_FILL_IN), ("a.md", 2, PLACE_TO_FILL_IN), ("b.md", 3, RAW_HTML)):
        findings.add(fault, Place(path=path, line=line), "m", help="h")
    stats = counted(whole(), findings.found, uncounted=("z.md", "y.md"))
    assert stats.marks_by_path == (("a.md", 1), ("b.md", 1))
    assert stats.uncounted == ("y.md", "z.md")


def test_an_empty_catalog_has_nothing() -> None:
    stats = counted(sample(bare_pathway(origin_id="gone"), roles=()))
    assert (stats.published, stats.fields, stats.oldest_reviews, stats.thinnest_guides) == (0, (), (), ())


def test_a_field_of_origin_alone_is_a_field() -> None:
    stats = counted(sample(FROM_CRAFT, roles=(POTTER, COOK)))
    assert [each.family for each in stats.fields] == ["Kitchen", "Craft"]
