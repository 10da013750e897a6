# arguments step: params={"W": (3, 2), "b": (2,)}, grads={"W": (3, 2), "b": (2,)}, lr=0.1
# arguments momentum: params={"W": (3, 2), "b": (2,)}, grads={"W": (3, 2), "b": (2,)}, velocity={"W": (3, 2), "b": (2,)}, lr=0.1
# arguments layers: net={"l1": {"W": (3, 2), "b": (2,)}, "l2": {"W": (2,), "b": (1,)}}, grads={"l1": {"W": (3, 2), "b": (2,)}, "l2": {"W": (2,), "b": (1,)}}, lr=0.1
# arguments decayed: params={"W": (3, 2), "b": (2,)}, rate=0.1, n=2
# arguments by_a_function: params={"W": (3, 2), "b": (2,)}, grads={"W": (3, 2), "b": (2,)}, lr=0.1
# arguments until_one_is_large: params={"W": (3,), "b": 2.0, "c": 1.0}, s=1.5
# first order only: a dict that is written into is kept in a cache
import numpy as np


def step(params: dict[str, np.ndarray], grads: dict[str, np.ndarray], lr: float):
    for k in params:
        params[k] -= lr * grads[k]


def momentum(params, grads, velocity, lr: float):
    for k, g in grads.items():
        velocity[k] = 0.9 * velocity[k] - lr * g
        params[k] += velocity[k]
    return params


def layers(net: dict, grads: dict, lr: float):
    for name in net:
        for k in net[name]:
            net[name][k] -= lr * grads[name][k]
    return net


def decayed(params: dict, rate: float, n: int):
    for t in range(n):
        for k, p in params.items():
            params[k] = p - rate * p**2 / (t + 1)
    return np.sum(params["W"]) * params["b"]


def update(p, g, lr):
    for k in p:
        p[k] -= lr * g[k]


def by_a_function(params: dict[str, np.ndarray], grads: dict[str, np.ndarray], lr: float):
    update(params, grads, lr)
    return params["W"] @ params["b"]


def until_one_is_large(params: dict, s: float):
    for k in params:
        if k == "c":
            continue
        if np.sum(params[k]) > 5:
            break
        params[k] = params[k] * s
    return params["W"] * params["b"] * params["c"]


# output
"""Forward and backward passes of dict_argument_updated.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def added(g, more):
    """The sum of two gradients; of nests that of what they hold."""
    if isinstance(g, dict):
        both = {key: added(g[key], more[key]) for key in g if key in more}
        return {**g, **more, **both}
    if isinstance(g, (list, tuple)):
        return [added(item, other) for item, other in zip(g, more, strict=True)]
    return g + more


def copy_of(x):
    """A copy of a number, an array, or a nest of them."""
    if isinstance(x, dict):
        return {key: copy_of(item) for key, item in x.items()}
    if isinstance(x, (list, tuple)):
        items = [copy_of(item) for item in x]
        return items if isinstance(x, list) else tuple(items)
    return x.copy() if isinstance(x, np.ndarray) else x


def held_in(x):
    """The arrays, lists and dicts in a value, however deep."""
    if isinstance(x, np.ndarray):
        return [x]
    if not isinstance(x, (list, tuple, dict)):
        return []
    inside = [
        part
        for item in (x.values() if isinstance(x, dict) else x)
        for part in held_in(item)
    ]
    return inside if isinstance(x, tuple) else [x, *inside]


def matmul_dx(dz, x, y):
    """The gradient on x of z = x @ y, whatever the ranks."""
    if np.ndim(y) == 1:
        dx = np.expand_dims(dz, -1) * y
    elif np.ndim(x) == 1:
        dx = (y @ np.expand_dims(dz, -1))[..., 0]
    else:
        dx = dz @ np.swapaxes(y, -1, -2)
    return unbroadcast(dx, x)


def matmul_dy(dz, x, y):
    """The gradient on y of z = x @ y, whatever the ranks."""
    if np.ndim(y) == 1:
        dy = np.expand_dims(dz, -1) * x
    elif np.ndim(x) == 1:
        dy = np.expand_dims(x, -1) * np.expand_dims(dz, -2)
    else:
        dy = np.swapaxes(x, -1, -2) @ dz
    return unbroadcast(dy, y)


def overlap(*values):
    """Whether two arrays in these share memory, or two lists or dicts are one."""
    held = [part for x in values for part in held_in(x)]
    pairs = [(x, y) for k, x in enumerate(held) for y in held[:k]]
    arrays = [
        (x, y)
        for x, y in pairs
        if isinstance(x, np.ndarray) and isinstance(y, np.ndarray)
    ]
    return any(x is y for x, y in pairs) or any(
        np.shares_memory(x, y, max_work=100_000) for x, y in arrays
    )


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


def step_forward(
    params: dict[str, np.ndarray], grads: dict[str, np.ndarray], lr: float
):
    """Forward pass of step: the cache (references, not copies)."""
    if overlap(params, grads):
        raise ValueError("step: values in params and grads overlap")
    keys = list(params)
    for k in keys:
        lr_times_grads_k = lr * grads[k]
        params[k] -= lr_times_grads_k
    cache = (grads, lr, keys)
    return cache


def step_backward(dparams, cache):
    """Backward pass of step: dparams, dgrads and dlr, from dparams."""
    grads, lr, keys = cache
    dlr = 0.0
    dgrads = zeros_of(grads)
    for k in reversed(keys):
        # backprop params[k] -= lr_times_grads_k
        dlr_times_grads_k = unbroadcast(-dparams[k], grads[k])
        # backprop lr_times_grads_k = lr * grads[k]
        dlr += np.sum(grads[k] * dlr_times_grads_k)
        dgrads[k] += lr * dlr_times_grads_k
    dparams = copy_of(dparams)
    return dparams, dgrads, dlr


def momentum_forward(params, grads, velocity, lr: float):
    """Forward pass of momentum: params and the cache (references, not copies)."""
    if overlap(velocity, params):
        raise ValueError("momentum: values in velocity and params overlap")
    if overlap(velocity, grads):
        raise ValueError("momentum: values in velocity and grads overlap")
    if overlap(params, grads):
        raise ValueError("momentum: values in params and grads overlap")
    keys = list(grads)
    grads_values = [grads[key] for key in keys]
    steps = []
    for k, g in zip(keys, grads_values):
        velocity_k = velocity[k]
        lr_times_g = lr * g
        velocity_diff = 0.9 * velocity_k - lr_times_g
        velocity[k] = velocity_diff
        params_velocity_k = velocity[k]
        params[k] += params_velocity_k
        steps.append((velocity_k, lr_times_g, velocity_diff, params_velocity_k))
    cache = (lr, keys, grads_values, steps)
    return params, cache


def momentum_backward(dparams, dvelocity, cache):
    """Backward pass of momentum.

    Gives dparams, dgrads, dvelocity and dlr, from dparams and dvelocity.
    """
    lr, keys, grads_values, steps = cache
    dlr = 0.0
    dgrads_values = zeros_of(grads_values)
    dvelocity = copy_of(dvelocity)
    for i in reversed(range(min(len(keys), len(grads_values)))):
        velocity_k, lr_times_g, velocity_diff, params_velocity_k = steps[i]
        k = keys[i]
        g = grads_values[i]
        # backprop params[k] += params_velocity_k
        dparams_velocity_k = unbroadcast(dparams[k], params_velocity_k)
        # backprop params_velocity_k = velocity[k]
        dvelocity[k] = added(dvelocity[k], dparams_velocity_k)
        # backprop velocity[k] = velocity_diff
        dvelocity_diff = unbroadcast(dvelocity[k], velocity_diff)
        # backprop velocity_diff = 0.9 * velocity_k - lr_times_g
        dvelocity_k = unbroadcast(0.9 * dvelocity_diff, velocity_k)
        dlr_times_g = unbroadcast(-dvelocity_diff, lr_times_g)
        # backprop lr_times_g = lr * g
        dlr += np.sum(g * dlr_times_g)
        dg = lr * dlr_times_g
        # backprop velocity_k = velocity[k]
        dvelocity[k] = dvelocity_k
        dgrads_values[i] += dg
    # backprop grads_values = [grads[key] for key in keys]
    dgrads = dict(zip(keys, dgrads_values))
    dparams = copy_of(dparams)
    return dparams, dgrads, dvelocity, dlr


def layers_forward(net: dict, grads: dict, lr: float):
    """Forward pass of layers: net and the cache (references, not copies)."""
    if overlap(net, grads):
        raise ValueError("layers: values in net and grads overlap")
    keys1 = list(net)
    steps = []
    for name in keys1:
        keys = list(net[name])
        for k in keys:
            lr_times_grads_name_k = lr * grads[name][k]
            net[name][k] -= lr_times_grads_name_k
        steps.append(keys)
    cache = (grads, lr, keys1, steps)
    return net, cache


def layers_backward(dnet, cache):
    """Backward pass of layers: dnet, dgrads and dlr, from dnet."""
    grads, lr, keys1, steps = cache
    dlr = 0.0
    dgrads = zeros_of(grads)
    for i in reversed(range(len(keys1))):
        keys = steps[i]
        name = keys1[i]
        for k in reversed(keys):
            # backprop net[name][k] -= lr_times_grads_name_k
            dlr_times_grads_name_k = unbroadcast(-dnet[name][k], grads[name][k])
            # backprop lr_times_grads_name_k = lr * grads[name][k]
            dlr += np.sum(grads[name][k] * dlr_times_grads_name_k)
            dgrads[name][k] += lr * dlr_times_grads_name_k
    dnet = copy_of(dnet)
    return dnet, dgrads, dlr


def decayed_forward(params: dict, rate: float, n: int):
    """Forward pass of decayed: out and the cache (references, not copies)."""
    keys = list(params)
    steps = []
    for t in range(n):
        steps1 = []
        for k in keys:
            p = params[k]
            p_before = copy_of(p)
            p_sqr = p**2
            num = rate * p_sqr
            params[k] = p - num / (t + 1)
            steps1.append((p_before, p_sqr))
        steps.append(steps1)
    sum_W = np.sum(params["W"])
    out = sum_W * params["b"]
    cache = (rate, n, keys, steps, params, sum_W)
    return out, cache


def decayed_backward(dout, dparams, cache):
    """Backward pass of decayed: dparams and drate, from dout and dparams."""
    rate, n, keys, steps, params, sum_W = cache
    # backprop out = sum_W * params["b"]
    dsum_W = np.sum(params["b"] * dout)
    dparams = copy_of(dparams)
    dparams["b"] += sum_W * dout
    # backprop sum_W = np.sum(params["W"])
    dparams["W"] += dsum_W
    drate = 0.0
    for t in reversed(range(n)):
        steps1 = steps[t]
        for i in reversed(range(len(keys))):
            p_before, p_sqr = steps1[i]
            k = keys[i]
            # backprop params[k] = p - num / (t + 1)
            dparams_k = dparams[k]
            dp = 1 * dparams_k
            dnum = -dparams_k / (t + 1)
            # backprop num = rate * p_sqr
            drate += np.sum(p_sqr * dnum)
            dp_sqr = rate * dnum
            # backprop p_sqr = p**2
            dp += (2 * p_before) * dp_sqr
            # backprop p = params[k]
            dparams[k] = dp
    return dparams, drate


def by_a_function_forward(
    params: dict[str, np.ndarray], grads: dict[str, np.ndarray], lr: float
):
    """Forward pass of by_a_function: out and the cache (references, not copies)."""
    if overlap(params, grads):
        raise ValueError("by_a_function: values in params and grads overlap")
    keys = list(params)
    for k in keys:
        lr_times_grads_k = lr * grads[k]
        params[k] -= lr_times_grads_k
    out = params["W"] @ params["b"]
    cache = (grads, lr, keys, params)
    return out, cache


def by_a_function_backward(dout, dparams, cache):
    """Backward pass of by_a_function.

    Gives dparams, dgrads and dlr, from dout and dparams.
    """
    grads, lr, keys, params = cache
    # backprop out = params["W"] @ params["b"]
    dparams = copy_of(dparams)
    dparams["W"] += matmul_dx(dout, params["W"], params["b"])
    dparams["b"] += matmul_dy(dout, params["W"], params["b"])
    dlr = 0.0
    dgrads = zeros_of(grads)
    for k in reversed(keys):
        # backprop params[k] -= lr_times_grads_k
        dlr_times_grads_k = unbroadcast(-dparams[k], grads[k])
        # backprop lr_times_grads_k = lr * grads[k]
        dlr += np.sum(grads[k] * dlr_times_grads_k)
        dgrads[k] += lr * dlr_times_grads_k
    return dparams, dgrads, dlr


def until_one_is_large_forward(params: dict, s: float):
    """Forward pass of until_one_is_large.

    Gives out and the cache (references, not copies).
    """
    keys = list(params)
    steps = []
    for k in keys:
        stopped = False
        sum_params_k_gt_5 = None
        params_k1 = None
        params_test = k != "c"
        if params_test:
            sum_params_k_gt_5 = np.sum(params[k]) > 5
            if sum_params_k_gt_5:
                stopped = True
            else:
                params_k1 = copy_of(params[k])
                params[k] = params_k1 * s
        steps.append((params_test, sum_params_k_gt_5, params_k1))
        if stopped:
            break
    W_times_b = params["W"] * params["b"]
    out = W_times_b * params["c"]
    cache = (s, keys, steps, params, W_times_b)
    return out, cache


def until_one_is_large_backward(dout, dparams, cache):
    """Backward pass of until_one_is_large: dparams and ds, from dout and dparams."""
    s, keys, steps, params, W_times_b = cache
    # backprop out = W_times_b * params["c"]
    dW_times_b = unbroadcast(params["c"] * dout, W_times_b)
    dparams = copy_of(dparams)
    dparams["c"] += unbroadcast(W_times_b * dout, params["c"])
    # backprop W_times_b = params["W"] * params["b"]
    dparams["W"] += unbroadcast(params["b"] * dW_times_b, params["W"])
    dparams["b"] += unbroadcast(params["W"] * dW_times_b, params["b"])
    ds = 0.0
    for i in reversed(range(len(steps))):
        params_test, sum_params_k_gt_5, params_k1 = steps[i]
        k = keys[i]
        if params_test:
            if not sum_params_k_gt_5:
                # backprop params[k] = params_k1 * s
                dparams_k = dparams[k]
                dparams_k1 = s * dparams_k
                ds += np.sum(params_k1 * dparams_k)
                # backprop params_k1 = copy_of(params[k])
                dparams[k] = dparams_k1
    return dparams, ds
