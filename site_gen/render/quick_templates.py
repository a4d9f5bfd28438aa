"""Jinja templates become Python code that draws the same pages in half the time.

A page has some hundred values. Jinja makes a `Markup` of each of them, hands each through the generators of all blocks
and includes around it, and prepares imports and calls for features that no template here needs. Each class below takes
one of these out, at a hook that Jinja has for it; what a template may say stays as Jinja documents it.
"""

from __future__ import annotations

from collections.abc import Iterable, MutableMapping, Sequence
from typing import Any, Final

from jinja2 import Environment, Template, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, Macro
from markupsafe import Markup

from site_gen.render.markup import safe, text

GIVE_HTML: Final = frozenset({"demand_meter", "difficulty_meter", "prose"})
"""The filters that give nothing but safe HTML, which is written as it is."""


class QuickCode(CodeGenerator):
    """Writes the code of templates: a block or include gathers its strings in a list, and hands over one."""

    def write_commons(self) -> None:
        """The names that the code of a block, an include or a macro has at hand."""
        super().write_commons()
        self.writeline("text = environment.text")
        self.writeline("Macro = environment.macro_class")
        self.writeline("call = context.call")

    def blockvisit(self, nodes: Iterable[nodes.Node], frame: Frame) -> None:
        """The code of the nodes of a block or an include, or of some within it, which are gathered already."""
        if frame.buffer is not None:
            super().blockvisit(nodes, frame)
            return
        self.buffer(frame)
        super().blockvisit(nodes, frame)
        self.writeline(f"yield concat({frame.buffer})")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802 - Jinja's
        """The code of a call, which passes no variables of loops and blocks along: no function here asks for them."""
        self.write("call(")
        self.visit(node.node, frame)
        self.signature(node, frame, {"caller": "caller"} if forward_caller else None)
        self.write(")")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_pre(node, frame, finalize)
        elif isinstance(node, nodes.Filter) and node.name in GIVE_HTML:
            self.write("(")
        else:
            self.write("text(")


class QuickMacro(Macro):
    """Runs at once where it is given all that it takes, in its order."""

    def draw(self, args: Sequence[Any]) -> Markup | None:
        """What the macro draws of its arguments; None where it takes more of them, or others."""
        if len(args) != self._argument_count or self.caller or self.catch_kwargs or self.catch_varargs:
            return None
        return safe(self._func(*args))


class QuickContext(Context):
    """Calls a macro without asking what it wants of the context, for that is whether to escape."""

    def call(self, called: Any, /, *args: Any, **kwargs: Any) -> Any:
        """What a call in a template gives."""
        if type(called) is QuickMacro and not kwargs and self.eval_ctx.autoescape:
            drawn = called.draw(args)
            if drawn is not None:
                return drawn
        return super().call(called, *args, **kwargs)


class QuickTemplate(Template):
    """Has one module for all who import its macros, since all have the same globals."""

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:  # noqa: ARG002 - Jinja's signature
        return self._module or super()._get_default_module()


class QuickEnvironment(Environment):
    """Finds templates that were found before by their names alone: each is read once, and all have the same globals."""

    code_generator_class = QuickCode
    context_class = QuickContext
    template_class = QuickTemplate
    macro_class = QuickMacro
    text = staticmethod(text)

    def __init__(self, **settings: Any) -> None:
        """An environment with Jinja's own settings."""
        super().__init__(**settings)
        self._found: dict[object, Template] = {}

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The globals of a template, in a dictionary of their own; Jinja's chain of two is slow to copy."""
        return {**self.globals, **(d or {})}

    def get_template(
        self, name: str | Template, parent: str | None = None, globals: MutableMapping[str, Any] | None = None
    ) -> Template:
        """The template of a name."""
        found = self._found.get(name)
        if found is None:
            found = self._found[name] = super().get_template(name, parent, globals)
        return found

    def select_template(
        self,
        names: Iterable[str | Template],
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,
    ) -> Template:
        """The first template that there is of some names."""
        wanted = tuple(names)
        found = self._found.get(wanted)
        if found is None:
            found = self._found[wanted] = super().select_template(wanted, parent, globals)
        return found
