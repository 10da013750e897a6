"""Trains the two-layer net of examples/models.py on several processes, and on one: the same to rounding.

python docs/data_parallel.py [WORKERS] [STEPS] [ROWS]          2, 40 and 300, if not given

The passes are plain functions, so `distributed` runs them as they are: pip install -e '.[distributed]'
"""

from __future__ import annotations

import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from distributed import Client

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "generated"))

import models  # noqa: E402

INPUTS, WIDTH, CLASSES = 8, 16, 3
RATE, DECAY = 0.5, 1e-3

Shard = tuple[Any, Any, float]


def drawn(rows: int, rng: np.random.Generator) -> tuple[Any, Any, list[Any]]:
    """Points about one center a class, their classes, and parameters to start from."""
    y = rng.integers(CLASSES, size=rows)
    X = rng.normal(size=(CLASSES, INPUTS))[y] + rng.normal(size=(rows, INPUTS))
    W1 = rng.normal(scale=INPUTS**-0.5, size=(INPUTS, WIDTH))
    W2 = rng.normal(scale=WIDTH**-0.5, size=(WIDTH, CLASSES))
    return X, y, [W1, np.zeros(WIDTH), W2, np.zeros(CLASSES)]


def split(X: Any, y: Any, workers: int) -> list[Shard]:
    """A shard for each worker, with its share of the rows: the second has twice those of the first,
    the third three times as many, since machines need not be equally fast."""
    parts = np.cumsum(range(workers + 1))
    ends = len(y) * parts // parts[-1]
    return [(X[i:j], y[i:j], (j - i) / len(y)) for i, j in pairwise(ends) if i < j]


def passes(shard: Shard, params: list[Any]) -> list[Any]:
    """What a shard adds to the loss, and to the gradient of each parameter.

    The loss is a mean over rows, so a shard counts by its share of them. The shares add up to one:
    so does the weight decay, which every shard has in full.
    """
    X, y, share = shard
    loss, cache = models.two_layer_loss_forward(X, y, *params, DECAY)
    return [share * loss, *models.two_layer_loss_backward(share, cache)]


def added(one: list[Any], other: list[Any]) -> list[Any]:
    """Two shards' losses and gradients as those of one shard."""
    return [a + b for a, b in zip(one, other)]


def descended(params: list[Any], gradients: list[Any]) -> list[Any]:
    """The parameters after a step."""
    return [p - RATE * dp for p, dp in zip(params, gradients)]


def alone(X: Any, y: Any, params: list[Any], steps: int) -> tuple[list[float], list[Any]]:
    """The loss of each step, and the parameters in the end, all by this process."""
    losses = []
    for _ in range(steps):
        loss, *gradients = passes((X, y, 1.0), params)
        params = descended(params, gradients)
        losses.append(loss)
    return losses, params


def together(
    client: Client, shards: list[Shard], params: list[Any], steps: int
) -> tuple[list[float], list[Any]]:
    """The same by the workers: they run both passes and add, this process only takes the steps."""
    held = client.scatter(shards)
    losses = []
    for _ in range(steps):
        sent = client.scatter(params, broadcast=True, hash=False)
        sums = [client.submit(passes, shard, sent, pure=False) for shard in held]
        while len(sums) > 1:  # neighbours, whoever is first: the sum is rounded the same each time
            rest = sums[len(sums) // 2 * 2 :]
            sums = [client.submit(added, *two, pure=False) for two in zip(sums[::2], sums[1::2])] + rest
        loss, *gradients = sums[0].result()
        params = descended(params, gradients)
        losses.append(loss)
    return losses, params


def main(workers: int = 2, steps: int = 40, rows: int = 300) -> None:
    """Prints the losses of both ways, and how far their parameters are apart in the end."""
    X, y, params = drawn(rows, np.random.default_rng(0))
    # Of a cluster that runs already only its address is given: Client("tcp://HOST:8786").
    with Client(n_workers=workers, threads_per_worker=1, dashboard_address=None) as client:
        client.upload_file(str(ROOT / "generated" / "models.py"))  # workers may be on other machines
        losses, trained = together(client, split(X, y, workers), params, steps)
    losses_alone, trained_alone = alone(X, y, params, steps)
    print(f"step   {workers} workers   one process")
    for step in range(0, steps, max(1, steps // 8)):
        print(f"{step:4}   {losses[step]:9.6f}   {losses_alone[step]:11.6f}")
    difference = max(np.max(np.abs(p - q)) for p, q in zip(trained, trained_alone))
    print(f"largest difference of the parameters: {difference:.1e}")


if __name__ == "__main__":  # each worker imports this file
    main(*map(int, sys.argv[1:]))
