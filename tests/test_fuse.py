"""Patterns over several statements: one mirror for all of them, and what is in the way of that."""

from __future__ import annotations

import inspect
from typing import Any

import numpy as np
import pytest
from checking import check_names, check_pair, namespace, returns_several

from codegen.generate import Options, generate_module

X, G, B = (np.random.default_rng(n).uniform(-1.5, 1.5, s) for n, s in enumerate([(4, 3), (3,), (3,)]))
Y = np.array([2, 0, 1, 0])
EPS = 0.01


def generated(arguments: str, body: str, style: str = "clean") -> tuple[str, str]:
    """A function of these statements, and its pair."""
    lines = "".join(f"    {line}\n" for line in inspect.cleandoc(body).splitlines())
    source = f"import numpy as np\n\n\ndef f({arguments}):\n{lines}"
    return source, generate_module(source, "f.py", Options(style=style))


def mirrors(text: str) -> list[str]:
    """What the backward pass says that it mirrors."""
    return [line.split("# backprop ")[1] for line in text.splitlines() if "# backprop " in line]


def check(source: str, text: str, arguments: str) -> None:
    """The pair's gradients against differences, and the forward statements against the user's."""
    known = {"x": X, "g": G, "b": B, "y": Y, "eps": EPS, "w": X.T}
    names = [part.split(":")[0].strip() for part in arguments.split(",")]
    moving = [i for i, name in enumerate(names) if name != "y"]
    args: list[Any] = [known[name] for name in names]
    several = returns_several(source, "f")
    check_names(text)
    check_pair(namespace(text), "f", namespace(source)["f"], args, moving, several=several)


# Arguments, statements, and the mirror of the last of them.
ONE_MIRROR = {
    "softmax": (
        "x",
        """
        e = np.exp(x - np.max(x, axis=1, keepdims=True))
        p = e / np.sum(e, axis=1, keepdims=True)
        return p
        """,
        "dx = p * (dp - np.sum(p * dp, axis=1, keepdims=True))",
    ),
    "softmax in three statements": (
        "x",
        """
        shifted = x - np.max(x, axis=1, keepdims=True)
        e = np.exp(shifted)
        p = e / np.sum(e, axis=1, keepdims=True)
        return p
        """,
        "dx = p * (dp - np.sum(p * dp, axis=1, keepdims=True))",
    ),
    "softmax with a name for everything, and an alias": (
        "x",
        """
        m = x.max(axis=-1, keepdims=True)
        shifted = x - m
        e = np.exp(shifted)
        also = e
        total = also.sum(axis=-1, keepdims=True)
        p = e / total
        return p
        """,
        "dx = p * (dp - np.sum(p * dp, axis=-1, keepdims=True))",
    ),
    "softmax in place": (
        "x",
        """
        p = np.exp(x - x.max(axis=1)[:, None])
        p /= p.sum(axis=1)[:, None]
        return p
        """,
        "dx = p * (dp - np.sum(p * dp, axis=1, keepdims=True))",
    ),
    "softmax of columns": (
        "x",
        """
        e = np.exp(x - np.max(x, axis=0))
        p = e / e.sum(axis=0)
        return p
        """,
        "dx = p * (dp - np.sum(p * dp, axis=0))",
    ),
    "softmax of everything": (
        "x",
        """
        e = np.exp(x - x.max())
        p = e / e.sum()
        return p
        """,
        "dx = p * (dp - np.sum(p * dp))",
    ),
    "softmax by columns of the transposed": (
        'x: "N M"',
        """
        e = np.exp(x)
        p = (e.T / np.sum(e, axis=1)).T
        return p
        """,
        "dx = p * (dp - np.sum(p * dp, axis=1, keepdims=True))",
    ),
    "logsumexp": (
        'x: "N M"',
        """
        m = np.max(x, axis=1, keepdims=True)
        lse = m + np.log(np.sum(np.exp(x - m), axis=1, keepdims=True))
        return lse
        """,
        "dx = np.exp(x - lse) * dlse",
    ),
    "logsumexp without the axis": (
        'x: "N M"',
        """
        m = x.max(axis=1)
        e = np.exp(x - m[:, None])
        lse = np.log(e.sum(axis=1)) + m
        return lse
        """,
        "dx = np.exp(x - lse[:, None]) * dlse[:, None]",
    ),
    "log-softmax": (
        "x",
        """
        shifted = x - np.max(x, axis=1, keepdims=True)
        total = np.sum(np.exp(shifted), axis=1, keepdims=True)
        logp = shifted - np.log(total)
        return logp
        """,
        "dx = dlogp - np.exp(logp) * np.sum(dlogp, axis=1, keepdims=True)",
    ),
    "log-softmax by way of logsumexp": (
        "x",
        """
        m = np.max(x, axis=1, keepdims=True)
        lse = m + np.log(np.sum(np.exp(x - m), axis=1, keepdims=True))
        logp = x - lse
        return logp
        """,
        "dx = dlogp - np.exp(logp) * np.sum(dlogp, axis=1, keepdims=True)",
    ),
    "logarithm of a softmax": (
        "x",
        """
        e = np.exp(x - np.max(x, axis=1, keepdims=True))
        p = e / np.sum(e, axis=1, keepdims=True)
        logp = np.log(p)
        return logp
        """,
        "dx = dlogp - p * np.sum(dlogp, axis=1, keepdims=True)",
    ),
    "batch normalisation": (
        "x, eps: float",
        """
        mean = np.mean(x, axis=0)
        xc = x - mean
        var = np.mean(xc**2, axis=0)
        std = np.sqrt(var + eps)
        xhat = xc / std
        return xhat
        """,
        "dx = (dxhat - np.mean(dxhat, axis=0) - xhat * np.mean(xhat * dxhat, axis=0)) / std",
    ),
    "layer normalisation by a factor": (
        "x",
        """
        mean = x.mean(axis=1, keepdims=True)
        var = x.var(axis=1, keepdims=True)
        r = 1 / np.sqrt(var + 1e-3)
        xhat = (x - mean) * r
        return xhat
        """,
        "dx = r * (dxhat - np.mean(dxhat, axis=1, keepdims=True)"
        " - xhat * np.mean(xhat * dxhat, axis=1, keepdims=True))",
    ),
    "unit length": (
        "x",
        """
        n = np.sqrt(np.sum(x**2, axis=1, keepdims=True))
        u = x / n
        return u
        """,
        "dx = (du - u * np.sum(u * du, axis=1, keepdims=True)) / n",
    ),
    "centred": (
        "x",
        """
        mean = x.mean(axis=0)
        c = x - mean
        return c
        """,
        "dx = dc - np.mean(dc, axis=0)",
    ),
    "softplus": (
        "x",
        """
        e = np.exp(x)
        z = np.log(1 + e)
        return z
        """,
        "dx = (-np.expm1(-z)) * dz",
    ),
    "cross-entropy": (
        'x: "N K", y: "N int"',
        """
        shifted = x - np.max(x, axis=1, keepdims=True)
        logp = shifted - np.log(np.sum(np.exp(shifted), axis=1, keepdims=True))
        loss = -np.mean(logp[np.arange(len(y)), y])
        return loss
        """,
        "dx = np.exp(logp) dx[np.arange(len(y)), y] -= 1 dx *= dloss / len(y)",
    ),
    "cross-entropy of probabilities, everything in place": (
        'x: "N K", y: "N int"',
        """
        n = x.shape[0]
        s = x * 1.0
        s -= s.max(axis=1, keepdims=True)
        p = np.exp(s)
        p /= p.sum(axis=1, keepdims=True)
        correct = -np.log(p[range(n), y])
        loss = np.sum(correct) / n
        return loss
        """,
        "ds = p.copy() ds[range(n), y] -= 1 ds *= dloss / n",
    ),
    "cross-entropy of each": (
        'x: "N K", y: "N int"',
        """
        m = np.max(x, axis=1)
        lse = m + np.log(np.sum(np.exp(x - m[:, None]), axis=1))
        losses = lse - x[np.arange(x.shape[0]), y]
        return losses
        """,
        "dx = np.exp(x - lse[:, None]) dx[np.arange(x.shape[0]), y] -= 1 dx *= dlosses[:, None]",
    ),
    "an item of a tuple": (
        "x",
        """
        e, unused = np.exp(x), 1
        s = e.sum()
        p, q = e / s, 2
        return p
        """,
        "dx = p * (dp - np.sum(p * dp))",
    ),
    "read for its shape, printed and checked": (
        "x",
        """
        e = np.exp(x)
        assert np.all(e > 0)
        p = e / np.sum(e)
        n = e.shape[0]
        return p
        """,
        "dx = p * (dp - np.sum(p * dp))",
    ),
}


def flat(text: str) -> str:
    """The text with nothing that a line break adds."""
    return " ".join(text.split()).replace("( ", "(").replace(" )", ")")


@pytest.mark.parametrize(("arguments", "body", "line"), ONE_MIRROR.values(), ids=ONE_MIRROR)
def test_statements_have_one_mirror(arguments: str, body: str, line: str) -> None:
    source, text = generated(arguments, body)
    assert line in flat(text)
    assert len(mirrors(text)) == 1 + ("s = x * 1.0" in source)
    check(source, text, arguments)
    for statement in source.splitlines()[4:-1]:
        assert f"{statement}\n" in text, "the forward pass is the user's, letter by letter"


@pytest.mark.parametrize(("arguments", "body", "line"), ONE_MIRROR.values(), ids=ONE_MIRROR)
def test_style_of_the_notes_has_a_mirror_for_each_statement(arguments: str, body: str, line: str) -> None:
    source, text = generated(arguments, body, "notes")
    statements = len(source.splitlines()) - 5
    assert text.count("#", text.index("def f_backward")) >= statements > 0
    check(source, text, arguments)


# What is in the way: the names that have a gradient of their own then.
APART = {
    "returned": ("x", "e = np.exp(x)\np = e / np.sum(e)\nreturn p, e", "de"),
    "read later": ("x", "e = np.exp(x)\np = e / np.sum(e)\nreturn p * e", "de"),
    "read by another gate before": ("x", "e = np.exp(x)\nq = 2 * e\np = e / np.sum(e)\nreturn p * q", "de"),
    "written to": ("x", "e = np.exp(x)\ne[0] = 0.5\np = e / np.sum(e)\nreturn p", "de1"),
    "added to": ("x", "e = np.exp(x)\ne += 1\np = e / np.sum(e)\nreturn p", "de"),
    "input has another value by then": (
        "x, b",
        "e = np.exp(x)\nx = x * b\ns = np.sum(e, axis=1, keepdims=True)\np = e / s\nreturn p * x",
        "de",
    ),
    "labels may be fewer than rows": (
        'x: "N K", y: "M int"',
        "logp = x - np.log(np.sum(np.exp(x), axis=1, keepdims=True))\n"
        "loss = -np.mean(logp[np.arange(len(y)), y])\nreturn loss",
        "dlogp",
    ),
    "rows may be others than all": (
        'x: "N K", y: "N int"',
        "logp = x - np.log(np.sum(np.exp(x), axis=1, keepdims=True))\n"
        "loss = -np.mean(logp[np.arange(2), y[:2]])\nreturn loss",
        "dlogp",
    ),
    "largest of another axis": (
        "x",
        "e = np.exp(x - np.max(x, axis=0, keepdims=True))\n"
        "p = e / np.sum(e, axis=1, keepdims=True)\nreturn p",
        "dmax_x",
    ),
    "largest of something else": (
        "x, b",
        "m = np.max(x * b, axis=1, keepdims=True)\n"
        "lse = m + np.log(np.sum(np.exp(x), axis=1, keepdims=True))\nreturn lse",
        "dm",
    ),
    "largest is not taken away again": (
        "x",
        "m = np.max(x, axis=1, keepdims=True)\n"
        "lse = 2 * m + np.log(np.sum(np.exp(x - m), axis=1, keepdims=True))\nreturn lse",
        "dm",
    ),
    "sum of something else": (
        "x",
        "e = np.exp(x)\nd = np.exp(2 * x)\np = e / np.sum(d)\nreturn p",
        "de",
    ),
    "mean of another axis": (
        "x, eps: float",
        "c = x - np.mean(x, axis=0)\nvar = np.mean(c**2, axis=1, keepdims=True)\n"
        "xhat = c / np.sqrt(var + eps)\nreturn xhat",
        "dc",
    ),
    "eps may differ from entry to entry": (
        "x, b",
        "c = x - np.mean(x, axis=1, keepdims=True)\nvar = np.mean(c**2, axis=1, keepdims=True)\n"
        "xhat = c / np.sqrt(var + b**2)\nreturn xhat",
        "dvar",
    ),
}


@pytest.mark.parametrize(("arguments", "body", "name"), APART.values(), ids=APART)
def test_statements_keep_mirrors_of_their_own(arguments: str, body: str, name: str) -> None:
    source, text = generated(arguments, body)
    assert f"    {name} = " in text
    check(source, text, arguments)


def test_gradient_is_stopped_inside_of_a_pattern() -> None:
    _, text = generated("x", "e = np.exp(x)  # backprop: stop\np = e / np.sum(e)\nreturn p * x")
    module = namespace(text)
    out, cache = module["f_forward"](X)
    np.testing.assert_allclose(module["f_backward"](np.ones_like(X), cache), out / X)


def test_part_without_a_name_becomes_a_stage_of_its_own_statement() -> None:
    arguments, body = "x, w", "e = np.exp(x @ w)\nx = 2 * w\np = e / np.sum(e)\nreturn p @ x.T"
    source, text = generated(arguments, body)
    check(source, text, arguments)
    arguments, body = 'x: "N M", w: "M N"', "e = np.exp(x @ w)\np = e / np.sum(e)\nreturn p"
    source, text = generated(arguments, body)
    assert mirrors(text) == ["p = e / np.sum(e)", "softmax_in = x @ w"]
    assert text.index("softmax_in = x @ w") < text.index("e = np.exp(softmax_in)") < text.index("p = e")
    check(source, text, arguments)


def test_value_of_the_input_is_kept_where_it_is_overwritten_later() -> None:
    arguments = "x, b"
    body = "m = np.max(x)\nlse = m + np.log(np.sum(np.exp(x - m)))\nx = x * b\nreturn lse * x"
    source, text = generated(arguments, body)
    assert "dx = dx + " not in text
    check(source, text, arguments)


def test_gradients_stay_finite_where_those_of_the_single_steps_do_not() -> None:
    _, text = generated("x", "e = np.exp(x)\nz = np.log(1 + e)\nreturn z")
    module = namespace(text)
    with np.errstate(over="ignore"):
        _, cache = module["f_forward"](np.array([-800.0, 0.0, 800.0]))
    np.testing.assert_array_equal(module["f_backward"](np.ones(3), cache), [0, 0.5, 1])
    _, text = generated("x", "e = np.exp(-x)\nz = 1 / (1 + e)\nreturn z")
    module = namespace(text)
    with np.errstate(over="ignore"):
        _, cache = module["f_forward"](np.array([-800.0, 0.0, 800.0]))
    np.testing.assert_array_equal(module["f_backward"](np.ones(3), cache), [0, 0.25, 0])


def test_read_that_leads_to_no_output_is_in_nobody_s_way() -> None:
    _, text = generated("x", "e = np.exp(x)\nunread = e * 2\nalso = unread + 1\np = e / np.sum(e)\nreturn p")
    assert mirrors(text) == ["p = e / np.sum(e)"]


def test_gradient_made_in_several_lines_is_added_to_what_is_there_already() -> None:
    arguments = 'x: "N K", y: "N int"'
    body = """
    rows = np.arange(x.shape[0])
    logp = x - np.log(np.sum(np.exp(x), axis=1, keepdims=True))
    logq = 2 * x - np.log(np.sum(np.exp(2 * x), axis=1, keepdims=True))
    return np.sum(x**2) * -np.sum(logp[rows, y]) * (-np.mean(logq[rows, y]) if len(y) > 1 else x[0, 0])
    """
    source, text = generated(arguments, body)
    assert text.count(" -= 1\n") == 2
    check(source, text, arguments)


def test_gradient_of_a_name_that_the_loss_takes_over() -> None:
    arguments = 'x: "N K", y: "N int"'
    body = """
    logp = x - np.log(np.sum(np.exp(x), axis=1, keepdims=True))
    x = -np.mean(logp[np.arange(len(y)), y])
    return x * x
    """
    source, text = generated(arguments, body)
    check(source, text, arguments)


def test_loss_of_a_sure_classifier_has_a_finite_gradient() -> None:
    body = """
    e = np.exp(x - np.max(x, axis=1, keepdims=True))
    p = e / np.sum(e, axis=1, keepdims=True)
    return -np.mean(np.log(p[np.arange(len(y)), y]))
    """
    _, text = generated('x: "N K", y: "N int"', body)
    module = namespace(text)
    with np.errstate(divide="ignore"):
        _, cache = module["f_forward"](np.array([[0.0, 2000.0], [0.0, 0.0]]), np.array([0, 1]))
    np.testing.assert_array_equal(module["f_backward"](1.0, cache), [[-0.5, 0.5], [0.25, -0.25]])


def test_pattern_inside_a_loop_and_across_its_border() -> None:
    arguments = 'x: "N K"'
    body = """
    first = np.exp(x)
    total = 0 * x
    for i in range(3):
        p = first / np.sum(first)
        e = np.exp(total * x)
        total = e / np.sum(e) + i * p
    return total
    """
    source, text = generated(arguments, body)
    assert "dfirst = " not in text
    assert "de = " not in text
    check(source, text, arguments)


def test_pattern_that_a_loop_would_give_other_values() -> None:
    arguments = "x"
    body = """
    e = np.exp(x)
    for i in range(2):
        p = e / np.sum(e)
        x = x * p
    return x
    """
    source, text = generated(arguments, body)
    check(source, text, arguments)


def test_pattern_that_ends_in_a_branch() -> None:
    for test in ("x[0, 0] > 9", "x[0, 0] < 9"):
        body = (
            f"e = np.exp(x)\nif {test}:\n    p = e / np.sum(e)\nelse:\n    x = 2 * x\n    p = x\nreturn p * x"
        )
        source, text = generated('x: "N K"', body)
        check(source, text, 'x: "N K"')
