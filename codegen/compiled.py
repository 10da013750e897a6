"""Expressions as numba compiles them, and what it does not know.

numba knows part of Python and of NumPy. Where the mirror would say what it does not know, and the same
can be said otherwise, it is; the rest is refused.
"""

from __future__ import annotations

import ast
from collections.abc import Container, Iterator, Mapping
from types import MappingProxyType

from codegen import knowledge
from codegen.compilers import compiler
from codegen.fit import NUMPY, call, helper_call, numpy_call
from codegen.kind import Kind
from codegen.kinds import Facts
from codegen.lower import Lowered
from codegen.mirror import Backward
from codegen.parse import Module
from codegen.problems import Problem, problem_at
from codegen.trees import child_nodes, walk

NOTHING_KNOWN: Mapping[str, Kind] = MappingProxyType({})
TOGETHER = (
    "concatenate",
    "stack",
    "hstack",
    "vstack",
    "dstack",
    "column_stack",
)  # take tuples of arrays alone
WAY = "take the decorator off, and compile the function that calls it without this"


def compiled_form(node: ast.expr, kinds: Mapping[str, Kind] = NOTHING_KNOWN) -> ast.expr | None:
    """What stands in the place of an expression in compiled code; None where that is itself."""
    if isinstance(node, ast.Constant) and hasattr(node, "like"):
        return _placeholder(node.what, node.like)  # type: ignore[attr-defined]
    if not isinstance(node, ast.Call):
        return None
    if isinstance(node.func, ast.Name) and node.func.id == "reversed":
        return _backwards(node.args[0])
    if isinstance(node.func, ast.Name) and node.func.id == "@in_form_of":
        value, items = node.args
        if not isinstance(items, ast.List):
            return None
        return helper_call("in_form_of", value, ast.Tuple(items.elts, ast.Load()))
    options = {k.arg: k.value for k in node.keywords}
    if _name(node) == "ndim":
        return ast.Attribute(numpy_call("asarray", node.args[0]), "ndim", ast.Load())
    if _name(node) == "zeros_like" and "dtype" in options:
        return _zeros(node.args[0], kinds)
    if _name(node) == "sum" and "keepdims" in options and isinstance(options.get("axis"), ast.expr):
        axis = options["axis"]
        return numpy_call("expand_dims", numpy_call("sum", node.args[0], axis=axis), axis)
    if _name(node) == "reshape" and _name_of_call(node.args[0]) != "ascontiguousarray":
        return numpy_call("reshape", numpy_call("ascontiguousarray", node.args[0]), *node.args[1:])
    if _name(node) in TOGETHER and isinstance(node.args[0], ast.List):
        together = ast.Tuple(node.args[0].elts, ast.Load())
        return ast.Call(node.func, [together, *node.args[1:]], node.keywords)
    if _name(node) == "add.at":
        return helper_call("add_at", *node.args)
    return None


def _zeros(value: ast.expr, kinds: Mapping[str, Kind]) -> ast.expr:
    """Zeros of a value's shape, floating; a helper asks whether it is an array where that is not known."""
    kind = kinds.get(value.id) if isinstance(value, ast.Name) else None
    if kind is not None and kind.form == "array":
        return numpy_call("zeros", ast.Attribute(value, "shape", ast.Load()))
    return helper_call("zeros_of", value)


def _placeholder(kind: Kind | None, like: str) -> ast.expr | None:
    """A value for a name that must have one type wherever it is bound: None would be another."""
    if like:
        return ast.Name(like, ast.Load())
    if kind is None or kind.form == "number" or not isinstance(kind.shape, tuple):
        return ast.Constant(0.0) if kind is None or kind.numeric else None
    sizes: list[ast.expr] = [ast.Constant(0) for _ in kind.shape]
    return numpy_call("zeros", sizes[0] if len(sizes) == 1 else ast.Tuple(sizes, ast.Load()))


def _name(node: ast.Call) -> str:
    """The function of NumPy that is called: `sum`, `add.at`."""
    parts, function = [], node.func
    while isinstance(function, ast.Attribute):
        parts.append(function.attr)
        function = function.value
    is_numpy = isinstance(function, ast.Name) and function.id.partition(".")[0] == NUMPY
    inner = function.id.split(".")[1:] if isinstance(function, ast.Name) else []
    return ".".join([*inner, *reversed(parts)]) if is_numpy else ""


def _name_of_call(node: ast.expr) -> str:
    return _name(node) if isinstance(node, ast.Call) else ""


def _backwards(turned: ast.expr) -> ast.expr:
    """The turns of a loop from the last to the first: of a range another range, of a list its mirror."""
    if not (isinstance(turned, ast.Call) and isinstance(turned.func, ast.Name) and turned.func.id == "range"):
        back = ast.UnaryOp(ast.USub(), ast.Constant(1))
        return ast.Subscript(turned, ast.Slice(None, None, back), ast.Load())
    start = turned.args[0] if len(turned.args) > 1 else ast.Constant(0)
    stop = turned.args[min(len(turned.args) - 1, 1)]
    step = ast.literal_eval(turned.args[2]) if _is_number(turned.args[2:]) else 0
    if len(turned.args) < 3 or step == 1:
        return call("range", _shifted(stop, -1), _shifted(start, -1), _number(-1))
    if step == -1:
        return call("range", _shifted(stop, 1), _shifted(start, 1))
    turns = ast.BinOp(call("len", turned), ast.Sub(), ast.Constant(1))
    last = ast.BinOp(start, ast.Add(), ast.BinOp(turns, ast.Mult(), turned.args[2]))
    if step:
        return call("range", last, _shifted(start, -step), _number(-step))
    before = ast.BinOp(start, ast.Sub(), turned.args[2])
    return call("range", last, before, ast.UnaryOp(ast.USub(), turned.args[2]))


def _is_number(nodes: list[ast.expr]) -> bool:
    """Whether there is one expression, an integer that is written in the source."""
    inner = nodes[0].operand if nodes and isinstance(nodes[0], ast.UnaryOp) else (*nodes, None)[0]
    return isinstance(inner, ast.Constant) and type(inner.value) is int


def _number(value: int) -> ast.expr:
    return ast.Constant(value) if value >= 0 else ast.UnaryOp(ast.USub(), ast.Constant(-value))


def _shifted(node: ast.expr, by: int) -> ast.expr:
    """An expression and a number: `n` for `n + 1` and -1."""
    if _is_number([node]):
        return _number(ast.literal_eval(node) + by)
    if isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Add, ast.Sub)) and _is_number([node.right]):
        right = ast.literal_eval(node.right)
        return _shifted(node.left, by + (right if isinstance(node.op, ast.Add) else -right))
    if by == 0:
        return node
    return ast.BinOp(node, ast.Add() if by > 0 else ast.Sub(), ast.Constant(abs(by)))


def not_compiled(
    lowered: Lowered, facts: Facts, backward: Backward, module: Module, helpers: Container[str]
) -> list[Problem]:
    """The lines of the mirror that numba does not compile, where it is to; `helpers` are there for it."""
    function = lowered.function
    if compiler(function, module) != "numba":
        return []
    found = []
    for group in backward.groups:
        own = lowered.statements[group.statement].node if group.statement >= 0 else function.node
        nodes = [n for line in group.lines for n in (line.expr, line.index) if n is not None]
        for what in (what for node in nodes for what in _unknown(node, helpers)):
            text = f"the backward pass of this needs {what}, which numba does not compile"
            found.append(problem_at("E208", own, text, WAY))
    if any(pair.term.data == function.name for pair in backward.pairs.values()):
        text = f"{function.name} calls itself, and numba has no type for a cache that is in a cache"
        found.append(problem_at("E208", function.node, text, WAY))
    typed = "numba.typed.List" in module.imports.values()
    if typed and any(isinstance(node, (ast.For, ast.While)) for node in walk(function.node)):
        text = f"{function.name} goes over typed lists, or may, and their gradients have no type for numba"
        found.append(problem_at("E208", function.node, text, "generate from a source that is not compiled"))
    for written, other in facts.overlaps:
        text = f"whether {written} and {other} overlap must be asked when it runs, which numba cannot"
        way = f"annotate {other}, if it is a number, or write into a copy of {written}"
        found.append(problem_at("E208", function.node, text, way))
    return found


def _unknown(node: ast.AST, helpers: Container[str]) -> Iterator[str]:
    """What numba does not compile of an expression that was made."""
    node = (compiled_form(node) if isinstance(node, ast.expr) else None) or node
    if isinstance(node, ast.Call):
        yield from _unknown_call(node, helpers)
    for part in child_nodes(node):
        yield from _unknown(part, helpers)


def _unknown_call(node: ast.Call, helpers: Container[str]) -> Iterator[str]:
    function, name, known = node.func, _name(node), knowledge.vocabulary().compiled
    axis = next((k.value for k in node.keywords if k.arg == "axis"), None)
    if isinstance(function, ast.Name) and function.id.startswith("@") and function.id[1:] not in helpers:
        yield f"{function.id[1:]}(...), a helper,"
    elif name and (name not in known or any(k.arg not in known[name] for k in node.keywords)):
        yield f"numpy.{name}({', '.join(['...', *(f'{k.arg}=...' for k in node.keywords)])})"
    elif name and isinstance(axis, ast.Tuple):
        yield f"numpy.{name} over several axes"
