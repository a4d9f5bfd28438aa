"""What was published and is gone is told, with the pathway that probably took its place; it can be mended there."""

from pathlib import Path

import pytest

from site_gen.build.mend import mend_site
from site_gen.build.site import check_site
from site_gen.model.manifest import Manifest, PublishedPathway
from tests.checks.found import GUIDE, TODAY, Found, found_by, guide, role
from tests.sites import options, small_site


def manifest(*slugs: str, addresses: tuple[str, ...] = (), old: tuple[str, ...] = ()) -> Manifest:
    """A site that was published with these pathways, the first of which has `old` addresses."""
    pathways = []
    for number, slug in enumerate(slugs):
        origin, _, target = slug.partition("-to-")
        pathways.append(
            PublishedPathway(
                slug=slug,
                origin_id=origin,
                target_id=target,
                address=f"pathways/{slug}.html",
                old=() if number else old,
            )
        )
    return Manifest(path="published.json", pathways=tuple(pathways), addresses=addresses)


def lost(folder: Path, published: Manifest, files: dict[str, str] | None = None) -> list[Found]:
    return found_by("lost_addresses", folder, files, published=published)


@pytest.mark.parametrize(
    ("published", "files"),
    [
        pytest.param(manifest("cook-to-baker"), {}, id="nothing-has-changed"),
        pytest.param(manifest(), {}, id="all-is-new"),
        pytest.param(manifest("cook-to-chef"), {GUIDE: guide("aliases: [cook-to-chef]")}, id="an-alias-of-a-slug"),
        pytest.param(
            manifest("cook-to-baker", old=("a/old.html",)), {GUIDE: guide("aliases: [a/old.html]")}, id="an-old-address"
        ),
        pytest.param(
            manifest("cook-to-chef"), {GUIDE: guide("aliases: [pathways/cook-to-chef.html]")}, id="an-alias-of-a-path"
        ),
        pytest.param(
            manifest(addresses=("roles/chef.html",)), {GUIDE: guide("aliases: [roles/chef.html]")}, id="of-a-role"
        ),
        pytest.param(
            manifest("cook-to-baker", addresses=("about.html", "roles/cook.html")),
            {"pages/about.md": "---\ntitle: About\n---\n\nUs.\n"},
            id="roles-and-pages-that-are-there",
        ),
        pytest.param(manifest("cook-to-baker"), {GUIDE: guide("draft: true")}, id="a-draft-is-there"),
    ],
)
def test_what_is_there_or_is_led_on_is_not_lost(tmp_path: Path, published: Manifest, files: dict[str, str]) -> None:
    assert lost(tmp_path, published, files) == []


def test_a_check_without_a_manifest_loses_nothing(tmp_path: Path) -> None:
    assert found_by("lost_addresses", tmp_path) == []


def test_a_renamed_pathway_is_told_where_it_is_now(tmp_path: Path) -> None:
    assert lost(tmp_path, manifest("cook-to-bread-baker")) == [
        Found(
            "lost-address",
            f"{GUIDE}:2:7+4",
            "`pathways/cook-to-bread-baker.html` was published, and leads nowhere now",
            "if this is the pathway that was there, write `aliases: [cook-to-bread-baker]`",
        )
    ]


def test_all_that_a_pathway_has_lost_is_told_at_once(tmp_path: Path) -> None:
    published = manifest("cook-to-chef", old=("pathways/older.html", "a/oldest.html"))
    (found,) = lost(tmp_path, published, {GUIDE: guide("aliases: [kept]")})
    assert found.message == (
        "`pathways/cook-to-chef.html`, `pathways/older.html` and `a/oldest.html` were published, and lead nowhere now"
    )
    assert found.help.endswith("write `aliases: [kept, cook-to-chef, older, a/oldest.html]`")


def test_an_alias_that_was_taken_out_is_told_at_its_own_pathway(tmp_path: Path) -> None:
    potter = {"roles/potter.md": role("Potter"), "pathways/cook-to-potter.md": guide(to="potter")}
    (found,) = lost(tmp_path, manifest("cook-to-potter", old=("pathways/old.html",)), potter)
    assert found.place == "pathways/cook-to-potter.md:2:7+4"
    assert found.help == "if this is the pathway that was there, write `aliases: [old]`"


def test_a_pathway_that_was_published_before_is_not_taken_for_the_renamed_one(tmp_path: Path) -> None:
    (found,) = lost(tmp_path, manifest("cook-to-baker", "cook-to-chef"))
    assert found.place == "published.json:1:1+1"
    assert found.message == "`pathways/cook-to-chef.html` was published, and leads nowhere now"
    assert found.help == (
        "bring its file back, or let the pathway that readers should find lead from there: `aliases: [cook-to-chef]`"
    )


def test_of_several_new_pathways_the_one_with_a_role_in_common_is_meant(tmp_path: Path) -> None:
    files = {
        **{f"roles/{each}.md": role(each.capitalize()) for each in ("potter", "chefs")},
        "pathways/potter-to-chefs.md": guide(from_="potter", to="chefs"),
    }
    (found,) = lost(tmp_path, manifest("cook-to-chef"), files)
    assert found.place == f"{GUIDE}:2:7+4"


@pytest.mark.parametrize("address", ["roles/chef.html", "contact.html"], ids=["a-role", "a-plain-page"])
def test_a_lost_role_or_page_is_told_at_the_manifest(tmp_path: Path, address: str) -> None:
    (found,) = lost(tmp_path, manifest("cook-to-baker", addresses=(address,)))
    assert (found.place, found.message) == (
        "published.json:1:1+1",
        f"`{address}` was published, and leads nowhere now",
    )
    assert found.help.endswith(f"`aliases: [{address}]`")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("to: baker\n", "to: baker\naliases: [cook-to-chef, old]\n", id="no-aliases-yet"),
        pytest.param("to: baker  # bread\n", "to: baker  # bread\naliases: [cook-to-chef, old]\n", id="a-comment"),
        pytest.param(
            "to: baker\naliases: [kept]\n", "to: baker\naliases: [kept, cook-to-chef, old]\n", id="some-aliases"
        ),
        pytest.param(
            "to: baker\naliases: [ kept ]\n", "to: baker\naliases: [ kept, cook-to-chef, old ]\n", id="with-spaces"
        ),
    ],
)
def test_the_alias_can_be_written_by_itself(tmp_path: Path, before: str, after: str) -> None:
    text = guide().replace("to: baker\n", before)
    published = manifest("cook-to-chef", old=("pathways/old.html",))
    asked = options(small_site(tmp_path, {GUIDE: text}), today=TODAY, published=published)
    report = check_site(asked)
    assert mend_site(report, asked, unsafe=False).changed == ()
    mended = mend_site(report, asked, unsafe=True)
    assert [each.after.decode() for each in mended.changed] == [text.replace(before, after)]
    assert mended.report.diagnostics == ()


@pytest.mark.parametrize(
    "lines", ["aliases:\n  - kept\n", "aliases: [kept,\n  other]\n"], ids=["a-line-each", "over-two-lines"]
)
def test_a_list_on_several_lines_is_left_to_the_author(tmp_path: Path, lines: str) -> None:
    text = guide().replace("to: baker\n", f"to: baker\n{lines}")
    asked = options(small_site(tmp_path, {GUIDE: text}), today=TODAY, published=manifest("cook-to-chef"))
    (found,) = check_site(asked).diagnostics
    assert (found.fault.name, found.fix) == ("lost-address", None)
