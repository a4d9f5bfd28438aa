"""Settings and templates, with a note taken of everything that is asked of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from site_gen.model.site import Site

if TYPE_CHECKING:
    from jinja2 import Environment, Template

SETTINGS = frozenset(each.name for each in fields(Site))


class Notebook:
    """The names of what was asked since it was last cleared, as `staleness` knows them."""

    def __init__(self) -> None:
        self._names: set[str] = set()
        self._parts: dict[str, set[str]] = {}
        """What was asked while each template was run to be imported: that happens once, so these are never cleared."""
        self._whole: dict[frozenset[str], frozenset[str]] = {}

    def clear(self) -> None:
        """Forget what was asked."""
        self._names.clear()

    def setting(self, name: str) -> None:
        """Note that a setting was looked at."""
        self._names.add(f"setting:{name}")

    def templates(self, names: frozenset[str]) -> None:
        """Note that these templates were looked for, by another one or to draw a page."""
        self._names |= names

    @contextmanager
    def importing(self, name: str) -> Iterator[None]:
        """Note that whoever asks for this template asks for all that is asked meanwhile."""
        before, self._names = self._names, set()
        try:
            yield
        finally:
            self._parts.setdefault(f"template:{name}", set()).update(self._names)
            self._names |= before
            self._whole.clear()

    def asked(self) -> frozenset[str]:
        """Everything that was asked, with all that imported templates have asked when they were run."""
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


def names_of(templates: Iterable[Any]) -> frozenset[str]:
    """The names by which templates are noted; what is given as a template itself has none."""
    return frozenset(f"template:{name}" for name in templates if isinstance(name, str))


def note_templates(environment: Environment, notebook: Notebook) -> None:
    """Let an environment note every template that is looked for, also one that is not there."""
    get, select = environment.get_template, environment.select_template
    watched: set[int] = set()

    def watch(template: Template) -> Template:
        if id(template) not in watched:  # the environment keeps its templates, so no number is given twice
            watched.add(id(template))
            make = template.make_module

            def make_module(*given: Any, **more: Any) -> Any:
                with notebook.importing(template.name or ""):
                    return make(*given, **more)

            vars(template)["make_module"] = make_module
        return template

    # A page looks for some sixty templates, always the same: each is looked for in earnest once.
    known: dict[Any, tuple[frozenset[str], Template]] = {}

    def get_template(name: Any, parent: str | None = None, globals: Any = None) -> Any:
        found = known.get(name)
        if found is None:
            if isinstance(name, str):
                notebook.templates(names_of([name]))
            found = known[name] = names_of([name]), watch(get(name, parent, globals))
        notebook.templates(found[0])
        return found[1]

    def select_template(names: Iterable[Any], parent: str | None = None, globals: Any = None) -> Any:
        tried = tuple(names)
        found = known.get(tried)
        if found is None:
            looked_for = tried  # all of them, where there is none
            try:
                template = watch(select(tried, parent, globals))
                looked_for = tried[: tried.index(template.name) + 1] if template.name in tried else tried
            finally:
                notebook.templates(names_of(looked_for))
            found = known[tried] = names_of(looked_for), template
        notebook.templates(found[0])
        return found[1]

    def get_or_select_template(names: Any, parent: str | None = None, globals: Any = None) -> Any:
        if isinstance(names, list | tuple):
            return select_template(names, parent, globals)
        return get_template(names, parent, globals)

    vars(environment).update(
        get_template=get_template, select_template=select_template, get_or_select_template=get_or_select_template
    )
