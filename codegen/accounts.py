"""What a gradient is the sum of, and which of it statements of a hand-written pass have given."""

from __future__ import annotations

import ast
import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from codegen.handwritten import spelled
from codegen.misses import agree, all_agree, plain
from codegen.stepwise import Step, Values, reads, root
from codegen.truth import NotSmooth, TooLarge, Truth, Version

MOST_USES = 8  # of a variable, of which all sums are looked at


@dataclass(frozen=True, eq=False)
class Change:
    """What one statement did to a gradient, at all points: `set`, `add` or `alter`; None where it failed."""

    step: Step
    form: str
    before: Sequence[Any]
    after: Sequence[Any] | None
    values: Sequence[Values]
    error: str = ""

    def given(self) -> list[Any] | None:
        """What it adds, or all that it gives."""
        if self.after is None:
            return None
        if self.form != "add" or any(one is None for one in self.before):
            return [plain(one) for one in self.after]
        pairs = [(plain(one), plain(other)) for one, other in zip(self.after, self.before)]
        if any(not _alike(one, other) for one, other in pairs):
            return None
        return [one - other for one, other in pairs]


def _alike(one: Any, other: Any) -> bool:
    return isinstance(one, np.ndarray) and isinstance(other, np.ndarray) and one.shape == other.shape


@dataclass(frozen=True, eq=False)
class Part:
    """What one statement of the forward pass gives to a gradient, at all points."""

    line: int
    order: int
    values: Sequence[Any]


@dataclass
class Truths:
    """What is true at all points, and what agrees with it."""

    truths: Sequence[Truth]
    noise: float

    def versions(self, variable: str) -> list[tuple[Version, ...]]:
        """The versions of a variable, each at all points."""
        return list(zip(*(truth.versions(variable) for truth in self.truths)))

    def gradient(self, variable: str, at: int) -> list[Any]:
        """The gradient on a version of a variable at all points."""
        versions = self.versions(variable)[at]
        return [truth.gradient(variable, one) for truth, one in zip(self.truths, versions)]

    def is_zero(self, values: Sequence[Any]) -> bool:
        """Whether a gradient is zero at all points."""
        arrays = [plain(one) for one in values]
        return all(
            isinstance(one, np.ndarray) and one.dtype.kind in "fiub" and not np.any(np.abs(one) > self.noise)
            for one in arrays
        )

    def complete(self, variable: str, values: Sequence[Any]) -> int | None:
        """The version on which values are the gradient; the last one first."""
        for at in reversed(range(len(self.versions(variable)))):
            if all_agree(values, self.gradient(variable, at), self.noise):
                return at
        return None

    def parts(self, variable: str, at: int) -> list[Part]:
        """What the gradient on a version is the sum of; where that is not to be told, the whole."""
        try:
            return self._parts(variable, at)
        except (NotSmooth, TooLarge):
            return [Part(0, 0, [plain(one) for one in self.gradient(variable, at)])]

    def _parts(self, variable: str, at: int) -> list[Part]:
        versions = self.versions(variable)[at]
        whole = [plain(one) for one in self.gradient(variable, at)]
        uses = self.truths[0].uses(variable, versions[0])
        if len(uses) == 1:
            return [Part(uses[0].line, uses[0].number, whole)]
        found = []
        for use in uses:
            values = [
                plain(truth.contribution(variable, one, use)) for truth, one in zip(self.truths, versions)
            ]
            if not all(_alike(one, other) for one, other in zip(values, whole)):
                return [Part(0, 0, whole)]
            if any(np.any(np.abs(one) > self.noise) for one in values):
                found.append(Part(use.line, use.number, values))
        left = [one - sum(part.values[n] for part in found) for n, one in enumerate(whole)]
        if not all(_close(np.zeros_like(one), one, other, self.noise) for one, other in zip(left, whole)):
            found.append(Part(0, 1 << 30, left))
        return found


def _close(one: Any, other: Any, size: Any, noise: float) -> bool:
    """Whether two arrays differ by no more than rounding of numbers of a size."""
    return bool(np.all(np.abs(one - other) <= noise + 1e-5 * np.max(np.abs(size), initial=0.0)))


def sums(parts: Sequence[Part]) -> Iterable[tuple[Part, ...]]:
    """Which parts may have been added in one line: each alone, then some together."""
    if len(parts) <= MOST_USES:
        for count in range(1, len(parts) + 1):
            yield from itertools.combinations(parts, count)
    else:
        yield from ((part,) for part in parts)
        yield from (tuple(parts[:count]) for count in range(2, len(parts) + 1))
        yield from (tuple(parts[count:]) for count in range(1, len(parts) - 1))


@dataclass(frozen=True)
class Account:
    """What the changes of a gradient are: which parts they give, which are wrong, which parts are left."""

    matched: Sequence[Part]
    wrong: Sequence[Change]
    left: Sequence[Part]
    lost: Sequence[Part]
    overwrites: Change | None = None
    twice: Change | None = None


def account_of(group: Sequence[Change], parts: Sequence[Part], noise: float) -> Account:
    """Holds the changes of a gradient against the parts that it is the sum of."""
    current: list[Change] = []
    lost: list[Part] = []
    overwrites = None
    for change in group:
        if change.form == "set" and current:
            dropped = [part for one in current for part in _parts_of(one, parts, noise) or ()]
            lost += dropped
            overwrites = change if dropped else overwrites
            current = []
        current = [change] if change.form == "alter" else [*current, change]
    matched: list[Part] = []
    wrong, twice = [], None
    for change in current:
        free = [part for part in parts if part not in matched]
        found = _parts_of(change, free, noise)
        if found is None:
            again = _parts_of(change, parts, noise)
            twice = change if again else twice
            wrong += [] if again else [change]
        else:
            matched += found
    left = [part for part in parts if part not in matched]
    if overwrites is not None and wrong == [overwrites]:
        spread = [part for part in left if _is_spread(overwrites, part, noise)]
        wrong = [] if spread else wrong
        left = [part for part in left if part not in spread[:1]]
    return Account(matched, wrong, left, lost, overwrites, twice)


def _is_spread(change: Change, part: Part, noise: float) -> bool:
    """Whether a change is a part that would have been spread where it is added."""
    given = change.given() or []
    try:
        wide = [np.broadcast_to(one, np.shape(value)) for one, value in zip(given, part.values)]
    except ValueError:
        return False
    return bool(wide) and all_agree(wide, part.values, noise)


def _parts_of(change: Change, parts: Sequence[Part], noise: float) -> tuple[Part, ...] | None:
    """The parts of which a change is the sum; none of them if it adds nothing."""
    given = change.given()
    if given is None:
        return None
    if all(isinstance(one, np.ndarray) and one.dtype.kind in "fiu" and not np.any(one) for one in given):
        return ()
    if any(not isinstance(value, np.ndarray) for part in parts for value in part.values):
        return tuple(parts) if len(parts) == 1 and all_agree(given, parts[0].values, noise) else None
    for some in sums(parts):
        wanted = [sum(part.values[at] for part in some[1:]) + some[0].values[at] for at in range(len(given))]
        if all(agree(one, other, noise) for one, other in zip(given, wanted)):
            return some
    return None


def _targets(node: ast.Assign) -> list[str]:
    """What a statement gives values to, also in a tuple; not what it writes into."""
    several = (getattr(target, "elts", [target]) for target in node.targets)
    return [spelled(target) for targets in several for target in targets]


def _into_zeros(before: Any, after: Any) -> bool:
    """Whether what a write has changed was zero before."""
    one, other = plain(before), plain(after)
    return _alike(one, other) and one.dtype.kind in "fiu" and not np.any(one[one != other])


def form_of(node: ast.stmt, name: str, before: Sequence[Any], after: Sequence[Any]) -> str:
    """What a statement does to a gradient: gives it a value, adds to it, or makes another of it."""
    if isinstance(node, ast.AugAssign):
        return "add" if isinstance(node.op, (ast.Add, ast.Sub)) else "alter"
    if isinstance(node, ast.Assign) and name in _targets(node):
        if name not in reads(node):
            return "set"
        value = node.value
        adds = isinstance(value, ast.BinOp) and isinstance(value.op, (ast.Add, ast.Sub))
        return "add" if adds and isinstance(value, ast.BinOp) and spelled(value.left) == name else "alter"
    if isinstance(node, ast.Assign) and all(_into_zeros(one, other) for one, other in zip(before, after)):
        return "add"
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
        function = node.value.func
        is_add = isinstance(function, ast.Attribute) and function.attr == "at" and root(function) != name
        return "add" if is_add else "alter"
    return "alter" if any(one is not None for one in before) else "set"
