"""The shape of part of an array, and whether an index may name an entry twice."""

from __future__ import annotations

import ast
from typing import Any, Protocol

from codegen.kind import Dims, Kind
from codegen.terms import Term

Sizes = tuple[Any, ...]

# What a term is made of where the same text means the same value.
PURE = ("name", "literal", "global", "compare", "index", "slice", "tuple", "attr", "neg", "invert")
PURE_SIGNS = ("+", "-", "*", "/", "**", "%", "//", "&", "|", "^")


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


def is_mark(part: Term) -> bool:
    """Whether a part of an index is `None` or `...`."""
    return part.op == "literal" and part.data in (None, Ellipsis)


def parts_of(index: Term) -> tuple[Term, ...]:
    """The parts of an index, one of which may be all of it."""
    return index.args if index.op == "tuple" else (index,)


def as_array(kind: Kind) -> Kind:
    """The array that NumPy makes of a list of numbers, or of equal lists; another kind as it is."""
    if kind.form not in ("list", "tuple") or not kind.items or kind.vague:
        return kind
    items = [as_array(item) for item in kind.items]
    first = items[0]
    if not all(item.numeric and item.shape == first.shape for item in items):
        return kind
    if not isinstance(first.shape, tuple) or not all(item.dtype == first.dtype for item in items):
        return kind
    return Kind("array", first.dtype, (len(items), *first.shape))


def index_shape(shape: Sizes, parts: tuple[Term, ...], rules: Kinds) -> Sizes | None:
    """The shape of part of an array of known shape; None where it cannot be told."""
    pieces = _pieces(shape, parts, rules)
    if pieces is None:
        return None
    fancy = [sizes for sizes, picks in pieces if picks == "array"]
    if not fancy:
        return tuple(size for sizes, _ in pieces for size in sizes)
    common = rules.dims.broadcast(fancy)
    if not isinstance(common, tuple):
        return None
    at = [i for i, (_, picks) in enumerate(pieces) if picks]
    together = at == list(range(at[0], at[-1] + 1))
    before = pieces[: at[0]] if together else []
    behind = pieces[at[0] :] if together else pieces
    rest = [[size for sizes, picks in some if not picks for size in sizes] for some in (before, behind)]
    return (*rest[0], *common, *rest[1])


def _pieces(shape: Sizes, parts: tuple[Term, ...], rules: Kinds) -> list[tuple[Sizes, str]] | None:
    """What each part of an index gives: its sizes, and whether it is an int or an array that picks."""
    kinds = [as_array(rules.kind(part)) for part in parts]
    taken = [_takes(part, kind, rules) for part, kind in zip(parts, kinds)]
    if None in taken or sum(n for n in taken if n) > len(shape):
        return None
    pieces: list[tuple[Sizes, str]] = []
    left, missing = list(shape), len(shape) - sum(n for n in taken if n)
    for part, kind, count in zip(parts, kinds, taken):
        if part.op == "literal" and part.data is None:
            pieces.append(((1,), ""))
        elif part.op == "literal" and part.data is Ellipsis:
            pieces.append((tuple(left[:missing]), ""))
            left, missing = left[missing:], 0
        elif part.op == "slice":
            pieces.append(((_sliced(left.pop(0), part, rules),), ""))
        elif kind.form == "number" and kind.dtype == "int":
            left.pop(0)
            pieces.append(((), "int"))
        else:
            left = left[count:]
            pieces.append((_picked(part, kind, rules), "array"))
    return [*pieces, (tuple(left), "")]


def _takes(part: Term, kind: Kind, rules: Kinds) -> int | None:
    """How many axes a part of an index stands for; None where that is not known."""
    if part.op == "literal" and part.data in (None, Ellipsis):
        return 0
    if is_basic(part, rules):
        return 1
    if not kind.numeric or not isinstance(kind.shape, tuple) or kind.dtype not in ("int", "bool"):
        return None
    return len(kind.shape) if kind.dtype == "bool" else 1


def _picked(part: Term, kind: Kind, rules: Kinds) -> Sizes:
    """The sizes of an array of indices; a mask picks as many as are true, which has no name yet."""
    if kind.dtype == "int":
        return kind.shape  # type: ignore[return-value]
    pure = all(t.op in PURE or t.op in PURE_SIGNS for t in part.walk())
    return (rules.dims.fresh(("true", ast.dump(part.node) if pure else part.uid)),)


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
