"""Gates from a file of the user's: used, preferred to the built-in ones, refused with a place if broken."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from checking import check_names, check_pair, namespace

from codegen.generate import Options, generate_module
from codegen.problems import Refused

Gates = Callable[..., str]

SWISH = '''
import numpy as np


def swish(x):
    """Scales the gradient by the slope of x * sigmoid(x)."""
    y = x / (1 + np.exp(-x))
    dx = (y / x * (1 + x - y)) * dy
'''

# A function of another module, and its slope from the same module.
SLOPED = '''
import layers


def gelu_gate(x):
    """Has its slope from the same module."""
    y = layers.gelu(x)
    dx = layers.gelu_slope(x) * dy
'''


@pytest.fixture
def gates(tmp_path: Path) -> Gates:
    """Writes a gate file, and gives its path."""

    def write(text: str, name: str = "my_gates.py") -> str:
        (tmp_path / name).write_text(text)
        return str(tmp_path / name)

    return write


def test_own_gate_of_several_operations_is_one_gate(gates: Gates) -> None:
    source = 'import numpy as np\n\n\ndef f(x: "N"):\n    y = x / (1 + np.exp(-x))\n    return y\n'
    text = generate_module(source, "m.py", Options(templates=(gates(SWISH),)))
    assert "dx = (y / x * (1 + x - y)) * dy" in text
    assert text.count("# backprop") == 1
    check_names(text)
    args = [np.linspace(0.5, 1.5, 4)]
    check_pair(namespace(text), "f", namespace(source)["f"], args, [0])


def test_own_gate_wins_over_a_built_in_one_of_the_same_pattern(gates: Gates) -> None:
    own = '''
import math


def clipped_exp(x):
    """Scales the gradient by the output, but never by more than ten."""
    y = math.exp(x)
    dx = min(y, 10.0) * dy
'''
    source = "import math\n\n\ndef f(x):\n    y = math.exp(x)\n    return y\n"
    assert "dx = min(y, 10.0) * dy" in generate_module(source, "m.py", Options(templates=(gates(own),)))
    assert "dx = y * dy" in generate_module(source, "m.py", Options())


def test_the_last_of_several_files_or_the_first_is_not_left_to_chance(gates: Gates) -> None:
    first = gates(
        'import math\n\n\ndef a(x):\n    """A."""\n    y = math.exp(x)\n    dx = 2.0 * dy\n', "a.py"
    )
    second = gates(
        'import math\n\n\ndef b(x):\n    """B."""\n    y = math.exp(x)\n    dx = 3.0 * dy\n', "b.py"
    )
    source = "import math\n\n\ndef f(x):\n    y = math.exp(x)\n    return y\n"
    one = generate_module(source, "m.py", Options(templates=(first, second)))
    other = generate_module(source, "m.py", Options(templates=(second, first)))
    assert {"2.0" in one, "2.0" in other} == {True, False}
    assert one == generate_module(source, "m.py", Options(templates=(first, second)))


def test_gate_for_a_function_of_an_imported_module(gates: Gates) -> None:
    source = 'import numpy as np\n\nimport layers as l\n\n\ndef f(x: "N"):\n    return np.exp(l.gelu(x))\n'
    text = generate_module(source, "m.py", Options(templates=(gates(SLOPED),)))
    assert "l.gelu_slope(x) * " in text
    assert "import layers as l\n" in text
    check_names(text)


SEVERAL = '''
import tensors


def contract(s: str, *x) -> einsum(s, *x):
    """Gives each tensor the gradient times the other ones."""
    z = tensors.contract(s, *x)
    dx[k] = tensors.contract(einsum_back(s, k, *x), *x[:k], dz, *x[k + 1 :])


def total(*x):
    """Gives each number the gradient."""
    z = tensors.total([*x])
    dx[k] = dz
'''


def test_own_gate_for_any_number_of_operands(gates: Gates) -> None:
    source = """
import numpy as np
import tensors


def f(a: "N K", b: "K M", c: "M N"):
    d = tensors.contract("nk,km,mn->nm", a, b, c)
    return tensors.total([d, np.sin(d)])
"""
    text = generate_module(source, "m.py", Options(templates=(gates(SEVERAL),)))
    assert 'da = tensors.contract("nm,km,mn->nk", dd, b, c)' in text
    assert 'db = tensors.contract("nk,nm,mn->km", a, dd, c)' in text
    assert 'dc = tensors.contract("nk,km,nm->mn", a, b, dd)' in text
    assert "dd = dout + np.cos(d) * dout" in text


def test_line_whose_constant_is_not_known_is_refused_if_it_is_the_last(gates: Gates) -> None:
    source = 'import tensors\n\n\ndef f(a: "N N"):\n    return tensors.contract("nn->n", a)\n'
    with pytest.raises(Refused) as caught:
        generate_module(source, "m.py", Options(templates=(gates(SEVERAL),)))
    assert [problem.code for problem in caught.value.problems] == ["E207"]


# A function with several outputs, one of them a step, one without a gradient that is known.
POLAR = '''
import layers


def polar(x, y) -> (None, None, int, None):
    """Turns the gradients on radius and angle."""
    r, angle, turns, rest = layers.polar(x, y)
    dx = (x / r) * dr - (y / r**2) * dangle
    dx = (x / r) * dr
    dx = (-y / r**2) * dangle
    dy = (y / r) * dr
    dy = (x / r**2) * dangle
'''


def polar_source(*lines: str) -> str:
    body = "".join(f"    {line}\n" for line in lines)
    return f'import layers\nimport numpy as np\n\n\ndef f(x: "N", y: "N"):\n{body}'


def test_gate_with_several_outputs_takes_the_lines_of_those_that_have_gradients(gates: Gates) -> None:
    options = Options(templates=(gates(POLAR),))
    both = generate_module(
        polar_source("r, a, turns, _ = layers.polar(x, y)", "return r * a * turns"), "m.py", options
    )
    assert "dx = (x / r) * dr - (y / r**2) * da\n" in both
    assert "dy = (y / r) * dr\n" in both
    assert "dy += (x / r**2) * da\n" in both
    one = generate_module(polar_source("return layers.polar(x, y)[1]"), "m.py", options)
    assert "r, out, _, _ = layers.polar(x, y)\n" in one
    assert "dx = (-y / r**2) * dout\n" in one


def test_output_that_no_line_names_is_refused(gates: Gates) -> None:
    options = Options(templates=(gates(POLAR),))
    with pytest.raises(Refused) as caught:
        generate_module(polar_source("return layers.polar(x, y)[3]"), "m.py", options)
    assert [problem.code for problem in caught.value.problems] == ["E207"]


def test_without_its_gate_the_function_is_refused(gates: Gates) -> None:
    source = "import layers\n\n\ndef f(x):\n    return layers.gelu(x)\n"
    with pytest.raises(Refused) as caught:
        generate_module(source, "m.py", Options())
    assert [problem.code for problem in caught.value.problems] == ["E201"]


SPREAD = '''
import numpy as np


def swish(x):
    """Scales the gradient by the slope of x * sigmoid(x)."""
    s = 1 / (1 + np.exp(-x))
    s = 0.5 * (1 + np.tanh(0.5 * x))
    y = s * x
    dx = (s * (1 + x - y)) * dy
'''


CHOSEN = '''
import numpy as np


def chosen(x: "N K", i: "N int", n: "= N") -> "":
    """Gives the gradient to what was chosen, and takes it from the mean."""
    rows = np.arange(n)
    z = np.sum(x[rows, i]) - np.sum(x) / n
    dx = np.full_like(x, -1)
    dx /= n
    dx[rows, i] += 1
    dx *= dz
'''


def test_own_gate_whose_gradient_is_made_by_several_lines(gates: Gates) -> None:
    source = """
import numpy as np


def f(x: "N K", i: "N int", c: float):
    picked = np.sum(x[np.arange(len(i)), i])
    return c * (picked - np.sum(x) / len(i)) + x[0, 0]
"""
    text = generate_module(source, "m.py", Options(templates=(gates(CHOSEN),)))
    assert "    dx_out /= len(i)\n    dx_out[np.arange(len(i)), i] += 1\n    dx_out *= dchosen_x\n" in text
    rng = np.random.default_rng(0)
    args = [rng.uniform(0.5, 1.5, (3, 4)), np.array([2, 0, 2]), 1.5]
    check_pair(namespace(text), "f", namespace(source)["f"], args, [0, 2])


def test_own_gate_that_writes_makes_new_arrays_of_jax(gates: Gates) -> None:
    source = """
import jax.numpy as jnp


def f(x: "N K", i: "N int"):
    return jnp.sum(x[jnp.arange(len(i)), i]) - jnp.sum(x) / len(i)
"""
    text = generate_module(source, "m.py", Options(templates=(gates(CHOSEN),)))
    assert "    dx = dx.at[jnp.arange(len(i)), i].add(1)\n    dx *= dout\n" in text


def test_own_gate_for_a_size_is_not_for_another_number(gates: Gates) -> None:
    source = """
import numpy as np


def f(x: "N K", i: "N int", n: int):
    return np.sum(x[np.arange(n), i]) - np.sum(x) / n
"""
    text = generate_module(source, "m.py", Options(templates=(gates(CHOSEN),)))
    assert "full_like" not in text


@pytest.mark.parametrize("part", ["1 / (1 + np.exp(-x))", "0.5 * (1 + np.tanh(x * 0.5))"])
def test_own_gate_in_several_statements_with_alternatives(part: str, gates: Gates) -> None:
    source = f'import numpy as np\n\n\ndef f(x: "N"):\n    gate = {part}\n    y = x * gate\n    return y\n'
    text = generate_module(source, "m.py", Options(templates=(gates(SPREAD),)))
    assert "dx = (gate * (1 + x - y)) * dy" in text
    assert text.count("# backprop") == 1
    check_pair(namespace(text), "f", namespace(source)["f"], [np.linspace(0.5, 1.5, 4)], [0])


BROKEN = {
    "not Python": ("def swish(x):\n    y = (x\n", 2),
    "no forward statement": ('def swish(x):\n    """Swish."""\n', 1),
    "returns": ('def swish(x):\n    """Swish."""\n    return x * 2\n', 3),
    "a loop": ('def swish(x):\n    """Swish."""\n    for i in x:\n        y = i\n', 3),
    "a gradient of nothing": ('def swish(x):\n    """Swish."""\n    y = x * 2\n    dw = 2 * dy\n', 4),
    "a line that adds": ('def swish(x):\n    """Swish."""\n    y = x * 2\n    dx += 2 * dy\n', 4),
    "a name that is not bound": ('def swish(x):\n    """Swish."""\n    y = x * 2\n    dx = w * dy\n', 4),
    "two targets": ('def swish(x):\n    """Swish."""\n    y, z = x\n    dx = dy\n', 3),
    "a shape too few": ('def f(x) -> ("",):\n    """Both."""\n    y, z = g(x)\n    dx = dy\n', 1),
    "a part that is taken apart": (
        'def f(x):\n    """Both."""\n    y, z = abs(x)\n    w = y * 2\n    dx = dw\n',
        3,
    ),
    "a shape that is none": ('def swish(x: "N, ("):\n    """Swish."""\n    y = x * 2\n    dx = dy\n', 1),
    "a pattern that is a name": ('def swish(x):\n    """Swish."""\n    y = x\n    dx = dy\n', 3),
    "an operand by no number": ('def f(*x):\n    """F."""\n    y = sum([*x])\n    dx[k] = x[j] * dy\n', 1),
    "a part that is not read": (
        'def swish(x):\n    """Swish."""\n    y = x * 2\n    z = x * 3\n    dx = 3 * dz\n',
        1,
    ),
    "nothing but gradients": ('def swish(x):\n    """Swish."""\n    dx = 2 * dy\n', 3),
    "a gradient changed before it is there": (
        'def swish(x):\n    """Swish."""\n    y = x * 2\n    dx *= 2\n    dx = dy\n',
        4,
    ),
    "a gradient changed in a way that is none": (
        'def swish(x):\n    """Swish."""\n    y = x * 2\n    dx = dy\n    dx **= 2\n',
        5,
    ),
    "a parameter changed": ('def swish(x):\n    """Swish."""\n    y = x * 2\n    x *= 2\n    dx = dy\n', 4),
    "no docstring": ("import math\n\n\ndef swish(x):\n    y = math.exp(x)\n    dx = y * dy\n", 4),
}


NOT_YET: dict[str, str] = {}


def broken_files() -> list[Any]:
    """Each broken file; those that are known not to hold are marked so."""
    marked = {name: [pytest.mark.xfail(reason=reason, strict=True)] for name, reason in NOT_YET.items()}
    return [pytest.param(*row, id=name, marks=marked.get(name, [])) for name, row in BROKEN.items()]


@pytest.mark.parametrize("text, line", broken_files())
def test_broken_gate_file_is_refused_with_its_place(text: str, line: int, gates: Gates) -> None:
    path = gates(text)
    with pytest.raises(Refused) as caught:
        generate_module("def f(x):\n    return x * 2\n", "m.py", Options(templates=(path,)))
    (problem,) = caught.value.problems
    assert problem.code == "E401"
    assert f"{path}:{line}" in problem.message
    assert problem.help


def test_gate_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused) as caught:
        generate_module("def f(x):\n    return x\n", "m.py", Options(templates=(str(tmp_path / "none.py"),)))
    assert [problem.code for problem in caught.value.problems] == ["E401"]
