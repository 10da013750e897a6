"""The functions of a module that are helpers of ours: generated text, read again, has them."""

from __future__ import annotations

import ast
import functools
import re
from collections.abc import Mapping
from dataclasses import replace

from codegen import knowledge
from codegen.index import Functions
from codegen.library import Library
from codegen.parse import Module, dotted
from codegen.trees import Transformer, copied

# Calls without keywords; that `zip` is strict is not read of a source.
NO_KEYWORDS = re.compile(r", keywords=\[(keyword\(arg='strict', value=Constant\(value=True\)\))?\]")
# Helpers beside pairs with types have some, too: each argument is Any.
TYPE = re.compile(r", annotation=Name\(id='\w+', ctx=Load\(\)\)")


def with_helpers(module: Module, gates: Library) -> Module:
    """The module with those of its functions known that are helpers of ours, by their definition."""
    by_np = _LibraryByNp(module.imports)
    parameters = {entry.parameters for f in _files(gates) for entry in f.entries.values()}
    outlines = {name: _outline(f.node) for name, f in module.functions.items() if not f.elsewhere}
    likely = [name for name, outline in outlines.items() if outline[0] in parameters]
    ours = {text: name for n in likely for text, name in _definitions(gates, outlines[n]).items()}
    nodes = {name: by_np.visit(copied(module.functions[name].node)) for name in likely}
    found: dict[str, str] = {}
    while True:
        texts = {name: _definition(node, found) for name, node in nodes.items()}
        new = {name: ours[text] for name, text in texts.items() if text in ours}
        if new == found:
            break
        found = new
    return replace(module, helpers=found)


Outline = tuple[tuple[str, ...], tuple[type[ast.stmt], ...]]


@functools.cache
def _definitions(gates: Library, outline: Outline) -> Mapping[str, str]:
    """What each helper of an outline does, to its name."""
    likely = (
        f[name] for f in _files(gates) for name, entry in f.entries.items() if entry.parameters == outline[0]
    )
    return {_definition(node, {}): node.name for node in likely if _outline(node) == outline}


def _files(gates: Library) -> tuple[Functions, ...]:
    return gates.helpers, gates.otherwise, gates.for_compilers


def _outline(node: ast.FunctionDef) -> Outline:
    """What is quick to compare: the parameters, and of what sort each statement is."""
    return tuple(arg.arg for arg in node.args.args), tuple(type(s) for s in _without_doc(node))


def _without_doc(node: ast.FunctionDef) -> list[ast.stmt]:
    return node.body[1:] if ast.get_docstring(node) is not None else node.body


class _LibraryByNp(Transformer):
    """Calls a library of arrays np, as helpers do, whatever its name is in the module."""

    def __init__(self, imports: Mapping[str, str]) -> None:
        self.imports = imports
        self.libraries = knowledge.vocabulary().libraries

    def visit_Name(self, node: ast.Name) -> ast.Name:
        """`numpy.exp`, after `import numpy`."""
        return ast.Name("np", node.ctx) if self.imports.get(node.id) in self.libraries else node

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        """`jax.numpy.exp`, after `import jax`."""
        if dotted(node, self.imports) in self.libraries:
            return ast.Name("np", node.ctx)
        return self.generic_visit(node)


def _definition(node: ast.FunctionDef, names: Mapping[str, str]) -> str:
    """What a function does, whatever it is called: its text, the names of helpers being ours."""
    text = TYPE.sub("", ast.dump(node.args)) + "".join(ast.dump(s) for s in _without_doc(node))
    text = NO_KEYWORDS.sub("", text)
    for name, helper in {**names, node.name: "itself"}.items():
        text = text.replace(f"Name(id={name!r}", f"Name(id={helper!r}")
    return text
