"""Rules for constants in backward lines, which the generator works out when it writes them.

A rule is told what is known then: of an array its shape (sizes are numbers or symbols), of an int, a
string or a tuple its value, or UNKNOWN. It returns the constant; or UNKNOWN, and its line is not
there; or UNCHANGED, and the call that it is an argument of is left out: its first operand stands
there as it is. As the test of `a if ... else b` a rule chooses between two lines.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from .shapes import UNKNOWN, Shape, _Unknown, einsum_terms, rolled_to


class _Unchanged:
    def __repr__(self) -> str:
        return "UNCHANGED"


UNCHANGED: Final = _Unchanged()

Answer = object  # a constant, UNKNOWN or UNCHANGED


def opposite(norm: str) -> Answer:
    """Of a Fourier transform's norm that with the factor on the other way."""
    return {"backward": "forward", "ortho": "ortho", "forward": "backward"}.get(norm, UNKNOWN)


def count_of(*operands: Shape) -> Answer:
    """How many there are."""
    return len(operands)


def axes_but_last(x: Shape) -> Answer:
    """For np.tensordot(x, dz, axes): all axes of x but the last, and the same of dz."""
    return UNKNOWN if isinstance(x, _Unknown) else _pair(range(len(x) - 1), range(len(x) - 1))


def axes_but_second_last(x: Shape) -> Answer:
    """For np.tensordot(dz, x, axes): all axes of x but the last but one, and the same of dz."""
    if isinstance(x, _Unknown):
        return UNKNOWN
    axes = [i for i in range(len(x)) if i != len(x) - 2]
    return _pair(axes, axes)


def axes_of_columns(x: Shape) -> Answer:
    """For np.tensordot(x, dz, axes), dz without the last but one axis of x: all others of x, all of dz."""
    if isinstance(x, _Unknown):
        return UNKNOWN
    return _pair([i for i in range(len(x)) if i != len(x) - 2], range(len(x) - 1))


def number_of_axes(x: Shape, fewer: int) -> Answer:
    """The number of axes of x, less some."""
    return UNKNOWN if isinstance(x, _Unknown) else len(x) - fewer


def dot_axes(x: Shape, y: Shape, k: int) -> Answer:
    """The axes of np.tensordot(dz, y, axes), or for k = 1 of np.tensordot(x, dz, axes), for np.dot."""
    if isinstance(x, _Unknown) or isinstance(y, _Unknown) or len(x) < 2 or not y:
        return UNKNOWN
    rest = [i for i in range(len(y)) if i != max(len(y) - 2, 0)]
    return axes_but_last(x) if k else _pair(range(len(x) - 1, len(x) - 1 + len(rest)), rest)


def dot_place(y: Shape) -> Answer:
    """The place of the axis of y that np.dot sums over, where it is not the first."""
    return UNKNOWN if isinstance(y, _Unknown) else UNCHANGED if len(y) < 3 else -2


def inner_axes(x: Shape, y: Shape, k: int) -> Answer:
    """The axes of np.tensordot(dz, y, axes), or for k = 1 of np.tensordot(dz, x, axes), for np.inner."""
    if isinstance(x, _Unknown) or isinstance(y, _Unknown) or not x or not y:
        return UNKNOWN
    return axes_but_last(x) if k else len(y) - 1


def tensordot_axes(x: Shape, y: Shape, axes: int | tuple[object, object], k: int) -> Answer:
    """The axes of np.tensordot(dz, y, axes), or for k = 1 of np.tensordot(x, dz, axes)."""
    mine, others = _tensordot_side(x, axes, 0), _tensordot_side(y, axes, 1)
    if mine is None or others is None or isinstance(x, _Unknown) or isinstance(y, _Unknown):
        return UNKNOWN
    of_x = [i for i in range(len(x)) if i not in mine]
    of_y = [i for i in range(len(y)) if i not in others]
    if not (of_x if k else of_y):
        return UNKNOWN
    return _pair(of_x, range(len(of_x))) if k else _pair(range(len(of_x), len(of_x) + len(of_y)), of_y)


def tensordot_order(x: Shape, y: Shape, axes: int | tuple[object, object], k: int) -> Answer:
    """The order of axes that brings the gradient on a factor of np.tensordot into its factor's order."""
    mine, others = _tensordot_side((x, y)[k], axes, k), _tensordot_side((y, x)[k], axes, 1 - k)
    shape = (x, y)[k]
    if mine is None or others is None or isinstance(shape, _Unknown):
        return UNKNOWN
    kept = [i for i in range(len(shape)) if i not in mine]
    shared = [i for _, i in sorted(zip(others, mine))]
    now = shared + kept if k else kept + shared
    return UNCHANGED if now == sorted(now) else tuple(now.index(i) for i in range(len(now)))


def are_matrices(*operands: Shape) -> Answer:
    """Whether all operands are known to have two axes."""
    return all(not isinstance(x, _Unknown) and len(x) == 2 for x in operands)


def is_no_shorter(b: Shape, a: Shape) -> Answer:
    """Whether b is known to have at least as many axes as a."""
    return not isinstance(a, _Unknown) and not isinstance(b, _Unknown) and len(b) >= len(a)


def rolled_place(x: Shape, axis: int, start: int) -> Answer:
    """The place of an axis behind np.rollaxis(x, axis, start)."""
    place = None if isinstance(x, _Unknown) else rolled_to(axis, start, len(x))
    return UNKNOWN if place is None else place


def rolled_back(shift: tuple[object, ...]) -> Answer:
    """The shifts that undo others."""
    known = isinstance(shift, tuple) and all(isinstance(n, int) for n in shift)
    return tuple(-n for n in shift if isinstance(n, int)) if known else UNKNOWN


def inside(x: Shape, width: object) -> Answer:
    """The index of what np.pad(x, width) puts a border around, if the border is known."""
    if isinstance(x, _Unknown) or not x:
        return UNKNOWN
    pairs = width if isinstance(width, tuple) and width and isinstance(width[0], tuple) else (width,)
    both = [pair if isinstance(pair, tuple) else (pair, pair) for pair in pairs]
    both = [pair * 2 if len(pair) == 1 else pair for pair in both]
    if not all(len(pair) == 2 and all(isinstance(n, int) for n in pair) for pair in both):
        return UNKNOWN
    if len(both) not in (1, len(x)):
        return UNKNOWN
    slices = tuple(slice(before or None, -after or None) for before, after in both * (len(x) // len(both)))
    return slices[0] if len(slices) == 1 else slices


def from_start(i: int) -> Answer:
    """A place, if it is known not to be counted from the end."""
    return i if isinstance(i, int) and i >= 0 else UNKNOWN


def is_number(x: Shape) -> Answer:
    """Whether a value has no axes."""
    return UNKNOWN if isinstance(x, _Unknown) else x == ()


def is_vector(x: Shape) -> Answer:
    """Whether an array has one axis."""
    return UNKNOWN if isinstance(x, _Unknown) else len(x) == 1


def is_row(x: Shape) -> Answer:
    """Whether a value has one axis or none, and so becomes one row or column of a matrix."""
    return UNKNOWN if isinstance(x, _Unknown) else len(x) < 2


def is_layer(x: Shape) -> Answer:
    """Whether a value has at most two axes, and so becomes one layer of three."""
    return UNKNOWN if isinstance(x, _Unknown) else len(x) < 3


def have_columns(*x: Shape) -> Answer:
    """Whether all of several arrays have a second axis."""
    ranks = [len(shape) > 1 for shape in x if not isinstance(shape, _Unknown)]
    return UNKNOWN if len(ranks) < len(x) else all(ranks)


def have_one_rank(*x: Shape) -> Answer:
    """Whether several arrays have as many axes, and at least one."""
    ranks = [len(shape) for shape in x if not isinstance(shape, _Unknown)]
    return UNKNOWN if len(ranks) < len(x) else len(set(ranks)) == 1 and ranks[0] > 0


def have_one_shape(x: Shape, y: Shape) -> Answer:
    """Whether two shapes are known to be equal."""
    return not isinstance(x, _Unknown) and x == y


def common_axis(x: Shape, y: Shape, axis: int) -> Answer:
    """The axis, if it is one and the same in both operands and in what they broadcast to."""
    if not isinstance(axis, int):
        return UNKNOWN
    if isinstance(x, _Unknown) or isinstance(y, _Unknown):
        return axis if axis < 0 else UNKNOWN
    return axis if axis < 0 or len(x) == len(y) else UNKNOWN


def axis_of_three(x: Shape, y: Shape, axis: int) -> Answer:
    """The axis, if it has three entries in both operands."""
    if isinstance(x, _Unknown) or isinstance(y, _Unknown) or common_axis(x, y, axis) is UNKNOWN:
        return UNKNOWN
    return axis if x[axis] == y[axis] == 3 and len(x) == len(y) else UNKNOWN


def is_straight(trans: int | str) -> Answer:
    """Whether a system is solved as it is, and not transposed."""
    return UNKNOWN if isinstance(trans, _Unknown) else trans in (0, "N")


def other_way(trans: int | str) -> Answer:
    """What solves the transposed system."""
    if isinstance(trans, _Unknown):
        return UNKNOWN
    return "T" if is_straight(trans) else 0


def beside_diagonal(unit: bool, k: int) -> Answer:
    """The first diagonal that is read: that beside the main one, if the main one is known to be of ones."""
    return UNKNOWN if isinstance(unit, _Unknown) else k if unit else 0


def is_general(kind: str | None) -> Answer:
    """Whether nothing is assumed of a matrix, or that it is symmetric."""
    if kind in (None, "gen", "general"):
        return True
    symmetric = ("sym", "symmetric", "her", "hermitian", "pos", "positive definite")
    return False if kind in symmetric else UNKNOWN


def are_rising(places: tuple[int, ...]) -> Answer:
    """Whether parts between these places are all of an array, each entry once; one place has two sides."""
    if isinstance(places, _Unknown):
        return UNKNOWN
    if len(places) < 2:
        return True
    known = [place for place in places if isinstance(place, int) and place >= 0]
    return sorted(known) == known if len(known) == len(places) else UNKNOWN


def is_longer(x: Shape, y: Shape) -> Answer:
    """Whether a vector is at least as long as another one."""
    if isinstance(x, _Unknown) or isinstance(y, _Unknown) or not (x and y):
        return UNKNOWN
    if isinstance(x[0], int) and isinstance(y[0], int):
        return x[0] >= y[0]
    return True if x == y else UNKNOWN


def einsum_turned(subscripts: str, x: Shape) -> Answer:
    """The subscripts that put the axes of the gradient back, where the only operand loses none."""
    (mine,), output = einsum_terms(subscripts)
    return _spelled([output], mine) if sorted(mine) == sorted(output) and not _twice(mine) else UNKNOWN


def einsum_back(subscripts: str, k: int, *operands: Shape) -> Answer:
    """The subscripts that give the k-th operand its gradient, with that of the result in its place."""
    terms, output = einsum_terms(subscripts)
    if output == "" and len(terms) > 1:
        return UNKNOWN
    return _back(terms, output, k, operands)


def einsum_rest(subscripts: str, k: int, *operands: Shape) -> Answer:
    """The subscripts that multiply the other operands, where the result is a number."""
    terms, output = einsum_terms(subscripts)
    if output != "" or len(terms) == 1 or _twice(terms[k]):
        return UNKNOWN
    others = terms[:k] + terms[k + 1 :]
    return _spelled(others, "".join(c for c in terms[k] if c in "".join(others)))


def einsum_lone(subscripts: str, k: int, *operands: Shape) -> Answer:
    """The axes that the k-th operand alone has and that are summed; none where they are its first."""
    terms, output = einsum_terms(subscripts)
    found = "".join([*terms[:k], output, *terms[k + 1 :]])
    letters = list(terms[k].replace("...", "."))
    lone = [i for i, c in enumerate(letters) if c != "." and c not in found and letters.count(c) == 1]
    dotted = "." in "".join(terms)
    if lone == list(range(len(lone))) and not dotted:
        return UNCHANGED
    behind = letters.index(".") if "." in letters else -1
    places = [i - len(letters) if dotted and i > behind else i for i in lone]
    return UNCHANGED if not places else places[0] if len(places) == 1 else tuple(places)


def einsum_back_diagonal(subscripts: str, k: int, *operands: Shape) -> Answer:
    """The same as einsum_back for an operand of which the diagonal is taken; the identity comes last."""
    terms, output = _with_identity(*einsum_terms(subscripts), k)
    if output == "" or len(terms) == len(operands):
        return UNKNOWN
    return _back(terms, output, k, (*operands, ()))


def einsum_rest_diagonal(subscripts: str, k: int, *operands: Shape) -> Answer:
    """The same as einsum_rest for an operand of which the diagonal is taken; the identity comes last."""
    terms, output = _with_identity(*einsum_terms(subscripts), k)
    if output != "" or len(terms) == len(operands):
        return UNKNOWN
    others = terms[:k] + terms[k + 1 :]
    return _spelled(others, "".join(c for c in terms[k] if c in "".join(others)))


def einsum_diagonal_axis(subscripts: str, k: int) -> Answer:
    """An axis as long as the diagonal that is taken of the k-th operand."""
    mine = einsum_terms(subscripts)[0][k]
    twice = next((c for c in mine if mine.count(c) > 1), mine[0])
    place = mine.index(twice)
    return place - len(mine) if "..." in mine[:place] else place


def _with_identity(terms: list[str], output: str, k: int) -> tuple[list[str], str]:
    """The terms with another letter where one stands in the k-th term twice, and an operand of the two."""
    twice = [c for c in dict.fromkeys(terms[k].replace(".", "")) if terms[k].count(c) > 1]
    if len(twice) != 1 or terms[k].count(twice[0]) != 2:
        return terms, output
    free = next(c for c in "abcdefghijklmnopqrstuvwxyz" if c not in "".join(terms))
    before, between, behind = terms[k].split(twice[0])
    spread = f"{before}{twice[0]}{between}{free}{behind}"
    return [*terms[:k], spread, *terms[k + 1 :], twice[0] + free], output


def _pair(first: Iterable[int], second: Iterable[int]) -> tuple[int | tuple[int, ...], ...]:
    """Axes as np.tensordot takes them."""
    both = tuple(first), tuple(second)
    return (both[0][0], both[1][0]) if len(both[0]) == 1 else both


def _tensordot_side(x: Shape, axes: int | tuple[object, object] | _Unknown, side: int) -> list[int] | None:
    """The axes of a factor that np.tensordot sums over."""
    if isinstance(x, _Unknown) or isinstance(axes, _Unknown):
        return None
    if isinstance(axes, int):
        return list(range(axes) if side else range(len(x) - axes, len(x)))
    own = axes[side]
    found = own if isinstance(own, tuple) else (own,)
    return [i % len(x) for i in found if isinstance(i, int)] if all(isinstance(i, int) for i in found) else None


def _back(terms: list[str], output: str, k: int, operands: tuple[Shape, ...]) -> Answer:
    """The subscripts, whatever the rank of the result."""
    if _twice(terms[k]):
        return UNKNOWN
    ranks = [_dotted_rank(t, s) if "..." in t else 0 for t, s in zip(terms, operands)]
    dotted = [rank for term, rank in zip(terms, ranks) if "..." in term]
    mine = terms[k]
    if not dotted or ("..." in mine and (len(dotted) == 1 or _is_largest(ranks[k], dotted))):
        pass  # the gradient has the axes that dots stand for here, and no more of them
    elif None not in ranks:
        *terms, output = _without_dots([*terms, output], [*ranks, max(ranks)])
        mine = terms[k]
    elif "..." not in mine:
        mine = "..." + mine  # what is in front of it is summed away
    elif not mine.startswith("..."):
        return UNKNOWN
    others = [*terms[:k], output, *terms[k + 1 :]]
    return _spelled(others, "".join(c for c in mine if c == "." or c in "".join(others)))


def _is_largest(rank: int | None, ranks: list[int | None]) -> bool:
    known = [n for n in ranks if n is not None]
    return len(known) == len(ranks) and rank == max(known)


def _spelled(terms: list[str], result: str) -> Answer:
    return UNCHANGED if terms == [result] else f"{','.join(terms)}->{result}"


def _twice(term: str) -> bool:
    """Whether a letter stands in a term twice: the operand's diagonal."""
    letters = term.replace(".", "")
    return len(set(letters)) < len(letters)


def _dotted_rank(term: str, shape: Shape) -> int | None:
    """The number of axes that dots stand for."""
    return len(shape) - len(term) + 3 if isinstance(shape, tuple) else None


def _without_dots(terms: list[str], ranks: list[int]) -> list[str]:
    """Letters in the place of dots, which stand for that many axes in each term."""
    free = [c for c in "abcdefghijklmnopqrstuvwxyz" if c not in "".join(terms)]
    letters = "".join(free[: max(ranks)])
    return [term.replace("...", letters[len(letters) - n :]) for term, n in zip(terms, ranks)]
