"""A function to statements in forward order, each binding versions of names to terms.

Every assignment makes a new version of its name (`x:0`, `x:1`), so that no later step has to ask
which `x` is meant. What the walk cannot place is a `Problem`; the walk goes on, so that all of a
function's problems are found in one run.
"""

from __future__ import annotations

import ast
import builtins
from collections.abc import Mapping
from dataclasses import dataclass, field

from codegen.aliases import Places
from codegen.compilers import against
from codegen.parse import CLASS, LOGGER, Function, Module, annotation_text, dotted
from codegen.problems import Problem, problem_at
from codegen.scopes import bound
from codegen.targets import each_once
from codegen.terms import BINARY, Meaning, Reader, Term
from codegen.transposes import is_transpose
from codegen.trees import copied, walk
from codegen.writes import way_without

InPlace = frozenset[tuple[int, int]]  # places of augmented assignments that write into an argument
UNFOLLOWED = ("eval", "exec", "locals", "globals", "vars", "dir")
LOGGED = ("debug", "info", "warning", "error", "exception", "critical", "log")
KEPT_CALLS = ("builtins.print", "warnings.warn", "logging.")


@dataclass(frozen=True)
class Again:
    """What a function is lowered again with: places at which more is known of it by then.

    `in_place` are augmented assignments that write into an argument, `blocks` comprehensions and
    conditional expressions that are to be written out, `aliases` statements that name parts of arrays in
    which something is written, `taken` parameters that are taken for arrays.
    """

    in_place: InPlace = frozenset()
    blocks: frozenset[tuple[int, int]] = frozenset()
    aliases: Places = frozenset()
    taken: frozenset[str] = frozenset()


ONCE = Again()


@dataclass(frozen=True)
class Bind:
    """One name given one value. `annotation` is the text of an annotated assignment's."""

    version: str
    term: Term
    annotation: str | None = None


@dataclass(frozen=True)
class Loop:
    """How a loop goes: over a `range`, over the positions of `items`, or `while` a test holds.

    `over` are the range's arguments or the sequences, `targets` what their items are given to;
    `index` is the version of the position, whose name is the user's (`named`) or ours. `backwards`
    is a loop over `reversed(...)`; `turned` says which of several sequences are gone through from
    their end. `flag` is what a `break` sets; where the number of turns is not `known`, they are
    counted.
    """

    kind: str
    index: str = ""
    over: tuple[Term, ...] = ()
    targets: tuple[ast.expr, ...] = ()
    named: bool = False
    backwards: bool = False
    turned: tuple[bool, ...] = ()
    known: bool = True
    flag: str = ""


@dataclass(frozen=True)
class Statement:
    """A statement of the user's: what it binds (all at once), or what it merely reads.

    `form` is bind, write (into part of a value), keep (no gradient passes: assert, print, pass)
    or return; or the head, the middle or the end of a block: if, else, join, loop, end. These bind
    versions that meet there, by terms whose `op` is phi. `rebuilt` is the statement with versions
    for names, for when it cannot stand as the user wrote it. `opens` is the index of a block's head;
    `in_place` says that an augmented assignment writes into an argument, `recomputed` that its values are
    computed again by the mirror, and not kept.
    """

    form: str
    node: ast.stmt
    binds: tuple[Bind, ...]
    reads: tuple[Term, ...] = ()
    rebuilt: ast.stmt | None = None
    augmented: str = ""
    stop: bool = False
    opens: int = -1
    loop: Loop | None = None
    in_place: bool = False
    recomputed: bool = False


def fills(statement: Statement) -> bool:
    """Whether a statement appends to an item of what only fills its items until all of them are there."""
    return getattr(statement.node, "fills", False)


@dataclass(frozen=True)
class Lowered:
    """A function in forward order. `outputs` are versions; `names` are all that it mentions.

    `mutated` are the last versions of arguments that it writes into, `by_item` the arguments that are dicts
    of which only items are asked, by whatever keys, and how deep they are. `memories` are remembered here
    once they are asked for (`one_memory`).
    """

    function: Function
    parameters: tuple[str, ...]
    statements: tuple[Statement, ...]
    outputs: tuple[str, ...]
    returned: ast.Return | None
    names: frozenset[str]
    problems: tuple[Problem, ...]
    mutated: tuple[str, ...] = ()
    by_item: Mapping[str, int] = field(default_factory=dict)
    memories: dict[bool, dict[str, str]] = field(init=False, compare=False, default_factory=dict)


def base(version: str) -> str:
    """The user's name of a version."""
    return version.partition(":")[0]


def calls(function: Function, module: Module) -> tuple[str, ...]:
    """The module's own functions that a function calls, in order of first mention."""
    functions = (node.func for node in walk(function.node) if isinstance(node, ast.Call))
    names = (node.id for node in functions if isinstance(node, ast.Name))
    own = bound(function.node)
    return tuple(dict.fromkeys(name for name in names if name in module.functions and name not in own))


def arity(name: str, module: Module, seen: tuple[str, ...] = ()) -> int:
    """How many outputs a function of the module has, read off its last return."""
    function = module.functions.get(name)
    if function is None or name in seen or not function.node.body:
        return 1
    last = function.node.body[-1]
    value = last.value if isinstance(last, ast.Return) else None
    if isinstance(value, ast.Tuple):
        return len(value.elts)
    if isinstance(value, ast.Call) and isinstance(value.func, ast.Name):
        return arity(value.func.id, module, (*seen, name))
    return 1


class Lowering:
    """Lowers statements that follow one another; what they are put into is the layer above."""

    def __init__(self, function: Function, module: Module, again: Again) -> None:
        self.function, self.in_place, self.again = function, again.in_place, again
        self.module = module
        self.problems: list[Problem] = []
        self.statements: list[Statement] = []
        self.count: dict[str, int] = {}
        self.current: dict[str, str] = {}
        self.outputs: tuple[str, ...] = ()
        self.by_item: Mapping[str, int] = {}
        self.checks = 0  # arms around that raise at their end
        self.returned: ast.Return | None = None
        self.reader = Reader(self.resolve)
        self.assigned = {
            n.id for n in walk(function.node) if isinstance(n, ast.Name) and not isinstance(n.ctx, ast.Load)
        }

    def run(self) -> Lowered:
        """The function in forward order."""
        node = self.function.node
        self._signature(node)
        parameters = tuple(self._define(p.name) for p in self.function.parameters)
        body = node.body[1:] if ast.get_docstring(node, clean=False) is not None else node.body
        self._body(body)
        return Lowered(
            function=self.function,
            parameters=parameters,
            statements=tuple(self.statements),
            outputs=self.outputs,
            returned=self.returned,
            names=frozenset({*(n.id for n in walk(node) if isinstance(n, ast.Name)), *map(base, parameters)}),
            problems=tuple(self.problems),
            by_item=self.by_item,
        )

    def _body(self, body: list[ast.stmt]) -> None:
        for statement in body:
            self._statement(statement)

    def _refuse_bound_inside(self, body: list[ast.stmt]) -> None:
        for part in (n for statement in body for n in walk(statement)):
            if isinstance(part, ast.NamedExpr):
                text = "a name is bound inside an expression that may not be computed"
                self._problem("E203", part, text, "bind it in a statement before")
                self._define_all(part.target)

    def resolve(self, node: ast.Name) -> Meaning:
        """What a name refers to at this point of the function."""
        name, module = node.id, self.module
        if name in self.current:
            return Meaning("local", self.current[name])
        if name in self.assigned:
            self._problem("E109", node, f"{name} is read before it is assigned", "assign it first")
            return Meaning("local", self._define(name))
        if name in module.helpers:
            return Meaning("helper", module.helpers[name])
        if name in module.functions and name not in module.unusable:
            return Meaning("function", name)
        if name in module.constants:
            return Meaning("constant", name)
        if name in module.records:
            return Meaning("record", name, tuple((f.name, f.default) for f in module.records[name].fields))
        if name in module.unusable:
            text = f"{name} {module.unusable[name]}, so its value here is not known"
            way = f"make {name} an argument of {self.function.name}"
            if module.unusable[name] == CLASS:
                way = "make it a dataclass or a named tuple, whose methods return what is new"
            self._problem("E306", node, text, way)
            return Meaning("constant", name)
        if name in module.imports:
            return Meaning("import", module.imports[name])
        if name in UNFOLLOWED:
            self._problem(
                "E201", node, f"{name} can read any name, and cannot be followed", "write what it does"
            )
        if hasattr(builtins, name):
            return Meaning("builtin", f"builtins.{name}")
        self._problem(
            "E109", node, f"{name} is not bound", "define it, import it by name, or make it an argument"
        )
        return Meaning("unbound", name)

    def _signature(self, node: ast.FunctionDef) -> None:
        for extra in (node.args.vararg, node.args.kwarg):
            if extra is not None:
                self._problem(
                    "E107",
                    extra,
                    f"{node.name} takes a variable number of arguments ({extra.arg})",
                    "name each argument, or pass one list, tuple or dict",
                )
        for place, text, way in against(self.function, self.module):
            self._problem("E108", place, text, way)
        for part in walk(node):
            if isinstance(part, (ast.Yield, ast.YieldFrom, ast.Await)):
                self._problem(
                    "E106",
                    part,
                    f"{node.name} is a generator or a coroutine",
                    "return a value instead of yielding",
                )
                break

    def _define(self, name: str) -> str:
        number = self.count.get(name, 0)
        self.count[name] = number + 1
        self.current[name] = f"{name}:{number}"
        return self.current[name]

    def _define_all(self, node: ast.AST) -> None:
        """Takes the names that a refused construct binds for bound, so that they are not refused too."""
        for part in walk(node):
            if isinstance(part, ast.Name) and not isinstance(part.ctx, ast.Load):
                self._define(part.id)

    def _problem(self, code: str, node: ast.AST, message: str, help_text: str) -> None:
        self.problems.append(problem_at(code, node, message, help_text))

    def _statement(self, node: ast.stmt) -> None:
        method = getattr(self, f"_{type(node).__name__.lower()}", self._refuse)
        method(node)

    def _stops(self, node: ast.stmt) -> bool:
        return self._is_marked(node, self.module.stops)

    def _is_marked(self, node: ast.stmt, lines: frozenset[int]) -> bool:
        last = node.lineno if hasattr(node, "of_loop") else node.end_lineno or node.lineno
        return any(line in lines for line in range(node.lineno, last + 1))

    def _add(self, form: str, node: ast.stmt, binds: list[Bind], **more: object) -> None:
        marked = form in ("bind", "return") and self._is_marked(node, self.module.recomputed)
        self.statements.append(
            Statement(form, node, tuple(binds), stop=self._stops(node), recomputed=marked, **more)  # type: ignore[arg-type]
        )

    def _assign(self, node: ast.Assign) -> None:
        if len(node.targets) == 1 and isinstance(node.targets[0], ast.Subscript):
            self._write(node, node.targets[0], "", node.value)
            return
        pairs: list[tuple[ast.expr, Term]] = []
        first, *others = each_once(node.targets)
        value = self.reader.read(node.value)
        self._pair(first, value, pairs, node)
        binds = [Bind(self._define(target.id), term) for target, term in pairs]  # type: ignore[attr-defined]
        for target in others:
            again: list[tuple[ast.expr, Term]] = []
            self._pair(target, self._again(first, value), again, node)
            binds += [Bind(self._define(t.id), term) for t, term in again]  # type: ignore[attr-defined]
        self._add("bind", node, binds)

    def _again(self, target: ast.expr, value: Term) -> Term:
        """What a chained assignment gives its further targets: the same object."""
        if isinstance(target, (ast.Name, ast.Tuple, ast.List)):
            try:
                return self.reader.read(_as_load(target))
            except AttributeError:
                return value
        return value

    def _pair(
        self, target: ast.expr, value: Term, pairs: list[tuple[ast.expr, Term]], node: ast.stmt
    ) -> None:
        """Takes an assignment apart into names and terms."""
        if isinstance(target, ast.Name):
            pairs.append((target, value))
        elif isinstance(target, (ast.Tuple, ast.List)):
            if any(isinstance(t, ast.Starred) for t in target.elts):
                self._problem(
                    "E203",
                    target,
                    "a starred target takes an unknown number of values",
                    "name each target, or star the last one, or the first, of what has a name",
                )
                self._define_all(target)
            elif value.op == "user" and arity(value.data, self.module) not in (1, len(target.elts)):
                outputs = arity(value.data, self.module)
                text = f"{value.data} has {outputs} outputs, taken by {len(target.elts)} names"
                self._problem("E303", target, text, "give each output one name")
                self._define_all(target)
            elif value.op in ("tuple", "list"):
                if len(value.args) != len(target.elts):
                    text = f"{len(target.elts)} targets for {len(value.args)} values"
                    self._problem("E104", node, text, "give each target one value")
                for part, term in zip(target.elts, value.args):
                    self._pair(part, term, pairs, node)
            else:
                for i, part in enumerate(target.elts):
                    number = ast.copy_location(ast.Constant(i), target)
                    index = Term("literal", (), number, i)
                    node_i = ast.copy_location(ast.Subscript(value.node, number, ast.Load()), target)
                    self._pair(
                        part, Term("index", (value, index), node_i, ("unpack", len(target.elts))), pairs, node
                    )
        else:
            self._write_refused(target)

    def _write(self, node: ast.stmt, target: ast.Subscript, sign: str, value: ast.expr) -> None:
        """A write into part of a local value makes a new version of the whole."""
        whole: ast.expr = target
        while isinstance(whole, ast.Subscript) or is_transpose(whole):
            whole = whole.value  # type: ignore[attr-defined]
        if not isinstance(whole, ast.Name) or sign not in ("", "+", "-", "add.at"):
            self._write_refused(target)
            return
        term = self.reader.read(value)
        part = self.reader.read(_as_load(target))
        before = part
        while before.op in ("index", "attr"):
            before = before.args[0]
        if before.op != "name":
            self._write_refused(target)
            return
        written = Term("write", (before, part, term), before.node, sign)
        self._add("write", node, [Bind(self._define(whole.id), written)], augmented=sign)

    def _write_refused(self, target: ast.expr) -> None:
        way = "build the value in one expression (np.where, np.concatenate, a new name), and assign that"
        if self.module.records and any(isinstance(part, ast.Attribute) for part in walk(target)):
            way = "make a new instance (`dataclasses.replace(p, w=...)`, `p._replace(w=...)`), and give that"
        self._problem("E103", target, f"a write into part of a value: {ast.unparse(target)}", way)

    def _annassign(self, node: ast.AnnAssign) -> None:
        if not isinstance(node.target, ast.Name):
            self._write_refused(node.target)
        elif node.value is not None:
            value = self.reader.read(node.value)
            text = annotation_text(node.annotation)
            self._add("bind", node, [Bind(self._define(node.target.id), value, text)])
        else:
            self._add("keep", node, [])

    def _augassign(self, node: ast.AugAssign) -> None:
        target, sign = node.target, BINARY[type(node.op)]
        if isinstance(target, ast.Subscript) and sign in ("+", "-"):
            self._write(node, target, sign, node.value)
            return
        if isinstance(target, ast.Subscript):
            whole = ast.copy_location(ast.BinOp(_as_load(target), node.op, node.value), node)
            self._write(node, target, "", whole)
            return
        if not isinstance(node.target, ast.Name):
            self._write_refused(node.target)
            return
        left = ast.copy_location(ast.Name(node.target.id, ast.Load()), node.target)
        whole = ast.copy_location(ast.BinOp(left, node.op, node.value), node)
        term = self.reader.read(whole)
        binds = [Bind(self._define(node.target.id), term)]
        in_place = (node.lineno, node.col_offset) in self.in_place
        self._add("bind", node, binds, augmented=sign, in_place=in_place)

    def _return(self, node: ast.Return) -> None:
        self.returned = node
        if node.value is None or (isinstance(node.value, ast.Constant) and node.value.value is None):
            self._add("return", node, [])
            return
        parts = node.value.elts if isinstance(node.value, ast.Tuple) else [node.value]
        if isinstance(node.value, ast.Tuple) and any(isinstance(p, ast.Starred) for p in parts):
            self._problem(
                "E203", node, "a starred value gives an unknown number of outputs", "name each output"
            )
            return
        called = self._outputs_of_call(node.value)
        if called > 1:
            targets: list[ast.expr] = [ast.Name(self._fresh("out"), ast.Store()) for _ in range(called)]
            pairs: list[tuple[ast.expr, Term]] = []
            self._pair(
                ast.copy_location(ast.Tuple(targets, ast.Store()), node),
                self.reader.read(node.value),
                pairs,
                node,
            )
            binds = [Bind(self._define(t.id), term) for t, term in pairs]  # type: ignore[attr-defined]
            self.outputs = tuple(b.version for b in binds)
        else:
            binds, outputs = [], []
            for part in parts:
                term = self.reader.read(part)
                if term.op == "literal" and term.data is Ellipsis:
                    self._problem(
                        "E203", part, "`...` is no value to differentiate", "return what is computed"
                    )
                if term.op == "name":
                    outputs.append(term.data)
                else:
                    binds.append(Bind(self._define(self._fresh("out")), term))
                    outputs.append(binds[-1].version)
            self.outputs = tuple(outputs)
        self._add("return", node, binds)

    def _outputs_of_call(self, value: ast.expr) -> int:
        name = value.func if isinstance(value, ast.Call) else None
        if isinstance(name, ast.Name) and self.resolve(name).kind == "function":
            return arity(name.id, self.module)
        return 1

    def _fresh(self, stem: str) -> str:
        """A name for an output that the function does not use for anything else."""
        used = {n.id for n in walk(self.function.node) if isinstance(n, ast.Name)}
        used |= set(self.count) | {p.name for p in self.function.parameters}
        used |= {f"d{name}" for name in self.count if name.startswith(stem)}
        used |= set(self.module.functions) | set(self.module.imports) | set(self.module.constants)
        name, number = stem, 0
        while name in used or f"d{name}" in used:
            number += 1
            name = f"{stem}{number}"
        self.count.setdefault(name, 0)
        return name

    def _expr(self, node: ast.Expr) -> None:
        yields = isinstance(node.value, (ast.Yield, ast.YieldFrom, ast.Await))
        if self._is_resizing(node) or self._is_add_at(node) or yields:
            return
        term = self.reader.read(node.value)
        if term.op == "literal":
            self._add("keep", node, [], rebuilt=node)
            return
        spelled = term.spelled or ""
        kept = (term.op == "call" and spelled.startswith(KEPT_CALLS)) or self._is_logged(term)
        if kept or (term.op == "helper" and term.data == "check_shapes"):
            rebuilt = ast.copy_location(ast.Expr(term.node), node)
            self._add("keep", node, [], reads=(term,), rebuilt=rebuilt)
        else:
            self._problem(
                "E103" if isinstance(node.value, ast.Call) else "E104",
                node,
                f"the value of {ast.unparse(node.value)[:60]} is thrown away; it may write to its arguments",
                way_without(node.value, self.module.imports),
            )

    def _is_logged(self, term: Term) -> bool:
        """Whether a call is that of a logger of the module."""
        made = self.module.constants.get(str(term.args[0].data)) if term.op == "method" else None
        value = made.value if isinstance(made, (ast.Assign, ast.AnnAssign)) else None
        logger = isinstance(value, ast.Call) and dotted(value.func, self.module.imports) == LOGGER
        return logger and term.data in LOGGED and term.args[0].op == "constant"

    def _is_resizing(self, node: ast.Expr) -> bool:
        """Lowers a call that makes a list longer or shorter: the layer above."""
        raise NotImplementedError

    def _is_add_at(self, node: ast.Expr) -> bool:
        """Lowers a call that adds to parts of an array: the layer above."""
        raise NotImplementedError

    def _assert(self, node: ast.Assert) -> None:
        test = self.reader.read(node.test)
        reads = [test]
        message = None
        if node.msg is not None:
            reads.append(self.reader.read(node.msg))
            message = reads[-1].node
        rebuilt = ast.copy_location(ast.Assert(test.node, message), node)
        self._add("keep", node, [], reads=tuple(reads), rebuilt=rebuilt)

    def _if(self, node: ast.If) -> None:
        """A check that raises is kept; other branches are refused."""
        (*before, last) = node.body
        if before or node.orelse or not isinstance(last, ast.Raise) or last.exc is None:
            self._refuse(node)
            return
        test = self.reader.read(node.test)
        reads, raised = self._raised(last, last.exc)
        rebuilt = ast.copy_location(ast.If(test.node, [raised], []), node)
        self._add("keep", node, [], reads=(test, *reads), rebuilt=rebuilt)

    def _raised(self, node: ast.Raise, what: ast.expr) -> tuple[tuple[Term, ...], ast.Raise]:
        """What a `raise` reads, and the statement with versions for names."""
        exc, cause = self.reader.read(what), self.reader.read(node.cause) if node.cause is not None else None
        raised = ast.copy_location(ast.Raise(exc.node, None if cause is None else cause.node), node)
        return (exc,) if cause is None else (exc, cause), raised

    def _raise(self, node: ast.Raise) -> None:
        """What ends an arm behind other statements; no gradient comes from there."""
        if node.exc is None or not self.checks:
            self._refuse(node)
            return
        reads, raised = self._raised(node, node.exc)
        self._add("keep", node, [], reads=reads, rebuilt=raised)

    def _pass(self, node: ast.Pass) -> None:
        self._add("keep", node, [], rebuilt=None if getattr(node, "gone", False) else node)

    def _refuse(self, node: ast.stmt) -> None:
        word = type(node).__name__.lower()
        if isinstance(node, (ast.For, ast.While, ast.AsyncFor)):
            code, what = "E101", f"a {'while' if isinstance(node, ast.While) else 'for'} loop"
            way = "write the steps out, or as operations on whole arrays; a sum over items is np.sum"
        elif isinstance(node, ast.If) or word == "match":
            code, what = "E102", f"a branch (`{word}`)"
            way = "write a conditional expression: `y = a if test else b`, or np.where for arrays"
        else:
            code, what = "E104", f"a `{_keyword(node)}` statement"
            why = getattr(node, "why", "")
            what = f"{why}: {what}" if why else what
            way = "leave it out of the function, or mark the function `# backprop: skip`"
            if why and isinstance(node, ast.FunctionDef):
                way = f"define {node.name} in the module, and give it what it reads here"
        self._problem(code, node, f"{what} is not supported", way)
        for part in walk(node):
            if isinstance(part, ast.Name) and not isinstance(part.ctx, ast.Load):
                self._define(part.id)
            elif isinstance(part, (ast.FunctionDef, ast.ClassDef)) and part is node:
                self._define(part.name)
            elif isinstance(part, ast.alias):
                self._define(part.asname or part.name.split(".")[0])
        if any(isinstance(part, ast.Return) for part in walk(node)) and isinstance(node, ast.If):
            return


def _keyword(node: ast.stmt) -> str:
    words: Mapping[str, str] = {
        "FunctionDef": "def",
        "AsyncFunctionDef": "async def",
        "ClassDef": "class",
        "AsyncWith": "async with",
        "ImportFrom": "import",
        "Delete": "del",
        "TryStar": "try",
    }
    return words.get(type(node).__name__, type(node).__name__.lower())


def _as_load(node: ast.expr) -> ast.expr:
    """A target as an expression that is read, in the same place."""
    new = copied(node)
    for part in walk(new):
        if isinstance(part, (ast.Name, ast.Attribute, ast.Subscript, ast.Tuple, ast.List, ast.Starred)):
            part.ctx = ast.Load()
    return new
