"""An expression in canonical form, each subexpression an anonymous temporary.

A `Term` says what is computed, whatever the spelling (`x.sum(1)` and `np.sum(x, axis=1)` are one
term), and keeps the user's own expression beside it, with each local name replaced by the version
that it stands for.
"""

from __future__ import annotations

import ast
import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from codegen.knowledge import REQUIRED, vocabulary
from codegen.scopes import COMPREHENSIONS, arguments, targets
from codegen.trees import Transformer, walk

BINARY: dict[type[ast.operator], str] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
    ast.Pow: "**",
    ast.MatMult: "@",
    ast.FloorDiv: "//",
    ast.Mod: "%",
    ast.LShift: "<<",
    ast.RShift: ">>",
    ast.BitAnd: "&",
    ast.BitOr: "|",
    ast.BitXor: "^",
}
UNARY: dict[type[ast.unaryop], str] = {
    ast.USub: "neg",
    ast.UAdd: "pos",
    ast.Not: "not",
    ast.Invert: "invert",
}
COMPARE: dict[type[ast.cmpop], str] = {
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.Is: "is",
    ast.IsNot: "is not",
    ast.In: "in",
    ast.NotIn: "not in",
}


NUMBERS = (int, float, complex)
DISPLAYS = ("tuple", "list", "dict", "record")
RESIZING = ("append", "insert", "pop")  # writes that make a list longer, or shorter


@dataclass(frozen=True, eq=False)
class Term:
    """What is computed (`op`, `data`), from what (`args`), and how the user wrote it (`node`).

    `op` is an operator's sign, or one of: name, literal, global, call, user, method, attr,
    index, slice, tuple, list, dict, record, if, compare, and, or, opaque, unknown, write, helper, rule.
    `keys` names the arguments of a call. `spelled` is the dotted name that a call had in the source.
    """

    op: str
    args: tuple[Term, ...]
    node: ast.expr
    data: Any = None
    keys: tuple[str, ...] = ()
    spelled: str = ""
    uid: int = field(default_factory=itertools.count().__next__)

    def __repr__(self) -> str:
        return f"<{self.op} {self.data!r} {list(self.args)}>"

    def walk(self) -> Iterator[Term]:
        """The term and everything below it."""
        waiting = [self]
        while waiting:
            term = waiting.pop()
            yield term
            if term.args:
                waiting += term.args[::-1]


@dataclass(frozen=True)
class Meaning:
    """What a name in an expression refers to.

    `kind` is local (`target` is the version), function (of the module), import (the dotted name),
    constant (of the module), builtin, parameter (of a template), rule (for constants), record (a
    class of the module, whose `fields` have these defaults), or unbound.
    """

    kind: str
    target: str
    fields: tuple[tuple[str, ast.expr | None], ...] = ()


Resolve = Callable[[ast.Name], Meaning]


def is_text(term: Term) -> bool:
    """Whether a term is a text, or several."""
    parts = term.args if term.op in ("tuple", "list") else (term,)
    return bool(parts) and all(part.op == "literal" and isinstance(part.data, str) for part in parts)


def same(a: Term, b: Term) -> bool:
    """Whether two terms compute the same thing, by structure."""
    if a is b:
        return True
    if a.op in ("opaque", "unknown", "user") or a.op != b.op or a.keys != b.keys:
        return False
    if len(a.args) != len(b.args) or type(a.data) is not type(b.data) or a.data != b.data:
        return False
    return all(same(x, y) for x, y in zip(a.args, b.args))


def counts_some(bounds: Sequence[Term]) -> bool:
    """Whether a range of these bounds has a number in it for certain: they are numbers in the source."""
    known = [value for bound in bounds if (value := _whole_number(bound)) is not None]
    return 0 < len(known) == len(bounds) and known[2:] != [0] and len(range(*known)) > 0


def _whole_number(term: Term) -> int | None:
    """The int that a term is in the source."""
    if term.op == "neg" and (value := _whole_number(term.args[0])) is not None:
        return -value
    return term.data if term.op == "literal" and type(term.data) is int else None


def put_in(term: Term, values: Mapping[str, Term]) -> Term:
    """A new term with others in the place of names."""
    if term.op == "name" and term.data in values:
        return values[term.data]
    args = tuple(put_in(arg, values) for arg in term.args)
    return Term(term.op, args, term.node, term.data, term.keys, term.spelled)


def outermost(terms: Mapping[int, Term], made: Mapping[int, tuple[Term, ...]]) -> int:
    """The last of some terms, by their numbers, that no other of them is computed from.

    `made` stand for what operands of a term mean, as the arrays that NumPy makes of lists do: they are
    computed before it, and have later numbers.
    """
    inside = set[int]()
    waiting = list(terms.values()) if len(terms) > 1 else []
    while waiting:
        term = waiting.pop()
        below = [part for part in (*term.args, *made.get(term.uid, ())) if part.uid not in inside]
        inside.update(part.uid for part in below)
        waiting += below
    return max(terms.keys() - inside)


class ByKey(ast.Dict):
    """An empty dict of which only items are read and written: what a list is, but for its places."""


class Keys(ast.Call):
    """The keys of a dict that is taken for a list, in a list of their own."""


class Reader:
    """Turns expressions into terms, given what the names in them mean."""

    def __init__(self, resolve: Resolve) -> None:
        self._resolve = resolve

    def read(self, node: ast.expr) -> Term:
        """The term of an expression."""
        method = getattr(self, f"_{type(node).__name__.lower()}", None)
        term: Term = method(node) if method else self._opaque(node)
        ast.copy_location(term.node, node)
        return term

    def _name(self, node: ast.Name) -> Term:
        meaning = self._resolve(node)
        if meaning.kind == "local":
            return Term("name", (), ast.Name(meaning.target, ast.Load()), meaning.target)
        if meaning.kind == "import":
            return Term("global", (), ast.Name(node.id, ast.Load()), canonical(meaning.target))
        op = "function" if meaning.kind == "record" else meaning.kind  # it is called, or given to something
        return Term(op, (), ast.Name(node.id, ast.Load()), meaning.target)

    def _constant(self, node: ast.Constant) -> Term:
        return literal(node, node.value)

    def _binop(self, node: ast.BinOp) -> Term:
        left, right = self.read(node.left), self.read(node.right)
        new = ast.BinOp(left.node, node.op, right.node)
        term = Term(BINARY[type(node.op)], (left, right), new)
        return _folded(term)

    def _unaryop(self, node: ast.UnaryOp) -> Term:
        operand = self.read(node.operand)
        new = ast.UnaryOp(node.op, operand.node)
        if isinstance(node.op, ast.USub) and operand.op == "literal" and type(operand.data) in NUMBERS:
            return literal(new, -operand.data)
        return Term(UNARY[type(node.op)], (operand,), new)

    def _compare(self, node: ast.Compare) -> Term:
        terms = [self.read(part) for part in (node.left, *node.comparators)]
        new = ast.Compare(terms[0].node, node.ops, [t.node for t in terms[1:]])
        return Term("compare", tuple(terms), new, tuple(COMPARE[type(op)] for op in node.ops))

    def _boolop(self, node: ast.BoolOp) -> Term:
        terms = [self.read(part) for part in node.values]
        name = "and" if isinstance(node.op, ast.And) else "or"
        return Term(name, tuple(terms), ast.BoolOp(node.op, [t.node for t in terms]))

    def _ifexp(self, node: ast.IfExp) -> Term:
        test, body, orelse = self.read(node.test), self.read(node.body), self.read(node.orelse)
        return Term("if", (test, body, orelse), ast.IfExp(test.node, body.node, orelse.node))

    def _tuple(self, node: ast.Tuple) -> Term:
        return self._display("tuple", node.elts, lambda nodes: ast.Tuple(nodes, ast.Load()), node)

    def _list(self, node: ast.List) -> Term:
        return self._display("list", node.elts, lambda nodes: ast.List(nodes, ast.Load()), node)

    def _display(
        self,
        op: str,
        parts: list[ast.expr],
        make: Callable[[list[ast.expr]], ast.expr],
        node: ast.expr,
    ) -> Term:
        if any(isinstance(part, ast.Starred) for part in parts):
            return self._opaque(node)
        terms = tuple(self.read(part) for part in parts)
        return Term(op, terms, make([t.node for t in terms]))

    def _dict(self, node: ast.Dict) -> Term:
        keys = [key.value for key in node.keys if isinstance(key, ast.Constant)]
        if len(keys) != len(node.keys):
            return self._opaque(node)
        terms = tuple(self.read(part) for part in node.values)
        return Term("dict", terms, ast.Dict(list(node.keys), [t.node for t in terms]), tuple(keys))

    def _bykey(self, node: ByKey) -> Term:
        return Term("list", (), ast.Dict([], []))

    def _keys(self, node: Keys) -> Term:
        whole = self.read(node.args[0])
        return Term("keys", (whole,), ast.Call(node.func, [whole.node], []))

    def _attribute(self, node: ast.Attribute) -> Term:
        name = self._dotted(node)
        if name is not None and canonical(name) == "numpy.newaxis":
            return literal(node, None)
        if name is not None:
            return Term("global", (), node, canonical(name), spelled=name)
        meaning = self._resolve(node.value) if isinstance(node.value, ast.Name) else None
        if meaning is not None and meaning.kind == "record":
            return Term("constant", (), node, f"{meaning.target}.{node.attr}")
        base = self.read(node.value)
        function = vocabulary().attributes.get(node.attr)
        if function is not None:
            module, _, word = function.rpartition(".")
            called = ast.Attribute(ast.Name(f"@{module}", ast.Load()), word, ast.Load())
            return canonical_call(
                Term("call", (base,), ast.Call(called, [base.node], []), function, ("",), function)
            )
        return Term("attr", (base,), ast.Attribute(base.node, node.attr, ast.Load()), node.attr)

    def _dotted(self, node: ast.expr) -> str | None:
        parts: list[str] = []
        while isinstance(node, ast.Attribute):
            parts.append(node.attr)
            node = node.value
        if isinstance(node, ast.Name):
            meaning = self._resolve(node)
            if meaning.kind == "import":
                return ".".join([meaning.target, *reversed(parts)])
        return None

    def _subscript(self, node: ast.Subscript) -> Term:
        base, index = self.read(node.value), self.read(node.slice)
        new = ast.Subscript(base.node, index.node, ast.Load())
        if base.op == "global" and base.data in vocabulary().indexed:
            operands = index if index.op == "tuple" else Term("tuple", (index,), index.node)
            return Term("call", (operands,), new, base.data, ("",), base.spelled)
        return Term("index", (base, index), new)

    def _listcomp(self, node: ast.ListComp) -> Term:
        """`[d[key] for key in keys]`: the items of a dict; of other comprehensions nothing is known."""
        generator, item = node.generators[0], node.elt
        plain = len(node.generators) == 1 and not generator.ifs and isinstance(generator.target, ast.Name)
        if not plain or not isinstance(item, ast.Subscript) or not isinstance(generator.iter, ast.Name):
            return self._opaque(node)
        key, whole = generator.target, item.value
        of_key = isinstance(item.slice, ast.Name) and item.slice.id == key.id  # type: ignore[attr-defined]
        if not of_key or not isinstance(whole, ast.Name) or whole.id == key.id:  # type: ignore[attr-defined]
            return self._opaque(node)
        args = self.read(whole), self.read(generator.iter)
        loop = ast.comprehension(key, args[1].node, [], 0)
        new = ast.ListComp(ast.Subscript(args[0].node, item.slice, ast.Load()), [loop])
        return Term("gather", args, new)

    def _slice(self, node: ast.Slice) -> Term:
        parts = [None if p is None else self.read(p) for p in (node.lower, node.upper, node.step)]
        new: Any = ast.Slice(*(None if p is None else p.node for p in parts))
        given = tuple(p is not None for p in parts)
        return Term("slice", tuple(p for p in parts if p is not None), new, given)

    def _call(self, node: ast.Call) -> Term:
        starred = any(isinstance(a, ast.Starred) for a in node.args)
        if starred or any(k.arg is None for k in node.keywords):
            return self._opaque(node)
        args = [self.read(a) for a in node.args]
        named = {k.arg: self.read(k.value) for k in node.keywords if k.arg is not None}
        func: ast.expr = node.func
        name = self._dotted(func)
        op, data, spelled, receiver = "unknown", ast.unparse(func), "", None
        if name == "dataclasses.replace" and len(args) == 1:
            new = ast.Call(func, [args[0].node], [ast.keyword(k, v.node) for k, v in named.items()])
            return Term("method", (*args, *named.values()), new, "_replace", ("", *named))
        if isinstance(func, ast.Name) and name is None:
            meaning = self._resolve(func)
            if meaning.kind == "record":
                return self._record(node, meaning, args, named)
            if meaning.kind == "function":
                op, data = "user", func.id
            elif meaning.kind in ("helper", "rule"):
                op, data = meaning.kind, meaning.target
            elif meaning.kind in ("builtin", "parameter"):
                op, data, spelled = "call", canonical(f"builtins.{func.id}"), f"builtins.{func.id}"
            elif meaning.kind == "local":
                receiver = self.read(func)
                func = receiver.node
        elif name is not None:
            op, data, spelled = "call", canonical(name), name
        elif isinstance(func, ast.Attribute):
            receiver = self.read(func.value)
            func = ast.Attribute(receiver.node, func.attr, ast.Load())
            op, data = "method", func.attr
        else:  # what is called may depend on an argument as well
            receiver = self.read(func)
            func = receiver.node
        new = ast.Call(
            func,
            [a.node for a in args],
            [ast.keyword(k.arg, named[k.arg].node) for k in node.keywords if k.arg is not None],
        )
        if receiver is not None:
            args = [receiver, *args]
        return canonical_call(
            Term(op, tuple([*args, *named.values()]), new, data, ("",) * len(args) + tuple(named), spelled)
        )

    def _record(self, node: ast.Call, meaning: Meaning, args: list[Term], named: dict[str, Term]) -> Term:
        """What a class that holds values is made of, field by field, whatever order they are given in."""
        words = [name for name, _ in meaning.fields]
        keywords = [ast.keyword(name, term.node) for name, term in named.items()]
        new = ast.Call(ast.Name(meaning.target, ast.Load()), [a.node for a in args], keywords)
        keys = ("",) * len(args) + tuple(named)
        given = {**dict(zip(words, args)), **named}
        for name, default in meaning.fields:
            if name not in given and isinstance(default, (ast.Constant, ast.UnaryOp)):
                given[name] = self.read(default)
        if len(args) + len(named) > len(words) or {*given} != {*words}:
            return Term("unknown", tuple([*args, *named.values()]), new, meaning.target, keys)
        return Term("record", tuple(given[name] for name in words), new, tuple(words), spelled=meaning.target)

    def _opaque(self, node: ast.expr) -> Term:
        """An expression that carries no gradient: its free names are read, and nothing else is known."""
        named = frozenset(part.target.id for part in walk(node) if isinstance(part, ast.NamedExpr))
        renamer = _Renamer(self._resolve, named)
        new = renamer.visit(_copy(node))
        reads = tuple(Term("name", (), ast.Name(v, ast.Load()), v) for v in renamer.reads)
        return Term("opaque", reads, new, type(node).__name__, spelled=ast.unparse(node)[:40])


def literal(node: ast.expr, value: Any) -> Term:
    """The term of a value that is written in the source."""
    return Term("literal", (), node, value)


def is_constant(term: Term) -> bool:
    """Whether a term is a number that is written in the source, or a name for one of the module's."""
    literal = term.op == "literal" and type(term.data) in NUMBERS
    return literal or term.op in ("global", "constant")


def is_number(term: Term) -> bool:
    """Whether a term is a literal real number."""
    return term.op == "literal" and type(term.data) in (int, float)


def canonical(name: str) -> str:
    """The name that templates use for a function, whatever it is called in the source."""
    return vocabulary().canonical(name)


def canonical_call(term: Term) -> Term:
    """A call with its arguments in the order of the signature, defaults left out."""
    words = vocabulary()
    op, name, args, keys = term.op, term.data, list(term.args), list(term.keys)
    if op == "method" and name in words.methods:
        if name in words.spread and len(args) > 2 and not any(keys):
            rest = tuple(args[1:])
            args, keys = (
                [args[0], Term("tuple", rest, ast.Tuple([a.node for a in rest], ast.Load()))],
                ["", ""],
            )
        op, name = "call", words.methods[name]
    if op == "call" and len(args) != words.operands.get(name, len(args)):
        module = term.spelled.rpartition(".")[0]
        return replace(term, data=term.spelled) if module in words.scalar else replace(term, op="unknown")
    if op != "call" or name not in words.signatures:
        return Term(op, tuple(args), term.node, name, tuple(keys), term.spelled)
    signature = words.signatures[name]
    order = [parameter for parameter, _ in signature]
    keys = [words.keywords.get(name, {}).get(key, key) for key in keys]
    if order[0].startswith("*"):
        return _with_operands(Term(op, tuple(args), term.node, name, tuple(keys), term.spelled), signature)
    if keys.count("") > len(order) or any(k and k not in order for k in keys):
        return Term("unknown", tuple(args), term.node, name, tuple(keys), term.spelled)
    idle = words.idle.get(name, ())
    given = {k or order[i]: arg for i, (k, arg) in enumerate(zip(keys, args)) if (k or order[i]) not in idle}
    if name in words.same_but:
        given = {p: given.get(p) or _default(d) for p, d in signature if p in given or d is not REQUIRED}
        name = words.same_but[name]
        signature = words.signatures[name] + tuple(
            (p, d) for p, d in signature if p not in dict(words.signatures[name])
        )
    kept = [(p, given[p]) for p, default in signature if p in given and not _is_default(given[p], default)]
    return Term(op, tuple(a for _, a in kept), term.node, name, tuple(p for p, _ in kept), term.spelled)


def _default(value: object) -> Term:
    """The term of a default, as if it had been written."""
    node = ast.parse(repr(value), mode="eval").body
    if isinstance(value, tuple):
        return Term("tuple", tuple(_default(item) for item in value), node)
    return literal(node, value)


def _with_operands(term: Term, signature: tuple[tuple[str, object], ...]) -> Term:
    """A call of a function that takes any number of operands: only what is named has an order."""
    count = term.keys.count("")
    named = dict(zip(term.keys[count:], term.args[count:]))
    if any(key not in dict(signature) for key in named):
        return replace(term, op="unknown")
    kept = {p: named[p] for p, default in signature if p in named and not _is_default(named[p], default)}
    return replace(term, args=(*term.args[:count], *kept.values()), keys=("",) * count + tuple(kept))


def _is_default(term: Term, default: object) -> bool:
    if default is ...:  # an argument that makes no difference to the value
        return term.op == "literal"
    if isinstance(default, tuple) and term.op == "tuple":
        return len(default) == len(term.args) and all(map(_is_default, term.args, default))
    if default is REQUIRED or term.op != "literal":
        return False
    return type(term.data) is type(default) and term.data == default


def _folded(term: Term) -> Term:
    """Arithmetic of literals is a literal: `x ** (1 / 2)` has a literal exponent."""
    left, right = term.args
    if not (is_number(left) and is_number(right)):
        return term
    try:
        if term.op == "+":
            value = left.data + right.data
        elif term.op == "-":
            value = left.data - right.data
        elif term.op == "*":
            value = left.data * right.data
        elif term.op == "/":
            value = left.data / right.data
        else:
            return term
    except (ArithmeticError, ValueError):
        return term
    return literal(term.node, value)


def _copy(node: ast.expr) -> ast.expr:
    return ast.parse(ast.unparse(node), mode="eval").body


class _Renamer(Transformer):
    """Puts versions in the place of local names; collects the versions that are read.

    What a comprehension or a lambda binds for itself is left alone inside it, and only there.
    """

    def __init__(self, resolve: Resolve, inside: frozenset[str]) -> None:
        self._resolve = resolve
        self._inside = inside
        self.reads: list[str] = []

    def visit(self, node: ast.AST) -> Any:
        """One part; what is gone over first, and a default, is computed outside."""
        before = self._inside
        if isinstance(node, COMPREHENSIONS):
            first = node.generators[0]
            first.iter = self.visit(first.iter)
            self._inside |= targets(node)
            over, first.iter = first.iter, ast.Constant(None)
            new = super().visit(node)
            first.iter = over
        elif isinstance(node, ast.Lambda):
            node.args.defaults = [self.visit(part) for part in node.args.defaults]
            node.args.kw_defaults = [part and self.visit(part) for part in node.args.kw_defaults]
            self._inside |= {arg.arg for arg in arguments(node)}
            node.body = self.visit(node.body)
            new = node
        else:
            new = super().visit(node)
        self._inside = before
        return new

    def visit_Name(self, node: ast.Name) -> ast.Name:
        """A name, unless it is bound inside."""
        if node.id in self._inside:
            return node
        meaning = self._resolve(node)
        if meaning.kind == "local":
            self.reads.append(meaning.target)
            return ast.Name(meaning.target, ast.Load())
        return node


def asks_for_a_key(term: Term) -> bool:
    """Whether something is asked for in a container: the answer is kept, which is less than a container."""
    if term.op != "compare" or not isinstance(term.node, ast.Compare):
        return False
    whole = term.node.comparators[-1]
    return isinstance(term.node.ops[-1], (ast.In, ast.NotIn)) and not isinstance(whole, (ast.Tuple, ast.List))
