"""Functions of other modules of a build: known in this one by what a caller knows of them.

A name that means such a function is a function of the module, with its parameters and without its
statements, and its summary is that which is found where it is generated. `layers.affine` is given a plain
name, and written as it was where it is called as it is.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from codegen.imported_classes import Classes
from codegen.lower import arity
from codegen.modules import Build, Source
from codegen.parse import Elsewhere, Function, Module, Pragmas, Record, parameters_of
from codegen.problems import Problem
from codegen.procedures import written_by
from codegen.reexports import Import, Lookup, Meant, imports_of, parsed
from codegen.scopes import bound
from codegen.summary import Summary
from codegen.trees import Transformer, copied, walk

PAIR = ("_forward", "_backward")


@dataclass(frozen=True)
class Given:
    """What is known of a file where it is generated: of each function with a pair, and what is wrong.

    `scalar` are those whose pairs are for numbers alone, since there are no arrays in the file.
    """

    summaries: Mapping[str, Summary] = field(default_factory=dict)
    unsure: Mapping[str, str] = field(default_factory=dict)
    scalar: frozenset[str] = frozenset()
    libraries: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()


def with_imported(
    module: Module, build: Build, given: Callable[[Source], Given]
) -> tuple[Module, Mapping[str, Summary]]:
    """The module with functions of other modules as its own, and what is known of these."""
    names = _Names(module, build)
    statements = tuple(_moved(statement, build) for statement in module.import_statements)
    module = replace(names.rewritten(), import_statements=statements)
    others = {name: use.meant for name, use in names.others.items()}
    classes = Classes(module, build, {name: m for name, m in others.items() if m.kind == "class"})
    numbers = {name: _number(name, m) for name, m in others.items() if m.kind == "number"}
    records, constants = {**module.records, **classes.found}, {**module.constants, **numbers}
    module = replace(module, records=records, constants=constants)
    functions, summaries, libraries = dict(module.functions), dict[str, Summary](), module.libraries
    for name, use in names.found.items():
        source, why = build.sources[use.meant.path], use.meant.why or _ring(build, use)
        found = given(source) if source.output and not why else Given()
        libraries |= found.libraries
        why = why or _why_not(source, use.meant.name, found)
        summary = None if why else classes.here(source, found.summaries[use.meant.name])
        if not why and summary is None:
            why = f"it takes or gives what is of a class in {source.path} that is not known here"
        where = "" if why else build.imported_from(source, use.way.level, use.way.module)
        why = why or _no_name(source, use.way, where)
        there = use.meant.name
        shown, unsure = f"{there} of {source.path}", found.unsure.get(there, "")
        elsewhere = Elsewhere(where, there, use.said, shown, why, unsure, there in found.scalar)
        if summary is not None and not why:
            summaries[name] = replace(summary, name=name)
        functions[name] = _stub(name, source, summaries.get(name), elsewhere, use.way.line)
    return replace(module, functions=functions, libraries=libraries), summaries


def _no_name(source: Source, way: Import, where: str) -> str:
    """Why an output cannot be imported; empty where it can."""
    if not where:
        return f"{source.output} has no name that can be imported"
    taken = not way.level and where == way.module
    return f"{source.output} would be imported by the name of its source, {where}" if taken else ""


def _number(name: str, meant: Meant) -> ast.stmt:
    """A number of another module, as if it stood here; the output imports it."""
    (statement,) = ast.parse(f"{name} = {meant.value}").body
    statement.imported = True  # type: ignore[attr-defined]
    return statement


def _moved(statement: ast.stmt, build: Build) -> ast.stmt:
    """An import of the source as it is in the output, which may be in another folder."""
    if not isinstance(statement, ast.ImportFrom) or not statement.level:
        return statement
    level, module = build.moved(statement.level, statement.module or "")
    return ast.copy_location(ast.ImportFrom(module or None, statement.names, level), statement)


def _ring(build: Build, use: _Use) -> str:
    """The ring of modules that a function elsewhere is in with this one, place by place; empty for none."""
    first = f"{build.here}:{use.way.line} imports {use.meant.name} from {use.meant.path}"
    waiting: list[tuple[str, tuple[str, ...]]] = [(use.meant.path, (first,))]
    seen = {build.here}
    while waiting:
        path, steps = waiting.pop(0)
        seen.add(path)
        source = build.sources[path]
        for other in _uses(build, source):
            step = f"{path}:{other.way.line} imports {other.meant.name} from {other.meant.path}"
            if other.meant.path == build.here:
                return f"modules call each other: {', '.join([*steps, step])}"
            if other.meant.path not in seen:
                waiting.append((other.meant.path, (*steps, step)))
    return ""


def _uses(build: Build, source: Source) -> tuple[_Use, ...]:
    """The functions of other modules that a file names."""
    key = (source.path, source.state)
    if key in _USES:
        return _USES[key]
    module = parsed(source)
    names = _Names(module, build.around(source)) if isinstance(module, Module) else None
    if names is not None:
        names.rewritten()
    found = tuple(names.found.values()) if names is not None else ()
    if source.state:  # without which nothing says what it depends on
        _USES[key] = found
    return found


_USES: dict[tuple[str, str], tuple[_Use, ...]] = {}  # by what they depend on


def _why_not(source: Source, name: str, found: Given) -> str:
    """Why a function of another file has no pair that can be called here; empty where it has."""
    if found.problems:
        first = found.problems[0]
        return f"{source.path} is refused: {first.code} in line {first.line}"
    if source.why or not source.output:
        return source.why or f"nothing is generated of {source.path}"
    there = parsed(source)
    function = there.functions[name] if isinstance(there, Module) else None
    if function is not None and function.pragmas.skip:
        return f"it is marked `# backprop: skip` in {source.path}:{function.node.lineno}"
    return "" if name in found.summaries else f"{source.output} has no pair of it"


@dataclass(frozen=True)
class _Use:
    """A function of another module that is named in this one: by which import, and as what."""

    meant: Meant
    way: Import
    said: ast.expr


class _Names(Transformer):
    """Finds the names that mean functions of other modules, and gives plain ones to those with dots.

    `others` are the names of classes and numbers.
    """

    def __init__(self, module: Module, build: Build) -> None:
        self.module, self.build = module, build
        self.imports = imports_of(module)
        self.found: dict[str, _Use] = {}
        self.others: dict[str, _Use] = {}
        self.known: dict[tuple[str, ...], Meant | None] = {}
        self.done: dict[int, ast.FunctionDef] = {}
        self.own: frozenset[str] = frozenset()
        self.taken = _identifiers(module)

    def rewritten(self) -> Module:
        """The module with plain names for the functions of other modules."""
        if not self.imports:
            return self.module
        for node in self._everything():
            self.own = frozenset(_bound(node)) if isinstance(node, ast.FunctionDef) else frozenset()
            for part in walk(node):
                if isinstance(part, ast.Name):
                    self.visit_Name(part)
        functions = {name: replace(f, node=self.put(f.node)) for name, f in self.module.functions.items()}
        records = {name: self._with_methods(record) for name, record in self.module.records.items()}
        return replace(self.module, functions=functions, records=records)

    def _everything(self) -> Iterator[ast.AST]:
        """All that may name functions: the plain names that these have are looked for first."""
        yield from self.module.constants.values()
        yield from (function.node for function in self.module.functions.values())
        yield from (m for record in self.module.records.values() for m in record.methods.values())

    def _with_methods(self, record: Record) -> Record:
        return replace(record, methods={name: self.put(node) for name, node in record.methods.items()})

    def put(self, node: ast.FunctionDef) -> ast.FunctionDef:
        """A definition with plain names in it, the same for the same one."""
        names = {part.id for part in walk(node) if isinstance(part, ast.Name)}
        if not names & self.imports.keys():
            return node
        if id(node) not in self.done:
            self.own = frozenset(_bound(node))
            self.done[id(node)] = copied(node)
            self.visit(self.done[id(node)])
        return self.done[id(node)]

    def visit_Name(self, node: ast.Name) -> ast.expr:
        """A name that is imported from the module of the function."""
        self._meant(node, (node.id,))
        return node

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        """`layers.affine`, `mypkg.layers.affine`."""
        words = _words(node)
        name = self._meant(node, words) if words else ""
        return ast.copy_location(ast.Name(name, ast.Load()), node) if name else self.generic_visit(node)

    def _meant(self, node: ast.expr, words: tuple[str, ...]) -> str:
        """The plain name of what an expression means, if that is a function of another module."""
        way = self.imports.get(words[0])
        if way is None or words[0] in self.own:
            return ""
        if words not in self.known:
            self.known[words] = Lookup(self.build).inside(self.build.here, words)
        meant = self.known[words]
        if meant is None or (meant.kind != "function" and len(words) > 1):
            return ""
        same = (name for name, use in self.found.items() if use.meant == meant)
        name = words[0] if len(words) == 1 else next(same, "") or self._fresh(words)
        found = self.found if meant.kind == "function" else self.others
        found.setdefault(name, _Use(meant, way, node))
        return name

    def _fresh(self, words: tuple[str, ...]) -> str:
        """A name for `layers.affine`: that of the function, where nothing else in the module has it."""
        wanted, number = words[-1], 1
        while {wanted, *(f"{wanted}{end}" for end in PAIR)} & self.taken:
            wanted = "_".join(words[-2:]) + (str(number) if number > 1 else "")
            number += 1
        self.taken.add(wanted)
        return wanted


def _words(node: ast.expr) -> tuple[str, ...]:
    """The words of `a.b.c`; none where it is more than names and dots."""
    words: list[str] = []
    while isinstance(node, ast.Attribute):
        words.append(node.attr)
        node = node.value
    return (node.id, *reversed(words)) if isinstance(node, ast.Name) else ()


def _bound(node: ast.FunctionDef) -> Iterator[str]:
    """The names that a function, or one in it, binds."""
    yield from bound(node)
    for part in walk(node):
        if isinstance(part, ast.arg):
            yield part.arg
        elif isinstance(part, ast.Name) and not isinstance(part.ctx, ast.Load):
            yield part.id


def _identifiers(module: Module) -> set[str]:
    """All names that a module has for anything."""
    found = {*module.functions, *module.imports, *module.constants, *module.unusable, *module.records}
    nodes = [function.node for function in module.functions.values()]
    nodes += [method for record in module.records.values() for method in record.methods.values()]
    for part in (part for node in nodes for part in walk(node)):
        if isinstance(part, (ast.Name, ast.arg)):
            found.add(part.id if isinstance(part, ast.Name) else part.arg)
    return found | {f"{name}{end}" for name in found for end in PAIR}


def _stub(name: str, source: Source, summary: Summary | None, elsewhere: Elsewhere, line: int) -> Function:
    """A function with the parameters of one elsewhere, which writes into the same and gives as much."""
    there = parsed(source)
    theirs = there.functions.get(elsewhere.name) if isinstance(there, Module) else None
    node = ast.FunctionDef(name, ast.arguments([], [], None, [], [], None, []), [], [])
    count, changed = 1, frozenset[str]()
    if theirs is not None and isinstance(there, Module):
        node.args = _parameters(theirs.node.args)
        changed = written_by({n: f.node for n, f in there.functions.items()})[elsewhere.name]
        count = len(summary.outputs) if summary is not None else arity(elsewhere.name, there)
    values: list[ast.expr] = [ast.Constant(0) for _ in range(count)]
    gives = ast.Return(values[0] if count == 1 else ast.Tuple(values, ast.Load()))
    node.body = [*map(_write, sorted(changed)), gives if count else ast.Pass()]
    for part in ast.walk(node):
        if isinstance(part, (ast.expr, ast.stmt, ast.arg)):
            part.lineno, part.col_offset, part.end_lineno, part.end_col_offset = line, 0, line, 0
    return Function(name, parameters_of(node.args), None, node, Pragmas(), elsewhere=elsewhere)


def _parameters(theirs: ast.arguments) -> ast.arguments:
    """Parameters by name and place; that some have a default, but not which."""
    new = copied(theirs)
    new.vararg = new.kwarg = None
    for arg in (*new.posonlyargs, *new.args, *new.kwonlyargs):
        arg.annotation = None
    new.defaults = [ast.Constant(None) for _ in new.defaults]
    new.kw_defaults = [None if default is None else ast.Constant(None) for default in new.kw_defaults]
    return new


def _write(parameter: str) -> ast.stmt:
    place = ast.Subscript(ast.Name(parameter, ast.Load()), ast.Constant(Ellipsis), ast.Store())
    return ast.Assign([place], ast.Constant(0))
