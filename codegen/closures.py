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
import functools
import itertools
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from codegen.captures import Again, Around, defined, identifiers, reads_names, without_unread
from codegen.inline import MOST_NODES, Cannot, Definition, at_call, expression
from codegen.maps import without_maps
from codegen.parse import Function, Module, Pragmas, dotted, parameters_of
from codegen.passed import (
    Known,
    called_parameters,
    defaults_of,
    for_functions,
    given_to,
    names_bound,
    takes_by_name,
    times_called,
)
from codegen.procedures import called_first, given_back, is_certain, statements_of, written, written_by
from codegen.scopes import COMPREHENSIONS, arguments, free, targets
from codegen.spread import Extra, extra_arguments, extra_of, for_number, is_open, spread
from codegen.structure import gives
from codegen.trees import Transformer, copied, same_tree, walk
from codegen.unroll import Words, known_displays, tuples_of_words, unrolled

T = TypeVar("T")


FAR = 1000  # columns: where no statement of the source stands
OFTEN = 2  # calls of a function in another one; where there are more, it is not written out


@dataclass(frozen=True)
class Special:
    """The call of a function that is made of `callee` for functions.

    `instead` are the arguments that it does not have; `given` are those that it has beside the
    others, each with what is given for it.
    """

    callee: str
    name: str
    instead: tuple[str, ...]
    given: tuple[tuple[str, str], ...]
    by_name: bool


def lifted(module: Module) -> Module:
    """The module with functions in functions as functions of its own."""
    return _Closures(module).run()


class _Closures:
    """Goes through the functions of a module; `made` are those that it puts before the one at hand."""

    def __init__(self, module: Module) -> None:
        self.module = module
        self.made: dict[str, Function] = {}
        self.specials: dict[tuple[object, ...], str] = {}
        self.names: dict[str, tuple[str, ...]] = {}
        self.before: dict[str, Function] = {}
        self.open: list[str] = []
        self.written: set[str] = set()
        self.called = called_parameters(module.functions)
        self.written_by = written_by({name: f.node for name, f in module.functions.items()})
        self.places = itertools.count(FAR)
        self.uses = functools.cache(lambda: {n: identifiers(f.node) for n, f in module.functions.items()})
        self.taken = {*module.functions, *module.imports, *module.constants, *module.unusable}

    def run(self) -> Module:
        functions: dict[str, Function] = {}
        for name, function in self.module.functions.items():
            new = self.function(function, {}, name)
            functions.update(self.made)
            self.before, self.made = {**self.before, **self.made}, {}
            functions[name] = replace(new, takes=self.called[name])
        for name in {str(callee) for callee, *_ in self.specials} & set(functions):
            open_ = frozenset(arg.arg for arg in extra_arguments(functions[name].node))
            functions[name] = replace(functions[name], takes=functions[name].takes | open_)
        for name in self.written & set(functions):
            functions[name] = replace(functions[name], written_out=True)
        return replace(self.module, functions=functions)

    def function(self, function: Function, known: Mapping[str, Known], root: str) -> Function:
        """A function without those in it; `root` is the function of the source that it stands in."""
        plain: set[str] = set()
        refused: dict[str, str] = {}
        while True:
            made, specials, taken = dict(self.made), dict(self.specials), set(self.taken)
            scope = _Body(self, function, known, root, plain, refused)
            try:
                return scope.run()
            except Again as again:
                if again.name in scope.around:
                    raise
                self.made, self.specials, self.taken = made, specials, taken
                if again.reason:
                    refused[again.name] = again.reason
                else:
                    plain.add(again.name)

    def there(self, name: str) -> Function:
        """A function of the module, as it is before anything is taken out of it, or one that was made."""
        return self.made.get(name) or self.before.get(name) or self.module.functions[name]

    def calls_of(self, name: str) -> frozenset[str]:
        """The arguments of a function that it calls."""
        if name in self.called or name not in {**self.made, **self.before}:
            return self.called.get(name, frozenset())
        everything = {**self.module.functions, **self.before, **self.made}
        return called_parameters(everything)[name]

    def function_named(self, node: ast.expr) -> Known | None:
        """The function that an expression stands for at the top of the module."""
        there = isinstance(node, ast.Name) and node.id in self.module.functions
        if there or dotted(node, self.module.imports):
            return Known(function=node)
        return None

    def has(self, name: str) -> bool:
        """Whether there is a function of such a name, in the module or made by now."""
        return name in self.made or name in self.before or name in self.module.functions

    def writes(self, name: str) -> bool:
        """Whether a function of the module may write into what it is given."""
        if name not in self.written_by and self.has(name):
            self.written_by[name] = written(self.there(name).node)
        return bool(self.written_by.get(name))

    def special(self, callee: str, values: Mapping[str, Known], extra: Extra, root: str) -> Special | None:
        """The function that is made of another for the functions that it is given, in `root`.

        `extra` are further arguments that it is given, if it takes any number of them.

        Raises `Again` where a function that would be written out cannot be.
        """
        key = (callee, extra, *((parameter, value.identity) for parameter, value in values.items()))
        if key not in self.specials:
            words = [word for value in values.values() if (word := value.word)]
            if not words:
                words = [root] if values else [str(extra[0])] if extra[0] else [*extra[1]]
            base, known = self.there(callee), dict[str, Known]()
            names = names_bound(base.node)
            open_base = for_number(base, extra, lambda name: name in names)
            name = self.name("_".join([callee, *words]), callee)
            made = for_functions(open_base, name, values) if open_base is not None else None
            self.specials[key] = ""
            if made is not None:
                function, known = made
                self.specials[key] = name
                self.names[name] = tuple(new for value in known.values() for _, new in value.given)
                self._make(key, function, known)
        if not self.specials[key]:
            return None
        name = self.specials[key]
        given = tuple(zip(self.names[name], (ours for v in values.values() for _, ours in v.given)))
        by_name = takes_by_name(self.there(callee).node.args)
        return Special(callee, name, tuple(values), given, by_name)

    def _make(self, key: tuple[object, ...], function: Function, known: Mapping[str, Known]) -> None:
        """Goes through a function that was made for functions; forgets it if it still needs them."""
        try:
            new = self.function(function, known, function.name)
        except Again:
            del self.specials[key]
            self.taken.discard(function.name)
            raise
        if reads_names(new.node, set(known)):
            self.specials[key] = ""
        else:
            self.made[function.name] = new

    def name(self, wanted: str, root: str) -> str:
        """A name for a function of the module, which nothing else in the module has."""
        others = {name for function, names in self.uses().items() if function != root for name in names}
        others |= {*self.taken, *self.made, *vars(builtins)}
        name, number = wanted, 0
        while name in others or {f"{name}_forward", f"{name}_backward"} & others:
            number += 1
            stem = wanted if wanted.startswith(f"{root}_") else f"{root}_{wanted}"
            name = stem + (str(number) if number > 1 else "")
        self.taken.add(name)
        return name


class _Body(Around):
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
        super().__init__(work.module, function.node)
        self.work, self.root, self.original = work, root, function
        self.plain, self.refused = plain, refused
        self.around = {name: value for name, value in known.items() if name not in self.own}
        self.once = {name for name, times in self.own.items() if times == 1}
        self.parameters = frozenset(arg.arg for arg in arguments(self.node))
        tuples = tuples_of_words(self.module.constants)
        self.words = Words(self._is_builtin, tuples, lambda n: work.there(n).node if work.has(n) else None)
        self.displays = known_displays(self.node.body, self.parameters, self.words)
        self.done: set[str] = set()
        self.lifts: dict[str, Known] = {}
        self.room = MOST_NODES
        self.left, self.new_names = False, set[str]()

    def run(self) -> Function:
        """The function with its definitions taken out."""
        node = copy.copy(self.node)
        body = unrolled(copied(self.node.body), self.parameters, self.words)
        body = without_maps(body, self._is_builtin, self._is_function, self.fresh)
        node.body = self.block(body, self.around)
        if not self.left and same_tree(node, self.node):
            return self.original
        node.body = without_unread(self._without_moved(node.body))
        for part in walk(ast.Module(node.body, [])):
            if isinstance(part, ast.Name) and part.id in self.done and not hasattr(part, "lifted"):
                raise Again(part.id, self.why_not_called(part.id))
        return replace(self.original, node=node)

    def _is_builtin(self, name: str) -> bool:
        return name not in {*self.own, *self.work.taken}

    def _is_function(self, node: ast.expr) -> bool:
        """Whether an expression is a function that a gradient may go through."""
        if isinstance(node, ast.Name):
            known = node.id in self.own or node.id in self.around or self.work.has(node.id)
            return known or (node.id == "abs" and self._is_builtin("abs"))
        return isinstance(node, ast.Lambda) or dotted(node, self.module.imports) is not None

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
        return [*above, *(self._procedure(statement) or [statement])]

    def _procedure(self, statement: ast.stmt) -> list[ast.stmt] | None:
        """A statement with what a call in it stands for, of a function that writes into what it is given."""
        alone = isinstance(statement, ast.Expr)
        call = called_first(statement, self.work.has if alone else self.work.writes)
        name = call.func.id if call is not None and isinstance(call.func, ast.Name) else ""
        mine = name in self.own and not hasattr(getattr(call, "func", None), "lifted")
        if call is None or mine or name in self.work.open or name in self.module.helpers:
            return None
        function, hidden = self.work.there(name), {*self.own, *self.new_names}
        writes = self.work.writes(name)
        again = function.states or statement.lineno in self.module.recomputed  # which its pair does
        if function.pragmas.skip or function.elsewhere or again or (not writes and gives(function.node.body)):
            return None
        stops = self.module.stops.__contains__
        found = statements_of(function.node, call, statement, self.fresh, hidden, stops, self.work.places)
        if found is None or not self.has_room_for(*found):
            return None
        if not writes or is_certain(function.node, self.work.written_by[name]):
            self.work.written.add(name)
        self.work.open.append(name)
        out = self.block(found, {})
        self.work.open.pop()
        return given_back(out, statement, call, self.fresh)

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
        name, definition = defined(statement)
        if definition is None:
            return self._alias(statement, known)
        if why := self.refused.get(name) or self.why_not(name, definition, statement):
            statement.why = why  # type: ignore[attr-defined]
            self.left = True
            return None
        if name not in self.plain and expression(definition) is not None:
            return name, Known(definition=definition, written=True)
        return name, self.lift(name, definition, known)

    def _alias(self, statement: ast.stmt, known: Mapping[str, Known]) -> tuple[str, Known] | None:
        """Another name for a function, where it is called by that name."""
        if not isinstance(statement, ast.Assign) or len(statement.targets) != 1 or self.stopped(statement):
            return None
        target, value = statement.targets[0], self.value(statement.value, known)
        if value is None or not isinstance(target, ast.Name) or self.own[target.id] != 1:
            return None
        calls = [n for n in walk(self.node) if isinstance(n, ast.Call)]
        used = [part for call in calls for part in (call.func, *self._functions_in(call))]
        if target.id in self.refused or all(getattr(part, "id", "") != target.id for part in used):
            return None
        return target.id, value

    def _functions_in(self, call: ast.Call) -> list[ast.expr]:
        """The functions that a call gives to a function of the module."""
        callee = call.func.id if isinstance(call.func, ast.Name) else ""
        parameters = self.work.calls_of(callee)
        given = given_to(self.work.there(callee).node, call) if parameters else {}
        return [value for name, value in given.items() if name in parameters]

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

    def lift(self, name: str, definition: Definition, known: Mapping[str, Known]) -> Known:
        """Makes a definition a function of the module; what it reads around it are arguments."""
        node, new, by_name = self.apart(name, definition, known)
        node.name = self.work.name(name, self.root)
        function = Function(node.name, parameters_of(node.args), None, node, Pragmas(), lifted=True)
        self.work.made[node.name] = self.work.function(function, known, self.root)
        given = tuple((arg, arg.arg) for arg in new)
        return Known(definition, False, ast.Name(node.name, ast.Load()), given, by_name)

    def _without_moved(self, body: list[ast.stmt]) -> list[ast.stmt]:
        """A body without the constants that only functions taken out of it needed."""
        reads = free(ast.Module(body, []))
        moved = [self.constant(n) for n in self.moved if n not in reads]
        places = [(s.lineno, s.col_offset) for s in moved if s is not None]
        gone = [isinstance(s, ast.Assign) and (s.lineno, s.col_offset) in places for s in body]
        return [self._gone(s) if is_gone else s for s, is_gone in zip(body, gone)]

    def special(self, call: ast.Call, known: Mapping[str, Known], inner: frozenset[str]) -> Special | None:
        """The function that is made for the functions that a call gives; None where it gives none."""
        callee = call.func.id if isinstance(call.func, ast.Name) else ""
        if not self.work.has(callee) or callee in self.module.helpers:
            return None
        parameters, function = self.work.calls_of(callee), self.work.there(callee)
        stars = any(isinstance(a, ast.Starred) for a in call.args) or any(not k.arg for k in call.keywords)
        if stars or not (parameters or is_open(function.node.args)):
            return None
        extra = extra_of(call, function.node)
        given, defaults = given_to(function.node, call), defaults_of(function.node)
        values: dict[str, Known] = {}
        for parameter in (p.name for p in function.parameters if p.name in parameters):
            value = self._passed(given.get(parameter), known, inner)
            if parameter not in given and parameter in defaults:
                value = self.work.function_named(defaults[parameter])
            if value is None:
                return None
            values[parameter] = value
        often = [name for name in values if times_called(function.node, name) > OFTEN]
        for apart in (often, list(values)):
            try:
                some = {n: self._function(n, v, known) if n in apart else v for n, v in values.items()}
                return self.work.special(callee, some, extra, self.root)
            except Again:
                continue
        return None

    def _passed(
        self, node: ast.expr | None, known: Mapping[str, Known], inner: frozenset[str]
    ) -> Known | None:
        """A function that is given to another one; one of one expression is written out there."""
        if node is None:
            return None
        named = isinstance(node, ast.Name) and node.id in known
        value = known[node.id] if named else self.value(node, known)  # type: ignore[attr-defined]
        if isinstance(node, ast.Lambda):
            value = Known(definition=node, written=True)
        if value is None or not value.written or value.definition is None:
            return value
        try:
            needed = self.needed("", value.definition, known)
        except Again:
            return None
        if free(value.definition) & inner:
            return None
        given = tuple((self.argument(n, ""), n) for n in needed)
        return replace(value, given=given, name=node.id if isinstance(node, ast.Name) else "")

    def _function(self, parameter: str, value: Known, known: Mapping[str, Known]) -> Known:
        """A function that is given to another one, as a function of the module."""
        if not value.written or value.definition is None:
            return value
        if value.name not in self.lifts or not value.name:
            self.lifts[value.name] = self.lift(value.name or parameter, value.definition, known)
        return self.lifts[value.name]

    def has_room_for(self, *nodes: ast.AST) -> bool:
        """Whether so much more may be written out here."""
        self.room -= sum(1 for node in nodes for _ in ast.walk(node))
        return self.room > 0

    def fresh(self, wanted: str) -> str:
        """A name for a value that is new in the function."""
        others = self.names | self.new_names | self.work.taken | set(vars(builtins))
        name, number = wanted, 0
        while name in others:
            number += 1
            name = f"{wanted}{number}"
        self.new_names.add(name)
        return name


class _Calls(Transformer):
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
        if not name:
            return self._without_stars(node, "")
        if value is None and (name in self.inner or name in self.body.own):
            return node
        node = self._without_stars(node, name if value is None else value.word)
        if value is None:
            return self._given_functions(node)
        hidden = sorted(value.reads & self.inner)
        if hidden:
            text = f"{name} reads {hidden[0]}, which is another one where {name} is called"
            raise Again(name, text)
        self.changed = True
        if value.written and value.definition is not None:
            return self._written(node, name, value.definition)
        assert value.function is not None
        more: list[ast.expr] = [ast.copy_location(ast.Name(n, ast.Load()), node) for _, n in value.given]
        keywords = list(node.keywords)
        if value.by_name or node.keywords or any(isinstance(a, ast.Starred) for a in node.args):
            pairs = zip(value.given, more)
            keywords += [ast.copy_location(ast.keyword(arg.arg, n), node) for (arg, _), n in pairs]
            more = []
        function = ast.copy_location(copied(value.function), node.func)
        function.lifted = True  # type: ignore[attr-defined]
        new = ast.copy_location(ast.Call(function, [*node.args, *more], keywords), node)
        return self._given_functions(new)

    def _without_stars(self, node: ast.Call, callee: str) -> ast.Call:
        """A call with what its stars stand for."""
        starred = any(isinstance(a, ast.Starred) for a in node.args) or any(not k.arg for k in node.keywords)
        if not starred:
            return node
        function = self.body.work.there(callee).node if self.body.work.has(callee) else None
        displays = {n: d for n, d in self.body.displays.items() if n not in self.inner}
        once = self.body.once - self.inner
        new = spread(node, function, displays, once)
        self.changed = self.changed or new is not None
        return new or node

    def _given_functions(self, node: ast.Call) -> ast.Call:
        """A call of a function that is given functions, as a call of the one that is made for these."""
        special = self.body.special(node, self.known, self.inner)
        if special is None or any(ours in self.inner for _, ours in special.given):
            return node
        self.changed = True
        left = given_to(self.body.work.there(special.callee).node, node)
        gone = {id(left[name]) for name in special.instead if name in left}
        more: list[ast.expr] = [
            ast.copy_location(ast.Name(ours, ast.Load()), node) for _, ours in special.given
        ]
        named = [ast.keyword(theirs, value) for (theirs, _), value in zip(special.given, more)]
        named = named if special.by_name or node.keywords else []
        return ast.copy_location(
            ast.Call(
                ast.copy_location(_lifted_name(special.name), node.func),
                [a for a in node.args if id(a) not in gone] + ([] if named else more),
                [k for k in node.keywords if id(k.value) not in gone] + named,
            ),
            node,
        )

    def _written(self, node: ast.Call, name: str, definition: Definition) -> ast.expr:
        try:
            new = at_call(definition, node, self._bind if self.above is not None else None, self.body.once)
        except Cannot:
            raise Again(name, "") from None
        if not self.body.has_room_for(new):
            raise Again(name, "")
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


def _lifted_name(name: str) -> ast.Name:
    """The name of a function that was made, told apart from names of the source."""
    node = ast.Name(name, ast.Load())
    node.lifted = True  # type: ignore[attr-defined]
    return node
