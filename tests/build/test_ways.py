"""Where pages say that one can go on to: guessed from the names of files, and put right where those mislead."""

import re
from datetime import date
from pathlib import Path

import pytest

from site_gen.build import work
from site_gen.build.draw import PathwayPages
from site_gen.build.site import build_site
from site_gen.build.ways import MANY, is_published, likely_ways_out
from site_gen.diagnostic import Diagnostic
from site_gen.model.card import Card
from site_gen.model.pathway import Pathway
from site_gen.model.skill import SkillNames
from tests.samples import facts, pathway
from tests.sites import PATHWAY, options, small_site

TODAY = date(2026, 1, 10)
IDS = frozenset({"cook", "baker", "potter", "cook-to-go", "go-to-baker"})


@pytest.mark.parametrize(
    ("draft", "published", "expected"),
    [
        pytest.param(False, None, True, id="no-date"),
        pytest.param(False, TODAY, True, id="today"),
        pytest.param(False, date(2026, 1, 11), False, id="tomorrow"),
        pytest.param(True, None, False, id="a-draft"),
        pytest.param(True, TODAY, False, id="a-draft-of-today"),
    ],
)
def test_published_is_what_is_no_draft_and_not_of_a_later_date(
    draft: bool, published: date | None, expected: bool
) -> None:
    whole = pathway(draft=draft, published=published)
    assert (is_published(whole, TODAY), is_published(facts(whole), TODAY)) == (expected, expected)


@pytest.mark.parametrize(
    ("slugs", "expected"),
    [
        pytest.param((), {}, id="no-file"),
        pytest.param(("cook", "cook-to-", "-to-cook", ""), {}, id="no-two-roles"),
        pytest.param(("cook-to-king", "king-to-cook"), {}, id="a-role-that-is-not-there"),
        pytest.param(("cook-to-baker", "baker-to-potter"), {"cook": 1, "baker": 1}, id="one-way-out-of-each"),
        pytest.param(("cook-to-baker", "cook-to-potter"), {"cook": 2}, id="two-ways-out"),
        pytest.param(("cook-to-baker", "cook-to-potter", "cook-to-cook-to-go"), {"cook": MANY}, id="many-are-many"),
        pytest.param(("cook-to-go-to-potter",), {"cook-to-go": 1}, id="the-first-of-several-parts"),
        pytest.param(("potter-to-cook-to-go",), {"potter": 1}, id="the-last-of-several-parts"),
        pytest.param(("cook-to-go-to-go-to-baker",), {"cook-to-go": 1}, id="both"),
        pytest.param(("cook-to-go-to-baker",), {"cook": 1}, id="in-doubt-the-shorter-origin"),
    ],
)
def test_ways_out_are_guessed_by_the_names_of_files(slugs: tuple[str, ...], expected: dict[str, int]) -> None:
    assert likely_ways_out(slugs, IDS) == expected


def guide(origin: str, target: str, *lines: str) -> str:
    return PATHWAY.replace("from: cook\nto: baker", "\n".join([f"from: {origin}", f"to: {target}", *lines]))


def site_of(folder: Path, guides: dict[str, str]) -> Path:
    """Every role, and these pathways alone."""
    names = {role_id: role_id.replace("-", " ").title() for role_id in IDS}
    roles = {f"roles/{key}.md": f"---\nname: {name}\nfamily: Craft\n---\n\nWorks.\n" for key, name in names.items()}
    quiet = "severity: {unreached-role: off, file-name-mismatch: off}\n"
    site = small_site(folder, {**roles, "site.yaml": quiet})
    (site / "content/pathways/cook-to-baker.md").unlink()
    return with_guides(site, guides)


def with_guides(site: Path, guides: dict[str, str]) -> Path:
    for slug, text in guides.items():
        (site / f"content/pathways/{slug}.md").write_text(text, "utf-8")
    return site


def onward(site: Path) -> dict[str, list[str]]:
    """Where each page of a pathway says that one can go on to."""
    return {
        path.stem: re.findall(r">(All ways out of [^<]*|Where [^<]* go next)<", path.read_text("utf-8"))
        for path in sorted((site / "output/pathways").glob("*.html"))
    }


OUT = "All ways out of Cook"
ON = "Where Bakers go next"
MISLED = [
    pytest.param(
        {"cook-to-baker": guide("cook", "baker"), "cook-to-potter": guide("cook", "potter", "draft: true")},
        {"cook-to-baker": []},
        id="a-draft-is-no-other-way-out",
    ),
    pytest.param(
        {"cook-to-baker": guide("cook", "baker"), "baker-to-potter": guide("baker", "potter", "published: 2026-01-11")},
        {"cook-to-baker": []},
        id="a-pathway-of-a-later-date-leads-nowhere-yet",
    ),
    pytest.param(
        {
            "cook-to-go-to-baker": guide("cook-to-go", "baker"),
            "potter-to-cook": guide("potter", "cook"),
            "potter-to-cook-to-go": guide("potter", "cook-to-go"),
        },
        {
            "cook-to-go-to-baker": [],
            "potter-to-cook": ["All ways out of Potter"],
            "potter-to-cook-to-go": ["All ways out of Potter", "Where Cook To Gos go next"],
        },
        id="a-name-that-can-be-read-in-two-ways",
    ),
    pytest.param(
        {"cook-to-baker": guide("cook", "baker"), "potter-to-cook": guide("baker", "potter")},
        {"cook-to-baker": [ON], "potter-to-cook": []},
        id="a-name-that-is-wrong",
    ),
    pytest.param(
        {"cook-to-baker": guide("cook", "baker"), "out": guide("cook", "potter"), "on": guide("baker", "potter")},
        {"cook-to-baker": [OUT, ON], "on": [], "out": [OUT]},
        id="names-that-say-nothing",
    ),
]


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize(("guides", "expected"), MISLED)
def test_a_guess_that_misleads_is_put_right(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, guides: dict[str, str], expected: dict[str, list[str]], jobs: int
) -> None:
    monkeypatch.setattr(work, "SHARE", 1)
    site = site_of(tmp_path, guides)
    report = build_site(options(site, today=TODAY, jobs=jobs))
    assert (report.published, report.diagnostics) == (True, ())
    assert onward(site) == expected


@pytest.mark.parametrize(
    ("guides", "drawn"),
    [
        pytest.param(
            {"cook-to-baker": guide("cook", "baker"), "baker-to-potter": guide("baker", "potter")},
            ["baker-to-potter", "cook-to-baker"],
            id="each-once-where-the-guess-is-right",
        ),
        pytest.param(
            {
                "cook-to-baker": guide("cook", "baker"),
                "baker-to-potter": guide("baker", "potter"),
                "cook-to-go-to-cook": guide("cook-to-go", "cook"),
                "potter-to-cook-to-go": guide("potter", "cook-to-go", "draft: true"),
            },
            ["baker-to-potter", "cook-to-baker", "cook-to-go-to-cook", "baker-to-potter"],
            id="the-one-that-leads-to-the-role-of-a-draft-again",
        ),
    ],
)
def test_only_pages_that_say_a_wrong_thing_are_drawn_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, guides: dict[str, str], drawn: list[str]
) -> None:
    seen: list[str] = []
    draw = PathwayPages.draw

    def note(pages: PathwayPages, made: Pathway, card: Card, names: SkillNames) -> Diagnostic | None:
        seen.append(made.slug)
        return draw(pages, made, card, names)

    monkeypatch.setattr(PathwayPages, "draw", note)
    site = site_of(tmp_path, guides)
    assert build_site(options(site, today=TODAY, jobs=1)).published
    assert seen == drawn
