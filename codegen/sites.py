"""Where a function gives names values, and its text with something put in at these places.

Nothing is moved: what is put in stands on the lines that are there, so that all of them keep their numbers.
"""

from __future__ import annotations

import ast
import io
import tokenize
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from codegen.trees import walk

SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
LOOPS = (ast.For, ast.AsyncFor, ast.While)
OF_LISTS = ("append", "clear", "extend", "insert", "pop", "remove", "reverse", "sort")
OF_DICTS = ("popitem", "setdefault", "update")
OF_ARRAYS = ("at", "copyto", "fill", "fill_diagonal", "itemset", "partition", "place", "put")
MORE = ("put_along_axis", "putmask", "resize", "setflags")
METHODS = frozenset((*OF_LISTS, *OF_DICTS, *OF_ARRAYS, *MORE))


@dataclass(frozen=True)
class Place:
    """A place in a text: a line from 1, and a column in bytes from 0."""

    line: int
    column: int


@dataclass(frozen=True)
class Site:
    """A statement's giving of a value to a name, or to part of what has the name.

    `value` is where the expression of the value begins and ends, where it has one of its own; `end` is
    the end of the statement. What only writes into the name's value is `inside`. `constant` says that no
    argument goes into the value.
    """

    name: str
    line: int
    end: Place
    value: tuple[Place, Place] | None
    inside: bool
    in_loop: bool
    constant: bool


def function_in(tree: ast.Module, name: str) -> ast.FunctionDef | None:
    """The function, or the method (`Layer.forward`), of that name."""
    of_class, _, own = name.rpartition(".")
    body = tree.body
    if of_class:
        classes = (node for node in body if isinstance(node, ast.ClassDef) and node.name == of_class)
        body = [part for node in classes for part in node.body]
    found = [node for node in body if isinstance(node, ast.FunctionDef) and node.name == own]
    return found[-1] if found else None


def sites(function: ast.FunctionDef) -> tuple[Site, ...]:
    """The sites of a function in the order of its text; none of functions in it."""
    varying = _varying(function)
    return tuple(_sites(function.body, varying, in_loop=False))


def _statements(body: Iterable[ast.stmt]) -> Iterator[ast.Assign | ast.AnnAssign | ast.AugAssign]:
    """The statements that have sites."""
    for node in body:
        if isinstance(node, (ast.Assign, ast.AnnAssign, ast.AugAssign)):
            yield node
        if not isinstance(node, SCOPES):
            yield from _statements(_inside(node))


def _sites(body: Iterable[ast.stmt], varying: frozenset[str], *, in_loop: bool) -> Iterator[Site]:
    for node in body:
        if isinstance(node, (ast.Assign, ast.AnnAssign, ast.AugAssign)):
            yield from _of_statement(node, varying, in_loop)
        if not isinstance(node, SCOPES):
            yield from _sites(_inside(node), varying, in_loop=in_loop or isinstance(node, LOOPS))


def _inside(node: ast.stmt) -> Iterator[ast.stmt]:
    """The statements that stand in one."""
    for field in ("body", "handlers", "cases", "orelse", "finalbody"):
        for part in getattr(node, field, ()):
            if isinstance(part, ast.stmt):
                yield part
            else:
                yield from getattr(part, "body", ())


def _of_statement(
    node: ast.Assign | ast.AnnAssign | ast.AugAssign, varying: frozenset[str], in_loop: bool
) -> Iterator[Site]:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    if node.value is None:
        return
    end, constant = _end(node), not _names(node.value) & varying
    plain = not isinstance(node, ast.AugAssign) and all(isinstance(target, ast.Name) for target in targets)
    given = list(_given(targets[0], node.value)) if len(targets) == 1 else []
    for target in targets:
        for part, inside in _bound(target):
            inside = inside or isinstance(node, ast.AugAssign)
            own = next((value for name, value in given if name is part), node.value if plain else None)
            value = None if own is None or inside else (_start(own), _end(own))
            fixed = constant and not (inside and part.id in varying)
            yield Site(part.id, part.lineno, end, value, inside, in_loop, fixed)


def _given(target: ast.expr, value: ast.expr) -> Iterator[tuple[ast.expr, ast.expr]]:
    """The items of `a, b = x, y` with their values."""
    if isinstance(target, (ast.Tuple, ast.List)) and isinstance(value, (ast.Tuple, ast.List)):
        both = [*target.elts, *value.elts]
        if len(target.elts) == len(value.elts) and not any(isinstance(one, ast.Starred) for one in both):
            yield from zip(target.elts, value.elts)


def _bound(target: ast.expr) -> Iterator[tuple[ast.Name, bool]]:
    """The names that a target gives a value, and those of what it writes into."""
    if isinstance(target, ast.Name):
        yield target, False
    elif isinstance(target, (ast.Tuple, ast.List)):
        for part in target.elts:
            yield from _bound(part)
    elif isinstance(target, (ast.Subscript, ast.Attribute, ast.Starred)):
        root: ast.expr = target
        while isinstance(root, (ast.Subscript, ast.Attribute, ast.Starred)):
            root = root.value
        if isinstance(root, ast.Name):
            yield root, not isinstance(target, ast.Starred)


def _names(node: ast.AST) -> set[str]:
    return {part.id for part in walk(node) if isinstance(part, ast.Name)}


def _varying(function: ast.FunctionDef) -> frozenset[str]:
    """The names into whose values an argument may go."""
    found = {part.arg for part in walk(function.args) if isinstance(part, ast.arg)}
    before = -1
    while before < len(found):
        before = len(found)
        for node in walk(function):
            for targets, value in _pairs(node):
                if _names(value) & found:
                    found |= {name for target in targets for name in _names(target)}
    return frozenset(found)


def _pairs(node: ast.AST) -> Iterator[tuple[list[ast.expr], ast.AST]]:
    """What a node gives a value, or may write into, and what goes into it."""
    if isinstance(node, ast.Assign):
        yield node.targets, node.value
    elif isinstance(node, (ast.AnnAssign, ast.AugAssign, ast.NamedExpr)) and node.value is not None:
        yield [node.target], node.value
    elif isinstance(node, (ast.For, ast.comprehension)):
        yield [node.target], node.iter
    elif isinstance(node, ast.withitem) and node.optional_vars is not None:
        yield [node.optional_vars], node.context_expr
    elif isinstance(node, ast.Call):  # `xs.append(v)`, `fill(xs, v)`
        yield [node.func, *node.args, *(keyword.value for keyword in node.keywords)], node


def may_write(function: ast.FunctionDef, tree: ast.Module) -> bool:
    """Whether a function may write into memory elsewhere than at its sites, or one that it calls anywhere.

    What is called is told by names alone, so that more may be found than is called, and nothing less.
    """
    known: dict[str, list[ast.FunctionDef]] = {}
    for node in walk(tree):
        if isinstance(node, ast.FunctionDef):
            known.setdefault(node.name, []).append(node)
    todo, done = [function], {id(function)}
    while todo:
        one = todo.pop()
        own = _at_sites(one) if one is function else set()
        parts = [part for part in walk(one) if id(part) not in own]
        if any(_writes(part, known) for part in parts):
            return True
        called = {part.id for part in parts if isinstance(part, ast.Name)}
        called |= {part.attr for part in parts if isinstance(part, ast.Attribute)}
        fresh = [node for name in sorted(called) for node in known.get(name, ()) if id(node) not in done]
        done.update(map(id, fresh))
        todo += fresh
    return False


def _at_sites(function: ast.FunctionDef) -> set[int]:
    """The nodes that say what is written into at sites."""
    statements = list(_statements(function.body))
    targets = [
        one for node in statements for one in getattr(node, "targets", [getattr(node, "target", node)])
    ]
    roots = (part for target in targets for part in walk(target))
    found = {id(part) for part in roots if isinstance(part, (ast.Subscript, ast.Attribute))}
    return found | {id(node) for node in statements}


def _writes(node: ast.AST, known: Mapping[str, object]) -> bool:
    if isinstance(node, (ast.Subscript, ast.Attribute)):
        return not isinstance(node.ctx, ast.Load)
    if isinstance(node, ast.AugAssign):
        return True
    if not isinstance(node, ast.Call):
        return isinstance(node, (ast.Global, ast.Nonlocal, ast.Yield))
    name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
    name = node.func.id if isinstance(node.func, ast.Name) else name
    return (name in METHODS and name not in known) or any(word.arg == "out" for word in node.keywords)


def heads(function: ast.FunctionDef) -> Iterator[tuple[tuple[Place, Place], str]]:
    """The conditions of a function's branches and loops (`truth`), and what its loops go over (`items`)."""
    todo: list[ast.stmt] = list(function.body)
    while todo:
        node = todo.pop()
        if isinstance(node, (ast.If, ast.While)):
            yield (_start(node.test), _end(node.test)), "truth"
        elif isinstance(node, ast.For):
            yield (_start(node.iter), _end(node.iter)), "items"
        if not isinstance(node, SCOPES):
            todo += _inside(node)


def with_added(text: str, additions: Mapping[Place, str]) -> str:
    """The text with something put in at places; none of it has line ends."""
    lines = [line.encode() for line in text.split("\n")]
    for place in sorted(additions, key=lambda at: (at.line, at.column), reverse=True):
        line = lines[place.line - 1]
        lines[place.line - 1] = line[: place.column] + additions[place].encode() + line[place.column :]
    return "\n".join(line.decode() for line in lines)


def parameters_at(text: str, function: ast.FunctionDef) -> tuple[Place, str, str]:
    """Where more parameters go into a function's head, and what must stand in front of them and behind."""
    lines = text.split("\n")[function.lineno - 1 :]
    depth, before = 0, ""
    for token in tokenize.generate_tokens(io.StringIO("\n".join(lines)).readline):
        depth += (token.string in "([{") - (token.string in ")]}") if token.type == tokenize.OP else 0
        last_one = not depth and token.type == tokenize.OP and token.string == ")"
        stars = depth == 1 and token.type == tokenize.OP and token.string == "**"
        if last_one or (stars and before in "(,"):
            line = lines[token.start[0] - 1]
            at = Place(function.lineno + token.start[0] - 1, len(line[: token.start[1]].encode()))
            named = function.args.vararg is not None or bool(function.args.kwonlyargs)
            front = "" if before in "(," else ", "
            return at, front + ("" if named else "*, "), "" if last_one else ", "
        if token.type not in (tokenize.NL, tokenize.COMMENT, tokenize.NEWLINE):
            before = token.string
    raise ValueError(f"{function.name} has no end of its parameters")


def _start(node: ast.expr) -> Place:
    return Place(node.lineno, node.col_offset)


def _end(node: ast.stmt | ast.expr) -> Place:
    return Place(node.end_lineno or node.lineno, node.end_col_offset or node.col_offset)
