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


def reduced_array(x: Shape, axis: Axis = None, keepdims: Flag = False) -> Shape:
    """The same for functions of SciPy, which take a number for a vector."""
    return UNKNOWN if x == () else reduced(x, axis, keepdims)


def summed(x: Shape) -> Shape:
    """The shape of Python's sum(x): that of the first entry, or a number if there is none."""
    return UNKNOWN if not isinstance(x, _Unknown) and x[:1] == (0,) else reduced_array(x, 0)


def reduced_both(x: Shape, y: Shape, axis: Axis = None, keepdims: Flag = False) -> Shape:
    """What x and y broadcast to, reduced."""
    return reduced_array(broadcast(x, y), axis, keepdims)


def along(x: Shape, axis: Axis) -> Shape:
    """The shape of x, which must have that axis (NumPy takes a number for a vector there)."""
    return UNKNOWN if x == () else x


def restored(g: Shape, axis: Axis, keepdims: Flag = False) -> Shape:
    """g with 1 in the place of the axes that a reduction took away."""
    return (
        g
        if keepdims is True or axis is None
        else expanded(g, axis) if keepdims is False else UNKNOWN
    )


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


def moved(x: Shape, i: Axis, j: Axis) -> Shape:
    """x with its axes i at the places j."""
    if (
        isinstance(x, _Unknown)
        or isinstance(i, _Unknown)
        or isinstance(j, _Unknown)
        or i is None
        or j is None
    ):
        return UNKNOWN
    sources, places = ((a,) if isinstance(a, int) else a for a in (i, j))
    rank = len(x)
    if not all(isinstance(a, int) and -rank <= a < rank for a in (*sources, *places)):
        return UNKNOWN
    at = {place % rank: source % rank for source, place in zip(sources, places)}
    rest = iter([a for a in range(rank) if a not in at.values()])
    return tuple(x[at[a] if a in at else next(rest)] for a in range(rank))


def rolled_to(axis: Axis, start: Axis, rank: int) -> int | None:
    """The place of an axis behind np.rollaxis(x, axis, start)."""
    if not isinstance(axis, int) or not isinstance(start, int) or not -rank <= axis < rank:
        return None
    place = start + rank if start < 0 else start
    return place - (axis % rank < place)


def rolled(x: Shape, axis: Axis, start: Axis) -> Shape:
    """The shape of np.rollaxis(x, axis, start)."""
    if isinstance(x, _Unknown):
        return UNKNOWN
    place = rolled_to(axis, start, len(x))
    return UNKNOWN if place is None else moved(x, axis, place)


def rolled_back(g: Shape, axis: Axis, start: Axis) -> Shape:
    """The shape of which g is np.rollaxis(x, axis, start)."""
    if isinstance(g, _Unknown):
        return UNKNOWN
    place = rolled_to(axis, start, len(g))
    return UNKNOWN if place is None else moved(g, place, axis)


def untransposed(g: Shape, axes: Axis) -> Shape:
    """The shape of which g is a transpose."""
    if (
        isinstance(g, _Unknown)
        or not isinstance(axes, tuple)
        or not all(isinstance(i, int) for i in axes)
    ):
        return UNKNOWN
    if not _is_order(axes, len(g)):
        return UNKNOWN
    order = [i % len(g) for i in axes]
    return tuple(g[order.index(i)] for i in range(len(g)))


def turned(x: Shape, k: Size) -> Shape:
    """A matrix turned by k right angles."""
    if isinstance(x, _Unknown) or not isinstance(k, int):
        return UNKNOWN
    return (x[1], x[0], *x[2:]) if k % 2 else x


def at_least(x: Shape, rank: int) -> Shape:
    """x with axes of size 1 until it has so many, as np.atleast_1d and its kin put them."""
    if isinstance(x, _Unknown):
        return UNKNOWN
    if rank == 3 and 0 < len(x) < 3:
        return (1, *x, 1) if len(x) == 1 else (*x, 1)
    return (1,) * (rank - len(x)) + x


def filled(*shape: Size | Shape) -> Shape:
    """The shape that arguments spell: a tuple, or sizes."""
    first = shape[0]
    if len(shape) == 1 and isinstance(first, (tuple, _Unknown)):
        return first
    return tuple(UNKNOWN if isinstance(n, tuple) else n for n in shape)


def lined_up(a: Shape, b: Shape, n: Size, axis: int = 0) -> Shape:
    """So many of what a and b broadcast to, along a new axis that is the first or the last."""
    both = broadcast(a, b)
    return UNKNOWN if isinstance(both, _Unknown) else (n, *both) if axis == 0 else (*both, n)


def counted(stop: Size, start: Size = 0) -> Shape:
    """One axis, as long as counting from start to stop takes."""
    if isinstance(stop, int) and isinstance(start, int):
        return (max(0, stop - start),)
    if start == 0:
        return (stop,)
    return (UNKNOWN,)


def counted_both(n: Size, m: Size) -> Shape:
    """Two axes, each as long as counting to its size takes."""
    return (*counted(n), *counted(m))


def steps() -> Shape:
    """One axis of unknown length."""
    return (UNKNOWN,)


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


def part(x: Shape, index: object) -> Shape:
    """The shape of x[index], where the index is one number."""
    return UNKNOWN if isinstance(x, _Unknown) or not isinstance(index, int) or not x else x[1:]


def taken(x: Shape, i: Shape, axis: Axis) -> Shape:
    """x with the shape of an array of indices in the place of an axis."""
    axes = _axes(x, axis)
    if isinstance(x, _Unknown) or isinstance(i, _Unknown) or axes is None:
        return UNKNOWN
    (place,) = axes
    return x[:place] + i + x[place + 1 :]


def chosen(i: Shape, x: Shape) -> Shape:
    """The shape of np.choose(i, x): that of the rows of x, with i."""
    return broadcast(i, reduced_array(x, 0))


def covariances(x: Shape) -> Shape:
    """A matrix of as many rows and columns as x has rows; a number for a vector."""
    return UNKNOWN if isinstance(x, _Unknown) or not x else x[:-1] * 2 if x[0] != 1 else ()


def covariances_of_columns(x: Shape) -> Shape:
    """The same for columns, of which there must be several rows."""
    return UNKNOWN if isinstance(x, _Unknown) or x[:1] == (1,) else covariances(x[::-1])


def covariances_of_both(x: Shape, y: Shape) -> Shape:
    """The same for the rows of x with those of y below them."""
    return UNKNOWN if not isinstance(x, _Unknown) and 0 in x else covariances(vstacked(x, y))


def quantiles(x: Shape, q: Shape, axis: Axis = None) -> Shape:
    """x, reduced, for each entry of q."""
    rest = reduced(x, axis)
    return UNKNOWN if isinstance(q, _Unknown) or isinstance(rest, _Unknown) else q + rest


def listed_quantiles(x: Shape, q: tuple[float, ...] | _Unknown, axis: Axis = None) -> Shape:
    """The same, where q is a list."""
    return UNKNOWN if isinstance(q, _Unknown) else quantiles(x, (len(q),), axis)


def sections(x: Shape, places: tuple[int, ...] | _Unknown, axis: Axis = 0) -> Shape:
    """x with as many entries along an axis as there are places."""
    axes = _axes(x, axis)
    if isinstance(x, _Unknown) or isinstance(places, _Unknown) or axes is None:
        return UNKNOWN
    return tuple(len(places) if i in axes else n for i, n in enumerate(x))


def taken_along(x: Shape, i: Shape, axis: Axis) -> Shape:
    """The shape of np.take_along_axis(x, i, axis): x and i broadcast in all other axes."""
    axes = _axes(x, axis)
    if isinstance(x, _Unknown) or isinstance(i, _Unknown) or axes is None or len(x) != len(i):
        return UNKNOWN
    (place,) = axes
    return tuple(n if k == place else _meet({m, n}) for k, (m, n) in enumerate(zip(x, i)))


def differences(x: Shape, n: Size, axis: Axis) -> Shape:
    """x, shorter by n along an axis."""
    return _longer(x, -n if isinstance(n, int) else UNKNOWN, axis)


def longer(x: Shape, n: int, axis: Axis) -> Shape:
    """x, longer by n along an axis."""
    return _longer(x, n, axis)


def longer_by(x: Shape, before: Size, after: Size, axis: Axis = -1) -> Shape:
    """x with borders along an axis, shorter by one."""
    known = isinstance(before, int) and isinstance(after, int)
    return _longer(x, before + after - 1 if known else UNKNOWN, axis)  # type: ignore[operator]


def weights_along(x: Shape, axis: Axis) -> Shape:
    """The size of one axis of x in its place, and 1 in that of all others."""
    axes = _axes(x, axis)
    if isinstance(x, _Unknown) or axes is None:
        return UNKNOWN
    return tuple(n if i in axes else 1 for i, n in enumerate(x))


def differences_flat(x: Shape) -> Shape:
    """The shape of np.ediff1d(x)."""
    return differences(flattened(x), 1, 0)


def integrated(y: Shape, t: Shape, axis: Axis) -> Shape:
    """The shape of np.trapezoid(y, t, axis=axis), where t is a vector or has the rank of y."""
    if isinstance(y, _Unknown) or isinstance(t, _Unknown) or len(t) not in (1, len(y)):
        return UNKNOWN
    return reduced_array(y if len(t) == 1 else broadcast(y, t), axis)


def polynomial(p: Shape, x: Shape) -> Shape:
    """The shape of np.polyval(p, x): that of x, with the rows of p."""
    return UNKNOWN if isinstance(p, _Unknown) or not p else broadcast(p[1:], x)


def vandermonde(x: Shape, n: Size) -> Shape:
    """A matrix of n powers of each entry of x."""
    return UNKNOWN if isinstance(x, _Unknown) else (*x, n)


def coefficients(y: Shape, n: Size) -> Shape:
    """The coefficients of a polynomial of degree n for each column of y."""
    return UNKNOWN if isinstance(y, _Unknown) or not y else (n + 1 if isinstance(n, int) else UNKNOWN, *y[1:])


def with_any_size(x: Shape, axis: Axis) -> Shape:
    """x, of another size along an axis, which is not known."""
    axes = _axes(x, axis)
    if isinstance(x, _Unknown) or axes is None or x == ():
        return UNKNOWN
    return tuple(UNKNOWN if i in axes else n for i, n in enumerate(x))


def repeated(x: Shape, n: Size, axis: Axis) -> Shape:
    """x, n times as long along an axis."""
    axes = _axes(x, axis)
    if isinstance(x, _Unknown) or axes is None:
        return UNKNOWN
    return tuple(product((size, n)) if i in axes else size for i, size in enumerate(x))


def tiled(x: Shape, reps: Size | Shape) -> Shape:
    """x repeated as a whole, in each axis as often as reps says."""
    times = filled(reps)
    if isinstance(x, _Unknown) or isinstance(times, _Unknown):
        return UNKNOWN
    rank = max(len(x), len(times))
    sizes, times = ((1,) * (rank - len(t)) + t for t in (x, times))
    return tuple(product(pair) for pair in zip(sizes, times))


def padded(x: Shape, width: Size | Shape) -> Shape:
    """x with a border; `width` is a number, (before, after), or one such pair for each axis."""
    if isinstance(x, _Unknown) or not x:
        return UNKNOWN
    pairs = (
        width
        if isinstance(width, tuple) and width and isinstance(width[0], tuple)
        else (width,) * len(x)
    )
    if len(pairs) == 1:
        pairs *= len(x)
    if len(pairs) != len(x):
        return UNKNOWN
    return tuple(_bordered(n, pair) for n, pair in zip(x, pairs))


def diagonal(x: Shape, k: Size = 0, i: Axis = 0, j: Axis = 1) -> Shape:
    """x without two axes, and their diagonal as the last one."""
    first, second = _axes(x, i), _axes(x, j)
    if isinstance(x, _Unknown) or first is None or second is None:
        return UNKNOWN
    (a,), (b,) = first, second
    rest = tuple(n for axis, n in enumerate(x) if axis not in (a, b))
    m, n = x[a], x[b]
    if isinstance(m, int) and isinstance(n, int) and isinstance(k, int):
        return (*rest, max(0, min(m + min(k, 0), n - max(k, 0))))
    return (*rest, m if m == n and k == 0 else UNKNOWN)


def diagonal_of_all(x: Shape, k: Size) -> Shape:
    """A square with all entries of x on its k-th diagonal."""
    return diagonal_matrix(flattened(x), k)


def without_two(x: Shape, i: Axis, j: Axis) -> Shape:
    """x without two of its axes."""
    if not isinstance(i, int) or not isinstance(j, int):
        return UNKNOWN
    axes = _axes(x, (i, j))
    return UNKNOWN if axes is None or len(axes) < 2 else reduced(x, (i, j))


def diagonal_matrix(x: Shape, k: Size) -> Shape:
    """A square with x on its k-th diagonal."""
    longer = _longer(x, abs(k) if isinstance(k, int) else UNKNOWN, 0)
    return UNKNOWN if isinstance(longer, _Unknown) else longer * 2


def divided(x: Shape, n: Size, axis: Axis) -> Shape:
    """x with so many times less along an axis."""
    axes = _axes(x, axis)
    if isinstance(x, _Unknown) or axes is None:
        return UNKNOWN
    return tuple(_share(size, n) if i in axes else size for i, size in enumerate(x))


def divided_across(x: Shape, n: Size) -> Shape:
    """x with so many times less along the second axis, or the only one."""
    return UNKNOWN if isinstance(x, _Unknown) else divided(x, n, min(len(x) - 1, 1))


def nearly_divided(x: Shape, n: Size, axis: Axis) -> tuple[Shape, ...] | _Unknown:
    """The shapes of n parts of x along an axis, of which the first ones may be larger by one."""
    if not isinstance(n, int) or n < 1:
        return UNKNOWN
    axes = _axes(x, axis)
    if isinstance(x, _Unknown) or axes is None:
        return (UNKNOWN,) * n
    (place,) = axes
    size = x[place]
    shares = [size // n + (k < size % n) if isinstance(size, int) else UNKNOWN for k in range(n)]
    return tuple((*x[:place], share, *x[place + 1 :]) for share in shares)


def cut(x: Shape, places: tuple[Size, ...], axis: Axis) -> tuple[Shape, ...] | _Unknown:
    """The shapes of the parts of x between places along an axis."""
    if isinstance(places, _Unknown):
        return UNKNOWN
    axes = _axes(x, axis)
    if isinstance(x, _Unknown) or axes is None:
        return (UNKNOWN,) * (len(places) + 1)
    (place,) = axes
    ends = zip((0, *places), (*places, None))
    shares = [_between(x[place], first, last) for first, last in ends]
    return tuple((*x[:place], share, *x[place + 1 :]) for share in shares)


def cut_across(x: Shape, places: tuple[Size, ...]) -> tuple[Shape, ...] | _Unknown:
    """The shapes of the parts of x between places along the second axis, or the only one."""
    return cut(x, places, UNKNOWN if isinstance(x, _Unknown) else min(len(x) - 1, 1))


def length(x: Shape, axis: Axis) -> Size:
    """The size of an axis."""
    axes = _axes(x, axis)
    return UNKNOWN if isinstance(x, _Unknown) or axes is None else x[min(axes)]


def row_of(x: Shape) -> Shape:
    """x, flattened, as a row."""
    return (1, *flattened(x))  # type: ignore[misc]


def column_of(x: Shape) -> Shape:
    """x, flattened, as a column."""
    return (*flattened(x), 1)  # type: ignore[misc]


def box(x: Shape, y: Shape, w: Shape) -> Shape:
    """An axis for each of three arrays, which are flattened."""
    return (*flattened(x), *flattened(y), *flattened(w))  # type: ignore[misc]


def joined(axis: Axis, *shapes: Shape) -> Shape:
    """Shapes put behind one another along an axis."""
    first = shapes[0]
    axes = _axes(first, axis)
    if isinstance(first, _Unknown) or axes is None or not isinstance(axis, int):
        return UNKNOWN
    sizes: list[Size] = []
    if any(not isinstance(s, _Unknown) and len(s) != len(first) for s in shapes):
        return UNKNOWN
    for i in range(len(first)):
        column = [UNKNOWN if isinstance(s, _Unknown) else s[i] for s in shapes]
        if i in axes:
            numbers = [n for n in column if isinstance(n, int)]
            sizes.append(sum(numbers) if len(numbers) == len(column) else UNKNOWN)
        else:
            sizes.append(next((n for n in column if isinstance(n, int)), column[0]))
    return tuple(sizes)


def stacked(axis: Axis, *shapes: Shape) -> Shape:
    """Equal shapes put beside one another along a new axis."""
    known = next((s for s in shapes if not isinstance(s, _Unknown)), UNKNOWN)
    if (
        isinstance(known, _Unknown)
        or not isinstance(axis, int)
        or not -len(known) - 1 <= axis <= len(known)
    ):
        return UNKNOWN
    place = axis % (len(known) + 1)
    return (*known[:place], len(shapes), *known[place:])


def against(m: Shape, x: Shape) -> Shape:
    """The last axis of x reduced and kept, against m."""
    return broadcast(m, reduced(x, -1, True))


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


def inner(x: Shape, y: Shape) -> Shape:
    """The shape of np.inner(x, y): the last axes meet."""
    if isinstance(x, _Unknown) or isinstance(y, _Unknown):
        return UNKNOWN
    return x[:-1] + y[:-1] if x and y else x or y


def tensordot(x: Shape, y: Shape, axes: int | tuple[Axis, Axis] | _Unknown) -> Shape:
    """The shape of np.tensordot(x, y, axes): the axes of x and y that do not meet."""
    if isinstance(x, _Unknown) or isinstance(y, _Unknown) or isinstance(axes, _Unknown):
        return UNKNOWN
    if isinstance(axes, int):
        if axes < 0:
            return UNKNOWN
        return x[: len(x) - axes] + y[axes:]
    mine, others = _axes(x, axes[0]), _axes(y, axes[1])
    if mine is None or others is None:
        return UNKNOWN
    return tuple(n for i, n in enumerate(x) if i not in mine) + tuple(
        n for i, n in enumerate(y) if i not in others
    )


def einsum(subscripts: str, *operands: Shape) -> Shape:
    """The shape of np.einsum(subscripts, ...)."""
    if not isinstance(subscripts, str):
        return UNKNOWN
    terms, output = einsum_terms(subscripts)
    sizes: dict[str, set[Size]] = {c: set() for c in "".join(terms)}
    dots: list[Shape] = []
    for term, shape in zip(terms, operands):
        before, _, behind = term.partition("...")
        if isinstance(shape, _Unknown):
            dots += [UNKNOWN] if "..." in term else []
            continue
        if len(before + behind) > len(shape) or (len(term) != len(shape) and "..." not in term):
            return UNKNOWN
        end = len(shape) - len(behind)
        dots.append(shape[len(before) : end])
        for letter, size in zip(before + behind, shape[: len(before)] + shape[end:]):
            sizes[letter].add(size)
    batch = broadcast(*dots) if "..." in output else ()
    if isinstance(batch, _Unknown):
        return UNKNOWN
    before, _, behind = output.partition("...")
    named = [_meet(sizes[c]) if sizes[c] else UNKNOWN for c in before + behind]
    return (*named[: len(before)], *batch, *named[len(before) :])


def einsum_terms(subscripts: str) -> tuple[list[str], str]:
    """The letters of each operand, and those of the result, which may be left out in what is written."""
    inputs, arrow, output = subscripts.replace(" ", "").partition("->")
    if not arrow:
        once = sorted(c for c in set(inputs) if c.isalpha() and inputs.count(c) == 1)
        output = "..." * ("..." in inputs) + "".join(once)
    return inputs.split(","), output


def kron(x: Shape, y: Shape) -> Shape:
    """The products of sizes, axis by axis from the last."""
    return tiled(x, y)


def convolved(x: Shape, y: Shape, mode: str = "full") -> Shape:
    """The shape of np.convolve(x, y, mode)."""
    if isinstance(x, _Unknown) or isinstance(y, _Unknown) or len(x) != 1 or len(y) != 1:
        return UNKNOWN
    m, n = x[0], y[0]
    if not isinstance(m, int) or not isinstance(n, int):
        return (m,) if mode == "same" and m == n else (UNKNOWN,)
    return ({"full": m + n - 1, "same": max(m, n), "valid": abs(m - n) + 1}.get(mode, UNKNOWN),)


def slid(x: Shape, y: Shape, mode: str = "full") -> Shape:
    """The shape of scipy.signal.convolve(x, y, mode)."""
    if isinstance(x, _Unknown) or isinstance(y, _Unknown) or not x or len(x) != len(y):
        return UNKNOWN
    if mode == "same":
        return x
    pairs = [(m, n) if isinstance(m, int) and isinstance(n, int) else None for m, n in zip(x, y)]
    if mode not in ("full", "valid"):
        return UNKNOWN
    full = mode == "full"
    return tuple(UNKNOWN if p is None else sum(p) - 1 if full else abs(p[0] - p[1]) + 1 for p in pairs)


def square(x: Shape) -> Shape:
    """The shape of x, whose last two sizes must be equal."""
    if isinstance(x, _Unknown) or len(x) < 2 or (x[-1] != x[-2] and isinstance(x[-1], type(x[-2]))):
        return UNKNOWN
    return x


def diag(x: Shape, k: Size = 0) -> Shape:
    """The shape of np.diag(x, k): the diagonal of a matrix, a matrix of a vector."""
    if isinstance(x, _Unknown) or not 0 < len(x) < 3:
        return UNKNOWN
    return diagonal_matrix(x, k) if len(x) == 1 else diagonal(x, k)


def one_of_several(i: Size, *shapes: Shape) -> Shape:
    """One of several shapes."""
    return shapes[i] if isinstance(i, int) and i < len(shapes) else UNKNOWN


def hstacked(*shapes: Shape) -> Shape:
    """Shapes behind one another along the second axis, or the only one."""
    if any(isinstance(shape, _Unknown) for shape in shapes):
        return UNKNOWN
    known = [shape or (1,) for shape in shapes if not isinstance(shape, _Unknown)]
    return joined(min(len(known[0]) - 1, 1), *known)


def hstacked_flat(*shapes: Shape) -> Shape:
    """Shapes behind one another along the first axis; numbers are vectors of one."""
    return joined(0, *(shape or (1,) for shape in shapes))


def vstacked(*shapes: Shape) -> Shape:
    """Shapes below one another; vectors are rows."""
    return joined(0, *(at_least(shape, 2) for shape in shapes))


def column_stacked(*shapes: Shape) -> Shape:
    """Shapes behind one another along the second axis; vectors are columns."""
    if any(isinstance(shape, _Unknown) for shape in shapes):
        return UNKNOWN
    known = [shape for shape in shapes if not isinstance(shape, _Unknown)]
    return joined(1, *((*shape, *(1,) * (2 - len(shape))) for shape in known))


def joined_columns(*shapes: Shape) -> Shape:
    """Shapes behind one another along the last axis; vectors are columns."""
    if any(isinstance(shape, _Unknown) or not shape for shape in shapes):
        return UNKNOWN
    return joined(-1, *((*s, 1) if isinstance(s, tuple) and len(s) == 1 else s for s in shapes))


def dstacked(*shapes: Shape) -> Shape:
    """Shapes behind one another along the third axis; matrices are one layer."""
    return joined(2, *(at_least(shape, 3) for shape in shapes))


def joined_blocks(*shapes: Shape) -> Shape:
    """Shapes behind one another along the last axis; those with fewer axes get some in front."""
    ranks = [len(shape) for shape in shapes if not isinstance(shape, _Unknown)]
    if len(ranks) < len(shapes):
        return UNKNOWN
    return joined(-1, *(at_least(shape, max(1, *ranks)) for shape in shapes))


def block_shape(columns: int, *shapes: Shape) -> Shape:
    """The shape of blocks in rows of so many."""
    if any(isinstance(shape, _Unknown) for shape in shapes):
        return UNKNOWN
    rank = max(2, *(len(shape) for shape in shapes if not isinstance(shape, _Unknown)))
    whole = [(1,) * (rank - len(s)) + s for s in shapes if not isinstance(s, _Unknown)]
    rows = [joined(-1, *whole[i : i + columns]) for i in range(0, len(whole), columns)]
    return joined(-2, *rows)


def paired(x: Shape) -> Shape:
    """x with its last axis twice."""
    return UNKNOWN if isinstance(x, _Unknown) or not x else (*x, x[-1])


def smaller(x: Shape) -> Shape:
    """One axis, the smaller one of a matrix."""
    if isinstance(x, _Unknown):
        return UNKNOWN
    m, n = x
    if isinstance(m, _Unknown) or isinstance(n, _Unknown) or "*" in f"{m}{n}":
        return (UNKNOWN if m != n else m,)
    return (min(m, n) if isinstance(m, int) and isinstance(n, int) else m if m == n else f"min({m},{n})",)


def crossed(x: Shape, y: Shape, axis: Axis = -1) -> Shape:
    """The shape of np.cross(x, y, axis=axis), in two or three dimensions."""
    if isinstance(x, _Unknown) or isinstance(y, _Unknown) or not isinstance(axis, int):
        return UNKNOWN
    place, other = _axes(x, axis), _axes(y, axis)
    if place is None or other is None or (axis != -1 and len(x) != len(y)):
        return UNKNOWN
    sizes = {x[i] for i in place} | {y[i] for i in other}
    if sizes == {3}:
        return broadcast(x, y)
    return broadcast(reduced(x, axis), reduced(y, axis)) if sizes == {2} else UNKNOWN


def vecdot(x: Shape, y: Shape, axis: Axis = -1) -> Shape:
    """The shape of np.vecdot(x, y, axis=axis): that axis of both is lost."""
    return broadcast(*(UNKNOWN if s == () or axis is None else reduced(s, axis) for s in (x, y)))


def matvec(x: Shape, y: Shape) -> Shape:
    """The shape of np.matvec(x, y)."""
    product = UNKNOWN if isinstance(y, _Unknown) else matmul(x, (*y, 1))
    return product if isinstance(product, _Unknown) else product[:-1]


def vecmat(x: Shape, y: Shape) -> Shape:
    """The shape of np.vecmat(x, y)."""
    if isinstance(x, _Unknown) or not x:
        return UNKNOWN
    product = matmul((*x[:-1], 1, x[-1]), y)
    return product if isinstance(product, _Unknown) else product[:-2] + product[-1:]


def chained(*shapes: Shape) -> Shape:
    """The shape of a product of several matrices; vectors at either end lose their axis."""
    if any(not isinstance(shape, _Unknown) and len(shape) > 2 for shape in shapes):
        return UNKNOWN
    whole = shapes[0]
    for shape in shapes[1:]:
        whole = matmul(whole, shape)
    return whole


def solved(a: Shape, b: Shape) -> Shape:
    """The shape of np.linalg.solve(a, b), unless versions of NumPy differ about it."""
    if isinstance(a, _Unknown) or isinstance(b, _Unknown) or 1 < len(b) < len(a):
        return UNKNOWN
    return a[:-1] if len(b) == 1 else matmul(a, b)


def as_column(x: Shape, b: Shape) -> Shape:
    """x with an axis behind, if b is a vector."""
    if isinstance(x, _Unknown) or isinstance(b, _Unknown):
        return UNKNOWN
    return (*x, 1) if len(b) == 1 else x


def from_column(x: Shape, b: Shape) -> Shape:
    """x without its last axis, if b is a vector."""
    if isinstance(x, _Unknown) or isinstance(b, _Unknown):
        return UNKNOWN
    return x[:-1] if len(b) == 1 else x


def columns(x: Shape, a: Shape, b: Shape) -> Shape:
    """x with an axis behind, if np.linalg.solve(a, b) solves for a vector; versions differ about a stack."""
    if isinstance(x, _Unknown) or isinstance(a, _Unknown) or isinstance(b, _Unknown):
        return UNKNOWN
    return (*x, 1) if len(b) == 1 else UNKNOWN if len(b) < len(a) else x


def from_columns(x: Shape, a: Shape, b: Shape) -> Shape:
    """x without its last axis, if np.linalg.solve(a, b) solves for a vector."""
    if isinstance(x, _Unknown) or isinstance(a, _Unknown) or isinstance(b, _Unknown):
        return UNKNOWN
    return x[:-1] if len(b) == 1 else UNKNOWN if len(b) < len(a) else x


def doubled(x: Shape) -> Shape:
    """A matrix twice as high and twice as wide."""
    if isinstance(x, _Unknown) or len(x) < 2:
        return UNKNOWN
    return (*x[:-2], product((2, x[-2])), product((2, x[-1])))


def block_diag(*blocks: Shape) -> Shape:
    """Matrices in a diagonal; vectors are rows."""
    sizes = [at_least(x, 2) for x in blocks]
    known = [x for x in sizes if not isinstance(x, _Unknown) and len(x) == 2]
    if len(known) < len(blocks):
        return UNKNOWN
    rows, columns = zip(*known)
    return (_total(rows), _total(columns))


def toeplitz(x: Shape, y: Shape) -> Shape:
    """A matrix with x as its first column and y as its first row."""
    if isinstance(x, _Unknown) or isinstance(y, _Unknown) or len(x) != 1 or len(y) != 1:
        return UNKNOWN
    return (x[0], y[0])


def moved_round(x: Shape, n: Size) -> Shape:
    """x with its first n axes behind the others."""
    if isinstance(x, _Unknown) or not isinstance(n, int) or not 0 < n < len(x):
        return UNKNOWN
    return x[n:] + x[:n]


def left_of(a: Shape, b: Shape) -> Shape:
    """The axes of a behind as many as b has."""
    return UNKNOWN if isinstance(a, _Unknown) or isinstance(b, _Unknown) else a[len(b) :]


def of_matrices(x: Shape) -> Shape:
    """A number for each matrix."""
    return reduced(x, (-2, -1))


def eigenvalues(x: Shape) -> Shape:
    """As many numbers as a row has for each matrix."""
    return reduced(x, -1)


def singular_values(x: Shape) -> Shape:
    """The smaller one of the last two sizes, behind those in front."""
    if isinstance(x, _Unknown) or len(x) < 2:
        return UNKNOWN
    last = smaller(x[-2:])
    return UNKNOWN if isinstance(last, _Unknown) else x[:-2] + last


def left_vectors(x: Shape) -> Shape:
    """The columns of the smaller factor of a matrix from the left, one for each singular value."""
    values = singular_values(x)
    if isinstance(x, _Unknown) or isinstance(values, _Unknown):
        return UNKNOWN
    return (*x[:-1], values[-1])


def right_vectors(x: Shape) -> Shape:
    """The rows of the smaller factor of a matrix from the right, one for each singular value."""
    values = singular_values(x)
    if isinstance(x, _Unknown) or isinstance(values, _Unknown):
        return UNKNOWN
    return (*values, x[-1])


def squared(x: Shape, axis: int) -> Shape:
    """Squares as large as one of the last two axes, behind the axes in front."""
    return UNKNOWN if isinstance(x, _Unknown) or len(x) < 2 else (*x[:-2], x[axis], x[axis])


def fitted(a: Shape, b: Shape) -> Shape:
    """The shape of what a matrix is multiplied by to give b."""
    if isinstance(a, _Unknown) or isinstance(b, _Unknown) or len(a) != 2 or not b:
        return UNKNOWN
    return (a[1], *b[1:])


def triangle(x: Shape) -> Shape:
    """x, or a square whose rows are x."""
    return UNKNOWN if isinstance(x, _Unknown) or not x else x * 2 if len(x) == 1 else x


def repeated_flat(x: Shape, n: Size) -> Shape:
    """x flattened, n times as long."""
    return repeated(flattened(x), n, 0)


def joined_flat(*shapes: Shape) -> Shape:
    """Flattened shapes behind one another."""
    return joined(0, *[flattened(shape) for shape in shapes])


def outer(x: Shape, y: Shape) -> Shape:
    """A matrix of the sizes of x and y, which are flattened."""
    return flattened(x) + flattened(y)  # type: ignore[operator]


def outer_pairs(x: Shape, y: Shape) -> Shape:
    """The axes of x, and behind them those of y."""
    return UNKNOWN if isinstance(x, _Unknown) or isinstance(y, _Unknown) else x + y


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


def spectrum(x: Shape, axes: Axis = None) -> Shape:
    """The shape of x, which is transformed along some axes."""
    return x if _in_order(x, axes) else UNKNOWN


def transformed(x: Shape, n: Size | Shape, axis: Axis) -> Shape:
    """x with other sizes along the axes of a Fourier transform."""
    places = _in_order(x, axis)
    if isinstance(x, _Unknown) or places is None or isinstance(n, _Unknown):
        return UNKNOWN
    sizes = dict(zip(places, n if isinstance(n, tuple) else (n,)))
    return tuple(sizes.get(i, size) for i, size in enumerate(x))


def half_transformed(x: Shape, n: Size | Shape | None, axis: Axis) -> Shape:
    """The shape of np.fft.rfftn(x, n, axis): of the last axis there is half."""
    places = _in_order(x, axis)
    if isinstance(x, _Unknown) or not places:
        return UNKNOWN
    whole = x if n is None else transformed(x, n, axis)
    if isinstance(whole, _Unknown):
        return UNKNOWN
    return tuple(half(size) if i == places[-1] else size for i, size in enumerate(whole))


def back_transformed(x: Shape, axis: Axis) -> Shape:
    """The shape of np.fft.irfftn(x, axes=axis), which takes an even length of the last axis for granted."""
    places = _in_order(x, axis)
    if isinstance(x, _Unknown) or not places:
        return UNKNOWN
    last = x[places[-1]]
    length = 2 * (last - 1) if isinstance(last, int) else UNKNOWN
    return tuple(length if i == places[-1] else size for i, size in enumerate(x))


def resized(g: Shape, shape: Shape, axes: Axis) -> Shape:
    """g with the sizes of a shape along some axes."""
    places = _in_order(g, axes)
    if isinstance(g, _Unknown) or isinstance(shape, _Unknown) or places is None or len(g) != len(shape):
        return UNKNOWN
    return tuple(shape[i] if i in places else size for i, size in enumerate(g))


def halved(n: Size) -> Shape:
    """One axis: the frequencies of n real numbers."""
    return (half(n),)


def half(n: Size) -> Size:
    """The number of frequencies of n real numbers, n // 2 + 1."""
    if isinstance(n, int):
        return n // 2 + 1
    return f"{n}//2+1" if isinstance(n, str) and n.removeprefix("?").isalnum() else UNKNOWN


def _in_order(x: Shape, axis: Axis) -> tuple[int, ...] | None:
    """The axes from the front, in the order in which they are named; None if they are not known.

    None too if one of them is named twice, which no transform is asked for.
    """
    axes = _axes(x, axis)
    if isinstance(x, _Unknown) or isinstance(axis, _Unknown) or axes is None:
        return None
    named = tuple(range(len(x))) if axis is None else axis if isinstance(axis, tuple) else (axis,)
    return tuple(i % len(x) for i in named) if len(axes) == len(named) else None


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


def _share(size: Size, n: Size) -> Size:
    """The n-th part of a size; as a symbol, "N/3"."""
    if n == 1:
        return size
    if not isinstance(n, int) or n < 1 or isinstance(size, _Unknown):
        return UNKNOWN
    even = quotient((size,), (n,))
    return f"{size}/{n}" if isinstance(size, str) and isinstance(even, _Unknown) else even


def _between(size: Size, first: Size | None, last: Size | None) -> Size:
    """How many entries of an axis of a size are between two places."""
    known = isinstance(size, int) and all(n is None or isinstance(n, int) for n in (first, last))
    return len(range(size)[first:last]) if known else UNKNOWN  # type: ignore[arg-type, misc]


def _total(sizes: tuple[Size, ...]) -> Size:
    """The sum of sizes that are numbers."""
    numbers = [n for n in sizes if isinstance(n, int)]
    return sum(numbers) if len(numbers) == len(sizes) else UNKNOWN


def _bordered(size: Size, border: object) -> Size:
    """A size with a border of the same width on both sides, or of (before, after)."""
    widths = border if isinstance(border, tuple) else (border, border)
    if widths == (0, 0):
        return size
    added = [n for n in widths if isinstance(n, int)]
    return size + sum(added) if isinstance(size, int) and len(added) == 2 else UNKNOWN


def _longer(x: Shape, n: Size, axis: Axis) -> Shape:
    """x with n more in one axis."""
    axes = _axes(x, axis)
    if isinstance(x, _Unknown) or axes is None:
        return UNKNOWN

    def new(size: Size) -> Size:
        if n == 0:
            return size
        return max(0, size + n) if isinstance(n, int) and isinstance(size, int) else UNKNOWN

    return tuple(new(size) if i in axes else size for i, size in enumerate(x))


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
    return len(axes) == rank and sorted(i % rank for i in axes if -rank <= i < rank) == list(
        range(rank)
    )


def listed(x: Shape) -> Shape:
    """The items of a list behind one another: x is the shape of such an array already."""
    return x


def listed_along(x: Shape, axis: Axis) -> Shape:
    """The items of a list behind one another along a new axis."""
    if x is UNKNOWN or not isinstance(axis, int):
        return UNKNOWN
    first, *rest = x
    axis = axis % len(x)
    return (*rest[:axis], first, *rest[axis:])


def chained_items(x: Shape, axis: Axis = 0) -> Shape:
    """The items of a list joined along an axis of theirs."""
    if x is UNKNOWN or not isinstance(axis, int) or len(x) < 2:
        return UNKNOWN
    rest = list(x[1:])
    rest[axis] = UNKNOWN
    return tuple(rest)
