"""A function and its two passes side by side: which lines stand for each other, and why each is what it is.

Lines that stand for each other have a key in common: the number of a line of the source, or `cache` for what
hands values on. All of it is told from the map that `emit` keeps; nothing is read out of the text.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from codegen.emit import Pair
from codegen.explanation import explained, source_lines
from codegen.generate import Generated
from codegen.lower import Statement, base
from codegen.origins import Mapped, mapped
from codegen.trees import names_in, walk
from codegen.wording import listed

CACHE = "cache"
FORWARD = {
    "check": "Raises where the arguments are not what the passes take them for.",
    "saved": "Kept under a name of its own: a line below overwrites it, and the backward pass reads it.",
    "nothing": "What stands for a value that the backward pass reads, in case it is not made.",
    "history": "For what the turns of the loop keep for the backward pass.",
    "turn": "What this turn keeps: the same turn of the backward pass reads it.",
    "cache": "What the backward pass reads: references, and copies only of what is overwritten.",
}


@dataclass(frozen=True)
class Line:
    """A line of the source or of a pass; `keys` are what it has in common with its partners."""

    number: int
    text: str
    keys: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True)
class Reviewed:
    """A function with its passes."""

    name: str
    source: tuple[Line, ...]
    forward: tuple[Line, ...]
    backward: tuple[Line, ...]

    @property
    def panels(self) -> tuple[tuple[str, tuple[Line, ...]], ...]:
        """The three of them, by what they are."""
        return ("source", self.source), ("forward", self.forward), ("backward", self.backward)


def reviewed(generated: Generated) -> tuple[Reviewed, ...]:
    """All functions of a module that have pairs of their own, in the order of the source."""
    places = mapped(generated.emitted)
    found = []
    for pair in generated.pairs:
        name = pair.summary.name
        own = [one for one in places if one.origin.function == name]
        found.append(_Reviewer(generated, pair, own).reviewed())
    return tuple(sorted(found, key=lambda one: one.source[0].number if one.source else 0))


class _Reviewer:
    """Puts the lines of one function together."""

    def __init__(self, generated: Generated, pair: Pair, places: list[Mapped]) -> None:
        self.generated, self.pair, self.places = generated, pair, places
        self.texts = generated.emitted.text.split("\n")
        self.head = pair.lowered.function.node.lineno
        statements = enumerate(pair.lowered.statements)
        self.homes = {bind.version: place for place, one in statements for bind in one.binds}

    def reviewed(self) -> Reviewed:
        """The function with the lines of its three panels."""
        name = self.pair.summary.name
        reasons = {line.first: line.reasons for line in explained(self.generated, name, alone=True)}
        passes = [self._lines(backward, reasons) for backward in (False, True)]
        source = self._source({key for lines in passes for line in lines for key in line.keys})
        return Reviewed(name, source, *passes)

    def _source(self, known: set[str]) -> tuple[Line, ...]:
        """The function as the user wrote it, and those that were written out in it."""
        lines = self.generated.module.lines
        numbers = dict.fromkeys(self._of_definition(self.head))
        for number in sorted(int(key) for key in known if key.isdecimal()):
            if number not in numbers:
                numbers.update(dict.fromkeys(self._of_definition(number, outermost=True)))
        return tuple(
            Line(number, lines[number - 1], (str(number),) if str(number) in known else ())
            for number in numbers
            if 0 < number <= len(lines)
        )

    def _of_definition(self, line: int, *, outermost: bool = False) -> range:
        """The lines of the function that a line is in, with its decorators and the pragmas above it."""
        nodes = (node for node in walk(ast.parse(self.generated.module.text)) if hasattr(node, "args"))
        around = [node for node in nodes if isinstance(node, (ast.FunctionDef, ast.Lambda))]
        around = [node for node in around if node.lineno <= line <= (node.end_lineno or 0)]
        if not around:
            return range(line, line + 1)
        exact = [node for node in around if node.lineno == line]
        node = exact[0] if exact and not outermost else min(around, key=lambda node: node.lineno)
        first = min([node.lineno, *(d.lineno for d in getattr(node, "decorator_list", ()))])
        while first > 1 and self.generated.module.lines[first - 2].lstrip().startswith("# backprop:"):
            first -= 1
        return range(first, (node.end_lineno or node.lineno) + 1)

    def _lines(self, backward: bool, reasons: Mapping[int, tuple[str, ...]]) -> tuple[Line, ...]:
        """The lines of one pass. A statement on several lines has its reasons at the first."""
        own = [one for one in self.places if one.origin.backward == backward]
        found: dict[int, Line] = {}
        for one in own:
            keys = self._keys(one)
            why = reasons.get(one.first, ()) if backward else tuple(self._forward_reasons(one))
            why = (
                () if one.origin.role == "title" and one.origin.stage is None else why
            )  # it is lit beside it
            for number in range(one.first, one.last + 1):
                found.setdefault(number, Line(number, self.texts[number - 1], keys))
            found[one.first] = replace(found[one.first], reasons=why)
        if not found:
            return ()
        numbers = range(min(found), max(found) + 1)
        return tuple(found.get(number, Line(number, self.texts[number - 1])) for number in numbers)

    def _keys(self, one: Mapped) -> tuple[str, ...]:
        role = one.origin.role
        if role in ("saved", "nothing", "history", "turn", "cache", "unpack", "given"):
            return (CACHE,)
        if role in ("head", "check", "decorator") or (role == "return" and one.origin.backward):
            return (str(self.head),)
        if role == "return":
            returned = self.pair.lowered.returned
            return (str(returned.lineno),) if returned is not None else ()
        if one.origin.statement < 0 and one.origin.line is not None:
            given = {f"d {version}" for version in self.pair.lowered.parameters}
            return (str(self.head),) if one.origin.line.target in given else ()
        return self._lines_of(one.origin.statement, fused=one.origin.backward)

    def _lines_of(self, place: int, *, fused: bool) -> tuple[str, ...]:
        """The lines of a statement, and perhaps of those that are one gate together with it."""
        if place < 0:
            return ()
        statement = self.pair.lowered.statements[place]
        lines = source_lines(self.generated, statement)
        found = () if lines is None else tuple(str(number) for number in range(lines[0], lines[1] + 1))
        for version in self._seen_through(statement) if fused else ():
            found += self._lines_of(self.homes[version], fused=False)
        return tuple(dict.fromkeys(found))

    def _seen_through(self, statement: Statement) -> list[str]:
        """What is between the statements that are one gate with this one."""
        parts = (part for bind in statement.binds for part in bind.term.walk())
        chosen = (self.pair.facts.chosen.get(part.uid) for part in parts)
        return [str(name.data) for gate in chosen if gate is not None for name in gate.through]

    def _forward_reasons(self, one: Mapped) -> Iterator[str]:
        role = one.origin.role
        if role in FORWARD:
            yield FORWARD[role]
        elif role == "stage" and not self._is_returned(one):
            yield "A part of the line has a name, since its value or its gradient is needed again."
        if role in ("statement", "stage"):
            yield from self._why_cached(one)

    def _is_returned(self, one: Mapped) -> bool:
        return self.pair.lowered.statements[one.origin.statement].form == "return"

    def _why_cached(self, one: Mapped) -> Iterator[str]:
        """Which values of a line are kept, and which lines read them."""
        statement = self.pair.lowered.statements[one.origin.statement]
        versions = [one.origin.stage] if one.origin.stage else [bind.version for bind in statement.binds]
        for version in versions:
            if version in self.pair.cached.versions:
                reads = self._reads(version)
                lines = f" on line{'s' if len(reads) > 1 else ''} {listed(reads)}"
                yield f"{base(version)} is in the cache: the backward pass reads it{lines if reads else ''}."
            if version in self.pair.cached.rebound and statement.augmented:
                yield f"The backward pass reads the {base(version)} of above: nothing is written into that."

    def _reads(self, version: str) -> list[str]:
        """The lines of the backward pass that read a value."""
        lines = ((one.first, one.origin.line) for one in self.places if one.origin.backward)
        found = (
            str(first)
            for first, line in lines
            if line is not None
            and any(version in names_in(node) for node in (line.expr, line.index) if node is not None)
        )
        return list(dict.fromkeys(found))
