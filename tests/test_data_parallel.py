"""Training on several processes by gradients of shards; skipped where `distributed` is not installed."""

from __future__ import annotations

import importlib.util
import pickle
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

pytest.importorskip("distributed")

SCRIPT = Path(__file__).parents[1] / "docs" / "data_parallel.py"


def loaded() -> Any:
    spec = importlib.util.spec_from_file_location("data_parallel", SCRIPT)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


SCRIPTED = loaded()


class Done:
    """A future that is there already; what it holds came as over a wire."""

    def __init__(self, value: Any) -> None:
        self.wire = pickle.dumps(value)

    def result(self) -> Any:
        return pickle.loads(self.wire)


def fetched(value: Any) -> Any:
    if isinstance(value, list):
        return [fetched(item) for item in value]
    return value.result() if isinstance(value, Done) else value


class AtOnce:
    """What a client does, without processes: so many shards are soon added."""

    def scatter(self, values: list[Any], **_: Any) -> list[Done]:
        return [Done(value) for value in values]

    def submit(self, function: Any, *arguments: Any, pure: bool) -> Done:
        return Done(function(*map(fetched, arguments)))


def test_two_workers_train_as_one_process_does() -> None:
    found = subprocess.run(
        [sys.executable, str(SCRIPT), "2", "6", "50"],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert found.returncode == 0, found.stderr
    _, *rows, last = found.stdout.splitlines()
    losses = [[float(word) for word in row.split()[1:]] for row in rows]
    assert len(losses) == 6
    assert all(abs(both - one) < 2e-6 for both, one in losses)
    assert losses[-1][0] < 0.7 * losses[0][0]
    difference = re.fullmatch(r"largest difference of the parameters: (\S+)", last)
    assert difference is not None and float(difference[1]) < 1e-13


@pytest.mark.parametrize("workers", [1, 2, 3, 5, 8])
def test_shards_of_any_number_add_up(workers: int) -> None:
    X, y, params = SCRIPTED.drawn(23, np.random.default_rng(workers))
    shards = SCRIPTED.split(X, y, workers)
    assert sum(len(shard[1]) for shard in shards) == 23
    losses, trained = SCRIPTED.together(AtOnce(), shards, params, 4)
    losses_alone, trained_alone = SCRIPTED.alone(X, y, params, 4)
    np.testing.assert_allclose(losses, losses_alone, rtol=1e-13)
    for p, q in zip(trained, trained_alone):
        np.testing.assert_allclose(p, q, rtol=1e-11, atol=1e-14)


def test_fewer_rows_than_shards_give_no_empty_ones() -> None:
    X, y, _ = SCRIPTED.drawn(2, np.random.default_rng(0))
    shards = SCRIPTED.split(X, y, 5)
    assert all(len(shard[1]) for shard in shards)
    assert sum(share for _, _, share in shards) == 1


def test_a_cache_goes_over_a_wire() -> None:
    X, y, params = SCRIPTED.drawn(9, np.random.default_rng(0))
    _, cache = SCRIPTED.models.two_layer_loss_forward(X, y, *params, 0.1)
    sent = pickle.loads(pickle.dumps(cache))
    for here, there in zip(
        SCRIPTED.models.two_layer_loss_backward(1.0, cache),
        SCRIPTED.models.two_layer_loss_backward(1.0, sent),
    ):
        np.testing.assert_array_equal(here, there)
