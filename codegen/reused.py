"""Arithmetic of the mirror that is done already: by the forward pass, or by the line above.

Where `den = 3 * x**2` is kept, `dx += (3 * x**2) * dnum` is `dx += den * dnum`. And where `dnum = dz / den`
is there, what the denominator of a quotient z gets, `(-z / den) * dz`, is `-z * dnum`.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from dataclasses import replace

from codegen.gates import Paren
from codegen.histories import Places
from codegen.lower import Lowered
from codegen.mirror import BackLine, Backward, Group, changed_by, is_version, name_node, staged, value_of
from codegen.simplify import bare
from codegen.trees import names_in, same_tree, walk

ARITHMETIC = ("+", "-", "*", "/", "**")
COSTLY = ("/", "**")  # where nothing of these is saved, `1 - z` is easier to read than another name
Key = tuple[type[ast.operator], tuple[str, ...]]


def with_reused(lowered: Lowered, backward: Backward) -> Backward:
    """The mirror without such arithmetic."""
    known, groups = _known(lowered, backward), backward.groups
    if known:
        places = Places(lowered, backward)
        groups = tuple(_with_values(group, known, places) for group in groups)
    return replace(backward, groups=tuple(map(_divided_once, groups)))


def _known(lowered: Lowered, backward: Backward) -> Mapping[Key, list[tuple[ast.expr, str]]]:
    """The values that the mirror reads of arithmetic that costs something, with what they are computed of."""
    lines = [line for group in backward.groups for line in group.lines]
    read = {name for line in lines for name in names_in(line.expr) if is_version(name)}
    made = [(s.version, s.term) for found in backward.stages.values() for s in found if not s.guard]
    made += [(b.version, b.term) for s in lowered.statements for b in s.binds if s.form == "bind"]
    names, known = staged(backward), dict[Key, list[tuple[ast.expr, str]]]()
    for version, term in made:
        costly = any(part.op in COSTLY for part in term.walk() if part.uid not in names or part is term)
        if version in read and term.op in ARITHMETIC and costly:
            value = value_of(term, names, term)
            if (key := _key(value)) is not None:
                known.setdefault(key, []).append((value, version))
    return known


def _key(node: ast.expr) -> Key | None:
    """What two expressions have in common that compute the same."""
    inner = bare(node)
    names = tuple(names_in(inner)) if isinstance(inner, ast.BinOp) else ()
    return (type(inner.op), names) if isinstance(inner, ast.BinOp) and names else None


def _with_values(group: Group, known: Mapping[Key, list[tuple[ast.expr, str]]], places: Places) -> Group:
    """The lines with names for known values, where these have always been computed, in the same turns."""

    def name(node: ast.expr) -> ast.expr | None:
        key = _key(node)
        for value, version in known.get(key, ()) if key is not None else ():
            if same_tree(value, node, Paren) and places.always(places.home[version], group.statement):
                return name_node(version)
        return None

    return group.having(_changed(line, name) for line in group.lines)


def _divided_once(group: Group) -> Group:
    """A group with quotients of gradients read where a line has given them a name."""
    lines, ratios = list[BackLine](), list[tuple[str, ast.BinOp]]()

    def name(node: ast.expr) -> ast.expr | None:
        return next(filter(None, (_by_ratio(node, target, ratio) for target, ratio in ratios)), None)

    for line in group.lines:
        lines.append(_changed(line, name) if ratios else line)
        changed = {line.target, line.takes, *line.targets}
        ratios = [(target, ratio) for target, ratio in ratios if not changed & {target, *names_in(ratio)}]
        ratio = bare(line.expr)
        if line.op == "=" and line.index is None and isinstance(ratio, ast.BinOp):
            parts = isinstance(ratio.left, ast.Name) and isinstance(ratio.right, ast.Name)
            if parts and isinstance(ratio.op, ast.Div):
                ratios.append((line.target, ratio))
    return group.having(lines)


def _by_ratio(node: ast.expr, target: str, ratio: ast.BinOp) -> ast.expr | None:
    """`-z * dx` for `(-z / y) * dz`, `(-x / y) * dx` for `(-x / y**2) * dz`, where dx is `dz / y`."""
    factor = bare(node.left) if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult) else None
    if not isinstance(node, ast.BinOp) or not same_tree(ratio.left, node.right, Paren):
        return None
    if not isinstance(factor, ast.BinOp) or not isinstance(factor.op, ast.Div):
        return None
    squared = ast.BinOp(ratio.right, ast.Pow(), ast.Constant(2))
    if same_tree(ratio.right, factor.right, Paren):
        return ast.BinOp(factor.left, ast.Mult(), name_node(target))
    if same_tree(squared, factor.right, Paren):
        once = Paren(ast.BinOp(factor.left, ast.Div(), ratio.right))
        return ast.BinOp(once, ast.Mult(), name_node(target))
    return None


def _changed(line: BackLine, change: Callable[[ast.expr], ast.expr | None]) -> BackLine:
    """A line with other expressions in the place of parts of its own."""
    if not any(change(part) for part in walk(line.expr) if isinstance(part, ast.expr)):
        return line
    new = changed_by(line.expr, change)
    return line if same_tree(line.expr, new) else replace(line, expr=new)
