"""Values that are taken apart: the outputs of a gate that has several, the items of a list that one gives.

What a line reads of an output is the name that the user gave it; where there is none, the value is
taken apart into names in the place of its index.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from codegen.fit import NotSpread, Upstream, call, fit, helper_call, numpy_call
from codegen.gates import Gate
from codegen.infer import CONTAINERS, SUMS
from codegen.kind import Kind, is_complex
from codegen.lines import Line
from codegen.lower import Bind, Statement, base
from codegen.match import Candidate
from codegen.mirror import BackLine, Guard, Via, gradient, name_node
from codegen.naming import function_word
from codegen.results import is_dict_of_lists
from codegen.simplify import is_cheap
from codegen.terms import Term
from codegen.wholes import Wholes

Flows = list[tuple[str, Upstream]]


@dataclass(frozen=True)
class Use:
    """A gate at work: what stands for its parameters, the gradients on its outputs, their kinds.

    `value` reads an output, `shape` something of its shape; `named` says whether its value has a name,
    `scalar` that it comes from a function of numbers alone.
    """

    choice: Candidate
    ups: Mapping[str, Upstream]
    kinds: Mapping[str, Kind]
    value: Callable[[str], ast.expr]
    shape: Callable[[str], ast.expr]
    named: Callable[[str], bool]
    scalar: bool = False

    def upstream(self, line: Line) -> tuple[str, Upstream]:
        """The output whose gradient a line reads, and the gradient; of several, the first."""
        output = next((o for o in self.choice.gate.outputs if o in line.outputs), self.choice.gate.output)
        return output, self.ups[output]


class Parts(Wholes):
    """Gates with several outputs, and gates that give lists."""

    def _flows(self, use: Use, lines: list[tuple[str, Line]], guard: Guard) -> Flows:
        """The gradients that lines give to the operands: the layer above."""
        raise NotImplementedError

    def _line(self, use: Use, alternatives: tuple[Line, ...]) -> Line | None:
        """The best of some lines: the layer above."""
        raise NotImplementedError

    def _refuse_lost_operand(self, gate: Gate, name: str, choice: Candidate) -> None:
        """Refuses a parameter that has no line: the layer above."""
        raise NotImplementedError

    def _into(self, term: Term, gate: Gate, role: str, up: Upstream, guard: Guard) -> None:
        """Sends a gradient into an operand of a gate."""
        before = self.parent, self.way
        self.parent, self.way = (gate, role), (*self.way, Via(gate, role))
        self._flow(term, up, guard)
        self.parent, self.way = before

    def _flow_root(self, term: Term, version: str, guard: Guard) -> None:
        """Sends the gradient of a name to what the name stands for: the layer above."""
        raise NotImplementedError

    def _refuse_lost(self, term: Term, choice: Candidate) -> None:
        """Refuses what a gate has no gradient for: the layer above."""
        raise NotImplementedError

    def _has_parts(self, term: Term, unpacked: int = 0) -> bool:
        """Whether a term is of a gate with several outputs, or gives a list of known length."""
        choice = self.facts.chosen.get(term.uid)
        if choice is None:
            return False
        known = unpacked or self.facts.kinds[term.uid].items is not None
        return choice.gate.unpacked or (choice.gate.listed and bool(known))

    def _alone(self, statement: Statement) -> bool:
        """Whether each name of a statement is given its value in a statement of its own."""
        return len(statement.binds) == 1 or statement.form == "return"

    def _taken_apart(self, statement: Statement) -> dict[str, tuple[Bind, ...]]:
        """The binds of each value that a statement takes apart, with the first; the others with none."""
        found: dict[int, list[Bind]] = {}
        for bind in statement.binds:
            whole, unpacked = _whole_of(bind.term)
            of_gate = whole is not bind.term and self._has_parts(whole, unpacked)
            outer = of_gate and whole is bind.term.args[0]
            if of_gate and unpacked and not outer and self._has_gradient(bind.version):
                self._name_term(whole, ())  # of which a part of an output is taken beside an output
            if outer and (unpacked or self._alone(statement)):
                found.setdefault(whole.uid, []).append(bind)
            elif _unpacked(bind.term) and self._is_array(bind.term.args[0]):
                found.setdefault(bind.term.args[0].uid, []).append(bind)
        mine = {uid: binds for uid, binds in found.items() if uid not in self.named}
        together: dict[str, tuple[Bind, ...]] = {}
        for first, *others in mine.values():
            together[first.version] = (first, *others)
            together.update(dict.fromkeys((bind.version for bind in others), ()))
        return together

    def _flow_unpacked(self, binds: tuple[Bind, ...]) -> None:
        """Sends the gradients of the names that a value is taken apart into to what it came from."""
        if binds and self._is_array(binds[0].term.args[0]):
            self._flow_rows(binds)
            return
        ups: dict[int, Upstream] = {}
        for bind in binds:
            place = self._place(bind.term) or 0  # which is known of what is taken apart
            self.parts.setdefault(bind.term.args[0].uid, {})[place] = bind.version
            self._settle_items(bind.version)
            if self._has_gradient(bind.version):
                ups[place] = self._upstream_of(bind.version)
        if ups:
            whole, unpacked = _whole_of(binds[0].term)
            count = unpacked or len(self.facts.kinds[whole.uid].items or ())
            self._send(whole, ups, count, lambda i: self._part(whole, i), ())

    def _is_array(self, term: Term) -> bool:
        """Whether a value is an array for certain, and no list after all."""
        kind = self.facts.kinds[term.uid]
        computed = self.definitions.get(str(term.data), term).uid in self.facts.chosen
        return (kind.form == "array" or (kind.form == "tensor" and computed)) and not kind.vague

    def _flow_rows(self, binds: tuple[Bind, ...]) -> None:
        """Puts the gradients of the rows of an array together again."""
        for bind in binds:
            self._settle_items(bind.version)
        with_gradient = [bind for bind in binds if self._has_gradient(bind.version)]
        if not with_gradient:
            return
        array, number = binds[0].term.args[0], self.kinds[binds[0].version].form == "number"
        like = self._upstream_of(with_gradient[0].version).expr
        zero = ast.Constant(0.0) if number else numpy_call("zeros_like", like)
        rows = [self._upstream_of(b.version).expr if b in with_gradient else zero for b in binds]
        together = numpy_call("array" if number else "stack", ast.List(rows, ast.Load()))
        self._flow(array, Upstream(together, self.facts.kinds[array.uid].shape, plain=False), ())

    def _settle_items(self, version: str) -> None:
        """Sees to it that the gradient of a name that is a container is one, if it has any."""
        if version in self.leaves and self._has_gradient(version):
            self._settle(version)

    def _flow_part(self, term: Term, up: Upstream, guard: Guard, root: bool) -> bool:
        """Sends the gradient of an output that is used by its index; False if the term is none."""
        whole, unpacked = term.args[0], _unpacked(term)
        place, kind = self._place(term), self.facts.kinds[term.uid]
        if place is None or not self._has_parts(whole, unpacked):
            return False
        gate = self.facts.chosen[whole.uid].gate
        count = unpacked or len(self.facts.kinds[whole.uid].items or ())
        direct = root and self.terms.get(self.named[term.uid]) is term
        if root and not (direct and (self.alone or self._alone(self.lowered.statements[self.statement]))):
            del self.named[term.uid]  # under a test, or beside other names, it is not taken apart
            root = False
        if root:
            self.parts.setdefault(whole.uid, {})[place] = self.named[term.uid]
            self._send(whole, {place: up}, count, lambda i: self._part(whole, i), guard)
        elif gate.listed or up.shape != kind.shape or self._needs_names(gate, place, up):
            self._contribute(self._name_term(term, guard), up, guard)
        else:
            self._send(whole, {place: up}, count, lambda i: self._part(whole, i), guard)
        return True

    def _needs_names(self, gate: Gate, place: int, up: Upstream) -> bool:
        """Whether the lines for an output read outputs, or its gradient more than once."""
        output = frozenset([gate.outputs[place]])
        groups = [g for slot in gate.slots for g in gate.chosen_lines(slot.name, output)]
        reads = any(line.reads & set(gate.outputs) for lines in groups for line in lines)
        return reads or (sum(lines[0].upstream for lines in groups) > 1 and not up.plain)

    def _flow_whole(self, term: Term, up: Upstream, guard: Guard, root: bool) -> None:
        """Sends the gradient of all outputs together."""
        if not root:
            self._contribute(self._name_term(term, guard), up, guard)
            return
        items = self.facts.kinds[term.uid].items or ()
        ups = {i: _item_of(up, i, kind) for i, kind in enumerate(items) if not kind.discrete}
        self._send(term, ups, len(items), lambda i: self._item(term, i, guard), guard)

    def _item(self, whole: Term, place: int, guard: Guard) -> ast.expr:
        """An output by its index in a value that has a name, or is given one."""
        return ast.Subscript(name_node(self._name_term(whole, guard)), ast.Constant(place), ast.Load())

    def _flow_container(self, term: Term, version: str, guard: Guard) -> None:
        """Sends the gradients of a name for all outputs: that of the whole, and those of its items."""
        self.terms[version], self.named[term.uid] = term, version
        leaves = self.leaves.get(version, {})
        whole = self._whole(version) in self.assigned or version in self.constant
        if whole and self.facts.chosen[term.uid].gate.listed:
            if leaves:
                self._settle(version)
            self._flow_root(term, version, guard)
            return
        ups: dict[int, Upstream] = {}
        items = self.kinds[version].items or ()
        for place, kind in enumerate(items):
            leaf = leaves.get(place)
            mine = leaf is not None and self._has_gradient(leaf)
            if whole and not kind.discrete:
                ups[place] = _item_of(self._upstream_of(version), place, kind)
                if mine and leaf is not None:
                    self._contribute(leaf, ups[place], guard)
            if mine and leaf is not None:
                ups[place] = self._upstream_of(leaf)
        self._send(
            term,
            ups,
            len(items),
            lambda i: self._value_of_version(self._leaf(version, i)),
            guard,
        )

    def _send(
        self,
        whole: Term,
        ups: Mapping[int, Upstream],
        count: int,
        value: Callable[[int], ast.expr],
        guard: Guard,
    ) -> None:
        """Sends gradients on outputs through a gate."""
        choice = self.facts.chosen[whole.uid]
        gate = choice.gate
        if gate.listed:
            self._send_list(whole, ups, count, value, guard)
            return
        self._refuse_lost(whole, choice)
        named = {gate.outputs[i]: up for i, up in ups.items() if gate.outputs[i] not in gate.steps}
        self._refuse_unknown(whole, choice, named)
        kinds = dict(zip(gate.outputs, self.facts.kinds[whole.uid].items or ()))

        def read(output: str) -> ast.expr:
            return value(gate.outputs.index(output))

        known = self.parts.get(whole.uid, {})
        use = Use(choice, named, kinds, read, read, lambda o: gate.outputs.index(o) in known)
        groups = [
            (slot.name, alternatives)
            for slot in gate.slots
            if self._active(choice.bound[slot.name])
            for alternatives in gate.chosen_lines(slot.name, frozenset(named))
        ]
        lines = self._best(use, groups)
        if lines is None:
            return
        try:
            flows = self._flows(use, lines, guard)
        except NotSpread:
            self._refuse("E204", whole.node, "the shapes here cannot be told apart", "annotate the arguments")
            return
        for name, flowing in flows:
            operand = choice.bound[name]
            if sum(n == name for n, _ in flows) > 1 and operand.op != "name":
                self._contribute(self._name_term(operand, guard), flowing, guard)
            else:
                self._into(operand, gate, name, flowing, guard)

    def _best(self, use: Use, groups: list[tuple[str, tuple[Line, ...]]]) -> list[tuple[str, Line]] | None:
        """The best of each parameter's alternatives; refused, and None, where there is none."""
        lines = []
        for name, alternatives in groups:
            line = self._line(use, alternatives)
            if line is None:
                self._refuse_lost_operand(use.choice.gate, name, use.choice)
                return None
            lines.append((name, line))
        return lines

    def _send_list(
        self,
        whole: Term,
        ups: Mapping[int, Upstream],
        count: int,
        value: Callable[[int], ast.expr],
        guard: Guard,
    ) -> None:
        """Sends the gradients on the items of a list through its gate, as a list with zeros in it."""
        kind, choice = self.facts.kinds[whole.uid], self.facts.chosen[whole.uid]
        alike = kind.items is None or len(set(kind.items)) == 1
        like = next((up.expr for up in ups.values() if isinstance(up.expr, ast.Name)), None)
        parts = [
            ups[i].expr
            if i in ups
            else numpy_call("zeros_like", like if alike and like is not None else value(i))
            for i in range(count)
        ]
        use = Use(
            choice,
            {choice.gate.output: Upstream(ast.List(parts, ast.Load()), (), plain=False)},
            {choice.gate.output: kind},
            lambda _: whole.node,
            lambda _: whole.node,
            lambda _: True,
        )
        groups = [(n, lines) for n, lines in choice.gate.lines.items() if self._active(choice.bound[n])]
        for name, flowing in self._flows(use, self._best(use, groups) or [], guard):
            self._into(choice.bound[name], choice.gate, name, flowing, guard)

    def _flow_call(self, term: Term, up: Upstream, guard: Guard, root: bool) -> None:
        """Sends the gradient of a sum of items to the items; that of a dict to the list of its items."""
        keys, values = term.args[0].args if is_dict_of_lists(term) else (None, None)
        listed = values is not None and values.op == "name" and self.kinds[values.data].form == "list"
        if keys is not None and values is not None and listed and not guard and is_cheap(up.expr):
            item = ast.Subscript(up.expr, name_node("key"), ast.Load())
            loop = ast.comprehension(ast.Name("key", ast.Store()), keys.node, [], 0)
            made = Upstream(ast.ListComp(item, [loop]), (), plain=False)
            self._contribute(values.data, made, guard)
            return
        if term.data in SUMS and len(term.args) == 1 and not any(term.keys):
            items = term.args[0]
            if self.facts.kinds[items.uid].form == "dict":  # its keys are summed
                self._no_gate(term)
                return
            if items.op in ("list", "tuple"):
                self._sum_of(term, list(items.args), up, guard)
                return
            kind = self.facts.kinds[items.uid]
            owner = items.data if items.op == "name" else None
            if self._adds_to_slice(term, items, up, guard):
                return
            if self._has_parts(items) or (items.op == "index" and kind.form in CONTAINERS and not guard):
                owner = self._name_term(items, guard)
            known = kind.items is not None and owner is not None and not self._is_written(owner)
            if owner is not None and known and not self._may_have_no_value(owner):
                leaves = [self._leaf(owner, key) for key in range(len(kind.items or ()))]
                self._sum_of_leaves(term, leaves, up, guard)
                return
            if kind.form == "list" and not guard:
                owner = owner or self._name_term(items, guard)
                if self._sum_of_list(term, owner, up):
                    return
        self._no_gate(term)

    def _sum_of_list(self, term: Term, version: str, up: Upstream) -> bool:
        """Gives the items of a list the gradient of their sum; whether they can take it."""
        kind, whole = self.facts.kinds[term.args[0].uid], self._whole(version)
        numbers = self._are_numbers(version)
        if self._is_first(version):
            if not numbers and up.shape != self.facts.kinds[term.uid].shape:
                self._contribute(self._name_term(term, ()), up, ())
                return True
            if whole == version or (numbers and kind.items is not None):
                value = self._value_of_version(version)
                count = call("len", value) if kind.items is None else ast.Constant(len(kind.items))
                kept = numbers and self._is_kept(up.expr)
                each = ast.BinOp(ast.Constant(1), ast.Mult(), up.expr) if kept else up.expr
                spread = _for_each(each, value, count, "" if numbers else self.names.take("item"))
                self._add(BackLine(gradient(whole), "=", spread))
                self.assigned.add(whole)
                return True
        element = kind.element
        known = element is not None and element.numeric and not (kind.vague or element.vague)
        if numbers or known:
            self._add_to_each(term, version, up)
        return numbers or known

    def _is_kept(self, up: ast.expr) -> bool:
        """Whether a gradient has the name of arrays, too, and may be one without axes: `+=` changes it."""
        group = self.tied.get(up.id[2:]) if isinstance(up, ast.Name) else None
        return group is not None and any(
            self.kinds[version].form != "number" for version, one in self.tied.items() if one == group
        )

    def _are_numbers(self, version: str) -> bool:
        """Whether the items of a list are numbers."""
        element = self.kinds[self._whole(version)].element
        return element is not None and element.form == "number"

    def _adds_to_slice(self, term: Term, items: Term, up: Upstream, guard: Guard) -> bool:
        """Adds the gradient of a sum to that of the numbers in a slice of a list; whether it is one."""
        if items.op != "index" or items.args[1].op != "slice" or items.args[0].op != "name" or guard:
            return False
        version = items.args[0].data
        numbers = self.facts.kinds[items.args[0].uid].form == "list" and self._are_numbers(version)
        if numbers:
            self._add_to_each(term, version, up, self._value(items.args[1], (), None, "index"))
        return numbers

    def _add_to_each(self, term: Term, version: str, up: Upstream, part: ast.expr | None = None) -> None:
        """Adds the gradient of a sum to that of each number of a list, or of part of one."""
        if not up.plain:
            self._contribute(self._name_term(term, ()), up, ())
            return
        self._refuse_sealed(version)
        self._settle(version)
        mine, item = gradient(self._whole(version)), self.names.take("item")
        target: ast.expr = ast.Name(item, ast.Store())
        over: ast.expr = name_node(mine)
        if part is not None:
            over = ast.Subscript(over, part, ast.Load())
        more = up.expr
        if not self._are_numbers(version):
            value = self.names.take("value")
            target = ast.Tuple([target, ast.Name(value, ast.Store())], ast.Store())
            over = call("zip", over, self._value(term.args[0], (), None, ""))
            more = helper_call("unbroadcast", more, name_node(value))
        loop = ast.comprehension(target, over, [], 0)
        each = ast.ListComp(ast.BinOp(name_node(item), ast.Add(), more), [loop])
        self._add(BackLine(mine, "=", each, part))

    def _is_first(self, version: str) -> bool:
        """Whether nothing has given a version a gradient before, and no turn of a loop will again."""
        self._begin(version)
        return not self._has_gradient(version)

    def _sum_of_leaves(self, term: Term, leaves: list[str], up: Upstream, guard: Guard) -> None:
        """Gives each item of a container its gradient as part of a sum."""
        full, dims = self.facts.kinds[term.uid].shape, self.facts.dims
        try:
            flows = [fit(up, full, self.kinds[v].shape, self._value_of_version(v), dims) for v in leaves]
        except NotSpread:
            self._contribute(self._name_term(term, guard), up, guard)
            return
        for version, flowing in zip(leaves, flows):
            self._contribute(version, flowing, guard)

    def _sum_of(self, term: Term, items: list[Term], up: Upstream, guard: Guard) -> None:
        active = [item for item in items if self._active(item)]
        if len(active) > 1 and not up.plain:
            self._contribute(self._name_term(term, guard), up, guard)
            return
        full = self.facts.kinds[term.uid].shape
        for item in active:
            target = self.facts.kinds[item.uid].shape
            try:
                flowing = fit(up, full, target, self._shape_source(item, guard), self.facts.dims)
            except NotSpread:
                self._contribute(self._name_term(term, guard), up, guard)
                return
            self._flow(item, flowing, guard)

    def _part(self, whole: Term, place: int) -> ast.expr:
        """The name of an output, which it is given if the user has none for it, or only `_`."""
        known = self.parts.setdefault(whole.uid, {})
        gate, items = self.facts.chosen[whole.uid].gate, self.facts.kinds[whole.uid].items or ()
        words = gate.outputs if gate.unpacked else [f"part_{i}" for i in range(max(len(items), place + 1))]
        if place not in known:
            for i in set(range(len(items))) - set(known):
                known[i] = f"{words[i]}:part {whole.uid}"
                self.called[known[i]] = (words[i], function_word(gate))
                self.kinds[known[i]] = items[i]
        elif base(known[place]) == "_":
            self.called[known[place]] = (words[place], function_word(gate))
        return name_node(known[place])

    def _place(self, term: Term) -> int | None:
        """Which output a term with an index, or an attribute, is; None where that is not known."""
        kind = self.facts.kinds[term.args[0].uid]
        if term.op == "attr":
            return kind.keys.index(term.data) if term.data in kind.keys else None
        place = self.facts.kinds[term.args[1].uid].value
        if not isinstance(place, int):
            return None
        return place if place >= 0 else place + len(kind.items or ())

    def _refuse_unknown(self, whole: Term, choice: Candidate, named: Mapping[str, Upstream]) -> None:
        """An output whose gradient the gate does not know must not have one."""
        gate = choice.gate
        known = {output for lines in gate.lines.values() for line in lines for output in line.outputs}
        for output in named:
            if output not in known and any(self._active(choice.bound[s.name]) for s in gate.slots):
                way = gate.instead or "leave out what depends on it, or write a gate"
                self._refuse("E207", whole.node, f"{gate.name} has no gradient from its output {output}", way)


def _item_of(up: Upstream, place: int, kind: Kind) -> Upstream:
    """An item of a gradient that is a tuple."""
    return Upstream(
        ast.Subscript(up.expr, ast.Constant(place), ast.Load()), kind.shape, complex=is_complex(kind)
    )


def _for_each(up: ast.expr, items: ast.expr, count: ast.expr, item: str) -> ast.expr:
    """A gradient for each item of a list of unknown length; `item` is a name where they are arrays."""
    if not item:
        return ast.BinOp(ast.List([up], ast.Load()), ast.Mult(), count)
    copied = ast.BinOp(ast.Constant(1), ast.Mult(), up)
    loop = ast.comprehension(ast.Name(item, ast.Store()), items, [], 0)
    return ast.ListComp(helper_call("unbroadcast", copied, name_node(item)), [loop])


def _unpacked(term: Term) -> int:
    """Into how many names a statement takes the value apart of which a term is a part; 0 if into none."""
    return int(term.data[1]) if term.op == "index" and isinstance(term.data, tuple) else 0


def _whole_of(term: Term) -> tuple[Term, int]:
    """What a term is a part of, or a part of a part; and into how many that is taken apart."""
    unpacked = 0
    while term.op in ("index", "attr"):
        term, unpacked = term.args[0], _unpacked(term)
    return term, unpacked
