"""Functions under numba.njit: their passes compile, and give the gradients that differences give.

What is generated is run as Python in tests/test_cases.py; here it is compiled, which is skipped where
numba is not installed.
"""

from __future__ import annotations

import re
import sys
from typing import Any

import numpy as np
import pytest
from case_files import Case, case_paths, drawn, read_case, returned_gradients
from checking import NOT_COMPILED, namespace

from codegen.generate import Options, generate_module
from codegen.problems import Refused

# numba warns of lists, which are to be given to it otherwise one day.
pytestmark = pytest.mark.filterwarnings("ignore")

HEAD = "import math\nimport numpy as np\nfrom numba import njit\n\n\n@njit\n"

# A function without annotations, and its arguments: the shape of an array, or a number.
PROGRAMS: dict[str, tuple[str, list[Any]]] = {
    "Runge-Kutta steps": (
        """def f(x, k, dt):
    for _ in range(6):
        k1 = -k * x
        k2 = -k * (x + 0.5 * dt * k1)
        x = x + dt * (k1 + k2) / 2
    return x
""",
        [0.7, 1.1, 0.05],
    ),
    "Newton's method, left early": (
        """def f(x, a):
    for _ in range(20):
        e = x * x - a
        if np.sum(np.abs(e)) < 1e-12:
            break
        x = x - e / (2 * x)
    return np.sum(x)
""",
        [(3,), (3,)],
    ),
    "a return from a loop": (
        """def f(x):
    for i in range(5):
        x = x * 1.5
        if np.sum(x) > 10:
            return np.sum(x) * i
    return np.sum(x * x)
""",
        [(2,)],
    ),
    "a loop of no turns in a loop": (
        """def f(x, n=3):
    s = x
    for i in range(n):
        for j in range(i):
            s = s * s * 0.5 + j
    return s * x
""",
        [0.7],
    ),
    "ranges with steps": (
        """def f(x, k=3):
    s = 0.5
    for i in range(0, 9, k):
        s += x[i] * x[i] * s
    for i in range(8, 0, -2):
        s = s * x[i] + i
    for i in range(7, 0, -1):
        s = s * x[i]
    return s
""",
        [(9,)],
    ),
    "an array written in place": (
        """def f(u, k):
    v = u.copy()
    for _ in range(4):
        for i in range(1, u.shape[0] - 1):
            v[i] = v[i] + k * (v[i - 1] - 2 * v[i] + v[i + 1])
    return np.mean(v * v)
""",
        [(6,), 0.1],
    ),
    "a cumulative recurrence": (
        """def f(a, x0, n=10):
    x = np.zeros(n)
    x[0] = x0
    for i in range(1, n):
        x[i] = x[i - 1] * a
    return np.sum(x)
""",
        [0.9, 1.1],
    ),
    "a recurrent cell": (
        """def f(x, h, w, u):
    for t in range(x.shape[0]):
        a = np.dot(x[t], w) + np.dot(h, u)
        h = np.tanh(a) * h + 1 / (1 + np.exp(-a))
    return np.sum(h)
""",
        [(8, 3), (2,), (3, 2), (2, 2)],
    ),
    "gates of a cell": (
        """def f(x, w):
    a = x @ w
    i, g = np.split(a, 2)
    return np.sum(np.tanh(i) * g)
""",
        [(3,), (3, 4)],
    ),
    "a net": (
        """def f(x, w1, b1, w2):
    h = np.maximum(x @ w1 + b1, 0)
    return np.mean((h @ w2) ** 2)
""",
        [(4, 3), (3, 5), (5,), (5, 2)],
    ),
    "items and positions": (
        """def f(x, y):
    s = 0.0
    for a, b in zip(x, y):
        s = s * a + b * b
    for i, a in enumerate(x):
        s += a * a * i * s
    return s
""",
        [(3,), (3,)],
    ),
    "a number augmented": ("def f(x, y):\n    x += y\n    x *= x\n    return x\n", [0.6, 0.7]),
    "indices that repeat": (
        "def f(x):\n    i = np.array([0, 1, 1])\n    return np.sum(x[i] ** 2)\n",
        [(3,)],
    ),
    "a system of equations": (
        "def f(a, b):\n    x = np.linalg.solve(a + 3 * np.eye(2), b)\n    return np.sum(x * x)\n",
        [(2, 2), (2,)],
    ),
    "norm and product": ("def f(x):\n    return np.linalg.norm(x) * np.prod(x)\n", [(3,)]),
    "a list that grows": (
        """def f(x):
    out = []
    v = x
    for i in range(4):
        v = v * x
        out.append(v)
    s = 0.0
    for i in range(len(out)):
        s += out[i] * out[i]
    return s
""",
        [0.8],
    ),
}


def compiled(text: str) -> dict[str, Any]:
    """What a module defines, with the numba that is installed."""
    pytest.importorskip("numba")
    space: dict[str, Any] = {"__name__": "compiled"}
    exec(compile(text, "<compiled>", "exec"), space)
    return space


def differences(f: Any, args: list[Any], position: int) -> Any:
    """Central differences of a function that gives a number."""
    base, found = np.asarray(args[position], float), np.zeros(np.shape(args[position]))
    for index in np.ndindex(base.shape):
        ends = []
        for step in (1e-6, -1e-6):
            moved = base.copy()
            moved[index] += step
            given = [np.copy(a) if isinstance(a, np.ndarray) else a for a in args]
            given[position] = moved if base.shape else float(moved)
            ends.append(f(*given))
        found[index] = (ends[0] - ends[1]) / 2e-6
    return found


def check(source: str, text: str, name: str, args: list[Any]) -> None:
    """Compiles both passes, and holds them to differences of the function that they are of."""
    made = compiled(text)
    assert made[f"{name}_forward"].py_func and made[f"{name}_backward"].py_func
    given = [np.copy(a) if isinstance(a, np.ndarray) else a for a in args]
    _, cache = made[f"{name}_forward"](*given)
    found = made[f"{name}_backward"](1.0, cache)
    function = namespace(source)[name]
    names = function.__code__.co_varnames
    for argument, gradient in zip(returned_gradients(text, name), found if type(found) is tuple else [found]):
        position = names.index(argument)
        if position < len(args):
            wanted = differences(function, args, position)
            np.testing.assert_allclose(gradient, wanted, 1e-5, 1e-6, err_msg=text)


@pytest.mark.parametrize("program, shapes", PROGRAMS.values(), ids=PROGRAMS)
def test_passes_compile(program: str, shapes: list[Any]) -> None:
    rng = np.random.default_rng(0)
    args = [rng.uniform(0.5, 1.5, s) if isinstance(s, tuple) else s for s in shapes]
    check(HEAD + program, generate_module(HEAD + program, "f.py", Options()), "f", args)


CASES = [path for path in case_paths() if path.stem.startswith("compiled_")]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case_compiles(path: Any) -> None:
    case: Case = read_case(path)
    assert re.search(r"^@.*(jit|compiled)", case.source, re.MULTILINE)
    for name, arguments in case.arguments:
        function = namespace(case.source)[name]
        check(case.source, case.output.replace("cache=True", ""), name, drawn(function, arguments))


def test_compiled_passes_without_loops_are_differentiated_again() -> None:
    source = f"{HEAD}def f(x, y):\n    return math.exp(x * y) * x\n"
    again = generate_module(generate_module(source, "f.py", Options()), "g.py", Options())
    assert again.count("@njit\ndef f_") == 4
    made = compiled(again)
    *_, cache = made["f_backward_forward"](1.0, (0.7, 1.2, 2.0))
    assert len(made["f_backward_backward"](1.0, 1.0, cache)) == 2


def test_compiled_passes_with_loops_are_refused_as_input() -> None:
    text = generate_module(f"{HEAD}{PROGRAMS['Runge-Kutta steps'][0]}", "f.py", Options())
    with pytest.raises(Refused) as caught:
        generate_module(text, "g.py", Options())
    assert {problem.code for problem in caught.value.problems} == {"E208"}


def test_helpers_are_compiled_where_compiled_code_calls_them() -> None:
    source = f"{HEAD}def f(x, y):\n    return x * y\n\n\ndef g(x, y):\n    return x * y\n"
    text = generate_module(source, "f.py", Options())
    assert "@njit\ndef unbroadcast(g, x):" in text
    assert re.search(r'[^\n]\n\n\ndef unbroadcast1\(g, x\):\n    """', text)
    assert "numba" not in sys.modules or sys.modules["numba"] is not NOT_COMPILED["numba"]
