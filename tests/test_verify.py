"""The last look at every output: outputs that are wrong on purpose are never given out."""

from __future__ import annotations

import ast
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from codegen.generate import Options, generate_module
from codegen.mirror import BackLine, Backward, base_of
from codegen.verify import Defect, verify, verify_gradients


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("def f_backward(dout, cache):\n    return dout * np.ones(2)\n", "np"),
        ("import numpy\n\n\ndef f_backward(dout, cache):\n    return numpy.sum(dx)\n", "dx"),
        ("def f_forward(x):\n    return helper(x), ()\n", "helper"),
        ("def f_backward(dout, cache):\n    x, y = cache\n    return x * dout\n", "y"),
    ],
)
def test_text_with_a_name_that_is_bound_nowhere_is_never_given_out(text: str, word: str) -> None:
    with pytest.raises(Defect, match=word):
        verify(ast.parse(text))


@pytest.mark.parametrize(
    "lines",
    [
        "    dv = [0.0] * len(v)\n    for v in reversed(steps):\n        dv[0] += v[0]\n    return dv\n",
        "    if dout:\n        dx += dout\n    dx = 2 * dout\n    return dx\n",
    ],
)
def test_name_that_is_read_above_all_that_binds_it_is_never_given_out(lines: str) -> None:
    with pytest.raises(Defect, match="before it is bound"):
        verify(ast.parse(f"def f_backward(dout, cache):\n    steps = cache\n{lines}"))


def test_gradient_is_never_read_under_a_name_that_holds_another(monkeypatch: pytest.MonkeyPatch) -> None:
    """The zero for the arm where `x` has no gradient would stand where that on the later `x` is read."""
    arms = "    if n:\n        x = 2 * x\n    else:\n        x = 0.5\n"
    source = f"def f(x: float, n: int):\n{arms}    return x * 3\n"
    assert "else:\n        dx = 0.0" in generate_module(source, "f.py", Options())
    monkeypatch.setattr("codegen.blocks.base_of", str)  # it is not seen that both are called dx
    with pytest.raises(Defect, match="dx"):
        generate_module(source, "f.py", Options())


# What is taken out of a right output, or changed in it, so that it is wrong on some way.

Lines = Callable[[BackLine], bool]
HEAD = "def f(x: float, y: float, n: int):\n"
ONE_ARM = f"{HEAD}    z = y\n    if n:\n        z = x * y\n    return z * y\n"
ARMS = f"{HEAD}    if n:\n        z = x * y\n    else:\n        z = y * 3\n    return z * y\n"
LOOP = f"{HEAD}    z = y\n    for i in range(n):\n        z = z + x * y\n    return z\n"
IN_LOOP = f"{HEAD}    z = y\n    for i in range(n):\n        if i:\n            z = z * x\n    return z\n"
IN_ROW = f"{HEAD}    x = 2 * x\n    x = x * y\n    return x * 3\n"


def generated(source: str, monkeypatch: pytest.MonkeyPatch, change: Callable[[Backward], Backward]) -> str:
    """The output, if what is verified is changed before."""

    def changed(name: str, backward: Backward, back: Mapping[str, str], memory: Mapping[str, str]) -> None:
        other = change(backward)
        assert other != backward
        verify_gradients(name, other, back, memory)

    monkeypatch.setattr(sys.modules["codegen.passes"], "verify_gradients", changed)
    return generate_module(source, "f.py", Options())


def without(wrong: Lines) -> Callable[[Backward], Backward]:
    """Takes lines out of a mirror."""

    def change(backward: Backward) -> Backward:
        groups = backward.groups
        new = (replace(g, lines=tuple(x for x in g.lines if not wrong(x))) for g in groups)
        return replace(backward, groups=tuple(new))

    return change


def gives(name: str, op: str = "=", zero: bool | None = None) -> Lines:
    """Which lines give a gradient its value, or zero."""

    def found(line: BackLine) -> bool:
        is_zero = getattr(line.expr, "value", None) == 0.0
        return f"d{base_of(line.target)}" == name and line.op == op and zero in (None, is_zero)

    return found


@pytest.mark.parametrize(
    ("source", "wrong", "word"),
    [
        (ONE_ARM, gives("dx", zero=True), "dx"),  # the zero above the one arm that gives x a gradient
        (ARMS, gives("dx", zero=True), "dx"),  # that of the arm that does not
        (ARMS, gives("dx", zero=False), "dx"),
        (LOOP, gives("dx"), "dx"),  # the zero above the loop
        (LOOP, gives("dy"), "dy"),
        (IN_LOOP, gives("dx"), "dx"),
        (IN_ROW, gives("dx"), "dx"),  # what gives the name its next gradient
    ],
)
def test_gradient_that_is_there_only_on_some_ways_is_never_read(
    source: str, wrong: Lines, word: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(Defect, match=word):
        generated(source, monkeypatch, without(wrong))
