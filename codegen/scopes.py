"""Which names a function binds for itself, and which it reads from around it, as Python has it."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterable, Iterator

from codegen.trees import child_nodes, walk

Scope = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
Comprehension = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp
CLOSED = (*SCOPES, ast.ClassDef)
LEAVES = (ast.Name, ast.Constant)
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


def bound(node: Scope) -> Counter[str]:
    """The names of a function's own, with how many times each is bound."""
    names = Counter(arg.arg for arg in arguments(node))
    body = [node.body] if isinstance(node, ast.Lambda) else node.body
    parts = [part for statement in body for part in _own_parts(statement)]
    names.update(_bindings(parts))
    for name in _elsewhere(parts):
        del names[name]
    return names


def arguments(node: Scope) -> Iterator[ast.arg]:
    """All arguments of a function."""
    own = node.args
    yield from (*own.posonlyargs, *own.args, *own.kwonlyargs)
    yield from (extra for extra in (own.vararg, own.kwarg) if extra is not None)


def elsewhere(node: Scope) -> frozenset[str]:
    """The names that a function itself declares to be those of a scope around it."""
    body = [] if isinstance(node, ast.Lambda) else node.body
    return _elsewhere(part for statement in body for part in _own_parts(statement))


def _elsewhere(parts: Iterable[ast.AST]) -> frozenset[str]:
    return frozenset(n for p in parts if isinstance(p, (ast.Global, ast.Nonlocal)) for n in p.names)


def free(node: ast.AST) -> frozenset[str]:
    """The names that something reads and does not bind for itself in a function or comprehension in it."""
    return frozenset(_reads(node, frozenset()))


def targets(node: Comprehension) -> frozenset[str]:
    """The names that a comprehension binds for itself."""
    parts = (part for g in node.generators for part in walk(g.target))
    return frozenset(part.id for part in parts if isinstance(part, ast.Name))


def bound_in(node: ast.AST) -> frozenset[str]:
    """The names that something binds in the scope that it stands in."""
    return frozenset(_bindings(_own_parts(node)))


def _bindings(parts: Iterable[ast.AST]) -> Iterator[str]:
    """The names that nodes, each by itself, bind in the scope that they stand in."""
    for part in parts:
        if isinstance(part, ast.Name) and not isinstance(part.ctx, ast.Load):
            yield part.id
        elif isinstance(part, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            yield part.name
        elif isinstance(part, ast.alias):
            yield part.asname or part.name.split(".")[0]
        elif isinstance(part, (ast.ExceptHandler, ast.MatchAs, ast.MatchStar)) and part.name:
            yield part.name
        elif isinstance(part, ast.MatchMapping) and part.rest:
            yield part.rest


def _own_parts(node: ast.AST) -> Iterator[ast.AST]:
    """A node and what is in it, without what scopes in it hold."""
    todo = [node]
    while todo:
        part = todo.pop()
        yield part
        if part.__class__ in LEAVES:
            continue
        if isinstance(part, COMPREHENSIONS):
            named = [inner for inner in walk(part) if isinstance(inner, ast.NamedExpr)]
            yield from (*named, *(inner.target for inner in named))
        elif not isinstance(part, CLOSED):
            todo += reversed(child_nodes(part))


def _reads(node: ast.AST, inside: frozenset[str]) -> Iterator[str]:
    if isinstance(node, ast.Name):
        if isinstance(node.ctx, ast.Load) and node.id not in inside:
            yield node.id
        return
    children: list[ast.AST] = list(child_nodes(node))
    within = inside
    if isinstance(node, SCOPES):
        outside = [*node.args.defaults, *(d for d in node.args.kw_defaults if d is not None)]
        outside += getattr(node, "decorator_list", [])
        children = [node.body] if isinstance(node, ast.Lambda) else list(node.body)
        within = (inside | frozenset(bound(node))) - elsewhere(node)
    elif isinstance(node, COMPREHENSIONS):
        first = node.generators[0]
        outside = [first.iter]
        others = [part for g in node.generators[1:] for part in (g.target, g.iter, *g.ifs)]
        elements = [node.key, node.value] if isinstance(node, ast.DictComp) else [node.elt]
        children = [first.target, *first.ifs, *others, *elements]
        within = inside | targets(node)
    else:
        outside = []
    for part in outside:
        yield from _reads(part, inside)
    for child in children:
        yield from _reads(child, within)
