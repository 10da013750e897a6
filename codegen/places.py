"""Parts of values: reading one adds to part of a gradient, writing one takes its gradient away."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from codegen.accumulate import holds_numbers_only
from codegen.distinct import are_swapped
from codegen.fit import Upstream, as_argument, call, fit, helper_call, numpy_call, without_axes
from codegen.gateless import Gateless
from codegen.gates import Gate
from codegen.indexing import is_basic, is_mark, parts_of
from codegen.kind import Kind, Shape, Spread, is_complex
from codegen.lines import Line
from codegen.lower import Bind, base
from codegen.mirror import BackLine, Guard, Via, by_functions, gradient, guarded, name_node, substituted
from codegen.naming import index_words
from codegen.once import overwrites_nothing
from codegen.simplify import is_one, simplified
from codegen.strides import copies_as_a_whole
from codegen.terms import DISPLAYS, RESIZING, Term, same
from codegen.trees import names_in, walk

NOT_ONCE = (ast.IfExp, ast.BoolOp, ast.ListComp, ast.DictComp, ast.SetComp, ast.GeneratorExp)


class Places(Gateless):
    """Indexing, and writes into part of a local value."""

    def _flow(self, term: Term, up: Upstream, guard: Guard, root: bool = False) -> None:
        """Sends a gradient down an expression: the walk, which is the layer above."""
        raise NotImplementedError

    def _flow_part(self, term: Term, up: Upstream, guard: Guard, root: bool) -> bool:
        """Sends the gradient of an output that is used by its index: the layer above."""
        raise NotImplementedError

    def _has_parts(self, term: Term, unpacked: int = 0) -> bool:
        """Whether a term is of a gate with several outputs: the layer above."""
        raise NotImplementedError

    def _flow_resized(self, bind: Bind) -> None:
        """The mirror of a write that makes a list longer or shorter: the layer above."""
        raise NotImplementedError

    def _flow_item_taken_out(self, term: Term, up: Upstream) -> bool:
        """Sends the gradient of an item that is taken out of a list: the layer above."""
        raise NotImplementedError

    def _flow_attr(self, term: Term, up: Upstream, guard: Guard, root: bool) -> None:
        container = term.args[0]
        if container.op in ("if", "user", *DISPLAYS) and self.facts.kinds[container.uid].items:
            self._name_term(container, guard)
        leaf = self._leaf_of(term)
        if leaf is not None:
            self._contribute(leaf, up, guard)
        elif not self._flow_part(term, up, guard, root):
            self._no_gate(term)

    def _flow_write(self, bind: Bind) -> None:
        """What was written is given the gradient on its place; what it overwrote has none."""
        whole, part, value = bind.term.args
        version = self._whole(bind.version)
        if bind.term.data in RESIZING:
            self._flow_resized(bind)
            return
        if self._active(value) and self.kinds[version].numeric and not self.facts.kinds[value.uid].numeric:
            text = f"a list or a tuple of what depends on arguments is written into {base(version)}"
            self._refuse("E202", value.node, text, "make an array of it first: `np.array(values)`")
            return
        if version in self.constant:
            self._settle(version)
        sign = bind.term.data
        joined = sign == "+" and not self.kinds[version].numeric
        if joined and self.facts.kinds[value.uid].form in ("list", "tuple"):
            text = f"a list is joined with an item of {base(version)} here, or added to an array"
            self._refuse("E203", value.node, text, "give the item a new value, of known lists or arrays")
            return
        if sign == "" and self._active(value):
            self._refuse_overlapping(version, part, value)
        if sign == "" and self._active(whole) and are_swapped(part, value, self._rules()):
            self._swap(version, part.args[1], value.args[1])
            return
        nodes, repeats = self._path(part)
        place = subscripts(version, nodes)
        if repeats and sign != "add.at":
            place = helper_call("written_once", subscripts(version, nodes[:-1]), as_argument(nodes[-1]))
        expr = ast.UnaryOp(ast.USub(), place) if sign == "-" else place
        start = len(self.lines)
        held = self._flow_written(version, part, value, expr) if self._active(value) else None
        zero = None
        first = getattr(self.lowered.statements[self.statement].node, "first", False)  # of this key
        if sign == "" and self._active(whole) and not first and not self._overwrites_nothing(bind):
            op = "=" if len(nodes) == 1 else "chain="
            nothing = self._nothing_at(version, part, value, subscripts(version, nodes))
            zero = BackLine(gradient(version), op, nothing, _indexed(version, nodes))
        if held is None:
            self.lines += [zero] if zero is not None else []
        else:
            self.lines[start:start] = [held, *([zero] if zero is not None else [])]

    def _refuse_overlapping(self, version: str, part: Term, value: Term) -> None:
        """Refuses a plain copy within one array where NumPy reads entries that it has written by then."""
        memory = self.facts.memory.get(version, frozenset())
        one = memory & self.facts.term_memory.get(value.uid, frozenset())
        rules, from_zero = self._rules(), self.settled.from_zero
        array = self.kinds[version].numeric and rules.kind(value).numeric
        if one and array and not copies_as_a_whole(part, value, self.definitions, rules, from_zero):
            text = f"what is written here may lie across the part of {base(version)} that it is written into"
            self._refuse("E307", value.node, text, "copy it first, by `.copy()`")

    def _nothing_at(self, version: str, part: Term, value: Term, place: ast.expr) -> ast.expr:
        """Zero for what was at a place, whose gradient is `place`; of its shape in a list of arrays.

        Where no shape is known, each use of the gradient gives it that of the value, so that a number will
        do: unless entries are added to, or the list may be the gradient of another one.
        """
        memory = {version, *(v for v, whole in self.same.items() if whole == version)}
        made = [self.definitions[v] for v in memory if v in self.definitions]
        given = any(t.op not in ("write", "phi", "list") for t in made) or memory & {*self.lowered.parameters}
        kind = self.facts.kinds[part.uid]
        if self._is_of_list(part) and kind.form in ("list", "tuple") and self.adds_nests:
            return helper_call("zeros_of", self._value(self._if_there(part), (), None, "value"))
        if not self._is_of_list(part) or not kind.numeric or kind.form == "number":
            return ast.Constant(0.0)
        alike = kind.form == "array" and not kind.vague and kind.shape == self.facts.kinds[value.uid].shape
        by_item = memory & {f"{name}:0" for name in self.lowered.by_item}
        new = bool(by_item) and not self._was_there(version, part)
        if alike and (new or not given):
            return numpy_call("zeros_like", place)
        filled = not any(isinstance(t.node, ast.Dict) for t in made)  # there is something at each place
        if new:
            self._refuse_inside(version, part)
        elif given or (filled and self._is_read_inside(memory)):
            return self._zero_of_item(kind, self._value(part, (), None, "value"))
        return ast.Constant(0.0)

    def _if_there(self, part: Term) -> Term:
        """An item of a dict that is filled, which may not have been there: `d.get(k)` for `d[k]`."""
        whole, key = part.args[0], part.args[-1]
        if whole.op != "name" or self.same.get(str(whole.data), whole.data) not in self.settled.keyed:
            return part
        get = ast.Attribute(whole.node, "get", ast.Load())
        return replace(part, node=ast.copy_location(ast.Call(get, [key.node], []), part.node))

    def _is_read_inside(self, memory: set[str]) -> bool:
        """Whether entries of what a list holds are read in their places, `xs[i][j]`."""
        roots = (root for s in self.lowered.statements for root in (*s.reads, *(b.term for b in s.binds)))
        items = (t for root in roots for t in root.walk() if t.op == "index" and t.args[0].op == "index")
        return any(whole.op == "name" and whole.data in memory for t in items for whole in t.args[0].args[:1])

    def _was_there(self, version: str, part: Term) -> bool:
        """Whether a dict has had the key already that a write gives a value: it is read, or gone over."""
        key = part.args[1]
        listed = self.definitions.get(str(key.data)) if key.op == "name" else None
        if listed is not None and listed.op == "index":
            keys = self.definitions.get(str(listed.args[0].data))
            whole = keys.args[0] if keys is not None and keys.op == "keys" else None
            if whole is not None and whole.op == part.args[0].op == "name":
                return self._whole(str(whole.data)) == version
        items = self._items_until(version, int(self.statement))
        mine = (t for t in items if t is not part and len(_keys(t)) == len(_keys(part)))
        return any(all(map(same, _keys(t), _keys(part))) for t in mine)

    def _items_until(self, version: str, last: int) -> Iterator[Term]:
        """What is read of a dict, or written into it, up to a statement."""
        for statement in self.lowered.statements[: last + 1]:
            for root in (*statement.reads, *(b.term for b in statement.binds)):
                yield from (t for t in root.walk() if _is_item(t) and self._whole(_name_of(t)) == version)

    def _refuse_inside(self, version: str, part: Term) -> None:
        """Refuses a value for a key that may be new, where a part of what it may have had was read.

        The gradient on that starts as a number, which has no parts.
        """
        in_loop = any(frame.is_loop for frame in self.frames)
        last = len(self.lowered.statements) if in_loop else int(self.statement)
        inner = (t for t in self._items_until(version, last) if len(_keys(t)) > len(_keys(part)))
        if any(not self.settled.apart(t, part) for t in inner):
            text = f"{base(version)} may have had another value at this key, of which a part was read"
            self._refuse("E103", part.node, text, "read the items by names: `v = d[k]`, and `v[0]`")

    def _overwrites_nothing(self, bind: Bind) -> bool:
        """Whether no gradient on what a write overwrites is read, so that it need not be set to zero."""
        one = self.same.get(bind.version, bind.version)
        memory = {one, *(version for version, whole in self.same.items() if whole == one)}
        return one not in self.aside and overwrites_nothing(
            self.lowered, bind, memory, self._active, self._rules()
        )

    def _flow_written(self, version: str, part: Term, value: Term, expr: ast.expr) -> BackLine | None:
        """Sends the gradient on a written part to what was written; gives the line that names it, if any.

        It needs a name where it is read more than once (as in a comprehension) or not always, and when the
        whole's gradient has changed before it is read.
        """
        if value.op == "name":
            self._refuse_missing(self._whole(str(value.data)), expr)
        full, target = self.facts.kinds[part.uid].shape, self.facts.kinds[value.uid].shape
        word = self.names.take(_part_name(part))
        name = f"{word}:0"
        self.kinds[name], self.home[name] = self.facts.kinds[part.uid], self.statement - 0.5
        start = len(self.lines)
        up = Upstream(name_node(gradient(name)), full, complex=is_complex(self.kinds[name]))
        self._flow(value, self._fitted(up, full, target, value), ())
        changes_whole = any(gradient(version) in (x.target, *x.targets) for x in self.lines[start:])
        changes_whole = changes_whole and not self._reads_elsewhere(version, part, value)
        mine = [line for line in self.lines[start:] if gradient(name) in names_in(line.expr)]
        times = sum(1 for line in mine for read in names_in(line.expr) if read == gradient(name))
        passed = any(gradient(name) in names_in(node) for node in self.constant.values())
        always = not any(isinstance(node, NOT_ONCE) for line in mine for node in walk(line.expr))
        again = times > 1 and part.op == "index" and is_basic(part.args[1], self._rules())  # cheap to read
        again = again and not isinstance(expr, ast.UnaryOp)
        if (times == 1 or again) and always and not passed and not changes_whole:
            values = {gradient(name): expr}
            self.lines[start:] = [replace(x, expr=substituted(x.expr, values)) for x in self.lines[start:]]
            self.names.give_back(word)
            return None
        return BackLine(gradient(name), "=", expr) if mine or passed else None

    def _reads_elsewhere(self, version: str, written: Term, value: Term) -> bool:
        """Whether what is written into a part is made of the whole, and of none but other parts of it."""
        whole = self._whole(version)
        names = [t for t in value.walk() if t.op == "name" and self._whole(str(t.data)) == whole]
        parts = [t for t in value.walk() if t.op == "index" and any(t.args[0] is name for name in names)]
        return 0 < len(parts) == len(names) and all(self.settled.apart(part, written) for part in parts)

    def _changing(
        self, operand: Term, gate: Gate, role: str, line: Line, values: dict[str, ast.expr], guard: Guard
    ) -> None:
        """Gives an operand a gradient that is made by several lines, each of which changes it."""
        before = self.parent, self.way
        self.parent, self.way = (gate, role), (*self.way, Via(gate, role))
        version = self._leaf_of(operand) or (operand.data if operand.op == "name" else None)
        version = self._whole(self._name_term(operand, guard) if version is None else version)
        alone = version not in self.assigned and version not in self.constant and not guard
        made = version if alone else self._temporary(f"{base(version)}_{self.target}", version)
        self._add(BackLine(gradient(made), "=", simplified(substituted(line.node, values))))
        for change in line.changes:
            op, expr = change.op, simplified(substituted(change.node, values))
            ratio = expr if isinstance(expr, ast.BinOp) and isinstance(expr.op, ast.Div) else None
            if op == "*=" and ratio is not None and is_one(ratio.left):
                op, expr = "/=", ratio.right
            elif op == "-=":
                op, expr = "+=", ast.UnaryOp(ast.USub(), expr)
            if not (op in ("*=", "/=") and is_one(expr)):
                index = None if change.index is None else substituted(change.index, values)
                self._add(BackLine(gradient(made), op, expr, index))
        if alone:
            self.assigned.add(version)
        else:
            self._contribute(version, Upstream(name_node(gradient(made)), self.kinds[version].shape), guard)
        self.parent, self.way = before

    def _fitted(self, up: Upstream, full: Any, target: Any, value: Term) -> Upstream:
        made = self.definitions.get(str(value.data), value)
        nest = made.data == "in_form_of" or self.facts.kinds[value.uid].form in ("dict", "list", "tuple")
        if full == target or nest:
            return replace(up, shape=target)
        return fit(up, full, target, self._shape_source(value, ()), self.facts.dims)

    def _path(self, part: Term) -> tuple[list[ast.expr], bool]:
        """The indices from a whole to its part, as the backward pass reads them; whether they may repeat."""
        indices: list[Term] = []
        place, listed = part.node, self._is_of_list(part)
        while part.op == "index":
            indices.insert(0, part.args[1])
            part = part.args[0]
        copied = any(not is_basic(p, self._rules()) for i in indices[:-1] for p in parts_of(i))
        if copied and self.kinds[part.data].numeric:
            self._refuse(
                "E103",
                place,
                "a write into a copy, which indexing with an array makes",
                "write at one index: `x[i, j] = ...`",
            )
        repeats = not listed and not self._has_keys(str(part.data)) and self._repeats(indices[-1])
        return [self._value(i, (), None, "index") for i in indices], repeats

    def _is_of_list(self, part: Term) -> bool:
        """Whether something is an item of a list, which takes no array of indices."""
        return part.op == "index" and self.facts.kinds[part.args[0].uid].form == "list"

    def _flow_index(self, term: Term, up: Upstream, guard: Guard, root: bool) -> None:
        if self._flow_item_taken_out(term, up):
            return
        container = term.args[0]
        if container.op in ("if", "user", *DISPLAYS) and self.facts.kinds[container.uid].items:
            self._name_term(container, guard)
        leaf = self._leaf_of(term)
        if leaf is not None:
            self._contribute(leaf, up, guard)
            return
        if self._flow_part(term, up, guard, root):
            return
        if not self._active(term.args[0]):
            self._no_gate(term)
            return
        if _only_adds_axes(term) and up.shape == self.facts.kinds[term.uid].shape:
            base_kind = self.facts.kinds[term.args[0].uid]
            summed = without_axes(up.expr, _added_axes(term, up.shape))
            if summed is not None:
                without = replace(up, expr=summed, shape=base_kind.shape, plain=False)
                self._flow(term.args[0], without, guard)
                return
            shape = by_functions(
                ast.Attribute(name_node("x"), "shape", ast.Load()),
                set() if base_kind.form == "array" else {"x"},
            )
            shape = substituted(shape, {"x": self._shape_source(term.args[0], guard)})
            reshaped = numpy_call("reshape", up.expr, shape)
            self._flow(term.args[0], replace(up, expr=reshaped, shape=base_kind.shape, plain=False), guard)
            return
        target, indices = term.args[0], [term.args[1]]
        keyed = self._is_of_list(term) or self._has_keys(str(target.data))
        repeats = not keyed and self._repeats(indices[-1])  # np.add.at writes into what has a name
        while not repeats and self._is_view(target) and not self._has_parts(target.args[0]):
            indices.insert(0, target.args[1])
            target = target.args[0]
        kind = self.facts.kinds[target.uid]
        choice = self.facts.chosen.get(self.definitions.get(str(target.data), target).uid)
        listed = kind.element is not None or bool(kind.items) or (choice is not None and choice.gate.listed)
        listed = listed or (target.op == "name" and self._is_written(target.data))
        perhaps = target.op == "name" and self._may_have_no_value(str(target.data))
        if not kind.numeric and not (kind.form == "list" and listed) and not perhaps:
            self._no_gate(term)
            return
        version = self._leaf_of(target) or (
            target.data if target.op == "name" else self._name_term(target, guard)
        )
        if guard and (kind.form == "list" or self._may_be_nest(self._whole(version))):
            text = f"an item of {base(version)} is read where it may not be there"
            self._refuse("E203", term.node, text, "choose by an `if` statement, and read the item in its arm")
            return
        nest = root and self._may_be_nest(self._whole(version))
        nested = not self.facts.kinds[term.uid].numeric
        if nested and not (nest and len(indices) > 1):
            self._give_item(version, term, up.expr)
            return
        test = guard if kind.numeric else ()
        nodes = [self._index_node(i, test, guard, () if k else kind.shape) for k, i in enumerate(indices)]
        if found := self._item_of_slice(version, kind, indices, nodes):
            self._scatter(version, found, up, guard, repeats, alone=False)
            return
        if nest and not repeats and (nested or self._may_be_item(self.named[term.uid])):
            self._set_item(version, term, indices, nodes, up)
            return
        self._scatter(version, nodes, up, guard, repeats)

    def _item_of_slice(
        self, version: str, kind: Kind, indices: list[Term], nodes: list[ast.expr]
    ) -> list[ast.expr]:
        """Where in a list an item of its slice is: `xs[1:][i]` is `xs[i + 1]`, since a slice is a copy.

        So it is in what may be a list or an array; nothing where there is no slice.
        """
        at = next((i for i, index in enumerate(indices) if index.op != "slice"), 0)
        number = self.facts.kinds[indices[at].uid]
        if not at or (kind.numeric and isinstance(kind.shape, tuple)):
            return []
        if kind.numeric and (number.form, number.dtype) != ("number", "int"):
            return []  # no list is read like this
        lower = indices[0].args[0] if indices[0].data[0] else None
        start = 0 if lower is None else lower.data
        plain = lower is None or lower.op == "literal"
        if at == 1 and plain and type(start) is int and start >= 0 and not indices[0].data[2]:
            if indices[1].op == "literal" and self._counts(indices[1]):
                return [ast.Constant(start + indices[1].data), *nodes[2:]]
            if self._counts(indices[1]):
                return [
                    ast.BinOp(nodes[1], ast.Add(), ast.Constant(start)) if start else nodes[1],
                    *nodes[2:],
                ]
        item: ast.expr = call("range", call("len", name_node(gradient(self._whole(version)))))
        for node in nodes[: at + 1]:
            item = ast.Subscript(item, node, ast.Load())
        return [item, *nodes[at + 1 :]]

    def _counts(self, index: Term) -> bool:
        """Whether an index counts from the start: a number that is written there, or a loop's position."""
        if index.op == "literal":
            return type(index.data) is int and index.data >= 0
        loops = (s.loop for s in self.lowered.statements if s.loop is not None and s.loop.kind == "items")
        return index.op == "name" and index.data in {loop.index for loop in loops}

    def _may_be_item(self, version: str) -> bool:
        """Whether an item of a nest may be a list itself: something is taken from it."""
        kind = self.kinds[version]
        known = kind.form != "number" and kind.numeric and isinstance(kind.shape, tuple)
        known = known or self._is_of_arrays(version)
        return version in self.taken_from and (kind.vague or not known)

    def _set_item(
        self, version: str, item: Term, indices: list[Term], nodes: list[ast.expr], up: Upstream
    ) -> None:
        """Gives an item that may be a list its gradient, once for each position: lists cannot be added."""
        version, first = self._whole(version), indices[0]
        once = first.op == "name" and first.data == self._own_position()
        once = once and self.nested.setdefault(version, self.statement) == self.statement
        once = once and self._is_alone_in_turn(version)
        mine = version in self.by_items or self._began_as_zeros(version, nodes)
        if not once or not mine or version in self.sealed or self._in_turns_again(version):
            if not self.adds_nests:
                self._refuse_meeting(item, version)
                return
            self._scatter(version, nodes, up, (), repeats=False)
            return
        self.by_items.add(version)
        self._begin(version)
        if version not in self.assigned:
            self._add(BackLine(gradient(version), "=", self._zero(version, self._value_of_version(version))))
            self.assigned.add(version)
        op = "=" if len(nodes) == 1 else "chain="
        self._add(BackLine(gradient(version), op, up.expr, _indexed(version, nodes)))

    def _is_alone_in_turn(self, version: str) -> bool:
        """Whether a turn reads nothing else of a value: what is added to it would be gone in the next one."""
        head = [frame.head for frame in self.frames if frame.is_loop][-1]
        ends = (i for i, s in enumerate(self.lowered.statements) if s.form == "end" and s.opens == head)
        inside = self.lowered.statements[head + 1 : next(ends)]
        terms = (t for s in inside for r in (*s.reads, *(b.term for b in s.binds)) for t in r.walk())
        return sum(t.op == "name" and self._whole(str(t.data)) == version for t in terms) < 2

    def _index_node(self, index: Term, test: Guard, guard: Guard, shape: Shape) -> ast.expr:
        """An index as the backward pass reads it; it takes everything where its branch was not taken."""
        node, parts = self._value(index, guard, None, "index"), parts_of(index)
        there = [_is_there(part, axis, shape, parts) for axis, part in enumerate(parts)]
        if not test or all(there):
            return node
        if isinstance(node, ast.Tuple) and index.op == "tuple":
            everything = call("slice", ast.Constant(None))
            places = [n if sure else guarded(n, test, everything) for n, sure in zip(node.elts, there)]
            return ast.Tuple(places, ast.Load())
        return guarded(node, test, ast.Constant(...))

    def _is_view(self, term: Term) -> bool:
        """Whether a term is part of an array, in the array's own memory, or an item of a list."""
        if term.op != "index" or self._leaf_of(term) is not None:
            return False
        item = self._is_list(term.args[0]) and term.args[1].op != "slice"
        return item or all(is_basic(p, self._rules()) for p in parts_of(term.args[1]))

    def _give_item(self, version: str, item: Term, expr: ast.expr) -> None:
        """Gives an item that is itself a container its gradient, as a whole, once for each position."""
        position, loop = item.args[1], self._own_position()
        whole = item.args[0].op == "name" or self._leaf_of(item.args[0]) is not None
        once = position.op == "name" and position.data == loop and whole
        version = self._whole(version)
        again = version in self.assigned or version in self.constant or self._in_turns_again(version)
        kind, index = self.facts.kinds[item.uid], self._value(position, (), None, "index")
        if not once or again or not self._is_alone_in_turn(version):
            if self._adds_to_item(version, kind, index, expr):
                return
            if not self.adds_nests or not whole or kind.record:
                self._refuse_meeting(item, version)
                return
            self._scatter(version, [index], Upstream(expr, ()), (), False)
            return
        self._begin(version)
        if not holds_numbers_only(kind):
            self.sealed.add(version)
        self._add(BackLine(gradient(version), "=", expr, index))

    def _own_position(self) -> str:
        """The version of the position of the loop that the walk is in: the layer above."""
        raise NotImplementedError


def _part_name(part: Term) -> str:
    """What a part is called: `y_i` for `y[i]`, `y_part` where its index is no name and no number."""
    words: list[str] = []
    if part.op in ("last", "place"):
        words, part = ["last"] if part.op == "last" else index_words(part.args[1]), part.args[0]
    while part.op == "index":
        words = [*index_words(part.args[1]), *words]
        part = part.args[0]
    return "_".join([base(str(part.data)), *words])


def _is_there(part: Term, axis: int, shape: Shape, parts: Sequence[Term]) -> bool:
    """Whether an array has what a part of an index names, whatever is in it."""
    if part.op != "literal" or not isinstance(part.data, int):
        return part.op in ("literal", "slice")
    counted = isinstance(shape, tuple) and axis < len(shape) and not any(map(is_mark, parts[:axis]))
    size = shape[axis] if isinstance(shape, tuple) and counted else None
    return isinstance(size, int) and -size <= part.data < size


def _indexed(version: str, nodes: list[ast.expr]) -> ast.expr:
    """The index of a backward line: the index itself, or the part that several lead to."""
    return nodes[0] if len(nodes) == 1 else subscripts(version, nodes)


def subscripts(version: str, nodes: list[ast.expr]) -> ast.expr:
    """The part of a gradient that several indices lead to."""
    value: ast.expr = name_node(gradient(version))
    for node in nodes:
        value = ast.Subscript(value, node, ast.Load())
    return value


def _only_adds_axes(term: Term) -> bool:
    """Whether an index is made of full slices, None and `...`."""
    index = term.args[1]
    parts = index.args if index.op == "tuple" else (index,)
    return all(
        (part.op == "slice" and not part.args) or (part.op == "literal" and part.data in (None, Ellipsis))
        for part in parts
    )


def _added_axes(term: Term, shape: Shape) -> frozenset[int]:
    """The axes of a result that its index has put in, if the rank is known."""
    index = term.args[1]
    parts = index.args if index.op == "tuple" else (index,)
    if isinstance(shape, Spread):
        return frozenset()
    later = next((i for i, part in enumerate(parts) if part.data is Ellipsis), len(parts))
    places = [i if i < later else i - len(parts) + len(shape) for i in range(len(parts))]
    return frozenset(i for i, part in zip(places, parts) if part.op == "literal" and part.data is None)


def _is_item(term: Term) -> bool:
    """Whether a term is taken from what has a name, by one index or several."""
    return term.op == "index" and (term.args[0].op == "name" or _is_item(term.args[0]))


def _name_of(item: Term) -> str:
    return str(item.args[0].data) if item.args[0].op == "name" else _name_of(item.args[0])


def _keys(item: Term) -> list[Term]:
    return [*_keys(item.args[0]), item.args[1]] if item.op == "index" else []
