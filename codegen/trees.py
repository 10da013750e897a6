"""Going over syntax trees, and copying them: what `ast` and `copy` do, in a fraction of the time.

Every step looks at trees several times. `ast.walk` asks each node what fields it has and goes to all
that there is, and more than half of that are operators and contexts, which no step looks for.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from typing import Any, TypeVar

T = TypeVar("T")
SIGNS = (ast.expr_context, ast.operator, ast.unaryop, ast.boolop, ast.cmpop)
# Fields that hold no nodes but signs.
NO_PARTS = frozenset(["arg", "attr", "ctx", "id", "kind", "level", "module", "name", "op", "ops"])


class _Parts(dict[type, tuple[str, ...]]):
    """The fields of each class of nodes that may hold others."""

    def __missing__(self, of: type[ast.AST]) -> tuple[str, ...]:
        fields = () if of is ast.Constant else tuple(name for name in of._fields if name not in NO_PARTS)
        self[of] = fields
        return fields


class _Methods(dict[type, str]):
    """The names of the methods that visit each class of nodes."""

    def __missing__(self, of: type[ast.AST]) -> str:
        self[of] = f"visit_{of.__name__}"
        return self[of]


_PARTS, _METHODS = _Parts(), _Methods()
# The classes of what is never changed, and so is the same in a tree and in its copy.
SHARED = {
    *(of for of in vars(ast).values() if isinstance(of, type) and issubclass(of, SIGNS)),
    *(str, int, bool, float, complex, bytes, type(None), type(Ellipsis)),
}


def child_nodes(node: ast.AST) -> list[ast.AST]:
    """What stands in a node, one level down, in the order of its fields; no operators or contexts."""
    found: list[ast.AST] = []
    tree = ast.AST
    for field in _PARTS[node.__class__]:
        value = getattr(node, field, None)
        if value.__class__ is list:
            for item in value:
                if isinstance(item, tree):
                    found.append(item)
        elif isinstance(value, tree):
            found.append(value)
    return found


def walk(node: ast.AST) -> Iterator[ast.AST]:
    """A node and all that is in it, level by level as `ast.walk` has them; no operators or contexts."""
    todo = [node]
    parts, tree, add = _PARTS, ast.AST, todo.append
    for part in todo:
        for field in parts[part.__class__]:
            value = getattr(part, field, None)
            if value.__class__ is list:
                for item in value:
                    if isinstance(item, tree):
                        add(item)
            elif isinstance(value, tree):
                add(value)
        yield part


def names_in(node: ast.AST) -> list[str]:
    """The names in a tree, level by level as `walk` has them."""
    found, todo = list[str](), [node]
    parts, tree, add = _PARTS, ast.AST, todo.append
    for part in todo:
        if isinstance(part, ast.Name):
            found.append(part.id)
            continue
        for field in parts[part.__class__]:
            value = getattr(part, field, None)
            if value.__class__ is list:
                for item in value:
                    if isinstance(item, tree):
                        add(item)
            elif isinstance(value, tree):
                add(value)
    return found


class Transformer(ast.NodeTransformer):
    """`ast.NodeTransformer`, but that it does not go to operators and contexts."""

    def visit(self, node: ast.AST) -> Any:
        """What stands in the place of a node: what the method for its class says, if there is one."""
        method = getattr(self, _METHODS[node.__class__], None)
        return self.generic_visit(node) if method is None else method(node)

    def visit_Constant(self, node: ast.Constant) -> ast.expr:
        """A constant, in which there is nothing."""
        return node

    def generic_visit(self, node: ast.AST) -> ast.AST:
        """Puts what is made of them in the place of the nodes in a node."""
        for field in _PARTS[node.__class__]:
            value = getattr(node, field, None)
            if value.__class__ is list:
                new: list[Any] = []
                for item in value:
                    made = self.visit(item) if isinstance(item, ast.AST) else item
                    if isinstance(made, list):
                        new += made
                    elif made is not None or item is None:
                        new.append(made)
                value[:] = new
            elif isinstance(value, ast.AST):
                made = self.visit(value)
                if made is None:
                    delattr(node, field)
                elif made is not value:
                    setattr(node, field, made)
        return node


def same_tree(a: object, b: object, seen_through: type[ast.AST] | tuple[()] = ()) -> bool:
    """Whether two trees are the same but for places, and whether names are read or assigned.

    Nodes of the class `seen_through`, in the second, stand for what is in them.
    """
    while isinstance(b, seen_through):
        b = b.value  # type: ignore[attr-defined]
    # Loops, not `all(...)`: a call of C in between would count against a limit that cannot be raised.
    if a is b:
        return True
    if isinstance(a, list):
        if not isinstance(b, list) or len(a) != len(b):
            return False
        for x, y in zip(a, b):  # noqa: SIM110
            if not same_tree(x, y, seen_through):
                return False
        return True
    if isinstance(a, ast.expr_context):
        return isinstance(b, ast.expr_context)
    if not isinstance(a, ast.AST):
        return type(a) is type(b) and a == b
    if type(a) is not type(b):
        return False
    for name in a._fields:  # noqa: SIM110
        if not same_tree(getattr(a, name, None), getattr(b, name, None), seen_through):
            return False
    return True


def copied(tree: T) -> T:
    """A copy of a tree, or of a list of trees, that shares nothing with it which may be changed."""
    new: T = _copied(tree, {})
    return new


def _copied(value: Any, done: dict[int, ast.AST]) -> Any:
    if value.__class__ in SHARED:
        return value
    if value.__class__ is list:
        return [_copied(part, done) for part in value]
    if value.__class__ is tuple:
        return tuple([_copied(part, done) for part in value])
    if not isinstance(value, ast.AST):
        return copy.deepcopy(value)
    if id(value) not in done:  # what stands in two places does so in the copy
        new = done[id(value)] = value.__class__.__new__(value.__class__)
        own = new.__dict__
        own.update(value.__dict__)
        for name, part in own.items():
            if part.__class__ not in SHARED:
                own[name] = _copied(part, done)
    return done[id(value)]


def made_at(statement: ast.stmt, place: ast.stmt) -> ast.stmt:
    """A statement that the source does not have, in the place of one."""
    for part in walk(statement):
        if isinstance(part, (ast.expr, ast.stmt)) and not hasattr(part, "lineno"):
            ast.copy_location(part, place)
        if isinstance(part, ast.stmt):
            part.made = True  # type: ignore[attr-defined]
    return statement
