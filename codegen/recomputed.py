"""Values that the user wants computed again by the mirror, not kept: `# backprop: recompute`.

What a marked statement gives, and what it was taken apart into, is computed again above the first
line of the mirror that reads it, from what it was computed from; and that is kept, or computed again
as well. A call gives its cache again. It has to be the same value: what draws random numbers, or
might depend on more than its arguments, is refused.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from codegen import knowledge
from codegen.histories import Places, Region, asked_by_loops
from codegen.lower import Lowered, Statement, base
from codegen.mirror import (
    BackLine,
    Backward,
    Block,
    CallPair,
    Group,
    Stage,
    called_pair,
    flat,
    guarded,
    is_beside,
    nested,
    staged,
    value_of,
)
from codegen.parse import DRAWN_OR_LOADED, PURE_ROOTS, Function, Module, dotted
from codegen.problems import Problem, problem_at
from codegen.terms import Term
from codegen.trees import names_in, walk

Items = tuple[Group | Block, ...]
PURE_BUILTINS = re.compile(
    "abs|all|any|bool|complex|dict|divmod|enumerate|float|int|isinstance|len|list|max|min|pow|range|reversed|"
    "round|set|slice|sorted|str|sum|tuple|zip"
)
PURE_METHODS = re.compile(
    "append|astype|copy|count|dot|extend|flatten|get|index|insert|item|items|keys|pop|sort|tolist|values"
)
WAY = "take the mark away, or draw the numbers in a statement of its own and pass them on"


@dataclass(frozen=True)
class Again:
    """A line that computes values again, where it stands among the blocks, and the statement it is of."""

    line: BackLine
    around: tuple[Region, ...]
    place: float
    node: ast.stmt


def recomputed(lowered: Lowered, backward: Backward, module: Module) -> Backward:
    """The mirror with lines for what is computed again; `backward.recomputed` are the versions they give."""
    if not any(statement.recomputed for statement in lowered.statements):
        return backward
    problems = [p for s in lowered.statements if s.recomputed for p in _not_repeatable(s, backward, module)]
    places, whole = Places(lowered, backward), backward
    for again in reversed(list(_lines(lowered, backward, places))):
        rows = _Rows(asked_by_loops(lowered, whole, places))
        items = nested(whole.groups)
        targets = again.line.targets or (again.line.target,)
        wanted = {target for target in targets if any(rows.reads(item, target) for item in items)}
        if not wanted:
            continue
        put = rows.with_line(items, again, wanted, again.around)
        if put is None:
            problems.append(_elsewhere(again, sorted(wanted)[0]))
            continue
        whole = replace(whole, groups=flat(put), recomputed=whole.recomputed | wanted)
    return replace(whole, problems=(*backward.problems, *problems))


def _lines(lowered: Lowered, backward: Backward, places: Places) -> Iterator[Again]:
    """The lines that give the values of marked statements again, in forward order."""
    names = staged(backward)
    for index, statement in enumerate(lowered.statements):
        if not statement.recomputed:
            continue
        for stage in backward.stages.get(index, ()):
            yield Again(_of_stage(stage, backward, names), places.around(index - 0.5), index, statement.node)
        for line in _of_statement(statement, backward, names):
            yield Again(line, places.around(index), index, statement.node)


def _of_stage(stage: Stage, backward: Backward, names: dict[int, str]) -> BackLine:
    pair = backward.pairs.get(stage.term.uid)
    if pair is not None:
        return _of_pair(pair, names)
    parts = _beside(stage.term, backward)
    if parts:
        return _taken_apart(parts, value_of(stage.term.args[0], names, stage.term))
    value = guarded(value_of(stage.term, names, stage.term), stage.guard, ast.Constant(0.0))
    return BackLine(stage.version, "=", value)


def _of_statement(statement: Statement, backward: Backward, names: dict[int, str]) -> Iterator[BackLine]:
    """The lines of a statement: of values that are taken apart together, one."""
    done: set[int] = set()
    for bind in statement.binds:
        taken = bind.term.op == "index" and isinstance(bind.term.data, tuple)
        whole = bind.term.args[0] if taken else bind.term
        pair = backward.pairs.get(whole.uid)
        if whole.uid in done:
            continue
        if pair is not None and whole.uid not in names:
            done.add(whole.uid)
            yield _of_pair(pair, names)
            continue
        parts = _beside(bind.term, backward) or _together(statement, whole)
        if parts:
            done.add(whole.uid)
            yield _taken_apart(parts, value_of(bind.term.args[0], names))
        else:
            yield BackLine(bind.version, "=", value_of(bind.term, names))


def _together(statement: Statement, whole: Term) -> tuple[str, ...]:
    """The versions of names in a row that one value is taken apart into, and that are all of it."""
    node = statement.node
    target = node.targets[0] if isinstance(node, ast.Assign) and len(node.targets) == 1 else None
    one = all(bind.term.op == "index" and bind.term.args[0] is whole for bind in statement.binds)
    flat_row = isinstance(target, ast.Tuple) and all(isinstance(part, ast.Name) for part in target.elts)
    return tuple(bind.version for bind in statement.binds) if one and flat_row else ()


def _of_pair(pair: CallPair, names: dict[int, str]) -> BackLine:
    return _taken_apart((*pair.results, pair.cache), called_pair(pair, names))


def _taken_apart(targets: tuple[str, ...], value: ast.expr) -> BackLine:
    return BackLine(targets[0], "call", value, targets=targets)


def _beside(term: Term, backward: Backward) -> tuple[str, ...]:
    """All outputs of a gate of which a term takes one, if the mirror has names for those beside it."""
    parts = backward.parts.get(term.args[0].uid, ()) if term.op in ("index", "attr") else ()
    return parts if any(map(is_beside, parts)) else ()


@dataclass(frozen=True)
class _Rows:
    """Rows of the mirror, where it is known what the heads of its loops ask for."""

    asked: Mapping[int, frozenset[str]]

    def reads(self, item: Group | Block, version: str) -> bool:
        """Whether a part of the mirror reads a version."""
        if isinstance(item, Block):
            marks = any(self.reads(mark, version) for mark in item.marks)
            return marks or any(self.reads(inner, version) for arm in item.arms for inner in arm)
        if item.form == "loop":
            return version in self.asked.get(item.statement, ())
        nodes = (item.test, *(node for line in item.lines for node in (line.expr, line.index)))
        return any(version in names_in(node) for node in nodes if node is not None)

    def with_line(
        self, items: Items, again: Again, wanted: set[str], around: tuple[Region, ...]
    ) -> Items | None:
        """The row with a line above the first part that reads its values; None where others read them too.

        The line stands in the mirrors of the blocks in which its statement stands.
        """
        readers = [i for i, item in enumerate(items) if any(self.reads(item, version) for version in wanted)]
        if not around:
            targets = tuple(t if t in wanted else "_" for t in again.line.targets)
            return _with_line(items, readers[0], replace(again.line, targets=targets))
        block = items[readers[0]]
        if len(readers) > 1 or not isinstance(block, Block) or block.marks[0].statement != around[0].head:
            return None
        arm = 0 if around[0].is_loop or again.place < around[0].middle else 1
        others = [inner for i, row in enumerate(block.arms) if i != arm for inner in row]
        if any(self.reads(part, version) for part in (*block.marks, *others) for version in wanted):
            return None
        inside = self.with_line(block.arms[arm], again, wanted, around[1:])
        if inside is None:
            return None
        arms = tuple(inside if i == arm else row for i, row in enumerate(block.arms))
        return (*items[: readers[0]], replace(block, arms=arms), *items[readers[0] + 1 :])


def _with_line(items: Items, place: int, line: BackLine) -> Items:
    """The row with a line at a place; above others that compute again, together with them."""
    below = items[place]
    if isinstance(below, Group) and below.form == "again":
        return (*items[:place], replace(below, lines=(line, *below.lines)), *items[place + 1 :])
    return (*items[:place], Group(-1, None, (line,), "again"), *items[place:])


def _elsewhere(again: Again, version: str) -> Problem:
    name = base(version)
    text = f"{name} is computed in a block and needed outside of it, where it cannot be computed again"
    return problem_at("E110", again.node, text, "take the mark away")


def _not_repeatable(statement: Statement, backward: Backward, module: Module) -> Iterator[Problem]:
    """What stands against computing a statement's values again."""
    roots = [bind.term for bind in statement.binds]
    calls = (term.node for root in roots for term in root.walk() if isinstance(term.node, ast.Call))
    for call in dict.fromkeys(calls):
        if word := _unsure([call], module, set()):
            text = f"{word} may give another value when it is called again"
            yield problem_at("E110", statement.node, text, WAY)
            return


def may_change(function: Function, module: Module) -> str:
    """What a function calls that may give another value each time; empty for nothing."""
    return _unsure(function.node.body, module, {function.name})


def _unsure(nodes: Iterable[ast.AST], module: Module, asked: set[str]) -> str:
    """The first function that is called in what may not give the same again; empty for none."""
    for call in (part for node in nodes for part in walk(node) if isinstance(part, ast.Call)):
        name = call.func.id if isinstance(call.func, ast.Name) else ""
        own = module.functions.get(name)
        if own is not None and own.elsewhere is not None and (own.elsewhere.unsure or own.elsewhere.why):
            return own.elsewhere.unsure or ast.unparse(own.elsewhere.said)
        if own is not None:
            fresh = name not in asked
            asked.add(name)
            if fresh and (word := _unsure(own.node.body, module, asked)):
                return word
        elif (not PURE_BUILTINS.fullmatch(name) or name in module.imports) and not _is_pure(call, module):
            return ast.unparse(call.func)
    return ""


def _is_pure(call: ast.Call, module: Module) -> bool:
    """Whether a function of a library depends on its arguments alone."""
    name = dotted(call.func, module.imports)
    if name is None:
        method = call.func.attr if isinstance(call.func, ast.Attribute) else ""
        return bool(PURE_METHODS.fullmatch(method)) or method in knowledge.vocabulary().methods
    pure = name.startswith((*PURE_ROOTS, *knowledge.vocabulary().namespaces))
    return pure and not any(part in DRAWN_OR_LOADED for part in name.split("."))
