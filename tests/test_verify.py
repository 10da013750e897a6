"""The last look at every output: outputs that are wrong on purpose are never given out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from codegen.generate import Options, generate_module
from codegen.lower import Lowered
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
        verify(text)


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
ANEW = f"{HEAD}    z = y\n    for i in range(n):\n        z = x * y\n    return z\n"
ANEW_IN_ARM = f"{HEAD}    z = y\n    for i in range(n):\n        if i:\n            z = x\n    return z * x\n"
AT_HEAD = f"{HEAD}    z = y\n    for z in [x * y, y]:\n        y = y * z\n    return z * y\n"
IN_ROW = f"{HEAD}    x = 2 * x\n    x = x * y\n    return x * 3\n"


def generated(source: str, monkeypatch: pytest.MonkeyPatch, change: Callable[[Backward], Backward]) -> str:
    """The output, if what is verified is changed before."""

    def changed(lowered: Lowered, backward: Backward, spelling: Mapping[str, str]) -> None:
        other = change(backward)
        assert other != backward
        verify_gradients(lowered, other, spelling)

    monkeypatch.setattr(sys.modules["codegen.generate"], "verify_gradients", changed)
    return generate_module(source, "f.py", Options())


def with_lines(new: Callable[[tuple[BackLine, ...]], tuple[BackLine, ...]]) -> Callable[[Backward], Backward]:
    """Changes the lines of each group of a mirror."""

    def change(backward: Backward) -> Backward:
        groups = (replace(group, lines=new(group.lines)) for group in backward.groups)
        return replace(backward, groups=tuple(groups))

    return change


def without(wrong: Lines) -> Callable[[Backward], Backward]:
    """Takes lines out of a mirror."""
    return with_lines(lambda lines: tuple(x for x in lines if not wrong(x)))


def anew(wrong: Lines) -> Callable[[Backward], Backward]:
    """Writes `=` for `+=` in lines of a mirror."""
    return with_lines(lambda lines: tuple(replace(x, op="=") if wrong(x) else x for x in lines))


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
        (ONE_ARM, gives("dz", zero=True), "dz"),  # the zero for what the arm has made of others
        (ANEW, gives("dz", zero=True), "dz"),  # that for what each turn has
        (ANEW_IN_ARM, gives("dz", zero=True), "dz"),
        (AT_HEAD, gives("dz", zero=True), "dz"),
    ],
)
def test_gradient_that_is_there_only_on_some_ways_is_never_read(
    source: str, wrong: Lines, word: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(Defect, match=word):
        generated(source, monkeypatch, without(wrong))


@pytest.mark.parametrize(
    ("source", "word"), [(ONE_ARM, "dy"), (LOOP, "dx"), (LOOP, "dy"), (IN_LOOP, "dx"), (ANEW, "dx")]
)
def test_gradient_is_never_given_anew_before_what_it_was_given_is_read(
    source: str, word: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(Defect, match=f"loses what {word}"):
        generated(source, monkeypatch, anew(gives(word, "+=")))


# What looks alike and is right: a value that no gradient passes, an arm that is left, turns that are sure.

RIGHT = [
    "    z = x * y\n    if n:\n        z = 0.5\n    return z * y",
    "    z = x\n    for i in range(n):\n        z = 0.5\n        if i:\n            z = z * y\n    return z",
    "    z = x\n    for i in range(3):\n        z = x * y\n        z = z + y\n    return z",
    "    z = x\n    if n > 9:\n        z = 0.5\n        raise ValueError(z)\n    return z * y",
    "    if n:\n        x = 0.5\n        x, y = y, x * x\n    else:\n        y += x\n    return x * y",
    "    v = [y]\n    for i in range(n):\n        v.append(x)\n        x = np.zeros_like(x)\n    return x",
    "    z = x\n    if n:  # backprop: stop\n        z = z * y\n    return z * y",
]


@pytest.mark.parametrize("body", RIGHT)
def test_right_output_is_taken_for_no_defect(body: str) -> None:
    assert "def f_backward" in generate_module(f"import numpy as np\n{HEAD}{body}\n", "f.py", Options())
