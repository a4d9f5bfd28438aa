"""What a template has to do with others is read by Jinja's own parser."""

import pytest

from site_gen.render.template_parts import TemplateParts, template_parts


def parts(source: str) -> TemplateParts:
    found = template_parts(source)
    assert found is not None
    return found


@pytest.mark.parametrize("source", ["{% if %}", "{% endblock %}", "{{ 1 +", "{% block a %}"])
def test_what_cannot_be_parsed_has_no_parts(source: str) -> None:
    assert template_parts(source) is None


def test_plain_text_has_nothing() -> None:
    assert parts("<p>") == TemplateParts(lines={}, outer=frozenset(), parent="", taken=frozenset(), takes_any=False)


def test_blocks_have_their_lines_and_those_in_others_are_not_outer() -> None:
    found = parts("a\n{% block one %}\n{% if x %}{% block two %}{% endblock %}{% endif %}\n{% endblock %}\n"
                  "{% for x in y %}\n{%- block three %}{% endblock %}{% endfor %}")  # fmt: skip
    assert found.lines == {"one": 2, "two": 3, "three": 6}
    assert found.outer == {"one", "three"}


@pytest.mark.parametrize("source", ["{# {% block a %}{% endblock %} #}", "{% raw %}{% block a %}{% endraw %}"])
def test_what_only_looks_like_a_block_is_none(source: str) -> None:
    assert parts(source).lines == {}


@pytest.mark.parametrize(
    ("source", "parent"),
    [
        pytest.param("<p>", "", id="none"),
        pytest.param("{% extends 'base.html' %}", "base.html", id="one"),
        pytest.param("{% set a = 1 %}{% extends 'base.html' %}", "base.html", id="after something"),
        pytest.param("{% extends layout %}", None, id="worked out"),
        pytest.param("{% extends 'a' ~ b %}", None, id="put together"),
        pytest.param("{% if a %}{% extends 'base.html' %}{% endif %}", None, id="on a condition"),
    ],
)
def test_a_parent_is_known_where_it_is_written(source: str, parent: str | None) -> None:
    assert parts(source).parent == parent


@pytest.mark.parametrize(
    ("source", "taken", "takes_any"),
    [
        pytest.param("{% extends 'a.html' %}", {"a.html"}, False, id="extends"),
        pytest.param("{% include 'a.html' %}", {"a.html"}, False, id="include"),
        pytest.param("{% include ['a.html', 'b.html'] %}", {"a.html", "b.html"}, False, id="include one of some"),
        pytest.param("{% import 'a.html' as a %}", {"a.html"}, False, id="import"),
        pytest.param("{% from 'a.html' import a %}", {"a.html"}, False, id="import from"),
        pytest.param("{% include kind ~ '.html' %}{% include 'a.html' %}", {"a.html"}, True, id="worked out"),
    ],
)
def test_what_a_template_takes_in_is_known_by_name(source: str, taken: set[str], takes_any: bool) -> None:
    found = parts(source)
    assert (set(found.taken), found.takes_any) == (taken, takes_any)
