"""The functions that are timed as people write them for JAX: loops are `lax.scan`, writes are `.at`."""

import jax
import jax.numpy as np
from jax import lax
from sources import BLOCKS

jax.config.update("jax_enable_x64", True)


def staged(x, y):
    sigy = 1.0 / (1 + np.exp(-y))
    num = x + sigy
    sigx = 1.0 / (1 + np.exp(-x))
    return num / (sigx + (x + y) ** 2)


def two_layer_loss(X, y, W1, b1, W2, b2, reg):
    hidden = np.maximum(0, X @ W1 + b1)
    logp = jax.nn.log_softmax(hidden @ W2 + b2)
    decay = 0.5 * reg * (np.sum(W1**2) + np.sum(W2**2))
    return decay - np.mean(logp[np.arange(len(y)), y])


def batchnorm(x, gamma, beta, eps):
    xc = x - np.mean(x, axis=0)
    return gamma * xc / np.sqrt(np.mean(xc**2, axis=0) + eps) + beta


def lstm(xs, h0, Wx, Wh, b):
    def cell(state, a):
        h, c = state
        i, f, o, g = np.split(a + h @ Wh, 4)
        c = jax.nn.sigmoid(f) * c + jax.nn.sigmoid(i) * np.tanh(g)
        h = jax.nn.sigmoid(o) * np.tanh(c)
        return (h, c), h

    return lax.scan(cell, (h0, np.zeros_like(h0)), xs @ Wx + b)[1]


def attention(x, Wq, Wk, Wv):
    q, k, v = x @ Wq, x @ Wk, x @ Wv
    return jax.nn.softmax(q @ k.T / np.sqrt(Wq.shape[1])) @ v


def convolution(image, kernel, bias):
    H, W = image.shape
    return bias + sum(kernel[i, j] * image[i : i + H - 2, j : j + W - 2] for i in range(3) for j in range(3))


def heat(u0, rate, steps):
    def step(u, _):
        around = u[:-2, 1:-1] + u[2:, 1:-1] + u[1:-1, :-2] + u[1:-1, 2:]
        return u.at[1:-1, 1:-1].add(rate * (around - 4 * u[1:-1, 1:-1])), None

    return lax.scan(step, u0, None, steps)[0]


def mixture_loglikelihood(x, alphas, means, logdiag, lower):
    centered = x[:, None, :] - means
    mixed = np.exp(logdiag) * centered + np.einsum("kde,nke->nkd", np.tril(lower, -1), centered)
    main = alphas + np.sum(logdiag, axis=1) - 0.5 * np.sum(mixed**2, axis=2)
    return np.sum(jax.nn.logsumexp(main, axis=1)) - len(x) * jax.nn.logsumexp(alphas)


def pendulum(x, v, friction, dt, steps):
    def slope(x, v):
        return v, -np.sin(x) - friction * v

    def step(state, _):
        x, v = state
        x1, v1 = slope(x, v)
        x2, v2 = slope(x + 0.5 * dt * x1, v + 0.5 * dt * v1)
        x3, v3 = slope(x + 0.5 * dt * x2, v + 0.5 * dt * v2)
        x4, v4 = slope(x + dt * x3, v + dt * v3)
        return (x + dt / 6 * (x1 + 2 * x2 + 2 * x3 + x4), v + dt / 6 * (v1 + 2 * v2 + 2 * v3 + v4)), None

    return lax.scan(step, (x, v), None, steps)[0]


def chain(x, y):
    a = np.sin(x) * y
    b = np.exp(-(a**2)) + x
    c = np.tanh(b - 0.5 * y)
    d = c * a + b
    e = np.sqrt(1.0 + d**2)
    f = np.log(e) - c
    g = d / (1.0 + np.exp(-f))
    h = np.cos(g) * e + 2.0 * a
    k = np.maximum(h, 0.1) * b
    m = np.arctan(k) - y * g
    return np.mean(m * m)


def small_vectors(p, q):
    for _ in range(BLOCKS):
        s = p - 0.1 * q * q
        c = s / np.sqrt(s @ s)
        p = q - np.exp(-(c @ q)) * c
        q = c + 0.5 * p
    return p @ q


def newton_root(a, x0, tolerance):
    """Takes all turns, of which some do nothing: there is no reverse mode of loops that end early."""

    def step(state, _):
        x, done = state
        change = np.where(done, 0.0, (x**3 - a) / (3 * x**2))
        return (x - change, done | (abs(change) < tolerance)), None

    return lax.scan(step, (x0, False), None, 50)[0][0]


STATIC = {"heat": (2,), "pendulum": (4,)}  # numbers of turns


def runner(name, differentiable, given, upstream):
    """Forward and backward pass in one compiled function, called with arrays that JAX has already."""
    f = globals()[name]
    static = STATIC.get(name, ())

    def both(*arguments):
        def of_these(*differentiated):
            filled = list(given)
            for place, value in enumerate(arguments):
                filled[moving[place]] = value
            for place, value in zip(differentiable, differentiated):
                filled[place] = value
            return f(*filled)

        out, back = jax.vjp(of_these, *(arguments[moving.index(place)] for place in differentiable))
        return out, back(tuple(upstream) if isinstance(out, tuple) else upstream[0])

    moving = [place for place in range(len(given)) if place not in static]
    compiled = jax.jit(both)
    arguments = [np.asarray(given[place]) for place in moving]

    def run():
        return jax.block_until_ready(compiled(*arguments))

    def as_numpy():
        return [numpy(x) for x in run()[1]]

    return run, as_numpy


def numpy(x):
    import numpy

    return numpy.asarray(x)
