"""Lists that are put in order, turned round or emptied in place, as new lists of the same name.

`xs.sort()` is `xs = sorted(xs)`, `xs.reverse()` is `xs = xs[::-1]` and `xs.clear()` is `xs = []`, where
nothing else can be the same list: it is made in the function, and until then only read, or changed itself.
`list(reversed(xs))` of a list is `xs[::-1]`.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Iterable, Iterator, Sequence, Set

from codegen.scopes import SCOPES
from codegen.trees import Transformer, child_nodes, copied, walk

RENEWING = ("sort", "reverse", "clear")
CHANGING = ("append", "extend", "insert", "pop", "remove", "count", "index", "copy", *RENEWING)
EAGER = ("sum", "len", "min", "max", "sorted", "list", "tuple", "any", "all", "print")
LAZY = ("zip", "enumerate", "reversed")
ARRAYS = ("array", "asarray", "stack", "sum", "dot", "mean", "max", "min", "prod", "fsum", "var", "std")
BLOCKS = ("body", "orelse")
IsBuiltin = Callable[[str], bool]


def with_new_lists(
    body: list[ast.stmt], lists: Set[str], own: Set[str], is_builtin: IsBuiltin
) -> list[ast.stmt]:
    """The body with such statements as assignments; `lists` are names that are only given lists.

    What is the caller's, as arguments are that are its `own`, keeps its identity.
    """
    words = {_word(part) for statement in body for part in walk(statement)}
    if "reversed" in words and is_builtin("list") and is_builtin("reversed"):
        body = [_turned(statement, lists) for statement in body]
    if not words & {*RENEWING}:
        return body
    lists = lists - own
    alone = {name for name in lists if is_alone(name, body, is_builtin)}
    return _block(body, lists, alone, is_builtin, frozenset())


def _block(
    body: list[ast.stmt], lists: Set[str], alone: Set[str], is_builtin: IsBuiltin, over: frozenset[str]
) -> list[ast.stmt]:
    """A block in which the lists `over` are gone over by a loop around it."""
    out: list[ast.stmt] = []
    for place, node in enumerate(body):
        name = _renewed(node)
        mine = name in lists and name not in over
        mine = mine and (name in alone or _is_made(name, body[:place], is_builtin))
        new = _anew(name, node, is_builtin) if mine else None  # type: ignore[arg-type]
        out.append(new or _inside(node, lists, alone, is_builtin, over))
    return out


def _inside(
    node: ast.stmt, lists: Set[str], alone: Set[str], is_builtin: IsBuiltin, over: frozenset[str]
) -> ast.stmt:
    """A statement, with such statements in its blocks as assignments."""
    if isinstance(node, SCOPES):
        return node
    if isinstance(node, ast.For):
        over = over | {part.id for part in walk(node.iter) if isinstance(part, ast.Name)}
    for field in BLOCKS:
        inner = getattr(node, field, None)
        if isinstance(inner, list) and inner:
            node = copy.copy(node)
            setattr(node, field, _block(inner, lists, alone, is_builtin, over))
    return node


def _renewed(node: ast.stmt) -> str:
    """The name of the list that a statement puts in order, turns round or empties."""
    call = node.value if isinstance(node, ast.Expr) else None
    method = call.func if isinstance(call, ast.Call) else None
    known = isinstance(method, ast.Attribute) and method.attr in RENEWING
    return method.value.id if known and isinstance(method.value, ast.Name) else ""  # type: ignore[union-attr]


def _anew(name: str, node: ast.Expr, is_builtin: IsBuiltin) -> ast.stmt | None:
    """The assignment that such a statement is."""
    call = node.value
    assert isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute)
    word, whole = call.func.attr, ast.Name(name, ast.Load())
    value: ast.expr
    if word == "sort":
        if call.args or not is_builtin("sorted") or not {k.arg for k in call.keywords} <= {"key", "reverse"}:
            return None
        value = ast.Call(ast.Name("sorted", ast.Load()), [whole], call.keywords)
    elif call.args or call.keywords:
        return None
    elif word == "reverse":
        value = _back(ast.copy_location(whole, call))
    else:
        value = ast.List([], ast.Load())
    new = ast.copy_location(ast.Assign([ast.Name(name, ast.Store())], value), node)
    for part in walk(new):
        if isinstance(part, ast.expr) and not hasattr(part, "lineno"):
            ast.copy_location(part, call)
    new.changed = True  # type: ignore[attr-defined]
    return new


def _is_made(name: str, above: list[ast.stmt], is_builtin: IsBuiltin) -> bool:
    """Whether a list is made above in the same block, and nothing can have kept it since."""
    for place in reversed(range(len(above))):
        if any(given == name for given, _ in _given(above[place])):
            return is_alone(name, above[place:], is_builtin)
    return False


def _given(node: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    """The names that an assignment gives values that nothing else is given, with these."""
    if isinstance(node, ast.AnnAssign):
        yield from pairs(node.target, node.value)
    elif isinstance(node, ast.Assign) and len(node.targets) == 1:
        yield from pairs(node.targets[0], node.value)


def pairs(target: ast.expr, value: ast.expr | None) -> Iterator[tuple[str, ast.expr]]:
    """The names that an assignment gives values to, with these, where they stand side by side."""
    if isinstance(target, ast.Name) and value is not None:
        yield target.id, value
    elif (
        isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple) and len(target.elts) == len(value.elts)
    ):
        for one, item in zip(target.elts, value.elts):
            yield from pairs(one, item)


def is_alone(name: str, body: list[ast.stmt], is_builtin: IsBuiltin) -> bool:
    """Whether a name is only given lists that are made there, and no other name or list gets hold of one."""
    parts = [part for statement in body for part in walk(statement)]
    named = [part for part in parts if isinstance(part, ast.Name) and part.id == name]
    stored = [part for part in named if not isinstance(part.ctx, ast.Load)]
    given = [value for part in parts for one, value in _given(part) if one == name]
    adds = [p for p in parts if isinstance(p, ast.AugAssign) and getattr(p.target, "id", "") == name]
    if len(stored) != len(given) + len(adds) or not all(_is_new(value, is_builtin) for value in given):
        return False
    inside = {id(n) for p in parts if isinstance(p, SCOPES) for n in walk(p)}
    fine = {id(read) for part in parts for read in _read(part, is_builtin)} - inside
    return all(id(part) in fine for part in named if isinstance(part.ctx, ast.Load))


def _is_new(value: ast.expr | None, is_builtin: IsBuiltin) -> bool:
    """Whether an expression makes a list of its own."""
    if isinstance(value, (ast.List, ast.ListComp)):
        return True
    if isinstance(value, ast.BinOp):
        return isinstance(value.op, (ast.Add, ast.Mult))
    if isinstance(value, ast.Subscript):
        return isinstance(value.slice, ast.Slice)
    if not isinstance(value, ast.Call):
        return False
    if isinstance(value.func, ast.Attribute):
        return value.func.attr == "copy" and not value.args
    return _word(value) in ("list", "sorted") and is_builtin(_word(value))


def _read(part: ast.AST, is_builtin: IsBuiltin) -> Iterator[ast.AST]:
    """What a part of a function reads without keeping it."""
    if isinstance(part, ast.Subscript):
        yield part.value
    elif isinstance(part, ast.For):
        yield from _gone_over(part.iter, is_builtin)
    elif isinstance(part, (ast.ListComp, ast.DictComp, ast.SetComp)):
        for loop in part.generators:
            yield from _gone_over(loop.iter, is_builtin)
    elif isinstance(part, (ast.BinOp, ast.Compare, ast.UnaryOp)):
        yield from child_nodes(part)
    elif isinstance(part, (ast.If, ast.While, ast.IfExp, ast.Assert)):
        yield part.test
    elif isinstance(part, ast.Return) and part.value is not None:
        yield from part.value.elts if isinstance(part.value, ast.Tuple) else [part.value]
    elif isinstance(part, ast.Call) and isinstance(part.func, ast.Attribute):
        if part.func.attr in CHANGING:
            yield part.func.value
        if part.func.attr in ARRAYS or part.func.attr == "extend":
            yield from _operands(part.args[:1], is_builtin)
    elif isinstance(part, ast.Call) and isinstance(part.func, ast.Name) and part.func.id in EAGER:
        yield from _operands(part.args, is_builtin) if is_builtin(part.func.id) else ()


def _operands(args: Iterable[ast.expr], is_builtin: IsBuiltin) -> Iterator[ast.AST]:
    """What a call goes through at once."""
    for arg in args:
        yield arg
        yield from _gone_over(arg, is_builtin)
        for loop in arg.generators if isinstance(arg, ast.GeneratorExp) else ():
            yield from _gone_over(loop.iter, is_builtin)


def _gone_over(over: ast.expr, is_builtin: IsBuiltin) -> Iterator[ast.AST]:
    """What a loop goes over, together with others or in another order."""
    yield over
    if isinstance(over, ast.Call) and _word(over) in LAZY and is_builtin(_word(over)):
        for arg in over.args:
            yield from _gone_over(arg, is_builtin)


def _word(node: ast.AST) -> str:
    """The name of the function or the method that is called; nothing of anything else."""
    function = node.func if isinstance(node, ast.Call) else None
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _turned(statement: ast.stmt, lists: Set[str]) -> ast.stmt:
    """A statement with `xs[::-1]` in the place of `list(reversed(xs))`."""
    work = _Turned(lists)
    new = work.visit(copied(statement))
    return new if work.found else statement  # type: ignore[return-value]


class _Turned(Transformer):
    """Marks the statements in which lists are turned round."""

    def __init__(self, lists: Set[str]) -> None:
        self.lists, self.found = lists, 0

    def visit(self, node: ast.AST) -> ast.AST:
        """One node."""
        before = self.found
        new = self._turned(node) or self.generic_visit(node)
        if isinstance(node, ast.stmt) and self.found > before:
            new.changed = True  # type: ignore[attr-defined]
        return new

    def _turned(self, node: ast.AST) -> ast.AST | None:
        inner = node.args[0] if isinstance(node, ast.Call) and len(node.args) == 1 else None
        whole = inner.args[0] if isinstance(inner, ast.Call) and len(inner.args) == 1 else None
        if not isinstance(whole, ast.Name) or whole.id not in self.lists:
            return None
        if _word(node) != "list" or _word(inner) != "reversed":  # type: ignore[arg-type]
            return None
        self.found += 1
        return ast.copy_location(_back(whole), node)


def _back(whole: ast.expr) -> ast.expr:
    """A list from its end."""
    step = ast.UnaryOp(ast.USub(), ast.Constant(1))
    new = ast.Subscript(whole, ast.Slice(None, None, step), ast.Load())
    for part in walk(new):
        if isinstance(part, ast.expr) and not hasattr(part, "lineno"):
            ast.copy_location(part, whole)
    return new


def named_in(node: ast.AST) -> set[str]:
    """The names in a part of a function."""
    return {part.id for part in walk(node) if isinstance(part, ast.Name)}


def appended(name: str, item: ast.expr) -> ast.stmt:
    """The statement that appends an item to a list."""
    return ast.Expr(ast.Call(ast.Attribute(ast.Name(name, ast.Load()), "append", ast.Load()), [item], []))


def in_row(new: Sequence[ast.stmt], old: ast.expr | ast.stmt) -> list[ast.stmt]:
    """Statements in the place of one, or of what stands in one; its comment is that of the first."""
    for place, statement in enumerate(new):
        for node in walk(statement):
            if isinstance(node, (ast.stmt, ast.expr)) and not getattr(node, "lineno", 0):
                ast.copy_location(node, old)
                node.changed = isinstance(node, ast.stmt)  # type: ignore[union-attr]
        statement.changed = True  # type: ignore[attr-defined]
        if place:
            statement.made = True  # type: ignore[attr-defined]
    return list(new)
