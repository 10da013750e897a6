"""Where each line of a backward pass comes from, and what `backprop explain` says of it."""

from __future__ import annotations

import ast
import itertools
from pathlib import Path

import pytest
from case_files import case_paths, read_case

from codegen.cli import main
from codegen.explanation import explained
from codegen.generate import Generated, Options, generated
from codegen.origins import mapped
from codegen.problems import Refused

ROOT = Path(__file__).parents[1]
EXAMPLES = sorted((ROOT / "examples").glob("*.py"))
SHARE = 25  # of the cases, that many are left to the exhaustive tests but for one


def _sources() -> list[object]:
    cases = [
        pytest.param(path, id=path.stem, marks=() if number % SHARE == 0 else pytest.mark.exhaustive)
        for number, path in enumerate(case_paths())
    ]
    return [pytest.param(path, id=f"examples/{path.stem}") for path in EXAMPLES] + cases


def whole(path: Path) -> Generated | None:
    """What is generated from a case or an example; None if that is refused."""
    if path in EXAMPLES:
        return generated(path.read_text(encoding="utf-8"), path.name, Options())
    case = read_case(path)
    try:
        return generated(case.source, path.name, case.options)
    except Refused:
        return None


def passes(made: Generated) -> list[ast.FunctionDef]:
    """The passes in a module, which helpers are not."""
    names = {f"{pair.summary.name}{word}" for pair in made.pairs for word in ("_forward", "_backward")}
    found = (node for node in ast.parse(made.emitted.text).body if isinstance(node, ast.FunctionDef))
    return [node for node in found if node.name in names]


@pytest.mark.parametrize("path", _sources())
def test_every_line_of_a_pass_comes_from_something(path: Path) -> None:
    made = whole(path)
    if made is None:
        return
    places = mapped(made.emitted)
    covered = {line for one in places for line in range(one.first, one.last + 1)}
    for function in passes(made):
        decorators = {node.lineno for node in function.decorator_list}
        statements = {node.lineno for node in ast.walk(function) if isinstance(node, ast.stmt)}
        assert {*statements, *decorators} - covered <= ({function.lineno} if decorators else set())
    lines = made.emitted.text.split("\n")
    for one in places:
        if one.origin.line is not None:
            (pair,) = (pair for pair in made.pairs if pair.summary.name == one.origin.function)
            text = "\n".join(lines[one.first - 1 : one.last])
            wanted = one.origin.line.targets or (one.origin.line.target,)
            names = {node.id for node in ast.walk(ast.parse(text.strip())) if isinstance(node, ast.Name)}
            assert {pair.cached.back.get(name, name) for name in wanted} - {"_"} <= names, text


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_mirror_of_a_line_is_led_back_to_it(path: Path) -> None:
    made = whole(path)
    assert made is not None
    source = [line.split("#")[0].strip() for line in made.module.lines]
    found = 0
    for line in (line for pair in made.pairs for line in explained(made, pair.summary.name)):
        own = line.text.strip().removeprefix("# backprop ")
        if own != line.text.strip() and source.count(own) == 1 and " = " in own:
            assert line.source == (source.index(own) + 1, source.index(own) + 1), line.text
            found += 1
    assert found > 1


NEURON = """\
import math


def neuron(w0, x0, w1):
    dot = w0 * x0 + w1  # one stage
    f = 1.0 / (1 + math.exp(-dot))
    return f + x0
"""
EXPLAINED = """\
neuron_backward, of neuron in {path}:

    def neuron_backward(dout, cache):
        w0, x0, f = cache
            What the forward pass has kept, since lines below read it.
        # backprop out = f + x0
            Line 7.
        df = dout
            add: Distributes the gradient: each input is given all of it.
        dx0 = dout
            add: as above.
            The first gradient on x0, a fork: those of its other uses are added below.
        # backprop f = 1.0 / (1 + math.exp(-dot))
            Line 6.
        ddot = ((1 - f) * f) * df
            sigmoid: The whole expression is one gate: its local gradient is (1 - y) * y.
            f is read from the cache.
        # backprop dot = w0 * x0 + w1
            Line 5.
        dw0 = x0 * ddot
            add: as above.
            multiply: Swaps its inputs: each is given the other one times the gradient.
            x0 is read from the cache.
        dx0 = dx0 + w0 * ddot
            add: as above.
            multiply: as above.
            x0 is a fork: the gradient is added to what came from its other uses (line 7).
            w0 is read from the cache.
        dw1 = ddot
            add: as above.
        return dw0, dx0, dw1
"""


def test_a_function_is_explained_line_by_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "neuron.py"
    path.write_text(NEURON, encoding="utf-8")
    assert main(["explain", f"{path}:neuron"]) == 0
    assert capsys.readouterr().out == EXPLAINED.format(path=path)


def test_a_title_on_two_lines_is_explained_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "neuron.py"
    names = [f"{word}_of_the_neuron" for word in ("first", "second", "third", "fourth", "fifth")]
    path.write_text(f"def neuron({', '.join(names)}):\n    out = {' + '.join(names)}\n    return out\n")
    assert main(["explain", f"{path}:neuron"]) == 0
    lines = capsys.readouterr().out.split("\n")
    first = next(n for n, line in enumerate(lines) if line.startswith("        # backprop out = first"))
    assert lines[first + 1].startswith("        #     + ") and names[-1] in lines[first + 1]
    assert lines[first + 2] == "            Line 2."


@pytest.mark.parametrize(
    ("body", "line", "reason"),
    [
        ("    return np.sum(x + y)", "dx = ", "sum_all: "),
        ("    z = x.copy()\n    z[0] = 2\n    return z", "dx = ", "copy: Passes the gradient through."),
        ("    z = x.copy()\n    z[0] = 2\n    return z", "dz = 1.0 * dz", "A copy: the gradient on z"),
        ("    z = x.copy()\n    z[0] = 2\n    return z", "dz[0] = 0.0", "held before was overwritten"),
        ("    return x[[0, 0, 1]]", "np.add.at(dx, ", "By np.add.at: the index may name an entry twice"),
        (
            "    s = 0.0\n    for i in range(3):\n        s = s + x[i] * x[i]\n    return s",
            "for i in reversed(range(3)):",
            "The loop of line 6, the other way",
        ),
        ("    if x[0] > 0:\n        return x * y\n    return x", "if ", "The way that the forward pass went"),
        ("    return inner(x) * 2", "dx = inner_backward(", "The chain rule through a call"),
        ("    return np.outer(x, x) + y", "dy = ", "Summed over the dimensions along which y was spread."),
    ],
)
def test_what_is_said_of_a_line(
    body: str, line: str, reason: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    head = 'import numpy as np\n\n\ndef f(x: "3", y: "3"):\n'
    inner = '\n\n\ndef inner(x: "3"):\n    return np.tanh(x)\n'
    path = tmp_path / "f.py"
    path.write_text(head + body + inner, encoding="utf-8")
    assert main(["explain", f"{path}:f"]) == 0
    lines = capsys.readouterr().out.splitlines()
    places = [number for number, text in enumerate(lines) if text.strip().startswith(line)]
    assert places, "\n".join(lines)
    depth = len(lines[places[0]]) - len(lines[places[0]].lstrip())
    below = itertools.takewhile(
        lambda text: len(text) - len(text.lstrip()) > depth, itertools.islice(lines, places[0] + 1, None)
    )
    assert reason in " ".join(text.strip() for text in below), "\n".join(lines)


def test_what_is_no_code_and_no_function_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "neuron.py"
    path.write_text(NEURON, encoding="utf-8")
    assert main(["explain", f"{path}:other"]) == 1
    assert "E004" in capsys.readouterr().err
    assert main(["explain", f"{tmp_path}/none.py:f"]) == 1
    with pytest.raises(SystemExit) as stopped:
        main(["explain", "nothing"])
    assert stopped.value.code == 2
