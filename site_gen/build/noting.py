"""Settings and templates, with a note taken of everything that is asked of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from site_gen.model.site import Site

if TYPE_CHECKING:
    from jinja2 import Environment

SETTINGS = frozenset(each.name for each in fields(Site))


class Notebook:
    """The names of what was asked since it was last cleared, as `staleness` knows them."""

    def __init__(self) -> None:
        self._names: set[str] = set()
        self._parts: dict[str, set[str]] = defaultdict(set)
        """The templates that each template takes in; an import is run only once, so these are never cleared."""
        self._whole: dict[frozenset[str], frozenset[str]] = {}

    def clear(self) -> None:
        """Forget what was asked."""
        self._names.clear()

    def setting(self, name: str) -> None:
        """Note that a setting was looked at."""
        self._names.add(f"setting:{name}")

    def template(self, name: str, parent: str | None) -> None:
        """Note that a template was looked for, by another one that takes it in, or to draw a page."""
        noted = f"template:{name}"
        self._names.add(noted)
        if parent is not None and noted not in self._parts[f"template:{parent}"]:
            self._parts[f"template:{parent}"].add(noted)
            self._whole.clear()

    def asked(self) -> frozenset[str]:
        """Everything that was asked, with all that the templates take in."""
        names = frozenset(self._names)
        if names not in self._whole:
            whole, new = set(names), set(names)
            while new:
                new = {part for name in new for part in self._parts.get(name, ())} - whole
                whole |= new
            self._whole[names] = frozenset(whole)
        return self._whole[names]


class NotedSite(Site):
    """The settings of a site; each that is looked at is noted."""

    __slots__ = ("_notebook",)

    def __getattribute__(self, name: str) -> Any:
        """The value of a setting."""
        if name in SETTINGS:
            object.__getattribute__(self, "_notebook").setting(name)
        return super().__getattribute__(name)


def noted_site(site: Site, notebook: Notebook) -> Site:
    """The same settings, with a note taken of each that is looked at."""
    noted = NotedSite.__new__(NotedSite)
    object.__setattr__(noted, "_notebook", notebook)
    for name in SETTINGS:
        object.__setattr__(noted, name, getattr(site, name))
    return noted


def note_templates(environment: Environment, notebook: Notebook) -> None:
    """Let an environment note every template that is looked for, also one that is not there."""
    get, select = environment.get_template, environment.select_template

    def get_template(name: Any, parent: str | None = None, globals: Any = None) -> Any:
        if isinstance(name, str):
            notebook.template(name, parent)
        return get(name, parent, globals)

    def select_template(names: Iterable[Any], parent: str | None = None, globals: Any = None) -> Any:
        tried = list(names)
        template = select(tried, parent, globals)
        for name in tried:
            if isinstance(name, str):
                notebook.template(name, parent)
            if name == template.name:
                break
        return template

    def get_or_select_template(names: Any, parent: str | None = None, globals: Any = None) -> Any:
        if isinstance(names, list | tuple):
            return select_template(names, parent, globals)
        return get_template(names, parent, globals)

    vars(environment).update(
        get_template=get_template, select_template=select_template, get_or_select_template=get_or_select_template
    )
