"""Draws straight-line programs, statement by statement while they run."""

from __future__ import annotations

import ast
import copy
import warnings
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from checking import leaves, namespace

from codegen.generate import Options
from fuzz.operations import (
    ARITHMETIC,
    ELEMENTWISE,
    LARGE,
    NUMBERS,
    PRODUCTS,
    REDUCTIONS,
    SHAPING,
    VIEWS,
    array,
    nonzero,
)

SYMBOLS = {1: "1", 2: "D", 3: "N", 4: "K"}
WORDS = "x y w a b u v dx cache out d_x tanh_in x1 dout ddx g_cache out1 x_times_y p_a exp_x dcache z"
NAMES = tuple(WORDS.split())
PLACES = ("[0]", "[-1]", "[:, 0]", "[1:]", "[...]", "[:]", "[0, 0]", "[::2]")
CONSTANTS = ("2", "0.5", "1.5", "SCALE", "3.0", "1")
HEADERS = {"math": "import math\n", "numpy": "import numpy as np\n"}


class Rejected(Exception):
    """What was drawn does not fit; something else is drawn."""


@dataclass(frozen=True)
class Argument:
    """An argument: what it holds, and its annotation (empty where there is none)."""

    name: str
    value: Any
    annotation: str


@dataclass(frozen=True)
class Function:
    """A function as it was drawn."""

    name: str
    arguments: tuple[Argument, ...]
    body: tuple[str, ...]
    outputs: tuple[str, ...]
    final: bool
    smooth: bool

    def text(self, pragma: bool) -> str:
        """Its source."""
        signature = ", ".join(a.name + (f": {a.annotation}" if a.annotation else "") for a in self.arguments)
        lines = [f"def {self.name}({signature}):", *(f"    {line}" for line in self.body)]
        lines.append(f"    return {', '.join(self.outputs)}")
        return "\n".join(["# backprop: final"] * (self.final and pragma) + lines) + "\n"


@dataclass(frozen=True)
class Program:
    """A module, the function of it that is checked, and how it is generated."""

    header: str
    functions: tuple[Function, ...]
    wrt: tuple[str, ...]
    style: str
    smooth: bool = field(default=True)

    @property
    def source(self) -> str:
        """The module's text."""
        *helpers, last = self.functions
        return "\n\n".join([self.header, *(f.text(True) for f in helpers), last.text(False)])

    @property
    def options(self) -> Options:
        """The options that it is generated with."""
        last = self.functions[-1]
        wrt = {last.name: self.wrt} if self.wrt else {}
        return Options(wrt=wrt, final=(last.name,) if last.final else (), style=self.style)


class Writer:
    """Draws a module."""

    def __init__(self, rng: np.random.Generator) -> None:
        self.rng = rng
        self.library = str(rng.choice(["math", "numpy", "numpy", "numpy"]))
        self.annotated = float(rng.choice([0.0, 0.5, 1.0]))
        self.space: dict[str, Any] = namespace("import math\nimport numpy as np\nSCALE = 1.25\n")
        self.helpers: list[Function] = []
        self.env: dict[str, Any] = {}
        self.atoms: list[str] = []
        self.local: set[str] = set()
        self.body: list[str] = []
        self.smooth = True

    def program(self) -> Program:
        """A module of one to three functions."""
        names = ["g", "layer", "f"][-int(self.rng.choice([1, 1, 2, 3])) :]
        for name in names:
            function = self.function(name)
            self.helpers.append(function)
            exec(function.text(True), self.space)
        last = self.helpers[-1]
        able = [a.name for a in last.arguments if type(a.value) is not int]
        wrt = tuple(n for n in able if self.rng.random() < 0.6) if self.rng.random() < 0.2 else ()
        return Program(
            header=HEADERS[self.library] + "\nSCALE = 1.25\n",
            functions=tuple(self.helpers),
            wrt=wrt,
            style=str(self.rng.choice(["clean", "clean", "notes"])),
            smooth=all(f.smooth for f in self.helpers),
        )

    def function(self, name: str) -> Function:
        """One function; the helpers drawn before it may be called."""
        self.env, self.atoms, self.local, self.body, self.smooth = {}, [], set(), [], True
        names = [str(n) for n in self.rng.permutation(NAMES)]
        arguments = tuple(self.argument(names.pop()) for _ in range(int(self.rng.integers(1, 4))))
        if all(type(a.value) is int for a in arguments):
            arguments = (*arguments, self.enter(Argument(names.pop(), self.draw(()), "")))
        fresh = names[: int(self.rng.integers(2, 5))]
        for _ in range(int(self.rng.integers(1, 8))):
            self.attempt(lambda: self.statement(fresh))
        outputs = [self.attempt(self.output) for _ in range(int(self.rng.choice([1, 1, 1, 2, 3])))]
        kept = tuple(o for o in outputs if o) or (self.any_atom(),)
        final = len(kept) == 1 and isinstance(self.value(kept[0]), float) and self.rng.random() < 0.3
        return Function(name, arguments, tuple(self.body), kept, bool(final), self.smooth)

    # Values.

    def draw(self, shape: tuple[int, ...]) -> Any:
        """A number or an array, positive and of moderate size."""
        drawn = self.rng.uniform(0.5, 1.5, shape)
        return drawn if shape else float(drawn)

    def shape(self) -> tuple[int, ...]:
        """A shape of few dimensions, some of them 1."""
        if self.library == "math":
            return ()
        shapes = ((), (2,), (2,), (3,), (3, 2), (3, 2), (2, 2), (3, 1), (1, 2), (1,), (2, 3), (3, 3))
        return shapes[int(self.rng.integers(len(shapes)))]

    def argument(self, name: str) -> Argument:
        """An argument of some type."""
        chance = self.rng.random()
        annotated = self.rng.random() < self.annotated
        if chance < 0.08:
            return self.enter(Argument(name, 2, "int"))
        if chance < 0.16:
            items = [self.draw(()) for _ in range(2)]
            choices = ["list[float]"] + ["'2'", ""] * (self.library == "math")
            return self.enter(Argument(name, items, str(self.rng.choice(choices))))
        if chance < 0.22:
            return self.enter(
                Argument(name, {"a": self.draw(self.shape()), "b": self.draw(())}, "dict" * annotated)
            )
        value = self.draw(self.shape())
        return self.enter(Argument(name, value, self.annotation(np.shape(value)) if annotated else ""))

    def annotation(self, shape: tuple[int, ...]) -> str:
        """A shape in words, with symbols or numbers."""
        if not shape:
            return "float"
        words = [SYMBOLS[n] if self.rng.random() < 0.8 else str(n) for n in shape]
        return f'"{" ".join(words)}"'

    def enter(self, argument: Argument) -> Argument:
        """Makes an argument known to the statements after it."""
        self.env[argument.name] = copy.deepcopy(argument.value)
        if isinstance(argument.value, (dict, list)):
            keys = argument.value if isinstance(argument.value, dict) else range(2)
            self.atoms += [f"{argument.name}[{key!r}]" for key in keys]
        else:
            self.atoms.append(argument.name)
        return argument

    def value(self, text: str) -> Any:
        """The value of an expression at this point."""
        with np.errstate(all="raise"):
            return eval(text, {**self.space, **self.env})

    def any_atom(self) -> str:
        """A name, or an item of an argument."""
        return str(self.rng.choice(self.atoms))

    # Expressions.

    def expression(self, depth: int) -> str:
        """An expression whose value is tame."""
        if depth <= 0 or self.rng.random() < 0.1:
            return self.any_atom() if self.rng.random() < 0.85 else str(self.rng.choice(CONSTANTS))
        final = [h for h in self.helpers if len(h.outputs) == 1]
        if final and self.rng.random() < 0.15:
            return self.tame(self.call(final[int(self.rng.integers(len(final)))]))
        if self.library == "math":
            groups = [(ARITHMETIC, 0.6), (NUMBERS, 0.4)]
        else:
            groups = [
                (ARITHMETIC, 0.4),
                (ELEMENTWISE, 0.25),
                (REDUCTIONS, 0.15),
                (PRODUCTS, 0.1),
                (SHAPING, 0.1),
            ]
        for _ in range(8):
            group = groups[int(self.rng.choice(len(groups), p=[weight for _, weight in groups]))][0]
            op = group[int(self.rng.integers(len(group)))]
            count = 2 if "{1}" in op.form else 1
            operands = [self.expression(depth - 1 - int(self.rng.integers(2))) for _ in range(count)]
            try:
                if not op.fits(*map(self.value, operands)):
                    continue
                text = self.tame(op.form.format(*(o if is_atom(o) else f"({o})" for o in operands)))
            except Exception:
                continue
            self.smooth &= op.smooth
            return text
        return self.any_atom()

    def tame(self, text: str) -> str:
        """The text, if what it stands for is finite, moderate and small in size."""
        value = self.value(text)
        if (
            not isinstance(value, (float, int, np.ndarray, np.floating))
            or np.size(value) > 36
            or np.size(value) == 0
        ):
            raise Rejected
        if not np.all(np.isfinite(value)) or np.max(np.abs(value)) > LARGE:
            raise Rejected
        return text

    def call(self, helper: Function) -> str:
        """A call of a function of the module, its arguments of the shapes that it was drawn for."""
        texts = []
        for argument in helper.arguments:
            if isinstance(argument.value, (dict, list)):
                texts.append(self.display(argument.value))
            elif type(argument.value) is int:
                texts.append(str(argument.value))
            else:
                texts.append(self.of_shape(np.shape(argument.value)))
        if len(texts) > 1 and self.rng.random() < 0.2:
            texts[-1] = f"{helper.arguments[-1].name}={texts[-1]}"
        return f"{helper.name}({', '.join(texts)})"

    def display(self, nest: Any) -> str:
        """A list or dict written out."""
        if isinstance(nest, dict):
            return "{" + ", ".join(f"{k!r}: {self.of_shape(np.shape(v))}" for k, v in nest.items()) + "}"
        return "[" + ", ".join(self.of_shape(np.shape(v)) for v in nest) + "]"

    def of_shape(self, shape: tuple[int, ...]) -> str:
        """An expression of a shape."""
        for _ in range(30):
            text = self.expression(int(self.rng.integers(0, 3)))
            if np.shape(self.value(text)) == shape and (shape or not isinstance(self.value(text), int)):
                return text
        raise Rejected

    # Statements.

    def attempt(self, draw: Callable[[], Any]) -> Any:
        """What is drawn, or None after some vain attempts."""
        for _ in range(6):
            try:
                return draw()
            except Exception:
                continue
        return None

    def write(self, line: str) -> None:
        """Adds a statement, and runs it."""
        with np.errstate(all="raise"):
            exec(line, {**self.space, **self.env}, self.env)
        self.body.append(line)

    def bind(self, name: str) -> None:
        """Notes that a name is bound to a number or array."""
        self.local.add(name)
        self.atoms = [a for a in self.atoms if a.split("[")[0] != name]
        self.atoms.append(name)

    def target(self, fresh: list[str]) -> str:
        """A name to assign: a new one, one that is there, an argument."""
        there = [a for a in self.atoms if a.isidentifier()]
        if there and self.rng.random() < 0.35:
            return str(self.rng.choice(there))
        return str(self.rng.choice(fresh))

    def statement(self, fresh: list[str]) -> None:
        """A statement of some form."""
        forms: list[tuple[float, Callable[[list[str]], None]]] = [
            (0.42, self.assign),
            (0.10, self.augment),
            (0.10, self.alias),
            (0.08, self.unpack),
            (0.05, self.swap),
            (0.05, self.choose),
            (0.08, self.write_part),
            (0.12, self.call_statement),
        ]
        weights = np.array([w for w, _ in forms])
        forms[int(self.rng.choice(len(forms), p=weights / weights.sum()))][1](fresh)

    def assign(self, fresh: list[str]) -> None:
        """`t = expr`, `t = u = expr`, some of them marked as stopped."""
        name, text = self.target(fresh), self.expression(int(self.rng.integers(1, 4)))
        if isinstance(self.value(text), int):
            raise Rejected
        chance = self.rng.random()
        if chance < 0.06:
            other = str(self.rng.choice(fresh))
            self.write(f"{name} = {other} = {text}")
            self.bind(other)
        else:
            self.write(f"{name} = {text}" + "  # backprop: stop" * (chance > 0.97))
        self.bind(name)

    def augment(self, fresh: list[str]) -> None:
        """`t += expr` for what is local, or a number."""
        names = [n for n in self.atoms if n.isidentifier() and (n in self.local or np.ndim(self.env[n]) == 0)]
        name, text = str(self.rng.choice(names)), self.expression(int(self.rng.integers(0, 3)))
        if type(self.env[name]) is int:
            raise Rejected
        op = str(self.rng.choice(["+", "-", "*", "+", "/"]))
        if op == "/" and not nonzero(self.value(text)):
            raise Rejected
        if np.shape(self.tame_value(f"{name} {op} ({text})")) != np.shape(self.env[name]):
            raise Rejected
        self.write(f"{name} {op}= {text}")
        self.bind(name)

    def tame_value(self, text: str) -> Any:
        """The value of an expression that must be tame."""
        return self.value(self.tame(text))

    def alias(self, fresh: list[str]) -> None:
        """Another name, or a view."""
        name, source = self.target(fresh), self.any_atom()
        text = source
        if array(self.value(source)) and self.rng.random() < 0.7:
            text = str(self.rng.choice(VIEWS)).format(source)
        self.tame(text)
        self.write(f"{name} = {text}")
        self.bind(name)

    def unpack(self, fresh: list[str]) -> None:
        """`t, u = expr, expr`."""
        first, second = self.rng.choice(fresh, 2, replace=False)
        texts = [self.expression(1), self.expression(2)]
        if any(isinstance(self.value(t), int) for t in texts):
            raise Rejected
        self.write(f"{first}, {second} = {', '.join(texts)}")
        self.bind(str(first))
        self.bind(str(second))

    def swap(self, fresh: list[str]) -> None:
        """`t, u = u, t`."""
        names = [a for a in self.atoms if a.isidentifier() and type(self.env[a]) is not int]
        first, second = (str(n) for n in self.rng.choice(names, 2, replace=False))
        self.write(f"{first}, {second} = {second}, {first}")
        self.bind(first)
        self.bind(second)

    def choose(self, fresh: list[str]) -> None:
        """A conditional expression."""
        number = self.of_shape(())
        test = float(self.value(number)) - float(self.rng.uniform(-1, 1))
        texts = [self.expression(2), self.expression(1)]
        if any(isinstance(self.value(t), int) for t in texts):
            raise Rejected
        if array(self.value(texts[0])) != array(self.value(texts[1])):  # final could not be promised
            raise Rejected
        name = self.target(fresh)
        self.write(f"{name} = {texts[0]} if {number} > {test:.2f} else {texts[1]}")
        self.smooth = False
        self.bind(name)

    def write_part(self, fresh: list[str]) -> None:
        """`t[0] = expr`, for a local array that owns its memory as far as Python can tell."""
        names = [
            n for n in self.local if n in self.env and array(self.env[n]) and self.env[n].flags.writeable
        ]
        name = str(self.rng.choice(sorted(names)))
        arguments = [v for k, v in self.env.items() if k not in self.local]
        if any(np.shares_memory(self.env[name], v) for v in arguments if isinstance(v, np.ndarray)):
            raise Rejected
        place = name + str(self.rng.choice(PLACES))
        text = self.expression(int(self.rng.integers(0, 3)))
        op = str(self.rng.choice(["", "", "+", "-", "*"]))
        if np.broadcast_shapes(np.shape(self.value(text)), np.shape(self.value(place))) != np.shape(
            self.value(place)
        ):
            raise Rejected
        self.tame(f"{place} {op or '*'} ({text})")
        self.write(f"{place} {op}= {text}")

    def call_statement(self, fresh: list[str]) -> None:
        """A call of a function of the module, its outputs taken apart."""
        helper = self.helpers[int(self.rng.integers(len(self.helpers)))]
        text = self.call(helper)
        for part in self.value(text) if len(helper.outputs) > 1 else ():
            if np.max(np.abs(part)) > LARGE:
                raise Rejected
        count = len(helper.outputs)
        if count > len(fresh):
            raise Rejected
        names = [str(n) for n in self.rng.choice(fresh, count, replace=False)]
        if count > 1 and self.rng.random() < 0.2:
            names[0] = "_"
        self.write(f"{', '.join(names)} = {text}")
        for name in names:
            if name != "_":
                self.bind(name)

    def output(self) -> str:
        """What is returned: a name, more often than not the last one; an expression; a nest."""
        chance = self.rng.random()
        if chance < 0.35:
            text = self.atoms[-1]
        elif chance < 0.5:
            text = self.any_atom()
        elif chance < 0.54:
            text = f"[{self.any_atom()}, {self.expression(1)}]"
        elif chance < 0.57:
            text = f"{{'a': {self.any_atom()}, 'b': {self.expression(1)}}}"
        else:
            text = self.expression(2)
        if any(isinstance(leaf, int) for _, leaf in leaves(self.value(text))):
            raise Rejected
        return text


def is_atom(text: str) -> bool:
    """Whether a text needs no parentheses."""
    return isinstance(ast.parse(text, mode="eval").body, (ast.Name, ast.Constant, ast.Subscript, ast.Call))


def drawn(seed: int, number: int) -> Program:
    """The program of that number."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return Writer(np.random.default_rng([seed, number])).program()
