"""`templates/` and the user's gate files to gates: patterns with backward lines.

A gate file is read as text, never imported. What a gate may contain is written at the top of
`templates/__init__.py`; what does not follow it is refused with its place.
"""

from __future__ import annotations

import ast
import builtins
import fnmatch
import functools
import itertools
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from codegen import knowledge
from codegen.index import Entry, Pattern, contents, root_of
from codegen.lines import Change, Line, line_of
from codegen.problems import Problem, Refused, lines_of
from codegen.several import instance, several
from codegen.terms import BINARY, Meaning, Reader, Term
from codegen.trees import Transformer, walk

GUIDE = "`templates/__init__.py` says how a gate is written"
ANYTHING = ("name", "tuple")  # parts of a pattern that terms of several sorts are
SHAPE = re.compile(r"shape( \.\.\.)?( =?\w+)*")


class Paren(ast.expr):
    """Parentheses that a template wrote, kept where they are not needed to be understood."""

    _fields = ("value",)

    def __init__(self, value: ast.expr) -> None:
        super().__init__()
        self.value = value


@dataclass(frozen=True)
class Slot:
    """A parameter of a gate: its name, and what its annotation lets it be."""

    name: str
    fits: str


@dataclass(frozen=True)
class Gate:
    """A forward pattern and its backward lines; `result` says the shape, None is elementwise.

    `inner` are the names that the pattern gives to parts of itself, by the part; where there are any,
    people may have spread the pattern over several statements too. A pattern that is taken apart into
    `outputs` is `unpacked`; its result is a tuple of as many, or nothing. `steps` are outputs with
    derivative zero, `refused` those whose gradient is not known, with a way out. `holomorphic` are
    parameters that may be complex, what lines read being conjugated then; `defaults` stand for arguments
    that are left out.
    """

    name: str
    sentence: str
    slots: tuple[Slot, ...]
    outputs: tuple[str, ...]
    unpacked: bool
    pattern: Term
    lines: Mapping[str, tuple[Line, ...]]
    result: ast.expr | None
    place: str
    size: int
    rank: tuple[int, ...]
    views: tuple[str, ...] = ()
    inner: Mapping[int, str] = field(default_factory=dict)
    steps: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    instead: str = ""
    holomorphic: tuple[str, ...] = ()
    defaults: Mapping[str, Term] = field(default_factory=dict)

    def takes_complex(self, slot: Slot) -> bool:
        """Whether an operand may be complex: it is said so, or refused."""
        return slot.name in self.holomorphic or slot.fits in ("complex", "object")

    @functools.cached_property
    def found_by(self) -> Pattern:
        """What its pattern is looked up by."""
        operands = frozenset(root_of(arg) for arg in self.pattern.args if arg.op not in ANYTHING)
        parts = [root_of(part) for part in self.pattern.walk() if self.inner and part.op not in ANYTHING]
        return Pattern(root_of(self.pattern), operands, frozenset(parts))

    @property
    def output(self) -> str:
        """The only output, or the first."""
        return self.outputs[0]

    @property
    def elementwise(self) -> bool:
        """Whether its one output has the shape that its operands broadcast to."""
        return self.result is None and not self.unpacked

    @property
    def listed(self) -> bool:
        """Whether its one output is a list of arrays."""
        return not self.unpacked and _is_list(self.result)

    def written_for(self, output: str) -> ast.expr | None:
        """The annotation of an output; None is elementwise, which may be written so."""
        if not self.unpacked or self.result is None:
            return self.result
        result: ast.expr = self.result.elts[self.outputs.index(output)]  # type: ignore[attr-defined]
        return None if isinstance(result, ast.Constant) and result.value is None else result

    def result_of(self, output: str) -> ast.expr | None:
        """What the annotation says of the shape of an output; None is elementwise."""
        result = self.written_for(output)
        return None if self.unpacked and isinstance(result, ast.Name) else result

    def chosen_lines(self, name: str, given: frozenset[str]) -> tuple[tuple[Line, ...], ...]:
        """The lines for a parameter where these outputs have gradients, each with its alternatives.

        The one that reads the most gradients comes first; those that it has read are read by no other.
        """
        groups: dict[frozenset[str], list[Line]] = {}
        for line in self.lines.get(name, ()):
            groups.setdefault(line.outputs, []).append(line)
        found = []
        for outputs in sorted(groups, key=len, reverse=True):
            if outputs <= given and not groups[outputs][0].zero:
                given -= outputs
                found.append(tuple(groups[outputs]))
        return tuple(found)


@dataclass(frozen=True, eq=False)
class Family:
    """A gate for any number of operands: the gate for one of them, and that for any number."""

    one: Gate
    slot: str
    for_count: Callable[[int], Gate]

    @property
    def found_by(self) -> Pattern:
        """What its pattern is looked up by, whatever the number of operands."""
        return Pattern(root_of(self.one.pattern))

    def of(self, term: Term) -> Gate | None:
        """The gate for as many operands as a term has in their place."""
        listed = [i for i, arg in enumerate(self.one.pattern.args) if arg.op in ("list", "tuple")]
        if not listed:
            count = term.keys.count("") - self.one.pattern.keys.count("") + 1
        elif len(term.args) > listed[0] and term.args[listed[0]].op in ("list", "tuple"):
            count = len(term.args[listed[0]].args)
        else:
            return None
        return self.for_count(count) if count > 0 else None


@dataclass(frozen=True, eq=False)
class Unread:
    """A gate as it is in its file, and what its patterns are indexed by: it is read when it is asked for.

    Few of the gates are met by a source, and reading all takes longer than all else.
    """

    entry: Entry
    file: Source

    @functools.cached_property
    def node(self) -> ast.FunctionDef:
        """Its tree."""
        return self.entry.node(self.file.lines)

    @functools.cached_property
    def patterns(self) -> tuple[Pattern, ...]:
        """What its patterns are looked up by."""
        known = self.entry.patterns
        return tuple(dict.fromkeys(gate.found_by for gate in self.gates)) if known is None else known

    @property
    def is_view(self) -> bool:
        """Whether its result may share the memory of an operand."""
        known = self.entry.is_view
        return bool(_noted(ast.get_docstring(self.node) or "", "view")) if known is None else known

    @functools.cached_property
    def gates(self) -> tuple[Gate | Family, ...]:
        """The gate, once for each way to spell its pattern."""
        return _read(self.node, self.file)


def as_one(gate: Gate | Family) -> Gate:
    """A gate; one for several operands as for one."""
    return gate.one if isinstance(gate, Family) else gate


def unread_gates(text: str, path: str, helpers: Mapping[str, ast.FunctionDef]) -> list[Unread]:
    """The gates of one file, in order."""
    try:
        found = contents(path, text)
    except SyntaxError as error:
        raise Refused(
            [Problem(0, 0, "E401", f"{path}:{error.lineno}: not Python: {error.msg}", GUIDE)]
        ) from None
    except (ValueError, RecursionError, MemoryError) as error:
        message = f"{path}: not Python that can be read: {error or 'nested too deeply'}"
        raise Refused([Problem(0, 0, "E401", message, GUIDE)]) from None
    file = Source(path, lines_of(text), found.imports, helpers)
    return [Unread(entry, file) for entry in found.entries]


@dataclass(frozen=True)
class Source:
    """A file of gates: its lines, and what names in it mean."""

    path: str
    lines: list[str]
    imports: Mapping[str, str]
    helpers: Mapping[str, ast.FunctionDef]


def _read(node: ast.FunctionDef, file: Source) -> tuple[Gate | Family, ...]:
    """A gate, once for each way to spell its pattern; for any number of operands a family."""
    if not several(node):
        return tuple(_Compiler(node, file).gates())

    @functools.cache
    def for_count(count: int) -> Gate:
        compiler = _Compiler(node, file)
        try:
            compiler.take(instance(node, count))
        except ValueError as error:
            raise compiler.wrong(node, str(error)) from None
        gate, *others = compiler.gates()
        if others:
            raise compiler.wrong(node, "a gate for any number of operands has one pattern")
        return gate

    return (Family(for_count(1), several(node), for_count),)


class _Compiler:
    """Reads one gate."""

    def __init__(self, node: ast.FunctionDef, file: Source) -> None:
        self.lines, self.path = file.lines, file.path
        self.imports, self.helpers = file.imports, file.helpers
        self.rules = knowledge.constant_rules()
        self.take(node)

    def take(self, node: ast.FunctionDef) -> None:
        """Sets the gate that is read."""
        self.node = node
        self.slots = tuple(Slot(a.arg, _fits(a.annotation)) for a in node.args.args)
        self.names = {slot.name for slot in self.slots}
        self.reader = _GateReader(self.resolve)

    def resolve(self, node: ast.Name) -> Meaning:
        if node.id in self.names:
            return Meaning("local", node.id)
        if node.id in self.imports:
            return Meaning("import", self.imports[node.id])
        if node.id in self.helpers:
            return Meaning("helper", node.id)
        if node.id in self.rules:
            return Meaning("rule", node.id)
        if hasattr(builtins, node.id):
            return Meaning("builtin", f"builtins.{node.id}")
        raise self.wrong(node, f"{node.id} is neither a parameter nor imported")

    def wrong(self, node: ast.AST, message: str) -> Refused:
        line = getattr(node, "lineno", self.node.lineno)
        text = f"{self.path}:{line}: gate {self.node.name}: {message}"
        return Refused([Problem(0, 0, "E401", text, GUIDE)])

    def gates(self) -> Iterator[Gate]:
        """The gate, once for each way to spell its pattern."""
        doc = ast.get_docstring(self.node)
        body = self.node.body[1:] if doc else self.node.body
        if not doc:
            raise self.wrong(self.node, "the docstring that says in words what it does is missing")
        gradients = {f"d{slot.name}" for slot in self.slots}
        odd = next((s for s in body if not _targets(s) and _changed(s) not in gradients), None)
        if odd is not None or not body:
            raise self.wrong(odd or self.node, "a gate is a docstring, and assignments to names")
        for argument, slot in zip(self.node.args.args, self.slots):
            if slot.fits.startswith("shape") and not SHAPE.fullmatch(slot.fits):
                raise self.wrong(argument, f"the shape of {slot.name} is not understood")
        forward = _forward(body, gradients)
        if not forward:
            raise self.wrong(body[0], "the first statement is the pattern")
        outputs, result = _targets(forward[-1]), self.node.returns
        unpacked = not _single(forward[-1])
        inside = next((s for s in forward if not _single(s) and _targets(s) != outputs), None)
        if inside is not None:
            raise self.wrong(inside, "only what the pattern ends with is taken apart")
        if unpacked and result is not None and len(getattr(result, "elts", ())) != len(outputs):
            raise self.wrong(self.node, f"the shapes of {len(outputs)} outputs are a tuple of as many")
        patterns = list(self.patterns(forward))
        self.names |= {*outputs, *(f"d{output}" for output in outputs)}
        lines: dict[str, list[Line]] = {}
        for statement in body[len(forward) :]:
            found = lines.setdefault((_single(statement) or _changed(statement))[1:], [])
            if isinstance(statement, ast.AugAssign):
                if not found:
                    raise self.wrong(statement, f"{_changed(statement)} is changed before it is there")
                found[-1] = self.changed(found[-1], statement, outputs)
            elif _single(statement) not in gradients:
                raise self.wrong(statement, f"{_single(statement)} is not the gradient of a parameter")
            else:
                found.append(self.line(statement.value, outputs))  # type: ignore[attr-defined]
        refused, instead = _refused(doc)
        views, steps, holomorphic = _noted(doc, "view"), _noted(doc, "steps"), self.holomorphic(doc)
        defaults, kept = self.defaults(), {name: tuple(found) for name, found in lines.items()}
        for term, inner in patterns:
            size, rank = self.rank(term)
            yield Gate(
                name=self.node.name,
                sentence=doc.split("\n")[0],
                slots=self.slots,
                outputs=outputs,
                unpacked=unpacked,
                pattern=term,
                lines=kept,
                result=result,
                place=f"{self.path}:{self.node.lineno}",
                size=size,
                rank=rank,
                views=views,
                inner=inner,
                steps=steps,
                refused=refused,
                instead=instead,
                holomorphic=holomorphic,
                defaults=defaults,
            )

    def holomorphic(self, doc: str) -> tuple[str, ...]:
        """The operands that may be complex, by the gate's docstring, or all by that of its file."""
        for line in self.lines[: self.node.lineno] if not _noted(doc, "holomorphic") else ():
            if line.startswith("holomorphic:") and _is_among(self.node.name, line.partition(":")[2].strip()):
                return tuple(slot.name for slot in self.slots)
        return _noted(doc, "holomorphic")

    def defaults(self) -> Mapping[str, Term]:
        """What stands for an argument of the call that is left out."""
        given = self.node.args.defaults
        return {
            slot.name: self.reader.read(node)
            for slot, node in zip(self.slots[len(self.slots) - len(given) :], given)
        }

    def patterns(self, forward: list[ast.stmt]) -> Iterator[tuple[Term, Mapping[int, str]]]:
        """The pattern in one term, once for each choice among its statements, and its named parts."""
        choices: dict[str, list[Term]] = {}
        for statement in forward:
            pattern, name = statement.value, ", ".join(_targets(statement))  # type: ignore[attr-defined]
            term = self.reader.read(pattern)
            if term.op == "name":
                raise self.wrong(pattern, "the pattern is a bare parameter")
            choices.setdefault(name, []).append(term)
            self.names.add(name)
        *_, output = choices
        read: set[str] = {output}
        for numbers in itertools.product(*(range(len(found)) for found in choices.values())):
            parts: dict[str, Term] = {}
            for (name, found), number in zip(choices.items(), numbers):
                parts[name] = _filled(found[number], parts)
            uids = {term.uid for term in parts[output].walk()}
            inner = {term.uid: name for name, term in parts.items() if term.uid in uids and name != output}
            unread = [name for name in parts if name not in (*inner.values(), output)]
            read.update(inner.values())
            if not any(number and name in unread for name, number in zip(choices, numbers)):
                yield parts[output], inner
        if read < set(choices):
            raise self.wrong(self.node, f"{min(set(choices) - read)} is not read by the pattern")

    def rank(self, term: Term) -> tuple[int, tuple[int, ...]]:
        """A pattern's size, and its rank among others.

        The larger pattern is first, then the one that names a parameter twice, then those for real values.
        """
        parts = list(term.walk())
        names = [part.data for part in parts if part.op == "name"]
        for_complex = any(slot.fits == "complex" for slot in self.slots)
        size = len(parts) - len(names)
        return size, (-size, len(set(names)) - len(names), for_complex)

    def line(self, node: ast.expr, outputs: tuple[str, ...]) -> Line:
        return line_of(self.reader.read(_Marker(self.lines).visit(node)), outputs)

    def changed(self, line: Line, statement: ast.AugAssign, outputs: tuple[str, ...]) -> Line:
        """A line with one more change behind it."""
        if line.ruled:
            raise self.wrong(statement, "a line with a constant to be worked out is changed")
        if BINARY[type(statement.op)] not in ("+", "-", "*", "/"):
            raise self.wrong(statement, "a gradient is changed by +=, -=, *= or /=")
        value = self.line(statement.value, outputs)
        place = statement.target.slice if isinstance(statement.target, ast.Subscript) else None
        index = None if place is None else self.line(place, outputs)
        reads = line.reads | value.reads | (index.reads if index is not None else frozenset())
        shapes = line.shapes | value.shapes | (index.shapes if index is not None else frozenset())
        change = Change(f"{BINARY[type(statement.op)]}=", value.node, None if index is None else index.node)
        return replace(
            line,
            reads=reads,
            shapes=shapes - reads,
            outputs=line.outputs | value.outputs,
            upstream=line.upstream + value.upstream,
            linear=False,
            changes=(*line.changes, change),
        )


def _forward(body: list[ast.stmt], gradients: set[str]) -> list[ast.stmt]:
    """The statements of the pattern: those above the first that gives or reads a gradient."""
    found: list[ast.stmt] = []
    upstream: set[str] = set()
    for statement in body:
        if _single(statement) in gradients or _changed(statement):
            break
        if upstream & {node.id for node in walk(statement) if isinstance(node, ast.Name)}:
            break
        found.append(statement)
        upstream |= {f"d{target}" for target in _targets(statement)}
    return found


def _filled(term: Term, parts: Mapping[str, Term]) -> Term:
    """A term with parts of a pattern in the place of their names."""
    if term.op == "name":
        return parts.get(str(term.data), term)
    args = tuple([_filled(arg, parts) for arg in term.args])
    same = all(new is old for new, old in zip(args, term.args))
    return term if same else replace(term, args=args)


def _is_among(name: str, patterns: str) -> bool:
    """Whether a name is one of `exp, log*`, or of `all but max_*`."""
    others = patterns.removeprefix("all but ") if patterns.startswith("all but ") else None
    found = any(fnmatch.fnmatchcase(name, p.strip()) for p in (others or patterns).split(","))
    return patterns == "all" or found is (others is None)


def _noted(doc: str, word: str) -> tuple[str, ...]:
    """The names on a docstring's line of its own: `view: x` are those with which memory may be shared."""
    return tuple(
        name.strip()
        for line in doc.split("\n")
        if line.strip().startswith(f"{word}:")
        for name in line.split(":")[1].split("(")[0].split(",")
    )


def _refused(doc: str) -> tuple[tuple[str, ...], str]:
    """The names on the line `refused: u, v (take ...)`, and the way out in its parentheses."""
    way = re.search(r"^ *refused:[^(\n]*\((.*)\)$", doc, re.MULTILINE)
    return _noted(doc, "refused"), way[1] if way else ""


class _GateReader(Reader):
    """Reads patterns and backward lines: parentheses are kept, modules get a neutral name."""

    def _paren(self, node: Paren) -> Term:
        inner = self.read(node.value)
        return replace(inner, node=Paren(inner.node))

    def _attribute(self, node: ast.Attribute) -> Term:
        return _neutral(super()._attribute(node))

    def _call(self, node: ast.Call) -> Term:
        term = _neutral(super()._call(node))
        if term.op == "helper" and isinstance(term.node, ast.Call):
            marked = ast.Name(f"@{term.data}", ast.Load())
            return replace(term, node=ast.Call(marked, term.node.args, term.node.keywords))
        return term


def _neutral(term: Term) -> Term:
    """The term with `np.` in its spelling replaced by a name that emit spells for each module."""
    if not term.spelled or term.spelled.startswith("builtins."):
        return term
    module, _, name = term.spelled.rpartition(".")
    function = ast.Attribute(ast.Name(f"@{module}", ast.Load()), name, ast.Load())
    if isinstance(term.node, ast.Call):
        return replace(term, node=ast.Call(function, term.node.args, term.node.keywords))
    return replace(term, node=function) if isinstance(term.node, ast.Attribute) else term


def _single(statement: ast.stmt) -> str:
    """The one name that a statement assigns, or nothing."""
    if isinstance(statement, ast.Assign) and len(statement.targets) == 1:
        target = statement.targets[0]
        return target.id if isinstance(target, ast.Name) else ""
    return ""


def _targets(statement: ast.stmt) -> tuple[str, ...]:
    """The names that a pattern is bound to: one, or several in a row."""
    if _single(statement):
        return (_single(statement),)
    target = statement.targets[0] if isinstance(statement, ast.Assign) else None
    parts = target.elts if isinstance(target, ast.Tuple) and len(statement.targets) == 1 else []  # type: ignore[attr-defined]
    names = tuple(part.id for part in parts if isinstance(part, ast.Name))
    return names if len(names) == len(parts) else ()


def _is_list(result: ast.expr | None) -> bool:
    """Whether a return annotation is that of a list: `[shape] * n`, or `list[shapes]`."""
    head = result.left if isinstance(result, ast.BinOp) else getattr(result, "value", None)
    return isinstance(head, ast.List) or (isinstance(head, ast.Name) and head.id == "list")


def _fits(annotation: ast.expr | None) -> str:
    """An annotation as text; a shape keeps a mark, since `""` is the shape of a number."""
    if annotation is None:
        return ""
    if isinstance(annotation, ast.Constant) and str(annotation.value).startswith("= "):
        return f"size {str(annotation.value)[2:]}"
    if isinstance(annotation, ast.Constant) and isinstance(annotation.value, str):
        return f"shape {annotation.value}".strip()
    return ast.unparse(annotation)


def _changed(statement: ast.stmt) -> str:
    """The one name that a statement changes, as a whole or in part, or nothing."""
    if not isinstance(statement, ast.AugAssign):
        return ""
    target = statement.target.value if isinstance(statement.target, ast.Subscript) else statement.target
    return target.id if isinstance(target, ast.Name) else ""


class _Marker(Transformer):
    """Wraps each operand that the template has in parentheses in `Paren`."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines

    def generic_visit(self, node: ast.AST) -> ast.AST:
        super().generic_visit(node)
        if isinstance(node, (ast.BinOp, ast.UnaryOp, ast.Compare, ast.IfExp, ast.Subscript)):
            for name, child in list(ast.iter_fields(node)):
                if isinstance(child, ast.expr) and name != "slice" and self.enclosed(child):
                    setattr(node, name, ast.copy_location(Paren(child), child))
        return node

    def enclosed(self, node: ast.expr) -> bool:
        line = self.lines[node.lineno - 1]
        before, after = line[: node.col_offset].rstrip(), line[node.end_col_offset :].lstrip()
        compound = isinstance(node, (ast.BinOp, ast.UnaryOp, ast.Compare, ast.IfExp, ast.BoolOp))
        literal = isinstance(node, ast.Constant)
        return (compound or literal) and before.endswith("(") and after.startswith(")")
