"""Values that jax.jit knows before anything runs, written once more where the mirror reads them.

What comes out of a compiled forward pass is an array, a length as well, and no array can say how long
a loop is. So lengths, and what is computed of them and of positions, are not cached: a line that reads
`n` says `x.shape[0]`, as it came about.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import replace

from codegen.compilers import compiler
from codegen.lower import Lowered
from codegen.mirror import BackLine, Backward, Group, substituted
from codegen.parse import Module
from codegen.terms import Term

ASKED = ("shape", "size", "ndim")
PLAIN = ("literal", "index", "slice", "tuple", "compare", "and", "or", "not", "neg", "if")
OPERATORS = ("+", "-", "*", "//", "/", "%", "**")
CALLS = ("builtins.min", "builtins.max", "builtins.int", "builtins.abs")


def with_statics(lowered: Lowered, module: Module, library: str, backward: Backward) -> Backward:
    """The mirror with such values written out, where the function may be run by jax.jit."""
    jitted = any(compiler(function, module) == "jax" for function in module.functions.values())
    values = _values(lowered, backward) if jitted and library == "jax.numpy" else {}
    if not values:
        return backward
    groups = tuple(_written_out(group, values) for group in backward.groups)
    return replace(backward, groups=groups)


def _values(lowered: Lowered, backward: Backward) -> Mapping[str, ast.expr]:
    """The expressions of all versions whose values are known before anything runs."""
    values: dict[str, ast.expr] = {}
    positions: set[str] = set()
    for index, statement in enumerate(lowered.statements):
        made = [(stage.version, stage.term) for stage in backward.stages.get(index, ())]
        for version, term in (*made, *((bind.version, bind.term) for bind in statement.binds)):
            if term.op == "position":
                positions.add(version)
            elif (statement.form == "bind" or (version, term) in made) and _known(
                term, {*values, *positions}
            ):
                values[version] = substituted(term.node, values)
    return values


def _known(term: Term, names: set[str]) -> bool:
    """Whether a term is made of shapes, of numbers that are written in the source and of these names."""
    if term.op == "name":
        return term.data in names
    if term.op == "attr":
        return term.data in ASKED and term.args[0].op == "name"
    if term.op == "call" and term.data in ("builtins.len", *(f"numpy.{word}" for word in ASKED)):
        return len(term.args) == 1 and term.args[0].op == "name"
    plain = term.op in (*PLAIN, *OPERATORS) or (term.op == "call" and term.data in CALLS)
    return plain and all(_known(part, names) for part in term.args)


def _written_out(group: Group, values: Mapping[str, ast.expr]) -> Group:
    def changed(node: ast.expr) -> ast.expr:
        return substituted(node, values)

    def line(old: BackLine) -> BackLine:
        index = None if old.index is None else changed(old.index)
        return replace(old, expr=changed(old.expr), index=index)

    return replace(
        group,
        lines=tuple(map(line, group.lines)),
        test=None if group.test is None else changed(group.test),
        over=tuple(map(changed, group.over)),
    )
