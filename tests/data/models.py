"""Models with dicts, lists, calls, branches and loops: what tests compare with passes written by hand."""

import numpy as np


def affine(x: "N D", w: "D M", b: "M"):
    return x @ w + b


def two_layer_loss(X: "N D", y: "N int", params: dict, reg: float):
    h = np.maximum(0, affine(X, params["W1"], params["b1"]))
    scores = affine(h, params["W2"], params["b2"])
    shifted = scores - np.max(scores, axis=1, keepdims=True)
    logp = shifted - np.log(np.sum(np.exp(shifted), axis=1, keepdims=True))
    loss = -np.mean(logp[np.arange(len(y)), y])
    loss += 0.5 * reg * (np.sum(params["W1"] ** 2) + np.sum(params["W2"] ** 2))
    return loss


def mlp(x: "N D", layers: list):
    for w, b in layers:
        x = np.tanh(x @ w + b)
    return x


def attention(x: "T D", Wq: "D K", Wk: "D K", Wv: "D K"):
    q, k, v = x @ Wq, x @ Wk, x @ Wv
    scores = q @ k.T / np.sqrt(Wq.shape[1])
    p = np.exp(scores - np.max(scores, axis=1, keepdims=True))
    p /= np.sum(p, axis=1, keepdims=True)
    return p @ v


def huber(x: float, delta: float):
    if abs(x) <= delta:
        return 0.5 * x**2
    return delta * (abs(x) - 0.5 * delta)


def oscillator(x: float, v: float, k: float, steps: int, dt: float):
    for _ in range(steps):
        a = -k * np.sin(x)
        v += dt * a
        x += dt * v
    return x, v
