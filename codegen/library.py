"""All gates, those of the package and of the user's files, and the helpers that their lines call."""

from __future__ import annotations

import ast
import functools
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from codegen import knowledge
from codegen.gates import Family, Gate, Source, Unread, as_one, unread_gates
from codegen.index import Functions, Pattern, Root, contents_of, root_of, written
from codegen.problems import Problem, Refused, lines_of
from codegen.terms import Term
from codegen.trees import walk


@dataclass(frozen=True, eq=False)
class Library:
    """All gates, by the root of their pattern, the preferred first.

    `otherwise` are those helpers that are written otherwise where arrays cannot be written in place,
    `for_compilers` those that are in code that numba compiles.
    """

    unread: Mapping[Root, tuple[Unread, ...]]
    helpers: Functions
    otherwise: Functions
    for_compilers: Functions
    _likely: dict[tuple[Root, frozenset[Root]], tuple[Gate | Family, ...]] = field(default_factory=dict)

    @functools.cached_property
    def helper_texts(self) -> Mapping[str, str]:
        """The texts of the helpers."""
        return self.helpers.texts()

    @functools.cached_property
    def immutable(self) -> Mapping[str, str]:
        """The texts of those that are written otherwise where arrays cannot be written in place."""
        return self.otherwise.texts()

    @functools.cached_property
    def compiled(self) -> Mapping[str, str]:
        """The texts of helpers in code that numba compiles."""
        return self.for_compilers.texts()

    @functools.cached_property
    def in_place(self) -> frozenset[str]:
        """The helpers that write into arrays, and are not written otherwise."""
        return _in_place(self.helpers, self.immutable)

    @functools.cached_property
    def views(self) -> frozenset[str]:
        """The helpers whose result may be a view."""
        found = ((name, self.unread.get(("helper", name), ())) for name in self.helpers)
        return frozenset(name for name, gates in found if any(gate.is_view for gate in gates))

    def all_gates(self) -> Iterator[Gate]:
        """Every gate; those for several operands as for one."""
        return (as_one(gate) for root in self.unread for gate in self._read(root, lambda pattern: True))

    def for_term(self, term: Term) -> Iterator[Gate]:
        """The gates whose pattern has the root of a term, and operands as it has them."""
        root, operands = root_of(term), frozenset(map(root_of, term.args))
        if (root, operands) not in self._likely:
            found = self._read(root, lambda pattern: pattern.operands <= operands)
            self._likely[root, operands] = tuple(found)
        for gate in self._likely[root, operands]:
            one = gate.of(term) if isinstance(gate, Family) else gate
            if one is not None:
                yield one

    def spread(self, root: Root, there: frozenset[Root]) -> tuple[Gate, ...]:
        """The gates with this root that may be written in several statements, of parts that are there."""
        found = self._read(root, lambda pattern: bool(pattern.parts) and pattern.parts <= there)
        return tuple(gate for gate in found if isinstance(gate, Gate))

    def _read(self, root: Root, fits: Callable[[Pattern], bool]) -> list[Gate | Family]:
        """The gates with this root whose pattern fits; no other is read."""
        likely = (
            gate
            for unread in self.unread.get(root, ())
            if any(pattern.root == root and fits(pattern) for pattern in unread.patterns)
            for gate in unread.gates
        )
        own = (gate for gate in likely if gate.found_by.root == root and fits(gate.found_by))
        return sorted(own, key=lambda gate: as_one(gate).rank)


def library(paths: tuple[str, ...] = ()) -> Library:
    """The gates of the package, and before them those of the user's files.

    Raises `Refused` (E401) for a gate file that is not understood.
    """
    files = []
    for path in paths:
        try:
            if Path(path).exists() and not Path(path).is_file():
                raise OSError("it is no file")
            files.append((path, Path(path).read_text(encoding="utf-8-sig")))
        except (OSError, ValueError) as error:
            raise Refused([Problem(0, 0, "E401", f"the gate file {path} cannot be read: {error}")]) from None
    return _library(tuple(files))


@functools.cache
def _library(files: tuple[tuple[str, str], ...]) -> Library:
    helpers = _helpers()
    found = [unread for path, text in files for unread in unread_gates(text, path, helpers)]
    for unread in found:
        _ = unread.gates  # what is wrong in a user's file is said at once
    by_root: dict[Root, list[Unread]] = {}
    for unread in (*found, *_gates_of_the_package()):
        for root in {pattern.root: None for pattern in unread.patterns}:
            by_root.setdefault(root, []).append(unread)
    roots = {root: tuple(found) for root, found in by_root.items()}
    return Library(roots, helpers, _helpers("immutable"), _helpers("compiled"))


@functools.cache
def _gates_of_the_package() -> tuple[Unread, ...]:
    files, helpers = knowledge.texts(), _helpers()
    return tuple(gate for name, text in files for gate in unread_gates(text, f"templates/{name}", helpers))


@functools.cache
def _helpers(kind: str = "") -> Functions:
    name, text = knowledge.helpers_text(kind)
    return Functions(f"templates/{name}", text)


def index() -> str:
    """The text of the index of `templates/`, as it should be."""
    kinds = ("", "immutable", "compiled")
    helpers = [(f"templates/{name}", text) for name, text in map(knowledge.helpers_text, kinds)]
    gates = [(f"templates/{name}", text) for name, text in knowledge.texts()]
    found = [(name, text, contents_of(ast.parse(text))) for name, text in helpers]
    for name, text in gates:
        read = contents_of(ast.parse(text))
        file = Source(name, lines_of(text), read.imports, _helpers())
        unread = (Unread(entry, file) for entry in read.entries)
        entries = tuple(replace(u.entry, patterns=u.patterns, is_view=u.is_view) for u in unread)
        found.append((name, text, replace(read, entries=entries)))
    return written(found)


def _in_place(helpers: Mapping[str, ast.FunctionDef], otherwise: Mapping[str, str]) -> frozenset[str]:
    """The helpers that write into part of an array, or call one that does, and are not written otherwise."""
    found: set[str] = set()
    while True:
        more = {
            name
            for name, node in helpers.items()
            if name not in otherwise and any(_writes(part) or _calls(part, found) for part in walk(node))
        }
        if more == found:
            return frozenset(found)
        found = more


def _writes(node: ast.AST) -> bool:
    """Whether a node is `x[i] = y`, `x[i] += y` or `np.add.at(x, i, y)`."""
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Attribute) and node.func.attr == "at"
    return isinstance(node, ast.Subscript) and not isinstance(node.ctx, ast.Load)


def _calls(node: ast.AST, names: set[str]) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names
