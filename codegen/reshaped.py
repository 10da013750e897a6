"""Names of reshaped arrays that are written into: the arrays are made of them again.

After `v = z.ravel()` the write `v[0] = a` is one into z, where the entries of z lie in a row. Then
`z = v.reshape(z.shape)` above what reads z says the same, and v alone is written into. Where z is
written into itself, `v = z.ravel()` stands above what reads v. That z has no other name that is read
behind the write is seen in the facts, as for any write.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from codegen.parse import dotted
from codegen.trees import Transformer, copied, walk

Places = frozenset[tuple[int, int, str]]
RESHAPED = ".reshape"  # behind a name that is given an array of another shape in the same memory
METHODS = ("ravel", "reshape", "squeeze")
BLOCKS = ("body", "orelse", "finalbody")
SHAPES = ("shape", "ndim", "size", "dtype")
HIDING = (ast.Lambda, ast.FunctionDef, ast.ClassDef)


def reshaped(node: ast.expr, imports: Mapping[str, str]) -> ast.Name | None:
    """The array of which an expression is another shape: z in `z.reshape(-1)`, `np.ravel(z)`, `z.flat`."""
    if isinstance(node, ast.Attribute) and node.attr == "flat" and isinstance(node.value, ast.Name):
        return node.value
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
        return None
    if node.keywords or node.func.attr not in METHODS:
        return None
    whole = node.func.value
    if (dotted(node.func, imports) or "").startswith(("numpy.", "cupy.")):
        whole = node.args[0] if node.args else whole
    return whole if isinstance(whole, ast.Name) and whole.id not in imports else None


def with_name(
    statement: ast.stmt, imports: Mapping[str, str], fresh: Callable[[str], str]
) -> tuple[ast.Assign, ast.stmt] | None:
    """`z.ravel()[0] = a` as `v = z.ravel()` and `v[0] = a`; of `z.flat` as of `z.reshape(-1)`."""
    target = statement.targets[0] if isinstance(statement, ast.Assign) else getattr(statement, "target", None)
    if not isinstance(statement, (ast.Assign, ast.AugAssign)) or not isinstance(target, ast.Subscript):
        return None
    array = reshaped(target.value, imports)
    if array is None or len(getattr(statement, "targets", "1")) != 1:
        return None
    flat = isinstance(target.value, ast.Attribute)
    name = fresh(f"{array.id}_flat" if flat or target.value.func.attr == "ravel" else f"{array.id}_reshaped")  # type: ignore[attr-defined]
    first = ast.Assign([ast.Name(name, ast.Store())], _flattened(array) if flat else target.value)
    first.flat = flat  # type: ignore[attr-defined]
    then = copy.copy(statement)
    place = ast.copy_location(ast.Subscript(ast.Name(name, ast.Load()), target.slice, target.ctx), target)
    if isinstance(then, ast.Assign):
        then.targets = [place]
    else:
        then.target = place
    then.value = _Named(array.id, name).visit(copied(then.value)) if flat else then.value
    return first, then


def _flattened(array: ast.Name) -> ast.expr:
    """`z.reshape(-1)`"""
    method = ast.Attribute(ast.Name(array.id, ast.Load()), "reshape", ast.Load())
    return ast.Call(method, [ast.UnaryOp(ast.USub(), ast.Constant(1))], [])


class _Named(Transformer):
    """Puts a name in the place of `z.flat`."""

    def __init__(self, array: str, name: str) -> None:
        self.array, self.name = array, name

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        """An attribute of z, perhaps."""
        self.generic_visit(node)
        own = node.attr == "flat" and isinstance(node.value, ast.Name) and node.value.id == self.array
        return ast.copy_location(ast.Name(self.name, ast.Load()), node) if own else node


def in_step(body: list[ast.stmt], places: Places, imports: Mapping[str, str]) -> list[ast.stmt]:
    """The body with arrays made of their reshaped names again, above what reads them behind a write."""
    if not any(name.endswith(RESHAPED) for *_, name in places):
        return body
    body = copied(body)
    for block in list(_blocks(body)):
        for statement in list(block):
            pair = _pair(statement, places, imports)
            at = next((i + 1 for i, s in enumerate(block) if s is statement), 0)
            if pair is not None and at:
                new = _Steps(statement, *pair).after(block[at:], body if block is not body else None)  # type: ignore[arg-type]
                block[at:] = block[at:] if new is None else new
    return body


def _pair(statement: ast.stmt, places: Places, imports: Mapping[str, str]) -> tuple[str, str] | None:
    """The name that a statement gives to a reshaped array, and that of the array."""
    if not isinstance(statement, ast.Assign) or not isinstance(statement.targets[0], ast.Name):
        return None
    name, array = statement.targets[0].id, reshaped(statement.value, imports)
    known = (statement.lineno, statement.col_offset, name + RESHAPED) in places
    return (name, array.id) if known and array is not None and array.id != name else None


def _blocks(body: list[ast.stmt]) -> Iterator[list[ast.stmt]]:
    yield body
    for statement in body:
        for name in BLOCKS:
            inner = getattr(statement, name, None)
            if isinstance(inner, list) and not isinstance(statement, HIDING):
                yield from _blocks(inner)


@dataclass
class _Steps:
    """Two names of one memory: `made` is that of the reshaped array, which `statement` gives it."""

    statement: ast.Assign
    made: str
    array: str
    stale: str = ""  # the name that does not stand for what has been written by the other one

    def after(self, rest: list[ast.stmt], around: list[ast.stmt] | None) -> list[ast.stmt] | None:
        """What follows, in step; nothing where that is not clear. `around` is all of the function."""
        if any(isinstance(part, HIDING) and self.names(part) for s in rest for part in walk(s)):
            return None
        if around is not None and not self.is_own(rest, around):
            return None
        new: list[ast.stmt] = []
        for position, statement in enumerate(rest):
            if not self.is_plain(statement):
                return None
            ends = _bound(statement) & {self.made, self.array}
            if self.stale and (self.stale in _touched(statement) or (ends and self.stale not in ends)):
                new.append(self.again(statement))
            new.append(statement)
            if ends:
                return new + rest[position + 1 :]
            written = _written(statement) & {self.made, self.array}
            if written:
                self.stale = self.array if self.made in written else self.made
        if around is not None and self.stale == self.array and rest:
            new.append(self.again(rest[-1]))
        return new

    def names(self, node: ast.AST) -> set[str]:
        """Which of the two are in something."""
        return {n.id for n in walk(node) if isinstance(n, ast.Name)} & {self.made, self.array}

    def is_own(self, rest: list[ast.stmt], around: list[ast.stmt]) -> bool:
        """Whether a block can be left at its end only, and the reshaped name is read in it alone."""
        jumps = any(isinstance(part, (ast.Break, ast.Continue, ast.Return)) for s in rest for part in walk(s))
        everywhere, here = _count(around, self.made), _count([*rest, self.statement], self.made)
        return not jumps and everywhere == here

    def is_plain(self, statement: ast.stmt) -> bool:
        """Whether a statement writes by one of the names, and if it has blocks does not touch the other."""
        two, written = {self.made, self.array}, _written(statement)
        if not hasattr(statement, "body"):
            return len(written & two) + len(_bound(statement) & two) <= 1
        return not _bound(statement) & two and (not written & two or not two <= _touched(statement))

    def again(self, above: ast.stmt) -> ast.stmt:
        """The statement that brings the stale name up to date, above another statement."""
        if self.stale == self.array:
            shape = ast.Attribute(ast.Name(self.array, ast.Load()), "shape", ast.Load())
            method = ast.Attribute(ast.Name(self.made, ast.Load()), "reshape", ast.Load())
            new = ast.Assign([ast.Name(self.array, ast.Store())], ast.Call(method, [shape], []))
        else:
            new = copied(self.statement)
        for node in walk(new):
            ast.copy_location(node, above)
        new.changed = new.made = True  # type: ignore[attr-defined]
        self.stale = ""
        return new


def _count(nodes: list[ast.stmt], name: str) -> int:
    return sum(isinstance(n, ast.Name) and n.id == name for s in nodes for n in walk(s))


def _touched(statement: ast.stmt) -> set[str]:
    """The names that a statement reads, or writes into, and not only for their shapes."""
    shapes = {id(n.value) for n in walk(statement) if isinstance(n, ast.Attribute) and n.attr in SHAPES}
    augmented = {id(n.target) for n in walk(statement) if isinstance(n, ast.AugAssign)}
    names = (n for n in walk(statement) if isinstance(n, ast.Name) and id(n) not in shapes)
    return {n.id for n in names if isinstance(n.ctx, ast.Load) or id(n) in augmented}


def _written(statement: ast.stmt) -> set[str]:
    """The names of arrays that are written into."""
    found: set[str] = set()
    for node in walk(statement):
        target: ast.AST | None = node.target if isinstance(node, ast.AugAssign) else None
        if isinstance(node, ast.Subscript) and not isinstance(node.ctx, ast.Load):
            target = node
        while isinstance(target, (ast.Subscript, ast.Attribute)):
            target = target.value
        if isinstance(target, ast.Name):
            found.add(target.id)
    return found


def _bound(statement: ast.stmt) -> set[str]:
    """The names that are given other values, other than by augmenting what they stand for."""
    augmented = {id(n.target) for n in walk(statement) if isinstance(n, ast.AugAssign)}
    names = (n for n in walk(statement) if isinstance(n, ast.Name) and id(n) not in augmented)
    return {n.id for n in names if not isinstance(n.ctx, ast.Load)}
