"""Whatever a source calls its libraries: the output uses them under those names, and imports no others.

Texts only; what is generated for JAX and autograd is run in tests/test_jax.py.
"""

from __future__ import annotations

import ast
import re

import checking
import numpy as np
import pytest

from codegen.generate import Options, generate_module
from codegen.problems import Refused

# Imports, and an expression of x and y.
SPELLINGS = [
    ("import numpy", "numpy.sum(numpy.exp(x) * numpy.max(y))"),
    ("import numpy as np", "np.sum(np.exp(x) * np.max(y))"),
    ("import numpy as xp", "xp.sum(xp.exp(x) * xp.max(y))"),
    ("import numpy as numpy", "numpy.sum(numpy.exp(x) * numpy.max(y))"),
    ("from numpy import exp as e, sum as total, max as largest", "total(e(x) * largest(y))"),
    ("import numpy.linalg", "numpy.linalg.norm(x) * numpy.sum(y)"),
    ("import numpy.linalg as la", "la.norm(x) * la.norm(y)"),
    ("import numpy as np\nimport numpy.linalg as la", "la.norm(x) * np.sum(y)"),
    ("from numpy import linalg", "linalg.norm(x) * linalg.norm(y)"),
    ("from numpy import linalg as la, sum", "la.norm(x) * sum(y)"),
    ("from numpy.linalg import norm", "norm(x) * norm(y)"),
    ("import numpy as np, math", "np.sum(x * math.sqrt(2)) + np.prod(y)"),
    ("import math as m\nimport numpy as np", "np.sum(x[1:] * m.pi) + np.prod(y)"),
    ("import jax.numpy as jnp", "jnp.sum(jnp.exp(x) * jnp.max(y))"),
    ("import jax.numpy", "jax.numpy.sum(jax.numpy.exp(x) * jax.numpy.max(y))"),
    ("import jax", "jax.numpy.sum(jax.nn.softplus(x) * y)"),
    ("from jax import numpy as jnp", "jnp.sum(jnp.exp(x) * jnp.max(y))"),
    ("from jax import numpy", "numpy.sum(numpy.exp(x) * numpy.max(y))"),
    ("from jax.numpy import exp, sum as total", "total(exp(x) * y)"),
    ("import jax.numpy as jnp\nimport numpy as np", "jnp.sum(jnp.exp(x) * y) + np.pi"),
    ("import numpy as np\nimport jax.numpy as jnp", "jnp.sum(x[0] * y[1:]) + jnp.prod(y)"),
    ("import jax.numpy.linalg as la", "la.norm(x) * la.norm(y)"),
    ("import jax\nimport jax.numpy as jnp", "jnp.sum(jax.nn.softmax(x) * jax.nn.relu(y))"),
    ("import jax.numpy as jnp\nfrom jax import nn", "jnp.sum(nn.sigmoid(x) * nn.gelu(y))"),
    ("from jax.nn import log_softmax, silu", "log_softmax(x) @ silu(y)"),
    ("from jax.scipy.special import logsumexp", "logsumexp(x) * logsumexp(y)"),
    ("import jax.scipy as jsp", "jsp.special.logsumexp(x) + jsp.special.gammaln(y[0])"),
    ("import autograd.numpy as np", "np.sum(np.exp(x) * np.max(y))"),
    ("import autograd.numpy as anp\nfrom autograd.scipy.special import expit", "anp.sum(expit(x) * y[1])"),
    ("import autograd.scipy.special as special", "special.logsumexp(x) * special.gammaln(y[0])"),
    ("import cupy as cp", "cp.sum(cp.exp(x) * cp.max(y))"),
    ("import cupy", "cupy.sum(x[1:]) * cupy.prod(y)"),
    ("import cupy as cp\nfrom cupyx.scipy.special import gammaln", "cp.sum(gammaln(x) * y)"),
    ("import scipy.special", "scipy.special.gammaln(x[0]) * y[1]"),
    ("from scipy import special as sp", "sp.gammaln(x[0]) * y[1]"),
    ("from scipy.special import gammaln", "gammaln(x[0]) * y[1]"),
]


def source_of(imports: str, expression: str, arguments: str = 'x: "3", y: "3"') -> str:
    return f"{imports}\n\n\ndef f({arguments}):\n    return {expression}\n"


def packages(text: str) -> set[str]:
    """The packages that a module imports, jax.numpy and its kin by their whole name."""
    found = set()
    for node in ast.parse(text).body:
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add((node.module or "").split(".")[0])
    return found


@pytest.mark.parametrize("arguments", ['x: "3", y: "3"', "x, y"], ids=["annotated", "plain"])
@pytest.mark.parametrize(("imports", "expression"), SPELLINGS, ids=[i for i, _ in SPELLINGS])
def test_output_keeps_to_the_libraries_of_its_source(imports: str, expression: str, arguments: str) -> None:
    source = source_of(imports, expression, arguments)
    text = generate_module(source, "f.py", Options())
    checking.check_names(text)
    kin = {"scipy": {"numpy"}, "cupy": {"cupyx"}}
    mine = packages(source)
    for name in packages(source):
        mine |= kin.get(name, set())
    assert packages(text) <= mine
    if packages(source) <= {"numpy", "math"}:
        rng = np.random.default_rng(0)
        points = [rng.uniform(0.5, 1.5, 3), rng.uniform(0.5, 1.5, 3)]
        checking.check_pair(checking.namespace(text), "f", checking.namespace(source)["f"], points, [0, 1])
    if not any(word in text for word in ("added_at", "set_at", "gelu")):  # which are differentiated once
        assert generate_module(text, "g.py", Options(only=("f_forward", "f_backward")))


IMMUTABLE = [
    "jnp.sum(x[0] * y[1:])",
    "jnp.sum(x[y > 1])",
    "jnp.sum(x[1:][0] * y)",
    "jnp.sum(x[jnp.array([0, 1, 0])] * y)",
    "jnp.take(x, 1, axis=0) * jnp.sum(y)",
    "jnp.sum(jnp.repeat(x, 2) * 3) * jnp.sum(y)",
    "jnp.max(x) * jnp.median(y)",
    "jnp.sum(jnp.diff(x) * jnp.diff(y))",
    "jnp.sum(jnp.pad(x, 1, mode='edge')) * y[0]",
    "jnp.convolve(x, y)",
    "jnp.trace(jnp.outer(x, y))",
    "jnp.einsum('i,i->', x, y)",
    "jnp.sum(jnp.diagonal(jnp.outer(x, y)) * x)",
    "x.at[1].set(y[0])",
    "x.at[1:].add(y[1:])",
]


@pytest.mark.parametrize("arguments", ['x: "3", y: "3"', "x, y"], ids=["annotated", "plain"])
@pytest.mark.parametrize("expression", IMMUTABLE)
def test_output_writes_into_no_array_that_cannot_be_written(expression: str, arguments: str) -> None:
    text = generate_module(source_of("import jax.numpy as jnp", expression, arguments), "f.py", Options())
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Subscript) and not isinstance(node.ctx, ast.Load):
            assert isinstance(node.value, ast.Name) and node.value.id in ("places", "new"), text  # lists
        assert not (isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Subscript)), text
    assert ".add.at(" not in text
    assert not re.search(r"\b1(\.0)? \* d", text), "a copy of what nobody can write"


def test_parts_are_written_by_at() -> None:
    source = source_of("import jax.numpy as jnp", "x[i] + x[1:][0]", 'x: "N", i: "K int"')
    assert (
        "".join(generate_module(source, "f.py", Options()).partition("def f_backward")[1:])
        == '''\
def f_backward(dout, cache):
    """Backward pass of f: dx (N,), from dout (K,)."""
    x, i = cache
    # backprop out = x[i] + x[1:][0]
    dx = jnp.zeros_like(x, dtype=jnp.result_type(x, 1.0))
    dx = dx.at[i].add(dout)
    dx = dx.at[1:].set(dx[1:].at[0].add(jnp.sum(dout)))
    return dx
'''
    )


def test_a_write_by_at_is_a_gate() -> None:
    source = source_of("import jax.numpy as jnp", "jnp.exp(x).at[1:].set(v)", 'x: "N", v: float')
    assert (
        "".join(generate_module(source, "f.py", Options()).partition("def f_backward")[1:])
        == '''\
def f_backward(dout, cache):
    """Backward pass of f: dx (N,) and dv, from dout (N,)."""
    (exp_x,) = cache
    # backprop out = exp_x.at[1:].set(v)
    dexp_x = dout.at[1:].set(0)
    dv = jnp.sum(dout[1:])
    # backprop exp_x = jnp.exp(x)
    dx = exp_x * dexp_x
    return dx, dv
'''
    )


def test_what_may_be_a_list_of_arrays_is_added_to_by_a_helper() -> None:
    source = source_of("import jax.numpy as jnp", "jnp.tanh(p[0] @ x) * p[1]", "p, x")
    text = generate_module(source, "f.py", Options())
    assert "dp = added_at(dp, " in text
    checking.check_names(text)


@pytest.mark.parametrize("write", ["y[0] = 1.0", "y[1:] += x[1:]", "y[0] -= 2.0"])
def test_a_write_in_place_is_refused_where_arrays_cannot_be_written(write: str) -> None:
    source = f"import jax.numpy as jnp\n\n\ndef f(x):\n    y = jnp.exp(x)\n    {write}\n    return y\n"
    with pytest.raises(Refused) as refused:
        generate_module(source, "f.py", Options())
    (problem,) = refused.value.problems
    assert problem.code == "E103" and problem.line == 6
    assert "y = y.at[...].set(...)" in (problem.help or "")


def test_a_write_at_places_that_may_repeat_is_refused() -> None:
    """Which of the values stays is not said by JAX."""
    source = source_of("import jax.numpy as jnp", "x.at[i].set(v)", 'x: "N", i: "K int", v: "K"')
    with pytest.raises(Refused):
        generate_module(source, "f.py", Options())
    assert generate_module(source.replace(".set", ".add"), "f.py", Options())


def test_each_function_uses_its_own_library() -> None:
    source = (
        "import numpy as np\nimport jax.numpy as jnp\n\n\n"
        "def f(x):\n    return np.sum(x[1:]) * np.max(x)\n\n\n"
        "def g(x):\n    return jnp.sum(x[1:]) * jnp.max(x)\n"
    )
    text = generate_module(source, "f.py", Options())
    checking.check_names(text)
    first, second = text.split("def f_forward")[1].split("def g_forward")
    assert "is_first_max(x)" in first and "dx[1:] +=" in first
    assert "is_first_max1(x)" in second and "dx = dx.at[1:].add(" in second
    for part in text.split("\n\n\n"):
        assert "jnp." not in part or "np." not in part.replace("jnp.", ""), part


def test_a_helper_does_not_bring_along_functions_with_the_names_of_its_variables() -> None:
    source = (
        "import numpy as np\n\n\ndef g(x):\n    return np.sum(x)\n\n\n"
        "def f(x, y):\n    return np.exp(x) * y\n"
    )
    text = generate_module(source, "f.py", Options(only=("f",)))
    assert "def unbroadcast(g, x)" in text and "def g(" not in text


def test_a_function_of_an_argument_s_name_does_not_hide_the_library() -> None:
    source = "import numpy as np\n\n\ndef f(np, y):\n    return np * y\n\n\ndef g(x):\n    return np.sum(x)\n"
    text = generate_module(source, "f.py", Options())
    checking.check_names(text)
    checking.check_pair(
        checking.namespace(text), "f", checking.namespace(source)["f"], [2.0, np.ones(3)], [0, 1]
    )
