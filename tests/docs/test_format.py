"""The format reference is true: its examples check clean, and its tables list what the code knows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from site_gen.decode import marks, overrides
from site_gen.decode.fields import LONGEST_SUMMARY, PageFields, PathwayFields, RoleFields, SiteFields
from site_gen.decode.keys import Fields
from site_gen.decode.pathway import read_pathway
from site_gen.model.role import Fit
from site_gen.model.site import Site
from site_gen.read.source import LARGEST_FILE, Source
from site_gen.scaffold.occupations import COLUMNS
from site_gen.sections import section_types
from tests.docs.reading import Snippet, code_in, read, snippets, table
from tests.docs.sites import PATHWAY, ROLE, checked, example, said, with_keys, with_section

TEXT = read("docs/format.md")
SNIPPETS = snippets(TEXT)

SETTINGS = "content/site.yaml"
TABLE = "content/occupations.csv"

KINDS = {
    "## Keys of a pathway": PathwayFields,
    "## Keys of a role": RoleFields,
    "## Plain pages": PageFields,
    "## site.yaml": SiteFields,
}
every_kind = pytest.mark.parametrize(
    ("heading", "kind"), [pytest.param(*each, id=each[0].removeprefix("## ")) for each in KINDS.items()]
)


def test_complete_example_checks_clean(tmp_path: Path) -> None:
    files = example()
    assert len(files) == 3
    assert said(checked(tmp_path, files)) == []


def _pieces() -> list[Any]:
    purposes = ("section", "pathway", SETTINGS, TABLE, "content/skills.yaml", "content/pages/about.md")
    pieces = [each for each in SNIPPETS if each.purpose in purposes]
    return [pytest.param(each, id=f"{each.purpose}: {each.code.splitlines()[0]}") for each in pieces]


@pytest.mark.parametrize("piece", _pieces())
def test_piece_checks_clean_in_the_complete_example(piece: Snippet, tmp_path: Path) -> None:
    files = example()
    if piece.purpose == "section":
        files[PATHWAY] = with_section(files[PATHWAY], piece.code)
        assert piece.code in files[PATHWAY]
    elif piece.purpose == "pathway":
        files[PATHWAY] = with_keys(files[PATHWAY], piece.code)
    else:
        files |= _with_table({piece.purpose: piece.code})
    # A piece may leave out what the example counts on: only its own faults matter here.
    found = [each for each in checked(tmp_path, files) if each.fault.code not in {"W301", "W304", "W305", "W307"}]
    assert said(found) == []


def _with_table(files: dict[str, str]) -> dict[str, str]:
    """Files with the table of occupations, or the table with the settings that name it: one needs the other."""
    pair = {
        each.purpose: each.code
        for each in SNIPPETS
        if each.purpose == TABLE or (each.purpose == SETTINGS and "occupations:" in each.code)
    }
    assert pair.keys() == {TABLE, SETTINGS}
    return {**pair, **files} if TABLE in files or "occupations:" in files.get(SETTINGS, "") else files


def test_every_block_in_a_language_is_tried() -> None:
    assert [each.code for each in SNIPPETS if each.language and not each.purpose] == []
    assert len(_pieces()) > 8


def _part(heading: str) -> str:
    return TEXT.partition(f"\n{heading}\n")[2].partition("\n## ")[0]


@every_kind
def test_table_lists_every_key_in_order(heading: str, kind: type[Fields]) -> None:
    assert [key for key, _ in _listed(heading)] == list(_keys(kind))


@every_kind
def test_table_says_which_keys_are_required(heading: str, kind: type[Fields]) -> None:
    required = [key for key, needed in _listed(heading) if needed.startswith("required")]
    assert required == [key for key, is_required in _keys(kind).items() if is_required]


@every_kind
def test_examples_of_keys_check_clean(heading: str, kind: type[Fields], tmp_path: Path) -> None:
    lines = _example_lines(heading)
    files = example()
    if kind is PathwayFields:
        files[PATHWAY] = with_keys(files[PATHWAY], lines.replace("draft: true\n", ""))
    elif kind is RoleFields:
        files[ROLE] = with_keys(files[ROLE], lines)
    else:
        path = SETTINGS if kind is SiteFields else "content/pages/about.md"
        files |= _with_table({path: lines if kind is SiteFields else f"---\n{lines}---\n\nA page.\n"})
    allowed = {"W301", "W304", "W305", "W307", "W403"}
    assert said(each for each in checked(tmp_path, files) if each.fault.code not in allowed) == []


def _listed(heading: str) -> list[tuple[str, str]]:
    second = "Default" if heading == "## site.yaml" else "Needed"
    return [(key.strip("`"), needed) for key, needed in table(_part(heading), "Key", second)]


def _example_lines(heading: str) -> str:
    """The examples of a table as one front matter."""
    second = "Default" if heading == "## site.yaml" else "Needed"
    lines = []
    for key, _, _, cell in table(_part(heading), "Key", second, "What it takes", "Example"):
        name = key.strip("`")
        if name.startswith("sources."):
            continue
        outer, _, inner = name.partition(".")
        lines.append(
            f"  {inner}: {cell.strip('`')}" if inner else f"{outer}:{' ' + cell.strip('`') if '`' in cell else ''}"
        )
    return "\n".join(lines) + "\n"


def _keys(kind: type[Fields]) -> dict[str, bool]:
    """Every key that a kind of file has, `outer.inner` for those of a mapping, and whether it is required."""
    keys = {}
    for name, key in kind.keys.items():
        keys[name] = key.is_required
        keys |= {f"{name}.{each}": required for each, required in (_keys(key.inner) if key.inner else {}).items()}
    return keys


def test_defaults_of_settings_are_those_of_the_code() -> None:
    defaults = {key.strip("`"): cell.strip("`") for key, cell in table(_part("## site.yaml"), "Key", "Default")}
    site = Site()
    assert defaults["title"] == site.title
    assert defaults["headline"] == site.headline
    assert (defaults["language"], defaults["currency"]) == (site.language, site.currency)
    assert (defaults["hours_per_week"], defaults["review_after"]) == (
        str(site.hours_a_week),
        str(site.review_after),
    )
    assert defaults["route_pages"] == str(site.route_pages)
    assert [defaults[each] == "true" for each in ("search", "pictures", "precompress")] == [
        site.search,
        site.pictures,
        site.precompress,
    ]
    assert defaults["call_to_action"] == f'"{site.call_to_action.title}"'
    assert (defaults["base_url"], defaults["author"], defaults["footer"]) == (
        site.base_url,
        site.author,
        site.footer,
    )


def test_limits_are_those_of_the_code() -> None:
    assert f"at most {LARGEST_FILE // 1024} kB" in TEXT
    assert f"at most {LONGEST_SUMMARY} characters" in TEXT


def test_marks_and_columns_are_those_of_the_code() -> None:
    assert f"`{overrides.MARK}`" in TEXT
    assert f"`{marks.MARK}`" in TEXT
    assert f"`{','.join(COLUMNS)}`" in TEXT


def test_fits_are_those_of_the_code() -> None:
    assert [fit.strip("`") for fit, _ in table(_part("## Keys of a role"), "Fit", "It means")] == list(Fit)


def test_every_heading_of_a_section_is_listed_under_its_name() -> None:
    listed = {
        name: code_in(cell)
        for name, cell in table(_part("## Sections of a pathway"), "Section", "Headings it answers to")
    }
    assert listed == {each.titles[0]: list(each.titles) for each in section_types()}


def _titles_of(column: str) -> list[str]:
    return [title for _, cell in table(TEXT, column, "Headings it answers to") for title in code_in(cell)]


@pytest.mark.parametrize("title", _titles_of("Part"))
def test_every_listed_part_is_known(title: str, tmp_path: Path) -> None:
    files = example()
    files[PATHWAY] = with_section(files[PATHWAY], f"## Reality check\n\n### {title}\n\n- A point.\n")
    assert said(checked(tmp_path, files)) == []


@pytest.mark.parametrize("title", _titles_of("Horizon"))
def test_every_listed_horizon_is_known(title: str, tmp_path: Path) -> None:
    files = example()
    files[PATHWAY] = with_section(files[PATHWAY], f"## Action plan\n\n### {title}\n\n- A task.\n")
    assert said(checked(tmp_path, files)) == []


def _headings_in_phases() -> list[Any]:
    rows = table(TEXT, "Heading inside a phase", "Other words for it")
    return [
        pytest.param(code_in(first)[0], title, id=title)
        for first, others in rows
        for title in (code_in(first)[0].lstrip("# "), *code_in(others))
    ]


@pytest.mark.parametrize(("meaning", "title"), _headings_in_phases())
def test_every_listed_heading_inside_a_phase_is_known(meaning: str, title: str) -> None:
    roadmap = f"## Roadmap\n\n### Foundations (18 weeks)\n\n#### {title}\n\n- An item.\n"
    source = Source(path=PATHWAY, key=PATHWAY, text=with_section(example()[PATHWAY], roadmap))
    pathway, _ = read_pathway(source, currency="USD")
    assert pathway is not None
    assert pathway.roadmap is not None
    (phase,) = pathway.roadmap.phases
    assert (len(phase.tasks), len(phase.resources)) == ((1, 0) if meaning == "#### Tasks" else (0, 1))


def _facts(row: str) -> list[Any]:
    return next(code_in(cell) for name, cell in table(TEXT, "Fact", "Written as") if name.startswith(row))


@pytest.mark.parametrize("length", _facts("Length"))
def test_every_listed_length_is_read(length: str, tmp_path: Path) -> None:
    files = example()
    files[PATHWAY] = with_section(files[PATHWAY], f"## Skills to learn\n\n### SQL (important, {length})\n\nHow.\n")
    found = [each for each in checked(tmp_path, files) if each.fault.code not in {"W304", "W305"}]
    assert said(found) == []


@pytest.mark.parametrize("priority", _facts("Priority"))
def test_every_listed_priority_is_read(priority: str, tmp_path: Path) -> None:
    files = example()
    files[PATHWAY] = with_section(files[PATHWAY], f"## Skills to learn\n\n### SQL ({priority}, ongoing)\n\nHow.\n")
    found = [each for each in checked(tmp_path, files) if each.fault.code not in {"W304", "W305"}]
    assert said(found) == []
