"""Small rewritings of backward expressions: a factor of one, numbers, a sign before a sign."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from fractions import Fraction

from codegen import knowledge
from codegen.fit import numpy_call
from codegen.gates import Paren
from codegen.kind import Kind
from codegen.trees import walk

SHORT = 4  # letters of a number that is as easy to read as what it was worked out from


def bare(node: ast.expr) -> ast.expr:
    """An expression without parentheses around it."""
    while isinstance(node, Paren):
        node = node.value
    return node


def is_one(node: ast.expr) -> bool:
    """Whether an expression is the gradient of a final output."""
    number = isinstance(node, ast.Constant) and type(node.value) in (int, float) and node.value == 1
    return number and not getattr(node, "kept", False)


def kept_one() -> ast.Constant:
    """A one that makes a number of a bool, and must not be left out."""
    one = ast.Constant(1.0)
    one.kept = True  # type: ignore[attr-defined]
    return one


def product_of(left: ast.expr, right: ast.expr) -> ast.expr:
    """A product; a factor of one is left out."""
    if is_one(left):
        return right
    return left if is_one(right) else ast.BinOp(left, ast.Mult(), right)


def conjugate(node: ast.expr, kind: Kind) -> ast.expr:
    """The complex conjugate of a value that a line reads; one of Python's numbers stays one."""
    known = _conjugate_number(node)
    if known is None and kind.form == "number":
        return ast.Call(ast.Attribute(node, "conjugate", ast.Load()), [], [])
    return known or numpy_call("conj", node)


def _conjugate_number(node: ast.expr) -> ast.expr | None:
    """The conjugate of a number that is written out, `2 - 1j` for `2 + 1j`; it keeps float32 as it is."""
    node = bare(node)
    if isinstance(node, ast.Constant):
        return ast.UnaryOp(ast.USub(), node) if type(node.value) is complex else node
    if isinstance(node, ast.Attribute) and node.attr in ("pi", "e"):
        return node
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        inner = _conjugate_number(node.operand)
        opposite = isinstance(inner, ast.UnaryOp) and isinstance(inner.op, ast.USub)
        return inner.operand if opposite else inner and ast.UnaryOp(node.op, inner)  # type: ignore[union-attr]
    if not isinstance(node, ast.BinOp) or not isinstance(node.op, (ast.Add, ast.Sub, ast.Mult, ast.Div)):
        return None
    left, right = _conjugate_number(node.left), _conjugate_number(node.right)
    if left is None or right is None:
        return None
    if isinstance(node.op, (ast.Add, ast.Sub)) and isinstance(right, ast.UnaryOp):
        return ast.BinOp(left, ast.Sub() if isinstance(node.op, ast.Add) else ast.Add(), right.operand)
    return ast.BinOp(left, node.op, right)


def without_defaults(node: ast.expr, helpers: Mapping[str, ast.FunctionDef]) -> ast.expr:
    """A line without keywords that say what is so anyway, such as `axis=-1` of an FFT."""
    for part in walk(node):
        if isinstance(part, ast.Call) and part.keywords:
            usual = _defaults(part.func, helpers)
            part.keywords = [k for k in part.keywords if k.arg not in usual or not _is(k.value, usual[k.arg])]
    return node


def _defaults(function: ast.expr, helpers: Mapping[str, ast.FunctionDef]) -> dict[str, object]:
    """The defaults of one of NumPy's functions, or of a helper."""
    if isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name):
        words = knowledge.vocabulary()
        name = words.canonical(f"{function.value.id.lstrip('@')}.{function.attr}")
        return dict(words.signatures.get(name, ()))
    name = function.id.lstrip("@") if isinstance(function, ast.Name) else ""
    if name not in helpers:
        return {}
    arguments = helpers[name].args
    names = [a.arg for a in arguments.args[len(arguments.args) - len(arguments.defaults) :]]
    return {name: ast.literal_eval(default) for name, default in zip(names, arguments.defaults)}


def _is(node: ast.expr, value: object) -> bool:
    return type(value) in (bool, int, str, tuple, type(None)) and ast.unparse(bare(node)) == repr(value)


def is_cheap(node: ast.expr) -> bool:
    """Whether an expression can be written twice: a name, a number, or a short part of a name."""
    if not isinstance(node, ast.Subscript):
        return isinstance(node, (ast.Name, ast.Constant))
    bounds = [
        bound
        for part in _parts(node.slice)
        for bound in ([part.lower, part.upper, part.step] if isinstance(part, ast.Slice) else [part])
    ]
    return isinstance(node.value, ast.Name) and not any(isinstance(b, (ast.BinOp, ast.Call)) for b in bounds)


def part_of_array(node: ast.expr) -> ast.expr:
    """A part of an array, marked as one: a part of it, `dz[0][1]`, is written `dz[0, 1]`."""
    if not isinstance(node, ast.Subscript):
        return node
    inner = node.value
    if isinstance(inner, ast.Subscript) and getattr(inner, "of_array", False):
        index = _composed(inner.slice, node.slice)
        node = node if index is None else ast.Subscript(inner.value, index, ast.Load())
    node.of_array = True  # type: ignore[attr-defined]
    return node


def _composed(first: ast.expr, second: ast.expr) -> ast.expr | None:
    """The index that does what two do after each other, where that is short."""
    if _are_places(first) and all(isinstance(p, ast.Slice) or _are_places(p) for p in _parts(second)):
        return ast.Tuple([*_parts(first), *_parts(second)], ast.Load())
    number = _number(second) if isinstance(first, ast.Slice) and first.step is None else None
    if type(number) is not int or number < 0 or not isinstance(first, ast.Slice):
        return None
    lower = first.lower or ast.Constant(0)
    return _binary(lower, ast.Add(), ast.Constant(number)) if number else lower


def _parts(index: ast.expr) -> list[ast.expr]:
    return index.elts if isinstance(index, ast.Tuple) else [index]


def _are_places(index: ast.expr) -> bool:
    """Whether an index is made of integers that are written out."""
    return all(type(_number(part)) is int for part in _parts(index))


def simplified(node: ast.expr) -> ast.expr:
    """The expression a person would write for a line with numbers put in."""
    return bare(_simplified(node))


def _simplified(node: ast.expr) -> ast.expr:
    if isinstance(node, Paren):
        inner = _simplified(node.value)
        return inner if isinstance(inner, (ast.Name, ast.Constant, Paren)) else Paren(inner)
    if isinstance(node, ast.BinOp):
        return _binary(_simplified(node.left), node.op, _simplified(node.right))
    if isinstance(node, ast.Attribute):
        return _untransposed(node)
    if isinstance(node, ast.IfExp) and isinstance(node.test, ast.Constant):
        return _simplified(node.body if node.test.value else node.orelse)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        operand = _simplified(node.operand)
        inner = bare(operand)
        if isinstance(inner, ast.UnaryOp) and isinstance(inner.op, ast.USub):
            return inner.operand
        if isinstance(inner, ast.Constant) and _number(inner):
            return _opposite(inner)
        return ast.UnaryOp(node.op, operand)
    return _untransposed(node)


def _untransposed(node: ast.expr) -> ast.expr:
    """`k.T.T` is `k`."""
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Attribute):
        return node.value.value if node.attr == node.value.attr == "T" else node
    return node


def _number(node: ast.expr) -> float | int | None:
    node = bare(node)
    if isinstance(node, ast.Constant) and isinstance(node.value, (int, float)):
        return None if isinstance(node.value, bool) else node.value
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        inner = _number(node.operand)
        return None if inner is None else -inner
    return None


def _opposite(number: ast.Constant) -> ast.Constant:
    """A number with the other sign, written as the user wrote it (`1e9`)."""
    new = ast.Constant(-number.value)  # type: ignore[operator]
    if text := getattr(number, "written", ""):
        new.written = text[1:] if text[0] == "-" else f"-{text}"  # type: ignore[attr-defined]
    return new


def _binary(left: ast.expr, op: ast.operator, right: ast.expr) -> ast.expr:
    a, b = _number(left), _number(right)
    if isinstance(op, ast.Mult):
        if is_one(right) and a is None and not _may_be_bool(left):
            return left
        if is_one(left) and b is None:
            return right
    if isinstance(op, ast.Pow) and b == 1:
        return left
    if isinstance(op, ast.Mult) and isinstance(right, ast.UnaryOp) and _is_minus_name(right):
        negative = _negative(left)
        if negative is not None:
            return ast.BinOp(negative, op, right.operand)
    if isinstance(op, ast.Mult):
        in_front = _cancelled(bare(left), bare(right)) or _constants_in_front(left, bare(right))
        if in_front is not None:
            return in_front
    if a is not None and b is not None:
        if isinstance(op, ast.Add):
            return ast.Constant(a + b)
        if isinstance(op, ast.Sub):
            return ast.Constant(a - b)
    return ast.BinOp(left, op, right)


def _cancelled(left: ast.expr, right: ast.expr) -> ast.expr | None:
    """A product without a number that is above and below: `x * dz` for `(2 * x) * (dz / 2)`."""
    if not (isinstance(right, ast.BinOp) and isinstance(right.op, ast.Div)):
        return None
    number, rest = _taken_from_front(left)
    below, others = _taken_from_front(bare(right.right))
    if rest is None or number is None or below is None or not _number(number):
        return None
    if _number(number) != _number(below):
        return None
    over = right.left if others is None else ast.BinOp(right.left, ast.Div(), others)
    return ast.BinOp(rest, ast.Mult(), over)


def _constants_in_front(left: ast.expr, right: ast.expr) -> ast.expr | None:
    """A product with its numbers in front: `x * dz` for `(2 * x) * (0.5 * dz)`."""
    value = _number(left)
    if value and isinstance(right, ast.UnaryOp) and isinstance(right.op, ast.USub):
        return _times(ast.Constant(-value), bare(right.operand))
    if _is_constant(left):
        return _times(left, right) if _is_product(right) or _is_constant(right) else None
    first, mine = _taken_from_front(bare(left))
    second, others = _taken_from_front(right)
    if first is None or second is None or mine is None:
        return None
    number = _times(first, second)
    mine = mine if is_one(number) else _times(number, mine)
    mine = Paren(mine) if isinstance(mine, ast.BinOp) and others is not None else mine
    return mine if others is None else ast.BinOp(mine, ast.Mult(), others)


def _times(factor: ast.expr, node: ast.expr) -> ast.expr:
    """A product with a constant in front; two numbers are made one where that is no longer to read."""
    if isinstance(node, ast.BinOp) and _is_product(node):
        return ast.BinOp(_times(factor, node.left), node.op, node.right)
    a, b = _number(factor), _number(node)
    if a is None or b is None:
        return ast.BinOp(factor, ast.Mult(), node)
    whole = a * b
    exact = Fraction(repr(a)) * Fraction(repr(b)) == Fraction(repr(whole))
    if not exact or len(repr(whole)) > SHORT:
        return ast.BinOp(factor, ast.Mult(), node)
    return ast.Constant(whole)


def _taken_from_front(node: ast.expr) -> tuple[ast.expr | None, ast.expr | None]:
    """The number that a product begins with, and the rest of it."""
    if _number(node) is not None and not getattr(node, "kept", False):
        return node, None
    if not isinstance(node, ast.BinOp) or not _is_product(node):
        return None, None
    number, rest = _taken_from_front(node.left)
    if number is None or (rest is None and isinstance(node.op, ast.Div)):
        return None, None
    return number, node.right if rest is None else ast.BinOp(rest, node.op, node.right)


def _is_product(node: ast.expr) -> bool:
    return isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Mult, ast.Div))


def _is_constant(node: ast.expr) -> bool:
    """Whether an expression is a number that is written out, or a constant of the module."""
    named = isinstance(node, ast.Name) and not any(mark in node.id for mark in ": @")
    return (named or _number(node) is not None) and not getattr(node, "kept", False)


def _may_be_bool(node: ast.expr) -> bool:
    """Whether a factor is a comparison, or a mask that a helper made."""
    node = bare(node)
    if isinstance(node, ast.BinOp):
        return isinstance(node.op, (ast.BitAnd, ast.BitOr)) and _may_be_bool(node.left)
    helper = (
        isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id.startswith("@is_")
    )
    return helper or isinstance(node, (ast.Compare, ast.BoolOp))


def _negative(node: ast.expr) -> ast.expr | None:
    """The negative of a factor, where that is as easy to read."""
    number, positive = _number(node), without_sign(node)
    if number is not None or positive is not None:
        inner = bare(node)
        if number and isinstance(inner, ast.Constant):
            return _opposite(inner)
        return ast.Constant(-number) if number else positive
    compound = isinstance(bare(node), ast.BinOp) or _is_length(node)
    return ast.UnaryOp(ast.USub(), node) if compound and not _may_be_bool(node) else None


def _is_length(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "len"


def _is_minus_name(node: ast.UnaryOp) -> bool:
    return isinstance(node.op, ast.USub) and isinstance(
        node.operand, (ast.Name, ast.Attribute, ast.Subscript)
    )


def without_sign(node: ast.expr) -> ast.expr | None:
    """What a negative expression is the negative of; None where it does not begin with a minus."""
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return bare(node.operand)
    if isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Mult, ast.Div, ast.MatMult)):
        left = node.left
        number = None if isinstance(left, Paren) else _number(left)
        if isinstance(left, ast.UnaryOp) and isinstance(left.op, ast.USub):
            return ast.BinOp(left.operand, node.op, node.right)
        if number is not None and number < 0:
            return ast.BinOp(ast.Constant(-number), node.op, node.right)
        if (
            isinstance(node.op, ast.MatMult)
            and isinstance(node.right, ast.UnaryOp)
            and _is_minus_name(node.right)
        ):
            return ast.BinOp(left, node.op, node.right.operand)
        inner = without_sign(left) if isinstance(left, ast.BinOp) else None
        return None if inner is None else ast.BinOp(inner, node.op, node.right)
    return None


def conditional(test: ast.expr, body: ast.expr, orelse: ast.expr) -> ast.expr:
    """A conditional expression."""
    return ast.IfExp(test, body, orelse)
