# arguments in_one: x=(4, 3), gamma=(3,), beta=(3,), eps=0.1
# arguments read_elsewhere: x=(4, 3), gamma=(3,), beta=(3,), eps=0.1
# arguments of_a_layer: x=(4, 2), W=(2, 3), gamma=(3,), beta=(3,)
# arguments twice: x=(4, 3), gamma=(3,), beta=(3,), g=(3,), b=(3,)
import numpy as np


def in_one(x: "N D", gamma: "D", beta: "D", eps: float):
    """The sums of both gradients are those that x needs."""
    return beta + gamma * (x - np.mean(x, axis=0)) / np.sqrt(np.var(x, axis=0) + eps)


def read_elsewhere(x: "N D", gamma: "D", beta: "D", eps: float):
    """What is made comparable gets another gradient, too."""
    xhat = (x - np.mean(x, axis=0)) / np.sqrt(np.var(x, axis=0) + eps)
    y = gamma * xhat + beta
    return np.sum(y**2) + np.sum(xhat**3)


def of_a_layer(x: "N D", W: "D M", gamma: "M", beta: "M"):
    a = x @ W
    centered = a - a.mean(axis=0)
    std = np.sqrt(np.mean(centered * centered, axis=0) + 1e-5)
    return np.maximum(0, (centered / std) * gamma + beta)


def twice(x: "N D", gamma: "D", beta: "D", g: "D", b: "D"):
    """The scale is read again, and the second one has the shift of the first."""
    for _ in range(2):
        centered = x - np.mean(x, axis=0)
        x = gamma * (centered / np.sqrt(np.mean(centered**2, axis=0) + 1e-5)) + beta
        x = x + g * b * gamma
    return x * beta


# output
"""Forward and backward passes of batchnorm_with_scale_and_shift.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def in_one_forward(x: "N D", gamma: "D", beta: "D", eps: float):
    """The sums of both gradients are those that x needs.

    Forward pass of in_one: out (N, D) and the cache (references, not copies).
    """
    x_minus_mean_x = x - np.mean(x, axis=0)
    sqrt_var_x_plus_eps = np.sqrt(np.var(x, axis=0) + eps)
    normalised_x = gamma * x_minus_mean_x / sqrt_var_x_plus_eps
    out = beta + normalised_x
    cache = (gamma, x_minus_mean_x, sqrt_var_x_plus_eps, normalised_x)
    return out, cache


def in_one_backward(dout, cache):
    """Backward pass of in_one.

    Gives dx (N, D), dgamma (D,), dbeta (D,) and deps, from dout (N, D).
    """
    gamma, x_minus_mean_x, sqrt_var_x_plus_eps, normalised_x = cache
    # backprop out = beta + normalised_x
    dbeta = np.sum(dout, axis=0)
    # backprop normalised_x = gamma * x_minus_mean_x / sqrt_var_x_plus_eps
    dx = (
        gamma * dout
        - np.mean(gamma * dout, axis=0)
        - (x_minus_mean_x / sqrt_var_x_plus_eps) * np.mean(normalised_x * dout, axis=0)
    ) / sqrt_var_x_plus_eps
    dgamma = np.sum((x_minus_mean_x / sqrt_var_x_plus_eps) * dout, axis=0)
    deps = np.sum((-normalised_x / (2 * sqrt_var_x_plus_eps**2)) * dout)
    return dx, dgamma, dbeta, deps


def read_elsewhere_forward(x: "N D", gamma: "D", beta: "D", eps: float):
    """What is made comparable gets another gradient, too.

    Forward pass of read_elsewhere: out and the cache (references, not copies).
    """
    sqrt_var_x_plus_eps = np.sqrt(np.var(x, axis=0) + eps)
    xhat = (x - np.mean(x, axis=0)) / sqrt_var_x_plus_eps
    y = gamma * xhat + beta
    out = np.sum(y**2) + np.sum(xhat**3)
    cache = (gamma, sqrt_var_x_plus_eps, xhat, y)
    return out, cache


def read_elsewhere_backward(dout, cache):
    """Backward pass of read_elsewhere.

    Gives dx (N, D), dgamma (D,), dbeta (D,) and deps, from dout.
    """
    gamma, sqrt_var_x_plus_eps, xhat, y = cache
    # backprop out = np.sum(y**2) + np.sum(xhat**3)
    dy = (2 * y) * dout
    dxhat = (3 * xhat**2) * dout
    # backprop y = gamma * xhat + beta
    dgamma = np.sum(xhat * dy, axis=0)
    dxhat += gamma * dy
    dbeta = np.sum(dy, axis=0)
    # backprop xhat = (x - np.mean(x, axis=0)) / sqrt_var_x_plus_eps
    dx = (
        dxhat - np.mean(dxhat, axis=0) - xhat * np.mean(xhat * dxhat, axis=0)
    ) / sqrt_var_x_plus_eps
    deps = np.sum((-xhat / (2 * sqrt_var_x_plus_eps**2)) * dxhat)
    return dx, dgamma, dbeta, deps


def of_a_layer_forward(x: "N D", W: "D M", gamma: "M", beta: "M"):
    """Forward pass of of_a_layer: out (N, M) and the cache (references, not copies)."""
    a = x @ W
    centered = a - a.mean(axis=0)
    std = np.sqrt(np.mean(centered * centered, axis=0) + 1e-5)
    normalised_a = centered / std
    relu_in = normalised_a * gamma + beta
    out = np.maximum(0, relu_in)
    cache = (x, W, gamma, std, normalised_a, out)
    return out, cache


def of_a_layer_backward(dout, cache):
    """Backward pass of of_a_layer.

    Gives dx (N, D), dW (D, M), dgamma (M,) and dbeta (M,), from dout (N, M).
    """
    x, W, gamma, std, normalised_a, out = cache
    # backprop out = np.maximum(0, relu_in)
    drelu_in = (out > 0) * dout
    # backprop relu_in = normalised_a * gamma + beta
    dgamma = np.sum(normalised_a * drelu_in, axis=0)
    dbeta = np.sum(drelu_in, axis=0)
    da = (gamma / std) * (
        drelu_in
        - dbeta / normalised_a.shape[0]
        - normalised_a * (dgamma / normalised_a.shape[0])
    )
    # backprop a = x @ W
    dx = da @ W.T
    dW = x.T @ da
    return dx, dW, dgamma, dbeta


def twice_forward(x: "N D", gamma: "D", beta: "D", g: "D", b: "D"):
    """The scale is read again, and the second one has the shift of the first.

    Forward pass of twice: out (N, D) and the cache (references, not copies).
    """
    steps = []
    for _ in range(2):
        centered = x - np.mean(x, axis=0)
        sqrt_centered = np.sqrt(np.mean(centered**2, axis=0) + 1e-5)
        normalised_x = centered / sqrt_centered
        x = gamma * normalised_x + beta
        g_times_b = g * b
        x_product = g_times_b * gamma
        x = x + x_product
        steps.append((sqrt_centered, normalised_x, g_times_b))
    out = x * beta
    cache = (gamma, beta, g, b, steps, x)
    return out, cache


def twice_backward(dout, cache):
    """Backward pass of twice.

    Gives dx (N, D), dgamma (D,), dbeta (D,), dg (D,) and db (D,), from dout (N, D).
    """
    gamma, beta, g, b, steps, x = cache
    # backprop out = x * beta
    dx = beta * dout
    dbeta = np.sum(x * dout, axis=0)
    dgamma = np.zeros_like(gamma, dtype=np.result_type(gamma, 1.0))
    dg = np.zeros_like(g, dtype=np.result_type(g, 1.0))
    db = np.zeros_like(b, dtype=np.result_type(b, 1.0))
    for sqrt_centered, normalised_x, g_times_b in reversed(steps):
        # backprop x = x + x_product
        dx_product = np.sum(dx, axis=0)
        # backprop x_product = g_times_b * gamma
        dg_times_b = gamma * dx_product
        dgamma += g_times_b * dx_product
        # backprop g_times_b = g * b
        dg += b * dg_times_b
        db += g * dg_times_b
        # backprop x = gamma * normalised_x + beta
        dgamma += np.sum(normalised_x * dx, axis=0)
        dbeta += np.sum(dx, axis=0)
        dx = (gamma / sqrt_centered) * (
            dx
            - np.sum(dx, axis=0) / x.shape[0]
            - normalised_x * (np.sum(normalised_x * dx, axis=0) / x.shape[0])
        )
    return dx, dgamma, dbeta, dg, db
