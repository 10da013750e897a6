"""Functions in functions: as functions of the module, or written out where they are called.

A function of one expression is written out at its calls. Another one becomes a function of the
module, which takes what it reads of the function around it as further arguments: they are given at
the call, which is when Python reads them, too. What is used in a way that is not understood stands
as it is, and is refused later.
"""

from __future__ import annotations

import ast
import builtins
import copy
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from codegen.inline import Cannot, Definition, at_call, expression
from codegen.parse import Function, Module, Pragmas, dotted, parameters_of
from codegen.scopes import COMPREHENSIONS, SCOPES, arguments, bound, free, targets

T = TypeVar("T")


@dataclass(frozen=True)
class Known:
    """What a name that is called stands for.

    `written` is a function that is written out at its calls; or else `function` is what is called,
    and `given` are the arguments that it takes beside its own, each with what is given for it.
    """

    definition: Definition | None = None
    written: bool = False
    function: ast.expr | None = None
    given: tuple[tuple[str, str], ...] = ()
    by_name: bool = False

    @property
    def reads(self) -> frozenset[str]:
        """The names of the scope around that a call reads."""
        if self.written and self.definition is not None:
            return free(self.definition)
        return frozenset(name for _, name in self.given)


class _Again(Exception):
    """A function must be gone through again, since something cannot be done to a definition in it."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(name)
        self.name, self.reason = name, reason


def lifted(module: Module) -> Module:
    """The module with functions in functions as functions of its own."""
    return _Closures(module).run()


class _Closures:
    """Goes through the functions of a module; `made` are those that it puts before the one at hand."""

    def __init__(self, module: Module) -> None:
        self.module = module
        self.made: dict[str, Function] = {}
        self.uses = {name: _identifiers(f.node) for name, f in module.functions.items()}
        self.taken = {*module.functions, *module.imports, *module.constants, *module.unusable}

    def run(self) -> Module:
        functions: dict[str, Function] = {}
        for name, function in self.module.functions.items():
            new = self.function(function, {}, name)
            functions.update(self.made)
            self.made = {}
            functions[name] = new
        return replace(self.module, functions=functions)

    def function(self, function: Function, known: Mapping[str, Known], root: str) -> Function:
        """A function without those in it; `root` is the function of the source that it stands in."""
        plain: set[str] = set()
        refused: dict[str, str] = {}
        while True:
            made = dict(self.made)
            scope = _Body(self, function, known, root, plain, refused)
            try:
                return scope.run()
            except _Again as again:
                self.made = made
                if again.reason:
                    refused[again.name] = again.reason
                else:
                    plain.add(again.name)

    def name(self, wanted: str, root: str) -> str:
        """A name for a function of the module, which nothing else in the module has."""
        others = {name for function, names in self.uses.items() if function != root for name in names}
        others |= {*self.taken, *self.made, *vars(builtins)}
        name, number = wanted, 0
        while name in others or {f"{name}_forward", f"{name}_backward"} & others:
            number += 1
            name = f"{root}_{wanted}" + (str(number) if number > 1 else "")
        self.taken.add(name)
        return name


class _Body:
    """One function; `plain` are definitions that cannot be written out, `refused` those left alone."""

    def __init__(
        self,
        work: _Closures,
        function: Function,
        known: Mapping[str, Known],
        root: str,
        plain: set[str],
        refused: Mapping[str, str],
    ) -> None:
        self.work, self.module, self.root = work, work.module, root
        self.original = function
        self.node = function.node
        self.plain, self.refused = plain, refused
        self.own = bound(self.node)
        self.around = {name: value for name, value in known.items() if name not in self.own}
        self.once = {name for name, times in self.own.items() if times == 1}
        self.names = _identifiers(ast.Module([*self.node.body], []), inside=False) | set(self.own)
        self.done: set[str] = set()
        self.moved: set[str] = set()
        self.left = False
        self.new_names: set[str] = set()

    def run(self) -> Function:
        """The function with its definitions taken out."""
        before = ast.dump(self.node)
        node = copy.copy(self.node)
        node.body = self.block(copy.deepcopy(self.node.body), self.around)
        if ast.dump(node) == before and not self.left:
            return self.original
        node.body = self._without_moved(node.body)
        for part in ast.walk(ast.Module(node.body, [])):
            if isinstance(part, ast.Name) and part.id in self.done and not hasattr(part, "lifted"):
                raise _Again(part.id, f"{part.id} is not only called, or not only where it must be defined")
        return replace(self.original, node=node)

    def block(self, statements: list[ast.stmt], known: Mapping[str, Known]) -> list[ast.stmt]:
        """The statements of a block; what is defined in it is known from there to its end."""
        here, out = dict(known), []
        for statement in statements:
            found = self.definition(statement, here)
            if found is None:
                out += self.statement(statement, here)
                continue
            name, value = found
            here[name] = value
            self.done.add(name)
            out.append(self._gone(statement))
        if out and all(getattr(s, "gone", False) for s in out):
            out.append(ast.copy_location(ast.Pass(), out[-1]))
        return out

    def statement(self, statement: ast.stmt, known: Mapping[str, Known]) -> list[ast.stmt]:
        """A statement with its calls rewritten, and what must stand above it."""
        if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            return [statement]
        above: list[ast.stmt] = []
        heads = not isinstance(statement, ast.While)
        calls = _Calls(self, known, above if heads else None)
        for field, value in ast.iter_fields(statement):
            if isinstance(value, list) and value and isinstance(value[0], ast.stmt):
                setattr(statement, field, self.block(value, known))
            elif isinstance(value, list):
                setattr(statement, field, [calls.visit(p) if isinstance(p, ast.AST) else p for p in value])
            elif isinstance(value, ast.AST):
                setattr(statement, field, calls.visit(value))
        if calls.changed:
            statement.changed = True  # type: ignore[attr-defined]
        return [*above, statement]

    def _gone(self, statement: ast.stmt) -> ast.stmt:
        """What stands in the place of a definition that was taken out, with the comments above it."""
        node = ast.copy_location(ast.Pass(), statement)
        node.changed = node.gone = True  # type: ignore[attr-defined]
        while self.module.comments.get(node.lineno - 1, (-1, ""))[0] == statement.col_offset:
            node.lineno -= 1
        return node

    # Definitions.

    def definition(self, statement: ast.stmt, known: Mapping[str, Known]) -> tuple[str, Known] | None:
        """The function that a statement gives a name, if all that is done with it is understood."""
        name, definition = _defined(statement)
        if definition is None:
            return self._alias(statement, known)
        if why := self.refused.get(name) or self._why_not(name, definition, statement):
            statement.why = why  # type: ignore[attr-defined]
            self.left = True
            return None
        if name not in self.plain and expression(definition) is not None:
            return name, Known(definition=definition, written=True)
        return name, self.lift(name, definition, known)

    def _alias(self, statement: ast.stmt, known: Mapping[str, Known]) -> tuple[str, Known] | None:
        """Another name for a function, where it is called by that name."""
        if not isinstance(statement, ast.Assign) or len(statement.targets) != 1 or self._stopped(statement):
            return None
        target, value = statement.targets[0], self.value(statement.value, known)
        if value is None or not isinstance(target, ast.Name) or self.own[target.id] != 1:
            return None
        called = (n.func for n in ast.walk(self.node) if isinstance(n, ast.Call))
        if target.id in self.refused or all(getattr(f, "id", "") != target.id for f in called):
            return None
        return target.id, value

    def value(self, node: ast.expr, known: Mapping[str, Known]) -> Known | None:
        """The function that an expression stands for, if it does for one."""
        if isinstance(node, ast.Name) and node.id in known:
            return known[node.id]
        name = node.id if isinstance(node, ast.Name) else ""
        if name in self.own or not isinstance(node, (ast.Name, ast.Attribute)):
            return None
        imported = dotted(node, {n: t for n, t in self.module.imports.items() if n not in self.own})
        there = name in self.module.functions and name not in self.module.unusable
        return Known(function=node) if there or imported else None

    def _why_not(self, name: str, definition: Definition, statement: ast.stmt) -> str:
        """What stands against taking a definition out; empty if nothing does."""
        parts = list(ast.walk(definition))
        if self.own[name] != 1:
            return f"{name} is bound more than once"
        if self._stopped(statement):
            return f"a gradient cannot be stopped at the head of {name}"
        if any(isinstance(part, (ast.Nonlocal, ast.Global)) for part in parts):
            return f"{name} binds names that are not its own"
        if name in free(definition):
            return f"{name} calls itself"
        if any(isinstance(part, (ast.Yield, ast.YieldFrom, ast.Await)) for part in parts):
            return f"{name} is a generator"
        return f"{name} is decorated" if getattr(definition, "decorator_list", []) else ""

    def _stopped(self, statement: ast.stmt) -> bool:
        """Whether a gradient is stopped on the line that defines a function, and not in a statement of it."""
        last = statement.lineno if isinstance(statement, ast.FunctionDef) else statement.end_lineno
        return any(n in self.module.stops for n in range(statement.lineno, (last or statement.lineno) + 1))

    def lift(self, name: str, definition: Definition, known: Mapping[str, Known]) -> Known:
        """Makes a definition a function of the module; what it reads around it are arguments."""
        own, reads = bound(definition), free(definition)
        needed = dict.fromkeys(n for n in sorted(reads) if n in self.own and n not in known)
        for other in sorted(reads & set(known)):
            needed.update(dict.fromkeys(sorted(n for n in known[other].reads if n in self.own)))
        if clash := [n for n in needed if n in own]:
            raise _Again(name, f"{name} has a {clash[0]} of its own, beside that of {self.node.name}")
        node = _as_function(definition)
        defaults = [*node.args.defaults, *(d for d in node.args.kw_defaults if d is not None)]
        if not all(isinstance(d, ast.Constant) for d in defaults):
            raise _Again(name, f"a default of {name} is no number")
        constants = [n for n in needed if self.constant(n) is not None]
        given = [n for n in needed if n not in constants]
        new = [self._argument(n, name) for n in sorted(given, key=self._order)]
        start = int(ast.get_docstring(node, clean=False) is not None and len(node.body) > 1)
        first = node.body[start]
        made = [_placed(self.constant(n), first) for n in constants]
        self.moved.update(constants)
        node.body = [*node.body[:start], *made, *node.body[start:]]
        by_name = bool(defaults or node.args.vararg or node.args.kwarg or node.args.kwonlyargs)
        node.args = copy.copy(node.args)
        if by_name:
            node.args.kwonlyargs = [*node.args.kwonlyargs, *new]
            node.args.kw_defaults = [*node.args.kw_defaults, *(None for _ in new)]
        else:
            node.args.args = [*node.args.args, *new]
        node.name = self.work.name(name, self.root)
        function = Function(node.name, parameters_of(node.args), None, node, Pragmas(), lifted=True)
        self.work.made[node.name] = self.work.function(function, known, self.root)
        given_names = tuple((arg.arg, arg.arg) for arg in new)
        return Known(definition, function=ast.Name(node.name, ast.Load()), given=given_names, by_name=by_name)

    def constant(self, name: str) -> ast.stmt | None:
        """The statement that gives a name its only value, a number."""
        for part in self.node.body:
            one = isinstance(part, ast.Assign) and len(part.targets) == 1 and self.own[name] == 1
            if one and isinstance(part.targets[0], ast.Name) and part.targets[0].id == name:  # type: ignore[attr-defined]
                return part if isinstance(part.value, ast.Constant) else None  # type: ignore[attr-defined]
        return None

    def _without_moved(self, body: list[ast.stmt]) -> list[ast.stmt]:
        """A body without the constants that only functions taken out of it needed."""
        reads = free(ast.Module(body, []))
        moved = [self.constant(n) for n in self.moved if n not in reads]
        places = [(s.lineno, s.col_offset) for s in moved if s is not None]
        gone = [isinstance(s, ast.Assign) and (s.lineno, s.col_offset) in places for s in body]
        return [self._gone(s) if is_gone else s for s, is_gone in zip(body, gone)]

    def _order(self, name: str) -> tuple[int, int, str]:
        place = next(iter(_places(self.node, name)), None)
        return (getattr(place, "lineno", 0), getattr(place, "col_offset", 0), name)

    def _argument(self, name: str, definition: str) -> ast.arg:
        """The argument for a name of the function around, with the shape that is known of it there."""
        place = next(iter(_places(self.node, name)), None)
        if place is None:
            raise _Again(definition, f"{definition} reads {name}, which is no value")
        if isinstance(place, ast.arg) and self.own[name] == 1:
            return copy.copy(place)
        new = ast.copy_location(ast.arg(name, None), place)
        new.end_col_offset = new.col_offset + len(name.encode())
        new.end_lineno = new.lineno
        return new

    def fresh(self, wanted: str) -> str:
        """A name for a value that is new in the function."""
        others = self.names | self.new_names | self.work.taken | set(vars(builtins))
        name, number = wanted, 0
        while name in others:
            number += 1
            name = f"{wanted}{number}"
        self.new_names.add(name)
        return name


class _Calls(ast.NodeTransformer):
    """Rewrites the calls in an expression; `above` takes statements, where they may stand."""

    def __init__(self, body: _Body, known: Mapping[str, Known], above: list[ast.stmt] | None) -> None:
        self.body, self.known, self.above = body, known, above
        self.inner: frozenset[str] = frozenset()
        self.changed = False

    def visit(self, node: ast.AST) -> ast.AST:
        """One expression; names that it binds for itself hide what they stand for around it."""
        if isinstance(node, ast.Lambda):
            names = frozenset(arg.arg for arg in arguments(node))
            return self._within(names, lambda: self.generic_visit(node))
        if isinstance(node, COMPREHENSIONS):
            return self._within(targets(node), lambda: self.generic_visit(node))
        if isinstance(node, ast.IfExp):
            node.test = self.expr(node.test)
            arms = self._within(frozenset(), lambda: (self.expr(node.body), self.expr(node.orelse)))
            node.body, node.orelse = arms
            return node
        if isinstance(node, ast.BoolOp):
            first, *rest = node.values
            others = self._within(frozenset(), lambda: [self.expr(value) for value in rest])
            node.values = [self.expr(first), *others]
            return node
        new = super().visit(node)
        assert isinstance(new, ast.AST)
        return new

    def expr(self, node: ast.expr) -> ast.expr:
        """One expression, as one."""
        new = self.visit(node)
        assert isinstance(new, ast.expr)
        return new

    def _within(self, names: frozenset[str], work: Callable[[], T]) -> T:
        before = self.known, self.above, self.inner
        self.known = {name: value for name, value in self.known.items() if name not in names}
        self.above, self.inner = None, self.inner | names
        result = work()
        self.known, self.above, self.inner = before
        return result

    def visit_Call(self, node: ast.Call) -> ast.expr:
        """A call of a function that is known, rewritten; its arguments first."""
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        if not isinstance(node.func, (ast.Name, ast.Lambda)):
            node.func = self.expr(node.func)
        node.args = [self.expr(a) for a in node.args]
        node.keywords = [self.visit(k) for k in node.keywords]  # type: ignore[misc]
        if isinstance(node.func, ast.Lambda):
            return self._applied(node, node.func)
        value = self.known.get(name)
        if value is None:
            return node
        hidden = sorted(value.reads & self.inner)
        if hidden:
            text = f"{name} reads {hidden[0]}, which is another one where {name} is called"
            raise _Again(name, text)
        self.changed = True
        if value.written and value.definition is not None:
            return self._written(node, name, value.definition)
        assert value.function is not None
        more: list[ast.expr] = [ast.copy_location(ast.Name(n, ast.Load()), node) for _, n in value.given]
        keywords = list(node.keywords)
        if value.by_name or node.keywords or any(isinstance(a, ast.Starred) for a in node.args):
            pairs = zip(value.given, more)
            keywords += [ast.copy_location(ast.keyword(theirs, n), node) for (theirs, _), n in pairs]
            more = []
        function = ast.copy_location(copy.copy(value.function), node.func)
        function.lifted = True  # type: ignore[attr-defined]
        return ast.copy_location(ast.Call(function, [*node.args, *more], keywords), node)

    def _written(self, node: ast.Call, name: str, definition: Definition) -> ast.expr:
        try:
            new = at_call(definition, node, self._bind if self.above is not None else None, self.body.once)
        except Cannot:
            raise _Again(name, "") from None
        return self.expr(new)

    def _applied(self, node: ast.Call, function: ast.Lambda) -> ast.expr:
        """A lambda that is called where it stands."""
        try:
            new = at_call(function, node, self._bind if self.above is not None else None, self.body.once)
        except Cannot:
            node.func = self.expr(function)
            return node
        self.changed = True
        return self.expr(new)

    def _bind(self, name: str, value: ast.expr) -> str:
        """Binds an argument above the statement; gives its name."""
        assert self.above is not None
        name = self.body.fresh(name)
        target = ast.copy_location(ast.Name(name, ast.Store()), value)
        new = ast.copy_location(ast.Assign([target], value), value)
        new.made = True  # type: ignore[attr-defined]
        self.above.append(new)
        return name


def _defined(statement: ast.stmt) -> tuple[str, Definition | None]:
    """The name and the function that a statement defines, if it does."""
    if isinstance(statement, ast.FunctionDef):
        return statement.name, statement
    if isinstance(statement, ast.Assign) and len(statement.targets) == 1:
        (target,) = statement.targets
        if isinstance(target, ast.Name) and isinstance(statement.value, ast.Lambda):
            return target.id, statement.value
    return "", None


def _as_function(definition: Definition) -> ast.FunctionDef:
    """A definition of one's own, a lambda's as if it had been written as a function."""
    own = copy.deepcopy(definition)
    if isinstance(own, ast.FunctionDef):
        return own
    node = ast.parse("def f(): pass").body[0]
    assert isinstance(node, ast.FunctionDef)
    node.args, node.body = own.args, [ast.copy_location(ast.Return(own.body), own.body)]
    node.made = True  # type: ignore[attr-defined]
    return ast.copy_location(node, definition)


def _placed(statement: ast.stmt | None, place: ast.stmt) -> ast.stmt:
    """A copy of a statement as if it had been made in another place."""
    assert statement is not None
    new = copy.deepcopy(statement)
    for node in ast.walk(new):
        ast.copy_location(node, place)
    new.made = True  # type: ignore[attr-defined]
    return new


def _identifiers(node: ast.AST, inside: bool = True) -> set[str]:
    """All names in a function; `inside` says whether those of functions in it count."""
    if not inside and isinstance(node, SCOPES):
        return set(free(node))
    names = {getattr(node, "id", ""), getattr(node, "arg", "") or ""} - {""}
    children = [node.args, *node.body] if isinstance(node, ast.FunctionDef) else ast.iter_child_nodes(node)
    return names.union(*(_identifiers(child, inside) for child in children))


def _places(node: ast.FunctionDef, name: str) -> Iterator[ast.arg | ast.Name]:
    """Where a function binds a name: as its argument, or in its statements."""
    yield from (arg for arg in arguments(node) if arg.arg == name)
    for part in ast.walk(node):
        if isinstance(part, ast.Name) and part.id == name and isinstance(part.ctx, ast.Store):
            yield part
