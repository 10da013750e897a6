"""Source text to functions: what is defined, what each imported name means, comments, pragmas.

Nothing is imported or run. Everything that a later step needs from the text is here, so that no
other step looks at the module as a whole.
"""

from __future__ import annotations

import ast
import io
import re
import tokenize
import warnings
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from codegen.combined import with_plain_loops
from codegen.headers import with_headers
from codegen.iterated import with_plain_lists
from codegen.named_types import with_named_types
from codegen.problems import Problem, Refused, problem_at
from codegen.synonyms import with_synonyms
from codegen.trees import Transformer, child_nodes, walk

PRAGMA = re.compile(r"#\s*backprop\s*:\s*(?P<word>[\w-]*)\s*(?P<rest>.*)$")
NUMBER = re.compile(r"[\d.][\w.]*([eE][+-]\d+)?")
DRAWN_OR_LOADED = ("random", "load", "loadtxt", "fromfile", "genfromtxt", "memmap", "empty", "fromregex")
MOST_LOOPS = 10  # one inside the other
LOGGER = "logging.getLogger"
NOT_LITERAL = "is not a literal or an expression of literals"
CLASS = "is a class that does more than hold values"
PURE_ROOTS = ("math", "numpy", "jax.numpy", "autograd.numpy", "cupy")


@dataclass(frozen=True)
class Pragmas:
    """What the comments above a `def` ask for; `examples` are arguments to show it with, and their lines."""

    wrt: tuple[str, ...] | None = None
    final: bool = False
    skip: bool = False
    line: int = 0
    examples: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True)
class Parameter:
    """An argument of a function: its annotation as text (a shape, or a type), its default."""

    name: str
    annotation: str | None
    default: ast.expr | None
    node: ast.arg


@dataclass(frozen=True)
class Elsewhere:
    """That a function is another module's: what its pair is imported from, and under which name.

    `said` is what the source calls it by, `shown` what people do; `why` says why it has no pair, and
    `unsure` names what in it may give another value each time. `scalar` says that its pair is for numbers.
    """

    module: str
    name: str
    said: ast.expr
    shown: str
    why: str = ""
    unsure: str = ""
    scalar: bool = False


@dataclass(frozen=True)
class Function:
    """A top-level function, as it stands in the source; or (`lifted`) one that was made of it.

    `takes` are the arguments that are functions, since it calls them; `written_out` says that it
    is there for its callers: calls of it are written out, or it is a lambda. `states` says how many states
    are kept on the way where it is a stretch of all turns of a loop. What is `elsewhere` has the
    parameters of another module's function, and none of its statements.
    """

    name: str
    parameters: tuple[Parameter, ...]
    returns: str | None
    node: ast.FunctionDef
    pragmas: Pragmas
    lifted: bool = False
    takes: frozenset[str] = frozenset()
    written_out: bool = False
    states: int = 0
    elsewhere: Elsewhere | None = None


@dataclass(frozen=True)
class Field:
    """A field of a class that holds values; `given` says that it has a default, if perhaps no literal."""

    name: str
    annotation: str | None
    default: ast.expr | None
    given: bool


@dataclass(frozen=True)
class Record:
    """A class that only holds values: a named tuple (`is_tuple`), or a dataclass.

    `shared` are values of the class, which are no fields; `of` is the class that it is made of. What is
    `imported` is another module's, with its fields and nothing else.
    """

    name: str
    fields: tuple[Field, ...]
    node: ast.stmt
    is_tuple: bool
    methods: Mapping[str, ast.FunctionDef]
    shared: Mapping[str, ast.expr]
    of: str = ""
    imported: bool = False


@dataclass(frozen=True)
class Module:
    """A source file: its text, and what its top level defines.

    `helpers` are functions that are helpers of ours, by the name that ours have; they are recognised
    by their definition. `records` are the classes that only hold values, `methods` what functions
    those of their methods are that are known as such (`Layer.forward`). `libraries` are the packages
    that other modules import from whose functions this one has.
    """

    path: str
    text: str
    lines: tuple[str, ...]
    functions: Mapping[str, Function]
    imports: Mapping[str, str]
    import_statements: tuple[ast.stmt, ...]
    constants: Mapping[str, ast.stmt]
    unusable: Mapping[str, str]
    comments: Mapping[int, tuple[int, str]]
    stops: frozenset[int] = field(default_factory=frozenset)
    recomputed: frozenset[int] = field(default_factory=frozenset)
    checkpoints: Mapping[int, int] = field(default_factory=dict)
    helpers: Mapping[str, str] = field(default_factory=dict)
    records: Mapping[str, Record] = field(default_factory=dict)
    methods: Mapping[str, str] = field(default_factory=dict)
    libraries: frozenset[str] = field(default_factory=frozenset)

    def segment(self, node: ast.stmt | ast.expr) -> str:
        """The text of a node, letter by letter."""
        last = node.end_lineno or node.lineno
        lines = [line.encode() for line in self.lines[node.lineno - 1 : last]]
        lines[-1] = lines[-1][: node.end_col_offset]
        lines[0] = lines[0][node.col_offset :]
        return b"\n".join(lines).decode()

    def roots(self) -> frozenset[str]:
        """The top-level packages that the module imports from, or whose values it is given elsewhere."""
        return self.libraries | frozenset(name.split(".")[0] for name in self.imports.values())


def parse(text: str, path: str) -> Module:
    """Reads a module. Raises `Refused` where the text is not Python or a pragma is not understood."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    tree, comments = syntax_tree(text)
    _remember_numbers(tree, text)
    imports, statements = _imports(tree)
    tree = _TypedLists(imports).visit(tree)
    functions, problems = _functions(tree, comments)
    problems += [*_pragma_problems(comments, tree), *_loops_in_loops(tree)]
    if problems:
        raise Refused(problems)
    constants, unusable = _constants(tree, imports)
    return Module(
        path=path,
        text=text,
        lines=tuple(text.split("\n")),
        functions=functions,
        imports=imports,
        import_statements=statements,
        constants=constants,
        unusable=unusable,
        comments=comments,
        stops=_marked(comments, "stop"),
        recomputed=_marked(comments, "recompute"),
        checkpoints={line: _states(comments[line][1]) or 0 for line in _marked(comments, "checkpoint")},
    )


def dotted(node: ast.expr, names: Mapping[str, str]) -> str | None:
    """What `a.b.c` refers to, if `a` is an imported name: `np.exp` is `numpy.exp`."""
    parts: list[str] = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    if isinstance(node, ast.Name) and node.id in names:
        return ".".join([names[node.id], *reversed(parts)])
    return None


class _TypedLists(Transformer):
    """Takes `numba.typed.List()` for the empty list that it is."""

    def __init__(self, imports: Mapping[str, str]) -> None:
        self.imports = imports

    def visit_Call(self, node: ast.Call) -> ast.expr:
        """A call, or the list that it makes."""
        self.generic_visit(node)
        empty = not node.args and not node.keywords and dotted(node.func, self.imports) == "numba.typed.List"
        return ast.copy_location(ast.List([], ast.Load()), node) if empty else node


def syntax_tree(text: str) -> tuple[ast.Module, dict[int, tuple[int, str]]]:
    """The tree of a source, in the words that the steps know, and its comments."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(text)
        comments = _comments(text)
        tree = with_named_types(with_headers(tree, comments))
        imports, _ = _imports(tree)
        return with_plain_lists(with_plain_loops(with_synonyms(tree, imports), imports)), comments
    except SyntaxError as error:
        raise Refused([_syntax_problem(error)]) from None
    except (RecursionError, MemoryError):
        raise Refused([too_deep(1, 1)]) from None
    except ValueError as error:
        raise Refused([Problem(1, 1, "E001", f"not Python: {error}")]) from None


def _remember_numbers(tree: ast.Module, text: str) -> None:
    """Keeps how the user wrote a number (`1e-5`, `1_000`) where Python would write it otherwise."""
    lines, problems = text.encode().split(b"\n"), []
    for node in walk(tree):
        if isinstance(node, ast.Constant) and type(node.value) in (int, float, complex):
            raw = lines[node.lineno - 1][node.col_offset : node.end_col_offset].decode(errors="replace")
            try:
                shown = repr(node.value)
            except ValueError:  # which Python has for a number in another base with as many digits
                message = "a whole number of so many digits cannot be written"
                problems.append(problem_at("E203", node, message, "write it as a power, or as 1e300"))
                continue
            if NUMBER.fullmatch(raw) and raw != shown:
                node.written = raw  # type: ignore[attr-defined]
    if problems:
        raise Refused(problems)


def _loops_in_loops(tree: ast.Module) -> Iterator[Problem]:
    """Loops inside so many others that their mirror, which is looked at turn by turn, takes for ever."""
    todo: list[tuple[ast.AST, int]] = [(tree, 0)]
    while todo:
        node, around = todo.pop()
        if isinstance(node, (ast.For, ast.While)):
            around += 1
            if around == MOST_LOOPS + 1:
                message = f"a loop stands inside of {MOST_LOOPS} others"
                yield problem_at("E010", node, message, "make the inner loops a function of their own")
        todo += [(child, around) for child in child_nodes(node)]


def too_deep(line: int, column: int) -> Problem:
    """The problem of a source that nests deeper than Python itself can walk."""
    help_text = "give parts of it names of their own, in statements of their own"
    return Problem(line, column, "E010", "an expression is nested too deeply to be read", help_text)


def _syntax_problem(error: SyntaxError) -> Problem:
    message = (error.msg or "invalid syntax").split("\n")[0]
    line, column = error.lineno or 1, error.offset or 1
    if "too many nested" in message or "too complex" in message or "recursion" in message:
        return too_deep(line, max(column, 1))
    return Problem(line, max(column, 1), "E001", f"not Python: {message}", "the source must parse")


def _comments(text: str) -> dict[int, tuple[int, str]]:
    """Comments by line: column (from 0) and text."""
    if "#" not in text:
        return {}
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    try:
        return {t.start[0]: (t.start[1], t.string) for t in tokens if t.type == tokenize.COMMENT}
    except (tokenize.TokenError, IndentationError, SyntaxError) as error:
        raise Refused([Problem(1, 1, "E001", f"not Python: {error}")]) from None


def _word(comment: str) -> str | None:
    found = PRAGMA.search(comment)
    return found["word"] if found else None


def _imports(tree: ast.Module) -> tuple[dict[str, str], tuple[ast.stmt, ...]]:
    names: dict[str, str] = {}
    statements: list[ast.stmt] = []
    for node in tree.body:
        if isinstance(node, ast.Import):
            for alias in node.names:
                target = alias.name if alias.asname else alias.name.split(".")[0]
                names[alias.asname or target] = target
            statements.append(node)
        elif isinstance(node, ast.ImportFrom):
            prefix = "." * node.level + (node.module or "")
            for alias in node.names:
                names[alias.asname or alias.name] = f"{prefix}.{alias.name}"
            statements.append(node)
    return names, tuple(statements)


def _functions(
    tree: ast.Module, comments: Mapping[int, tuple[int, str]]
) -> tuple[dict[str, Function], list[Problem]]:
    functions: dict[str, Function] = {}
    problems: list[Problem] = []
    times = Counter(name for node in tree.body for name in _bound_names(node))
    for node in tree.body:
        if isinstance(node, ast.AsyncFunctionDef) and not _skipped(node, comments):
            text = f"{node.name} is a coroutine"
            problems.append(
                Problem(
                    node.lineno,
                    node.col_offset + 1,
                    "E106",
                    text,
                    "write `def`, or `# backprop: skip` above it",
                )
            )
        if (lambda_ := _named_lambda(node, times)) is not None:
            own = parameters_of(lambda_.args)
            pragmas = Pragmas(line=node.lineno)
            functions[lambda_.name] = Function(lambda_.name, own, None, lambda_, pragmas, written_out=True)
        if isinstance(node, ast.FunctionDef):
            pragmas, wrong = _pragmas_above(node, comments)
            problems += wrong
            functions[node.name] = Function(
                name=node.name,
                parameters=parameters_of(node.args),
                returns=annotation_text(node.returns),
                node=node,
                pragmas=pragmas,
            )
    return functions, problems


def _named_lambda(node: ast.stmt, times: Mapping[str, int]) -> ast.FunctionDef | None:
    """`f = lambda x: ...` as a function, if the name has no other value."""
    name = _constant_name(node)
    value = node.value if name is not None else None  # type: ignore[attr-defined]
    if name is None or not isinstance(value, ast.Lambda) or times[name] > 1:
        return None
    made = function_of(value)
    made.name = name
    return made


def function_of(value: ast.Lambda) -> ast.FunctionDef:
    """A lambda as if it had been written as a function, in its place."""
    made = ast.parse("def f(): pass").body[0]
    assert isinstance(made, ast.FunctionDef)
    made.args, made.body = value.args, [ast.copy_location(ast.Return(value.body), value.body)]
    made.made = True  # type: ignore[attr-defined]
    return ast.copy_location(made, value)


def _skipped(node: ast.AsyncFunctionDef, comments: Mapping[int, tuple[int, str]]) -> bool:
    line = min([node.lineno, *(d.lineno for d in node.decorator_list)]) - 1
    while line in comments and comments[line][0] == 0:
        if _word(comments[line][1]) == "skip":
            return True
        line -= 1
    return False


def parameters_of(arguments: ast.arguments) -> tuple[Parameter, ...]:
    """The arguments that have a name of their own, in order."""
    positional = [*arguments.posonlyargs, *arguments.args]
    defaults: list[ast.expr | None] = [None] * (len(positional) - len(arguments.defaults))
    defaults += arguments.defaults
    pairs = [*zip(positional, defaults), *zip(arguments.kwonlyargs, arguments.kw_defaults)]
    return tuple(Parameter(a.arg, annotation_text(a.annotation), default, a) for a, default in pairs)


def annotation_text(node: ast.expr | None) -> str | None:
    """The text of an annotation; that of a string annotation begins with a quote."""
    if node is None:
        return None
    node = getattr(node, "meant", node)
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return f'"{node.value}'
    return ast.unparse(node)


def _pragmas_above(
    node: ast.FunctionDef, comments: Mapping[int, tuple[int, str]]
) -> tuple[Pragmas, list[Problem]]:
    first = min([node.lineno, *(d.lineno for d in node.decorator_list)])
    pragmas, problems = Pragmas(line=first), []
    line = first - 1
    while line in comments and comments[line][0] == 0:
        found = PRAGMA.search(comments[line][1])
        if found:
            rest = found["rest"].split("#")[0]
            names = tuple(part for part in re.split(r"[\s,]+", rest) if part)
            if found["word"] == "wrt" and names:
                known = {a.arg for a in walk(node.args) if isinstance(a, ast.arg)}
                problems += [
                    Problem(
                        line,
                        comments[line][1].find(name) + 1,
                        "E005",
                        f"{node.name} has no argument {name}",
                        f"its arguments are {', '.join(sorted(known)) or 'none'}",
                    )
                    for name in names
                    if name not in known
                ]
                pragmas = replace(pragmas, wrt=names)
            elif found["word"] == "example":
                pragmas = replace(pragmas, examples=((line, found["rest"].strip()), *pragmas.examples))
            elif found["word"] == "final" and not names:
                pragmas = replace(pragmas, final=True)
            elif found["word"] == "skip" and not names:
                pragmas = replace(pragmas, skip=True)
        line -= 1
    return pragmas, problems


def _marked(comments: Mapping[int, tuple[int, str]], word: str) -> frozenset[int]:
    """The lines of a pragma that stands on statements."""
    return frozenset(line for line, (_, comment) in comments.items() if _word(comment) == word)


def _states(comment: str) -> int | None:
    """How many states `checkpoint(k)` says; 0 where it says nothing, None where it is not understood."""
    found = PRAGMA.search(comment)
    number = re.fullmatch(r"\(\s*([1-9]\d*)\s*\)|", found["rest"].split("#")[0].strip()) if found else None
    return None if number is None else int(number[1] or 0)


def _pragma_problems(comments: Mapping[int, tuple[int, str]], tree: ast.Module) -> list[Problem]:
    """Pragmas that are misspelled, or stand where they mean nothing."""
    if not any(PRAGMA.search(comment) for _, comment in comments.values()):
        return []
    statements = _lines_of(tree, (ast.stmt,))
    values = _lines_of(tree, (ast.Assign, ast.AnnAssign, ast.Return))
    loops = (node for node in walk(tree) if isinstance(node, ast.For))
    heads = {line for loop in loops for line in range(loop.lineno, loop.body[0].lineno)}
    above = set()
    for node in tree.body:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            line = min([node.lineno, *(d.lineno for d in node.decorator_list)]) - 1
            while line in comments and comments[line][0] == 0:
                above.add(line)
                line -= 1
    problems = []
    for line, (column, comment) in comments.items():
        found = PRAGMA.search(comment)
        if not found:
            continue
        rest = found["rest"].split("#")[0].strip()
        word = found["word"]
        good = (
            (word == "stop" and not rest and line in statements)
            or (word == "recompute" and not rest and line in values)
            or (word == "checkpoint" and _states(comment) is not None and line in heads)
            or (word in ("final", "skip") and not rest and line in above)
            or (word in ("wrt", "example") and bool(rest) and line in above)
        )
        if not good:
            problems.append(
                Problem(
                    line,
                    column + 1,
                    "E006",
                    f"this pragma is not understood here: {comment.strip()}",
                    "above a def: `wrt x, w`, `final`, `skip` or `example x=3`; on a statement: `stop`; on "
                    "one that gives names a value, or returns one: `recompute`; on a `for`: `checkpoint`, "
                    "`checkpoint(10)`",
                    column + 1 + len(comment),
                )
            )
    return problems


def _lines_of(tree: ast.Module, classes: tuple[type[ast.stmt], ...]) -> set[int]:
    """The lines of statements of some classes."""
    found = (node for node in walk(tree) if isinstance(node, classes))
    return {line for node in found for line in range(node.lineno, (node.end_lineno or node.lineno) + 1)}


def _bound_names(node: ast.stmt) -> Iterable[str]:
    """The names that a top-level statement binds, however it does."""
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        yield node.name
        return
    for part in walk(node):
        if isinstance(part, ast.Name) and isinstance(part.ctx, (ast.Store, ast.Del)):
            yield part.id
        elif isinstance(part, ast.alias):
            yield (part.asname or part.name.split(".")[0])
        elif isinstance(part, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            yield part.name


def _imported(node: ast.stmt, name: str) -> str:
    """What an import binds a name to: `import a.b` and `import a.c` both bind `a`, to the same package."""
    if not isinstance(node, (ast.Import, ast.ImportFrom)):
        return ""
    package = f"{'.' * node.level}{node.module or ''}." if isinstance(node, ast.ImportFrom) else ""
    alias = next(a for a in node.names if (a.asname or a.name.split(".")[0]) == name)
    return package + (alias.name if alias.asname or package else name)


def _constants(tree: ast.Module, imports: Mapping[str, str]) -> tuple[dict[str, ast.stmt], dict[str, str]]:
    """Module constants that can be carried over, and the names that cannot, with the reason."""
    things: dict[str, set[object]] = {}
    unusable: dict[str, str] = {}
    for node in tree.body:
        for name in _bound_names(node):
            things.setdefault(name, set()).add(_imported(node, name) or node)
    times = {name: len(found) for name, found in things.items()}
    for part in walk(tree):
        if isinstance(part, ast.Global):
            unusable.update({name: "is rebound by a function" for name in part.names})
    constants: dict[str, ast.stmt] = {}
    for node in tree.body:
        if isinstance(node, (ast.Import, ast.ImportFrom, ast.FunctionDef)):
            unusable.update(
                {n: "is bound more than once at module level" for n in _bound_names(node) if times[n] > 1}
            )
            continue
        constant = _constant_name(node)
        for bound in _bound_names(node):
            if bound != constant:
                unusable.setdefault(bound, CLASS if isinstance(node, ast.ClassDef) else NOT_LITERAL)
        if constant is None or constant in unusable or _named_lambda(node, times) is not None:
            continue
        if times[constant] > 1:
            unusable[constant] = "is bound more than once at module level"
        elif reason := _not_constant(node.value, imports, constants):  # type: ignore[attr-defined]
            unusable[constant] = reason
        else:
            constants[constant] = node
    return constants, unusable


def _constant_name(node: ast.stmt) -> str | None:
    if isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
        return node.targets[0].id
    if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value:
        return node.target.id
    return None


# What a module-level value may name without an import: functions, and types, as in `list[float]`.
PLAIN_NAMES = {"float", "int", "abs", "tuple", "list", "dict", "bool", "str", "True", "False", "None"}


def _not_constant(value: ast.expr, imports: Mapping[str, str], constants: Mapping[str, ast.stmt]) -> str:
    """Why a module-level value cannot be carried over; empty where it can."""
    for node in walk(value):
        if isinstance(
            node, (ast.Lambda, ast.Await, ast.Yield, ast.NamedExpr, ast.ListComp, ast.GeneratorExp)
        ):
            return NOT_LITERAL
        if isinstance(node, ast.Call):
            name = dotted(node.func, imports)
            builtin = isinstance(node.func, ast.Name) and node.func.id in ("float", "int", "abs", "tuple")
            method = isinstance(node.func, ast.Attribute) and node.func.attr in ("reshape", "astype", "copy")
            if name and any(part in DRAWN_OR_LOADED for part in name.split(".")):
                return "is drawn or loaded at module level"
            pure = name == LOGGER or bool(name and name.startswith(PURE_ROOTS))
            if not builtin and not method and not pure:
                return "is computed by a call at module level"
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            known = node.id in imports or node.id in constants or node.id == "__name__"
            if not known and node.id not in PLAIN_NAMES:
                return f"depends on {node.id}, which is not a literal"
    return ""
