"""Code carried out one statement at a time, so that what stands between two of them can be looked at.

Loops and branches are gone through here; everything else is run by Python. What is run is given a time
limit, and whatever it raises is told with its line.
"""

from __future__ import annotations

import ast
import contextlib
import copy
import ctypes
import io
import random
import signal
import sys
import threading
import time
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, field
from types import CodeType, FrameType
from typing import Any

import numpy as np

from codegen.trees import walk

Values = dict[str, Any]
TURN, RETURNED, VALUE = "@turn", "@returned", "@value"


class Stopped(Exception):
    """A statement raised an error, or cannot be carried out by itself."""

    def __init__(self, line: int, error: BaseException) -> None:
        self.line, self.error = line, error
        what = str(error).partition("\n")[0]
        self.what = f"{type(error).__name__}: {what}" if what else type(error).__name__
        super().__init__(f"line {line}: {self.what}")


class TooLong(BaseException):
    """The time that was given is over; code that catches every exception is stopped, too."""


@dataclass(frozen=True)
class Step:
    """One run of one statement; `number` counts them from 0."""

    number: int
    node: ast.stmt
    line: int


class _Jump(Exception):
    """A `break`, `continue` or `return` on its way out."""

    def __init__(self, node: ast.stmt) -> None:
        self.node = node


@dataclass
class Compiled:
    """What has been compiled, for all walks over a tree: each statement once."""

    path: str
    code: dict[int, tuple[ast.stmt, CodeType]] = field(default_factory=dict)
    made: dict[tuple[int, str], ast.stmt] = field(default_factory=dict)

    def of(self, node: ast.stmt) -> CodeType:
        """The code of a statement."""
        if id(node) not in self.code:
            code: CodeType = compile(ast.Module([node], []), self.path, "exec", dont_inherit=True)
            self.code[id(node)] = (node, code)  # the node lives on with its number
        return self.code[id(node)][1]

    def assignment(self, name: str, value: ast.expr | None, place: ast.stmt | ast.expr) -> ast.stmt:
        """A statement that gives a name the value of an expression, which may be None."""
        found = self.made.get((id(place), name))
        if found is None:
            value = value or ast.Constant(None)
            found = _located(ast.Assign([ast.Name(name, ast.Store())], value), place)
            self.made[id(place), name] = found
        return found

    def turn(self, node: ast.For) -> ast.stmt:
        """A statement that gives the target of a loop its value in one turn."""
        found = self.made.get((id(node), TURN))
        if found is None:
            found = _located(ast.Assign([node.target], ast.Name(TURN, ast.Load())), node.target)
            self.made[id(node), TURN] = found
        return found


def _located(node: ast.stmt, place: ast.AST) -> ast.stmt:
    return ast.fix_missing_locations(ast.copy_location(node, place))


@dataclass
class Walk:
    """Goes through statements; whoever takes a step from `steps` is to `run` it before the next one."""

    values: Values
    compiled: Compiled
    number: int = 0

    def steps(self, body: Sequence[ast.stmt]) -> Generator[Step, None, None]:
        """The steps in the order in which they are run, up to a `return`."""
        try:
            yield from self._body(body)
        except _Jump as jump:
            if not isinstance(jump.node, ast.Return):
                raise Stopped(jump.node.lineno, SyntaxError("it is in no loop")) from None

    def run(self, step: Step) -> None:
        """Runs one statement. Raises `Stopped`."""
        self._execute(step.node)

    def _body(self, body: Sequence[ast.stmt]) -> Generator[Step, None, None]:
        for node in body:
            if isinstance(node, ast.If):
                chosen = self.value(node.test)
                yield from self._body(node.body if chosen else node.orelse)
            elif isinstance(node, (ast.For, ast.While)):
                yield from self._loop(node)
            elif isinstance(node, ast.Return):
                yield self._step(self.compiled.assignment(RETURNED, node.value, node))
                raise _Jump(node)
            elif isinstance(node, (ast.Break, ast.Continue)):
                raise _Jump(node)
            else:
                yield self._step(node)

    def _loop(self, node: ast.For | ast.While) -> Generator[Step, None, None]:
        turns = self._turns(node)
        for turn in turns:
            if isinstance(node, ast.For):
                self.values[TURN] = turn
                yield self._step(self.compiled.turn(node))
            try:
                yield from self._body(node.body)
            except _Jump as jump:
                if isinstance(jump.node, ast.Return):
                    raise
                if isinstance(jump.node, ast.Break):
                    return
        yield from self._body(node.orelse)

    def _turns(self, node: ast.For | ast.While) -> Iterator[Any]:
        if isinstance(node, ast.While):
            while self.value(node.test):
                yield None
            return
        turns = iter(self.value(node.iter))
        while True:
            try:
                turn = next(turns)
            except StopIteration:
                return
            except Exception as error:
                raise Stopped(node.lineno, error) from None
            yield turn

    def _step(self, node: ast.stmt) -> Step:
        step = Step(self.number, node, node.lineno)
        self.number += 1
        return step

    def value(self, node: ast.expr) -> Any:
        """The value of an expression."""
        self._execute(self.compiled.assignment(VALUE, node, node))
        return self.values.pop(VALUE)

    def _execute(self, node: ast.stmt) -> None:
        check_time()
        try:
            exec(self.compiled.of(node), self.values)
        except TooLong:
            raise
        except (Exception, SystemExit) as error:
            raise Stopped(node.lineno, error) from None


def reads(node: ast.stmt) -> tuple[str, ...]:
    """The names that a statement reads, in order; what is augmented or written in part is read, too."""
    found = [part.id for part in walk(node) if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Load)]
    if isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name):
        found.append(node.target.id)
    return tuple(dict.fromkeys(found))


def binds(node: ast.stmt) -> tuple[str, ...]:
    """The names that a statement gives a value, or of which it changes one: `x[0] = y`, `xs.append(y)`."""
    found = [part.id for part in walk(node) if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store)]
    for part in walk(node):
        if isinstance(part, (ast.Subscript, ast.Attribute)) and isinstance(part.ctx, ast.Store):
            found.append(root(part))
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
        call = node.value
        if isinstance(call.func, ast.Attribute):
            found += [root(call.func), *(root(one) for one in call.args[:1])]  # np.add.at(x, i, y)
    if isinstance(node, (ast.Import, ast.ImportFrom)):
        found += [alias.asname or alias.name.split(".")[0] for alias in node.names]
    if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
        found.append(node.name)
    return tuple(dict.fromkeys(name for name in found if name))


def root(node: ast.expr) -> str:
    """The name that a part is a part of."""
    while isinstance(node, (ast.Subscript, ast.Attribute, ast.Starred)):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""


def copied(value: Any) -> Any:
    """A value that later writes into arrays and lists leave alone."""
    if isinstance(value, np.ndarray):
        return value.copy()
    if type(value) in (list, tuple):
        return type(value)(copied(part) for part in value)
    if type(value) is dict:
        return {key: copied(part) for key, part in value.items()}
    return value


_deadline: list[float] = []


def check_time() -> None:
    """Raises `TooLong` when the time is over."""
    if _deadline and time.monotonic() > _deadline[-1]:
        raise TooLong


@contextlib.contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Raises `TooLong` in what runs longer; what it prints is swallowed, and what it reads is empty."""

    def over(_signal: int, frame: FrameType | None) -> None:
        if (
            frame is None or frame.f_code.co_name != "_remove"
        ):  # of a weak set, which swallows it: the next does
            raise TooLong

    # Where there are no signals another thread has to do it.
    signals = hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
    before = signal.signal(signal.SIGALRM, over) if signals else None
    timer = threading.Timer(seconds, _stop, [threading.get_ident()])
    timer.daemon = True
    _deadline.append(time.monotonic() + seconds)
    stdin, sys.stdin = sys.stdin, io.StringIO()
    try:
        if signals:
            signal.setitimer(signal.ITIMER_REAL, seconds, 1.0)
        else:
            timer.start()
        with contextlib.redirect_stdout(io.StringIO()), np.errstate(all="ignore"):
            yield
    finally:
        if signals:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, before)
        timer.cancel()
        sys.stdin = stdin
        _deadline.pop()


def _stop(thread: int) -> None:
    """Raises `TooLong` in a thread."""
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(TooLong))


def seeded(values: Values) -> Values:
    """The values to begin a run with: each run draws the same random numbers."""
    np.random.seed(0)
    random.seed(0)
    return {name: _rewound(value) for name, value in values.items()}


def _rewound(value: Any) -> Any:
    generators = (np.random.Generator, np.random.RandomState, random.Random)
    return copy.deepcopy(value) if isinstance(value, generators) else value
