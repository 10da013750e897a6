"""Gradients on items that may be lists or tuples: `+=` would join them, `added` adds what they hold.

Where nothing in a function takes anything from items, these are numbers or arrays, and are added as such.
"""

from __future__ import annotations

import ast
from collections.abc import Container, Iterable, Mapping
from dataclasses import replace

from codegen.depths import UNKNOWN, depths_of
from codegen.fit import helper_call
from codegen.kind import Kind, atom
from codegen.lower import Lowered, base
from codegen.mirror import BackLine, Group
from codegen.simplify import bare
from codegen.summary import Summary, arguments

ADDING = ("+=", "chain+=")
KNOWN = UNKNOWN // 2  # what is deeper is unknown, less the indices that are taken of it
NEST = Kind("tensor", "any", atom("nest"), vague=True)
NESTS = ("list", "tuple", "dict")
MAKING = ("@added", "@copy_of", "@in_form_of", "@zeros_of", "dict", "list", "tuple")


def added_by_items(
    groups: list[Group], lowered: Lowered, kinds: Mapping[str, Kind], items: set[str], own: Container[str]
) -> list[Group]:
    """The groups with lines that add to what may be a list so marked.

    `items` are versions that are items of what may be a nest, `own` the module's functions.
    """
    nodes = [lowered.function.node, *(s.node for s in lowered.statements)]  # the latter have more names
    depths = depths_of(nodes, own)
    given = {base(version): version for version in lowered.parameters}
    for version in (*lowered.outputs, *(given.get(base(v), v) for v in lowered.mutated)):
        if _may_hold_nests(kinds[version]):
            depths[base(version)] = UNKNOWN
    lines = [line for group in groups for line in group.lines]
    ones = {base(version) for version in (*items, *(name[2:] for name in begun_as_nests(lines)))}
    outside = set(map(base, (*lowered.outputs, *lowered.mutated)))
    bare = {p.name for p in lowered.function.parameters if p.annotation is None}
    work = _Marking(depths, kinds, ones, outside, lines, lowered.parameters, bare)
    return [group.having(map(work.marked, group.lines)) for group in groups]


def with_nests_that_are_given(
    kinds: Mapping[str, Kind], lowered: Lowered, summaries: Mapping[str, Summary]
) -> dict[str, Kind]:
    """The kinds, with what is given to a function that takes it apart as a nest.

    Where there are no arrays, what nothing is known of is a number otherwise.
    """
    found = dict(kinds)
    roots = (root for s in lowered.statements for root in (*s.reads, *(b.term for b in s.binds)))
    for term in (term for root in roots for term in root.walk() if term.op == "user"):
        summary = summaries.get(str(term.data))
        taken = dict(zip(summary.parameters, summary.kinds)) if summary is not None else {}
        for name, arg in arguments(summary, term).items() if summary is not None else ():
            nest = name in taken and taken[name].form in NESTS and arg.op == "name"
            if nest and kinds.get(str(arg.data), NEST).form == "number":
                found[str(arg.data)] = NEST
    return found


class _Marking:
    """Marks lines. It goes by names, since versions that meet have one gradient.

    `ones` stand for items of nests, what was `computed` is a number or an array, and what is given by the
    caller is neither for certain. Of `bare` arguments nothing is said.
    """

    def __init__(
        self,
        depths: Mapping[str, int],
        kinds: Mapping[str, Kind],
        ones: set[str],
        outside: set[str],
        lines: list[BackLine],
        parameters: Container[str],
        bare: Container[str],
    ) -> None:
        self.depths, self.ones, self.parameters, self.bare = depths, ones, parameters, bare
        given: dict[str, list[ast.expr]] = {}
        for line in lines:
            if line.op == "=" and line.index is None:
                given.setdefault(base(line.target[2:]), []).append(line.expr)
        while more := {n for n in given if any(map(self.is_one, given[n]))} - self.ones:
            self.ones |= more
        self.kinds = {
            version: NEST if base(version) in self.ones else kind for version, kind in kinds.items()
        }
        self.computed = {*given} - outside
        while nests := {name for name in self.computed if self.is_handed(name, given[name])}:
            self.computed -= nests
        self.lists: set[str] = set()
        while more := {n for n in self.computed if any(map(self.is_list, given[n]))} - self.lists:
            self.lists |= more

    def marked(self, line: BackLine) -> BackLine:
        """A line, marked if it adds to what may be a list."""
        if line.op == "=" and (sides := _added_in_turn(line.expr)):
            items = [_item_of(_kind_of(side, self.kinds)) for side in sides]
            deep = all(map(_may_be_nest, items)) and self.is_nest(sides[1]) and self.depth(sides[0]) > 1
            return replace(line, expr=helper_call("added", *sides)) if deep else line
        if self.may_be_joined(line):
            return replace(line, deep=True)
        if line.op not in (*ADDING, "add.at") or not self.is_nest(line.expr):
            return line
        if line.index is None:
            mine = ast.Name(line.target, ast.Load())
            both = helper_call("added", mine, line.expr)
            may_be_one = self.is_one(mine) and f"{base(line.target[2:])}:0" not in self.parameters
            return replace(line, op="=", expr=both) if may_be_one else line
        place = place_of(line)
        most = KNOWN if line.op == "add.at" else UNKNOWN  # which takes no lists, and says so itself
        has_items = 0 < max(self.depth(place), self.depth(line.expr)) <= most
        return replace(line, deep=True) if has_items and _may_be_nest(_kind_of(place, self.kinds)) else line

    def may_be_joined(self, line: BackLine) -> bool:
        """Whether a line adds a list to an item of an argument, if the items of that are lists."""
        if line.op not in ADDING or line.index is None or base(line.target[2:]) not in self.bare:
            return False
        if isinstance(line.index, ast.Slice) and base(line.target[2:]) in self.ones:
            expr = bare(line.expr)  # is a list, as the slice is, if it is handed on
            while isinstance(expr, ast.Subscript):
                expr = expr.value
            return isinstance(expr, ast.Name) and base(expr.id[2:]) not in self.computed - self.lists
        return self.is_list(line.expr) and _may_be_nest(_kind_of(place_of(line), self.kinds))

    def is_list(self, expr: ast.expr) -> bool:
        """Whether a gradient is a list if what it comes from is one: a multiple of a list is a list, too."""
        expr = bare(expr)
        if isinstance(expr, ast.Name) and base(expr.id[2:]) in self.computed:
            return base(expr.id[2:]) in self.lists
        if isinstance(expr, ast.BinOp) and isinstance(expr.op, ast.Mult):
            sides = ((expr.left, expr.right), (expr.right, expr.left))
            return any(self.is_list(one) and self.counts(other) for one, other in sides)
        if isinstance(expr, ast.BinOp) and isinstance(expr.op, ast.Add):
            return self.is_list(expr.left) and self.is_list(expr.right)
        return self.is_nest(expr)

    def counts(self, expr: ast.expr) -> bool:
        """Whether an expression is a number of which lists are multiples."""
        if isinstance(expr, ast.Constant):
            return isinstance(expr.value, int)
        kind = self.kinds.get(expr.id) if isinstance(expr, ast.Name) else None
        return kind is not None and kind.form == "number" and kind.discrete

    def is_handed(self, name: str, given: list[ast.expr]) -> bool:
        """Whether a name is given what may be a list: any part of another, if it may be an item of one."""
        parts = name in self.ones and any(isinstance(expr, ast.Subscript) for expr in given)
        return parts or any(map(self.is_nest, given))

    def is_one(self, expr: ast.expr) -> bool:
        """Whether an expression is the name of a gradient on an item of a nest."""
        return isinstance(expr, ast.Name) and base(expr.id[2:]) in self.ones

    def depth(self, expr: ast.expr) -> int:
        """How many indices are known to be taken of what a gradient is on."""
        steps = 0
        while not isinstance(expr, ast.Name):
            if isinstance(expr, ast.Subscript):
                steps, expr = steps + (not isinstance(expr.slice, ast.Slice)), expr.value
            elif isinstance(expr, ast.Call) and isinstance(expr.func, ast.Attribute):
                steps, expr = steps + 1, expr.func.value
            elif isinstance(expr, ast.Call) and expr.args and getattr(expr.func, "id", "") == "@unbroadcast":
                expr = expr.args[0]
            else:
                return UNKNOWN
        return self.depths.get(base(expr.id[2:]), 0) - steps

    def is_nest(self, expr: ast.expr) -> bool:
        """Whether a gradient is handed on as it is, and may be a list; what is computed is none."""
        expr = bare(expr)
        if isinstance(expr, ast.IfExp):
            return self.is_nest(expr.body) or self.is_nest(expr.orelse)
        if isinstance(expr, (ast.List, ast.Tuple, ast.Dict, ast.ListComp)):
            return True
        if isinstance(expr, ast.BinOp) and isinstance(expr.op, ast.Mult) and isinstance(expr.left, ast.List):
            return True
        word = expr.func.id if isinstance(expr, ast.Call) and isinstance(expr.func, ast.Name) else ""
        if word == "@unbroadcast":
            return self.is_nest(expr.args[0])  # type: ignore[attr-defined]  # which leaves a list as it is
        if word in MAKING:
            return True
        if isinstance(expr, ast.Name) and base(expr.id[2:]) in self.computed:
            return False
        method = expr.func.attr if isinstance(expr, ast.Call) and isinstance(expr.func, ast.Attribute) else ""
        if method != "pop" and not isinstance(expr, (ast.Name, ast.Subscript)):
            return False
        return _may_be_nest(_kind_of(expr, self.kinds))


def begun_as_nests(lines: Iterable[BackLine]) -> set[str]:
    """The gradients that start as zeros of a value that may be a list, in memory of their own."""
    found = set[str]()
    for x in (line for line in lines if line.op == "=" and line.index is None):
        begun = isinstance(x.expr, ast.Call) and ast.unparse(x.expr.func) == "@zeros_of"
        found |= {x.target} if begun or (isinstance(x.expr, ast.Name) and x.expr.id in found) else set()
    return found


def place_of(line: BackLine) -> ast.expr:
    """What a line adds to, as an expression."""
    assert line.index is not None
    name = ast.Name(line.target, ast.Load())
    return line.index if line.op == "chain+=" else ast.Subscript(name, line.index, ast.Load())


def _added_in_turn(expr: ast.expr) -> list[ast.expr]:
    """The two sides of `[item + more for item, more in zip(mine, others)]`; none of anything else."""
    loop = expr.generators[0] if isinstance(expr, ast.ListComp) else None
    elt = expr.elt if isinstance(expr, ast.ListComp) else None
    sums = isinstance(elt, ast.BinOp) and isinstance(elt.left, ast.Name) and isinstance(elt.right, ast.Name)
    over = loop.iter if loop is not None and sums and isinstance(elt.op, ast.Add) else None  # type: ignore[union-attr]
    if not isinstance(over, ast.Call) or not isinstance(over.func, ast.Name) or over.func.id != "zip":
        return []
    return over.args if len(over.args) == 2 else []


def _may_hold_nests(kind: Kind) -> bool:
    """Whether a value is a list of whose items it is not known that they are numbers or arrays."""
    return kind.form in NESTS and kind.items is None and _may_be_nest(_item(kind, None))


def _may_be_nest(kind: Kind | None) -> bool:
    return kind is None or kind.vague or kind.form == "tensor" or kind.form in NESTS


def _kind_of(expr: ast.expr, kinds: Mapping[str, Kind]) -> Kind | None:
    """The kind of a gradient, or of an item of one; None where nothing is known."""
    if isinstance(expr, ast.Name):
        return kinds.get(expr.id[2:])
    if isinstance(expr, ast.Call) and isinstance(expr.func, ast.Attribute):
        whole = _kind_of(expr.func.value, kinds)
        return None if whole is None else _item(whole, None)
    if not isinstance(expr, ast.Subscript):
        return None
    whole = _kind_of(expr.value, kinds)
    return whole if whole is None or isinstance(expr.slice, ast.Slice) else _item(whole, expr.slice)


def _item_of(kind: Kind | None) -> Kind | None:
    return None if kind is None else _item(kind, None)


def _item(kind: Kind, index: ast.expr | None) -> Kind | None:
    """The kind of an item; that of an array is a number or an array."""
    if kind.form in ("array", "number"):
        return None if kind.vague else kind
    if kind.items and isinstance(index, ast.Constant) and not kind.keys and type(index.value) is int:
        return kind.items[index.value] if -len(kind.items) <= index.value < len(kind.items) else None
    if kind.items:
        return next((item for item in kind.items if _may_be_nest(item)), kind.items[0])
    return kind.element
