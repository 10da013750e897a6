"""How fast generated pairs are against those written by hand: both passes, small and large.

`PYTHONPATH=tests:. python benchmarks/by_hand.py [FUNCTION...]` prints the time of each and their ratio. The
least of many times is taken, by turns, so that what else a machine does counts for both.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import pairs_by_hand as by_hand

SIZES = {"small": (4, 8), "large": (256, 128)}
SECONDS = 0.4  # for each pair of a size
Pair = tuple[Callable[..., Any], Callable[..., Any]]


def arguments(rows: int, width: int) -> Mapping[str, tuple[Any, ...]]:
    """What each function is given, for so many rows of so many numbers."""
    draw = np.random.default_rng(0)
    x, w = draw.normal(size=(rows, width)), draw.normal(size=(width, width)) / width**0.5
    b = draw.normal(size=width)
    return {
        "affine_relu": (x, w, b),
        "batchnorm": (x, b, b, 1e-5),
        "rnn": (draw.normal(size=(16, rows, width)), x, w, w.T.copy(), b),
        "jacobi": (10, draw.normal(size=(rows, rows)), draw.normal(size=(rows, rows))),
        "newton_sqrt": (2.0, 1e-9),
        "affine": (x, w, b),
        "two_layer_loss": (x, np.arange(rows) % width, {"W1": w, "b1": b, "W2": w.T.copy(), "b2": b}, 0.1),
        "mlp": (x, [(w, b)] * 4),
        "attention": (x, w, w, w),
        "huber": (2.0, 1.0),
        "oscillator": (0.3, 0.1, 2.0, rows, 0.01),
    }


def pairs(text: str, name: str) -> Pair:
    """A pair out of the text of a module."""
    names: dict[str, Any] = {}
    exec(text, names)
    return names[f"{name}_forward"], names[f"{name}_backward"]


def both_passes(pair: Pair, given: tuple[Any, ...]) -> Callable[[], Any]:
    """A call of both passes, with upstream gradients of ones."""
    forward, backward = pair
    made = forward(*given)
    writes = not isinstance(made[-1], tuple)  # it returns nothing but the cache, and writes into arrays
    outputs = given[1:] if writes else made[:-1]
    upstream = [np.ones_like(x) if isinstance(x, np.ndarray) else 1.0 for x in outputs]

    def run() -> Any:
        made = forward(*given)
        return backward(*upstream, made if writes else made[-1])

    return run


def times(first: Callable[[], Any], second: Callable[[], Any]) -> tuple[float, float]:
    """The least time of each, in seconds."""
    best = [float("inf"), float("inf")]
    begin = time.perf_counter()
    calls = max(1, int(1e-3 / _once(first)))  # what is too short to be measured is done several times
    rounds = 0
    while rounds < 5 or time.perf_counter() - begin < SECONDS:
        rounds += 1
        for place, run in enumerate((first, second)):
            start = time.perf_counter()
            for _ in range(calls):
                run()
            best[place] = min(best[place], (time.perf_counter() - start) / calls)
    return best[0], best[1]


def _once(run: Callable[[], Any]) -> float:
    run()
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def main(wanted: list[str]) -> None:
    """Prints a line for each function and size."""
    print(f"{'':24}{'by hand':>12}{'generated':>12}{'ratio':>8}")
    for module in by_hand.MODULES:
        texts = (by_hand.by_hand(module), by_hand.generated(module))
        there = set(by_hand.sizes(module, texts[0]))
        for size, (rows, width) in SIZES.items():
            for name, given in arguments(rows, width).items():
                if name in there and (not wanted or name in wanted):
                    hand, made = times(*(both_passes(pairs(text, name), given) for text in texts))
                    print(f"{name:16}{size:8}{hand * 1e6:10.1f}us{made * 1e6:10.1f}us{made / hand:8.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])
