"""What is generated from the examples is confirmed by differences, and so is its own mirror."""

from __future__ import annotations

from pathlib import Path

import pytest
from case_files import check_generated, check_second_order

from codegen.generate import Options, generate_module

EXAMPLES = Path(__file__).parents[1] / "examples"

CALLS: dict[str, dict[str, str]] = {
    "layers": {
        "affine_relu": "x=(4, 3), w=(3, 2), b=(2,)",
        "batchnorm": "x=(4, 3), gamma=(3,), beta=(3,), eps=0.1",
        "layernorm": "x=(4, 3), gamma=(3,), beta=(3,), eps=0.1",
        "two_layers": "x=(4, 3), w1=(3, 2), b1=(2,), w2=(2, 2), b2=(2,)",
        "attention": "x=(4, 3), Wq=(3, 2), Wk=(3, 2), Wv=(3, 2)",
        "softmax_loss": "scores=(4, 3), y=np.array([0, 2, 1, 0])",
        "mahalanobis": "x=(3,), mean=(3,), precision=(3, 3)",
    },
    "models": {
        "two_layer_loss": "X=(4, 3), y=np.array([0, 1, 1, 0]), W1=(3, 2), b1=(2,), W2=(2, 2), b2=(2,), "
        "reg=0.1",
        "logsumexp": "x=(4, 3)",
        "mixture_loglikelihood": "x=(4, 2), alphas=(3,), means=(3, 2), logdiag=(3, 2), lower=(3, 2, 2)",
        "rotated": "points=(4, 3), axis=(3,)",
        "projected": "points=(4, 3), rotation=(3,), center=(3,), focal=1.5, middle=(2,), radial=(2,)",
        "reprojection_error": "points=(4, 3), rotation=(3,), center=(3,), focal=1.5, middle=(2,), "
        "radial=(2,), seen=(4, 2), weights=(4,)",
        "convolution": "image=(5, 4), kernel=(3, 3), bias=0.5",
    },
}


@pytest.mark.parametrize(("module", "name"), [(m, name) for m, calls in CALLS.items() for name in calls])
def test_example(module: str, name: str) -> None:
    source = (EXAMPLES / f"{module}.py").read_text(encoding="utf-8")
    text = generate_module(source, f"{module}.py", Options())
    for checked in check_generated(text, source, {name: CALLS[module][name]}, Options()):
        check_second_order(text, checked)
