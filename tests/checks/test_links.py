"""Links inside the site lead to what is there."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from site_gen.checks import Facts, links
from site_gen.nearest import nearest
from tests.checks.found import GUIDE, Found, found, guide, role

ABOUT = {
    "pages/about.md": "---\ntitle: About\n---\n\n## Who\n\nWords.\n",
    "assets/oven.png": "x",
    "assets/list.pdf": "x",
}


def linking(text: str, **more: str) -> dict[str, str]:
    return ABOUT | {GUIDE: guide(body=f"See {text}.")} | more


@pytest.mark.parametrize(
    "text",
    [
        "[the role](../roles/baker.md)",
        "[itself](cook-to-baker.md)",
        "[a page](../pages/about.md)",
        "[a heading](../pages/about.md#who)",
        "[a heading here](#roadmap)",
        "[a phase](#bread-8-weeks)",
        "[a file](../assets/list.pdf)",
        "![an oven](../assets/oven.png)",
        "[the top of a page](../pages/about.md#)",
        "[another site](https://example.com/roles/nobody.md)",
        "[a letter](mailto:cook@example.com)",
    ],
)
def test_a_link_to_what_is_there_is_fine(tmp_path: Path, text: str) -> None:
    assert found(tmp_path, linking(text)) == []


@pytest.mark.parametrize(
    ("href", "help_text"),
    [
        ("../roles/bakker.md", "write `../roles/baker.md`"),
        ("../roles/baker.html", "write `../roles/baker.md`"),
        ("../roles/baker", "write `../roles/baker.md`"),
        ("../pathways/baker.md", "write `../roles/baker.md`"),
        ("/roles/Baker.md", "write `../roles/baker.md`"),
        ("../assets/lists.pdf", "write `../assets/list.pdf`"),
        ("../site.yaml", "link to a content file, such as `../roles/name.md`"),
        ("../../secret.md", "link to a content file, such as `../roles/name.md`"),
        ("../roles/", "link to a content file, such as `../roles/name.md`"),
    ],
)
def test_a_link_to_nothing_names_the_nearest_file(tmp_path: Path, href: str, help_text: str) -> None:
    assert found(tmp_path, linking(f"[this]({href})")) == [
        Found("broken-link", f"{GUIDE}:11:12+{len(href)}", f"`{href}` leads to nothing on this site", help_text)
    ]


@pytest.mark.parametrize(
    ("href", "help_text"),
    [
        ("../assets/ovens.png", "write `../assets/oven.png`"),
        ("../assets/map.svg", "put the image into content/assets/ and write `../assets/name.png`"),
        ("../roles/baker.md", "put the image into content/assets/ and write `../assets/name.png`"),
    ],
)
def test_an_image_that_is_not_there_names_the_nearest_one(tmp_path: Path, href: str, help_text: str) -> None:
    assert found(tmp_path, linking(f"![this]({href})")) == [
        Found("missing-image", f"{GUIDE}:11:13+{len(href)}", f"there is no image `{href}`", help_text)
    ]


def test_an_image_that_cannot_be_opened_is_not_the_nearest_one(tmp_path: Path) -> None:
    (tmp_path / "content/assets").mkdir(parents=True)
    (tmp_path / "content/assets/clock.png").symlink_to("nowhere")
    report = found(tmp_path, linking("![this](../assets/clocks.png)"))
    assert [(each.fault, each.help) for each in report] == [
        ("unreadable-file", "put a file that can be read in its place, or remove it"),
        ("missing-image", "put the image into content/assets/ and write `../assets/name.png`"),
    ]


@pytest.mark.parametrize(
    ("href", "help_text"),
    [
        ("#road-map", "write `#roadmap`"),
        ("#Roadmap", "write `#roadmap`"),
        ("../pages/about.md#whom", "write `#who`"),
        ("../roles/baker.md#pay", "link to the page without `#`, or to the anchor of one of its headings"),
    ],
)
def test_a_heading_that_is_not_there_names_the_nearest_one(tmp_path: Path, href: str, help_text: str) -> None:
    assert found(tmp_path, linking(f"[this]({href})")) == [
        Found("broken-anchor", f"{GUIDE}:11:12+{len(href)}", f"`{href}` names a heading that is not there", help_text)
    ]


@pytest.mark.parametrize("key", ["roles/cook.md", "pages/about.md"])
def test_roles_and_pages_are_looked_at_too(tmp_path: Path, key: str) -> None:
    texts = {
        "roles/cook.md": role("Cook", about="See [this](waiter.md)."),
        "pages/about.md": "---\ntitle: About\n---\n\nSee [this](waiter.md).\n",
    }
    (only,) = found(tmp_path, {key: texts[key]})
    assert (only.fault, only.message) == ("broken-link", "`waiter.md` leads to nothing on this site")


@pytest.mark.parametrize("front", ["draft: true", "published: 2030-01-01"])
def test_a_link_to_a_pathway_that_is_not_published_yet_is_reported(tmp_path: Path, front: str) -> None:
    back = guide(front).replace("from: cook\nto: baker", "from: baker\nto: cook")
    files = linking("[the way back](baker-to-cook.md)", **{"pathways/baker-to-cook.md": back})
    expected = Found(
        "broken-link",
        f"{GUIDE}:11:20+16",
        "`baker-to-cook.md` leads to a pathway that is not published yet",
        "publish that pathway first, or remove the link",
    )
    assert found(tmp_path, files) == [expected]
    assert found(tmp_path, drafts=True) == []


def test_a_draft_may_link_to_a_draft(tmp_path: Path) -> None:
    there = guide("draft: true", body="[back](baker-to-cook.md)")
    back = guide("draft: true").replace("from: cook\nto: baker", "from: baker\nto: cook")
    files = {GUIDE: there, "pathways/baker-to-cook.md": back}
    assert [each.fault for each in found(tmp_path, files)] == []


def test_a_link_to_a_file_with_a_fault_is_not_reported_besides(tmp_path: Path) -> None:
    files = linking("[a page](../pages/about.md#who)", **{"pages/about.md": "---\ntitel: About\n---\n\nWords.\n"})
    assert [each.fault for each in found(tmp_path, files)] == ["unknown-key"]


def test_a_link_to_a_file_that_nothing_reads_is_broken(tmp_path: Path) -> None:
    files = linking("[old](../pathways/old/a-to-b.md)", **{"pathways/old/a-to-b.md": guide()})
    assert [each.fault for each in found(tmp_path, files)] == ["broken-link", "unknown-file"]


def test_the_nearest_file_is_looked_for_once_a_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looked_for: list[str] = []

    def note(name: str, known: Iterable[str], *, cutoff: float) -> str | None:
        looked_for.append(name)
        return nearest(name, known, cutoff=cutoff)

    listed: list[Facts] = []
    list_documents = links._documents

    def note_list(facts: Facts) -> frozenset[str]:
        listed.append(facts)
        return list_documents(facts)

    monkeypatch.setattr(links, "nearest", note)
    monkeypatch.setattr(links, "_documents", note_list)
    words = "[a](../roles/bakker.md), [b](bakker.html), [c](nowhere.md), ![d](nowhere.png)"
    pages = {f"pages/{number}.md": f"---\ntitle: A page\n---\n\n{words}\n" for number in range(5)}
    faults = [each.fault for each in found(tmp_path, pages)]
    assert (faults.count("broken-link"), faults.count("missing-image")) == (15, 5)
    assert sorted(looked_for) == ["bakker.md", "nowhere.md", "nowhere.png", "nowhere.png.md"]
    assert len(listed) == 1


def test_no_file_is_listed_where_no_link_is_broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(links, "_documents", None)
    assert found(tmp_path, linking("[the role](../roles/baker.md)")) == []
