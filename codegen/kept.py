"""What a forward pass keeps for the backward pass: found by running it on inputs that are drawn.

The passes are generated from the source, the forward pass is run, and what its cache holds is told by the
names that the backward pass gives to it. What a loop keeps is told by one turn's names, for all turns.
"""

from __future__ import annotations

import ast
import contextlib
import dataclasses
import re
import sys
import traceback
from collections.abc import Iterator, Mapping, MutableSequence, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from codegen.build import generate_text
from codegen.files import FileRefused, decode, read_bytes
from codegen.options import Options
from codegen.problems import Problem, lines_of
from codegen.trees import walk

INPUT = re.compile(r"\s*([^\W\d]\w*)\s*=\s*(.+?)\s*(?::\s*([a-z]\w*))?\s*", re.DOTALL)
DEPTH = 8  # caches in caches, which a recursive function may have as many of as it has calls


class WrongInput(ValueError):
    """What was said of the inputs is not understood, or does not go with the function."""


@dataclass(frozen=True)
class Input:
    """One argument as it was described: a nest with shapes for arrays, and the type of these, if it is said.

    A list of numbers of which the type is said is an array.
    """

    name: str
    value: Any
    dtype: Any = None

    def drawn(self, random: np.random.Generator) -> Any:
        """The argument, with positive numbers in its arrays, so that roots and logarithms are defined."""

        def draw(value: Any) -> Any:
            if isinstance(value, dict):
                return {key: draw(part) for key, part in value.items()}
            if isinstance(value, list):
                whole = self.dtype is not None and _is_rectangle(value)
                return np.array(value, self.dtype) if whole else [draw(part) for part in value]
            if not isinstance(value, tuple):
                return value
            dtype = np.dtype(np.float64 if self.dtype is None else self.dtype)
            if dtype.kind in "iub":  # perhaps places: the first two are in most arrays
                return np.asarray(random.integers(0, 2, value)).astype(dtype)
            return np.asarray(random.uniform(0.5, 1.5, value)).astype(dtype)

        return draw(self.value)


def read_inputs(text: str) -> list[Input]:
    """Several inputs, `x=(64, 128), n=3`: a comma in front of a name and a sign is one between them."""
    return [read_input(one) for one in re.split(r",\s*(?=[^\W\d]\w*\s*=)", text)]


def read_input(text: str) -> Input:
    """An input such as `x=(64, 128)`, `x=(3,):float32`, `n=3`, `ws=[(2, 3), (3,)]`, `p={"w": (2,)}`."""
    match = INPUT.fullmatch(text)
    if match is None:
        raise WrongInput(f"expected an argument and its shape, such as x=(64,128) or n=3, not {text!r}")
    name, value, dtype = match.groups()
    try:
        found = ast.literal_eval(value)
    except (ValueError, SyntaxError, TypeError, MemoryError, RecursionError):
        raise WrongInput(f"{value} is no shape, number or text, nor a list or dict of them") from None
    _check_shapes(found)
    return Input(name, found, _type(dtype) if dtype else None)


def _is_rectangle(value: Any) -> bool:
    """Whether a list is one of numbers, or of lists of numbers that are all as long."""
    if not isinstance(value, list):
        return isinstance(value, (int, float))
    return all(map(_is_rectangle, value)) and len({_length(part) for part in value}) == 1


def _check_shapes(value: Any) -> None:
    if isinstance(value, tuple):
        if not all(type(size) is int and size >= 0 for size in value):
            raise WrongInput(f"{value} is no shape: a shape is a tuple of sizes")
    elif isinstance(value, (list, dict)):
        for part in value.values() if isinstance(value, dict) else value:
            _check_shapes(part)
    elif isinstance(value, set):
        raise WrongInput(f"{value} is a set")


def _type(name: str) -> Any:
    try:
        found = np.dtype(name)
    except TypeError:
        found = np.dtype(object)
    if found.kind not in "fiub":
        raise WrongInput(f"{name} is no type of numbers that are drawn, such as float32 or int64")
    return found


@dataclass(frozen=True)
class Row:
    """What is kept under a name: in so many values, which are several where a loop keeps it."""

    depth: int
    name: str
    shape: str
    dtype: str
    bytes: int
    read: tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class Report:
    """All that is kept, and what of it is memory that the arguments are in."""

    function: str
    rows: tuple[Row, ...]
    total: int
    of_arguments: int

    def __str__(self) -> str:
        if not self.rows:
            return f"{self.function}_forward keeps nothing for {self.function}_backward"
        table = [("name", "shape", "type", "bytes", "read by")]
        for row in self.rows:
            lines = ", ".join(str(line) for line, _ in row.read)
            read = f"{lines}: {row.read[0][1]}" if row.read else ""
            name = "  " * row.depth + row.name
            table.append((name, row.shape, row.dtype, f"{row.bytes:,}", read))
        widths = [max(map(len, column)) for column in zip(*table)]
        widths[3] = -widths[3]
        spaced = (
            "  ".join(f"{cell:{'<' if w > 0 else '>'}{abs(w)}}" for cell, w in zip(r, widths)) for r in table
        )
        told = f"in memory {self.total:,} bytes, {self.of_arguments:,} of them in the arguments"
        return "\n".join([*(line.rstrip() for line in spaced), "", told])


def kept(source: str, function: str, inputs: Sequence[Input], options: Options) -> Report:
    """What the pair of a function of a source file keeps at such inputs.

    Without a name it is the only function of the file. Raises `FileRefused`, and `WrongInput` where the
    inputs are not those of the function.
    """
    text = decode(read_bytes(source), source)
    function = function or _only_function(text)
    made = generate_text(text, Path(source).name, replace(options, only=(function,)), shown=source)
    forward = _functions(made)[f"{function}_forward"]
    return held(made, text, source, function, _drawn(forward.args, inputs, function))


def held(made: str, text: str, source: str, function: str, arguments: Mapping[str, Any]) -> Report:
    """What a pair keeps for arguments: that of a function of a source, among those that were `made` of it."""
    functions = _functions(made)
    forward = functions[f"{function}_forward"]
    result = _run(made, forward.name, arguments, _Place(source, text, function))
    last = forward.body[-1]
    several = isinstance(last, ast.Return) and isinstance(last.value, ast.Tuple)
    cache = result[-1] if several else result
    rows = _Rows(functions, lines_of(made)).of_cache(f"{function}_backward", [cache], 0)
    memories = _memories(cache)
    own = memories.keys() & _memories(arguments).keys()
    return Report(function, tuple(rows), sum(memories.values()), sum(memories[key] for key in own))


def _functions(made: str) -> dict[str, ast.FunctionDef]:
    return {node.name: node for node in ast.parse(made).body if isinstance(node, ast.FunctionDef)}


def _only_function(text: str) -> str:
    """The function of a file that has one; a file that is not understood is told of by the generator."""
    try:
        names = [node.name for node in ast.parse(text).body if isinstance(node, ast.FunctionDef)]
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return "f"
    if len(names) > 1:
        raise WrongInput(f"which function is not said; there are {', '.join(names)}")
    return names[0] if names else "f"


def _drawn(parameters: ast.arguments, inputs: Sequence[Input], function: str) -> dict[str, Any]:
    """The arguments by name. Those that have a default may be left out."""
    positional = [*parameters.posonlyargs, *parameters.args]
    names = [parameter.arg for parameter in [*positional, *parameters.kwonlyargs]]
    defaults = {parameter.arg for parameter in positional[len(positional) - len(parameters.defaults) :]}
    given = zip(parameters.kwonlyargs, parameters.kw_defaults)
    defaults |= {parameter.arg for parameter, default in given if default is not None}
    described = {described.name: described for described in inputs}
    if len(described) < len(inputs):
        raise WrongInput("an argument is described twice")
    if unknown := [name for name in described if name not in names]:
        raise WrongInput(f"{function} has no argument {unknown[0]}; it has {', '.join(names)}")
    if missing := [name for name in names if name not in described and name not in defaults]:
        raise WrongInput(f"{function} needs {missing[0]}: say --like {missing[0]}=..., a shape or a number")
    random = np.random.default_rng(0)
    return {name: described[name].drawn(random) for name in names if name in described}


@dataclass(frozen=True)
class _Place:
    """A function in its source, where problems are told."""

    source: str
    text: str
    function: str

    def problem(self, statement: str, error: BaseException) -> FileRefused:
        """That the forward pass failed: at its statement, if that stands once in the source."""
        lines = lines_of(self.text)
        at = [number for number, line in enumerate(lines, 1) if line.strip() == statement]
        if len(at) != 1:
            head = rf"\s*def {re.escape(self.function)}\b"
            at = [number for number, line in enumerate(lines, 1) if re.match(head, line)] or [1]
        indent = len(lines[at[0] - 1]) - len(lines[at[0] - 1].lstrip())
        what = f"{type(error).__name__}: {error}".partition("\n")[0]
        text = f"the forward pass of {self.function} fails on such inputs: {what}"
        help_text = "give --like shapes and numbers that go together, and those that the function takes"
        return FileRefused(self.source, [Problem(at[0], indent + 1, "E011", text, help_text)], lines)


def _run(made: str, name: str, arguments: Mapping[str, Any], place: _Place) -> Any:
    """What the forward pass gives. Its imports are looked for beside the source, as those of a script."""
    filename = f"<passes of {place.source}>"
    before = list(sys.path)
    sys.path.insert(0, str(Path(place.source).resolve().parent))
    namespace: dict[str, Any] = {"__name__": "backprop_cache"}
    try:
        exec(compile(made, filename, "exec", dont_inherit=True), namespace)
        # What it prints is no part of the table.
        with np.errstate(all="ignore"), contextlib.redirect_stdout(sys.stderr):
            return namespace[name](**arguments)
    except Exception as error:
        frames = traceback.extract_tb(error.__traceback__)
        numbers = [frame.lineno or 1 for frame in frames if frame.filename == filename]
        statement = lines_of(made)[numbers[-1] - 1].strip() if numbers else ""
        raise place.problem(statement, error) from None
    finally:
        sys.path[:] = before


@dataclass(frozen=True)
class _Rows:
    """The rows of caches, by the functions that read them."""

    functions: Mapping[str, ast.FunctionDef]
    lines: Sequence[str]

    def of_cache(self, backward: str, caches: list[Any], depth: int) -> Iterator[Row]:
        """What a backward pass takes out of its cache, or out of several of them."""
        function = self.functions[backward]
        name = function.args.args[-1].arg
        for node in function.body:
            if isinstance(node, ast.Assign) and _is_name(node.value, name):
                yield from self._of_target(function, node.targets[0], caches, depth)
                return

    def _of_target(
        self, function: ast.FunctionDef, target: ast.expr, values: list[Any], depth: int
    ) -> Iterator[Row]:
        if isinstance(target, ast.Name):
            yield self._row(function, target.id, values, depth)
            if depth < DEPTH:
                yield from self._inside(function, target.id, values, depth + 1)
        elif isinstance(target, ast.Tuple):
            fitting = [value for value in values if _length(value) == len(target.elts)]
            for at, part in enumerate(target.elts):
                yield from self._of_target(function, part, [value[at] for value in fitting], depth)

    def _inside(self, function: ast.FunctionDef, name: str, values: list[Any], depth: int) -> Iterator[Row]:
        """The rows of what is in the values of a name: turns of a loop, or the cache of another pair."""
        there = [value for value in values if value is not None]
        if there and all(isinstance(value, MutableSequence) for value in there):
            items = [item for value in there for item in value]
            target = _target_of_items(function, name)
            if items and target is not None:
                yield from self._of_target(function, target, items, depth)
        elif there and all(isinstance(value, tuple) for value in there):
            callee = self._pair_that_reads(function, name)
            if callee:
                yield from self.of_cache(callee, there, depth)
                return
            taken_apart = (
                node.targets[0]
                for node in walk(function)
                if isinstance(node, ast.Assign) and _is_name(node.value, name)
            )
            for target in taken_apart:
                if isinstance(target, ast.Tuple):
                    yield from self._of_target(function, target, there, depth)
                    return

    def _pair_that_reads(self, function: ast.FunctionDef, name: str) -> str:
        """The backward pass that a name is the cache of."""
        calls = (node for node in walk(function) if isinstance(node, ast.Call) and node.args)
        names = (
            call.func.id
            for call in calls
            if isinstance(call.func, ast.Name) and _is_name(call.args[-1], name)
        )
        return next((found for found in names if found in self.functions), "")

    def _row(self, function: ast.FunctionDef, name: str, values: list[Any], depth: int) -> Row:
        numbers = list(_numbers(values))
        types = {str(getattr(number, "dtype", type(number).__name__)) for number in numbers}
        dtype = types.pop() if len(types) == 1 else "different" if types else ""
        # What every turn keeps of one array is a reference to it.
        sizes = {_address(number): _bytes(number) for number in numbers}
        return Row(
            depth, name, _shape(values), dtype, sum(sizes.values()), tuple(self._reads(function, name))
        )

    def _reads(self, function: ast.FunctionDef, name: str) -> Iterator[tuple[int, str]]:
        """The statements of the backward pass that read a name: their lines, and the text of these."""
        found = set()
        left: list[tuple[ast.AST, int]] = [(part, part.lineno) for part in function.body]
        while left:
            node, line = left.pop()
            if isinstance(node, ast.Name) and node.id == name and isinstance(node.ctx, ast.Load):
                found.add(line)
            own = ((part, getattr(part, "lineno", line)) for part in ast.iter_child_nodes(node))
            left += ((part, at if isinstance(part, ast.stmt) else line) for part, at in own)
        yield from ((line, self.lines[line - 1].strip()) for line in sorted(found))


def _target_of_items(function: ast.FunctionDef, name: str) -> ast.expr | None:
    """What items of a list are given to: by a loop over it, or by an index."""
    for node in walk(function):
        for target, value in _given(node):
            if isinstance(value, ast.Call) and _is_name(value.func, "reversed"):
                value = value.args[0]
            if _is_name(value, name):
                return target
    return None


def _given(node: ast.AST) -> Iterator[tuple[ast.expr, ast.expr]]:
    """Targets, each with the list of which it is given items."""
    if isinstance(node, ast.Assign) and isinstance(node.value, ast.Subscript):
        yield node.targets[0], node.value.value
    elif isinstance(node, (ast.For, ast.comprehension)):
        if isinstance(node.iter, ast.Call) and _is_name(node.iter.func, "zip"):
            yield from zip(getattr(node.target, "elts", []), node.iter.args)
        else:
            yield node.target, node.iter


def _shape(values: list[Any]) -> str:
    """The shape of values, if it is that of all."""
    there = [value for value in values if value is not None]
    shapes = {_shape_of(value) for value in there}
    one = shapes.pop() if len(shapes) == 1 else "different" if shapes else "None"
    return one if len(values) == 1 else f"{len(there)} times {one}"


def _shape_of(value: Any) -> str:
    if isinstance(value, tuple):
        return "tuple"
    if isinstance(value, (Sequence, Mapping)) and not isinstance(value, str):
        return f"{type(value).__name__.lower()} of {len(value)}"
    if _is_number(value):
        return str(tuple(np.shape(value))) if np.shape(value) else "number"
    return type(value).__name__


def _numbers(value: Any) -> Iterator[Any]:
    """The numbers and arrays in a nest, whole numbers and truths too."""
    if isinstance(value, Mapping):
        value = list(value.values())
    elif dataclasses.is_dataclass(value):
        value = [getattr(value, field.name) for field in dataclasses.fields(value)]
    if isinstance(value, Sequence) and not isinstance(value, str):
        for part in value:
            yield from _numbers(part)
    elif _is_number(value):
        yield value


def _length(value: Any) -> int:
    """How many items a tuple or a list has; what a branch did not make is none."""
    return len(value) if isinstance(value, Sequence) else -1


def _is_number(value: Any) -> bool:
    """Whether a value is a number or an array, of whatever library."""
    return isinstance(value, (int, float, complex)) or hasattr(value, "nbytes")


def _bytes(number: Any) -> int:
    return int(number.nbytes) if hasattr(number, "nbytes") else np.asarray(number).nbytes


def _memories(nest: Any) -> dict[int, int]:
    """The memories that arrays in a nest keep, each with its size, by what they are known by."""
    found: dict[int, int] = {}
    for value in _numbers(nest):
        while isinstance(getattr(value, "base", None), np.ndarray):
            value = value.base
        found[id(value)] = _bytes(value)
    return found


def _address(number: Any) -> tuple[int, ...]:
    if isinstance(number, np.ndarray):
        return (number.__array_interface__["data"][0], number.nbytes)
    return (id(number),)


def _is_name(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name
