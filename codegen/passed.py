"""Functions that are passed to functions: which arguments are called, and a function for those it is given.

A function that is given another is made once for each that it is given: `solve(f, x)` becomes
`solve_f(x)`, and what `f` reads of the function around it are further arguments of it.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from codegen.inline import Definition, renamed
from codegen.parse import Function, Pragmas, parameters_of
from codegen.scopes import SCOPES, arguments, bound, free
from codegen.trees import walk


@dataclass(frozen=True)
class Known:
    """What a name that is called stands for.

    `written` is a function that is written out at its calls; or else `function` is what is called,
    and `given` are the arguments that it takes beside its own, each with what is given for it. Of
    one that is written out `given` are the names around it, where it is passed to a function.
    """

    definition: Definition | None = None
    written: bool = False
    function: ast.expr | None = None
    given: tuple[tuple[ast.arg, str], ...] = ()
    by_name: bool = False
    name: str = ""

    @property
    def reads(self) -> frozenset[str]:
        """The names of the scope around that a call reads."""
        if self.written and self.definition is not None:
            return free(self.definition)
        return frozenset(name for _, name in self.given)

    @property
    def identity(self) -> str:
        """What tells functions apart that are passed to others."""
        what = self.definition if self.written else self.function
        return " ".join([ast.dump(what) if what else "", *(ast.dump(arg) for arg, _ in self.given)])

    @property
    def word(self) -> str:
        """What a function is called, in the name of another one."""
        if self.written:
            return self.name
        return self.function.attr if isinstance(self.function, ast.Attribute) else self.function.id  # type: ignore[union-attr]


def called_parameters(functions: Mapping[str, Function]) -> dict[str, frozenset[str]]:
    """The arguments of each function that it calls, or passes on to be called."""
    found = {name: _called(f.node) for name, f in functions.items()}
    while any(found.values()):
        new = {name: found[name] | _passed_on(f.node, functions, found) for name, f in functions.items()}
        if new == found:
            return found
        found = new
    return found


def _called(function: ast.FunctionDef) -> frozenset[str]:
    own = {arg.arg for arg in arguments(function)}
    calls = [n for n in walk(function) if isinstance(n, ast.Call)]
    mapped = [n.args[0] for n in calls if isinstance(n.func, ast.Name) and n.func.id == "map" and n.args]
    found = (*(n.func for n in calls), *mapped)
    return frozenset(f.id for f in found if isinstance(f, ast.Name) and f.id in own)


def _passed_on(
    function: ast.FunctionDef, functions: Mapping[str, Function], called: Mapping[str, frozenset[str]]
) -> frozenset[str]:
    own = {arg.arg for arg in arguments(function)}
    found: set[str] = set()
    for node in walk(function):
        callee = node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else ""
        if callee in functions and isinstance(node, ast.Call):
            given = given_to(functions[callee].node, node)
            passed = (value for name, value in given.items() if name in called[callee])
            found |= {value.id for value in passed if isinstance(value, ast.Name)}
    return frozenset(found & own)


def times_called(function: ast.FunctionDef, name: str) -> int:
    """How many calls of a name there are in a function."""
    calls = (n.func for n in walk(function) if isinstance(n, ast.Call))
    return sum(isinstance(f, ast.Name) and f.id == name for f in calls)


def given_to(function: ast.FunctionDef, call: ast.Call) -> dict[str, ast.expr]:
    """What a call gives to arguments, as far as that can be told."""
    own = function.args
    positional = [arg.arg for arg in (*own.posonlyargs, *own.args)]
    plain = [a for a in call.args if not isinstance(a, ast.Starred)]
    plain = plain if len(plain) == len(call.args) else []
    return {**dict(zip(positional, plain)), **{k.arg: k.value for k in call.keywords if k.arg}}


def defaults_of(function: ast.FunctionDef) -> dict[str, ast.expr]:
    """The defaults of a function's arguments."""
    own = function.args
    positional = [arg.arg for arg in (*own.posonlyargs, *own.args)]
    found = dict(zip(reversed(positional), reversed(own.defaults)))
    return found | {a.arg: d for a, d in zip(own.kwonlyargs, own.kw_defaults) if d is not None}


def for_functions(
    function: Function, name: str, values: Mapping[str, Known]
) -> tuple[Function, dict[str, Known]] | None:
    """A function of another name for the functions that it is given, and what it knows of these.

    None where a name stands in the way.
    """
    node = copy.copy(function.node)
    node.args, node.name = _without(node.args, set(values)), name
    taken = names_bound(node)
    everything = {part.id for part in walk(node) if isinstance(part, ast.Name)} | taken
    extra: list[ast.arg] = []
    known: dict[str, Known] = {}
    for parameter, value in values.items():
        outside = {_root(value.function)} if value.function is not None else set()
        if value.definition is not None and value.written:
            outside = set(free(value.definition)) - {theirs.arg for theirs, _ in value.given}
            everything |= names_bound(value.definition)
        if outside & taken:
            return None
        given = []
        for theirs, _ in value.given:
            new = copy.copy(theirs)
            new.arg = _fresh(theirs.arg, everything)
            everything.add(new.arg)
            extra.append(new)
            given.append((theirs, new.arg))
        known[parameter] = _renamed(replace(value, given=tuple(given)))
    add_arguments(node, extra)
    pragmas = replace(function.pragmas, wrt=_rest(function.pragmas, set(values)))
    made = Function(name, parameters_of(node.args), function.returns, node, pragmas, lifted=True)
    return made, known


def _root(node: ast.expr) -> str:
    """The name that the name of a function begins with."""
    while isinstance(node, ast.Attribute):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""


def _renamed(value: Known) -> Known:
    """A function that is written out, by the names that are around it now."""
    if not value.written or value.definition is None:
        return value
    names = {theirs.arg: new for theirs, new in value.given}
    return replace(value, definition=renamed(value.definition, names))


def names_bound(node: Definition) -> set[str]:
    """All names that a function or one in it binds."""
    inner = [part for part in walk(node) if isinstance(part, SCOPES)]
    stored = {p.id for p in walk(node) if isinstance(p, ast.Name) and not isinstance(p.ctx, ast.Load)}
    return stored.union(*(bound(part) for part in inner))


def add_arguments(node: ast.FunctionDef, new: list[ast.arg]) -> bool:
    """Gives a function further arguments; tells whether they must be given by name."""
    own = copy.copy(node.args)
    by_name = takes_by_name(own)
    if by_name:
        own.kwonlyargs = [*own.kwonlyargs, *new]
        own.kw_defaults = [*own.kw_defaults, *(None for _ in new)]
    else:
        own.args = [*own.args, *new]
    node.args = own
    return by_name


def takes_by_name(own: ast.arguments) -> bool:
    """Whether further arguments of a function must be given by name."""
    return bool(own.defaults or own.vararg or own.kwarg or own.kwonlyargs)


def _rest(pragmas: Pragmas, gone: set[str]) -> tuple[str, ...] | None:
    return None if pragmas.wrt is None else tuple(name for name in pragmas.wrt if name not in gone)


def _without(own: ast.arguments, gone: set[str]) -> ast.arguments:
    """A signature without some of its arguments."""
    new = copy.copy(own)
    keep: Callable[[ast.arg], bool] = lambda arg: arg.arg not in gone  # noqa: E731
    positional = [*own.posonlyargs, *own.args]
    first = len(positional) - len(own.defaults)
    new.defaults = [d for arg, d in zip(positional[first:], own.defaults) if keep(arg)]
    new.posonlyargs, new.args = list(filter(keep, own.posonlyargs)), list(filter(keep, own.args))
    named = [(arg, d) for arg, d in zip(own.kwonlyargs, own.kw_defaults) if keep(arg)]
    new.kwonlyargs, new.kw_defaults = [arg for arg, _ in named], [d for _, d in named]
    return new


def _fresh(wanted: str, taken: set[str]) -> str:
    name, number = wanted, 0
    while name in taken:
        number += 1
        name = f"{wanted}{number}"
    return name
