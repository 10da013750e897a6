"""Rules for output shapes, for what an annotation cannot spell.

A shape is a tuple of sizes; a size is a number or a symbol ("N"). Products and sums of symbols are
symbols too ("2*M*N", "M+N"), written in one way so that equal ones compare equal. What is not known
(a shape, one size, an argument like `axis`) is UNKNOWN, and a rule gives UNKNOWN for what it cannot
say. It never guesses: different symbols may be equal, or 1.
"""

from __future__ import annotations

from typing import Final, Union


class _Unknown:
    def __repr__(self) -> str:
        return "UNKNOWN"


UNKNOWN: Final = _Unknown()

Size = Union[int, str, _Unknown]
Shape = Union[tuple[Size, ...], _Unknown]
Axis = Union[int, tuple[int, ...], None, _Unknown]
Flag = Union[bool, _Unknown]


def same(x: Shape) -> Shape:
    """The shape of x itself."""
    return x


def reduced(x: Shape, axis: Axis = None, keepdims: Flag = False) -> Shape:
    """x without the axes that are reduced, or with 1 in their place."""
    if axis is None and keepdims is False:
        return ()
    axes = _axes(x, axis)
    if isinstance(x, _Unknown) or axes is None or isinstance(keepdims, _Unknown):
        return UNKNOWN
    if keepdims:
        return tuple(1 if i in axes else n for i, n in enumerate(x))
    return tuple(n for i, n in enumerate(x) if i not in axes)


def expanded(x: Shape, axis: Axis) -> Shape:
    """x with a new axis of size 1 at each of these places of the result."""
    if isinstance(x, _Unknown) or axis is None or isinstance(axis, _Unknown):
        return UNKNOWN
    places = axis if isinstance(axis, tuple) else (axis,)
    rank = len(x) + len(places)
    if not all(isinstance(i, int) and -rank <= i < rank for i in places):
        return UNKNOWN
    new = {i % rank for i in places}
    sizes = iter(x)
    return tuple(1 if i in new else next(sizes, UNKNOWN) for i in range(rank))


def squeezed(x: Shape, axis: Axis = None) -> Shape:
    """x without the given axes, which have size 1; without axes, only if all sizes are numbers."""
    if isinstance(x, _Unknown):
        return UNKNOWN
    if axis is not None:
        return reduced(x, axis)
    return tuple(n for n in x if n != 1) if all(isinstance(n, int) for n in x) else UNKNOWN


def transposed(x: Shape, axes: Axis = None) -> Shape:
    """x with its axes in reverse, or in the given order."""
    if isinstance(x, _Unknown) or isinstance(axes, _Unknown):
        return UNKNOWN
    if axes is None:
        return x[::-1]
    if not isinstance(axes, tuple) or not all(isinstance(i, int) for i in axes):
        return UNKNOWN
    return tuple(x[i] for i in axes) if _is_order(axes, len(x)) else UNKNOWN


def swapped(x: Shape, i: Axis, j: Axis) -> Shape:
    """x with two axes swapped."""
    if isinstance(x, _Unknown) or not isinstance(i, int) or not isinstance(j, int):
        return UNKNOWN
    rank = len(x)
    if not (-rank <= i < rank and -rank <= j < rank):
        return UNKNOWN
    sizes = list(x)
    sizes[i], sizes[j] = sizes[j], sizes[i]
    return tuple(sizes)


def filled(shape: Size | Shape) -> Shape:
    """The shape that an argument spells: a tuple, or one size."""
    if isinstance(shape, (int, str)):
        return (shape,)
    return shape


def reshaped(x: Shape, shape: Size | Shape) -> Shape:
    """The shape that an argument spells; a size of -1 is what is left of x."""
    new = filled(shape)
    if isinstance(new, _Unknown) or any(isinstance(n, int) and n < -1 for n in new):
        return UNKNOWN
    if -1 not in new:
        return new
    left = quotient(x, tuple(n for n in new if n != -1))
    return tuple(left if n == -1 else n for n in new)


def flattened(x: Shape) -> Shape:
    """One axis, with the product of the sizes of x."""
    return (UNKNOWN,) if isinstance(x, _Unknown) else (product(x),)


def matmul(x: Shape, y: Shape) -> Shape:
    """The shape of x @ y: vectors lose their axis, dimensions in front broadcast."""
    if isinstance(x, _Unknown) or isinstance(y, _Unknown) or not x or not y:
        return UNKNOWN
    batch = broadcast(x[:-2], y[:-2])
    if isinstance(batch, _Unknown):
        return UNKNOWN
    return batch + x[-2:-1] + (y[-1:] if len(y) > 1 else ())


def dot(x: Shape, y: Shape) -> Shape:
    """The shape of np.dot(x, y): the last axis of x meets the last but one of y."""
    if isinstance(x, _Unknown) or isinstance(y, _Unknown):
        return UNKNOWN
    if not x or not y:
        return x or y
    return x[:-1] + y[:-2] + (y[-1:] if len(y) > 1 else ())


def outer(x: Shape, y: Shape) -> Shape:
    """A matrix of the sizes of x and y, which are flattened."""
    return flattened(x) + flattened(y)  # type: ignore[operator]


def broadcast(*shapes: Shape) -> Shape:
    """The shape of an elementwise result; UNKNOWN where two symbols meet that may differ."""
    rank = 0
    for shape in shapes:
        if isinstance(shape, _Unknown):
            return UNKNOWN
        rank = max(rank, len(shape))
    columns: list[set[Size]] = [set() for _ in range(rank)]
    for shape in shapes:
        assert not isinstance(shape, _Unknown)
        for i, n in enumerate(shape, rank - len(shape)):
            columns[i].add(n)
    sizes = [_meet(column) for column in columns]
    return UNKNOWN if any(isinstance(n, _Unknown) for n in sizes) else tuple(sizes)


def product(sizes: tuple[Size, ...]) -> Size:
    """The product of sizes as a size: 6, "N", "2*M*N"."""
    number, symbols = _factors(sizes)
    if symbols is None:
        return UNKNOWN
    if number == 0 or not symbols:
        return number
    return "*".join([str(number)] * (number != 1) + symbols)


def quotient(x: Shape, sizes: tuple[Size, ...]) -> Size:
    """The product of the sizes of x over that of others, where it comes out even."""
    if isinstance(x, _Unknown):
        return UNKNOWN
    number, symbols = _factors(x)
    divisor, others = _factors(sizes)
    if symbols is None or others is None or divisor == 0 or number % divisor:
        return UNKNOWN
    for symbol in others:
        if symbol not in symbols:
            return UNKNOWN
        symbols.remove(symbol)
    return product((number // divisor, *symbols))


def _factors(sizes: tuple[Size, ...]) -> tuple[int, list[str] | None]:
    """The number in a product and its symbols in order; None if a size is not known."""
    number, symbols = 1, []
    for size in sizes:
        if isinstance(size, _Unknown):
            return 1, None
        for factor in str(size).split("*"):
            if factor.isdigit():
                number *= int(factor)
            else:
                symbols.append(factor)
    return number, sorted(symbols)


def _meet(sizes: set[Size]) -> Size:
    """The size that broadcasts from these: numbers over 1 win, a symbol beside 1 stays."""
    known = sizes - {1}
    if not known:
        return 1
    if len(known) == 1:
        return known.pop()
    return UNKNOWN


def _axes(x: Shape, axis: Axis) -> set[int] | None:
    """The axes as numbers from the front; None if they are not known."""
    if isinstance(x, _Unknown) or isinstance(axis, _Unknown):
        return None
    if axis is None:
        return set(range(len(x)))
    axes = axis if isinstance(axis, tuple) else (axis,)
    if not all(isinstance(i, int) and -len(x) <= i < len(x) for i in axes):
        return None
    return {i % len(x) for i in axes}


def _is_order(axes: tuple[int, ...], rank: int) -> bool:
    return len(axes) == rank and sorted(i % rank for i in axes if -rank <= i < rank) == list(range(rank))
