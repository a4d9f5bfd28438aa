"""A site that is large by bounds that are lowered for it: each of its lists is longer than one page."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from site_gen.build.site import build_site
from site_gen.render import field_pages, long_lists, map_pages, neighbourhood
from tests.sites import PATHWAY, options, small_site, tree

BASE = "https://ways.example/"
FRIENDS = ("ann", "bea", "cid", "dan", "eve")
BOUNDS = {
    long_lists: {"LINES": 3, "ENTRIES": 2, "MOST_WAYS": 3, "MOST_OF_SKILL": 3, "FIRST_OF_SKILL": 2},
    field_pages: {"MOST_ON_ONE_PAGE": 4, "A_PAGE": 2, "FIRST": 2},
    map_pages: {"MOST_ROLES": 4},
    neighbourhood: {"MOST": 2},
}


def lower_bounds(patch: pytest.MonkeyPatch) -> None:
    """Let few entries be too many for one page, in this process."""
    for module, bounds in BOUNDS.items():
        for name, bound in bounds.items():
            patch.setattr(module, name, bound)


def large_site(folder: Path) -> Path:
    """Eight roles and a dozen pathways around one that is called as the folders of pages are, and one as their files.

    All ways out of `page` teach the skill of that name, all ways into it bring it along.
    """
    roles = {**dict.fromkeys(FRIENDS, "Craft & art"), "page": "Page", "2": "2"}
    files = {
        f"roles/{id}.md": f"---\nname: {id.capitalize()}\nfamily: {field}\n---\n\nWorks.\n"
        for id, field in roles.items()
    }
    for number, friend in enumerate((*FRIENDS, "2")):
        out, into = way("page", friend, 8 + 8 * number), way(friend, "page", 60 - 8 * number)
        files[f"pathways/page-to-{friend}.md"] = out + learns("Page", "2", f"Skill {friend}")
        files[f"pathways/{friend}-to-page.md"] = into + brings("Page", f"Habit {friend}")
    return small_site(folder, files)


def way(origin: str, target: str, weeks: int = 8) -> str:
    """A pathway of one phase that takes so many weeks."""
    text = PATHWAY.replace("from: cook\nto: baker", f'from: "{origin}"\nto: "{target}"')
    return text.replace("(8 weeks)", f"({weeks} weeks)")


def learns(*skills: str) -> str:
    """The part of a pathway that teaches these skills."""
    return (
        "\n## Skills to learn\n\n" + "\n\n".join(f"### {each} (critical, 2 weeks)\n\nDo it." for each in skills) + "\n"
    )


def brings(*skills: str) -> str:
    """The part of a pathway that makes use of these skills."""
    return "\n## Transferable skills\n" + "".join(f"\n### {each}\n\nIt helps.\n" for each in skills)


@cache
def built() -> dict[str, str]:
    """The files of that site, by their addresses."""
    with pytest.MonkeyPatch.context() as patch, TemporaryDirectory() as folder:
        lower_bounds(patch)
        return build(large_site(Path(folder)))


def build(site: Path) -> dict[str, str]:
    """Build a site here and now; its files, by their addresses."""
    report = build_site(options(site, base_url=BASE, jobs=1))
    assert report.published, report.diagnostics
    return {address: content.decode() for address, content in tree(site / "output").items()}
