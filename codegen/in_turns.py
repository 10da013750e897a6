"""Calls in the turns of loops that are written out, so that what each turn adds up can be put off.

The pair of `cell(x, h, W)` gives a gradient on W that is an outer product, a matrix in each turn of a loop
that calls it. Written out in the loop, the turns leave it to one product behind the loop (`rows`).
"""

from __future__ import annotations

import ast
import itertools
from collections.abc import Container, Iterator, Mapping
from dataclasses import replace

from codegen.captures import identifiers
from codegen.emit import Pair
from codegen.inline import Cannot, at_call
from codegen.mirror import CallPair, gradient
from codegen.parse import Function, Module
from codegen.procedures import given_back, statements_of
from codegen.rows import outer_factors
from codegen.scopes import arguments, bound, free
from codegen.summary import arguments as given_to
from codegen.trees import Transformer, copied, walk

FAR = 100_000  # columns: where no statement of the source stands
Calls = Mapping[str, frozenset[str]]


def calls_to_write_out(pairs: Mapping[str, Pair]) -> Calls:
    """The functions that each function calls so, once and in a loop."""
    found = {name: frozenset(_callees(pair, pairs)) for name, pair in pairs.items()}
    return {name: callees for name, callees in found.items() if callees}


def puts_off(pair: Pair) -> bool:
    """Whether a loop of the mirror leaves something to what stands behind it."""
    return any(group.form == "turns" for group in pair.backward.groups)


def _callees(pair: Pair, pairs: Mapping[str, Pair]) -> Iterator[str]:
    for call, inside in _calls_in_loops(pair):
        name = str(call.term.data)
        others = (other for other in pair.backward.pairs.values() if other.term.data == name)
        callee = pairs.get(name)
        if callee is None or call.states or len([*others]) > 1:
            continue
        if callee.summary.left_out or callee.summary.final:
            continue  # its pair says what gets no gradient, and its statements do not
        given = given_to(callee.summary, call.term)
        products = {gradient(f"{parameter}:0"): arg for parameter, arg in given.items() if arg.op == "name"}
        lines = (line for group in callee.backward.groups for line in group.lines)
        outer = {line.target for line in lines if line.index is None and outer_factors(line.expr)}
        if any(arg.data not in inside for target, arg in products.items() if target in outer):
            yield name


def _calls_in_loops(pair: Pair) -> Iterator[tuple[CallPair, set[str]]]:
    """The calls of pairs in loops, with all versions that the outermost loop around them gives names."""
    statements, heads = pair.lowered.statements, list[int]()
    ends = {statement.opens: place for place, statement in enumerate(statements) if statement.form == "end"}
    for place, statement in enumerate(statements):
        if statement.form == "loop":
            heads.append(place)
        elif statement.form == "end":
            heads.pop()
        calls = [part for b in statement.binds for part in b.term.walk() if part.uid in pair.backward.pairs]
        if heads and calls:
            turn = statements[heads[0] : ends[heads[0]] + 1]
            inside = {bind.version for other in turn for bind in other.binds}
            yield from ((pair.backward.pairs[part.uid], inside) for part in calls)


def written_in_turns(module: Module, calls: Calls, here: Container[str]) -> Module:
    """The module with such calls written out; `here` are its functions that have their pairs in it."""
    functions = dict(module.functions)
    for name, callees in calls.items():
        functions[name] = replace(functions[name], node=_Turns(module, name, callees, here).node)
    return replace(module, functions=functions)


class _Turns:
    """One function, whose loops are gone through."""

    def __init__(self, module: Module, name: str, callees: frozenset[str], here: Container[str]) -> None:
        self.module, self.callees = module, callees
        self.functions = {name: function for name, function in module.functions.items() if name in here}
        self.node = copied(module.functions[name].node)
        self.own = frozenset(bound(self.node))
        self.taken = {*identifiers(self.node), *module.functions, *module.imports, *module.constants}
        self.made: set[str] = set()
        self.places = itertools.count(FAR)
        self.node.body = self.block(self.node.body, turning=False)

    def block(self, statements: list[ast.stmt], turning: bool) -> list[ast.stmt]:
        """The statements of a block, in a loop or not."""
        out: list[ast.stmt] = []
        for statement in statements:
            for field in ("body", "orelse"):
                inner = getattr(statement, field, None)
                if isinstance(statement, (ast.For, ast.While, ast.If)) and inner:
                    loop = isinstance(statement, (ast.For, ast.While)) and field == "body"
                    setattr(statement, field, self.block(inner, turning or loop))
            out += (self.written(statement) if turning else None) or [statement]
        return out

    def written(self, statement: ast.stmt) -> list[ast.stmt] | None:
        """What a statement stands for that gives names to what such a call gives."""
        call = statement.value if isinstance(statement, ast.Assign) else None
        name = call.func.id if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) else ""
        if not isinstance(call, ast.Call) or name not in self.callees or name in self.own:
            return None
        function, stops = self.module.functions[name], self.module.stops.__contains__
        if function.pragmas.skip or statement.lineno in {*self.module.recomputed, *self.module.stops}:
            return None
        found = statements_of(function.node, call, statement, self.fresh, self.own, stops, self.places)
        if found is None:
            return None
        short = _Expressions(self.functions, self.own | self.made, self.module.stops)
        return given_back([short.visit(part) for part in found], statement, call, self.fresh)

    def fresh(self, wanted: str) -> str:
        """A name that nothing in the function has."""
        name, number = wanted, 0
        while name in self.taken:
            number += 1
            name = f"{wanted}{number}"
        self.taken.add(name)
        self.made.add(name)
        return name


class _Expressions(Transformer):
    """Puts what functions of one expression compute in the place of their calls; `own` are no functions."""

    def __init__(self, functions: Mapping[str, Function], own: frozenset[str], stops: frozenset[int]) -> None:
        self.functions, self.own, self.stops = functions, own, stops

    def visit_Call(self, node: ast.Call) -> ast.AST:
        """A call, with those in its arguments."""
        new = self.generic_visit(node)
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        function = self.functions.get(name)
        if function is None or name in self.own or function.pragmas.skip or function.node.decorator_list:
            return new
        lines = {*range(function.node.lineno, (function.node.end_lineno or function.node.lineno) + 1)}
        parameters = {arg.arg for arg in arguments(function.node)}
        if lines & self.stops or free(ast.Module([*function.node.body], [])) - parameters & self.own:
            return new
        try:
            found = at_call(copied(function.node), node, None)
        except Cannot:
            return new
        for part in walk(found):
            ast.copy_location(part, node)
        return found
