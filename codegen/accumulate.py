"""Gradients add up at forks: `=` the first time, `+=` later, zeros where nothing came."""

from __future__ import annotations

import ast
import math
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from codegen.distinct import may_repeat
from codegen.fit import Upstream, call, fit, helper_call, numpy_call
from codegen.kind import Kind, is_complex
from codegen.lower import base
from codegen.mirror import (
    BackLine,
    Group,
    Guard,
    display,
    gives_elsewhere,
    gradient,
    guarded,
    item_keys,
    item_of,
    name_node,
)
from codegen.simplify import bare, conditional
from codegen.survey import items_may_be_missing, read_in_arms_only
from codegen.terms import Term
from codegen.trees import names_in
from codegen.values import Values


class Accumulator(Values):
    """Adds contributions to the gradients of variables."""

    def _add(self, line: BackLine) -> None:
        self.lines.append(replace(line, via=self.way) if self.way else line)

    def _begin(self, version: str) -> None:
        """Sees to it that a gradient is there before the loop in which it is first added to."""
        raise NotImplementedError

    def _close(self, statement: int, stage: str | None) -> None:
        if self.lines:
            self.groups.append(Group(statement, stage, tuple(self.lines)))
        self.lines = []

    def _has_gradient(self, version: str) -> bool:
        version = self._whole(version)
        leaves = self.leaves.get(version, {}).values()
        return version in self.assigned or version in self.constant or any(map(self._has_gradient, leaves))

    def _upstream_of(self, version: str) -> Upstream:
        version = self._whole(version)
        expr = self.constant.get(version, name_node(gradient(version)))
        kind = self.kinds[version]
        return Upstream(expr, kind.shape, complex=is_complex(kind))

    def _contribute(self, version: str, up: Upstream, guard: Guard) -> None:
        """Adds to the gradient of a variable: `=` the first time, `+=` later."""
        version = self._whole(version)
        if version in self.sealed | self.by_items and not self.adds_nests:
            self._refuse_gone_through(version)
        self._begin(version)
        if version in self.constant:
            self._settle(version)
        if up.full is not None:
            up = fit(up, up.full, self.kinds[version].shape, self._value_of_version(version), self.facts.dims)
        kind = self.kinds[version]
        expr = up.expr if is_complex(kind) else up.real().expr
        first = version not in self.assigned
        self._refuse_missing(version, up.expr)
        if first and kind.record and version in self.by_field and _is_place(up.expr):
            self._contribute_items(version, up, guard)
            return
        if first and not guard and self._passes(version, up):
            self.constant[version] = up.expr
            return
        if self._may_have_no_value(version) and self.context.arrays and not guard:
            self._contribute_to_what_may_be_none(version, expr, first)
            return
        if not first and kind.items is not None and not kind.vague and _is_place(up.expr):
            self._contribute_items(version, up, guard)
            return
        if not first and not guard and _holds_numbers_or_arrays(kind):
            self._contribute_to_each(version, expr)
            return
        unsaid = self._has_keys(version) or self._may_be_given_nest(version)
        if (not kind.numeric or kind.vague or unsaid) and not first:
            if kind.form in ("array", "tensor") and f"{base(version)}:0" in self.lowered.parameters:
                self.unsure.add(base(version))
            elif self.adds_nests and not guard and not kind.record:
                mine = name_node(gradient(version))
                self._add(BackLine(gradient(version), "=", helper_call("added", mine, expr)))
                return
            self._refuse(
                "E203",
                self.lowered.statements[self.statement].node,
                f"gradients of {base(version)} meet, and it may be a list, a tuple or a dict",
                "say what it is in an annotation, or use its items, each by itself",
            )
            return
        small = kind.numeric and up.shape != kind.shape
        value = self._value_of_version(version)
        whole = expr
        if small and kind.form != "number":
            whole = ast.BinOp(numpy_call("ones_like", value), ast.Mult(), expr)
        if first:
            expr = whole
            if is_complex(kind) and not (small or up.complex) and self.uses[version] > 1:
                expr = ast.BinOp(expr, ast.Add(), ast.Constant(0j))  # complex ones are added to it
        zero: ast.expr = ast.Constant(0.0)
        if guard and first and kind.form != "number":
            zero = self._zero(version, value)
        if guard and self._merged(version, whole, guard):
            return
        expr = guarded(expr, guard, zero)
        if kind.form == "dict":
            self.escapes.add(version)
        self._add(BackLine(gradient(version), "=" if first else "+=", expr))
        if len(guard) == 1 and guard[0][1]:
            self.guarded = self.lines[-1]
        self.assigned.add(version)

    def _refuse_missing(self, version: str, expr: ast.expr) -> None:
        """A gradient taken from another one is 0 where its value is None, and has no items then."""
        taken = isinstance(expr, (ast.Subscript, ast.Call)) and self.kinds[version].items is not None
        taken = taken and (version in self.assigned or bool(self.leaves.get(version)))
        if taken and not self._may_have_no_value(version) and self._may_be_unbound(version):
            text = f"{base(version)} may be None where it is put into a list, a tuple or a dict"
            node = self.lowered.statements[math.floor(self.statement)].node
            self._refuse("E203", node, text, "put it in in the arm that makes it")

    def _contribute_to_what_may_be_none(self, version: str, expr: ast.expr, first: bool) -> None:
        """Adds to the gradient of a container, which is 0 where there is none; that of a tuple is a list."""
        mine: ast.expr = name_node(gradient(version))
        if first and self.kinds[version].form == "tuple":
            mine, first = self._zero(version, self._value_of_version(version)), False
        self._add(BackLine(gradient(version), "=", expr if first else helper_call("added", mine, expr)))
        self.assigned.add(version)

    def _has_keys(self, version: str) -> bool:
        """Whether a value is a dict, though nothing says so but that an item is asked for by a text."""
        whole = self._whole(version)
        return any(self._whole(other) == whole for other in self.by_text)

    def _began_as_zeros(self, version: str, nodes: list[ast.expr]) -> bool:
        """Whether nothing has been given to a place of a gradient, neither with the whole nor in part."""
        if version in self.constant or version in self.handed_on or self._is_given(version):
            return False
        starts = [line for frame in self.frames for line in frame.start]
        starts += [line for group in self.groups for line in group.lines] + self.lines
        name = gradient(version)
        given = [x for x in starts if name in x.targets or x.target == name]
        given = [x for x in given if not gives_elsewhere(x, nodes)]
        return all(x.op == "=" and "zeros_" in ast.dump(x.expr) and not x.targets for x in given)

    def _in_turns_again(self, version: str) -> bool:
        """Whether a loop around the one that the walk is in goes over the items of a value again."""
        loops = [frame for frame in self.frames if frame.is_loop]
        return any(self.home.get(version, -1) < frame.head for frame in loops[:-1])

    def _contribute_to_each(self, version: str, expr: ast.expr) -> None:
        """Adds the gradient of a list, item by item, to what it has already."""
        mine = gradient(version)
        both = helper_call("added", name_node(mine), expr)
        by_key = self._is_by_key(version)
        self._add(BackLine(mine, "=", both if by_key else self._each_added(name_node(mine), expr)))

    def _adds_to_item(self, version: str, item: Kind, index: ast.expr, expr: ast.expr) -> bool:
        """Adds to the gradient on an item that is a list of numbers; whether it is one."""
        if not holds_numbers_only(item) or version in self.sealed:
            return False
        self._begin(version)
        if version not in self.assigned:
            self._add(BackLine(gradient(version), "=", self._zero(version, self._value_of_version(version))))
            self.assigned.add(version)
        mine = ast.Subscript(name_node(gradient(version)), index, ast.Load())
        self._add(BackLine(gradient(version), "=", self._each_added(mine, expr), index))
        return True

    def _each_added(self, mine: ast.expr, expr: ast.expr) -> ast.expr:
        """The sums of the items of two lists."""
        item, more = self.names.take("item"), self.names.take("more")
        target = ast.Tuple([ast.Name(item, ast.Store()), ast.Name(more, ast.Store())], ast.Store())
        both = ast.BinOp(name_node(item), ast.Add(), name_node(more))
        named = isinstance(expr, ast.Call) and isinstance(expr.func, ast.Name) and expr.func.id == "list"
        items = expr.args[0] if isinstance(expr, ast.Call) and named else expr  # which `zip` goes over, too
        return ast.ListComp(both, [ast.comprehension(target, call("zip", mine, items), [], 0)])

    def _contribute_items(self, version: str, up: Upstream, guard: Guard) -> None:
        """Adds the gradient of a container, item by item, to what it has already."""
        kind = self.kinds[version]
        for key, item in zip(item_keys(kind), kind.items or ()):
            if not item.discrete:
                part = item_of(kind, up.expr, key)
                self._contribute(self._leaf(version, key), Upstream(part, item.shape), guard)

    def _refuse_sealed(self, version: str) -> None:
        """Nothing is added to a list whose items have been given their gradients as tuples."""
        if version in self.sealed:
            self._refuse_gone_through(version)

    def _refuse_meeting(self, item: Term, version: str) -> None:
        self._refuse(
            "E203",
            item.node,
            f"an item of {base(version)} is a list, a tuple or a dict, and its gradients may meet here",
            "go through it in one loop, and take each item apart there",
        )

    def _refuse_gone_through(self, version: str) -> None:
        self._refuse(
            "E203",
            self.lowered.statements[self.statement].node,
            f"{base(version)} is gone through by a loop, and is used here too, so that gradients meet",
            "use its items in that loop only",
        )

    def _merged(self, version: str, expr: ast.expr, guard: Guard) -> bool:
        """Joins the contribution of one branch with that of the other: `a if test else b`."""
        line = self.lines[-1] if self.lines else None
        if line is None or line.target != gradient(version) or line.index is not None or len(guard) != 1:
            return False
        (test, taken), whole = guard[0], line.expr
        if taken or not isinstance(whole, ast.IfExp) or ast.dump(whole.test) != ast.dump(test):
            return False
        if line is not self.guarded:
            return False
        merged = replace(line, expr=conditional(test, whole.body, expr))
        if ast.dump(whole.body) == ast.dump(expr):
            merged = replace(line, expr=expr)
        self.lines[-1] = merged
        return True

    def _passes(self, version: str, up: Upstream) -> bool:
        """Whether a stage of ours need not have a gradient of its own, being given another's."""
        return (
            version in self._stage_versions()
            and isinstance(up.expr, ast.Name)
            and up.shape == self.kinds[version].shape
        )

    def _scatter(
        self,
        version: str,
        nodes: list[ast.expr],
        up: Upstream,
        guard: Guard,
        repeats: bool,
        alone: bool = True,
    ) -> None:
        """Adds a gradient to part of another, which no other turn gives one to if that is `alone`."""
        version = self._whole(version)
        expr = guarded(up.expr, guard, ast.Constant(0.0))
        if len(nodes) > 1 or not self.adds_nests:
            self._refuse_sealed(version)
        self._begin(version)
        first = version not in self.assigned
        if first:
            # It is indexed, and so no number; an item of a container may be a container too.
            plain = version not in self.leaf_nodes and not self._is_item_of_nest(version)
            if self.kinds[version].form == "tensor" and plain:
                self.kinds[version] = replace(self.kinds[version], form="array")
            self._add(BackLine(gradient(version), "=", self._zero(version, self._value_of_version(version))))
            self.assigned.add(version)
        index: ast.expr = nodes[-1]
        target: ast.expr = name_node(gradient(version))
        for node in nodes[:-1]:
            target = ast.Subscript(target, node, ast.Load())
        if len(nodes) > 1:
            index = ast.Subscript(target, index, ast.Load())
            self._add(BackLine(gradient(version), "chain+=", expr, index))
        else:
            whole = first and alone and not guard and self._takes_items(version, expr)
            op = "add.at" if repeats else "=" if whole else "+="
            self._add(BackLine(gradient(version), op, expr, index))

    def _swap(self, version: str, *indices: Term) -> None:
        """The mirror of a swap of two parts, which swaps their gradients."""
        taken, given = map(self._listed, indices)
        item = ast.Subscript(name_node(gradient(version)), given, ast.Load())
        self._add(BackLine(gradient(version), "=", item, taken))

    def _listed(self, index: Term) -> ast.expr:
        """An index with a list in it, which is made again of what it holds."""
        if index.op == "list":
            return ast.List([self._value(arg, (), None, "index") for arg in index.args], ast.Load())
        if index.op == "tuple":
            return ast.Tuple([self._listed(arg) for arg in index.args], ast.Load())
        return self._value(index, (), None, "index")

    def _takes_items(self, version: str, expr: ast.expr | None = None) -> bool:
        """Whether an item may be set to a gradient: it keeps its shape, and shares no memory."""
        kind = self.kinds[version]
        numbers = kind.element is not None and kind.element.form == "number"
        if kind.vague:  # in a list the gradient itself would stand
            call = expr if isinstance(expr, ast.Call) and isinstance(expr.func, ast.Name) else None
            fitted = call is not None and call.func.id == "@unbroadcast"  # type: ignore[attr-defined]
            return call is not None and fitted and kind.numeric and isinstance(call.args[0], ast.BinOp)
        return kind.numeric or numbers

    def _repeats(self, index: Term) -> bool:
        """Whether an index may name an entry twice."""
        return may_repeat(index, self._rules(), self.definitions)

    def _settle(self, version: str) -> None:
        """Sees to it that a version's gradient exists as a whole."""
        version = self._whole(version)
        if version not in self.leaves:
            self._begin(version)
        if version in self.constant:
            self._add(BackLine(gradient(version), "=", self.constant.pop(version)))
            self.assigned.add(version)
        leaves = self.leaves.get(version, {}).values()
        if any(map(self._has_gradient, leaves)) or (leaves and version not in self.assigned):
            self._assemble(version)
            for leaf in leaves:
                self._forget(leaf)
        elif version not in self.assigned:
            self._add(BackLine(gradient(version), "=", self._zero(version, self._value_of_version(version))))
            self.assigned.add(version)

    def _is_whole(self, version: str) -> bool:
        """Whether the gradient on a value is there, and its items have none that are not in it."""
        there = self._whole(version) in self.assigned or version in self.constant
        return there and not any(map(self._has_gradient, self.leaves.get(version, {}).values()))

    def _forget(self, leaf: str) -> None:
        """The gradient on an item is in that on the whole now, and must not be added to it again."""
        self.assigned.discard(leaf)
        self.constant.pop(leaf, None)
        for inner in self.leaves.get(leaf, {}).values():
            self._forget(inner)

    def _assemble(self, version: str) -> None:
        """The gradient of a container from those of its items."""
        kind = self.kinds[version]
        leaves = self.leaves[version]
        parts: list[ast.expr] = []
        value = self._value_of_version(version)
        if version in self.assigned:
            self._contribute_items(version, Upstream(name_node(gradient(version)), kind.shape), ())
        for key in item_keys(kind):
            if key in leaves:
                self._settle(leaves[key])
                parts.append(name_node(gradient(leaves[key])))
            elif (owner := self.perhaps_none.get(version, version)) in self.passed_by and self.context.arrays:
                there = ast.BoolOp(ast.And(), [name_node(owner), item_of(kind, value, key)])
                parts.append(helper_call("zeros_of", there))
            else:
                parts.append(self._zero_of_part(version, key, value))
        whole = display(kind, parts)
        if kind.vague and kind.form == "tuple":
            whole = helper_call("in_form_of", value, ast.List(parts, ast.Load()))
        if version in self.assigned and isinstance(whole, ast.Dict):
            self.escapes.add(version)
            rest = helper_call("copy_of", name_node(gradient(version)))  # with keys that are not read here
            whole = ast.Dict([None, *whole.keys], [rest, *whole.values])
        self._add(BackLine(gradient(version), "=", whole))
        self.assigned.add(version)

    def _is_written_if_there(self, version: str) -> bool:
        """Whether a list is changed in an arm beside which it may be None."""
        term = self.definitions.get(version)
        while term is not None and term.op == "write" and self.kinds[version].items is None:
            version = str(term.args[0].data)
            term = self.definitions.get(version)
            if term is not None and term.op == "phi":
                return self._may_be_unbound(version)
        return False

    def _zero(self, version: str, value: ast.expr) -> ast.expr:
        changed = self.kinds[version].form == "list" and self._is_written_if_there(version)
        if changed or self._may_have_no_value(version):
            if self.context.arrays:
                return helper_call("zeros_of", value)
            value = ast.BoolOp(ast.Or(), [value, ast.Tuple([], ast.Load())])
        element = self.kinds[version].element
        if element is not None and (
            element.record or (element.form == "number" and self._is_no_dict(version))
        ):
            return self._zero_of_kind(self.kinds[version], value)
        nest = self._may_be_nest(version) or (version in self.maybe_none and version not in self.leaf_nodes)
        if (self.context.arrays and nest) or self._is_item_of_nest(version):
            return helper_call("zeros_of", value)
        if self.kinds[version].form == "tuple" and version in self.lowered.parameters:
            return self._zero_of_given(version, value)
        if self.kinds[version].form == "tuple" and self._may_be_missing(version):
            missing = ast.Compare(value, [ast.Is()], [ast.Constant(None)])
            return ast.IfExp(missing, ast.Constant(0.0), bare(self._zero_of_kind(self.kinds[version], value)))
        if _holds_lists(self.kinds[version]) and items_may_be_missing(self.lowered, version):
            nothing = ast.Tuple([], ast.Load())
            return self._zeros_of_lists(
                self.kinds[version], value, lambda row: ast.BoolOp(ast.Or(), [row, nothing])
            )
        return self._zero_of_kind(self.kinds[version], value)

    def _is_no_dict(self, version: str) -> bool:
        """Whether a list is one, and no dict by key, which has the kind of a list of its values."""
        term = self.definitions.get(self._whole(version))
        if term is not None:
            return term.op != "phi" and not isinstance(term.node, ast.Dict)
        annotations = {f"{p.name}:0": p.annotation or "" for p in self.lowered.function.parameters}
        return annotations.get(version, "").startswith("list[")

    def _zero_of_given(self, version: str, value: ast.expr) -> ast.expr:
        """Zeros of a tuple that is an argument, as a cache is: a list that only branches read may be None."""
        kind = self.kinds[version]
        if kind.items is None or kind.vague or kind.record:
            return self._zero_of_kind(kind, value)
        return display(kind, [self._zero_of_part(version, key, value) for key in item_keys(kind)])

    def _zero_of_part(self, version: str, key: Any, value: ast.expr) -> ast.expr:
        """Zeros of an item of a container: a list of a cache is None where no branch has made it."""
        kind = self.kinds[version]
        keys = item_keys(kind)
        item, part = (kind.items or ())[keys.index(key)], item_of(kind, value, key)
        if item.form == "list" and version in self.lowered.parameters and not self._always_read(version, key):
            part = ast.BoolOp(ast.Or(), [part, ast.Tuple([], ast.Load())])
        return self._zero_of_item(item, part)

    def _may_be_missing(self, version: str) -> bool:
        """Whether a value is an item of an argument, as of a cache, that only branches read."""
        term = self.definitions.get(version)
        item = term is not None and term.op == "index" and term.args[0].data in self.lowered.parameters
        return item and version in read_in_arms_only(self.lowered)

    def _always_read(self, version: str, key: Any) -> bool:
        """Whether an item of a container is read, or not even by name, wherever the function goes."""
        taken = (
            name
            for name, term in self.definitions.items()
            if term.op == "index" and term.args[0].data == version and term.args[1].data == key
        )
        return read_in_arms_only(self.lowered).isdisjoint(taken)

    def _may_be_nest(self, version: str) -> bool:
        """Whether a value may be a list, or hold some, for all that is known of it."""
        kind = self.kinds[version]
        unread = kind.form == "tensor" and version not in self.read_here
        unread = unread or (version in self.gone_over and not isinstance(kind.shape, tuple))
        nest = kind.form in ("tuple", "list") and kind.items is None
        return kind.vague or unread or nest or self._is_item_of_nest(version)

    def _may_be_given_nest(self, version: str) -> bool:
        """Whether an argument may be a list of which the gradients would be joined, and not added."""
        bare = any(
            f"{p.name}:0" == version and p.annotation is None for p in self.lowered.function.parameters
        )
        return bare and base(version) not in self.context.taken and self._may_be_nest(version)

    def _is_item_of_nest(self, version: str) -> bool:
        """Whether a value of which items are taken is itself an item, at some position, of a nest."""
        known = isinstance(self.kinds[version].shape, tuple) and self.kinds[version].form != "number"
        if base(version) not in self.names_taken_from or known or self._is_of_arrays(version):
            return False
        if version in self.asked_of:  # round a loop, which says nothing new
            return False
        self.asked_of.add(version)
        found = self._comes_from_nest(version, frozenset())
        self.asked_of.remove(version)
        return found

    def _comes_from_nest(self, version: str, seen: frozenset[str]) -> bool:
        """Whether a value is an item, at some position, of what may be a nest, or one of several."""
        term = self.definitions.get(version)
        if term is not None and term.op in ("phi", "name"):
            before = seen | {version}
            sources = [str(arg.data) for arg in term.args] if term.args else [str(term.data)]
            return any(self._comes_from_nest(source, before) for source in sources if source not in before)
        somewhere = bool(seen)
        while term is not None and term.op == "index":
            somewhere = somewhere or term.args[1].op not in ("literal", "slice", "tuple")
            term = term.args[0]
        return somewhere and term is not None and term.op == "name" and self._may_be_nest(str(term.data))

    def _is_of_arrays(self, version: str) -> bool:
        """Whether a value is an item of a list that holds arrays, and is none itself."""
        term = self.definitions.get(version)
        whole = self.facts.kinds[term.args[0].uid] if term is not None and term.op == "index" else None
        element = whole.element if whole is not None and whole.form == "list" else None
        return element is not None and element.form == "array" and not element.vague

    def _zero_of_item(self, kind: Kind, value: ast.expr) -> ast.expr:
        """Zeros of an item of a container, of which often nothing is known but that it is there."""
        unknown = self.context.arrays and (kind.form == "tensor" or kind.vague)
        return helper_call("zeros_of", value) if unknown else self._zero_of_kind(kind, value)

    def _zero_of_kind(self, kind: Kind, value: ast.expr) -> ast.expr:
        """Zeros of a value's shape, floating whatever the value is."""
        if kind.items is not None and kind.vague:
            return helper_call("zeros_of", value)
        if kind.items is not None:
            keys = item_keys(kind)
            items = [
                self._zero_of_item(item, item_of(kind, value, key)) for key, item in zip(keys, kind.items)
            ]
            return display(kind, items)
        if kind.form == "number" or kind.discrete:
            return ast.Constant(0.0)
        if kind.form == "list" and isinstance(value, ast.Name) and self._is_by_key(value.id):
            return self._zeros_by_key(kind, value)
        if kind.form == "list" and kind.element is not None and kind.element.record:
            return self._zeros_of_records(kind.element, value)
        if kind.form == "list" and kind.element is not None and kind.element.form == "number":
            return ast.BinOp(ast.List([ast.Constant(0.0)], ast.Load()), ast.Mult(), call("len", value))
        if _holds_lists(kind):
            return self._zeros_of_lists(kind, value, lambda row: row)
        if kind.form == "list" and kind.element is not None and kind.element.form in ("tuple", "dict"):
            return helper_call("zeros_of", value)
        if not kind.numeric:
            self._refuse(
                "E203",
                self.lowered.function.node,
                f"what is in {ast.unparse(value).split(':')[0]} is not known, so its gradient has no shape",
                'annotate it, as in x: "3" or x: list[float]',
            )
        if kind.exact.startswith("float"):
            return numpy_call("zeros_like", value)
        return numpy_call("zeros_like", value, dtype=numpy_call("result_type", value, ast.Constant(1.0)))

    def _zeros_of_lists(
        self, kind: Kind, value: ast.expr, length: Callable[[ast.expr], ast.expr]
    ) -> ast.expr:
        """Zeros of a list of lists: those of each; `length` gives what has the length of one."""
        assert kind.element is not None
        words = ("rows", "items") if _holds_lists(kind.element) else ("row", "item")
        row = next(word for word in words if word not in {base(name) for name in names_in(value)})
        element = kind.element
        if holds_numbers_only(element) and element.items:
            element = replace(element, items=None, element=element.items[0])  # each is as long as it is
        zeros = self._zero_of_kind(element, length(name_node(row)))
        return ast.ListComp(zeros, [ast.comprehension(ast.Name(row, ast.Store()), value, [], 0)])

    def _is_by_key(self, version: str) -> bool:
        """Whether a list is a dict of which only items are asked, whatever its keys."""
        return base(version) in self.settled.keyed_names | {*self.lowered.by_item}

    def _zeros_by_key(self, kind: Kind, value: ast.expr) -> ast.expr:
        """Zeros for the items of a dict of which only these are asked."""
        if kind.element is None or kind.element.form != "number":
            return helper_call("zeros_of", value)
        function = ast.Attribute(ast.Name("dict", ast.Load()), "fromkeys", ast.Load())
        return ast.Call(function, [value, ast.Constant(0.0)], [])

    def _zeros_of_records(self, element: Kind, value: ast.expr) -> ast.expr:
        """Zeros for a list of instances of a class."""
        item = name_node("item")
        loop = ast.comprehension(ast.Name("item", ast.Store()), value, [], 0)
        return ast.ListComp(self._zero_of_kind(element, item), [loop])


def _holds_lists(kind: Kind) -> bool:
    """Whether a value is a list of lists."""
    return kind.form == "list" and kind.element is not None and kind.element.form == "list"


def _holds_numbers_or_arrays(kind: Kind) -> bool:
    """Whether a value is a list of which each item, however many there are, is a number or an array."""
    element = kind.element
    return (
        kind.form == "list"
        and not kind.vague
        and element is not None
        and element.numeric
        and not element.vague
    )


def _is_place(expr: ast.expr) -> bool:
    """Whether an expression is a name, or an item of one: what may be read again and again."""
    while isinstance(expr, ast.Attribute) or (
        isinstance(expr, ast.Subscript) and isinstance(expr.slice, ast.Constant)
    ):
        expr = expr.value
    return isinstance(expr, ast.Name)


def holds_numbers_only(kind: Kind) -> bool:
    """Whether something is known to be a list of numbers: their gradients can be added, one by one."""
    inside = kind.items if kind.items is not None else (kind.element,) if kind.element is not None else ()
    return kind.form == "list" and not kind.vague and bool(inside) and all(x.form == "number" for x in inside)
