"""Calls that write into what they are given: `xs.append(v)`, `xs.pop()`, `np.add.at(x, i, y)`."""

from __future__ import annotations

import ast

from codegen.lower import Bind, Lowering
from codegen.parse import dotted
from codegen.terms import RESIZING, Term


class Changing(Lowering):
    """Lowers such calls, each a statement, as writes into part of a value."""

    def _is_resizing(self, node: ast.Expr) -> bool:
        """Lowers `xs.append(v)`, `xs.insert(i, v)` and `xs.pop(i)`, of a local list: its length changes.

        Where it is known that only it is filled, it may be an item: `bins[i].append(v)`.
        """
        call = node.value
        function = call.func if isinstance(call, ast.Call) else None
        if not isinstance(call, ast.Call) or not isinstance(function, ast.Attribute) or call.keywords:
            return False
        whole, sign = function.value, function.attr
        name = whole.value if getattr(node, "fills", False) and isinstance(whole, ast.Subscript) else whole
        if not isinstance(name, ast.Name) or name.id not in self.current or sign not in RESIZING:
            return False
        counts = {"append": (1,), "insert": (2,), "pop": (0, 1)}[sign]
        if len(call.args) not in counts or any(isinstance(arg, ast.Starred) for arg in call.args):
            return False
        given = call.args if sign == "pop" or len(call.args) == 1 else call.args[1:]
        value = self.reader.read(ast.copy_location(ast.Constant(None), node) if sign == "pop" else given[0])
        last: ast.expr = ast.copy_location(ast.UnaryOp(ast.USub(), ast.Constant(1)), node)
        place = last if sign == "append" or not call.args else call.args[0]
        item = ast.copy_location(ast.Subscript(whole, place, ast.Load()), node)
        part = self.reader.read(item)
        named = part.args[0] if name is whole else part.args[0].args[0]
        if sign != "pop":
            below = part.args[:1] if sign == "append" else part.args
            part = Term("last" if sign == "append" else "place", below, part.node)
        written = Term("write", (named, part, value), named.node, sign)
        self._add("write", node, [Bind(self._define(name.id), written)], augmented=sign)
        return True

    def _is_add_at(self, node: ast.Expr) -> bool:
        """Lowers `np.add.at(x, i, y)`, a write that adds at indices which may repeat."""
        call = node.value
        if not isinstance(call, ast.Call) or len(call.args) != 3 or call.keywords:
            return False
        name = dotted(call.func, self.module.imports) or ""
        if not name.endswith("numpy.add.at") or not isinstance(call.args[0], ast.Name):
            return False
        index = call.args[1]
        if isinstance(index, ast.Subscript) and (dotted(index.value, self.module.imports) or "").endswith(
            ".s_"
        ):
            index = index.slice
        target = ast.copy_location(ast.Subscript(call.args[0], index, ast.Store()), call)
        self._write(node, target, "add.at", call.args[2])
        return True
