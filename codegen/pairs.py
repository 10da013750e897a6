"""A call of a function of the module becomes a call of its pair, in both passes."""

from __future__ import annotations

import ast

from codegen.accumulate import Accumulator
from codegen.fit import Upstream, call, helper_call
from codegen.kind import Kind
from codegen.lower import base
from codegen.mirror import BackLine, CallPair, gradient, item_keys, item_of, name_node
from codegen.simplify import is_one, product_of
from codegen.summary import Summary, arguments
from codegen.terms import Term

TURNS = "this loop cannot be gone through with so many states: not all that goes on is numbers with gradients"


def _goes_on(summary: Summary, count: int) -> bool:
    """Whether the gradients on what turns give are those that the turns before are given, in order."""
    state = summary.parameters[2 : 2 + count]
    return all(summary.upstream) and summary.gradients[:count] == state and not summary.final


def _is_scalar(kind: Kind) -> bool:
    """Whether a value is a number, or holds nothing but numbers."""
    if kind.form in ("tuple", "list", "dict"):
        inside = (kind.element,) if kind.items is None else kind.items
        return all(item is not None and _is_scalar(item) for item in inside)
    return kind.form in ("number", "other")


def _field_of_another_shape(said: Kind, kind: Kind) -> str:
    """The field of an instance that is an array, where its class says that it is a number."""
    if not said.record or said.record != kind.record:
        return ""
    for name, one, other in zip(said.keys, said.items or (), kind.items or ()):
        known = other.form == "array" and not other.vague and other.shape != ()
        if found := name if one.form == "number" and known else _field_of_another_shape(one, other):
            return str(found)
    return ""


class Pairs(Accumulator):
    """Calls of functions whose own pair is known by its summary."""

    def _pair(self, term: Term, results: tuple[str, ...]) -> None:
        """A call becomes the pair: forward with its cache, backward with its gradients."""
        summary = self.context.summaries[str(term.data)]
        stage = self.stages.get(self.statement, {}).get(term.uid)
        if stage is not None and stage.guard:
            self._refuse(
                "E203", term.node, "a call inside a conditional expression", "give it a statement of its own"
            )
            return
        if len(results) != len(summary.outputs):
            self._refuse(
                "E303",
                term.node,
                f"{term.data} has {len(summary.outputs)} outputs, taken by {len(results)} names",
                "give each output one name",
            )
            return
        if summary.mutated:
            self._refuse(
                "E307",
                term.node,
                f"{term.data} writes into its argument {summary.mutated[0]}",
                f"let it return a new value, or write what {term.data} does here",
            )
            return
        given = arguments(summary, term)
        if self._refused_as_scalar(summary, given):
            return
        missing = [p for p in summary.required if p not in given]
        unknown = [p for p in given if p not in summary.parameters]
        if missing or unknown or len(given) != len(term.args):
            extra = f"it has no parameter {unknown[0]}" if unknown else "there is an argument too many"
            what = extra if unknown or not missing else f"{missing[0]} is missing"
            self._refuse(
                "E303", term.node, f"the call does not fit {term.data}: {what}", "see its parameters"
            )
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
        cache = f"{term.data}_cache:cache {term.uid}"
        self.kinds[cache] = Kind("tuple")
        states = self.context.module.functions[summary.name].states
        if states and not _goes_on(summary, len(results)):
            self._refuse("E110", term.node, TURNS, "mark it `# backprop: checkpoint`, without a number")
            return
        self.pairs[term.uid] = CallPair(term, results, cache, states)
        self._pair_lines(summary, given, results, cache)

    def _refused_as_scalar(self, summary: Summary, given: dict[str, Term]) -> bool:
        """Refuses what may be an array, where it is given to a pair that was made where there are none."""
        there = self.context.module.functions[summary.name].elsewhere
        for name, kind in zip(summary.parameters, summary.kinds) if there is None else ():
            if name in given and kind.form == "number" and self._is_shaped(given[name]):
                text = f"{summary.name} takes its {name} for a number, and here it is an array"
                self._refuse("E303", given[name].node, text, f"say what {name} is there, in an annotation")
                return True
            if name in given and (field := _field_of_another_shape(kind, self.facts.kinds[given[name].uid])):
                text = f"{kind.record} takes its {field} for a number, and here it is an array"
                self._refuse("E303", given[name].node, text, f"say in {kind.record} what {field} is")
                return True
        for name, term in given.items() if there is not None and there.scalar else ():
            if not _is_scalar(self.facts.kinds[term.uid]) or self._has_a_shape(term):
                assert there is not None
                text = f"{there.shown} is read as one of numbers alone, and its {name} may be an array here"
                way = "import numpy there, or say what it is here, as in `x: float`"
                self._refuse("E303", term.node, text, way)
                return True
        return False

    def _is_shaped(self, term: Term) -> bool:
        """Whether a value is an array of at least one dimension, as far as is known."""
        kind = self.facts.kinds[term.uid]
        known = kind.form == "array" and not kind.vague and kind.shape != ()
        return known or (self._has_a_shape(term) and kind.form != "number")

    def _has_a_shape(self, term: Term) -> bool:
        """Whether a term is an argument with a text for its annotation, whatever is known of it otherwise."""
        said = {p.name: p.annotation or "" for p in self.lowered.function.parameters}
        return term.op == "name" and said.get(base(str(term.data)), "").startswith('"')

    def _pair_lines(
        self, summary: Summary, given: dict[str, Term], results: tuple[str, ...], cache: str
    ) -> None:
        ups: list[ast.expr] = []
        scale: ast.expr | None = None
        for version, has in zip(results, summary.upstream):
            if summary.final:
                scale = self._upstream_of(version).expr
            elif has:
                if not self._is_whole(version):
                    self._settle(version)
                ups.append(self._upstream_of(version).expr)
        targets: list[str] = []
        later: list[tuple[str, ast.expr]] = []
        for name in summary.gradients:
            term = given.get(name)
            if term is None or not self._active(term):
                targets.append("_")
                continue
            own = self._leaf_of(term) or (term.data if term.op == "name" else self._name_of_argument(term))
            own = self._whole(own)
            self._begin(own)
            theirs = summary.kinds[summary.parameters.index(name)]
            scaled = scale is not None and not is_one(scale)
            if self._is_shared_container(own) or self._apart(own, theirs, scaled):
                temporary = self._temporary(f"{base(own)}_{summary.name}", own)
                targets.append(gradient(temporary))
                if self._may_have_no_value(own) and not self._apart(own, theirs, scaled):
                    later.append((own, name_node(gradient(temporary))))
                    continue
                whole = name in summary.escapes
                if whole and scale is None and own not in self.displays and self._is_whole_once(own):
                    later.append((own, name_node(gradient(temporary))))
                    continue
                if whole and own not in self.displays:
                    self._refuse(
                        "E203",
                        term.node,
                        f"{summary.name} passes {name} on as a whole, and {base(own)} is used elsewhere too",
                        "pass on the items that are needed",
                    )
                    return
                shown = self.kinds[own] if whole or theirs.items is None else theirs
                form = theirs if theirs.record else Kind("tuple")
                for key, item in zip(item_keys(shown), shown.items or ()):
                    if item.discrete and theirs.record:
                        continue
                    part = item_of(form, name_node(gradient(temporary)), key)
                    later.append((self._leaf(own, key), part if scale is None else product_of(scale, part)))
                continue
            if own in self.assigned or gradient(own) in targets or (scale is not None and not is_one(scale)):
                temporary = self._temporary(f"{base(own)}_{summary.name}", own)
                targets.append(gradient(temporary))
                expr: ast.expr = name_node(gradient(temporary))
                if scale is not None:
                    expr = product_of(scale, expr)
                later.append((own, expr))
            else:
                targets.append(gradient(own))
                self.assigned.add(own)
        function: ast.expr = call(f"{summary.name}_backward", *ups, name_node(cache))
        if self.context.module.functions[summary.name].states:
            both = (name_node(f"{summary.name}_{way}") for way in ("forward", "backward"))
            function = helper_call("back_by_turns", *both, ast.Tuple(ups, ast.Load()), name_node(cache))
            if len(targets) == 1:
                function = ast.Subscript(function, ast.Constant(0), ast.Load())
        if any(t != "_" for t in targets):
            self._add(BackLine(targets[0], "call", function, targets=tuple(targets)))
        for own, expr in later:
            self._contribute(own, Upstream(expr, self.kinds[own].shape), ())

    def _is_shared_container(self, version: str) -> bool:
        """Whether a container of known items is used elsewhere too, so that gradients meet."""
        known = self.kinds[version].items is not None
        return known and (self.uses.get(version, 0) > 1 or version in self.leaves or version in self.assigned)

    def _is_whole_once(self, version: str) -> bool:
        """Whether a dict is passed on in one place, and only asked for items in others."""
        roots = [root for s in self.lowered.statements for root in (*s.reads, *(b.term for b in s.binds))]
        terms = [term for root in roots for term in root.walk()]
        items = sum(t.op == "index" and t.args[0].op == "name" and t.args[0].data == version for t in terms)
        kept = version in self.assigned or version in self.constant or self._is_given(version)
        return not kept and self.kinds[version].form == "dict" and self.uses[version] == items + 1

    def _apart(self, version: str, theirs: Kind, scaled: bool) -> bool:
        """Whether a container is given its gradient item by item: some are missing, or all are scaled."""
        kind = self.kinds[version]
        if kind.items is None:
            return False
        if kind.record != theirs.record:
            return True
        return scaled or (kind.form == "dict" and set(kind.keys) != set(item_keys(theirs)))

    @property
    def displays(self) -> set[str]:
        """Versions that are made by a display, whose items are therefore all known."""
        stages = {s.version for found in self.stages.values() for s in found.values() if s.term.op == "dict"}
        binds = (b for s in self.lowered.statements for b in s.binds)
        return stages | {b.version for b in binds if b.term.op == "dict"}

    def _name_of_argument(self, term: Term) -> str:
        before, self.parent = self.parent, (None, "")
        version = self._name_term(term, ())
        self.parent = before
        return version
