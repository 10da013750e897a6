"""What a circuit is made of: gates, the wires between them, and what was seen of the function."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Span = tuple[int, int, int, int]


@dataclass(frozen=True)
class Gate:
    """An operation: its sign, the line and the text that it is made of, the wires that it reads and gives."""

    sign: str
    line: int
    told: str
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    span: Span


@dataclass(frozen=True)
class Decomposed:
    """A module in which the function is one gate a statement, and these gates.

    Wires are called as the values in that function are; `names` are those that the user has given them.
    `parts` says where inputs that are parts of arguments stand.
    """

    text: str
    inputs: tuple[str, ...]
    gates: tuple[Gate, ...]
    outputs: tuple[str, ...]
    names: Mapping[str, str]
    parts: Mapping[str, Span]


@dataclass(frozen=True)
class Seen:
    """What was seen of a function when it was run on its example.

    `ways` are, in order, whether conditions held, and how many turns loops had, with what was gone over.
    `annotations` are what is to be said of its arguments; `plain` are those that are no numbers with
    gradients, nor hold any, `holders` are instances; `fixed` are expressions that are no such numbers.
    """

    ways: tuple[Any, ...] = ()
    annotations: Mapping[str, str] = field(default_factory=dict)
    plain: frozenset[str] = frozenset()
    fixed: frozenset[Span] = frozenset()
    holders: frozenset[str] = frozenset()


def span(node: ast.expr) -> Span:
    """What an expression is known by."""
    return node.lineno, node.col_offset, node.end_lineno or 0, node.end_col_offset or 0
