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
"""Forward and backward passes of batchnorm.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


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
