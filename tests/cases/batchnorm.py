# arguments: x=(4, 3), gamma=(3,), beta=(3,), eps=1e-5
# names matter: the pragma mentions them
import numpy as np


# backprop: wrt x, gamma, beta
def batchnorm(x: "N D", gamma: "D", beta: "D", eps: float):
    mu = np.mean(x, axis=0)
    xc = x - mu
    var = np.mean(xc**2, axis=0)
    std = np.sqrt(var + eps)
    xhat = xc / std
    out = gamma * xhat + beta
    return out


# output
"""Forward and backward passes of batchnorm.py, made by `backprop generate`: do not edit."""

import numpy as np


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
