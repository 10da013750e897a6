"""Names that are given one of several functions: what says which it is, for calls to ask.

`f = g if test else h` is a name for the test, and `f(x)` calls g or h by it. Where functions are given in
more than one place, or in turns of a loop, a number says which of them the name has at a call.
"""

from __future__ import annotations

import ast
import copy
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeGuard

from codegen.scopes import SCOPES
from codegen.trees import walk

Fresh = Callable[[str], str]
IsFunction = Callable[[ast.expr], bool]
FUNCTIONS = (
    "abs",
    "cos",
    "cosh",
    "exp",
    "log",
    "max",
    "mean",
    "min",
    "sin",
    "sinh",
    "sqrt",
    "sum",
    "tan",
    "tanh",
)
MOST = 16  # functions that are asked for one by one


@dataclass(frozen=True)
class Alternatives:
    """Functions, and what says of all but the last of them that it is the one, in this order."""

    tests: tuple[ast.expr, ...]
    functions: tuple[ast.expr, ...]


def alternatives(node: ast.FunctionDef, is_function: IsFunction, fresh: Fresh) -> dict[str, Alternatives]:
    """The names that are given one of several functions, in a function that is changed.

    What gave them functions says which these are from then on.
    """
    parts = list(walk(node))
    stores = Counter(p.id for p in parts if isinstance(p, ast.Name) and isinstance(p.ctx, ast.Store))
    calls = [part for part in parts if isinstance(part, ast.Call)]
    called = {call.func.id for call in calls if isinstance(call.func, ast.Name)}
    found: dict[str, Alternatives] = {}
    given = _givers(node)
    for name in dict.fromkeys(name for call in calls for name in given_to(call) if name in stores):
        givers = given.get(name, [])
        values = [leaf for giver in givers for leaf in leaves(giver.value)]
        certain = name in called or any(_is_surely_function(value) for value in values)
        functions = certain and 1 < len(values) <= MOST and all(map(is_function, values))
        if functions and len(givers) == stores[name] and _is_only_called(node, name):
            found[name] = _Named(node, name, givers, fresh).run()
            given = _givers(node)
    return found


def _givers(node: ast.FunctionDef) -> dict[str, list[ast.Assign]]:
    """For each name the statements that give a value to it, and to nothing else."""
    found: dict[str, list[ast.Assign]] = {}
    for part in walk(node):
        if isinstance(part, ast.Assign) and len(part.targets) == 1 and isinstance(part.targets[0], ast.Name):
            found.setdefault(part.targets[0].id, []).append(part)
    return found


def _is_surely_function(value: ast.expr) -> bool:
    """Whether what may be a function is no number or type of a library."""
    return not isinstance(value, ast.Attribute) or value.attr in FUNCTIONS


def given_to(call: ast.Call) -> list[str]:
    """The names that are called, or given to what is called, or to a `map` that is."""
    parts = [call.func, *call.args, *(k.value for k in call.keywords)]
    parts += [arg.args[0] for arg in call.args if is_map(arg)]
    return [part.id for part in parts if isinstance(part, ast.Name)]


def is_map(node: ast.expr) -> TypeGuard[ast.Call]:
    """Whether an expression is a `map` of something."""
    return isinstance(node, ast.Call) and _is(node.func, "map") and bool(node.args)


def chain(tests: tuple[ast.expr, ...], values: list[ast.expr], place: ast.expr) -> ast.expr:
    """`a if first else b if second else c`, to be written out as a branch where that can be."""
    new = values[-1]
    for test, value in reversed(list(zip(tests, values))):
        new = ast.IfExp(copy.deepcopy(test), value, new)
        new.chosen = True  # type: ignore[attr-defined]
    for part in walk(new):
        if isinstance(part, ast.expr):
            ast.copy_location(part, place)
    return new


def with_function(call: ast.Call, name: str, function: ast.expr) -> ast.Call:
    """A call with a function in the place of a name, where that is called or given."""

    def put(node: ast.expr) -> ast.expr:
        if _is(node, name):
            return _at(copy.deepcopy(function), node)
        new = copy.deepcopy(node)
        if is_map(new):
            new.args[0] = put(new.args[0])
        return new

    keywords = [ast.copy_location(ast.keyword(k.arg, put(k.value)), k) for k in call.keywords]
    return ast.copy_location(ast.Call(put(call.func), list(map(put, call.args)), keywords), call)


def _gives(node: ast.AST, name: str) -> TypeGuard[ast.Assign]:
    """Whether a statement gives a value to the name, and to nothing else."""
    return isinstance(node, ast.Assign) and len(node.targets) == 1 and _is(node.targets[0], name)


def leaves(value: ast.expr) -> list[ast.expr]:
    """The values of which a conditional expression is one."""
    return [*leaves(value.body), *leaves(value.orelse)] if isinstance(value, ast.IfExp) else [value]


def _is_only_called(node: ast.FunctionDef, name: str) -> bool:
    """Whether a name is no argument, and is read where it is called, or given to what is called."""
    calls = [part for part in walk(node) if isinstance(part, ast.Call)]
    fine = {id(p) for c in calls for p in (*leaves(c.func), *c.args, *(k.value for k in c.keywords))}
    parts = [part for part in walk(node) if _is(part, name)]
    own = any(isinstance(part, ast.arg) and part.arg == name for part in walk(node))
    inside = [s for s in walk(node) if isinstance(s, SCOPES) and s is not node]
    given = any(_gives(part, name) for scope in inside for part in walk(scope))
    rebound = any(isinstance(p, (ast.Global, ast.Nonlocal)) and name in p.names for p in walk(node))
    read = [part for part in parts if isinstance(part.ctx, ast.Load)]  # type: ignore[attr-defined]
    return not (own or given or rebound) and all(id(part) in fine for part in read)


class _Named:
    """What says which function one name has."""

    def __init__(self, node: ast.FunctionDef, name: str, givers: list[ast.Assign], fresh: Fresh) -> None:
        self.node, self.name, self.givers, self.fresh = node, name, givers, fresh
        self.steady = _steady(node)

    def run(self) -> Alternatives:
        """The functions; the statements that give them say which they are."""
        if (branch := self.branch()) is not None:
            self.as_expression(*branch)
        (first, *others) = self.givers
        if others:
            return self.numbered()
        tests, functions = _flat(first.value)
        if tests is None:
            return self.numbered()
        if all(map(self.may_be_asked_again, tests)):
            self.replace(first, [])
            return Alternatives(tests, functions)
        if len(tests) > 1:
            return self.numbered()
        name = self.fresh(f"{self.name}_is_{_word(functions[0])}")
        first.targets, first.value = [_at(ast.Name(name, ast.Store()), first)], tests[0]
        first.changed = True  # type: ignore[attr-defined]
        return Alternatives((_at(ast.Name(name, ast.Load()), first),), functions)

    def numbered(self) -> Alternatives:
        """A number for each function, by which calls ask for it."""
        name = self.fresh(f"{self.name}_number")
        functions = list[ast.expr]()
        for giver in self.givers:
            giver.targets = [_at(ast.Name(name, ast.Store()), giver)]
            giver.value = self.number(giver.value, functions)
            giver.changed = True  # type: ignore[attr-defined]
        tests = [
            ast.Compare(ast.Name(name, ast.Load()), [ast.Eq()], [ast.Constant(number)])
            for number in range(len(functions) - 1)
        ]
        return Alternatives(tuple(_at(test, functions[0]) for test in tests), tuple(functions))

    def number(self, value: ast.expr, functions: list[ast.expr]) -> ast.expr:
        """The number of a function, or of those that a condition chooses from."""
        if isinstance(value, ast.IfExp):
            value.body = self.number(value.body, functions)
            value.orelse = self.number(value.orelse, functions)
            return value
        texts = list(map(ast.dump, functions))
        if ast.dump(value) not in texts:
            functions.append(value)
            texts.append(ast.dump(value))
        return _at(ast.Constant(texts.index(ast.dump(value))), value)

    # Branches that do nothing else.

    def branch(self) -> tuple[ast.If, list[ast.expr], ast.If | None] | None:
        """The branch whose arms only give the name its functions, its tests, and the arm that raises."""
        for node in walk(self.node):
            if not isinstance(node, ast.If) or not node.body or node.body[0] not in self.givers:
                continue
            tests, arms, inner = list[ast.expr](), list[list[ast.stmt]](), node
            while True:
                tests.append(inner.test)
                arms.append(inner.body)
                if len(inner.orelse) != 1 or not isinstance(inner.orelse[0], ast.If):
                    break
                inner = inner.orelse[0]
            raises = len(inner.orelse) == 1 and isinstance(inner.orelse[0], ast.Raise)
            arms += [] if raises else [inner.orelse]
            own = [arm[0] for arm in arms if len(arm) == 1 and arm[0] in self.givers]
            plain = len(own) == len(arms) == len(self.givers) > 1
            if plain and (not raises or all(map(self.may_be_asked_again, tests))):
                return node, tests, inner if raises else None
        return None

    def as_expression(self, branch: ast.If, tests: list[ast.expr], last: ast.If | None) -> None:
        """One assignment in the place of a branch, behind a check where its last arm raises."""
        values = [giver.value for giver in self.givers]
        whole = chain(tuple(tests[: len(values) - 1]), values, self.givers[0].value)
        new = ast.copy_location(ast.Assign([_at(ast.Name(self.name, ast.Store()), branch)], whole), branch)
        new.end_lineno = branch.lineno
        new.changed = True  # type: ignore[attr-defined]
        before: list[ast.stmt] = []
        if last is not None:
            test = ast.BoolOp(ast.And(), list(map(_negated, tests))) if len(tests) > 1 else _negated(tests[0])
            check = ast.copy_location(ast.If(_at(test, branch.test), last.orelse, []), branch)
            check.changed = True  # type: ignore[attr-defined]
            before, new.made = [check], True  # type: ignore[attr-defined]
        self.replace(branch, [*before, new])
        self.givers = [new]

    def replace(self, old: ast.stmt, new: list[ast.stmt]) -> None:
        """Puts statements in the place of one."""
        if not new:
            new = [ast.copy_location(ast.Pass(), old)]
            new[0].changed = new[0].gone = True  # type: ignore[attr-defined]
        for part in walk(self.node):
            for field in ("body", "orelse"):
                block = getattr(part, field, None)
                if isinstance(block, list) and any(s is old for s in block):
                    at = next(i for i, s in enumerate(block) if s is old)
                    block[at : at + 1] = new
                    return

    def may_be_asked_again(self, test: ast.expr) -> bool:
        """Whether a test is short, and the same wherever it stands in the function."""
        if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
            return self.may_be_asked_again(test.operand)
        if isinstance(test, ast.Compare) and len(test.ops) == 1:
            same = isinstance(test.ops[0], (ast.Eq, ast.NotEq, ast.Is, ast.IsNot))
            known = isinstance(test.comparators[0], ast.Constant)
            return same and known and self.may_be_asked_again(test.left)
        return isinstance(test, ast.Name) and test.id in self.steady


def _steady(node: ast.FunctionDef) -> set[str]:
    """The arguments that are only read by their names, in tests and calculations."""
    own = node.args
    given = {arg.arg for arg in (*own.posonlyargs, *own.args, *own.kwonlyargs)}
    parts = list(walk(node))
    times = Counter(part.arg for part in parts if isinstance(part, ast.arg))
    times.update(p.id for p in parts if isinstance(p, ast.Name) and not isinstance(p.ctx, ast.Load))
    inside = [p.value for p in parts if isinstance(p, (ast.Subscript, ast.Attribute))]
    raised = {id(part) for whole in parts if isinstance(whole, ast.Raise) for part in walk(whole)}
    calls = [part for part in parts if isinstance(part, ast.Call) and id(part) not in raised]
    inside += [p for call in calls for p in (*call.args, *(k.value for k in call.keywords))]
    inside += [part.value for part in parts if isinstance(part, ast.Assign)]  # another name for it
    changed = {part.id for part in inside if isinstance(part, ast.Name)}
    return {name for name in given if times[name] == 1} - changed


def _flat(value: ast.expr) -> tuple[tuple[ast.expr, ...] | None, tuple[ast.expr, ...]]:
    """The tests and the values of `a if first else b if second else c`; no tests where it is not that."""
    tests, values = list[ast.expr](), list[ast.expr]()
    while isinstance(value, ast.IfExp):
        tests.append(value.test)
        values.append(value.body)
        value = value.orelse
    nested = any(isinstance(part, ast.IfExp) for part in values)
    return None if nested else tuple(tests), (*values, value)


def _word(function: ast.expr) -> str:
    """What a function is called."""
    word = getattr(function, "attr", getattr(function, "id", "first"))
    return str(word)


def _negated(test: ast.expr) -> ast.expr:
    """The opposite of a test that may be asked again."""
    opposite: Mapping[type[ast.cmpop], type[ast.cmpop]] = {
        ast.Eq: ast.NotEq,
        ast.NotEq: ast.Eq,
        ast.Is: ast.IsNot,
        ast.IsNot: ast.Is,
    }
    new = copy.deepcopy(test)
    if isinstance(new, ast.UnaryOp):
        return new.operand
    if isinstance(new, ast.Compare):
        new.ops = [opposite[type(new.ops[0])]()]
        return new
    return ast.UnaryOp(ast.Not(), new)


def _at(new: ast.expr, place: ast.AST) -> ast.expr:
    for part in walk(new):
        if isinstance(part, ast.expr):
            ast.copy_location(part, place)
    return new


def _is(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name
