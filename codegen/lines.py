"""The backward lines of gates: what each reads, and how the upstream gradient goes through it."""

from __future__ import annotations

import ast
import functools
from dataclasses import dataclass

from codegen.terms import Term

SHAPE_ATTRIBUTES = ("shape", "size", "ndim")
SHAPE_FUNCTIONS = ("numpy.shape", "numpy.size", "numpy.ndim", "numpy.zeros_like", "numpy.ones_like")


@dataclass(frozen=True)
class Change:
    """A line that changes the gradient made so far: `dx[rows, y] -= 1`, `dx *= dz / n`."""

    op: str
    node: ast.expr
    index: ast.expr | None


@dataclass(frozen=True)
class Line:
    """A backward line: the gradient it gives, from the values and the upstream gradients it reads.

    `reads` are parameters and outputs whose value is read, `shapes` those of which only the shape
    is; `outputs` are those whose gradient is read, `upstream` times in all. `zero` says that the
    gradient is 0 whatever the values. `linear` says that the upstream gradient meets only
    elementwise arithmetic, so that a gradient smaller than its value is as good as one spread over it.
    `fitted` says that `unbroadcast` gives the whole the shape of its variable, `ruled` that a rule of
    `constants.py` has still to be asked. `changes` are made to what it gives.
    """

    node: ast.expr
    term: Term
    reads: frozenset[str]
    shapes: frozenset[str]
    outputs: frozenset[str]
    upstream: int
    linear: bool
    zero: bool
    fitted: bool
    ruled: bool
    changes: tuple[Change, ...] = ()

    @functools.cached_property
    def names(self) -> tuple[str, ...]:
        """All names in it."""
        return tuple(sorted({str(t.data) for t in self.term.walk() if t.op == "name"}))

    @functools.cached_property
    def expands(self) -> bool:
        """Whether it puts axes of size 1 into the gradient, so that this is smaller than its value."""
        return any(t.op == "call" and t.data == "numpy.expand_dims" for t in self.term.walk())


def line_of(term: Term, outputs: tuple[str, ...]) -> Line:
    """A backward line, from its term and the names of the outputs whose gradients it may read."""
    reads = _reads(term)
    values = {name for name, only_shape in reads if not only_shape}
    shapes = {name for name, only_shape in reads if only_shape} - values
    upstream = {f"d{output}" for output in outputs}
    return Line(
        node=term.node,
        term=term,
        reads=frozenset(values - upstream),
        shapes=frozenset(shapes - upstream),
        outputs=frozenset(output for output in outputs if f"d{output}" in values | shapes),
        upstream=sum(1 for name, _ in reads if name in upstream),
        linear=_linear(term, upstream),
        zero=term.op == "literal" and term.data == 0,
        fitted=term.op == "helper" and term.data == "unbroadcast",
        ruled=any(t.op == "rule" for t in term.walk()),
    )


def _reads(term: Term, only_shape: bool = False) -> list[tuple[str, bool]]:
    """The names that a line reads, each with whether only its shape is."""
    if term.op == "name":
        return [(str(term.data), only_shape)]
    if term.op == "rule":
        return []
    if term.op == "attr" and term.data in SHAPE_ATTRIBUTES:
        return _reads(term.args[0], True)
    if term.op == "call" and term.data in SHAPE_FUNCTIONS:
        return _reads(term.args[0], True)
    if term.op == "helper" and term.data == "unbroadcast":
        return _reads(term.args[0], only_shape) + _reads(term.args[1], True)
    return [read for arg in term.args for read in _reads(arg, only_shape)]


def _linear(term: Term, upstream: set[str]) -> bool:
    """Whether the upstream gradients meet nothing but elementwise arithmetic on their way."""
    if not any(t.op == "name" and t.data in upstream for t in term.walk()):
        return True
    if term.op == "name":
        return True
    if term.op in ("+", "-", "*", "/", "neg", "pos", "if"):
        return all(_linear(arg, upstream) for arg in term.args)
    return False
