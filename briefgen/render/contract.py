"""What templates may ask for: checked against the fields of the views before anything is drawn, and documented.

The checker walks the syntax trees of the templates with the views' types.  It follows loops, ``set``, ``include``,
``extends`` and imported macros.  A macro's parameter that is named like a part (``citation`` for ``CitationView``) is
checked as that part; other parameters are not checked here, but ``StrictUndefined`` stops what they lack.
"""

from collections.abc import Iterable
from typing import Any, Union, get_args, get_origin

from jinja2 import Environment, TemplateSyntaxError, nodes
from msgspec import Struct
from msgspec.structs import fields

from briefgen.model.text import Diagnostic, Position
from briefgen.model.words import Words
from briefgen.sockets import PageKind

Scope = dict[str, Any]
# What every template may use beside the fields of its view.
GLOBALS = ("t", "static", "inline", "loop", "caller", "varargs", "kwargs", "super", "self", "true", "false", "none")
_ELEMENT = ("first", "last", "random", "min", "max")
_SAME = ("list", "sort", "reverse", "unique", "default", "d")
_BY_ATTRIBUTE = ("selectattr", "rejectattr", "map", "sort", "groupby", "unique", "sum", "min", "max", "join")


class Checker:
    """Checks templates of one theme."""

    def __init__(self, environment: Environment, sources: dict[str, str], paths: dict[str, str], words: Words) -> None:
        self.environment = environment
        self.sources = sources
        self.paths = paths
        self.words = words
        self._trees: dict[str, nodes.Template | None] = {}
        self._macros_checked: set[str] = set()

    def check(self, template: str, view: type) -> tuple[Diagnostic, ...]:
        """Everything that a template, and what it extends and includes, asks for in vain; in order of the lines."""
        run = _Run(self, view)
        run.template(template, {field.name: field.type for field in fields(view)}, None)
        return tuple(sorted(set(run.problems), key=lambda p: (p.position or Position(""), p.message)))

    def tree(self, name: str) -> nodes.Template | None:
        """A template's syntax tree; none where there is no such template."""
        if name not in self._trees:
            source = self.sources.get(name)
            self._trees[name] = None if source is None else self.environment.parse(source, name, name)
        return self._trees[name]


class _Run:
    """One walk from a page's template."""

    def __init__(self, checker: Checker, view: type) -> None:
        self.checker = checker
        self.view = view
        self.parts = {_snake(part): part for part in parts_of([view])}
        self.problems: list[Diagnostic] = []
        self.name = ""
        self._open: list[str] = []

    def template(self, name: str, scope: Scope, asked_by: nodes.Node | None) -> None:
        """Walk a template with the names that it sees."""
        if name in self._open:
            return
        try:
            tree = self.checker.tree(name)
        except TemplateSyntaxError as problem:
            path = self.checker.paths.get(problem.name or name, name)
            self.problems.append(
                Diagnostic("error", "template", problem.message or "cannot be read", Position(path, problem.lineno))
            )
            return
        if tree is None:
            what = f'the theme has no template "{name}"'
            if asked_by:
                self._problem(asked_by.lineno, what, _near(name, self.checker.sources))
            else:  # a page asks for it, no template does
                hint = "write 'extends: default' in its theme.yml, or add the template"
                self.problems.append(Diagnostic("error", "template-field", what, None, hint))
            return
        outer, self.name = self.name, name
        self._open.append(name)
        self._walk(tree.body, scope)
        self._open.pop()
        self.name = outer

    def _walk(self, body: Iterable[nodes.Node], scope: Scope) -> None:
        for node in body:
            method = getattr(self, f"_{type(node).__name__.lower()}", None)
            if method:
                method(node, scope)
            elif isinstance(node, nodes.Expr):
                self.type_of(node, scope)
            else:
                self._walk(node.iter_child_nodes(), scope)

    # Statements

    def _for(self, node: nodes.For, scope: Scope) -> None:
        inner = dict(scope)
        self._bind(node.target, _element(self.type_of(node.iter, scope)), inner)
        self._walk([node.test] if node.test else [], inner)
        self._walk(node.body, inner)
        self._walk(node.else_, dict(scope))

    def _if(self, node: nodes.If, scope: Scope) -> None:
        self.type_of(node.test, scope)
        for part in (node.body, node.elif_, node.else_):
            self._walk(part, scope)

    def _assign(self, node: nodes.Assign, scope: Scope) -> None:
        self._bind(node.target, self.type_of(node.node, scope), scope)

    def _assignblock(self, node: nodes.AssignBlock, scope: Scope) -> None:
        self._walk(node.body, dict(scope))
        self._bind(node.target, Any, scope)

    def _with(self, node: nodes.With, scope: Scope) -> None:
        inner = dict(scope)
        for target, value in zip(node.targets, node.values, strict=True):
            self._bind(target, self.type_of(value, scope), inner)
        self._walk(node.body, inner)

    def _macro(self, node: nodes.Macro, scope: Scope) -> None:
        scope[node.name] = Any
        inner = dict(scope)
        for argument in node.args:
            inner[argument.name] = self.parts.get(argument.name, Any)
        self._walk(node.defaults, scope)
        self._walk(node.body, inner)

    def _callblock(self, node: nodes.CallBlock, scope: Scope) -> None:
        self.type_of(node.call, scope)
        inner = dict(scope) | {argument.name: Any for argument in node.args}
        self._walk(node.body, inner)

    def _block(self, node: nodes.Block, scope: Scope) -> None:
        self._walk(node.body, dict(scope))

    def _extends(self, node: nodes.Extends, scope: Scope) -> None:
        if isinstance(node.template, nodes.Const):
            self.template(str(node.template.value), dict(scope), node)

    def _include(self, node: nodes.Include, scope: Scope) -> None:
        if isinstance(node.template, nodes.Const):
            self.template(str(node.template.value), dict(scope), node)

    def _import(self, node: nodes.Import, scope: Scope) -> None:
        self._imported(node, scope if node.with_context else {})
        scope[node.target] = Any

    def _fromimport(self, node: nodes.FromImport, scope: Scope) -> None:
        self._imported(node, scope if node.with_context else {})
        for name in node.names:
            scope[name[1] if isinstance(name, tuple) else name] = Any

    def _imported(self, node: nodes.Import | nodes.FromImport, scope: Scope) -> None:
        if isinstance(node.template, nodes.Const):
            self.template(str(node.template.value), dict(scope), node)

    def _bind(self, target: nodes.Node, value: Any, scope: Scope) -> None:
        if isinstance(target, nodes.Name):
            scope[target.name] = value
        elif isinstance(target, nodes.Tuple):
            for item in target.items:
                self._bind(item, Any, scope)

    # Expressions

    def type_of(self, node: nodes.Node, scope: Scope) -> Any:
        """The type of an expression, ``Any`` where it is not followed; reports what it asks for in vain."""
        kind = Any
        match node:
            case nodes.Name():
                kind = self._name(node, scope)
            case nodes.Getattr():
                kind = self._attribute(self.type_of(node.node, scope), node.attr, node.lineno)
            case nodes.Getitem():
                self._walk([node.arg], scope)
                kind = _element(self.type_of(node.node, scope))
            case nodes.Filter():
                kind = self._filter(node, scope)
            case nodes.Call():
                self._call(node, scope)
            case nodes.CondExpr():
                self.type_of(node.test, scope)
                kinds = [self.type_of(part, scope) for part in (node.expr1, node.expr2) if part]
                kind = kinds[0] if all(other == kinds[0] for other in kinds) else Any
            case _:
                self._walk(node.iter_child_nodes(), scope)
        return kind

    def _name(self, node: nodes.Name, scope: Scope) -> Any:
        if node.name in scope:
            return scope[node.name]
        if node.name not in GLOBALS and node.name not in self.checker.environment.globals:
            known = [*scope, *GLOBALS]
            self._problem(node.lineno, f"{self.view.__name__} has no field {node.name!r}", _near(node.name, known))
        return Any

    def _attribute(self, kind: Any, name: str, line: int) -> Any:
        kind = _bare(kind)
        if kind is Any:
            return Any
        if isinstance(kind, type) and issubclass(kind, Struct):
            known = {field.name: field.type for field in fields(kind)}
            if name in known:
                return known[name]
            self._problem(line, f"{kind.__name__} has no field {name!r}", _near(name, known))
        elif not hasattr(get_origin(kind) or kind, name):
            self._problem(line, f"{_shown(kind)} has no field {name!r}", "")
        return Any

    def _filter(self, node: nodes.Filter, scope: Scope) -> Any:
        kind = self.type_of(node.node, scope) if node.node else Any
        self._walk([*node.args, *node.kwargs], scope)
        if node.name in _BY_ATTRIBUTE:
            named = [k.value for k in node.kwargs if k.key == "attribute"]
            named += node.args[:1] if node.name in ("selectattr", "rejectattr") else []
            for value in named:
                if isinstance(value, nodes.Const) and isinstance(value.value, str):
                    self._attribute(_element(kind), value.value.split(".")[0], node.lineno)
        if node.name in _ELEMENT:
            return _element(kind)
        return kind if node.name in (*_SAME, "selectattr", "rejectattr") else Any

    def _call(self, node: nodes.Call, scope: Scope) -> None:
        self._walk([node.node, *node.args, *node.kwargs], scope)
        asks_word = isinstance(node.node, nodes.Name) and node.node.name == "t" and node.args
        if asks_word and isinstance(node.args[0], nodes.Const):
            key = str(node.args[0].value)
            if key not in self.checker.words:
                self._problem(
                    node.lineno, f'the theme has no words for "{key}"', _near(key, self.checker.words.entries)
                )

    def _problem(self, line: int, what: str, hint: str) -> None:
        path = self.checker.paths.get(self.name, self.name)
        source = self.checker.sources.get(self.name, "").splitlines()
        excerpt = source[line - 1] if 0 < line <= len(source) else ""
        self.problems.append(Diagnostic("error", "template-field", what, Position(path, line), hint, excerpt))


def _near(name: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches  # for a slip only

    found = get_close_matches(name, list(known), n=1)
    return f"did you mean {found[0]!r}?" if found else ""


def _bare(kind: Any) -> Any:
    """The type without ``None``; ``Any`` for other unions."""
    if get_origin(kind) is Union or type(kind).__name__ == "UnionType":
        options = [option for option in get_args(kind) if option is not type(None)]
        return options[0] if len(options) == 1 else Any
    return kind


def _element(kind: Any) -> Any:
    kind = _bare(kind)
    return get_args(kind)[0] if get_origin(kind) is tuple else Any


def _shown(kind: Any) -> str:
    return "a list" if get_origin(kind) is tuple else f"a {kind.__name__}"


def _snake(part: type) -> str:
    """The name of a part as a macro's parameter has it: ``EventCard`` is ``event_card``, ``DateView`` ``date``."""
    name = part.__name__.removesuffix("View")
    return "".join(f"_{c.lower()}" if c.isupper() and at else c.lower() for at, c in enumerate(name))


def parts_of(views: Iterable[type]) -> tuple[type, ...]:
    """All Structs that views are made of, each once, in the order in which they are met."""
    found: dict[type, None] = {}

    def visit(kind: Any) -> None:
        if isinstance(kind, type) and issubclass(kind, Struct):
            if kind not in found:
                found[kind] = None
                for field in fields(kind):
                    visit(field.type)
        else:
            for argument in get_args(kind):
                visit(argument)

    for view in views:
        visit(view)
    return tuple(found)


def document(kinds: Iterable[PageKind]) -> str:
    """The contract as Markdown for theme authors: ``themes/README.md``."""
    from briefgen.render.document import document as write

    return write(kinds)
