"""Calls of functions that write into what they are given, written out.

`fill(out, x)` becomes the statements of `fill`, with the arguments in the place of its own, so that
what it writes is seen where it is written. `s = step(y, v)` ends in `s = ...`, with what `step` gives.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Container, Iterator, Mapping

from codegen.inline import Cannot, bound_inside, matched, put_in, short
from codegen.scopes import SCOPES, arguments, bound, free
from codegen.structure import ends
from codegen.trees import Transformer, copied, walk

Line = Callable[[int], bool]
NUMBERS = ("float", "int", "bool", "complex")
CHANGING = ("append", "extend", "fill", "sort", "insert", "pop")
SIMPLE = (ast.Assign, ast.AnnAssign, ast.AugAssign, ast.Return)
HEADS: Mapping[type[ast.stmt], str] = {
    **dict.fromkeys((*SIMPLE, ast.Expr), "value"),
    **dict.fromkeys((ast.If, ast.Assert), "test"),
    ast.For: "iter",
}
FORBIDDEN = (*SCOPES, ast.ClassDef, ast.Yield, ast.YieldFrom, ast.Await, ast.Global, ast.Nonlocal)


def statements_of(
    function: ast.FunctionDef,
    call: ast.Call,
    place: ast.stmt,
    fresh: Callable[[str], str],
    hidden: Container[str],
    stops: Line,
    places: Iterator[int],
) -> list[ast.stmt] | None:
    """The statements that a call of a function stands for; None where they cannot be written out.

    `fresh` gives names, `hidden` are those that mean something else where the call stands; `stops`
    tells of a line whether a gradient is stopped there; `places` tell augmented assignments apart.
    What the function gives is still returned, at the end of each way through the statements.
    """
    given = matched(function.args, call)
    body = function.body[1:] if ast.get_docstring(function, clean=False) is not None else function.body
    parts = [part for statement in body for part in walk(statement)]
    lines = range(function.lineno, (function.end_lineno or function.lineno) + 1)
    if given is None or function.decorator_list or not body or any(map(stops, lines)):
        return None
    if any(isinstance(part, FORBIDDEN) for part in parts):
        return None
    own, values, above = bound(function), dict[str, ast.expr](), list[ast.stmt]()
    outside = free(ast.Module(list(body), [])) - set(own)
    if any(name in hidden for name in outside):
        return None
    names: dict[str, str] = {}

    def other(stem: str) -> str:
        """A name for what leaves a part of the function, which neither of the two has."""
        name = fresh(stem)
        while name in own or name in outside:
            name = fresh(stem)
        names[name] = name
        return name

    plain = ends(copied(body), other)
    if plain is None:
        return None
    for name, times in own.items():
        value = given.get(name)
        if times == 1 and (isinstance(value, (ast.Name, ast.Constant)) or _is_row(value, name, given, parts)):
            values[name] = value  # type: ignore[assignment]
            continue
        if isinstance(value, ast.Name) and _only_augments(function, name, times):
            if value.id in own and value.id != name:
                return None  # it would be taken for the parameter of that name
            names[name] = value.id
            values[name] = value
            continue
        names[name] = fresh(name)
        while names[name] in own and names[name] != name:
            names[name] = fresh(name)
        values[name] = ast.Name(names[name], ast.Load())
        if value is not None:
            above.append(ast.Assign([ast.Name(names[name], ast.Store())], value))
    read = {name for value in given.values() for name in free(value)}
    new_names = {
        new for name, new in names.items() if name not in values or values[name] is not given.get(name)
    }
    if read & (new_names | bound_inside(ast.Module(list(body), []))):
        return None
    new = ast.Module(plain, [])
    for part in walk(new):
        if isinstance(part, ast.Name) and not isinstance(part.ctx, ast.Load):
            if part.id not in names:
                return None
            part.id = names[part.id]
    try:
        put_in(new, {name: v for name, v in values.items() if names.get(name) != name})
    except Cannot:
        return None
    return [_placed(statement, place, places) for statement in (*above, *new.body)]


def _is_row(value: ast.expr | None, name: str, given: Mapping[str, ast.expr], parts: list[ast.AST]) -> bool:
    """Whether an argument is part of an array, into which the function writes, and nothing else does."""
    written = (p.value for p in parts if isinstance(p, ast.Subscript) and not isinstance(p.ctx, ast.Load))
    if (
        value is None
        or not short(value)
        or not any(isinstance(w, ast.Name) and w.id == name for w in written)
    ):
        return False
    others = {read for theirs, other in given.items() if theirs != name for read in free(other)}
    return not free(value) & others


def _only_augments(function: ast.FunctionDef, name: str, times: int) -> bool:
    """Whether an argument is said to be an array, and the function binds its name by writes into it alone."""
    augmented = (n.target for n in walk(function) if isinstance(n, ast.AugAssign))
    count = sum(isinstance(target, ast.Name) and target.id == name for target in augmented)
    annotations = (arg.annotation for arg in arguments(function) if arg.arg == name)
    return count == times - 1 and any(a is not None and _is_array(a) for a in annotations)


def _placed(statement: ast.stmt, place: ast.stmt, places: Iterator[int]) -> ast.stmt:
    """A statement as if it had been made in another place; `told` is where the source has it."""
    for node in walk(statement):
        if isinstance(node, ast.stmt) and hasattr(node, "lineno") and not hasattr(node, "told"):
            node.told = node.lineno, node.end_lineno  # type: ignore[attr-defined]
        if isinstance(node, (ast.expr, ast.stmt, ast.keyword, ast.arg)):
            ast.copy_location(node, place)
        if isinstance(node, ast.stmt):
            node.made = True  # type: ignore[attr-defined]
        if isinstance(node, ast.AugAssign):
            node.col_offset = next(places)
    return statement


# Which functions write into their arguments.


def written_by(functions: Mapping[str, ast.FunctionDef]) -> dict[str, frozenset[str]]:
    """The arguments that each function may write into, by the look of it, itself or by a call."""
    found = {name: written(node) for name, node in functions.items()}
    while any(found.values()):
        new = {name: found[name] | _given_away(node, functions, found) for name, node in functions.items()}
        if new == found:
            return found
        found = new
    return found


def _given_away(
    function: ast.FunctionDef,
    functions: Mapping[str, ast.FunctionDef],
    found: Mapping[str, frozenset[str]],
) -> frozenset[str]:
    own, names = {arg.arg for arg in arguments(function)}, set[str]()
    for node in walk(function):
        callee = node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else ""
        if isinstance(node, ast.Call) and found.get(callee) and not hasattr(functions[callee], "of_loop"):
            given = matched(functions[callee].args, node) or {}
            names |= {_root(value) for name, value in given.items() if name in found[callee]}
    return frozenset(names & own)


def written(function: ast.FunctionDef, fields: bool = False) -> frozenset[str]:
    """The arguments that a function writes into by its own statements, if they are no numbers.

    `fields` says whether what is written into a field counts.
    """
    numbers = {arg.arg for arg in arguments(function) if arg.annotation and _is_number(arg.annotation)}
    own = {arg.arg for arg in arguments(function)} - numbers
    return frozenset(name for node in walk(function) for name in _writes(node, fields) if name in own)


def named_anew(function: ast.FunctionDef) -> frozenset[str]:
    """The arguments whose names are given other values, in any case, before anything is written into them."""
    found, seen = set[str](), set[str]()
    for statement in function.body:
        seen |= {name for node in walk(statement) for name in _writes(node, fields=True)}
        if isinstance(statement, ast.Assign):
            found |= {t.id for t in statement.targets if isinstance(t, ast.Name)} - seen
    return frozenset(found)


def may_write_by_name(function: ast.FunctionDef) -> bool:
    """Whether a function writes into items or parts of an argument that has a type, by names of these."""
    own = (arg for arg in arguments(function) if arg.annotation and not _is_number(arg.annotation))
    names, count = {arg.arg for arg in own}, 0
    if not names:
        return False
    while len(names) > count:
        count = len(names)
        for node in walk(function):
            if isinstance(node, ast.For) and _named_in(node.iter) & names:
                names |= _named_in(node.target)
            elif isinstance(node, ast.Assign) and _root(node.value) in names:
                names |= {name for target in node.targets for name in _named_in(target)}
    return any(name in names for node in walk(function) for name in _writes(node, fields=False))


def _named_in(node: ast.expr) -> set[str]:
    return {part.id for part in walk(node) if isinstance(part, ast.Name)}


def _writes(node: ast.AST, fields: bool) -> Iterator[str]:
    """The names of what a node writes into."""
    if isinstance(node, ast.AugAssign):
        yield _root(node.target, fields)
    elif isinstance(node, (ast.Subscript, ast.Attribute)) and isinstance(node.ctx, ast.Store):
        yield _root(node, fields)
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        if node.func.attr in CHANGING and isinstance(node.func.value, ast.Name):
            yield node.func.value.id
        if node.func.attr == "at" and node.args:
            yield _root(node.args[0])
        yield from (_root(keyword.value) for keyword in node.keywords if keyword.arg == "out")


def is_certain(function: ast.FunctionDef, written: Container[str]) -> bool:
    """Whether what a function writes into must be an array or a list: it is not only augmented by name."""
    augmented = (node for node in walk(function) if isinstance(node, ast.AugAssign))
    names = {node.target.id for node in augmented if isinstance(node.target, ast.Name)}
    return any(
        arg.arg in written and (arg.annotation is not None or arg.arg not in names)
        for arg in arguments(function)
    )


def _is_number(annotation: ast.expr) -> bool:
    return ast.unparse(annotation).strip("'\"") in NUMBERS


def _is_array(annotation: ast.expr) -> bool:
    text = ast.unparse(annotation).strip("'\"")
    shape = (
        isinstance(annotation, ast.Constant) and any(map(str.isalnum, text)) and not _is_number(annotation)
    )
    return shape or text.endswith(("ndarray", "NDArray"))


def _root(node: ast.expr, fields: bool = False) -> str:
    while isinstance(node, ast.Subscript) or (fields and isinstance(node, ast.Attribute)):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""


# What is given to the statement that calls.


def called_first(statement: ast.stmt, wanted: Callable[[str], bool]) -> ast.Call | None:
    """The call of one of some functions before which a statement reads nothing that the call could change."""
    head = getattr(statement, HEADS.get(type(statement), ""), None)
    if isinstance(statement, ast.AugAssign) and not isinstance(statement.target, ast.Name):
        return None
    return _first(head, wanted) if head is not None else None


def _first(node: ast.expr, wanted: Callable[[str], bool]) -> ast.Call | None:
    for part in _in_order(node):
        if (found := _first(part, wanted)) is not None:
            return found
        if not _is_name(part):
            break
    mine = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and wanted(node.func.id)
    return node if mine else None  # type: ignore[return-value]


def _in_order(node: ast.expr) -> list[ast.expr]:
    """The parts of an expression that are always computed, in the order in which they are."""
    if isinstance(node, ast.BinOp):
        return [node.left, node.right]
    if isinstance(node, ast.Compare):
        return [node.left, node.comparators[0]]
    if isinstance(node, ast.Call):
        return [node.func, *node.args, *(keyword.value for keyword in node.keywords)]
    if isinstance(node, ast.Subscript):
        return [node.value, node.slice]
    if isinstance(node, (ast.Tuple, ast.List)):
        return node.elts
    if isinstance(node, (ast.UnaryOp, ast.Attribute, ast.IfExp, ast.BoolOp)):
        first = {ast.UnaryOp: "operand", ast.Attribute: "value", ast.IfExp: "test"}.get(type(node))
        return [getattr(node, first)] if first else node.values[:1]  # type: ignore[union-attr]
    return []


def _is_name(node: ast.expr) -> bool:
    """Whether it does not matter when an expression is computed: it is a name, or a number."""
    while isinstance(node, ast.Attribute):
        node = node.value
    return isinstance(node, (ast.Name, ast.Constant))


def given_back(
    statements: list[ast.stmt], statement: ast.stmt, call: ast.Call, fresh: Callable[[str], str]
) -> list[ast.stmt]:
    """The statements that a call stands for, with the one that calls at the end of each way through them."""
    field = HEADS[type(statement)]
    if isinstance(statement, ast.Expr) and statement.value is call:
        return _replaced(statements, lambda node: _without_value(node))
    if isinstance(statement, SIMPLE) and getattr(statement, field) is call:
        return _replaced(statements, lambda node: [_with(statement, field, call, node.value)])
    last = statements[-1]
    if isinstance(last, ast.Return) and last.value is not None and not _returns(statements[:-1]):
        return [*statements[:-1], _with(statement, field, call, last.value)]
    assert isinstance(call.func, ast.Name)
    name = fresh(f"{call.func.id}_out")
    behind = _with(statement, field, call, ast.copy_location(ast.Name(name, ast.Load()), call))
    return [*_replaced(statements, lambda node: [_named(name, node)]), behind]


def _returns(statements: list[ast.stmt]) -> bool:
    return any(isinstance(node, ast.Return) for s in statements for node in walk(s))


def _replaced(statements: list[ast.stmt], new: Callable[[ast.Return], list[ast.stmt]]) -> list[ast.stmt]:
    """Statements with others in the place of each `return`."""
    out: list[ast.stmt] = []
    for statement in statements:
        if isinstance(statement, ast.Return):
            out += new(statement)
            continue
        for field in ("body", "orelse"):
            block = getattr(statement, field, None)
            if block and isinstance(block, list):
                setattr(statement, field, _replaced(block, new))
        out.append(statement)
    return out


def _without_value(node: ast.Return) -> list[ast.stmt]:
    """What is left of a `return` whose value nobody takes."""
    calls = [part.func for part in walk(node) if isinstance(part, ast.Call)]
    if node.value is not None and any(isinstance(function, ast.Name) for function in calls):
        return [ast.copy_location(ast.Expr(node.value), node)]
    nothing = ast.copy_location(ast.Pass(), node)
    nothing.changed = nothing.gone = True  # type: ignore[attr-defined]
    return [nothing]


def _named(name: str, node: ast.Return) -> ast.stmt:
    assert node.value is not None
    new = ast.Assign([ast.Name(name, ast.Store())], node.value)
    for part in (new, new.targets[0]):
        ast.copy_location(part, node)
    new.made = True  # type: ignore[attr-defined]
    return new


def _with(statement: ast.stmt, field: str, call: ast.Call, value: ast.expr | None) -> ast.stmt:
    """A statement with a value in the place of a call in it."""
    assert value is not None
    new = copy.copy(statement)
    setattr(new, field, _InPlaceOf(call, value).visit(getattr(statement, field)))
    new.changed = True  # type: ignore[attr-defined]
    return new


class _InPlaceOf(Transformer):
    """One expression in the place of another."""

    def __init__(self, old: ast.expr, new: ast.expr) -> None:
        self.old, self.new = old, new

    def visit(self, node: ast.AST) -> ast.AST:
        """The expression, or what it is in."""
        if node is self.old:
            return self.new
        new = self.generic_visit(node)
        assert isinstance(new, ast.AST)
        return new
