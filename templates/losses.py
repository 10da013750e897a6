"""The loss of a classifier in the many ways in which it is spelled: one gradient for all of them."""

from __future__ import annotations

import numpy as np


def cross_entropy__mean_of_scores(x: "N K", axis: "= 1 | -1", n: "= N", y: "N int") -> "":
    """Gives the probabilities minus one at the labels, over their number."""
    m = np.max(x, axis=axis, keepdims=True)
    m = np.max(x, axis=1)[:, None]
    c = x - m
    s = np.sum(np.exp(c), axis=axis, keepdims=True)
    s = np.sum(np.exp(c), axis=1)[:, None]
    logp = c - np.log(s)
    logp = x - (m + np.log(s))
    logp = x - np.log(np.sum(np.exp(x), axis=axis, keepdims=True))
    rows = np.arange(n)
    rows = range(n)
    z = -np.mean(logp[rows, y])
    z = np.mean(-logp[rows, y])
    dx = np.exp(logp)
    dx[rows, y] -= 1
    dx *= dz / n


def cross_entropy__mean_of_probabilities(x: "N K", axis: "= 1 | -1", n: "= N", y: "N int") -> "":
    """Gives the probabilities minus one at the labels, over their number."""
    m = np.max(x, axis=axis, keepdims=True)
    m = np.max(x, axis=1)[:, None]
    e = np.exp(x - m)
    e = np.exp(x)
    s = np.sum(e, axis=axis, keepdims=True)
    s = np.sum(e, axis=1)[:, None]
    p = e / s
    rows = np.arange(n)
    rows = range(n)
    picked = np.log(p[rows, y])
    picked = np.log(p)[rows, y]
    z = -np.mean(picked)
    z = np.mean(-picked)
    dx = p.copy()
    dx[rows, y] -= 1
    dx *= dz / n


def cross_entropy__sum_of_scores(x: "N K", axis: "= 1 | -1", n: "= N", y: "N int") -> "":
    """Gives the probabilities minus one at the labels."""
    m = np.max(x, axis=axis, keepdims=True)
    m = np.max(x, axis=1)[:, None]
    c = x - m
    s = np.sum(np.exp(c), axis=axis, keepdims=True)
    s = np.sum(np.exp(c), axis=1)[:, None]
    logp = c - np.log(s)
    logp = x - (m + np.log(s))
    logp = x - np.log(np.sum(np.exp(x), axis=axis, keepdims=True))
    rows = np.arange(n)
    rows = range(n)
    z = -np.sum(logp[rows, y])
    z = np.sum(-logp[rows, y])
    dx = np.exp(logp)
    dx[rows, y] -= 1
    dx *= dz


def cross_entropy__sum_of_probabilities(x: "N K", axis: "= 1 | -1", n: "= N", y: "N int") -> "":
    """Gives the probabilities minus one at the labels."""
    m = np.max(x, axis=axis, keepdims=True)
    m = np.max(x, axis=1)[:, None]
    e = np.exp(x - m)
    e = np.exp(x)
    s = np.sum(e, axis=axis, keepdims=True)
    s = np.sum(e, axis=1)[:, None]
    p = e / s
    rows = np.arange(n)
    rows = range(n)
    picked = np.log(p[rows, y])
    picked = np.log(p)[rows, y]
    z = -np.sum(picked)
    z = np.sum(-picked)
    dx = p.copy()
    dx[rows, y] -= 1
    dx *= dz


def cross_entropy__each_of_scores(x: "N K", axis: "= 1 | -1", n: "= N", y: "N int") -> "N":
    """Gives the probabilities minus one at the labels."""
    m = np.max(x, axis=axis, keepdims=True)
    m = np.max(x, axis=1)[:, None]
    c = x - m
    s = np.sum(np.exp(c), axis=axis, keepdims=True)
    s = np.sum(np.exp(c), axis=1)[:, None]
    logp = c - np.log(s)
    logp = x - (m + np.log(s))
    logp = x - np.log(np.sum(np.exp(x), axis=axis, keepdims=True))
    rows = np.arange(n)
    rows = range(n)
    z = -logp[rows, y]
    dx = np.exp(logp)
    dx[rows, y] -= 1
    dx *= dz[:, None]


def cross_entropy__each_of_probabilities(x: "N K", axis: "= 1 | -1", n: "= N", y: "N int") -> "N":
    """Gives the probabilities minus one at the labels."""
    m = np.max(x, axis=axis, keepdims=True)
    m = np.max(x, axis=1)[:, None]
    e = np.exp(x - m)
    e = np.exp(x)
    s = np.sum(e, axis=axis, keepdims=True)
    s = np.sum(e, axis=1)[:, None]
    p = e / s
    rows = np.arange(n)
    rows = range(n)
    picked = np.log(p[rows, y])
    picked = np.log(p)[rows, y]
    z = -picked
    dx = p.copy()
    dx[rows, y] -= 1
    dx *= dz[:, None]


def cross_entropy__mean_of_differences(x: "N K", axis: "= 1 | -1", n: "= N", y: "N int") -> "":
    """Gives the probabilities minus one at the labels, over their number."""
    m = np.max(x, axis=axis, keepdims=True)
    m = np.max(x, axis=1)[:, None]
    c = x - m
    lse = np.log(np.sum(np.exp(c), axis=axis))
    rows = np.arange(n)
    rows = range(n)
    z = np.mean(lse - c[rows, y])
    dx = np.exp(c - lse[:, None])
    dx[rows, y] -= 1
    dx *= dz / n


def cross_entropy__mean_by_logsumexp(x: "N K", axis: "= 1 | -1", n: "= N", y: "N int") -> "":
    """Gives the probabilities minus one at the labels, over their number."""
    lse = np.max(x, axis=axis) + np.log(np.sum(np.exp(x - np.max(x, axis=axis, keepdims=True)), axis=axis))
    lse = np.max(x, axis=axis) + np.log(np.sum(np.exp(x - np.max(x, axis=axis)[:, None]), axis=axis))
    lse = np.log(np.sum(np.exp(x), axis=axis))
    rows = np.arange(n)
    rows = range(n)
    z = np.mean(lse - x[rows, y])
    dx = np.exp(x - lse[:, None])
    dx[rows, y] -= 1
    dx *= dz / n


def cross_entropy__sum_of_differences(x: "N K", axis: "= 1 | -1", n: "= N", y: "N int") -> "":
    """Gives the probabilities minus one at the labels."""
    m = np.max(x, axis=axis, keepdims=True)
    m = np.max(x, axis=1)[:, None]
    c = x - m
    lse = np.log(np.sum(np.exp(c), axis=axis))
    rows = np.arange(n)
    rows = range(n)
    z = np.sum(lse - c[rows, y])
    dx = np.exp(c - lse[:, None])
    dx[rows, y] -= 1
    dx *= dz


def cross_entropy__sum_by_logsumexp(x: "N K", axis: "= 1 | -1", n: "= N", y: "N int") -> "":
    """Gives the probabilities minus one at the labels."""
    lse = np.max(x, axis=axis) + np.log(np.sum(np.exp(x - np.max(x, axis=axis, keepdims=True)), axis=axis))
    lse = np.max(x, axis=axis) + np.log(np.sum(np.exp(x - np.max(x, axis=axis)[:, None]), axis=axis))
    lse = np.log(np.sum(np.exp(x), axis=axis))
    rows = np.arange(n)
    rows = range(n)
    z = np.sum(lse - x[rows, y])
    dx = np.exp(x - lse[:, None])
    dx[rows, y] -= 1
    dx *= dz


def cross_entropy__each_of_differences(x: "N K", axis: "= 1 | -1", n: "= N", y: "N int") -> "N":
    """Gives the probabilities minus one at the labels."""
    m = np.max(x, axis=axis, keepdims=True)
    m = np.max(x, axis=1)[:, None]
    c = x - m
    lse = np.log(np.sum(np.exp(c), axis=axis))
    rows = np.arange(n)
    rows = range(n)
    z = lse - c[rows, y]
    dx = np.exp(c - lse[:, None])
    dx[rows, y] -= 1
    dx *= dz[:, None]


def cross_entropy__each_by_logsumexp(x: "N K", axis: "= 1 | -1", n: "= N", y: "N int") -> "N":
    """Gives the probabilities minus one at the labels."""
    lse = np.max(x, axis=axis) + np.log(np.sum(np.exp(x - np.max(x, axis=axis, keepdims=True)), axis=axis))
    lse = np.max(x, axis=axis) + np.log(np.sum(np.exp(x - np.max(x, axis=axis)[:, None]), axis=axis))
    lse = np.log(np.sum(np.exp(x), axis=axis))
    rows = np.arange(n)
    rows = range(n)
    z = lse - x[rows, y]
    dx = np.exp(x - lse[:, None])
    dx[rows, y] -= 1
    dx *= dz[:, None]
