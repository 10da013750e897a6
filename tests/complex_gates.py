"""Gates with complex operands: inputs for them, and the same gates as functions of real arguments."""

from __future__ import annotations

import ast
import dataclasses
import itertools
from collections.abc import Iterator
from typing import Any

import gate_inputs
import numpy as np
from gate_inputs import Gate
from test_gates import fits, like

BOTH = 4  # scenes of a gate


def complex_scenes(gate: Gate) -> Iterator[dict[str, Any]]:
    """Inputs of which some are complex; none, where the gate makes complex values of real ones."""
    scenes = (v for v in gate_inputs.scenes(gate) if fits(gate, v, gate.forward(v)))
    for number, values in enumerate(itertools.islice(scenes, BOTH)):
        for turned in choices(gate):
            yield turn_some(values, turned, number)


def choices(gate: Gate) -> list[tuple[str, ...]]:
    """Which operands are complex: all choices of some of them, or few where they are many."""
    must = [p for p, kind in gate.params.items() if kind == "complex"]
    may = tuple(p for p in gate.wanted if p in (*must, *gate.holomorphic))
    found = [may, may[:1], may[1:]] if len(may) > 3 else list(subsets(may))
    return [turned for turned in found if turned or gate.for_complex]


def subsets(names: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """All choices of some of the names."""
    return itertools.chain.from_iterable(itertools.combinations(names, n) for n in range(len(names) + 1))


def turn_some(values: dict[str, Any], turned: tuple[str, ...], seed: int) -> dict[str, Any]:
    """The inputs with some of them complex."""
    rng = np.random.default_rng(seed)
    return {p: turn(v, rng) if p in turned else v for p, v in values.items()}


def turn(x: Any, rng: np.random.Generator) -> Any:
    """A complex value with this real part."""
    turned = x + 1j * np.asarray(like(x, rng))
    return complex(turned) if isinstance(x, float) and not isinstance(x, np.generic) else turned


# As functions of real arguments, between which and a real output the complex values are.


@dataclasses.dataclass(frozen=True)
class InParts(Gate):
    """A gate whose complex operands are made of two arguments each, and whose complex output is weighted."""

    whole: Gate | None = None
    turned: tuple[str, ...] = ()

    def scenes(self) -> Iterator[dict[str, Any]]:
        """Inputs that the gate is for, each complex one as its two parts."""
        assert self.whole is not None
        real = (v for v in gate_inputs.scenes(self.whole) if fits(self.whole, v, self.whole.forward(v)))
        for number, values in enumerate(real):
            parts: dict[str, Any] = {}
            for p, v in turn_some(values, self.turned, number).items():
                parts |= {f"{p}_re": v.real, f"{p}_im": v.imag} if p in self.turned else {p: v}
            yield parts


def in_parts(gate: Gate) -> list[InParts]:
    """The gate for each choice of complex operands, where something shows that there are complex values.

    An argument that is known to be real, by `x: real`, is the real part of such an operand.
    """
    real = tuple(p for p, kind in gate.params.items() if kind == "real")
    must = "complex" in gate.params.values()
    return [_in_parts(gate, turned) for turned in choices(gate) if turned or not must] or (
        [_in_parts(gate, real)] if real else []
    )


def _in_parts(gate: Gate, turned: tuple[str, ...]) -> InParts:
    params: dict[str, str] = {}
    for p, kind in gate.params.items():
        params |= {f"{p}_re": kind, f"{p}_im": kind} if p in turned else {p: kind}
    params = {p: "" if kind in ("complex", "real") else kind for p, kind in params.items()}
    made = {}
    for p in turned:
        text = f"{p}_re + 1j * {p}_im"
        text = f"np.real({text})" if gate.params[p] == "real" else text
        made[p] = ast.parse(text, mode="eval").body
    pattern = ast.unparse(_Filled(made).visit(ast.parse(gate.pattern, mode="eval").body))
    if gives_complex(gate, turned):
        pattern = f"np.real((0.6 - 0.8j) * ({pattern}))"
    fields = {field.name: getattr(gate, field.name) for field in dataclasses.fields(Gate)}
    fields |= {"name": f"{gate.name}[{','.join(turned)}]", "params": params, "pattern": pattern}
    return InParts(**{**fields, "domains": (), "holomorphic": (), "whole": gate, "turned": turned})


def gives_complex(gate: Gate, turned: tuple[str, ...]) -> bool:
    """Whether a gate's output is complex where these operands are."""
    said = "" if gate.result is None else ast.unparse(gate.result).split("[")[0]
    some = any(gate.params[p] != "real" for p in turned)
    return said == "complex" or (some and said not in ("float", "bool", "int"))


class _Filled(ast.NodeTransformer):
    """Writes expressions in the place of names."""

    def __init__(self, made: dict[str, ast.expr]) -> None:
        self.made = made

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return self.made.get(node.id, node)
