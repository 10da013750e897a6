"""Trains the language model of examples/gpt.py on a text, one character after the other.

python docs/train_gpt.py [TEXT] [STEPS]          LICENSE and 300, if not given
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "generated"))

import gpt  # noqa: E402

WIDTH, HEADS, BLOCKS, LENGTH = 32, 2, 2, 32


def drawn(characters: int, rng: np.random.Generator) -> dict[str, Any]:
    """Parameters to start from."""

    def some(*shape: int) -> Any:
        return rng.normal(scale=0.1, size=shape)

    def block() -> dict[str, Any]:
        return {
            **{name: some(HEADS, WIDTH, WIDTH // HEADS) for name in ("wq", "wk", "wv")},
            "wo": some(WIDTH, WIDTH),
            "w1": some(WIDTH, 2 * WIDTH),
            "w2": some(2 * WIDTH, WIDTH),
            "b1": np.zeros(2 * WIDTH),
            "b2": np.zeros(WIDTH),
            **{name: np.ones(WIDTH) for name in ("gain1", "gain2")},
            **{name: np.zeros(WIDTH) for name in ("shift1", "shift2")},
        }

    return {
        "embedding": some(characters, WIDTH),
        "place": some(LENGTH, WIDTH),
        "blocks": [block() for _ in range(BLOCKS)],
        "gain": np.ones(WIDTH),
        "shift": np.zeros(WIDTH),
    }


def arrays(nest: Any) -> list[Any]:
    """The arrays in a nest, in the order in which they stand."""
    if isinstance(nest, np.ndarray):
        return [nest]
    items = nest.values() if isinstance(nest, dict) else nest
    return [array for item in items for array in arrays(item)]


def train(text: str, steps: int, seed: int = 0) -> list[float]:
    """The loss of each step of Adam, on a random part of the text."""
    rng = np.random.default_rng(seed)
    characters = sorted(set(text))
    tokens = np.array([characters.index(c) for c in text])
    params = drawn(len(characters), rng)
    means = [np.zeros_like(p) for p in arrays(params)]
    squares = [np.zeros_like(p) for p in arrays(params)]
    losses = []
    for step in range(1, steps + 1):
        start = rng.integers(len(tokens) - LENGTH - 1)
        part = tokens[start : start + LENGTH + 1]
        loss, cache = gpt.gpt_loss_forward(part[:-1], part[1:], params)
        losses.append(float(loss))
        dparams = gpt.gpt_loss_backward(1.0, cache)
        ordered = {name: dparams[name] for name in params}
        ordered["blocks"] = [{k: d[k] for k in p} for p, d in zip(params["blocks"], dparams["blocks"])]
        for p, d, mean, square in zip(arrays(params), arrays(ordered), means, squares):
            mean += 0.1 * (d - mean)
            square += 0.01 * (d**2 - square)
            rate = 3e-3 * np.sqrt(1 - 0.99**step) / (1 - 0.9**step)
            p -= rate * mean / (np.sqrt(square) + 1e-8)
    return losses


if __name__ == "__main__":
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "LICENSE"
    losses = train(path.read_text(encoding="utf-8"), int(sys.argv[2]) if len(sys.argv) > 2 else 300)
    print(
        f"loss of the first 20 steps: {np.mean(losses[:20]):.2f}, of the last 20: {np.mean(losses[-20:]):.2f}"
    )
