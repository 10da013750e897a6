"""The shape of part of an array, where its index is made of ints, slices, None and `...`."""

from __future__ import annotations

import ast
from typing import Any, Protocol

from codegen.kind import Dims, Kind
from codegen.terms import Term


class Kinds(Protocol):
    """What knows the kinds of terms."""

    dims: Dims

    def kind(self, term: Term) -> Kind:
        """What a term's value is."""
        ...


def is_basic(index: Term, rules: Kinds) -> bool:
    """Whether an index is an int, a slice, None or `...`: what gives a view, without repeats."""
    kind = rules.kind(index)
    if index.op == "slice" or (index.op == "literal" and index.data in (None, Ellipsis)):
        return True
    return kind.form == "number" and kind.dtype == "int"


def index_shape(shape: tuple[Any, ...], parts: tuple[Term, ...], rules: Kinds) -> tuple[Any, ...] | None:
    """The shape of a basic indexing, or None where it is not one."""
    if not all(is_basic(p, rules) for p in parts):
        return None
    taken = sum(1 for p in parts if not (p.op == "literal" and p.data in (None, Ellipsis)))
    if taken > len(shape):
        return None
    rest, out = list(shape), []
    for i, part in enumerate(parts):
        if part.op == "literal" and part.data is None:
            out.append(1)
        elif part.op == "literal" and part.data is Ellipsis:
            after = sum(1 for p in parts[i + 1 :] if not (p.op == "literal" and p.data is None))
            keep = len(rest) - after
            out += rest[:keep]
            rest = rest[keep:]
        elif part.op == "slice":
            out.append(_sliced(rest.pop(0), part, rules))
        else:
            rest.pop(0)
    return tuple(out + rest)


def _sliced(size: Any, part: Term, rules: Kinds) -> Any:
    """The size of a slice of an axis; equal symbols for slices that leave out as many entries."""
    values = iter(rules.kind(arg).value for arg in part.args)
    lower, upper, step = (next(values) if given else None for given in part.data)
    if part.data == (False, False, False):
        return size
    literal = all(isinstance(v, int) for v, g in zip((lower, upper, step), part.data) if g)
    if isinstance(size, int) and literal:
        return len(range(size)[slice(lower, upper, step)])
    if literal and step is None and (lower or 0) >= 0 and (upper is None or upper < 0):
        return rules.dims.fresh(("shorter", size, (lower or 0) - (upper or 0)))
    if literal and step is None and (lower or 0) < 0 and upper is None:
        return rules.dims.fresh(("last", size, lower))
    if literal and step is None and not lower and upper is not None:
        return rules.dims.fresh(("first", size, upper))
    return rules.dims.fresh(("slice", size, ast.dump(part.node)))
