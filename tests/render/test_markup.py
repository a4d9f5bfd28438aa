"""Text as markup."""

import pytest
from markupsafe import Markup, escape

from site_gen.model.skill import Priority
from site_gen.render.markup import safe, text


@pytest.mark.parametrize(
    "value",
    [
        pytest.param("Bread", id="plain"),
        pytest.param("<b> & \"quotes\" 'and' more", id="signs"),
        pytest.param(Markup("<b>Bread</b>"), id="markup"),
        pytest.param(12, id="number"),
        pytest.param(None, id="none"),
        pytest.param(Priority.CRITICAL, id="text-of-a-kind"),
        pytest.param(["<"], id="list"),
    ],
)
def test_text_is_what_escaping_gives(value: object) -> None:
    assert text(value) == str(escape(value))


def test_safe_html_is_markup() -> None:
    assert type(safe("<b>")) is Markup
    assert safe("<b>") == Markup("<b>")
