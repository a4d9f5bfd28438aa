"""Links by which readers correct a figure where it stands."""

from dataclasses import replace

from site_gen.diagnostic import Place
from site_gen.render.corrections import Correction, correction, correction_of_role
from tests.samples import COOK

PATTERN = "https://code.example/issues/new?title={path}&body=Line%20{line}%20of%20{path}"
PLACE = Place(path="site/content/pathways/a-to-b.md", line=12)


def test_site_without_an_address_for_corrections_has_no_link() -> None:
    assert correction("", "pathways/a-to-b.md", PLACE, "the time") is None


def test_figure_that_no_line_states_has_no_link() -> None:
    assert correction(PATTERN, "pathways/a-to-b.md", None, "the time") is None
    assert correction_of_role(PATTERN, COOK, "salary", "the pay") is None


def test_link_says_the_path_below_the_site_and_the_line_wherever_the_pattern_asks() -> None:
    assert correction(PATTERN, "pathways/a-to-b.md", PLACE, "the time") == Correction(
        address=(
            "https://code.example/issues/new?title=content/pathways/a-to-b.md"
            "&body=Line%2012%20of%20content/pathways/a-to-b.md"
        ),
        of="the time",
    )


def test_name_of_a_file_is_written_as_addresses_are() -> None:
    found = correction("https://code.example/{path}", "roles/a b#c.md", PLACE, "it")
    assert found is not None
    assert found.address == "https://code.example/content/roles/a%20b%23c.md"


def test_link_of_a_role_leads_to_the_line_of_the_field() -> None:
    cook = replace(COOK, places={"salary": PLACE, "outlook": replace(PLACE, line=3)})
    found = correction_of_role("https://code.example/{path}#L{line}", cook, "outlook", "the outlook of Cook")
    assert found == Correction(address="https://code.example/content/roles/Cook.md#L3", of="the outlook of Cook")
