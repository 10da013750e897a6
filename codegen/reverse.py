"""The backward statements: the forward ones in reverse, each gate's local gradients in its place.

The walk goes from the last statement to the first. In each it sends the gradient down the
expression, gate by gate, until it reaches names. A temporary becomes a stage with a name of its own
only if a local gradient reads its value, or if its gradient is used more than once and is not a
plain name; everything else passes through.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from codegen.fit import NotSpread, Upstream, call, fit, numpy_call, smaller
from codegen.gates import Gate, Line, Paren
from codegen.kind import FLOAT, Kind, Spread
from codegen.kinds import Context, Facts, Inference, Summary, arguments, is_basic, varies
from codegen.lower import Bind, Lowered, Statement, base, problem_at
from codegen.match import Candidate
from codegen.naming import Names, stage_name
from codegen.problems import Problem
from codegen.simplify import conditional, is_one, product_of, simplified
from codegen.terms import Term, is_number

Guard = tuple[tuple[ast.expr, bool], ...]


def gradient(version: str) -> str:
    """The name, until it is spelled, of the gradient on a version."""
    return f"d {version}"


@dataclass(frozen=True)
class BackLine:
    """A backward statement: `target op expr`, or `target[index] op expr`; a call has `targets`.

    `op` is `=`, `+=` or `add.at` (for indices that may repeat).
    """

    target: str
    op: str
    expr: ast.expr
    index: ast.expr | None = None
    targets: tuple[str, ...] = ()


@dataclass(frozen=True)
class Group:
    """The mirror of one forward statement: a statement of the user's, or a stage of its own."""

    statement: int
    stage: str | None
    lines: tuple[BackLine, ...]


@dataclass(frozen=True)
class Stage:
    """A temporary that has a name; `guard` is the test under which it is computed."""

    version: str
    term: Term
    guard: Guard


@dataclass(frozen=True)
class CallPair:
    """A call of a function of the module that is now a call of its pair."""

    term: Term
    results: tuple[str, ...]
    cache: str


@dataclass(frozen=True)
class Backward:
    """All that the mirror needs: groups in their order, stages and pairs by statement."""

    groups: tuple[Group, ...]
    stages: Mapping[int, tuple[Stage, ...]]
    pairs: Mapping[int, CallPair]
    named: Mapping[int, str]
    apart: frozenset[str]
    gradients: tuple[tuple[str, str], ...]
    upstream: tuple[str | None, ...]
    containers: Mapping[str, tuple[str, ...]]
    extra_kinds: Mapping[str, Kind]
    names: Names
    problems: tuple[Problem, ...]


def reverse(lowered: Lowered, facts: Facts, context: Context, names: Names, wanted: tuple[str, ...]) -> Backward:
    """The mirror of a function; `wanted` are the parameters whose gradients are returned."""
    return _Reverse(lowered, facts, context, names, wanted).run()


class _Reverse:
    def __init__(
        self, lowered: Lowered, facts: Facts, context: Context, names: Names, wanted: tuple[str, ...]
    ) -> None:
        self.lowered, self.facts, self.context = lowered, facts, context
        self.names, self.wanted = names, wanted
        self.kinds: dict[str, Kind] = dict(facts.versions)
        self.named: dict[int, str] = {}
        self.terms: dict[str, Term] = {}
        self.stages: dict[int, dict[int, Stage]] = {}
        self.pending: dict[int, Term] = {}
        self.pairs: dict[int, CallPair] = {}
        self.assigned: set[str] = set()
        self.leaves: dict[str, dict[Any, str]] = {}
        self.groups: list[Group] = []
        self.lines: list[BackLine] = []
        self.apart: set[str] = set()
        self.constant: dict[str, ast.expr] = {}
        self.problems: dict[Problem, None] = {}
        self.alone = True
        self.statement = 0
        self.target = "out"
        self.upstream: list[str | None] = []
        self.useful = _useful(lowered, facts, wanted)
        self.uses = Counter(
            t.data for s in lowered.statements for r in _roots(s) for t in r.walk() if t.op == "name"
        )
        self.uses.update(lowered.outputs)
        self.read = set(self.uses)
        self.same: dict[str, str] = {}
        for statement in reversed(lowered.statements):
            if statement.form == "write":
                (bind,) = statement.binds
                self.same[bind.term.args[0].data] = self.same.get(bind.version, bind.version)

    def run(self) -> Backward:
        """Walks the statements from the last to the first."""
        self._outputs()
        self._close(len(self.lowered.statements) - 1, None)
        for index in reversed(range(len(self.lowered.statements))):
            self.statement = index
            self._mirror(self.lowered.statements[index])
        gradients = self._inputs()
        return Backward(
            groups=tuple(self.groups),
            stages={i: tuple(s for _, s in sorted(found.items())) for i, found in self.stages.items()},
            pairs=self.pairs,
            named=self.named,
            apart=frozenset(self.apart),
            gradients=gradients,
            upstream=tuple(self.upstream),
            containers={v: tuple(found.values()) for v, found in self.leaves.items()},
            extra_kinds=self.kinds,
            names=self.names,
            problems=tuple(self.problems),
        )

    # Outputs and inputs.

    def _outputs(self) -> None:
        """The upstream gradients that the backward pass is given."""
        for version in self.lowered.outputs:
            kind = self.kinds[version]
            if kind.discrete:
                self.upstream.append(None)
            elif self.context.final:
                self.upstream.append(None)
                self.constant[version] = ast.Constant(1.0)
            elif self.same.get(version, version) in self.assigned:
                again = self._temporary(base(version), version)
                self.upstream.append(gradient(again))
                self._contribute(version, Upstream(_name(gradient(again)), kind.shape), ())
            else:
                self.upstream.append(gradient(version))
                self.assigned.add(version)

    def _inputs(self) -> tuple[tuple[str, str], ...]:
        """The gradients that are returned, in order; zeros for what nothing depends on."""
        for version in self.lowered.parameters:
            if base(version) in self.wanted:
                self._settle(version)
        self._close(-1, None)
        return tuple((base(v), gradient(v)) for v in self.lowered.parameters if base(v) in self.wanted)

    def _settle(self, version: str) -> None:
        """Sees to it that a version's gradient exists as a whole."""
        version = self.same.get(version, version)
        if version in self.constant:
            self._add(BackLine(gradient(version), "=", self.constant.pop(version)))
            self.assigned.add(version)
        if version in self.leaves:
            self._assemble(version)
        elif version not in self.assigned:
            self._add(BackLine(gradient(version), "=", self._zero(version, self._value_of_version(version))))
            self.assigned.add(version)

    def _assemble(self, version: str) -> None:
        """The gradient of a container from those of its items."""
        kind = self.kinds[version]
        leaves, parts = self.leaves[version], []
        value = self._value_of_version(version)
        keys = _keys(kind)
        if version in self.assigned:
            for key, item in zip(keys, kind.items or ()):
                if not item.discrete:
                    part = ast.Subscript(_name(gradient(version)), ast.Constant(key), ast.Load())
                    self._contribute(self._leaf(version, key), Upstream(part, item.shape), ())
        for key in keys:
            item = ast.Subscript(value, ast.Constant(key), ast.Load())
            if key in leaves:
                self._settle(leaves[key])
                parts.append(_name(gradient(leaves[key])))
            else:
                parts.append(self._zero_of_kind((kind.items or ())[keys.index(key)], item))
        self._add(BackLine(gradient(version), "=", _display(kind, parts)))
        self.assigned.add(version)

    def _zero(self, version: str, value: ast.expr) -> ast.expr:
        kind = self.kinds[version]
        unread = kind.form == "tensor" and version not in self.read
        nest = kind.form in ("tuple", "list") and kind.items is None
        if self.context.arrays and (kind.vague or unread or nest):
            return call("zeros_of", value)
        return self._zero_of_kind(self.kinds[version], value)

    def _zero_of_kind(self, kind: Kind, value: ast.expr) -> ast.expr:
        """Zeros of a value's shape, floating whatever the value is."""
        if kind.items is not None:
            keys = _keys(kind)
            items = [
                self._zero_of_kind(item, ast.Subscript(value, ast.Constant(key), ast.Load()))
                for key, item in zip(keys, kind.items)
            ]
            return _display(kind, items)
        if kind.form == "number" or kind.discrete:
            return ast.Constant(0.0)
        if kind.form == "list" and kind.element is not None and kind.element.form == "number":
            return ast.BinOp(ast.List([ast.Constant(0.0)], ast.Load()), ast.Mult(), call("len", value))
        if kind.form == "list" and kind.element is not None and kind.element.form == "list":
            row = ast.BinOp(ast.List([ast.Constant(0.0)], ast.Load()), ast.Mult(), call("len", _name("row")))
            loop = ast.comprehension(ast.Name("row", ast.Store()), value, [], 0)
            return ast.ListComp(row, [loop])
        if not kind.numeric:
            self._refuse(
                "E203",
                self.lowered.function.node,
                f"the items of {ast.unparse(value).split(':')[0]} are not known, so their gradient has no shape",
                'annotate it, as in x: "3" or x: list[float]',
            )
        if kind.exact.startswith("float"):
            return numpy_call("zeros_like", value)
        return numpy_call("zeros_like", value, dtype=numpy_call("result_type", value, ast.Constant(1.0)))

    # Statements.

    def _mirror(self, statement: Statement) -> None:
        """The groups of one statement: the statement itself, then the stages it was taken apart into."""
        binds = [b for b in statement.binds if self._has_gradient(b.version)]
        unpacked = _unpacked_call(statement)
        self.alone = len(statement.binds) == 1
        if unpacked is not None and binds and unpacked.data in self.context.summaries:
            self.target = base(statement.binds[0].version)
            self._pair(unpacked, tuple(b.version for b in statement.binds))
        else:
            for bind in reversed(binds):
                self._bind(bind)
        self._order(statement, binds)
        self._close(self.statement, None)
        while self.pending:
            uid = max(self.pending)
            term = self.pending.pop(uid)
            self.alone = True
            stage = self.stages[self.statement][uid]
            if self._has_gradient(stage.version):
                self._flow_root(term, stage.version, stage.guard)
            self._close(self.statement, stage.version)

    def _bind(self, bind: Bind) -> None:
        self.target = base(bind.version)
        if bind.term.op == "write":
            self._flow_write(bind)
            return
        for key, leaf in list(self.leaves.get(bind.version, {}).items()):
            if bind.term.op in ("tuple", "list", "dict"):
                keys = list(bind.term.data) if bind.term.op == "dict" else list(range(len(bind.term.args)))
                if self._has_gradient(leaf):
                    self._flow(bind.term.args[keys.index(key)], self._upstream_of(leaf), ())
        if self.same.get(bind.version, bind.version) in self.assigned or bind.version in self.constant:
            self._flow_root(bind.term, bind.version, ())
        elif bind.term.op not in ("tuple", "list", "dict"):
            self._settle(bind.version)
            self._flow_root(bind.term, bind.version, ())

    def _flow_root(self, term: Term, version: str, guard: Guard) -> None:
        self.terms[version] = term
        if term.op == "user" and not self.alone and version not in self._stage_versions():
            self._flow(term, self._upstream_of(version), guard)
            return
        self.named[term.uid] = version if term.op != "name" else self.named.get(term.uid, version)
        self._flow(term, self._upstream_of(version), guard, root=True)

    def _has_gradient(self, version: str) -> bool:
        version = self.same.get(version, version)
        leaves = self.leaves.get(version, {}).values()
        return version in self.assigned or version in self.constant or any(map(self._has_gradient, leaves))

    def _flow_write(self, bind: Bind) -> None:
        """What was written is given the gradient on its place; what it overwrote has none."""
        whole, part, value = bind.term.args
        version = self.same.get(bind.version, bind.version)
        if version in self.constant:
            self._settle(version)
        nodes = self._path(part, bind.term.data != "add.at")
        place: ast.expr = _name(gradient(version))
        for node in nodes:
            place = ast.Subscript(place, node, ast.Load())
        sign = bind.term.data
        expr = ast.UnaryOp(ast.USub(), place) if sign == "-" else place
        if self._active(value):
            full, target = self.facts.kinds[part.uid].shape, self.facts.kinds[value.uid].shape
            up = Upstream(expr, full, plain=False)
            if any(t.op == "name" and self.same.get(t.data, t.data) == version for t in value.walk()):
                self._contribute(self._name_term(value, ()), self._fitted(up, full, target, value), ())
            else:
                self._flow(value, self._fitted(up, full, target, value), ())
        if sign == "" and self._active(whole):
            op = "=" if len(nodes) == 1 else "chain="
            self._add(BackLine(gradient(version), op, ast.Constant(0.0), *_indexed(version, nodes)))

    def _fitted(self, up: Upstream, full: Any, target: Any, value: Term) -> Upstream:
        if full == target:
            return up
        return fit(up, full, target, self._shape_source(value, ()), self.facts.dims)

    def _path(self, part: Term, once: bool) -> list[ast.expr]:
        """The indices from a whole to its part, as the backward pass reads them."""
        indices = []
        while part.op == "index":
            indices.insert(0, part.args[1])
            part = part.args[0]
        if once and self._repeats(indices):
            self._refuse(
                "E103", indices[-1].node, "a write at indices that may repeat", "write at slices, or at one index"
            )
        return [self._value(i, (), None, "index") for i in indices]

    def _upstream_of(self, version: str) -> Upstream:
        version = self.same.get(version, version)
        expr = self.constant.get(version, _name(gradient(version)))
        return Upstream(expr, self.kinds[version].shape)

    def _order(self, statement: Statement, binds: list[Bind]) -> None:
        """A name that is assigned from itself: its old gradient comes last, once; else it is renamed."""
        if statement.form == "write":
            return
        for bind in statement.binds:
            name = base(bind.version)
            mine = [
                line
                for line in self.lines
                if any(_base_of(t) == name for t in (line.target, *line.targets))
                and gradient(bind.version) not in (line.target, *line.targets)
            ]
            if len(statement.binds) > 1 or len(mine) > 1 or any(m.index or m.targets for m in mine):
                if mine or len(statement.binds) > 1 and _reads_own(statement):
                    self.apart.add(bind.version)
            elif mine:
                self.lines.remove(mine[0])
                self.lines.append(mine[0])
        stages = [t for t in self.pending.values()]
        for bind in binds:
            name = base(bind.version)
            reads = sum(1 for t in bind.term.walk() if t.op == "name" and base(t.data) == name)
            if stages and reads > 1:
                self.apart.add(bind.version)

    def _close(self, statement: int, stage: str | None) -> None:
        if self.lines:
            self.groups.append(Group(statement, stage, tuple(self.lines)))
        self.lines = []

    def _add(self, line: BackLine) -> None:
        self.lines.append(line)

    # The way down an expression.

    def _varies(self, term: Term) -> bool:
        if term.op == "name":
            return term.data in self.useful
        return term.uid in self.facts.varying_terms and any(
            self._varies(arg) for arg in term.args
        )

    def _flow(self, term: Term, up: Upstream, guard: Guard, root: bool = False) -> None:
        """Sends the gradient on a term's value to the names that it was computed from."""
        if not self._active(term):
            return
        if term.uid in self.named and not root and term.op != "name":
            self._contribute(self.named[term.uid], up, guard)
        elif term.op == "name":
            self._contribute(term.data, up, guard)
        elif (choice := self.facts.chosen.get(term.uid)) is not None:
            self._gate(term, choice, up, guard, root)
        elif method := getattr(self, f"_flow_{term.op}", None):
            method(term, up, guard, root)
        else:
            self._no_gate(term)

    def _active(self, term: Term) -> bool:
        if term.op == "name":
            return term.data in self.useful
        return term.uid in self.useful_terms

    @property
    def useful_terms(self) -> frozenset[int]:
        """Terms that depend on an argument whose gradient is wanted."""
        return self.useful.terms

    def _gate(self, term: Term, choice: Candidate, up: Upstream, guard: Guard, root: bool) -> None:
        gate = choice.gate
        active = [n for n, lines in gate.lines.items() if not lines[0].zero and self._active(choice.bound[n])]
        self._refuse_lost(term, choice)
        if not active:
            return
        full = self.facts.kinds[term.uid].shape if up.full is None else up.full
        lines = {name: self._line(gate, name, term, choice) for name in active}
        uses = sum(line.upstream for line in lines.values())
        reads_output = any(gate.output in line.reads for line in lines.values())
        unspread = gate.result is not None and up.shape != full and not all(l.linear for l in lines.values())
        if not root and ((uses > 1 and not up.plain) or reads_output or unspread):
            self._contribute(self._name_term(term, guard), up, guard)
            return
        for name in active:
            for read in sorted(lines[name].reads - {gate.output}):
                self._value(choice.bound[read], guard, gate, read)
        try:
            flows = [(name, self._through(term, choice, name, lines[name], up, guard)) for name in active]
        except NotSpread:
            self._contribute(self._name_term(term, guard), up, guard)
            return
        for name, flowing in flows:
            self._into(choice.bound[name], gate, name, flowing, guard)

    def _into(self, term: Term, gate: Gate, role: str, up: Upstream, guard: Guard) -> None:
        before = self.parent
        self.parent = (gate, role)
        self._flow(term, up, guard)
        self.parent = before

    parent: tuple[Gate | None, str] = (None, "")

    def _line(self, gate: Gate, name: str, term: Term, choice: Candidate) -> Line:
        """The first of the alternatives that needs no new name."""
        alternatives = gate.lines[name]
        for line in alternatives:
            reads_new = gate.output in line.reads and term.uid not in self.named
            reads_new = reads_new or any(
                not self._readable(choice.bound[read]) for read in line.reads - {gate.output}
            )
            if not reads_new:
                return line
        without = [line for line in alternatives if gate.output not in line.reads]
        return (without or list(alternatives))[0]

    def _through(
        self, term: Term, choice: Candidate, name: str, line: Line, up: Upstream, guard: Guard
    ) -> Upstream:
        """The gradient on one operand of a gate."""
        gate, operand = choice.gate, choice.bound[name]
        full = self.facts.kinds[term.uid].shape if up.full is None else up.full
        target = self.facts.kinds[operand.uid].shape
        shape = self._line_shape(line, choice, term, up)
        settled = not line.linear and not _expands(line) and not _reduces(gate) and not _batches(gate)
        if gate.result is not None and settled:
            shape = target
        values = self._values(line, choice, term, up, guard)
        expr = simplified(substituted(line.node, values))
        plain = up.plain and isinstance(expr, (ast.Name, ast.Constant))
        flowing = Upstream(expr, shape, plain)
        if shape == target or smaller(shape, target, self.facts.dims):
            if gate.result is not None or full == target:
                return flowing
        if gate.result is not None and shape != full:
            if target == ():
                return Upstream(numpy_call("sum", expr), (), plain=False)
            value = self._shape_source(operand, guard)
            return Upstream(call("unbroadcast", expr, value), target, plain=False)
        if self._can_wait(operand, full, target) and shape == full:
            return Upstream(expr, shape, plain, full)
        return fit(flowing, full, target, self._shape_source(operand, guard), self.facts.dims)

    def _can_wait(self, operand: Term, full: Any, target: Any) -> bool:
        """Whether a sum that needs a look at run time can be left to the operands of an operand."""
        choice = self.facts.chosen.get(operand.uid)
        vague = isinstance(full, Spread) or isinstance(target, Spread)
        elementwise = choice is not None and choice.gate.result is None
        return vague and target != () and elementwise and operand.uid not in self.named

    def _line_shape(self, line: Line, choice: Candidate, term: Term, up: Upstream) -> Any:
        gate = choice.gate
        kinds = {slot.name: self.facts.kinds[choice.bound[slot.name].uid] for slot in gate.slots}
        kinds[gate.output] = self.facts.kinds[term.uid]
        form = "number" if up.shape == () else "array" if isinstance(up.shape, tuple) else "tensor"
        kinds[gate.upstream] = Kind(form, "float", up.shape)
        inference = Inference(self.context, self.facts.dims, kinds.__getitem__)
        return inference.kind(replace(line.term)).shape

    def _values(
        self, line: Line, choice: Candidate, term: Term, up: Upstream, guard: Guard
    ) -> dict[str, ast.expr]:
        """What stands for the names of a line."""
        gate = choice.gate
        values: dict[str, ast.expr] = {gate.upstream: up.expr}
        for name in line.reads | line.shapes:
            if name == gate.output:
                values[name] = (
                    _name(self.named[term.uid]) if name in line.reads else self._shape_source(term, guard)
                )
            elif name in line.reads:
                values[name] = self._value(choice.bound[name], guard, gate, name)
            else:
                values[name] = self._shape_source(choice.bound[name], guard)
        return values

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
            self._flow(branch, mine, (*guard, (condition, taken)), root and branch.op not in ("name", "user", "if"))

    def _flow_tuple(self, term: Term, up: Upstream, guard: Guard, root: bool) -> None:
        if not isinstance(up.expr, ast.Name):
            self._no_gate(term)
            return
        keys = list(term.data) if term.op == "dict" else list(range(len(term.args)))
        for key, arg in zip(keys, term.args):
            kind = self.facts.kinds[arg.uid]
            part = ast.Subscript(up.expr, ast.Constant(key), ast.Load())
            if not kind.discrete:
                self._flow(arg, Upstream(part, kind.shape), guard)

    _flow_list = _flow_tuple
    _flow_dict = _flow_tuple

    def _flow_call(self, term: Term, up: Upstream, guard: Guard, root: bool) -> None:
        if term.data == "builtins.sum" and len(term.args) == 1 and not any(term.keys):
            items = term.args[0]
            if items.op in ("list", "tuple"):
                self._sum_of(term, list(items.args), up, guard)
                return
            kind = self.facts.kinds[items.uid]
            if items.op == "name" and kind.items is not None:
                for key in range(len(kind.items)):
                    self._contribute(self._leaf(items.data, key), up, guard)
                return
            if items.op == "name" and kind.form == "list" and items.data not in self.assigned and not guard:
                spread = ast.BinOp(ast.List([up.expr], ast.Load()), ast.Mult(), call("len", items.node))
                self._add(BackLine(gradient(items.data), "=", spread))
                self.assigned.add(items.data)
                return
        self._no_gate(term)

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

    def _flow_index(self, term: Term, up: Upstream, guard: Guard, root: bool) -> None:
        leaf = self._leaf_of(term)
        if leaf is not None:
            self._contribute(leaf, up, guard)
            return
        target, indices = term.args[0], [term.args[1]]
        while target.op == "index" and self._leaf_of(target) is None and is_basic(target.args[1], self._rules()):
            indices.insert(0, target.args[1])
            target = target.args[0]
        kind = self.facts.kinds[target.uid]
        if self.context.module.roots() & {"jax"} and kind.numeric:
            self._refuse("E202", term.node, "jax arrays cannot be written in place", "use operations on whole arrays")
            return
        if not kind.numeric and not (kind.form == "list" and kind.element is not None):
            self._no_gate(term)
            return
        version = self._leaf_of(target) or (target.data if target.op == "name" else self._name_term(target, guard))
        nodes = [self._value(i, guard, None, "index") for i in indices]
        self._scatter(version, nodes, up, guard, self._repeats(indices))

    def _scatter(
        self, version: str, nodes: list[ast.expr], up: Upstream, guard: Guard, repeats: bool
    ) -> None:
        """Adds a gradient to part of another."""
        version = self.same.get(version, version)
        expr = _guarded(up.expr, guard, ast.Constant(0.0))
        first = version not in self.assigned
        if first:
            self._add(BackLine(gradient(version), "=", self._zero(version, self._value_of_version(version))))
            self.assigned.add(version)
        index: ast.expr = nodes[-1]
        target: ast.expr = _name(gradient(version))
        for node in nodes[:-1]:
            target = ast.Subscript(target, node, ast.Load())
        if len(nodes) > 1:
            index = ast.Subscript(target, index, ast.Load())
            self._add(BackLine(gradient(version), "chain+=", expr, index))
        else:
            whole = first and not guard and not self.kinds[version].vague
            op = "add.at" if repeats else "=" if whole else "+="
            self._add(BackLine(gradient(version), op, expr, index))

    def _repeats(self, indices: list[Term]) -> bool:
        """Whether an index may name an entry twice."""
        rules = self._rules()
        parts = [p for i in indices for p in (i.args if i.op == "tuple" else (i,))]
        if all(is_basic(p, rules) for p in parts):
            return False
        if any(p.op == "call" and p.data == "numpy.arange" for p in parts):
            return False
        return not all(is_basic(p, rules) or rules.kind(p).dtype == "bool" for p in parts)

    def _rules(self) -> Inference:
        inference = Inference(self.context, self.facts.dims, lambda version: self.kinds[version])
        inference.kinds.update(self.facts.kinds)
        return inference

    # Containers: the items of one are variables with gradients of their own.

    def _leaf_of(self, term: Term) -> str | None:
        """The variable that an item of a container is, if the index is known."""
        if term.op != "index":
            return None
        container = term.args[0]
        owner = container.data if container.op == "name" else self._leaf_of(container)
        if owner is None:
            return None
        kind, key = self.kinds[owner], self.facts.kinds[term.args[1].uid].value
        if kind.items is None or key is None:
            return None
        if kind.form != "dict":
            if not isinstance(key, int) or not -len(kind.items) <= key < len(kind.items):
                return None
            key %= len(kind.items)
        elif key not in kind.keys:
            return None
        return self._leaf(owner, key)

    def _leaf(self, owner: str, key: Any) -> str:
        known = self.leaves.setdefault(owner, {})
        if key not in known:
            kind = self.kinds[owner]
            items = kind.items or ()
            item = items[kind.keys.index(key)] if kind.form == "dict" else items[key]
            word = key if isinstance(key, str) and key.isidentifier() else f"{base(owner)}_{key}"
            word = word if word.isidentifier() else f"{base(owner)}_{len(known)}"
            version = f"{self.names.take(word, base(owner))}:item"
            known[key] = version
            self.kinds[version] = item
            self.leaf_nodes[version] = ast.Subscript(self._value_of_version(owner), ast.Constant(key), ast.Load())
        return known[key]

    @property
    def leaf_nodes(self) -> dict[str, ast.expr]:
        """How an item is read, by its version."""
        return self.__dict__.setdefault("_leaf_nodes", {})

    def _value_of_version(self, version: str) -> ast.expr:
        return self.leaf_nodes.get(version) or _name(version)

    # Values that the backward pass reads.

    def _readable(self, term: Term) -> bool:
        """Whether a value can be read again without a name of its own."""
        if term.uid in self.named or term.op in ("name", "literal", "global", "constant", "function", "builtin"):
            return True
        if term.op == "call" and term.data in ("numpy.size", "numpy.ndim"):
            return all(self._readable(a) for a in term.args)
        if term.op == "attr":
            return self._readable(term.args[0]) and term.data in ("T", "shape", "size", "ndim")
        if term.op == "call" and term.data in ("builtins.len", "numpy.arange", "numpy.shape"):
            return all(self._readable(a) for a in term.args)
        if term.op in ("index", "tuple", "slice"):
            kinds = [self.facts.kinds[a.uid] for a in term.args[1:]]
            fancy = term.op == "index" and not all(k.value is not None or k.form in ("other", "number") for k in kinds)
            return not fancy and all(self._readable(a) for a in term.args)
        kind = self.facts.kinds[term.uid]
        if kind.form == "number" and term.op in ("neg", "+", "-", "*", "/", "compare", "not"):
            names = [a for a in term.args if not is_number(a)]
            leaf = all(a.op == "name" or (a.op == "index" and self._readable(a)) for a in names)
            return leaf and (len(names) == 1 or term.op == "compare")
        return term.op == "neg" and term.args[0].op == "name" and kind.form == "number"

    def _value(self, term: Term, guard: Guard, parent: Gate | None, role: str) -> ast.expr:
        """An expression for a term's value in the backward pass; names the term if it needs one."""
        if term.uid in self.named and term.op != "name":
            return _name(self.named[term.uid])
        if self._readable(term):
            return self._reread(term)
        before, self.parent = self.parent, (parent, role)
        version = self._name_term(term, guard)
        self.parent = before
        return _name(version)

    def _reread(self, term: Term) -> ast.expr:
        """The user's expression, with named parts by their names."""
        replaced = {id(t.node): self.named[t.uid] for t in term.walk() if t.uid in self.named and t.op != "name"}
        return rewritten(term.node, replaced)

    def _shape_source(self, term: Term, guard: Guard) -> ast.expr:
        """Something of a term's shape: the term, or an operand of the same shape that is there."""
        if term.uid in self.named or self._readable(term):
            return self._value(term, guard, None, "")
        shape = self.facts.kinds[term.uid].shape
        choice = self.facts.chosen.get(term.uid)
        if choice is not None and choice.gate.result is None:
            for slot in choice.gate.slots:
                operand = choice.bound[slot.name]
                if self.facts.kinds[operand.uid].shape == shape and self._has_shape_source(operand, shape):
                    return self._shape_source(operand, guard)
        return self._value(term, guard, None, "")

    def _has_shape_source(self, term: Term, shape: Any) -> bool:
        if term.uid in self.named or self._readable(term):
            return True
        choice = self.facts.chosen.get(term.uid)
        return choice is not None and choice.gate.result is None and any(
            self.facts.kinds[choice.bound[s.name].uid].shape == shape
            and self._has_shape_source(choice.bound[s.name], shape)
            for s in choice.gate.slots
        )

    def _name_term(self, term: Term, guard: Guard) -> str:
        """Makes a term a stage of its own."""
        if term.uid in self.named:
            return self.named[term.uid]
        gate, role = self.parent
        wanted = stage_name(term, gate, role, self.target, self.named)
        version = f"{self.names.take(wanted, self.target)}:0"
        self.named[term.uid] = version
        self.kinds[version] = self.facts.kinds[term.uid]
        self.stages.setdefault(self.statement, {})[term.uid] = Stage(version, term, guard)
        self.pending[term.uid] = term
        return version

    def _temporary(self, word: str, like: str) -> str:
        version = f"{self.names.take(word)}:0"
        self.kinds[version] = self.kinds[like]
        return version

    # Contributions.

    def _contribute(self, version: str, up: Upstream, guard: Guard) -> None:
        """Adds to the gradient of a variable: `=` the first time, `+=` later."""
        version = self.same.get(version, version)
        if version in self.constant:
            self._settle(version)
        if up.full is not None:
            up = fit(up, up.full, self.kinds[version].shape, self._value_of_version(version), self.facts.dims)
        kind, expr = self.kinds[version], up.expr
        first = version not in self.assigned
        if first and not guard and self._passes(version, up):
            self.constant[version] = up.expr
            return
        if (not kind.numeric or kind.vague) and not first:
            self._refuse(
                "E203",
                self.lowered.statements[self.statement].node,
                f"gradients of {base(version)} meet, and it may be a list, a tuple or a dict",
                "say what it is in an annotation, or use its items, each by itself",
            )
            return
        small = kind.numeric and up.shape != kind.shape
        value = self._value_of_version(version)
        if small and first and kind.form != "number":
            expr = ast.BinOp(numpy_call("ones_like", value), ast.Mult(), expr)
        zero: ast.expr = ast.Constant(0.0)
        if guard and first and kind.form != "number":
            zero = self._zero(version, value)
        expr = _guarded(expr, guard, zero)
        self._add(BackLine(gradient(version), "=" if first else "+=", expr))
        self.assigned.add(version)

    def _stage_versions(self) -> set[str]:
        return {stage.version for stage in self.stages.get(self.statement, {}).values()}

    def _passes(self, version: str, up: Upstream) -> bool:
        """Whether a stage of ours need not have a gradient of its own, being given another's."""
        return version in self._stage_versions() and isinstance(up.expr, ast.Name) and up.shape == self.kinds[version].shape

    # Calls of the module's own functions.

    def _pair(self, term: Term, results: tuple[str, ...]) -> None:
        """A call becomes the pair: forward with its cache, backward with its gradients."""
        summary = self.context.summaries[str(term.data)]
        stage = self.stages.get(self.statement, {}).get(term.uid)
        if stage is not None and stage.guard:
            self._refuse("E203", term.node, "a call inside a conditional expression", "give it a statement of its own")
            return
        if len(results) != len(summary.outputs):
            self._refuse(
                "E303",
                term.node,
                f"{term.data} has {len(summary.outputs)} outputs, taken by {len(results)} names",
                "give each output one name",
            )
            return
        given = arguments(summary, term)
        missing = [p for p in summary.required if p not in given]
        unknown = [p for p in given if p not in summary.parameters]
        if missing or unknown or len(given) != len(term.args):
            what = f"{missing[0]} is missing" if missing else "an argument too many"
            self._refuse("E303", term.node, f"the call does not fit {term.data}: {what}", "see its parameters")
            return
        for name in summary.left_out:
            if name in given and self._active(given[name]):
                self._refuse(
                    "E302",
                    term.node,
                    f"{term.data} leaves out the gradient on {name}, which is needed here",
                    f"name {name} in the wrt of {term.data}",
                )
                return
        cache = f"{self.names.take(f'{term.data}_cache', base(results[0]))}:0"
        self.kinds[cache] = Kind("tuple")
        self.pairs[term.uid] = CallPair(term, results, cache)
        self._pair_lines(summary, given, results, cache)

    def _pair_lines(
        self, summary: Summary, given: dict[str, Term], results: tuple[str, ...], cache: str
    ) -> None:
        ups: list[ast.expr] = []
        scale: ast.expr | None = None
        for version, has in zip(results, summary.upstream):
            if summary.final:
                scale = self._upstream_of(version).expr
            elif has:
                if version not in self.assigned and version not in self.constant:
                    self._settle(version)
                ups.append(self._upstream_of(version).expr)
        targets, later = [], []
        for name in summary.gradients:
            term = given.get(name)
            if term is None or not self._active(term):
                targets.append("_")
                continue
            own = self._leaf_of(term) or (term.data if term.op == "name" else self._name_of_argument(term))
            if self._is_shared_container(own):
                temporary = self._temporary(f"{base(own)}_{summary.name}", own)
                targets.append(gradient(temporary))
                theirs = summary.kinds[summary.parameters.index(name)]
                for key in _keys(theirs):
                    part = ast.Subscript(_name(gradient(temporary)), ast.Constant(key), ast.Load())
                    later.append((self._leaf(own, key), part if scale is None else product_of(scale, part)))
                continue
            if own in self.assigned or gradient(own) in targets or (scale is not None and not is_one(scale)):
                temporary = self._temporary(f"{base(own)}_{summary.name}", own)
                targets.append(gradient(temporary))
                expr: ast.expr = _name(gradient(temporary))
                if scale is not None:
                    expr = product_of(scale, expr)
                later.append((own, expr))
            else:
                targets.append(gradient(own))
                self.assigned.add(own)
        function = call(f"{summary.name}_backward", *ups, _name(cache))
        if any(t != "_" for t in targets):
            self._add(BackLine(targets[0], "call", function, targets=tuple(targets)))
        for own, expr in later:
            self._contribute(own, Upstream(expr, self.kinds[own].shape), ())

    def _is_shared_container(self, version: str) -> bool:
        """Whether a container of known items is used elsewhere too, so that gradients meet."""
        known = self.kinds[version].items is not None
        return known and (self.uses.get(version, 0) > 1 or version in self.leaves or version in self.assigned)

    def _name_of_argument(self, term: Term) -> str:
        before, self.parent = self.parent, (None, "")
        version = self._name_term(term, ())
        self.parent = before
        return version

    # Refusals.

    def _refuse_lost(self, term: Term, choice: Candidate) -> None:
        """A value that depends on an argument must not reach a parameter without a gradient."""
        gate = choice.gate
        for slot in gate.slots:
            lost = slot.name not in gate.lines and gate.lines and slot.fits in ("", "float", "constant")
            if lost and self._active(choice.bound[slot.name]):
                self._refuse(
                    "E207",
                    choice.bound[slot.name].node,
                    f"{gate.name} has no gradient for {slot.name}, and this depends on an argument",
                    "mark the statement that computes it `# backprop: stop`, or write a gate",
                )

    def _no_gate(self, term: Term) -> None:
        if term.uid in self.facts.undecided:
            self._refuse(
                "E202",
                term.node,
                "the gradient of this depends on the shapes of its operands, which are not known",
                'say what they are where the arguments are declared, as in x: "N D"',
            )
            return
        code, what = _what_it_is(term, self.facts.kinds[term.args[0].uid] if term.args else None)
        self._refuse(
            code,
            term.node,
            f"{what} has no gate, and its value depends on an argument",
            "write a gate for it (--templates), or mark the statement `# backprop: stop`",
        )

    def _refuse(self, code: str, node: ast.AST, message: str, help_text: str) -> None:
        self.problems[problem_at(code, node, message, help_text)] = None


class Useful(frozenset):  # type: ignore[type-arg]
    """Versions whose gradient leads to a wanted argument, and the terms that read them."""

    terms: frozenset[int]


def _useful(lowered: Lowered, facts: Facts, wanted: tuple[str, ...]) -> Useful:
    versions = {v for v in lowered.parameters if base(v) in wanted and v in facts.varying}
    terms: set[int] = set()

    def visit(term: Term) -> bool:
        below = [visit(arg) for arg in term.args]
        if term.op == "name":
            found = term.data in versions
        else:
            found = term.uid in facts.varying_terms and any(below)
        if found:
            terms.add(term.uid)
        return found

    for statement in lowered.statements:
        for bind in statement.binds:
            if visit(bind.term) and bind.version in facts.varying:
                versions.add(bind.version)
    useful = Useful(versions)
    useful.terms = frozenset(terms)
    return useful


def rewritten(node: ast.expr, replaced: Mapping[int, str]) -> ast.expr:
    """An expression with some of its nodes replaced by names; shares what does not change."""
    if id(node) in replaced:
        return _name(replaced[id(node)])
    if not replaced:
        return node
    changes: dict[str, Any] = {}
    for name, value in ast.iter_fields(node):
        if isinstance(value, ast.expr):
            new: Any = rewritten(value, replaced)
        elif isinstance(value, list):
            new = [
                rewritten(v, replaced)
                if isinstance(v, ast.expr)
                else ast.keyword(v.arg, rewritten(v.value, replaced))
                if isinstance(v, ast.keyword)
                else v
                for v in value
            ]
        else:
            new = value
        changes[name] = new
    return type(node)(**changes)


def substituted(node: ast.expr, values: Mapping[str, ast.expr]) -> ast.expr:
    """A template's line with the user's expressions in the place of its names."""
    if isinstance(node, ast.Name):
        return values.get(node.id, node)
    if isinstance(node, Paren):
        return Paren(substituted(node.value, values))
    changes: dict[str, Any] = {}
    for name, value in ast.iter_fields(node):
        if isinstance(value, ast.expr):
            changes[name] = substituted(value, values)
        elif isinstance(value, list):
            changes[name] = [
                substituted(v, values)
                if isinstance(v, ast.expr)
                else ast.keyword(v.arg, substituted(v.value, values))
                if isinstance(v, ast.keyword)
                else v
                for v in value
            ]
        else:
            changes[name] = value
    return type(node)(**changes)


def _name(name: str) -> ast.Name:
    return ast.Name(name, ast.Load())


def _guarded(expr: ast.expr, guard: Guard, zero: ast.expr) -> ast.expr:
    """An expression that is computed only where its branch was taken."""
    for test, taken in reversed(guard):
        expr = conditional(test, expr, zero) if taken else conditional(test, zero, expr)
    return expr


def _keys(kind: Kind) -> tuple[Any, ...]:
    """The keys of a container of known items."""
    return kind.keys if kind.form == "dict" else tuple(range(len(kind.items or ())))


def _display(kind: Kind, parts: list[ast.expr]) -> ast.expr:
    if kind.form == "dict":
        return ast.Dict([ast.Constant(key) for key in kind.keys], parts)
    return Paren(ast.Tuple(parts, ast.Load())) if kind.form == "tuple" else ast.List(parts, ast.Load())


def _roots(statement: Statement) -> list[Term]:
    return [*statement.reads, *(b.term for b in statement.binds)]


def _indexed(version: str, nodes: list[ast.expr]) -> tuple[ast.expr, ...]:
    """The index of a backward line: the last of the indices, in what the others lead to."""
    return (nodes[-1],) if len(nodes) == 1 else (_subscripts(version, nodes),)


def _subscripts(version: str, nodes: list[ast.expr]) -> ast.expr:
    value: ast.expr = _name(gradient(version))
    for node in nodes:
        value = ast.Subscript(value, node, ast.Load())
    return value


def _base_of(target: str) -> str:
    return base(target[2:]) if target.startswith("d ") else target


def _reads_own(statement: Statement) -> bool:
    names = {base(b.version) for b in statement.binds}
    return any(t.op == "name" and base(t.data) in names for b in statement.binds for t in b.term.walk())


def _expands(line: Line) -> bool:
    """Whether a line puts axes of size 1 into the gradient, so that it is smaller than its value."""
    return any(t.op == "call" and t.data == "numpy.expand_dims" for t in line.term.walk())


def _reduces(gate: Gate) -> bool:
    """Whether a gate loses axes, so that its lines may give less than the whole shape."""
    return isinstance(gate.result, ast.Call) and getattr(gate.result.func, "id", "") == "reduced"


def _batches(gate: Gate) -> bool:
    """Whether dimensions in front of a gate's operands broadcast, so that its lines may give more."""
    return any(slot.fits.startswith("shape ...") for slot in gate.slots)


def _unpacked_call(statement: Statement) -> Term | None:
    """The call whose outputs a statement takes apart, if it is one."""
    calls = {b.term.args[0].uid: b.term.args[0] for b in statement.binds if b.term.op == "index"}
    if len(calls) == 1 and all(b.term.op == "index" for b in statement.binds):
        term = next(iter(calls.values()))
        return term if term.op == "user" else None
    return None


def _what_it_is(term: Term, first: Kind | None) -> tuple[str, str]:
    """A term in words, and the code of its refusal."""
    if term.op == "opaque":
        return "E203", f"this {_OPAQUE.get(str(term.data), 'expression')}"
    if term.op in ("call", "unknown", "user"):
        return "E201", f"{term.spelled.removeprefix('builtins.') or term.data}, called like this,"
    if term.op == "method":
        return "E201", f"the method {term.data}"
    if term.op == "attr":
        return "E205", f"the attribute {term.data}"
    if term.op in ("and", "or", "not"):
        return "E203", f"`{term.op}`"
    return "E202", f"`{term.op}`"


_OPAQUE = {
    "Lambda": "lambda",
    "ListComp": "comprehension",
    "GeneratorExp": "generator expression",
    "DictComp": "comprehension",
    "SetComp": "comprehension",
    "NamedExpr": "walrus",
    "Starred": "starred expression",
    "JoinedStr": "string",
    "Call": "call with starred arguments",
}
