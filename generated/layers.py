"""Forward and backward passes of examples/layers.py: do not edit.

Made again by `backprop build examples/layers.py`.
"""

import numpy as np


def affine_relu_forward(x: "N D", w: "D M", b: "M"):
    """Forward pass of affine_relu.

    Gives out (N, M) and the cache (references, not copies).
    """
    relu_in = x @ w + b
    out = np.maximum(0, relu_in)
    cache = (x, w, out)
    return out, cache


def affine_relu_backward(dout, cache):
    """Backward pass of affine_relu.

    Gives dx (N, D), dw (D, M) and db (M,), from dout (N, M).
    """
    x, w, out = cache
    # backprop out = np.maximum(0, relu_in)
    drelu_in = (out > 0) * dout
    # backprop relu_in = x @ w + b
    dx = drelu_in @ w.T
    dw = x.T @ drelu_in
    db = np.sum(drelu_in, axis=0)
    return dx, dw, db


def batchnorm_forward(x: "N D", gamma: "D", beta: "D", eps: float):
    """Forward pass of batchnorm: out (N, D) and the cache (references, not copies)."""
    mu = np.mean(x, axis=0)
    xc = x - mu
    var = np.mean(xc**2, axis=0)
    std = np.sqrt(var + eps)
    xhat = xc / std
    out = gamma * xhat + beta
    cache = (gamma, std, xhat)
    return out, cache


def batchnorm_backward(dout, cache):
    """Backward pass of batchnorm.

    Gives dx (N, D), dgamma (D,) and dbeta (D,), from dout (N, D).
    """
    gamma, std, xhat = cache
    # backprop out = gamma * xhat + beta
    dgamma = np.sum(xhat * dout, axis=0)
    dbeta = np.sum(dout, axis=0)
    dx = (gamma / std) * (
        dout - dbeta / xhat.shape[0] - xhat * (dgamma / xhat.shape[0])
    )
    return dx, dgamma, dbeta


def layernorm_forward(x: "N D", gamma: "D", beta: "D", eps: float = 1e-5):
    """Normalises each row.

    Forward pass of layernorm: out (N, D) and the cache (references, not copies).
    """
    xc = x - np.mean(x, axis=1, keepdims=True)
    var = np.mean(xc**2, axis=1, keepdims=True)
    sqrt_var_plus_eps = np.sqrt(var + eps)
    normalised_x = gamma * xc / sqrt_var_plus_eps
    out = normalised_x + beta
    cache = (gamma, xc, sqrt_var_plus_eps, normalised_x)
    return out, cache


def layernorm_backward(dout, cache):
    """Backward pass of layernorm.

    Gives dx (N, D), dgamma (D,), dbeta (D,) and deps, from dout (N, D).
    """
    gamma, xc, sqrt_var_plus_eps, normalised_x = cache
    # backprop out = normalised_x + beta
    dbeta = np.sum(dout, axis=0)
    # backprop normalised_x = gamma * xc / sqrt_var_plus_eps
    dx = (
        gamma * dout
        - np.mean(gamma * dout, axis=1, keepdims=True)
        - (xc / sqrt_var_plus_eps) * np.mean(normalised_x * dout, axis=1, keepdims=True)
    ) / sqrt_var_plus_eps
    dgamma = np.sum((xc / sqrt_var_plus_eps) * dout, axis=0)
    deps = np.sum((-normalised_x / (2 * sqrt_var_plus_eps**2)) * dout)
    return dx, dgamma, dbeta, deps


def affine_forward(x: "N D", w: "D M", b: "M"):
    """Forward pass of affine: out (N, M) and the cache (references, not copies)."""
    out = x @ w + b
    cache = (x, w)
    return out, cache


def affine_backward(dout, cache):
    """Backward pass of affine: dx (N, D), dw (D, M) and db (M,), from dout (N, M)."""
    x, w = cache
    # backprop out = x @ w + b
    dx = dout @ w.T
    dw = x.T @ dout
    db = np.sum(dout, axis=0)
    return dx, dw, db


def two_layers_forward(x: "N D", w1: "D H", b1: "H", w2: "H M", b2: "M"):
    """Forward pass of two_layers: out (N, M) and the cache (references, not copies)."""
    tanh_in, affine_cache = affine_forward(x, w1, b1)
    h = np.tanh(tanh_in)  # hidden units
    out, out_cache = affine_forward(h, w2, b2)
    cache = (affine_cache, h, out_cache)
    return out, cache


def two_layers_backward(dout, cache):
    """Backward pass of two_layers.

    Gives dx (N, D), dw1 (D, H), db1 (H,), dw2 (H, M) and db2 (M,), from dout (N, M).
    """
    affine_cache, h, out_cache = cache
    # backprop out = affine(h, w2, b2)
    dh, dw2, db2 = affine_backward(dout, out_cache)
    # backprop h = np.tanh(tanh_in)
    dtanh_in = (1 - h**2) * dh
    # backprop tanh_in = affine(x, w1, b1)
    dx, dw1, db1 = affine_backward(dtanh_in, affine_cache)
    return dx, dw1, db1, dw2, db2


def attention_forward(x: "T D", Wq: "D K", Wk: "D K", Wv: "D K"):
    """Forward pass of attention: out (T, K) and the cache (references, not copies)."""
    q, k, v = x @ Wq, x @ Wk, x @ Wv
    num = q @ k.T
    sqrt_Wq_shape_1 = np.sqrt(Wq.shape[1])
    scores = num / sqrt_Wq_shape_1
    p = np.exp(scores - np.max(scores, axis=1, keepdims=True))
    p /= np.sum(p, axis=1, keepdims=True)
    out = p @ v
    cache = (x, Wq, Wk, Wv, q, k, v, sqrt_Wq_shape_1, p)
    return out, cache


def attention_backward(dout, cache):
    """Backward pass of attention.

    Gives dx (T, D), dWq (D, K), dWk (D, K) and dWv (D, K), from dout (T, K).
    """
    x, Wq, Wk, Wv, q, k, v, sqrt_Wq_shape_1, p = cache
    # backprop out = p @ v
    dp = dout @ v.T
    dv = p.T @ dout
    # backprop p /= np.sum(p, axis=1, keepdims=True)
    dscores = p * (dp - np.sum(p * dp, axis=1, keepdims=True))
    # backprop scores = num / sqrt_Wq_shape_1
    dnum = dscores / sqrt_Wq_shape_1
    # backprop num = q @ k.T
    dq = dnum @ k
    dk = dnum.T @ q
    # backprop q, k, v = x @ Wq, x @ Wk, x @ Wv
    dx = dv @ Wv.T
    dWv = x.T @ dv
    dx += dk @ Wk.T
    dWk = x.T @ dk
    dx += dq @ Wq.T
    dWq = x.T @ dq
    return dx, dWq, dWk, dWv


def softmax_loss_forward(scores: "N C", y: "N int"):
    """Forward pass of softmax_loss: out and the cache (references, not copies)."""
    shifted = scores - np.max(scores, axis=1, keepdims=True)
    logp = shifted - np.log(np.sum(np.exp(shifted), axis=1, keepdims=True))
    out = -np.mean(logp[np.arange(len(y)), y])
    cache = (y, logp)
    return out, cache


def softmax_loss_backward(cache):
    """Backward pass of softmax_loss: dscores (N, C), of the final output."""
    y, logp = cache
    # backprop out = -np.mean(logp[np.arange(len(y)), y])
    dscores = np.exp(logp)
    dscores[np.arange(len(y)), y] -= 1
    dscores /= len(y)
    return dscores


def mahalanobis_forward(x: "D", mean: "D", precision: "D D"):
    """Forward pass of mahalanobis: out and the cache (references, not copies)."""
    d = x - mean
    half_times_d = 0.5 * d
    out_product = half_times_d @ precision
    out = out_product @ d
    cache = (precision, d, half_times_d, out_product)
    return out, cache


def mahalanobis_backward(dout, cache):
    """Backward pass of mahalanobis.

    Gives dx (D,), dmean (D,) and dprecision (D, D), from dout.
    """
    precision, d, half_times_d, out_product = cache
    # backprop out = out_product @ d
    dout_product = d * dout
    dd = out_product * dout
    # backprop out_product = half_times_d @ precision
    dhalf_times_d = precision @ dout_product
    dprecision = np.outer(half_times_d, dout_product)
    # backprop half_times_d = 0.5 * d
    dd += 0.5 * dhalf_times_d
    # backprop d = x - mean
    dx = dd
    dmean = -dd
    return dx, dmean, dprecision
