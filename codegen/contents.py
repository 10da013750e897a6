"""What is known of a dict or a list at a place of a function, and expressions that read it.

Such an expression has names in the place of the items. What could make the dict known by another name,
through which it is written into, is not followed.
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import dataclass

from codegen.scopes import SCOPES, arguments
from codegen.trees import Transformer, walk
from codegen.unroll import spelled_out

EAGER = ("max", "min", "sorted")  # and these, of its values
NEW = ("sum", "zip", "enumerate", "reversed", "list", "tuple", "dict")  # make something else of a container


class Cannot(Exception):
    """A dict or a list is used in a way that is not followed."""


@dataclass(frozen=True)
class Functions:
    """What a name that is called means: one of Python's, of the module's, or of what this imports.

    `reads` says of a function of the module that it only takes items of its arguments.
    """

    builtin: Callable[[str], bool]
    reads: Callable[[str], bool]
    imported: Callable[[str], bool]


@dataclass(frozen=True)
class State:
    """What is known at a place: the items by their keys, and their names; what perhaps is there as well.

    Items of a list have no keys. `ordered` says that the items are there in this order.
    """

    cells: tuple[tuple[object, str], ...]
    perhaps: frozenset[object] = frozenset()
    ordered: bool = True

    @property
    def names(self) -> dict[object, str]:
        """The names of the items that are there for certain."""
        return dict(self.cells)

    @property
    def whole(self) -> bool:
        """Whether it is known what all of it is."""
        return self.ordered and not self.perhaps

    def item(self, node: ast.expr, of_dict: bool) -> str:
        """The name of the item at an index; raises `Cannot` where it may not be there."""
        key = constant(node)
        if of_dict and key in self.names:
            return self.names[key]
        if of_dict or type(key) is not int or not -len(self.cells) <= key < len(self.cells):
            raise Cannot
        return self.cells[key][1]

    def display(self, of_dict: bool, place: ast.expr) -> ast.expr:
        """All of it, with the names of its items."""
        if not self.whole:
            raise Cannot
        items: list[ast.expr] = [ast.Name(name, ast.Load()) for _, name in self.cells]
        new: ast.expr = ast.List(items, ast.Load())
        if of_dict:
            new = ast.Dict([ast.Constant(key) for key, _ in self.cells], items)  # type: ignore[arg-type]
        for part in walk(new):
            ast.copy_location(part, place)
        return new

    def gone_over(self, word: str, of_dict: bool, place: ast.expr) -> ast.Tuple:
        """The items of a loop over all of it, or of `items()`, `keys()` or `values()` of a dict."""
        if not self.whole:
            raise Cannot
        items: list[ast.expr] = [ast.Name(name, ast.Load()) for _, name in self.cells]
        keys = [ast.parse(repr(key), mode="eval").body for key, _ in self.cells]
        if word == "items":
            items = [ast.Tuple([key, item], ast.Load()) for key, item in zip(keys, items)]
        elif word == "keys" or (of_dict and not word):
            items = keys
        new = ast.Tuple(items, ast.Load())
        for part in walk(new):
            ast.copy_location(part, place)
        return new


def constant(node: ast.expr) -> object:
    """The key that an index is; raises `Cannot` where it is none that is written in the source."""
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        inner = constant(node.operand)
        if isinstance(inner, int):
            return -inner
    if not isinstance(node, ast.Constant):
        raise Cannot
    return node.value


def met(first: State | None, second: State | None) -> State | None:
    """What is known where two ways meet."""
    if first is None or second is None or first == second:
        return first if first == second else None
    if any(key is None for key, _ in (*first.cells, *second.cells)):
        raise Cannot  # lists of different things
    cells = tuple(cell for cell in first.cells if cell in second.cells)
    perhaps = {key for key, _ in {*first.cells, *second.cells} - {*cells}}
    ordered = first.ordered and second.ordered and first.cells == second.cells
    return State(cells, frozenset(perhaps) | first.perhaps | second.perhaps, ordered)


def only_reads(function: ast.FunctionDef) -> bool:
    """Whether a function does no more with its arguments than to read their items."""
    own = {arg.arg for arg in arguments(function)}
    read = {
        id(part.value)
        for part in walk(function)
        if (isinstance(part, ast.Subscript) and not stores(part))
        or (isinstance(part, ast.Attribute) and part.attr in ("items", "keys", "values", "get"))
    }
    of = {id(part) for part in walk(function) if isinstance(part, ast.Name) and part.id in own}
    return of <= read


def names(node: ast.AST, name: str) -> bool:
    """Whether something is the name, or has it in it."""
    return any(is_name(part, name) for part in walk(node))


def stores(node: ast.Name | ast.Subscript) -> bool:
    """Whether a name, or an item, is given a value."""
    return not isinstance(node.ctx, ast.Load)


def is_name(node: ast.AST | None, name: str) -> bool:
    """Whether something is the name."""
    return isinstance(node, ast.Name) and node.id == name


def is_view(node: ast.AST, name: str) -> bool:
    """Whether an expression is `d.values()`, or the like."""
    method = node.func if isinstance(node, ast.Call) and not (node.args or node.keywords) else None
    view = isinstance(method, ast.Attribute) and method.attr in ("values", "items", "keys")
    return view and is_name(method.value, name)  # type: ignore[union-attr]


class Reads(Transformer):
    """Puts names in the place of the items of a dict, or a list, in an expression."""

    def __init__(self, name: str, of_dict: bool, state: State | None, functions: Functions) -> None:
        self.name, self.of_dict, self.state, self.functions = name, of_dict, state, functions

    def read(self, node: ast.expr) -> ast.expr:
        """One expression; raises `Cannot` where it is not followed."""
        new = self.visit(node) if names(node, self.name) else node
        assert isinstance(new, ast.expr)
        return new

    def visit(self, node: ast.AST) -> ast.AST:
        """One part; where the whole is read, it is not followed, but for what makes something new of it."""
        if is_name(node, self.name) or (isinstance(node, SCOPES) and names(node, self.name)):
            raise Cannot
        if isinstance(node, ast.Subscript) and is_name(node.value, self.name):
            return ast.copy_location(ast.Name(self._known().item(node.slice, self.of_dict), node.ctx), node)
        if isinstance(node, ast.Call):
            return self._call(node)
        if isinstance(node, (ast.ListComp, ast.DictComp, ast.GeneratorExp)):
            return self._comprehension(node)
        if isinstance(node, ast.Dict) and None in node.keys:
            return self._spread(node)
        return self.generic_visit(node)

    def _comprehension(self, node: ast.ListComp | ast.DictComp | ast.GeneratorExp) -> ast.AST:
        """A comprehension, which is written out where it goes over what is known."""
        over = node.generators[0].iter
        view = over.func if isinstance(over, ast.Call) and isinstance(over.func, ast.Attribute) else None
        word = view.attr if view is not None and is_name(view.value, self.name) else ""
        if is_name(over, self.name) or word in ("items", "keys", "values"):
            items = self._known().gone_over(word, self.of_dict, over)
            if isinstance(node, ast.GeneratorExp):
                node.generators[0].iter = items  # what it is given to says what is made of it
            elif (new := spelled_out(node, items.elts)) is None:
                raise Cannot
            else:
                return self.visit(new)
        return self.generic_visit(node)

    def _known(self) -> State:
        if self.state is None:
            raise Cannot
        return self.state

    def whole(self, node: ast.expr) -> ast.expr:
        """What may be the whole, as it is now: nobody will write into it."""
        return self._known().display(self.of_dict, node) if is_name(node, self.name) else self.read(node)

    def _call(self, node: ast.Call) -> ast.AST:
        """A call that is given the whole and only reads it, or asks it for an item."""
        function, functions = node.func, self.functions
        if isinstance(function, ast.Attribute) and is_name(function.value, self.name):
            return self._method(node, function.attr)
        word = function.id if isinstance(function, ast.Name) else ""
        if word == "len" and functions.builtin(word) and [is_name(a, self.name) for a in node.args] == [True]:
            if not self._known().whole:
                raise Cannot
            return ast.copy_location(ast.Constant(len(self._known().cells)), node)
        root: ast.expr = function
        while isinstance(root, ast.Attribute):
            root = root.value
        imported = isinstance(root, ast.Name) and functions.imported(root.id)
        views = word in EAGER and any(is_view(arg, self.name) for arg in node.args)
        new = (word in NEW or views) and functions.builtin(word)
        if not (imported or new or functions.reads(word)):
            return self.generic_visit(node)
        node.args = [self.viewed(arg) if is_view(arg, self.name) else self.whole(arg) for arg in node.args]
        for keyword in node.keywords:
            keyword.value = self.whole(keyword.value)
        return node

    def _method(self, node: ast.Call, word: str) -> ast.expr:
        if word == "copy" and not node.args and not node.keywords:
            return self._known().display(self.of_dict, node)
        if word != "get" or not self.of_dict or node.keywords or not node.args:
            raise Cannot
        return ast.copy_location(ast.Name(self._known().item(node.args[0], True), ast.Load()), node)

    def viewed(self, node: ast.expr) -> ast.expr:
        """What a view of a dict gives, in a list."""
        if not self.of_dict:
            raise Cannot
        items = self._known().gone_over(node.func.attr, True, node).elts  # type: ignore[attr-defined]
        return ast.copy_location(ast.List(items, ast.Load()), node)

    def _spread(self, node: ast.Dict) -> ast.expr:
        """`{**d, "b": x}` with what d holds; of two values of one key the later one."""
        pairs: dict[object, tuple[ast.expr | None, ast.expr]] = {}
        for key, value in zip(node.keys, node.values):
            if key is None and is_name(value, self.name):
                whole = self.whole(value)
                assert isinstance(whole, ast.Dict)
                pairs.update((constant(k), (k, v)) for k, v in zip(whole.keys, whole.values) if k is not None)
            elif key is not None:
                pairs[constant(key)] = (key, self.read(value))
            else:
                raise Cannot
        node.keys, node.values = [k for k, _ in pairs.values()], [v for _, v in pairs.values()]
        return node
