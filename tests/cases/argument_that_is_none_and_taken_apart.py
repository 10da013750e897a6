# arguments normalised: x=(4, 3), gamma=(3,), running=None
# arguments normalised: x=(4, 3), gamma=(3,), running=(0.3, 0.7)
# arguments by_items: x=(4, 3), gamma=(3,), running=None
# arguments by_items: x=(4, 3), gamma=(3,), running=[0.3, 0.7]
# arguments by_key: x=(4, 3), gamma=(3,), running=None
# arguments by_key: x=(4, 3), gamma=(3,), running={"mu": 0.3, "var": 0.7}
# arguments replaced: x=(4, 3), gamma=(3,), running=None
# arguments replaced: x=(4, 3), gamma=(3,), running=(0.3, 0.7)
import numpy as np


def normalised(x, gamma, running=None):
    if running is None:
        mu = x.mean(axis=0)
        var = x.var(axis=0)
    else:
        mu, var = running
    return gamma * (x - mu) / np.sqrt(var + 1e-5)


def by_items(x, gamma, running=None):
    if running is None:
        mu = x.mean(axis=0)
        var = x.var(axis=0)
    else:
        mu, var = running[0], running[1]
    return gamma * (x - mu) / np.sqrt(var + 1e-5)


def by_key(x, gamma, running=None):
    if running is None:
        mu = x.mean(axis=0)
        var = x.var(axis=0)
    else:
        mu, var = running["mu"], running["var"]
    return gamma * (x - mu) / np.sqrt(var + 1e-5)


def replaced(x, gamma, running=None):
    mu = x.mean(axis=0)
    var = x.var(axis=0)
    if running is not None:
        mu, var = running
    return gamma * (x - mu) / np.sqrt(var + 1e-5)


# output
"""Forward and backward passes of argument_that_is_none_and_taken_apart.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def unbroadcast(g, x):
    """Gives g the shape of x: summed where x was broadcast, spread if g is smaller.

    Returns g itself if it has that shape already, else a value with memory of its own.
    """
    shape = np.shape(x)
    if np.shape(g) == shape:
        return g
    extra = np.ndim(g) - len(shape)
    if extra > 0:
        g = np.sum(g, axis=tuple(range(extra)))
    ones = tuple(i for i in range(-np.ndim(g), 0) if shape[i] == 1)
    if ones:
        g = np.sum(g, axis=ones, keepdims=True)
    return g if np.shape(g) == shape else np.array(np.broadcast_to(g, shape))


def zeros_of(x):
    """Floating zeros for a number, an array, or a nest of them; for a tuple a list."""
    if isinstance(x, dict):
        return {key: zeros_of(item) for key, item in x.items()}
    if isinstance(x, (list, tuple)):
        return [zeros_of(item) for item in x]
    if not isinstance(x, np.ndarray):
        return 0.0
    return np.zeros_like(x, dtype=np.result_type(x, 1.0))


def normalised_forward(x, gamma, running=None):
    """Forward pass of normalised: out and the cache (references, not copies)."""
    mu_test = running is None
    if mu_test:
        mu = x.mean(axis=0)
        var = x.var(axis=0)
    else:
        mu, var = running
    x_minus_mu = x - mu
    num = gamma * x_minus_mu
    sqrt_var = np.sqrt(var + 1e-5)
    out = num / sqrt_var
    cache = (x, gamma, running, mu_test, mu, x_minus_mu, num, sqrt_var, out)
    return out, cache


def normalised_backward(dout, cache):
    """Backward pass of normalised: dx, dgamma and drunning, from dout."""
    x, gamma, running, mu_test, mu, x_minus_mu, num, sqrt_var, out = cache
    # backprop out = num / sqrt_var
    dnum = unbroadcast(dout / sqrt_var, num)
    dsqrt_var = unbroadcast((-out / sqrt_var) * dout, sqrt_var)
    # backprop sqrt_var = np.sqrt(var + 1e-5)
    dvar = dsqrt_var / (2 * sqrt_var)
    # backprop num = gamma * x_minus_mu
    dgamma = unbroadcast(x_minus_mu * dnum, gamma)
    dx_minus_mu = unbroadcast(gamma * dnum, x_minus_mu)
    # backprop x_minus_mu = x - mu
    dx = unbroadcast(dx_minus_mu, x)
    dmu = unbroadcast(-dx_minus_mu, mu)
    if mu_test:
        # backprop var = x.var(axis=0)
        dx += unbroadcast((2 * (x - np.mean(x, axis=0)) / x.shape[0]) * dvar, x)
        # backprop mu = x.mean(axis=0)
        dx += unbroadcast(dmu / np.shape(x)[0], x)
        drunning = zeros_of(running)
    else:
        # backprop mu, var = running
        drunning = zeros_of(running)
        drunning[1] += dvar
        drunning[0] += dmu
    return dx, dgamma, drunning


def by_items_forward(x, gamma, running=None):
    """Forward pass of by_items: out and the cache (references, not copies)."""
    mu_test = running is None
    if mu_test:
        mu = x.mean(axis=0)
        var = x.var(axis=0)
    else:
        mu, var = running[0], running[1]
    x_minus_mu = x - mu
    num = gamma * x_minus_mu
    sqrt_var = np.sqrt(var + 1e-5)
    out = num / sqrt_var
    cache = (x, gamma, running, mu_test, mu, x_minus_mu, num, sqrt_var, out)
    return out, cache


def by_items_backward(dout, cache):
    """Backward pass of by_items: dx, dgamma and drunning, from dout."""
    x, gamma, running, mu_test, mu, x_minus_mu, num, sqrt_var, out = cache
    # backprop out = num / sqrt_var
    dnum = unbroadcast(dout / sqrt_var, num)
    dsqrt_var = unbroadcast((-out / sqrt_var) * dout, sqrt_var)
    # backprop sqrt_var = np.sqrt(var + 1e-5)
    dvar = dsqrt_var / (2 * sqrt_var)
    # backprop num = gamma * x_minus_mu
    dgamma = unbroadcast(x_minus_mu * dnum, gamma)
    dx_minus_mu = unbroadcast(gamma * dnum, x_minus_mu)
    # backprop x_minus_mu = x - mu
    dx = unbroadcast(dx_minus_mu, x)
    dmu = unbroadcast(-dx_minus_mu, mu)
    if mu_test:
        # backprop var = x.var(axis=0)
        dx += unbroadcast((2 * (x - np.mean(x, axis=0)) / x.shape[0]) * dvar, x)
        # backprop mu = x.mean(axis=0)
        dx += unbroadcast(dmu / np.shape(x)[0], x)
        drunning = zeros_of(running)
    else:
        # backprop mu, var = running[0], running[1]
        drunning = zeros_of(running)
        drunning[1] += dvar
        drunning[0] += dmu
    return dx, dgamma, drunning


def by_key_forward(x, gamma, running=None):
    """Forward pass of by_key: out and the cache (references, not copies)."""
    mu_test = running is None
    if mu_test:
        mu = x.mean(axis=0)
        var = x.var(axis=0)
    else:
        mu, var = running["mu"], running["var"]
    x_minus_mu = x - mu
    num = gamma * x_minus_mu
    sqrt_var = np.sqrt(var + 1e-5)
    out = num / sqrt_var
    cache = (x, gamma, running, mu_test, mu, x_minus_mu, num, sqrt_var, out)
    return out, cache


def by_key_backward(dout, cache):
    """Backward pass of by_key: dx, dgamma and drunning, from dout."""
    x, gamma, running, mu_test, mu, x_minus_mu, num, sqrt_var, out = cache
    # backprop out = num / sqrt_var
    dnum = unbroadcast(dout / sqrt_var, num)
    dsqrt_var = unbroadcast((-out / sqrt_var) * dout, sqrt_var)
    # backprop sqrt_var = np.sqrt(var + 1e-5)
    dvar = dsqrt_var / (2 * sqrt_var)
    # backprop num = gamma * x_minus_mu
    dgamma = unbroadcast(x_minus_mu * dnum, gamma)
    dx_minus_mu = unbroadcast(gamma * dnum, x_minus_mu)
    # backprop x_minus_mu = x - mu
    dx = unbroadcast(dx_minus_mu, x)
    dmu = unbroadcast(-dx_minus_mu, mu)
    if mu_test:
        # backprop var = x.var(axis=0)
        dx += unbroadcast((2 * (x - np.mean(x, axis=0)) / x.shape[0]) * dvar, x)
        # backprop mu = x.mean(axis=0)
        dx += unbroadcast(dmu / np.shape(x)[0], x)
        drunning = zeros_of(running)
    else:
        # backprop mu, var = running["mu"], running["var"]
        drunning = zeros_of(running)
        drunning["var"] += dvar
        drunning["mu"] += dmu
    return dx, dgamma, drunning


def replaced_forward(x, gamma, running=None):
    """Forward pass of replaced: out and the cache (references, not copies)."""
    mu = x.mean(axis=0)
    mu_before = mu
    var = x.var(axis=0)
    var_before = var
    mu_test = running is not None
    if mu_test:
        mu, var = running
    x_minus_mu = x - mu
    num = gamma * x_minus_mu
    sqrt_var = np.sqrt(var + 1e-5)
    out = num / sqrt_var
    cache = (
        x,
        gamma,
        running,
        mu_before,
        var_before,
        mu_test,
        mu,
        x_minus_mu,
        num,
        sqrt_var,
        out,
    )
    return out, cache


def replaced_backward(dout, cache):
    """Backward pass of replaced: dx, dgamma and drunning, from dout."""
    (
        x,
        gamma,
        running,
        mu_before,
        var_before,
        mu_test,
        mu,
        x_minus_mu,
        num,
        sqrt_var,
        out,
    ) = cache
    # backprop out = num / sqrt_var
    dnum = unbroadcast(dout / sqrt_var, num)
    dsqrt_var = unbroadcast((-out / sqrt_var) * dout, sqrt_var)
    # backprop sqrt_var = np.sqrt(var + 1e-5)
    dvar = dsqrt_var / (2 * sqrt_var)
    # backprop num = gamma * x_minus_mu
    dgamma = unbroadcast(x_minus_mu * dnum, gamma)
    dx_minus_mu = unbroadcast(gamma * dnum, x_minus_mu)
    # backprop x_minus_mu = x - mu
    dx = unbroadcast(dx_minus_mu, x)
    dmu = unbroadcast(-dx_minus_mu, mu)
    drunning = zeros_of(running)
    if mu_test:
        # backprop mu, var = running
        drunning[1] += dvar
        drunning[0] += dmu
        dmu = np.zeros_like(mu_before, dtype=np.result_type(mu_before, 1.0))
        dvar = np.zeros_like(var_before, dtype=np.result_type(var_before, 1.0))
    # backprop var = x.var(axis=0)
    dx += unbroadcast((2 * (x - np.mean(x, axis=0)) / x.shape[0]) * dvar, x)
    # backprop mu = x.mean(axis=0)
    dx += unbroadcast(dmu / np.shape(x)[0], x)
    return dx, dgamma, drunning
