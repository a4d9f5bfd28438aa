"""Settings and templates, with a note taken of everything that is asked of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from site_gen.model.site import Site

if TYPE_CHECKING:
    from jinja2 import Environment

Notes = set[str]
"""The names of what was asked since the notes were last cleared, as `staleness` knows them."""

SETTINGS = frozenset(each.name for each in fields(Site))


class NotedSite(Site):
    """The settings of a site; each that is looked at is noted."""

    __slots__ = ("_notes",)

    def __getattribute__(self, name: str) -> Any:
        """The value of a setting."""
        if name in SETTINGS:
            object.__getattribute__(self, "_notes").add(f"setting:{name}")
        return super().__getattribute__(name)


def noted_site(site: Site, notes: Notes) -> Site:
    """The same settings, with a note taken of each that is looked at."""
    noted = NotedSite.__new__(NotedSite)
    object.__setattr__(noted, "_notes", notes)
    for name in SETTINGS:
        object.__setattr__(noted, name, getattr(site, name))
    return noted


def note_templates(environment: Environment, notes: Notes) -> None:
    """Let an environment note every template that is looked for, also one that is not there."""
    get, select = environment.get_template, environment.select_template

    def get_template(name: Any, *more: Any, **named: Any) -> Any:
        if isinstance(name, str):
            notes.add(f"template:{name}")
        return get(name, *more, **named)

    def select_template(names: Iterable[Any], *more: Any, **named: Any) -> Any:
        tried = list(names)
        template = select(tried, *more, **named)
        for name in tried:
            if isinstance(name, str):
                notes.add(f"template:{name}")
            if name == template.name:
                break
        return template

    def get_or_select_template(names: Any, *more: Any, **named: Any) -> Any:
        if isinstance(names, list | tuple):
            return select_template(names, *more, **named)
        return get_template(names, *more, **named)

    vars(environment).update(
        get_template=get_template, select_template=select_template, get_or_select_template=get_or_select_template
    )
