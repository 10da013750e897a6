"""What a function in a function reads of the one around it, and what it is as a function of its own."""

from __future__ import annotations

import ast
import functools
from collections.abc import Iterator, Mapping

from codegen.inline import Definition
from codegen.parse import Module, function_of
from codegen.passed import Known, add_arguments
from codegen.scopes import SCOPES, arguments, bound, free
from codegen.trees import child_nodes, copied, walk


class Again(Exception):
    """A function must be gone through again, since something cannot be done to a definition in it."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(name)
        self.name, self.reason = name, reason


class Around:
    """A function that others stand in; `own` are its names, with how often each is bound."""

    def __init__(self, module: Module, node: ast.FunctionDef) -> None:
        self.module, self.node = module, node
        self.own = bound(node)
        self.moved: set[str] = set()

    @functools.cached_property
    def names(self) -> set[str]:
        """All names in the function, of those in functions in it only what they read around them."""
        return identifiers(ast.Module([*self.node.body], []), inside=False) | set(self.own)

    def why_not(self, name: str, definition: Definition, statement: ast.stmt) -> str:
        """What stands against taking a definition out; empty if nothing does."""
        parts = list(walk(definition))
        if self.own[name] != 1:
            return f"{name} is bound more than once"
        if self.stopped(statement):
            return f"a gradient cannot be stopped at the head of {name}"
        if any(isinstance(part, (ast.Nonlocal, ast.Global)) for part in parts):
            return f"{name} binds names that are not its own"
        if name in free(definition):
            return f"{name} calls itself"
        if any(isinstance(part, (ast.Yield, ast.YieldFrom, ast.Await)) for part in parts):
            return f"{name} is a generator"
        return f"{name} is decorated" if getattr(definition, "decorator_list", []) else ""

    def why_not_called(self, name: str) -> str:
        """What else is done with a function in a function than to call it where it must be defined."""
        returned = [part.value for part in walk(self.node) if isinstance(part, ast.Return) and part.value]
        values = [v for value in returned for v in (value.elts if isinstance(value, ast.Tuple) else [value])]
        if any(isinstance(value, ast.Name) and value.id == name for value in values):
            return f"{name} is returned, and a gradient cannot follow it to where it is called"
        return f"{name} is not only called, or not only where it must be defined"

    def stopped(self, statement: ast.stmt) -> bool:
        """Whether a gradient is stopped on the line that defines a function, and not in a statement of it."""
        last = statement.lineno if isinstance(statement, ast.FunctionDef) else statement.end_lineno
        return any(n in self.module.stops for n in range(statement.lineno, (last or statement.lineno) + 1))

    def needed(self, name: str, definition: Definition, known: Mapping[str, Known]) -> list[str]:
        """The names of the function around that a definition, and what it calls, reads."""
        reads = free(definition)
        found = {n for n in reads if n in self.own and n not in known}
        for other in reads & set(known):
            found |= {n for n in known[other].reads if n in self.own}
        if clash := sorted(found & set(bound(definition))):
            raise Again(name, f"{name} has a {clash[0]} of its own, beside that of {self.node.name}")
        return sorted(found, key=self._order)

    def apart(
        self, name: str, definition: Definition, known: Mapping[str, Known]
    ) -> tuple[ast.FunctionDef, list[ast.arg], bool]:
        """A definition as a function by itself, with the arguments for what it reads around it.

        The last of the three says whether these must be given by name.
        """
        needed, node = self.needed(name, definition, known), _as_function(definition)
        defaults = [*node.args.defaults, *(d for d in node.args.kw_defaults if d is not None)]
        if not all(isinstance(d, ast.Constant) for d in defaults):
            raise Again(name, f"a default of {name} is no number")
        constants = [n for n in needed if self.constant(n) is not None]
        new = [self.argument(n, name) for n in needed if n not in constants]
        start = int(ast.get_docstring(node, clean=False) is not None and len(node.body) > 1)
        made = [_placed(self.constant(n), node.body[start]) for n in constants]
        self.moved.update(constants)
        node.body = [*node.body[:start], *made, *node.body[start:]]
        return node, new, add_arguments(node, new)

    def constant(self, name: str) -> ast.stmt | None:
        """The statement that gives a name its only value, a number."""
        for part in self.node.body:
            one = isinstance(part, ast.Assign) and len(part.targets) == 1 and self.own[name] == 1
            if one and isinstance(part.targets[0], ast.Name) and part.targets[0].id == name:  # type: ignore[attr-defined]
                return part if isinstance(part.value, ast.Constant) else None  # type: ignore[attr-defined]
        return None

    def _order(self, name: str) -> tuple[int, int, str]:
        place = next(iter(_places(self.node, name)), None)
        return (getattr(place, "lineno", 0), getattr(place, "col_offset", 0), name)

    def argument(self, name: str, definition: str) -> ast.arg:
        """The argument for a name of the function around, with the shape that is known of it there."""
        place = next(iter(_places(self.node, name)), None)
        if place is None:
            raise Again(definition, f"{definition} reads {name}, which is no value")
        known = isinstance(place, ast.arg) and self.own[name] == 1
        new = ast.copy_location(ast.arg(name, place.annotation if known else None), place)  # type: ignore[union-attr]
        new.made = True  # type: ignore[attr-defined]
        return new


def defined(statement: ast.stmt) -> tuple[str, Definition | None]:
    """The name and the function that a statement defines, if it does."""
    if isinstance(statement, ast.FunctionDef):
        return statement.name, statement
    if isinstance(statement, ast.Assign) and len(statement.targets) == 1:
        (target,) = statement.targets
        if isinstance(target, ast.Name) and isinstance(statement.value, ast.Lambda):
            return target.id, statement.value
    return "", None


def _as_function(definition: Definition) -> ast.FunctionDef:
    """A definition of one's own, a lambda's as if it had been written as a function."""
    own = copied(definition)
    if isinstance(own, ast.FunctionDef):
        return own
    return function_of(own)


def _placed(statement: ast.stmt | None, place: ast.stmt) -> ast.stmt:
    """A copy of a statement as if it had been made in another place."""
    assert statement is not None
    new = copied(statement)
    for node in walk(new):
        ast.copy_location(node, place)
    new.made = True  # type: ignore[attr-defined]
    return new


def identifiers(node: ast.AST, inside: bool = True) -> set[str]:
    """All names in a function; `inside` says whether those of functions in it count."""
    names, todo = set[str](), [node]
    while todo:
        part = todo.pop()
        if not inside and isinstance(part, SCOPES):
            names |= free(part)
            continue
        names |= {getattr(part, "id", ""), getattr(part, "arg", "") or ""}
        todo += [part.args, *part.body] if isinstance(part, ast.FunctionDef) else child_nodes(part)
    return names - {""}


def _places(node: ast.FunctionDef, name: str) -> Iterator[ast.arg | ast.Name]:
    """Where a function binds a name: as its argument, or in its statements."""
    yield from (arg for arg in arguments(node) if arg.arg == name)
    for part in walk(node):
        if isinstance(part, ast.Name) and part.id == name and isinstance(part.ctx, ast.Store):
            yield part


def reads_names(node: ast.FunctionDef, names: set[str]) -> bool:
    """Whether a function still reads a name, other than as that of a function that was made."""
    loads = (p for s in node.body for p in walk(s) if isinstance(p, ast.Name) and p.id in names)
    return any(isinstance(p.ctx, ast.Load) and not hasattr(p, "lifted") for p in loads)


def without_unread(body: list[ast.stmt]) -> list[ast.stmt]:
    """A body without the names for all further arguments that nothing reads."""
    reads = free(ast.Module(body, []))
    names = {id(s): s.targets[0].id for s in body if hasattr(s, "spread")}  # type: ignore[attr-defined]
    return [s for s in body if names.get(id(s), "") in ("", *reads)]
