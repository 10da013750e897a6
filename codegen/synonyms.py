"""Other words for what the steps know: `match`, functions of `operator`, `zip(..., strict=True)`.

`match` of values is a branch with an arm for each case, and `operator.mul(a, b)` is `a * b`; where a
function is wanted, it is `lambda a, b: a * b`. What the mirror ignores it calls `_`: a function that reads
that name reads another one.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping

from codegen.scopes import SCOPES, bound
from codegen.trees import Transformer, walk

BINARY: Mapping[str, type[ast.operator]] = {
    "add": ast.Add,
    "sub": ast.Sub,
    "mul": ast.Mult,
    "truediv": ast.Div,
    "floordiv": ast.FloorDiv,
    "mod": ast.Mod,
    "pow": ast.Pow,
    "matmul": ast.MatMult,
}
UNARY: Mapping[str, type[ast.unaryop]] = {"neg": ast.USub, "pos": ast.UAdd, "not_": ast.Not}
COMPARED: Mapping[str, type[ast.cmpop]] = {
    "lt": ast.Lt,
    "le": ast.LtE,
    "eq": ast.Eq,
    "ne": ast.NotEq,
    "ge": ast.GtE,
    "gt": ast.Gt,
}
INSERTING = ("insort", "insort_left", "insort_right")
IGNORED = "_"
TYPES = ("float", "int", "bool", "str", "list", "tuple", "dict")


class Unclear(Exception):
    """A pattern that is more than a value."""


def with_synonyms(tree: ast.Module, imports: Mapping[str, str]) -> ast.Module:
    """The module in the words that the steps know."""
    _Synonyms(imports, _bound_at_top(tree)).visit(tree)
    return tree


def _bound_at_top(tree: ast.Module) -> frozenset[str]:
    """The names that a module has for its own, beside what it imports."""
    whole = ast.parse("def f(): pass").body[0]
    assert isinstance(whole, ast.FunctionDef)
    whole.body = [node for node in tree.body if not isinstance(node, (ast.Import, ast.ImportFrom))]
    return frozenset(bound(whole))


class _Synonyms(Transformer):
    """Rewrites expressions and statements, and marks the statements in which it does."""

    def __init__(self, imports: Mapping[str, str], own: frozenset[str]) -> None:
        self.imports, self.own = imports, own
        self.names: frozenset[str] = frozenset()
        self.ignored = IGNORED
        self.changed = False

    def visit(self, node: ast.AST) -> ast.AST:
        """One node; a function has names of its own, a statement is marked by itself."""
        outer, before = self.own, self.changed
        if isinstance(node, SCOPES):
            self.own |= {*bound(node)}
        if isinstance(node, ast.FunctionDef) and not self.names:
            named = [part for part in walk(node) if isinstance(part, (ast.Name, ast.arg))]
            self.names = frozenset(map(_name_of, named)) | self.own
            self.ignored = self._fresh("value") if _reads_ignored(named) else IGNORED
            new = self._renamed(node)
            self.names, self.ignored = frozenset(), IGNORED
        elif isinstance(node, ast.stmt):
            self.changed = False
            new = super().visit(node)
            if self.changed and isinstance(new, ast.stmt):
                new.changed = True  # type: ignore[attr-defined]
            self.changed = before
        else:
            new = super().visit(node)
        self.own = outer
        return new

    def _renamed(self, node: ast.FunctionDef) -> ast.AST:
        """A function; a parameter of its own keeps its name, though it is that of what the mirror ignores."""
        given = [
            arg
            for arg in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)
            if arg.arg == IGNORED
        ]
        for arg in given:
            arg.kept = True  # type: ignore[attr-defined]
        new = super().visit(node)
        if given and self.ignored != IGNORED:
            first = node.body[1:] if ast.get_docstring(node) is not None else node.body
            value = ast.Assign([ast.Name(self.ignored, ast.Store())], ast.Name(IGNORED, ast.Load()))
            node.body.insert(len(node.body) - len(first), _made(value, first[0] if first else node.body[0]))
        return new  # type: ignore[no-any-return]

    def visit_Name(self, node: ast.Name) -> ast.expr:
        """A name, or another one for what the mirror ignores."""
        if node.id == IGNORED != self.ignored:
            node.id, self.changed = self.ignored, True
        return node

    def visit_arg(self, node: ast.arg) -> ast.arg:
        """A parameter, as names are."""
        if node.arg == IGNORED and not hasattr(node, "kept"):
            node.arg = self.ignored
        return self.generic_visit(node)  # type: ignore[return-value]

    # Functions of `operator`.

    def visit_Call(self, node: ast.Call) -> ast.expr:
        """A call of a function that has a sign, or is given one."""
        word = self._operator(node.func)
        if not word:
            self.visit(node.func)
        node.args = [self._given(arg) for arg in node.args]
        if self._named(node.func) == "functools.reduce" and node.args:
            node.args[0] = self._written_out(node.args[0])
        node.keywords = [self.visit(keyword) for keyword in node.keywords]  # type: ignore[misc]
        strict = [k for k in node.keywords if k.arg == "strict" and isinstance(k.value, ast.Constant)]
        if strict and isinstance(node.func, ast.Name) and node.func.id == "zip" and self._is_builtin("zip"):
            node.keywords.remove(strict[0])
            node.kept = strict  # type: ignore[attr-defined]  # the forward pass sees to it
        plain = not node.keywords and not any(isinstance(arg, ast.Starred) for arg in node.args)
        made = _with_sign(word, node.args) if word and plain else None
        if made is None:
            return node
        self.changed = True
        return _located(made, node)

    def _given(self, node: ast.expr) -> ast.expr:
        """An argument; a function that has a sign is written out."""
        word = self._operator(node)
        if not word:
            return self.visit(node)  # type: ignore[return-value]
        names = ["x", "y"][: 1 if word in UNARY else 2]
        body = _with_sign(word, [ast.Name(name, ast.Load()) for name in names])
        assert body is not None
        own = ast.arguments([], [ast.arg(name) for name in names], None, [], [], None, [])
        self.changed = True
        return _located(ast.Lambda(own, body), node)

    def _written_out(self, node: ast.expr) -> ast.expr:
        """A function of two values that is named, as one that calls it."""
        if not isinstance(node, (ast.Name, ast.Attribute)):
            return node
        self.changed = True
        names = ["x", "y"] if ast.unparse(node).split(".")[0] not in ("x", "y") else ["value", "item"]
        own = ast.arguments([], [ast.arg(name) for name in names], None, [], [], None, [])
        body = ast.Call(node, [ast.Name(name, ast.Load()) for name in names], [])
        return _located(ast.Lambda(own, body), node)

    def _operator(self, node: ast.expr) -> str:
        """The word of a function of `operator` that has a sign, or nothing."""
        package, _, name = self._named(node).rpartition(".")
        return name if package == "operator" and name in {*BINARY, *UNARY, *COMPARED} else ""

    def _named(self, node: ast.expr) -> str:
        """What an expression names that is imported, or nothing."""
        root, word = node, ""
        if isinstance(node, ast.Attribute):
            root, word = node.value, f".{node.attr}"
        if not isinstance(root, ast.Name) or root.id in self.own:
            return ""
        return self.imports.get(root.id, "") + word

    def _is_builtin(self, name: str) -> bool:
        return name not in self.own and name not in self.imports

    # Items that are put where they belong.

    def visit_Expr(self, node: ast.Expr) -> ast.AST | list[ast.stmt]:
        """`bisect.insort(ys, v)` as an item that is put in at the place that is found for it."""
        self.generic_visit(node)
        call = node.value
        if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute):
            return node
        package, _, word = self._named(call.func).rpartition(".")
        if package != "bisect" or word not in INSERTING or call.keywords or len(call.args) != 2:
            return node
        (whole, item), above = call.args, []
        if not isinstance(whole, ast.Name) or isinstance(item, ast.Starred):
            return node
        if not _is_short(item):
            name = self._fresh("item")
            above.append(_made(ast.Assign([ast.Name(name, ast.Store())], item), node))
            item = ast.Name(name, ast.Load())
        place = self._fresh("place")
        called = ast.Attribute(call.func.value, word.replace("insort", "bisect"), ast.Load())
        found = ast.Assign([ast.Name(place, ast.Store())], ast.Call(called, [whole, item], []))
        put = ast.Call(ast.Attribute(whole, "insert", ast.Load()), [ast.Name(place, ast.Load()), item], [])
        return [*above, _made(found, node), _made(ast.Expr(put), node)]

    # Branches by values.

    def visit_Match(self, node: ast.Match) -> ast.AST | list[ast.stmt]:
        """A branch by a value, as one by conditions."""
        self.generic_visit(node)
        above: list[ast.stmt] = []
        subject = node.subject
        try:
            if not _is_short(subject):
                name = self._fresh("subject")
                given = ast.Assign([ast.Name(name, ast.Store())], subject, lineno=node.lineno)
                above, subject = [_made(given, node)], ast.Name(name, ast.Load())
            arms = [self._arm(case, subject) for case in node.cases]
        except Unclear:
            return node
        below: list[ast.stmt] = []
        for case, (test, body) in zip(reversed(node.cases), reversed(arms)):
            if test is None:
                below = body
                continue
            below = [_made(ast.If(test, body, below), case.pattern)]
        return [*above, *below]

    def _arm(self, case: ast.match_case, subject: ast.expr) -> tuple[ast.expr | None, list[ast.stmt]]:
        """When a case is taken (None is always), and what is done then."""
        pattern, body = case.pattern, list(case.body)
        if isinstance(pattern, ast.MatchAs) and pattern.name is not None:
            if case.guard is not None:
                raise Unclear
            given = ast.Assign([ast.Name(pattern.name, ast.Store())], subject, lineno=pattern.lineno)
            body.insert(0, _made(given, pattern))
        test = self._test(pattern, subject)
        if test is None or case.guard is None:
            return test or case.guard, body
        return ast.BoolOp(ast.And(), [test, case.guard]), body

    def _test(self, pattern: ast.pattern, subject: ast.expr) -> ast.expr | None:
        """Whether a value is what a pattern says; None where that is anything."""
        if isinstance(pattern, ast.MatchAs):
            return None if pattern.pattern is None else self._test(pattern.pattern, subject)
        if isinstance(pattern, ast.MatchValue):
            return ast.Compare(subject, [ast.Eq()], [pattern.value])
        if isinstance(pattern, ast.MatchSingleton):
            return ast.Compare(subject, [ast.Is()], [ast.Constant(pattern.value)])
        if isinstance(pattern, ast.MatchOr):
            values = [part.value for part in pattern.patterns if isinstance(part, ast.MatchValue)]
            if len(values) == len(pattern.patterns):
                return ast.Compare(subject, [ast.In()], [ast.Tuple(values, ast.Load())])
            tests = [self._test(part, subject) for part in pattern.patterns]
            known = [test for test in tests if test is not None]
            if len(known) == len(tests):
                return ast.BoolOp(ast.Or(), known)
        if isinstance(pattern, ast.MatchClass) and isinstance(pattern.cls, ast.Name):
            plain = not (pattern.patterns or pattern.kwd_attrs)
            if plain and pattern.cls.id in TYPES and self._is_builtin(pattern.cls.id):
                return ast.Call(ast.Name("isinstance", ast.Load()), [subject, pattern.cls], [])
        raise Unclear

    def _fresh(self, stem: str) -> str:
        name, number = stem, 0
        while name in self.names or name in self.imports:
            number += 1
            name = f"{stem}{number}"
        self.names |= {name}
        return name


def _name_of(node: ast.Name | ast.arg) -> str:
    return node.id if isinstance(node, ast.Name) else node.arg


def _reads_ignored(named: list[ast.Name | ast.arg]) -> bool:
    """Whether a function of these names reads one of its own that the mirror gives what it ignores."""
    ignored = [part for part in named if _name_of(part) == IGNORED]
    given = any(isinstance(part, ast.arg) for part in ignored)
    contexts = {type(part.ctx) for part in ignored if isinstance(part, ast.Name)}
    return ast.Load in contexts and (given or len(contexts) > 1)


def _is_short(node: ast.expr) -> bool:
    while isinstance(node, ast.Attribute):
        node = node.value
    return isinstance(node, ast.Name)


def _with_sign(word: str, args: list[ast.expr]) -> ast.expr | None:
    """What a function of `operator` gives, with its sign."""
    if word in UNARY and len(args) == 1:
        return ast.UnaryOp(UNARY[word](), args[0])
    if word in BINARY and len(args) == 2:
        return ast.BinOp(args[0], BINARY[word](), args[1])
    if word in COMPARED and len(args) == 2:
        return ast.Compare(args[0], [COMPARED[word]()], [args[1]])
    return None


def _made(statement: ast.stmt, place: ast.stmt | ast.pattern) -> ast.stmt:
    """A statement that stands where something else did, with what is new in it placed there, too."""
    statement.changed = True  # type: ignore[attr-defined]
    for node in (statement, *walk(statement)):
        if not hasattr(node, "lineno") and isinstance(node, (ast.stmt, ast.expr)):
            ast.copy_location(node, place)
    return ast.copy_location(statement, place)


def _located(made: ast.expr, place: ast.expr) -> ast.expr:
    for node in walk(made):
        if not hasattr(node, "lineno"):
            ast.copy_location(node, place)
    return made
