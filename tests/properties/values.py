"""Every text, and every piece of HTML, that a value holds, however deep."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from html import escape

from site_gen.diagnostic import Place
from site_gen.model.prose import Prose
from site_gen.model.roadmap import Resource


def texts_of(value: object) -> Iterator[str]:
    """The texts of a value, prose as its HTML; places are about the file, not the page."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Prose):
        yield value.html
    elif isinstance(value, tuple):
        for each in value:
            yield from texts_of(each)
    elif is_dataclass(value) and not isinstance(value, Place):
        for field in fields(value):
            yield from texts_of(getattr(value, field.name))


def html_of(value: object) -> Iterator[str]:
    """The HTML that templates take as it is: prose, and the names, notes and links of resources."""
    if isinstance(value, Prose):
        yield value.html
    elif isinstance(value, Resource):
        yield f'<a href="{escape(value.url)}">{value.name}</a> {value.note}' if value.url else value.name
    elif isinstance(value, tuple):
        for each in value:
            yield from html_of(each)
    elif is_dataclass(value) and not isinstance(value, Place):
        for field in fields(value):
            yield from html_of(getattr(value, field.name))
