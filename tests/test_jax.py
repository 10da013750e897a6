"""What is generated for jax.numpy and autograd.numpy, run on them; skipped where they are not installed.

What can be seen in the text alone is in tests/cases and tests/test_namespaces.py.
"""

from __future__ import annotations

import ast
import re
from typing import Any

import checking
import gate_inputs
import numpy as np
import pytest
from gate_inputs import Gate

from codegen.generate import Options, generate_module
from codegen.problems import Refused

jax = pytest.importorskip("jax")
jax.config.update("jax_enable_x64", True)

SCENES = 2
HEAD = "import jax.numpy as np\nimport jax.scipy as scipy\nimport jax\nimport math\n\n\n"
NOT_IN_JAX = (AttributeError, TypeError, NotImplementedError, ValueError, IndexError)


def gives_list(gate: Gate) -> bool:
    """Whether a gate gives a list of arrays."""
    return isinstance(gate.result, ast.BinOp) or ast.unparse(gate.result or []).startswith("list[")


GATES = [
    gate
    for gate in gate_inputs.gates()
    if gate.file != "helpers_gates.py" and gate.lines and not gate.unpacked and not gives_list(gate)
]


# What JAX cannot do, or does in another way: why its gradient is not held against ours.
ODD = {
    "spence": "its own derivative is nan",
    "toeplitz_of_two": "takes arrays of several dimensions for stacks",
}
NOT_JITTED = ("literal_base",)  # jax.jit follows the logarithm of a literal too, made a number of Python's


def written(value: Any) -> str:
    """A value in source text."""
    return value.__name__ if isinstance(value, type) else repr(value).replace("np.", "")


class _WithValues(ast.NodeTransformer):
    """Writes values into an expression in the place of names."""

    def __init__(self, values: dict[str, Any]) -> None:
        self.values = {name: ast.parse(written(v), mode="eval").body for name, v in values.items()}

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return self.values.get(node.id, node)


def source_of(gate: Gate, values: dict[str, Any], annotated: bool) -> tuple[str, list[str]]:
    """A function of jax.numpy that is a gate's pattern, and the names of its arguments."""
    names = [name for name, value in values.items() if isinstance(value, (np.ndarray, float))]
    arguments = list(names)
    if annotated:
        shapes = [" ".join(map(str, np.shape(values[name]))) for name in names]
        arguments = [
            f'{name}: "{shape}"' if shape else f"{name}: float" for name, shape in zip(names, shapes)
        ]
    others = {name: value for name, value in values.items() if name not in names}
    text = ast.unparse(_WithValues(others).visit(ast.parse(gate.pattern, mode="eval").body))
    return f"{HEAD}def f({', '.join(arguments)}):\n    return {text}\n", names


def check(gate: Gate, source: str, names: list[str], points: list[Any]) -> bool:
    """Compares what is generated with what JAX makes of the source; False where one of them does not.

    JAX reads both triangles of a symmetric matrix, NumPy one, so there only the sums of mirrored entries
    are the same.
    """
    try:
        function = checking.namespace(source)["f"]
        out, pull = jax.vjp(function, *points)
        jax.make_jaxpr(function)(*points)
        text = generate_module(source, "f.py", Options())
    except (*NOT_IN_JAX, Refused):
        return False
    made = checking.namespace(text)
    dz = jax.numpy.asarray(np.random.default_rng(0).uniform(0.5, 1.5, out.shape), out.dtype)
    wanted = dict(zip(names, pull(dz)))
    returned = [name.removeprefix("d") for name in re.findall(r"return (.*)", text)[-1].split(", ")]

    def both(*args: Any) -> Any:
        *_, cache = made["f_forward"](*args)
        return made["f_backward"](dz, cache)

    found = both(*points)
    for name, gradient in zip(returned, found if isinstance(found, tuple) else (found,)):
        assert np.shape(gradient) == wanted[name].shape, text
        if gate.notes.get(name) in ("symmetric", "positive definite"):
            gradient, wanted[name] = (g + np.swapaxes(g, -1, -2) for g in (gradient, wanted[name]))
        close = (1e-3, 1e-4) if dz.dtype == np.float32 else (1e-6, 1e-8)
        np.testing.assert_allclose(gradient, wanted[name], *close, err_msg=text)
    numbers = "float" in gate.params.values() or ": float" in source  # of Python's: jax.jit follows none
    if not numbers and gate.name not in NOT_JITTED:
        jax.make_jaxpr(both)(*points)  # what jax.jit looks at
    return True


@pytest.mark.parametrize("annotated", [True, False], ids=["annotated", "plain"])
@pytest.mark.parametrize("gate", GATES, ids=str)
def test_gate_on_jax(gate: Gate, annotated: bool) -> None:
    """In the text and under jax.jit the gradients are those of JAX itself."""
    if gate.name in ODD:
        pytest.skip(ODD[gate.name])
    done = 0
    for values in gate_inputs.scenes(gate):
        source, names = source_of(gate, values, annotated)
        done += check(gate, source, names, [jax.numpy.asarray(values[name]) for name in names])
        if done == SCENES:
            return
