"""The functions that are timed as people write them for PyTorch, run eagerly."""

import math

import numpy
import torch
from sources import BLOCKS

torch.set_num_threads(1)


def staged(x, y):
    sigy = torch.sigmoid(y)
    num = x + sigy
    return num / (torch.sigmoid(x) + (x + y) ** 2)


def two_layer_loss(X, y, W1, b1, W2, b2, reg):
    scores = torch.addmm(b2, torch.relu(torch.addmm(b1, X, W1)), W2)
    return torch.nn.functional.cross_entropy(scores, y) + 0.5 * reg * (torch.sum(W1**2) + torch.sum(W2**2))


def batchnorm(x, gamma, beta, eps):
    return torch.nn.functional.batch_norm(x, None, None, gamma, beta, True, 0.0, eps)


def lstm(xs, h0, Wx, Wh, b):
    H = len(h0)
    h, c = h0, torch.zeros_like(h0)
    hs = []
    for a in xs @ Wx + b:
        a = a + h @ Wh
        i, f, o = torch.sigmoid(a[: 3 * H]).chunk(3)
        c = f * c + i * torch.tanh(a[3 * H :])
        h = o * torch.tanh(c)
        hs.append(h)
    return torch.stack(hs)


def attention(x, Wq, Wk, Wv):
    q, k, v = x @ Wq, x @ Wk, x @ Wv
    return torch.softmax(q @ k.T / math.sqrt(Wq.shape[1]), dim=1) @ v


def convolution(image, kernel, bias):
    H, W = image.shape
    return bias + sum(kernel[i, j] * image[i : i + H - 2, j : j + W - 2] for i in range(3) for j in range(3))


def heat(u0, rate, steps):
    u = u0.clone()
    for _ in range(steps):
        around = u[:-2, 1:-1] + u[2:, 1:-1] + u[1:-1, :-2] + u[1:-1, 2:]
        u[1:-1, 1:-1] += rate * (around - 4 * u[1:-1, 1:-1])
    return u


def mixture_loglikelihood(x, alphas, means, logdiag, lower):
    centered = x[:, None, :] - means
    mixed = torch.exp(logdiag) * centered + torch.einsum("kde,nke->nkd", torch.tril(lower, -1), centered)
    main = alphas + torch.sum(logdiag, dim=1) - 0.5 * torch.sum(mixed**2, dim=2)
    return torch.sum(torch.logsumexp(main, dim=1)) - len(x) * torch.logsumexp(alphas, dim=0)


def pendulum(x, v, friction, dt, steps):
    for _ in range(steps):
        a1 = -torch.sin(x) - friction * v
        v2 = v + 0.5 * dt * a1
        a2 = -torch.sin(x + 0.5 * dt * v) - friction * v2
        v3 = v + 0.5 * dt * a2
        a3 = -torch.sin(x + 0.5 * dt * v2) - friction * v3
        v4 = v + dt * a3
        a4 = -torch.sin(x + dt * v3) - friction * v4
        x = x + dt / 6 * (v + 2 * v2 + 2 * v3 + v4)
        v = v + dt / 6 * (a1 + 2 * a2 + 2 * a3 + a4)
    return x, v


def chain(x, y):
    a = torch.sin(x) * y
    b = torch.exp(-(a**2)) + x
    c = torch.tanh(b - 0.5 * y)
    d = c * a + b
    e = torch.sqrt(1.0 + d**2)
    f = torch.log(e) - c
    g = d * torch.sigmoid(f)
    h = torch.cos(g) * e + 2.0 * a
    k = torch.clamp(h, min=0.1) * b
    m = torch.arctan(k) - y * g
    return torch.mean(m * m)


def small_vectors(p, q):
    for _ in range(BLOCKS):
        s = p - 0.1 * q * q
        c = s / torch.sqrt(s @ s)
        p = q - torch.exp(-(c @ q)) * c
        q = c + 0.5 * p
    return p @ q


def newton_root(a, x0, tolerance):
    x = x0
    for _ in range(50):
        change = (x**3 - a) / (3 * x**2)
        x = x - change
        if abs(change) < tolerance:
            break
    return x


def runner(name, differentiable, given, upstream):
    """Both passes, with gradients that are returned and not added up."""
    f = globals()[name]
    tensors = list(given)
    for place, value in enumerate(given):
        if place in differentiable:
            tensors[place] = torch.tensor(value, dtype=torch.float64, requires_grad=True)
        elif isinstance(value, numpy.ndarray):
            tensors[place] = torch.tensor(value)
    leaves = [tensors[place] for place in differentiable]
    ups = [torch.tensor(up, dtype=torch.float64) for up in upstream]

    def run():
        out = f(*tensors)
        return torch.autograd.grad(out, leaves, ups if isinstance(out, tuple) else ups[0])

    def as_numpy():
        return [x.numpy() for x in run()]

    return run, as_numpy
