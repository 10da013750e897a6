# arguments rnn: xs=(4, 3), h=(3,), W=(3, 3), b=(3,)
# arguments left: xs=(4, 3), h=(3,), W=(3, 3)
# arguments under_names: xs=(4, 3), h=(3,), W=(3, 3)
# arguments in_arms: xs=(4, 3), h=(3,), W=(3, 3), b=(3,)
# arguments changed: xs=(4, 3), h=(3,), W=(3, 3), b=(3,)
# arguments twice: xs=(4, 3), h=(3,), W=(3, 3), V=(3, 3), b=(3,)
# arguments without: xs=(4, 3), h=(3,)
# arguments cell: x=(3,), h=(3,), W=(3, 3), b=(3,)
# arguments gate: x=0.5
# arguments left_alone: x=(3,), h=(3,), W=(3, 3)
# arguments clash: t=(3,), xs=(3,), W=(3, 3)
# arguments plain: x=(3,), h=(3,)
import numpy as np


def gate(x):
    return 1 / (1 + np.exp(-x))


def cell(x: "D", h: "H", W: "D H", b: "H"):
    """What a turn computes, with a function of one expression."""
    a = x @ W + h + b  # its comments stay with it
    return np.tanh(a) * gate(a), a


def left_alone(x: "D", h: "H", W: "H D"):
    if x[0] > 0:
        return h
    a = W @ x
    return a * h


def clash(t: "H", xs: "H", W: "H H"):
    h = W @ xs + t
    s = np.sum(h)
    return np.tanh(h) * s


def plain(x: "H", h: "H"):
    a = x * h
    return np.tanh(a)


def rnn(xs: "T D", h: "H", W: "D H", b: "H"):
    """The call is written out, and the products of its turns are one."""
    total = 0.0
    for t in range(len(xs)):
        h, a = cell(xs[t], h, W, b)
        total = total + np.sum(a * h)
    return total


def left(xs: "T D", h: "H", W: "H D"):
    for x in xs:
        h = left_alone(x, h, W)
    return h


def under_names(xs: "T H", h: "H", W: "H H"):
    """The names of the other function mean something else here."""
    s = 2.0
    for t in range(len(xs)):
        h = clash(xs[t], h, W)
    return h * s


def in_arms(xs: "T D", h: "H", W: "D H", b: "H"):
    for x in xs:
        if h[0] > 0:
            h, _ = cell(x, h, W, b)
        else:
            h = -h
    return h


def changed(xs: "T D", h: "H", W: "D H", b: "H"):
    """Each turn has a matrix of its own: the call stays one."""
    for x in xs:
        h, _ = cell(x, h, W, b)
        W = 0.9 * W
    return h


def twice(xs: "T H", h: "H", W: "H H", V: "H H", b: "H"):
    """Two calls in a turn stay calls."""
    g = b
    for x in xs:
        h, _ = cell(x, h, W, b)
        g, _ = cell(h, g, V, b)
    return g


def without(xs: "T H", h: "H"):
    """Nothing is won where no gradient is an outer product."""
    for x in xs:
        h = plain(x, h)
    return h


# output
"""Forward and backward passes of cells_in_loops.py, made by `backprop generate`: do not edit."""

import numpy as np


def gate_forward(x):
    """Forward pass of gate: out and the cache (references, not copies)."""
    out = 1 / (1 + np.exp(-x))
    cache = (out,)
    return out, cache


def gate_backward(dout, cache):
    """Backward pass of gate: dx, from dout."""
    (out,) = cache
    # backprop out = 1 / (1 + np.exp(-x))
    dx = ((1 - out) * out) * dout
    return dx


def cell_forward(x: "D", h: "H", W: "D H", b: "H"):
    """What a turn computes, with a function of one expression.

    Forward pass of cell: out (H,), a (H,) and the cache (references, not copies).
    """
    a = x @ W + h + b  # its comments stay with it
    tanh_a = np.tanh(a)
    gate_a, gate_cache = gate_forward(a)
    out = tanh_a * gate_a
    cache = (x, W, tanh_a, gate_a, gate_cache)
    return out, a, cache


def cell_backward(dout, da, cache):
    """Backward pass of cell.

    Gives dx (D,), dh (H,), dW (D, H) and db (H,), from dout (H,) and da (H,).
    """
    x, W, tanh_a, gate_a, gate_cache = cache
    # backprop out = tanh_a * gate_a
    dtanh_a = gate_a * dout
    dgate_a = tanh_a * dout
    # backprop gate_a = gate(a)
    da_gate = gate_backward(dgate_a, gate_cache)
    da = da + da_gate
    # backprop tanh_a = np.tanh(a)
    da += (1 - tanh_a**2) * dtanh_a
    # backprop a = x @ W + h + b
    dx = W @ da
    dW = np.outer(x, da)
    dh = da
    db = 1 * da
    return dx, dh, dW, db


def left_alone_forward(x: "D", h: "H", W: "H D"):
    """Forward pass of left_alone: out (H,) and the cache (references, not copies)."""
    a = None
    if x[0] > 0:
        out = h
    else:
        a = W @ x
        out = a * h
    cache = (x, h, W, a)
    return out, cache


def left_alone_backward(dout, cache):
    """Backward pass of left_alone: dx (D,), dh (H,) and dW (H, D), from dout (H,)."""
    x, h, W, a = cache
    if x[0] > 0:
        # backprop out = h
        dh = 1 * dout
        dW = np.zeros_like(W, dtype=np.result_type(W, 1.0))
        dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    else:
        # backprop out = a * h
        da = h * dout
        dh = a * dout
        # backprop a = W @ x
        dW = np.outer(da, x)
        dx = W.T @ da
    return dx, dh, dW


def clash_forward(t: "H", xs: "H", W: "H H"):
    """Forward pass of clash: out (H,) and the cache (references, not copies)."""
    h = W @ xs + t
    s = np.sum(h)
    tanh_h = np.tanh(h)
    out = tanh_h * s
    cache = (xs, W, s, tanh_h)
    return out, cache


def clash_backward(dout, cache):
    """Backward pass of clash: dt (H,), dxs (H,) and dW (H, H), from dout (H,)."""
    xs, W, s, tanh_h = cache
    # backprop out = tanh_h * s
    dtanh_h = s * dout
    ds = tanh_h @ dout
    # backprop tanh_h = np.tanh(h)
    dh = (1 - tanh_h**2) * dtanh_h
    # backprop s = np.sum(h)
    dh += ds
    # backprop h = W @ xs + t
    dW = np.outer(dh, xs)
    dxs = W.T @ dh
    dt = dh
    return dt, dxs, dW


def plain_forward(x: "H", h: "H"):
    """Forward pass of plain: out (H,) and the cache (references, not copies)."""
    a = x * h
    out = np.tanh(a)
    cache = (x, h, out)
    return out, cache


def plain_backward(dout, cache):
    """Backward pass of plain: dx (H,) and dh (H,), from dout (H,)."""
    x, h, out = cache
    # backprop out = np.tanh(a)
    da = (1 - out**2) * dout
    # backprop a = x * h
    dx = h * da
    dh = x * da
    return dx, dh


def rnn_forward(xs: "T D", h: "H", W: "D H", b: "H"):
    """The call is written out, and the products of its turns are one.

    Forward pass of rnn: total and the cache (references, not copies).
    """
    total = 0.0
    steps = []
    for t in range(len(xs)):
        x = xs[t]
        a1 = x @ W + h + b
        tanh_a1 = np.tanh(a1)
        sigmoid_a1 = 1 / (1 + np.exp(-a1))
        h, a = tanh_a1 * sigmoid_a1, a1
        total = total + np.sum(a * h)
        steps.append((x, tanh_a1, sigmoid_a1, h, a))
    cache = (xs, W, b, steps, h)
    return total, cache


def rnn_backward(dtotal, cache):
    """Backward pass of rnn: dxs (T, D), dh (H,), dW (D, H) and db (H,), from dtotal."""
    xs, W, b, steps, h = cache
    dh = np.zeros_like(h, dtype=np.result_type(h, 1.0))
    dW = np.zeros_like(W, dtype=np.result_type(W, 1.0))
    db = np.zeros_like(b, dtype=np.result_type(b, 1.0))
    dxs = np.zeros_like(xs, dtype=np.result_type(xs, 1.0))
    x_rows = []
    da1_rows = []
    for t in reversed(range(len(xs))):
        x, tanh_a1, sigmoid_a1, h, a = steps[t]
        # backprop total = total + np.sum(a * h)
        da = h * dtotal
        dh += a * dtotal
        # backprop h, a = tanh_a1 * sigmoid_a1, a1
        da1 = da
        dtanh_a1 = sigmoid_a1 * dh
        dsigmoid_a1 = tanh_a1 * dh
        # backprop sigmoid_a1 = 1 / (1 + np.exp(-a1))
        da1 += ((1 - sigmoid_a1) * sigmoid_a1) * dsigmoid_a1
        # backprop tanh_a1 = np.tanh(a1)
        da1 += (1 - tanh_a1**2) * dtanh_a1
        # backprop a1 = x @ W + h + b
        dx = W @ da1
        x_rows.append(x)
        da1_rows.append(da1)
        dh = 1 * da1
        # backprop x = xs[t]
        dxs[t] = dx
    # backprop of all turns: a1 = x @ W + h + b
    da1_rows = np.array(da1_rows)
    dW += np.array(x_rows).T @ da1_rows
    db += np.sum(da1_rows, axis=0)
    return dxs, dh, dW, db


def left_forward(xs: "T D", h: "H", W: "H D"):
    """Forward pass of left: h (H,) and the cache (references, not copies)."""
    steps = []
    for x in xs:
        h_before = h
        a = None
        if x[0] > 0:
            h = h
        else:
            a = W @ x
            h = a * h
        steps.append((h_before, a))
    cache = (xs, W, steps)
    return h, cache


def left_backward(dh, cache):
    """Backward pass of left: dxs (T, D), dh (H,) and dW (H, D), from dh (H,)."""
    xs, W, steps = cache
    dW = np.zeros_like(W, dtype=np.result_type(W, 1.0))
    dxs = np.zeros_like(xs, dtype=np.result_type(xs, 1.0))
    da_rows = []
    x_rows = []
    for i in reversed(range(len(xs))):
        h_before, a = steps[i]
        x = xs[i]
        if x[0] > 0:
            dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
        else:
            # backprop h = a * h
            da = h_before * dh
            dh = a * dh
            # backprop a = W @ x
            da_rows.append(da)
            x_rows.append(x)
            dx = W.T @ da
        dxs[i] = dx
    # backprop of all turns: a = W @ x
    dW += np.array(da_rows).T @ np.array(x_rows)
    dh = 1 * dh
    return dxs, dh, dW


def under_names_forward(xs: "T H", h: "H", W: "H H"):
    """The names of the other function mean something else here.

    Forward pass of under_names: out (H,) and the cache (references, not copies).
    """
    s = 2.0
    steps = []
    for t in range(len(xs)):
        h_before = h
        t1 = xs[t]
        h1 = W @ h + t1
        s1 = np.sum(h1)
        tanh_h1 = np.tanh(h1)
        h = tanh_h1 * s1
        steps.append((h_before, s1, tanh_h1))
    out = h * s
    cache = (xs, W, s, steps)
    return out, cache


def under_names_backward(dout, cache):
    """Backward pass of under_names.

    Gives dxs (T, H), dh (H,) and dW (H, H), from dout (H,).
    """
    xs, W, s, steps = cache
    # backprop out = h * s
    dh = s * dout
    dW = np.zeros_like(W, dtype=np.result_type(W, 1.0))
    dxs = np.zeros_like(xs, dtype=np.result_type(xs, 1.0))
    dh1_rows = []
    h_rows = []
    for t in reversed(range(len(xs))):
        h_before, s1, tanh_h1 = steps[t]
        # backprop h = tanh_h1 * s1
        dtanh_h1 = s1 * dh
        ds1 = tanh_h1 @ dh
        # backprop tanh_h1 = np.tanh(h1)
        dh1 = (1 - tanh_h1**2) * dtanh_h1
        # backprop s1 = np.sum(h1)
        dh1 += ds1
        # backprop h1 = W @ h + t1
        dh1_rows.append(dh1)
        h_rows.append(h_before)
        dh = W.T @ dh1
        dt1 = dh1
        # backprop t1 = xs[t]
        dxs[t] = dt1
    # backprop of all turns: h1 = W @ h + t1
    dW += np.array(dh1_rows).T @ np.array(h_rows)
    return dxs, dh, dW


def in_arms_forward(xs: "T D", h: "H", W: "D H", b: "H"):
    """Forward pass of in_arms: h (H,) and the cache (references, not copies)."""
    steps = []
    for x in xs:
        h_before = h
        tanh_a = None
        sigmoid_a = None
        if h[0] > 0:
            a = x @ W + h + b
            tanh_a = np.tanh(a)
            sigmoid_a = 1 / (1 + np.exp(-a))
            h, _ = tanh_a * sigmoid_a, a
        else:
            h = -h
        steps.append((h_before, tanh_a, sigmoid_a))
    cache = (xs, W, b, steps)
    return h, cache


def in_arms_backward(dh, cache):
    """Backward pass of in_arms.

    Gives dxs (T, D), dh (H,), dW (D, H) and db (H,), from dh (H,).
    """
    xs, W, b, steps = cache
    dW = np.zeros_like(W, dtype=np.result_type(W, 1.0))
    db = np.zeros_like(b, dtype=np.result_type(b, 1.0))
    dxs = np.zeros_like(xs, dtype=np.result_type(xs, 1.0))
    x_rows = []
    da_rows = []
    for i in reversed(range(len(xs))):
        h_before, tanh_a, sigmoid_a = steps[i]
        x = xs[i]
        if h_before[0] > 0:
            # backprop h, _ = tanh_a * sigmoid_a, a
            dtanh_a = sigmoid_a * dh
            dsigmoid_a = tanh_a * dh
            # backprop sigmoid_a = 1 / (1 + np.exp(-a))
            da = ((1 - sigmoid_a) * sigmoid_a) * dsigmoid_a
            # backprop tanh_a = np.tanh(a)
            da += (1 - tanh_a**2) * dtanh_a
            # backprop a = x @ W + h + b
            dx = W @ da
            x_rows.append(x)
            da_rows.append(da)
            dh = da
        else:
            # backprop h = -h
            dh = -dh
            dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
        dxs[i] = dx
    # backprop of all turns: a = x @ W + h + b
    da_rows = np.array(da_rows)
    dW += np.array(x_rows).T @ da_rows
    db += np.sum(da_rows, axis=0)
    dh = 1 * dh
    return dxs, dh, dW, db


def changed_forward(xs: "T D", h: "H", W: "D H", b: "H"):
    """Each turn has a matrix of its own: the call stays one.

    Forward pass of changed: h (H,) and the cache (references, not copies).
    """
    steps = []
    for x in xs:
        h, _, cell_cache = cell_forward(x, h, W, b)
        W = 0.9 * W
        steps.append((cell_cache, _))
    cache = (xs, b, steps, W)
    return h, cache


def changed_backward(dh, cache):
    """Backward pass of changed.

    Gives dxs (T, D), dh (H,), dW (D, H) and db (H,), from dh (H,).
    """
    xs, b, steps, W = cache
    dW = np.zeros_like(W, dtype=np.result_type(W, 1.0))
    db = np.zeros_like(b, dtype=np.result_type(b, 1.0))
    dxs = np.zeros_like(xs, dtype=np.result_type(xs, 1.0))
    for i in reversed(range(len(xs))):
        cell_cache, _ = steps[i]
        # backprop W = 0.9 * W
        dW = 0.9 * dW
        # backprop h, _ = cell(x, h, W, b)
        d_ = np.zeros_like(_, dtype=np.result_type(_, 1.0))
        dx, dh, dW_cell, db_cell = cell_backward(dh, d_, cell_cache)
        dW += dW_cell
        db += db_cell
        dxs[i] = dx
    dh = 1 * dh
    return dxs, dh, dW, db


def twice_forward(xs: "T H", h: "H", W: "H H", V: "H H", b: "H"):
    """Two calls in a turn stay calls.

    Forward pass of twice: g (H,) and the cache (references, not copies).
    """
    g = b
    steps = []
    for x in xs:
        h, _, cell_cache = cell_forward(x, h, W, b)
        g, _1, g_cache = cell_forward(h, g, V, b)
        steps.append((cell_cache, _, g_cache, _1))
    cache = (xs, W, V, b, steps, h)
    return g, cache


def twice_backward(dg, cache):
    """Backward pass of twice.

    Gives dxs (T, H), dh (H,), dW (H, H), dV (H, H) and db (H,), from dg (H,).
    """
    xs, W, V, b, steps, h = cache
    dh = np.zeros_like(h, dtype=np.result_type(h, 1.0))
    dV = np.zeros_like(V, dtype=np.result_type(V, 1.0))
    db = np.zeros_like(b, dtype=np.result_type(b, 1.0))
    dW = np.zeros_like(W, dtype=np.result_type(W, 1.0))
    dxs = np.zeros_like(xs, dtype=np.result_type(xs, 1.0))
    for i in reversed(range(len(xs))):
        cell_cache, _, g_cache, _1 = steps[i]
        # backprop g, _1 = cell(h, g, V, b)
        d_1 = np.zeros_like(_1, dtype=np.result_type(_1, 1.0))
        dh_cell, dg, dV_cell, db_cell = cell_backward(dg, d_1, g_cache)
        dh += dh_cell
        dV += dV_cell
        db += db_cell
        # backprop h, _ = cell(x, h, W, b)
        d_ = np.zeros_like(_, dtype=np.result_type(_, 1.0))
        dx, dh, dW_cell, db_cell1 = cell_backward(dh, d_, cell_cache)
        dW += dW_cell
        db += db_cell1
        dxs[i] = dx
    # backprop g = b
    db += dg
    return dxs, dh, dW, dV, db


def without_forward(xs: "T H", h: "H"):
    """Nothing is won where no gradient is an outer product.

    Forward pass of without: h (H,) and the cache (references, not copies).
    """
    steps = []
    for x in xs:
        h, plain_cache = plain_forward(x, h)
        steps.append(plain_cache)
    cache = (xs, steps)
    return h, cache


def without_backward(dh, cache):
    """Backward pass of without: dxs (T, H) and dh (H,), from dh (H,)."""
    xs, steps = cache
    dxs = np.zeros_like(xs, dtype=np.result_type(xs, 1.0))
    for i in reversed(range(len(xs))):
        plain_cache = steps[i]
        # backprop h = plain(x, h)
        dx, dh = plain_backward(dh, plain_cache)
        dxs[i] = dx
    dh = 1 * dh
    return dxs, dh
