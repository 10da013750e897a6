"""The pairs that a build has written, as they stand on disk: they are what runs, so they are what is checked.

A pair that is made anew would be right where the file is not: edited by hand, merged wrongly, or made by
another version of the program. This runs the user's code: a source, its output, and what these import.
"""

from __future__ import annotations

import ast
import contextlib
import linecache
import random
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from types import ModuleType
from typing import Any

import numpy as np

from codegen.config import Configuration, Output
from codegen.files import FileRefused, read_source
from codegen.generate import methods_of
from codegen.gradcheck import Report, check_gradients
from codegen.handwritten import File
from codegen.imports import Imports
from codegen.problems import Refused, lines_of, render
from codegen.sampled import NotKnown, Subject, WrongExample
from codegen.sites import function_in


class Wrong(Exception):
    """What is wrong with a pair, as it is told."""


@dataclass(frozen=True)
class Shipped:
    """A function of a source, and the name of its pair: `Layer.forward` has that of `layer_forward`."""

    function: str
    name: str
    line: int


def shipped(configuration: Configuration, output: Output) -> list[Shipped]:
    """The functions of which an output has a pass. Raises `Wrong` where that cannot be read."""
    whole = _tree(configuration, output.output)
    made = {node.name for node in whole.body if isinstance(node, ast.FunctionDef)}
    tree = _tree(configuration, output.source)
    names = {node.name: node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    if any(isinstance(node, ast.ClassDef) for node in tree.body):
        with contextlib.suppress(Refused):  # which is told where the output is made
            names |= methods_of(read_source(configuration.folder / output.source))
    found = []
    for function, name in names.items():
        node = function_in(tree, function)
        if node is not None and made & {f"{name}_forward", f"{name}_backward"}:
            found.append(Shipped(function, name, node.lineno))
    return sorted(found, key=lambda pair: pair.line)


def check(imports: Imports, configuration: Configuration, output: Output, pair: Shipped) -> Report:
    """Holds the gradients of a pair against differences of its function.

    Raises `Wrong`, or `NotKnown` where there are no arguments to do so at.
    """
    one = _Check(imports, configuration, output, pair)
    with imports.at_hand(), np.errstate(all="ignore"), _same_draws():
        return one.report()


@contextlib.contextmanager
def _same_draws() -> Iterator[None]:
    """Where what is drawn by the global generators is the same each time, and nobody else's draws change."""
    before, others = random.getstate(), np.random.get_state()
    random.seed(0)
    np.random.seed(0)
    try:
        yield
    finally:
        random.setstate(before)
        np.random.set_state(others)


class _Check:
    """The check of one pair."""

    def __init__(self, imports: Imports, configuration: Configuration, output: Output, pair: Shipped) -> None:
        self.imports, self.output, self.pair = imports, output, pair
        self.path = configuration.folder / output.output
        text = read_source(configuration.folder / output.source)
        self.file = File(output.source, text, ast.parse(text))

    def report(self) -> Report:
        """The report, if all gradients are right."""
        linecache.checkcache()
        subject = self._subject()
        module = self._module(self.output.output)
        for word in ("forward", "backward"):
            if not hasattr(module, f"{self.pair.name}_{word}"):
                raise Wrong(f"{self.output.output} has no {self.pair.name}_{word}")
        passes = getattr(module, f"{self.pair.name}_forward"), getattr(module, f"{self.pair.name}_backward")
        try:
            sample = subject.sample()
        except WrongExample as error:
            raise Wrong(str(error)) from None
        try:
            report = check_gradients(subject.function, *sample.args, pair=passes, raise_on_error=False)
        except Exception as error:
            raise Wrong(f"{self._failed(error)}\n\n{sample.told}\n\n{self._passes()}") from error
        if not any(argument.entries for argument in report.arguments) and report.ok:
            raise NotKnown(
                f"{self.pair.function} is given no number {sample.told}, so no gradient is checked"
            )
        if not report.ok:
            raise Wrong(f"{report.complaint}\n\n{report}\n\n{sample.told}\n\n{self._passes()}")
        return report

    def _subject(self) -> Subject:
        node = function_in(self.file.tree, self.pair.function)
        if node is None:
            raise Wrong(f"{self.output.source} has no {self.pair.function} any more")
        module = self._module(self.output.source)
        function: Any = module
        for part in self.pair.function.split("."):
            function = getattr(function, part)
        return Subject(self.pair.function, function, module, self.file, node)

    def _module(self, path: str) -> ModuleType:
        try:
            return self.imports.module(path)
        except Exception as error:
            raise Wrong(f"{path} cannot be imported: {type(error).__name__}: {error}") from error

    def _failed(self, error: Exception) -> str:
        """What a pass has raised, and where."""
        frames = traceback.extract_tb(error.__traceback__)
        lines = [frame.lineno for frame in frames if frame.filename == str(self.path)]
        if not lines:
            return str(error) if isinstance(error, ValueError) else f"{type(error).__name__}: {error}"
        return f"{self.output.output}:{lines[-1]}: {type(error).__name__}: {error}"

    def _passes(self) -> str:
        """The passes as they stand there, with the numbers of their lines."""
        text = read_source(self.path)
        names = (f"{self.pair.name}_forward", f"{self.pair.name}_backward")
        nodes = [n for n in ast.parse(text).body if isinstance(n, ast.FunctionDef) and n.name in names]
        lines = lines_of(text)
        parts = [
            "\n".join(
                f"{at:5}  {lines[at - 1]}".rstrip() for at in range(n.lineno, (n.end_lineno or n.lineno) + 1)
            )
            for n in nodes
        ]
        return "\n\n".join([f"{self.output.output}:", *parts])


def _tree(configuration: Configuration, path: str) -> ast.Module:
    try:
        return ast.parse(read_source(configuration.folder / path))
    except FileRefused as refused:
        told = (render(problem, path, refused.located.lines) for problem in refused.problems)
        raise Wrong("\n".join(told)) from None
    except (SyntaxError, ValueError) as error:
        place = f":{error.lineno}" if isinstance(error, SyntaxError) and error.lineno else ""
        raise Wrong(f"{path}{place}: it is no Python: {error}") from None
