"""Prose as markup."""

from markupsafe import Markup

from site_gen.model.prose import NO_PROSE
from site_gen.render.prose import prose
from tests.samples import inline


def test_prose_is_markup_that_is_not_escaped_again() -> None:
    assert prose(inline("<em>a</em>")) == Markup("<em>a</em>")
    assert isinstance(prose("<em>a</em>"), Markup)


def test_no_prose_is_nothing() -> None:
    assert prose(NO_PROSE) == ""
