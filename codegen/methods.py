"""Methods of classes that hold values, as functions that take the instance first.

`layer.forward(x)` is a call of the method that the class of `layer` has: one of a single expression is
written out there, another one becomes a function of the module, `layer_forward(layer, x)`. So does
reading a property. Where the class is not known, or another one that is made of it has a method of the
same name, the call stands as it is, and is refused later.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from dataclasses import replace

from codegen.classes import Types, is_property
from codegen.inline import Cannot, at_call
from codegen.knowledge import vocabulary
from codegen.parse import (
    Function,
    Module,
    Pragmas,
    Record,
    annotation_text,
    dotted,
    parameters_of,
    syntax_tree,
)
from codegen.scopes import SCOPES, arguments, bound, free
from codegen.trees import Transformer, copied, walk

ANY = ("float", "int", "bool", "numpy.ndarray", "numpy.typing.NDArray")
KINDS = ("", "staticmethod", "classmethod", "property")
OF_BUILTINS = frozenset(name for of in (list, tuple, dict, str, float, set) for name in dir(of))


def with_methods(module: Module) -> Module:
    """The module with calls of methods as calls of functions, or as what these compute."""
    return _Methods(module).run() if module.records else module


class _Methods:
    """Goes through a module; `functions` are the methods as functions, by class and name."""

    def __init__(self, module: Module) -> None:
        self.module, self.types = module, Types(module)
        self.elsewhere = _methods_of_others(module)
        self.functions: dict[tuple[str, str], Function | None] = {}
        self.taken = {*module.functions, *module.constants, *module.imports, *module.unusable}
        self.taken |= {f"{name}_{end}" for name in module.functions for end in ("forward", "backward")}
        for function in module.functions.values():
            self.taken |= {part.id for part in walk(function.node) if isinstance(part, ast.Name)}
            self.taken |= {part.arg for part in walk(function.node) if isinstance(part, ast.arg)}
        for record in module.records.values():
            for method in record.methods.values():
                for arg in arguments(method):
                    arg.receiver = False  # type: ignore[attr-defined]
                if kind_of(method) in ("", "property") and method.args.args:
                    method.args.args[0].receiver = True  # type: ignore[attr-defined]

    def run(self) -> Module:
        """The module with its methods as functions, before those that it has."""
        names = {}
        for record in self.module.records.values():
            for method in record.methods:
                function = self.function(record.name, method)
                if function is not None:
                    names[f"{record.name}.{method}"] = function.name
        own = {name: self.rewritten(f, "") for name, f in self.module.functions.items()}
        made = {f.name: f for f in self.functions.values() if f is not None}
        return replace(self.module, functions={**made, **own}, methods=names)

    def rewritten(self, function: Function, own: str) -> Function:
        """A function in which what methods are called for is clear; `own` is the class whose method it is."""
        names = self.types.inside(function.node, own)
        node = copied(function.node)
        inside = (arg.arg for part in walk(node) if isinstance(part, SCOPES) for arg in arguments(part))
        parts = (part for part in walk(node) if isinstance(part, ast.Name))
        stored = (part.id for part in parts if not isinstance(part.ctx, ast.Load))
        calls = _Calls(self, names, frozenset([*bound(node), *inside, *stored]), own)
        node.body = [calls.statement(statement) for statement in node.body]
        return replace(function, node=node) if calls.anything else function

    def method(self, whole: str, name: str) -> ast.FunctionDef | None:
        """The method that an instance of a class has, if it is certain which one that is."""
        record = self.module.records.get(whole)
        found = record.methods.get(name) if record is not None else None
        others = [r for r in self.module.records.values() if self._is_of(r, whole)]
        if found is None or any(r.methods.get(name) is not found for r in others):
            return None
        return found

    def _is_of(self, record: Record, whole: str) -> bool:
        above = self.module.records.get(record.of)
        return record.of == whole or (above is not None and self._is_of(above, whole))

    def only_class_with(self, name: str) -> str:
        """The one class that has a method of a name, which nothing else has that a function may be given."""
        words = vocabulary()
        others = name in self.elsewhere or name in words.methods or name in words.attributes
        if name in OF_BUILTINS or others:
            return ""
        fields = {field.name for record in self.module.records.values() for field in record.fields}
        found = [r.name for r in self.module.records.values() if name in {*r.methods, *r.shared}]
        return found[0] if len(found) == 1 and name not in fields else ""

    def function(self, whole: str, name: str) -> Function | None:
        """A method as a function; None where it is none, or is not understood."""
        if (whole, name) not in self.functions:
            method = self.module.records[whole].methods[name]
            self.functions[whole, name] = None
            if kind_of(method) in KINDS and (not name.startswith("__") or name == "__call__"):
                self.functions[whole, name] = made = self._made(whole, name, method)
                self.functions[whole, name] = self.rewritten(made, whole)
        return self.functions[whole, name]

    def _made(self, whole: str, name: str, method: ast.FunctionDef) -> Function:
        node = copied(method)
        node.name, node.decorator_list = self._name(whole, name), []
        if node.args.args and node.args.args[0].receiver:  # type: ignore[attr-defined]
            node.args.args[0].annotation = ast.copy_location(ast.Name(whole, ast.Load()), node.args.args[0])
            node.args.args[0].made = True  # type: ignore[attr-defined]
        elif kind_of(method) == "classmethod" and node.args.args:
            first = node.args.args.pop(0).arg
            for part in walk(node):
                if isinstance(part, ast.Name) and part.id == first:
                    part.id = whole
        text = annotation_text(node.returns)
        return Function(node.name, parameters_of(node.args), text, node, Pragmas(), lifted=True)

    def _name(self, whole: str, name: str) -> str:
        """What a method is called as a function: `MLPLayer.forward` is `mlp_layer_forward`."""
        words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", whole).lower()
        wanted = f"{words}_{name.strip('_')}"
        while {wanted, f"{wanted}_forward", f"{wanted}_backward"} & self.taken:
            wanted += "_method"
        self.taken.add(wanted)
        return wanted

    def is_any(self, node: ast.expr | None) -> bool:
        """Whether an annotation says nothing of shapes."""
        text = ast.unparse(node) if node is not None else "float"
        known = dotted(node, self.module.imports) if node is not None else None
        return text in ANY or known in ANY or text.strip("'\"") in self.module.records


class _Calls(Transformer):
    """Puts functions, or what they compute, in the place of methods; `own` are names bound anywhere in it."""

    def __init__(self, work: _Methods, names: Mapping[str, str], own: frozenset[str], whole: str) -> None:
        self.work, self.names, self.own, self.whole = work, names, own, whole
        self.changed = self.anything = False

    def statement(self, statement: ast.stmt) -> ast.stmt:
        """A statement; it is marked where it is not what the source has any more."""
        before, self.changed = self.changed, False
        new = self.visit(statement)
        assert isinstance(new, ast.stmt)
        if self.changed:
            new.changed = self.anything = True  # type: ignore[attr-defined]
        self.changed = before
        return new

    def generic_visit(self, node: ast.AST) -> ast.AST:
        """The parts of a node; statements in it are marked by themselves."""
        for field, value in ast.iter_fields(node):
            if isinstance(value, list) and value and isinstance(value[0], ast.stmt):
                setattr(node, field, [self.statement(part) for part in value])
            elif isinstance(value, list):
                setattr(node, field, [self.visit(p) if isinstance(p, ast.AST) else p for p in value])
            elif isinstance(value, ast.AST):
                setattr(node, field, self.visit(value))
        return node

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        """A property that is read."""
        whole = self._class_of(node)
        node.value = self.visit(node.value)
        method = self.work.method(whole, node.attr)
        if method is None or not is_property(method) or not isinstance(node.ctx, ast.Load):
            return node
        return self._call(whole, node.attr, [node.value], [], node) or node

    def visit_For(self, node: ast.For) -> ast.AST:
        """A loop, which has a turn for each field where it goes over a named tuple."""
        node.iter = self._fields(node.iter)
        return self.generic_visit(node)

    def visit_comprehension(self, node: ast.comprehension) -> ast.AST:
        """A loop in an expression."""
        node.iter = self._fields(node.iter)
        return self.generic_visit(node)

    def _fields(self, over: ast.expr) -> ast.expr:
        """What a loop goes over, named tuples field by field."""
        record = self.work.module.records.get(self.work.types.of(over, self.names))
        word = over.func.id if isinstance(over, ast.Call) and isinstance(over.func, ast.Name) else ""
        if record is not None and record.is_tuple and isinstance(over, ast.Name):
            self.changed = True
            items: list[ast.expr] = [ast.Attribute(over, field.name, ast.Load()) for field in record.fields]
            return ast.copy_location(ast.Tuple(items, ast.Load()), over)
        if isinstance(over, ast.Call) and word in ("zip", "enumerate", "reversed") and word not in self.own:
            over.args = [self._fields(arg) for arg in over.args]
        return over

    def visit_Call(self, node: ast.Call) -> ast.expr:
        """A method that is called, on an instance or by its class."""
        node.args = [self.visit(arg) for arg in node.args]
        node.keywords = [self.visit(keyword) for keyword in node.keywords]
        function = node.func
        whole = self.work.types.of(function, self.names)
        if self.work.method(whole, "__call__") is not None:
            args = [self.visit(function), *node.args]
            return self._call(whole, "__call__", args, node.keywords, node) or node
        if not isinstance(function, ast.Attribute):
            return node
        of_class = self._is_class(function.value)
        if of_class and function.attr == "_make" and len(node.args) == 1 and not node.keywords:
            self.changed = True
            node.func = function.value
            node.args = [ast.copy_location(ast.Starred(node.args[0], ast.Load()), node)]
            return node
        whole = function.value.id if of_class else self._class_of(function)  # type: ignore[attr-defined]
        function.value = self.visit(function.value)
        method = self.work.method(whole, function.attr)
        kind = kind_of(method) if method is not None else "none"
        if kind not in ("", "staticmethod", "classmethod"):
            return node
        receiver = [] if of_class or kind else [function.value]
        return self._call(whole, function.attr, [*receiver, *node.args], node.keywords, node) or node

    def _is_class(self, node: ast.expr) -> bool:
        return isinstance(node, ast.Name) and node.id in self.work.module.records and node.id not in self.own

    def _class_of(self, node: ast.Attribute) -> str:
        """The class of what has a method or a property: as it is known, or as only one class has it."""
        whole, value = self.work.types.of(node.value, self.names), node.value
        imported = dotted(value, self.work.module.imports) and not self._is_own(value)
        of_module = isinstance(value, ast.Name) and value.id not in self.own
        if whole or imported or of_module:
            return whole
        return self.work.only_class_with(node.attr)

    def _is_own(self, node: ast.expr) -> bool:
        while isinstance(node, ast.Attribute):
            node = node.value
        return isinstance(node, ast.Name) and node.id in self.own

    def _call(
        self,
        whole: str,
        name: str,
        args: list[ast.expr],
        keywords: list[ast.keyword],
        place: ast.expr,
    ) -> ast.expr | None:
        """A call of a method as a function; written out, where that is one expression."""
        function = self.work.function(whole, name)
        if function is None:
            return None
        call = ast.Call(ast.copy_location(ast.Name(function.name, ast.Load()), place), args, keywords)
        self.changed = True
        return self._written_out(function, call) or ast.copy_location(call, place)

    def _written_out(self, function: Function, call: ast.Call) -> ast.expr | None:
        node = copied(function.node)
        args = list(arguments(node))
        lines = range(node.lineno, (node.end_lineno or node.lineno) + 1)
        plain = all(map(self.work.is_any, [*(arg.annotation for arg in args), node.returns]))
        made = any(isinstance(a, ast.Call) and self.work.types.of(a, self.names) for a in call.args)
        if not plain or made or self.work.module.stops & {*lines}:
            return None  # a field of an instance that has no name would be read of what makes it
        for arg in args:
            arg.annotation = None
        node.returns = None
        if free(ast.Module([*node.body], [])) - {arg.arg for arg in args} & self.own:
            return None
        try:
            return at_call(node, call, None)
        except Cannot:
            return None


def _methods_of_others(module: Module) -> frozenset[str]:
    """The names of methods of classes that are not known: what has such a one may be an instance of these."""
    classes = (node for node in syntax_tree(module.text)[0].body if isinstance(node, ast.ClassDef))
    others = (node for node in classes if node.name not in module.records)
    return frozenset(part.name for node in others for part in node.body if isinstance(part, ast.FunctionDef))


def kind_of(method: ast.FunctionDef) -> str:
    """Whether a method is a plain one (""), a property, or another one, by its decorator."""
    return " ".join(ast.unparse(decorator) for decorator in method.decorator_list)
