"""How templates are read: escaped, strict, without layout, the site's own before the package's."""

from pathlib import Path

import pytest
from jinja2 import UndefinedError

from site_gen.model.prose import Prose
from site_gen.render.environment import make_environment

HERE = Path(__file__).parents[2] / "templates"


def write(folder: Path, name: str, source: str) -> None:
    (folder / name).write_text(source, encoding="utf-8")


def render(folder: Path, source: str, **values: object) -> str:
    write(folder, "page.html", source)
    return make_environment([folder]).get_template("page.html").render(values)


def test_values_are_escaped(tmp_path: Path) -> None:
    assert render(tmp_path, '<p title="{{ text }}">{{ text }}</p>', text='<b>"&') == (
        '<p title="&lt;b&gt;&#34;&amp;">&lt;b&gt;&#34;&amp;</p>'
    )


def test_prose_is_shown_as_it_is(tmp_path: Path) -> None:
    assert render(tmp_path, "{{ text | prose }}", text=Prose(html="<em>a</em>")) == "<em>a</em>"


def test_unknown_name_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UndefinedError):
        render(tmp_path, "{{ nobody }}")


def test_layout_of_templates_does_not_reach_the_page(tmp_path: Path) -> None:
    source = "<ul>\n  {% for each in [1, 2] %}\n  <li>{{ each }}</li>\n  {% endfor %}\n</ul>\n<b>a</b>\n<i>b</i>"
    assert render(tmp_path, source) == "<ul><li>1</li><li>2</li></ul><b>a</b>\n<i>b</i>"


def test_lines_of_an_authors_code_stay(tmp_path: Path) -> None:
    assert render(tmp_path, "{{ text | prose }}", text="<pre>a\n  <p>\n</pre>") == "<pre>a\n  <p>\n</pre>"


def test_own_template_goes_before_the_packaged_one(tmp_path: Path) -> None:
    write(tmp_path, "base.html", "mine")
    environment = make_environment([tmp_path, HERE])
    assert environment.get_template("base.html").render() == "mine"
    assert environment.get_template("pages/home.html").filename == str(HERE / "pages/home.html")
