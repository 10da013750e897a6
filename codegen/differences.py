"""Numerical derivatives of a function of nests, one direction at a time.

Where the function runs on complex numbers, a step along the imaginary axis gives derivatives to
rounding, since no two large numbers are subtracted. It is trusted only if it agrees with central
differences in a random direction (`abs`, for one, drops the imaginary part). Elsewhere central
differences at two step sizes are extrapolated. Where the two sides of a point have different
slopes, a kink, any slope between the two counts as right.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from codegen.nests import Moves, moved

# What the function is worth at some arguments, and how large the numbers were that made it up.
Weighed = Callable[[Sequence[Any]], tuple[complex, float]]

COMPLEX_STEP = 1e-30
NOT_COMPLEX = (
    ArithmeticError,
    AttributeError,
    NotImplementedError,
    TypeError,
    ValueError,
    np.linalg.LinAlgError,
)


@dataclass(frozen=True)
class Direction:
    """A way to move one argument; `scale` is the size of the numbers that are moved."""

    position: int
    moves: Moves
    scale: float = 1.0


@dataclass(frozen=True)
class Slopes:
    """Differences at one step size, to either side."""

    ahead: float
    behind: float

    @property
    def central(self) -> float:
        """Their mean."""
        return (self.ahead + self.behind) / 2

    @property
    def gap(self) -> float:
        """How far apart they are."""
        return abs(self.ahead - self.behind)


class Differences:
    """Differences of a function at one point, and whether a derivative agrees with them.

    `epsilon` is the relative rounding of the least precise argument; the tolerances follow from
    it, unless they are given.
    """

    def __init__(
        self, weighed: Weighed, args: Sequence[Any], epsilon: float, rtol: float | None, atol: float | None
    ) -> None:
        self._weighed = weighed
        self._args = args
        self._epsilon = epsilon
        self._rtol, self._atol = rtol, atol
        self._here, self._size = self._at(Direction(0, {}), 0.0)

    def complex_step_works(self, direction: Direction) -> bool:
        """Whether the function takes complex numbers in this argument, and is analytic there."""
        try:
            value, _ = self._at(direction, 1j * COMPLEX_STEP)
        except NOT_COMPLEX:
            return False
        along = value.imag / COMPLEX_STEP
        scale = max(1.0, self._size)
        if not (math.isfinite(along) and abs(value.real - self._here.real) <= 1e-9 * scale):
            return False
        slope = self._slopes(direction, np.finfo(float).eps ** (1 / 3)).central
        return math.isclose(along, slope, rel_tol=1e-3, abs_tol=1e-4 * scale)

    def along_imaginary(self, direction: Direction, derivative: float) -> tuple[float, bool]:
        """The derivative by a complex step, and whether `derivative` agrees with it."""
        numeric = self._at(direction, 1j * COMPLEX_STEP)[0].imag / COMPLEX_STEP
        relative = 10 * self._epsilon ** (2 / 3)
        return numeric, self._agree(derivative, numeric, relative, relative * self._size / _reach(direction))

    def along_real(self, direction: Direction, derivative: float) -> tuple[float, bool]:
        """The derivative by central differences, and whether `derivative` agrees with it."""
        step = self._epsilon ** (1 / 3) * _reach(direction)
        wide, narrow = self._slopes(direction, step), self._slopes(direction, step / 2)
        numeric = (4 * narrow.central - wide.central) / 3
        noise, spread = self._noise(direction, numeric, step), abs(wide.central - narrow.central)
        slack = noise + (spread if spread <= 1e-3 * abs(numeric) else 0.0)
        if self._agree(derivative, numeric, self._relative, slack):
            return numeric, True
        if spread <= self._relative * abs(numeric) + noise and narrow.gap <= 4 * noise:
            return numeric, False
        # The slopes to either side of a smooth point meet as the step shrinks; those of a kink do not.
        if narrow.gap > 4 * noise and narrow.gap > 0.75 * wide.gap:
            low, high = sorted((narrow.ahead, narrow.behind))
            slack = 100 * step * max(1.0, abs(derivative)) + noise
            if low - slack <= derivative <= high + slack:
                return min((low, high), key=lambda slope: abs(slope - derivative)), True
        return self._closer(direction, derivative, step, numeric)

    def _closer(
        self, direction: Direction, derivative: float, step: float, numeric: float
    ) -> tuple[float, bool]:
        """A kink near by, the edge of the domain or strong curvature spoil wide steps: tries narrow ones."""
        for narrow in self._narrower(direction, step):
            slope = self._slopes(direction, narrow).central
            noise = self._noise(direction, slope, narrow)
            if noise <= 1e-3 * abs(slope) and self._agree(derivative, slope, 100 * self._relative, noise):
                return slope, True
            if not math.isfinite(numeric):
                numeric = slope
        return numeric, False

    def _narrower(self, direction: Direction, step: float) -> Iterator[float]:
        yield step / 64
        if 0 < direction.scale < 1:
            yield self._epsilon ** (1 / 3) * direction.scale

    @property
    def _relative(self) -> float:
        return float(100 * self._epsilon ** (2 / 3))

    def _noise(self, direction: Direction, slope: float, step: float) -> float:
        """What rounding of the function's value makes of a difference over `step`."""
        moved_value = abs(slope) * direction.scale
        return (
            16 * self._epsilon * (max(self._size, moved_value) if math.isfinite(slope) else self._size) / step
        )

    def _agree(self, derivative: float, numeric: float, relative: float, absolute: float) -> bool:
        if not (math.isfinite(numeric) and math.isfinite(derivative)):
            return numeric == derivative
        rtol = relative if self._rtol is None else self._rtol
        atol = absolute if self._atol is None else self._atol
        return abs(derivative - numeric) <= atol + rtol * abs(numeric)

    def _slopes(self, direction: Direction, step: float) -> Slopes:
        ahead = (self._at(direction, step)[0].real - self._here.real) / step
        behind = (self._here.real - self._at(direction, -step)[0].real) / step
        return Slopes(ahead, behind)

    def _at(self, direction: Direction, step: complex) -> tuple[complex, float]:
        args = list(self._args)
        if direction.moves:
            args[direction.position] = moved(args[direction.position], direction.moves, step)
        with np.errstate(all="ignore"):
            try:
                return self._weighed(args)
            except (ArithmeticError, ValueError):
                if not step.real:
                    raise
                return complex(math.nan), math.nan  # a step out of the domain of `math.log`, say


def _reach(direction: Direction) -> float:
    """The size of the numbers that a step is measured by."""
    return max(1.0, direction.scale)
