"""A site's own templates: found first, and when one is broken, named with its line."""

import shutil
from pathlib import Path, PurePosixPath

import pytest

from site_gen.build.site import build_site
from site_gen.build.template_faults import template_diagnostic
from site_gen.build.templates import cache_folders, packaged_templates, template_folders
from site_gen.diagnostic import Diagnostic, Place
from site_gen.faults import TEMPLATE_FAULT
from tests.sites import options, small_site, tree

OWN = "templates/pages/home.html"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return small_site(tmp_path)


def put(site: Path, text: str | bytes, name: str = OWN) -> None:
    file = site / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode() if isinstance(text, str) else text)


def fault(message: str, *, line: int, excerpt: str, path: str = OWN) -> Diagnostic:
    column = len(excerpt) - len(excerpt.lstrip()) + 1
    return Diagnostic(
        fault=TEMPLATE_FAULT,
        message=f"the template cannot be rendered: {message}",
        place=Place(path=path, line=line, column=column, length=len(excerpt.strip()), excerpt=excerpt),
        help="mend the template, or delete your copy to use the one that comes with Waymark",
        severity=TEMPLATE_FAULT.severity,
    )


def test_a_site_without_templates_uses_those_of_waymark(site: Path) -> None:
    assert template_folders(site) == (packaged_templates(),)
    assert build_site(options(site)).published


def test_a_site_that_holds_waymark_s_own_templates_has_one_folder() -> None:
    folder = packaged_templates()
    assert template_folders(folder.parent) == (folder,)


def test_a_site_s_own_template_goes_first(site: Path) -> None:
    put(site, "<p>{{ frame.site.title }} at home\n")
    assert template_folders(site) == (site / "templates", packaged_templates())
    assert build_site(options(site)).published
    assert (site / "output/index.html").read_text() == "<p>Waymark at home\n"


def test_an_installed_package_has_its_templates_inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "_templates").mkdir()
    monkeypatch.setattr("site_gen.build.templates.files", lambda _name: tmp_path)
    assert packaged_templates() == tmp_path / "_templates"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "<p>\n{% if %}\n",
            fault("Expected an expression, got 'end of statement block'", line=2, excerpt="{% if %}"),
            id="bad syntax",
        ),
        pytest.param(
            "<p>\n{% endfor %}\n",
            fault("Encountered unknown tag 'endfor'.", line=2, excerpt="{% endfor %}"),
            id="an end without its beginning",
        ),
        pytest.param(
            "<p>\n\n    {{ page.titel }}\n",
            fault(
                "'site_gen.render.page.Page object' has no attribute 'titel'",
                line=3,
                excerpt="    {{ page.titel }}",
            ),
            id="a misspelt name",
        ),
        pytest.param(
            "{{ page.title | uper }}\n",
            fault("No filter named 'uper'.", line=1, excerpt="{{ page.title | uper }}"),
            id="an unknown filter",
        ),
        pytest.param(
            "<p>\n{% include 'none.html' %}\n",
            fault("there is no template `none.html`", line=2, excerpt="{% include 'none.html' %}"),
            id="an include of nothing",
        ),
        pytest.param(
            "<p>\n{% include ['none.html', 'nil.html'] %}\n",
            fault(
                "there is none of the templates `none.html`, `nil.html`",
                line=2,
                excerpt="{% include ['none.html', 'nil.html'] %}",
            ),
            id="an include of one of several nothings",
        ),
        pytest.param(
            "<p>\n{{ [] * [] }}\n",
            fault("TypeError: can't multiply sequence by non-int of type 'list'", line=2, excerpt="{{ [] * [] }}"),
            id="an error of Python",
        ),
        pytest.param(
            "<p>\n{% include 'pages/home.html' %}\n",
            fault(
                "RecursionError: maximum recursion depth exceeded",
                line=2,
                excerpt="{% include 'pages/home.html' %}",
            ),
            id="a template that includes itself",
        ),
        pytest.param(
            b"<p>\ncaf\xe9\n",
            fault("it is not UTF-8 text", line=2, excerpt="caf\N{REPLACEMENT CHARACTER}"),
            id="a template in another encoding",
        ),
    ],
)
def test_a_broken_template_is_named_and_the_old_site_kept(site: Path, text: str | bytes, expected: Diagnostic) -> None:
    assert build_site(options(site)).published
    before = tree(site / "output")
    put(site, text)
    report = build_site(options(site))
    (found,) = report.diagnostics
    message = "the template cannot be rendered: RecursionError: maximum recursion depth exceeded"
    if found.message.startswith(message):
        assert found.place == expected.place
    else:
        assert found == expected
    assert not report.published
    assert tree(site / "output") == before


def test_a_fault_in_an_included_template_is_named_there(site: Path) -> None:
    put(site, "{% include 'part.html' %}\n")
    put(site, "\n\n{{ nothing }}\n", "templates/part.html")
    excerpt = "{{ nothing }}"
    assert build_site(options(site)).diagnostics == (
        fault("'nothing' is undefined", line=3, excerpt=excerpt, path="templates/part.html"),
    )


def test_a_style_sheet_in_another_encoding_is_named(site: Path) -> None:
    put(site, b"/* caf\xe9 */\n", "templates/assets/print.css")
    (found,) = build_site(options(site)).diagnostics
    assert (found.place.path, found.place.line) == ("templates/assets/print.css", 1)
    assert found.message == "the template cannot be rendered: it is not UTF-8 text"


def test_a_template_is_shown_as_the_site_was_typed(site: Path) -> None:
    put(site, "{{ nothing }}")
    (found,) = build_site(options(site, shown=PurePosixPath("../my site"))).diagnostics
    assert found.place.path == f"../my site/{OWN}"


def test_a_fault_among_waymark_s_own_templates_is_named_too(site: Path, tmp_path: Path) -> None:
    folder = tmp_path / "packaged"
    shutil.copytree(packaged_templates(), folder)
    error = FileNotFoundError(2, "No such file or directory", str(folder / "base.html"))
    found = template_diagnostic(error, [folder], site=site, shown=PurePosixPath())
    assert found is None, "a broken package is no fault of the author"


@pytest.mark.parametrize(
    "error",
    [
        ValueError("a bug"),
        OSError(28, "No space left on device", "/output"),
        UnicodeDecodeError("utf-8", b"\xff", 0, 1, ""),
    ],
    ids=["a bug", "a full disk", "text from elsewhere"],
)
def test_an_error_from_elsewhere_is_no_fault_of_a_template(site: Path, error: Exception) -> None:
    assert template_diagnostic(error, template_folders(site), site=site, shown=PurePosixPath()) is None


def test_waymark_s_own_templates_are_kept_compiled_for_all_sites(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(site, "<p>{{ frame.site.title }} at home\n")
    kept = tmp_path / "kept"
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    beside = tmp_path / "package/__pycache__"
    monkeypatch.setattr("site_gen.build.templates.cache_from_source", lambda _file: str(beside / "x.pyc"))
    own, packaged = template_folders(site)
    assert cache_folders([own, packaged], kept) == {own: kept / "templates", packaged: beside / "templates"}
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    assert cache_folders([own, packaged], kept) == {own: kept / "templates", packaged: kept / "templates"}


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setattr("site_gen.build.templates.cache_from_source", lambda _file: str(tmp_path / "file/x.pyc"))
    assert cache_folders([packaged_templates()], tmp_path / "file") == {}
