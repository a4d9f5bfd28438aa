"""Folders of templates become the Jinja environment that draws pages."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

from site_gen.render import figures, quick_templates
from site_gen.render.change import change
from site_gen.render.duration import day, figure, in_weeks, months
from site_gen.render.linked_data import linked_data
from site_gen.render.money import money, money_in_thousands
from site_gen.render.prose import prose
from site_gen.render.quick_templates import QuickEnvironment
from site_gen.render.template_cache import TemplateCache
from site_gen.render.words import counted, number_word

_INDENTATION: Final = re.compile(r"^[ \t]+", re.MULTILINE)
_BLOCKS: Final = "aside body dd dl dt details div figure h1 h2 h3 h4 head header li link main meta nav ol p section"
_BLOCK: Final = rf"</?(?:{_BLOCKS.replace(' ', '|')}|table|td|th|tr|ul)\b"
_LINE_END: Final = re.compile(rf"\n(?={_BLOCK})|(?P<tag>{_BLOCK}[^>]*>)\n")


class WithoutLayout(Extension):
    """Takes out of templates what only those who read them need: indentation, and line ends at blocks."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002 - Jinja's signature
        """The source of a template with every line flush left."""
        return _INDENTATION.sub("", source)

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """The tokens of a template without the line ends beside the tag of a block, which no browser shows."""
        for token in stream:
            if token.type == "data":
                yield Token(token.lineno, token.type, _LINE_END.sub(r"\g<tag>", token.value))
            else:
                yield token


def make_environment(templates: Sequence[Path], cache: Mapping[Path, Path] | None = None) -> Environment:
    """The environment of template folders: of templates with one name, the earlier folder's counts.

    A template is read once in an environment's life: make another one to see templates that changed.
    Compiled templates are kept from one start to the next in the folder that `cache` names for the one that they are
    in, if it names any.
    """
    environment = QuickEnvironment(
        loader=FileSystemLoader(list(templates)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        extensions=[WithoutLayout],
        bytecode_cache=TemplateCache(cache, (sys.modules[__name__], quick_templates)) if cache else None,
    )
    environment.filters.update(
        change=change,
        counted=counted,
        day=day,
        # These two are filters as well as functions because a filter is called directly, and lists draw many of them.
        demand_meter=figures.demand_meter,
        difficulty_meter=figures.difficulty_meter,
        figure=figure,
        in_weeks=in_weeks,
        linked_data=linked_data,
        money=money,
        money_in_thousands=money_in_thousands,
        months=months,
        number_word=number_word,
        prose=prose,
    )
    environment.globals.update(
        demand_meter=figures.demand_meter,
        difficulty_meter=figures.difficulty_meter,
        effort_bar=figures.effort_bar,
        meter_symbols=figures.meter_symbols,
        share_bar=figures.share_bar,
    )
    return environment
