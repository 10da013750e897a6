"""A backward pass explained: for each of its lines the forward statement, the gate and what it does.

All of it is told from what the steps have found; nothing is read out of the text that was written.
"""

from __future__ import annotations

import ast
import textwrap
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from codegen.build import generate_whole
from codegen.emit import Pair
from codegen.files import read_source
from codegen.generate import Generated
from codegen.lower import Statement, base
from codegen.mirror import BackLine, Via
from codegen.options import Options
from codegen.origins import Mapped, mapped
from codegen.trees import names_in
from codegen.wording import listed
from codegen.write import written as written_statement

WIDTH = 92
CALL = (
    "The chain rule through a call: the backward pass of {name} takes the gradient on what it gave, "
    "and what its forward pass has kept."
)


@dataclass(frozen=True)
class Explained:
    """Lines of a backward pass: their text, the forward lines that they mirror, and the reasons for them."""

    first: int
    last: int
    text: str
    source: tuple[int, int] | None
    reasons: tuple[str, ...]


def explain_function(path: str, function: str, options: Options) -> str:
    """The explanation of one function of a file, as a text for a terminal. Raises as `generate_text` does."""
    data = read_source(path)
    whole = generate_whole(data, path, replace(options, only=(function,)))
    name = whole.module.methods.get(function, function)
    return written(name, path, explained(whole, name))


def explained(generated: Generated, function: str, *, alone: bool = False) -> tuple[Explained, ...]:
    """The lines of a function's backward pass, each with the reasons for it.

    They are to be read in a row; with `alone`, one by one.
    """
    (pair,) = (pair for pair in generated.pairs if pair.summary.name == function)
    places = [one for one in mapped(generated.emitted) if one.origin.function == function]
    return tuple(_Explainer(generated, pair, places, alone).lines())


def written(function: str, path: str, lines: tuple[Explained, ...]) -> str:
    """The explanation as a text for a terminal."""
    parts = [f"{function}_backward, of {function} in {path}:", ""]
    for line in lines:
        parts += [f"    {text}" if text else "" for text in line.text.split("\n")]
        depth = len(line.text) - len(line.text.lstrip()) + 8
        for reason in line.reasons:
            parts += textwrap.wrap(
                reason, WIDTH, initial_indent=" " * depth, subsequent_indent=" " * (depth + 2)
            )
    return "\n".join(parts) + "\n"


def source_lines(generated: Generated, statement: Statement | None) -> tuple[int, int] | None:
    """The lines of the source that a statement stands on, of a block those of its head; None if on none."""
    node = statement.node if statement is not None else None
    if node is None or not 0 < node.lineno <= len(generated.module.lines):
        return None
    first, last = getattr(node, "told", (node.lineno, node.end_lineno or node.lineno))
    return first, first if hasattr(node, "body") else last


@dataclass
class _Explainer:
    """Goes through the lines of one backward pass; what was said of a gate is not said again.

    With `alone` each line has all of its reasons, and the lines of its gates.
    """

    generated: Generated
    pair: Pair
    places: list[Mapped]
    alone: bool = False
    told: set[str] = field(default_factory=set)
    given: dict[str, list[int]] = field(default_factory=dict)  # by gradient, where it has come from
    before: BackLine | None = None
    begun: set[str] = field(default_factory=set)  # gradients that begin at zero
    kept: set[str] = field(default_factory=set)  # lists of what stands behind a loop
    total: Counter[str] = field(default_factory=Counter)  # how many lines give it something

    def __post_init__(self) -> None:
        lines = (one.origin.line for one in self.places)
        made = (line for group in self.pair.backward.groups for line in group.lines)
        self.kept = {line.target for line in made if line.op == "append"}
        self.total.update(name for line in lines if line for name in line.targets or (line.target,))

    def lines(self) -> Iterator[Explained]:
        """The lines in their order."""
        texts = self.generated.emitted.text.split("\n")
        for one in self.places:
            if one.origin.backward and one.origin.role != "docstring":
                text = "\n".join(texts[one.first - 1 : one.last])
                yield Explained(one.first, one.last, text, self._source(one), tuple(self._reasons(one)))

    def _statement(self, one: Mapped) -> Statement | None:
        place = one.origin.statement
        return self.pair.lowered.statements[place] if place >= 0 else None

    def _source(self, one: Mapped) -> tuple[int, int] | None:
        return source_lines(self.generated, self._statement(one))

    def _reasons(self, one: Mapped) -> Iterator[str]:
        role = one.origin.role
        if role == "gradient" and one.origin.line is not None:
            yield from self._gradient(one, one.origin.line)
        elif role == "title":
            yield from self._title(one)
        elif role == "unpack":
            yield "What the forward pass has kept, since lines below read it."
        elif role == "given":
            yield "What this turn of the loop has kept, or went over."
        elif role == "block":
            yield from self._block(one)

    def _title(self, one: Mapped) -> Iterator[str]:
        where, stages = self._where(one), self.pair.backward.stages.get(one.origin.statement, ())
        if any(stage.version == one.origin.stage for stage in stages) and where:
            yield f"A part of line {where}: it has a name since its value or its gradient is needed again."
        elif where:
            yield f"Line {where}."

    def _where(self, one: Mapped) -> str:
        source = self._source(one)
        if source is None:
            return ""
        return str(source[0]) if source[0] == source[1] else f"{source[0]} to {source[1]}"

    def _block(self, one: Mapped) -> Iterator[str]:
        statement = self._statement(one)
        where = self._where(one)
        if statement is not None and statement.form == "loop":
            yield f"The loop of line {where}, the other way: the last turn was the last to be computed."
        elif where:
            yield f"The way that the forward pass went at line {where}: only that one has gradients."

    def _gradient(self, one: Mapped, line: BackLine) -> Iterator[str]:
        if line.target in self.kept:
            yield from self._put_off(line)
            return
        above, self.before = self.before, line
        goes_on = line.via and above and (line.via, line.target) == (above.via, above.target)
        if goes_on:
            yield "The same gradient, which the line above has begun."
        else:
            yield from self._gates(line.via)
            yield from [CALL.format(name=_callee(line))] if line.op == "call" else []
            yield from self._contribution(one, line)
        behind = one.origin.line is not None and self._is_of_all_turns(one)
        if behind and line.target.startswith("d ") and line.op == "+=":
            outer = "" if _is_sum(line.expr) else ": a sum of outer products is one product of matrices"
            yield f"What all turns add, at once{outer}."
        if line.via and line.via[-1].gate.elementwise and _is_sum(line.expr) and not behind:
            yield f"Summed over the dimensions along which {base(line.target[2:])} was spread."
        if not _is_zero(line.expr):
            yield from self._read(line)

    def _gates(self, via: tuple[Via, ...]) -> Iterator[str]:
        for name, step in {step.gate.name: step for step in via}.items():
            said = "as above." if name in self.told and not self.alone else step.gate.sentence
            yield f"{name}: {said}{_formula(step) if self.alone else ''}"
            self.told.add(name)

    def _contribution(self, one: Mapped, line: BackLine) -> Iterator[str]:
        """Whether a gradient is the first on its variable, or added to others at a fork."""
        source = self._source(one)
        here = source[0] if source is not None else 0
        for target in line.targets or (line.target,):
            if target.startswith("d "):
                yield from self._given_to(target, line, here)
                self.given.setdefault(target, []).append(here)

    def _given_to(self, target: str, line: BackLine, here: int) -> Iterator[str]:
        name, before = base(target[2:]), self.given.get(target, [])
        if line.op in ("+=", "add.at", "chain+=") or (before and target in names_in(line.expr)):
            lines = sorted({number for number in before if number and number != here})
            word = "line" if len(lines) == 1 else "lines"
            others = f" ({word} {listed([str(n) for n in lines])})" if lines else ""
            others += ", in this turn and in others" if target in self.begun else ""
            where = "" if line.index is None else "at the place that was read "
            yield f"{name} is a fork: {where}the gradient is added to what came from its other uses{others}."
        elif _is_zero(line.expr) and line.index is not None:
            yield f"What this place of {name} held before was overwritten: it has no gradient."
        elif _is_zero(line.expr) and self.total[target] == 1:
            yield f"Nothing that is returned depends on {name}."
        elif _is_zero(line.expr):
            self.begun.add(target)
            yield f"The gradient on {name} begins at zero: parts or turns add to it."
        elif line.index is not None or line.op == "chain=":
            yield f"The gradient on a part of {name}."
        elif _is_copy(line.expr):
            yield f"A copy: the gradient on {name} needs memory of its own."
        elif not before and self.total[target] > 1 and line.via:
            yield f"The first gradient on {name}, a fork: those of its other uses are added below."
        if line.op == "add.at":
            yield "By np.add.at: the index may name an entry twice, and each time counts."

    def _put_off(self, line: BackLine) -> Iterator[str]:
        if line.op == "append":
            yield "Kept for the product behind the loop, in the place of a matrix in each turn."
        else:
            yield "What turns keep for a product behind the loop."

    def _is_of_all_turns(self, one: Mapped) -> bool:
        groups = (group for group in self.pair.backward.groups if group.form == "turns")
        return any(line is one.origin.line for group in groups for line in group.lines)

    def _read(self, line: BackLine) -> Iterator[str]:
        """The forward values that a line reads, and where they come from."""
        cached = self.pair.cached
        exprs = [line.expr] if line.index is None else [line.expr, line.index]
        read = dict.fromkeys(name for expr in exprs for name in names_in(expr))
        kept = [cached.back[name] for name in read if name in cached.versions]
        if kept:
            verb = "is" if len(kept) == 1 else "are"
            yield f"{listed(kept)} {verb} read from the cache."
        if "@unbroadcast" in read:
            yield "unbroadcast sums over the dimensions along which the operand was spread."


def _formula(step: Via) -> str:
    """The gate as it is written, and its line for the operand, where both are short and of one piece."""
    gate, lines = step.gate, step.gate.lines.get(step.operand, ())
    if gate.inner or len(lines) != 1 or lines[0].changes or len(gate.outputs) != 1:
        return ""
    nodes = (gate.pattern.node, lines[0].node)
    forward, backward = (written_statement(ast.Expr(node), {}, _plain) for node in nodes)
    text = f" For {gate.outputs[0]} = {forward}: d{step.operand} = {backward}."
    return text if len(text) < WIDTH else ""


def _plain(node: ast.expr) -> ast.expr | None:
    """The name of a module or of a helper as people write it."""
    if isinstance(node, ast.Name) and node.id.startswith("@"):
        return ast.Name({"@numpy": "np"}.get(node.id, node.id[1:]), ast.Load())
    return None


def _callee(line: BackLine) -> str:
    function = line.expr.func if isinstance(line.expr, ast.Call) else None
    return function.id.removesuffix("_backward") if isinstance(function, ast.Name) else "the function"


def _is_zero(expr: ast.expr) -> bool:
    """Whether a line lets a gradient begin at zero."""
    if isinstance(expr, ast.Constant):
        return expr.value == 0
    name = expr.func.attr if isinstance(expr, ast.Call) and isinstance(expr.func, ast.Attribute) else ""
    return name in ("zeros", "zeros_like")


def _is_copy(expr: ast.expr) -> bool:
    """Whether a line copies a gradient: `1 * dx`, `dx.copy()`."""
    if isinstance(expr, ast.BinOp) and isinstance(expr.op, ast.Mult):
        return isinstance(expr.left, ast.Constant) and expr.left.value == 1
    function = expr.func if isinstance(expr, ast.Call) else None
    return isinstance(function, ast.Attribute) and function.attr == "copy"


def _is_sum(expr: ast.expr) -> bool:
    return isinstance(expr, ast.Call) and isinstance(expr.func, ast.Attribute) and expr.func.attr == "sum"
