"""Layers whose shapes are known from their annotations."""

import numpy as np


def affine_relu(x: "N D", w: "D M", b: "M"):
    out = np.maximum(0, x @ w + b)
    return out


# backprop: wrt x, gamma, beta
def batchnorm(x: "N D", gamma: "D", beta: "D", eps: float):
    mu = np.mean(x, axis=0)
    xc = x - mu
    var = np.mean(xc**2, axis=0)
    std = np.sqrt(var + eps)
    xhat = xc / std
    out = gamma * xhat + beta
    return out


def layernorm(x: "N D", gamma: "D", beta: "D", eps: float = 1e-5):
    """Normalises each row."""
    xc = x - np.mean(x, axis=1, keepdims=True)
    var = np.mean(xc**2, axis=1, keepdims=True)
    return gamma * xc / np.sqrt(var + eps) + beta


def affine(x: "N D", w: "D M", b: "M"):
    return x @ w + b


def two_layers(x: "N D", w1: "D H", b1: "H", w2: "H M", b2: "M"):
    h = np.tanh(affine(x, w1, b1))  # hidden units
    return affine(h, w2, b2)


def attention(x: "T D", Wq: "D K", Wk: "D K", Wv: "D K"):
    q, k, v = x @ Wq, x @ Wk, x @ Wv
    scores = q @ k.T / np.sqrt(Wq.shape[1])
    p = np.exp(scores - np.max(scores, axis=1, keepdims=True))
    p /= np.sum(p, axis=1, keepdims=True)
    return p @ v


# backprop: final
def softmax_loss(scores: "N C", y: "N int"):
    shifted = scores - np.max(scores, axis=1, keepdims=True)
    logp = shifted - np.log(np.sum(np.exp(shifted), axis=1, keepdims=True))
    return -np.mean(logp[np.arange(len(y)), y])


def mahalanobis(x: "D", mean: "D", precision: "D D"):
    d = x - mean
    return 0.5 * d @ precision @ d
