"""What is asked of settings and templates is noted, as far as it can change what is made."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from jinja2 import Environment

from site_gen.build.noting import SETTINGS, Notebook, note_templates, noted_site
from site_gen.model.site import Site
from site_gen.render.environment import make_environment

FILES = {
    "base.html": "{% block main %}{% endblock %}",
    "page.html": (
        '{% extends "base.html" %}{% from "macros.html" import show %}{% block main %}{{ show(part) }}{% endblock %}'
    ),
    "macros.html": (
        '{% from "deep.html" import x %}'
        '{% macro show(part) %}{% include ["parts/" ~ part, "any.html"] %}{{ x() }}{% endmacro %}'
    ),
    "deep.html": "{% macro x() %}{% endmacro %}",
    "parts/a": "a",
    "any.html": "any",
    "maybe.html": '{% include ["no", "nor"] ignore missing %}{% include "never" ignore missing %}',
    "pick.html": '{% include ["no", "any.html", "base.html"] %}',
}


@pytest.fixture
def notes() -> Notebook:
    return Notebook()


@pytest.fixture
def environment(tmp_path: Path, notes: Notebook) -> Environment:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    environment = make_environment([tmp_path])
    note_templates(environment, notes)
    return environment


def asked(environment: Environment, notes: Notebook, name: str, **values: object) -> set[str]:
    notes.clear()
    environment.get_template(name).render(values)
    return {each.removeprefix("template:") for each in notes.asked()}


OF_A = {"page.html", "base.html", "macros.html", "deep.html", "parts/a"}
OF_B = {"page.html", "base.html", "macros.html", "deep.html", "parts/b", "any.html"}


@pytest.mark.parametrize("order", ["ab", "ba", "aab", "abab"])
def test_a_page_asks_for_the_templates_that_it_takes_in_and_no_others(
    environment: Environment, notes: Notebook, order: str
) -> None:
    """What is imported is run once, for the first page; it counts for the others, too."""
    for part in order:
        assert asked(environment, notes, "page.html", part=part) == (OF_A if part == "a" else OF_B)


def test_a_template_that_is_not_there_is_asked_for(environment: Environment, notes: Notebook) -> None:
    assert asked(environment, notes, "maybe.html") == {"maybe.html", "no", "nor", "never"}
    assert asked(environment, notes, "pick.html") == {"pick.html", "no", "any.html"}


def test_templates_draw_the_same_when_they_are_noted(environment: Environment, tmp_path: Path) -> None:
    plain = make_environment([tmp_path])
    for part in "aba":
        drawn = environment.get_template("page.html").render(part=part)
        assert drawn == plain.get_template("page.html").render(part=part)


def test_settings_that_are_looked_at_are_noted(notes: Notebook) -> None:
    site = noted_site(Site(title="T", hours_a_week=7), notes)
    notes.clear()
    assert notes.asked() == frozenset()
    assert (site.title, site.hours_a_week) == ("T", 7)
    assert notes.asked() == {"setting:title", "setting:hours_a_week"}


def test_every_setting_is_the_same_when_it_is_noted(notes: Notebook) -> None:
    site = Site(title="T", base_url="https://a.example/")
    noted = noted_site(site, notes)
    assert _values(noted) == _values(site)
    assert notes.asked() == {f"setting:{name}" for name in SETTINGS}


def _values(site: Site) -> Iterable[object]:
    return [getattr(site, name) for name in sorted(SETTINGS)]
