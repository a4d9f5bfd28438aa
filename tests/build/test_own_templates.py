"""A site's own templates: what they lose, what is never shown of them, and what nothing uses, is said."""

from pathlib import Path, PurePosixPath

import pytest

from site_gen.build.own_templates import judge_own_templates
from site_gen.build.site import build_site, check_site
from site_gen.build.templates import packaged_templates
from site_gen.diagnostic import Severity
from site_gen.faults import MISSING_BLOCK, UNKNOWN_BLOCK, UNUSED_TEMPLATE
from site_gen.render.template_parts import template_parts
from tests.sites import options, small_site

BASE = (packaged_templates() / "base.html").read_text("utf-8")
PLAIN = (packaged_templates() / "pages/plain.html").read_text("utf-8")
EXTENDS = "{% extends 'base.html' %}\n"
WHOLE = EXTENDS + "{% block main_attributes %}{% endblock %}{% block main %}{% endblock %}\n"


def said(site: Path, **files: str) -> list[str]:
    """What is said of own templates, by path: `path:line:column+length code message -- help`."""
    for name, text in files.items():
        file = site / "templates" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return [
        f"{each.place.path}:{each.place.line}:{each.place.column}+{each.place.length} "
        f"{each.fault.code} {each.message} -- {each.help}"
        for each in judge_own_templates(site, PurePosixPath())
    ]


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({}, id="no templates"),
        pytest.param({"base.html": BASE, "pages/plain.html": PLAIN}, id="copies as they are"),
        pytest.param({"pages/plain.html": WHOLE}, id="blocks left empty"),
        pytest.param({"pages/plain.html": "<p>{{ plain.title }}\n"}, id="a page that makes itself whole"),
        pytest.param({"assets/tokens.css": ":root {}\n", "assets/icon.svg": "<svg/>\n"}, id="styles and an icon"),
        pytest.param({"components/mine/mine.css": "p {}\n", "modules/mine.js": "1\n"}, id="what is found by itself"),
        pytest.param(
            {"pages/plain.html": WHOLE + "{% block main %}{% include 'my/part.html' %}", "my/part.html": "<p>"},
            id="a template that cannot be parsed is told when it is drawn",
        ),
        pytest.param(
            {"pages/plain.html": "{% include 'my/part.html' %}", "my/part.html": "<p>"}, id="a part that is taken in"
        ),
        pytest.param(
            {"pages/plain.html": "{% include kind %}", "my/part.html": "<p>"}, id="a part that may be taken in"
        ),
        pytest.param({"pages/plain.html": "{% extends layout %}{% block a %}{% endblock %}"}, id="an unknown parent"),
        pytest.param({"pages/plain.html": "{% extends 'none.html' %}{% block a %}{% endblock %}"}, id="no such parent"),
        pytest.param({"base.html": EXTENDS + "{% block a %}{% endblock %}"}, id="a template that extends itself"),
        pytest.param(
            {"pages/plain.html": WHOLE.replace("{% endblock %}\n", "{% block inner %}a{% endblock %}{% endblock %}\n")},
            id="a block inside another",
        ),
        pytest.param(
            {
                "my/layout.html": WHOLE.replace("block main %}{%", "block main %}{% block text %}{% endblock %}{%"),
                "pages/plain.html": "{% extends 'my/layout.html' %}{% block text %}a{% endblock %}",
            },
            id="a layout in between",
        ),
        pytest.param(
            {"README.md": "a", "notes.txt": "a", ".hidden/a.html": "a", "base.html~": "a"}, id="words for people"
        ),
        pytest.param({"components/card/examples.yaml": "a"}, id="examples of a copied component"),
    ],
)
def test_nothing_is_said_of(tmp_path: Path, files: dict[str, str]) -> None:
    assert said(tmp_path, **files) == []


def test_a_frame_without_a_block_that_pages_fill_loses_what_they_put_there(tmp_path: Path) -> None:
    text = BASE.replace("{% block breadcrumbs %}{% endblock %}", "")
    assert said(tmp_path, **{"base.html": text}) == [
        "templates/base.html:1:1+15 W509 there is no block `breadcrumbs` here, so what `pages/field.html` and others "
        "put into it is lost -- write `{% block breadcrumbs %}{% endblock %}` where it belongs"
    ]


def test_a_block_of_the_frame_that_no_page_fills_may_go(tmp_path: Path) -> None:
    text = BASE.replace("{% block footer %}", "").replace("</p>{% endblock %}\n  <label", "</p>\n  <label")
    assert template_parts(text) is not None
    assert said(tmp_path, **{"base.html": text}) == []


def test_a_page_without_a_block_that_waymark_s_fills_is_told_where_that_is(tmp_path: Path) -> None:
    text = EXTENDS + "{% block main %}a{% endblock %}\n"
    assert said(tmp_path, **{"pages/plain.html": text}) == [
        "templates/pages/plain.html:1:1+25 W509 there is no block `main_attributes` here, and the template of Waymark "
        "that this one replaces has one -- take it over, or write `{% block main_attributes %}{% endblock %}` to go "
        "without"
    ]
    (found,) = judge_own_templates(tmp_path, PurePosixPath())
    assert found.notes == (
        "Waymark's `pages/plain.html` has it in line 2: `{% block main_attributes %} data-pagefind-body{% endblock %}`",
    )


def test_a_page_is_held_to_its_blocks_also_where_the_frame_is_the_site_s_own(tmp_path: Path) -> None:
    text = EXTENDS + "{% block main %}a{% endblock %}\n"
    (line,) = said(tmp_path, **{"base.html": BASE, "pages/plain.html": text})
    assert line.startswith("templates/pages/plain.html:1:1+25 W509 there is no block `main_attributes` here")


def test_an_empty_template_is_not_taken_for_a_page_without_blocks(tmp_path: Path) -> None:
    assert said(tmp_path, **{"pages/plain.html": ""}) == []


def test_a_block_that_the_own_frame_has_dropped_is_told_once_and_there(tmp_path: Path) -> None:
    base = BASE.replace("{% block main_attributes %}{% endblock %}", "")
    assert [line.split(" --")[0] for line in said(tmp_path, **{"base.html": base, "pages/plain.html": PLAIN})] == [
        "templates/base.html:1:1+15 W509 there is no block `main_attributes` here, so what `pages/pathway.html` and "
        "others put into it is lost"
    ]


def test_a_misspelt_block_is_named_with_the_right_one_and_is_not_missing_too(tmp_path: Path) -> None:
    text = EXTENDS + "{% block main_attributes %}{% endblock %}\n  {% block mian %}a{% endblock %}\n"
    assert said(tmp_path, **{"pages/plain.html": text}) == [
        "templates/pages/plain.html:3:12+4 W510 `base.html` has no block `mian`, so what stands in it is shown nowhere "
        "-- write `main`"
    ]


def test_a_block_like_no_other_is_told_where_to_go(tmp_path: Path) -> None:
    text = WHOLE + "{% block xyzzy %}a{% endblock %}\n"
    assert said(tmp_path, **{"pages/plain.html": text}) == [
        "templates/pages/plain.html:3:10+5 W510 `base.html` has no block `xyzzy`, so what stands in it is shown "
        "nowhere -- put it into one of the blocks of `base.html`"
    ]


@pytest.mark.parametrize(
    ("name", "help"),
    [
        ("pages/plane.html", "move it to templates/pages/plain.html, or remove it"),
        ("plain.html", "move it to templates/pages/plain.html, or remove it"),
        ("plane.htm", "move it to templates/pages/plain.html, or remove it"),
        ("my/card.html", "move it to templates/components/card/card.html, or remove it"),
        ("my/callout.css", "move it to templates/components/callout/callout.css, or remove it"),
        ("parts/chart.html", 'take it in with `{% include "parts/chart.html" %}`, or remove it'),
        ("pages/plain.htm", "move it to templates/pages/plain.html, or remove it"),
        ("assets/token.css", "move it to templates/assets/tokens.css, or remove it"),
        ("a/x.html", 'take it in with `{% include "a/x.html" %}`, or remove it'),
        ("zzz/photo.jpg", "move it to content/assets/ if pages link to it, or remove it"),
    ],
)
def test_a_file_that_nothing_uses_is_told_where_it_belongs(tmp_path: Path, name: str, help: str) -> None:
    assert said(tmp_path, **{name: "a"}) == [f"templates/{name}:1:1+1 W511 nothing uses this file -- {help}"]


def test_a_check_and_a_build_say_the_same_and_publish(tmp_path: Path) -> None:
    site = small_site(tmp_path)
    said(site, **{"pages/plain.html": EXTENDS + "{% block mian %}{% endblock %}", "plane.html": ""})
    expected = [(UNKNOWN_BLOCK, "here/templates/pages/plain.html"), (UNUSED_TEMPLATE, "here/templates/plane.html")]
    given = options(site, shown=PurePosixPath("here"))
    for look in (check_site, build_site, build_site):
        found = look(given).diagnostics
        assert [(each.fault, each.place.path) for each in found if each.fault is not MISSING_BLOCK] == expected
        assert {each.severity for each in found} == {Severity.WARNING}
    assert build_site(given).published


def test_settings_weigh_what_is_said_of_templates(tmp_path: Path) -> None:
    site = small_site(tmp_path, {"site.yaml": "severity: { unused-template: off }\n"})
    said(site, **{"plane.html": ""})
    assert check_site(options(site)).diagnostics == ()


def test_what_was_mended_is_not_said_by_the_next_build(tmp_path: Path) -> None:
    site = small_site(tmp_path)
    said(site, **{"plane.html": ""})
    assert [each.fault for each in build_site(options(site)).diagnostics] == [UNUSED_TEMPLATE]
    (site / "templates/plane.html").unlink()
    assert build_site(options(site)).diagnostics == ()


def test_a_check_of_one_file_says_nothing_of_templates(tmp_path: Path) -> None:
    site = small_site(tmp_path)
    said(site, **{"plane.html": ""})
    assert check_site(options(site, only=frozenset({"roles/cook.md"}))).diagnostics == ()


def test_waymark_s_own_templates_fill_only_blocks_that_their_parent_has() -> None:
    frame = template_parts(BASE)
    assert frame is not None
    for path in packaged_templates().rglob("*.html"):
        found = template_parts(path.read_text("utf-8"))
        assert found is not None
        assert found.parent in {"", "base.html"}
        assert not found.parent or found.outer <= frame.lines.keys()


def test_waymark_s_own_templates_name_only_one_another() -> None:
    """So what a template of Waymark takes in can never be a file that only a site has."""
    folder = packaged_templates()
    names = {path.relative_to(folder).as_posix() for path in folder.rglob("*")}
    for path in folder.rglob("*.html"):
        found = template_parts(path.read_text("utf-8"))
        assert found is not None
        assert found.taken <= names
        assert not found.takes_any or path.name == "pathway.html"  # it takes in a section by the name of its kind
