"""Functions under jax.jit: their passes are under it too, and give JAX's own gradients.

What can be seen in the text alone is tested everywhere; the rest is skipped where JAX is not installed.
"""

from __future__ import annotations

import re
from typing import Any

import numpy as np
import pytest
from checking import namespace

from codegen.generate import Options, generate_module

HEAD = "import functools\nimport jax\nimport jax.numpy as jnp\nfrom jax import jit\n\n\n"

# A function, and the shapes of its arguments; a list or a dict stands for itself.
PROGRAMS: dict[str, tuple[str, list[Any]]] = {
    "net": (
        """@jax.jit
def f(x, w1, b1, w2, y):
    h = jnp.tanh(x @ w1 + b1)
    e = h @ w2 - y
    return jnp.mean(e * e)
""",
        [(4, 3), (3, 5), (5,), (5, 2), (4, 2)],
    ),
    "length of a loop": (
        """@jit
def f(x):
    n = x.shape[0]
    y = jnp.zeros(n)
    for i in range(n):
        y = y.at[i].set(x[i] * x[n - 1 - i])
    return jnp.sum(y) / n
""",
        [(5,)],
    ),
    "length of an array that has another one later": (
        """@functools.partial(jax.jit, inline=True)
def f(x):
    n = x.shape[0]
    x = jnp.reshape(x, (n // 2, 2))
    m = x.shape[0]
    for i in range(m):
        x = x * x[m - 1 - i]
    return jnp.sum(x) * n
""",
        [(6,)],
    ),
    "length of a list that grows": (
        """@jit
def f(x):
    out = [x]
    n = len(out)
    for i in range(3):
        out.append(out[-1] * x)
    m = len(out)
    return jnp.sum(out[-1] * x * n * m)
""",
        [(2,)],
    ),
    "branches that shapes decide": (
        """@jit
def f(x):
    n, d = x.shape
    s = 0.0
    for i in range(n):
        for j in range(i, d):
            k = (i + j) % n
            if k > 0:
                s = s + x[k, j] * x[i, j] ** k
            else:
                s = s * x[i, j]
    if x.ndim == 2 and n > 2:
        s = s * s
    return s
""",
        [(3, 3)],
    ),
    "a count that a gate reads": (
        "@jit\ndef f(x):\n    return jnp.sum(jnp.repeat(x, len(x)) ** 2)\n",
        [(3,)],
    ),
    "called with a length": (
        """def g(x, w):
    n = x.shape[0] - 1
    return x[:n] * w[1:]


@jit
def f(x, w):
    n = len(x) // 2
    return jnp.sum(g(x, w)[:n] * g(w, x)[:n])
""",
        [(5,), (5,)],
    ),
    "a function in it": (
        """@jit
def f(x, w):
    def g(z):
        h = z * w
        return h * h

    return jnp.sum(g(x) * g(x * 2))
""",
        [(3,), (3,)],
    ),
    "lists of lists": (
        """@jit
def f(params, x):
    for w, b in params:
        x = jnp.tanh(x @ w + b)
    return jnp.sum(x)
""",
        [[[(3, 2), (2,)], [(2, 3), (3,)]], (4, 3)],
    ),
    "a dict": (
        """@jit
def f(p, x):
    return jnp.sum(jnp.maximum(x @ p["w"] + p["b"], 0) ** 2)
""",
        [{"w": (3, 2), "b": (2,)}, (4, 3)],
    ),
    "numbers alone": ("@jit\ndef f(x, y):\n    return x * y + x\n", [(), ()]),
}


def drawn(shape: Any, rng: np.random.Generator) -> Any:
    """Arrays in the place of shapes."""
    if isinstance(shape, dict):
        return {key: drawn(item, rng) for key, item in shape.items()}
    if isinstance(shape, list):
        return [drawn(item, rng) for item in shape]
    return rng.uniform(0.5, 1.5, shape)


@pytest.mark.parametrize("program, shapes", PROGRAMS.values(), ids=PROGRAMS)
def test_passes_are_decorated(program: str, shapes: list[Any]) -> None:
    text = generate_module(HEAD + program, "f.py", Options(only=("f",)))
    decorator = re.search(r"(@.*)\ndef f\(", program)[1]  # type: ignore[index]
    assert f"{decorator}\ndef f_forward(" in text
    assert f"{decorator}\ndef f_backward(" in text
    assert re.findall(r"cache = \((.*)\)", text)
    assert not re.search(r"cache = \(.*\b[nmdk]\b.*\)", text), "a length would come out as an array"


@pytest.mark.parametrize("program, shapes", PROGRAMS.values(), ids=PROGRAMS)
def test_jitted_passes_give_the_gradients_of_jax(program: str, shapes: list[Any]) -> None:
    jax = pytest.importorskip("jax")
    jax.config.update("jax_enable_x64", True)
    text = generate_module(HEAD + program, "f.py", Options(only=("f",)))
    args = [drawn(shape, np.random.default_rng(0)) for shape in shapes]
    value, pull = jax.vjp(namespace(HEAD + program)["f"], *args)
    made = namespace(text)
    out, cache = made["f_forward"](*args)
    assert hasattr(made["f_forward"], "lower"), "is jitted"
    found = made["f_backward"](jax.numpy.ones_like(out), cache)
    wanted = pull(jax.numpy.ones_like(value))
    np.testing.assert_allclose(out, value, 1e-10)
    found, wanted = jax.tree.leaves(found), jax.tree.leaves(wanted)
    assert len(found) == len(wanted)
    for one, other in zip(found, wanted):
        np.testing.assert_allclose(one, other, 1e-8, err_msg=text)


def test_jitted_passes_are_differentiated_again() -> None:
    jax = pytest.importorskip("jax")
    jax.config.update("jax_enable_x64", True)
    source = HEAD + '@jit\ndef f(x: "N"):\n    n = x.shape[0]\n    return jnp.sum(jnp.sin(x) * x * n)\n'
    text = generate_module(source, "f.py", Options())
    again = generate_module(text, "g.py", Options())
    assert again.count("@jit\ndef f_") == 4
    x, v = (np.random.default_rng(0).uniform(0.5, 1.5, 4) for _ in range(2))
    given, made = namespace(text), namespace(again)
    _, cache = given["f_forward"](x)
    _, back = made["f_backward_forward"](1.0, cache)
    ddout, dcache = made["f_backward_backward"](v, back)
    wanted = jax.vjp(given["f_backward"], 1.0, cache)[1](jax.numpy.asarray(v))
    for one, other in zip(jax.tree.leaves((ddout, dcache)), jax.tree.leaves(wanted)):
        np.testing.assert_allclose(one, other, 1e-8)
