"""Arguments that are drawn by their annotations: arrays of these shapes, and numbers."""

from __future__ import annotations

import ast
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from codegen.kind import BadAnnotation, Dim, Dims, Kind, kind_of_annotation
from codegen.parse import annotation_text

SIZES = (7, 5, 3, 9, 11, 13)  # of dimensions that annotations name: none is another one less 1


@dataclass(frozen=True)
class Shape:
    """An array of which only the shape is known, and perhaps the type of its entries.

    One that is `square` is perhaps inverted, or has its root taken: it is drawn near the identity, and not
    symmetric, which would hide what is transposed.
    """

    sizes: tuple[int, ...]
    integer: bool = False
    exact: str = ""
    square: bool = False

    def drawn(self, random: np.random.Generator, positive: bool = False) -> Any:
        """Such an array, or a number; of positive numbers if that is asked for; of whole ones places."""
        if self.integer:
            return random.integers(0, 2, self.sizes)
        numbers = random.uniform(0.5, 1.5, self.sizes) if positive else random.normal(size=self.sizes)
        if self.square:
            numbers = 0.3 * numbers + np.eye(self.sizes[-1])
        if self.exact:
            return np.asarray(numbers).astype(self.exact)[()]
        return numbers if self.sizes else float(numbers)


def annotated(node: ast.FunctionDef, sizes: dict[str, int] | None = None) -> dict[str, Shape]:
    """The annotated shapes of parameters; `sizes` are those of names in them, which are added to."""
    every = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
    return _annotated(((one.arg, one.annotation) for one in every), {} if sizes is None else sizes)


def annotated_fields(node: ast.ClassDef, sizes: dict[str, int]) -> dict[str, Shape]:
    """The same of the fields of a class that have no default; empty where one cannot be drawn."""
    fields = [one for one in node.body if isinstance(one, ast.AnnAssign) and one.value is None]
    named = [(one.target.id, one.annotation) for one in fields if isinstance(one.target, ast.Name)]
    shapes = _annotated(named, sizes)
    return shapes if len(shapes) == len(fields) else {}


def _annotated(named: Iterable[tuple[str, ast.expr | None]], sizes: dict[str, int]) -> dict[str, Shape]:
    kinds = {name: _kind(annotation_text(annotation), name) for name, annotation in named}
    shapes = {name: _shape(kind, sizes) for name, kind in kinds.items() if kind is not None}
    return {name: shape for name, shape in shapes.items() if shape is not None}


def readings(described: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The arguments; then with one or two arrays whole numbers, since places look like other arrays."""
    yield dict(described)
    arrays = [name for name, value in described.items() if isinstance(value, Shape) and len(value.sizes) == 1]
    for number, one in enumerate(arrays):
        for other in (one, *arrays[number + 1 :]):
            yield {**described, **{name: replace(described[name], integer=True) for name in (one, other)}}


def _kind(text: str | None, name: str) -> Kind | None:
    try:
        return kind_of_annotation(text, name, Dims(), lists=False)
    except BadAnnotation:
        return None


def _shape(kind: Kind, sizes: dict[str, int]) -> Shape | None:
    """The shape of a kind that can be drawn: neither a count nor a flag, and of sizes that are known."""
    whole = kind.dtype == "int"
    if kind.form not in ("number", "array") or not isinstance(kind.shape, tuple) or kind.dtype == "bool":
        return None
    if kind.dtype == "complex" or (whole and not kind.shape):
        return None
    found = [_size(dim, sizes) for dim in kind.shape]
    known = tuple(size for size in found if size is not None)
    square = not whole and len(known) > 1 and kind.shape[-1] == kind.shape[-2]
    return Shape(known, whole, kind.exact, square) if len(known) == len(found) else None


def _size(dim: Dim, sizes: dict[str, int]) -> int | None:
    """The size of a dimension: a number, a name, a product of them, or half of one; None for another one."""
    if isinstance(dim, int):
        return dim
    if dim.startswith("?"):
        return None
    if dim.endswith("//2+1"):
        half = _size(dim.removesuffix("//2+1"), sizes)
        return None if half is None else half // 2 + 1
    factors = dim.split("*")
    for factor in factors:
        if not factor.isdigit():
            sizes.setdefault(factor, SIZES[len(sizes) % len(SIZES)])
    return math.prod(int(factor) if factor.isdigit() else sizes[factor] for factor in factors)
