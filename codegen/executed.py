"""Running a function of a source on example arguments, with something put into its text.

This runs the user's code: what the source defines and imports, and the function. What else the top level of
the source does is not done.
"""

from __future__ import annotations

import ast
import contextlib
import copy
import inspect
import random
import sys
import traceback
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from codegen.files import FileRefused
from codegen.generate import Generated
from codegen.parse import Record, dotted
from codegen.problems import Problem, lines_of
from codegen.sites import Place, function_in, heads, with_added

SEEN = "__backprop_seen__"
MAKERS = ("functools.partial", "collections.namedtuple", "typing.NamedTuple")


class Execution:
    """A function of a source that can be run; `plain` is its pair, and what is known of the source."""

    def __init__(self, text: str, path: str, function: str, plain: Generated) -> None:
        self.text, self.path, self.function, self.plain = text, path, function, plain
        self.tree = ast.parse(text)
        node = function_in(self.tree, function)
        assert node is not None  # else it would have been refused
        self.node = node

    def with_instances(self, arguments: Mapping[str, Any]) -> dict[str, Any]:
        """The arguments, with an instance of a class that holds values for a dict of what makes it."""
        records, parameters = self.plain.module.records, self._parameters()
        of = {part.arg: ast.unparse(part.annotation) for part in parameters if part.annotation}
        if "." in self.function and parameters:
            of.setdefault(parameters[0].arg, self.function.partition(".")[0])
        dicts = {name: value for name, value in arguments.items() if isinstance(value, dict)}
        made = {name: records[of[name]] for name in dicts if of.get(name) in records}
        if not made:
            return dict(arguments)
        with self._running():
            namespace = self._namespace(self.text)
            instances = {
                name: namespace[record.name](**_floats(record, dicts[name])) for name, record in made.items()
            }
        return {**arguments, **instances}

    def _parameters(self) -> list[ast.arg]:
        every = self.node.args
        return [*every.posonlyargs, *every.args, *every.kwonlyargs]

    def ran(
        self,
        arguments: Mapping[str, Any],
        additions: Mapping[Place, str],
        seeing: Any,
        passed: dict[str, Any] | None = None,
    ) -> tuple[dict[str, Any], Any]:
        """All arguments, and what the function gives with additions to its text; `passed` are copies."""
        passed = {} if passed is None else passed
        with self._running():
            namespace = self._namespace(with_added(self.text, additions))
            namespace[SEEN] = seeing
            function: Any = namespace[self.function.split(".")[0]]
            for part in self.function.split(".")[1:]:
                function = getattr(function, part)
            given = with_defaults(function, arguments)
            passed.clear()
            passed.update(copy.deepcopy(given))
            return given, called(function, passed)

    def followed(self, arguments: Mapping[str, Any]) -> tuple[Any, ...]:
        """What the heads of branches and loops have been."""
        additions: dict[Place, str] = {}
        for (first, last), word in heads(self.node):
            additions[first] = f"{SEEN}.{word}(("
            additions[last] = "))"
        ways = _Ways()
        self.ran(arguments, additions, ways)
        return tuple(ways.found)

    def _namespace(self, text: str) -> dict[str, Any]:
        """The definitions of the source, run; nothing else that its top level does."""
        namespace: dict[str, Any] = {"__name__": __name__}  # where dataclasses look
        later = any(isinstance(n, ast.ImportFrom) and n.module == "__future__" for n in self.tree.body)
        flags = annotations.compiler_flag if later else 0
        for node in ast.parse(text).body:
            if self._is_definition(node):
                code = compile(ast.Module([_without_compilers(node)], []), self.path, "exec", flags, True)
                # A table of what is drawn or loaded at the top level is none that a pair can read.
                assigns = isinstance(node, (ast.Assign, ast.AnnAssign))
                with contextlib.suppress(NameError) if assigns else contextlib.nullcontext():
                    exec(code, namespace)
        return namespace

    def _is_definition(self, node: ast.stmt) -> bool:
        """Whether functions that have pairs may need a statement at the top level."""
        if isinstance(node, (ast.Assign, ast.AnnAssign)):
            module = self.plain.module
            calls = [part for part in ast.walk(node) if isinstance(part, ast.Call)]
            makes = all((dotted(call.func, module.imports) or "") in MAKERS for call in calls)
            names = {part.id for part in ast.walk(node) if isinstance(part, ast.Name)}
            return makes or not names & (module.unusable.keys() - module.records.keys())
        if isinstance(node, ast.Try):
            return all(isinstance(part, (ast.Import, ast.ImportFrom)) for part in node.body)
        return isinstance(node, (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.ClassDef))

    @contextlib.contextmanager
    def _running(self) -> Iterator[None]:
        """Where the user's code is run; what it raises is told where it stands in the source."""
        with surroundings(self.path):
            try:
                yield
            except (Exception, SystemExit) as error:
                raise self._failed(error) from None

    def _failed(self, error: BaseException) -> FileRefused:
        lines = lines_of(self.text)
        frames = traceback.extract_tb(error.__traceback__)
        numbers = [frame.lineno or 1 for frame in frames if frame.filename == self.path]
        at = numbers[-1] if numbers else self.node.lineno
        indent = len(lines[at - 1]) - len(lines[at - 1].lstrip())
        what = f"{type(error).__name__}: {error}".partition("\n")[0]
        message = f"{self.function} fails on these arguments: {what}"
        help_text = "give it shapes and numbers that go together, and those that the function takes"
        return FileRefused(self.path, [Problem(at, indent + 1, "E011", message, help_text)], lines)


class _Ways:
    """Keeps what the heads of branches and loops have been."""

    def __init__(self) -> None:
        self.found: list[Any] = []

    def truth(self, condition: Any) -> bool:
        """Whether a condition holds."""
        self.found.append(bool(condition))
        return bool(condition)

    def items(self, over: Any) -> list[Any]:
        """What a loop goes over."""
        items = list(over)
        self.found.append(items)
        return items


def _without_compilers(node: ast.stmt) -> ast.stmt:
    """Takes away what would compile a function: compiled code cannot say what it does."""
    for part in ast.walk(node):
        if isinstance(part, ast.FunctionDef):
            kept = ("staticmethod", "classmethod", "property")
            part.decorator_list = [
                one for one in part.decorator_list if isinstance(one, ast.Name) and one.id in kept
            ]
    return node


@contextlib.contextmanager
def surroundings(path: str) -> Iterator[None]:
    """Imports are looked for beside the source, what is drawn is the same each time, and nothing is printed.

    What is printed goes where it is in nobody's way.
    """
    before, drawn, others = list(sys.path), random.getstate(), np.random.get_state()
    sys.path.insert(0, str(Path(path).resolve().parent))
    random.seed(0)
    np.random.seed(0)
    try:
        with np.errstate(all="ignore"), contextlib.redirect_stdout(sys.stderr):
            yield
    finally:
        sys.path[:] = before
        random.setstate(drawn)
        np.random.set_state(others)


def _floats(record: Record, values: Mapping[str, Any]) -> dict[str, Any]:
    """Values of fields, with whole numbers as floating-point ones where the class says that they are."""
    fields = {field.name for field in record.fields if field.annotation == "float"}
    return {
        name: float(value) if name in fields and type(value) is int else value
        for name, value in values.items()
    }


def with_defaults(function: Any, arguments: Mapping[str, Any]) -> dict[str, Any]:
    """The arguments of a function in their order, with those that have a default."""
    parameters = inspect.signature(function).parameters
    if unknown := [name for name in arguments if name not in parameters]:
        raise TypeError(f"there is no argument {unknown[0]}")
    every = {**{n: p.default for n, p in parameters.items() if p.default is not p.empty}, **arguments}
    return {name: every[name] for name in parameters if name in every}


def called(function: Any, arguments: Mapping[str, Any]) -> Any:
    """What a function gives; `*xs` is given as a tuple, `**words` as a dict."""
    order = with_defaults(function, arguments)
    bound = inspect.BoundArguments(inspect.signature(function), order)
    return function(*bound.args, **bound.kwargs)
