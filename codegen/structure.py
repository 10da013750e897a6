"""Statements with one way in and one way out: `return`, `break` and `continue` to plain branches.

What stands behind an `if` that leaves goes into its other arm; a `break` becomes a flag that is
asked at the end of the loop's body. After this step control flows through a block from its first
statement to its last, so that a mirror can be walked backwards.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from codegen.problems import Problem

LEAVING = (ast.Return, ast.Break, ast.Continue)
NESTED = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)
Fresh = Callable[[str], str]
Complain = Callable[[str, ast.AST, str, str], None]


@dataclass(frozen=True)
class Structured:
    """A function's body in which nothing leaves a block but at its end.

    `flags` are the names of loops' flags, by the id of the loop's node; `made` are the nodes that
    do not stand in the source.
    """

    body: tuple[ast.stmt, ...]
    flags: dict[int, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def structured(body: list[ast.stmt], fresh: Fresh, complain: Complain) -> Structured:
    """The body with branches in the place of jumps; `fresh` gives names, `complain` takes problems."""
    work = _Structure(fresh, complain)
    return Structured(tuple(work.block(body)), work.flags)


def leaves(statements: Iterable[ast.stmt]) -> bool:
    """Whether control may leave a block before its end, by a jump of its own."""
    return any(_jumps(statement, in_loop=False) for statement in statements)


def _jumps(node: ast.AST, in_loop: bool) -> bool:
    if isinstance(node, ast.Return):
        return True
    if isinstance(node, (ast.Break, ast.Continue)):
        return not in_loop
    if isinstance(node, (*NESTED, ast.expr)):
        return False
    inner = in_loop or isinstance(node, (ast.For, ast.While))
    return any(_jumps(child, inner) for child in ast.iter_child_nodes(node))


def falls_through(statements: list[ast.stmt]) -> bool:
    """Whether the end of a block can be reached."""
    if not statements:
        return True
    last = statements[-1]
    if isinstance(last, (*LEAVING, ast.Raise)):
        return False
    if isinstance(last, ast.If):
        return falls_through(last.body) or falls_through(last.orelse)
    return falls_through(last.body) if isinstance(last, ast.With) else True


class _Structure:
    """Rewrites blocks; `flag` is that of the loop around the statements at hand."""

    def __init__(self, fresh: Fresh, complain: Complain) -> None:
        self.fresh, self.complain = fresh, complain
        self.flags: dict[int, str] = {}
        self.flag: str | None = None
        self.skips: list[str] = []  # flags that a jump sets, each of which skips what follows a branch

    def block(self, statements: list[ast.stmt]) -> list[ast.stmt]:
        """A block with what follows a leaving branch put into its other arm; one that is not empty."""
        out = self.joined(statements)
        if out and all(getattr(new, "gone", False) for new in out):
            out.append(ast.copy_location(ast.Pass(), out[-1]))
            out[-1].changed = True  # type: ignore[attr-defined]
        return out

    def joined(self, statements: list[ast.stmt]) -> list[ast.stmt]:
        """The statements of a block, with branches in the place of jumps."""
        out: list[ast.stmt] = []
        for position, statement in enumerate(statements):
            rest = statements[position + 1 :]
            if isinstance(statement, ast.If) and leaves([statement]) and not _raises(statement):
                out += self.branch(statement, rest)
                return out
            if isinstance(statement, (ast.For, ast.While)) and _returned(statement) is not None:
                out += self.returning(statement, rest)
                return out
            out += self.one(statement)
            if isinstance(statement, ast.With) and rest and leaves([statement]):
                text = "a jump out of this context would have to skip what follows it"
                self.complain("E102", statement, text, "put what follows into the context")
            if isinstance(statement, LEAVING):
                if rest:
                    text = f"a statement after the {type(statement).__name__.lower()} is never reached"
                    self.complain("E105", rest[0], text, "delete it")
                return out
        return out

    def one(self, statement: ast.stmt) -> list[ast.stmt]:
        """A statement that control passes through."""
        if isinstance(statement, ast.Continue):
            return [self.set_flag(statement, True, skip) for skip in self.skips]
        if isinstance(statement, ast.Break):
            flags = [flag for flag in (self.flag, *self.skips) if flag]
            return [self.set_flag(statement, True, flag) for flag in flags] or [statement]
        if isinstance(statement, (ast.For, ast.While)):
            return self.loop(statement)
        if isinstance(statement, ast.If):
            new = ast.If(statement.test, self.block(statement.body), self.block(statement.orelse))
            return _checked(ast.copy_location(new, statement))
        if isinstance(statement, ast.With):
            new_with = ast.With(statement.items, self.block(statement.body))
            return [ast.copy_location(new_with, statement)]
        return [statement]

    def branch(self, statement: ast.If, rest: list[ast.stmt]) -> list[ast.stmt]:
        """An `if` that leaves: what follows it belongs to the arm that does not."""
        body, orelse = list(statement.body), list(statement.orelse)
        through = [falls_through(body), falls_through(orelse)]
        if all(through) and rest and not _leaves_function(statement):
            return self.skipping(statement, rest)
        if all(through) and rest:
            text = "only a part of this branch leaves, and what follows it would be needed twice"
            self.complain("E102", statement, text, "leave in all of the branch, or after it")
            return []
        if through[0]:
            body += rest
        else:
            orelse += rest
        new_body, new_orelse = self.block(body), self.block(orelse)
        test = statement.test
        if not new_body:
            test = ast.copy_location(_negated(test), test)
            new_body, new_orelse = new_orelse, []
        if not new_body:
            return []
        return _checked(ast.copy_location(ast.If(test, new_body, new_orelse), statement))

    def skipping(self, statement: ast.If, rest: list[ast.stmt]) -> list[ast.stmt]:
        """A branch of which a part jumps to the end of a turn: a flag says whether what follows it runs."""
        following = self.block(rest)
        if not following:
            return self.branch(statement, [])
        flag = self.fresh("skipped")
        self.skips.append(flag)
        first = ast.If(statement.test, self.block(statement.body), self.block(statement.orelse))
        self.skips.pop()
        test = ast.UnaryOp(ast.Not(), ast.Name(flag, ast.Load()))
        behind = ast.If(test, following, [])
        for node in (behind, test, test.operand):
            ast.copy_location(node, rest[0])
        return [self.set_flag(statement, False, flag), ast.copy_location(first, statement), behind]

    def returning(self, statement: ast.For | ast.While, rest: list[ast.stmt]) -> list[ast.stmt]:
        """A loop that returns: it is left with the value, which is returned behind it.

        Where a `break` leaves it too, or an inner loop returns, a flag of its own says what it was.
        """
        first = _returned(statement)
        assert first is not None and first.value is not None
        count = len(first.value.elts) if isinstance(first.value, ast.Tuple) else 1
        names = [self.fresh("found") for _ in range(count)]
        alone = not any(map(_breaks, statement.body)) and not _inner_returns(statement)
        flag = self.fresh("stopped" if alone else "returned")
        work = _Leave(names, "" if alone else flag, self.complain)
        loop = copy.copy(statement)
        loop.body, loop.orelse = work.block(statement.body), []
        start = self.set_flag(statement, False, flag)
        read: list[ast.expr] = [ast.Name(name, ast.Load()) for name in names]
        value = read[0] if count == 1 else ast.Tuple(read, ast.Load())
        behind = ast.If(ast.Name(flag, ast.Load()), [ast.Return(value)], [])
        for node in ast.walk(behind):
            ast.copy_location(node, first)
        behind.body[0].made = True  # type: ignore[attr-defined]
        behind.made = True  # type: ignore[attr-defined]
        if alone and _is_endless(statement):
            return [*self.loop(loop, flag), *self.block([*behind.body, *rest])]
        others = [*statement.orelse, *rest] if alone else self._else_of(statement, flag, rest)
        return [start, *self.loop(loop, flag if alone else ""), *self.branch(behind, others)]

    def _else_of(self, statement: ast.For | ast.While, flag: str, rest: list[ast.stmt]) -> list[ast.stmt]:
        if statement.orelse:
            text = "a loop that both breaks and returns has an `else`"
            self.complain("E105", statement.orelse[0], text, "set a name, and ask for it behind the loop")
        return rest

    def loop(self, statement: ast.For | ast.While, flag: str = "") -> list[ast.stmt]:
        """A loop; one with a `break` is given a flag. What its `else` holds stands behind it."""
        breaks = any(_breaks(child) for child in statement.body)
        before, self.flag = self.flag, (flag or self.fresh("stopped")) if breaks else None
        skips, self.skips = self.skips, []
        own, body = self.flag, self.block(statement.body)
        self.skips = skips
        if not body:  # a `continue` alone
            body = [ast.copy_location(ast.Pass(), statement.body[0])]
            if not isinstance(statement.body[0], ast.Continue):
                body[0].changed = True  # type: ignore[attr-defined]
        if own is not None:
            body.insert(0, self.set_flag(statement.body[0], False))
        if isinstance(statement, ast.For):
            new: ast.For | ast.While = ast.For(statement.target, statement.iter, body, [])
        else:
            new = ast.While(statement.test, body, [])
        ast.copy_location(new, statement)
        if own is not None:
            self.flags[id(new)] = own
        if not statement.orelse or own is None:
            self.flag = before
            return [new, *self.block(statement.orelse)]
        start, place = self.set_flag(statement, False), statement.orelse[0]
        self.flag = before
        test = ast.UnaryOp(ast.Not(), ast.Name(own, ast.Load()))
        behind = ast.If(test, self.block(statement.orelse), [])
        for node in (behind, test, test.operand):
            ast.copy_location(node, place)
        return [start, new, behind]

    def set_flag(self, place: ast.stmt, value: bool, flag: str = "") -> ast.stmt:
        """The statement that sets a flag, if no other then that of the loop around it."""
        assert flag or self.flag
        target = ast.Name(flag or self.flag or "", ast.Store())
        new = ast.Assign([target], ast.Constant(value), lineno=place.lineno)
        for node in ast.walk(new):
            ast.copy_location(node, place)
        if isinstance(place, (ast.If, ast.For, ast.While)):
            new.end_lineno = place.lineno  # comments in the block are still to come
        new.made = True  # type: ignore[attr-defined]
        return new


class _Leave:
    """Puts the value that a loop returns under names, and leaves the loop; `flag` tells loops around."""

    def __init__(self, names: list[str], flag: str, complain: Complain) -> None:
        self.names, self.flag, self.complain = names, flag, complain

    def block(self, statements: list[ast.stmt]) -> list[ast.stmt]:
        """A block without `return`."""
        return [new for statement in statements for new in self.statement(statement)]

    def statement(self, statement: ast.stmt) -> list[ast.stmt]:
        """What stands in the place of a statement."""
        if isinstance(statement, ast.Return):
            return self._left(statement)
        if isinstance(statement, NESTED):
            return [statement]
        inner = isinstance(statement, (ast.For, ast.While)) and _returned(statement) is not None
        new = copy.copy(statement)
        for name in ("body", "orelse"):
            block = getattr(statement, name, None)
            if isinstance(block, list):
                setattr(new, name, self.block(block))
        if not inner:
            return [new]
        leave = ast.If(ast.Name(self.flag, ast.Load()), [ast.Break()], [])
        for node in ast.walk(leave):
            ast.copy_location(node, statement)
        leave.made = True  # type: ignore[attr-defined]
        return [new, leave]

    def _left(self, node: ast.Return) -> list[ast.stmt]:
        value = node.value
        parts = value.elts if isinstance(value, ast.Tuple) else [value]
        if value is None or len(parts) != len(self.names):
            text = f"this returns {len(parts) if value else 0} values, another `return` {len(self.names)}"
            self.complain("E105", node, text, "return as many everywhere")
            return [ast.copy_location(ast.Break(), node)]
        targets: list[ast.expr] = [ast.Name(name, ast.Store()) for name in self.names]
        target = targets[0] if len(targets) == 1 else ast.Tuple(targets, ast.Store())
        found = ast.Assign([target], value)
        made: list[ast.stmt] = [found]
        if self.flag:
            made.append(ast.Assign([ast.Name(self.flag, ast.Store())], ast.Constant(True)))
        for statement in made:
            for part in (statement, *ast.walk(statement.targets[0])):  # type: ignore[attr-defined]
                ast.copy_location(part, node)
        for statement in made[1:]:
            ast.copy_location(statement.value, node)  # type: ignore[attr-defined]
            statement.made = True  # type: ignore[attr-defined]
        found.changed = True  # type: ignore[attr-defined]
        return [*made, ast.copy_location(ast.Break(), node)]


def _returned(loop: ast.AST) -> ast.Return | None:
    """The first `return` of a value in a loop, if it has one."""
    for child in ast.iter_child_nodes(loop):
        if isinstance(child, ast.Return) and child.value is not None:
            return child
        if not isinstance(child, (*NESTED, ast.expr)) and (found := _returned(child)) is not None:
            return found
    return None


def _inner_returns(loop: ast.For | ast.While) -> bool:
    """Whether a loop in a loop returns."""
    inner = (n for s in loop.body for n in ast.walk(s) if isinstance(n, (ast.For, ast.While)))
    return any(_returned(n) is not None for n in inner)


def _leaves_function(statement: ast.stmt) -> bool:
    """Whether a `return` is in a statement."""
    return isinstance(statement, ast.Return) or _returned(statement) is not None


def _raises(statement: ast.If) -> bool:
    """Whether an `if` is a check: it raises, and does nothing else."""
    return len(statement.body) == 1 and isinstance(statement.body[0], ast.Raise) and not statement.orelse


def _checked(statement: ast.If) -> list[ast.stmt]:
    """A branch; where one of its arms raises and does nothing else, a check with the other arm behind it."""
    for arm, other, negated in (
        (statement.body, statement.orelse, False),
        (statement.orelse, statement.body, True),
    ):
        if len(arm) == 1 and isinstance(arm[0], ast.Raise) and other:
            test = ast.copy_location(_negated(statement.test), statement.test) if negated else statement.test
            check = ast.copy_location(ast.If(test, arm, []), statement)
            check.end_lineno = statement.lineno  # comments in the other arm are still to come
            check.changed = True  # type: ignore[attr-defined]
            return [check, *other]
    return [statement]


def _is_endless(loop: ast.For | ast.While) -> bool:
    """Whether a loop is only left by a jump."""
    return isinstance(loop, ast.While) and isinstance(loop.test, ast.Constant) and bool(loop.test.value)


def _breaks(node: ast.AST) -> bool:
    if isinstance(node, ast.Break):
        return True
    if isinstance(node, (*NESTED, ast.For, ast.While, ast.expr)):
        return False
    return any(_breaks(child) for child in ast.iter_child_nodes(node))


OPPOSITE: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}


def _negated(test: ast.expr) -> ast.expr:
    """The opposite of a test; an order is not turned around, since nan is in none."""
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        return test.operand
    if isinstance(test, ast.Compare) and len(test.ops) == 1 and type(test.ops[0]) in OPPOSITE:
        return ast.Compare(test.left, [OPPOSITE[type(test.ops[0])]()], test.comparators)
    return ast.UnaryOp(ast.Not(), test)
