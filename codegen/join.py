"""Lines of one statement that belong together: what it adds to a name, and what it would compute twice.

Of two lines, `dx = dz` and `dx += y * dz`, the second would write into the memory of `dz`, or into a copy:
they are `dx = dz + y * dz`.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import replace

from codegen.histories import Places
from codegen.kind import Kind
from codegen.kinds import Facts
from codegen.lower import Lowered
from codegen.mirror import BackLine, Backward, Group, base_of, changed_by, gradient, is_version, name_node
from codegen.simplify import bare, without_sign
from codegen.trees import child_nodes, names_in, walk


def computed_once(lowered: Lowered, facts: Facts, backward: Backward) -> Backward:
    """The mirror without what is there already: values of the forward pass, a solve of the line before."""
    kinds = dict(backward.extra_kinds)
    known, groups = _known_calls(lowered, facts, backward), backward.groups
    if known:
        places = Places(lowered, backward)
        groups = tuple(_with_known(group, known, places) for group in groups)
    groups = tuple(_computed_once(group, backward, kinds) for group in groups)
    return replace(backward, groups=groups, extra_kinds=kinds)


def _known_calls(lowered: Lowered, facts: Facts, backward: Backward) -> dict[str, str]:
    """The values that the mirror reads of calls such as `np.sin(x)`, by these calls."""
    lines = [line for group in backward.groups for line in group.lines]
    read = {name for line in lines for name in names_in(line.expr) if is_version(name)}
    made = [(s.version, s.term) for found in backward.stages.values() for s in found if not s.guard]
    made += [(b.version, b.term) for s in lowered.statements for b in s.binds]
    gates = {uid: choice.gate for uid, choice in facts.chosen.items()}
    calls = [(v, t) for v, t in made if v in read and t.op == "call" and not any(t.keys) and t.uid in gates]
    return {
        _call_text(str(term.data).split(".")[-1], [str(arg.data) for arg in term.args]): version
        for version, term in calls
        if gates[term.uid].elementwise and gates[term.uid].lines and all(a.op == "name" for a in term.args)
    }


def _call_text(function: str, names: list[str]) -> str:
    return f"{function}({', '.join(names)})"


def _with_known(group: Group, known: dict[str, str], places: Places) -> Group:
    """The lines with names for known calls, where these have always run, in the same turns of loops."""

    def name(call: ast.Call) -> ast.expr | None:
        names = [arg.id for arg in call.args if isinstance(arg, ast.Name)]
        plain = len(names) == len(call.args) and not call.keywords
        version = known.get(_call_text(_word(call), names), "") if plain else ""
        there = bool(version) and places.always(places.home[version], group.statement)
        return name_node(version) if there else None

    return group.having(_put_in(line, name) for line in group.lines)


def _computed_once(group: Group, backward: Backward, kinds: dict[str, Kind]) -> Group:
    """A group with lines of their own for calls that two of its lines have."""
    seen: dict[str, int] = {}
    changed = {name for line in group.lines for name in (line.target, line.takes, *line.targets)}
    for place, line in enumerate(group.lines):
        for call in _costly_calls(line.expr):
            first = seen.setdefault(ast.dump(call), place)
            named = "linalg" in ast.dump(call.func) or _line_of(call, group) is not None
            if first < place and named and not changed & set(names_in(call)):
                return _computed_once(_with_name(group, first, call, backward, kinds), backward, kinds)
    return group


def _with_name(group: Group, first: int, call: ast.Call, backward: Backward, kinds: dict[str, Kind]) -> Group:
    """The lines with a call, in the first and in later ones, in a line of its own."""
    text, mine = ast.dump(call), _line_of(call, group)
    if mine is not None:
        put_in = name_node(mine.target)
        rest = [_put_in(x, lambda other: put_in if ast.dump(other) == text else None) for x in group.lines]
        rest.pop(group.lines.index(mine))
        return replace(group, lines=(*rest[:first], mine, *rest[first:]))
    target = group.lines[first].target
    version = f"{backward.names.take(f'{base_of(target)}_{_word(call)}')}:0"
    kinds[version] = kinds.get(target[2:], Kind("tensor"))
    name = name_node(gradient(version))
    lines = [_put_in(x, lambda other: name if ast.dump(other) == text else None) for x in group.lines]
    return replace(group, lines=(*lines[:first], BackLine(gradient(version), "=", call), *lines[first:]))


def _line_of(call: ast.Call, group: Group) -> BackLine | None:
    """The line that gives a gradient, which no other one has to do with, nothing but a call."""
    plain = (line for line in group.lines if line.op == "=" and line.index is None)
    mine = next((line for line in plain if ast.dump(bare(line.expr)) == ast.dump(call)), None)
    return mine if mine is not None and _is_apart(mine, group) else None


def _is_apart(line: BackLine, group: Group) -> bool:
    """Whether no other line of a group has to do with the gradient that a line gives."""
    others = [x for x in group.lines if x is not line]
    read = {name for x in others for node in (x.expr, x.index) if node is not None for name in names_in(node)}
    return line.target not in read.union(*((x.target, x.takes, *x.targets) for x in others))


def _costly_calls(node: ast.AST) -> Iterator[ast.Call]:
    """The calls in an expression that cost more than a walk over an array, and always run."""
    if isinstance(node, ast.IfExp):
        return
    if isinstance(node, ast.Call) and ("linalg" in ast.dump(node.func) or _is_sum(node)):
        yield node
    for child in child_nodes(node):
        yield from _costly_calls(child)


def _is_sum(call: ast.Call) -> bool:
    """Whether a call sums along an axis."""
    return _word(call) == "sum" and any(keyword.arg == "axis" for keyword in call.keywords)


def _word(call: ast.Call) -> str:
    """The name of the function that is called."""
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _put_in(line: BackLine, name: Callable[[ast.Call], ast.expr | None]) -> BackLine:
    """A line with names for some of its calls."""

    def change(node: ast.expr) -> ast.expr | None:
        return name(node) if isinstance(node, ast.Call) else None

    found = any(isinstance(node, ast.Call) and name(node) for node in walk(line.expr))
    return replace(line, expr=changed_by(line.expr, change)) if found else line


def joined(backward: Backward) -> Backward:
    """The mirror with such lines made one, where nothing between them has to do with either gradient."""
    return replace(backward, groups=tuple(_joined(group, backward) for group in backward.groups))


def _joined(group: Group, backward: Backward) -> Group:
    lines = list(group.lines)
    for line in group.lines:
        later = _added_to(line, lines, backward)
        if later is not None:
            lines[lines.index(later)] = replace(later, op="=", expr=plus(line.expr, later.expr))
            lines.remove(line)
    return replace(group, lines=tuple(lines)) if len(lines) < len(group.lines) else group


def plus(first: ast.expr, second: ast.expr) -> ast.expr:
    """A sum, or a difference where what is added begins with a minus."""
    positive = without_sign(second)
    return ast.BinOp(first, ast.Add(), second) if positive is None else ast.BinOp(first, ast.Sub(), positive)


def _added_to(line: BackLine, lines: list[BackLine], backward: Backward) -> BackLine | None:
    """The line that adds to the gradient that a line gives another one's name."""
    kind = backward.extra_kinds.get(line.target[2:])
    named = isinstance(line.expr, ast.Name) and line.expr.id.startswith("d ")
    if line.op != "=" or line.index is not None or line.takes or not named or kind is None:
        return None
    if not kind.numeric or kind.vague:
        return None
    source: str = line.expr.id  # type: ignore[attr-defined]
    for later in lines[lines.index(line) + 1 :]:
        if later.target == line.target and later.op == "+=" and later.index is None and not later.takes:
            return later
        changed = {later.target, later.takes, *later.targets}
        read = {name for node in (later.expr, later.index) if node is not None for name in names_in(node)}
        if changed & {source, line.target} or line.target in read:
            return None
    return None
