"""How deep the nests are that names stand for, as far as a function takes them apart: `points[0][1]` is 2."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass

from codegen.trees import walk

UNKNOWN = 9  # deeper than anything that is taken apart
FAR = 1_000_000  # more steps than any expression has
SAME = ("list", "tuple", "sorted", "reversed", "iter", "copy")
TOGETHER = ("zip", "enumerate", "pairwise", "combinations", "product")
PUT_IN = ("append", "insert", "setdefault")


def depths_of(nodes: Iterable[ast.AST], own: Container[str]) -> dict[str, int]:
    """How many indices are taken of each name in a function, itself or by other names of its items.

    What is given to a function of the module, which are `own`, may be taken apart there.
    """
    parts = [*{id(part): part for node in nodes for part in walk(node)}.values()]
    pairs = [(_ways(target), _ways(value)) for part in parts for target, value in _bound(part)]
    given = (value for part in parts if isinstance(part, ast.Return) for value in _values(part.value))
    unknown = [value for value in given if isinstance(value, (ast.Name, ast.Subscript))]
    counted = _Depths(pairs if unknown else [])  # by one more than they are
    counted.deepen_all((value, 1) for part in parts if unknown for value in _counted(part))
    work = _Depths(pairs)
    work.deepen_all(found for part in parts for found in _taken(part, own))
    work.deepen_all((value, UNKNOWN) for value in unknown if counted.depth(_ways(value)) < 1)
    return dict(work.known)


def _values(node: ast.expr | None) -> list[ast.expr]:
    """The values that are returned."""
    return [] if node is None else node.elts if isinstance(node, ast.Tuple) else [node]


def _counted(part: ast.AST) -> list[ast.expr]:
    """What something computes with: numbers or arrays."""
    if isinstance(part, ast.BinOp) and not isinstance(part.op, ast.Add):
        return [part.left, part.right]
    if isinstance(part, ast.Compare) and isinstance(part.ops[0], (ast.Lt, ast.Gt, ast.LtE, ast.GtE)):
        return [part.left, *part.comparators]
    if isinstance(part, ast.AugAssign) and not isinstance(part.op, ast.Add):
        return [part.value]
    return [part.operand] if isinstance(part, ast.UnaryOp) else []


def _taken(part: ast.AST, own: Container[str]) -> Iterator[tuple[ast.expr, int]]:
    """What something takes items of, and how deep that is known to be at least."""
    if isinstance(part, ast.Subscript) and not isinstance(part.slice, (ast.Slice, ast.Tuple)):
        yield part.value, 1
    elif isinstance(part, (ast.For, ast.comprehension)):
        yield part.iter, 1
        yield part.target, 0
    elif isinstance(part, ast.Starred):
        yield part.value, 1
    elif isinstance(part, ast.Call):
        word = _word(part)
        mine = isinstance(part.func, ast.Name) and word in own
        for arg in part.args if mine or word in ("len", "sum", *SAME, *TOGETHER) else ():
            yield arg, UNKNOWN if mine else 1


def _bound(part: ast.AST) -> Iterator[tuple[ast.expr, ast.expr]]:
    """What is given the value of what, as two expressions."""
    if isinstance(part, ast.Assign):
        yield from ((target, part.value) for target in part.targets)
    elif isinstance(part, (ast.AnnAssign, ast.AugAssign, ast.NamedExpr)) and part.value is not None:
        yield part.target, part.value
    elif isinstance(part, (ast.For, ast.comprehension)):
        yield ast.List([part.target], ast.Load()), part.iter
    elif isinstance(part, ast.Call) and isinstance(part.func, ast.Attribute) and part.args:
        if part.func.attr in PUT_IN:
            yield part.func.value, ast.List([part.args[-1]], ast.Load())
        elif part.func.attr == "extend":
            yield part.func.value, part.args[0]


@dataclass(frozen=True, eq=False)
class _Ways:
    """What an expression has its value from: names, by how much deeper they are, and what is no name.

    Each name comes with how many steps deeper it is, and the least of that on the way to it: what is less
    than one deep there is taken apart no further. `floor` is how deep the rest is.
    """

    names: tuple[tuple[str, int, int], ...]
    floor: int


def _ways(node: ast.expr) -> _Ways:
    """What an expression has its value from."""
    names, floor = list[tuple[str, int, int]](), -FAR
    todo = [(node, 0, FAR)]
    while todo:
        part, steps, least = todo.pop()
        if isinstance(part, ast.Name):
            names.append((part.id, steps, least))
            continue
        inner = [(other, steps + more, min(least, steps + more)) for other, more in _parts_of(part)]
        floor = floor if inner else max(floor, -steps)
        todo += inner
    return _Ways(tuple(names), floor)


class _Depths:
    """How deep names are, where pairs of expressions have the same value."""

    def __init__(self, pairs: list[tuple[_Ways, _Ways]]) -> None:
        self.known: defaultdict[str, int] = defaultdict(int)
        self.pairs = pairs
        self.deeper: set[str] = set()
        self.having: dict[str, list[int]] = {}
        for place, pair in enumerate(pairs):
            for name in {name for ways in pair for name, _, _ in ways.names}:
                self.having.setdefault(name, []).append(place)

    def deepen_all(self, found: Iterable[tuple[ast.expr, int]]) -> None:
        """Says of expressions that they are so deep at least, and of what has their values."""
        for node, depth in found:
            self.deepen(_ways(node), depth)
        waiting: Iterable[int] = range(len(self.pairs))
        while waiting:
            self.deeper = set()
            for target, value in map(self.pairs.__getitem__, waiting):
                self.deepen(value, self.depth(target))
                self.deepen(target, self.depth(value))
            waiting = sorted({place for name in self.deeper for place in self.having[name]})

    def deepen(self, ways: _Ways, depth: int) -> None:
        """Says of an expression that it is so deep at least."""
        for name, steps, least in ways.names:
            deep = min(depth + steps, UNKNOWN)
            if depth + least > 0 and deep > self.known[name]:
                self.known[name] = deep
                self.deeper.add(name)

    def depth(self, ways: _Ways) -> int:
        """How deep an expression is known to be."""
        return max([ways.floor, *(self.known[name] - steps for name, steps, _ in ways.names)])


def _parts_of(node: ast.expr) -> Iterator[tuple[ast.expr, int]]:
    """The expressions that an expression has its value from, and how much deeper they are."""
    if isinstance(node, ast.Subscript):
        yield node.value, 0 if isinstance(node.slice, ast.Slice) else 1
    elif isinstance(node, ast.IfExp):
        yield from ((node.body, 0), (node.orelse, 0))
    elif isinstance(node, ast.Starred):
        yield node.value, 0
    elif isinstance(node, (ast.List, ast.Tuple)):
        yield from ((item, 0 if isinstance(item, ast.Starred) else -1) for item in node.elts)
    elif isinstance(node, ast.Dict):
        yield from ((item, -1) for item in node.values)
    elif isinstance(node, (ast.ListComp, ast.GeneratorExp)):
        yield node.elt, -1
    elif isinstance(node, ast.DictComp):
        yield node.value, -1
    elif isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Add, ast.Mult)):
        yield from ((node.left, 0), (node.right, 0))
    elif isinstance(node, ast.Call):
        word = _word(node)
        if isinstance(node.func, ast.Attribute) and word in ("copy", "values"):
            yield node.func.value, 0
        elif isinstance(node.func, ast.Attribute) and word in ("pop", "get", "setdefault"):
            yield node.func.value, 1
        elif isinstance(node.func, ast.Attribute) and word == "items":
            yield node.func.value, -1
        elif word in SAME:
            yield from ((arg, 0) for arg in node.args[:1])
        elif word in TOGETHER:
            yield from ((arg, -1) for arg in node.args)
        elif word in ("max", "min"):
            yield from ((arg, 1 if len(node.args) == 1 else 0) for arg in node.args)


def _word(node: ast.Call) -> str:
    """The name of the function or the method that is called."""
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
