"""Statements that write into arrays by a call, and assignments of several at once, as plain writes.

`np.exp(x, out=y)` is `y[...] = np.exp(x)`, `np.add(x, y, out=z[1:])` and `np.copyto(z[1:], x)` are
`z[1:] = ...`, which must be a view; `np.put(y, i, c)` is `y.flat[i] = c`, `y.fill(c)` is `y[...] = c`,
`y.sort()` is `y[...] = np.sort(y)`, `np.fill_diagonal(y, c)` is `y[np.diag_indices_from(y)] = c`, and a
list that is written into an array is made one. Where a swap writes into parts, its values are given
names first; `x[i] = x[j] = v` writes one by one. A loop that counts from another number than zero
counts from zero.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Mapping, Sequence

from codegen.parse import dotted
from codegen.reshaped import with_name
from codegen.trees import copied, walk

BLOCKS = ("body", "orelse")
LIBRARIES = ("numpy", "cupy")
Places = frozenset[tuple[int, int, str]]  # where statements stand, and what is noted of them:
OBLONG = "diagonal"  # it fills the diagonal of an array whose two axes may be of unequal length
OUT_METHODS = frozenset(
    [
        "all",
        "any",
        "clip",
        "cumprod",
        "cumsum",
        "dot",
        "max",
        "mean",
        "min",
        "prod",
        "round",
        "std",
        "sum",
        "take",
        "trace",
        "var",
    ]
)
WAYS = {  # what to write in the place of calls that write
    "shuffle": "draw an order where the function is called, and index with it: `x[order]`",
    "permutation": "draw an order where the function is called, and index with it: `x[order]`",
    "append": "append to a list by its name, or fill the lists in another before anything reads them",
    "at": "write `x[i] *= y` where no index repeats, or a loop",
    "putmask": "write `x[mask] = y`",
    "place": "write `x[mask] = y`",
    "put_along_axis": "write `x[i, j] = y` with an index for each axis",
    "partition": "sort all of it: `x.sort()`",
    "itemset": "write `x[i] = y`",
    "where": "write what is computed where the mask is: `z[mask] = np.sqrt(x[mask])`",
}
ARRAY = "array"  # it writes a list or a tuple into an array


def written_plainly(
    body: list[ast.stmt],
    imports: Mapping[str, str],
    fresh: Callable[[str], str],
    is_builtin: Callable[[str], bool],
    places: Places,
) -> list[ast.stmt]:
    """The body with such statements as assignments; `fresh` gives names that the function does not use.

    `places` are those of statements of which more is known.
    """
    plain = [new for statement in body for new in _plain(statement, imports, fresh, is_builtin, places)]
    library = next((name for name, what in imports.items() if what in LIBRARIES), "")
    return [_of_array(s, library) if library and (*_where(s), ARRAY) in places else s for s in plain]


def _plain(
    statement: ast.stmt,
    imports: Mapping[str, str],
    fresh: Callable[[str], str],
    is_builtin: Callable[[str], bool],
    places: Places,
) -> list[ast.stmt]:
    for name in BLOCKS:
        inner = getattr(statement, name, None)
        if isinstance(inner, list) and not isinstance(statement, (ast.FunctionDef, ast.ClassDef)):
            statement = copy.copy(statement)
            setattr(statement, name, written_plainly(inner, imports, fresh, is_builtin, places))
    if isinstance(statement, ast.For):
        return [_from_zero(statement, fresh, is_builtin)]
    if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call):
        call = statement.value
        if filled := _filled(call, imports):
            known = (*_where(statement), OBLONG) in places and is_builtin("min")
            return _in_a_row(_diagonal(*filled, fresh if known else None), statement)
        found = _with_out(call, imports) or _of_method(call, imports) or _copied(call, imports)
        if found:
            return [_assigned(*found, statement)]
        if put := _put(call, imports):
            first = _in_a_row([ast.Assign(*put)], statement)[0]
            return _plain(first, imports, fresh, is_builtin, places)
        if added := _added(call, imports):
            plain = _placed(ast.Expr(added), statement)
            plain.changed = getattr(statement, "changed", False)  # type: ignore[attr-defined]
            return [plain]
        return [statement]
    if named := with_name(statement, imports, fresh):
        return _in_a_row(named, statement)  # type: ignore[arg-type]
    if isinstance(statement, ast.Assign):
        new = _one_by_one(statement, fresh) if len(statement.targets) == 1 else _each(statement, fresh)
        return new or [statement]
    return [statement]


def _from_zero(node: ast.For, fresh: Callable[[str], str], is_builtin: Callable[[str], bool]) -> ast.For:
    """A loop over `enumerate(xs, 1)` as one over `enumerate(xs)`, which gives the number a name."""
    call, target = node.iter, node.target
    if not isinstance(call, ast.Call) or not isinstance(target, ast.Tuple) or len(target.elts) != 2:
        return node
    starts = [*call.args[1:], *(k.value for k in call.keywords if k.arg == "start")]
    number, word = target.elts[0], call.func
    if not isinstance(word, ast.Name) or word.id != "enumerate" or not is_builtin(word.id):
        return node
    if len(starts) != 1 or not isinstance(starts[0], ast.Constant) or not isinstance(number, ast.Name):
        return node
    if len(call.args) + len(call.keywords) != 2 or isinstance(call.args[0], ast.Starred):
        return node
    position = fresh("i")
    first = ast.Assign([number], ast.BinOp(ast.Name(position, ast.Load()), ast.Add(), starts[0]))
    for part in (first, first.value, first.value.left):  # type: ignore[attr-defined]
        ast.copy_location(part, number)
    first.end_lineno = node.lineno
    names: list[ast.expr] = [ast.copy_location(ast.Name(position, ast.Store()), number), target.elts[1]]
    plain = ast.copy_location(ast.Call(word, call.args[:1], []), call)
    new = ast.For(
        ast.copy_location(ast.Tuple(names, ast.Store()), target), plain, [first, *node.body], node.orelse
    )
    first.made = new.changed = True  # type: ignore[attr-defined]
    return ast.copy_location(new, node)


def _with_out(call: ast.Call, imports: Mapping[str, str]) -> tuple[ast.expr, ast.expr] | None:
    """The array that a call of NumPy's, or of a method, writes into, and the call without it."""
    out = next((k.value for k in call.keywords if k.arg == "out"), None)
    library = (dotted(call.func, imports) or "").startswith(("numpy.", "cupy."))
    method = isinstance(call.func, ast.Attribute) and call.func.attr in OUT_METHODS
    masked = any(k.arg in ("where", None) for k in call.keywords)  # what is not computed stays as it was
    if not (library or method) or masked or not isinstance(out, (ast.Name, ast.Subscript)):
        return None
    return out, ast.Call(call.func, call.args, [k for k in call.keywords if k.arg != "out"])


def _copied(call: ast.Call, imports: Mapping[str, str]) -> tuple[ast.expr, ast.expr] | None:
    """The array that `np.copyto` writes into, and what."""
    given = {k.arg: k.value for k in call.keywords}
    words = dict(zip(("dst", "src"), call.args)) | given
    known = _is_numpy(call, imports, "copyto") and isinstance(words.get("dst"), (ast.Name, ast.Subscript))
    if not known or {*words} - {"dst", "src", "where"} or "src" not in words or len(call.args) > 2:
        return None
    array, value = words["dst"], words["src"]
    if "where" in words:
        library = call.func.value  # type: ignore[attr-defined]
        function = ast.Attribute(copied(library), "where", ast.Load())
        value = ast.Call(function, [words["where"], value, copied(array)], [])
    return array, value


def _put(call: ast.Call, imports: Mapping[str, str]) -> tuple[list[ast.expr], ast.expr] | None:
    """`z.flat[ind]` and v for `np.put(z, ind, v)` and `z.put(ind, v)`."""
    args = call.args
    method = call.func
    own = isinstance(method, ast.Attribute) and method.attr == "put" and isinstance(method.value, ast.Name)
    if own and len(args) == 2 and method.value.id not in imports:  # type: ignore[attr-defined]
        args = [method.value, *args]  # type: ignore[attr-defined]
    elif not _is_numpy(call, imports, "put"):
        return None
    if len(args) != 3 or call.keywords or not isinstance(args[0], ast.Name):
        return None
    flat = ast.Attribute(ast.Name(args[0].id, ast.Load()), "flat", ast.Load())
    return [ast.Subscript(flat, args[1], ast.Store())], args[2]


def _added(call: ast.Call, imports: Mapping[str, str]) -> ast.Call | None:
    """`np.subtract.at(z, i, x)` as `np.add.at(z, i, -x)`."""
    known = _is_numpy(call, imports, "subtract.at") and len(call.args) == 3 and not call.keywords
    if not known or isinstance(call.args[2], (ast.List, ast.Tuple)):
        return None
    library = call.func.value.value  # type: ignore[attr-defined]
    function = ast.Attribute(ast.Attribute(library, "add", ast.Load()), "at", ast.Load())
    return ast.Call(function, [*call.args[:2], ast.UnaryOp(ast.USub(), call.args[2])], [])


def _is_numpy(call: ast.Call, imports: Mapping[str, str], name: str) -> bool:
    """Whether a call is one of a function of NumPy's, by the module's name."""
    by_module = isinstance(call.func, ast.Attribute)
    return by_module and dotted(call.func, imports) in (f"numpy.{name}", f"cupy.{name}")


def way_without(value: ast.expr, imports: Mapping[str, str]) -> str:
    """What to write in the place of a call whose value is thrown away."""
    name = value.func.attr if isinstance(value, ast.Call) and isinstance(value.func, ast.Attribute) else ""
    words = {k.arg for k in value.keywords} if isinstance(value, ast.Call) else set()
    masked = {"out", "where"} <= words and (dotted(value.func, imports) or "").startswith("numpy.")  # type: ignore[attr-defined]
    return WAYS.get("where" if masked else name, "assign its value to a name, or delete the statement")


def fills_diagonal(statement: ast.stmt) -> bool:
    """Whether a statement stands for one that fills the diagonal of what is as long on all axes."""
    targets: list[ast.expr] = getattr(statement, "targets", [])
    return any(getattr(target, "diagonal", False) for target in targets)


def _of_array(statement: ast.stmt, library: str) -> ast.stmt:
    """A statement that writes the array of what it wrote before."""
    target = statement.targets[0] if isinstance(statement, ast.Assign) else getattr(statement, "target", None)
    if not isinstance(statement, (ast.Assign, ast.AugAssign)) or not isinstance(target, ast.Subscript):
        return statement
    array = ast.Attribute(ast.Name(library, ast.Load()), "array", ast.Load())
    new = copy.copy(statement)
    new.value = ast.Call(array, [statement.value], [])
    return _placed(new, statement)


def _where(statement: ast.stmt) -> tuple[int, int]:
    return (statement.lineno, statement.col_offset)


def _filled(call: ast.Call, imports: Mapping[str, str]) -> tuple[ast.expr, ast.expr, str] | None:
    """What `np.fill_diagonal` fills the diagonal of, with what, and what NumPy is called here."""
    library = next((name for name, what in imports.items() if what in LIBRARIES), "")
    words = {k.arg: k.value for k in call.keywords}
    given = [*call.args, *(words.pop(name) for name in ("a", "val")[len(call.args) :] if name in words)]
    once = not words or (list(words) == ["wrap"] and getattr(words["wrap"], "value", None) is False)
    whole = given[0] if len(given) == 2 else None
    while isinstance(whole, ast.Subscript):
        whole = whole.value
    known = (dotted(call.func, imports) or "") in ("numpy.fill_diagonal", "cupy.fill_diagonal")
    if not (known and library and once and isinstance(whole, ast.Name)):
        return None
    return given[0], given[1], library


def _diagonal(
    array: ast.expr, value: ast.expr, library: str, fresh: Callable[[str], str] | None
) -> list[ast.Assign | ast.Expr]:
    """A write into a diagonal; if names are given, of two axes of unequal length, too."""

    def call(name: str, of: ast.expr) -> ast.expr:
        return ast.Call(ast.Attribute(ast.Name(library, ast.Load()), name, ast.Load()), [of], [])

    array = copied(array)
    if fresh is None:
        target = ast.Subscript(array, call("diag_indices_from", copied(array)), ast.Store())
        target.diagonal = True  # type: ignore[attr-defined]
        return [ast.Assign([target], value)]
    places = fresh("diagonal")
    shape = ast.Attribute(copied(array), "shape", ast.Load())
    count = call("arange", ast.Call(ast.Name("min", ast.Load()), [shape], []))
    both = ast.Tuple([ast.Name(places, ast.Load()), ast.Name(places, ast.Load())], ast.Load())
    target = ast.Subscript(array, both, ast.Store())
    return [ast.Assign([ast.Name(places, ast.Store())], count), ast.Assign([target], value)]


def _of_method(call: ast.Call, imports: Mapping[str, str]) -> tuple[ast.expr, ast.expr] | None:
    """The array that `fill` or `sort` writes into, and what."""
    method = call.func
    if not isinstance(method, ast.Attribute) or not isinstance(method.value, ast.Name):
        return None
    if method.value.id in imports:
        return None
    array = method.value
    if method.attr == "fill" and len(call.args) == 1 and not call.keywords:
        return array, call.args[0]
    library = next((name for name, what in imports.items() if what == "numpy"), None)
    if method.attr == "sort" and library and not call.args and {k.arg for k in call.keywords} <= {"axis"}:
        function = ast.Attribute(ast.Name(library, ast.Load()), "sort", ast.Load())
        return array, ast.Call(function, [array], call.keywords)
    return None


def _assigned(array: ast.expr, value: ast.expr, statement: ast.stmt) -> ast.stmt:
    """`array[...] = value` in the place of a statement; of a part of one, which must be a view."""
    if not isinstance(array, ast.Subscript):
        target = ast.Subscript(array, ast.Constant(...), ast.Store())
        return _placed(ast.Assign([target], value), statement)
    target = ast.copy_location(ast.Subscript(array.value, array.slice, ast.Store()), array)
    new = _placed(ast.Assign([target], value), statement)
    new.into_view = True  # type: ignore[attr-defined]
    return new


def _one_by_one(statement: ast.Assign, fresh: Callable[[str], str]) -> list[ast.stmt]:
    """`x[i], x[j] = a, b` with names for a and b, which are computed before anything is written."""
    targets, values = statement.targets[0], statement.value
    if not isinstance(targets, ast.Tuple) or not isinstance(values, ast.Tuple):
        return []
    parts = any(isinstance(target, ast.Subscript) for target in targets.elts)
    starred = any(isinstance(node, ast.Starred) for node in (*targets.elts, *values.elts))
    if not parts or starred or len(targets.elts) != len(values.elts):
        return []
    names = [fresh("swapped") for _ in values.elts]
    first = [ast.Assign([ast.Name(name, ast.Store())], v) for name, v in zip(names, values.elts)]
    then = [ast.Assign([t], ast.Name(name, ast.Load())) for t, name in zip(targets.elts, names)]
    return _in_a_row([*first, *then], statement)


def _each(statement: ast.Assign, fresh: Callable[[str], str]) -> list[ast.stmt]:
    """`x[i] = x[j] = v` as a write for each, from the left; v has a name, or is a number written out."""
    targets, value = statement.targets, statement.value
    names = [target for target in targets if isinstance(target, ast.Name)]
    parts = [target for target in targets if isinstance(target, ast.Subscript)]
    read = {node.id for part in parts for node in ast.walk(part) if isinstance(node, ast.Name)}
    if not parts or len(names) > 1 or len(names) + len(parts) < len(targets) or read & {n.id for n in names}:
        return []
    first: list[ast.Assign] = []
    named = isinstance(value, ast.Name) and value.id not in read
    if names or not (named or isinstance(value, ast.Constant)):
        name = names[0].id if names else fresh("shared")
        first = [ast.Assign([ast.Name(name, ast.Store())], value)]
        value = ast.Name(name, ast.Load())
    return _in_a_row([*first, *(ast.Assign([part], copy.deepcopy(value)) for part in parts)], statement)


def _in_a_row(statements: Sequence[ast.Assign | ast.Expr], old: ast.stmt) -> list[ast.stmt]:
    """Statements in the place of one, whose comment is that of the first."""
    placed = [_placed(new, old) for new in statements]
    for later in placed[1:]:
        later.made = True  # type: ignore[attr-defined]
    return placed


def _placed(new: ast.Assign | ast.AugAssign | ast.Expr, old: ast.stmt) -> ast.stmt:
    """A statement in the place of another one, whose text it does not have."""
    for node in walk(new):
        if not getattr(node, "lineno", 0):
            ast.copy_location(node, old)
    new.changed = True  # type: ignore[union-attr]
    return new
