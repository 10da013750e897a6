"""The gradients on the items of a container in one line: `dw = [x[0] * ddot, x[1] * ddot, 1.0 * ddot]`."""

from __future__ import annotations

import ast
import itertools
from collections.abc import Mapping, Sequence
from dataclasses import replace

from codegen.gates import Paren
from codegen.mirror import BackLine, Backward, is_made
from codegen.trees import names_in


def gathered(backward: Backward) -> Backward:
    """Writes a container's gradient in one line where all items get theirs in one statement.

    This is the notes' `dw = [x[0] * ddot, x[1] * ddot, 1.0 * ddot]`.
    """
    groups = list(backward.groups)
    for container, items in backward.containers.items():
        places = [
            (g, line)
            for g, group in enumerate(groups)
            for line in group.lines
            if line.target in {f"d {item}" for item in items} or set(line.targets) & {f"d {i}" for i in items}
        ]
        whole = [
            (g, line)
            for g, group in enumerate(groups)
            for line in group.lines
            if line.target == f"d {container}"
        ]
        one_group = len({g for g, line in places}) == 1
        plain = all(line.op == "=" for _, line in places) and len(places) == len(
            {line.target for _, line in places}
        )
        if not (one_group and plain and len(whole) == 1 and places):
            continue
        values = {line.target: line.expr for _, line in places}
        used_elsewhere = any(
            name in values
            for group in groups
            for line in group.lines
            if line is not whole[0][1]
            for name in names_in(line.expr)
        )
        if used_elsewhere:
            continue
        line = replace(whole[0][1], expr=_filled(whole[0][1].expr, values))
        (last, old), (home, _) = whole[0], places[0]
        between = [x for group in groups[home + 1 : last + 1] for x in group.lines]
        lines = _together(groups[home].lines, [x for _, x in places], line, [*between, old])
        if lines is None:
            continue
        groups[last] = replace(groups[last], lines=tuple(x for x in groups[last].lines if x is not old))
        groups[home] = replace(groups[home], lines=tuple(x for x in lines if x is not old))
    return replace(backward, groups=tuple(g for g in groups if g.lines or g.form))


def _together(
    lines: tuple[BackLine, ...], items: list[BackLine], whole: BackLine, behind: list[BackLine]
) -> list[BackLine] | None:
    """The lines with one for the whole in the place of those for its items; None if there is no such place.

    It goes to that of the first one, of the last one, or to the end: to where all still has the value that
    lines for the items read, and no line below reads what the name of the whole held before.
    """
    at = [n for n, x in enumerate(lines) if any(x is item for item in items)]
    made = {x.target for x in lines}
    early = not any(name in made for name in names_in(whole.expr))
    end = next((n for n, x in enumerate(lines) if x is behind[-1]), len(lines))
    for place in (at[0], at[-1], end) if early else (at[-1], end):
        below = [x for n, x in enumerate(lines) if n > place and n not in at] + behind
        before = itertools.takewhile(lambda x: whole.target != x.target, below)
        if any(whole.target in names_in(part) for x in before for part in (x.expr, x.index) if part):
            continue
        moved = (
            {*names_in(lines[n].expr)} & _changed(lines[min(n, place) : max(n, place)], items) for n in at
        )
        if not any(moved):
            kept = [*lines[:place], whole, *lines[place:]]
            return [x for x in kept if not any(x is item for item in items)]
    return None


def _changed(lines: Sequence[BackLine], but: list[BackLine]) -> set[str]:
    """The gradients that some lines change, but for those that are put together."""
    others = [x for x in lines if not any(x is item for item in but)]
    return {name for x in others for name in (x.target, *x.targets, *([x.takes] if x.takes else []))}


def _filled(node: ast.expr, values: Mapping[str, ast.expr]) -> ast.expr:
    if isinstance(node, ast.Name):
        return values.get(node.id, node)
    if isinstance(node, Paren):
        return Paren(_filled(node.value, values))
    if is_made(node):
        keywords = [ast.keyword(k.arg, _filled(k.value, values)) for k in node.keywords]  # type: ignore[attr-defined]
        return ast.Call(node.func, [], keywords)  # type: ignore[attr-defined]
    if isinstance(node, ast.Call) and len(node.args) == 2:  # in the form of what it is the gradient of
        return ast.Call(node.func, [node.args[0], _filled(node.args[1], values)], [])
    if isinstance(node, (ast.Tuple, ast.List)):
        return type(node)([_filled(item, values) for item in node.elts], ast.Load())
    if isinstance(node, ast.Dict):
        return ast.Dict(node.keys, [_filled(item, values) for item in node.values])
    return node
