"""Whether an index may name an entry twice, so that what is written there must be added up.

An array of indices is known by the axes along which its entries differ, provided that others are
fixed: `np.arange(n)` differs along its only axis, `np.argsort(x, axis=1)` along its second for each
first. Together such arrays name no entry twice if every axis of their common shape is one of those.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from codegen import knowledge
from codegen.indexing import Kinds, as_array, is_basic, parts_of
from codegen.terms import Term, same

MADE_OF_LIST = ("numpy.array", "numpy.asarray")
RANGES = ("numpy.arange", "builtins.range")
MESH = "numpy.ix_"


@dataclass(frozen=True)
class Differs:
    """Entries differ along `axes` (counted from the end) where those of `given` are fixed."""

    axes: frozenset[int]
    given: frozenset[int] = frozenset()


VECTOR = Differs(frozenset([-1]))


def may_repeat(index: Term, rules: Kinds, definitions: Mapping[str, Term]) -> bool:
    """Whether an index may name an entry twice; `definitions` are the terms behind names."""
    return _Search(rules, definitions).may_repeat(index)


def are_swapped(part: Term, value: Term, rules: Kinds) -> bool:
    """Whether `x[[i, j]] = x[[j, i]]` swaps two items of x, or gives one what it has if i and j are one."""
    if part.op != "index" or value.op != "index" or not part.args[0].op == value.args[0].op == "name":
        return False
    ones, others = parts_of(part.args[1]), parts_of(value.args[1])
    lists = [(one, other) for one, other in zip(ones, others) if one.op == "list"]
    if not same(part.args[0], value.args[0]) or len(ones) != len(others) or len(lists) != 1:
        return False
    (mine, theirs) = (term.args for term in lists[0])
    back = len(mine) == len(theirs) == 2 and same(mine[0], theirs[1]) and same(mine[1], theirs[0])
    rest = [(one, other) for one, other in zip(ones, others) if one.op != "list"]
    basic = all(is_basic(term, rules) for term in (*mine, *(one for one, _ in rest)))
    return back and basic and all(same(one, other) for one, other in rest)


class _Search:
    def __init__(self, rules: Kinds, definitions: Mapping[str, Term]) -> None:
        self.rules, self.definitions = rules, definitions

    def behind(self, term: Term) -> Term:
        """The term that a name stands for."""
        while term.op == "name" and term.data in self.definitions:
            term = self.definitions[term.data]
        return term

    def may_repeat(self, index: Term) -> bool:
        whole = self.behind(index)
        if self.is_family(whole):
            return False
        if whole.op == "call" and whole.data == MESH:
            return not all(self.differs(arg) == VECTOR for arg in whole.args)
        parts = [part for part in parts_of(index) if not is_basic(part, self.rules)]
        if not parts or self.are_all_items(parts):
            return False
        return bool(self.left_open(parts))

    def is_family(self, term: Term) -> bool:
        """Whether a call gives arrays that together name no entry twice (`np.nonzero`)."""
        return term.op == "call" and self.kind_of_call(term) == "together"

    def kind_of_call(self, term: Term) -> str:
        if term.data == "numpy.where" and len(term.args) != 1:
            return ""
        return knowledge.vocabulary().distinct.get(str(term.data), "")

    def are_all_items(self, parts: list[Term]) -> bool:
        """Whether the parts of an index are all that such a call gives, taken apart by an assignment."""
        items = [self.behind(part) for part in parts]
        if not all(item.op == "index" and isinstance(item.data, tuple) for item in items):
            return False
        calls = {item.args[0].uid for item in items}
        (_, count) = items[0].data
        places = {item.args[1].data for item in items}
        return len(calls) == 1 and places == set(range(count)) and self.is_family(items[0].args[0])

    def left_open(self, parts: list[Term]) -> set[int]:
        """The axes of the common shape along which entries may be the same."""
        kinds = [as_array(self.rules.kind(part)) for part in parts]
        masks = [kind.dtype == "bool" for kind in kinds]
        shapes = [
            (f"true {part.uid}",) if mask else kind.shape for part, kind, mask in zip(parts, kinds, masks)
        ]
        common = self.rules.dims.broadcast(shapes)
        if not isinstance(common, tuple):
            single = len(parts) == 1 and self.differs(parts[0])
            return {-1} if not single or single.given else set()
        sizes = {axis - len(common): size for axis, size in enumerate(common)}
        known = [
            (VECTOR if mask else self.differs(part), {axis - len(shape): n for axis, n in enumerate(shape)})
            for part, shape, mask in zip(parts, shapes, masks)
            if isinstance(shape, tuple)
        ]
        still = {axis for axis, size in sizes.items() if size != 1}

        def closes(axis: int) -> bool:
            """Whether an array that has the common size there differs along an axis."""
            along = [(differs, mine[axis]) for differs, mine in known if mine.get(axis, 1) != 1]
            apart = [n for d, n in along if d is not None and axis in d.axes and not d.given & still]
            return sizes[axis] in apart or len(apart) == len(along)

        while closed := {axis for axis in still if closes(axis)}:
            still -= closed
        return still

    def differs(self, term: Term) -> Differs | None:
        """Along which axes the entries of an array of indices differ, and are places that differ."""
        term = self.behind(term)
        kind = as_array(self.rules.kind(term))
        if kind.dtype == "bool":
            return VECTOR
        if term.op in ("list", "tuple"):
            return _of_list(term, len(kind.shape) if isinstance(kind.shape, tuple) else 0)
        if term.op == "call":
            return self.of_call(term, kind.shape if isinstance(kind.shape, tuple) else None)
        if term.op == "index":
            return self.of_part(term)
        return None

    def of_call(self, term: Term, shape: tuple[object, ...] | None) -> Differs | None:
        if term.data in MADE_OF_LIST and len(term.args) == 1:
            return self.differs(term.args[0])
        if term.data in RANGES:
            return VECTOR if _counts_on_one_side(term) else None
        found = self.kind_of_call(term)
        if found == "vector" or (found == "axis" and shape is not None and len(shape) == 1):
            return VECTOR
        if found == "axis" and shape is not None:
            axis = dict(zip(term.keys, term.args)).get("axis")
            place = -1 if axis is None else axis.data
            if isinstance(place, int) and -len(shape) <= place < len(shape):
                mine = frozenset([place % len(shape) - len(shape)])
                return Differs(mine, frozenset(range(-len(shape), 0)) - mine)
        return None

    def of_part(self, term: Term) -> Differs | None:
        """A part of a vector whose entries differ, or the vector with more axes."""
        whole, index = self.behind(term.args[0]), term.args[1]
        if self.is_family(whole):
            operand = as_array(self.rules.kind(whole.args[0])) if whole.args else None
            return VECTOR if operand is not None and operand.numeric and _rank(operand.shape) == 1 else None
        parts = parts_of(index)
        kept = [i for i, part in enumerate(parts) if not (part.op == "literal" and part.data is None)]
        slices = all(parts[i].op == "slice" or parts[i].data is Ellipsis for i in kept)
        if self.differs(whole) != VECTOR or len(kept) != 1 or not slices:
            return None
        return Differs(frozenset([kept[0] - len(parts)]))


def _rank(shape: object) -> int | None:
    return len(shape) if isinstance(shape, tuple) else None


def _of_list(term: Term, rank: int) -> Differs | None:
    """A list of different numbers, none of which is counted from the other end than another."""
    numbers = list(_numbers(term))
    if not numbers or None in numbers or len(set(numbers)) < len(numbers):
        return None
    signs = {n is not None and n < 0 for n in numbers}  # places counted from both ends may be the same
    return Differs(frozenset(range(-rank, 0))) if len(signs) == 1 else None


def _numbers(term: Term) -> Iterator[int | None]:
    for arg in term.args:
        if arg.op in ("list", "tuple"):
            yield from _numbers(arg)
        else:
            yield arg.data if is_int(arg) else None


def _counts_on_one_side(call: Term) -> bool:
    """Whether that is so of a call of `range`, or of `np.arange`."""
    words = [key or str(place) for place, key in enumerate(call.keys)]
    given = dict(zip(words, call.args))
    start, stop, step = (
        given.get(word, given.get(str(i))) for i, word in enumerate(("start", "stop", "step"))
    )
    return is_one_sided(start, stop, step)


def is_one_sided(start: Term | None, stop: Term | None, step: Term | None) -> bool:
    """Whether a range cannot have both an index and, counted from the end, the same one."""
    if stop is None:
        return True
    first, behind, by = (None if t is None else t.data if is_int(t) else None for t in (start, stop, step))
    if by is not None and by < 0:
        return behind is not None and behind >= -1
    forward = step is None or by is not None
    return forward and ((first is not None and first >= 0) or (behind is not None and behind <= 0))


def is_int(term: Term) -> bool:
    """Whether a term is an integer that is written in the source."""
    return term.op == "literal" and type(term.data) is int
