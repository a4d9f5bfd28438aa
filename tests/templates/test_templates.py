"""Templates: each has what it stands for, each component its examples, and nothing is inline."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jinja2 import Environment
from markupsafe import Markup

from site_gen.pages import page_types
from site_gen.render.environment import make_environment
from site_gen.sections import PROSE, section_types
from tools.lint_templates import lint_template

TEMPLATES = Path(__file__).parents[2] / "templates"
ENVIRONMENT = make_environment([TEMPLATES])
COMPONENTS = sorted(path.name for path in (TEMPLATES / "components").iterdir())


def examples() -> list[Any]:
    found = []
    for component in COMPONENTS:
        text = (TEMPLATES / f"components/{component}/examples.yaml").read_text(encoding="utf-8")
        found += [
            pytest.param(component, each, id=f"{component}-{each['name'].replace(' ', '-')}")
            for each in yaml.safe_load(text)
        ]
    return found


def drawn(value: Any) -> Any:
    """The value with its drawings as markup, which is how templates get them."""
    if isinstance(value, dict):
        return {key: drawn(each) for key, each in value.items()}
    if isinstance(value, list):
        return [drawn(each) for each in value]
    return Markup(value) if isinstance(value, str) and value.startswith("<svg") else value


def test_there_are_components() -> None:
    assert len(COMPONENTS) > 10


@pytest.mark.parametrize("component", COMPONENTS)
def test_component_has_its_three_files(component: str) -> None:
    names = {path.name for path in (TEMPLATES / "components" / component).iterdir()}
    styles = {name for name in names if re.fullmatch(rf"{component}(\.\w+)*\.css", name)}
    assert styles
    assert names == {f"{component}.html", *styles, "examples.yaml"}


@pytest.mark.parametrize(("component", "example"), examples())
def test_component_shows_what_its_example_says(component: str, example: dict[str, Any]) -> None:
    module = ENVIRONMENT.get_template(f"components/{component}/{component}.html").module
    call = drawn(example["call"])
    if "caller" in call:
        inside = Markup(call["caller"])
        call["caller"] = lambda: inside
    html = getattr(module, component)(**call)
    assert [words for words in example["shows"] if words not in html] == []


@pytest.mark.parametrize("page_type", [each.name for each in page_types()])
def test_page_type_has_its_template(page_type: str) -> None:
    assert (TEMPLATES / f"pages/{page_type}.html").is_file()


def test_every_page_template_has_its_page_type() -> None:
    assert {path.stem for path in (TEMPLATES / "pages").iterdir()} == {each.name for each in page_types()}


def test_every_section_has_its_template_and_no_template_is_left_over() -> None:
    kinds = {each.kind for each in (*section_types(), PROSE)}
    assert {path.stem for path in (TEMPLATES / "sections").iterdir()} == kinds


@pytest.mark.parametrize(
    "template", [pytest.param(path, id=path.relative_to(TEMPLATES).as_posix()) for path in TEMPLATES.rglob("*.html")]
)
def test_template_has_nothing_inline(template: Path) -> None:
    assert lint_template(template.read_text(encoding="utf-8"), Environment(autoescape=True)) == []
