"""Which expressions are instances of the module's classes: as far as the text of a function tells.

A type is the name of a class that holds values, or `[` or `{` in front of a type: a list (or a tuple)
of such, a dict of such. What may be something else has none.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

from codegen.parse import Module, dotted
from codegen.scopes import arguments
from codegen.trees import walk

SEQUENCES = ("list", "tuple", "List", "Tuple", "Sequence", "Iterable")
DICTS = ("dict", "Dict", "Mapping")
NOTHING = ast.Constant(None)


class Types:
    """The types of a module's functions, methods and expressions."""

    def __init__(self, module: Module) -> None:
        self.module = module
        self.open: set[int] = set()
        self.known: dict[int, Mapping[str, str]] = {}

    def annotated(self, node: ast.expr | None, own: str = "") -> str:
        """The type that an annotation means; `own` is the class that it stands in."""
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            try:
                node = ast.parse(node.value, mode="eval").body
            except (SyntaxError, ValueError, RecursionError, MemoryError):
                return ""
        if isinstance(node, ast.Name):
            return own if node.id == "Self" else node.id if node.id in self.module.records else ""
        if not isinstance(node, ast.Subscript) or not isinstance(node.value, (ast.Name, ast.Attribute)):
            return ""
        word = node.value.id if isinstance(node.value, ast.Name) else node.value.attr
        parts = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
        inner = {self.annotated(part, own) for part in parts if not isinstance(part, ast.Constant)}
        if word in SEQUENCES and len(inner) == 1:
            return _of("[", inner.pop())
        return _of("{", self.annotated(parts[-1], own)) if word in DICTS and len(parts) == 2 else ""

    def inside(self, function: ast.FunctionDef, own: str = "") -> Mapping[str, str]:
        """The types of the names in a function, which may be a method of the class `own`."""
        if id(function) not in self.known:
            given = _bindings(function)
            names: dict[str, str] = {}
            while True:  # what a name is given first says what it is, unless something else does not fit
                found = {name: _first(self._given(v, names, own) for v in vs) for name, vs in given.items()}
                if found == names:
                    break
                names = found
            while True:
                found = {n: t for n, t in names.items() if self._agree(given[n], t, names, own)}
                if found == names:
                    break
                names = found
            self.known[id(function)] = {name: kind for name, kind in names.items() if kind}
        return self.known[id(function)]

    def _agree(self, values: list[ast.expr | ast.arg], kind: str, names: Mapping[str, str], own: str) -> bool:
        return all(self._given(value, names, own) == kind for value in values)

    def _given(self, value: ast.expr | ast.arg, names: Mapping[str, str], own: str) -> str:
        if isinstance(value, ast.arg):
            return own if getattr(value, "receiver", False) else self.annotated(value.annotation, own)
        if isinstance(value, ast.Starred):  # an item of what stands here
            return self.of(value.value, names)[1:]
        return self.of(value, names)

    def of(self, node: ast.expr, names: Mapping[str, str]) -> str:
        """The type of an expression; nothing where it is not known."""
        if isinstance(node, ast.Name):
            return names.get(node.id, "")
        if isinstance(node, ast.Attribute):
            return self._of_attribute(self.of(node.value, names), node.attr)
        if isinstance(node, ast.Subscript):
            whole = self.of(node.value, names)
            return whole if isinstance(node.slice, ast.Slice) else whole[1:]
        if isinstance(node, ast.Call):
            return self._of_call(node, names)
        if isinstance(node, ast.IfExp):
            return _common([self.of(node.body, names), self.of(node.orelse, names)])
        if isinstance(node, (ast.List, ast.Tuple)):
            return _of("[", _common([self.of(item, names) for item in node.elts]))
        if isinstance(node, ast.ListComp):
            return _of("[", self.of(node.elt, names))
        if isinstance(node, ast.Dict):
            return _of("{", _common([self.of(item, names) for item in node.values]))
        return ""

    def _of_attribute(self, whole: str, name: str) -> str:
        record = self.module.records.get(whole)
        if record is None:
            return ""
        if name in record.methods:
            return self.returned(record.methods[name], whole) if is_property(record.methods[name]) else ""
        fields = {field.name: field.annotation for field in record.fields}
        text = (fields.get(name) or "").lstrip('"')
        return self.annotated(ast.Constant(text)) if text else ""

    def _of_call(self, node: ast.Call, names: Mapping[str, str]) -> str:
        function, module = node.func, self.module
        if isinstance(function, ast.Name) and function.id not in names:
            if function.id in module.records:
                return function.id
            if function.id in ("reversed", "sorted", "list", "tuple") and len(node.args) == 1:
                whole = self.of(node.args[0], names)
                return whole if whole.startswith("[") else ""
            known = module.functions.get(function.id)
            return self.returned(known.node) if known is not None else ""
        if dotted(function, module.imports) == "dataclasses.replace" and node.args:
            return self.of(node.args[0], names)
        if isinstance(function, ast.Name):
            record = module.records.get(names[function.id])
            method = record.methods.get("__call__") if record is not None else None
            return self.returned(method, names[function.id]) if method is not None else ""
        if isinstance(function, ast.Attribute):
            whole = self.of(function.value, names)
            if isinstance(function.value, ast.Name) and function.value.id not in names:
                whole = function.value.id
            if whole.startswith("{") and function.attr == "values":
                return "[" + whole[1:]
            record = module.records.get(whole)
            if record is None:
                return ""
            if function.attr == "_replace":
                return whole
            method = record.methods.get(function.attr)
            return self.returned(method, whole) if method is not None else ""
        return ""

    def returned(self, function: ast.FunctionDef, own: str = "") -> str:
        """The type of what a function, or a method of the class `own`, gives."""
        if function.returns is not None or id(function) in self.open:
            return self.annotated(function.returns, own)
        self.open.add(id(function))
        values = [part.value for part in walk(function) if isinstance(part, ast.Return)]
        names = self.inside(function, own)
        found = _common([self.of(value or NOTHING, names) for value in values])
        self.open.discard(id(function))
        return found


def is_property(method: ast.FunctionDef) -> bool:
    """Whether a method is read as if it were a field."""
    return [ast.unparse(d) for d in method.decorator_list] == ["property"]


def _bindings(function: ast.FunctionDef) -> dict[str, list[ast.expr | ast.arg]]:
    """What each name of a function, and of those in it, is given; None for what is not known."""
    found: dict[str, list[ast.expr | ast.arg]] = {}
    seen: set[int] = set()

    def give(target: ast.expr, value: ast.expr) -> None:
        if isinstance(target, ast.Name):
            seen.add(id(target))
            found.setdefault(target.id, []).append(value)
        elif isinstance(target, (ast.Tuple, ast.List)):
            alike = isinstance(value, (ast.Tuple, ast.List)) and len(value.elts) == len(target.elts)
            for number, part in enumerate(target.elts):
                item = ast.Subscript(value, ast.Constant(number), ast.Load())
                give(part, value.elts[number] if alike else item)  # type: ignore[attr-defined]

    for part in walk(function):
        if isinstance(part, ast.Assign):
            for target in part.targets:
                give(target, part.value)
        elif isinstance(part, (ast.AnnAssign, ast.NamedExpr)) and part.value is not None:
            give(part.target, part.value)
        elif isinstance(part, (ast.For, ast.comprehension)):
            for target, value in _turns(part.target, part.iter):
                give(target, value)
        elif isinstance(part, (ast.FunctionDef, ast.Lambda)):
            for arg in arguments(part):
                found.setdefault(arg.arg, []).append(arg)
            if isinstance(part, ast.FunctionDef) and part is not function:
                found.setdefault(part.name, []).append(NOTHING)
    for part in walk(function):
        if isinstance(part, ast.Name) and not isinstance(part.ctx, ast.Load) and id(part) not in seen:
            found.setdefault(part.id, []).append(NOTHING)
    return found


def _turns(target: ast.expr, over: ast.expr) -> Iterator[tuple[ast.expr, ast.expr]]:
    """What each turn of a loop gives to what."""
    call = over if isinstance(over, ast.Call) else None
    word = call.func.id if call is not None and isinstance(call.func, ast.Name) else ""
    parts = target.elts if isinstance(target, (ast.Tuple, ast.List)) else []
    if call is not None and word == "enumerate" and len(parts) == 2 and call.args:
        yield from ((parts[0], NOTHING), *_turns(parts[1], call.args[0]))
    elif call is not None and word == "zip" and len(parts) == len(call.args):
        for part, sequence in zip(parts, call.args):
            yield from _turns(part, sequence)
    elif call is not None and isinstance(call.func, ast.Attribute) and call.func.attr == "items":
        if len(parts) == 2:
            values = ast.Call(ast.Attribute(call.func.value, "values", ast.Load()), [], [])
            yield from ((parts[0], NOTHING), *_turns(parts[1], values))
    else:
        yield target, ast.Starred(over, ast.Load())


def _of(what: str, inner: str) -> str:
    return what + inner if inner else ""


def _first(kinds: Iterator[str]) -> str:
    return next((kind for kind in kinds if kind), "")


def _common(kinds: list[str]) -> str:
    return kinds[0] if kinds and all(kind == kinds[0] for kind in kinds) else ""
