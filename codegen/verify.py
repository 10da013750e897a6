"""A last look at every output: names are bound, the cache is read, no gradient stands in another's place.

What this finds is a defect of the program, never of its input. It costs one parse.
"""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterator, Mapping

from codegen.mirror import BackLine, Backward, Block, Group, gradient, nested
from codegen.simplify import bare, is_one
from codegen.trees import child_nodes, names_in, walk

Held = dict[str, frozenset[str]]


class Defect(RuntimeError):
    """The program has written something that it must not write."""


def verify(tree: ast.Module) -> None:
    """Raises `Defect` if a generated module breaks one of the rules that can be seen in its text."""
    known = set(dir(builtins)) | set(_bound_at_top(tree))
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            _verify_function(node, known)


def _bound_at_top(tree: ast.Module) -> Iterator[str]:
    for node in tree.body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            yield node.name
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            yield from (alias.asname or alias.name.split(".")[0] for alias in node.names)
        else:
            yield from (n.id for n in walk(node) if isinstance(n, ast.Name))


def _verify_function(node: ast.FunctionDef, known: set[str]) -> None:
    bound: set[str] = set()
    read: set[str] = set()
    for part in walk(node):
        if isinstance(part, ast.Name):
            (read if isinstance(part.ctx, ast.Load) else bound).add(part.id)
        elif isinstance(part, ast.arg):
            bound.add(part.arg)
        elif isinstance(part, ast.FunctionDef):
            bound.add(part.name)
    if unbound := read - bound - known:
        raise Defect(f"{node.name} reads {', '.join(sorted(unbound))}, bound nowhere")
    if node.name.endswith("_backward"):
        if early := set(_read_early(node.body, known | {a.arg for a in node.args.args})):
            raise Defect(f"{node.name} reads {', '.join(sorted(early))} before it is bound")
        unpacked = _unpacked(node)
        if unread := unpacked - read:
            raise Defect(f"{node.name} unpacks {', '.join(sorted(unread))}, and does not read it")


def _read_early(body: list[ast.stmt], bound: set[str]) -> Iterator[str]:
    """The names that are read above all lines that bind them; adds to `bound` what the lines bind."""
    for statement in body:
        inner = [part for part in child_nodes(statement) if not isinstance(part, ast.stmt)]
        parts = [part for whole in inner for part in walk(whole)]
        names = [part for part in parts if isinstance(part, ast.Name)]
        of_loops = {
            n.id
            for p in parts
            if isinstance(p, ast.comprehension)
            for n in walk(p.target)
            if isinstance(n, ast.Name)
        }
        of_loops |= {part.arg for part in parts if isinstance(part, ast.arg)}
        changed = [statement.target] if isinstance(statement, ast.AugAssign) else []
        read = [name for name in names if isinstance(name.ctx, ast.Load)]
        read += [part for part in changed if isinstance(part, ast.Name)]
        yield from (name.id for name in read if name.id not in bound and name.id not in of_loops)
        bound |= {name.id for name in names if isinstance(name.ctx, ast.Store)}
        if isinstance(statement, ast.FunctionDef):
            bound.add(statement.name)
            continue
        for field in ("body", "orelse"):
            yield from _read_early(getattr(statement, field, []), bound)


def _unpacked(node: ast.FunctionDef) -> set[str]:
    """The names that the first statement takes out of the last argument, if that is what it does."""
    rest = node.body[1:] if ast.get_docstring(node) is not None else node.body
    first = rest[0] if rest else None
    if not isinstance(first, ast.Assign) or not isinstance(first.value, ast.Name) or not node.args.args:
        return set()
    if first.value.id != node.args.args[-1].arg:
        return set()
    return {n.id for n in walk(first.targets[0]) if isinstance(n, ast.Name)}


def verify_gradients(
    function: str, backward: Backward, spelling: Mapping[str, str], memory: Mapping[str, str]
) -> None:
    """Raises `Defect` where a gradient is read under a name that may hold another one by then, or none.

    Two versions of a name may share the user's spelling, and so do their gradients (`dx = 2 * dx`).
    That is right as long as the one is not read any more when the other one is there: on whatever
    way through loops and branches.
    """
    holds = _Holds(function, spelling, memory)
    held = {spelling[up]: frozenset([holds.one(up)]) for up in backward.upstream if up is not None}
    held = holds.after(nested(backward.groups), held)
    for _, name in backward.gradients:
        holds.reads(name, held)


class _Holds:
    """Follows which gradients each name holds on every way; versions of one memory have one."""

    def __init__(self, function: str, spelling: Mapping[str, str], memory: Mapping[str, str]) -> None:
        self.function, self.spelling, self.memory = function, spelling, memory

    def one(self, target: str) -> str:
        """The gradient that a version has with all of its memory."""
        return gradient(self.memory.get(target[2:], target[2:]))

    def after(self, items: tuple[Group | Block, ...], held: Held, look: bool = True) -> Held:
        """What each name holds behind a row of groups and blocks; looks at what they read if asked to."""
        held = dict(held)
        for item in items:
            if isinstance(item, Group):
                self.pass_by(item, held, look)
            elif item.form == "if":
                held = _on_both(*(self.after(arm, held, look) for arm in item.arms))
            else:  # what a turn leaves is there in the next one, and no turn leaves less than the first
                held = _on_both(held, self.after(item.arms[0], held, look=False))
                if look:
                    self.after(item.arms[0], held)
        return held

    def pass_by(self, group: Group, held: Held, look: bool) -> None:
        """Changes what each name holds as the lines of a group do."""
        for line in group.lines:
            for name in _read_by(line) if look else ():
                self.reads(name, held)
            passed_on = self.passed_on(line, held)
            for target in (line.target, *line.targets):
                if target.startswith("d "):
                    held[self.spelling[target]] = passed_on | {self.one(target)}

    def passed_on(self, line: BackLine, held: Held) -> frozenset[str]:
        """What a name holds as well behind `dx = dx` or a copy of it, which gives it another meaning."""
        source = _copied(line.expr) if line.op == "=" and line.index is None else None
        name = self.spelling.get(line.target)
        again = isinstance(source, ast.Name) and self.spelling.get(source.id) == name
        return held.get(str(name), frozenset()) if again else frozenset()

    def reads(self, name: str, held: Held) -> None:
        """Raises if a name may hold another gradient than the one that is read."""
        if not name.startswith("d "):
            return
        spelled = self.spelling[name]
        if self.one(name) not in held.get(spelled, ()):
            others = " or ".join(sorted(held.get(spelled, ()))) or "another, or none, on some way"
            raise Defect(f"{self.function} reads {name} where {spelled} is {others}")


def _read_by(line: BackLine) -> Iterator[str]:
    """The names that a line reads; what it changes, too."""
    for expr in (line.expr, line.index):
        yield from names_in(expr) if expr is not None else ()
    if line.target and (line.op not in ("=", "call") or line.index is not None):
        yield line.target


def _copied(expr: ast.expr) -> ast.expr:
    """What an expression is a copy of: `1 * dx`, `copy_of(dx)`; or the expression itself."""
    while True:
        inner = bare(expr)
        if isinstance(inner, ast.BinOp) and isinstance(inner.op, ast.Mult) and is_one(inner.left):
            expr = inner.right
        elif isinstance(inner, ast.Call) and getattr(inner.func, "id", "") == "@copy_of":
            expr = inner.args[0]
        else:
            return inner


def _on_both(one: Held, other: Held) -> Held:
    """What each name holds whichever of two ways was taken."""
    return {name: one[name] & other[name] for name in one.keys() & other.keys()}
