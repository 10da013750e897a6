# arguments: x=(2, 3), h=(2, 2), W=(3, 6), U=(2, 6)
import numpy as np


def f(x: "N D", h: "N H", W: "D 3*H", U: "H 3*H"):
    """A step of a recurrent network with gates."""
    r, z, n = np.split(x @ W + h @ U, 3, axis=1)
    r = 1 / (1 + np.exp(-r))
    z = 1 / (1 + np.exp(-z))
    return (1 - z) * np.tanh(r * n) + z * h


# output
"""Forward and backward passes of split_into_equal_parts.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N D", h: "N H", W: "D 3*H", U: "H 3*H"):
    """A step of a recurrent network with gates.

    Forward pass of f: out (N, H) and the cache (references, not copies).
    """
    split_in = x @ W + h @ U
    r, z, n = np.split(split_in, 3, axis=1)
    r = 1 / (1 + np.exp(-r))
    z = 1 / (1 + np.exp(-z))
    out_diff = 1 - z
    tanh_in = r * n
    tanh_r_times_n = np.tanh(tanh_in)
    out = out_diff * tanh_r_times_n + z * h
    cache = (x, h, W, U, n, r, z, out_diff, tanh_r_times_n)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f.

    Gives dx (N, D), dh (N, H), dW (D, 3*H) and dU (H, 3*H), from dout (N, H).
    """
    x, h, W, U, n, r, z, out_diff, tanh_r_times_n = cache
    # backprop out = out_diff * tanh_r_times_n + z * h
    dout_diff = tanh_r_times_n * dout
    dtanh_r_times_n = out_diff * dout
    dz = h * dout
    dh = z * dout
    # backprop tanh_r_times_n = np.tanh(tanh_in)
    dtanh_in = (1 - tanh_r_times_n**2) * dtanh_r_times_n
    # backprop tanh_in = r * n
    dr = n * dtanh_in
    dn = r * dtanh_in
    # backprop out_diff = 1 - z
    dz -= dout_diff
    # backprop z = 1 / (1 + np.exp(-z))
    dz = ((1 - z) * z) * dz
    # backprop r = 1 / (1 + np.exp(-r))
    dr = ((1 - r) * r) * dr
    # backprop r, z, n = np.split(split_in, 3, axis=1)
    dsplit_in = np.concatenate([dr, dz, dn], axis=1)
    # backprop split_in = x @ W + h @ U
    dx = dsplit_in @ W.T
    dW = x.T @ dsplit_in
    dh += dsplit_in @ U.T
    dU = h.T @ dsplit_in
    return dx, dh, dW, dU
