"""What programs that differentiate arrays are known to get wrong, each thing tried where it would show."""

from __future__ import annotations

import itertools
import re
import warnings
from typing import Any

import checking
import gate_inputs
import numpy as np
import pytest

from codegen.generate import Options, generate_module
from codegen.problems import Refused

HEAD = "import numpy as np\n\n\n"


def made(source: str) -> tuple[dict[str, Any], Any]:
    """The generated pair, and the function that it is of."""
    text = generate_module(source, "f.py", Options())
    checking.check_names(text)
    return checking.namespace(text), checking.namespace(source)["f"]


# An integer array as input: zeros of its own type would cut the gradient off.

OF_INTEGERS = [
    "return x[1:] * 0.5",
    "return x[[0, 0, 2]] * 0.5",
    "return np.where(x > 1, x * 0.5, 0.25)",
    "return np.clip(x, 0, 2) * 0.5",
    "return np.mean(x) * x",
    "return np.max(x) / 3",
    "return np.concatenate([x, x[:1]]) * 0.5",
    "return np.sum(x @ x) * 0.1",
    "return np.prod(x) * 0.1",
    "return np.take(x, 1) * 0.5",
    "return np.diag(x) * 0.5",
    "return np.cumsum(x) * 0.5",
    "return np.sort(x) * 0.5",
    "y = np.zeros(3)\n    y[0] = x[1]\n    return y * 0.5",
    "y = np.exp(x)\n    y[0] = x[2] * 0.5\n    return y",
    "s = 0.0\n    for v in x:\n        s += v * 0.5\n    return s",
]


@pytest.mark.parametrize("annotation", ["", ': "N"', ": np.ndarray"])
@pytest.mark.parametrize("body", OF_INTEGERS)
def test_gradient_of_an_integer_array_is_that_of_the_same_floats(body: str, annotation: str) -> None:
    space, _ = made(f"{HEAD}def f(x{annotation}):\n    {body}\n")
    whole = np.array([3, 1, 2])
    gradients = []
    for x in (whole, whole.astype(float)):
        out, cache = space["f_forward"](x)
        gradients.append(np.asarray(space["f_backward"](np.full(np.shape(out), 0.75), cache)))
    assert gradients[0].dtype == float
    np.testing.assert_allclose(*gradients)
    assert np.any(gradients[1])


# A zero to start from, where an array is needed.

FROM_ZERO = [
    "y = 0.0\n    y = y + x\n    return y",
    "y = 0\n    y = y + x * w\n    y = y + x\n    return y",
    "y = 0.0\n    for i in range(3):\n        y = y + i * x * w\n    return y",
    "y = 0.0\n    for i in range(0):\n        y = y + i * x\n    return y + x * w",
    "y = 0.0\n    if x[0, 0] > 100:\n        y = x * w\n    return y + w",
    "return sum([x, x * w]) - x",
    "y = 0 * x\n    y = y + w\n    return y",
    "z = x if x[0, 0] > 100 else w * 0.0 + x\n    return z",
    "z = x\n    return w * 2.0",
]


@pytest.mark.parametrize("annotations", ["x, w", 'x: "A B", w: "B"'])
@pytest.mark.parametrize("body", FROM_ZERO)
def test_gradient_from_zero_has_the_shape_of_its_array(body: str, annotations: str) -> None:
    space, function = made(f"{HEAD}def f({annotations}):\n    {body}\n")
    rng = np.random.default_rng(0)
    points = [rng.uniform(0.5, 1.5, (2, 3)), rng.uniform(0.5, 1.5, 3)]
    checking.check_pair(space, "f", function, points, [0, 1])


# Parentheses: operands that are expressions, in the place of the names of every line.

OPERANDS = ["a + b", "-a", "a - b", "a * b", "a / b", "a**2", "-(a**b)", "a if a > b else b", "2 * a", "b"]
PATTERNS = [
    "({x}) + ({y})", "({x}) - ({y})", "({x}) * ({y})", "({x}) / ({y})", "-({x})", "({x}) ** 2", "({x}) ** 3",
    "1 / ({x})", "({x}) * ({x})", "2.0 ** ({x})", "np.exp({x})", "np.sqrt(({x}) ** 2 + 1)",
    "np.maximum({x}, {y})", "np.arctan2({x}, {y})", "np.hypot({x}, {y})", "np.tanh({x}) - ({y}) / ({x})",
    "1.0 / (1 + np.exp(-({x})))", "abs({x})", "({x}) ** 2 / ({y}) ** 2",
]  # fmt: skip


@pytest.mark.parametrize("pattern", PATTERNS)
def test_expressions_as_operands_keep_together(pattern: str) -> None:
    pairs = zip(OPERANDS, [*OPERANDS[3:], *OPERANDS[:3]])
    for body in [pattern.replace("{x}", x).replace("{y}", y) for x, y in pairs]:
        space, function = made(f"{HEAD}def f(a: float, b: float):\n    return {body}\n")
        checking.check_pair(space, "f", function, [1.3, 0.7], [0, 1])


# Sums where an operand was broadcast: every gate of several operands, through the generator.

SEVERAL = [
    gate
    for gate in gate_inputs.gates()
    if gate.file != "helpers_gates.py"
    and gate.result is None
    and gate.lines
    and not gate.for_complex
    and not re.search(r"[\[(][\[(]", gate.pattern)  # a list of arrays, which broadcasts nothing
    and not gate.noted("refused")
    and list(gate.params.values()).count("") > 1
    and len(gate.outputs) == 1
]
SHAPES = [((2, 3), (3,)), ((3,), (2, 3)), ((2, 1), (1, 3)), ((), (2,)), ((2, 3), ()), ((1, 3), (3,))]


@pytest.mark.exhaustive
@pytest.mark.parametrize("gate", SEVERAL, ids=str)
def test_operands_that_are_broadcast_get_sums(gate: gate_inputs.Gate) -> None:
    values = next(gate_inputs.scenes(gate))
    others = [p for p in gate.params if not gate_inputs.is_value(gate.params[p])]
    names = [p for p in gate.params if p not in others]
    if any(isinstance(values[p], np.ndarray) for p in others):
        pytest.skip("takes places or masks")
    if "jax" in gate.pattern or ".at[" in gate.pattern:
        pytest.skip("is run by tests/test_jax.py")
    setting = "".join(f"    {p} = {values[p]!r}\n" for p in others)
    imports = "import math\nimport numpy as np\n" + "import scipy.special\n" * ("scipy" in gate.pattern)
    rng = np.random.default_rng(0)
    tried = 0
    for number, (first, second) in enumerate(SHAPES):
        shapes = [shape for shape, _ in zip(itertools.cycle((first, second)), names)]
        points = [rng.uniform(1.2, 1.9, s) if s else float(rng.uniform(1.2, 1.9)) for s in shapes]
        if not gate.holds({**dict(zip(names, points)), **{p: values[p] for p in others}}):
            continue
        hints = [f': "{" ".join(map(str, s))}"' if s else ": float" for s in shapes]
        arguments = ", ".join(n + hint * (number % 2) for n, hint in zip(names, hints))
        source = f"{imports}\n\ndef f({arguments}):\n{setting}    return {gate.pattern}\n"
        space, function = made(source)
        checking.check_pair(space, "f", function, points, list(range(len(names))))
        tried += 1
    if not tried:
        pytest.skip("no numbers between 1 and 2 are in its domain")


# Powers of negative bases: their logarithm is needed for nothing but the exponent's gradient.

NEGATIVE = [
    ("x: float", "x**2"), ("x: float", "x**3"), ("x: float", "x**-1"), ("x: float", "x**-2"),
    ("x: float, n: int", "x**n"), ('x: "N"', "x**3"), ('x: "N", n: int', "x**n"), ("x, n: int", "x**n"),
    ('x: "N", n: "N int"', "x**n"), ('x: "N"', "np.power(x, 3)"), ('x: "N"', "np.square(x)"),
    ("x: float", "pow(x, 3)"), ('x: "N", n: int', "np.power(x, n)"), ("x: float", "(-2.0) ** 2 * x"),
]  # fmt: skip


@pytest.mark.parametrize(("arguments", "expression"), NEGATIVE)
def test_power_of_a_negative_base_takes_no_logarithm(arguments: str, expression: str) -> None:
    space, function = made(f"{HEAD}def f({arguments}):\n    return {expression}\n")
    x: Any = -1.7 if "float" in arguments else np.array([-1.7, -0.4, 2.0])
    n: Any = np.array([3, 2, -1]) if "N int" in arguments else 3
    points = [x, n] if " n:" in arguments else [x]
    with warnings.catch_warnings(), np.errstate(all="raise"):
        warnings.simplefilter("error")
        checking.check_pair(space, "f", function, points, [0])


def test_gradient_of_an_exponent_over_a_negative_base_is_nan_and_that_of_the_base_is_right() -> None:
    space, _ = made(f"{HEAD}def f(x, y):\n    return x**y\n")
    _, cache = space["f_forward"](np.array([-2.0, 2.0]), np.array([2.0, 2.0]))
    with np.errstate(all="ignore"):
        dx, dy = space["f_backward"](np.ones(2), cache)
    np.testing.assert_allclose(dx, [-4, 4])
    np.testing.assert_allclose(dy, [np.nan, 4 * np.log(2)])


# A type for an array that says nothing of its shape.


@pytest.mark.parametrize(
    ("imports", "annotation"),
    [
        ("import numpy as np", "np.ndarray"),
        ("import numpy", "numpy.ndarray"),
        ("import numpy as np", "'np.ndarray'"),
        ("from numpy import ndarray\nimport numpy as np", "ndarray"),
        ("import numpy as np\nfrom numpy.typing import NDArray", "NDArray[np.float64]"),
        ("import numpy as np\nimport numpy.typing as npt", "npt.NDArray"),
        ("import numpy as np\nimport numpy.typing as npt", "npt.ArrayLike"),
    ],
)
def test_array_by_its_type_is_an_array(imports: str, annotation: str) -> None:
    library = "numpy" if imports == "import numpy" else "np"
    body = f"return {library}.exp(x) * y + x[0]"
    space, function = made(f"{imports}\n\n\ndef f(x: {annotation}, y: {annotation}):\n    {body}\n")
    rng = np.random.default_rng(0)
    points = [rng.uniform(0.5, 1.5, (2, 3)), rng.uniform(0.5, 1.5, 3)]
    checking.check_pair(space, "f", function, points, [0, 1])


# Zeros in the place of a refusal: whatever NumPy has is differentiated rightly, or not at all.

NAMES = sorted(
    name
    for name in dir(np)
    if callable(getattr(np, name)) and not isinstance(getattr(np, name), type) and not name.startswith("_")
)
WRITE_OR_ASK = {"dump", "info", "save", "savetxt", "savez", "savez_compressed", "test", "tofile"}
X, M = np.array([0.4, 0.9, 0.6]), np.array([[1.3, 0.2], [0.4, 1.7]])
OF_METHODS = ["x.{}()", "m.{}()", "m.{}(1)", "m.{}(m)", "m.{}"]
FORMS = ["np.{}(x)", "np.{}(x, x + 0.3)", "np.{}(x, 2)", "np.{}((x, x * 2))", "np.{}(m)", "np.{}(m, m * 2)"]


def calls_that_run() -> list[str]:
    """Calls of NumPy's functions and methods that take x or m, and give floating numbers."""
    found = []
    methods = sorted(name for name in dir(np.ndarray) if not name.startswith("_"))
    for name, form in [*itertools.product(NAMES, FORMS), *itertools.product(methods, OF_METHODS)]:
        if name in WRITE_OR_ASK:
            continue
        try:
            with warnings.catch_warnings(), np.errstate(all="ignore"):
                warnings.simplefilter("ignore")
                value = eval(form.format(name), {"np": np, "x": X.copy(), "m": M.copy()})
        except Exception:
            continue
        if isinstance(value, (float, np.ndarray, np.generic)) and checking.is_float(value):
            found.append(form.format(name))
    return found


@pytest.mark.parametrize("call", calls_that_run())
def test_function_of_numpy_is_differentiated_rightly_or_refused(call: str) -> None:
    """Entries lie apart, and away from whole and half numbers, where steps may be."""
    argument = "m" if re.search(r"\bm\b", call) else "x"
    try:
        space, function = made(f"{HEAD}def f({argument}):\n    return {call}\n")
    except Refused:
        return
    point = M if argument == "m" else X
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        in_domain = np.all(np.isfinite(eval(call, {"np": np, argument: point.copy()})))
        if in_domain and "empty" not in call:  # which holds anything
            checking.check_pair(space, "f", function, [point], [0])


def test_most_functions_of_numpy_are_tried() -> None:
    assert len(calls_that_run()) > 200


# A written argument whose name is given to the argument again, or to a part of it: what is written then
# goes to the caller as well.

AGAIN = [
    "row = row",
    "row = row.T",
    "row = row[1:]",
    "row = row[:]",
    "row = np.asarray(row)",
    "row = row if n else row[:2]",
    "(row,) = (row,)",
    "row = (row := row)",
    "row = passed_on(row)",
    "xs = [row]\n    row = xs[0]",
]


@pytest.mark.parametrize("way", AGAIN)
@pytest.mark.parametrize("write", ["row[0, 1] *= 3.0", "row *= 3.0"])
def test_argument_written_under_its_own_name_again_is_right_or_refused(way: str, write: str) -> None:
    source = f"""{HEAD}def passed_on(v):
    return v


def f(row: "N N", n: int):
    row[0, 0] *= 2.0
    {way}
    {write}
    return np.sum(row)
"""
    try:
        space, function = made(source)
    except Refused:
        return
    row = np.random.default_rng(0).normal(size=(3, 3))
    checking.check_pair(space, "f", function, [row, 1], [0])
