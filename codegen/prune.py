"""Takes out backward lines that nobody reads: a gradient that leads to no argument is not computed.

And a dict of gradients that is taken apart only to be put together again stays whole.
"""

from __future__ import annotations

import ast
import collections
from collections.abc import Mapping
from dataclasses import replace

from codegen.mirror import BackLine, Backward, Block, Group, flat, nested
from codegen.trees import names_in, walk


def pruned(backward: Backward) -> Backward:
    """The mirror without lines whose gradients are neither returned nor read by a later line."""
    live = {name for _, name in backward.gradients}
    pruned = replace(backward, groups=flat(_pruned(nested(backward.groups), live)))
    return replace(pruned, groups=_left_whole(pruned))


def without_idle_blocks(backward: Backward, spelling: Mapping[str, str]) -> Backward:
    """The mirror without blocks that only give names what they have, as these are spelled."""
    groups = flat(_without_idle(nested(backward.groups), spelling))
    return backward if len(groups) == len(backward.groups) else replace(backward, groups=groups)


def _without_idle(items: tuple[Group | Block, ...], spelling: Mapping[str, str]) -> tuple[Group | Block, ...]:
    kept: list[Group | Block] = []
    for item in items:
        if isinstance(item, Group):
            kept.append(item)
        elif not _is_idle(item, spelling):
            kept.append(replace(item, arms=tuple(_without_idle(arm, spelling) for arm in item.arms)))
    return tuple(kept)


def _is_idle(item: Group | Block, spelling: Mapping[str, str]) -> bool:
    """Whether nothing is left of a part of the mirror."""
    if isinstance(item, Block):
        return all(_is_idle(inner, spelling) for arm in item.arms for inner in arm)
    return all(
        line.op == "="
        and line.index is None
        and isinstance(line.expr, ast.Name)
        and spelling.get(line.expr.id, line.expr.id) == spelling.get(line.target, line.target)
        for line in item.lines
    )


def _pruned(
    items: tuple[Group | Block, ...], live: set[str], turning: bool = False
) -> tuple[Group | Block, ...]:
    """What is left of a row; adds to `live` what it reads. `turning` says that it is in a loop."""
    kept: list[Group | Block] = []
    for item in reversed(items):
        new = _of_block(item, live, turning) if isinstance(item, Block) else _of_group(item, live)
        if new is not None:
            kept.append(new)
    return tuple(reversed(kept))


def _of_block(block: Block, live: set[str], turning: bool) -> Block | None:
    """A block; what a loop reads may be what its own turn before has given.

    The outermost loop is gone through until nothing is added, and those in it with it.
    """
    before = -1
    while len(live) > before:
        before = len(live)
        arms = tuple(_pruned(arm, live, turning or block.form == "loop") for arm in block.arms)
        if turning or block.form != "loop":
            break
    return replace(block, arms=arms) if any(arms) else None


def _of_group(group: Group, live: set[str]) -> Group | None:
    lines: list[BackLine] = []
    for line in reversed(group.lines):
        targets = line.targets or (line.target,)
        if line.takes in live and not live & set(targets):
            lines.append(BackLine("_", "=", _taking(line), takes=line.takes))
            continue
        if not live & set(targets) or _is_nothing(line):
            continue
        for node in (line.expr, line.index):
            live |= set(names_in(node)) if node is not None else set()
        lines.append(_without(line, live))
    return group.having(reversed(lines)) if lines else None


def _is_nothing(line: BackLine) -> bool:
    """Whether a line gives a name what it has: versions that meet have one gradient."""
    same = isinstance(line.expr, ast.Name) and line.expr.id == line.target
    return same and line.op == "=" and line.index is None


def _taking(line: BackLine) -> ast.expr:
    """What takes an item off a list, out of an expression whose value nobody reads."""
    calls = (node for node in walk(line.expr) if isinstance(node, ast.Call))
    return next(c for c in calls if isinstance(c.func, ast.Attribute) and c.func.attr == "pop")


def _without(line: BackLine, live: set[str]) -> BackLine:
    """A call with `_` for the gradients that are not used."""
    if not line.targets:
        return line
    return replace(line, targets=tuple(target if target in live else "_" for target in line.targets))


def _left_whole(backward: Backward) -> tuple[Group, ...]:
    """The groups, where `dp = {"w": dw, "b": db}` with `dw = d["w"]` and `db = d["b"]` is `dp = d`."""
    lines = [line for group in backward.groups for line in group.lines]
    reads = collections.Counter(name for _, name in backward.gradients)
    for line in lines:
        for node in (line.expr, line.index):
            reads.update(names_in(node) if node is not None else ())
    makers: dict[str, list[BackLine]] = {}
    for line in lines:
        for target in line.targets or (line.target,):
            makers.setdefault(target, []).append(line)
    instead: dict[int, list[BackLine]] = {}
    for line in lines:
        parts = _taken_apart(line, makers, reads)
        if parts:
            source = ast.Name(names_in(parts[0].expr)[0], ast.Load())
            instead.update({id(part): [] for part in parts})
            instead[id(line)] = [replace(line, expr=source)]
    return tuple(
        group.having(new for line in group.lines for new in instead.get(id(line), [line]))
        for group in backward.groups
    )


def _taken_apart(
    line: BackLine, makers: dict[str, list[BackLine]], reads: collections.Counter[str]
) -> list[BackLine]:
    """The lines that take the items of a dict display off one dict, if that is all that they are for."""
    if not isinstance(line.expr, ast.Dict) or line.op != "=" or not line.expr.keys:
        return []
    parts: list[BackLine] = []
    for key, value in zip(line.expr.keys, line.expr.values):
        found = makers.get(value.id, []) if isinstance(value, ast.Name) and reads[value.id] == 1 else []
        if len(found) != 1 or key is None or not _is_item(found[0], key):
            return []
        parts += found
    sources = {names_in(part.expr)[0] for part in parts}
    whole = len(sources) == 1 and reads[next(iter(sources))] == len(parts)
    return parts if whole and len(makers.get(next(iter(sources)), [])) == 1 else []


def _is_item(line: BackLine, key: ast.expr) -> bool:
    """Whether a line is `name = d[key]`."""
    item = line.expr
    plain = line.op == "=" and line.index is None and not line.targets
    named = isinstance(item, ast.Subscript) and isinstance(item.value, ast.Name)
    return plain and named and ast.dump(item.slice) == ast.dump(key)  # type: ignore[attr-defined]
