"""Outer products that the turns of a loop add to one gradient, as one product of matrices behind it.

A turn's `dW += np.outer(x, da)` makes a matrix of the size of W each time. What is kept in its place are the
rows x and da; behind the loop `dW += np.array(x_rows).T @ np.array(da_rows)` adds all of them, however often
and in whatever order the turns came. So it is with `db += da`, where da is kept anyway.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from codegen.fit import numpy_call
from codegen.kind import Kind
from codegen.lower import base
from codegen.mirror import BackLine, Backward, Block, Group, flat, gradient, name_node, nested
from codegen.simplify import bare, without_sign
from codegen.trees import names_in

Items = tuple[Group | Block, ...]


def multiplied_behind(backward: Backward, memory: Mapping[str, str]) -> Backward:
    """The mirror with such products; `memory` gives the version that stands for all of one memory."""
    work = _Products(backward, memory)
    groups = flat(work.row(nested(backward.groups)))
    return replace(backward, groups=groups, extra_kinds=work.kinds) if work.found else backward


@dataclass(eq=False)
class _Rows:
    """A list that a factor is appended to: its name, that of the matrix, how often that is read.

    `read` are the names that the factor reads.
    """

    name: str
    matrix: str
    read: frozenset[str]
    times: int = 0


@dataclass
class _Loop:
    """What is put off in a loop: the gradients that its turns only add to, and what stands behind it."""

    sums: frozenset[str]
    lists: list[_Rows] = field(default_factory=list)
    behind: list[tuple[Group, list[tuple[BackLine, list[_Rows]]]]] = field(default_factory=list)


class _Products:
    """Goes through rows of groups and blocks, and through each loop from the outermost on."""

    def __init__(self, backward: Backward, memory: Mapping[str, str]) -> None:
        self.names, self.memory = backward.names, memory
        self.kinds = dict(backward.extra_kinds)
        self.found = False

    def row(self, items: Items) -> Items:
        """A row with what its loops add up put behind them."""
        done: list[Group | Block] = []
        for item in items:
            if isinstance(item, Group):
                done.append(item)
            elif item.form == "loop":
                done += self.loop(item)
            else:
                done.append(replace(item, arms=tuple(map(self.row, item.arms))))
        return tuple(done)

    def loop(self, block: Block) -> Iterator[Group | Block]:
        """A loop, between the lists of its rows and the products of these."""
        loop = _Loop(self.only_added(block))
        turn = self.turn(block.arms[0], loop)
        if loop.lists:
            self.found = True
            empty = (BackLine(rows.name, "=", ast.List([], ast.Load())) for rows in loop.lists)
            yield Group(-1, None, tuple(empty))
        yield replace(block, arms=(self.row(turn),))
        made: set[str] = set()
        for group, products in loop.behind:
            yield replace(group, lines=tuple(_behind(products, made)), form="turns")

    def one(self, name: str) -> str:
        """What all gradients of one memory are called here."""
        return gradient(self.memory.get(name[2:], name[2:])) if name.startswith("d ") else name

    def only_added(self, block: Block) -> frozenset[str]:
        """The gradients that a loop only adds to: vectors, or outer products and nothing else."""
        groups = flat((block,))
        asked = (node for group in groups for node in (group.test, *group.over) if node is not None)
        lines = [line for group in groups for line in group.lines]
        others = {name for node in asked for name in names_in(node)}
        for line in lines:
            others.update(_reads(line), line.targets, (line.takes,), () if _adds(line) else (line.target,))
        others = set(map(self.one, others))
        added = [line for line in lines if _adds(line) and self.one(line.target) not in others]
        larger = {line.target for line in added if not self.factors(line)}
        vectors = {name for name in larger if self.dimensions(name_node(name)) == 1}
        return frozenset(line.target for line in added if line.target in vectors or line.target not in larger)

    def turn(self, items: Items, loop: _Loop) -> Items:
        """The parts of a turn, with rows in the place of outer products."""
        return tuple(
            self.group(item, loop)
            if isinstance(item, Group)
            else replace(item, arms=tuple(self.turn(arm, loop) for arm in item.arms))
            for item in items
        )

    def group(self, group: Group, loop: _Loop) -> Group:
        """The lines of a statement, with rows in the place of what they add to sums."""
        adding = [line for line in group.lines if line.target in loop.sums and _adds(line)]
        wanted = {ast.dump(factor) for line in adding for factor in self.factors(line)}
        lists, lines = dict[str, _Rows](), list[BackLine]()
        products: list[tuple[BackLine, list[_Rows]]] = []
        for line in group.lines if wanted else ():
            whole = bare(line.expr)
            summed = line in adding and ast.dump(whole) in wanted
            factors = (whole,) if summed else self.factors(line) if line in adding else ()
            for factor in factors:
                if ast.dump(factor) not in lists:
                    lists[ast.dump(factor)] = rows = self.rows_of(factor)
                    loop.lists.append(rows)
                    lines.append(BackLine(rows.name, "append", factor))
                lists[ast.dump(factor)].times += 1
            if factors:
                products.append((line, [lists[ast.dump(factor)] for factor in factors]))
                continue
            lines.append(line)
            changed = {line.target, line.takes, *line.targets}
            lists = {text: rows for text, rows in lists.items() if not changed & rows.read}
        if not products:
            return group
        loop.behind.append((group, products))
        return replace(group, lines=tuple(lines))

    def factors(self, line: BackLine) -> tuple[ast.expr, ...]:
        """The two vectors whose outer product a line adds, or takes away; nothing for another line."""
        call = without_sign(line.expr) or bare(line.expr)
        if not isinstance(call, ast.Call) or ast.dump(call.func) != OUTER or len(call.args) != 2:
            return ()
        factors = tuple(map(bare, call.args))
        return factors if all(map(self.is_vector, factors)) else ()

    def is_vector(self, node: ast.expr) -> bool:
        """Whether an expression is known to be one: a name of one, or a row of a matrix."""
        if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Name):
            number = self.kind(node.slice).form == "number"
            return number and self.dimensions(node.value) == 2
        return self.dimensions(node) == 1

    def dimensions(self, node: ast.expr) -> int:
        """How many dimensions the array of a name has; 0 where that is not known."""
        kind = self.kind(node)
        known = kind.form == "array" and not kind.vague and isinstance(kind.shape, tuple)
        return len(kind.shape) if known and isinstance(kind.shape, tuple) else 0

    def kind(self, node: ast.expr) -> Kind:
        """What is known of the value of a name, or of the gradient that it is."""
        name = node.id if isinstance(node, ast.Name) else ""
        return self.kinds.get(name[2:] if name.startswith("d ") else name, Kind(""))

    def rows_of(self, factor: ast.expr) -> _Rows:
        """A list for a factor, called after the first name in it: `x_rows`, or `dx_rows` for a gradient."""
        read = tuple(names_in(factor))
        first = read[0]
        if not first.startswith("d "):
            name = self.names.take(f"{base(first)}_rows")
            return _Rows(name, name, frozenset(read))
        name = self.names.take(f"{base(first[2:])}_rows")
        self.kinds[f"{name}:0"], self.kinds[f"{name}:1"] = Kind("list"), Kind("array")
        return _Rows(gradient(f"{name}:0"), gradient(f"{name}:1"), frozenset(read))


def _adds(line: BackLine) -> bool:
    """Whether a line adds to the whole of a gradient."""
    return line.op == "+=" and line.index is None and not (line.targets or line.takes or line.deep)


def _reads(line: BackLine) -> Iterator[str]:
    for node in (line.expr, line.index):
        yield from names_in(node) if node is not None else ()


OUTER = ast.dump(numpy_call("outer").func)


def _behind(products: list[tuple[BackLine, list[_Rows]]], made: set[str]) -> Iterator[BackLine]:
    """The lines behind a loop; a matrix that several read has a line of its own, and is in `made`."""
    for line, rows in products:
        matrices = []
        for each in rows:
            matrix: ast.expr = numpy_call("array", name_node(each.name))
            if each.times > 1 and each.matrix not in made:
                made.add(each.matrix)
                yield BackLine(each.matrix, "=", matrix)
            matrices.append(name_node(each.matrix) if each.times > 1 else matrix)
        if len(rows) == 1:
            yield replace(line, expr=numpy_call("sum", matrices[0], axis=ast.Constant(0)))
            continue
        first, second = matrices
        product = ast.BinOp(ast.Attribute(first, "T", ast.Load()), ast.MatMult(), second)
        negative = without_sign(line.expr) is not None
        yield replace(line, expr=ast.UnaryOp(ast.USub(), product) if negative else product)
