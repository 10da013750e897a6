"""Flat scripts, as the notes print them: inputs, then the forward pass; the backward pass is put below it.

A script is read as a function of its inputs, in lines that keep their numbers, and what is generated of that
is written without the function around it.
"""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from codegen.build import generate_whole
from codegen.files import FileRefused
from codegen.generate import Generated
from codegen.options import Options
from codegen.origins import Mapped, mapped
from codegen.problems import Problem, lines_of
from codegen.trees import walk

INDENT = "    "
NUMBERS = "list[float]"
DEFINITIONS = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.ClassDef)
SIZES_ONE_BY_ONE = ("rand", "randn")
A_SHAPE_FIRST = ("zeros", "ones", "empty", "full", "random", "standard_normal")
ENCODING = re.compile(r"^([ \t\f]*#.*?coding[:=][ \t]*)[-\w.]+", re.ASCII)
INPUTS = "begin with them, one statement each: x = 3, w = [2, -3], W = np.random.randn(5, 10)"
GRADIENT = "end in a number, or write the gradient on {name} below it: d{name} = np.ones_like({name})"
NUMBER = "write it above the inputs, on a line of its own"


@dataclass(frozen=True)
class Script:
    """A script as a function: its name and its text, whose lines have the numbers of the script's.

    The inputs end on line `head`, the forward pass on line `last`; `given` is the last line of gradients that
    the script gives itself, or 0.
    """

    name: str
    text: str
    head: int
    last: int
    given: int


def script_text(text: str, path: str, options: Options, *, shown: str | None = None) -> str:
    """A flat script with its backward pass below it. Raises as `generate_text` does."""
    shown = shown or path
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return generate_whole(text, path, options, shown=shown).emitted.text  # which says where, and what
    script = _Reader(text, tree, shown).script()
    final = () if script.given else (script.name,)
    options = replace(options, only=(script.name,), final=final)
    try:
        whole = generate_whole(script.text, path, options, shown=shown)
    except FileRefused as refused:
        raise _in_the_script(refused, script, text) from None
    return _written(text, script, whole)


class _Reader:
    """Finds the inputs, the forward pass and the gradients that are given."""

    def __init__(self, text: str, tree: ast.Module, path: str) -> None:
        self.source, self.tree, self.path = text, tree, path
        imports = (node for node in tree.body if isinstance(node, (ast.Import, ast.ImportFrom)))
        self.modules = {
            (alias.asname or alias.name).partition(".")[0] for node in imports for alias in node.names
        }

    def script(self) -> Script:
        """The script as a function."""
        body = [node for node in self.tree.body if not isinstance(node, DEFINITIONS) and not _is_text(node)]
        made = list(self._made_of_nothing(body))
        rest = body[len(made) :]
        inputs = [node for node in made if not _is_size(node, made)]
        if not inputs or not rest:
            raise self._refused(
                body[0] if body else None, "there are no inputs with a forward pass below", INPUTS
            )
        given = self._gradients(rest)
        forward = rest[: len(rest) - len(given)]
        outputs = [_target(node)[1:] for node in given] or [_last_name(forward[-1])]
        if not all(outputs):
            raise self._refused(forward[-1], "what this ends in has no name", "give it one: f = ...")
        name = "script"
        while name in self.source:
            name += "_"
        head, last = (max(node.end_lineno or 0 for node in nodes) for nodes in (inputs, forward))
        below = max((node.end_lineno or 0 for node in given), default=0)
        text = self._as_function(name, inputs, made, head, last, outputs)
        return Script(name, text, head, last, below)

    def _made_of_nothing(self, body: Sequence[ast.stmt]) -> Iterator[ast.Assign]:
        """The statements that the script begins with, as long as they need nothing but modules and sizes."""
        sizes = set(self.modules)
        for node in body:
            if not isinstance(node, ast.Assign) or not _target(node):
                return
            read = {part.id for part in walk(node.value) if isinstance(part, ast.Name)}
            if not read <= sizes or (read and not isinstance(node.value, ast.Call)):
                return
            if self._is_written_into(node):  # it belongs to the forward pass
                return
            if _whole_number(node.value) is not None:
                sizes.add(_target(node))
            yield node

    def _is_written_into(self, made: ast.Assign) -> bool:
        """Whether an array or a list is changed in place."""
        name = _target(made)
        if isinstance(made.value, ast.Constant):
            return False
        for node in walk(self.tree):
            stored = isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store)
            called = isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)
            place = node.value.func if called else node if stored else None  # type: ignore[attr-defined]
            place = node.target if isinstance(node, ast.AugAssign) else place
            while isinstance(place, (ast.Subscript, ast.Attribute)):
                place = place.value
            if isinstance(place, ast.Name) and place.id == name:
                return True
        return False

    def _gradients(self, rest: Sequence[ast.stmt]) -> list[ast.stmt]:
        """The last statements, if they give a gradient: `dD = ...` behind `D = ...`."""
        names = {part.id for node in rest for part in walk(node) if isinstance(part, ast.Name)}
        found = len(rest)
        while found > 1 and _target(rest[found - 1])[:1] == "d" and _target(rest[found - 1])[1:] in names:
            found -= 1
        return list(rest[found:])

    def _as_function(
        self,
        name: str,
        inputs: Sequence[ast.Assign],
        made: Sequence[ast.Assign],
        head: int,
        last: int,
        outputs: Sequence[str],
    ) -> str:
        lines, inside = self.source.split("\n"), _lines_in_texts(self.source)
        for node in inputs:
            for number in range(node.lineno, (node.end_lineno or node.lineno) + 1):
                lines[number - 1] = ""
        for node in made:
            if node not in inputs and node.lineno <= head and not lines[node.lineno - 1]:
                raise self._refused(node, "this number is on a line with an input", NUMBER)
        sizes = {_target(node): _whole_number(node.value) for node in made}
        arguments = ", ".join(self._parameter(node, sizes) for node in inputs)
        lines[head - 1] = f"def {name}({arguments}):"
        for number in range(head + 1, last + 1):
            if lines[number - 1].strip() and number not in inside:
                lines[number - 1] = INDENT + lines[number - 1]
        return "\n".join([*lines[:last], f"{INDENT}return {', '.join(outputs)}", ""])

    def _parameter(self, node: ast.Assign, sizes: Mapping[str, int | None]) -> str:
        """An input as an argument, with what its value says of it."""
        said = _annotation(node.value, sizes)
        if said == NUMBERS and self._is_read_by_item(_target(node)):
            said = f'"{len(node.value.elts)}"'  # type: ignore[attr-defined]
        return f"{_target(node)}: {said}" if said else _target(node)

    def _is_read_by_item(self, name: str) -> bool:
        """Whether nothing but single items of a list is read: its gradient can be written out, then."""
        nodes = list(walk(self.tree))
        reads = [n for n in nodes if isinstance(n, ast.Name) and n.id == name and isinstance(n.ctx, ast.Load)]
        items = [
            n.value
            for n in nodes
            if isinstance(n, ast.Subscript)
            and isinstance(n.ctx, ast.Load)
            and _whole_number(n.slice) is not None
        ]
        return "numpy" not in self.source and all(any(read is item for item in items) for read in reads)

    def _refused(self, node: ast.stmt | None, message: str, way: str) -> FileRefused:
        line = node.lineno if node is not None else 1
        lines = lines_of(self.source)
        end = len(lines[line - 1]) + 1 if lines else 0
        return FileRefused(self.path, [Problem(line, 1, "E013", message, way, end)], lines)


def _target(node: ast.stmt) -> str:
    """The name that a statement gives a value, if that is all it does."""
    if isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
        return node.targets[0].id
    return ""


def _last_name(node: ast.stmt) -> str:
    """The name of what a statement gives a value last, or writes into."""
    if isinstance(node, (ast.For, ast.While, ast.If, ast.With)):
        return _last_name(node.body[-1])
    target = node.targets[-1] if isinstance(node, ast.Assign) else getattr(node, "target", None)
    while isinstance(target, ast.Subscript):
        target = target.value
    return target.id if isinstance(target, ast.Name) else ""


def _is_text(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _whole_number(node: ast.expr) -> int | None:
    return node.value if isinstance(node, ast.Constant) and type(node.value) is int else None


def _is_size(node: ast.Assign, made: Sequence[ast.Assign]) -> bool:
    """Whether a statement gives a number that inputs are made with."""
    name = _target(node)
    parts = (part for other in made for part in walk(other.value))
    return _whole_number(node.value) is not None and any(
        isinstance(part, ast.Name) and part.id == name for part in parts
    )


def _annotation(value: ast.expr, sizes: Mapping[str, int | None]) -> str:
    """`float` for a number, the shape of an array; nothing where neither can be seen."""
    try:
        found = ast.literal_eval(value)
    except ValueError:
        return _shape_of_call(value, sizes) if isinstance(value, ast.Call) else ""
    if isinstance(found, (int, float)):
        return "float"
    numbers = isinstance(found, list) and found and all(isinstance(x, (int, float)) for x in found)
    return NUMBERS if numbers else ""


def _shape_of_call(call: ast.Call, sizes: Mapping[str, int | None]) -> str:
    """The shape of what a call makes, such as `np.random.randn(5, 10)`."""
    word = call.func.attr if isinstance(call.func, ast.Attribute) else ""
    parts: Sequence[ast.expr] = ()
    if word in SIZES_ONE_BY_ONE:
        parts = call.args
    elif word in A_SHAPE_FIRST and call.args:
        parts = call.args[0].elts if isinstance(call.args[0], ast.Tuple) else call.args[:1]
    found = [sizes.get(part.id) if isinstance(part, ast.Name) else _whole_number(part) for part in parts]
    known = [str(size) for size in found if size is not None]
    return f'"{" ".join(known)}"' if known and len(known) == len(found) else ""


def _lines_in_texts(source: str) -> set[int]:
    """The lines that begin inside of a text."""
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    spans = (range(token.start[0] + 1, token.end[0] + 1) for token in tokens if token.type == tokenize.STRING)
    return {number for span in spans for number in span}


def _in_the_script(refused: FileRefused, script: Script, text: str) -> FileRefused:
    """Problems of the function, told where they stand in the script."""
    lines, problems = lines_of(text), []
    for problem in refused.located.problems:
        if problem.code == "E304":
            name = script.text.rstrip().rpartition(" ")[2]
            message = f"the script ends in {name}, which is not a number"
            problem = replace(problem, line=script.last, column=1, end=0, message=message)
            problem = replace(problem, help=GRADIENT.format(name=name))
        elif problem.line > script.last:
            problem = replace(problem, line=script.last, column=1, end=0)
        elif problem.line > script.head:
            end = max(problem.end - len(INDENT), 0)
            problem = replace(problem, column=max(problem.column - len(INDENT), 1), end=end)
        problems.append(problem)
    return FileRefused(refused.located.path, problems, lines)


def _written(text: str, script: Script, whole: Generated) -> str:
    """The whole listing."""
    lines = text.split("\n")
    lines[:2] = [ENCODING.sub(r"\1utf-8", line) for line in lines[:2]]  # in which it is written
    made = whole.emitted.text.split("\n")
    own = [one for one in mapped(whole.emitted) if one.origin.function == script.name]
    forward = _block(made, [one for one in own if not one.origin.backward and _is_shown(one)])
    backward = _block(made, [one for one in own if one.origin.backward and _is_shown(one)])
    (pair,) = (pair for pair in whole.pairs if pair.summary.name == script.name)
    cached = pair.cached
    renamed = [
        f"{cached.back[version]} = {cached.held[version]}"
        for version in cached.versions
        if cached.back[version] != cached.held[version]
    ]
    above = _with_definitions(lines[: script.head], text, made, script)
    between = lines[script.last : script.given] if script.given else []
    blank = script.head < len(lines) and not lines[script.head].strip()
    gap = [""] if blank and forward and forward[0].strip() else []
    parts = [*above, *gap, *forward, *(between or [""]), *renamed, *backward]
    return "\n".join(parts).rstrip("\n") + "\n"


def _is_shown(one: Mapped) -> bool:
    return one.origin.role not in ("decorator", "head", "docstring", "cache", "unpack", "return")


def _block(made: Sequence[str], places: Sequence[Mapped]) -> list[str]:
    """The lines of a pass without the function around it."""
    if not places:
        return []
    numbers = range(min(one.first for one in places), max(one.last for one in places) + 1)
    inside = _lines_in_texts("\n".join(made))
    return [
        made[number - 1] if number in inside else made[number - 1].removeprefix(INDENT) for number in numbers
    ]


def _with_definitions(above: list[str], text: str, made: Sequence[str], script: Script) -> list[str]:
    """The first lines of the script, with the imports and functions that the passes need beside these."""
    tree, source = ast.parse("\n".join(made)), ast.parse(text)
    there = {ast.unparse(node) for node in source.body}
    own = (f"{script.name}_forward", f"{script.name}_backward")
    imports, functions = list[str](), list[str]()
    for node in tree.body:
        segment = made[node.lineno - 1 : node.end_lineno]
        if ast.unparse(node) in there or getattr(node, "name", "") in own:
            continue
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            imports += [line for line in segment if "# noqa: F401" not in line]
        elif isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            functions += ["", "", *segment]
    stands = [node for node in source.body if isinstance(node, DEFINITIONS) or _is_text(node)]
    at = max((node.end_lineno or 0 for node in stands if (node.end_lineno or 0) < script.head), default=0)
    behind = ["", ""] if functions else [""] if imports and not at else []
    rest = above[at:]
    while behind and rest and not rest[0].strip():
        rest = rest[1:]
    return [*above[:at], *imports, *functions, *behind, *rest]
