"""What the statements of random programs are made of: names with types, and expressions of a type."""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

import numpy as np

from codegen.generate import Options

SIZE = 3
WORDS = tuple(
    [
        "x",
        "y",
        "w",
        "a",
        "b",
        "u",
        "v",
        "z",
        "dx",
        "cache",
        "out",
        "i1",
        "steps",
        "h_before",
        "x1",
        "d_x",
        "h",
        "acc",
        "t",
        "tmp",
        "row",
    ]
)
COUNTERS = tuple(["i", "j", "k", "i1", "t", "m"])
SHARING = 0.12  # the share of programs that write into memory without asking who else names it
NUMBER, VECTOR, MATRIX = "number", "vector", "matrix"
LIST, ROWS, PAIR, DICT, INT = "list", "rows", "pair", "dict", "int"
ANNOTATIONS = {NUMBER: "float", VECTOR: '"N"', MATRIX: '"N N"', LIST: "list[float]", INT: "int"}


@dataclass(frozen=True)
class Program:
    """A module, the function that is checked, its arguments and the options.

    `shares` says that it may write into memory that has another name too, for which it may be refused.
    """

    source: str
    name: str
    arguments: tuple[Any, ...]
    options: Options = field(default_factory=Options)
    shares: bool = False

    def with_source(self, source: str) -> Program:
        """The same with another text."""
        return replace(self, source=source)


class NotHere(Exception):
    """What was drawn needs a value that is not there."""


@dataclass(frozen=True)
class Helper:
    """A function of the module that may be called: what it takes and what it gives.

    `fresh` says that what it gives is in memory of its own.
    """

    name: str
    takes: tuple[str, ...]
    gives: tuple[str, ...]
    fresh: bool


class Expressions:
    """Names that have types, and expressions."""

    def __init__(self, rng: np.random.Generator) -> None:
        self.rng = rng
        self.plain = rng.random() < 0.2
        self.library = "math" if self.plain else "np"
        self.helpers: list[Helper] = []
        self.lines: list[str] = []
        self.depth = 1
        self.loops = 0
        self.types: dict[str, str] = {}
        self.ranges: dict[str, tuple[int, int]] = {}
        self.arguments: set[str] = set()
        self.lengths: dict[str, int] = {}
        self.protected: set[str] = set()
        self.shares = self.chance(SHARING)
        self.owned: set[str] = set()
        self.disowned: set[str] = set()
        self.wrote: set[str] = set()
        self.at_leaving: list[set[str]] = []

    def chance(self, share: float) -> bool:
        """True in that share of cases."""
        return bool(self.rng.random() < share)

    def one_of(self, *options: Any) -> Any:
        """One of several."""
        return options[int(self.rng.integers(len(options)))]

    # Names and values.

    def write(self, line: str) -> None:
        """Adds a line."""
        self.lines.append("    " * self.depth + line)

    def names(self, kind: str) -> list[str]:
        """The names of a type."""
        return [n for n, k in self.types.items() if k == kind]

    def bind(self, name: str, kind: str, length: int | None = None, text: str | None = None) -> None:
        """Notes that a name has a value of a type now; the latest names are the last.

        `text` is the value, which says whose memory it is; without it, it may be anybody's.
        """
        held = {name} if text is None else self.holders(ast.parse(text, mode="eval").body)
        self.owned.add(name)
        if kind in (VECTOR, MATRIX, ROWS) and held:
            self.disown(held | {name} if kind != ROWS or text is None else held)
        self.types.pop(name, None)
        self.types[name] = kind
        self.arguments.discard(name)
        self.ranges.pop(name, None)
        self.lengths.pop(name, None)
        if length is not None:
            self.lengths[name] = length

    def disown(self, names: set[str]) -> None:
        """Notes that the memory of these has another name too, or may have."""
        self.owned -= names
        self.disowned |= names

    def holders(self, node: ast.expr) -> set[str]:
        """The names whose memory a value may share."""
        if isinstance(node, ast.Name):
            return {node.id} if self.types.get(node.id) in (VECTOR, MATRIX, ROWS) else set()
        if isinstance(node, ast.Subscript) or (isinstance(node, ast.Attribute) and node.attr == "T"):
            return self.holders(node.value)
        parts: list[ast.expr] = []
        if isinstance(node, (ast.List, ast.Tuple)):
            parts = node.elts
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            parts = [] if self.is_fresh(node.func.id) else node.args
        return set().union(*(self.holders(part) for part in parts))

    def is_fresh(self, function: str) -> bool:
        """Whether what a function gives is in memory of its own."""
        return all(helper.fresh for helper in self.helpers if helper.name == function)

    def written(self, kind: str) -> str:
        """A name of what is written into: one that owns its memory."""
        if kind == NUMBER or self.shares:
            return self.name(kind)
        there = [n for n in self.names(kind) if n in self.owned]
        if not there:
            raise NotHere
        name = str(self.one_of(*there))
        self.wrote.add(name)
        return name

    def target(self, kind: str) -> str:
        """A name to give a value: often one that has a value of that type."""
        there = [n for n in self.names(kind) if n not in self.protected]
        if there and self.chance(0.5):
            return str(self.one_of(*there))
        free = [w for w in WORDS if w not in self.protected]
        if self.loops:  # what changes its type in a loop is of no type
            free = [w for w in free if self.types.get(w, kind) == kind] or free
        return str(self.one_of(*free))

    def name(self, kind: str) -> str:
        """A name of a type, the latest more often."""
        there = self.names(kind)
        if not there:
            raise NotHere
        return there[-1] if self.chance(0.4) else str(self.one_of(*there))

    def index(self, length: int = SIZE) -> str:
        """A position that is inside."""
        options = [str(k) for k in range(length)] + ["-1"]
        for name, (low, high) in self.ranges.items():
            for shift in (0, 0, 0, -1, 1):
                if low + shift >= -length and high + shift <= length:
                    text = name if not shift else f"{name} {'+' if shift > 0 else '-'} {abs(shift)}"
                    options += [text] * 3
            if low >= 0 and high <= length:
                options += [f"{length - 1} - {name}"] * 2
        return str(self.one_of(*options))

    # Expressions.

    def expression(self, kind: str, depth: int) -> str:
        """An expression of a type."""
        if kind in (PAIR, DICT, LIST, ROWS):
            return self.name(kind)
        if kind == INT:
            return self.index()
        makers: dict[str, Callable[[int], str]] = {
            NUMBER: self.number,
            VECTOR: self.vector,
            MATRIX: self.matrix,
        }
        for _ in range(12):
            try:
                return self.name(kind) if depth <= 0 else makers[kind](depth - 1)
            except NotHere:
                if depth <= 0:
                    break
        return {NUMBER: "0.7", VECTOR: "np.ones(3)", MATRIX: "np.eye(3)"}[kind]

    def number(self, depth: int) -> str:
        """An expression that is a number."""
        n = partial(self.operand, NUMBER, depth)
        lib = self.library
        forms: list[tuple[float, Callable[[], str]]] = [
            (3, lambda: self.name(NUMBER)),
            (0.5, lambda: str(self.one_of("0.5", "1.5", "2", "0.1"))),
            (3, lambda: f"{n()} * {n()}"),
            (2, lambda: f"{n()} {self.one_of('+', '-')} {n()}"),
            (1, lambda: f"{self.one_of('0.5', '0.9', '1.1')} * {n()}"),
            (1, lambda: f"{lib}.{self.one_of('sin', 'tanh', 'cos')}({self.expression(NUMBER, depth)})"),
            (0.5, lambda: f"{n()} / (1.0 + {n()} ** 2)"),
            (0.3, lambda: f"{lib}.exp(-{n()})"),
            (0.3, lambda: f"abs({n()})"),
            (0.3, lambda: f"max({self.expression(NUMBER, depth)}, {self.expression(NUMBER, depth)})"),
            (0.5, lambda: f"({n()} if {self.test()} else {n()})"),
            (1, lambda: f"{self.name(LIST)}[{self.one_of('0', '-1', self.index())}]"),
            (0.5, lambda: f"sum({self.name(LIST)})"),
            (0.5, lambda: f"{self.name(PAIR)}[{self.one_of(0, 1)}]"),
            (0.5, lambda: f"{self.name(DICT)}[{self.one_of(repr('p'), repr('q'))}]"),
            (0.3, lambda: self.summed()),
            (1, lambda: self.call(NUMBER)),
            (0.5, lambda: f"{self.call(LIST)}[{self.one_of(0, -1)}]"),
            (0.4, lambda: self.output(NUMBER)),
            (0.4, lambda: f"{self.position()} * {n()}"),
        ]
        if not self.plain:
            forms += [
                (3, lambda: f"{self.name(VECTOR)}[{self.index()}]"),
                (0.6, lambda: f"{self.call(VECTOR)}[{self.index()}]"),
                (0.4, lambda: f"{self.call(MATRIX)}[{self.index()}, {self.index()}]"),
                (2, lambda: f"{self.name(MATRIX)}[{self.index()}, {self.index()}]"),
                (1, lambda: f"np.sum({self.expression(VECTOR, depth)})"),
                (0.5, lambda: f"np.sum({self.expression(MATRIX, depth)})"),
                (0.5, lambda: f"{self.operand(VECTOR, depth)} @ {self.operand(VECTOR, depth)}"),
                (0.4, lambda: f"{self.name(ROWS)}[{self.one_of(0, -1)}][{self.index()}]"),
            ]
        return self.drawn(forms)

    def vector(self, depth: int) -> str:
        """An expression that is a vector of the one size."""
        v = partial(self.operand, VECTOR, depth)
        n = partial(self.operand, NUMBER, depth)
        return self.drawn(
            [
                (3, lambda: self.name(VECTOR)),
                (3, lambda: f"{v()} {self.one_of('*', '+', '-')} {v()}"),
                (2, lambda: f"{v()} * {n()}"),
                (1, lambda: f"{v()} + {n()}"),
                (1, lambda: f"np.{self.one_of('tanh', 'sin')}({self.expression(VECTOR, depth)})"),
                (1.5, lambda: f"{self.name(MATRIX)}[{self.index()}]"),
                (0.7, lambda: f"{self.name(MATRIX)}[:, {self.index()}]"),
                (0.7, lambda: f"{self.operand(MATRIX, depth)} @ {v()}"),
                (0.7, lambda: "np.zeros(3)"),
                (0.3, lambda: f"np.zeros_like({self.name(VECTOR)})"),
                (0.5, lambda: f"{self.name(VECTOR)}.copy()"),
                (0.5, lambda: f"{self.name(VECTOR)}[::-1]"),
                (0.3, lambda: f"np.array([{n()}, {n()}, {n()}])"),
                (0.3, lambda: f"np.where({self.name(VECTOR)} > {self.bound()}, {v()}, {v()})"),
                (0.3, lambda: f"np.cumsum({self.name(VECTOR)}) * 0.4"),
                (0.3, lambda: f"np.sum({self.operand(MATRIX, depth)}, axis={self.one_of(0, 1)})"),
                (0.4, lambda: f"{self.name(ROWS)}[{self.one_of(0, -1)}]"),
                (0.3, lambda: f"np.array([{self.expression(NUMBER, 1)} for _ in range(3)])"),
                (0.6, lambda: self.call(VECTOR)),
                (0.3, lambda: f"{self.call(VECTOR)}[::-1]"),
                (0.3, lambda: f"{self.call(MATRIX)}[{self.index()}]"),
                (0.3, lambda: self.output(VECTOR)),
            ]
        )

    def matrix(self, depth: int) -> str:
        """An expression that is a square matrix of the one size."""
        m = partial(self.operand, MATRIX, depth)
        return self.drawn(
            [
                (3, lambda: self.name(MATRIX)),
                (2, lambda: f"{m()} {self.one_of('*', '+', '-')} {m()}"),
                (1.5, lambda: f"{m()} * {self.operand(NUMBER, depth)}"),
                (1, lambda: f"{m()} * {self.operand(VECTOR, depth)}"),
                (1, lambda: f"np.outer({self.expression(VECTOR, depth)}, {self.expression(VECTOR, depth)})"),
                (1, lambda: "np.zeros((3, 3))"),
                (0.7, lambda: f"{self.name(MATRIX)}.copy()"),
                (0.7, lambda: f"{self.name(MATRIX)}.T"),
                (0.7, lambda: f"np.tanh({self.expression(MATRIX, depth)})"),
                (0.5, lambda: f"{m()} @ {m()} * 0.3"),
                (0.4, lambda: self.call(MATRIX)),
            ]
        )

    def operand(self, kind: str, depth: int) -> str:
        """An operand of an operator, in parentheses where it must be."""
        text = self.expression(kind, depth if self.chance(0.4) else 0)
        atom = text.replace(".", "").replace("_", "").isalnum() or (
            text.endswith(("]", ")")) and " " not in text
        )
        return text if atom else f"({text})"

    def drawn(self, forms: list[tuple[float, Callable[[], str]]]) -> str:
        """One of several forms."""
        weights = np.array([weight for weight, _ in forms])
        return forms[int(self.rng.choice(len(forms), p=weights / weights.sum()))][1]()

    def position(self) -> str:
        """A name of an integer."""
        if not self.ranges:
            raise NotHere
        return str(self.one_of(*self.ranges))

    def bound(self) -> str:
        """What values are compared with."""
        return f"{self.rng.uniform(-0.3, 1.6):.2f}"

    def test(self) -> str:
        """A condition of a number or of a position."""
        if self.ranges and self.chance(0.4):
            name = self.position()
            return str(self.one_of(f"{name} > 0", f"{name} == 1", f"{name} % 2 == 0", f"{name} < 2"))
        test = f"{self.expression(NUMBER, 1)} {self.one_of('<', '>')} {self.bound()}"
        return f"{test} and {self.name(NUMBER)} > -5.0" if self.chance(0.1) and self.names(NUMBER) else test

    def summed(self) -> str:
        """A sum of a generator expression."""
        kind = self.one_of(LIST) if self.plain else self.one_of(LIST, VECTOR)
        over = self.name(str(kind))
        item, form = self.item(), "{0} * {1}"
        other = self.name(NUMBER) if self.names(NUMBER) and self.chance(0.3) else ""
        form = form if other else str(self.one_of("{0} * {0}", "{0} * 0.5", "abs({0})"))
        return f"sum({form.format(item, other)} for {item} in {over})"

    def item(self) -> str:
        """The name of what a comprehension goes over: its own, or that of something else in the function."""
        return str(self.one_of("q", "r", *WORDS[:5]) if self.chance(0.4) else self.one_of("q", "r"))

    def call(self, kind: str) -> str:
        """A call of a function of the module that gives one value of the type."""
        able = [h for h in self.helpers if h.gives == (kind,)]
        if not able:
            raise NotHere
        return self.called(self.one_of(*able))

    def output(self, kind: str) -> str:
        """One of several outputs of a call, by its place."""
        able = [h for h in self.helpers if len(h.gives) > 1 and kind in h.gives]
        if not able:
            raise NotHere
        helper = self.one_of(*able)
        return f"{self.called(helper)}[{helper.gives.index(kind)}]"

    def called(self, helper: Helper) -> str:
        """A call with arguments."""
        return f"{helper.name}({', '.join(self.argument(t) for t in helper.takes)})"

    def argument(self, kind: str) -> str:
        """An argument of a call."""
        if kind == INT:
            return str(SIZE - 1)
        if kind == LIST:
            return f"[{', '.join(self.expression(NUMBER, 0) for _ in range(SIZE))}]"
        return self.expression(kind, 1)
