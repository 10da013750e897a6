"""Writes docs/gates.md: every gate in templates/, the ways to spell it, and its backward lines.

What is looked up in `templates/index.json` when a source is read is written with it.

python docs/gates.py            once a gate was added or changed
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from codegen.index import NAME
from codegen.library import index

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "docs" / "gates.md"
SKIPPED = (
    "__init__",
    "vocabulary",
    "shapes",
    "constants",
    "helpers",
    "helpers_immutable",
    "helpers_compiled",
    "helpers_gates",
)

HEAD = """\
# Gates

What `backprop` can differentiate, made from `templates/` by `python docs/gates.py`: do not edit.

Each row is a gate. What it is *written* as stands for every way to write the same: operands of `+` and
`*` in either order, methods (`x.sum(1)` is `np.sum(x, axis=1)`), arguments by name or by position, the
other names that are listed, and the same functions of `jax.numpy`, `autograd.numpy`, `cupy` and
(where it has them) `math`. Several lines are parts of one pattern, which people may write in one
expression or in as many statements; two lines for one name are two ways to write that part.

*For* says which operands the gate takes, if not just any: `N K` is a shape, `... N K` one with more
dimensions in front, `literal` a number written in the source, `= N` a number that is that size. Of
several gates with one pattern the first whose operands fit is taken. *Gradient* is what is written into
the backward pass; what has no line there has no gradient, or one that is zero.

The first order of every gate is compared with central differences, for all kinds of operands and once
more in generated code (`tests/test_gates.py`, `tests/test_contract.py`). *Twice* says whether the
backward pass can be differentiated again: all that its lines call has a gate then, and their
derivatives are tested to be those of a function.

"""

GAPS = """\
## What has no gate

These are refused, with a place and a way out, where their value depends on an argument. A gate of
your own (`--templates`) is preferred to all that is here.

| refused | why |
|---|---|
"""

# What people could expect to be there, as a call of x: "N N", and why it is not.
REFUSED: dict[str, str] = {
    "np.linalg.eig(x)[0]": "eigenvalues may be complex; `np.linalg.eigh` is there",
    "np.linalg.eigvals(x)": "eigenvalues may be complex; `np.linalg.eigvalsh` is there",
    "np.complex128(x)": "arguments and results are real; complex values are made by `np.fft`, or by `1j * x`",
    "np.angle(x)": "of real values it is a step; of complex values between it is there",
    "np.histogram(x, weights=x)[0]": "counts jump where an entry changes its bin",
    "np.unique(x)": "how many values there are depends on the values",
    "np.trim_zeros(x[0])": "how many values there are depends on the values",
    "np.lexsort((x,))": "it gives places; index with them in a statement marked `# backprop: stop`",
    "np.vectorize(np.sin)(x)": "it calls a function for each entry; call it for the array",
    "np.apply_along_axis(np.sum, 0, x)": "it calls a function for each row; write the axis",
    "np.piecewise(x, [x < 0], [0.0, 1.0])": "its branches are functions; write `np.where`",
    "np.frompyfunc(abs, 1, 1)(x)": "it is an object, whose function is not seen",
    "np.matrix(x)": "its operators mean something else",
    "np.ma.masked_less(x, 0).sum()": "masked arrays have operators of their own; write `np.where`",
    "np.random.normal(x)": "draw without x, and compute with what was drawn: `x + s * noise`",
    "np.lib.stride_tricks.as_strided(x, (2,), (8,))": "it names memory, not values",
    "np.put_along_axis(x, [0], 0, 0)": "it writes into an array and gives nothing; write `x[i] = y`",
    "np.fill_diagonal(x, 0)": "it writes into an array and gives nothing; write `x[i, i] = y`",
    "np.diff(x, n=2, prepend=0)": "several differences have no gate with `prepend`; write them one by one",
    "np.interp(x[0], x[1], x[2], left=0.0)": "other values beyond the ends have no gate; write `np.where`",
    "np.gradient(x, x[0], axis=1)": "it has no gradient on places along an axis; `np.gradient(row, t)` has",
    "np.linalg.svd(x[1:])[0]": "more columns than there are singular values are any; `full_matrices=False`",
    "np.float16(x)": "its range is too small for gradients",
    "x.tolist()": "it leaves arrays; index them instead",
    "x.view(int)": "it gives other values in the same memory",
    "scipy.ndimage.gaussian_filter(x, 1)": "SciPy's filters have no gates",
    "scipy.stats.gamma.pdf(x, 2.0)": "most of SciPy's distributions have no gates; write the formula",
    "scipy.integrate.quad(x, 0, 1)": "it calls a function; write the sum over its points",
}


def page() -> str:
    """The whole text."""
    tables = vocabulary()
    once = frozenset(tables["ONCE"])
    parts = [HEAD]
    for path in sorted((ROOT / "templates").glob("*.py")):
        text = path.read_text(encoding="utf-8")
        tree = ast.parse(text)
        gates = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
        if path.stem not in SKIPPED and gates:
            title = (ast.get_docstring(tree) or "").split("\n")[0].rstrip(".")
            parts.append(f"## {path.stem}: {title[0].lower()}{title[1:]}\n\n")
            parts.append("| written | for | gradient | twice |\n|---|---|---|---|\n")
            parts += [row(node, text, tables, once) for node in gates]
            parts.append("\n")
    parts.append(GAPS)
    parts += [f"| {code(call)} | {why} |\n" for call, why in REFUSED.items()]
    return "".join(parts)


def row(node: ast.FunctionDef, text: str, tables: dict[str, Any], once: frozenset[str]) -> str:
    """A gate in one line of a table."""
    arguments = [*node.args.args, *([node.args.vararg] if node.args.vararg else []), *node.args.kwonlyargs]
    gradients = {f"d{a.arg}" for a in arguments}
    forward, backward = [], []
    for statement in node.body[1:]:
        target = (
            statement.targets[0] if isinstance(statement, ast.Assign) else getattr(statement, "target", None)
        )
        name = target.value if isinstance(target, ast.Subscript) else target
        known = isinstance(name, ast.Name) and name.id in gradients
        (backward if known else forward).append(statement)
    others = sorted(other_names(forward[-1], tables))
    parts = [s.value if len(forward) == 1 else s for s in forward]  # type: ignore[attr-defined]
    written = [spelled(part, text) for part in parts]
    if others:
        written.append("also " + ", ".join(map(code, others)))
    fits = [f"{code(a.arg)}: {fitted(a.annotation)}" for a in arguments if a.annotation is not None]
    lines = [spelled(line, text) for line in backward] or ["zero"]
    called = {n.id for line in backward for n in ast.walk(line) if isinstance(n, ast.Name)}
    twice = "no" if called & once else "yes"
    cells = ["<br>".join(written), "<br>".join(fits), "<br>".join(lines), twice]
    return f"| {' | '.join(cells)} |\n"


def fitted(annotation: ast.expr) -> str:
    """An annotation in the words of the guide."""
    if isinstance(annotation, ast.Constant):
        return code(annotation.value) if annotation.value else "a number"
    return {"float": "a number", "object": "any"}.get(
        ast.unparse(annotation), ast.unparse(annotation)
    ).replace("|", "or")


def other_names(statement: ast.stmt, tables: dict[str, Any]) -> Iterator[str]:
    """What else the function that a pattern ends in is called."""
    value = statement.value  # type: ignore[attr-defined]
    if not isinstance(value, ast.Call):
        return
    name = ast.unparse(value.func)
    full = f"numpy.{name[3:]}" if name.startswith("np.") else name
    for table in ("SAME_AS", "SAME_BUT"):
        for other, same in tables[table].items():
            if same == full and other.startswith(("numpy.", "math.", "scipy.", "builtins.")):
                yield other.replace("numpy.", "np.").replace("builtins.", "")
    for method, same in tables["METHODS"].items():
        if same == full:
            yield f"x.{method}()"


def vocabulary() -> dict[str, Any]:
    """The tables of `templates/vocabulary.py`."""
    tables: dict[str, Any] = {}
    for node in ast.parse((ROOT / "templates" / "vocabulary.py").read_text(encoding="utf-8")).body:
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value is not None:
            tables[node.target.id] = ast.literal_eval(node.value)
    return tables


def spelled(node: ast.AST, text: str) -> str:
    """A part of a file as it is written there, on one line."""
    segment = " ".join((ast.get_source_segment(text, node) or "").split())
    return code(segment.replace("( ", "(").replace(" )", ")"))


def code(text: str) -> str:
    """A piece of code in a cell of a table."""
    return f"`{text}`".replace("|", "\\|")


if __name__ == "__main__":
    TARGET.write_text(page(), encoding="utf-8")
    (ROOT / "templates" / NAME).unlink(missing_ok=True)  # what is made anew takes nothing from it
    (ROOT / "templates" / NAME).write_text(index(), encoding="utf-8")
