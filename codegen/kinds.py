"""What each value of a function is, which gate each term is, which memory a name stands for.

An abstract interpretation over the statements. Knowledge comes from annotations, flows forwards
through every gate by its shape rule, and backwards from use: a function of `math` takes numbers,
`.T` is of an array, a final output is a scalar and so are the operands of elementwise gates that
give it. The walk is repeated until nothing new is learnt.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from codegen.aliases import Places
from codegen.gates import Gate
from codegen.infer import CONTAINERS, Inference, shared
from codegen.kind import (
    DISCRETE,
    INT,
    NOTHING_YET,
    NUMBER,
    OTHER,
    Dims,
    Kind,
    is_complex,
    is_real,
    is_too_large,
)
from codegen.lower import Bind, InPlace, Lowered, Statement, base
from codegen.match import Candidate
from codegen.meetings import keyed
from codegen.memories import Memories, place_of
from codegen.problems import Problem
from codegen.sharing import Sharing
from codegen.summary import Context
from codegen.survey import Survey
from codegen.terms import RESIZING, Term
from codegen.uses import is_no_nest, only_items


@dataclass(frozen=True)
class Facts:
    """The result: kinds and gates by term, kinds and memory by version, what varies.

    A version varies if it depends on an argument that can have a gradient. `numbers` are
    parameters taken for numbers because they are augmented, `ranks` those whose items are, with how many
    dimensions they have then; the forward pass holds them to it.
    `undecided` are terms of which several gates might be, depending on what is not known: shape or type.
    `in_place` are augmented assignments that write into an argument, `aliases` statements that name
    parts of arrays which are in the way of a write; `overlaps` are pairs of arguments
    that must not share memory, since one is written into, and how they may (`memories` says which ways);
    one that is paired with itself must not hold an array twice.
    `taken` are the parameters taken for arrays.
    `made` are terms that stand for what a term means by its operands.
    """

    kinds: Mapping[int, Kind]
    versions: Mapping[str, Kind]
    chosen: Mapping[int, Candidate]
    made: Mapping[int, tuple[Term, ...]]
    varying: frozenset[str]
    varying_terms: frozenset[int]
    memory: Mapping[str, frozenset[str]]
    term_memory: Mapping[int, frozenset[str]]
    numbers: tuple[str, ...]
    ranks: tuple[tuple[str, int], ...]
    arrays: bool
    library: str
    undecided: Mapping[int, str]
    dims: Dims
    problems: tuple[Problem, ...]
    in_place: InPlace
    aliases: Places
    taken: tuple[str, ...]
    overlaps: Mapping[tuple[str, str], str]


def analyse(
    lowered: Lowered, context: Context, fused: Mapping[int, tuple[Candidate, ...]] = MappingProxyType({})
) -> Facts:
    """The facts about a function, at the fixpoint of what its statements say of each other.

    `fused` are gates that terms may be together with statements before theirs.
    """
    survey = Survey(lowered)
    shaped = [p for p in lowered.function.parameters if (p.annotation or "").startswith('"')]
    arrays = any(
        not only_items(survey.uses.get(f"{p.name}:0", ())) for p in shaped if len(p.annotation or "") > 1
    )
    context = replace(context, annotated=context.annotated or arrays)
    walk = _Walk(survey, context, Dims(), {}, fused, None, ({}, {}))
    for _ in range(ROUNDS):
        walk.run()
        demands = walk.learnt()
        if not context.complex and any(is_complex(kind) for kind in walk.rules.kinds.values()):
            context = replace(context, complex=True)
        elif demands == walk.demands and walk.is_settled():
            break
        taken = walk.numbers, walk.ranks
        told = {v for v, kind in demands.items() if v in lowered.parameters and walk.demands.get(v) != kind}
        before = walk if taken == walk.taken and not told else None  # turns gave what is not so
        walk = _Walk(survey, context, walk.dims, demands, fused, before, taken)
    else:
        walk.run()
        walk.give_up()
    return walk.facts()


ROUNDS = 40


class _Walk(Memories):
    """One walk over the statements; of what a loop gives to its own head, the walk before knows."""

    def __init__(
        self,
        survey: Survey,
        context: Context,
        dims: Dims,
        demands: Mapping[str, Kind],
        fused: Mapping[int, tuple[Candidate, ...]],
        before: _Walk | None,
        taken: tuple[dict[str, None], dict[str, int]],
    ) -> None:
        super().__init__(survey, context, dims)
        self.demands, self.fused, self.before = demands, fused, before
        steady = before is not None and before.is_steady()
        if before is not None and steady:
            self.assumed_memory, self.objects = before.memory, dict(before.objects)
            self.assumed_repeated = frozenset(before.repeated)
            self.sharing = Sharing(survey, before.sharing)
        self.handed_on = set(before.handed_on if before is not None else survey.lowered.parameters)
        self.varying: set[str] = set()
        self.may_vary = set(before.varying) if before is not None and steady else set()
        self.needs = dict(demands)
        self.rules = Inference(context, self.dims, self._known, self._demand, self._problem, fused)
        self.rules.awaits = bool(survey.loops) and (before is None or (before.rules.awaits and not steady))
        early = before is not None and before.rules.early
        if before is not None and steady and context is before.context and not (before.problems or early):
            self.rules.take_over(before.rules)
        elif before is not None:
            self.rules.matched = before.rules.matched  # what a term is like is so on every walk
        self.rules.rows = before.rules.rows if before is not None else {}
        self.rules.keyed = frozenset(keyed(survey.lowered))
        self.rules.given = frozenset(survey.lowered.parameters)
        self.rules.numbers.update(int(need[1:]) for need in demands if need.startswith("@"))
        self.rules.nests = survey.nested
        self.taken = taken
        self.numbers, self.ranks = dict(taken[0]), dict(taken[1])
        self.given = {*survey.lowered.parameters, *_unpacked(survey.lowered)}

    def _known(self, version: str) -> Kind | None:
        """The kind of a version; None of one further below of which nothing is known yet."""
        if version in self.versions or self.before is None:
            return self.versions.get(version)
        return self.before.versions.get(version)

    def is_steady(self) -> bool:
        """Whether this walk has found the kinds of the one before: loops may hand it on."""
        before = self.before
        return before is not None and self.versions == before.versions and self.demands == before.demands

    def give_up(self) -> None:
        """Refuses what does not settle."""
        text = (
            f"what the values of {self.lowered.function.name} are is not known: they change from turn to turn"
        )
        self._problem("E204", self.lowered.function.node, text, "annotate the arguments")

    def is_settled(self) -> bool:
        """Whether this walk has found what the one before had assumed of the ends of loops."""
        if not self.survey.loops:
            return True
        before = self.before
        return (
            before is not None
            and before.is_steady()
            and not (self.rules.awaits and self.rules.early)
            and (
                (self.versions, self.memory, self.varying) == (before.versions, before.memory, before.varying)
                and self.repeated == before.repeated
                and self.sharing.turns == before.sharing.turns
            )
        )

    def run(self) -> None:
        """Visits the parameters and the statements in forward order."""
        self._parameters()
        for index, statement in enumerate(self.lowered.statements):
            self.now = index
            if statement.form == "loop":
                self.sharing.enter(index, statement)
            else:
                self._read(statement)
            for bind in statement.binds:
                kind = self.rules.kind(bind.term)
                if kind.items and is_too_large(kind):
                    raise self._too_large(base(bind.version), statement.node)
                if statement.augmented and statement.form == "bind":
                    kind = self.rules.kinds[bind.term.uid] = self._augments(bind.term, kind)
                declared = self._declared(bind.annotation, base(bind.version), statement.node)
                if declared is not None and declared.dtype == "any" and is_complex(kind):
                    declared = replace(declared, dtype="complex")
                self._handed_on(bind)
                known = self._sized(self._meet(bind.version, declared or kind), bind.version)
                self.versions[bind.version] = known
                self._taken_from(bind)
                if known.form in CONTAINERS and kind.form == "tensor":
                    self.rules.kinds[bind.term.uid] = known
                for term in self._all(bind.term) if bind.term.op != "phi" else (bind.term,):
                    self._repeated(term)
                    self.term_memory[term.uid] = self._roots(term)
                self.memory[bind.version] = self.term_memory[bind.term.uid]
                self.objects[bind.version] = self._object(bind.term)
                if statement.augmented and statement.form == "bind" and known.form == "array":
                    self._written_in_place(bind)
                if self._repeats(bind.term):
                    self.repeated.add(bind.version)
                self.bound[bind.version] = index
                if statement.form == "write":
                    self._written(bind.term, statement.node)
                    self._stopped_at(statement, bind)
                discrete = kind.discrete or self.versions[bind.version].discrete
                stopped = statement.stop and bind.term.op != "phi"  # it stops what is in a block
                self._varying(bind.version, self.varies(bind.term) and not stopped and not discrete)
            if statement.form == "loop":
                self._read(statement)  # a `while` asks of what has met at its head
                for bound in statement.loop.over if statement.loop and statement.loop.kind == "range" else ():
                    self._demand(bound, INT)
            if statement.form == "bind" and statement.augmented:
                self._augmented(statement)
            self.sharing.passed(statement, self.versions, self.memory, self.assumed_memory, self._roots)

    def _augments(self, term: Term, kind: Kind) -> Kind:
        """What an augmented value is: an array keeps its shape, whatever is added to it.

        Where it is multiplied or divided, the mirror asks how the shapes of both meet.
        """
        before = self.rules.kind(term.args[0])
        stays = before.form == "array" and not before.vague and kind.form in ("array", "tensor")
        stays = stays and term.op in ("+", "-")
        return replace(kind, form="array", shape=before.shape) if stays else kind

    def _written_in_place(self, bind: Bind) -> None:
        """What is augmented keeps its memory; but of a number an array makes a new array."""
        source = bind.term.args[0]
        if self.rules.kind(source).form == "array":
            self.memory[bind.version] = self._roots(source)
        else:
            self.memory[bind.version] = self._roots(source) | self.term_memory[bind.term.uid]
        self.objects[bind.version] = self._object(source)

    def _stopped_at(self, statement: Statement, bind: Bind) -> None:
        """Refuses to stop gradients where a list is given an item, or gives one up: it has others."""
        whole = bind.term.args[0]
        if statement.stop and bind.term.data in RESIZING and self.varies(whole):
            name = base(str(whole.data))
            text = f"this stops the gradients on all items of {name}, and changes how many there are"
            self._problem("E103", statement.node, text, "stop the gradient where the item is computed")

    def _read(self, statement: Statement) -> None:
        for root in statement.reads:
            self.rules.kind(root)
            for term in root.walk():
                self.term_memory[term.uid] = self._roots(term)

    def _sized(self, kind: Kind, key: Any) -> Kind:
        """An int with a symbol for what it is, so that sizes of one name are known to be the same."""
        if kind.form == "tuple" and kind.items is not None and kind.value is None:
            items = tuple(self._sized(item, (key, i)) for i, item in enumerate(kind.items))
            whole = tuple(item.value for item in items)
            return replace(kind, items=items, value=None if None in whole else whole)
        return kind if self.survey.loops else self._measured(kind, key)

    def _measured(self, kind: Kind, key: Any) -> Kind:
        """The same for what has one value, in whatever turn."""
        unknown = kind.form == "number" and kind.dtype == "int" and kind.value is None
        return replace(kind, value=self.dims.fresh(("size", key))) if unknown else kind

    def _taken_from(self, bind: Bind) -> None:
        """What an argument holds may be complex, as the cache of a forward pass may be."""
        term, kind = bind.term, self.versions[bind.version]
        unpacked = term.op == "index" and isinstance(term.data, tuple) and term.args[0].op == "name"
        if self.context.complex and unpacked and not is_real(kind):
            name = base(str(term.args[0].data))
            if term.args[0].data in self.lowered.parameters:
                text = f"{base(bind.version)}, taken from {name}, may be complex"
                self._problem("E206", term.node, text, "make it an argument of its own, or annotate its type")

    def _all(self, term: Term) -> Iterator[Term]:
        """The terms of an expression, and those that stand for what its operands mean."""
        for part in term.walk():
            yield part
            for made in self.rules.made.get(part.uid, ()):
                yield from self._all(made)

    def _parameters(self) -> None:
        function = self.lowered.function
        uses = self.uses
        for parameter, version in zip(function.parameters, self.lowered.parameters):
            kind = declared = self._declared(parameter.annotation, parameter.name, parameter.node)
            if kind is None:
                kind = self._guess(parameter.name, version, uses.get(version, ()), parameter.default)
            elif kind.form in ("list", "tuple", "dict") and kind.items is None:
                kind = self._container(kind, parameter.name, version, uses.get(version, ()))
            if depth := self.lowered.by_item.get(parameter.name, 0):
                kind = self._by_item(declared, depth, parameter.name)
            self.guessed[version] = kind.form
            self.versions[version] = self._measured(self._meet(version, kind), version)
            self.memory[version] = self.objects[version] = frozenset([version])
            if is_no_nest(self.versions[version]):
                self.handed_on.discard(version)
            self._varying(version, not self.versions[version].holds_discrete)

    def _meet(self, version: str, kind: Kind) -> Kind:
        """The kind, with what its uses say of it."""
        need = self.demands.get(version)
        if need is None or kind == NOTHING_YET or kind.form not in ("tensor", "number", "array"):
            return kind
        if need.form in CONTAINERS:
            return need if kind.form == "tensor" and not self._is_computed(version) else kind
        if need.form == "other" and version in self.given:
            return OTHER if kind.form == "tensor" else kind
        if need.form == "tensor":
            return replace(kind, dtype=need.dtype) if kind.dtype == "any" else kind
        if kind.form == "tensor" and need.form == "number":
            return replace(
                kind, form="number", shape=(), dtype=need.dtype if kind.dtype == "any" else kind.dtype
            )
        if need.form == "array" and isinstance(need.shape, tuple) and need.shape:
            known = isinstance(kind.shape, tuple)
            vague = kind.vague or kind.form == "tensor"  # a list of numbers will do
            return kind if known else replace(kind, form="array", shape=need.shape, vague=vague)
        if kind.form == "tensor" and need.form == "array":
            return self._indexed(version, kind)
        if need.dtype in ("int", "bool") and kind.dtype == "any":
            return replace(kind, dtype=need.dtype)
        return kind

    def _demand(self, term: Term, kind: Kind) -> None:
        """A use says what a value is; a name or item is told so, an elementwise gate passes a number on."""
        if term.op == "phi":
            for source in term.args:
                self._demand(source, kind)
        elif term.op == "name":
            before = self.needs.get(term.data)
            if self._known(term.data) == NOTHING_YET:
                return  # it may be of any form when a turn has given it a value
            if before is None or (before.dtype == "any" and kind.dtype != "any"):
                self.needs[term.data] = kind
        elif term.op == "neg":
            self._demand(term.args[0], kind)
        elif term.op == "index" and kind == NUMBER:
            self.needs[f"@{term.uid}"] = kind
        elif term.op == "index" and kind.dtype == "place" and self.rules.kind(term).dtype == "any":
            if not self.rules.may_be_of_several(term):
                self._demand(term.args[0], kind)
        elif kind == INT and term.op in ("+", "-", "*", "//"):
            for part in term.args:
                self._demand(part, kind)
        elif kind == Kind("array"):
            choice = self.rules.chosen.get(term.uid)
            slots = choice.gate.slots if choice is not None and choice.gate.elementwise else ()
            parts = [choice.bound[slot.name] for slot in slots]  # type: ignore[union-attr]
            able = [part for part in parts if self.rules.kind(part).form != "number"]
            if len(able) == 1:  # numbers alone do not make an array
                self._demand(able[0], kind)
        elif kind.form == "number" and not kind.discrete:
            choice = self.rules.chosen.get(term.uid)
            if choice is not None and choice.gate.elementwise:
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

    def _varying(self, version: str, result: bool) -> None:
        """Remembers whether a version varies, whatever the walk before has found."""
        self.may_vary.discard(version)
        if result:
            self.varying.add(version)
            self.may_vary.add(version)

    def varies(self, term: Term) -> bool:
        """Whether a value depends on an argument that can have a gradient."""
        return varies(term, self.may_vary, self.rules)

    def facts(self) -> Facts:
        """The result of this walk."""
        return Facts(
            kinds=self.rules.kinds,
            versions=self.versions,
            chosen=self.rules.chosen,
            made=self.rules.made,
            varying=frozenset(self.varying),
            varying_terms=frozenset(self.rules.varying),
            memory=self.memory,
            term_memory=self.term_memory,
            numbers=tuple(self.numbers),
            ranks=tuple(self.ranks.items()),
            arrays=self.context.arrays,
            library=self.context.library,
            undecided=self.rules.undecided,
            dims=self.dims,
            problems=tuple(self.problems),
            in_place=frozenset(self.in_place),
            aliases=self.aliases(),
            taken=tuple(p.name for p in self.lowered.function.parameters if p.name in self.context.taken),
            overlaps=self.overlapping,
        )


def varies(term: Term, varying: set[str], rules: Inference) -> bool:
    """Whether a term depends, by a way that can carry a gradient, on a version that varies."""
    if term.op == "phi":
        return any(arg.data in varying for arg in term.args)
    kind = rules.kind(term)
    below = [varies(arg, varying, rules) for arg in term.args]
    for made in rules.made.get(term.uid, ()):
        varies(made, varying, rules)
    if term.op == "name":
        result = term.data in varying
    elif term.op in ("position", "keys", "compare", "slice") or kind.discrete:
        result = False
    elif term.uid in rules.chosen:
        choice = rules.chosen[term.uid]
        slots = [s for s in choice.gate.slots if choice.gate.lines and not _is_zero(choice.gate, s.name)]
        result = any(choice.bound[slot.name].uid in rules.varying for slot in slots)
        result = result or any(
            choice.bound[slot.name].op == "name" and choice.bound[slot.name].data in varying for slot in slots
        )
    elif term.op in ("index", "attr") and _is_step(term, rules):
        result = False
    elif term.op == "index":
        result = below[0] or (below[1] and not _picks(term.args[1], rules))
    elif term.op == "write":
        result = below[0] or below[2]
    elif term.op == "gather":
        result = below[0]
    elif term.op == "call" and term.data == "builtins.list" and kind.element == OTHER:
        result = False  # the keys of a dict
    elif term.op == "if":
        result = any(below[1:])
    elif term.op == "attr":
        of_class = shared(rules.context.module, rules.kind(term.args[0]).record, term.data)
        result = any(below) and term.data not in ("shape", "ndim", "size", "dtype") and of_class is None
    else:
        result = any(below)
    if result:
        rules.varying.add(term.uid)
    return result


def _unpacked(lowered: Lowered) -> Iterator[str]:
    """The names that items of a container are given."""
    for statement in lowered.statements:
        for bind in statement.binds:
            if bind.term.op == "index" and isinstance(bind.term.data, tuple):
                yield bind.version


def _picks(index: Term, rules: Inference) -> bool:
    """Whether an index only says where: ints, bools, slices, and keys."""
    parts = index.args if index.op == "tuple" else (index,)
    kinds = [rules.kind(part) for part in parts]
    return all(kind.discrete or kind.dtype in DISCRETE for kind in kinds)


def _is_step(term: Term, rules: Inference) -> bool:
    """Whether a term is an output with derivative zero of a gate that has several."""
    choice = rules.chosen.get(term.args[0].uid)
    place = place_of(term, rules) if choice is not None and choice.gate.steps else None
    return choice is not None and place is not None and choice.gate.outputs[place] in choice.gate.steps


def _is_zero(gate: Gate, name: str) -> bool:
    """Whether no gradient comes to a parameter, for certain."""
    refused = gate.unpacked and gate.refused
    return name in gate.lines and gate.lines[name][0].zero and not refused
