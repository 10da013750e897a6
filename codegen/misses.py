"""By what a gradient is wrong: told from what a statement gave and what it should have given, at all points.

What is tried is held against the numbers: a missing transpose is told only where the statement with the
transpose gives what is right at each point.
"""

from __future__ import annotations

import ast
import dataclasses
import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np

from codegen.stepwise import Values
from codegen.trees import walk

RELATIVE = 1e-5
MOST_SHOWN = 4
REDUCTIONS = ("sum", "mean", "max", "min", "prod")


@dataclass(frozen=True)
class Miss:
    """A kind of error, in a word and in a sentence; `right` is how the statement of a line would be right."""

    kind: str
    sentence: str
    right: str = ""
    line: int = 0


@dataclass(frozen=True)
class Attempt:
    """Statements that went wrong: what they give the gradient at each point, and what is to come out.

    `values` are what was there before it; `older` the values of variables before they were given others.
    """

    statements: Sequence[ast.stmt]
    name: str
    values: Sequence[Values]
    wanted: Sequence[Any]
    variables: Mapping[str, Sequence[Any]]
    gradients: Mapping[str, Sequence[Any]]
    older: Mapping[str, Sequence[Sequence[Any]]]
    run: Callable[[Sequence[ast.stmt], Values], Any]
    noise: float


def plain(value: Any) -> Any:
    """Numbers and lists of numbers as arrays, so that forms which hold the same are the same."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        value = {one.name: getattr(value, one.name) for one in dataclasses.fields(value)}
    if isinstance(value, dict):
        return {key: plain(part) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        parts = [plain(part) for part in value]
        flat = all(isinstance(part, np.ndarray) for part in parts)
        alike = flat and len({part.shape for part in parts}) == 1
        return np.stack(parts) if alike and all(part.dtype.kind in "fiub" for part in parts) else parts
    return np.asarray(value)


def agree(given: Any, wanted: Any, noise: float) -> bool:
    """Whether two gradients are the same, shapes too."""
    one, other = plain(given), plain(wanted)
    if isinstance(other, list) and isinstance(one, np.ndarray) and one.ndim:
        one = list(one)
    if isinstance(other, dict):
        return isinstance(one, dict) and all(
            agree(one[key], part, noise) if key in one else _is_nothing(part, noise)
            for key, part in other.items()
        )
    if isinstance(other, np.ndarray) and other.dtype.kind not in "fiub":
        return True  # no number that was moved
    if isinstance(other, list) or not isinstance(one, np.ndarray):
        return (
            isinstance(one, list)
            and isinstance(other, list)
            and len(one) == len(other)
            and all(agree(part, part1, noise) for part, part1 in zip(one, other))
        )
    return one.shape == other.shape and _close(one, other, noise)


def _close(one: Any, other: Any, noise: float) -> bool:
    if one.dtype.kind not in "fiub":
        return False
    largest = float(np.max(np.abs(other), initial=0.0))
    with np.errstate(all="ignore"):
        return bool(np.all(np.abs(one - other) <= RELATIVE * largest + noise))


def _is_nothing(part: Any, noise: float) -> bool:
    arrays = [part] if isinstance(part, np.ndarray) else []
    return all(
        array.dtype.kind not in "fiub" or _close(np.zeros_like(array), array, noise) for array in arrays
    )


def all_agree(given: Sequence[Any], wanted: Sequence[Any], noise: float) -> bool:
    """Whether they are the same at each point."""
    return len(given) == len(wanted) and all(
        one is not None and agree(one, other, noise) for one, other in zip(given, wanted)
    )


def by_values(given: Sequence[Any], wanted: Sequence[Any], noise: float) -> Miss | None:
    """The kind, as far as the numbers alone tell it."""
    ones, others = [plain(one) for one in given], [plain(one) for one in wanted]
    if not all(isinstance(one, np.ndarray) and one.dtype.kind in "fiub" for one in [*ones, *others]):
        return None

    def by(change: Callable[[Any], Any]) -> bool:
        changed = []
        for one in ones:
            try:
                changed.append(change(one))
            except (ValueError, IndexError, TypeError):
                return False
        return all_agree(changed, others, noise)

    if by(lambda one: -one):
        return Miss("sign", "the sign is wrong")
    if ones[0].shape != others[0].shape:
        return _by_shape(ones, others, by)
    return _by_factor(ones, others, noise)


def _by_shape(ones: Sequence[Any], others: Sequence[Any], by: Callable[[Callable[[Any], Any]], bool]) -> Miss:
    is_shape, should = ones[0].shape, others[0].shape
    told = f"the shape is {is_shape}, and should be {should}"
    if len(is_shape) == 2 and by(lambda one: one.T):
        return Miss("transpose", f"a transpose is missing: {told}")
    if by(lambda one: one.reshape(should)):
        return Miss("shape", f"the numbers are right, but {told}: see keepdims and reshape")
    for axes in _axes(len(is_shape)):
        where = f"axis={axes[0] if len(axes) == 1 else axes}"
        if by(partial(np.sum, axis=axes)):
            what = "the sum" if axes == tuple(range(len(is_shape))) else f"the sum over {where}"
            return Miss("sum", f"{what} is missing, along which the variable was spread: {told}")
        if by(partial(np.sum, axis=axes, keepdims=True)):
            return Miss("sum", f"the sum over {where}, keepdims=True is missing: {told}")
    if by(lambda one: np.broadcast_to(one, should)):
        return Miss("shape", f"the numbers are right, but {told}: they are to be spread")
    return Miss("shape", told)


def _axes(dimensions: int) -> Iterator[tuple[int, ...]]:
    for count in range(1, dimensions + 1):
        yield from itertools.combinations(range(dimensions), count)


def _by_factor(ones: Sequence[Any], others: Sequence[Any], noise: float) -> Miss | None:
    one = np.concatenate([np.ravel(part) for part in ones]).astype(float)
    other = np.concatenate([np.ravel(part) for part in others]).astype(float)
    if not np.all(np.isfinite(one)):
        return Miss("value", "it is no finite number")
    large = np.abs(other) > 1e3 * noise
    if not np.any(large):
        return None
    if np.any(one != 0) and _close(one[large], other[large], noise) and not np.all(large):
        return Miss("mask", "it is right where it is not zero: a mask is missing, or a wrong one")
    ratios = one[large] / other[large]
    middle = float(np.median(ratios))
    flat = abs(middle) > 1e-9 and _close(one, middle * other, noise * max(1.0, abs(middle)))
    if not flat or (one.size == len(ones) and len(ones) < 2):
        return None
    return Miss("factor", f"it is off by a factor {_in_words(middle)}")


def _in_words(ratio: float) -> str:
    size = abs(ratio) if abs(ratio) >= 1 else 1 / abs(ratio)
    other = ", and of the other sign" if ratio < 0 else ""
    return f"{_number(size)}: too {'large' if abs(ratio) >= 1 else 'small'}{other}"


def _number(value: float) -> str:
    near = round(value)
    return str(near) if near and abs(value - near) <= 1e-4 * abs(near) else f"{value:.4g}"


def by_statement(attempt: Attempt) -> Miss | None:
    """The kind, by statements like the one that is wrong, of which one gives what is right."""
    for at, statement in enumerate(attempt.statements):
        for miss, other in _variants(statement, attempt):
            statements = [*attempt.statements[:at], other, *attempt.statements[at + 1 :]]
            if _right(attempt, statements, attempt.values):
                return Miss(miss.kind, miss.sentence, ast.unparse(other), statement.lineno)
    return None


def by_older(attempt: Attempt) -> Miss | None:
    """That a variable was overwritten before the statement reads it, if it is right with its older value."""
    read = {node.id for one in attempt.statements for node in walk(one) if isinstance(node, ast.Name)}
    for name, versions in attempt.older.items():
        for older in versions if name in read else ():
            values = [{**before, name: value} for before, value in zip(attempt.values, older)]
            if _right(attempt, attempt.statements, values):
                sentence = f"{name} has been given another value before it is read here"
                return Miss("overwritten value", sentence)
    return None


def _right(attempt: Attempt, statements: Sequence[ast.stmt], values: Sequence[Values]) -> bool:
    for before, wanted in zip(values, attempt.wanted):
        result = attempt.run(statements, before)
        if result is None or not agree(result, wanted, attempt.noise):
            return False
    return True


def _variants(statement: ast.stmt, attempt: Attempt) -> Iterator[tuple[Miss, ast.stmt]]:
    nodes = [node for node in walk(statement) if isinstance(node, ast.expr)]
    for node in nodes:
        for sentence, new in _products(node):
            yield Miss("transpose", sentence), replaced(statement, node, new)
    yield from _renamed(statement, nodes, attempt)
    for node in nodes:
        for sentence, new in _signs(node):
            yield Miss("sign", sentence), replaced(statement, node, new)
    for node in nodes:
        for kind, sentence, new in (*_others(node), *_axes_of(node), *_powers(node, attempt)):
            yield Miss(kind, sentence), replaced(statement, node, new)
        if isinstance(node, ast.Name) and node.id in attempt.variables and isinstance(node.ctx, ast.Load):
            new = ast.Compare(node, [ast.Gt()], [ast.Constant(0)])
            yield (
                Miss("mask", f"the mask ({ast.unparse(new)}) is to stand for {node.id}"),
                replaced(statement, node, new),
            )
        if isinstance(node, ast.Name) and node.id in attempt.gradients and isinstance(node.ctx, ast.Load):
            for name in attempt.variables:
                mask = ast.Compare(ast.Name(name, ast.Load()), [ast.Gt()], [ast.Constant(0)])
                sentence = f"the mask ({name} > 0) on {node.id} is missing"
                new = ast.BinOp(mask, ast.Mult(), node)
                yield Miss("mask", sentence), replaced(statement, node, new)
    if isinstance(statement, ast.AugAssign) and isinstance(statement.op, (ast.Add, ast.Sub)):
        op, sign = (ast.Sub(), "-=") if isinstance(statement.op, ast.Add) else (ast.Add(), "+=")
        other = ast.AugAssign(statement.target, op, statement.value)
        yield Miss("sign", f"`{sign}` is to stand here"), ast.copy_location(other, statement)
    if isinstance(statement, (ast.Assign, ast.AugAssign)):
        yield from _factors(statement, attempt)


def _renamed(
    statement: ast.stmt, nodes: Sequence[ast.expr], attempt: Attempt
) -> Iterator[tuple[Miss, ast.stmt]]:
    """The statement with another variable or gradient in the place of one: once, or wherever it is read."""
    read: dict[str, list[ast.expr]] = {}
    for node in nodes:
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            read.setdefault(node.id, []).append(node)
    for name, places in read.items():
        others = attempt.gradients if name in attempt.gradients else attempt.variables
        for other in others if name in attempt.gradients or name in attempt.variables else ():
            if other not in (name, attempt.name):
                new = ast.Name(other, ast.Load())
                miss = Miss("operand", f"it reads {name} where {other} is to be read")
                yield from ((miss, replaced(statement, place, new)) for place in places)
                if len(places) > 1:
                    yield miss, replaced(statement, places, new)


def replaced(statement: ast.stmt, old: ast.AST | Sequence[ast.AST], new: ast.AST) -> ast.stmt:
    """The statement with something in the place of what it has."""
    olds = [old] if isinstance(old, ast.AST) else old

    class Put(ast.NodeTransformer):
        def visit(self, node: ast.AST) -> Any:
            return new if any(node is one for one in olds) else self.generic_visit(_shallow(node))

    changed: ast.stmt = Put().visit(statement)
    return ast.fix_missing_locations(changed)


def _shallow(node: ast.AST) -> ast.AST:
    made = type(node)(
        **{name: list(value) if isinstance(value, list) else value for name, value in ast.iter_fields(node)}
    )
    return ast.copy_location(made, node)


def _products(node: ast.expr) -> Iterator[tuple[str, ast.expr]]:
    """A product of matrices with its operands transposed and swapped."""
    operands = _operands(node)
    if operands is None:
        if _transposed(node) is not None:
            yield "a transpose is too much", _turned(node)
        return
    left, right = operands
    for swapped, one, other in itertools.product((False, True), (False, True), (False, True)):
        if swapped or one or other:
            parts = [_turned(left) if one else left, _turned(right) if other else right]
            parts = parts[::-1] if swapped else parts
            what = ["the operands are swapped"] if swapped else []
            for part, is_turned in ((left, one), (right, other)):
                if is_turned:
                    verb = "is too much" if _transposed(part) is not None else "is missing"
                    what.append(f"a transpose of {ast.unparse(_transposed(part) or part)} {verb}")
            yield ", and ".join(what), _product_of(node, parts)


def _operands(node: ast.expr) -> tuple[ast.expr, ast.expr] | None:
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.MatMult):
        return node.left, node.right
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and not node.keywords:
        if node.func.attr in ("dot", "matmul") and len(node.args) == 2:
            return node.args[0], node.args[1]
        if node.func.attr == "dot" and len(node.args) == 1:
            return node.func.value, node.args[0]
    return None


def _product_of(node: ast.expr, parts: Sequence[ast.expr]) -> ast.expr:
    if isinstance(node, ast.BinOp):
        return ast.BinOp(parts[0], ast.MatMult(), parts[1])
    assert isinstance(node, ast.Call)
    if len(node.args) == 2:
        return ast.Call(node.func, list(parts), [])
    return ast.Call(ast.Attribute(parts[0], "dot", ast.Load()), [parts[1]], [])


def _transposed(node: ast.expr) -> ast.expr | None:
    """What is transposed."""
    return node.value if isinstance(node, ast.Attribute) and node.attr == "T" else None


def _turned(node: ast.expr) -> ast.expr:
    return _transposed(node) or ast.Attribute(node, "T", ast.Load())


def _signs(node: ast.expr) -> Iterator[tuple[str, ast.expr]]:
    if isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Add, ast.Sub)):
        other, sign = (ast.Sub(), "-") if isinstance(node.op, ast.Add) else (ast.Add(), "+")
        yield f"`{sign}` is to stand in {ast.unparse(node)}", ast.BinOp(node.left, other, node.right)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        yield f"the minus of {ast.unparse(node)} is too much", node.operand


def _others(node: ast.expr) -> Iterator[tuple[str, str, ast.expr]]:
    if isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Mult, ast.Div)):
        other, sign = (ast.Div(), "/") if isinstance(node.op, ast.Mult) else (ast.Mult(), "*")
        what = f"`{sign}` is to stand in {ast.unparse(node)}"
        yield "value", what, ast.BinOp(node.left, other, node.right)
    if isinstance(node, ast.Compare) and len(node.ops) == 1:
        turned = {ast.Gt: ast.LtE, ast.GtE: ast.Lt, ast.Lt: ast.GtE, ast.LtE: ast.Gt}
        if type(node.ops[0]) in turned:
            new = ast.Compare(node.left, [turned[type(node.ops[0])]()], node.comparators)
            yield "mask", f"the mask is the other way: {ast.unparse(new)}", new


def _axes_of(node: ast.expr) -> Iterator[tuple[str, str, ast.expr]]:
    """A reduction over another axis, and with or without keepdims."""
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
        return
    own = [keyword.value for keyword in node.keywords if keyword.arg == "axis"]
    last = node.args[-1] if node.args and node.func.attr in REDUCTIONS else None
    by_place = not own and isinstance(last, ast.Constant) and isinstance(last.value, int)
    if not own and not by_place:
        return
    arguments = node.args[:-1] if by_place else node.args
    kept = [keyword for keyword in node.keywords if keyword.arg not in ("axis", "keepdims")]
    for axis, keepdims in itertools.product((0, 1, 2), (False, True)):
        added = [ast.keyword("keepdims", ast.Constant(True))] if keepdims else []
        new = ast.Call(node.func, arguments, [*kept, ast.keyword("axis", ast.Constant(axis)), *added])
        what = f"axis={axis}" + (", keepdims=True" if keepdims else "")
        yield "sum", f"axis={ast.unparse(own[0] if own else node.args[-1])} is to be {what}", new


def _near(exponent: ast.expr) -> list[ast.expr]:
    """Exponents near by, and 1."""
    try:
        value = ast.literal_eval(exponent)
        near = [ast.parse(repr(value + by), mode="eval").body for by in (1, -1)]
    except (ValueError, TypeError):
        near = [ast.BinOp(exponent, op, ast.Constant(1)) for op in (ast.Add(), ast.Sub())]
    return [ast.Constant(1), *near]


def _powers(node: ast.expr, attempt: Attempt) -> Iterator[tuple[str, str, ast.expr]]:
    """Another exponent: that of a power, or of a variable."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Pow):
        for exponent in _near(node.right):
            new = ast.BinOp(node.left, ast.Pow(), exponent)
            yield "power", f"{ast.unparse(new)} is to stand for {ast.unparse(node)}", new
    if isinstance(node, ast.Name) and node.id in attempt.variables and isinstance(node.ctx, ast.Load):
        squared = ast.BinOp(node, ast.Pow(), ast.Constant(2))
        for new in (squared, ast.BinOp(ast.Constant(1.0), ast.Div(), node)):
            yield "power", f"{ast.unparse(new)} is to stand for {node.id}", new


def _factors(statement: ast.Assign | ast.AugAssign, attempt: Attempt) -> Iterator[tuple[Miss, ast.stmt]]:
    """The statement with one factor more: a variable, or the mask of one."""
    value = statement.value
    for name, values in attempt.variables.items():
        if all(isinstance(value, int) for value in values):
            continue  # sizes are not told from other numbers
        plain_name = ast.Name(name, ast.Load())
        masked = ast.Compare(plain_name, [ast.Gt()], [ast.Constant(0)])
        for new, kind, sentence in (
            (ast.BinOp(masked, ast.Mult(), value), "mask", f"the mask ({name} > 0) is missing"),
            (ast.BinOp(plain_name, ast.Mult(), value), "factor", f"the factor {name} is missing"),
            (ast.BinOp(value, ast.Div(), plain_name), "factor", f"it is to be divided by {name}"),
        ):
            yield Miss(kind, sentence), replaced(statement, value, new)
    for name in attempt.gradients:
        new = ast.BinOp(value, ast.Div(), ast.Name(name, ast.Load()))
        yield Miss("factor", f"{name} is a factor too much"), replaced(statement, value, new)


def shown(value: Any) -> str:
    """A gradient in few characters."""
    array = plain(value)
    if not isinstance(array, np.ndarray) or array.dtype.kind not in "fiub":
        return "a nest" if value is not None else "nothing"
    if array.ndim == 0:
        return f"{float(array):.6g}"
    if array.size <= MOST_SHOWN:
        return np.array2string(array.astype(float), precision=4, separator=", ").replace("\n", "")
    return f"an array of shape {array.shape}"


def contrast(given: Any, wanted: Any) -> str:
    """What there is and what there should be, by the entry that is furthest off."""
    one, other = plain(given), plain(wanted)
    arrays = isinstance(one, np.ndarray) and isinstance(other, np.ndarray)
    if arrays and one.shape == other.shape and other.size > MOST_SHOWN and one.dtype.kind in "fiu":
        at = np.unravel_index(int(np.argmax(np.abs(one - other))), other.shape)
        where = ", ".join(str(int(index)) for index in at)
        return f"[{where}] is {float(one[at]):.6g}, and should be {float(other[at]):.6g}"
    return f" is {shown(given)}, and should be {shown(wanted)}"
