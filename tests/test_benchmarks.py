"""What benchmarks are held against is right: passes written by hand give what the generated ones give."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

from generated_pairs import gradients, pair_by_hand, pair_generated
from sources import FUNCTIONS, Function


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda function: function.name)
def test_passes_by_hand_give_the_generated_gradients(function: Function) -> None:
    given = function.given(True)
    outputs, made = gradients(function, pair_generated(function), given)
    outputs_by_hand, hand = gradients(function, pair_by_hand(function), given)
    for one, other in zip((*outputs, *made), (*outputs_by_hand, *hand), strict=True):
        np.testing.assert_allclose(other, one, rtol=1e-9, atol=1e-12)
