import pytest
from jinja2 import Environment

from tools.lint_templates import Fault, lint_template

ENVIRONMENT = Environment(autoescape=True)


@pytest.mark.parametrize(
    "source",
    [
        pytest.param('<p class="badge {{ kind }}">{{ word }}</p>', id="values-in-attributes-and-text"),
        pytest.param('<script type="module" src="{{ url }}"></script>', id="script-with-src"),
        pytest.param('<script type="application/ld+json">{{ graph|tojson }}</script>', id="structured-data"),
        pytest.param("<p>Write style= or onclick= in words.</p>", id="words-outside-tags"),
        pytest.param("{# <p style=''> #}", id="template-comment"),
        pytest.param("<!-- <p style=''> -->", id="html-comment"),
        pytest.param("{% if a > 1 %}<p>{% endif %}", id="comparison-is-no-tag-end"),
        pytest.param("{{ safe.word }}", id="a-value-named-safe"),
        pytest.param("<a {{ attributes }} href='x'>", id="attributes-made-by-code"),
    ],
)
def test_nothing_is_said_of_clean_templates(source: str) -> None:
    assert lint_template(source, ENVIRONMENT) == []


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        pytest.param(
            "\n{% if %}",
            Fault(2, "does not parse: Expected an expression, got 'end of statement block'"),
            id="syntax",
        ),
        pytest.param("\n<p\n style='width: {{ n }}%'>", Fault(2, "a style attribute: write a class"), id="style"),
        pytest.param(
            "<p {% if a %}style='x'{% endif %}>",
            Fault(1, "a style attribute: write a class"),
            id="style-under-a-condition",
        ),
        pytest.param("<p ONCLICK='{{ a }}'>", Fault(1, "the inline handler onclick: listen in a module"), id="handler"),
        pytest.param(
            "<a href=' JavaScript:x'>",
            Fault(1, "a script in href: write a button and listen in a module"),
            id="script-in-a-link",
        ),
        pytest.param(
            "{{ a }}\n{{\n b }}<script>x</script>",
            Fault(3, "an inline script: write a module and name it in src"),
            id="script-after-code-of-two-lines",
        ),
        pytest.param(
            "{{ body | safe }}",
            Fault(1, "the filter safe: let the code that made the HTML hand over Markup"),
            id="safe",
        ),
        pytest.param(
            "{% filter safe %}x{% endfilter %}",
            Fault(1, "the filter safe: let the code that made the HTML hand over Markup"),
            id="safe-as-a-block",
        ),
        pytest.param(
            "{% autoescape false %}x{% endautoescape %}",
            Fault(1, "an autoescape block: everything is escaped, everywhere"),
            id="autoescape",
        ),
    ],
)
def test_each_fault_is_named_with_its_line(source: str, fault: Fault) -> None:
    assert lint_template(source, ENVIRONMENT) == [fault]
