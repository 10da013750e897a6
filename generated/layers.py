"""Forward and backward passes of examples/layers.py, made again by `backprop build examples/layers.py`: do not edit."""

import numpy as np


def from_rows(rows, x, axis):
    """The inverse of rows_of: the shape of x again."""
    axes = np.arange(np.ndim(x)) if axis is None else np.atleast_1d(axis)
    ends = np.arange(-len(axes), 0)
    return np.moveaxis(
        np.reshape(rows, np.shape(np.moveaxis(x, axes, ends))), ends, axes
    )


def is_first_max(x, axis=None):
    """True where np.max(x, axis) has its value from, the first place on a tie; else False."""
    rows = rows_of(x, axis)
    first = np.arange(rows.shape[-1]) == np.argmax(rows, axis=-1)[..., None]
    return from_rows(first, x, axis)


def rows_of(x, axis):
    """x with the axes of a reduction (None is all) moved to the end and made one."""
    axes = np.arange(np.ndim(x)) if axis is None else np.atleast_1d(axis)
    moved = np.moveaxis(x, axes, np.arange(-len(axes), 0))
    size = np.prod(moved.shape[np.ndim(x) - len(axes) :], dtype=int)
    return np.reshape(moved, (*moved.shape[: np.ndim(x) - len(axes)], size))


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
    cache = (gamma, xc, std, xhat)
    return out, cache


def batchnorm_backward(dout, cache):
    """Backward pass of batchnorm.

    Gives dx (N, D), dgamma (D,) and dbeta (D,), from dout (N, D).
    """
    gamma, xc, std, xhat = cache
    # backprop out = gamma * xhat + beta
    dgamma = np.sum(xhat * dout, axis=0)
    dxhat = gamma * dout
    dbeta = np.sum(dout, axis=0)
    # backprop xhat = xc / std
    dxc = dxhat / std
    dstd = np.sum((-xhat / std) * dxhat, axis=0)
    # backprop std = np.sqrt(var + eps)
    dvar = dstd / (2 * std)
    # backprop var = np.mean(xc**2, axis=0)
    dxc += (2 * xc) * (dvar / xc.shape[0])
    # backprop xc = x - mu
    dx = dxc
    dmu = np.sum(-dxc, axis=0)
    # backprop mu = np.mean(x, axis=0)
    dx += dmu / xc.shape[0]
    return dx, dgamma, dbeta


def layernorm_forward(x: "N D", gamma: "D", beta: "D", eps: float = 1e-5):
    """Normalises each row.

    Forward pass of layernorm: out (N, D) and the cache (references, not copies).
    """
    mean_x = np.mean(x, axis=1, keepdims=True)
    xc = x - mean_x
    var = np.mean(xc**2, axis=1, keepdims=True)
    num = gamma * xc
    sqrt_in = var + eps
    sqrt_var_plus_eps = np.sqrt(sqrt_in)
    out_ratio = num / sqrt_var_plus_eps
    out = out_ratio + beta
    cache = (gamma, xc, sqrt_var_plus_eps, out_ratio)
    return out, cache


def layernorm_backward(dout, cache):
    """Backward pass of layernorm.

    Gives dx (N, D), dgamma (D,), dbeta (D,) and deps, from dout (N, D).
    """
    gamma, xc, sqrt_var_plus_eps, out_ratio = cache
    # backprop out = out_ratio + beta
    dbeta = np.sum(dout, axis=0)
    # backprop out_ratio = num / sqrt_var_plus_eps
    dnum = dout / sqrt_var_plus_eps
    dsqrt_var_plus_eps = np.sum(
        (-out_ratio / sqrt_var_plus_eps) * dout, axis=1, keepdims=True
    )
    # backprop sqrt_var_plus_eps = np.sqrt(sqrt_in)
    dsqrt_in = dsqrt_var_plus_eps / (2 * sqrt_var_plus_eps)
    # backprop sqrt_in = var + eps
    dvar = dsqrt_in
    deps = np.sum(dsqrt_in)
    # backprop num = gamma * xc
    dgamma = np.sum(xc * dnum, axis=0)
    dxc = gamma * dnum
    # backprop var = np.mean(xc**2, axis=1, keepdims=True)
    dxc += (2 * xc) * (dvar / xc.shape[1])
    # backprop xc = x - mean_x
    dx = dxc
    dmean_x = np.sum(-dxc, axis=1, keepdims=True)
    # backprop mean_x = np.mean(x, axis=1, keepdims=True)
    dx += dmean_x / xc.shape[1]
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
    out, out_affine_cache = affine_forward(h, w2, b2)
    cache = (affine_cache, h, out_affine_cache)
    return out, cache


def two_layers_backward(dout, cache):
    """Backward pass of two_layers.

    Gives dx (N, D), dw1 (D, H), db1 (H,), dw2 (H, M) and db2 (M,), from dout (N, M).
    """
    affine_cache, h, out_affine_cache = cache
    # backprop out = affine(h, w2, b2)
    dh, dw2, db2 = affine_backward(dout, out_affine_cache)
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
    max_scores = np.max(scores, axis=1, keepdims=True)
    exp_in = scores - max_scores
    p = np.exp(exp_in)
    sum_p = np.sum(p, axis=1, keepdims=True)
    p1 = p / sum_p
    out = p1 @ v
    cache = (x, Wq, Wk, Wv, q, k, v, sqrt_Wq_shape_1, scores, p, sum_p, p1)
    return out, cache


def attention_backward(dout, cache):
    """Backward pass of attention.

    Gives dx (T, D), dWq (D, K), dWk (D, K) and dWv (D, K), from dout (T, K).
    """
    x, Wq, Wk, Wv, q, k, v, sqrt_Wq_shape_1, scores, p, sum_p, p1 = cache
    # backprop out = p1 @ v
    dp1 = dout @ v.T
    dv = p1.T @ dout
    # backprop p1 = p / sum_p
    dsum_p = np.sum((-p1 / sum_p) * dp1, axis=1, keepdims=True)
    dp = dp1 / sum_p
    # backprop sum_p = np.sum(p, axis=1, keepdims=True)
    dp += dsum_p
    # backprop p = np.exp(exp_in)
    dexp_in = p * dp
    # backprop exp_in = scores - max_scores
    dscores = dexp_in
    dmax_scores = np.sum(-dexp_in, axis=1, keepdims=True)
    # backprop max_scores = np.max(scores, axis=1, keepdims=True)
    dscores += is_first_max(scores, 1) * dmax_scores
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
    max_scores = np.max(scores, axis=1, keepdims=True)
    shifted = scores - max_scores
    logp = shifted - np.log(np.sum(np.exp(shifted), axis=1, keepdims=True))
    out = -np.mean(logp[np.arange(len(y)), y])
    cache = (scores, y, logp)
    return out, cache


def softmax_loss_backward(cache):
    """Backward pass of softmax_loss: dscores (N, C), of the final output."""
    scores, y, logp = cache
    # backprop out = -np.mean(logp[np.arange(len(y)), y])
    dlogp = np.zeros_like(logp, dtype=np.result_type(logp, 1.0))
    dlogp[np.arange(len(y)), y] = -1.0 / logp.shape[0]
    # backprop logp = shifted - np.log(np.sum(np.exp(shifted), axis=1, keepdims=True))
    dshifted = dlogp - np.exp(logp) * np.sum(dlogp, axis=1, keepdims=True)
    # backprop shifted = scores - max_scores
    dscores = dshifted
    dmax_scores = np.sum(-dshifted, axis=1, keepdims=True)
    # backprop max_scores = np.max(scores, axis=1, keepdims=True)
    dscores += is_first_max(scores, 1) * dmax_scores
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
