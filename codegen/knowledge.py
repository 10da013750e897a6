"""Where `templates/` is found, and its tables.

The folder is installed as `codegen.templates` and stands beside the package in a checkout. Its
gates are read as text. Only the rules of `shapes.py` and `constants.py` are run; the tables of
`vocabulary.py` are literals, and imported with them.
"""

from __future__ import annotations

import ast
import functools
import importlib
import importlib.util
import sys
import types
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any


def folder() -> Path:
    """The folder of the templates, installed or in a checkout."""
    installed = Path(__file__).parent / "templates"
    return installed if installed.is_dir() else Path(__file__).parent.parent / "templates"


class Signatures(Mapping[str, tuple[tuple[str, object], ...]]):
    """The parameters of functions with their defaults; each signature is read when it is asked for."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self.texts = texts

    def __getitem__(self, name: str) -> tuple[tuple[str, object], ...]:
        return _signature(self.texts[name])

    def __iter__(self) -> Iterator[str]:
        return iter(self.texts)

    def __len__(self) -> int:
        return len(self.texts)

    def __contains__(self, name: object) -> bool:
        return name in self.texts


@dataclass(frozen=True)
class Vocabulary:
    """What else is the same function, how its arguments are named, which methods are functions.

    `distinct` are functions that give places, no two of them the same, `fields` the names of the outputs
    of functions that give a named tuple, `read_only` functions whose result may not be written,
    `compiled` those that numba compiles, with the names of arguments that it knows,
    `indexed` what takes its operands in brackets, `attributes` those that are functions, `idle` arguments
    that change nothing that a gate says, `instead` what to write in the place of arguments that no gate
    knows.
    """

    signatures: Signatures
    same_as: Mapping[str, str]
    same_but: Mapping[str, str]
    keywords: Mapping[str, Mapping[str, str]]
    operands: Mapping[str, int]
    idle: Mapping[str, tuple[str, ...]]
    instead: Mapping[str, str]
    methods: Mapping[str, str]
    spread: Mapping[str, str]
    namespaces: Mapping[str, str]
    scalar: tuple[str, ...]
    views: frozenset[str]
    of_operands: frozenset[str]
    distinct: Mapping[str, str]
    immutable: tuple[str, ...]
    fields: Mapping[str, tuple[str, ...]]
    read_only: tuple[str, ...]
    complex: tuple[str, ...]
    indexed: tuple[str, ...]
    attributes: Mapping[str, str]
    compiled: Mapping[str, tuple[str, ...]]

    def gives_complex(self, name: str) -> bool:
        """Whether a function may make complex values of real ones."""
        return any(name == known or name.startswith(f"{known}.") for known in self.complex)

    @property
    def libraries(self) -> tuple[str, ...]:
        """The libraries of arrays: NumPy, and those that have its functions."""
        return ("numpy", *(name for name, standard in self.namespaces.items() if standard == "numpy"))

    def spelled_in(self, module: str, library: str) -> str:
        """The module of a library that stands for one of NumPy's or SciPy's."""
        head, dot, rest = module.partition(".")
        if head == "numpy":
            return library + dot + rest
        root = library.removesuffix(".numpy")
        other = next((n for n, s in self.namespaces.items() if s == head and n.startswith(root)), head)
        return (head if library == "numpy" else other) + dot + rest

    def on_numbers(self, standard: str) -> tuple[str, str] | None:
        """The module of numbers that has a function of NumPy's, and its name there."""
        names = (n for n, other in self.same_as.items() if other == standard)
        found = (n.rsplit(".", 1) for n in names if n.partition(".")[0] in self.scalar)
        return next(((module, name) for module, name in found), None)

    def canonical(self, name: str) -> str:
        """The name under which templates know a function: `math.exp` is `numpy.exp`."""
        if name in self.same_as:
            return self.same_as[name]
        for prefix, standard in self.namespaces.items():
            if name.startswith(prefix + "."):
                name = standard + name[len(prefix) :]
                break
        return self.same_as.get(name, name)


REQUIRED: Any = types.SimpleNamespace(name="required")


@functools.cache
def vocabulary() -> Vocabulary:
    """The tables of `templates/vocabulary.py`."""
    tables = vars(importlib.import_module(f"{_package()}.vocabulary"))
    return Vocabulary(
        signatures=Signatures(tables["SIGNATURES"]),
        same_as=tables["SAME_AS"],
        same_but=tables["SAME_BUT"],
        keywords=tables["KEYWORDS"],
        operands=tables["OPERANDS"],
        idle=tables["IDLE"],
        instead=tables["INSTEAD"],
        methods=tables["METHODS"],
        spread=tables["SPREAD"],
        namespaces=tables["NAMESPACES"],
        scalar=tuple(tables["SCALAR"]),
        views=frozenset(tables["VIEWS"]),
        of_operands=frozenset(tables["OF_OPERANDS"]),
        distinct=tables["DISTINCT"],
        immutable=tuple(tables["IMMUTABLE"]),
        fields=tables["FIELDS"],
        read_only=tables["READ_ONLY"],
        complex=tuple(tables["COMPLEX"]),
        indexed=tables["INDEXED"],
        attributes=tables["ATTRIBUTES"],
        compiled=tables["COMPILED"],
    )


@functools.cache
def _signature(text: str) -> tuple[tuple[str, object], ...]:
    """Parameter names with their defaults, from `"a, axis=None, keepdims=False"`.

    Of a function that takes any number of operands, `"*operands, optimize=False"`, the star is kept.
    """
    arguments = ast.parse(f"def f({text}): pass").body[0].args  # type: ignore[attr-defined]
    if arguments.vararg:
        text = text.replace(f"*{arguments.vararg.arg}", "operands")
        return (("*operands", REQUIRED), *_signature(text)[1:])
    names = [a.arg for a in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)]
    given = [*arguments.defaults, *arguments.kw_defaults]
    defaults: list[object] = [REQUIRED] * (len(names) - len(given))
    defaults += [REQUIRED if d is None or isinstance(d, ast.Name) else ast.literal_eval(d) for d in given]
    return tuple(zip(names, defaults))


@functools.cache
def _package() -> str:
    """The name under which the modules of `templates/` that are run, and not read, are imported."""
    name = "codegen_templates"
    path = folder()
    spec = importlib.util.spec_from_file_location(
        name, path / "__init__.py", submodule_search_locations=[str(path)]
    )
    assert spec is not None and spec.loader is not None
    sys.modules[name] = importlib.util.module_from_spec(spec)
    return name


@functools.cache
def shape_rules() -> Mapping[str, Any]:
    """The functions of `templates/shapes.py`, by name."""
    return vars(importlib.import_module(f"{_package()}.shapes"))


@functools.cache
def constant_rules() -> Mapping[str, Any]:
    """The rules of `templates/constants.py`, by name, and the two answers that are no constants."""
    public = vars(importlib.import_module(f"{_package()}.constants"))
    return {name: value for name, value in public.items() if not name.startswith("_")}


def texts() -> tuple[tuple[str, str], ...]:
    """Name and text of each file of gates, in reading order."""
    skipped = (
        "__init__",
        "vocabulary",
        "shapes",
        "constants",
        "helpers",
        "helpers_immutable",
        "helpers_compiled",
    )
    paths = sorted(path for path in folder().glob("*.py") if path.stem not in skipped)
    return tuple((path.name, path.read_text(encoding="utf-8")) for path in paths)


def helpers_text(kind: str = "") -> tuple[str, str]:
    """Name and text of `templates/helpers.py`: functions that the output may carry.

    `immutable` asks for those that are written otherwise where arrays cannot be written in place,
    `compiled` for those that are in code that numba compiles.
    """
    name = f"helpers_{kind}.py" if kind else "helpers.py"
    return name, (folder() / name).read_text(encoding="utf-8")
