"""What a wrong statement would have to be: searched among statements like it, and like those before it."""

from __future__ import annotations

import ast
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from codegen.accounts import Change, Part, Truths
from codegen.carried import Carried, held, touched
from codegen.handwritten import Handwritten
from codegen.misses import Attempt, Miss, by_older, by_statement, by_values, contrast, plain, replaced
from codegen.stepwise import Step, Stopped, Values, Walk, copied, reads

UNTOLD = ("value", "error", "shape")
MOST_BEFORE = 6  # statements that compute what a wrong one reads


@dataclass(frozen=True)
class Blamed:
    """What is wrong with some statements: the kind, what they gave and should have, which parts these are."""

    miss: Miss
    parts: Sequence[Part]
    told: str


@dataclass
class Search:
    """Looks for what is wrong. `others` are the statements so far that compute what is no gradient."""

    written: Handwritten
    carried: Carried
    truths: Truths
    restart: Callable[[], Carried]
    quick: bool = False  # then it is not looked for, only that there is something
    others: list[ast.stmt] = field(default_factory=list)

    def blamed(
        self, name: str, changes: Sequence[Change], wrong: Sequence[Change], left: Sequence[Part]
    ) -> Blamed:
        """What is wrong with changes, of which `wrong` give none of the parts that are left."""
        if self.quick:
            return Blamed(Miss("value", "the value is wrong"), left, "")
        found = []
        for parts in [left, *([part] for part in left if len(left) > 1)]:
            blamed = self._as(name, changes, wrong, parts)
            if blamed.miss.kind not in UNTOLD or "numbers are right" in blamed.miss.sentence:
                return blamed
            found.append(blamed)
        return found[0]

    def _as(
        self, name: str, changes: Sequence[Change], wrong: Sequence[Change], parts: Sequence[Part]
    ) -> Blamed:
        """What is wrong, if these parts should have come out."""
        variable = self.written.gradients[name]
        like = parts[0].values if parts else self.truths.gradient(variable, 0)
        zeros = [np.zeros(plain(one).shape) for one in like if _is_array(one)]
        if len(zeros) < len(changes[-1].before):
            return Blamed(Miss("value", "the value is wrong"), parts, "")
        wanted = [zero + sum(part.values[at] for part in parts) for at, zero in enumerate(zeros)]
        given = self._total(wrong)
        last = changes[-1]
        if given is not None and last.after is not None:
            behind = [
                plain(after) - one + want if np.shape(after) == np.shape(one) == np.shape(want) else want
                for after, one, want in zip(last.after, given, wanted)
            ]
        else:
            adds = last.form == "add"
            behind = [
                plain(one) + want if adds and one is not None else want
                for one, want in zip(last.before, wanted)
            ]
        told = contrast(given[0], wanted[0]) if given is not None else ""
        return Blamed(self._miss(name, changes, given, wanted, behind), parts, told)

    def _total(self, wrong: Sequence[Change]) -> list[Any] | None:
        """What changes give together."""
        all_given = [change.given() for change in wrong]
        if any(given is None for given in all_given):
            return None
        if len({np.shape(one) for given in all_given for one in (given or [])[:1]}) != 1:
            return None
        return [sum(given[at] for given in all_given if given) for at in range(len(all_given[0] or []))]

    def _miss(
        self,
        name: str,
        changes: Sequence[Change],
        given: list[Any] | None,
        wanted: list[Any],
        behind: list[Any],
    ) -> Miss:
        noise = self.truths.noise
        miss = by_values(given, wanted, noise) if given is not None else None
        if miss is not None and (
            miss.kind in ("sign", "transpose", "sum") or "numbers are right" in miss.sentence
        ):
            return miss
        attempt = self._attempt(name, changes, behind)
        found = self._not_added(name, changes) or by_older(attempt) or by_statement(attempt)
        if found is not None:
            return found
        if changes[-1].error:
            return Miss("error", f"it raises {changes[-1].error}")
        if miss is not None and miss.kind == "factor":
            return self._named_factor(miss, changes[-1])
        return miss or Miss("value", "the value is wrong")

    def _not_added(self, name: str, changes: Sequence[Change]) -> Miss | None:
        """That turns write where they should add, if all is right once they do."""
        nodes = {id(change.step.node): change.step.node for change in changes}
        for node in nodes.values():
            target = node.targets[0] if isinstance(node, ast.Assign) else None
            if len(nodes) == len(changes) or not isinstance(node, ast.Assign):
                continue
            if not isinstance(target, ast.Subscript):
                continue
            added = ast.copy_location(ast.AugAssign(target, ast.Add(), node.value), node)
            again = self.restart()
            again.body = [replaced(one, node, added) for one in again.body]
            try:
                for step in again.steps():
                    again.run(step)
            except Stopped:
                continue
            if self.truths.complete(self.written.gradients[name], again.now(name)) is not None:
                sentence = f"`=` overwrites what was in {name}: `+=` is to stand here"
                return Miss("overwritten", sentence, ast.unparse(added), node.lineno)
        return None

    def _leading_to(self, changes: Sequence[Change]) -> list[ast.stmt]:
        """The statements that compute what changes read, where it has no name of a gradient."""
        wanted = {name for change in changes for name in reads(change.step.node)}
        wanted -= {*self.written.gradients, *self.written.forward.variables}
        found: list[ast.stmt] = []
        for statement in reversed(self.others):
            changed = set(touched(statement).changed)
            if changed & wanted and len(found) < MOST_BEFORE:
                found.append(statement)
                if isinstance(statement, ast.Assign) and not changed & set(reads(statement)):
                    wanted -= changed
                    wanted |= set(reads(statement)) - {
                        *self.written.gradients,
                        *self.written.forward.variables,
                    }
        return found[::-1]

    def _named_factor(self, miss: Miss, change: Change) -> Miss:
        """The factor with the names that have its value: N, where it is a number of rows."""
        size = miss.sentence.partition("factor ")[2].partition(":")[0]
        names = [
            name
            for name, value in change.values[0].items()
            if type(value) is int and value > 2 and str(value) == size and not name.startswith("_")
        ]
        sentence = miss.sentence.replace(f"factor {size}", f"factor {size} ({names[0]})") if names else ""
        return Miss(miss.kind, sentence or miss.sentence)

    def _attempt(self, name: str, changes: Sequence[Change], behind: list[Any]) -> Attempt:
        change, before_all = changes[-1], changes[0].before
        traces = [truth.trace for truth in self.truths.truths]
        forward = {v: [trace.values[v] for trace in traces] for v in _numeric(traces[0].values, self.written)}
        others = {
            other: self.truths.gradient(variable, -1)
            for other, variable in self.written.gradients.items()
            if other != name and other.isidentifier() and self.truths.versions(variable)
        }
        older = {
            variable: [
                [truth.value(variable, one) for truth, one in zip(self.truths.truths, versions)]
                for versions in reversed(self.truths.versions(variable))
            ]
            for variable in forward
        }
        values = []
        for at, before in enumerate(change.values):
            mine = {v: found[at] for v, found in forward.items()} | {
                v: found[at] for v, found in others.items()
            }
            own = {name: before_all[at]} if before_all[at] is not None else {}
            values.append({**mine, **before, **own})

        def run(statements: Sequence[ast.stmt], before: Values) -> Any:
            compiled = self.carried.walks[self.carried.alive[0]].compiled
            walk = Walk({key: copied(value) for key, value in before.items()}, compiled)
            try:
                for statement in statements:
                    walk.run(Step(0, statement, statement.lineno))
            except Stopped:
                return None
            return held(walk.values, name)

        statements = [*self._leading_to(changes), *(one.step.node for one in changes)]
        return Attempt(statements, name, values, behind, forward, others, older, run, self.truths.noise)


def _is_array(value: Any) -> bool:
    return isinstance(plain(value), np.ndarray) and plain(value).dtype.kind in "fiub"


def _numeric(values: Values, written: Handwritten) -> list[str]:
    """The variables that hold numbers of the forward pass; in a script no sizes, which may be like others."""

    def counts(name: str) -> bool:
        value = values.get(name)
        if isinstance(value, list):
            return bool(value) and all(type(part) in (int, float) for part in value)
        size = written.is_script and type(value) is int and name not in written.gradients.values()
        return (
            isinstance(value, (float, int, np.ndarray, np.generic))
            and not isinstance(value, bool)
            and not size
        )

    return [name for name in written.forward.variables if counts(name)]
