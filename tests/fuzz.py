"""Random straight-line programs, each held to the contract; `make fuzz` runs some thousand of them.

A program is a small module, written statement by statement while it runs: an expression is taken only if
its value is tame (finite, of moderate size) and if its operands are away from the kinks and domain ends
of what is applied to them. So central differences are good, and each failure means something. What is
generated is checked with `checking.check_pair`, and then is itself differentiated and checked again.

A refusal is counted by its code. Everything else is a finding: an exception that is not `Refused`, a name
bound nowhere, a wrong value, a wrong gradient, shared or modified memory. A finding is confirmed with other
arguments (a kink hit by chance goes away), shrunk, and printed. The same seed gives the same programs.
"""

from __future__ import annotations

import argparse
import ast
import collections
import copy
import re
import sys
import time
import traceback
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from checking import Wrong, check_names, check_pair, leaves, namespace, returns_several

from codegen.generate import Options, generate_module
from codegen.problems import Refused

Test = Callable[..., bool]
SMALL, LARGE = 1e-3, 30.0
SYMBOLS = {1: "1", 2: "D", 3: "N", 4: "K"}
WORDS = "x y w a b u v dx cache out d_x tanh_in x1 dout ddx g_cache out1 x_times_y p_a exp_x dcache z"
NAMES = tuple(WORDS.split())
STOP = re.compile(r"^(?P<indent>\s*)(?P<name>\w+) = (?P<value>.*?)  # backprop: stop$", re.MULTILINE)


class Rejected(Exception):
    """What was drawn does not fit; something else is drawn."""


@dataclass(frozen=True)
class Op:
    """A form with places for its operands, and what they must be for it to be smooth there."""

    form: str
    fits: Test = lambda *operands: True
    smooth: bool = True


def positive(*operands: Any) -> bool:
    """Whether all are well above zero."""
    return all(np.min(x) > 0.2 for x in operands)


def nonzero(*operands: Any) -> bool:
    """Whether the last operand is away from zero."""
    return bool(np.min(np.abs(operands[-1])) > 0.2)


def apart(x: Any, y: Any = 0.0) -> bool:
    """Whether two values differ everywhere."""
    return bool(np.min(np.abs(np.subtract(x, y))) > 0.02)


def power(x: Any, y: Any) -> bool:
    """Whether x**y is smooth and moderate."""
    return positive(x) and bool(np.max(np.abs(y)) < 3)


def rank(*ranks: int) -> Test:
    """A test of the operands' ranks."""
    return lambda *operands: all(np.ndim(x) == r for x, r in zip(operands, ranks))


def array(*operands: Any) -> bool:
    """Whether all are arrays of some rank."""
    return all(isinstance(x, np.ndarray) and x.ndim > 0 for x in operands)


def both(*tests: Test) -> Test:
    """All of the tests."""
    return lambda *operands: all(test(*operands) for test in tests)


def long(x: Any) -> bool:
    """Whether there is a second entry along the first axis."""
    return array(x) and x.shape[0] > 1


ARITHMETIC = (
    *map(
        Op, ("{0} + {1}", "{0} - {1}", "{0} * {1}", "{0} * {1}", "{0} + {1}", "{0} * {0}", "{0} - {1} * {0}")
    ),
    *map(
        Op,
        (
            "-{0}",
            "2 * {0}",
            "{0} * 0.5",
            "1 - {0}",
            "{0} / 3",
            "{0}**2",
            "{0}**3",
            "{0} + 1",
            "(1 - {0}) * {0}",
        ),
    ),
    Op("{0} / {1}", nonzero),
    Op("1 / {0}", nonzero),
    Op("{0}**-1", nonzero),
    Op("{0}**0.5", positive),
    Op("{0}**{1}", power),
    Op("2**{0}", lambda x: bool(np.max(np.abs(x)) < 4)),
)
NUMBERS = (
    *map(Op, ("math.sin({0})", "math.cos({0})", "math.tanh({0})", "math.exp(-{0})", "math.exp({0})")),
    *map(
        Op,
        (
            "1.0 / (1 + math.exp(-{0}))",
            "math.atan({0})",
            "math.hypot({0}, {1})",
            "math.erf({0})",
            "sum([{0}, {1}])",
        ),
    ),
    Op("math.sqrt({0})", positive),
    Op("math.log({0})", positive),
    Op("math.pow({0}, {1})", power),
    Op("abs({0})", apart),
    Op("max({0}, {1})", apart, smooth=False),
    Op("min({0}, {1})", apart, smooth=False),
    Op("max(0, {0})", apart, smooth=False),
    Op("({0} if {0} > {1} else {1} * {0})", apart, smooth=False),
    Op("({0} if {1} > 0.1 else 2.0)", lambda x, y: apart(y, 0.1), smooth=False),
)
ELEMENTWISE = (
    *map(Op, ("np.sin({0})", "np.cos({0})", "np.tanh({0})", "np.exp(-{0})", "np.exp({0})", "np.square({0})")),
    *map(Op, ("1.0 / (1 + np.exp(-{0}))", "np.arctan({0})", "np.hypot({0}, {1})", "np.logaddexp(0, {0})")),
    *map(
        Op,
        (
            "np.multiply({0}, {1})",
            "np.add({0}, {1})",
            "np.subtract({0}, {1})",
            "np.expm1({0})",
            "np.negative({0})",
        ),
    ),
    Op("np.sqrt({0})", positive),
    Op("np.log({0})", positive),
    Op("np.log1p({0})", positive),
    Op("np.divide({0}, {1})", nonzero),
    Op("np.power({0}, {1})", power),
    Op("np.abs({0})", apart),
    Op("np.maximum({0}, {1})", apart, smooth=False),
    Op("np.minimum({0}, {1})", apart, smooth=False),
    Op("np.maximum(0, {0})", apart, smooth=False),
    Op("np.where({0} > {1}, {0}, {1} * 2)", apart, smooth=False),
    Op("np.where({0} > 0.1, {1}, 0)", lambda x, y: apart(x, 0.1), smooth=False),
)
REDUCTIONS = (
    *(
        Op(form, array)
        for form in ("np.sum({0})", "{0}.sum()", "np.mean({0})", "{0}.mean(axis=-1)", "{0}.sum(0)")
    ),
    *(
        Op(form, array)
        for form in (
            "np.sum({0}, axis=0)",
            "np.sum({0}, axis=-1, keepdims=True)",
            "{0}.mean(0, keepdims=True)",
        )
    ),
    *(
        Op(form, array)
        for form in ("np.cumsum({0}, axis=0)", "{0}.sum() / {0}.size", "{0} / len({0})", "{0} * {0}.shape[0]")
    ),
    Op("np.sum({0}, axis=(0, 1))", rank(2)),
    Op("np.sum({0}, axis=1)", rank(2)),
    Op("np.mean({0}, axis=1, keepdims=True)", rank(2)),
    Op("np.linalg.norm({0})", array),
    Op("np.var({0}, axis=0)", long),
    Op("np.std({0})", lambda x: array(x) and bool(np.std(x) > 0.05)),
    Op(
        "np.max({0}, axis=0)",
        lambda x: long(x) and bool(np.min(np.diff(np.sort(x, 0), axis=0)) > 0.01),
        smooth=False,
    ),
    Op(
        "{0}.max()",
        lambda x: array(x) and (x.size < 2 or bool(np.min(np.diff(np.sort(x, None))) > 0.01)),
        smooth=False,
    ),
)
PRODUCTS = (
    *(
        Op(form, array)
        for form in (
            "{0} @ {1}",
            "{0}.dot({1})",
            "np.dot({0}, {1})",
            "{0} @ {1}.T",
            "{0}.T @ {1}",
            "{0} @ {0}.T",
        )
    ),
    Op("np.outer({0}, {1})", rank(1, 1)),
    Op("np.inner({0}, {1})", array),
    Op("np.einsum('ij,ij->i', {0}, {1})", rank(2, 2)),
    Op("np.einsum('ij,kj->ik', {0}, {1})", rank(2, 2)),
    Op("np.einsum('ij->ji', {0})", rank(2)),
    Op("np.trace({0} @ {0}.T)", rank(2)),
)
SHAPING = (
    *(
        Op(form, array)
        for form in ("{0}.reshape(-1)", "{0}[None]", "np.expand_dims({0}, 0)", "{0}.ravel()", "{0}[::-1]")
    ),
    *(
        Op(form, array)
        for form in (
            "{0}.T",
            "np.transpose({0})",
            "np.flip({0}, 0)",
            "np.roll({0}, 1, axis=0)",
            "{0}.flatten()",
        )
    ),
    *(
        Op(form, array)
        for form in (
            "np.concatenate([{0}, {0}])",
            "np.stack([{0}, {1}])",
            "np.repeat({0}, 2, axis=0)",
            "{0}.copy()",
        )
    ),
    *(
        Op(form, array)
        for form in ("{0}[0]", "{0}[-1]", "{0}[..., 0]", "{0}[[0, 0]]", "np.tile({0}, 2)", "np.squeeze({0})")
    ),
    *(
        Op(form, array)
        for form in ("np.concatenate([{0}, {1}])", "np.reshape({0}, (-1, 1))", "{0}.reshape({0}.shape)")
    ),
    Op("{0}[:, None]", rank(1)),
    Op("{0}[:, 0]", rank(2)),
    Op("{0}[:, :1]", rank(2)),
    Op("{0}[1:]", long),
    Op("{0}[1:] - {0}[:-1]", long),
    Op("{0}[[0, 1, 0]]", long),
    Op("np.broadcast_to({0}, (3,) + {0}.shape)", lambda x: array(x) and x.ndim < 2),
)
VIEWS = (
    "{0}.T",
    "{0}[0]",
    "{0}[1:]",
    "{0}.reshape(-1)",
    "{0}[None]",
    "{0}[:, 0]",
    "{0}.ravel()",
    "{0}[::-1]",
    "{0}[:]",
)
PLACES = ("[0]", "[-1]", "[:, 0]", "[1:]", "[...]", "[:]", "[0, 0]", "[::2]")
CONSTANTS = ("2", "0.5", "1.5", "SCALE", "3.0", "1")
HEADERS = {"math": "import math\n", "numpy": "import numpy as np\n"}


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


@dataclass(frozen=True)
class Verdict:
    """What became of a program: ok, or refused, crash, wrong, each at first or second order."""

    kind: str
    detail: str = ""
    text: str = ""

    @property
    def finding(self) -> bool:
        """Whether somebody must look at it."""
        return self.kind.split()[0] in ("crash", "wrong")


def reference(program: Program) -> Callable[..., Any]:
    """The function that is checked, with stopped values kept as they were in the first run."""
    kept: dict[int, Any] = {}
    count = 0

    def stopped(value: Any) -> Any:
        nonlocal count
        count += 1
        return copy.deepcopy(kept.setdefault(count, copy.deepcopy(value)))

    source = STOP.sub(r"\g<indent>\g<name> = _stopped(\g<value>)", program.source)
    space: dict[str, Any] = {"_stopped": stopped, "__name__": "reference"}
    exec(compile(source, "<reference>", "exec"), space)

    def run(*args: Any) -> Any:
        nonlocal count
        count = 0
        return space[program.functions[-1].name](*args)

    return run


def with_read(name: str, value: Any, text: str) -> Any:
    """The argument without the keys that nobody reads: those have no gradient."""
    if isinstance(value, dict):
        return {k: v for k, v in value.items() if f"{name}[{k!r}]" in text}
    return value


def redrawn(value: Any, rng: np.random.Generator) -> Any:
    """Other values of the same form."""
    if isinstance(value, dict):
        return {k: redrawn(v, rng) for k, v in value.items()}
    if isinstance(value, list):
        return [redrawn(v, rng) for v in value]
    if type(value) is int:
        return value
    return rng.uniform(0.5, 1.5, np.shape(value)) if np.shape(value) else float(rng.uniform(0.5, 1.5))


def examine(program: Program, second: bool, redraw: int = 0) -> Verdict:
    """Generates, runs and checks; `redraw` checks with other arguments."""
    last = program.functions[-1]
    args = [copy.deepcopy(a.value) for a in last.arguments]
    args = [with_read(a.name, value, last.text(False)) for a, value in zip(last.arguments, args)]
    if redraw:
        args = [redrawn(value, np.random.default_rng(redraw)) for value in args]
    text, order = "", ""
    try:
        text = generate_module(program.source, "fuzz.py", program.options)
        if generate_module(program.source, "fuzz.py", program.options) != text:
            raise Wrong("the output differs from run to run")
        wanted = [i for i, a in enumerate(last.arguments) if not program.wrt or a.name in program.wrt]
        wanted = [i for i in wanted if type(args[i]) is not int]
        if not usable(program, args):
            return Verdict("untame")
        space = namespace(text)
        ups, cache = check_pair(
            space, last.name, reference(program), args, wanted,
            several=returns_several(program.source, last.name), final=last.final,
        )  # fmt: skip
        check_names(text)
        if second:
            order, names = "at second order", (f"{last.name}_forward", f"{last.name}_backward")
            again = generate_module(text, "fuzz_generated.py", Options(only=names))
            first, text = text, again
            if program.smooth:
                given = [*ups, cache]
                able = list(range(len(given)))
                check_pair(
                    namespace(again),
                    names[1],
                    space[names[1]],
                    given,
                    able,
                    several=returns_several(first, names[1]),
                )
            if not STOP.search(program.source):
                args_able = [i for i, a in enumerate(args) if type(a) is not int]
                check_pair(namespace(again), names[0], space[names[0]], args, args_able, several=True)
            check_names(again)
    except Refused as error:
        return Verdict(
            f"refused {order}".strip(), "; ".join(f"{p.code}: {p.message}" for p in error.problems), text
        )
    except Wrong as error:
        return Verdict(f"wrong {order}".strip(), str(error), text)
    except Exception:
        return Verdict(f"crash {order}".strip(), traceback.format_exc(limit=-3), text)
    return Verdict("ok", text=text)


def usable(program: Program, args: list[Any]) -> bool:
    """Whether the program is finite at these arguments, and its outputs are moderate."""
    with np.errstate(all="ignore"):
        try:
            result = namespace(program.source)[program.functions[-1].name](*copy.deepcopy(args))
        except ArithmeticError:
            return False
    last = program.functions[-1]
    for argument in last.arguments:  # a list of which nothing is known is taken for a number
        known = argument.annotation or f"{argument.name}[" in last.text(False)
        if isinstance(argument.value, list) and not known:
            return False
    values = [x for _, x in leaves(result)]
    tame = all(np.isrealobj(x) and np.all(np.isfinite(x)) and np.max(np.abs(x)) < 1e4 for x in values)
    return tame and not any(isinstance(x, int) for x in values)


def confirmed(program: Program, second: bool) -> bool:
    """Whether a wrong result is there with other arguments too."""
    verdicts = [examine(program, second, redraw) for redraw in range(1, 6)]
    judged = [v for v in verdicts if v.kind != "untame"]
    return bool(judged) and sum(v.finding for v in judged) * 2 > len(judged)


def smaller(program: Program) -> Iterator[Program]:
    """Programs with a statement, an output, a function, an option less."""
    for i, function in enumerate(program.functions):
        last = i == len(program.functions) - 1

        def put(new: Function, i: int = i) -> Program:
            return replace(program, functions=(*program.functions[:i], new, *program.functions[i + 1 :]))

        if not last:
            yield replace(program, functions=(*program.functions[:i], *program.functions[i + 1 :]))
        for k in range(len(function.body)):
            yield put(replace(function, body=(*function.body[:k], *function.body[k + 1 :])))
        for k in range(len(function.outputs) if last and len(function.outputs) > 1 else 0):
            yield put(replace(function, outputs=(*function.outputs[:k], *function.outputs[k + 1 :])))
        for k in range(len(function.arguments) if last and len(function.arguments) > 1 else 0):
            if function.arguments[k].name not in program.wrt:
                yield put(
                    replace(function, arguments=(*function.arguments[:k], *function.arguments[k + 1 :]))
                )
        for k, argument in enumerate(function.arguments):
            if argument.annotation not in ("", "int"):
                new = replace(argument, annotation="")
                yield put(
                    replace(function, arguments=(*function.arguments[:k], new, *function.arguments[k + 1 :]))
                )
        for k, line in enumerate(function.body):
            for text in simpler(line):
                yield put(replace(function, body=(*function.body[:k], text, *function.body[k + 1 :])))
        for k, output in enumerate(function.outputs):
            for text in simpler(output):
                yield put(
                    replace(function, outputs=(*function.outputs[:k], text, *function.outputs[k + 1 :]))
                )
    if program.wrt:
        yield replace(program, wrt=())
    if program.style != "clean":
        yield replace(program, style="clean")


def simpler(line: str) -> Iterator[str]:
    """The line with one operation replaced by one of its operands."""
    tree = ast.parse(line)
    for number, node in enumerate(ast.walk(tree)):
        if isinstance(node, (ast.BinOp, ast.Call, ast.UnaryOp, ast.IfExp)):
            for part in ast.iter_child_nodes(node):
                if isinstance(part, ast.expr) and not isinstance(part, ast.Attribute):
                    yield ast.unparse(_with_part(ast.parse(line), number, part))


def _with_part(tree: ast.Module, number: int, part: ast.expr) -> ast.Module:
    place = list(ast.walk(tree))[number]

    class Put(ast.NodeTransformer):
        def visit(self, node: ast.AST) -> ast.AST:
            return part if node is place else self.generic_visit(node)

    Put().visit(tree)
    return ast.fix_missing_locations(tree)


def shrunk(program: Program, verdict: Verdict, second: bool, limit: int = 200) -> tuple[Program, Verdict]:
    """A smaller program that fails in the same way."""
    tries, going = 0, True
    while going:
        going = False
        for candidate in smaller(program):
            tries += 1
            if tries > limit:
                return program, verdict
            try:
                args = [copy.deepcopy(a.value) for a in candidate.functions[-1].arguments]
                if not usable(candidate, args):
                    continue
            except Exception:
                continue
            result = examine(candidate, second)
            if result.kind == verdict.kind and mark(result) == mark(verdict):
                program, verdict, going = candidate, result, True
                break
    return program, verdict


def mark(verdict: Verdict) -> str:
    """What two findings of one sort have in common."""
    last = [line for line in verdict.detail.splitlines() if line.strip()][-1]
    return re.sub(r"[\d.+-]+(e[\d+-]+)?|\[.*?\]|\(.*?\)|np\.float64|'.*?'|nan|array.*", "", last)[:60]


def report(number: int, program: Program, verdict: Verdict) -> None:
    """Prints a finding."""
    options = f"wrt {program.wrt}, {program.style}, final {program.options.final}"
    print(f"==== program {number}: {verdict.kind} ({options})\n{program.source}")
    for argument in program.functions[-1].arguments:
        print(f"  {argument.name} = {argument.value!r}")
    print(f"{verdict.detail}\n---- generated\n{verdict.text}", flush=True)


def main() -> int:
    """Runs programs; 1 if there is a finding."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--programs", type=int, default=1000)
    parser.add_argument("--start", type=int, default=0, help="the number of the first program")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--seconds", type=float, default=1e9, help="no program is begun after that time")
    parser.add_argument("--second", type=float, default=0.4, help="the share that is differentiated twice")
    parser.add_argument("--most", type=int, default=10, help="findings that are printed, one of each sort")
    parser.add_argument("--reasons", type=int, default=12, help="reasons of refusal that are printed")
    arguments = parser.parse_args()
    warnings.simplefilter("ignore")
    begin, counts = time.time(), collections.Counter[str]()
    reasons, found = collections.Counter[str](), collections.Counter[str]()
    for number in range(arguments.start, arguments.start + arguments.programs):
        if time.time() - begin > arguments.seconds:
            break
        program = drawn(arguments.seed, number)
        second = number % 100 < 100 * arguments.second
        verdict = examine(program, second)
        if verdict.finding and (verdict.kind.startswith("crash") or confirmed(program, second)):
            sort = f"{verdict.kind}: {mark(verdict)}"
            found[sort] += 1
            if found[sort] == 1 and len(found) <= arguments.most:
                report(number, *shrunk(program, verdict, second))
        elif verdict.finding:
            verdict = Verdict("unconfirmed")
        counts[verdict.kind] += 1
        if verdict.kind.startswith("refused"):
            reasons.update({f"{verdict.kind}, {r}" for r in verdict.detail.split("; ")})
    print(f"{sum(counts.values())} programs in {time.time() - begin:.0f} s, seed {arguments.seed}")
    for kind, count in counts.most_common():
        print(f"{count:7}  {kind}")
    for title, counter in (("findings", found), ("refused", reasons)):
        for text, count in counter.most_common(arguments.reasons):
            print(f"{count:7}  {title}: {text}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
