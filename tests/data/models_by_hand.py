"""The passes of models.py as a person writes them: what the generated ones are held against."""

import numpy as np


def affine_forward(x, w, b):
    out = x @ w + b
    cache = (x, w)
    return out, cache


def affine_backward(dout, cache):
    x, w = cache
    # backprop out = x @ w + b
    dx = dout @ w.T
    dw = x.T @ dout
    db = np.sum(dout, axis=0)
    return dx, dw, db


def two_layer_loss_forward(X, y, params, reg):
    relu_in, affine_cache = affine_forward(X, params["W1"], params["b1"])
    h = np.maximum(0, relu_in)
    scores, affine_cache1 = affine_forward(h, params["W2"], params["b2"])
    shifted = scores - np.max(scores, axis=1, keepdims=True)
    exp_shifted = np.exp(shifted)
    sum_exp = np.sum(exp_shifted, axis=1, keepdims=True)
    logp = shifted - np.log(sum_exp)
    loss = -np.mean(logp[np.arange(len(y)), y])
    sum_sqr = np.sum(params["W1"] ** 2) + np.sum(params["W2"] ** 2)
    loss += 0.5 * reg * sum_sqr
    cache = (y, params, reg, affine_cache, h, affine_cache1, exp_shifted, sum_exp, sum_sqr)
    return loss, cache


def two_layer_loss_backward(dloss, cache):
    y, params, reg, affine_cache, h, affine_cache1, exp_shifted, sum_exp, sum_sqr = cache
    # backprop loss += 0.5 * reg * sum_sqr
    dreg = 0.5 * sum_sqr * dloss
    dsum_sqr = 0.5 * reg * dloss
    # backprop sum_sqr = np.sum(params["W1"] ** 2) + np.sum(params["W2"] ** 2)
    dW1 = (2 * params["W1"]) * dsum_sqr
    dW2 = (2 * params["W2"]) * dsum_sqr
    # backprop loss = -np.mean(logp[np.arange(len(y)), y])
    dlogp = np.zeros_like(exp_shifted)
    dlogp[np.arange(len(y)), y] = -dloss / len(y)
    # backprop logp = shifted - np.log(sum_exp)
    dsum_exp = -np.sum(dlogp, axis=1, keepdims=True) / sum_exp
    # backprop sum_exp = np.sum(exp_shifted, axis=1, keepdims=True)
    # backprop exp_shifted = np.exp(shifted)
    dshifted = dlogp + exp_shifted * dsum_exp
    # backprop shifted = scores - np.max(scores, axis=1, keepdims=True)
    dscores = dshifted
    # backprop scores = affine(h, params["W2"], params["b2"])
    dh, dW2_affine, db2 = affine_backward(dscores, affine_cache1)
    dW2 += dW2_affine
    # backprop h = np.maximum(0, relu_in)
    drelu_in = (h > 0) * dh
    # backprop relu_in = affine(X, params["W1"], params["b1"])
    dX, dW1_affine, db1 = affine_backward(drelu_in, affine_cache)
    dW1 += dW1_affine
    dparams = {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}
    return dX, dparams, dreg


def mlp_forward(x, layers):
    x_before = []
    for w, b in layers:
        x_before.append(x)
        tanh_in = x @ w + b
        x = np.tanh(tanh_in)
    cache = (layers, x, x_before)
    return x, cache


def mlp_backward(dx, cache):
    layers, x, x_before = cache
    dlayers = []
    for (w, b), x_in in zip(reversed(layers), reversed(x_before)):
        # backprop x = np.tanh(tanh_in)
        dtanh_in = (1 - x**2) * dx
        x = x_in
        # backprop tanh_in = x @ w + b
        dx = dtanh_in @ w.T
        dw = x.T @ dtanh_in
        db = np.sum(dtanh_in, axis=0)
        dlayers.append((dw, db))
    dlayers.reverse()
    return dx, dlayers


def attention_forward(x, Wq, Wk, Wv):
    q, k, v = x @ Wq, x @ Wk, x @ Wv
    scores = q @ k.T / np.sqrt(Wq.shape[1])
    exp_scores = np.exp(scores - np.max(scores, axis=1, keepdims=True))
    sum_exp = np.sum(exp_scores, axis=1, keepdims=True)
    p = exp_scores / sum_exp
    out = p @ v
    cache = (x, Wq, Wk, Wv, q, k, v, sum_exp, p)
    return out, cache


def attention_backward(dout, cache):
    x, Wq, Wk, Wv, q, k, v, sum_exp, p = cache
    # backprop out = p @ v
    dp = dout @ v.T
    dv = p.T @ dout
    # backprop p = exp_scores / sum_exp
    dexp_scores = dp / sum_exp
    dsum_exp = -np.sum(p * dp, axis=1, keepdims=True) / sum_exp
    # backprop sum_exp = np.sum(exp_scores, axis=1, keepdims=True)
    dexp_scores += dsum_exp
    # backprop exp_scores = np.exp(scores - np.max(scores, axis=1, keepdims=True))
    dscores = (p * sum_exp) * dexp_scores
    # backprop scores = q @ k.T / np.sqrt(Wq.shape[1])
    dqk = dscores / np.sqrt(Wq.shape[1])
    dq = dqk @ k
    dk = dqk.T @ q
    # backprop q, k, v = x @ Wq, x @ Wk, x @ Wv
    dx = dq @ Wq.T
    dWq = x.T @ dq
    dx += dk @ Wk.T
    dWk = x.T @ dk
    dx += dv @ Wv.T
    dWv = x.T @ dv
    return dx, dWq, dWk, dWv


def huber_forward(x, delta):
    small = abs(x) <= delta
    if small:
        out = 0.5 * x**2
    else:
        out = delta * (abs(x) - 0.5 * delta)
    cache = (x, delta, small)
    return out, cache


def huber_backward(dout, cache):
    x, delta, small = cache
    if small:
        # backprop return 0.5 * x**2
        dx = x * dout
        ddelta = 0.0
    else:
        # backprop return delta * (abs(x) - 0.5 * delta)
        dx = np.sign(x) * delta * dout
        ddelta = (abs(x) - delta) * dout
    return dx, ddelta


def oscillator_forward(x, v, k, steps, dt):
    saved = []
    for _ in range(steps):
        a = -k * np.sin(x)
        v += dt * a
        saved.append((x, a, v))
        x += dt * v
    cache = (k, dt, saved)
    return x, v, cache


def oscillator_backward(dx, dv, cache):
    k, dt, saved = cache
    dk = 0.0
    ddt = 0.0
    for x, a, v in reversed(saved):
        # backprop x += dt * v
        ddt += v * dx
        dv += dt * dx
        # backprop v += dt * a
        ddt += a * dv
        da = dt * dv
        # backprop a = -k * np.sin(x)
        dk -= np.sin(x) * da
        dx -= k * np.cos(x) * da
    return dx, dv, dk, ddt
