"""A small language model with a dict of parameters; `python docs/train_gpt.py` trains it."""

import numpy as np


def normalised(x: "T D", gain: "D", shift: "D"):
    """Layer normalisation of each row."""
    mean = np.mean(x, axis=1, keepdims=True)
    centered = x - mean
    std = np.sqrt(np.mean(centered**2, axis=1, keepdims=True) + 1e-5)
    return gain * (centered / std) + shift


def head(x: "T D", wq: "D K", wk: "D K", wv: "D K"):
    """One head of attention, in which no place sees a later one."""
    q, k, v = x @ wq, x @ wk, x @ wv
    scores = q @ k.T / np.sqrt(k.shape[1])
    scores = np.where(np.tri(len(x)) > 0, scores, -1e9)
    scores = scores - np.max(scores, axis=1, keepdims=True)
    weights = np.exp(scores)
    weights = weights / np.sum(weights, axis=1, keepdims=True)
    return weights @ v


def gelu(x):
    """The smooth relu of the first models of this kind."""
    return 0.5 * x * (1 + np.tanh(np.sqrt(2 / np.pi) * (x + 0.044715 * x**3)))


def block(x: "T D", p: dict):
    """A layer: heads side by side, then a net at each place, each added to what it reads."""
    y = normalised(x, p["gain1"], p["shift1"])
    heads = [head(y, p["wq"][i], p["wk"][i], p["wv"][i]) for i in range(len(p["wq"]))]
    x = x + np.concatenate(heads, axis=1) @ p["wo"]
    y = normalised(x, p["gain2"], p["shift2"])
    return x + gelu(y @ p["w1"] + p["b1"]) @ p["w2"] + p["b2"]


# backprop: wrt params
def gpt_loss(tokens: "T int", targets: "T int", params: dict):
    """The mean cross-entropy of each next token."""
    x = params["embedding"][tokens] + params["place"][: len(tokens)]
    for p in params["blocks"]:
        x = block(x, p)
    x = normalised(x, params["gain"], params["shift"])
    scores = x @ params["embedding"].T
    scores = scores - np.max(scores, axis=1, keepdims=True)
    logp = scores - np.log(np.sum(np.exp(scores), axis=1, keepdims=True))
    return -np.mean(logp[np.arange(len(targets)), targets])
