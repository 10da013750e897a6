"""The forms that expressions of straight programs are drawn from, and where those are smooth."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

Test = Callable[..., bool]
SMALL, LARGE = 1e-3, 30.0


@dataclass(frozen=True)
class Op:
    """A form with places for its operands, and what they must be for it to be smooth there."""

    form: str
    fits: Test = lambda *operands: True
    smooth: bool = True


def positive(*operands: Any) -> bool:
    """Whether all are well above zero."""
    return all(np.min(x) > 0.2 for x in operands)


def nonzero(*operands: Any) -> bool:
    """Whether the last operand is away from zero."""
    return bool(np.min(np.abs(operands[-1])) > 0.2)


def apart(x: Any, y: Any = 0.0) -> bool:
    """Whether two values differ everywhere."""
    return bool(np.min(np.abs(np.subtract(x, y))) > 0.02)


def off_origin(x: Any, y: Any) -> bool:
    """Whether no pair is close to the origin, where its length has a kink."""
    return bool(np.min(np.abs(x) + np.abs(y)) > 0.02)


def power(x: Any, y: Any) -> bool:
    """Whether x**y is smooth and moderate."""
    return positive(x) and bool(np.max(np.abs(y)) < 3)


def rank(*ranks: int) -> Test:
    """A test of the operands' ranks."""
    return lambda *operands: all(np.ndim(x) == r for x, r in zip(operands, ranks))


def array(*operands: Any) -> bool:
    """Whether all are arrays of some rank."""
    return all(isinstance(x, np.ndarray) and x.ndim > 0 for x in operands)


def both(*tests: Test) -> Test:
    """All of the tests."""
    return lambda *operands: all(test(*operands) for test in tests)


def long(x: Any) -> bool:
    """Whether there is a second entry along the first axis."""
    return array(x) and x.shape[0] > 1


ARITHMETIC = (
    *map(
        Op, ("{0} + {1}", "{0} - {1}", "{0} * {1}", "{0} * {1}", "{0} + {1}", "{0} * {0}", "{0} - {1} * {0}")
    ),
    *map(
        Op,
        (
            "-{0}",
            "2 * {0}",
            "{0} * 0.5",
            "1 - {0}",
            "{0} / 3",
            "{0}**2",
            "{0}**3",
            "{0} + 1",
            "(1 - {0}) * {0}",
        ),
    ),
    Op("{0} / {1}", nonzero),
    Op("1 / {0}", nonzero),
    Op("{0}**-1", nonzero),
    Op("{0}**0.5", positive),
    Op("{0}**{1}", power),
    Op("2**{0}", lambda x: bool(np.max(np.abs(x)) < 4)),
)
NUMBERS = (
    *map(Op, ("math.sin({0})", "math.cos({0})", "math.tanh({0})", "math.exp(-{0})", "math.exp({0})")),
    *map(
        Op,
        (
            "1.0 / (1 + math.exp(-{0}))",
            "math.atan({0})",
            "math.erf({0})",
            "sum([{0}, {1}])",
        ),
    ),
    Op("math.sqrt({0})", positive),
    Op("math.log({0})", positive),
    Op("math.hypot({0}, {1})", off_origin),
    Op("math.pow({0}, {1})", power),
    Op("abs({0})", apart),
    Op("max({0}, {1})", apart, smooth=False),
    Op("min({0}, {1})", apart, smooth=False),
    Op("max(0, {0})", apart, smooth=False),
    Op("({0} if {0} > {1} else {1} * {0})", apart, smooth=False),
    Op("({0} if {1} > 0.1 else 2.0)", lambda x, y: apart(y, 0.1), smooth=False),
)
ELEMENTWISE = (
    *map(Op, ("np.sin({0})", "np.cos({0})", "np.tanh({0})", "np.exp(-{0})", "np.exp({0})", "np.square({0})")),
    *map(Op, ("1.0 / (1 + np.exp(-{0}))", "np.arctan({0})", "np.logaddexp(0, {0})")),
    Op("np.hypot({0}, {1})", off_origin),
    *map(
        Op,
        (
            "np.multiply({0}, {1})",
            "np.add({0}, {1})",
            "np.subtract({0}, {1})",
            "np.expm1({0})",
            "np.negative({0})",
        ),
    ),
    Op("np.sqrt({0})", positive),
    Op("np.log({0})", positive),
    Op("np.log1p({0})", positive),
    Op("np.divide({0}, {1})", nonzero),
    Op("np.power({0}, {1})", power),
    Op("np.abs({0})", apart),
    Op("np.maximum({0}, {1})", apart, smooth=False),
    Op("np.minimum({0}, {1})", apart, smooth=False),
    Op("np.maximum(0, {0})", apart, smooth=False),
    Op("np.where({0} > {1}, {0}, {1} * 2)", apart, smooth=False),
    Op("np.where({0} > 0.1, {1}, 0)", lambda x, y: apart(x, 0.1), smooth=False),
)
REDUCTIONS = (
    *(
        Op(form, array)
        for form in ("np.sum({0})", "{0}.sum()", "np.mean({0})", "{0}.mean(axis=-1)", "{0}.sum(0)")
    ),
    *(
        Op(form, array)
        for form in (
            "np.sum({0}, axis=0)",
            "np.sum({0}, axis=-1, keepdims=True)",
            "{0}.mean(0, keepdims=True)",
        )
    ),
    *(
        Op(form, array)
        for form in ("np.cumsum({0}, axis=0)", "{0}.sum() / {0}.size", "{0} / len({0})", "{0} * {0}.shape[0]")
    ),
    Op("np.sum({0}, axis=(0, 1))", rank(2)),
    Op("np.sum({0}, axis=1)", rank(2)),
    Op("np.mean({0}, axis=1, keepdims=True)", rank(2)),
    Op("np.linalg.norm({0})", array),
    Op("np.var({0}, axis=0)", long),
    Op("np.std({0})", lambda x: array(x) and bool(np.std(x) > 0.05)),
    Op(
        "np.max({0}, axis=0)",
        lambda x: long(x) and bool(np.min(np.diff(np.sort(x, 0), axis=0)) > 0.01),
        smooth=False,
    ),
    Op(
        "{0}.max()",
        lambda x: array(x) and (x.size < 2 or bool(np.min(np.diff(np.sort(x, None))) > 0.01)),
        smooth=False,
    ),
)
PRODUCTS = (
    *(
        Op(form, array)
        for form in (
            "{0} @ {1}",
            "{0}.dot({1})",
            "np.dot({0}, {1})",
            "{0} @ {1}.T",
            "{0}.T @ {1}",
            "{0} @ {0}.T",
        )
    ),
    Op("np.outer({0}, {1})", rank(1, 1)),
    Op("np.inner({0}, {1})", array),
    Op("np.einsum('ij,ij->i', {0}, {1})", rank(2, 2)),
    Op("np.einsum('ij,kj->ik', {0}, {1})", rank(2, 2)),
    Op("np.einsum('ij->ji', {0})", rank(2)),
    Op("np.trace({0} @ {0}.T)", rank(2)),
)
SHAPING = (
    *(
        Op(form, array)
        for form in ("{0}.reshape(-1)", "{0}[None]", "np.expand_dims({0}, 0)", "{0}.ravel()", "{0}[::-1]")
    ),
    *(
        Op(form, array)
        for form in (
            "{0}.T",
            "np.transpose({0})",
            "np.flip({0}, 0)",
            "np.roll({0}, 1, axis=0)",
            "{0}.flatten()",
        )
    ),
    *(
        Op(form, array)
        for form in (
            "np.concatenate([{0}, {0}])",
            "np.stack([{0}, {1}])",
            "np.repeat({0}, 2, axis=0)",
            "{0}.copy()",
        )
    ),
    *(
        Op(form, array)
        for form in ("{0}[0]", "{0}[-1]", "{0}[..., 0]", "{0}[[0, 0]]", "np.tile({0}, 2)", "np.squeeze({0})")
    ),
    *(
        Op(form, array)
        for form in ("np.concatenate([{0}, {1}])", "np.reshape({0}, (-1, 1))", "{0}.reshape({0}.shape)")
    ),
    Op("{0}[:, None]", rank(1)),
    Op("{0}[:, 0]", rank(2)),
    Op("{0}[:, :1]", rank(2)),
    Op("{0}[1:]", long),
    Op("{0}[1:] - {0}[:-1]", long),
    Op("{0}[[0, 1, 0]]", long),
    Op("np.broadcast_to({0}, (3,) + {0}.shape)", lambda x: array(x) and x.ndim < 2),
)
VIEWS = (
    "{0}.T",
    "{0}[0]",
    "{0}[1:]",
    "{0}.reshape(-1)",
    "{0}[None]",
    "{0}[:, 0]",
    "{0}.ravel()",
    "{0}[::-1]",
    "{0}[:]",
)
