"""What is timed: each function's source, and what it is given.

A source is text, as the generator reads it: a file of `examples/`, or what is here. Sizes are those of
a small problem of the kind; `size="tiny"` is for tests.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).parents[1]
Arguments = tuple[Any, ...]

BLOCK = """\
    s{0} = p{1} - 0.1 * q{1} * q{1}
    c{0} = s{0} / np.sqrt(s{0} @ s{0})
    w{0} = np.exp(-(c{0} @ q{1}))
    p{0} = q{1} - w{0} * c{0}
    q{0} = c{0} + 0.5 * p{0}
"""
BLOCKS = 40  # of five statements


@dataclass(frozen=True)
class Function:
    """A function that is timed: where its source is, what it is called, what it is given.

    `differentiable` are the places of the arguments that get a gradient. `given` takes whether
    sizes are to be tiny. `compiled` is set where a compiler is timed as well.
    """

    what: str
    path: str
    name: str
    differentiable: tuple[int, ...]
    given: Callable[[bool], Arguments]
    compiled: bool = False

    def source(self) -> str:
        """The module that has the function."""
        return small_vectors() if not self.path else (ROOT / self.path).read_text(encoding="utf-8")


def small_vectors() -> str:
    """Statements on vectors of three numbers, none of them in a loop."""
    body = "".join(BLOCK.format(k, k - 1) for k in range(1, BLOCKS + 1))
    head = 'import numpy as np\n\n\ndef small_vectors(p0: "3", q0: "3"):\n'
    return f"{head}{body}    return p{BLOCKS} @ q{BLOCKS}\n"


def _draw() -> np.random.Generator:
    return np.random.default_rng(0)


def _staged(tiny: bool) -> Arguments:
    return 3.0, -4.0


def _two_layer_loss(tiny: bool) -> Arguments:
    draw, (n, d, h, c) = _draw(), (4, 3, 5, 3) if tiny else (128, 64, 128, 10)
    w1, w2 = draw.normal(size=(d, h)) / d**0.5, draw.normal(size=(h, c)) / h**0.5
    return draw.normal(size=(n, d)), np.arange(n) % c, w1, draw.normal(size=h), w2, draw.normal(size=c), 0.1


def _batchnorm(tiny: bool) -> Arguments:
    draw, (n, d) = _draw(), (4, 3) if tiny else (256, 128)
    return draw.normal(size=(n, d)), draw.normal(size=d), draw.normal(size=d), 1e-5


def _lstm(tiny: bool) -> Arguments:
    draw, (t, d, h) = _draw(), (3, 2, 4) if tiny else (32, 32, 64)
    wx, wh = draw.normal(size=(d, 4 * h)) / d**0.5, draw.normal(size=(h, 4 * h)) / h**0.5
    return draw.normal(size=(t, d)), draw.normal(size=h), wx, wh, draw.normal(size=4 * h)


def _attention(tiny: bool) -> Arguments:
    draw, (t, d, k) = _draw(), (4, 3, 2) if tiny else (64, 128, 64)
    return draw.normal(size=(t, d)), *(draw.normal(size=(d, k)) / d**0.5 for _ in range(3))


def _convolution(tiny: bool) -> Arguments:
    draw, n = _draw(), 5 if tiny else 256
    return draw.normal(size=(n, n)), draw.normal(size=(3, 3)), 0.3


def _heat(tiny: bool) -> Arguments:
    return _draw().normal(size=(5, 6) if tiny else (128, 128)), 0.1, 3 if tiny else 50


def _mixture(tiny: bool) -> Arguments:
    draw, (n, d, k) = _draw(), (5, 2, 3) if tiny else (500, 6, 8)
    return (
        draw.normal(size=(n, d)),
        draw.normal(size=k),
        draw.normal(size=(k, d)),
        0.1 * draw.normal(size=(k, d)),
        draw.normal(size=(k, d, d)),
    )


def _pendulum(tiny: bool) -> Arguments:
    return 1.0, 0.3, 0.1, 0.01, 4 if tiny else 1000


def _chain(tiny: bool) -> Arguments:
    draw, n = _draw(), 6 if tiny else 1_000_000
    return draw.normal(size=n), draw.normal(size=n)


def _small_vectors(tiny: bool) -> Arguments:
    return np.array([0.3, -0.5, 0.9]), np.array([0.7, 0.2, -0.4])


def _newton(tiny: bool) -> Arguments:
    return 27.0, 20.0, 1e-12


FUNCTIONS = (
    Function("the notes' staged function", "examples/notes.py", "staged", (0, 1), _staged),
    Function(
        "two-layer net, softmax loss", "examples/models.py", "two_layer_loss", (2, 3, 4, 5), _two_layer_loss
    ),
    Function("batch norm", "examples/layers.py", "batchnorm", (0, 1, 2), _batchnorm),
    Function("LSTM, 32 steps", "examples/recurrent.py", "lstm", (0, 1, 2, 3, 4), _lstm, compiled=True),
    Function("attention", "examples/layers.py", "attention", (0, 1, 2, 3), _attention),
    Function("convolution by slices", "examples/models.py", "convolution", (0, 1, 2), _convolution),
    Function("stencil in place, 50 steps", "examples/grids.py", "heat", (0, 1), _heat, compiled=True),
    Function("Gaussian mixture", "examples/models.py", "mixture_loglikelihood", (1, 2, 3, 4), _mixture),
    Function(
        "Runge-Kutta, 1,000 scalar steps",
        "benchmarks/functions.py",
        "pendulum",
        (0, 1, 2, 3),
        _pendulum,
        compiled=True,
    ),
    Function("30 operations on a million entries", "benchmarks/functions.py", "chain", (0, 1), _chain),
    Function("200 statements on vectors of 3", "", "small_vectors", (0, 1), _small_vectors),
    Function("Newton's method", "examples/solvers.py", "newton_root", (0, 1), _newton, compiled=True),
)
