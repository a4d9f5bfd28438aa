"""Jinja templates become Python code that draws the same pages in half the time.

A page has some hundred values. Jinja makes a `Markup` of each of them, hands each through the generators of all blocks
and includes around it, and prepares imports and calls for features that no template here needs. Each class below takes
one of these out, at a hook that Jinja has for it; what a template may say stays as Jinja documents it.

Templates, blocks and includes yield a list of strings where Jinja's yield strings, and the lists are put together once,
by the environment's `concat`. Macros give one string, as everywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from functools import partial
from itertools import chain
from keyword import iskeyword
from typing import Any, Final

from jinja2 import Environment, Template, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import TemplateModule
from jinja2.nodes import EvalContext
from jinja2.runtime import Context, Macro
from jinja2.utils import missing

from site_gen.render.markup import escaped, text

GIVE_HTML: Final = frozenset({"demand_meter", "difficulty_meter", "prose"})
"""The filters that give nothing but safe HTML, which is written as it is."""


_PURE_FILTERS: Final = GIVE_HTML | {"change", "counted", "day", "figure", "money", "months", "number_word"}
_PURE: Final = (
    nodes.BinExpr,
    nodes.Compare,
    nodes.Concat,
    nodes.CondExpr,
    nodes.Const,
    nodes.Name,
    nodes.Operand,
    nodes.Output,
    nodes.TemplateData,
    nodes.UnaryExpr,
)


class QuickCode(CodeGenerator):
    """Writes the code of templates: a block or include gathers its strings in a list, and hands that over."""

    _is_direct = False
    """Whether parts of values are attributes in the code that is being written."""

    def write_commons(self) -> None:
        """The names that the code of a block, an include or a macro has at hand."""
        super().write_commons()
        self.writeline("concat = ''.join")  # of a macro's own strings: the environment's is for lists
        self.writeline("text = environment.text")
        self.writeline("escaped = environment.escaped")
        self.writeline("Macro = environment.macro_class")

    def blockvisit(self, nodes: Iterable[nodes.Node], frame: Frame) -> None:
        """The code of the nodes of a block or an include, or of some within it, which are gathered already."""
        if frame.buffer is not None:
            super().blockvisit(nodes, frame)
            return
        self.buffer(frame)
        super().blockvisit(nodes, frame)
        self.writeline(f"yield {frame.buffer}")

    def simple_write(self, x: str, frame: Frame, node: nodes.Node | None = None) -> None:
        """The code that takes over what a block or an include has gathered: nothing else is written like that."""
        self.writeline(f"{frame.buffer}.extend({x})", node)

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:  # noqa: N802 - Jinja's
        """The code that writes some values: once for parts that are attributes, and once for any others.

        Looking at an attribute is far quicker than asking Jinja for a part, which may be an item or not there as well.
        Where one is, all of the values are worked out again, so only what can be asked twice is written like that.
        """
        if frame.buffer is None or frame.require_output_check or not _may_be_asked_twice(node):
            super().visit_Output(node, frame)
            return
        self._twice(partial(super().visit_Output, node, frame))

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - Jinja's
        """The code of a part of a value: its attribute, or what Jinja finds where it has none of that name."""
        if self._is_direct:
            self.visit(node.node, frame)
            self.write(f".{node.attr}")
            return
        self.write("(got if (got := getattr((of := ")
        self.visit(node.node, frame)
        self.write(f"), {node.attr!r}, missing)) is not missing else environment.getattr(of, {node.attr!r}))")

    def _twice(self, write: Callable[[], None]) -> None:
        """Some code for parts that are attributes, and the same for any others."""
        self.writeline("try:")
        self.indent()
        self._is_direct = True
        write()
        self._is_direct = False
        self.outdent()
        self.writeline("except AttributeError:")
        self.indent()
        write()
        self.outdent()

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_pre(node, frame, finalize)
            return
        if isinstance(node, nodes.Call) and _is_plain(node):
            self._write_macro(node, frame)
        self.write("(" if _gives_html(node) else "(escaped(got) if type(got := ")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or _gives_html(node):
            super()._output_child_post(node, frame, finalize)
        else:
            self.write(") is str else got if type(got) is Markup else text(got))")

    def _write_macro(self, node: nodes.Call, frame: Frame) -> None:
        """The code that draws a macro, as far as to what is done where another thing is called, or in another way."""
        self.write("of.draw(")
        for argument in node.args:
            self.visit(argument, frame)
            self.write(", ")
        self.write(") if type(of := ")
        self.visit(node.node, frame)
        self.write(f") is Macro and of.takes == {len(node.args)} else ")

    def visit_Filter(self, node: nodes.Filter, frame: Frame) -> None:  # noqa: N802 - Jinja's
        """The code of a filter; that of prose is short enough to stand in its place."""
        if self._is_direct and node.name == "prose" and node.node is not None:
            self.write("(got if type(got := ")
            self.visit(node.node, frame)
            self.write(") is str else got.html)")
        else:
            super().visit_Filter(node, frame)


def _gives_html(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Filter) and node.name in GIVE_HTML


def _is_pure(node: nodes.Node) -> bool:
    """Whether a node changes nothing when it is worked out, and can be written in Python with parts as attributes."""
    if isinstance(node, nodes.Getattr):
        return node.attr.isascii() and not iskeyword(node.attr)
    return isinstance(node, _PURE) or (isinstance(node, nodes.Filter) and node.name in _PURE_FILTERS)


def _may_be_asked_twice(node: nodes.Node) -> bool:
    """Whether working out the parts of a node a second time gives the same, and it has such as may be attributes."""
    parts = [node, *node.find_all(nodes.Node)]
    return all(map(_is_pure, parts)) and any(isinstance(each, nodes.Getattr) for each in parts)


def _is_plain(node: nodes.Call) -> bool:
    """Whether what is called has a name, and is given values in their order alone."""
    return isinstance(node.node, nodes.Name) and not (node.kwargs or node.dyn_args or node.dyn_kwargs)


def _put_together(gathered: Iterable[Iterable[str]]) -> str:
    return "".join(chain.from_iterable(gathered))


class QuickMacro(Macro):
    """Can be drawn at once where it is given all that it takes, in its order: `takes` is how many, -1 for never."""

    def __init__(self, environment: Environment, func: Callable[..., str], *more: Any) -> None:
        """A macro with Jinja's own parts."""
        super().__init__(environment, func, *more)
        self.draw = func
        is_plain = not (self.caller or self.catch_kwargs or self.catch_varargs)
        self.takes = self._argument_count if is_plain else -1


class QuickContext(Context):
    """The variables of a template, put together in half the steps."""

    def __init__(
        self,
        environment: Environment,
        parent: dict[str, Any],
        name: str | None,
        blocks: Mapping[str, Callable[[Context], Iterator[str]]],
        *,
        globals: Mapping[str, Any] | None = None,  # noqa: ARG002 - Jinja's signature
    ) -> None:
        """A context with Jinja's own parts, of which the names of globals are never looked at."""
        self.parent = parent
        self.vars = {}
        self.environment = environment
        self.eval_ctx = EvalContext(environment, name)
        self.exported_vars = set()
        self.name = name
        self.globals_keys = set()
        self.blocks = {each: [block] for each, block in blocks.items()} if blocks else {}

    def get_all(self) -> dict[str, Any]:
        """All variables, in a dictionary of their own."""
        return {**self.parent, **self.vars}


class QuickTemplate(Template):
    """Has one module for all who import its macros, since all have the same globals."""

    def new_context(
        self, vars: dict[str, Any] | None = None, shared: bool = False, locals: Mapping[str, Any] | None = None
    ) -> Context:
        """The context of a template; that of an include has all variables of its page already, in `vars`."""
        if not shared or vars is None:
            return super().new_context(vars, shared, locals)
        for name, value in (locals or {}).items():
            if value is not missing:
                vars[name] = value
        return QuickContext(self.environment, vars, self.name, self.blocks)

    def make_module(
        self, vars: dict[str, Any] | None = None, shared: bool = False, locals: Mapping[str, Any] | None = None
    ) -> TemplateModule:
        """What others import of the template, which may also be written as a whole."""
        context = self.new_context(vars, shared, locals)
        return TemplateModule(self, context, [*chain.from_iterable(self.root_render_func(context))])

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:  # noqa: ARG002 - Jinja's signature
        return self._module or super()._get_default_module()


class QuickEnvironment(Environment):
    """Has the same globals in all its templates."""

    code_generator_class = QuickCode
    template_class = QuickTemplate
    context_class = QuickContext
    macro_class = QuickMacro
    concat = staticmethod(_put_together)
    text = staticmethod(text)
    escaped = staticmethod(escaped)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The globals of a template, in a dictionary of their own; Jinja's chain of two is slow to copy."""
        return {**self.globals, **(d or {})}
