"""How long a pair is, and what it keeps: for comparing generated pairs with those written by hand.

`PYTHONPATH=tests:. python tests/pairs_by_hand.py` writes the table of docs/by_hand.md anew.
"""

from __future__ import annotations

import ast
import functools
import io
import tokenize
from dataclasses import dataclass
from pathlib import Path

from codegen.generate import Options, generate_module

ROOT = Path(__file__).parents[1]
DATA = ROOT / "tests" / "data"
MODULES = ("layers", "models")

PAGE = ROOT / "docs" / "by_hand.md"
HEAD = "| function | lines by hand | generated | kept by hand | generated |\n|---|---|---|---|---|\n"
CHECKS = "shares_memory"  # that arguments do not overlap, which nobody looks at by hand


@dataclass(frozen=True)
class Size:
    """Lines of the backward pass, lines that the forward pass has more than the function, values kept.

    `kept` are those of the cache, `each_turn` those that the turns of loops append to histories.
    """

    backward: int
    added: int
    kept: int
    each_turn: int

    @property
    def lines(self) -> int:
        """All lines that are there because of the gradient."""
        return self.backward + self.added


@functools.cache
def generated(module: str) -> str:
    """The pairs of a module of tests/data."""
    return generate_module((DATA / f"{module}.py").read_text(), f"{module}.py", Options())


def by_hand(module: str) -> str:
    """The same, written by hand."""
    return (DATA / f"{module}_by_hand.py").read_text()


@functools.cache
def sizes(module: str, text: str) -> dict[str, Size]:
    """The sizes of the pairs in a text, by the names of the functions of a module."""
    functions = _functions((DATA / f"{module}.py").read_text())
    passes = _functions(text)
    found = {}
    for name, node in functions.items():
        forward, backward = passes[f"{name}_forward"], passes[f"{name}_backward"]
        found[name] = Size(
            _lines(backward), _lines(forward) - _lines(node), _kept(forward), _each_turn(forward)
        )
    return found


def _functions(text: str) -> dict[str, ast.FunctionDef]:
    return {node.name: node for node in ast.parse(text).body if isinstance(node, ast.FunctionDef)}


def _lines(function: ast.FunctionDef) -> int:
    """The lines of a body, however they are broken, without docstring, comments and checks of arguments."""
    body = function.body[1:] if ast.get_docstring(function) is not None else function.body
    body = [s for s in body if not (isinstance(s, ast.If) and CHECKS in ast.dump(s.test))]
    text = "\n".join(ast.unparse(statement) for statement in body) + "\n"
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    return sum(token.type == tokenize.NEWLINE for token in tokens)


def _kept(forward: ast.FunctionDef) -> int:
    for node in ast.walk(forward):
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "cache":
            assert isinstance(node.value, ast.Tuple)
            return len(node.value.elts)
    raise AssertionError(f"{forward.name} has no cache")


def _each_turn(forward: ast.FunctionDef) -> int:
    appends = (
        n for n in ast.walk(forward) if isinstance(n, ast.Call) and ast.unparse(n.func).endswith(".append")
    )
    return sum(len(n.args[0].elts) if isinstance(n.args[0], ast.Tuple) else 1 for n in appends)


def table() -> str:
    """What is in docs/by_hand.md."""
    rows = []
    for module in MODULES:
        hand, made = sizes(module, by_hand(module)), sizes(module, generated(module))
        rows += [
            f"| `{n}` | {_sum(hand[n])} | {_sum(made[n])} | {_keeps(hand[n])} | {_keeps(made[n])} |"
            for n in hand
        ]
    return HEAD + "\n".join(rows) + "\n"


def _sum(size: Size) -> str:
    return f"{size.backward} + {size.added} = {size.lines}"


def _keeps(size: Size) -> str:
    return f"{size.kept}, each turn {size.each_turn}" if size.each_turn else str(size.kept)


def written_table(text: str) -> str:
    """The table in a page."""
    start = text.index(HEAD)
    return text[start : text.index("\n\n", start) + 1]


if __name__ == "__main__":
    page = PAGE.read_text()
    PAGE.write_text(page.replace(written_table(page), table()))
