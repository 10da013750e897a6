"""Loops over what `itertools` combines, as loops in loops: over products, pairs and neighbours.

`for u, v in product(xs, ys)` is a loop over `ys` in one over `xs`, `combinations(xs, 2)` one over
`xs[i + 1 :]`, and `pairwise(xs)` is `zip(xs, xs[1:])`. The functions take what they combine before the
first turn: so nothing may be written in the loop that may be part of it, and nothing read behind it.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

from codegen.scopes import COMPREHENSIONS, SCOPES, bound
from codegen.trees import Transformer, copied, walk

WORDS = ("product", "combinations", "pairwise")
FRESH = ("array", "empty", "empty_like", "full", "full_like", "ones", "ones_like", "zeros", "zeros_like")
MADE = (ast.List, ast.Dict, ast.ListComp, ast.DictComp, ast.Constant, ast.BinOp, ast.UnaryOp)
Turn = tuple[ast.expr, ast.expr]  # what a loop gives its items to, and what it goes over


def with_plain_loops(tree: ast.Module, imports: Mapping[str, str]) -> ast.Module:
    """The module with such loops as loops over what is combined."""
    known = {name: word for name, word in imports.items() if word.startswith("itertools")}
    if known:
        for node in walk(tree):
            if isinstance(node, ast.FunctionDef) and not hasattr(node, "combined"):
                _Function(node, known).run()
    return tree


class _Function(Transformer):
    """One function, with those in it."""

    def __init__(self, node: ast.FunctionDef, imports: Mapping[str, str]) -> None:
        self.node, self.imports = node, imports
        inner = [n for n in walk(node) if isinstance(n, (ast.FunctionDef, ast.Lambda))]
        for part in inner:
            part.combined = True  # type: ignore[union-attr]
        self.own = {name for part in inner for name in bound(part)}
        self.names = self.own | {n.id for n in walk(node) if isinstance(n, ast.Name)}

    def run(self) -> None:
        """Rewrites its loops in place."""
        self.generic_visit(self.node)

    def visit_For(self, node: ast.For) -> ast.For:
        """A loop, and those in it."""
        self.generic_visit(node)
        turns = self._turns(node.target, node.iter)
        if len(turns) > 1 and (node.orelse or _leaves(node) or self._reads_behind(node)):
            return node
        if not turns or not self._keeps(node, [target for target, _ in turns[:-1]]):
            return node
        if isinstance(turns[-1][1], ast.Subscript):
            turns[-1] = self._by_place(node, *turns[-1])
        for target, over in reversed(turns[1:]):
            inner = ast.For(target, over, node.body, [], lineno=node.lineno)
            inner.changed = True  # type: ignore[attr-defined]
            node.body = [ast.copy_location(inner, node)]
        node.target, node.iter = turns[0]
        node.changed = True  # type: ignore[attr-defined]
        return node

    def visit_ListComp(self, node: ast.ListComp) -> ast.ListComp:
        """A comprehension, whose loops write nothing."""
        self.generic_visit(node)
        self._expand(node)
        return node

    def visit_GeneratorExp(self, node: ast.GeneratorExp) -> ast.GeneratorExp:
        """A generator, whose loops write nothing."""
        self.generic_visit(node)
        self._expand(node)
        return node

    def _expand(self, node: ast.ListComp | ast.GeneratorExp) -> None:
        """Puts plain loops in the place of those over what is combined."""
        alone = len(node.generators) == 1
        node.generators = [new for part in node.generators for new in self._loops(part)]
        last = node.generators[-1]
        inner = any(
            isinstance(n, (*SCOPES, *COMPREHENSIONS)) for part in (node.elt, *last.ifs) for n in walk(part)
        )
        if alone and not inner and isinstance(last.iter, ast.Subscript) and len(node.generators) > 1:
            self._read_by_place(node)

    def _read_by_place(self, node: ast.ListComp | ast.GeneratorExp) -> None:
        """Pairs of items in an expression by their places, where they have plain names there."""
        first, second = node.generators
        assert isinstance(first.target, ast.Tuple) and isinstance(second.iter, ast.Subscript)
        number, item = first.target.elts
        if not isinstance(number, ast.Name) or not isinstance(item, ast.Name):
            return
        if not isinstance(second.target, ast.Name) or not isinstance(second.iter.slice, ast.Slice):
            return
        pool, place, start = second.iter.value, self._fresh("j"), second.iter.slice.lower
        count = ast.Call(ast.Name("len", ast.Load()), [pool], [])
        items = {item.id: (pool, number.id), second.target.id: (pool, place)}
        node.elt = _ByPlace(items).visit(node.elt)
        second.ifs = [_ByPlace(items).visit(test) for test in second.ifs]
        places = ast.Call(ast.Name("range", ast.Load()), [start, copied(count)], [])  # type: ignore[list-item]
        first.target, first.iter = number, ast.Call(ast.Name("range", ast.Load()), [count], [])
        second.target, second.iter = ast.Name(place, ast.Store()), places
        _located(node, node)

    def visit(self, node: ast.AST) -> ast.AST:
        """One node; a statement is marked if an expression in it is another one now."""
        if not isinstance(node, ast.stmt) or isinstance(node, (ast.For, ast.FunctionDef)):
            return super().visit(node)  # type: ignore[no-any-return]
        before = [id(g) for c in walk(node) if isinstance(c, COMPREHENSIONS) for g in c.generators]
        new = super().visit(node)
        if before != [id(g) for c in walk(new) if isinstance(c, COMPREHENSIONS) for g in c.generators]:
            new.changed = True
        return new  # type: ignore[no-any-return]

    def _loops(self, part: ast.comprehension) -> list[ast.comprehension]:
        turns = self._turns(part.target, part.iter)
        if not turns:
            return [part]
        loops = [ast.comprehension(target, over, [], 0) for target, over in turns]
        loops[-1].ifs = part.ifs
        return loops

    def _turns(self, target: ast.expr, over: ast.expr) -> list[Turn]:
        """The loops that a loop is, the outermost first; none where it is not one of these."""
        word = self._word(over)
        if (
            not word
            or not isinstance(target, ast.Tuple)
            or any(isinstance(t, ast.Starred) for t in target.elts)
        ):
            return []
        assert isinstance(over, ast.Call)
        pools = over.args
        if {n.id for n in walk(target) if isinstance(n, ast.Name)} & {
            n.id for pool in pools for n in walk(pool) if isinstance(n, ast.Name)
        }:
            return []
        if word == "product" and not over.keywords and len(pools) == len(target.elts) > 1:
            return list(zip(target.elts, pools)) if all(map(_is_pool, pools)) else []
        if over.keywords or len(target.elts) != 2 or not pools or not _is_pool(pools[0]):
            return []
        if word == "pairwise" and len(pools) == 1 and isinstance(pools[0], ast.Name):
            both = ast.Call(ast.Name("zip", ast.Load()), [pools[0], _from_second(pools[0])], [])
            return [(target, _located(both, over))]
        two = len(pools) == 2 and isinstance(pools[1], ast.Constant) and pools[1].value == 2
        return self._pairs(target.elts, pools[0], over) if word == "combinations" and two else []

    def _pairs(self, targets: list[ast.expr], pool: ast.expr, place: ast.expr) -> list[Turn]:
        """The loops over all pairs of items, each item with those behind it."""
        first, second = targets
        if isinstance(pool, ast.Call):
            if len(pool.args) != 1 or not isinstance(first, ast.Name):
                return []
            start = ast.BinOp(ast.Name(first.id, ast.Load()), ast.Add(), ast.Constant(1))
            rest: ast.expr = ast.Call(pool.func, [start, copied(pool.args[0])], [])
            return [(first, pool), (second, _located(rest, place))]
        number = self._fresh("i")
        start = ast.BinOp(ast.Name(number, ast.Load()), ast.Add(), ast.Constant(1))
        rest = ast.Subscript(copied(pool), ast.Slice(start, None, None), ast.Load())
        both = ast.Tuple([ast.Name(number, ast.Store()), first], ast.Store())
        counted = ast.Call(ast.Name("enumerate", ast.Load()), [pool], [])
        return [(_located(both, place), _located(counted, place)), (second, _located(rest, place))]

    def _word(self, node: ast.expr) -> str:
        """Which function of `itertools` a call is of, or nothing."""
        function = node.func if isinstance(node, ast.Call) else node
        root = function.value if isinstance(function, ast.Attribute) else function
        if not isinstance(node, ast.Call) or not isinstance(root, ast.Name) or root.id in self.own:
            return ""
        word = self.imports.get(root.id, "") + (f".{function.attr}" if root is not function else "")  # type: ignore[attr-defined]
        package, _, name = word.rpartition(".")
        builtins = {"range", "zip", "enumerate", "len"} & self.own
        return name if package == "itertools" and name in WORDS and not builtins else ""

    def _reads_behind(self, loop: ast.For) -> bool:
        """Whether a name of the loop's is read where another loop does not give it: it may have none."""
        mine = {n.id for n in walk(loop.target) if isinstance(n, ast.Name)}
        loops = [n for n in walk(self.node) if isinstance(n, (ast.For, *COMPREHENSIONS))]
        covered: set[int] = set()
        for part in loops:
            heads = [part.target] if isinstance(part, ast.For) else [g.target for g in part.generators]
            given = {n.id for head in heads for n in walk(head) if isinstance(n, ast.Name)} & mine
            covered |= {id(n) for n in walk(part) if isinstance(n, ast.Name) and n.id in given}
        return any(isinstance(n, ast.Name) and n.id in mine and id(n) not in covered for n in walk(self.node))

    def _by_place(self, loop: ast.For, target: ast.expr, rest: ast.expr) -> Turn:
        """A loop over the end of a sequence, by the places in it."""
        place = self._fresh("j")
        assert isinstance(rest, ast.Subscript) and isinstance(rest.slice, ast.Slice) and rest.slice.lower
        item = ast.Subscript(copied(rest.value), ast.Name(place, ast.Load()), ast.Load())
        given = ast.copy_location(ast.Assign([target], _located(item, target), lineno=loop.lineno), target)
        given.made = True  # type: ignore[attr-defined]
        loop.body.insert(0, given)
        count = ast.Call(ast.Name("len", ast.Load()), [copied(rest.value)], [])
        places = ast.Call(ast.Name("range", ast.Load()), [rest.slice.lower, count], [])
        return _located(ast.Name(place, ast.Store()), target), _located(places, loop.iter)

    def _keeps(self, loop: ast.For, outer: list[ast.expr]) -> bool:
        """Whether what a loop goes over is the same in all its turns, as far as the text tells.

        What the `outer` loops give stays what it is in the turns of the inner ones.
        """
        body = ast.Module(loop.body, [])
        pools = {n.id for part in (loop.iter, *outer) for n in walk(part) if isinstance(n, ast.Name)}
        if pools & {n.id for n in walk(body) if isinstance(n, ast.Name) and not isinstance(n.ctx, ast.Load)}:
            return False
        args: list[ast.expr] = loop.iter.args  # type: ignore[attr-defined]
        counted = all(_is_call(arg, "range") or isinstance(arg, ast.Constant) for arg in args)
        written = {*_receivers(body)} | (set() if counted else {*_written(body)})
        return all(self._is_fresh(name, pools) for name in written)

    def _is_fresh(self, name: str, pools: set[str]) -> bool:
        """Whether a name is only given what is made there, and is no other name of what is gone over."""
        values = [
            n.value for n in walk(self.node) if isinstance(n, ast.Assign) for t in n.targets if _is(t, name)
        ]
        stored = [n for n in walk(self.node) if _is(n, name) and not isinstance(n.ctx, ast.Load)]  # type: ignore[attr-defined]
        augmented = [n for n in walk(self.node) if isinstance(n, ast.AugAssign) and _is(n.target, name)]
        if name in pools or not values or len(stored) != len(values) + len(augmented):
            return False
        given = (
            n
            for n in walk(self.node)
            if isinstance(n, ast.Assign) and any(_is(t, p) for t in n.targets for p in pools)
        )
        return all(map(_is_made, values)) and not any(_is(n, name) for g in given for n in walk(g.value))

    def _fresh(self, stem: str) -> str:
        name, number = stem, 0
        while name in self.names or name in self.imports:
            number += 1
            name = f"{stem}{number}"
        self.names.add(name)
        return name


class _ByPlace(Transformer):
    """Puts items of a sequence by their places in the place of names for them."""

    def __init__(self, items: Mapping[str, tuple[ast.expr, str]]) -> None:
        self.items = items

    def visit_Name(self, node: ast.Name) -> ast.expr:
        """A name, or the item that it is."""
        if node.id not in self.items:
            return node
        pool, place = self.items[node.id]
        return _located(ast.Subscript(copied(pool), ast.Name(place, ast.Load()), ast.Load()), node)


def _leaves(loop: ast.For) -> bool:
    """Whether a `break` in a loop is its own."""
    todo: list[ast.stmt] = list(loop.body)
    while todo:
        part = todo.pop()
        if isinstance(part, ast.Break):
            return True
        blocks = ("orelse",) if isinstance(part, (ast.For, ast.While)) else ("body", "orelse")
        todo += [inner for name in blocks for inner in getattr(part, name, [])]
        if isinstance(part, (ast.Match, ast.Try)):
            return True
    return False


def _receivers(body: ast.AST) -> Iterator[str]:
    """The names of what has methods that are called as statements."""
    for part in walk(body):
        call = part.value if isinstance(part, ast.Expr) else None
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute):
            yield _root(call.func.value)


def _written(body: ast.AST) -> Iterator[str]:
    """The names of what is written into, or added to in place."""
    for part in walk(body):
        if isinstance(part, (ast.Subscript, ast.Attribute)) and not isinstance(part.ctx, ast.Load):
            yield _root(part)
        elif isinstance(part, ast.AugAssign) and isinstance(part.target, ast.Name):
            yield part.target.id


def _root(node: ast.expr) -> str:
    while isinstance(node, (ast.Subscript, ast.Attribute)):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""


def _is_made(value: ast.expr) -> bool:
    """Whether an expression makes memory of its own, or a number."""
    word = value.func.attr if isinstance(value, ast.Call) and isinstance(value.func, ast.Attribute) else ""
    return word in FRESH or isinstance(value, MADE)


def _is_pool(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) or _is_call(node, "range")


def _is_call(node: ast.expr, word: str) -> bool:
    return isinstance(node, ast.Call) and _is(node.func, word) and not node.keywords


def _is(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name


def _from_second(pool: ast.expr) -> ast.expr:
    return ast.Subscript(copied(pool), ast.Slice(ast.Constant(1), None, None), ast.Load())


def _located(made: ast.expr, place: ast.expr) -> ast.expr:
    for node in walk(made):
        if not hasattr(node, "lineno"):
            ast.copy_location(node, place)
    return made
