"""What a write exchanges: the gradient of a place that is taken away, and given another at once.

The mirror of `y[1:] *= 2` is, line by line, `dy_part = dy[1:]`, `dy[1:] = 0.0`, `dy[1:] += 2 * dy_part`.
Nothing sees the zero, and nobody else the old gradient: it is `dy[1:] *= 2`, as in the forward pass.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from codegen.kind import Kind
from codegen.kinds import Facts
from codegen.mirror import BackLine, Backward, Block, Group, flat, nested, substituted
from codegen.simplify import bare
from codegen.trees import names_in, walk

LOOPS = (ast.ListComp, ast.DictComp, ast.SetComp, ast.GeneratorExp)


def exchanged(backward: Backward, facts: Facts, memory: Mapping[str, str]) -> Backward:
    """The mirror with such lines as one; `memory` gives the version that stands for all of one memory."""
    exchange = _Exchange(backward, facts, memory)
    return replace(backward, groups=flat(exchange.row(nested(backward.groups))))


@dataclass(eq=False)
class _Step:
    """A line, and the number of its group in the run."""

    group: int
    line: BackLine


class _Exchange:
    """Goes through rows of lines that no block interrupts."""

    def __init__(self, backward: Backward, facts: Facts, memory: Mapping[str, str]) -> None:
        self.kinds, self.versions, self.memory = backward.extra_kinds, facts.versions, memory
        lines = [line for group in backward.groups for line in group.lines]
        self.in_part = {line.target for line in lines if line.op == "chain+="}
        self.reads = Counter(name for line in lines for name in _names_of(line))
        self.reads.update(name for _, name in backward.gradients)
        self.changes = Counter(name for line in lines for name in _changed_by(line))

    def row(self, items: tuple[Group | Block, ...]) -> tuple[Group | Block, ...]:
        """A row of groups and blocks, each run of groups between two blocks taken for itself."""
        done: list[Group | Block] = []
        run: list[Group] = []
        for item in items:
            if isinstance(item, Group) and not item.form:
                run.append(item)
                continue
            done += self.run(run)
            run = []
            done.append(
                item if isinstance(item, Group) else replace(item, arms=tuple(map(self.row, item.arms)))
            )
        return (*done, *self.run(run))

    def run(self, groups: list[Group]) -> list[Group]:
        """Groups one behind the other."""
        self.groups = groups
        steps = [_Step(i, line) for i, group in enumerate(groups) for line in group.lines]
        for zero in [step for step in steps if _is_zero(step.line)]:
            self.without_zero(zero, steps)
        for held in [step for step in steps if _place_of(step.line) is not None]:
            if _place_of(held.line) is not None and not self.is_list(held.line.target):
                self.in_place(held, steps)
        lines: list[list[BackLine]] = [[] for _ in groups]
        for step in steps:
            lines[step.group].append(step.line)
        return [group.having(mine) for group, mine in zip(groups, lines)]

    def is_list(self, name: str) -> bool:
        """Whether a gradient is one of a list, parts of which are lists of their own."""
        return self.kinds.get(name[2:], Kind("")).form in ("list", "tuple", "dict")

    def one(self, name: str) -> str:
        """What all gradients of one memory are called here."""
        return self.memory.get(name[2:], name[2:])

    def concerns(self, line: BackLine, memory: str) -> bool:
        """Whether a line reads, changes or gives the gradient of a memory."""
        names = {*_names_of(line), *_changed_by(line)}
        return any(name.startswith("d ") and self.one(name) == memory for name in names)

    def without_zero(self, zero: _Step, steps: list[_Step]) -> None:
        """Takes out a zero that the next line on this gradient adds to."""
        memory = self.one(zero.line.target)
        for step in steps[steps.index(zero) + 1 :]:
            line = step.line
            if not self.concerns(line, memory):
                continue
            reads = any(self.one(name) == memory for name in names_in(line.expr) if name.startswith("d "))
            alone = step.group != zero.group and sum(other.group == zero.group for other in steps) == 1
            hidden = alone and self.groups[zero.group].statement != self.groups[step.group].statement
            kept = reads or line.takes or hidden or not self.is_as_large(line.expr, zero.line, steps)
            if line.op == "+=" and _same_place(line, zero.line) and not kept:
                step.line = replace(line, op="=")
                steps.remove(zero)
            return

    def is_as_large(self, expr: ast.expr, zero: BackLine, steps: list[_Step]) -> bool:
        """Whether what is added to an array in a list has its shape: it is computed of its gradient.

        A part of an array has one shape, whatever is put in there.
        """
        if zero.index is None or not self.is_list(zero.target):
            return True
        place = ast.Subscript(ast.Name(zero.target, ast.Load()), zero.index, ast.Load())
        made = zero.expr.args if isinstance(zero.expr, ast.Call) else []
        if not any(ast.dump(arg) == ast.dump(place) for arg in made):
            # No shape is known there, and who reads the gradient gives it that of the value, but not in part.
            return zero.target not in self.in_part or not self.is_number(expr)
        held = {step.line.target for step in steps if _place_is(step.line, place)}
        leaves = [expr]
        while leaves:
            node = bare(leaves.pop())
            if isinstance(node, ast.Name):
                if node.id in held:
                    return True
                continue
            if isinstance(node, ast.UnaryOp):
                leaves.append(node.operand)
            elif isinstance(node, ast.BinOp) and not isinstance(node.op, ast.MatMult):
                leaves += [node.left, node.right]
        return False

    def is_number(self, expr: ast.expr) -> bool:
        """Whether a gradient is a number: it is computed of numbers."""
        kinds = (self.kinds.get(name.removeprefix("d ")) for name in names_in(expr))
        return all(kind is not None and kind.form == "number" for kind in kinds)

    def in_place(self, held: _Step, steps: list[_Step]) -> None:
        """Takes out the name of a gradient on a place, if the place has it as long as it is read.

        What gives the place another one, and reads it for that, can be moved behind the other readers.
        """
        place = _place_of(held.line)
        assert place is not None
        name, memory = held.line.target, self.one(place.value.id)  # type: ignore[attr-defined]
        rest = steps[steps.index(held) + 1 :]
        readers = [step for step in rest if name in names_in(step.line.expr)]
        if not self.may_stand_for(place, name, [step.line for step in readers]):
            return
        last = rest.index(readers[-1])
        given = next((step for step in rest[: last + 1] if self.concerns(step.line, memory)), None)
        if given is not None and not self.can_move(given, rest[rest.index(given) + 1 : last + 1], place):
            return
        for step in readers:
            step.line = replace(step.line, expr=substituted(step.line.expr, {name: place}))
        if given is not None:
            given.line = self.augmented(given.line, place)
            steps.remove(given)
            if ast.dump(bare(given.line.expr)) != ast.dump(place):  # the mirror of `y[i] = y[i]` is nothing
                steps.insert(steps.index(held) + last + 1, given)
        steps.remove(held)

    def may_stand_for(self, place: ast.Subscript, name: str, readers: list[BackLine]) -> bool:
        """Whether a place can be read in these lines for its name: nothing else does, and reading is free."""
        times = sum(list(_names_of(line)).count(name) for line in readers)
        if not readers or times != self.reads[name] or self.changes[name] > 1:
            return False
        if any(isinstance(node, LOOPS) for line in readers for node in walk(line.expr)):
            return False
        return times == 1 or self.is_cheap(place.slice)

    def can_move(self, given: _Step, behind: list[_Step], place: ast.Subscript) -> bool:
        """Whether a line that gives a place another gradient can stand behind others of its group."""
        if not self.gives(given.line, place) or any(step.group != given.group for step in behind):
            return False
        memory = self.one(given.line.target)
        return not any(self.concerns(x.line, memory) or _disturbs(x.line, given.line) for x in behind)

    def gives(self, line: BackLine, place: ast.Subscript) -> bool:
        """Whether a line gives a place another gradient."""
        own = ast.dump(line.index) == ast.dump(place.slice) if line.index is not None else False
        return line.op == "=" and own and self.one(line.target) == self.one(place.value.id)  # type: ignore[attr-defined]

    def is_cheap(self, index: ast.expr) -> bool:
        """Whether reading a place twice costs nothing: it is a number or a view."""
        numbers = (self.versions.get(name, Kind("")).form == "number" for name in names_in(index))
        return all(numbers) and not any(isinstance(node, (ast.List, ast.Call)) for node in walk(index))

    def augmented(self, line: BackLine, place: ast.Subscript) -> BackLine:
        """`dy[i] *= c` for `dy[i] = c * dy[i]`, if dy is an array."""
        kind, expr = self.kinds.get(line.target[2:], Kind("")), bare(line.expr)
        if kind.form != "array" or not isinstance(expr, ast.BinOp):
            return line
        mine = [ast.dump(bare(side)) == ast.dump(place) for side in (expr.left, expr.right)]
        if isinstance(expr.op, ast.Mult) and any(mine):
            return replace(line, op="*=", expr=expr.left if mine[1] else expr.right)
        if isinstance(expr.op, ast.Div) and mine[0]:
            return replace(line, op="/=", expr=expr.right)
        return line


def _names_of(line: BackLine) -> Iterator[str]:
    """The names that a line reads, as often as it does; not what it adds to."""
    yield from names_in(line.expr)
    if line.index is not None:
        yield from names_in(line.index)


def _is_zero(line: BackLine) -> bool:
    """Whether a line takes the gradient of a place away."""
    zero = isinstance(line.expr, ast.Constant) and line.expr.value == 0.0
    made = line.expr.func if isinstance(line.expr, ast.Call) else None
    word = made.attr if isinstance(made, ast.Attribute) else getattr(made, "id", "")
    return (zero or word in ("zeros_like", "@zeros_of")) and line.op == "=" and line.index is not None


def _place_of(line: BackLine) -> ast.Subscript | None:
    """The place whose gradient a line names."""
    expr = line.expr
    plain = line.op == "=" and line.index is None and not line.takes and isinstance(expr, ast.Subscript)
    if not plain or not isinstance(expr.value, ast.Name):  # type: ignore[attr-defined]
        return None
    return expr if expr.value.id.startswith("d ") else None  # type: ignore[attr-defined,return-value]


def _place_is(line: BackLine, place: ast.Subscript) -> bool:
    """Whether a line names the gradient of a place."""
    expr = bare(line.expr)
    own = _place_of(replace(line, expr=expr))
    return own is not None and ast.dump(own) == ast.dump(place)


def _same_place(line: BackLine, other: BackLine) -> bool:
    """Whether two lines change one place of what they change."""
    return line.index is not None and ast.dump(line.index) == ast.dump(other.index)  # type: ignore[arg-type]


def _changed_by(line: BackLine) -> tuple[str, ...]:
    """The names that a line gives something, or takes something off."""
    return tuple(name for name in (line.target, line.takes, *line.targets) if name)


def _disturbs(line: BackLine, moved: BackLine) -> bool:
    """Whether a line changes what a line reads that is to stand behind it."""
    return not set(_changed_by(line)).isdisjoint(_names_of(moved))
