"""Types that a module gives a name (`Array = npt.NDArray[np.float64]`), where they annotate something."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator, Mapping

from codegen.trees import Transformer, copied, names_in, walk

ARRAYS = {"ndarray", "NDArray", "Array", "ArrayLike"}


def with_named_types(tree: ast.Module) -> ast.Module:
    """The module whose annotations know what is meant: each that has such a name has it as `meant`."""
    bound = list(_bound(tree))
    times = Counter(name for name, _ in bound)
    types: dict[str, ast.expr] = {}
    for name, value in bound:
        if times[name] == 1 and _is_type(value, types):
            types[name] = _Meant(types).visit(copied(value))
    if not types:
        return tree
    for node in walk(tree):
        for annotation in (getattr(node, "annotation", None), getattr(node, "returns", None)):
            if annotation is not None and not types.keys().isdisjoint(names_in(annotation)):
                annotation.meant = _Meant(types).visit(copied(annotation))
    return tree


def _bound(tree: ast.Module) -> Iterator[tuple[str, ast.expr]]:
    """The names that a module gives values by assignments, and these."""
    for node in tree.body:
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        value = getattr(node, "value", None)
        for target in targets:
            if isinstance(target, ast.Name) and isinstance(value, ast.expr):
                yield target.id, value


def _is_type(value: ast.expr, types: Mapping[str, ast.expr]) -> bool:
    if isinstance(value, ast.Subscript):
        return True
    if isinstance(value, ast.Name):
        return value.id in types or value.id in ARRAYS
    return isinstance(value, ast.Attribute) and value.attr in ARRAYS


class _Meant(Transformer):
    """Types in the place of their names."""

    def __init__(self, types: Mapping[str, ast.expr]) -> None:
        self.types = types

    def visit_Name(self, node: ast.Name) -> ast.expr:
        """A type that has this name, or the name."""
        found = self.types.get(node.id)
        return node if found is None else copied(found)
