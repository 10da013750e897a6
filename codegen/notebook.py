"""The extension of IPython and Jupyter: `%load_ext codegen`, then `%%backprop` above a cell with functions.

The cell is run as it stands. Its functions get their pairs, `f_forward` and `f_backward`, and the page of
review of them is shown, with the values of an example where one is given.
"""

from __future__ import annotations

import ast
import html
import inspect
import linecache
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import BuiltinFunctionType, FunctionType, ModuleType
from typing import Any

from codegen.build import generate_text
from codegen.files import FileRefused
from codegen.kept import WrongInput
from codegen.options import Options
from codegen.problems import ended_lines, render
from codegen.review import Examples, review_page
from codegen.trees import walk

NAME = "cell.py"
LINE = 18  # pixels
LARGEST = 900


@dataclass(frozen=True)
class Cell:
    """What a cell shows: the text of its passes, and the page of review where HTML is shown."""

    text: str
    page: str

    def _repr_html_(self) -> str:
        height = min(LARGEST, 300 + LINE * self.text.count("\n"))
        style = f"width: 100%; height: {height}px; border: 0"
        return f'<iframe srcdoc="{html.escape(self.page)}" style="{style}"></iframe>'

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        printer.text(self.text)


def load(shell: Any) -> None:
    """Gives a shell the magic `%%backprop`."""
    from IPython.core.magic_arguments import argument, magic_arguments, parse_argstring
    from IPython.display import display

    @magic_arguments()  # type: ignore[untyped-decorator, unused-ignore]
    @argument(
        "--style", choices=("clean", "notes"), default="clean", help="notes: (1) * and line numbers too"
    )  # type: ignore[untyped-decorator, unused-ignore]
    @argument("--final", default="", help="functions whose output's gradient is 1: f,g")  # type: ignore[untyped-decorator, unused-ignore]
    @argument("--at", action="append", default=[], help="an example: 'f:x=3, y=(2, 3)', or without f")  # type: ignore[untyped-decorator, unused-ignore]
    def backprop(line: str, cell: str) -> None:
        """Writes the backward passes of the functions in a cell, and shows them."""
        asked = parse_argstring(backprop, line)
        final = tuple(name.strip() for name in asked.final.split(",") if name.strip())
        shown = carried_out(shell, cell, Options(style=asked.style, final=final), tuple(asked.at))
        if shown is not None:
            display(shown)

    shell.register_magic_function(backprop, "cell", "backprop")


def carried_out(shell: Any, cell: str, options: Options, at: tuple[str, ...]) -> Cell | None:
    """Runs a cell and gives its functions their pairs; what is shown of them, or None."""
    result = shell.run_cell(cell, store_history=False)
    if not result.success:
        return None
    text = _with_surroundings(cell, shell.user_ns)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / NAME
        path.write_text(text, encoding="utf-8")
        try:
            made = generate_text(text, NAME, options)
            examples = Examples(commented=True, given=tuple(_examples(at, cell)))
            page = review_page(str(path), options, examples=examples)
        except FileRefused as refused:
            for problem in refused.located.problems:
                print(render(problem, "the cell", refused.located.lines), file=sys.stderr)
            return None
        except WrongInput as wrong:
            print(f"--at: {wrong}", file=sys.stderr)
            return None
    shell.push(_pairs(made, _functions(cell)))
    return Cell(made, page)


def _functions(cell: str) -> list[str]:
    return [node.name for node in ast.parse(cell).body if isinstance(node, ast.FunctionDef)]


def _examples(at: tuple[str, ...], cell: str) -> Iterator[tuple[str, str]]:
    """Examples with their function: where none is named, the last one of the cell."""
    names = _functions(cell)
    for one in at:
        name, colon, rest = one.strip("'\"").partition(":")
        if colon and name.strip().isidentifier():
            yield name.strip(), rest
        elif names:
            yield names[-1], one.strip("'\"")


def _pairs(made: str, functions: list[str]) -> dict[str, object]:
    """The passes of functions, run apart from the user's names; a debugger finds their lines."""
    filename = f"<backprop {abs(hash(made)):x}>"
    linecache.cache[filename] = (len(made), None, ended_lines(made), filename)
    namespace: dict[str, object] = {"__name__": "backprop_cell"}
    exec(compile(made, filename, "exec", dont_inherit=True), namespace)
    names = [f"{name}{word}" for name in functions for word in ("_forward", "_backward")]
    return {name: namespace[name] for name in names if name in namespace}


def _with_surroundings(cell: str, namespace: Mapping[str, Any]) -> str:
    """A cell as a module: with what it reads of other cells, where the generator can read that.

    That is on the line of the magic, and below the cell, so that the lines keep their numbers.
    """
    own, below = _names(cell), list[str]()
    found: dict[str, str] = {}
    left = list(own[1] - own[0])
    while left:
        name = left.pop()
        value = namespace.get(name)
        if name in found or name not in namespace:
            continue
        if isinstance(value, FunctionType) and value.__module__ == "__main__":
            found[name] = ""
            below.append(inspect.getsource(value))
            defined, read = _names(below[-1])
            left += read - defined - own[0]
        elif (line := _as_line(name, value)) is not None:
            found[name] = line
    above = "; ".join(line for line in sorted(found.values()) if line)
    return "\n\n\n".join([f"{above}\n{cell}".rstrip("\n"), *below]) + "\n"


def _names(text: str) -> tuple[set[str], set[str]]:
    """The names that a text gives a value at its top level, and those that it reads anywhere."""
    tree = ast.parse(text)
    defined = {node.name for node in tree.body if isinstance(node, (ast.FunctionDef, ast.ClassDef))}
    imports = [node for node in tree.body if isinstance(node, (ast.Import, ast.ImportFrom))]
    defined |= {(one.asname or one.name).partition(".")[0] for node in imports for one in node.names}
    targets = (target for node in tree.body if isinstance(node, ast.Assign) for target in node.targets)
    defined |= {part.id for target in targets for part in walk(target) if isinstance(part, ast.Name)}
    read = {node.id for node in walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
    return defined, read


def _as_line(name: str, value: Any) -> str | None:
    """A statement that gives a name what it has in another cell: a module, a function of one, a constant."""
    if isinstance(value, ModuleType):
        return f"import {value.__name__} as {name}" if value.__name__ != name else f"import {name}"
    if isinstance(value, (FunctionType, BuiltinFunctionType)) and value.__module__ not in (None, "builtins"):
        return f"from {value.__module__} import {value.__name__} as {name}"
    if isinstance(value, (bool, int, float, str)):
        return f"{name} = {value!r}"
    return None
