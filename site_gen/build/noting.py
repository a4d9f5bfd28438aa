"""Settings and templates, with a note taken of everything that is asked of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import fields
from typing import TYPE_CHECKING, Any, Final

from site_gen.model.site import Site

if TYPE_CHECKING:
    from jinja2 import Environment, Template

SETTINGS = frozenset(each.name for each in fields(Site))


class Notebook:
    """The names of what was asked since it was last cleared, as `staleness` knows them."""

    def __init__(self) -> None:
        self._names: set[str] = set()
        self.note: Final = self._names.add
        """Note what was asked for by its name."""
        self.note_all: Final = self._names.update
        """Note all of these."""
        self._parts: dict[str, set[str]] = {}
        """What was asked while each template was run to be imported: that happens once, so these are never cleared."""
        self._whole: dict[frozenset[str], frozenset[str]] = {}

    def clear(self) -> None:
        """Forget what was asked."""
        self._names.clear()

    @contextmanager
    def importing(self, name: str) -> Iterator[None]:
        """Note that whoever asks for this template asks for all that is asked meanwhile."""
        before = frozenset(self._names)
        self._names.clear()
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

    __slots__ = ("note",)
    note: Callable[[str], None]


def _noted(name: str) -> property:
    """A setting that is noted when it is looked at."""
    slot, asked = getattr(Site, name), f"setting:{name}"

    def look(site: NotedSite) -> Any:
        site.note(asked)
        return slot.__get__(site)

    return property(look)


for _name in SETTINGS:
    setattr(NotedSite, _name, _noted(_name))


def noted_site(site: Site, notebook: Notebook) -> Site:
    """The same settings, with a note taken of each that is looked at."""
    noted = NotedSite.__new__(NotedSite)
    noted.note = notebook.note
    for name in SETTINGS:
        getattr(Site, name).__set__(noted, getattr(site, name))
    return noted


def names_of(templates: Iterable[Any]) -> frozenset[str]:
    """The names by which templates are noted; what is given as a template itself has none."""
    return frozenset(f"template:{name}" for name in templates if isinstance(name, str))


def note_templates(environment: Environment, notebook: Notebook) -> None:
    """Let an environment note every template that is looked for, also one that is not there."""
    noted = _NotedTemplates(environment, notebook)
    vars(environment).update(
        get_template=noted.get, select_template=noted.select, get_or_select_template=noted.get_or_select
    )


class _NotedTemplates:
    """Looks for templates; a page looks for some sixty, each of which is looked for in earnest once."""

    def __init__(self, environment: Environment, notebook: Notebook) -> None:
        self._get, self._select = environment.get_template, environment.select_template
        self._notebook, self._note = notebook, notebook.note_all
        self._known: dict[Any, tuple[frozenset[str], Template]] = {}
        self._watched: set[int] = set()

    def get(self, name: Any, parent: str | None = None, globals: Any = None) -> Any:
        """As of `Environment.get_template`."""
        found = self._known.get(name)
        if found is None:
            names = names_of([name])
            self._note(names)  # also where there is none
            found = self._known[name] = names, self._watch(self._get(name, parent, globals))
        self._note(found[0])
        return found[1]

    def select(self, names: Iterable[Any], parent: str | None = None, globals: Any = None) -> Any:
        """As of `Environment.select_template`."""
        tried = tuple(names)
        found = self._known.get(tried)
        if found is None:
            template = self._find(tried, parent, globals)
            looked_for = tried[: tried.index(template.name) + 1] if template.name in tried else tried
            found = self._known[tried] = names_of(looked_for), self._watch(template)
        self._note(found[0])
        return found[1]

    def _find(self, names: tuple[Any, ...], parent: str | None, globals: Any) -> Template:
        """The first template that there is of some names; where there is none, all are noted: a page may do without."""
        from jinja2 import TemplateNotFound  # it is loaded already, but not by a build that draws nothing

        try:
            return self._select(names, parent, globals)
        except TemplateNotFound:
            self._note(names_of(names))
            raise

    def get_or_select(self, names: Any, parent: str | None = None, globals: Any = None) -> Any:
        """As of `Environment.get_or_select_template`."""
        if isinstance(names, list | tuple):
            return self.select(names, parent, globals)
        return self.get(names, parent, globals)

    def _watch(self, template: Template) -> Template:
        """Note what is asked while a template is run to be imported."""
        if id(template) not in self._watched:  # the environment keeps its templates, so no number is given twice
            self._watched.add(id(template))
            make = template.make_module

            def make_module(*given: Any, **more: Any) -> Any:
                with self._notebook.importing(template.name or ""):
                    return make(*given, **more)

            vars(template)["make_module"] = make_module
        return template
