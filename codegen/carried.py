"""A hand-written backward pass carried out: at all points at once, with what is there before and behind each
statement, so that whoever looks on may put the true gradient in the place of a wrong one and go on.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from codegen.handwritten import Handwritten, targets
from codegen.stepwise import RETURNED, Compiled, Step, Values, Walk, copied, reads, seeded
from codegen.trees import walk
from codegen.truth import Point, Runner, Trace


@dataclass(frozen=True)
class Touched:
    """The names of gradients, and others, that a statement reads and changes; items of dicts have keys."""

    read: frozenset[str]
    changed: tuple[str, ...]


def touched(node: ast.stmt) -> Touched:
    """What a statement reads and changes. What it only changes a part of, or adds to, is not read by it."""
    changed = tuple(dict.fromkeys(name for name in targets(node) if name))
    keyed = {
        f"{part.value.id}[{part.slice.value!r}]"
        for part in walk(node)
        if isinstance(part, ast.Subscript)
        and isinstance(part.value, ast.Name)
        and isinstance(part.slice, ast.Constant)
        and isinstance(part.slice.value, str)
    }
    return Touched(frozenset(keyed | set(reads(node))) - set(changed), changed)


def held(values: Values, name: str) -> Any:
    """The value of a name, or of an item `grads['w']`; None for what is not there."""
    stem, bracket, key = name.partition("['")
    if not bracket:
        return values.get(stem)
    return values[stem].get(key.removesuffix("']")) if isinstance(values.get(stem), dict) else None


def put(values: Values, name: str, value: Any) -> None:
    """Gives a name, or an item, a value."""
    stem, bracket, key = name.partition("['")
    if not bracket:
        values[stem] = value
    elif isinstance(values.get(stem), dict):
        values[stem][key.removesuffix("']")] = value


@dataclass(frozen=True)
class Start:
    """A point from which a backward pass sets out: its forward run, and the gradients on what it gave."""

    point: Point
    trace: Trace
    weights: tuple[Any, ...]
    cache: Any = None


def started(written: Handwritten, start: Start, namespace: Values, runner: Runner) -> Values:
    """What there is when the backward pass begins."""
    if written.is_script:
        return runner.run(start.point).values
    values = seeded(namespace)
    upstream = iter(start.weights)
    for name, role in written.roles:
        if role == "value":
            whole = start.point.given if name in start.point.given else start.trace.values
            values[name] = copied(whole[name])
        else:
            values[name] = copied(start.cache if role == "cache" else next(upstream))
    return values


@dataclass
class Carried:
    """Walks that go through a backward pass in step. What goes another way than the first is left behind."""

    body: Sequence[ast.stmt]
    walks: list[Walk]
    alive: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.alive = list(range(len(self.walks)))

    def steps(self) -> Iterator[Step]:
        """Each step before it is run, which whoever takes it has to do with `run`. Raises `Stopped`."""
        going = [walk.steps(self.body) for walk in self.walks]
        while True:
            there = {at: next(going[at], None) for at in self.alive}
            first = there[self.alive[0]]
            self.alive = [at for at in self.alive if _same(there[at], first)]
            if first is None:
                return
            yield first

    def run(self, step: Step) -> None:
        """Runs a step at all points. Raises `Stopped`."""
        for at in self.alive:
            self.walks[at].run(step)

    def now(self, name: str) -> list[Any]:
        """What a name stands for at each point."""
        return [copied(held(self.walks[at].values, name)) for at in self.alive]

    def set(self, name: str, values: Mapping[int, Any]) -> None:
        """Puts values in the place of those that a name has."""
        for at in self.alive:
            put(self.walks[at].values, name, copied(values[at]))

    def kept(self) -> list[Values]:
        """All values at each point, apart from later writes into arrays."""
        return [{name: copied(value) for name, value in self.walks[at].values.items()} for at in self.alive]


def _same(step: Step | None, other: Step | None) -> bool:
    return (step is None) == (other is None) and (step is None or other is None or step.node is other.node)


def carried(written: Handwritten, starts: Sequence[Values], compiled: Compiled) -> Carried:
    """The backward pass, ready to be carried out from each of the starts."""
    return Carried(written.body, [Walk(values, compiled) for values in starts])


def seeds(written: Handwritten, trace: Trace) -> dict[str, str]:
    """In a script, the gradients that the backward pass begins with, and what they are the gradients on."""
    last = {name: found[-1][0].step for name, found in trace.versions.items()}
    read = {
        name for step in trace.steps for name in reads(step.node) if name in last and step.number > last[name]
    }
    ends = [name for name in last if name not in read and _is_number(trace.values.get(name))]
    found: dict[str, str] = {}
    seen: set[str] = set()
    for statement in written.body:
        name = next(targets(statement), "")
        variable = written.gradients.get(name, "")
        if variable in ends and name not in seen and not _derived(statement, variable, trace, written):
            found[name] = variable
        seen |= set(targets(statement))
    return found


def _derived(statement: ast.stmt, variable: str, trace: Trace, written: Handwritten) -> bool:
    """Whether a statement reads a gradient, or numbers with digits: then no gradient begins with it."""
    if not isinstance(statement, ast.Assign):
        return True
    others = [name for name in reads(statement) if name != variable]
    numbers = (trace.values.get(name) for name in others)
    return any(name in written.gradients for name in others) or any(
        isinstance(value, (float, np.floating, np.ndarray)) for value in numbers
    )


def script_outputs(written: Handwritten, trace: Trace) -> list[tuple[str, ...]]:
    """The variables that the forward pass of a script may give.

    They are those whose gradients begin the backward pass, or a number that it computes and does not
    read, the last first; none that is computed before an array.
    """
    if found := seeds(written, trace):
        return [tuple(dict.fromkeys(found.values()))]
    last = {found[-1][0].step: name for name, found in trace.versions.items() if found[-1][0].step >= 0}
    made = {step.number: step.node for step in trace.steps}
    possible: list[tuple[str, ...]] = []
    for number in sorted(last, reverse=True):
        value: Any = trace.values.get(last[number])
        behind = [step.node for step in trace.steps[number + 1 :] if not isinstance(step.node, ast.Expr)]
        read = any(last[number] in reads(node) for node in behind)
        counts = isinstance(value, int) and not _reckons(made.get(number), written)
        if read or not _is_number(value) or counts or isinstance(value, np.integer):
            continue
        if np.shape(value):
            break
        possible.append((last[number],))
    return possible


def _reckons(node: ast.AST | None, written: Handwritten) -> bool:
    """Whether a statement gives a name a number that a variable with a gradient goes into."""
    with_gradient = set(written.gradients.values())
    return isinstance(node, (ast.Assign, ast.AugAssign)) and bool(with_gradient & set(reads(node)))


def _is_number(value: Any) -> bool:
    kind = str(getattr(getattr(value, "dtype", None), "kind", ""))
    return kind in ("f", "i") or type(value) in (int, float)


def returned(written: Handwritten, values: Values, line: int) -> Iterator[tuple[str, str, Any]]:
    """What a backward pass has given in the end: a gradient, its variable, its value."""
    pairs = written.returned.get(line, ())
    whole = values.get(RETURNED)
    for name, variable in pairs:
        if variable:
            yield name, variable, held(values, name)
        elif isinstance(whole, dict):
            for key, value in whole.items():
                yield f"{name}[{key!r}]", str(key), value
