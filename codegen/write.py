"""The text of a statement that the project makes, by astor.

astor is used here alone. It uses names that later versions of Python remove from `ast`; here, and
for it only, they are given back. What it writes is parsed again and compared with what was meant.
"""

from __future__ import annotations

import ast
import re
import types
import warnings
from collections.abc import Callable, Mapping
from typing import Any

from codegen.gates import Paren
from codegen.trees import SHARED, same_tree

with warnings.catch_warnings():
    # It asks for the names that are going to be removed, which is nothing for the user to hear of.
    warnings.simplefilter("ignore", DeprecationWarning)
    import astor.code_gen
    from astor.op_util import Precedence

HUGGED = re.compile(r"(?<![\w.)\]])([\w.]+) \*\* (-?[\w.]+)(?![\w.(\[])")
REMOVED = ("Num", "Str", "Bytes", "NameConstant", "Ellipsis", "Index", "ExtSlice")


def _give_back_removed_names() -> None:
    """Gives astor an `ast` in which the names that it asks for are there, and fit nothing."""
    stand_in = types.ModuleType("ast")
    stand_in.__dict__.update({k: v for k, v in vars(ast).items() if not k.startswith("__")})
    for name in REMOVED:
        stand_in.__dict__[name] = type(name, (), {})
    astor.code_gen.ast = stand_in


_give_back_removed_names()


class _Writer(astor.code_gen.SourceGenerator):  # type: ignore[misc]
    """astor's writer, which also writes the parentheses of templates and the user's own numbers."""

    def visit_Paren(self, node: Paren) -> None:
        """Writes parentheses that need not be there to be understood."""
        astor.code_gen.set_precedence(Precedence.Comma, node.value)
        self.write("(", node.value, ")")

    def visit_Constant(self, node: ast.Constant) -> None:
        """Writes a number as the user did."""
        written = repr(node.value) if isinstance(node.value, complex) else None
        written = getattr(node, "written", written)
        if written is not None:
            self.write(written)
        else:
            super().visit_Constant(node)

    def visit_Subscript(self, node: ast.Subscript) -> None:
        """Writes an index, a tuple in it without parentheses."""
        index = node.slice
        if isinstance(index, ast.Tuple) and index.elts:
            self.write(node.value, "[")
            self.comma_list(index.elts, len(index.elts) == 1)
            self.write("]")
        else:
            super().visit_Subscript(node)


Spell = Callable[[ast.expr], "ast.expr | None"]


def written(node: ast.stmt, spelling: Mapping[str, str], spell: Spell = lambda node: None) -> str:
    """The text of a statement, each version by its spelling.

    `spell` may give another expression for one (a function of a module that has an alias).
    """
    fresh = spelled(node, spelling, spell)
    text: str = astor.code_gen.to_source(
        fresh,
        pretty_string=lambda s, *_, **__: _quoted(s),
        pretty_source="".join,
        source_generator_class=_Writer,
    ).strip("\n")
    if not same_tree(ast.parse(text).body[0], fresh, Paren):
        text = ast.unparse(ast.fix_missing_locations(_without_parens(fresh)))
    return HUGGED.sub(r"\1**\2", text)


def _quoted(text: str) -> str:
    """A string as black writes it."""
    plain = repr(text)
    return f'"{plain[1:-1]}"' if plain[0] == "'" and '"' not in plain else plain


def spelled(node: Any, spelling: Mapping[str, str], spell: Spell) -> Any:
    """A copy of a tree with names spelled; nothing in it is shared with the tree."""
    if isinstance(node, list):
        return [spelled(item, spelling, spell) for item in node]
    if not isinstance(node, ast.AST):
        return node
    if isinstance(node, ast.expr):
        other = spell(node)
        if other is not None:
            node = other
    if isinstance(node, ast.Name):
        return ast.Name(spelling.get(node.id, node.id), type(node.ctx)())
    number = node.value if isinstance(node, ast.Constant) else None
    if isinstance(number, (int, float)) and _negative(number):
        positive = ast.Constant(-number)
        if hasattr(node, "written"):
            positive.written = node.written.removeprefix("-")  # type: ignore[attr-defined]
        return ast.UnaryOp(ast.USub(), positive)
    new = node.__class__.__new__(node.__class__)
    for name, value in node.__dict__.items():
        if name in node._fields or name == "written":
            setattr(new, name, value if value.__class__ in SHARED else spelled(value, spelling, spell))
    return new


def _negative(value: float) -> bool:
    return type(value) in (int, float) and (value < 0 or str(value).startswith("-"))


def _without_parens(node: Any) -> Any:
    """The tree without the parentheses of templates, as Python would parse its text."""
    if isinstance(node, list):
        return [_without_parens(item) for item in node]
    if isinstance(node, Paren):
        return _without_parens(node.value)
    if isinstance(node, ast.AST):
        for name, value in ast.iter_fields(node):
            setattr(node, name, _without_parens(value))
    return node
