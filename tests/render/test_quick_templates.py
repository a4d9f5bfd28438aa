"""Templates drawn quickly: the same text and the same errors as Jinja's own environment gives."""

import traceback
from collections.abc import Callable

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined, TemplateNotFound
from markupsafe import Markup

from site_gen.model.prose import Prose
from site_gen.render.prose import prose
from site_gen.render.quick_templates import QuickEnvironment

PARTS = {
    "base": "{% set title = 'T' %}<{% block head %}base {{ title }}{% endblock %}|{% block main %}{% endblock %}>\n",
    "macros": (
        "{% macro one(a) %}<{{ a }}>{% endmacro %}"
        "{% macro two(a, b='<2>') %}{{ one(a) }}{{ b }}{% endmacro %}"
        "{% macro rest(a) %}{{ a }}{{ varargs | join }}{{ kwargs.c }}{% endmacro %}"
        "{% macro around() %}({{ caller('<in>') }}){% endmacro %}"
    ),
    "part": "<{{ each }}{{ text }}>",
    "fails": "{{ text }}\n{{ nothing }}\n",
}
VALUES = {
    "text": "<i> & more",
    "html": Markup("<b>"),
    "number": 3,
    "none": None,
    "list": ["<", "2"],
    "map": {"a": "&", "class": "<c>", "none": None, "inner": {"a": "&"}},
    "odd": type("Odd", (), {"fi": "f", "ﬁ": "<fi>"}),
    "markup": {"html": "<b>"},
    "prose": Prose(html="<p>"),
}
TEMPLATES = [
    pytest.param("Bread", id="text"),
    pytest.param("{{ text }}{{ html }}{{ number }}{{ none }}{{ list }}{{ map.a }}{{ map['a'] }}", id="values"),
    pytest.param("{{ map.a }}{{ map.inner.a }}", id="items"),
    pytest.param("{{ map.class }}{{ map.a }}", id="item-named-by-a-word-of-python"),
    pytest.param("{{ odd.ﬁ }}", id="name-that-python-would-spell-otherwise"),
    pytest.param("{% set once = list | map('upper') %}{{ once | join }}{{ map.a }}", id="used-up-before-an-item"),
    pytest.param("{% set one = joiner('|') %}{{ one() }}{{ one() }}{{ map.a }}", id="called-before-an-item"),
    pytest.param("{{ map.a | prose }}{{ markup.html | prose }}{{ prose | prose }}", id="prose-in-items"),
    pytest.param(
        "{% if map.a and not map.none %}{{ text }}{% else %}no{% endif %}{% if map.none %}{% else %}no{% endif %}"
        "{% if map.none %}{{ map.a }}{% elif map.a == '&' %}{{ map.none }}{% endif %}{{ map.a if map.a else text }}",
        id="items-in-conditions",
    ),
    pytest.param("{{ '<' }}{{ '<' | safe }}{{ text | upper }}{{ list | join('<') }}{{ text ~ html }}", id="filters"),
    pytest.param("{{ '<p>' | prose }}{{ ('<p>' | prose) ~ '<' }}{{ '<p>' | prose | upper }}", id="prose"),
    pytest.param("{% for each in list %}{{ loop.index }}{{ each }}{% else %}none{% endfor %}", id="loop"),
    pytest.param("{% if number %}{{ text }}{% else %}{{ nothing }}{% endif %}", id="condition"),
    pytest.param(
        "{% set a %}<{{ text }}>{% endset %}{{ a }}{% filter upper %}<{{ text }}>{% endfilter %}", id="gathered"
    ),
    pytest.param("{% autoescape false %}{{ text }}{{ '<' }}{% endautoescape %}{{ text }}", id="escaping-off"),
    pytest.param("{% extends 'base' %}{% block main %}{{ text }}{% endblock %}outside{{ nothing }}", id="block"),
    pytest.param("{% extends 'base' %}{% block head %}[{{ super() }}]{% endblock %}", id="block-of-the-parent"),
    pytest.param("{% extends 'base' %}{% set title = 'own' %}", id="set-beside-blocks"),
    pytest.param("{% if number %}{% extends 'base' %}{% endif %}{{ text }}", id="extends-on-a-condition"),
    pytest.param("{% if none %}{% extends 'base' %}{% endif %}{{ text }}", id="extends-not"),
    pytest.param("{% block a %}{% block b %}{{ text }}{% endblock %}{% endblock %}{{ self.a() }}", id="nested-blocks"),
    pytest.param(
        "{% for each in list %}{% block c scoped %}{{ each }}{% endblock %}{% endfor %}", id="block-in-a-loop"
    ),
    pytest.param("{% for each in list %}{% include ['none', 'part'] %}{% endfor %}", id="include"),
    pytest.param("{% include 'none' ignore missing %}{{ text }}", id="include-of-nothing"),
    pytest.param("{% include 'macros' without context %}{{ text }}", id="include-without-context"),
    pytest.param("{% import 'base' as all %}{{ all }}{{ text ~ all }}", id="module-as-a-whole"),
    pytest.param("{% from 'macros' import one, two %}{{ one(text) }}{{ two(html) }}{{ two(1, b=text) }}", id="macros"),
    pytest.param("{% import 'macros' as m %}{{ m.one(a=text) }}{{ m.rest(1, '<', c=text) }}", id="module"),
    pytest.param("{% macro m(a) %}{{ a }}{% endmacro %}{{ m(text) ~ '<' }}{{ m(text) | upper }}", id="macro-is-markup"),
    pytest.param("{% macro m(a) %}{{ a }}{{ text }}{% endmacro %}{{ m(1) }}", id="macro-sees-the-page"),
    pytest.param("{% from 'macros' import around %}{% call(a) around() %}{{ a }}{{ text }}{% endcall %}", id="caller"),
    pytest.param("{% for a in list %}{% from 'macros' import one %}{{ one(a) }}{% endfor %}", id="import-in-a-loop"),
    pytest.param(
        "{% autoescape false %}{% macro m(a) %}{{ a }}{% endmacro %}{{ m('<') }}{% endautoescape %}", id="plain-macro"
    ),
    pytest.param("{% macro m(a) %}{{ a }}{{ varargs | join }}{% endmacro %}{{ m('<') }}{{ m(1, '<') }}", id="more"),
    pytest.param("{% macro m(a) %}{{ a }}{{ kwargs | length }}{% endmacro %}{{ m('<') }}{{ m(1, b=2) }}", id="named"),
    pytest.param(
        "{% set own = namespace() %}{% autoescape false %}{% macro m() %}<{% endmacro %}{% set own.m = m %}"
        "{% endautoescape %}{{ own.m() }}",
        id="made-where-nothing-is-escaped",
    ),
    pytest.param(
        "{% macro m() %}<{% endmacro %}{% autoescape false %}{{ m() ~ '<' }}{{ m() + '<' }}{% endautoescape %}",
        id="used-where-nothing-is-escaped",
    ),
    pytest.param("{{ range(3) | list }}{{ dict(a=1).a }}{{ text.upper() }}", id="calls"),
]
MISTAKES = [
    pytest.param("a\n{{ nothing }}", id="unknown-name"),
    pytest.param("a\n\n{{ map.nothing }}", id="unknown-part"),
    pytest.param("{% extends 'base' %}\n{% block main %}\na\n{{ text }}{{ nothing }}{% endblock %}", id="in-a-block"),
    pytest.param("{{ text }}\n{% include 'fails' %}", id="in-an-include"),
    pytest.param("{% macro m(a) %}\n{{ a }}\n{% endmacro %}\n{{ m() }}", id="argument-missing"),
    pytest.param("{% macro m(a) %}\n{{ a }}\n{% endmacro %}\n{{ m(1, 2) }}", id="argument-too-many"),
    pytest.param("{% macro m(a) %}\n{{ a }}\n{% endmacro %}\n{{ m(b=2) }}", id="argument-unknown"),
    pytest.param("{% from 'macros' import around %}\n{{ around() }}", id="no-caller"),
    pytest.param("{% from 'macros' import nobody %}\n{{ nobody() }}", id="no-such-macro"),
    pytest.param("\n{% include ['none', 'nor-this'] %}", id="no-such-template"),
    pytest.param("\n{% extends 'none' %}", id="no-such-parent"),
    pytest.param("\n{{ 1 // 0 }}", id="arithmetic"),
    pytest.param("{{ map.a }}\n{{ map.a }}{% if\nmap.nothing %}{% endif %}", id="unknown-part-in-a-condition"),
    pytest.param("a\n{{ map.a }}\n{{ nothing.a }}", id="part-of-an-unknown-name"),
    pytest.param("\n{{ nothing | prose }}", id="prose-of-nothing"),
]


def drawn(make: Callable[..., Environment], source: str) -> str:
    """What an environment draws twice of a template, for it remembers others from the first time."""
    environment = make(
        loader=DictLoader({**PARTS, "page": source}), autoescape=True, undefined=StrictUndefined, auto_reload=False
    )
    environment.filters["prose"] = prose
    return "\n".join(environment.get_template("page").render(VALUES) for _ in range(2))


def mistake(make: Callable[..., Environment], source: str) -> list[object]:
    """The error that a template raises, and the lines of templates that it comes from."""
    with pytest.raises(Exception) as raised:
        drawn(make, source)
    frames = traceback.extract_tb(raised.value.__traceback__)
    return [type(raised.value), str(raised.value), [each.lineno for each in frames if each.filename == "<template>"]]


@pytest.mark.parametrize("source", TEMPLATES)
def test_template_is_drawn_as_by_jinja(source: str) -> None:
    assert drawn(QuickEnvironment, source) == drawn(Environment, source)


@pytest.mark.parametrize("source", MISTAKES)
def test_mistake_is_found_where_jinja_finds_it(source: str) -> None:
    found = mistake(Environment, source)
    assert found[2] or found[0] is TemplateNotFound
    assert mistake(QuickEnvironment, source) == found
