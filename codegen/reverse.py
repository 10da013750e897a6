"""The backward statements: the forward ones in reverse, each gate's local gradients in its place.

The walk goes from the last statement to the first. In each it sends the gradient down the
expression, gate by gate, until it reaches names. A temporary becomes a stage with a name of its own
only if a local gradient reads its value, or if its gradient is used more than once and is not a
plain name; everything else passes through.
"""

from __future__ import annotations

import ast
from dataclasses import replace
from typing import Any

from codegen import knowledge
from codegen.apart import Apart
from codegen.constants import worked_out
from codegen.fit import NotSpread, Upstream, call, fit, helper_call, measured, numpy_call, smaller
from codegen.gates import Gate
from codegen.infer import Inference, is_replaced
from codegen.kind import Kind, Spread, is_complex, is_real, may_change
from codegen.kinds import Facts
from codegen.lines import Line
from codegen.lower import Bind, Lowered, Statement, base
from codegen.match import Candidate
from codegen.meetings import one_memory
from codegen.mirror import (
    BackLine,
    Backward,
    Guard,
    base_of,
    by_functions,
    gradient,
    item_of,
    name_node,
    on_numbers,
    substituted,
    with_one_gradient,
    with_sizes,
)
from codegen.naming import Names
from codegen.nested import added_by_items, with_nests_that_are_given
from codegen.parts import Flows, Use
from codegen.simplify import (
    conjugate,
    is_cheap,
    is_one,
    kept_one,
    part_of_array,
    simplified,
    without_defaults,
)
from codegen.suits import rule_argument
from codegen.summary import Context
from codegen.survey import bound_always
from codegen.terms import DISPLAYS, Term, outermost, put_in


def reverse(
    lowered: Lowered, facts: Facts, context: Context, names: Names, wanted: tuple[str, ...]
) -> Backward:
    """The mirror of a function; `wanted` are the parameters whose gradients are returned."""
    return _Reverse(lowered, facts, context, names, wanted).run()


BLOCKS = ("if", "else", "join", "loop", "end", "with", "done")


class _Reverse(Apart):
    """The walk from the last statement to the first."""

    def run(self) -> Backward:
        """Walks the statements from the last to the first."""
        self._outputs()
        self._close(len(self.lowered.statements) - 1, None)
        for index in reversed(range(len(self.lowered.statements))):
            self.statement, statement = index, self.lowered.statements[index]
            if statement.form in BLOCKS:
                self._block(statement, index)
            else:
                self._mirror(statement)
        gradients = self._inputs()
        self._add_nests_by_items()
        whole = Backward(
            groups=tuple(self.groups),
            stages={i: tuple(s for _, s in sorted(found.items())) for i, found in self.stages.items()},
            pairs=self.pairs,
            named=self.named,
            apart=frozenset(self.apart),
            gradients=gradients,
            upstream=tuple(self.upstream),
            escapes=frozenset(self.escapes),
            containers={v: tuple(found.values()) for v, found in self.leaves.items()},
            extra_kinds=self.kinds,
            parts={uid: tuple(found[i] for i in sorted(found)) for uid, found in self.parts.items()},
            called=self.called,
            names=self.names,
            problems=tuple(self.problems),
            unsure=frozenset(self.unsure),
        )
        return with_one_gradient(whole, self.shared)

    def _add_nests_by_items(self) -> None:
        """Marks what adds to an item that may be a list, and refuses it where no helper can do so."""
        items, own = set(filter(self._is_item_of_nest, self.kinds)), self.context.module.functions
        kinds = with_nests_that_are_given(self.kinds, self.lowered, self.context.summaries)
        self.groups = added_by_items(self.groups, self.lowered, kinds, items, own)
        deep = ((group, line) for group in self.groups for line in group.lines if line.deep)
        for group, line in ((g, x) for g, x in deep if x.op == "add.at" or not self.adds_nests):
            self._refuse(
                "E203",
                self.lowered.statements[max(group.statement, 0)].node,
                f"an item of {base_of(line.target)} may be a list, and its gradients may meet here",
                "go through it in one loop, and take each item apart there",
            )

    def _outputs(self) -> None:
        """The upstream gradients that the backward pass is given."""
        returned = {self._whole(version) for version in self.lowered.outputs}
        mutated = [v for v in self.lowered.mutated if v not in returned]
        self._keep_written()
        for version in (*self.lowered.outputs, *mutated):
            kind = self.kinds[version]
            if kind.discrete:
                self.upstream.append(None)
            elif self.context.final:
                self.upstream.append(None)
                self.constant[version] = ast.Constant(1.0)
            elif self._whole(version) in self.assigned:
                again = self._temporary(base(version), version)
                self.upstream.append(gradient(again))
                self._contribute(version, Upstream(name_node(gradient(again)), kind.shape), ())
            else:
                self.upstream.append(gradient(self._whole(version)))
                self.assigned.add(self._whole(version))

    def _keep_written(self) -> None:
        """Nothing else may have the name of the gradient on an argument that is written into."""
        memory = one_memory(self.lowered, in_place=True)
        always = bound_always(self.lowered)
        binds = [(b.version, s) for s in self.lowered.statements for b in s.binds]
        for written in self.lowered.mutated:
            versions = [v for v in (*self.lowered.parameters, *dict(binds)) if memory.get(v, v) == written]
            first = max(i for i, v in enumerate(versions) if i == 0 or v in always)
            one_gradient = len({self._whole(v) for v in versions[first:]}) == 1
            others = {v: s for v, s in binds if base(v) == base(written) and memory.get(v, v) != written}
            self.apart.update(v for v, s in others.items() if s.form in ("bind", "loop") and not s.augmented)
            if any(v in self.tied for v in others) or not one_gradient:
                self._refuse(
                    "E307",
                    self.lowered.function.node,
                    f"the argument {base(written)} is written into, and its name is given to another value",
                    "use another name for that value",
                )

    def _inputs(self) -> tuple[tuple[str, str], ...]:
        """The gradients that are returned, in order; zeros for what nothing depends on."""
        for version in self.lowered.parameters:
            if base(version) in self.wanted:
                self._settle(version)
                if self.kinds[version].form == "list" and self.kinds[version].vague:
                    own = name_node(gradient(version))
                    whole = helper_call("in_form_of", self._value_of_version(version), own)
                    self._add(BackLine(gradient(version), "=", whole))
        self._close(-1, None)
        wanted = [v for v in self.lowered.parameters if base(v) in self.wanted]
        return tuple((base(v), gradient(self._whole(v))) for v in wanted)

    def _mirror(self, statement: Statement) -> None:
        """The groups of one statement: the statement itself, then the stages it was taken apart into."""
        if statement.stop:
            return
        unpacked = _unpacked_call(statement)
        self.alone, start = len(statement.binds) == 1, len(self.groups)
        wanted = any(self._has_gradient(b.version) for b in statement.binds)
        if unpacked is not None and wanted and unpacked.data in self.context.summaries:
            self.target = base(statement.binds[0].version)
            self._pair(unpacked, tuple(b.version for b in statement.binds))
        else:
            together = self._taken_apart(statement)
            for bind in reversed(statement.binds):
                if bind.version in together:
                    self.target = base(bind.version)
                    self._flow_unpacked(together[bind.version])
                elif self._has_gradient(bind.version) or self._resizes(bind):
                    self._bind(bind)
                if statement.form == "return" and bind.term.uid not in self.pairs:
                    self._close(self.statement, bind.version)
        self._order(statement)
        self._close(self.statement, None)
        self._stages()
        self._keep_apart(statement, start)

    def _stages(self) -> None:
        """The groups of the stages that a statement was taken apart into, the last first."""
        while pending := self.pending.get(self.statement):
            uid = outermost(pending, self.facts.made)
            term = pending.pop(uid)
            self.alone = True
            stage = self.stages[self.statement][uid]
            if self._has_parts(term) and self._has_gradient(stage.version):
                self._flow_container(term, stage.version, stage.guard)
            elif self._has_gradient(stage.version):
                self._flow_items(term, stage.version)
                if stage.version in self.leaves and term.op not in DISPLAYS:
                    self._settle(stage.version)
                if stage.version in self.assigned or stage.version in self.constant:
                    self._flow_root(term, stage.version, stage.guard)
            self._close(self.statement, stage.version)

    def _bind(self, bind: Bind) -> None:
        self.target = base(bind.version)
        if bind.term.op == "write":
            self._flow_write(bind)
            return
        if self._has_parts(bind.term):
            self._flow_container(bind.term, bind.version, ())
            return
        self._flow_items(bind.term, bind.version)
        if bind.term.op not in DISPLAYS and not self._is_whole(bind.version):
            self._settle(bind.version)
        if self._whole(bind.version) in self.assigned or bind.version in self.constant:
            self._flow_root(bind.term, bind.version, ())

    def _flow_items(self, term: Term, version: str) -> None:
        """Sends the gradients on a container's items to what it was made of."""
        if term.op not in DISPLAYS:
            return
        keys = list(term.data) if term.op == "dict" else list(range(len(term.args)))
        for key, leaf in list(self.leaves.get(version, {}).items()):
            item = term.args[keys.index(key)]
            self._flow_items(item, leaf)
            if leaf in self.leaves and item.op not in DISPLAYS:
                self._pass_items(item, leaf)
            if leaf in self.assigned or (leaf not in self.leaves and self._has_gradient(leaf)):
                self._flow(item, self._upstream_of(leaf), ())

    def _pass_items(self, item: Term, leaf: str) -> None:
        """Sends the gradients on the items of an item to those of the name that it is, or as a whole."""
        owner = (
            item.data if item.op == "name" else self._name_term(item, ()) if self._has_parts(item) else None
        )
        if owner is None or leaf in self.assigned:
            if self._has_gradient(leaf):
                self._settle(leaf)
            return
        for key, inner in list(self.leaves[leaf].items()):
            mine = self._leaf(owner, key)
            if inner in self.leaves:
                self._pass_items(replace(item, op="name", data=mine), inner)
            if inner in self.assigned:
                self._contribute(mine, self._upstream_of(inner), ())

    def _flow_root(self, term: Term, version: str, guard: Guard) -> None:
        self.terms[version] = term
        if term.op == "user" and not self.alone and version not in self._stage_versions():
            self._flow(term, self._upstream_of(version), guard)
            return
        self.named[term.uid] = version if term.op != "name" else self.named.get(term.uid, version)
        self._flow(term, self._upstream_of(version), guard, root=True)

    def _flow(self, term: Term, up: Upstream, guard: Guard, root: bool = False) -> None:
        """Sends the gradient on a term's value to the names that it was computed from."""
        if not self._active(term):
            return
        if up.complex and not is_complex(self.facts.kinds[term.uid]):
            up = up.real()
        if term.uid in self.named and not root and term.op != "name":
            self._contribute(self.named[term.uid], up, guard)
        elif term.op == "name":
            self._contribute(term.data, up, guard)
        elif self._refuse_joined(term) or self._refuse_largest(term):
            return
        elif (choice := self.facts.chosen.get(term.uid)) is not None:
            self._gate(term, choice, up, guard, root)
        elif self._flow_of_lists(term, up, guard):
            return
        elif method := getattr(self, f"_flow_{term.op}", None):
            method(term, up, guard, root)
        else:
            self._no_gate(term)

    def _gate(self, term: Term, choice: Candidate, up: Upstream, guard: Guard, root: bool) -> None:
        gate = choice.gate
        if gate.unpacked:
            self._flow_whole(term, up, guard, root)
            return
        active = [n for n, lines in gate.lines.items() if not lines[0].zero and self._active(choice.bound[n])]
        self._refuse_lost(term, choice)
        if not active:
            return
        full = self.facts.kinds[term.uid].shape if up.full is None else up.full
        if root and up.shape == ():
            full, up = (), replace(up, full=())  # known of the name, if not of its value
        stored = self._stored(term) is not None
        use = Use(
            choice,
            {gate.output: up},
            {gate.output: self.facts.kinds[term.uid]},
            lambda _: name_node(self.named[term.uid]) if term.uid in self.named else self._reread(term),
            lambda _: self._shape_source(term, guard),
            lambda _: term.uid in self.named or stored,
            term.spelled.partition(".")[0] in knowledge.vocabulary().scalar,
        )
        lines = self._best(use, [(name, gate.lines[name]) for name in active])
        if lines is None:
            return
        uses = sum(line.upstream for _, line in lines)
        reads_output = any(gate.output in line.reads for _, line in lines) and not stored
        safe = _reduces(gate) and all(line.linear for _, line in lines)
        unspread = gate.result is not None and up.shape != full and not safe
        named = uses > 1 and not (up.plain or self._is_done_again(term, up.expr))
        if not root and (named or reads_output or unspread):
            self._contribute(self._name_term(term, guard), up, guard)
            return
        try:
            flows = self._flows(use, lines, guard)
        except NotSpread:
            if root:
                self._refuse(
                    "E204", term.node, "the shapes here cannot be told apart", "annotate the arguments"
                )
            else:
                self._contribute(self._name_term(term, guard), up, guard)
            return
        for name, flowing in flows:
            self._into(choice.bound[name], gate, name, flowing, guard)

    def _flows(self, use: Use, lines: list[tuple[str, Line]], guard: Guard) -> Flows:
        """The gradients that lines give to the operands."""
        gate = use.choice.gate
        for _, line in lines:
            for read in sorted(line.reads - set(gate.outputs)):
                self._value(use.choice.bound[read], guard, gate, read)
        for name, line in lines:
            if line.changes:
                values = self._values(line, use, guard)
                self._changing(use.choice.bound[name], gate, name, line, values, guard)
        return [(name, self._through(use, name, line, guard)) for name, line in lines if not line.changes]

    def _line(self, use: Use, alternatives: tuple[Line, ...]) -> Line | None:
        """The alternative that needs the fewest new names, the first of them, its constants worked out.

        None where each of them needs a constant that is not known, or a helper that cannot be used.
        """
        gate, bound = use.choice.gate, use.choice.bound
        outputs = set(gate.outputs)

        def new_names(line: Line) -> int:
            own = sum(not use.named(output) for output in line.reads & outputs)
            operands = (bound[read] for read in line.reads - outputs)
            return own + sum(not self._readable(operand) for operand in operands)

        unknown = knowledge.constant_rules()["UNKNOWN"]
        known = {
            slot.name: rule_argument(self.facts.kinds[bound[slot.name].uid], slot.fits, unknown)
            for slot in (gate.slots if any(line.ruled for line in alternatives) else ())
        }
        lines = (worked_out(line, known, gate.outputs) for line in alternatives if self._can_be_written(line))
        return min((line for line in lines if line is not None), key=new_names, default=None)

    def _can_be_written(self, line: Line) -> bool:
        """Whether a line uses no helper that writes in place, where arrays cannot be written."""
        if self.context.library not in knowledge.vocabulary().immutable:
            return True
        in_place = self.context.gates.in_place
        return not any(term.op == "helper" and term.data in in_place for term in line.term.walk())

    def _through(self, use: Use, name: str, line: Line, guard: Guard) -> Upstream:
        """The gradient on one operand of a gate."""
        choice, (output, up) = use.choice, use.upstream(line)
        gate, operand = choice.gate, choice.bound[name]
        full = use.kinds[output].shape if up.full is None else up.full
        target = self.facts.kinds[operand.uid].shape
        settled = not (line.fitted or line.linear or line.expands or _reduces(gate) or _batches(gate))
        if line.fitted:  # only as far as it is necessary, which is seen below
            inner = line.term.args[0]
            line = replace(line, term=inner, node=inner.node)
        result, fresh = self._line_result(line, use)
        shaped = gate.result_of(output) is not None or len(line.outputs) > 1
        shape = target if shaped and settled else result.shape
        line = self._with_sizes(line, choice)
        values = self._values(line, use, guard)
        reads = line.reads - set(gate.outputs)
        masks = any(self.facts.kinds[choice.bound[n].uid].dtype == "bool" for n in reads)
        if masks and is_one(up.expr):
            values[f"d{output}"] = kept_one()
        vague = {n for n in line.shapes if self._shape_kind(n, use).form != "array"}
        node = by_functions(on_numbers(line.node, use.scalar), vague)
        expr = part_of_array(simplified(substituted(node, values)))
        if gate.defaults:
            expr = without_defaults(expr, self.context.gates.helpers)
        if fresh and isinstance(expr, ast.Call):
            expr.fresh = True  # type: ignore[attr-defined]
        plain = up.plain and is_cheap(expr)
        mine = is_complex(self.facts.kinds[operand.uid])
        if not self.facts.kinds[operand.uid].numeric:  # a list has no shape of its own
            return Upstream(expr, (), plain=False)
        flowing = Upstream(expr, shape, plain, complex=is_complex(result) or (mine and not is_real(result)))
        flowing = flowing if mine else flowing.real()
        fits = shape == target or smaller(shape, target, self.facts.dims)
        if fits and (shaped or full == target):
            return flowing
        if shaped:
            if up.shape != full:
                raise NotSpread
            return self._fit_result(flowing, target, operand, guard)
        if self._can_wait(operand, full, target) and shape == full:
            return replace(flowing, full=full)
        return fit(flowing, full, target, self._shape_source(operand, guard), self.facts.dims)

    def _with_sizes(self, line: Line, choice: Candidate) -> Line:
        """A line with sizes in the place of what it asks of values that have no name."""
        for name in sorted(line.shapes - set(choice.gate.outputs)):
            sizes = self._sizes_of(choice.bound[name])
            if sizes is not None and (node := with_sizes(line.node, name, *sizes)) is not None:
                line = replace(line, node=node, shapes=line.shapes - {name})
        return line

    def _fit_result(self, up: Upstream, target: Any, operand: Term, guard: Guard) -> Upstream:
        """The gradient on an operand whose shape is not that of the result, from a line for it."""
        if target == ():
            return replace(up, expr=numpy_call("sum", up.expr), shape=(), plain=False)
        value = self._shape_source(operand, guard)
        if isinstance(up.shape, tuple) and isinstance(target, tuple):
            return fit(up, up.shape, target, value, self.facts.dims)
        return replace(up, expr=helper_call("unbroadcast", up.expr, value), shape=target, plain=False)

    def _shape_kind(self, name: str, use: Use) -> Kind:
        return use.kinds[name] if name in use.kinds else self.facts.kinds[use.choice.bound[name].uid]

    def _can_wait(self, operand: Term, full: Any, target: Any) -> bool:
        """Whether a sum that needs a look at run time can be left to the operands of an operand."""
        choice = self.facts.chosen.get(operand.uid)
        vague = isinstance(full, Spread) or isinstance(target, Spread)
        elementwise = choice is not None and choice.gate.elementwise
        return vague and target != () and elementwise and operand.uid not in self.named

    def _line_result(self, line: Line, use: Use) -> tuple[Kind, bool]:
        """What a line gives, and whether it is known to be memory of its own."""
        choice = use.choice
        kinds = {name: self.facts.kinds[operand.uid] for name, operand in choice.bound.items()}
        kinds.update(use.kinds)
        for output, up in use.ups.items():
            form = "number" if up.shape == () else "array" if isinstance(up.shape, tuple) else "tensor"
            kinds[f"d{output}"] = Kind(form, "complex" if up.complex else "float", up.shape)
        indices = {s.name: choice.bound[s.name] for s in choice.gate.slots if s.fits in ("place", "object")}
        asked = (line.term, *map(kinds.get, line.names))
        if not indices and (known := self.results.get(asked)) is not None:
            return known
        inference = Inference(self.context, self.facts.dims, kinds.__getitem__)
        if indices:
            inference.kinds.update(self.facts.kinds)
        root = put_in(line.term, indices)
        result = inference.kind(root)
        made_by = inference.chosen.get(root.uid)
        found = result, made_by is not None and not made_by.gate.views
        if result.numeric and not may_change(result.shape):  # what is not known is another thing each time
            self.results[asked] = found
        return found

    def _values(self, line: Line, use: Use, guard: Guard) -> dict[str, ast.expr]:
        """What stands for the names of a line."""
        choice = use.choice
        values = {f"d{output}": measured(up.expr, "array", up.shape) for output, up in use.ups.items()}
        for name in line.reads | line.shapes:
            if name in choice.gate.outputs:
                values[name] = use.value(name) if name in line.reads else use.shape(name)
            elif name in line.reads:
                values[name] = self._measured(choice.bound[name], guard, choice.gate, name)
            else:
                values[name] = self._shape_source(choice.bound[name], guard)
        for name in line.reads if choice.gate.holomorphic else ():
            if name in use.kinds and is_complex(use.kinds[name]):
                values[name] = conjugate(values[name], use.kinds[name])
            elif name not in use.kinds and is_complex(self.facts.kinds[choice.bound[name].uid]):
                values[name] = self._conjugate(choice.bound[name], values[name])
        return values

    def _conjugate(self, term: Term, value: ast.expr) -> ast.expr:
        """The conjugate of a value; of one that is a conjugate, what it is that of."""
        is_one = term.op == "call" and term.data == "numpy.conjugate" and term.uid not in self.named
        return self._reread(term.args[0]) if is_one else conjugate(value, self.facts.kinds[term.uid])

    def _flow_if(self, term: Term, up: Upstream, guard: Guard, root: bool) -> None:
        test, body, orelse = term.args
        if not up.plain and self._active(body) and self._active(orelse):
            self._contribute(self._name_term(term, guard), up, guard)
            return
        condition = self._value(test, guard, None, "test")
        for branch, taken in ((body, True), (orelse, False)):
            mine = replace(up, shape=self.facts.kinds[branch.uid].shape)
            if root and branch.op not in ("name", "user", "if"):
                self.named[branch.uid] = self.named[term.uid]  # where it is computed, it is the value
            self._flow(
                branch, mine, (*guard, (condition, taken)), root and branch.op not in ("name", "user", "if")
            )

    def _flow_tuple(self, term: Term, up: Upstream, guard: Guard, root: bool) -> None:
        if not is_cheap(up.expr) or isinstance(up.expr, ast.Constant):
            self._no_gate(term)
            return
        keys = list(term.data) if term.op == "dict" else list(range(len(term.args)))
        for key, arg in zip(keys, term.args):
            kind = self.facts.kinds[arg.uid]
            part = item_of(self.facts.kinds[term.uid], up.expr, key)
            if not kind.holds_discrete:
                self._flow(arg, Upstream(part, kind.shape, complex=is_complex(kind)), guard)

    def _flow_method(self, term: Term, up: Upstream, guard: Guard, root: bool) -> None:
        """An instance of a class with other values for some fields: the rest are those of the old one."""
        whole, kind = term.args[0], self.facts.kinds[term.uid]
        if not is_replaced(term, self.facts.kinds[whole.uid]) or whole.op != "name" or not is_cheap(up.expr):
            self._no_gate(term)
            return
        new = dict(zip(term.keys[1:], term.args[1:]))
        for place, (field, item) in enumerate(zip(kind.keys, kind.items or ())):
            flowing = Upstream(item_of(kind, up.expr, place), item.shape, complex=is_complex(item))
            if field in new:
                self._flow(new[field], flowing, guard)
            elif not item.discrete and self._active(whole):
                self._contribute(self._leaf(whole.data, place), flowing, guard)

    def _flow_gather(self, term: Term, up: Upstream, guard: Guard, root: bool) -> None:
        """Gives the items of a dict the gradients of a list, by the keys that this has them for."""
        whole, keys = term.args
        if self.facts.kinds[whole.uid].form != "dict" or whole.op != "name" or guard:
            self._no_gate(term)
            return
        made = call("dict", call("zip", keys.node, up.expr))
        self._contribute(whole.data, Upstream(made, (), plain=False), guard)

    _flow_list = _flow_tuple
    _flow_dict = _flow_tuple
    _flow_record = _flow_tuple

    def _flow_helper(self, term: Term, up: Upstream, guard: Guard, root: bool) -> None:
        """A container in the form of another: its items are given the gradients of the items."""
        if term.data == "copy_of":
            self._flow(term.args[0], up, guard)
            return
        if term.data == "zeros_of" and self.facts.kinds[term.uid].form == "list":
            return
        if term.data != "in_form_of" or term.args[1].op not in ("list", "tuple") or not root:
            self._no_gate(term)
            return
        self._flow_tuple(term.args[1], up, guard, root)

    def _flow_user(self, term: Term, up: Upstream, guard: Guard, root: bool) -> None:
        summary = self.context.summaries.get(str(term.data))
        if summary is None:
            self._no_gate(term)
            return
        if len(summary.outputs) > 1 and root:
            self._refuse(
                "E203",
                term.node,
                f"{term.data} has {len(summary.outputs)} outputs, which are not taken apart here",
                "give each output a name: `a, b = f(x)`",
            )
            return
        if root and self.alone:
            self._pair(term, (self.named[term.uid],))
        else:
            self._contribute(self._name_term(term, guard), up, guard)

    def _refuse_lost(self, term: Term, choice: Candidate) -> None:
        """A value that depends on an argument must not reach a parameter without a gradient."""
        gate = choice.gate
        for slot in gate.slots:
            if gate.lines and slot.name not in gate.lines and self._active(choice.bound[slot.name]):
                self._refuse_lost_operand(gate, slot.name, choice)

    def _refuse_lost_operand(self, gate: Gate, name: str, choice: Candidate) -> None:
        self._refuse(
            "E207",
            choice.bound[name].node,
            f"{gate.name} has no gradient for {name}, and this depends on an argument",
            "mark the statement that computes it `# backprop: stop`, or write a gate",
        )


def _reduces(gate: Gate) -> bool:
    """Whether a gate loses axes, so that its lines may give less than the whole shape."""
    return isinstance(gate.result, ast.Call) and getattr(gate.result.func, "id", "") == "reduced"


def _batches(gate: Gate) -> bool:
    """Whether dimensions in front of a gate's operands broadcast, so that its lines may give more."""
    return any(slot.fits.startswith("shape ... ") for slot in gate.slots)


def _unpacked_call(statement: Statement) -> Term | None:
    """The call whose outputs a statement takes apart, if it is one: not `f(x)[0]`, an item of an output."""
    taken = [b.term for b in statement.binds if b.term.op == "index" and isinstance(b.term.data, tuple)]
    calls = {term.args[0].uid: term.args[0] for term in taken}
    if len(calls) == 1 and len(taken) == len(statement.binds):
        term = next(iter(calls.values()))
        return term if term.op == "user" else None
    return None
