"""Compiled templates that are kept."""

import sys
from pathlib import Path

import pytest
from jinja2 import Environment

from site_gen.render import quick_templates
from site_gen.render.environment import make_environment
from site_gen.render.template_cache import TemplateCache


def draw(templates: Path, cache: Path | None) -> str:
    return (
        make_environment([templates], {templates: cache} if cache else {}).get_template("page.html").render(name="<b>")
    )


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "page.html").write_text("<p>\n  {{ name }}</p>", encoding="utf-8")
    return folder


def test_nothing_is_kept_without_a_folder(tmp_path: Path, templates: Path) -> None:
    assert draw(templates, None) == "<p>&lt;b&gt;</p>"
    assert list(tmp_path.iterdir()) == [templates]


def test_template_is_not_compiled_again(tmp_path: Path, templates: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = tmp_path / "made" / "cache"
    first = draw(templates, cache)

    def compile_again(*_: object) -> None:
        pytest.fail("compiled again")

    monkeypatch.setattr(Environment, "compile", compile_again)
    assert draw(templates, cache) == first == "<p>&lt;b&gt;</p>"


def test_template_that_changed_is_compiled_again(tmp_path: Path, templates: Path) -> None:
    draw(templates, tmp_path / "cache")
    (templates / "page.html").write_text("<i>{{ name }}", encoding="utf-8")
    assert draw(templates, tmp_path / "cache") == "<i>&lt;b&gt;"


def test_spoilt_file_is_replaced(tmp_path: Path, templates: Path) -> None:
    cache = tmp_path / "cache"
    draw(templates, cache)
    (kept,) = cache.iterdir()
    kept.write_bytes(b"spoilt")
    assert draw(templates, cache) == "<p>&lt;b&gt;</p>"
    assert kept.read_bytes() != b"spoilt"


def test_other_makers_of_code_have_other_files(tmp_path: Path) -> None:
    patterns = [
        TemplateCache({tmp_path: tmp_path}, makers).pattern
        for makers in ((), (quick_templates,), (quick_templates, pytest))
    ]
    assert len(set(patterns)) == 3


def test_what_other_makers_have_left_goes(tmp_path: Path, templates: Path) -> None:
    cache = tmp_path / "cache"
    draw(templates, cache)
    (kept,) = cache.iterdir()
    python = sys.implementation.cache_tag
    (cache / f"{python}-0123456789abcdef-1.template").write_bytes(b"older")
    (cache / "cpython-32-0123456789abcdef-1.template").write_bytes(b"of another Python")
    (templates / "page.html").write_text("<b>{{ name }}", encoding="utf-8")
    draw(templates, cache)
    assert {each.name for each in cache.iterdir()} == {kept.name, "cpython-32-0123456789abcdef-1.template"}


def test_each_folder_of_templates_keeps_its_own(tmp_path: Path, templates: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "page.html").write_text("{% include 'part.html' %}", encoding="utf-8")
    (templates / "part.html").write_text("part", encoding="utf-8")
    unknown = tmp_path / "unknown"
    unknown.mkdir()
    kept = {own: tmp_path / "a", templates: tmp_path / "b"}
    assert make_environment([unknown, own, templates], kept).get_template("page.html").render() == "part"
    assert [len(list(folder.iterdir())) for folder in kept.values()] == [1, 1]
    (unknown / "page.html").write_text("not kept", encoding="utf-8")
    assert make_environment([unknown, own, templates], kept).get_template("page.html").render() == "not kept"
    assert [len(list(folder.iterdir())) for folder in kept.values()] == [1, 1]
