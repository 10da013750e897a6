"""How much memory and time two loops of ten thousand turns take, by how many of their states are kept.

`python benchmarks/keeping.py [TURNS]` prints a table: a recurrent net over rows of 64 numbers, and a stencil
that writes into 1,000 numbers. Time is CPU time of both passes, the least of several runs; memory is the
most that was there at once, as `tracemalloc` counts it, beside the arguments.
"""

from __future__ import annotations

import platform
import sys
import time
import tracemalloc
from collections.abc import Callable
from typing import Any

import numpy as np

from codegen.generate import Options, generate_module

SOURCE = """import numpy as np


def net(x: "T D", w: "D D", u: "D D", h: "D"):
    loss = 0.0
    for t in range(x.shape[0]):{mark}
        h = np.tanh(x[t] @ w + h @ u)
        loss += np.sum(h**2)
    return loss


def stencil(u: "N", k: float, n: int):
    v = u.copy()
    for _ in range(n):{mark}
        v[1:-1] = v[1:-1] + k * np.sin(v[2:] - 2 * v[1:-1] + v[:-2])
    return np.sum(v**2)
"""
MARKS = ("", "checkpoint", "checkpoint(100)", "checkpoint(30)", "checkpoint(10)", "checkpoint(3)")


def both_passes(mark: str, name: str, given: tuple[Any, ...]) -> Callable[[], Any]:
    """A call of both passes of a function whose loop is marked so."""
    names: dict[str, Any] = {}
    source = SOURCE.format(mark=f"  # backprop: {mark}" if mark else "")
    exec(generate_module(source, "loops.py", Options()), names)

    def run() -> Any:
        _, cache = names[f"{name}_forward"](*given)
        return names[f"{name}_backward"](1.0, cache)

    return run


def least(run: Callable[[], Any]) -> float:
    """The least CPU time of some runs."""
    times = []
    for _ in range(3):
        start = time.process_time()
        run()
        times.append(time.process_time() - start)
    return min(times)


def most(run: Callable[[], Any]) -> int:
    """The most bytes that a run has at once."""
    tracemalloc.start()
    run()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak


def main(turns: int) -> None:
    """Prints the table."""
    draw = np.random.default_rng(0)
    width = 64
    weights = [draw.normal(size=(width, width)) / (2 * width**0.5) for _ in range(2)]
    arguments: dict[str, tuple[Any, ...]] = {
        "net": (draw.normal(size=(turns, width)), *weights, np.zeros(width)),
        "stencil": (draw.normal(size=1000), 0.1, turns),
    }
    print(f"Python {platform.python_version()}, NumPy {np.__version__}, {turns:,} turns\n")
    print("| loop | states | time | memory |\n|---|---|---|---|")
    for name, given in arguments.items():
        for mark in MARKS:
            run = both_passes(mark, name, given)
            states = f"`{mark}`" if mark else "all"
            print(f"| {name} | {states} | {least(run):.2f} s | {most(run) / 1e6:.1f} MB |", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
