"""Lists that become longer or shorter: their gradients become so again, the other way."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import replace

from codegen.distinct import is_int
from codegen.fit import Upstream, call
from codegen.lower import Bind, Statement
from codegen.mirror import BackLine, gradient, name_node
from codegen.places import Places, subscripts
from codegen.terms import RESIZING, Term, same
from codegen.trees import names_in


class Resized(Places):
    """Writes that put items into a list, or take them out."""

    def _resizes(self, bind: Bind) -> bool:
        """Whether a write changes the length of a list of which something that stands above reads items.

        The gradients on these are put where they belong only if the gradient is as long as the list was.
        """
        if bind.term.op != "write" or bind.term.data not in RESIZING or bind.version not in self.useful:
            return False
        one = self._whole(bind.version)
        above = self.lowered.statements[: self.statement]
        readers = [t for s in above for t, name in self._read_by(s) if self._whole(name) == one]
        spelled_out = self.kinds[str(bind.term.args[0].data)].items is not None
        if bind.term.data == "append" and spelled_out:  # where it ends is known, whatever stands behind
            return not all(map(self._reads_from_the_start, readers))
        return bool(readers)

    def _reads_from_the_start(self, term: Term) -> bool:
        """Whether what reads a list asks nothing of where it ends, but how many items it has there."""
        summed = term.op == "call" and term.data == "builtins.sum"
        return summed or (term.op == "index" and self._is_counted(term.args[1]))

    def _read_by(self, statement: Statement) -> Iterator[tuple[Term, str]]:
        """The names that a statement reads and through which a gradient comes, each below what reads it."""
        terms = [b.term for b in statement.binds if b.term.op != "phi"]
        waiting = [(t, t.args[2] if t.op == "write" else t) for t in terms]
        while waiting:
            reader, term = waiting.pop()
            if term.op == "name":
                yield reader, str(term.data)
            elif self._active(term):
                waiting += [(term, arg) for arg in term.args]

    def _flow_resized(self, bind: Bind) -> None:
        """What was put in is given its gradient, which is taken off; what was taken out, a new place."""
        whole, part, value = bind.term.args
        version = self._whole(bind.version)
        if bind.term.data == "pop":
            self._flow_taken_out(version, whole, part)
            return
        there = self._has_gradient(version)
        if version in self.constant or version in self.leaves or not there:
            self._settle(version)
        place = [] if part.op == "last" else [self._place_after(version, part.args[1])]
        listed: ast.expr = name_node(gradient(version))
        if part.args[0] is not whole:
            listed = subscripts(version, self._path(part.args[0])[0])
        last: ast.expr = ast.Call(ast.Attribute(listed, "pop", ast.Load()), place, [])
        if not there:
            self._add(BackLine("_", "=", last, takes=gradient(version)))
            return
        if self.facts.kinds[value.uid].form == "list" and not self._may_be_none(value):
            last = call("list", last)  # it may be a row of the gradient on an array that was made of lists
        start = len(self.lines)
        held = self._flow_written(version, part, value, last) if self._active(value) else None
        if held is not None:
            self.lines.insert(start, replace(held, takes=gradient(version)))
            return
        taking = [
            i for i in range(start, len(self.lines)) if gradient(version) in names_in(self.lines[i].expr)
        ]
        for position in taking:
            self.lines[position] = replace(self.lines[position], takes=gradient(version))
        if not taking:
            self._add(BackLine("_", "=", last, takes=gradient(version)))

    def _may_be_none(self, term: Term, seen: frozenset[str] = frozenset()) -> bool:
        """Whether a value is None where a branch was not taken: its gradient is a number then."""
        if term.op == "literal":
            return term.data is None
        if term.op == "name" and term.data in self.definitions and term.data not in seen:
            return self._may_be_none(self.definitions[term.data], seen | {str(term.data)})
        return term.op == "phi" and any(self._may_be_none(arg, seen) for arg in term.args)

    def _place_after(self, version: str, index: Term) -> ast.expr:
        """Where in a list an item is that was put in at an index."""
        node = self._value(index, (), None, "index")
        if is_int(index) and index.data == 0:
            return node
        if is_int(index):  # beyond an end of the list is at that end
            count = call("len", name_node(gradient(version)))
            if index.data > 0:
                return call("min", node, ast.BinOp(count, ast.Sub(), ast.Constant(1)))
            return call("max", ast.Constant(index.data - 1), ast.UnaryOp(ast.USub(), count))
        if self._is_counted(index):
            return node
        before = ast.BinOp(node, ast.Sub(), ast.Constant(1))
        return ast.IfExp(ast.Compare(node, [ast.Lt()], [ast.Constant(0)]), before, node)

    def _is_counted(self, index: Term) -> bool:
        """Whether an index is known to count from the start of a list."""
        return self.settled.from_zero(index)

    def _flow_taken_out(self, version: str, whole: Term, part: Term) -> None:
        """Where an item was taken out its gradient is put back: that on its name, which is made above."""
        before = self.lowered.statements[self.statement - 1]
        bind = before.binds[0] if before.form == "bind" and len(before.binds) == 1 else None
        index = part.args[1]
        if not is_int(index) and not self._is_counted(index):
            self._refuse(
                "E203",
                part.node,
                "it is not known from which end of the list this counts",
                "take out the last item, the first one, or one at a counter of a loop",
            )
            return
        if bind is not None and not before.augmented and not before.stop and self._has_gradient(bind.version):
            mine = bind.term.op == "index" and bind.term.args[0].op == "name"
            if mine and bind.term.args[0].data == whole.data and same(bind.term.args[1], index):
                self.taken_out[bind.term.uid] = (version, index)
                return
        kind = self.facts.kinds[part.uid]
        number = kind.form == "number"
        zero = ast.Constant(0.0) if number else self._zero_of_item(kind, self._value(part, (), None, "value"))
        self._put_back(version, index, zero)

    def _put_back(self, version: str, index: Term, expr: ast.expr) -> None:
        """Puts a gradient in at the place from which an item was taken out."""
        if version in self.constant or version in self.leaves or not self._has_gradient(version):
            self._settle(version)
        node: ast.expr | None = self._value(index, (), None, "index")
        if is_int(index) and index.data < 0:
            node = None if index.data == -1 else ast.Constant(index.data + 1)
        self._add(BackLine(gradient(version), "insert", expr, node))

    def _flow_item_taken_out(self, term: Term, up: Upstream) -> bool:
        """Sends the gradient of an item that is taken out behind this statement; whether it is one."""
        if term.uid not in self.taken_out:
            return False
        version, index = self.taken_out.pop(term.uid)
        self._put_back(version, index, up.expr)
        return True
