"""What is generated from the examples is confirmed by differences, and so is its own mirror."""

from __future__ import annotations

import functools
import importlib.util
from pathlib import Path

import pytest
from case_files import check_generated, check_second_order

from codegen.generate import Options, generate_module
from codegen.problems import Refused

EXAMPLES = Path(__file__).parents[1] / "examples"

BLOCK = (
    "dict(wq=np.ones((2, 4, 2)) / 3, wk=np.eye(8).reshape(2, 4, 8)[:, :, 1:3], wv=np.ones((2, 4, 2)) / 5, "
    "wo=np.eye(4) + 0.1, w1=np.eye(4, 5) + 0.2, w2=np.eye(5, 4) - 0.3, b1=np.ones(5) / 4, b2=np.ones(4) / 6, "
    "gain1=np.arange(1.0, 5.0), shift1=np.ones(4) / 7, gain2=np.arange(2.0, 6.0), shift2=np.ones(4) / 8)"
)
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
    "recurrent": {
        "sigmoid": "x=(3,)",
        "lstm_cell": "x=(2,), h=(3,), c=(3,), Wx=(2, 12), Wh=(3, 12), b=(12,)",
        "lstm": "xs=(4, 2), h0=(3,), Wx=(2, 12), Wh=(3, 12), b=(12,)",
        "kalman_loss": "zs=(3, 2), F=(3, 3), H=(2, 3), Q=np.eye(3) + 0.1, R=np.eye(2) + 0.2, m0=(3,), "
        "P0=np.eye(3) * 2",
    },
    "gpt": {
        "normalised": "x=(3, 4), gain=(4,), shift=(4,)",
        "head": "x=(3, 4), wq=(4, 2), wk=(4, 2), wv=(4, 2)",
        "gelu": "x=(3,)",
        "block": f"x=np.arange(12.0).reshape(3, 4) % 5 / 4, p={BLOCK}",
        "gpt_loss": "tokens=np.array([1, 0, 2]), targets=np.array([0, 2, 2]), params=dict("
        "embedding=np.arange(12.0).reshape(3, 4) % 5 / 9, place=np.arange(16.0).reshape(4, 4) % 7 / 9, "
        f"blocks=[{BLOCK}, {BLOCK}], gain=np.arange(1.0, 5.0), shift=np.ones(4) / 7)",
    },
    "solvers": {
        "lorenz": "u=(3,), sigma=10.0, rho=28.0, beta=2.5",
        "rk4": "u0=(3,), sigma=1.0, rho=2.0, beta=2.5, dt=0.1, steps=3",
        "adaptive": "y0=1.5, rate=2.0, end=1.0, tolerance=0.01",
        "newton_root": "a=2.0, x0=1.0, tolerance=0.1",
        "gravity_step": "position=(4, 3), velocity=(4, 3), mass=np.array([1.0, 2.0, 0.5, 1.5]), dt=0.1, "
        "soft=0.5",
        "cholesky": "A=np.array([[4.0, 1.0, 0.5], [1.0, 3.0, 0.2], [0.5, 0.2, 2.0]])",
        "lu": "A=np.array([[4.0, 1.0, 0.5], [1.0, 3.0, 0.2], [0.5, 0.2, 2.0]])",
    },
    "grids": {
        "heat": "u0=(5, 4), rate=0.1, steps=3",
        "smoothed": "u0=(4, 5), sweeps=2",
        "conv_layer": "x=(2, 4, 5), w=(3, 2, 2, 2), b=(3,), stride=1",
        "max_pool": "x=(2, 4, 4), size=2",
        "conv_net": "x=(1, 6, 6), label=3, w1=(1, 1, 3, 3), b1=(1,), w2=(2, 1, 2, 2), b2=(2,), w3=(2, 10), "
        "b3=(10,)",
    },
}


# Their mirrors take gradients off a list with `pop`, which is not differentiated.
ONCE = ("block", "gpt_loss")


every_example = pytest.mark.parametrize(
    ("module", "name"), [(m, name) for m, calls in CALLS.items() for name in calls]
)


@functools.cache
def source_and_output(module: str) -> tuple[str, str]:
    source = (EXAMPLES / f"{module}.py").read_text(encoding="utf-8")
    return source, generate_module(source, f"{module}.py", Options())


@every_example
def test_example(module: str, name: str) -> None:
    source, text = source_and_output(module)
    check_generated(text, source, ((name, CALLS[module][name]),), Options())


@pytest.mark.exhaustive
@every_example
def test_example_to_second_order(module: str, name: str) -> None:
    source, text = source_and_output(module)
    for checked in check_generated(text, source, ((name, CALLS[module][name]),), Options()):
        if name in ONCE:
            with pytest.raises(Refused):
                check_second_order(text, checked)
        else:
            check_second_order(text, checked)


def test_the_language_model_learns() -> None:
    path = EXAMPLES.parent / "docs" / "train_gpt.py"
    spec = importlib.util.spec_from_file_location("train_gpt", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    losses = module.train((EXAMPLES.parent / "LICENSE").read_text(encoding="utf-8"), 60)
    assert sum(losses[-10:]) < 0.9 * sum(losses[:10])
