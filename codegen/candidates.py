"""Which files of a project can be generated from, and which of their functions: found by generating.

A file of which all can be generated is taken as it is; of another one those functions that can be, with what
they call. What cannot be is told with the first reason. Nothing is written.
"""

from __future__ import annotations

import ast
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from codegen.build import MARK, Defect, Made, make
from codegen.config import Configuration, Output
from codegen.files import FileRefused, decode, head_of, read_bytes
from codegen.problems import Problem
from codegen.stored import Store

ENVIRONMENTS = ("pyvenv.cfg", "conda-meta")
NOT_OURS = ("node_modules", "site-packages", "build", "dist")
TESTS = re.compile(r"(test_.*|.*_test|conftest)\.py")
NAME = re.compile(r"[\w./+@~-]+")  # what means itself wherever a configuration has it
PAIR = re.compile(r"^def (\w+)_backward\(", re.MULTILINE)
OF_ANOTHER = "E308"  # a function of another module has no pair to call


@dataclass(frozen=True)
class Chosen:
    """A file to generate from, what is made of it, and which of its functions are not, with the reason."""

    output: Output
    functions: tuple[str, ...]
    others: tuple[str, ...] = ()
    why: str = ""


@dataclass
class Found:
    """What to generate from; `left` says of a file why not, `passed` of what was not looked at."""

    chosen: list[Chosen] = field(default_factory=list)
    left: dict[str, str] = field(default_factory=dict)
    passed: dict[str, str] = field(default_factory=dict)


def files_of(folder: Path) -> tuple[list[str], dict[str, str]]:
    """The Python files of a project, and what in it is not looked at, each with the reason."""
    found: list[str] = []
    passed: dict[str, str] = {}
    for place, folders, names in os.walk(folder):
        here = Path(place).relative_to(folder)
        for name in sorted(folders):
            why = _passed_folder(Path(place, name))
            if why or name.startswith((".", "__")) or os.path.islink(os.path.join(place, name)):
                folders.remove(name)
            if why:
                passed[(here / name).as_posix()] = why
        folders.sort()
        for name in sorted(names):
            path = Path(place, name)
            own = path.is_file() and not path.is_symlink()
            if not own or not name.endswith(".py") or name.startswith((".", "__")):
                continue
            if why := _passed_file(path):
                passed[(here / name).as_posix()] = why
            else:
                found.append((here / name).as_posix())
    return found, passed


def _passed_folder(path: Path) -> str:
    if any((path / name).exists() for name in ENVIRONMENTS):
        return "an environment"
    if path.name in ("tests", "test"):
        return "tests"
    return "not of the project" if path.name in NOT_OURS else ""


def _passed_file(path: Path) -> str:
    if TESTS.fullmatch(path.name):
        return "tests"
    if path.name == "setup.py":
        return "it builds the project"
    return "generated" if MARK in head_of(path) else ""


def shared_folder(sources: Iterable[str]) -> PurePosixPath:
    """The folder that all files are in."""
    folders = [PurePosixPath(source).parent for source in sources]
    common = os.path.commonpath([f"/{folder}" for folder in folders]) if folders else "/"
    return PurePosixPath(os.path.relpath(common, "/"))


def chosen_from(
    folder: Path, sources: Sequence[str], output: str, *, jobs: int, store: Store | None, shown: bool
) -> Found:
    """What can be generated of sources into a folder `output`, and why not what cannot be."""
    trial = _Trial(folder, output, shared_folder(sources))
    for source in sources:
        trial.add(source)
    while trial.wanted:
        configuration = Configuration(folder / "pyproject.toml", tuple(trial.outputs()))
        try:
            made = make(configuration, configuration.outputs, jobs=jobs, store=store, shown=shown)
        except Defect as defect:
            trial.leave(_relative(folder, defect.path), f"the program fails: {defect.what}")
            continue
        if not trial.narrowed(made):
            break
    return trial.found


class _Trial:
    """Files that are tried together, fewer each time: what one imports from another may have no pair."""

    def __init__(self, folder: Path, output: str, shared: PurePosixPath) -> None:
        self.folder, self.output, self.shared = folder, output, shared
        self.found = Found()
        self.texts: dict[str, str] = {}
        self.trees: dict[str, ast.Module] = {}
        self.wanted: dict[str, tuple[str, ...]] = {}  # no names where all of a file is tried
        self.why: dict[str, str] = {}

    def add(self, source: str) -> None:
        """Takes a file that can be read, and that has something to generate from."""
        if not NAME.fullmatch(source):
            self.found.left[source] = "its name cannot stand in a configuration"
            return
        try:
            text = decode(read_bytes(self.folder / source), source)
            tree = ast.parse(text)
        except FileRefused as refused:
            self.found.left[source] = refused.problems[0].message
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            self.found.left[source] = "it is not Python, or nested too deeply"
        else:
            kinds = (ast.FunctionDef, ast.ClassDef, ast.Assign, ast.AnnAssign)
            if any(isinstance(node, kinds) for node in tree.body):
                self.texts[source], self.trees[source], self.wanted[source] = text, tree, ()
            else:
                self.found.left[source] = "it has no functions"

    def leave(self, source: str, why: str) -> None:
        """Gives a file up."""
        self.wanted.pop(source, None)
        self.found.left[source] = why

    def outputs(self) -> Iterator[Output]:
        """What is tried: each file gives one of its name, or where two have it, in a folder of its own."""
        times = Counter(PurePosixPath(source).name for source in self.wanted)
        for source, only in self.wanted.items():
            path = PurePosixPath(source)
            name = path.name if times[path.name] == 1 else path.relative_to(self.shared)
            yield Output(source, f"{self.output}/{name}", only=only)

    def narrowed(self, made: Made) -> bool:
        """Takes away what was refused; whether something was. If nothing is left to take, all is chosen."""
        refused: dict[str, list[Problem]] = {}
        for located in made.failures:
            refused.setdefault(_relative(self.folder, located.path), []).extend(located.problems)
        own = {s: found for s, found in refused.items() if any(p.code != OF_ANOTHER for p in found)}
        for source, problems in (own or refused).items():  # what others lack may be there the next time
            self._narrow(source, problems)
        for source, how in made.lost.items():
            self.leave(source, f"the process that read it was ended ({how})")
        if refused or made.lost:
            return True
        return self._chosen({output.source: text for output, text in made.texts})

    def _narrow(self, source: str, problems: Sequence[Problem]) -> None:
        """Tries those functions next of which nothing was refused, nor of what they call."""
        first = min(problems)
        why = f"{first.code} in line {max(first.line, 1)}: {first.message}"
        functions = _functions(self.trees[source])
        before = self.wanted[source] or tuple(functions)
        wrong = {name for name, node in functions.items() for p in problems if _has(node, p.line)}
        if any(not any(_has(node, p.line) for node in functions.values()) for p in problems):
            wrong = set(functions)
        good = tuple(name for name in before if not _reached(functions, name) & wrong)
        if not good or good == before:
            self.leave(source, why)
        else:
            self.wanted[source] = good
            self.why.setdefault(source, why)

    def _chosen(self, made: Mapping[str, str]) -> bool:
        """Chooses what has pairs, or is imported by what has; whether something is left that has not."""
        pairs = {source: tuple(PAIR.findall(text)) for source, text in made.items()}
        idle = [source for source in made if not pairs[source] and not self._is_imported(source, made)]
        for source in idle:
            self.leave(source, "it has no functions with gradients")
        if idle:
            return True
        self.found.chosen = [self._choice(output, pairs[output.source]) for output in self.outputs()]
        return False

    def _choice(self, output: Output, functions: tuple[str, ...]) -> Chosen:
        others = tuple(name for name in _functions(self.trees[output.source]) if name not in functions)
        why = self.why.get(output.source, "")
        return Chosen(output, functions, others if why else (), why)

    def _is_imported(self, source: str, others: Iterable[str]) -> bool:
        stem = re.escape(PurePosixPath(source).stem)
        line = re.compile(rf"^\s*(from|import)\b.*\b{stem}\b", re.MULTILINE)
        return any(line.search(self.texts[other]) for other in others if other != source)


def _functions(tree: ast.Module) -> dict[str, ast.FunctionDef]:
    return {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}


def _has(node: ast.FunctionDef, line: int) -> bool:
    first = min([node.lineno, *(one.lineno for one in node.decorator_list)])
    return first <= line <= (node.end_lineno or node.lineno)


def _reached(functions: Mapping[str, ast.FunctionDef], name: str) -> set[str]:
    """A function and those that it may call, by the names in it."""
    found, left = {name}, [name]
    while left:
        names = {part.id for part in ast.walk(functions[left.pop()]) if isinstance(part, ast.Name)}
        more = (names & functions.keys()) - found
        found |= more
        left += more
    return found


def _relative(folder: Path, path: str) -> str:
    return Path(os.path.relpath(os.path.abspath(path), folder)).as_posix()
