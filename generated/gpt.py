"""Forward and backward passes of examples/gpt.py: do not edit.

Made again by `backprop build examples/gpt.py`.
"""

import numpy as np


def copy_of(x):
    """A copy of a number, an array, or a nest of them."""
    if isinstance(x, dict):
        return {key: copy_of(item) for key, item in x.items()}
    if isinstance(x, (list, tuple)):
        items = [copy_of(item) for item in x]
        return items if isinstance(x, list) else tuple(items)
    return x.copy() if isinstance(x, np.ndarray) else x


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


def split_like(g, items, axis):
    """The pieces of g that items were joined from along an axis."""
    ends = np.cumsum([np.shape(item)[axis] for item in items])
    return np.split(g, ends[:-1], axis)


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


def normalised_forward(x: "T D", gain: "D", shift: "D"):
    """Layer normalisation of each row.

    Forward pass of normalised: out (T, D) and the cache (references, not copies).
    """
    mean = np.mean(x, axis=1, keepdims=True)
    centered = x - mean
    std = np.sqrt(np.mean(centered**2, axis=1, keepdims=True) + 1e-5)
    normalised_x = centered / std
    out = gain * normalised_x + shift
    cache = (gain, std, normalised_x)
    return out, cache


def normalised_backward(dout, cache):
    """Backward pass of normalised.

    Gives dx (T, D), dgain (D,) and dshift (D,), from dout (T, D).
    """
    gain, std, normalised_x = cache
    # backprop out = gain * normalised_x + shift
    dgain = np.sum(normalised_x * dout, axis=0)
    dnormalised_x = gain * dout
    dshift = np.sum(dout, axis=0)
    # backprop normalised_x = centered / std
    dx = (
        dnormalised_x
        - np.mean(dnormalised_x, axis=1, keepdims=True)
        - normalised_x * np.mean(normalised_x * dnormalised_x, axis=1, keepdims=True)
    ) / std
    return dx, dgain, dshift


def head_forward(x: "T D", wq: "D K", wk: "D K", wv: "D K"):
    """One head of attention, in which no place sees a later one.

    Forward pass of head: out (T, K) and the cache (references, not copies).
    """
    q, k, v = x @ wq, x @ wk, x @ wv
    num = q @ k.T
    sqrt_k_shape_1 = np.sqrt(k.shape[1])
    scores = num / sqrt_k_shape_1
    tri_len_x_gt_0 = np.tri(len(x)) > 0
    scores = np.where(tri_len_x_gt_0, scores, -1e9)
    scores = scores - np.max(scores, axis=1, keepdims=True)
    weights = np.exp(scores)
    weights = weights / np.sum(weights, axis=1, keepdims=True)
    out = weights @ v
    cache = (x, wq, wk, wv, q, k, v, sqrt_k_shape_1, tri_len_x_gt_0, weights)
    return out, cache


def head_backward(dout, cache):
    """Backward pass of head.

    Gives dx (T, D), dwq (D, K), dwk (D, K) and dwv (D, K), from dout (T, K).
    """
    x, wq, wk, wv, q, k, v, sqrt_k_shape_1, tri_len_x_gt_0, weights = cache
    # backprop out = weights @ v
    dweights = dout @ v.T
    dv = weights.T @ dout
    # backprop weights = weights / np.sum(weights, axis=1, keepdims=True)
    dscores = weights * (dweights - np.sum(weights * dweights, axis=1, keepdims=True))
    # backprop scores = np.where(tri_len_x_gt_0, scores, -1e9)
    dscores = np.where(tri_len_x_gt_0, dscores, 0)
    # backprop scores = num / sqrt_k_shape_1
    dnum = dscores / sqrt_k_shape_1
    # backprop num = q @ k.T
    dq = dnum @ k
    dk = dnum.T @ q
    # backprop q, k, v = x @ wq, x @ wk, x @ wv
    dx = dv @ wv.T
    dwv = x.T @ dv
    dx += dk @ wk.T
    dwk = x.T @ dk
    dx += dq @ wq.T
    dwq = x.T @ dq
    return dx, dwq, dwk, dwv


def gelu_forward(x):
    """The smooth relu of the first models of this kind.

    Forward pass of gelu: out and the cache (references, not copies).
    """
    half_times_x = 0.5 * x
    sqrt = np.sqrt(2 / np.pi)
    out_sum = x + 0.044715 * x**3
    tanh = np.tanh(sqrt * out_sum)
    out_sum1 = 1 + tanh
    out = half_times_x * out_sum1
    cache = (x, half_times_x, sqrt, tanh, out_sum1)
    return out, cache


def gelu_backward(dout, cache):
    """Backward pass of gelu: dx, from dout."""
    x, half_times_x, sqrt, tanh, out_sum1 = cache
    # backprop out = half_times_x * out_sum1
    dhalf_times_x = out_sum1 * dout
    dout_sum1 = half_times_x * dout
    # backprop tanh = np.tanh(sqrt * out_sum)
    dout_sum = sqrt * ((1 - tanh**2) * dout_sum1)
    # backprop out_sum = x + 0.044715 * x**3
    dx = dout_sum + (3 * 0.044715 * x**2) * dout_sum
    # backprop half_times_x = 0.5 * x
    dx += 0.5 * dhalf_times_x
    return dx


def block_forward(x: "T D", p: dict):
    """A layer: heads side by side, then a net at each place, each added to what it reads.

    Forward pass of block: out and the cache (references, not copies).
    """
    y, normalised_cache = normalised_forward(x, p["gain1"], p["shift1"])
    heads = []
    steps = []
    for i in range(len(p["wq"])):
        wq_i = p["wq"][i]
        wk_i = p["wk"][i]
        wv_i = p["wv"][i]
        head_y, head_cache = head_forward(y, wq_i, wk_i, wv_i)
        heads.append(head_y)
        steps.append(head_cache)
    concatenate_heads = np.concatenate(heads, axis=1)
    concatenate_heads_at_wo = concatenate_heads @ p["wo"]
    x = x + concatenate_heads_at_wo
    y1, y1_cache = normalised_forward(x, p["gain2"], p["shift2"])
    y_at_w1 = y1 @ p["w1"]
    out_sum = y_at_w1 + p["b1"]
    gelu_y, gelu_cache = gelu_forward(out_sum)
    out_product = gelu_y @ p["w2"]
    out = x + out_product + p["b2"]
    cache = (
        p,
        y,
        normalised_cache,
        steps,
        heads,
        concatenate_heads,
        concatenate_heads_at_wo,
        x,
        y1,
        y1_cache,
        y_at_w1,
        gelu_y,
        gelu_cache,
        out_product,
    )
    return out, cache


def block_backward(dout, cache):
    """Backward pass of block: dx (T, D) and dp, from dout."""
    (
        p,
        y,
        normalised_cache,
        steps,
        heads,
        concatenate_heads,
        concatenate_heads_at_wo,
        x,
        y1,
        y1_cache,
        y_at_w1,
        gelu_y,
        gelu_cache,
        out_product,
    ) = cache
    # backprop out = x + out_product + p["b2"]
    dx = 1.0 * unbroadcast(dout, x)
    dout_product = unbroadcast(dout, out_product)
    db2 = unbroadcast(dout, p["b2"])
    # backprop out_product = gelu_y @ p["w2"]
    dgelu_y = matmul_dx(dout_product, gelu_y, p["w2"])
    dw2 = matmul_dy(dout_product, gelu_y, p["w2"])
    # backprop gelu_y = gelu(out_sum)
    dout_sum = gelu_backward(dgelu_y, gelu_cache)
    # backprop out_sum = y_at_w1 + p["b1"]
    dy_at_w1 = unbroadcast(dout_sum, y_at_w1)
    db1 = unbroadcast(dout_sum, p["b1"])
    # backprop y_at_w1 = y1 @ p["w1"]
    dy1 = matmul_dx(dy_at_w1, y1, p["w1"])
    dw1 = matmul_dy(dy_at_w1, y1, p["w1"])
    # backprop y1 = normalised(x, p["gain2"], p["shift2"])
    dx_normalised, dgain2, dshift2 = normalised_backward(dy1, y1_cache)
    dx += dx_normalised
    # backprop x = x + concatenate_heads_at_wo
    dconcatenate_heads_at_wo = unbroadcast(dx, concatenate_heads_at_wo)
    dx = unbroadcast(dx, y)
    # backprop concatenate_heads_at_wo = concatenate_heads @ p["wo"]
    dconcatenate_heads = matmul_dx(dconcatenate_heads_at_wo, concatenate_heads, p["wo"])
    dwo = matmul_dy(dconcatenate_heads_at_wo, concatenate_heads, p["wo"])
    # backprop concatenate_heads = np.concatenate(heads, axis=1)
    dheads = split_like(dconcatenate_heads, heads, 1)
    dy = np.zeros_like(y, dtype=np.result_type(y, 1.0))
    dwv = zeros_of(p["wv"])
    dwk = zeros_of(p["wk"])
    dwq = zeros_of(p["wq"])
    for i in reversed(range(len(p["wq"]))):
        head_cache = steps[i]
        # backprop heads.append(head_y)
        dheads_last = dheads.pop()
        # backprop head_y = head(y, wq_i, wk_i, wv_i)
        dy_head, dwq_i, dwk_i, dwv_i = head_backward(dheads_last, head_cache)
        dy += dy_head
        # backprop wv_i = p["wv"][i]
        dwv[i] = dwv_i
        # backprop wk_i = p["wk"][i]
        dwk[i] = dwk_i
        # backprop wq_i = p["wq"][i]
        dwq[i] = dwq_i
    # backprop y = normalised(x, p["gain1"], p["shift1"])
    dx_normalised1, dgain1, dshift1 = normalised_backward(dy, normalised_cache)
    dx += dx_normalised1
    dp = {
        "gain1": dgain1,
        "shift1": dshift1,
        "wq": dwq,
        "wk": dwk,
        "wv": dwv,
        "wo": dwo,
        "gain2": dgain2,
        "shift2": dshift2,
        "w1": dw1,
        "b1": db1,
        "w2": dw2,
        "b2": 1 * db2,
    }
    return dx, dp


def gpt_loss_forward(tokens: "T int", targets: "T int", params: dict):
    """The mean cross-entropy of each next token.

    Forward pass of gpt_loss: out and the cache (references, not copies).
    """
    embedding_tokens = params["embedding"][tokens]
    x = embedding_tokens + params["place"][: len(tokens)]
    steps = []
    for p in params["blocks"]:
        x, block_cache = block_forward(x, p)
        steps.append(block_cache)
    x1, normalised_cache = normalised_forward(x, params["gain"], params["shift"])
    scores = x1 @ params["embedding"].T
    scores = scores - np.max(scores, axis=1, keepdims=True)
    logp = scores - np.log(np.sum(np.exp(scores), axis=1, keepdims=True))
    logp_part = logp[np.arange(len(targets)), targets]
    out = -np.mean(logp_part)
    cache = (
        tokens,
        targets,
        params,
        embedding_tokens,
        steps,
        x1,
        normalised_cache,
        logp,
        logp_part,
    )
    return out, cache


def gpt_loss_backward(dout, cache):
    """Backward pass of gpt_loss: dparams, from dout."""
    (
        tokens,
        targets,
        params,
        embedding_tokens,
        steps,
        x1,
        normalised_cache,
        logp,
        logp_part,
    ) = cache
    # backprop out = -np.mean(logp_part)
    dlogp_part = np.ones_like(logp_part) * (-dout / np.size(logp_part))
    # backprop logp_part = logp[np.arange(len(targets)), targets]
    dlogp = np.zeros_like(logp, dtype=np.result_type(logp, 1.0))
    dlogp[np.arange(len(targets)), targets] = dlogp_part
    # backprop logp = scores - np.log(np.sum(np.exp(scores), axis=1, keepdims=True))
    dscores = dlogp - np.exp(logp) * np.sum(dlogp, axis=1, keepdims=True)
    # backprop scores = x1 @ params["embedding"].T
    dx1 = matmul_dx(dscores, x1, params["embedding"].T)
    dembedding = matmul_dy(dscores, x1, params["embedding"].T).T
    # backprop x1 = normalised(x, params["gain"], params["shift"])
    dx, dgain, dshift = normalised_backward(dx1, normalised_cache)
    dblocks = zeros_of(params["blocks"])
    for i in reversed(range(len(params["blocks"]))):
        block_cache = steps[i]
        # backprop x = block(x, p)
        dx, dp_block = block_backward(dx, block_cache)
        dp = dp_block
        dblocks[i] = dp
    # backprop x = embedding_tokens + params["place"][:len(tokens)]
    dembedding_tokens = unbroadcast(dx, embedding_tokens)
    dplace = zeros_of(params["place"])
    dplace[: len(tokens)] = copy_of(unbroadcast(dx, params["place"][: len(tokens)]))
    # backprop embedding_tokens = params["embedding"][tokens]
    np.add.at(dembedding, tokens, dembedding_tokens)
    dparams = {
        "embedding": dembedding,
        "place": dplace,
        "blocks": dblocks,
        "gain": dgain,
        "shift": dshift,
    }
    return dparams
