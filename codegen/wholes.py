"""Lists that are made of lists: copies, slices, several joined, one item repeated."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codegen.fit import Upstream, call
from codegen.further import gives_whole_item
from codegen.kind import Kind
from codegen.lower import base
from codegen.mirror import BackLine, Guard, gradient, guarded, name_node
from codegen.resized import Resized
from codegen.simplify import is_cheap
from codegen.terms import Term

COPIES = ("builtins.list", "numpy.copy")


class Wholes(Resized):
    """Sends the gradient on a list as a whole to the lists that it was made of."""

    def _flow_of_lists(self, term: Term, up: Upstream, guard: Guard) -> bool:
        """Sends the gradient of a list, or of part of a tuple, to what it was made of; whether it is one."""
        if term.op == "index" and term.args[1].op == "slice" and self.facts.kinds[term.uid].form == "tuple":
            return self._flow_slice(term, up, guard)
        if self.facts.kinds[term.uid].form != "list":
            return False
        if term.op == "*" and term.args[0].op == "list" and len(term.args[0].args) == 1:
            self._flow_repeated(term, up, guard)
        elif _is_copy(term) and self._is_list(term.args[0]):
            self._flow(term.args[0], up, guard)
        elif term.op == "+" and all(map(self._is_list, term.args)):
            self._flow_joined(term, up, guard)
        elif term.op == "index" and term.args[1].op == "slice" and self._is_list(term.args[0]):
            return self._flow_slice(term, up, guard)
        else:
            return False
        return True

    def _refuse_joined(self, term: Term) -> bool:
        """Refuses a sum of a list and of what may be an array, or another list; whether it is one."""
        forms = {self.facts.kinds[arg.uid].form for arg in term.args} if term.op == "+" else set()
        if not {"list", "tensor"} <= forms:
            return False
        text = "a list is joined with another one here, or added to an array: it is not known which"
        self._refuse("E203", term.node, text, "say what both are, as in `xs: list[float]` or `x: np.ndarray`")
        return True

    def _refuse_largest(self, term: Term) -> bool:
        """Refuses the largest of items that may be lists, which are compared whole; whether it is that."""
        if not self.adds_nests or not gives_whole_item(term, self.facts):
            return False
        text = f"{base(str(term.args[0].data))} may hold lists, of which this gives a whole one"
        self._refuse("E203", term.node, text, "say what it is, as in `xs: list[float]` or `x: np.ndarray`")
        return True

    def _is_list(self, term: Term) -> bool:
        return self.facts.kinds[term.uid].form == "list"

    def _flow_repeated(self, term: Term, up: Upstream, guard: Guard) -> None:
        """Gives a number that is all the items of a list, `[x] * n`, their gradients together."""
        item = term.args[0].args[0]
        if self.facts.kinds[item.uid].form != "number":
            self._no_gate(term)
            return
        self._flow(item, Upstream(call("sum", up.expr), (), plain=False), guard)

    def _flow_joined(self, term: Term, up: Upstream, guard: Guard) -> None:
        """Gives each of several lists its part of the gradient on all of them in a row."""
        if not is_cheap(up.expr):
            self._contribute(self._name_term(term, guard), up, guard)
            return
        parts = list(_in_a_row(term))
        for place, part in enumerate(parts):
            if not self._active(part):
                continue
            before = self._count(parts[:place], guard)
            if part.op == "list":
                for number, item in enumerate(part.args):
                    at = _plus(before, ast.Constant(number))
                    if place and place == len(parts) - 1:
                        at = ast.Constant(number - len(part.args))
                    kind = self.facts.kinds[item.uid]
                    self._flow(item, Upstream(ast.Subscript(up.expr, at, ast.Load()), kind.shape), guard)
                continue
            behind = None if place == len(parts) - 1 else _plus(before, self._count([part], guard))
            own = ast.Slice(before if place else None, behind, None)
            self._flow(part, Upstream(ast.Subscript(up.expr, own, ast.Load()), (), plain=False), guard)

    def _count(self, parts: list[Term], guard: Guard) -> ast.expr:
        """How many items lists have together."""
        total: ast.expr = ast.Constant(0)
        for part in parts:
            known = self.facts.kinds[part.uid].items
            if part.op == "list" or known:
                more: ast.expr = ast.Constant(len(known or part.args))
            elif part.op == "*" and part.args[0].op == "list" and len(part.args[0].args) == 1:
                more = self._value(part.args[1], guard, None, "index")
            else:
                more = call("len", self._value(part, guard, None, "index"))
            total = _plus(total, more)
        return total

    def _flow_slice(self, term: Term, up: Upstream, guard: Guard) -> bool:
        """Adds the gradient on a slice of a list to its part of that on the list, item by item."""
        whole, index = term.args
        kind = self.facts.kinds[whole.uid]
        elements = kind.items or (() if kind.element is None else (kind.element,))
        plain = bool(elements) and not kind.vague and all(e.numeric and not e.vague for e in elements)
        if whole.op != "name" or not self._active(whole) or not plain or whole.data in self.by_items:
            return False
        version = self._whole(str(whole.data))
        self._refuse_sealed(version)
        self._begin(version)  # above a loop of which other turns add to it
        place = self._value(index, (), None, "index")
        there = _constant_slice(place)
        known = kind.items and there is not None and not guard and not self._is_written(version)
        if known and there is not None and is_cheap(up.expr):
            self._give_to_items(version, kind, there, up.expr)
            return True
        if kind.form != "list":
            return False
        first = not self._has_gradient(version)
        self._settle(version)
        part = ast.Subscript(name_node(gradient(version)), place, ast.Load())
        both = up.expr if first else self._each_added(part, up.expr)
        both = guarded(both, guard, part)
        self._add(BackLine(gradient(version), "=", both, place))
        return True

    def _give_to_items(self, version: str, kind: Kind, there: slice, up: ast.expr) -> None:
        """Adds the gradient on a slice of a list of known items to those on the items."""
        items = kind.items or ()
        for place, key in enumerate(range(len(items))[there]):
            if not items[key].discrete:
                self._contribute(self._leaf(version, key), Upstream(_item(up, place), items[key].shape), ())


def _item(whole: ast.expr, place: int) -> ast.expr:
    """An item of a list, or of what is from some item on in one: `xs[2:][1]` is `xs[3]`."""
    index = whole.slice if isinstance(whole, ast.Subscript) else None
    if isinstance(whole, ast.Subscript) and isinstance(index, ast.Slice) and index.step is None:
        lower = 0 if index.lower is None else getattr(index.lower, "value", -1)
        if lower >= 0:
            return ast.Subscript(whole.value, ast.Constant(lower + place), ast.Load())
    return ast.Subscript(whole, ast.Constant(place), ast.Load())


def _constant_slice(index: ast.expr) -> slice | None:
    """A slice of which the bounds are written there."""
    if not isinstance(index, ast.Slice):
        return None
    try:
        bounds = [n and ast.literal_eval(n) for n in (index.lower, index.upper, index.step)]
    except ValueError:
        return None
    return slice(*bounds) if all(n is None or type(n) is int for n in bounds) else None


def _is_copy(term: Term) -> bool:
    """Whether a value has all that another one has: `list(xs)`, `xs.copy()`, `xs[:]`."""
    if term.op == "index":
        return term.args[1].op == "slice" and not term.args[1].args
    return term.op == "call" and term.data in COPIES


def _in_a_row(term: Term) -> Iterator[Term]:
    """The lists that are joined by a sum of sums."""
    if term.op != "+":
        yield term
        return
    for part in term.args:
        yield from _in_a_row(part)


def _plus(one: ast.expr, other: ast.expr) -> ast.expr:
    """A sum, worked out where it is one of numbers."""
    if isinstance(one, ast.Constant) and isinstance(other, ast.Constant):
        return ast.Constant(one.value + other.value)  # type: ignore[operator]
    zeros = [isinstance(side, ast.Constant) and side.value == 0 for side in (one, other)]
    return other if zeros[0] else one if zeros[1] else ast.BinOp(one, ast.Add(), other)
