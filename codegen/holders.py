"""The kinds of what holds other values: of tuples, lists and dicts, and of what is taken from them."""

from __future__ import annotations

import ast
import functools
from dataclasses import replace

from codegen.kind import INT, NOTHING_YET, NUMBER, OTHER, Kind, join, of_each, of_one
from codegen.results import Results
from codegen.terms import RESIZING, Term


class Holders(Results):
    """The layer of the inference that knows what displays hold, and what is written into them.

    While it `awaits` what is appended further below, an item that is read `early` is nothing yet.
    """

    awaits = False
    early = False

    def _elementwise(self, term: Term, kinds: list[Kind]) -> Kind:
        """The kind of an operation, entry by entry: the layer above."""
        raise NotImplementedError

    def _tuple(self, term: Term) -> Kind:
        items = tuple(self.kind(arg) for arg in term.args)
        value = tuple(k.value for k in items) if all(k.value is not None for k in items) else None
        return Kind("tuple", items=items, value=value)

    def _list(self, term: Term) -> Kind:
        return Kind("list", items=tuple(self.kind(arg) for arg in term.args))

    def _dict(self, term: Term) -> Kind:
        return Kind("dict", items=tuple(self.kind(arg) for arg in term.args), keys=term.data)

    def _record(self, term: Term) -> Kind:
        items = tuple(self.kind(arg) for arg in term.args)
        return Kind("tuple", items=items, keys=term.data, record=term.spelled)

    def _gather(self, term: Term) -> Kind:
        """The items of a dict for some keys, in a list."""
        whole = self.kind(term.args[0])
        self.kind(term.args[1])
        if whole.form != "dict":
            return self._unknown(term)
        return Kind("list", element=whole.element or self._unknown(term))

    def _keys(self, term: Term) -> Kind:
        self.kind(term.args[0])
        return Kind("list", element=OTHER)

    def _write(self, term: Term) -> Kind:
        whole, part, value = term.args
        kind = self.kind(whole)
        self.kind(part)
        if term.data in RESIZING:
            more = [] if term.data == "pop" else [self.kind(value)]
            return (
                self._resized(kind, more, term) if part.args[0] is whole else self._filled(kind, more, term)
            )
        item = self.kind(value)
        if kind.form == "list":
            return self._item_given(kind, item, term)
        return replace(kind, value=None) if kind.form in ("array", "tensor") else kind

    def _item_given(self, kind: Kind, item: Kind, term: Term) -> Kind:
        """A list of which one item, or something in one, has another value: all have that in common."""
        if kind.items == () and kind.element is None and term.args[1].args[0] is not term.args[0]:
            return kind  # of what is appended to it below, the next walk knows
        element = kind.items[0] if kind.items else item if kind.items == () else kind.element
        if any(other != element for other in kind.items or ()):
            element = self._in_common(kind.items or (), term)
        if element is None and kind.items:
            self.problem("E103", term.node, "a write into a list of different things", "build a new list")
        sliced = term.args[1].op == "index" and term.args[1].args[1].op == "slice"
        if element is None or sliced or term.args[1].args[0] is not term.args[0]:
            return Kind("list", element=element)
        if term.data and item.numeric and element.numeric:  # `xs[i] += x`
            item = self._elementwise(term, [element, item])
        return Kind("list", element=join(element, item, self.dims, term.uid))

    def _filled(self, kind: Kind, more: list[Kind], term: Term) -> Kind:
        """A list of lists of which one, at any place, has more items."""
        if kind.form != "list" or not (kind.items or kind.element):
            return kind  # of what is put into it below, the next walk knows
        there = [*(kind.items or ()), *([kind.element] if kind.items is None and kind.element else [])]
        longer = [self._resized(item, more, term) for item in there]
        element = functools.reduce(
            lambda one, other: join(one, other, self.dims, term.uid), [*there, *longer]
        )
        return Kind("list", element=element)

    def _in_common(self, items: tuple[Kind, ...], term: Term) -> Kind | None:
        """What the items of a list have in common, if some are numbers and the others may be."""
        forms = {item.form for item in items}
        if "number" not in forms or forms - {"number", "tensor"} or any(item.vague for item in items):
            return None
        return functools.reduce(lambda one, other: join(one, other, self.dims, term.uid), items)

    def _resized(self, kind: Kind, more: list[Kind], term: Term) -> Kind:
        """A list with more items, or fewer: of its items only what all have in common is known."""
        if kind.form != "list":
            return kind
        there = kind.items or ((kind.element,) if kind.items is None and kind.element else ())
        items = [item for item in (*there, *more) if item != NOTHING_YET]
        if not items:
            return Kind("list", items=() if NOTHING_YET in more else None)
        element = items[0]
        for other in items[1:]:
            element = join(element, other, self.dims, term.uid)
        return Kind("list", element=element)

    def _joined(self, kinds: list[Kind], term: Term) -> Kind:
        """Two lists in a row; where it is not known what each holds, only what all items have in common."""
        first, second = kinds
        if first.items is not None and second.items is not None:
            return Kind("list", items=(*first.items, *second.items))
        more = second.items if second.items is not None else [second.element] if second.element else []
        return self._resized(first, [*more], term)

    def _last(self, term: Term) -> Kind:
        kind = self.kind(term.args[0])
        for index in term.args[1:]:
            self.kind(index)
        return kind.element or self._unknown(term)

    _place = _last

    def _items(self, container: Kind, index: Term) -> Kind:
        """The kind of some items of a tuple or a list, such as `x.shape[1:]`."""
        container = replace(container, keys=(), record="")
        bounds = iter([self.kind(arg).value for arg in index.args])
        found = [next(bounds) if given else None for given in index.data]
        if container.items is None or any(
            given and not isinstance(b, int) for b, given in zip(found, index.data)
        ):
            return replace(container, items=None, value=None, element=of_each(container))
        items = container.items[slice(*found)]
        value = tuple(item.value for item in items) if all(item.value is not None for item in items) else None
        return replace(container, items=items, value=value)

    def _item(self, container: Kind, index: Kind, term: Term) -> Kind:
        if container.items and container.form != "dict" and isinstance(index.value, int):
            if -len(container.items) <= index.value < len(container.items):
                return container.items[index.value]
            text = f"index {index.value} of {len(container.items)} items"
            if term.args[0].op != "user":
                self.problem("E204", term.node, text, "see the annotation, or the value that is indexed")
        if container.form == "dict" and container.items and index.value in container.keys:
            return container.items[container.keys.index(index.value)]
        if container.dtype == "int":
            return INT
        if container.element is None and container.items == ():
            self.early = self.early or self.awaits
            return NOTHING_YET if self.awaits else NUMBER  # what is appended below, the next walk knows
        element = of_each(container) if container.form in ("list", "tuple") else container.element
        if element is None:
            return self._unknown(term)
        where = (ast.dump(term.args[0].node), ast.dump(term.args[1].node))
        return of_one(element, self.dims, where)
