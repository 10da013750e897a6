"""Classes that only hold values: named tuples and dataclasses, and what each field is by its annotation.

What a class does beside holding values must not matter: one that changes what it is given, or what
reading a field means, is none of these. Such a class stays what any class is, a name that cannot be used.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import replace

from codegen.knowledge import vocabulary
from codegen.parse import Field, Module, Record, annotation_text, dotted, syntax_tree
from codegen.trees import walk

SPOKEN_FOR = (
    "T",
    "_replace",
    "at",
    "dtype",
    "flat",
    "imag",
    "itemsize",
    "mT",
    "nbytes",
    "ndim",
    "real",
    "shape",
    "size",
)
PLAIN = ("__call__", "__doc__", "__repr__", "__slots__", "__str__", "__module__", "__annotations__")
OF_FIELDS = ("default", "default_factory", "repr", "compare", "hash", "metadata")
OPTIONS = ("eq", "frozen", "order", "repr", "slots", "unsafe_hash", "kw_only", "match_args")


def with_records(module: Module) -> Module:
    """The module with its named tuples and dataclasses known, which are no unusable names any more."""
    found: dict[str, Record] = {}
    for node in syntax_tree(module.text)[0].body:
        record = None
        if isinstance(node, ast.ClassDef):
            record = _class(node, module.imports, found)
        elif isinstance(node, ast.Assign) and len(node.targets) == 1:
            record = _call(node, module.imports)
        if record is not None and "more than once" not in module.unusable.get(record.name, ""):
            found[record.name] = record
    unusable = {name: why for name, why in module.unusable.items() if name not in found}
    return replace(module, records=found, unusable=unusable)


def _class(node: ast.ClassDef, imports: Mapping[str, str], known: Mapping[str, Record]) -> Record | None:
    """The record that a class statement makes; None where it makes something else."""
    bases = [base.id if isinstance(base, ast.Name) else "" for base in node.bases]
    named = [dotted(base, imports) == "typing.NamedTuple" for base in node.bases]
    inherited: tuple[Field, ...] = ()
    of: Record | None = None
    if node.keywords or len(node.bases) > 1:
        return None
    if bases and not named[0] and bases[0] != "object":
        of = known.get(bases[0])
        if of is None or of.is_tuple:
            return None
        inherited = of.fields
    is_tuple = any(named)
    stored = _stored(node) if not (is_tuple or of or node.decorator_list) else None
    plain = stored is not None or is_tuple != bool(node.decorator_list)
    if not plain or not all(_is_dataclass(d, imports) for d in node.decorator_list):
        return None
    if len(node.decorator_list) > 1:
        return None
    fields: dict[str, Field] = {field.name: field for field in (*inherited, *(stored or ()))}
    methods = dict(of.methods) if of is not None else {}
    shared = dict(of.shared) if of is not None else {}
    for part in node.body:
        if isinstance(part, ast.FunctionDef):
            if part.name != "__init__" or stored is None:
                methods[part.name] = part
        elif stored is not None and isinstance(part, ast.AnnAssign):
            if part.value is not None or getattr(part.target, "id", "") not in fields:
                return None
        elif isinstance(part, ast.AnnAssign) and isinstance(part.target, ast.Name):
            text = annotation_text(part.annotation) or ""
            if "ClassVar" in text and part.value is not None:
                shared[part.target.id] = part.value
                continue
            field = _field(part, text, imports)
            if field is None:
                return None
            fields[field.name] = field
        elif isinstance(part, ast.Assign) and all(isinstance(t, ast.Name) for t in part.targets):
            shared.update((t.id, part.value) for t in part.targets)  # type: ignore[attr-defined]
        elif not isinstance(part, ast.Pass) and not _is_text(part):
            return None
    names = [*fields, *methods, *shared]
    some = bool(fields) or stored == ()
    if len({*names}) < len(names) or not some or not all(map(_is_plain, names)):
        return None
    return Record(node.name, tuple(fields.values()), node, is_tuple, methods, shared, of.name if of else "")


def _stored(node: ast.ClassDef) -> tuple[Field, ...] | None:
    """The fields of a class whose `__init__` stores what it is given, by the names that it has for it.

    A class without one has none: its methods need no instance. None for one that does more.
    """
    inits = [part for part in node.body if isinstance(part, ast.FunctionDef) and part.name == "__init__"]
    if not inits:
        methods = [part for part in node.body if isinstance(part, ast.FunctionDef)]
        return () if methods and all(map(_needs_no_instance, methods)) else None
    (init, *more), own = inits, inits[0].args
    if more or init.decorator_list or own.vararg or own.kwarg or own.posonlyargs or own.kwonlyargs:
        return None
    (this, *given), defaults = own.args, [None] * (len(own.args) - len(own.defaults)) + own.defaults
    texts: dict[str, str | None] = {}
    for statement in init.body[1:] if ast.get_docstring(init) is not None else init.body:
        target = (
            statement.targets[0] if isinstance(statement, ast.Assign) else getattr(statement, "target", None)
        )
        value = statement.value if isinstance(statement, (ast.Assign, ast.AnnAssign)) else None
        named = isinstance(target, ast.Attribute) and isinstance(target.value, ast.Name)
        alone = not isinstance(statement, ast.Assign) or len(statement.targets) == 1
        if not named or not alone or target.value.id != this.arg or not isinstance(value, ast.Name):  # type: ignore[union-attr]
            return None
        if value.id != target.attr or value.id in texts:  # type: ignore[union-attr]
            return None
        texts[value.id] = annotation_text(getattr(statement, "annotation", None))
    if not given or {*texts} != {arg.arg for arg in given} or _rebinds(node):
        return None
    return tuple(
        Field(arg.arg, annotation_text(arg.annotation) or texts[arg.arg], default, default is not None)
        for arg, default in zip(given, defaults[1:])
    )


def _needs_no_instance(method: ast.FunctionDef) -> bool:
    return [ast.unparse(d) for d in method.decorator_list] in (["staticmethod"], ["classmethod"])


def _rebinds(node: ast.ClassDef) -> bool:
    """Whether a method of a class gives an instance another value of a field."""
    methods = (part for part in node.body if isinstance(part, ast.FunctionDef) and part.name != "__init__")
    parts = (part for method in methods for part in walk(method))
    return any(isinstance(part, ast.Attribute) and not isinstance(part.ctx, ast.Load) for part in parts)


def _is_dataclass(decorator: ast.expr, imports: Mapping[str, str]) -> bool:
    """Whether a decorator is `dataclass`, with options that leave construction as it is."""
    function = decorator.func if isinstance(decorator, ast.Call) else decorator
    if isinstance(decorator, ast.Call):
        constant = all(isinstance(k.value, ast.Constant) for k in decorator.keywords)
        if decorator.args or not constant or any(k.arg not in OPTIONS for k in decorator.keywords):
            return False
    return dotted(function, imports) == "dataclasses.dataclass"


def _field(node: ast.AnnAssign, text: str, imports: Mapping[str, str]) -> Field | None:
    """A field; None for one that construction does not take, or takes and does not keep."""
    assert isinstance(node.target, ast.Name)
    if "InitVar" in text or "KW_ONLY" in text:
        return None
    default, given = node.value, node.value is not None
    if isinstance(default, ast.Call) and dotted(default.func, imports) == "dataclasses.field":
        options = {k.arg: k.value for k in default.keywords}
        if default.args or not {*options} <= {
            "default",
            "default_factory",
            "repr",
            "compare",
            "hash",
            "metadata",
        }:
            return None
        default = options.get("default")
        given = default is not None or "default_factory" in options
    return Field(node.target.id, text, default, given)


def _call(node: ast.Assign, imports: Mapping[str, str]) -> Record | None:
    """The record of `P = namedtuple("P", "w b")` or `P = NamedTuple("P", [("w", float)])`."""
    target, call = node.targets[0], node.value
    if not isinstance(target, ast.Name) or not isinstance(call, ast.Call) or len(call.args) != 2:
        return None
    word, (name, listed) = dotted(call.func, imports), call.args
    if call.keywords or not isinstance(name, ast.Constant) or name.value != target.id:
        return None
    fields = [*_listed(listed, typed=word == "typing.NamedTuple")]
    known = word in ("collections.namedtuple", "typing.NamedTuple") and fields and None not in fields
    if not known or not all(field is not None and _is_plain(field.name) for field in fields):
        return None
    return Record(target.id, tuple(f for f in fields if f is not None), node, True, {}, {})


def _listed(node: ast.expr, typed: bool) -> Iterator[Field | None]:
    """The fields that a call names; None for what is not understood."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and not typed:
        for name in node.value.replace(",", " ").split():
            yield Field(name, None, None, False)
    elif isinstance(node, (ast.List, ast.Tuple)):
        for item in node.elts:
            pair = item.elts if typed and isinstance(item, ast.Tuple) and len(item.elts) == 2 else [item]
            named = isinstance(pair[0], ast.Constant) and isinstance(pair[0].value, str)
            text = annotation_text(pair[1]) if len(pair) == 2 else None
            whole = named and typed == (len(pair) == 2)
            yield Field(pair[0].value, text, None, False) if whole else None  # type: ignore[attr-defined]
    else:
        yield None


def _is_plain(name: str) -> bool:
    """Whether a name in a class changes nothing of what reading a field, or a call, means."""
    if name.startswith("__"):
        return name in PLAIN
    return name not in SPOKEN_FOR and name not in vocabulary().attributes


def _is_text(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
