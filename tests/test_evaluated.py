"""Values and gradients of every stage of a function, held against differences of the function itself."""

from __future__ import annotations

import inspect
import textwrap
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from codegen.evaluated import Evaluated, Stage, evaluated
from codegen.files import FileRefused
from codegen.options import Options

STEP = 1e-6
RANDOM = np.random.default_rng(1)
A, B, V = RANDOM.standard_normal((3, 2)), RANDOM.standard_normal((2, 4)), RANDOM.standard_normal(4)

CIRCUIT = """
def circuit(x, y, z):
    q = x + y
    f = q * z
    return f
"""
STAGED = """
import math

def staged(x, y):
    sigy = 1.0 / (1 + math.exp(-y))
    num = x + sigy
    sigx = 1.0 / (1 + math.exp(-x))
    xpy = x + y
    xpysqr = xpy**2
    den = sigx + xpysqr
    invden = 1.0 / den
    f = num * invden
    return f
"""
NEURON = """
import math

def neuron(w: "3", x: "2"):
    dot = w[0] * x[0] + w[1] * x[1] + w[2]
    f = 1.0 / (1 + math.exp(-dot))
    return f
"""
ONE_GATE = """
import numpy as np

def loss(x, y: int):
    e = np.exp(x - np.max(x))
    p = e / np.sum(e)
    return -np.log(p[y])
"""
BROADCAST = """
import numpy as np

def layer(x: "N D", w: "D M", b: "M"):
    h = x @ w + b
    scale = 1 / np.sqrt(np.sum(h * h, axis=1, keepdims=True))
    out = h * scale
    return out
"""
REASSIGNED = """
import numpy as np

def f(x, w):
    x = x @ w
    x = np.tanh(x)
    first, rest = x[0], x * 2
    first, rest = rest, first
    x = first ** 2  # squares
    total = both = (
        np.sum(x) +  # a comment
        np.sum(rest)
    )
    return total * both
"""
IN_PLACE = """
import numpy as np

def f(x, w):
    z = x * w[0]
    z[0] = w[1] ** 2
    z += x
    s = z.sum()
    s *= 2
    z[1:] *= s
    return np.sum(z * z)
"""
BRANCHES = """
import numpy as np

def f(x, w):
    if np.sum(x) > 1e9: h = w; k = w
    elif w > 0: h = x * w; k = h ** 2
    else:
        k = x
    with np.errstate(): out = k * 3
    return out
"""
LOOPS = """
import numpy as np

def f(x, w, n: int):
    h = x
    total = np.zeros(n)
    for i in range(n):
        h = h @ w
        for _ in range(2):
            h = np.tanh(h)
        if i > 0:
            rest = np.sum(h) * 2
        total[i] = np.sum(h) ** 2
    s = rest
    for t in total:
        s += t
    return s * rest
"""
CALLS = """
import numpy as np

SCALE = 3.0

def act(h, *, by=2.0):
    p = np.maximum(h, 0.1 * h)
    return p * by

class Layer:
    def __init__(self, w, b):
        self.w = w
        self.b = b

    def forward(self, x):
        h = x @ self.w
        return np.tanh(h + self.b)

def f(x, w, b):
    layer = Layer(w, b)
    h = layer.forward(x)
    h = act(h, by=SCALE)
    low, high = np.min(h), act(np.max(h))
    return high - low * np.sum(h)

print("this is not run")
f(1, 2, 3)
"""
ONLY_WORDS = """
import numpy as np

def f(*xs, scale, **more):
    y = xs[0] * scale
    return np.sum(y)
"""
EXAMPLES: dict[str, tuple[str, dict[str, Any]]] = {
    "circuit": (CIRCUIT, {"x": -2.0, "y": 5.0, "z": -4.0}),
    "staged": (STAGED, {"x": 3.0, "y": -4.0}),
    "neuron": (NEURON, {"w": [2.0, -3.0, -3.0], "x": [-1.0, -2.0]}),
    "one gate": (ONE_GATE, {"x": V, "y": 2}),
    "broadcast": (BROADCAST, {"x": A, "w": B, "b": V}),
    "reassigned": (REASSIGNED, {"x": A, "w": B}),
    "in place": (IN_PLACE, {"x": np.arange(3.0), "w": np.array([1.0, 2.0])}),
    "branches": (BRANCHES, {"x": A, "w": 2.0}),
    "loops": (LOOPS, {"x": A, "w": B[:, :2], "n": 3}),
    "calls": (CALLS, {"x": A, "w": B, "b": V}),
}


def found(text: str, arguments: dict[str, Any], name: str = "", **options: Any) -> Evaluated:
    names = [line.split("(")[0][4:] for line in text.splitlines() if line.startswith("def ")]
    return evaluated(text, "m.py", name or names[-1], Options(), arguments, **options)


def stage(whole: Evaluated, name: str, line: int | None = None) -> Stage:
    fitting = [one for one in whole.stages if one.name == name and line in (None, one.line)]
    assert fitting, f"no stage {name}"
    return fitting[-1]


def moved(text: str, name: str, one: Stage, arguments: dict[str, Any]) -> Callable[[Any], float]:
    """The sum of what a function gives, when something is added to what a stage has been given last."""
    lines = text.split("\n")
    line, _, _ = lines[one.line - 1].partition("  #")
    inside = "[" in line.split("=")[0] or any(sign in line for sign in ("+=", "*="))
    turn, value = 0, 0.0

    def move() -> Any:
        nonlocal turn
        turn += 1
        return value if turn == one.turns else 0 * value

    def run(step: Any) -> float:
        nonlocal turn, value
        turn, value = 0, step
        return float(np.sum(function(**{k: np.copy(v)[()] for k, v in arguments.items()})))

    statements = line.split("; ")
    at = next(i for i, part in enumerate(statements) if one.name in part.rpartition("=")[0])
    added = f"{one.name} += move()" if inside else f"{one.name} = {one.name} + move()"
    added = added.replace("total =", "total = both =") if "total = both" in line else added
    added = added.replace("both =", "total = both =", 1) if one.name == "both" else added
    statements.insert(at + 1, added)
    lines[one.line - 1] = "; ".join(statements)
    if line.endswith("("):  # the statement goes on for some lines
        lines[one.line - 1] = line
        close = lines.index("    )", one.line)
        lines[close] += f"; {added}"
    namespace: dict[str, Any] = {"move": move}
    exec("\n".join(lines).partition("\nprint(")[0], namespace)
    function = namespace[name]
    return run


@pytest.mark.parametrize("name", EXAMPLES)
def test_gradients_are_those_by_central_differences(name: str) -> None:
    text, arguments = EXAMPLES[name]
    whole = found(text, arguments)
    checked = 0
    for one in whole.stages:
        if one.gradient is None or one.is_argument:
            continue
        run = moved(text, whole.function, one, arguments)
        assert np.shape(one.gradient) == np.shape(one.value)
        for index in np.ndindex(np.shape(one.value)):
            step = np.zeros(np.shape(one.value))
            step[index] = STEP
            numeric = (run(step[()]) - run(-step[()])) / (2 * STEP)
            assert np.isclose(np.asarray(one.gradient)[index], numeric, rtol=1e-4, atol=1e-5), one
            checked += 1
    assert checked


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_assignment_that_was_executed_has_its_value_and_nearly_all_a_gradient(name: str) -> None:
    text, arguments = EXAMPLES[name]
    without = {one.name for one in found(text, arguments).stages if one.gradient is None}
    expected = {
        "one gate": {"y"},
        "loops": {"n"},
        "calls": {"layer"},
    }
    assert without == expected.get(name, set())


def test_the_numbers_of_the_notes() -> None:
    whole = found(CIRCUIT, {"x": -2, "y": 5, "z": -4})
    assert whole.output == -12 and whole.upstream == (1.0,)
    assert [(s.name, s.line, s.value, s.gradient) for s in whole.stages] == [
        ("x", 2, -2, -4.0),
        ("y", 2, 5, -4.0),
        ("z", 2, -4, 3.0),
        ("q", 3, 3.0, -4.0),
        ("f", 4, -12.0, 1.0),
    ]
    whole = found(NEURON, {"w": [2, -3, -3], "x": [-1, -2]})
    assert np.allclose(stage(whole, "w").gradient, [-0.20, -0.39, 0.20], atol=0.005)
    assert np.allclose(stage(whole, "x").gradient, [0.39, -0.59], atol=0.005)
    assert np.allclose([stage(whole, "dot").gradient, stage(whole, "f").value], [0.20, 0.73], atol=0.005)


def test_statements_that_are_one_gate_have_gradients_of_their_own() -> None:
    whole = found(ONE_GATE, {"x": V, "y": 2})
    p = stage(whole, "p")
    assert np.allclose(p.gradient, [0, 0, -1 / p.value[2], 0])


def test_what_was_not_executed_is_no_stage_and_turns_are_counted() -> None:
    whole = found(BRANCHES, {"x": A, "w": -2.0})
    assert [one.name for one in whole.stages] == ["x", "w", "k", "out"]
    whole = found(LOOPS, {"x": A, "w": B[:, :2], "n": 3})
    turns = [(one.name, one.turns) for one in whole.stages if not one.is_argument]
    assert turns == [
        ("h", 1),
        ("total", 1),
        ("h", 3),
        ("h", 6),
        ("rest", 2),
        ("total", 3),
        ("s", 1),
        ("s", 3),
    ]
    assert [one.name for one in found(LOOPS, {"x": A, "w": B[:, :2], "n": 2}).stages].count("rest") == 1


def test_what_has_no_gradient_says_why() -> None:
    text = """
    import numpy as np

    def f(x):
        n, many, words = len(x), [x, x], "words"
        eps = 1e-5
        truth, whole = x[0] > 0, np.arange(3)
        z = x * 2
        row = z[1:]
        z[0] = 3.0
        stopped = np.sum(z)  # backprop: stop
        return np.sum(row) + np.sum(z) * stopped + eps
    """
    whole = found(textwrap.dedent(text), {"x": np.ones(3)}, "f")
    whys = {one.name: one.why for one in whole.stages if one.gradient is None}
    assert whys == {
        "n": "it is a whole number",
        "many": "it is a list",
        "words": "it is a str",
        "eps": "no argument goes into it",
        "truth": "it is a truth",
        "whole": "it is an array of int64",
        "row": "it shares memory with another value, and the function writes into memory",
        "stopped": "a pragma stops the gradient here",
    }


def test_a_second_name_of_memory_that_is_written_into_has_no_gradient() -> None:
    """With something added it would be memory of its own, and what is written into the other not in it."""
    text = "def f(x, w):\n    z = x * w\n    y = z\n    z[0] = w\n    return y[0] * y[1]\n"
    try:
        whole = found(text, {"x": np.ones(2), "w": 3.0}, "f")
    except FileRefused:
        return
    assert stage(whole, "y").gradient is None
    assert np.allclose(stage(whole, "z", 2).gradient, [0.0, 3.0])


def test_a_view_has_a_gradient_where_nothing_is_written_into() -> None:
    text = (
        "import numpy as np\n\ndef f(x):\n    y = x.T\n    r = y[0]\n    return np.sum(r * r) + np.sum(x)\n"
    )
    whole = found(text, {"x": A}, "f")
    assert np.allclose(stage(whole, "r").gradient, 2 * A[:, 0])
    assert np.allclose(stage(whole, "y").gradient[0], 2 * A[:, 0])
    assert np.allclose(stage(whole, "x").gradient, 1 + 2 * np.eye(2)[0] * A)


def test_what_draws_has_values_and_no_gradients() -> None:
    text = "import numpy as np\n\nR = np.random.default_rng\n\ndef f(x):\n    y = x * 2\n    return y * y\n"
    assert stage(found(text, {"x": 3.0}), "y").gradient == 12.0
    text = (
        "import numpy as np\n\ndef f(x):\n    m = np.random.default_rng().random(3)\n"
        "    y = x * m\n    return np.sum(y)\n"
    )
    whole = found(text, {"x": np.ones(3)})
    assert {(one.gradient, one.why) for one in whole.stages if one.name in "xy"} <= {
        (None, "the function does not give the same each time"),
        (None, "the backward pass gives none"),
    }


def test_drawing_by_a_generator_that_is_shared_gives_the_same_each_time_and_leaves_it_alone() -> None:
    text = "import numpy as np\n\ndef f(x):\n    m = np.random.rand(3)\n    y = x * m\n    return np.sum(y)\n"
    np.random.seed(5)
    before = np.random.get_state()[1].tolist()
    whole = found(text, {"x": np.ones(3)})
    assert np.array_equal(stage(whole, "x").gradient, stage(whole, "m").value)
    assert np.random.get_state()[1].tolist() == before


def test_the_upstream_gradient_may_be_given() -> None:
    text = "def f(x, y):\n    a = x * y\n    b = x + y\n    return a, b\n"
    whole = found(text, {"x": 2.0, "y": 3.0})
    assert (whole.upstream, stage(whole, "x").gradient) == ((1.0, 1.0), 4.0)
    whole = found(text, {"x": 2.0, "y": 3.0}, upstream=(10.0, 0.5))
    assert [stage(whole, name).gradient for name in "xyab"] == [30.5, 20.5, 10.0, 0.5]


def test_methods_and_arguments_of_all_kinds() -> None:
    text = "class C:\n    def __init__(self, w):\n        self.w = w\n\n    def go(self, x):\n"
    text += (
        "        h = x * self.w\n        return h * h\n\ndef f(c: C, x):\n    y = c.go(x)\n    return y * 2\n"
    )
    namespace: dict[str, Any] = {}
    exec(text, namespace)
    whole = found(text, {"c": namespace["C"](3.0), "x": 2.0}, "f")
    assert (stage(whole, "y").value, stage(whole, "x").gradient) == (36.0, 72.0)
    whole = found(text, {"self": namespace["C"](3.0), "x": 2.0}, "C.go")
    assert (stage(whole, "h").gradient, stage(whole, "x").gradient) == (12.0, 36.0)
    whole = found(text, {"self": {"w": 3.0}, "x": 2.0}, "C.go")
    assert (stage(whole, "self").gradient.w, stage(whole, "x").gradient) == (24.0, 36.0)
    assert stage(found(text, {"c": {"w": 3.0}, "x": 2.0}, "f"), "c").gradient.w == 48.0
    with pytest.raises(FileRefused, match="E011"):
        found(text, {"c": {"v": 3.0}, "x": 2.0}, "f")


class Foreign:
    """An array of another library, as far as it goes here."""

    def __init__(self, value: Any) -> None:
        self.value = np.asarray(value)
        self.dtype, self.shape, self.ndim = self.value.dtype, self.value.shape, self.value.ndim

    def __array__(self, dtype: Any = None, copy: Any = None) -> Any:
        return np.array(self.value, dtype)

    def __mul__(self, other: Any) -> Foreign:
        return Foreign(self.value * np.asarray(other))

    def __add__(self, other: Any) -> Foreign:
        return Foreign(self.value + np.asarray(other))

    __rmul__, __radd__, __array_ufunc__ = __mul__, __add__, None


def test_arrays_of_other_libraries() -> None:
    text = 'def f(x: "3"):\n    y = x * 2\n    z = y * y\n    return z\n'
    whole = found(text, {"x": Foreign([1.0, 2.0, 3.0])})
    assert isinstance(stage(whole, "y").value, np.ndarray) and isinstance(whole.output, np.ndarray)
    assert stage(whole, "y").gradient.tolist() == [4.0, 8.0, 12.0]
    assert stage(whole, "x").gradient.tolist() == [8.0, 16.0, 24.0]


def test_outputs_that_are_instances_or_hold_words() -> None:
    text = "class C:\n    def __init__(self, w, v):\n        self.w = w\n        self.v = v\n\n"
    whole = found(text + "def f(x):\n    y = x * 3\n    return C(y, y * y)\n", {"x": 2.0})
    assert stage(whole, "x").gradient == 39.0
    text = "def f(x):\n    y = x * 3\n    return {'y': y, 'name': 'y'}\n"
    assert stage(found(text, {"x": 2.0}), "x").gradient == 3.0


def test_names_that_are_taken_and_heads_of_all_kinds() -> None:
    text = "def f(zero1, /, zero0=2.0, *, by=3.0,):\n    zero: float = zero1 * zero0\n    return zero * by\n"
    whole = found(text, {"zero1": 5.0})
    assert stage(whole, "zero").gradient == 3.0
    text = 'def f(x: "3",\n      y=(1, 2)[0]  # )\n      ):\n    z = x * y\n    return z\n'
    assert np.array_equal(stage(found(text, {"x": np.ones(3)}), "z").gradient, np.ones(3))


def test_negative_zero_stays_what_it_is() -> None:
    text = "import numpy as np\n\ndef f(x):\n    y = x * 0.0\n    z = np.arctan2(y, -1.0)\n    return z\n"
    whole = found(text, {"x": -1.0})
    assert np.isclose(whole.output, -np.pi)
    assert stage(whole, "z").gradient == 1.0 and stage(whole, "y").gradient is not None


def test_float32_stays_float32() -> None:
    text = "import numpy as np\n\ndef f(x):\n    y = np.exp(x)\n    return np.sum(y * y)\n"
    whole = found(text, {"x": np.ones(3, np.float32)})
    assert stage(whole, "y").value.dtype == stage(whole, "y").gradient.dtype == np.float32


def test_what_fails_is_told_at_its_line() -> None:
    with pytest.raises(FileRefused) as caught:
        found(
            "def f(x, y):\n    a = x * 2\n    b = a @ y\n    return b\n", {"x": np.ones(3), "y": np.ones(2)}
        )
    (problem,) = caught.value.problems
    assert (problem.code, problem.line, problem.column) == ("E011", 3, 5)
    with pytest.raises(FileRefused) as caught:
        found("def f(x):\n    return x\n", {})
    assert [problem.code for problem in caught.value.problems] == ["E011"]


def test_the_arguments_are_left_alone(capsys: pytest.CaptureFixture[str]) -> None:
    x, w = np.arange(3.0), np.array([1.0, 2.0])
    found("import numpy as np\n\ndef f(x, w):\n    x[0] = w[1]\n    return x * w[0]\n", {"x": x, "w": w})
    assert x.tolist() == [0, 1, 2] and capsys.readouterr().out == ""


def test_the_docstring_says_that_code_is_run() -> None:
    assert "runs the user's code" in (inspect.getdoc(evaluated) or "")
