"""The passes of the functions that are timed, as a person writes them who knows NumPy and wants them fast.

The forward passes compute what the functions do, in other words where the mirror is better served by
them; the backward passes keep their buffers, add in place, and put off to the end of a loop what is one
product there. `tests/test_benchmarks.py` holds them against the generated ones.
"""

import math

import numpy as np
from sources import BLOCKS


def staged_forward(x, y):
    sigy = 1.0 / (1 + math.exp(-y))
    num = x + sigy
    sigx = 1.0 / (1 + math.exp(-x))
    xpy = x + y
    invden = 1.0 / (sigx + xpy**2)
    f = num * invden
    return f, (sigy, sigx, xpy, invden, f)


def staged_backward(df, cache):
    sigy, sigx, xpy, invden, f = cache
    dnum = invden * df
    dden = -f * dnum
    dxpy = 2 * xpy * dden
    dx = dxpy + (1 - sigx) * sigx * dden + dnum
    dy = dxpy + (1 - sigy) * sigy * dnum
    return dx, dy


def two_layer_loss_forward(X, y, W1, b1, W2, b2, reg):
    hidden = np.maximum(0, X @ W1 + b1)
    scores = hidden @ W2 + b2
    scores -= np.max(scores, axis=1, keepdims=True)
    p = np.exp(scores)
    p /= np.sum(p, axis=1, keepdims=True)
    loss = -np.mean(np.log(p[np.arange(len(y)), y]))
    loss += 0.5 * reg * (np.sum(W1**2) + np.sum(W2**2))
    return loss, (X, y, W1, W2, reg, hidden, p)


def two_layer_loss_backward(dloss, cache):
    X, y, W1, W2, reg, hidden, p = cache
    dscores = p.copy()
    dscores[np.arange(len(y)), y] -= 1
    dscores *= dloss / len(y)
    dW2 = hidden.T @ dscores
    dW2 += (reg * dloss) * W2
    db2 = np.sum(dscores, axis=0)
    dhidden = dscores @ W2.T
    dhidden *= hidden > 0
    dW1 = X.T @ dhidden
    dW1 += (reg * dloss) * W1
    db1 = np.sum(dhidden, axis=0)
    return dW1, db1, dW2, db2


def batchnorm_forward(x, gamma, beta, eps):
    xhat = x - np.mean(x, axis=0)
    std = np.sqrt(np.mean(xhat**2, axis=0) + eps)
    xhat /= std
    return gamma * xhat + beta, (gamma, std, xhat)


def batchnorm_backward(dout, cache):
    gamma, std, xhat = cache
    N = len(dout)
    dgamma = np.sum(xhat * dout, axis=0)
    dbeta = np.sum(dout, axis=0)
    dx = dout - (dbeta + xhat * dgamma) / N
    dx *= gamma / std
    return dx, dgamma, dbeta


def lstm_forward(xs, h0, Wx, Wh, b):
    """Adds the inputs' share of all steps at once, and takes the sigmoid of the three gates in one."""
    T, H = len(xs), len(h0)
    gates = xs @ Wx + b
    hs = np.empty((T + 1, H))
    cs = np.zeros((T + 1, H))
    tanh_cs = np.empty((T, H))
    hs[0] = h0
    for t in range(T):
        a = gates[t]
        a += hs[t] @ Wh
        sig, g = a[: 3 * H], a[3 * H :]
        sig[:] = 1 / (1 + np.exp(-sig))
        g[:] = np.tanh(g)
        cs[t + 1] = sig[H : 2 * H] * cs[t] + sig[:H] * g
        tanh_cs[t] = np.tanh(cs[t + 1])
        hs[t + 1] = sig[2 * H :] * tanh_cs[t]
    return hs[1:].copy(), (xs, Wx, Wh, gates, hs, cs, tanh_cs)


def lstm_backward(dhs, cache):
    """Leaves the gradients on the weights to three products at the end."""
    xs, Wx, Wh, gates, hs, cs, tanh_cs = cache
    T, H = dhs.shape
    das = np.empty_like(gates)
    dh, dc = np.zeros(H), np.zeros(H)
    for t in reversed(range(T)):
        sig, g, tanh_c = gates[t, : 3 * H], gates[t, 3 * H :], tanh_cs[t]
        i, f, o = sig[:H], sig[H : 2 * H], sig[2 * H :]
        dh += dhs[t]
        dc += (1 - tanh_c**2) * o * dh
        da = das[t]
        da[:H] = g * dc
        da[H : 2 * H] = cs[t] * dc
        da[2 * H : 3 * H] = tanh_c * dh
        da[: 3 * H] *= (1 - sig) * sig
        da[3 * H :] = (1 - g**2) * i * dc
        dc *= f
        dh = Wh @ da
    return das @ Wx.T, dh, xs.T @ das, hs[:-1].T @ das, np.sum(das, axis=0)


def attention_forward(x, Wq, Wk, Wv):
    q, k, v = x @ Wq, x @ Wk, x @ Wv
    p = q @ k.T
    p /= math.sqrt(Wq.shape[1])
    p -= np.max(p, axis=1, keepdims=True)
    p = np.exp(p)
    p /= np.sum(p, axis=1, keepdims=True)
    return p @ v, (x, Wq, Wk, Wv, q, k, v, p)


def attention_backward(dout, cache):
    x, Wq, Wk, Wv, q, k, v, p = cache
    dp = dout @ v.T
    dv = p.T @ dout
    dscores = p * (dp - np.sum(p * dp, axis=1, keepdims=True))
    dscores /= math.sqrt(Wq.shape[1])
    dq = dscores @ k
    dk = dscores.T @ q
    dx = dq @ Wq.T
    dx += dk @ Wk.T
    dx += dv @ Wv.T
    return dx, x.T @ dq, x.T @ dk, x.T @ dv


def convolution_forward(image, kernel, bias):
    H, W = image.shape
    out = np.full((H - 2, W - 2), bias)
    for i in range(3):
        for j in range(3):
            out += kernel[i, j] * image[i : i + H - 2, j : j + W - 2]
    return out, (image, kernel)


def convolution_backward(dout, cache):
    image, kernel = cache
    H, W = image.shape
    dimage, dkernel = np.zeros_like(image), np.empty_like(kernel)
    for i in range(3):
        for j in range(3):
            dkernel[i, j] = np.sum(image[i : i + H - 2, j : j + W - 2] * dout)
            dimage[i : i + H - 2, j : j + W - 2] += kernel[i, j] * dout
    return dimage, dkernel, np.sum(dout)


def heat_forward(u0, rate, steps):
    u = u0.copy()
    laplacians = []
    for _ in range(steps):
        laplacian = u[:-2, 1:-1] + u[2:, 1:-1] + u[1:-1, :-2] + u[1:-1, 2:]
        laplacian -= 4 * u[1:-1, 1:-1]
        u[1:-1, 1:-1] += rate * laplacian
        laplacians.append(laplacian)
    return u, (rate, laplacians)


def heat_backward(du, cache):
    rate, laplacians = cache
    du = du.copy()
    drate = 0.0
    for laplacian in reversed(laplacians):
        inner = du[1:-1, 1:-1]
        drate += np.sum(laplacian * inner)
        dlaplacian = rate * inner
        inner -= 4 * dlaplacian
        du[:-2, 1:-1] += dlaplacian
        du[2:, 1:-1] += dlaplacian
        du[1:-1, :-2] += dlaplacian
        du[1:-1, 2:] += dlaplacian
    return du, drate


def mixture_loglikelihood_forward(x, alphas, means, logdiag, lower):
    centered = x[:, None, :] - means
    diag = np.exp(logdiag)
    lower = np.tril(lower, -1)
    mixed = np.einsum("kde,nke->nkd", lower, centered)
    mixed += diag * centered
    main = alphas + np.sum(logdiag, axis=1) - 0.5 * np.sum(mixed**2, axis=2)
    main -= (top := np.max(main, axis=1, keepdims=True))
    p = np.exp(main)
    total = np.sum(p, axis=1, keepdims=True)
    p /= total
    weights = np.exp(alphas)
    sum_weights = np.sum(weights)
    loss = np.sum(top) + np.sum(np.log(total)) - len(x) * np.log(sum_weights)
    return loss, (centered, diag, lower, mixed, p, weights / sum_weights)


def mixture_loglikelihood_backward(dloss, cache):
    centered, diag, lower, mixed, p, weights = cache
    dmain = p * dloss
    sum_dmain = np.sum(dmain, axis=0)
    dalphas = sum_dmain - (len(p) * dloss) * weights
    dmixed = mixed * -dmain[:, :, None]
    dlogdiag = sum_dmain[:, None] + diag * np.sum(centered * dmixed, axis=0)
    dlower = np.tril(np.einsum("nkd,nke->kde", dmixed, centered), -1)
    dcentered = np.einsum("kde,nkd->nke", lower, dmixed)
    dcentered += diag * dmixed
    return dalphas, -np.sum(dcentered, axis=0), dlogdiag, dlower


def pendulum_forward(x, v, friction, dt, steps):
    history = []
    half, sixth = 0.5 * dt, dt / 6
    for _ in range(steps):
        x1, v1 = x, v
        a1 = -math.sin(x) - friction * v
        v2 = v + half * a1
        x2 = x + half * v
        a2 = -math.sin(x2) - friction * v2
        v3 = v + half * a2
        x3 = x + half * v2
        a3 = -math.sin(x3) - friction * v3
        v4 = v + dt * a3
        x4 = x + dt * v3
        a4 = -math.sin(x4) - friction * v4
        x = x + sixth * (v + 2 * v2 + 2 * v3 + v4)
        v = v + sixth * (a1 + 2 * a2 + 2 * a3 + a4)
        history.append((x1, v1, a1, x2, v2, a2, x3, v3, a3, x4, v4, a4))
    return x, v, (friction, dt, history)


def pendulum_backward(dx, dv, cache):
    friction, dt, history = cache
    half, sixth = 0.5 * dt, dt / 6
    dfriction = dhalf = dsixth = ddt = 0.0
    for x1, v1, a1, x2, v2, a2, x3, v3, a3, x4, v4, a4 in reversed(history):
        dsixth += (a1 + 2 * a2 + 2 * a3 + a4) * dv + (v1 + 2 * v2 + 2 * v3 + v4) * dx
        da4 = sixth * dv
        dx_sum = sixth * dx
        dx4 = -math.cos(x4) * da4
        dv4 = dx_sum - friction * da4
        dfriction -= v4 * da4
        ddt += v3 * dx4 + a3 * dv4
        da3 = 2 * da4 + dt * dv4
        dx3 = -math.cos(x3) * da3
        dv3 = 2 * dx_sum + dt * dx4 - friction * da3
        dfriction -= v3 * da3
        dhalf += v2 * dx3 + a2 * dv3
        da2 = 2 * da4 + half * dv3
        dx2 = -math.cos(x2) * da2
        dv2 = 2 * dx_sum + half * dx3 - friction * da2
        dfriction -= v2 * da2
        dhalf += v1 * dx2 + a1 * dv2
        da1 = da4 + half * dv2
        dx += dx4 + dx3 + dx2 - math.cos(x1) * da1
        dv += dx_sum + dv4 + dv3 + dv2 + half * dx2 - friction * da1
        dfriction -= v1 * da1
    return dx, dv, dfriction, ddt + 0.5 * dhalf + dsixth / 6


def chain_forward(x, y):
    sin_x = np.sin(x)
    a = sin_x * y
    exp_a = np.exp(-(a**2))
    b = exp_a + x
    c = np.tanh(b - 0.5 * y)
    d = c * a + b
    e = np.sqrt(1.0 + d**2)
    s = 1.0 / (1.0 + np.exp(c - np.log(e)))
    g = d * s
    cos_g = np.cos(g)
    relu = np.maximum(cos_g * e + 2.0 * a, 0.1)
    k = relu * b
    m = np.arctan(k) - y * g
    return np.mean(m * m), (x, y, sin_x, a, exp_a, b, c, d, e, s, g, cos_g, relu, k, m)


def chain_backward(dout, cache):
    """Uses each buffer as often as it can: of a million entries a new one costs as much as a product."""
    x, y, sin_x, a, exp_a, b, c, d, e, s, g, cos_g, relu, k, m = cache
    dm = (2 * dout / len(m)) * m
    dg = y * dm
    np.negative(dg, out=dg)
    dy = g * dm
    np.negative(dy, out=dy)
    dm /= 1 + k**2  # dk from here
    db = relu * dm
    dm *= b
    dm *= relu > 0.1  # dh from here
    de = cos_g * dm
    dg -= np.sin(g) * e * dm
    dm *= 2.0  # da from here
    df = g * (1 - s)
    df *= dg
    dg *= s  # dd from here
    de += df / e
    de *= d
    de /= e
    dg += de
    dm += c * dg
    df -= a * dg  # -dc from here
    db += dg
    df *= c**2 - 1  # dtanh_in from here
    db += df
    dy -= 0.5 * df
    exp = a * exp_a
    exp *= db
    exp *= 2
    dm -= exp
    dy += sin_x * dm
    dm *= y
    dm *= np.cos(x)
    db += dm
    return db, dy


SMALL_FORWARD = """\
    s = p{1} - 0.1 * q{1} * q{1}
    n{0} = math.sqrt(s @ s)
    c{0} = s / n{0}
    w{0} = math.exp(-(c{0} @ q{1}))
    p{0} = q{1} - w{0} * c{0}
    q{0} = c{0} + 0.5 * p{0}
"""
SMALL_BACKWARD = """\
    dp += 0.5 * dq
    u = w{0} * (c{0} @ dp)
    dc = dq - w{0} * dp + u * q{1}
    ds = (dc - (c{0} @ dc) * c{0}) / n{0}
    dq = dp + u * c{0} - 0.2 * q{1} * ds
    dp = ds
"""


def small_vectors_text():
    """The passes of `small_vectors`, which has forty blocks of the same five statements."""
    blocks = range(1, BLOCKS + 1)
    names = ", ".join(["p0", "q0", *(f"n{k}, c{k}, w{k}, p{k}, q{k}" for k in blocks)])
    forward = "".join(SMALL_FORWARD.format(k, k - 1) for k in blocks)
    backward = "".join(SMALL_BACKWARD.format(k, k - 1) for k in reversed(blocks))
    return (
        f"import math\n\n\ndef small_vectors_forward(p0, q0):\n{forward}"
        f"    return p{BLOCKS} @ q{BLOCKS}, ({names})\n\n\n"
        f"def small_vectors_backward(dout, cache):\n    ({names}) = cache\n"
        f"    dp, dq = q{BLOCKS} * dout, p{BLOCKS} * dout\n{backward}    return dp, dq\n"
    )


exec(small_vectors_text(), SMALL := {})
small_vectors_forward, small_vectors_backward = (
    SMALL["small_vectors_forward"],
    SMALL["small_vectors_backward"],
)


def newton_root_forward(a, x0, tolerance):
    x = x0
    history = []
    for _ in range(50):
        den = 3 * x**2
        change = (x**3 - a) / den
        history.append((x, den, change))
        x = x - change
        if abs(change) < tolerance:
            break
    return x, (history,)


def newton_root_backward(dx, cache):
    """The gradient on x is what is left of 1 - (den - change * 6 * x) / den."""
    (history,) = cache
    da = 0.0
    for x, den, change in reversed(history):
        dnum = dx / den
        da += dnum
        dx = 6 * x * change * dnum
    return da, dx
