"""What each value of a function is, which gate each term is, which memory a name stands for.

An abstract interpretation over the statements. Knowledge comes from annotations, flows forwards
through every gate by its shape rule, and backwards from use: a function of `math` takes numbers,
`.T` is of an array, a final output is a scalar and so are the operands of elementwise gates that
give it. The walk is repeated until nothing new is learnt.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from codegen import knowledge
from codegen.gates import Gate, Library
from codegen.kind import (
    BOOL,
    FLOAT,
    INT,
    NUMBER,
    OTHER,
    BadAnnotation,
    Dims,
    Kind,
    Shape,
    Spread,
    array,
    atom,
    int_of,
    join,
    kind_of_annotation,
    promote,
)
from codegen.lower import Lowered, base, problem_at
from codegen.match import Candidate, candidates
from codegen.parse import Module
from codegen.problems import Problem
from codegen.terms import Meaning, Reader, Term, is_number, same

ARRAY_LIBRARIES = ("numpy", "jax", "cupy", "autograd")
ARRAY_ATTRIBUTES = ("T", "shape", "ndim", "size", "dtype")
INTEGER_CALLS = ("builtins.len", "builtins.int", "builtins.range", "builtins.ord", "builtins.hash")
BOOLEAN_CALLS = ("builtins.isinstance", "builtins.bool", "builtins.callable", "builtins.any", "builtins.all")


@dataclass(frozen=True)
class Summary:
    """What a caller needs to know of a function whose pair has been generated.

    `gradients` are the parameters that have a place in what the backward pass returns; `wanted`
    says which of the others are left out by `wrt`. `outputs` are kinds in the function's own
    symbols, `upstream` says which of them have an upstream gradient, `shares` which arguments'
    memory each may share.
    """

    name: str
    parameters: tuple[str, ...]
    kinds: tuple[Kind, ...]
    required: tuple[str, ...]
    gradients: tuple[str, ...]
    left_out: tuple[str, ...]
    outputs: tuple[Kind, ...]
    output_names: tuple[str, ...]
    upstream: tuple[bool, ...]
    shares: tuple[frozenset[str], ...]
    final: bool


@dataclass(frozen=True)
class Facts:
    """The result: kinds and gates by term, kinds and memory by version, what varies.

    A version varies if it depends on an argument that can have a gradient. `numbers` are
    parameters taken for numbers because they are augmented; the forward pass holds them to it.
    `undecided` are terms of which several gates might be, depending on shapes that are not known.
    """

    kinds: Mapping[int, Kind]
    versions: Mapping[str, Kind]
    chosen: Mapping[int, Candidate]
    varying: frozenset[str]
    varying_terms: frozenset[int]
    memory: Mapping[str, frozenset[str]]
    term_memory: Mapping[int, frozenset[str]]
    numbers: tuple[str, ...]
    arrays: bool
    undecided: frozenset[int]
    dims: Dims
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class Context:
    """What the function stands in: the module, all gates, the summaries of what it calls."""

    module: Module
    gates: Library
    summaries: Mapping[str, Summary]
    final: bool
    annotated: bool = False

    @property
    def arrays(self) -> bool:
        """Whether there are arrays: the module imports a library of them, or annotations say so."""
        return self.annotated or bool(self.module.roots() & set(ARRAY_LIBRARIES))


def analyse(lowered: Lowered, context: Context) -> Facts:
    """The facts about a function, at the fixpoint of what its statements say of each other."""
    uses = _uses(lowered)
    shaped = [p for p in lowered.function.parameters if (p.annotation or "").startswith('"')]
    arrays = any(not _only_items(uses.get(f"{p.name}:0", ())) for p in shaped if len(p.annotation or "") > 1)
    context = replace(context, annotated=context.annotated or arrays)
    demands: dict[str, Kind] = {}
    for _ in range(12):
        walk = _Walk(lowered, context, demands)
        walk.run()
        new = walk.learnt()
        if new == demands:
            break
        demands = new
    return walk.facts()


class _Walk:
    """One walk over the statements."""

    def __init__(self, lowered: Lowered, context: Context, demands: Mapping[str, Kind]) -> None:
        self.lowered, self.context, self.demands = lowered, context, demands
        self.dims = Dims()
        self.problems: dict[Problem, None] = {}
        self.versions: dict[str, Kind] = {}
        self.memory: dict[str, frozenset[str]] = {}
        self.term_memory: dict[int, frozenset[str]] = {}
        self.varying: set[str] = set()
        self.needs: dict[str, Kind] = {}
        self.rules = Inference(context, self.dims, self.versions.__getitem__, self._demand, self._problem)
        self.numbers: dict[str, None] = {}
        self.last_read = _last_reads(lowered)
        self.uses = _uses(lowered)
        self.now = 0

    def run(self) -> None:
        """Visits the parameters and the statements in forward order."""
        self._parameters()
        for index, statement in enumerate(self.lowered.statements):
            self.now = index
            for term in statement.reads:
                self.rules.kind(term)
            for bind in statement.binds:
                kind = self.rules.kind(bind.term)
                declared = self._declared(bind.annotation, base(bind.version), statement.node)
                self.versions[bind.version] = self._meet(bind.version, declared or kind)
                for term in bind.term.walk():
                    self.term_memory[term.uid] = self._roots(term)
                self.memory[bind.version] = self.term_memory[bind.term.uid]
                if statement.form == "write":
                    self._written(bind.term, statement.node)
                if self.varies(bind.term) and not statement.stop and not kind.discrete:
                    self.varying.add(bind.version)
            if statement.form == "bind" and statement.augmented:
                self._augmented(statement.binds[0].term.args[0], statement.node)

    def _parameters(self) -> None:
        function = self.lowered.function
        uses = self.uses
        for parameter, version in zip(function.parameters, self.lowered.parameters):
            kind = self._declared(parameter.annotation, parameter.name, parameter.node)
            if kind is None:
                kind = self._guess(parameter.name, version, uses.get(version, ()), parameter.default)
            elif kind.form in ("list", "tuple", "dict") and kind.items is None:
                kind = self._container(kind, parameter.name, version, uses.get(version, ()))
            self.versions[version] = self._meet(version, kind)
            self.memory[version] = frozenset([version])
            if not self.versions[version].discrete:
                self.varying.add(version)

    def _declared(self, text: str | None, name: str, node: ast.AST) -> Kind | None:
        if text is None:
            return None
        lists = not self.context.arrays
        try:
            kind = kind_of_annotation(text, name, self.dims, lists)
        except BadAnnotation as error:
            self._problem(
                "E007", node, f"the shape of {name} is not understood: {error}", 'write sizes as in x: "N D", or "3 N"'
            )
            return None
        if kind is not None and kind.dtype == "complex":
            self._problem("E206", node, f"{name} is complex", "pass its real and imaginary parts")
        return kind

    def _guess(self, name: str, version: str, uses: tuple[Term, ...], default: ast.expr | None) -> Kind:
        """The kind of an argument that is not annotated, from how it is used."""
        if isinstance(default, ast.Constant) and isinstance(default.value, (bool, str)):
            return BOOL if isinstance(default.value, bool) else OTHER
        if any(use.op == "index" and isinstance(use.data, tuple) for use in uses):
            return self._container(Kind("tuple"), name, version, uses)
        if any(use.op == "index" and _is_text(use.args[1]) and _is_name(use.args[0], version) for use in uses):
            return self._container(Kind("dict"), name, version, uses)
        as_array = any(_array_use(use, version) for use in uses)
        if any(use.op == "index" for use in uses) and not self.context.arrays and not as_array:
            return self._container(Kind("list"), name, version, uses)
        if any(use.op == "user" for use in uses):
            kind = self._from_call(name, version, uses)
            if kind is not None:
                return kind
        if as_array or (self.context.arrays and any(use.op == "index" for use in uses)):
            return Kind("array", "any", atom(f"shape of {name}"), vague=not as_array)
        if not self.context.arrays:
            return NUMBER
        return Kind("tensor", "any", atom(f"shape of {name}"))

    def _from_call(self, name: str, version: str, uses: tuple[Term, ...]) -> Kind | None:
        """A container that a callee takes is one here too."""
        for use in uses:
            summary = self.context.summaries.get(str(use.data)) if use.op == "user" else None
            if summary is None:
                continue
            for parameter, arg in arguments(summary, use).items():
                kind = summary.kinds[summary.parameters.index(parameter)]
                if arg.op == "name" and arg.data == version and kind.form in ("tuple", "list", "dict"):
                    return _renamed(kind, name, self.dims)
        return None

    def _container(self, kind: Kind, name: str, version: str, uses: tuple[Term, ...]) -> Kind:
        """The kind of a container, with the items that the function reads."""
        if kind.form == "dict":
            return self._dict_read(name, uses, lambda term: _is_name(term, version), version)
        for use in uses:
            if use.op == "index" and isinstance(use.data, tuple):
                items = [kind.element or self._unpacked(version, name, i) for i in range(use.data[1])]
                return replace(kind, items=tuple(items))
        if kind.element is not None:
            return kind
        deeper = any(use.op == "index" and use.args[0].op == "index" for use in uses)
        if deeper and not self.context.arrays:
            return replace(kind, element=Kind("list", element=NUMBER))
        return replace(kind, element=self._unknown(f"{name}[]") if self.context.arrays else NUMBER)

    def _dict_read(
        self, name: str, uses: tuple[Term, ...], is_it: Callable[[Term], bool], version: str | None = None
    ) -> Kind:
        """A dict with the keys that the function reads, and those that its callees read."""
        mine = [use for use in uses if use.op == "index" and use.args[1].op == "literal" and is_it(use.args[0])]
        items: dict[Any, Kind] = {}
        for use in mine:
            key = use.args[1].data
            inner = [u for u in uses if u.op == "index" and _is_text(u.args[1]) and same(u.args[0], use)]
            if inner:
                items[key] = self._dict_read(f"{name}[{key!r}]", uses, lambda term, use=use: same(term, use))
            else:
                items[key] = self._unknown(f"{name}[{key!r}]")
        theirs = self._from_call(name, version, uses) if version is not None else None
        if theirs is not None and theirs.form == "dict" and theirs.items is not None:
            for key, item in zip(theirs.keys, theirs.items):
                items.setdefault(key, item)
        return Kind("dict", items=tuple(items.values()), keys=tuple(items))

    def _unpacked(self, version: str, name: str, position: int) -> Kind:
        """The kind of an item that is given a name, from how that name is used."""
        for statement in self.lowered.statements:
            for bind in statement.binds:
                term = bind.term
                if term.op == "index" and term.args[0].data == version and term.args[1].data == position:
                    if term.args[0].op == "name" and isinstance(term.data, tuple):
                        return self._guess(f"{name}[{position}]", bind.version, self.uses.get(bind.version, ()), None)
        for statement in self.lowered.statements:
            for bind in statement.binds:
                for term in bind.term.walk():
                    if term.op == "index" and isinstance(term.data, tuple) and _is_item(term.args[0], version, position):
                        items = [self._unknown(f"{name}[{position}][{i}]") for i in range(term.data[1])]
                        return Kind("tuple", items=tuple(items))
        return self._unknown(f"{name}[{position}]")

    def _unknown(self, name: str) -> Kind:
        kind = Kind("tensor", "any", atom(f"shape of {name}"))
        return kind if self.context.arrays else NUMBER

    def _meet(self, version: str, kind: Kind) -> Kind:
        """The kind, with what its uses say of it."""
        need = self.demands.get(version)
        if need is None or kind.form not in ("tensor", "number", "array"):
            return kind
        if need.form == "other" and version in self.lowered.parameters:
            return OTHER if kind.form == "tensor" else kind
        if kind.form == "tensor" and need.form == "number":
            return replace(kind, form="number", shape=(), dtype=need.dtype if kind.dtype == "any" else kind.dtype)
        if kind.form == "tensor" and need.form == "array":
            return replace(kind, form="array")
        if need.dtype in ("int", "bool") and kind.dtype == "any":
            return replace(kind, dtype=need.dtype)
        return kind

    def _demand(self, term: Term, kind: Kind) -> None:
        """A use says what a value is; a name is told so, an elementwise gate passes a number on."""
        if term.op == "name":
            before = self.needs.get(term.data)
            if before is None or (before.dtype == "any" and kind.dtype != "any"):
                self.needs[term.data] = kind
        elif kind.form == "number" and kind.dtype not in ("int", "bool"):
            choice = self.rules.chosen.get(term.uid)
            if choice is not None and choice.gate.result is None:
                for slot in choice.gate.slots:
                    self._demand(choice.bound[slot.name], kind)
            elif term.op == "if":
                self._demand(term.args[1], kind)
                self._demand(term.args[2], kind)

    def learnt(self) -> dict[str, Kind]:
        """What uses say of versions, passed on to what the versions were computed from."""
        returns = self._declared(self.lowered.function.returns, "return", self.lowered.function.node)
        scalar = self.context.final or (returns is not None and returns.form == "number")
        if scalar and len(self.lowered.outputs) == 1:
            self.needs.setdefault(self.lowered.outputs[0], NUMBER)
        for statement in reversed(self.lowered.statements):
            for bind in statement.binds:
                if bind.version in self.needs:
                    self._demand(bind.term, self.needs[bind.version])
        return dict(self.needs)

    def varies(self, term: Term) -> bool:
        """Whether a value depends on an argument that can have a gradient."""
        return varies(term, self.varying, self.rules)

    def _roots(self, term: Term) -> frozenset[str]:
        """The memories that a value may share."""
        if term.uid not in self.term_memory:
            self.term_memory[term.uid] = self._find_roots(term)
        return self.term_memory[term.uid]

    def _find_roots(self, term: Term) -> frozenset[str]:
        kind = self.rules.kind(term)
        if kind.form == "number" or kind.form == "other":
            return frozenset()
        if term.op == "name":
            return self.memory.get(term.data, frozenset())
        if term.op == "write":
            return self.memory.get(term.args[0].data, frozenset()) | (
                self._roots(term.args[2]) if kind.form == "list" else frozenset()
            )
        if term.op == "index" and term.args[0].op == "user" and isinstance(term.args[1].data, int):
            return self._roots_of_call(term.args[0], term.args[1].data)
        if term.op in ("attr", "index", "tuple", "list", "dict"):
            return frozenset().union(*(self._roots(arg) for arg in term.args))
        if term.op == "if":
            return self._roots(term.args[1]) | self._roots(term.args[2])
        choice = self.rules.chosen.get(term.uid)
        if choice is not None:
            views = frozenset().union(*(self._roots(choice.bound[v]) for v in choice.gate.views))
            return views or frozenset([f"fresh {term.uid}"])
        package, _, word = str(term.data).rpartition(".")
        if term.op == "call" and package.startswith("numpy") and word not in knowledge.vocabulary().views:
            return frozenset([f"fresh {term.uid}"])
        if term.op == "user" and term.data in self.context.summaries:
            return self._roots_of_call(term, None)
        if term.op in ("constant", "global"):
            return frozenset([f"module {term.data}"])
        if term.op in ("+", "-", "*", "/", "**", "compare", "neg"):
            return frozenset([f"fresh {term.uid}"])
        return frozenset([f"fresh {term.uid}"]).union(*(self._roots(arg) for arg in term.args))

    def _roots_of_call(self, term: Term, output: int | None) -> frozenset[str]:
        """The memories of one output of a call, or of all: new, and what the callee says it shares."""
        summary = self.context.summaries.get(str(term.data))
        if summary is None or (output is not None and output >= len(summary.shares)):
            return frozenset([f"fresh {term.uid}"]).union(*(self._roots(arg) for arg in term.args))
        shared = frozenset().union(*summary.shares) if output is None else summary.shares[output]
        given = arguments(summary, term)
        roots = [self._roots(given[name]) for name in sorted(shared) if name in given]
        return frozenset([f"fresh {term.uid} {output}"]).union(*roots)

    def _augmented(self, term: Term, node: ast.stmt) -> None:
        """An augmented assignment writes into an array; nothing else may name its memory."""
        kind, version = self.versions[term.data], str(term.data)
        if kind.form in ("number", "other"):
            return
        parameters = set(self.lowered.parameters) & self.memory[version]
        name = base(version)
        if kind.form == "tensor" and parameters == {version}:
            self.numbers[name] = None
            self.needs[version] = NUMBER
            return
        if kind.form in ("tuple", "dict"):
            return
        self._refuse_shared(version, node)

    def _written(self, term: Term, node: ast.stmt) -> None:
        """A write into part of a value: the same conditions."""
        kind = self.rules.kind(term.args[0])
        if kind.form in ("tuple", "dict", "other", "number"):
            self._problem("E103", node, "a write into this kind of value is not supported", "build a new value")
            return
        if kind.form == "tensor":
            self.needs.setdefault(term.args[0].data, Kind("array"))
        self._refuse_shared(term.args[0].data, node)

    def _refuse_shared(self, version: str, node: ast.stmt) -> None:
        """Nothing that is read later, and nothing outside the function, may name written memory."""
        name, memory = base(version), self.memory.get(version, frozenset())
        parameters = set(self.lowered.parameters) & memory
        sharing = [
            base(v)
            for v, roots in self.memory.items()
            if roots & memory and base(v) != name and self.last_read.get(v, -1) > self.now
        ]
        module = any(root.startswith("module ") for root in memory)
        if parameters or module:
            what = "an argument" if parameters else "a value of the module"
            self._problem(
                "E307", node, f"this writes into {what}: {name}", _instead(node, name)
            )
        elif sharing:
            self._problem(
                "E307", node, f"this writes into memory that {sharing[0]} may name too", _instead(node, name)
            )

    def _problem(self, code: str, node: ast.AST, message: str, help_text: str) -> None:
        self.problems[problem_at(code, node, message, help_text)] = None

    def facts(self) -> Facts:
        """The result of this walk."""
        return Facts(
            kinds=self.rules.kinds,
            versions=self.versions,
            chosen=self.rules.chosen,
            varying=frozenset(self.varying),
            varying_terms=frozenset(self.rules.varying),
            memory=self.memory,
            term_memory=self.term_memory,
            numbers=tuple(self.numbers),
            arrays=self.context.arrays,
            undecided=frozenset(self.rules.undecided),
            dims=self.dims,
            problems=tuple(self.problems),
        )


def _last_reads(lowered: Lowered) -> dict[str, int]:
    """The last statement that reads each version; outputs are read at the end."""
    last: dict[str, int] = {}
    for index, statement in enumerate(lowered.statements):
        for root in [*statement.reads, *(b.term for b in statement.binds)]:
            for term in root.walk():
                if term.op == "name":
                    last[term.data] = index
    last.update(dict.fromkeys(lowered.outputs, len(lowered.statements)))
    return last


def arguments(summary: Summary, call: Term) -> dict[str, Term]:
    """The terms that a call gives to a function's parameters, in the order of the call."""
    order = [key or summary.parameters[i] for i, key in enumerate(call.keys) if key or i < len(summary.parameters)]
    return dict(zip(order, call.args))


def varies(term: Term, varying: set[str] | frozenset[str], rules: Inference) -> bool:
    """Whether a term depends, by a way that can carry a gradient, on a version that varies."""
    kind = rules.kind(term)
    below = [varies(arg, varying, rules) for arg in term.args]
    if term.op == "name":
        result = term.data in varying
    elif kind.discrete or term.op in ("compare", "slice"):
        result = False
    elif term.uid in rules.chosen:
        choice = rules.chosen[term.uid]
        slots = [s for s in choice.gate.slots if choice.gate.lines and not _is_zero(choice.gate, s.name)]
        result = any(choice.bound[slot.name].uid in rules.varying for slot in slots)
        result = result or any(
            choice.bound[slot.name].op == "name" and choice.bound[slot.name].data in varying for slot in slots
        )
    elif term.op == "index":
        result = below[0]
    elif term.op == "write":
        result = below[0] or below[2]
    elif term.op == "if":
        result = any(below[1:])
    elif term.op == "attr" and term.data in ("shape", "ndim", "size", "dtype"):
        result = False
    else:
        result = any(below)
    if result:
        rules.varying.add(term.uid)
    return result


def _is_zero(gate: Gate, name: str) -> bool:
    return name in gate.lines and gate.lines[name][0].zero


class Inference:
    """The kind of a term from the kinds of names; remembers which gate each term is."""

    def __init__(
        self,
        context: Context,
        dims: Dims,
        lookup: Callable[[str], Kind],
        demand: Callable[[Term, Kind], None] = lambda term, kind: None,
        problem: Callable[[str, ast.AST, str, str], None] = lambda *_: None,
    ) -> None:
        self.context, self.dims, self.lookup = context, dims, lookup
        self.demand, self.problem = demand, problem
        self.kinds: dict[int, Kind] = {}
        self.chosen: dict[int, Candidate] = {}
        self.varying: set[int] = set()
        self.undecided: set[int] = set()

    def kind(self, term: Term) -> Kind:
        """What a term's value is."""
        if term.uid not in self.kinds:
            method = getattr(self, f"_{term.op}", None)
            self.kinds[term.uid] = method(term) if method else self._operation(term)
        return self.kinds[term.uid]

    def _name(self, term: Term) -> Kind:
        return self.lookup(term.data)

    def _literal(self, term: Term) -> Kind:
        value = term.data
        if isinstance(value, bool):
            return replace(BOOL, value=value)
        if isinstance(value, int):
            return int_of(value)
        if isinstance(value, float):
            return FLOAT
        if isinstance(value, complex):
            self.problem("E206", term.node, "complex values are not supported", "use real and imaginary parts")
        return replace(OTHER, value=value)

    def _global(self, term: Term) -> Kind:
        if str(term.data).split(".")[-1] in ("pi", "e", "inf", "nan", "tau", "euler_gamma"):
            return FLOAT
        return OTHER

    def _constant(self, term: Term) -> Kind:
        statement = self.context.module.constants.get(str(term.data))
        value = getattr(statement, "value", None)
        if value is None:
            return OTHER
        reader = Reader(lambda node: _module_meaning(node, self.context.module))
        return self.kind(reader.read(value))

    def _unbound(self, term: Term) -> Kind:
        return self._unknown(term)

    def _function(self, term: Term) -> Kind:
        return OTHER

    _builtin = _function

    def _tuple(self, term: Term) -> Kind:
        items = tuple(self.kind(arg) for arg in term.args)
        value = tuple(k.value for k in items) if all(k.value is not None for k in items) else None
        return Kind("tuple", items=items, value=value)

    def _list(self, term: Term) -> Kind:
        return Kind("list", items=tuple(self.kind(arg) for arg in term.args))

    def _dict(self, term: Term) -> Kind:
        return Kind("dict", items=tuple(self.kind(arg) for arg in term.args), keys=term.data)

    def _compare(self, term: Term) -> Kind:
        kinds = [self.kind(arg) for arg in term.args]
        if all(k.numeric for k in kinds) and not {"is", "is not", "in", "not in"} & set(term.data):
            return replace(self._elementwise(term, kinds), dtype="bool")
        return BOOL

    def _and(self, term: Term) -> Kind:
        kinds = [self.kind(arg) for arg in term.args]
        return kinds[0] if all(k == kinds[0] for k in kinds) else replace(self._unknown(term), dtype=promote(kinds))

    _or = _and

    def _not(self, term: Term) -> Kind:
        self.kind(term.args[0])
        return BOOL

    def _if(self, term: Term) -> Kind:
        self.kind(term.args[0])
        return join(self.kind(term.args[1]), self.kind(term.args[2]), self.dims, term.uid)

    def _slice(self, term: Term) -> Kind:
        for arg in term.args:
            self.kind(arg)
            self.demand(arg, INT)
        return OTHER

    def _opaque(self, term: Term) -> Kind:
        return OTHER if term.data == "JoinedStr" else self._unknown(term)

    def _write(self, term: Term) -> Kind:
        whole, part, value = term.args
        kind = self.kind(whole)
        self.kind(part)
        self.kind(value)
        if kind.form == "list" and kind.items:
            if any(item != kind.items[0] for item in kind.items):
                self.problem("E103", term.node, "a write into a list of different things", "build a new list")
            return Kind("list", element=kind.items[0])
        return replace(kind, value=None) if kind.form in ("array", "tensor", "list") else kind

    def _attr(self, term: Term) -> Kind:
        choice = self._choose(term)
        if choice is not None:
            return self._result(choice, term)
        kind, name = self.kind(term.args[0]), term.data
        if name in ARRAY_ATTRIBUTES and kind.form == "tensor":
            self.demand(term.args[0], Kind("array"))
        if name in ("shape", "ndim", "size"):
            return self._of_shape(kind, name)
        if name == "dtype":
            return OTHER
        return self._unknown(term)

    def _of_shape(self, kind: Kind, name: str) -> Kind:
        """The kind of a shape, a rank or a size."""
        shape = kind.shape if isinstance(kind.shape, tuple) and kind.numeric else None
        if name == "shape":
            if shape is None:
                return Kind("tuple", "int", element=INT)
            return Kind("tuple", items=tuple(int_of(d) for d in shape), value=shape)
        return int_of(len(shape)) if shape is not None and name == "ndim" else INT

    def _index(self, term: Term) -> Kind:
        base_kind, index = self.kind(term.args[0]), term.args[1]
        index_kind = self.kind(index)
        if index.op == "name" and index_kind.numeric and index_kind.dtype == "any":
            self.demand(index, INT)
        if base_kind.form in ("tuple", "list", "dict"):
            return self._item(base_kind, index_kind, term)
        if base_kind.numeric:
            return self._indexed(base_kind, term)
        return self._unknown(term)

    def _item(self, container: Kind, index: Kind, term: Term) -> Kind:
        if container.items is not None and container.form != "dict" and isinstance(index.value, int):
            if -len(container.items) <= index.value < len(container.items):
                return container.items[index.value]
            text = f"index {index.value} of {len(container.items)} items"
            self.problem("E204", term.node, text, "see the annotation, or the value that is indexed")
        if container.items is not None and container.form == "dict" and index.value in container.keys:
            return container.items[container.keys.index(index.value)]
        if container.dtype == "int":
            return INT
        return container.element or self._unknown(term)

    def _indexed(self, kind: Kind, term: Term) -> Kind:
        """The kind of part of an array."""
        index = term.args[1]
        parts = index.args if index.op == "tuple" else (index,)
        if kind.form == "tensor":
            self.demand(term.args[0], Kind("array"))
        shape = index_shape(kind.shape, parts, self) if isinstance(kind.shape, tuple) else None
        if shape is None:
            basic = all(is_basic(p, self) for p in parts)
            key = ("index", kind.shape, ast.dump(index.node)) if basic else term.uid
            return Kind("tensor", kind.dtype, atom(self.dims.fresh(key)), exact=kind.exact)
        return array(shape, kind.dtype, kind.exact)

    def _user(self, term: Term) -> Kind:
        for arg in term.args:
            self.kind(arg)
        if term.data in self.context.gates.helpers:
            return self._operation(term)
        summary = self.context.summaries.get(str(term.data))
        if summary is None:
            return self._unknown(term)
        given = arguments(summary, term)
        symbols: dict[str, Any] = {}
        for name, kind in zip(summary.parameters, summary.kinds):
            if name in given:
                _bind_symbols(kind.shape, self.kind(given[name]).shape, symbols)
                if kind.discrete and kind.dtype == "int":
                    self.demand(given[name], INT)
        outputs = tuple(_substituted(k, symbols, self.dims, (term.uid, i)) for i, k in enumerate(summary.outputs))
        return outputs[0] if len(outputs) == 1 else Kind("tuple", items=outputs)

    def _method(self, term: Term) -> Kind:
        if term.args and self.kind(term.args[0]).form == "tensor" and term.data in ("dot", "flatten", "astype", "copy"):
            self.demand(term.args[0], Kind("array"))
        return self._operation(term)

    def _call(self, term: Term) -> Kind:
        kinds = [self.kind(arg) for arg in term.args]
        if term.data in ("numpy.shape", "numpy.ndim", "numpy.size") and len(term.args) == 1:
            return self._of_shape(kinds[0], str(term.data).rpartition(".")[2])
        if term.data in INTEGER_CALLS:
            if term.data == "builtins.len" and kinds and isinstance(kinds[0].shape, tuple) and kinds[0].shape:
                return int_of(kinds[0].shape[0])
            return INT
        if term.data in BOOLEAN_CALLS:
            return BOOL
        if term.data == "builtins.sum" and len(term.args) == 1:
            return self._sum(term, kinds[0])
        return self._operation(term)

    def _sum(self, term: Term, kind: Kind) -> Kind:
        if kind.items:
            shape = self.dims.broadcast([k.shape for k in kind.items])
            if shape is not None and all(k.numeric for k in kind.items):
                return Kind(_form(kind.items, shape), promote(kind.items), shape)
        if kind.element is not None and kind.element.form == "number":
            return kind.element
        return self._unknown(term)

    def _operation(self, term: Term) -> Kind:
        kinds = [self.kind(arg) for arg in term.args]
        choice = self._choose(term)
        if choice is not None:
            return self._result(choice, term)
        if term.op == "*" and kinds[0].form == "list":
            items = kinds[0].items or ()
            return Kind("list", element=kinds[0].element or (items[0] if items else None))
        if term.op in ("+", "-", "*", "/", "**", "//", "%", "&", "|", "^", "<<", ">>", "invert", "neg", "pos"):
            return self._elementwise(term, kinds)
        return self._unknown(term)

    def _unknown(self, term: Term) -> Kind:
        if not self.context.arrays and term.op != "user":
            return NUMBER
        return Kind("tensor", "any", atom(self.dims.fresh(("term", term.uid))))

    def _elementwise(self, term: Term, kinds: list[Kind]) -> Kind:
        kinds = [k for k in kinds if k.numeric]
        shape = self.dims.broadcast([k.shape for k in kinds])
        if shape is None:
            self._contradiction(term, kinds)
            return self._unknown(term)
        dtype = "float" if term.op == "/" else promote(kinds)
        return Kind(_form(kinds, shape), dtype, shape)

    def _contradiction(self, term: Term, kinds: list[Kind]) -> None:
        shapes = " and ".join(show_shape(k.shape) for k in kinds)
        self.problem("E204", term.node, f"shapes that do not fit each other: {shapes}", "see their annotations")

    def _choose(self, term: Term) -> Candidate | None:
        """The first candidate that fits; failing that, the only one that may."""
        maybe: list[Candidate] = []
        clash: Candidate | None = None
        for candidate in candidates(term, self.context.gates):
            verdicts = self._verdicts(candidate, term)
            if all(v == "yes" for v in verdicts):
                maybe = [candidate]
                break
            if "clash" in verdicts and "no" not in verdicts:
                clash, maybe = candidate, []
                break
            if all(v in ("yes", "maybe") for v in verdicts):
                maybe.append(candidate)
        if not maybe and clash is not None:
            self._contradiction(term, [self.kind(clash.bound[s.name]) for s in clash.gate.slots])
        if len(maybe) > 1:
            self.undecided.add(term.uid)
        if len(maybe) != 1:
            return None
        choice = maybe[0]
        self.chosen[term.uid] = choice
        for slot in choice.gate.slots:
            self._tell(choice.bound[slot.name], slot.fits, term)
        return choice

    def _tell(self, term: Term, fits: str, whole: Term) -> None:
        """What a gate says of its inputs is learnt by them."""
        kind = self.kind(term)
        scalar = whole.spelled.split(".")[0] in knowledge.vocabulary().scalar
        if kind.form == "tensor" and (fits == "float" or scalar):
            self.demand(term, NUMBER)
        elif fits in ("int", "int | tuple") and kind.dtype == "any" and kind.numeric:
            self.demand(term, INT)
        elif fits == "bool" and kind.dtype == "any":
            self.demand(term, BOOL)
        elif fits == "object":
            self.demand(term, OTHER)
        elif fits.startswith("shape ") and kind.form == "tensor":
            self.demand(term, Kind("array"))
        elif kind.form == "tensor" and whole.op in ("attr", "method"):
            self.demand(term, Kind("array"))

    def _verdicts(self, candidate: Candidate, term: Term) -> list[str]:
        sizes: dict[str, Any] = {}
        verdicts = [
            self._fits(self.kind(candidate.bound[slot.name]), slot.fits, candidate.bound[slot.name], sizes)
            for slot in candidate.gate.slots
        ]
        if term.op != "call" and any(
            slot.fits in ("int", "bool", "tuple") and v == "maybe"
            for slot, v in zip(candidate.gate.slots, verdicts)
        ):
            return ["no"]
        return verdicts

    def _fits(self, kind: Kind, fits: str, term: Term, sizes: dict[str, Any]) -> str:
        if fits == "object":
            return "yes"
        if fits == "literal":
            return "yes" if is_number(term) else "no"
        if fits in ("", "constant"):
            return "yes" if kind.numeric else "no"
        if fits == "float":
            return {"number": "yes", "tensor": "maybe"}.get(kind.form, "no")
        if fits.startswith("shape"):
            return self._fits_shape(kind, fits[5:].split(), sizes)
        verdicts = {self._fits_word(kind, word.strip()) for word in fits.split("|")}
        return "yes" if "yes" in verdicts else "maybe" if "maybe" in verdicts else "no"

    def _fits_word(self, kind: Kind, word: str) -> str:
        if word in ("int", "bool"):
            if kind.form == "number" and kind.dtype in (word, "int"):
                return "yes"
            return "maybe" if kind.form in ("number", "tensor") and kind.dtype == "any" else "no"
        if word == "tuple":
            return "yes" if kind.form in ("tuple", "list") else "no"
        if word == "str":
            return "yes" if isinstance(kind.value, str) else "no"
        if word == "None":
            return "yes" if kind.form == "other" and kind.value is None else "no"
        return "no"

    def _fits_shape(self, kind: Kind, words: list[str], sizes: dict[str, Any]) -> str:
        if not kind.numeric:
            return "no"
        if isinstance(kind.shape, Spread):
            return "maybe" if words else "no" if kind.form == "array" else "maybe"
        shape = kind.shape
        if words[:1] == ["..."]:
            words = words[1:]
            if len(shape) < len(words):
                return "no"
            shape = shape[len(shape) - len(words) :]
        if len(shape) != len(words):
            return "no"
        for word, size in zip(words, shape):
            before = sizes.setdefault(word, int(word) if word.isdigit() else size)
            if isinstance(before, int) and isinstance(size, int) and before != size:
                return "clash"
            if isinstance(size, int):
                sizes[word] = size
        return "yes"

    def _result(self, choice: Candidate, term: Term) -> Kind:
        """The kind of what a gate gives."""
        gate = choice.gate
        kinds = {slot.name: self.kind(choice.bound[slot.name]) for slot in gate.slots}
        numeric = [k for k in kinds.values() if k.numeric]
        dtype, rule = _result_dtype(gate.result)
        if dtype == "":
            dtype = self._dtype(term, choice, kinds)
        if rule is None:
            operands = [kinds[s.name] for s in gate.slots if kinds[s.name].numeric and s.fits in ("", "float", "literal")]
            if term.spelled.split(".")[0] in knowledge.vocabulary().scalar or (not operands and not numeric):
                return Kind("number", dtype)
            shape = self.dims.broadcast([k.shape for k in operands or numeric])
            if shape is None:
                self._contradiction(term, operands)
                return self._unknown(term)
            exact = operands[0].exact if operands and len({k.exact for k in operands if k.shape != ()}) == 1 else ""
            return Kind(_form(operands or numeric, shape), dtype, shape, exact=exact)
        if isinstance(rule, str):
            return array(self._spelled_shape(rule.split(), choice, kinds, term), dtype)
        fits = {slot.name: slot.fits for slot in gate.slots}
        return self._by_rule(rule, kinds, fits, dtype, term)

    def _dtype(self, term: Term, choice: Candidate, kinds: Mapping[str, Kind]) -> str:
        operands = [k for s, k in zip(choice.gate.slots, kinds.values()) if k.numeric and s.fits not in ("int", "bool", "object")]
        dtype = promote(operands)
        if term.op in ("/", "**"):
            return "float" if term.op == "/" or dtype == "float" else "any"
        if term.op != "call" or choice.gate.views or dtype == "float":
            return dtype
        return "any" if dtype == "int" else "float" if choice.gate.result is None and choice.gate.lines else dtype

    def _spelled_shape(
        self, words: list[str], choice: Candidate, kinds: Mapping[str, Kind], term: Term
    ) -> Shape:
        sizes: dict[str, Any] = {}
        for slot in choice.gate.slots:
            if slot.fits.startswith("shape"):
                self._fits_shape(kinds[slot.name], slot.fits[5:].split(), sizes)
        return tuple(
            int(w) if w.isdigit() else sizes.get(w, self.dims.fresh((term.uid, w))) for w in words
        )

    def _by_rule(
        self, rule: ast.Call, kinds: Mapping[str, Kind], fits: Mapping[str, str], dtype: str, term: Term
    ) -> Kind:
        rules = knowledge.shape_rules()
        unknown = rules["UNKNOWN"]

        def value(node: ast.expr) -> Any:
            if isinstance(node, ast.Name):
                return _rule_argument(kinds[node.id], fits[node.id], unknown)
            return ast.literal_eval(node)

        shape = rules[rule.func.id](  # type: ignore[attr-defined]
            *[value(a) for a in rule.args], **{k.arg: value(k.value) for k in rule.keywords if k.arg}
        )
        if shape is unknown:
            names = [a.id for a in rule.args if isinstance(a, ast.Name)]
            if len(names) == 1 and rule.func.id == "same":  # type: ignore[attr-defined]
                return replace(kinds[names[0]], dtype=dtype)
            key = ("rule", ast.dump(rule), tuple(kinds[n] for n in names))
            return Kind("tensor", dtype, atom(self.dims.fresh(key)))
        fixed = tuple(self.dims.fresh((term.uid, i)) if d is unknown else d for i, d in enumerate(shape))
        return array(fixed, dtype)


def _rule_argument(kind: Kind, fits: str, unknown: Any) -> Any:
    """A parameter as a shape rule takes it: a shape, or the value of an int, bool or tuple."""
    if fits in ("", "float", "literal", "constant") or fits.startswith("shape"):
        return kind.shape if isinstance(kind.shape, tuple) and kind.numeric else unknown
    if kind.form == "other":
        return kind.value
    if kind.form == "tuple":
        items = kind.items or ()
        values = [k.value if k.value is not None else unknown for k in items]
        return tuple(values) if kind.items is not None else unknown
    if kind.dtype in ("int", "bool") and kind.form == "number":
        return unknown if kind.value is None else kind.value
    return kind.shape if isinstance(kind.shape, tuple) and kind.numeric else unknown


def _result_dtype(result: ast.expr | None) -> tuple[str, Any]:
    """A gate's return annotation, taken apart: the entries' type if it says it, and the shape."""
    if isinstance(result, ast.Name) and result.id in ("int", "bool", "float"):
        return result.id, None
    if isinstance(result, ast.Subscript) and isinstance(result.value, ast.Name):
        return result.value.id, result.slice.value if isinstance(result.slice, ast.Constant) else result.slice
    if isinstance(result, ast.Constant):
        return "", str(result.value)
    return "", result


def _form(kinds: list[Kind] | tuple[Kind, ...], shape: Shape) -> str:
    if shape == ():
        return "number"
    if isinstance(shape, tuple):
        return "array"
    return "array" if any(k.form == "array" for k in kinds) else "tensor"


def is_basic(index: Term, rules: Inference) -> bool:
    """Whether an index is an int, a slice, None or `...`: what gives a view, without repeats."""
    kind = rules.kind(index)
    if index.op == "slice" or (index.op == "literal" and index.data in (None, Ellipsis)):
        return True
    return kind.form == "number" and kind.dtype == "int"


def index_shape(shape: tuple[Any, ...], parts: tuple[Term, ...], rules: Inference) -> tuple[Any, ...] | None:
    """The shape of a basic indexing, or None where it is not one."""
    if not all(is_basic(p, rules) for p in parts):
        return None
    taken = sum(1 for p in parts if not (p.op == "literal" and p.data in (None, Ellipsis)))
    if taken > len(shape):
        return None
    rest, out = list(shape), []
    for i, part in enumerate(parts):
        if part.op == "literal" and part.data is None:
            out.append(1)
        elif part.op == "literal" and part.data is Ellipsis:
            after = sum(1 for p in parts[i + 1 :] if not (p.op == "literal" and p.data is None))
            keep = len(rest) - after
            out += rest[:keep]
            rest = rest[keep:]
        elif part.op == "slice":
            out.append(_sliced(rest.pop(0), part, rules))
        else:
            rest.pop(0)
    return tuple(out + rest)


def _sliced(size: Any, part: Term, rules: Inference) -> Any:
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


def show_shape(shape: Shape) -> str:
    """A shape for people."""
    if isinstance(shape, Spread):
        return "a shape that is not known"
    return "(" + ", ".join("?" if str(d).startswith("?") else str(d) for d in shape) + ("," if len(shape) == 1 else "") + ")"


def _bind_symbols(own: Shape, given: Shape, symbols: dict[str, Any]) -> None:
    """What a callee's symbols stand for in a call."""
    if isinstance(own, Spread):
        if len(own.atoms) == 1:
            symbols.setdefault(next(iter(own.atoms)), given)
    elif isinstance(given, tuple) and len(own) == len(given):
        for symbol, size in zip(own, given):
            if isinstance(symbol, str):
                symbols.setdefault(symbol, size)


def _substituted(kind: Kind, symbols: Mapping[str, Any], dims: Dims, key: Any) -> Kind:
    """A callee's output in the caller's symbols."""
    items = None
    if kind.items is not None:
        items = tuple(_substituted(k, symbols, dims, (key, i)) for i, k in enumerate(kind.items))
    shape = kind.shape
    if isinstance(shape, Spread):
        parts = [symbols.get(a, atom(dims.fresh((key, a)))) if isinstance(a, str) else a for a in shape.atoms]
        new = dims.broadcast(parts)
        shape = atom(dims.fresh((key, "output"))) if new is None else new
    else:
        shape = tuple(symbols.get(d, dims.fresh((key, d))) if isinstance(d, str) else d for d in shape)
    form = kind.form
    if form == "tensor" and shape == ():
        form = "number"
    elif form == "tensor" and isinstance(shape, tuple):
        form = "array"
    return replace(kind, form=form, shape=shape if kind.numeric else kind.shape, items=items, value=None)


def _renamed(kind: Kind, name: str, dims: Dims) -> Kind:
    """A callee's container, with shapes that are this function's own."""
    return _substituted(kind, {}, dims, ("argument", name))


def _is_item(term: Term, version: str, position: int) -> bool:
    """Whether a term is that item of that version."""
    if term.op != "index" or not term.args[0].op == "name" or term.args[0].data != version:
        return False
    return bool(term.args[1].data == position)


def _uses(lowered: Lowered) -> dict[str, tuple[Term, ...]]:
    """For each version, the terms that take it as an argument directly (and what indexes those)."""
    uses: dict[str, list[Term]] = {}
    for statement in lowered.statements:
        for root in [*statement.reads, *(b.term for b in statement.binds)]:
            for term in root.walk():
                for arg in term.args:
                    inner = arg
                    while inner.op == "index" and term.op == "index" and inner.args:
                        inner = inner.args[0]
                    if inner.op == "name":
                        uses.setdefault(inner.data, []).append(term)
    return {version: tuple(found) for version, found in uses.items()}


def _array_use(use: Term, version: str) -> bool:
    first = use.args[0] if use.args else None
    is_receiver = first is not None and first.op == "name" and first.data == version
    if use.op == "@" or (use.op == "method" and use.data == "dot"):
        return True
    if use.op == "index":
        index = use.args[1]
        return index.op in ("slice", "tuple") or (index.op == "literal" and index.data is None)
    return is_receiver and ((use.op == "attr" and use.data in ARRAY_ATTRIBUTES) or use.op == "method")


def _only_items(uses: tuple[Term, ...]) -> bool:
    """Whether a value is used as a list is, item by item."""
    return all(
        (use.op == "index" and use.args[1].op == "literal" and isinstance(use.args[1].data, int))
        or (use.op == "index" and isinstance(use.data, tuple))
        or (use.op == "call" and use.data in ("builtins.sum", "builtins.len"))
        or use.op in ("tuple", "list", "user")
        for use in uses
    )


def _is_name(term: Term, version: str) -> bool:
    return term.op == "name" and term.data == version


def _is_text(term: Term) -> bool:
    return term.op == "literal" and isinstance(term.data, str)


def _instead(node: ast.stmt, name: str) -> str:
    """What to write in the place of a write into shared memory."""
    if isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name):
        sign = ast.unparse(node).split("=")[0].split()[-1]
        return f"write `{name} = {name} {sign} ...`, which makes a new value"
    return f"make a copy first: `{name} = {name}.copy()`"


def _module_meaning(node: ast.Name, module: Module) -> Meaning:
    if node.id in module.imports:
        return Meaning("import", module.imports[node.id])
    if node.id in module.constants:
        return Meaning("constant", node.id)
    return Meaning("builtin", f"builtins.{node.id}")
