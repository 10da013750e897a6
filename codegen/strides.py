"""Whether NumPy copies part of an array over another part of it as if it had read all of it first.

It does where the two have one stride, as `x[1:] = x[:-1]`, where one of them runs backwards, and in two
or more dimensions. A row that is written into a column is copied entry by entry, so that an entry is read
which has just been written: what comes out is what no mirror stands for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import zip_longest

from codegen.indexing import Kinds, is_mark, parts_of
from codegen.terms import Term, same

_Axis = tuple[str, object]


def copies_as_a_whole(
    part: Term,
    value: Term,
    definitions: Mapping[str, Term],
    rules: Kinds,
    from_zero: Callable[[Term], bool],
) -> bool:
    """Whether what is copied into a part of an array may be another part of it, whatever lies where.

    `from_zero` says of an index whether it counts from the start of its axis.
    """
    kind = rules.kind(part)
    if kind.form == "number" or (isinstance(kind.shape, tuple) and len(kind.shape) != 1):
        return True
    if rules.kind(value).form == "number" or _are_apart(part, value, from_zero):
        return True
    if value.op == "index" and any(index.op == "list" for index in parts_of(value.args[1])):
        return True  # which is a copy
    written, read = (_axes(term, definitions, rules) for term in (part, value))
    if written is None or read is None:
        return False
    both = zip_longest(written, read, fillvalue=("slice", 1))  # `A[i]` is `A[i, :]`
    if all(_is_one_stride(*axes) for axes in both):
        return True
    backwards = [
        axis for axes in (written, read) for axis in axes if axis[0] == "slice" and _is_negative(axis[1])
    ]
    return len(written) == len(read) == 1 and len(backwards) == 1


def _are_apart(part: Term, value: Term, from_zero: Callable[[Term], bool]) -> bool:
    """Whether an axis tells two parts of one array apart: a number, and a slice up to it or from the next."""
    if not part.op == value.op == "index" or not part.args[0].op == value.args[0].op == "name":
        return False
    pairs = list(zip(parts_of(part.args[1]), parts_of(value.args[1])))
    if any(is_mark(axis) for pair in pairs for axis in pair):
        return False
    both = [*pairs, *((two, one) for one, two in pairs)]
    return any(
        _leaves_out(one, two, from_zero) for one, two in both if one.op == "slice" and two.op != "slice"
    )


def _leaves_out(part: Term, number: Term, from_zero: Callable[[Term], bool]) -> bool:
    """Whether a slice has no place at a number: `:k` and `k + 1:` leave out k."""
    lower, upper, step = part.data
    if step or (lower and upper):
        return False
    if upper:
        return same(part.args[0], number)
    behind = part.args[0] if lower else None
    counts = behind is not None and behind.op == "+" and from_zero(number)
    return (
        counts
        and behind is not None
        and any(
            same(one, number) and other.op == "literal" and type(other.data) is int and other.data >= 1
            for one, other in (behind.args, behind.args[::-1])
        )
    )


def _axes(term: Term, definitions: Mapping[str, Term], rules: Kinds) -> list[_Axis] | None:
    """What is taken of each axis, through names of parts: a slice with its step, or a number."""
    while term.op == "name" and definitions.get(str(term.data), term).op == "index":
        term = definitions[str(term.data)]
    if term.op == "name":
        return []
    if term.op != "index":
        return None
    before = _axes(term.args[0], definitions, rules)
    if before is None or any(axis[0] == "slice" for axis in before):
        return None
    axes = [_axis(index, rules) for index in parts_of(term.args[1])]
    return None if None in axes else [*before, *(axis for axis in axes if axis is not None)]


def _axis(index: Term, rules: Kinds) -> _Axis | None:
    if index.op == "slice":
        step = index.args[-1] if index.data[2] else None
        return "slice", 1 if step is None else rules.kind(step).value
    if is_mark(index):
        return None
    kind = rules.kind(index)
    return ("number", None) if kind.form == "number" and kind.dtype == "int" else None


def _is_one_stride(one: _Axis, other: _Axis) -> bool:
    return one == other and (one[0] == "number" or isinstance(one[1], int))


def _is_negative(step: object) -> bool:
    return isinstance(step, int) and step < 0
