"""Arguments at which a function of the user's can be run: an example above it, or draws of its shapes."""

from __future__ import annotations

import ast
import copy
import inspect
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import ModuleType
from typing import Any

import numpy as np

from codegen.annotated import Shape, annotated, annotated_fields, readings
from codegen.handwritten import File
from codegen.kept import Input, WrongInput, read_inputs
from codegen.nests import floated, in_numpy, leaves
from codegen.parse import annotation_text, parse
from codegen.summary import ARRAY_LIBRARIES

Shapes = Shape | dict[str, Shape]

TRIES = 8
SHOWN = 60  # characters of a value


class NotKnown(Exception):
    """It is not known where a function can be run; and what would say it."""


class WrongExample(Exception):
    """The example above a function is none."""


@dataclass(frozen=True)
class Draws:
    """How shapes are drawn."""

    random: np.random.Generator
    positive: bool
    as_lists: bool

    def of(self, shapes: Shapes) -> Any:
        """An array or a number; for fields of a class a dict of these."""
        if not isinstance(shapes, Shape):
            return {name: self.of(shape) for name, shape in shapes.items()}
        array = shapes.drawn(self.random, self.positive)
        return array.tolist() if self.as_lists and shapes.sizes else array


@dataclass(frozen=True)
class Sample:
    """Arguments in their order, and how they are told."""

    args: tuple[Any, ...]
    told: str


@dataclass(frozen=True)
class Subject:
    """A function, or a method (`Layer.forward`), in its file and in its module, which was imported."""

    name: str
    function: Callable[..., Any]
    module: ModuleType
    file: File
    node: ast.FunctionDef

    def sample(self) -> Sample:
        """Arguments at which it gives finite numbers, the same each time. This runs it.

        Raises `NotKnown`, or `WrongExample`.
        """
        example, shapes = self._example(), self._shapes()
        needed = [
            one.name
            for one in inspect.signature(self.function).parameters.values()
            if one.default is one.empty and one.kind not in (one.VAR_POSITIONAL, one.VAR_KEYWORD)
        ]
        if missing := [name for name in needed if name not in example and name not in shapes]:
            told = ", ".join(f"{name}=..." for name in missing)
            raise self._not_known(f"has no values of {', '.join(missing)}", told, "annotate shapes")
        # What has a default is left out, also where it has a shape.
        drawn = {name: shapes[name] for name in needed if name not in example}
        last: Exception = ArithmeticError("what it gives is not finite")
        for given in self._tries(example, drawn):
            try:
                args = self._run(given)
            except NotKnown:
                raise
            except Exception as error:
                last = error
                continue
            if args is not None:
                return Sample(args, _told(given, drawn))
        what = f"{type(last).__name__}: {last}".partition("\n")[0]
        if not drawn:
            raise WrongExample(f"{self._place}: {self.name} fails at its example: {what}")
        raise self._not_known(f"fails at what is drawn of its shapes ({what})", _spelled(drawn))

    @property
    def _place(self) -> str:
        return f"{self.file.path}:{self.node.lineno}"

    def _not_known(self, what: str, example: str, *more: str) -> NotKnown:
        # Comments are read above functions, and not above methods.
        comment = [] if "." in self.name else [f"write `# backprop: example {example}` above it"]
        ways = ", or ".join([*comment, *more]) or "its test is left to you"
        return NotKnown(f"{self.name} {what}: {ways}")

    def _run(self, given: Mapping[str, Any]) -> tuple[Any, ...] | None:
        """The arguments in their order, if the function gives finite numbers for them."""
        bound = inspect.signature(self.function).bind(**self._with_instances(given))
        bound.apply_defaults()  # one that is left out may stand before one that is given
        value = self.function(*copy.deepcopy(bound.args), **copy.deepcopy(bound.kwargs))
        if bound.kwargs:
            raise NotKnown(f"{self.name} has arguments that are given by name alone")
        value = in_numpy(value)
        if value is not None and not any(True for _ in leaves(floated(value))):
            kind = f"{type(value).__module__}.{type(value).__name__}"
            raise NotKnown(f"{self.name} gives no number that can be moved but a {kind}")
        return bound.args if all(np.all(np.isfinite(leaf)) for _, leaf in leaves(value)) else None

    def _example(self) -> dict[str, Input]:
        """What the comments above it say of its arguments."""
        told, every = self.file.example(self.node), self.node.args
        try:
            inputs = {one.name: one for one in (read_inputs(told) if told else ())}
        except WrongInput as error:
            raise WrongExample(f"{self._place}: the example above {self.name}: {error}") from None
        names = {one.arg for one in [*every.posonlyargs, *every.args, *every.kwonlyargs]}
        if unknown := sorted(inputs.keys() - names):
            raise WrongExample(
                f"{self._place}: {self.name} has no argument {unknown[0]}, as its example says"
            )
        return inputs

    def _shapes(self) -> dict[str, Shapes]:
        """What is annotated of its arguments; of an instance of a class what is annotated of the fields."""
        sizes: dict[str, int] = {}
        shapes: dict[str, Shapes] = {**annotated(self.node, sizes)}
        classes = {node.name: node for node in self.file.tree.body if isinstance(node, ast.ClassDef)}
        for name, word in self._words().items():
            if word in classes and (fields := annotated_fields(classes[word], sizes)):
                shapes[name] = fields
        return shapes

    def _words(self) -> dict[str, str]:
        """The annotations of its parameters as text; that of `self` is its class."""
        every = self.node.args
        parameters = [*every.posonlyargs, *every.args, *every.kwonlyargs]
        words = {one.arg: (annotation_text(one.annotation) or "").strip('"') for one in parameters}
        of_class = self.name.rpartition(".")[0]
        return {**words, parameters[0].arg: of_class} if of_class and parameters else words

    def _tries(self, example: Mapping[str, Input], shapes: Mapping[str, Shapes]) -> Iterator[dict[str, Any]]:
        """What the example says, and draws of the rest: at last of positive numbers, and of places."""
        # Without a library of arrays what is annotated is a list of numbers, unless it has methods.
        arrays = bool(parse(self.file.text, self.file.path).roots() & set(ARRAY_LIBRARIES))
        for as_lists in (False,) if arrays else (True, False):
            for reading in readings(shapes):
                for seed in range(TRIES if shapes else 1):
                    random = np.random.default_rng(seed)
                    given = {name: one.drawn(random) for name, one in example.items()}
                    draw = Draws(random, seed >= TRIES // 2, as_lists)
                    yield {**given, **{name: draw.of(shape) for name, shape in reading.items()}}

    def _with_instances(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """The arguments, with an instance of a class for a dict of what makes it."""
        words, made = self._words(), dict(given)
        for name, value in given.items():
            known = getattr(self.module, words[name], None)
            if isinstance(value, dict) and isinstance(known, type):
                made[name] = known(**value)
        return made


def _told(given: Mapping[str, Any], drawn: Mapping[str, Shapes]) -> str:
    """Arguments as an example would have them, those that are drawn by their shapes."""
    told = [
        _spelled({name: drawn[name]}) if name in drawn else f"{name}={_short(value)}"
        for name, value in given.items()
    ]
    return f"at {', '.join(told) or 'no arguments'}" + (", where shapes are drawn" if drawn else "")


def _spelled(shapes: Mapping[str, Shapes]) -> str:
    """Shapes as an example has them."""
    plain = {
        name: shape.sizes if isinstance(shape, Shape) else {key: one.sizes for key, one in shape.items()}
        for name, shape in shapes.items()
    }
    return ", ".join(f"{name}={sizes}" for name, sizes in plain.items())


def _short(value: Any) -> str:
    if isinstance(value, np.ndarray):
        return f"an array of shape {value.shape}"
    text = f"{value:.6g}" if isinstance(value, float) else repr(value)
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 3]}..."
