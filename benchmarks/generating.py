"""How long generating takes: whole processes, and how the time grows with the source.

`python benchmarks/generating.py [ROW...]` prints tables; ROW is one of their rows, such as
`straight` or `nest`. What is measured is CPU time, the least of several runs, since others may load
the machine. `growth` is the exponent between a column and the one before: 1 is as fast as the source grows.
"""

from __future__ import annotations

import math
import os
import platform
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from codegen.generate import Options, generate_module

LONG = (100, 400, 1_000, 2_000, 5_000, 10_000)
MIDDLE = LONG[:4]
LINES = ("a{} * a{}", "np.exp(-a{}) + a{}", "np.tanh(a{}) - 0.5 * a{}", "a{} / (1.0 + a{}**2)", "a{} + a{}")
NOTES = Path(__file__).parents[1] / "tests" / "data" / "notes_forward.py"
HEAD = "import numpy as np\n\n\n"


def statements(count: int) -> list[str]:
    """Statements that each read two values of a few lines above."""
    draw = random.Random(0)
    lines = ["a0 = x * y"]
    for number in range(1, count):
        read = (draw.randrange(max(0, number - 5), number) for _ in range(2))
        lines.append(f"a{number} = " + draw.choice(LINES).format(*read))
    return lines


def function(lines: list[str], result: str, given: str = 'x: "N", y: "N"') -> str:
    """A module with one function."""
    body = "".join(f"    {line}\n" for line in [*lines, f"return {result}"])
    return f"{HEAD}def f({given}):\n{body}"


def straight(count: int) -> str:
    return function(statements(count), f"np.sum(a{count - 1})")


def straight_bare(count: int) -> str:
    """The same, where nothing is known of the arguments."""
    return function(statements(count), f"np.sum(a{count - 1})", "x, y")


def mixed(count: int) -> str:
    """The same with a branch, a loop and a dict behind them, of which each has more looked for."""
    behind = ["if y[0] > 0:", "    a0 = a0 * 2", "p, q = a0, a1", "d = {'p': p, 'q': q}"]
    behind += ["for i in range(3):", "    p = p * d['q']"]
    return function([*statements(count), *behind], f"np.sum(a{count - 1}), np.sum(p)")


def rebound(count: int) -> str:
    """Statements that give one name another value each time."""
    return function(["s = x", *(["s = np.sin(s) * y", "s = s + x * y"] * (count // 2))], "np.sum(s)")


def loop(count: int) -> str:
    """A loop of so many statements."""
    inner = [f"    {line}" for line in statements(count)]
    return function(
        ["s = np.zeros_like(x)", "for i in range(10):", *inner, f"    s = s + a{count - 1} * s"], "np.sum(s)"
    )


def loops(count: int) -> str:
    """Loops one behind the other, of five statements each."""
    lines = ["s = x"]
    for number in range(count // 5):
        lines += [f"for i{number} in range(3):", "    t = s * y", "    u = np.exp(-t)", "    v = u + t"]
        lines += ["    w = v * u", "    s = s + w"]
    return function(lines, "np.sum(s)")


def branches(count: int) -> str:
    """Branches one behind the other, with three statements in their arms."""
    lines = ["s = x"]
    for number in range(count // 5):
        lines += [f"if y[{number % 3}] > 0:", "    t = s * y", "    s = t + s", "else:", "    s = np.sin(s)"]
    return function(lines, "np.sum(s)", 'x: "3", y: "3"')


def writes(count: int) -> str:
    """Writes into places of one array."""
    lines = [f"z[{place}] = np.sin(x[{place}]) * y[{place}]" for place in range(count)]
    given = f'x: "{count}", y: "{count}"'
    return function([f"z = np.zeros({count})", *lines], "np.sum(z * z)", given)


def nest(depth: int) -> str:
    """Loops in loops, with two statements at each depth."""
    lines = ["s = np.sum(x)"]
    for level in range(depth):
        indent = "    " * level
        lines += [f"{indent}for i{level} in range(2):", f"{indent}    t{level} = s * y[{level}]"]
        lines += [f"{indent}    s = s + np.sin(t{level})"]
    return function(lines, "s")


def branch_nest(depth: int) -> str:
    """Branches in branches, with a statement in each arm."""
    lines = ["s = x"]
    for level in range(depth):
        lines += ["    " * level + f"if y > {level}:", "    " * (level + 1) + "s = s * y"]
    for level in reversed(range(depth)):
        lines += ["    " * level + "else:", "    " * (level + 1) + "s = np.sin(s) + x"]
    return function(lines, "s", "x: float, y: float")


def chain(count: int) -> str:
    """Functions that each call the one before."""
    text = HEAD + 'def f0(x: "N", y: "N"):\n    return x * y\n'
    for number in range(1, count):
        body = f"    a = f{number - 1}(x, y)\n    return np.tanh(a) * x + y\n"
        text += f'\n\ndef f{number}(x: "N", y: "N"):\n{body}'
    return text


def expression(depth: int) -> str:
    """One expression of such a depth."""
    text = "x"
    for level in range(depth):
        text = (f"np.sin({text})", f"({text} + y)", f"({text} * x)")[level % 3]
    return function([f"z = {text}"], "np.sum(z)")


def long_sum(count: int) -> str:
    """One sum of so many products."""
    return function(["z = " + " + ".join(f"x[{k}] * y[{k}]" for k in range(count))], "z", "x, y")


ROWS: dict[str, tuple[Callable[[int], str], tuple[int, ...]]] = {
    "straight": (straight, LONG),
    "straight_bare": (straight_bare, MIDDLE),
    "mixed": (mixed, MIDDLE),
    "rebound": (rebound, MIDDLE),
    "loop": (loop, LONG),
    "loops": (loops, MIDDLE),
    "branches": (branches, MIDDLE),
    "writes": (writes, (25, 50, 100, 200)),
    "nest": (nest, (1, 2, 3, 4, 5, 6, 7, 8)),
    "branch_nest": (branch_nest, (1, 2, 4, 8, 12, 16)),
    "chain": (chain, (25, 50, 100, 200)),
    "expression": (expression, (10, 50, 100, 190)),  # Python itself reads no 200 parentheses in each other
    "long_sum": (long_sum, (10, 50, 100, 200, 500)),
}


def seconds(text: str) -> float:
    """The least CPU time of generating from a source in this process."""
    options, times = Options(), list[float]()
    while len(times) < 5 and sum(times) < 1.0:
        start = time.process_time()
        generate_module(text, "m.py", options)
        times.append(time.process_time() - start)
    return min(times)


def whole_process(*arguments: str) -> float:
    """The least CPU time of the command, with its start, once its modules are compiled."""
    times = []
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, "-m", "codegen", *arguments]
    for _ in range(5):
        before = os.times()
        subprocess.run(command, stdout=subprocess.DEVNULL, check=True, env=environment)
        after = os.times()
        used = after.children_user - before.children_user + after.children_system - before.children_system
        times.append(used)
    return min(times)


def grown(name: str) -> str:
    """The row of one sort of source: seconds for each size, with the growth from the one before."""
    make, sizes = ROWS[name]
    generate_module(make(sizes[0]), "m.py", Options())  # the gates that it meets are read
    cells, before = [], (0, 0.0)
    for size in sizes:
        took = seconds(make(size))
        growth = math.log(took / before[1]) / math.log(size / before[0]) if before[0] else None
        cells.append(f"{size}: {took:.3g} s" + (f" ({growth:.2f})" if growth is not None else ""))
        print(f"{name} {cells[-1]}", file=sys.stderr, flush=True)
        before = (size, took)
    return f"| {name} | {'; '.join(cells)} |"


def main(wanted: list[str]) -> None:
    """Prints the table of whole processes, and that of the growth."""
    print(f"Python {sys.version.split()[0]}, {platform.machine()}, {os.cpu_count()} processors\n")
    if not wanted or "processes" in wanted:
        print("| whole process | CPU time |\n|---|---|")
        print(f"| --help | {whole_process('--help'):.2f} s |")
        print(f"| the notes | {whole_process('generate', str(NOTES)):.2f} s |")
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "straight.py"
            path.write_text(straight(400), encoding="utf-8")
            print(f"| straight, 400 statements | {whole_process('generate', str(path)):.2f} s |")
            path.write_text(straight(5_000), encoding="utf-8")
            print(f"| straight, 5,000 statements | {whole_process('generate', str(path)):.2f} s |")
    print("\n| source | its size: CPU time (growth) |\n|---|---|")
    for name in ROWS:
        if not wanted or name in wanted:
            print(grown(name), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
