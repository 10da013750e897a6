"""Reads gates from `templates/`, runs them, and draws inputs that fit their signatures.

A gate is run as it is written: its pattern is evaluated, then each of its lines. Inputs are drawn
from everything that the annotations allow; what NumPy does not accept is left out.
"""

from __future__ import annotations

import ast
import copy
import fnmatch
import functools
import importlib
import importlib.util
import itertools
import math
import random
import re
import sys
import types
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import jax_stand_in
import numpy as np

from codegen.several import instance, several

FOLDER = Path(__file__).parent.parent / "templates"
SKIPPED = (
    "__init__",
    "vocabulary",
    "shapes",
    "constants",
    "helpers",
    "helpers_immutable",
    "helpers_compiled",
)
FREE = ("", "complex", "real")  # annotations of values of any rank
VALUES = (*FREE, "float")  # annotations of parameters that carry gradients, beside shapes
Comparison = tuple[ast.expr, ast.cmpop, ast.expr]
# What these make of a number, NumPy 1 gives back as a number, though it is an array of one entry, or of none.
WRAPPED_IN_NUMPY_1 = re.compile(r"(np\.(delete|insert|diagflat)|insert_dv)\(")
NUMPY_1 = np.lib.NumpyVersion(np.__version__) < "2.0.0"
SCENES = 9  # at most this many inputs of a gate, out of so many tries:
TRIES = 250
FEWEST_SCENES = 3  # and so many for each value that a docstring lists
FEWEST_TRIES = 100


def load(name: str) -> types.ModuleType:
    """A module of the folder, executed."""
    package = "templates_under_test"
    if package not in sys.modules:
        spec = importlib.util.spec_from_file_location(
            package, FOLDER / "__init__.py", submodule_search_locations=[str(FOLDER)]
        )
        assert spec is not None
        sys.modules[package] = importlib.util.module_from_spec(spec)
    return importlib.import_module(f"{package}.{name}")


HELPERS = load("helpers")
SHAPES = load("shapes")
CONSTANTS = load("constants")
VOCABULARY = load("vocabulary")


@dataclass(frozen=True)
class Line:
    """A backward line: whose gradient, the expression, the outputs whose gradients it reads, its changes."""

    param: str
    source: str
    outputs: frozenset[str] = frozenset()
    changes: tuple[str, ...] = ()

    def __str__(self) -> str:
        return "; ".join([f"d{self.param} = {self.source}", *self.changes])

    @functools.cached_property
    def code(self) -> types.CodeType:
        return compile(str(self), f"<{self}>", "exec")


@dataclass(frozen=True)
class Gate:
    """A gate as the test sees it."""

    name: str
    file: str
    text: str
    params: dict[str, str]  # name: annotation, "" for none, 'shape N K' for shapes
    outputs: tuple[str, ...]
    unpacked: bool  # whether the pattern is taken apart into its outputs
    pattern: str
    lines: tuple[Line, ...]
    result: ast.expr | None
    notes: dict[str, str]  # docstring lines like `x: symmetric`
    domains: tuple[str, ...]  # comparisons, from the line `domain: x > 0`
    count: int  # of operands, in a gate for any number; else 0
    holomorphic: tuple[str, ...]  # operands that may be complex, by the line `holomorphic: x`
    scope: dict[str, Any] = field(repr=False, compare=False)

    def __str__(self) -> str:
        return f"{self.file}:{self.name}"

    @functools.cached_property
    def code(self) -> types.CodeType:
        return compile(self.pattern, f"<{self.name}>", "eval")

    @property
    def wanted(self) -> list[str]:
        """Parameters with real values: each has a line, or derivative zero."""
        return [p for p, kind in self.params.items() if is_value(kind)]

    def noted(self, word: str) -> set[str]:
        """The names on a docstring's line, like `refused: x, y (take another one)`."""
        return set(filter(None, self.notes.get(word, "").split(" (")[0].split(", ")))

    @property
    def moving(self) -> list[str]:
        """Outputs whose gradient some line knows; the others are steps, or refused, or no numbers."""
        still = self.noted("steps") | (self.noted("refused") if self.unpacked else set())
        return [o for o in self.outputs if o not in still and not self.counts(o)]

    def counts(self, output: str) -> bool:
        """Whether an output is said to be made of ints or bools."""
        result = self.result_of(output)
        head = result.value if isinstance(result, ast.Subscript) else result
        return isinstance(head, ast.Name) and head.id in ("int", "bool")

    def result_of(self, output: str) -> ast.expr | None:
        """What the annotation says of an output."""
        if not self.unpacked or self.result is None or isinstance(self.result, ast.Name):
            return self.result
        assert isinstance(self.result, ast.Tuple), self
        result = self.result.elts[self.outputs.index(output)]
        return None if isinstance(result, ast.Constant) and result.value is None else result

    def lines_for(self, param: str, outputs: frozenset[str]) -> list[Line]:
        """The lines that are used where these outputs have gradients: the one that reads most is first."""
        found = []
        for line in sorted((x for x in self.lines if x.param == param), key=lambda x: -len(x.outputs)):
            if line.outputs <= outputs:
                outputs -= line.outputs or outputs
                found.append(line)
        return found

    @property
    def for_complex(self) -> bool:
        """Whether it is about complex values alone, so that differences of real ones say nothing."""
        return "complex" in self.params.values() or "complex" in ast.unparse(self.result or ast.Constant(0))

    @functools.cached_property
    def domain(self) -> list[Comparison]:
        """The comparisons that inputs have to fulfil, chains taken apart."""
        found = []
        for clause in self.domains:
            node = ast.parse(clause, mode="eval").body
            assert isinstance(node, ast.Compare), f"{self}: {clause} is no comparison"
            found += zip([node.left, *node.comparators], node.ops, node.comparators)
        return found

    def holds(self, values: dict[str, Any]) -> bool:
        """Whether inputs are in the domain."""
        return _hold(self.domain, {**self.scope, **values})

    def forward(self, values: dict[str, Any]) -> dict[str, Any]:
        """The values of the outputs."""
        with np.errstate(all="ignore"):
            z = eval(self.code, self.scope, self.dressed(values))
        if self.unpacked and len(z) != len(self.outputs):
            raise ValueError(f"{len(z)} values for {self.outputs}")
        if isinstance(self.result, ast.BinOp) or ast.unparse(self.result or []).startswith("list["):
            z = list(z)
        return dict(zip(self.outputs, z)) if self.unpacked else {self.outputs[0]: z}

    def forward_near(self, values: dict[str, Any], base: dict[str, Any]) -> dict[str, Any]:
        """The outputs, vectors that are known up to their sign with the signs that they have in others."""
        z = self.forward(values)
        for name in self.noted("signs"):
            output, axis = name.removesuffix(".T"), -1 if name.endswith(".T") else -2
            z[output] = z[output] * np.sign(np.sum(z[output] * base[output], axis=axis, keepdims=True))
        return z

    def worked_out(self, values: dict[str, Any]) -> Gate:
        """The gate with the lines that are there for these inputs, their constants worked out."""
        if not any(map(has_rules, (line.source for line in self.lines))):
            return self
        known = {p: np.shape(v) if is_value(self.params[p]) else v for p, v in values.items()}
        found = ((line, worked_out(line.source, known)) for line in self.lines)
        return replace(
            self, lines=tuple(replace(x, source=source) for x, source in found if source is not None)
        )

    def backward(self, line: Line, values: dict[str, Any], z: dict[str, Any], dz: dict[str, Any]) -> Any:
        """What a line gives, from the inputs, the outputs and the upstream gradients."""
        with np.errstate(all="ignore"):
            known = {**values, **z, **{f"d{output}": d for output, d in dz.items()}}
            known = {**self.scope, **self.dressed(known)}
            exec(line.code, known)
            return known[f"d{line.param}"]

    def dressed(self, values: dict[str, Any]) -> dict[str, Any]:
        """The values, arrays with `at` where the gate is about that."""
        if ".at[" not in self.pattern:
            return values
        return {name: jax_stand_in.functional(value) for name, value in values.items()}


def arrays_in(z: dict[str, Any]) -> list[Any]:
    """The arrays and numbers among outputs, those in lists too."""
    return [item for value in z.values() for item in (value if isinstance(value, list) else [value])]


@functools.cache
def has_rules(source: str) -> bool:
    """Whether a line has calls that stand for constants."""
    return any(f"{rule}(" in source for rule in vars(CONSTANTS))


def worked_out(source: str, known: dict[str, Any]) -> str | None:
    """A backward line with constants for the calls of rules; None where one of them is not known."""
    if not has_rules(source):
        return source
    rules = _Rules(known)
    line = rules.visit(ast.parse(source, mode="eval")).body
    return None if CONSTANTS.UNKNOWN in rules.answers else ast.unparse(line)


class _Rules(ast.NodeTransformer):
    """Puts the answers of rules in the place of their calls; leaves out the calls that they make void."""

    def __init__(self, known: dict[str, Any]) -> None:
        self.known = known
        self.answers: list[Any] = []

    def visit_Call(self, node: ast.Call) -> ast.expr:
        if isinstance(node.func, ast.Name) and hasattr(CONSTANTS, node.func.id):
            self.answers.append(eval(ast.unparse(node), vars(CONSTANTS), self.known))
            return ast.Constant(self.answers[-1])
        self.generic_visit(node)
        parts = [a for a in node.args if getattr(a, "value", None) is not CONSTANTS.UNCHANGED]
        return node if len(parts) == len(node.args) else parts[0]


def _hold(comparisons: list[Comparison], known: dict[str, Any]) -> bool:
    return all(np.all(eval(_compiled(*comparison), known)) for comparison in comparisons)


@functools.cache
def _compiled(left: ast.expr, op: ast.cmpop, right: ast.expr) -> types.CodeType:
    return compile(ast.unparse(ast.Compare(left, [op], [right])), "<domain>", "eval")


def is_value(kind: str) -> bool:
    """Whether an annotation lets a parameter carry a gradient."""
    return kind in VALUES or (kind.startswith("shape") and not kind.endswith((" int", " bool")))


@functools.cache
def gates() -> list[Gate]:
    """All gates of all files, by discovery."""
    found = []
    for path in sorted(FOLDER.glob("*.py")):
        if path.stem not in SKIPPED:
            found += read(path.read_text(encoding="utf-8"), path.name)
    return [gate for gate in found if "list" not in gate.params.values()]  # those are in tests/cases


def read(text: str, file: str) -> list[Gate]:
    """The gates of one file. One that the machine lacks the library for is left out."""
    tree = ast.parse(text)
    scope: dict[str, Any] = {**vars(HELPERS), "jax": jax_stand_in}
    for node in tree.body:
        if isinstance(node, ast.Import) and node.names[0].name not in scope:
            try:
                exec(compile(ast.Module([node], []), file, "exec"), scope)
            except ImportError:
                return []
    lines = text.splitlines()
    found = []
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and several(node):
            for count in (1, 2, 3):
                found += _gates(instance(node, count), lines, file, scope, count)
        elif isinstance(node, ast.FunctionDef):
            found += _gates(node, lines, file, scope)
    return found


def _gates(
    node: ast.FunctionDef, lines: list[str], file: str, scope: dict[str, Any], count: int = 0
) -> Iterator[Gate]:
    """The gates of one function: one for each way to spell its pattern."""
    doc = ast.get_docstring(node) or ""
    gradients = [f"d{a.arg}" for a in node.args.args]
    spelled: dict[str, list[ast.expr]] = {}
    backward: list[tuple[str, ast.expr, list[ast.stmt]]] = []
    for statement in node.body[1:]:
        if isinstance(statement, ast.AugAssign):
            backward[-1][2].append(statement)
        elif isinstance(statement, ast.Assign):
            target = ast.unparse(statement.targets[0])
            if target in gradients:
                backward.append((target[1:], statement.value, []))
            else:
                spelled.setdefault(target, []).append(statement.value)
    *_, output = spelled
    outputs = tuple(output.strip("()").split(", "))
    params = {a.arg: _kind(a.annotation) for a in node.args.args}
    doc = re.sub(r"\*(\w+)", lambda m: ", ".join(f"{m[1]}{i}" for i in range(count)), doc) if count else doc
    notes: dict[str, str] = {}
    for key, note in re.findall(r"^(\w+): (.+)$", doc, re.MULTILINE):
        notes[key] = f"{notes[key]}, {note}" if key in notes else note  # a long domain takes several lines
    clauses = list(filter(None, notes.get("domain", "").split(", ")))
    name = f"{node.name}_of_{count}" if count else node.name
    seen: set[str] = set()
    for chosen in _choices_of(list(spelled.values())):
        parts: dict[str, ast.expr] = {}
        for target, value in zip(spelled, chosen):
            parts[target] = _filled(value, parts)
        pattern = parts.pop(output)
        if ast.unparse(pattern) in seen:
            continue  # what differs is not in it
        seen.add(ast.unparse(pattern))
        yield Gate(
            name=name if len(seen) == 1 else f"{name}#{len(seen)}",
            file=file,
            text="\n".join(lines[node.lineno - 1 : node.end_lineno]),
            params=params,
            outputs=outputs,
            unpacked=output.startswith("("),
            pattern=ast.unparse(pattern),
            lines=tuple(
                _line(param, _text(value, parts), outputs, tuple(_text(change, parts) for change in changes))
                for param, value, changes in backward
            ),
            result=node.returns,
            notes=notes,
            domains=tuple(_text(ast.parse(clause, mode="eval").body, parts) for clause in clauses),
            count=count,
            holomorphic=_holomorphic(node.name, params, notes, lines),
            scope=scope,
        )


def _line(param: str, source: str, outputs: tuple[str, ...], changes: tuple[str, ...]) -> Line:
    text = "; ".join([source, *changes])
    read = frozenset(output for output in outputs if re.search(rf"\bd{output}\b", text))
    return Line(param, source, read, changes)


def _choices_of(spelled: list[list[ast.expr]]) -> Iterator[list[ast.expr]]:
    """The first way to spell every part, then each other way once."""
    first = [ways[0] for ways in spelled]
    yield first
    for i, ways in enumerate(spelled):
        for way in ways[1:]:
            yield [*first[:i], way, *first[i + 1 :]]


def _text(node: ast.AST, parts: dict[str, ast.expr]) -> str:
    return ast.unparse(_filled(node, parts))


def _filled(node: ast.AST, parts: dict[str, ast.expr]) -> Any:
    """An expression with the parts of a pattern in the place of their names."""
    if not parts:
        return node

    class Fill(ast.NodeTransformer):
        def visit_Name(self, name: ast.Name) -> ast.expr:
            return parts.get(name.id, name)

    return Fill().visit(copy.deepcopy(node))


def _holomorphic(
    name: str, params: dict[str, str], notes: dict[str, str], lines: list[str]
) -> tuple[str, ...]:
    """The operands that may be complex, by the gate's docstring, or all by that of its file."""
    if "holomorphic" in notes:
        return tuple(notes["holomorphic"].split(", "))
    for line in (line for line in lines if line.startswith("holomorphic: ")):
        but, patterns = re.fullmatch(r"holomorphic: (all but )?(.*)", line).groups()  # type: ignore[union-attr]
        named = any(fnmatch.fnmatchcase(name, p) for p in (patterns or "").split(", "))
        if patterns and (patterns == "all" or named is not bool(but)):
            return tuple(p for p, kind in params.items() if is_value(kind))
    return ()


def _kind(annotation: ast.expr | None) -> str:
    if annotation is None:
        return ""
    if isinstance(annotation, ast.Constant) and str(annotation.value).startswith("= "):
        return f"size {str(annotation.value)[2:]}"
    if isinstance(annotation, ast.Constant):
        return f"shape {annotation.value}".strip()
    return ast.unparse(annotation)


# Shapes of parameters without annotation, for gates with one, two and more of them.
ALONE = [
    (), (3,), (2, 3), (1, 3), (2, 3, 2), (3, 1, 2), (3, 3), (6,), (2, 2, 3), (2, 1, 2), (2, 1, 3, 2), (0, 3),
    (1, 1),
]  # fmt: skip
PAIRS = [
    ((), ()), ((3,), (3,)), ((2, 3), (2, 3)), ((), (3,)), ((2, 3), ()), ((3,), (2, 3)), ((2, 1), (1, 3)),
    ((2, 3), (3,)), ((1, 3), (2, 1)), ((2, 1, 3), (4, 1)), ((1,), (3,)), ((0, 3), (3,)),
]  # fmt: skip
CROSSED = [(), (3,), (2,), (2, 3), (3, 2), (2, 2, 3), (2, 3, 2), (1, 3, 2)]
SQUARES = [
    ((2, 2), (2,)), ((2, 2), (2, 3)), ((3, 2, 2), (2,)), ((3, 2, 2), (3, 2, 1)), ((1, 2, 2), (3, 2, 2)),
    ((2, 2, 2), (2, 2)),
]  # fmt: skip
BATCHES = [(), (2,), (1,), (2, 1), (3, 2)]
SIZES = [{}, {"K": 1, "N": 1}, {"M": 1}]
NOT_ACCEPTED = (
    ValueError, TypeError, IndexError, AttributeError, ArithmeticError, Warning, NotImplementedError,
    np.linalg.LinAlgError,
)  # fmt: skip
LITERALS = [2, 3, 0.5, -1, 1.5, 0, -2, 1]
INTS = [0, 1, -1, 2, -2, 3]
TUPLES = [
    (0,), (-1,), (0, 1), (1, 0), (-1, 0), (1, -1), (0, 2), (0, 1, 2), (2, 0, 1), (0, -1, 1), (6,), (3, 2),
    (2, 3), (-1, 2), (4, 3), (5, 2, 3), (2, 2, 3), (12,), (), ((1, 2), (0, 3)), ((2, 1),),
]  # fmt: skip


def scenes(gate: Gate) -> Iterator[dict[str, Any]]:
    """Inputs that fit a gate and that NumPy accepts, the same ones in every run.

    Where a docstring says which values a parameter has, each of them is among the inputs.
    """
    rng = random.Random(gate.name)
    noted = [p for p, note in gate.notes.items() if note.startswith("one of ")]
    groups: dict[str, list[dict[str, Any]]] = {}
    for setting in _settings(gate):
        groups.setdefault(repr([setting[p] for p in noted]), []).append(setting)
    for drawn in groups.values():
        tries = max(TRIES // len(groups), FEWEST_TRIES)
        if len(drawn) > tries:
            first = tries // 5
            drawn = drawn[:: max(1, len(drawn) // first)] + rng.sample(drawn, tries - first)
        values = (draw(gate, setting, rng) for setting in drawn)
        accepted = (v for v in values if v is not None)
        yield from itertools.islice(accepted, max(SCENES // len(groups), FEWEST_SCENES))


def _settings(gate: Gate) -> Iterator[dict[str, Any]]:
    """Shapes of the arrays and values of everything else, before anything is drawn."""
    likes = [p for p, note in gate.notes.items() if note.startswith("like ")]
    free = [p for p, kind in gate.params.items() if kind in FREE and p not in likes]
    if len(free) == 1:
        shapes: Any = [(s,) for s in ALONE]
    elif len(free) == 2:
        shapes = PAIRS if gate.result is None else [*SQUARES, *PAIRS, *itertools.product(CROSSED, repeat=2)]
    else:
        shapes = [tuple(itertools.islice(itertools.cycle(pair), len(free))) for pair in PAIRS]
        if gate.result is not None:
            shapes += itertools.product(CROSSED[:5], repeat=len(free))
            shapes += [(shape,) * len(free) for shape in CROSSED]
    for sizes in SIZES if any("shape" in k for k in gate.params.values()) else SIZES[:1]:
        plain = {p: _choices(p, kind, gate.notes.get(p, ""), sizes) for p, kind in gate.params.items()}
        plain = {p: choices for p, choices in plain.items() if choices is not None}
        ranked = {p: kind for p, kind in gate.params.items() if kind.startswith("shape") and p not in likes}
        named = {p: _shapes(kind, sizes) for p, kind in ranked.items()}
        of_all = itertools.product if len(named) < 5 else zip  # of many operands, all alike
        for of_free in shapes:
            for of_named in of_all(*named.values()):
                for of_plain in itertools.product(*plain.values()):
                    yield dict(zip((*free, *named, *plain), (*of_free, *of_named, *of_plain)))


def _choices(param: str, kind: str, note: str, sizes: dict[str, int]) -> list[Any] | None:
    if kind.startswith("size "):
        return [_sizes([word], sizes)[0] for word in kind[5:].split(" | ")]
    if note.startswith("one of "):
        return list(eval(f"({note[7:]},)", {"np": np}))
    if is_value(kind):
        return None
    choices: list[Any] = []
    for word in kind.split(" | "):
        if word.startswith("shape"):
            return None
        if word == "object" and param == "dtype":
            return [float, np.float32]
        if word == "object":
            return [None, *INTS[:3], *TUPLES[:5]] if param == "axis" else [False, True]
        choices += {"int": INTS, "tuple": TUPLES, "bool": [False, True], "literal": LITERALS}[word]
    return choices


def _shapes(kind: str, sizes: dict[str, int]) -> list[tuple[int, ...]]:
    words = [w.lstrip("=") for w in kind.split()[1:] if w not in ("int", "bool")]
    rest = _sizes([w for w in words if w != "..."], sizes)
    return [batch + rest for batch in BATCHES] if "..." in words else [rest]


def _sizes(words: list[str], sizes: dict[str, int]) -> tuple[int, ...]:
    """What the letters and numbers of a shape stand for."""
    return tuple(sizes.get(w, 2 + "NKMPQ".find(w)) if w.isalpha() else int(w) for w in words)


def draw(gate: Gate, setting: dict[str, Any], rng: random.Random) -> dict[str, Any] | None:
    """Values in the domain that NumPy accepts, or None. All entries differ from one another."""
    for _ in range(100 if gate.domain else 1):
        values: dict[str, Any] = {}
        grids = _spread(rng.random())
        try:
            for param, kind in gate.params.items():
                note = gate.notes.get(param, "")
                if note.startswith("like "):
                    shape = np.shape(eval(note[5:], gate.scope, _dummies(gate, setting)))
                elif kind == "float":
                    shape = ()
                elif not is_value(kind) and not kind.startswith("shape"):
                    values[param] = setting[param]
                    continue
                else:
                    shape = setting[param]
                if math.prod(shape) > 100:
                    return None
                if NUMPY_1 and param == "x" and shape == () and WRAPPED_IN_NUMPY_1.search(gate.pattern):
                    return None
                if kind.endswith((" int", " bool")):
                    pick = [0, 1, 0, 1] if kind.endswith("int") else [True, False]
                    values[param] = np.array(rng.choices(pick, k=math.prod(shape))).reshape(shape)
                    continue
                low, high = _bounds(gate.domain, param)
                entries = (_within(low, high, point) for point in grids)
                alone = [(a, op, b) for a, op, b in gate.domain if _names(a) | _names(b) == {param}]
                entries = (v for v in entries if abs(2 * v - round(2 * v)) > 0.04)  # where steps may be
                entries = (v for v in entries if _hold(alone, {param: v}))
                flat = list(itertools.islice(entries, math.prod(shape)))
                values[param] = _special(np.array(flat, dtype=float).reshape(shape), note)
                if shape == ():
                    number = float if kind == "float" or gate.result is None else np.float64
                    values[param] = number(flat[0])
            with np.errstate(all="ignore"):
                z = gate.forward(values)
                if gate.holds({**values, **z}) and all(np.all(np.isfinite(a)) for a in arrays_in(z)):
                    return values
        except NOT_ACCEPTED:
            return None
    return None


def _dummies(gate: Gate, setting: dict[str, Any]) -> dict[str, Any]:
    return {
        p: np.ones(v) if is_value(kind) else np.zeros(v, int) if kind.startswith("shape") else v
        for p, kind, v in ((p, gate.params[p], v) for p, v in setting.items())
    }


def _spread(start: float) -> Iterator[float]:
    """Numbers between 0 and 1, no two of them close to one another while they are not many."""
    for k in itertools.count():
        yield (start + k * 0.6180339887498949) % 1


def _within(low: float, high: float, point: float) -> float:
    """A value between the bounds, not close to them; without any, not close to 0."""
    if low == -math.inf and high == math.inf:
        return 0.3 + 3.4 * (point - 0.5) if point > 0.5 else 3.4 * (point - 0.5) - 0.3
    if low == -math.inf:
        return high - 0.3 - 1.7 * point
    return low + 0.3 + 1.7 * point if high == math.inf else low + (high - low) * (0.15 + 0.7 * point)


def _bounds(domain: list[Comparison], param: str) -> tuple[float, float]:
    """The interval that comparisons with numbers leave for a parameter."""
    low, high = -math.inf, math.inf
    for left, op, right in domain:
        if isinstance(op, (ast.Gt, ast.GtE)):
            left, right = right, left
        if ast.unparse(right) == param and not _names(left):
            low = max(low, ast.literal_eval(left))
        if ast.unparse(left) == param and not _names(right):
            high = min(high, ast.literal_eval(right))
    return low, high


def _names(node: ast.AST) -> set[str]:
    return {n.id for n in ast.walk(node) if isinstance(n, ast.Name)}


def _special(x: Any, note: str) -> Any:
    """An array with a property that a docstring asks for, like `x: positive definite`."""
    if note == "symmetric":
        return (x + np.swapaxes(x, -1, -2)) / 2
    if note == "positive definite":
        return x @ np.swapaxes(x, -1, -2) + np.eye(x.shape[-1])
    if note == "invertible":
        return x / max(1, x.shape[-1]) + 3 * np.eye(*x.shape[-2:])
    assert note == "" or note.startswith("like "), f"unknown property {note!r}"
    return x


def in_math(gate: Gate) -> tuple[Gate | None, str]:
    """The gate as it mirrors a call of `math`, if its pattern can be written with `math`.

    The second is the name of a function that its lines use and `math` lacks.
    """
    names = {v: k for k, v in VOCABULARY.SAME_AS.items() if k.startswith("math.") and hasattr(math, k[5:])}

    def spell(source: str) -> str:
        return re.sub(r"\bnp\.(\w+)", lambda m: names[f"numpy.{m[1]}"], source)

    try:
        pattern = spell(gate.pattern)
    except KeyError:
        return None, ""
    try:
        lines = tuple(
            replace(line, source=spell(line.source), changes=tuple(map(spell, line.changes)))
            for line in gate.lines
        )
    except KeyError as missing:
        return None, str(missing)
    return replace(gate, pattern=pattern, lines=lines, scope={**gate.scope, "math": math}), ""
