"""A function as the circuit of what it computes: one statement a gate, as far as it was executed.

Each operation of an expression becomes a gate with a name for its value. Constants are part of their gate
(`2 * x` is the gate `*2`), and so is all that is no number with a gradient: shapes, indices, conditions. The
branch that was taken is all that there is, and the turns of a loop stand one behind the other.
"""

from __future__ import annotations

import ast
import contextlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NoReturn

from codegen.parse import Module, dotted
from codegen.problems import Refused, problem_at
from codegen.scopes import arguments, free
from codegen.sites import function_in
from codegen.trees import Transformer, copied, walk
from codegen.wires import Decomposed, Gate, Seen, Span, span

MOST = 200  # gates
SIGNS: Mapping[type[ast.operator], str] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
    ast.Pow: "**",
    ast.MatMult: "@",
    ast.FloorDiv: "//",
    ast.Mod: "%",
}
SHORT = {"maximum": "max", "minimum": "min", "matmul": "@", "dot": "@", "negative": "*-1", "square": "**2"}
LONGEST = 12  # characters of a sign


def decomposed(module: Module, name: str, seen: Seen) -> Decomposed:
    """The circuit of a function of a module. Raises `Refused` where a statement has none."""
    node = function_in(ast.parse(module.text), name)
    assert node is not None
    return _Decomposer(module, node, seen).whole()


@dataclass(frozen=True)
class _Value:
    """What an expression is in the circuit: the expression of wires, and which ones it reads.

    It has a name if it is one `wire`; what reads none is fixed.
    """

    expr: ast.expr
    inputs: tuple[str, ...] = ()
    wire: str = ""


class _Break(Exception):
    """A loop was left."""


class _Continue(Exception):
    """A turn was left."""


class _Return(Exception):
    """The function was left."""


class _Decomposer:
    """Goes through the statements in the order in which they were executed."""

    def __init__(self, module: Module, node: ast.FunctionDef, seen: Seen) -> None:
        self.module, self.node, self.seen = module, node, seen
        self.ways = iter(seen.ways)
        self.known: dict[str, _Value] = {}
        self.items: dict[tuple[str, str], _Value] = {}
        self.names: dict[str, str] = {}
        self.inputs: dict[str, Span] = {}
        self.gates: list[Gate] = []
        self.outputs: list[str] = []
        self.lines: list[str] = []
        self.stem = "v"
        while self.stem in module.text:
            self.stem += "v"
        self.count = 0
        self.only_items = _only_read_by(node, ast.Subscript)
        self.only_fields = _only_read_by(node, ast.Attribute)

    def whole(self) -> Decomposed:
        """All of it."""
        for argument in arguments(self.node):
            name = argument.arg
            self.known[name] = (
                _Value(_name(name)) if name in self.seen.plain else _Value(_name(name), (name,), name)
            )
            self.names[name] = name
        with contextlib.suppress(_Return):
            self._statements(self.node.body)
        read = [*(wire for gate in self.gates for wire in gate.inputs), *self.outputs]
        given = {argument.arg for argument in arguments(self.node)} | {*self.inputs}
        inputs = tuple(wire for wire in dict.fromkeys(read) if wire in given)
        gates, outputs = tuple(self.gates), tuple(self.outputs)
        return Decomposed(self._text(), inputs, gates, outputs, self.names, self.inputs)

    def _text(self) -> str:
        """The module with the function taken apart."""
        head = copied(self.node.args)
        for argument in walk(head):
            if isinstance(argument, ast.arg) and argument.arg in self.seen.annotations:
                argument.annotation = ast.Constant(self.seen.annotations[argument.arg])
                if argument.annotation.value == "float":
                    argument.annotation = _name("float")
        indent = " " * self.node.col_offset
        lines = [f"{indent}def {self.node.name}({ast.unparse(head)}):"]
        lines += [f"{indent}    {line}" for line in self.lines]
        all_lines = self.module.text.split("\n")
        first = min([self.node.lineno, *(one.lineno for one in self.node.decorator_list)])
        kept = [one for one in self.node.decorator_list if getattr(one, "id", "") in ("staticmethod",)]
        lines = [f"{indent}@{ast.unparse(one)}" for one in kept] + lines
        return "\n".join([*all_lines[: first - 1], *lines, *all_lines[self.node.end_lineno or first :]])

    def _fresh(self) -> str:
        self.count += 1
        return f"{self.stem}{self.count}"

    def _put(self, line: str, node: ast.AST) -> None:
        stops = getattr(node, "lineno", 0) in self.module.stops
        self.lines.append(line + ("  # backprop: stop" if stops else ""))

    # Statements

    def _statements(self, body: Sequence[ast.stmt]) -> None:
        for node in body:
            self._statement(node)

    def _statement(self, node: ast.stmt) -> None:
        if isinstance(node, ast.Assign):
            value = self._value(node.value)
            if len(node.targets) > 1:
                value = self._named(value, node.value)
                self.names.setdefault(value.wire, "")  # it is one value, whatever is taken out of it
            for target in node.targets:
                self._bind(target, value, node.value)
        elif isinstance(node, ast.AnnAssign) and node.value is not None:
            self._bind(node.target, self._value(node.value), node.value)
        elif isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name):
            left = ast.copy_location(_name(node.target.id), node.target)
            self._bind(node.target, self._value(_placed(ast.BinOp(left, node.op, node.value), node)), node)
        elif isinstance(node, ast.Return):
            self._give(node)
        elif isinstance(node, (ast.If, ast.For, ast.While, ast.Break, ast.Continue)):
            self._control(node)
        elif isinstance(node, ast.Expr) and (grown := self._grown(node.value)) is not None:
            self.known[grown[0]] = grown[1]
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            self._put(ast.unparse(node), node)
        elif isinstance(node, ast.With) and all(self._is_errstate(item) for item in node.items):
            self._statements(node.body)
        elif not self._says_nothing(node):
            self._refuse(node, _what(node))

    def _grown(self, call: ast.expr) -> tuple[str, _Value] | None:
        """The name of a list that `xs.append(v)` makes longer, and the longer list."""
        method = call.func if isinstance(call, ast.Call) and len(call.args) == 1 else None
        if not isinstance(method, ast.Attribute) or not isinstance(method.value, ast.Name):
            return None
        whole = self.known.get(method.value.id, _Value(method.value))
        if method.attr != "append" or not isinstance(whole.expr, ast.List) or not isinstance(call, ast.Call):
            return None
        item = self._value(call.args[0])
        item = item if _items(item) is not None else self._named(item, call.args[0])
        elements = [*whole.expr.elts, item.expr]
        return method.value.id, _Value(ast.List(elements, ast.Load()), whole.inputs + item.inputs)

    def _says_nothing(self, node: ast.stmt) -> bool:
        """Whether a statement computes nothing: a docstring, `print(x)`, an assertion."""
        if isinstance(node, (ast.Pass, ast.Assert)) or (isinstance(node, ast.AnnAssign) and not node.value):
            return True
        value = node.value if isinstance(node, ast.Expr) else None
        prints = isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id == "print"
        return isinstance(value, ast.Constant) or prints

    def _is_errstate(self, item: ast.withitem) -> bool:
        call = item.context_expr
        name = dotted(call.func, self.module.imports) if isinstance(call, ast.Call) else None
        return item.optional_vars is None and (name or "").endswith("numpy.errstate")

    def _control(self, node: ast.If | ast.For | ast.While | ast.Break | ast.Continue) -> None:
        if isinstance(node, ast.Break):
            raise _Break
        if isinstance(node, ast.Continue):
            raise _Continue
        head = node.iter if isinstance(node, ast.For) else node.test
        if any(isinstance(part, ast.NamedExpr) for part in walk(head)):
            self._refuse(head, "a value that is given a name in an expression")
        if isinstance(node, ast.If):
            self._statements(node.body if next(self.ways) else node.orelse)
            return
        try:
            for item in self._turns(node):
                if isinstance(node, ast.For):
                    self._bind(node.target, item, node.iter)
                try:
                    self._statements(node.body)
                except _Continue:
                    continue
        except _Break:
            return
        self._statements(node.orelse)

    def _turns(self, node: ast.For | ast.While) -> Iterator[_Value]:
        """What a loop goes over, turn by turn."""
        if isinstance(node, ast.While):
            while next(self.ways):
                yield _Value(ast.Constant(None))
            return
        items: Sequence[Any] = next(self.ways)
        over = self._gone_over(node.iter, len(items))
        for at, item in enumerate(items):
            if _is_literal(item):
                yield _Value(ast.Constant(item) if not isinstance(item, tuple) else _literal(item))
            else:
                yield self._item(node, over, at, item)

    def _gone_over(self, node: ast.expr, count: int) -> Any:
        """What the items of a loop are items of: a value, or several side by side."""
        name = node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else ""
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "items":
            return self._named(self._value(node.func.value), node), 0, 0
        if not isinstance(node, ast.Call) or name not in ("enumerate", "zip", "reversed", "range"):
            return self._gone_over_whole(node), 1, 0
        if name == "range":
            return None
        if name == "reversed":
            return self._gone_over_whole(node.args[0]), -1, count - 1
        if any(isinstance(part, ast.Starred) for part in node.args):
            self._refuse(node, "what is taken apart in a call")
        if name == "zip":
            return [self._gone_over(part, count) for part in node.args]
        starts = [*node.args[1:], *(word.value for word in node.keywords)]
        first = starts[0].value if starts and isinstance(starts[0], ast.Constant) else 0
        return [first, self._gone_over(node.args[0], count)]

    def _gone_over_whole(self, node: ast.expr) -> _Value:
        value = self._value(node)
        return value if _items(value) is not None else self._named(value, node)

    def _item(self, node: ast.For, over: Any, at: int, item: Any) -> _Value:
        """An item of what a loop goes over; a tuple of items side by side."""
        if isinstance(over, int):
            return _Value(ast.Constant(over + at))
        if isinstance(over, list):
            parts = [self._item(node, part, at, one) for part, one in zip(over, item)]
            wires = tuple(wire for part in parts for wire in part.inputs)
            return _Value(ast.Tuple([part.expr for part in parts], ast.Load()), wires)
        if over is None:
            return _Value(ast.Constant(item))
        value, step, start = over
        if not step:  # keys and values of a dict
            key = ast.Constant(item[0])
            part = self._part(value, key, node.iter)
            return _Value(ast.Tuple([key, part.expr], ast.Load()), part.inputs)
        place = ast.Constant(start + step * at)
        return self._part(value, place, node.iter)

    def _bind(self, target: ast.expr, value: _Value, node: ast.AST) -> None:
        if isinstance(target, ast.Name):
            # A list or tuple that is written out is what its items are.
            value = value if _items(value) is not None else self._named(value, node)
            self.known[target.id] = value
            if value.wire:
                self.names[value.wire] = self.names.get(value.wire) or target.id
        elif isinstance(target, (ast.Tuple, ast.List)):
            parts = list(self._parts(value, len(target.elts), node))
            for part, one in zip(target.elts, parts):
                if isinstance(part, ast.Starred):
                    self._refuse(part, "what is left of a list")
                self._bind(part, one, node)
        else:
            self._refuse(target, "a write into a value")

    def _parts(self, value: _Value, count: int, node: ast.AST) -> Iterator[_Value]:
        """The items of a value that is taken apart."""
        items = _items(value)
        if items is not None:
            if len(items) != count:
                self._refuse(node, "a value that is taken apart into another number of names")
            yield from items
            return
        last_made = self.gates[-1].outputs if self.gates else ()
        if value.wire and value.wire not in self.names and last_made == (value.wire,):
            last, wires = self.gates.pop(), tuple(self._fresh() for _ in range(count))
            self.gates.append(Gate(last.sign, last.line, last.told, last.inputs, wires, last.span))
            self.lines[-1] = f"{', '.join(wires)} = {self.lines[-1].partition(' = ')[2]}"
            yield from (_Value(_name(wire), (wire,), wire) for wire in wires)
            return
        value = self._named(value, node)
        for at in range(count):
            yield self._part(value, ast.Constant(at), node)

    def _part(self, value: _Value, place: ast.expr, node: ast.AST) -> _Value:
        items = _items(value)
        at = _whole_number(place)
        if items is not None and at is not None and -len(items) <= at < len(items):
            return items[at]
        whole = ast.Subscript(value.expr, place, ast.Load())
        if not value.inputs:
            return _Value(whole)
        return self._gate(f"[{ast.unparse(place)}]", whole, value.inputs, node)

    def _give(self, node: ast.Return) -> None:
        parts: list[_Value] = []
        if node.value is not None:
            several = isinstance(node.value, ast.Tuple)
            values = node.value.elts if isinstance(node.value, ast.Tuple) else [node.value]
            parts = [self._named(self._value(part), part) for part in values]
            texts = [ast.unparse(part.expr) for part in parts]
            self._put(f"return ({', '.join(texts)},)" if several else f"return {texts[0]}", node)
        self.outputs = list(dict.fromkeys(part.wire for part in parts if part.wire))
        raise _Return

    # Expressions

    def _named(self, value: _Value, node: ast.AST) -> _Value:
        """A value with a name: that of its wire, or of what is fixed."""
        if value.wire or isinstance(value.expr, (ast.Name, ast.Constant)):
            return value
        if value.inputs:
            return self._gate(_shortened(ast.unparse(node), "[ ]"), value.expr, value.inputs, node)
        name = self._fresh()
        self._put(f"{name} = {ast.unparse(value.expr)}", node)
        return _Value(_name(name))

    def _gate(self, sign: str, expr: ast.expr, inputs: tuple[str, ...], node: ast.AST) -> _Value:
        wire = self._fresh()
        if len(self.gates) >= MOST:
            self._refuse(
                node, f"more than {MOST} gates", f"what is executed here makes more than {MOST} gates"
            )
        place = span(node) if isinstance(node, ast.expr) else (0, 0, 0, 0)
        line = getattr(node, "lineno", 0)
        self.gates.append(Gate(sign, line, ast.unparse(node), inputs, (wire,), place))
        self._put(f"{wire} = {ast.unparse(expr)}", node)
        return _Value(_name(wire), (wire,), wire)

    def _value(self, node: ast.expr) -> _Value:
        """What an expression is, with gates for its operations."""
        names = free(node) & self.known.keys()
        if isinstance(node, ast.Name):
            return self.known.get(node.id, _Value(node))
        if span(node) in self.seen.fixed or not names:
            return _Value(self._put_in(node))
        if isinstance(node, (ast.BinOp, ast.UnaryOp)):
            return self._operation(node)
        if isinstance(node, ast.Call) and not any(isinstance(one, ast.Starred) for one in node.args):
            return self._call(node)
        if isinstance(node, ast.Subscript) and not isinstance(node.slice, ast.NamedExpr):
            return self._subscript(node)
        if isinstance(node, ast.Attribute):
            base = node.value.id if isinstance(node.value, ast.Name) else ""
            if base in self.only_fields & self.seen.holders and self.known[base].wire == base:
                return self._input(base, f".{node.attr}", ast.Attribute(_name(base), node.attr), node)
            whole = self._named(self._value(node.value), node.value)
            expr = ast.Attribute(whole.expr, node.attr, ast.Load())
            sign = node.attr if node.attr == "T" else f".{node.attr}"
            return self._gate(sign, expr, whole.inputs, node) if whole.inputs else _Value(expr)
        if isinstance(node, (ast.List, ast.Tuple)) and not any(
            isinstance(one, ast.Starred) for one in node.elts
        ):
            parts = [self._value(part) for part in node.elts]
            exprs = [part.expr for part in parts]
            made = ast.List(exprs, ast.Load()) if isinstance(node, ast.List) else ast.Tuple(exprs, ast.Load())
            return _Value(made, tuple(wire for part in parts for wire in part.inputs))
        return self._as_it_stands(node)

    def _as_it_stands(self, node: ast.expr) -> _Value:
        """An expression that is one gate, whatever is in it."""
        if any(isinstance(part, (ast.NamedExpr, ast.Await, ast.Yield, ast.YieldFrom)) for part in walk(node)):
            self._refuse(node, "a value that is given a name in an expression")
        values = [self.known[name] for name in sorted(free(node)) if name in self.known]
        inputs = tuple(wire for value in values for wire in value.inputs)
        sign = "if" if isinstance(node, ast.IfExp) else _shortened(ast.unparse(node), "...")
        return self._gate(sign, self._put_in(node), inputs, node) if inputs else _Value(self._put_in(node))

    def _operation(self, node: ast.BinOp | ast.UnaryOp) -> _Value:
        if isinstance(node, ast.UnaryOp):
            value = self._value(node.operand)
            if isinstance(node.op, ast.UAdd) and value.wire:
                return value
            if not isinstance(node.op, ast.USub):
                return self._as_it_stands(node)
            expr: ast.expr = ast.UnaryOp(node.op, value.expr)
            return self._gate("*-1", expr, value.inputs, node) if value.inputs else _Value(expr)
        left, right = self._value(node.left), self._value(node.right)
        both = [_items(left), _items(right)]
        if isinstance(node.op, ast.Add) and both[0] is not None and both[1] is not None:
            return _list_of(both[0] + both[1])
        expr, inputs = ast.BinOp(left.expr, node.op, right.expr), left.inputs + right.inputs
        if not inputs:
            return _Value(expr)
        sign = SIGNS.get(type(node.op), "?")
        if left.wire and left.wire == right.wire:
            sign = f"x{sign}x"
        elif not right.inputs:
            sign += self._shown(right, node.right)
        elif not left.inputs:
            shown = self._shown(left, node.left)
            sign = f"{sign}{shown}" if isinstance(node.op, (ast.Add, ast.Mult)) else f"{shown}{sign}x"
        return self._gate(sign, expr, inputs, node)

    def _shown(self, value: _Value, node: ast.expr) -> str:
        """How what is fixed stands in the sign of a gate."""
        constant = value.expr
        if isinstance(constant, ast.Constant) and isinstance(constant.value, float):
            number = constant.value
            return str(int(number)) if number.is_integer() and abs(number) < 1e6 else repr(number)
        text = ast.unparse(constant if isinstance(constant, ast.Constant) else node)
        simple = isinstance(node, (ast.Name, ast.Constant, ast.Attribute)) or text.startswith("-")
        return _shortened(text if simple else f"({text})", "c")

    def _call(self, node: ast.Call) -> _Value:
        inputs: tuple[str, ...] = ()
        function: ast.expr = node.func
        name = ast.unparse(function).rpartition(".")[2] if isinstance(function, ast.Attribute) else ""
        name = function.id if isinstance(function, ast.Name) else name
        if name == self.node.name and isinstance(function, ast.Name):
            self._refuse(node, "a call of the function itself")
        whole_parts = (ast.GeneratorExp, ast.Lambda)
        if not isinstance(function, (ast.Name, ast.Attribute)) or name in self.known:
            return self._as_it_stands(node)
        if any(isinstance(part, whole_parts) for part in node.args):
            return self._as_it_stands(node)
        if isinstance(function, ast.Attribute) and free(function.value) & self.known.keys():
            whole = self._named(self._value(function.value), function.value)
            function, inputs = ast.Attribute(whole.expr, function.attr, ast.Load()), whole.inputs
        values = [self._value(part) for part in node.args]
        words = [(word.arg, self._value(word.value)) for word in node.keywords]
        for value in [*values, *(value for _, value in words)]:
            inputs += value.inputs
        keywords = [ast.keyword(arg, value.expr) for arg, value in words]
        expr = ast.Call(function, [value.expr for value in values], keywords)
        if not inputs:
            return _Value(expr)
        sign = name if name in self.module.functions else SHORT.get(name, name)
        if not all(value.inputs for value in values) and len(values) > 1:
            shown = (
                "x" if value.inputs else self._shown(value, part) for value, part in zip(values, node.args)
            )
            sign = _shortened(f"{sign}({', '.join(shown)})", sign)
        return self._gate(sign, expr, inputs, node)

    def _subscript(self, node: ast.Subscript) -> _Value:
        place = self._put_in(node.slice)
        text = ast.unparse(ast.Subscript(_name("x"), place, ast.Load()))[2:-1]
        base = node.value.id if isinstance(node.value, ast.Name) else ""
        whole = self._value(node.value)
        items, at = _items(whole), _whole_number(place)
        if items is not None and at is not None and -len(items) <= at < len(items):
            return items[at]
        if items is not None and isinstance(place, ast.Slice) and isinstance(whole.expr, ast.List):
            ends = [None if end is None else _whole_number(end) for end in (place.lower, place.upper)]
            if place.step is None and all(
                (a is None) == (b is None) for a, b in zip(ends, (place.lower, place.upper))
            ):
                return _list_of(items[ends[0] : ends[1]])
        whole = self._named(whole, node.value)
        expr = ast.Subscript(whole.expr, place, ast.Load())
        if not whole.inputs:
            return _Value(expr)
        if base in self.only_items and whole.wire == base and text.lstrip("-").isdecimal():
            return self._input(base, f"[{text}]", expr, node)
        return self._gate(_shortened(f"[{text}]", "[...]"), expr, whole.inputs, node)

    def _input(self, base: str, part: str, expr: ast.expr, node: ast.expr) -> _Value:
        """A part of an argument as an input of its own, where only parts of it are read."""
        if (base, part) not in self.items:
            wire = self._fresh()
            self._put(f"{wire} = {ast.unparse(expr)}", node)
            self.inputs[wire] = span(node)
            self.names[wire] = f"{base}{part}"
            self.items[base, part] = _Value(_name(wire), (wire,), wire)
        return self.items[base, part]

    def _put_in(self, node: ast.expr) -> ast.expr:
        """An expression with wires, and what is fixed, in the place of names."""
        given = {name: self.known[name].expr for name in free(node) if name in self.known}
        bound = {part.arg for part in walk(node) if isinstance(part, ast.arg)}
        stored = {
            part.id for part in walk(node) if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store)
        }
        if given.keys() & (bound | stored):
            self._refuse(node, "an expression in which a name means two things")
        made: ast.expr = _PutIn(given).visit(copied(node))
        return made

    def _refuse(self, node: ast.AST, what: str, told: str = "") -> NoReturn:
        message = told or f"{what} is nothing that a circuit can show"
        way = "draw a part of it: a function of its own, with one value a name, is shown as it stands"
        raise Refused([problem_at("E014", node, message, way)])


class _PutIn(Transformer):
    """Puts expressions in the place of names."""

    def __init__(self, given: Mapping[str, ast.expr]) -> None:
        self.given = given

    def visit_Name(self, node: ast.Name) -> ast.expr:
        """A name, or what is put in its place."""
        return copied(self.given[node.id]) if node.id in self.given else node


def _only_read_by(function: ast.FunctionDef, of: type[ast.Subscript | ast.Attribute]) -> frozenset[str]:
    """The arguments of which only items, or fields, are read."""
    names = {part.arg for part in walk(function.args) if isinstance(part, ast.arg)}
    bases = {id(part.value) for part in walk(function) if isinstance(part, of)}
    read = (part for part in walk(function) if isinstance(part, ast.Name))
    return frozenset(names - {part.id for part in read if id(part) not in bases})


def _items(value: _Value) -> list[_Value] | None:
    """The items of a list or tuple that is written out."""
    if value.wire or not isinstance(value.expr, (ast.List, ast.Tuple)):
        return None
    found = []
    for part in value.expr.elts:
        read = tuple(name.id for name in walk(part) if isinstance(name, ast.Name) and name.id in value.inputs)
        found.append(_Value(part, read, read[0] if isinstance(part, ast.Name) and read else ""))
    return found


def _list_of(items: Sequence[_Value]) -> _Value:
    """A list that is written out."""
    inputs = tuple(wire for item in items for wire in item.inputs)
    return _Value(ast.List([item.expr for item in items], ast.Load()), inputs)


def _whole_number(node: ast.expr) -> int | None:
    """The number that an index is, if it is one."""
    sign = -1 if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub) else 1
    number = node.operand if isinstance(node, ast.UnaryOp) and sign < 0 else node
    value = number.value if isinstance(number, ast.Constant) else None
    return sign * value if type(value) is int else None


def _is_literal(item: Any) -> bool:
    if isinstance(item, tuple):
        return all(map(_is_literal, item))
    return item is None or isinstance(item, (int, str, bool))


def _literal(item: tuple[Any, ...]) -> ast.expr:
    return ast.parse(repr(item), mode="eval").body


def _name(name: str) -> ast.Name:
    return ast.Name(name, ast.Load())


def _placed(new: ast.expr, old: ast.AST) -> ast.expr:
    return ast.copy_location(new, old)


def _shortened(text: str, otherwise: str) -> str:
    return text if len(text) <= LONGEST and "\n" not in text else otherwise


def _what(node: ast.stmt) -> str:
    """What a statement is called that has no place in a circuit."""
    if isinstance(node, (ast.AugAssign, ast.Delete)):
        return "a write into a value"
    if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
        return "a definition in a function"
    if isinstance(node, ast.Expr):
        return "a call that may write into a value"
    return f"a statement with `{type(node).__name__.lower()}`"
