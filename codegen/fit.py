"""Gives a gradient the shape of its variable: sums it where the variable was broadcast.

A gradient on its way may be smaller than its value (the gradient of a mean is the same for all
entries) as long as only elementwise arithmetic follows; it is spread when it gets a name.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass, replace

from codegen.kind import Dims, Shape, Spread

NUMPY = "@numpy"


@dataclass(frozen=True)
class Upstream:
    """A gradient on its way: its expression, its shape, and whether it is a name or a number.

    `full` is the shape over which it has still to be summed, where that is not its value's own.
    `complex` says that it may be complex; the gradient on a real value is the real part of that.
    """

    expr: ast.expr
    shape: Shape
    plain: bool = True
    full: Shape | None = None
    complex: bool = False

    def real(self) -> Upstream:
        """Its real part."""
        if not self.complex:
            return self
        return replace(self, expr=numpy_call("real", self.expr), plain=False, complex=False)


class NotSpread(Exception):
    """The gradient must be spread over its value before it can be summed."""


def numpy_call(name: str, *args: ast.expr, **keywords: ast.expr) -> ast.Call:
    """A call of a function of the module's array library."""
    function = ast.Attribute(ast.Name(NUMPY, ast.Load()), name, ast.Load())
    return ast.Call(function, list(args), [ast.keyword(k, v) for k, v in keywords.items()])


def call(name: str, *args: ast.expr) -> ast.Call:
    """A call by name."""
    return ast.Call(ast.Name(name, ast.Load()), list(args), [])


def helper_call(name: str, *args: ast.expr) -> ast.Call:
    """A call of a helper, whose name may have to give way to one of the user's."""
    return call(f"@{name}", *args)


def as_argument(index: ast.expr) -> ast.expr:
    """An index as the argument of a function: slices are spelled with `np.s_`."""
    if any(isinstance(part, ast.Slice) for part in (index, *getattr(index, "elts", ()))):
        return ast.Subscript(ast.Attribute(ast.Name(NUMPY, ast.Load()), "s_", ast.Load()), index, ast.Load())
    return index


def smaller(shape: Shape, target: Shape, dims: Dims) -> bool:
    """Whether a gradient of one shape spreads over the other by broadcasting, for certain."""
    return dims.broadcast([shape, target]) == target


def fit(up: Upstream, full: Shape, target: Shape, target_value: ast.expr, dims: Dims) -> Upstream:
    """The gradient on an operand from that on the elementwise result, which has shape `full`.

    `target_value` is something of the operand's shape, read only where that is not known.
    Raises `NotSpread` where the sum needs entries that a small gradient does not have.
    """
    if full == target or (up.shape == target and up.shape == full):
        return up
    if target == ():
        _need(up.shape == full)
        return replace(up, expr=_summed(up.expr), shape=(), plain=False, full=None)
    if isinstance(full, Spread) or isinstance(target, Spread) or isinstance(up.shape, Spread):
        return _fit_at_run_time(up, full, target, target_value)
    if len(target) > len(full):  # NumPy writes what has leading axes of size 1 into what has fewer axes
        return fit(up, full, target[len(target) - len(full) :], target_value, dims)
    return _fit_known(up, full, target, target_value)


def _fit_known(
    up: Upstream, full: tuple[object, ...], target: tuple[object, ...], value: ast.expr
) -> Upstream:
    lead, keep = len(full) - len(target), []
    have = (1,) * (len(full) - len(up.shape)) + tuple(up.shape)  # type: ignore[arg-type]
    for axis, (size, mine) in enumerate(zip(full, have)):
        wanted = target[axis - lead] if axis >= lead else None
        if wanted == size:
            continue
        if wanted not in (None, 1):
            return _fit_at_run_time(up, full, target, value)  # type: ignore[arg-type]
        if size != 1:
            _need(mine == size)
        if wanted == 1:
            keep.append(axis)
    expr, shape = up.expr, have
    if lead:
        _need(len(up.shape) == len(full))  # type: ignore[arg-type]
        expr = _summed(expr, axis=_axes(list(range(lead))))
        shape, keep = shape[lead:], [axis - lead for axis in keep]
    if keep:
        fewer = len(up.shape) < len(full)  # type: ignore[arg-type]
        places = [axis - len(full) for axis in keep] if fewer else keep  # from the end, which both have
        expr = _summed(expr, axis=_axes(places), keepdims=ast.Constant(True))
        shape = tuple(1 if axis in keep else size for axis, size in enumerate(shape))
    return replace(up, expr=expr, shape=shape, plain=False, full=None)


def _summed(expr: ast.expr, **keywords: ast.expr) -> ast.expr:
    """A sum; a minus sign is in front of it, where it is a number's and not an array's.

    That of all products of the entries of two vectors is `x @ dz`.
    """
    if isinstance(expr, ast.UnaryOp) and isinstance(expr.op, ast.USub):
        return ast.UnaryOp(expr.op, _summed(expr.operand, **keywords))
    if not keywords and isinstance(expr, ast.BinOp) and isinstance(expr.op, ast.Mult):
        lengths = [getattr(side, "length", None) for side in (expr.left, expr.right)]
        if lengths[0] is not None and lengths[0] == lengths[1]:
            return ast.BinOp(expr.left, ast.MatMult(), expr.right)
    return numpy_call("sum", expr, **keywords)


def measured(expr: ast.expr, form: str, shape: Shape) -> ast.expr:
    """A value, with the length of the vector that it is, if it is one for certain."""
    vector = form == "array" and isinstance(shape, tuple) and len(shape) == 1
    expr.length = shape[0] if vector else None  # type: ignore[attr-defined, index]
    return expr


def _fit_at_run_time(up: Upstream, full: Shape, target: Shape, value: ast.expr) -> Upstream:
    _need(up.shape == full)
    expr = helper_call("unbroadcast", up.expr, value)
    return replace(up, expr=expr, shape=target, plain=False, full=None)


def without_axes(expr: ast.expr, axes: frozenset[int]) -> ast.expr | None:
    """A sum over these axes that does not keep them; None for anything but a sum that does."""
    if isinstance(expr, ast.UnaryOp):
        positive = without_axes(expr.operand, axes)
        return None if positive is None else ast.UnaryOp(expr.op, positive)
    if not isinstance(expr, ast.Call) or [k.arg for k in expr.keywords] != ["axis", "keepdims"]:
        return None
    if getattr(expr.keywords[1].value, "value", None) is not True:
        return None
    over = expr.keywords[0].value
    summed = [over] if isinstance(over, ast.Constant) else getattr(over, "elts", [])
    if {getattr(axis, "value", None) for axis in summed} != axes:
        return None
    return ast.Call(expr.func, expr.args, expr.keywords[:1])


def _axes(axes: list[int]) -> ast.expr:
    constants: list[ast.expr] = [ast.Constant(axis) for axis in axes]
    return constants[0] if len(axes) == 1 else ast.Tuple(constants, ast.Load())


def _need(condition: bool) -> None:
    if not condition:
        raise NotSpread
