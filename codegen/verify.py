"""A last look at every output: names are bound, the cache is read, no gradient stands in another's place.

What this finds is a defect of the program, never of its input. It costs one parse.
"""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterator, Mapping

from codegen.mirror import BackLine, Backward, Block, Group, gradient, names_in, nested
from codegen.trees import walk

Held = dict[str, frozenset[str]]


class Defect(RuntimeError):
    """The program has written something that it must not write."""


def verify(text: str) -> None:
    """Raises `Defect` if a generated module breaks one of the rules that can be seen in its text."""
    tree = ast.parse(text)
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
        unpacked = _unpacked(node)
        if unread := unpacked - read:
            raise Defect(f"{node.name} unpacks {', '.join(sorted(unread))}, and does not read it")


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
    """Raises `Defect` where a gradient is read under a name that holds another one by then.

    Two versions of a name may share the user's spelling, and so do their gradients (`dx = 2 * dx`).
    That is right as long as the one is not read any more when the other one is there.
    """
    holds = _Holds(function, spelling, memory)
    held = {spelling[up]: frozenset([holds.one(up)]) for up in backward.upstream if up is not None}
    held = holds.after(nested(backward.groups), held)
    for _, name in backward.gradients:
        holds.reads(name, held)


class _Holds:
    """Follows which gradient each name holds; versions of one memory have one."""

    def __init__(self, function: str, spelling: Mapping[str, str], memory: Mapping[str, str]) -> None:
        self.function, self.spelling, self.memory = function, spelling, memory

    def one(self, target: str) -> str:
        """The gradient that a version has with all of its memory."""
        return gradient(self.memory.get(target[2:], target[2:]))

    def after(self, items: tuple[Group | Block, ...], held: Held) -> Held:
        """What each name may hold behind a row of groups and blocks."""
        for item in items:
            if isinstance(item, Group):
                held = self.behind(item, held)
            elif item.form == "if":
                held = _either(*(self.after(arm, held) for arm in item.arms))
            else:
                before: Held = {}
                while held != before:  # what a turn leaves is there in the next one
                    before, held = held, _either(held, self.after(item.arms[0], held))
        return held

    def behind(self, group: Group, held: Held) -> Held:
        """What each name holds behind the lines of a group."""
        held = dict(held)
        for line in group.lines:
            for expr in (line.expr, line.index):
                for name in names_in(expr) if expr is not None else ():
                    self.reads(name, held)
            if line.target and (line.op not in ("=", "call") or line.index is not None):
                self.reads(line.target, held)
            for target in (line.target, *line.targets):
                if target.startswith("d "):
                    held[self.spelling[target]] = frozenset([self.one(target)]) | self.passed_on(line, held)
        return held

    def passed_on(self, line: BackLine, held: Held) -> frozenset[str]:
        """What a name holds as well behind `dx = dx`, which gives it another meaning."""
        whole = line.op == "=" and line.index is None and isinstance(line.expr, ast.Name)
        name = self.spelling.get(line.target)
        again = whole and self.spelling.get(getattr(line.expr, "id", "")) == name
        return held.get(str(name), frozenset()) if again else frozenset()

    def reads(self, name: str, held: Held) -> None:
        """Raises if a name holds another gradient than the one that is read."""
        if not name.startswith("d "):
            return
        spelled = self.spelling[name]
        if held.get(spelled) and self.one(name) not in held[spelled]:
            raise Defect(f"{self.function} reads {name} where {spelled} is {min(held[spelled])}")


def _either(*ways: Held) -> Held:
    """What each name may hold where control comes from several sides."""
    return {name: frozenset().union(*(way.get(name, ()) for way in ways)) for way in ways for name in way}
