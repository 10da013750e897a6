"""Rules for constants in backward lines, which the generator works out when it writes them.

A rule is told what is known then: of an array its shape (sizes are numbers or symbols), of an int, a
string or a tuple its value, or UNKNOWN. It returns the constant; or UNKNOWN, and its line is not
there; or UNCHANGED, and the call that it is an argument of is left out: its operand stands there as
it is.
"""

from __future__ import annotations

from typing import Final, Union

from .shapes import UNKNOWN, Shape, einsum_terms


class _Unchanged:
    def __repr__(self) -> str:
        return "UNCHANGED"


UNCHANGED: Final = _Unchanged()

Answer = Union[str, int, tuple[int, ...], object]


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
