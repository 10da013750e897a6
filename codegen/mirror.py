"""What the mirror is made of: backward lines in groups, stages, pairs; and how trees are rewritten."""

from __future__ import annotations

import ast
import collections
import operator
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from codegen import knowledge
from codegen.fit import helper_call, numpy_call
from codegen.gates import Gate, Paren
from codegen.kind import Kind
from codegen.lower import base
from codegen.naming import Names
from codegen.problems import Problem
from codegen.simplify import conditional
from codegen.terms import Term
from codegen.trees import names_in

MADE = "@class "  # in front of the name of a class, until it is spelled

Guard = tuple[tuple[ast.expr, bool], ...]


def gradient(version: str) -> str:
    """The name, until it is spelled, of the gradient on a version."""
    return f"d {version}"


def is_beside(version: str) -> bool:
    """Whether a version is an output beside one that the user takes by its index."""
    return ":part " in version


@dataclass(frozen=True)
class Via:
    """A gate that a gradient has come through, and the operand that it went to."""

    gate: Gate
    operand: str


@dataclass(frozen=True)
class BackLine:
    """A backward statement: `target op expr`, or `target[index] op expr`; a call has `targets`.

    `op` is `=`, `+=` (or another one, in a line that goes on from the one before), `add.at` (for
    indices that may repeat), `insert` (into a list, at an index or else at its end) or `append` (to a list
    that is no gradient, but of what is put off). `takes` is a list of gradients of which the expression
    takes one off. A `deep` line adds to what may be a list. `via` are the gates between the upstream
    gradient and the target.
    """

    target: str
    op: str
    expr: ast.expr
    index: ast.expr | None = None
    targets: tuple[str, ...] = ()
    takes: str = ""
    deep: bool = False
    via: tuple[Via, ...] = ()


def gives_elsewhere(line: BackLine, path: list[ast.expr]) -> bool:
    """Whether a line gives something to another item than that to which a path of indices leads.

    Numbers or keys in the two paths show it, where they differ.
    """
    return any(
        isinstance(a, ast.Constant) and isinstance(b, ast.Constant) and _are_keys(a, b) and a.value != b.value
        for a, b in zip(_path_to(line), path)
    )


def _path_to(line: BackLine) -> list[ast.expr]:
    """The indices, one in the other, at which a line gives a gradient something."""
    if not line.op.startswith("chain"):
        return [line.index] if line.index is not None else []
    path, place = list[ast.expr](), line.index
    while isinstance(place, ast.Subscript):
        path.insert(0, place.slice)
        place = place.value
    return path


def _are_keys(*nodes: ast.Constant) -> bool:
    """Whether items have no other index: they are counted from the start, or have names."""
    return all(isinstance(n.value, str) or (type(n.value) is int and n.value >= 0) for n in nodes)


@dataclass(frozen=True)
class Group:
    """The mirror of one forward statement: a statement of the user's, or a stage of its own.

    `form` marks the head, the middle or the end of a block, as in the forward statements; that has
    no lines. Or (`again`) the lines give forward values again that are not kept, or (`turns`) they are those
    of all turns of a loop. `test` is a branch's condition, `over` what a loop goes over.
    """

    statement: int
    stage: str | None
    lines: tuple[BackLine, ...]
    form: str = ""
    test: ast.expr | None = None
    over: tuple[ast.expr, ...] = ()

    def having(self, lines: Iterable[BackLine]) -> Group:
        """The group with these lines; itself where they are its own."""
        new = tuple(lines)
        same = len(new) == len(self.lines) and all(map(operator.is_, new, self.lines))
        return self if same else replace(self, lines=new)


@dataclass(frozen=True)
class Block:
    """A loop or a branch of the mirror, taken out of the row; a branch has two arms."""

    marks: tuple[Group, ...]
    arms: tuple[tuple[Group | Block, ...], ...]

    @property
    def form(self) -> str:
        """`loop` or `if`."""
        return self.marks[0].form


def nested(groups: tuple[Group, ...]) -> tuple[Group | Block, ...]:
    """The row with its blocks taken together."""
    stack: list[tuple[list[Group], list[list[Group | Block]]]] = [([], [[]])]
    for group in groups:
        if group.form in ("loop", "if"):
            stack.append(([group], [[]]))
        elif group.form == "else":
            stack[-1][0].append(group)
            stack[-1][1].append([])
        elif group.form in ("end", "join"):
            marks, arms = stack.pop()
            block = Block((*marks, group), tuple(tuple(arm) for arm in arms))
            stack[-1][1][-1].append(block)
        else:
            stack[-1][1][-1].append(group)
    return tuple(stack[0][1][0])


def flat(items: tuple[Group | Block, ...]) -> tuple[Group, ...]:
    """The blocks put back into the row."""
    row: list[Group] = []
    for item in items:
        if isinstance(item, Group):
            row.append(item)
            continue
        for mark, arm in zip(item.marks, item.arms):
            row += [mark, *flat(arm)]
        row.append(item.marks[-1])
    return tuple(row)


@dataclass(frozen=True)
class Stage:
    """A temporary that has a name; `guard` is the test under which it is computed.

    `target` is the name that its statement assigns, or what else stands in front of a name that is taken.
    """

    version: str
    term: Term
    guard: Guard
    target: str


@dataclass(frozen=True)
class CallPair:
    """A call of a function of the module that is now a call of its pair.

    `states` says how many states are kept on the way, where it is a stretch of turns.
    """

    term: Term
    results: tuple[str, ...]
    cache: str
    states: int = 0


@dataclass(frozen=True)
class Backward:
    """All that the mirror needs: groups in their order, stages and pairs by statement.

    `parts` are the versions of a value that is taken apart, in order; `called` says what those are
    to be called that the user has no name for, and with what in front if that is taken. `unsure` are
    parameters that may be lists, which is in the way; `recomputed` forward values that lines of the mirror
    give again.
    """

    groups: tuple[Group, ...]
    stages: Mapping[int, tuple[Stage, ...]]
    pairs: Mapping[int, CallPair]
    named: Mapping[int, str]
    apart: frozenset[str]
    gradients: tuple[tuple[str, str], ...]
    upstream: tuple[str | None, ...]
    escapes: frozenset[str]
    containers: Mapping[str, tuple[str, ...]]
    extra_kinds: Mapping[str, Kind]
    parts: Mapping[int, tuple[str, ...]]
    called: Mapping[str, tuple[str, str]]
    names: Names
    problems: tuple[Problem, ...]
    unsure: frozenset[str]
    recomputed: frozenset[str] = frozenset()


def staged(backward: Backward) -> dict[int, str]:
    """The names of what statements are taken apart into, by their terms."""
    return {stage.term.uid: stage.version for stages in backward.stages.values() for stage in stages}


def value_of(term: Term, names: Mapping[int, str], but: Term | None = None) -> ast.expr:
    """A term as it is written, with names for those in it (`but` one) that have some."""
    return rewritten(term.node, replaced(names, term, but=but))


def replaced(names: Mapping[int, str], *terms: Term, but: Term | None = None) -> dict[int, str]:
    """The names of what is in terms, by the nodes that they stand for."""
    parts = (t for root in terms for t in root.walk() if t.uid in names and t is not but)
    return {id(t.node): names[t.uid] for t in parts}


def called_pair(pair: CallPair, names: Mapping[int, str]) -> ast.Call:
    """The call of a pair's forward pass."""
    call, nodes = pair.term.node, replaced(names, pair.term)
    assert isinstance(call, ast.Call)
    args = [rewritten(a, nodes) for a in call.args]
    keywords = [ast.keyword(k.arg, rewritten(k.value, nodes)) for k in call.keywords]
    function = name_node(f"{pair.term.data}_forward")
    if not pair.states:
        return ast.Call(function, args, keywords)
    count = len(pair.results) + 2
    state, others = (ast.Tuple(part, ast.Load()) for part in (args[2:count], args[count:]))
    return helper_call("by_turns", function, args[0], args[1], ast.Constant(pair.states), state, others)


def rewritten(node: ast.expr, replaced: Mapping[int, str]) -> ast.expr:
    """An expression with some of its nodes replaced by names; shares what does not change."""
    if id(node) in replaced:
        return name_node(replaced[id(node)])
    if not replaced or isinstance(node, ast.Constant):
        return node  # a number is still written as the user wrote it
    changes: dict[str, Any] = {}
    for name, value in ast.iter_fields(node):
        if isinstance(value, ast.expr):
            new: Any = rewritten(value, replaced)
        elif isinstance(value, list):
            new = [
                rewritten(v, replaced)
                if isinstance(v, ast.expr)
                else ast.keyword(v.arg, rewritten(v.value, replaced))
                if isinstance(v, ast.keyword)
                else v
                for v in value
            ]
        else:
            new = value
        changes[name] = new
    return type(node)(**changes)


def substituted(node: ast.expr, values: Mapping[str, ast.expr]) -> ast.expr:
    """A template's line with the user's expressions in the place of its names."""
    return changed_by(node, lambda n: values.get(n.id) if isinstance(n, ast.Name) else None)


def changed_by(node: ast.expr, change: Callable[[ast.expr], ast.expr | None]) -> ast.expr:
    """A copy of an expression with other expressions in the place of parts of it."""
    new = change(node)
    if new is not None or isinstance(node, (ast.Name, ast.Constant)):
        return new or node
    if isinstance(node, Paren):
        return Paren(changed_by(node.value, change))
    fields: dict[str, Any] = {}
    for name, value in ast.iter_fields(node):
        if isinstance(value, list):
            fields[name] = [_changed_item(item, change) for item in value]
        else:
            fields[name] = _changed_item(value, change)
    return type(node)(**fields)


def _changed_loop(
    loop: ast.comprehension, change: Callable[[ast.expr], ast.expr | None]
) -> ast.comprehension:
    tests = [changed_by(test, change) for test in loop.ifs]
    return ast.comprehension(loop.target, changed_by(loop.iter, change), tests, loop.is_async)


def _changed_item(item: Any, change: Callable[[ast.expr], ast.expr | None]) -> Any:
    if isinstance(item, ast.keyword):
        return ast.keyword(item.arg, changed_by(item.value, change))
    if isinstance(item, ast.comprehension):
        return _changed_loop(item, change)
    return changed_by(item, change) if isinstance(item, ast.expr) else item


def by_functions(node: ast.expr, names: set[str]) -> ast.expr:
    """A line with `np.size(x)` for `x.size`, for values that may be numbers."""

    def change(part: ast.expr) -> ast.expr | None:
        name, attribute = _asked(part)
        return numpy_call(attribute, ast.Name(name, ast.Load())) if name in names else None

    return changed_by(node, change) if names else node


def on_numbers(node: ast.expr, scalar: bool) -> ast.expr:
    """A line with the functions of `math`, where all is `scalar`: those of NumPy take ten times as long."""

    def change(part: ast.expr) -> ast.expr | None:
        if not (isinstance(part, ast.Attribute) and isinstance(part.value, ast.Name)):
            return None
        name = knowledge.vocabulary().on_numbers(f"{part.value.id.removeprefix('@')}.{part.attr}")
        return ast.Attribute(ast.Name(f"@{name[0]}", ast.Load()), name[1], ast.Load()) if name else None

    return changed_by(node, change) if scalar else node


def with_sizes(
    node: ast.expr, name: str, sizes: Sequence[ast.expr | None], size: ast.expr | None
) -> ast.expr | None:
    """A line with these expressions for `name.shape[0]` and so on, and for `name.size`.

    None if it reads the name in another way too.
    """

    def change(part: ast.expr) -> ast.expr | None:
        if _asked(part) == (name, "size"):
            return size
        if isinstance(part, ast.Subscript) and _asked(part.value) == (name, "shape"):
            index = (
                ast.literal_eval(part.slice) if isinstance(part.slice, (ast.Constant, ast.UnaryOp)) else None
            )
            known = isinstance(index, int) and -len(sizes) <= index < len(sizes)
            return sizes[index] if known else None  # type: ignore[index]
        return None

    changed = changed_by(node, change)
    return None if name in names_in(changed) else changed


def _asked(node: ast.expr) -> tuple[str, str]:
    """The name whose shape, size or rank an expression asks for, and which of them."""
    word, value = "", None
    if isinstance(node, ast.Attribute):
        word, value = node.attr, node.value
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and len(node.args) == 1:
        word, value = node.func.attr, node.args[0]
    asks = word in ("shape", "size", "ndim") and isinstance(value, ast.Name)
    return (value.id, word) if asks else ("", "")  # type: ignore[union-attr]


def is_version(name: str) -> bool:
    """Whether a name stands for a forward value, before it is spelled."""
    return ":" in name and not name.startswith("d ")


def with_one_gradient(backward: Backward, tied: Mapping[str, str]) -> Backward:
    """The mirror with one name for the gradients on versions that are one variable."""
    if not tied:
        return backward
    names = {gradient(version): gradient(one) for version, one in tied.items()}
    nodes: dict[str, ast.expr] = {name: name_node(one) for name, one in names.items()}
    alone = collections.Counter(tied.get(container, container) for container in backward.containers)

    def renamed(line: BackLine) -> BackLine:
        return replace(
            line,
            target=names.get(line.target, line.target),
            expr=substituted(line.expr, nodes),
            index=None if line.index is None else substituted(line.index, nodes),
            targets=tuple(names.get(t, t) for t in line.targets),
            takes=names.get(line.takes, line.takes),
        )

    return replace(
        backward,
        groups=tuple(replace(g, lines=tuple(map(renamed, g.lines))) for g in backward.groups),
        gradients=tuple((name, names.get(g, g)) for name, g in backward.gradients),
        upstream=tuple(None if up is None else names.get(up, up) for up in backward.upstream),
        containers={
            c if alone[tied.get(c, c)] > 1 else tied.get(c, c): i for c, i in backward.containers.items()
        },
        extra_kinds={**backward.extra_kinds, **_kinds_of_all(backward.extra_kinds, tied)},
    )


def _kinds_of_all(kinds: Mapping[str, Kind], tied: Mapping[str, str]) -> dict[str, Kind]:
    """What a gradient is that goes by the name of a number, if others of its versions are arrays or nests.

    As soon as one of them is no number it matters whose memory it is.
    """
    found: dict[str, Kind] = {}
    for version, one in tied.items():
        own, other = kinds.get(one), kinds.get(version)
        if own is not None and other is not None and _is_number(own) and not _is_number(other):
            nest = one in found and not found[one].numeric
            found[one] = found[one] if nest else other
    return found


def _is_number(kind: Kind) -> bool:
    return kind.form == "number" and not kind.vague


def name_node(name: str) -> ast.Name:
    return ast.Name(name, ast.Load())


def guarded(expr: ast.expr, guard: Guard, zero: ast.expr) -> ast.expr:
    """An expression that is computed only where its branch was taken."""
    for test, taken in reversed(guard):
        expr = conditional(test, expr, zero) if taken else conditional(test, zero, expr)
    return expr


def item_keys(kind: Kind) -> tuple[Any, ...]:
    """The keys of a container of known items."""
    return kind.keys if kind.form == "dict" else tuple(range(len(kind.items or ())))


def item_of(kind: Kind, value: ast.expr, key: Any) -> ast.expr:
    """An item of a container: of a class that holds values the field, by its name."""
    if kind.record:
        return ast.Attribute(value, kind.keys[key], ast.Load())
    return ast.Subscript(value, ast.Constant(key), ast.Load())


def display(kind: Kind, parts: list[ast.expr]) -> ast.expr:
    """A container of these parts."""
    if kind.record:
        keywords = [ast.keyword(name, part) for name, part in zip(kind.keys, parts)]
        return ast.Call(name_node(f"{MADE}{kind.record}"), [], keywords)
    if kind.form == "dict":
        return ast.Dict([ast.Constant(key) for key in kind.keys], parts)
    return Paren(ast.Tuple(parts, ast.Load())) if kind.form == "tuple" else ast.List(parts, ast.Load())


def is_made(node: ast.expr) -> bool:
    """Whether an expression makes an instance of a class that holds values."""
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id.startswith(MADE)


def base_of(target: str) -> str:
    return base(target[2:]) if target.startswith("d ") else target
