"""Loops of which only some states are kept: `# backprop: checkpoint` on a `for`.

The turns become a function of their own, from one turn to another, and the loop goes from one kept
state to the next: as many turns as there are states, so that both are about the square root of
all turns. What the function gives is marked to be computed again: its cache, which holds what each
of its turns needs, is there for one stretch of turns at a time, where the mirror goes through it.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from codegen.at_loops import AtLoop
from codegen.captures import identifiers
from codegen.kind import is_size
from codegen.parse import Function, Module, Pragmas, parameters_of
from codegen.problems import Problem, Refused, problem_at
from codegen.scopes import arguments, bound, bound_in, free
from codegen.structure import is_left
from codegen.trees import copied, walk

WHAT_IT_TAKES = (
    "go over range(n), range(a, b), an array, enumerate(xs) or zip(xs, ys), with numbers and arrays"
)


def with_checkpoints(module: Module, known: Mapping[str, Mapping[int, AtLoop]]) -> Module:
    """The module with its marked loops in stretches of turns.

    `known` is what is known at the loops of each function of which a pair is made, by their lines: of that
    function, and not where it is written out in another one. Raises `Refused` where a loop cannot be
    taken apart.
    """
    functions: dict[str, Function] = {}
    work = _Checkpoints(module, known)
    for name, function in module.functions.items():
        new = work.function(function)
        functions.update(work.made)
        work.made = {}
        functions[name] = new
    if work.problems:
        raise Refused(work.problems)
    again = module.recomputed | {line for line, states in module.checkpoints.items() if not states}
    comments = {line: found for line, found in module.comments.items() if line not in module.checkpoints}
    return replace(module, functions=functions, recomputed=again, checkpoints={}, comments=comments)


def in_stretches(problem: Problem) -> Problem:
    """What stands against a function in stretches, which does not stand against it as it is."""
    text = f"this loop cannot be gone through in stretches of turns: {problem.message}"
    return replace(problem, code="E110", message=text, help=WHAT_IT_TAKES)


@dataclass(frozen=True)
class _Turns:
    """What a loop goes over: the bounds that it counts between, and what it goes over from one to another."""

    first: ast.expr
    last: ast.expr
    between: ast.expr


class _Checkpoints:
    """Goes through the functions; `made` are those that stretches of turns have become."""

    def __init__(self, module: Module, known: Mapping[str, Mapping[int, AtLoop]]) -> None:
        self.module, self.known = module, known
        self.elsewhere = {line for found in known.values() for line in found}
        self.made: dict[str, Function] = {}
        self.problems: list[Problem] = []
        self.taken = {*module.functions, *module.imports, *module.constants, *module.unusable}

    def function(self, function: Function) -> Function:
        """A function with its marked loops in stretches."""
        loops = [n for n in walk(function.node) if isinstance(n, ast.For) and self._is_marked(n)]
        if not loops or not (function.name in self.known or self.elsewhere & {n.lineno for n in loops}):
            return function
        node = copied(function.node)
        for place in [(n.lineno, n.col_offset) for n in reversed(loops)]:  # what is inside comes first
            self._take_apart(node, place)
        return replace(function, node=node)

    def _is_marked(self, loop: ast.For) -> bool:
        return any(line in self.module.checkpoints for line in range(loop.lineno, loop.body[0].lineno))

    def _take_apart(self, function: ast.FunctionDef, place: tuple[int, int]) -> None:
        """Puts stretches in the place of a loop, and makes a function of its turns."""
        body, at, within = next(_bodies_with(function, place, False))
        loop = body[at]
        assert isinstance(loop, ast.For)
        fresh = _Fresh({*identifiers(function), *self.taken})
        start, stop = fresh("start"), fresh("stop")
        turns = _turns(loop, ast.Name(start, ast.Load()), ast.Name(stop, ast.Load()))
        others = self.taken | set(bound(function))  # who may mean something else by `range`
        if turns is None or loop.orelse or is_left(loop) or _called(loop.iter)[0] in others:
            self._refuse(loop, "it goes over something else, has an `else`, or is left early")
            return
        known = self.known.get(function.name, {}).get(loop.lineno)
        state = _state(function, loop, within, turns)
        why = (
            "its function is written out elsewhere, or not known"
            if known is None
            else state.lost or _in_the_way(state, known)
        )
        if known is None or why:
            self._refuse(loop, why)
            return
        state = state.with_written({n for n in state.parameters if known.memory[n] & known.written})
        name = _Fresh(self.taken)(f"{function.name}_turns")
        self.taken.add(name)
        notes = _annotations(function, state, known)
        node = _function_of_turns(function, loop, name, turns, state, (start, stop), notes)
        states = self.module.checkpoints[loop.lineno]
        dicts = any(known.kinds[name].form == "dict" for name in state.parameters)
        if states and (state.gives != state.given or function.decorator_list or dicts):
            self._refuse(
                loop, "with so many states, it gives each turn what the one before gave, and no more"
            )
            return
        arguments_ = parameters_of(node.args)
        self.made[name] = Function(name, arguments_, None, node, Pragmas(), lifted=True, states=states)
        if states:
            body[at : at + 1] = _one_stretch(loop, name, turns, state, fresh)
        else:
            body[at : at + 1] = _stretches(loop, name, turns, state, (start, fresh("every")), fresh)

    def _refuse(self, loop: ast.For, why: str) -> None:
        text = f"this loop cannot be gone through in stretches of turns: {why}"
        self.problems.append(problem_at("E110", loop.iter, text, WHAT_IT_TAKES))


def _in_the_way(state: _State, known: AtLoop) -> str:
    """Why the turns cannot be a function of their own; empty if they can."""
    for name in state.parameters:
        kind = known.kinds.get(name)
        if kind is None:
            return f"what {name} is in each turn is not known"
        others = [n for n in state.parameters if n != name and n in known.memory]
        if any(known.memory[name] & known.memory[n] & known.written for n in others):
            return f"it writes into memory that {name} and another name share"
        if kind.form not in ("number", "array", "tensor", "dict") or kind.record:
            return f"{name} is no number, array or dict"
        if kind.vague:
            return f"{name} may be a list"
        if kind.form == "dict" and (name in state.gives or known.memory[name] & known.written):
            return f"{name} is a dict, and changes in its turns"
    covered = frozenset(root for name in state.parameters for root in known.memory[name])
    if known.written - covered:
        return "it writes into what no name in it stands for"
    nothing = not state.results and not known.written
    return "it gives no name a value that is read behind it" if nothing else ""


def _annotations(function: ast.FunctionDef, state: _State, known: AtLoop) -> dict[str, ast.expr]:
    """What stands at the arguments of the turns: what the user wrote, or what is known of them."""
    again = {n for part in function.body for n in bound_in(part)}
    own = {arg.arg: arg.annotation for arg in arguments(function) if arg.arg not in again}
    notes: dict[str, ast.expr] = {}
    for name in state.parameters:
        kind, note = known.kinds[name], own.get(name)
        if note is not None:
            notes[name] = note
        elif kind.form == "number" and not kind.vague and kind.dtype in ("float", "int", "bool"):
            notes[name] = ast.Name(kind.dtype, ast.Load())
        elif (
            kind.form == "array" and isinstance(kind.shape, tuple) and all(map(is_size, map(str, kind.shape)))
        ):
            notes[name] = ast.Constant(" ".join(map(str, kind.shape)) or "()")
    return notes


@dataclass(frozen=True)
class _State:
    """What turns are given, what they give, and what they write into, which is given and taken as well.

    `lost` says what would be lost between turns; empty for nothing.
    """

    given: tuple[str, ...]
    results: tuple[str, ...]
    read: tuple[str, ...]
    lost: str = ""
    written: tuple[str, ...] = ()

    def with_written(self, names: set[str]) -> _State:
        """The state with what is written into among what is given, in one order with what is taken."""
        written = tuple(name for name in self.parameters if name in names)
        given = (*self.given, *(name for name in written if name not in self.given))
        read = tuple(name for name in self.read if name not in names)
        return replace(self, given=given, read=read, written=written)

    @property
    def parameters(self) -> tuple[str, ...]:
        """All that a stretch of turns is given, in order."""
        return (*self.given, *self.read)

    @property
    def gives(self) -> tuple[str, ...]:
        """All that it gives."""
        return (*self.results, *(name for name in self.written if name not in self.results))


def _state(function: ast.FunctionDef, loop: ast.For, within: bool, turns: _Turns) -> _State:
    """What goes from one turn to the next, and what is read of the function around them."""
    later = set[str]()
    for statement in _around(function, loop):
        if within or statement.lineno > loop.lineno:
            later |= free(statement) | {n for n in bound_in(statement) if _augments(statement, n)}
    sure = {arg.arg for arg in arguments(function)}
    _sure_at(function.body, loop, sure)
    bound = dict.fromkeys(name for part in (loop.target, *loop.body) for name in _in_order(part))
    of_turn = set(_in_order(loop.target))
    exposed = set(_exposed(loop.body, of_turn))
    given = tuple(n for n in bound if n in exposed or (n in later and n not in of_turn))
    results = tuple(n for n in bound if n in later or n in given)
    names = free(ast.Module(loop.body, [])) | free(turns.between)
    parts = [part for whole in (turns.between, *loop.body) for part in walk(whole)]
    own = {name for part in function.body for name in bound_in(part)} | {a.arg for a in arguments(function)}
    read = (p.id for p in parts if isinstance(p, ast.Name) and p.id in names & own and p.id not in bound)
    state = _State(given, results, tuple(dict.fromkeys(read)))
    unsure = [name for name in state.parameters if name not in sure]
    return replace(state, lost=f"{unsure[0]} may have no value above it" if unsure else "")


def _sure_at(body: list[ast.stmt], loop: ast.For, sure: set[str]) -> bool:
    """Adds the names that have a value above a loop; whether the loop is among these statements."""
    for statement in body:
        if statement is loop:
            return True
        inner = [row for field in ("body", "orelse") if (row := getattr(statement, field, []))]
        if loop in (part for row in inner for whole in row for part in walk(whole)):
            if isinstance(statement, ast.For):
                sure |= set(_in_order(statement.target))
            return any(_sure_at(row, loop, sure) for row in inner if _holds(row, loop))
        for _ in _exposed([statement], sure):
            pass
    return False


def _holds(row: list[ast.stmt], loop: ast.For) -> bool:
    return any(part is loop for statement in row for part in walk(statement))


def _around(function: ast.FunctionDef, loop: ast.For) -> Iterator[ast.stmt]:
    """The plain statements and the heads of blocks of a function, outside of a loop."""
    todo: list[ast.stmt] = list(function.body)
    while todo:
        statement = todo.pop(0)
        if statement is loop:
            continue
        inner = [s for field in ("body", "orelse", "finalbody") for s in getattr(statement, field, [])]
        if inner and not isinstance(statement, ast.FunctionDef):
            head = copied(statement)
            head.body, head.orelse = [], []  # type: ignore[attr-defined]
            yield head
            todo = [*inner, *todo]
        else:
            yield statement


def _exposed(body: Iterable[ast.stmt], sure: set[str]) -> Iterator[str]:
    """The names that statements may read before they bind them; adds to `sure` those that they bind."""
    for statement in body:
        if isinstance(statement, ast.If):
            arms = (set(sure | bound_in(statement.test)), set(sure | bound_in(statement.test)))
            yield from free(statement.test) - sure
            yield from _exposed(statement.body, arms[0])
            yield from _exposed(statement.orelse, arms[1])
            sure |= arms[0] & arms[1]
        elif isinstance(statement, (ast.For, ast.While)):
            head = statement.iter if isinstance(statement, ast.For) else statement.test
            target = set(_in_order(statement.target)) if isinstance(statement, ast.For) else set()
            yield from free(head) - sure
            yield from _exposed(statement.body, sure | target)
            yield from _exposed(statement.orelse, set(sure))
        elif isinstance(statement, ast.With):
            yield from (name for item in statement.items for name in free(item) - sure)
            yield from _exposed(statement.body, sure)
        else:
            yield from (free(statement) | {n for n in bound_in(statement) if _augments(statement, n)}) - sure
            sure |= bound_in(statement)


def _augments(statement: ast.stmt, name: str) -> bool:
    """Whether a statement reads a name that it binds: it augments it."""
    return isinstance(statement, ast.AugAssign) and getattr(statement.target, "id", "") == name


def _root(node: ast.expr) -> str:
    while isinstance(node, (ast.Subscript, ast.Attribute)):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""


def _in_order(node: ast.AST) -> Iterator[str]:
    """The names that something binds, in the order in which they stand."""
    names = bound_in(node)
    yield from dict.fromkeys(p.id for p in walk(node) if isinstance(p, ast.Name) and p.id in names)


def _turns(loop: ast.For, start: ast.expr, stop: ast.expr) -> _Turns | None:
    """What a loop goes over, in stretches; None where that cannot be said."""
    word, given = _called(loop.iter)
    bound = {name for statement in loop.body for name in bound_in(statement)}
    if word == "range" and 1 <= len(given) <= 2:
        first, last = given if len(given) == 2 else (ast.Constant(0), given[0])
        return _Turns(first, last, _call("range", start, stop))
    rows = given if word in ("zip", "enumerate") else [loop.iter]
    plain = all(isinstance(row, (ast.Name, ast.Attribute)) and _root(row) not in bound for row in rows)
    if not plain or not rows or (word == "enumerate" and len(rows) > 1):
        return None
    parts: list[ast.expr] = [ast.Subscript(copied(row), ast.Slice(start, stop), ast.Load()) for row in rows]
    lengths = [_call("len", row) for row in rows]
    last = lengths[0] if len(rows) == 1 else _call("min", *lengths)
    if word == "enumerate":
        parts = [_call("range", start, stop), *parts]
    return _Turns(ast.Constant(0), last, _call("zip", *parts) if word else parts[0])


def _called(node: ast.expr) -> tuple[str, list[ast.expr]]:
    """The builtin that a call calls, and what it is given by place; empty for anything else."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and not node.keywords:
        return node.func.id, node.args
    return "", []


def _function_of_turns(
    function: ast.FunctionDef,
    loop: ast.For,
    name: str,
    turns: _Turns,
    state: _State,
    bounds: tuple[str, str],
    notes: Mapping[str, ast.expr],
) -> ast.FunctionDef:
    """The turns from one to another as a function."""
    fresh = _Fresh(identifiers(function))
    before = {n: fresh(f"{n}_before") for n in state.written}
    args = [_argument(bound, ast.Name("int", ast.Load())) for bound in bounds]
    args += [_argument(before.get(n, n), copied(notes.get(n))) for n in state.parameters]
    copies = [_assign(ast.Name(n, ast.Store()), _method(before[n], "copy")) for n in state.written]
    inner = ast.For(copied(loop.target), copied(turns.between), copied(loop.body), [])
    gives: list[ast.expr] = [ast.Name(n, ast.Load()) for n in state.gives]
    end = ast.Return(gives[0] if len(gives) == 1 else ast.Tuple(gives, ast.Load()))
    for statement in copies:
        _stand(statement, loop, loop.body[0].lineno, loop.body[0].lineno)
    _stand(inner, loop, loop.lineno, loop.end_lineno or loop.lineno, inside=loop.body)
    _stand(end, loop, (loop.end_lineno or loop.lineno) + 1, (loop.end_lineno or loop.lineno) + 1)
    everything = ast.arguments([], args, None, [], [], None, [])
    body = [*copies, inner, end]
    made = ast.FunctionDef(name, everything, body, copied(function.decorator_list), None)
    made.lineno, made.end_lineno = loop.body[0].lineno, loop.end_lineno
    made.col_offset, made.end_col_offset = loop.col_offset, loop.col_offset
    made.made = made.of_loop = True  # type: ignore[attr-defined]
    return made


def _stretches(
    loop: ast.For, name: str, turns: _Turns, state: _State, names: tuple[str, str], fresh: _Fresh
) -> list[ast.stmt]:
    """The loop from one kept state to the next, each about the square root of all turns further."""
    start, every = (ast.Name(n, ast.Load()) for n in names)
    above, first, last = _bounds(loop, turns, fresh)
    count = last if _is_zero(first) else ast.BinOp(last, ast.Sub(), first)
    root = ast.BinOp(_call("max", count, ast.Constant(1)), ast.Pow(), ast.Constant(0.5))
    above.append(_assign(ast.Name(every.id, ast.Store()), _call("int", root)))
    stop = _call("min", ast.BinOp(start, ast.Add(), every), last)
    body = _call_of_turns(name, state, start, stop, fresh)
    stretches = ast.For(ast.Name(start.id, ast.Store()), _call("range", first, last, every), body, [])
    for statement in above:
        _stand(statement, loop, loop.lineno, loop.lineno)
    for statement in (*body, stretches):
        _stand(statement, loop, loop.lineno, loop.end_lineno or loop.lineno)
    del stretches.made  # type: ignore[attr-defined]
    return [*above, stretches]


def _one_stretch(loop: ast.For, name: str, turns: _Turns, state: _State, fresh: _Fresh) -> list[ast.stmt]:
    """All turns as one call, whose pair keeps states on the way."""
    above, first, last = _bounds(loop, turns, fresh)
    for statement in above:
        _stand(statement, loop, loop.lineno, loop.lineno)
    body = _call_of_turns(name, state, first, last, fresh)
    for statement in body:
        _stand(statement, loop, loop.lineno, loop.end_lineno or loop.lineno)
    return [*above, *body]


def _bounds(loop: ast.For, turns: _Turns, fresh: _Fresh) -> tuple[list[ast.stmt], ast.expr, ast.expr]:
    """The bounds of a loop by names and numbers that its turns do not change, and lines that give these."""
    bound = {n for part in (loop.target, *loop.body) for n in bound_in(part)}
    above: list[ast.stmt] = []
    bounds = list[ast.expr]()
    for word, value in (("first", turns.first), ("last", turns.last)):
        if not isinstance(value, (ast.Constant, ast.Name)) or _root(value) in bound:
            name = fresh(word)
            above.append(_assign(ast.Name(name, ast.Store()), copied(value)))
            value = ast.Name(name, ast.Load())
        bounds.append(value)
    return above, bounds[0], bounds[1]


def _call_of_turns(
    name: str, state: _State, start: ast.expr, stop: ast.expr, fresh: _Fresh
) -> list[ast.stmt]:
    """A call of a stretch of turns; what they write into is given the values that they have written."""
    given = [ast.Name(n, ast.Load()) for n in state.parameters]
    new = {n: fresh(f"{n}_next") for n in state.written}
    targets: list[ast.expr] = [ast.Name(new.get(n, n), ast.Store()) for n in state.gives]
    target = targets[0] if len(targets) == 1 else ast.Tuple(targets, ast.Store())
    body: list[ast.stmt] = [_assign(target, _call(name, start, stop, *given))]
    for n in state.written:
        whole = ast.Subscript(ast.Name(n, ast.Load()), ast.Constant(...), ast.Store())
        body.append(_assign(whole, ast.Name(new[n], ast.Load())))
    return body


def _stand(statement: ast.stmt, loop: ast.For, line: int, end: int, inside: Iterable[ast.stmt] = ()) -> None:
    """Gives a statement that was made a place in the source; what stands `inside` has one.

    It covers the lines of the loop, with their comments, but is not what is marked there (`of_loop`).
    """
    column = loop.col_offset
    known = {id(part) for whole in inside for part in walk(whole)}
    for part in ast.walk(statement):
        if id(part) not in known and isinstance(part, (ast.stmt, ast.expr)) and not hasattr(part, "lineno"):
            last = end if part is statement else line
            part.lineno, part.end_lineno = line, last
            part.col_offset, part.end_col_offset = column, column + len("for")
    statement.made = statement.of_loop = True  # type: ignore[attr-defined]


def _argument(name: str, annotation: ast.expr | None) -> ast.arg:
    made = ast.arg(name, annotation, lineno=1, col_offset=0)
    made.made = True  # type: ignore[attr-defined]
    return made


def _call(name: str, *args: ast.expr) -> ast.expr:
    return ast.Call(ast.Name(name, ast.Load()), [copied(arg) for arg in args], [])


def _method(name: str, word: str) -> ast.expr:
    return ast.Call(ast.Attribute(ast.Name(name, ast.Load()), word, ast.Load()), [], [])


def _assign(target: ast.expr, value: ast.expr) -> ast.Assign:
    return ast.Assign([target], value)


def _is_zero(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value == 0


class _Fresh:
    """Gives names that nothing else has."""

    def __init__(self, taken: set[str]) -> None:
        self.taken = taken

    def __call__(self, wanted: str) -> str:
        name, number = wanted, 0
        while name in self.taken:
            number += 1
            name = f"{wanted}{number}"
        self.taken.add(name)
        return name


def _bodies_with(
    node: ast.AST, place: tuple[int, int], within: bool
) -> Iterator[tuple[list[ast.stmt], int, bool]]:
    """The row of statements in which a loop stands, where in it, and whether that is in a loop's turns."""
    for field in ("body", "orelse", "finalbody"):
        row = getattr(node, field, [])
        for at, statement in enumerate(row):
            if isinstance(statement, ast.For) and (statement.lineno, statement.col_offset) == place:
                yield row, at, within
            yield from _bodies_with(statement, place, within or isinstance(node, (ast.For, ast.While)))
