# arguments carried: xs=(4, 3), h=(3,), W=(3, 3)
# arguments in_arms: xs=(4, 3), h=(3,), W=(3, 3), b=(3,)
# arguments in_loops: xs=(4, 3), h=(3,), W=(3, 3), V=(3, 3)
# arguments of_a_turn: xs=(4, 3), h=(3,), W=(3, 3)
# arguments into_rows: xs=(4, 3), W=(3, 3), b=(3,)
# arguments replaced: xs=(4, 3), h=(3,), W=(3, 3)
# arguments and_more: xs=(4, 3), h=(3,), W=(3, 3)
# arguments left_early: xs=(4, 3), h=(3,), W=(3, 3)
# arguments none: h=(3,), W=(3, 3), n=3
import numpy as np


def carried(xs: "T H", h: "H", W: "H H"):
    """The gradient on h goes on, and is added to in the next turn."""
    total = 0.0
    for x in xs:
        h = h + W @ x
        total += np.sum(h**2)
    return total


def in_arms(xs: "T H", h: "H", W: "H H", b: "H"):
    """Which of the two products a turn has depends on its row."""
    for t in range(len(xs)):
        if xs[t, 0] > 0:
            h = np.tanh(b + xs[t] @ W + h)
        else:
            h = 0.5 * h - xs[t] @ W
    return h


def in_loops(xs: "T H", h: "H", W: "H H", V: "H H"):
    """The products of both loops stand behind the outer one."""
    for i in range(2):
        g = h
        for t in range(len(xs)):
            g = np.sin(W @ g + xs[t])
        h = h + g @ V
    return h


def of_a_turn(xs: "T H", h: "H", W: "H H"):
    """A matrix that each turn makes has a gradient in each turn."""
    for t in range(len(xs)):
        A = 0.3 * W * xs[t]
        for _ in range(2):
            h = np.sin(A @ h)
    return h


def into_rows(xs: "T H", W: "H H", b: "H"):
    ys = np.zeros_like(xs)
    for t in range(len(xs)):
        ys[t] = W @ xs[t] - b
    return ys


def replaced(xs: "T H", h: "H", W: "H H"):
    """The matrix of a turn is made of that of the one before, and its gradient is read there."""
    A = W
    for t in range(len(xs)):
        h = np.tanh(A @ h)
        A = 0.9 * A
    return h


def and_more(xs: "T H", h: "H", W: "H H"):
    """Where a turn adds matrices all the same, nothing is put off."""
    total = 0.0
    for t in range(len(xs)):
        h = np.tanh(W @ h)
        total = total + np.sum(W**2) * h[0]
    return total


def left_early(xs: "T H", h: "H", W: "H H"):
    """It may have no turn at all, and which was the last one is known when it runs."""
    for x in xs:
        if x[0] > 1.0:
            continue
        h = np.sin(W @ h + x)
        if h[0] > 0.5:
            break
    return W @ h


def none(h: "H", W: "H H", n: int):
    for _ in range(n - 3):
        h = np.tanh(h @ W)
    return h


# output
"""Forward and backward passes of outer_products_in_loops.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def carried_forward(xs: "T H", h: "H", W: "H H"):
    """The gradient on h goes on, and is added to in the next turn.

    Forward pass of carried: total and the cache (references, not copies).
    """
    total = 0.0
    steps = []
    for x in xs:
        h = h + W @ x
        total += np.sum(h**2)
        steps.append(h)
    cache = (xs, W, steps, h)
    return total, cache


def carried_backward(dtotal, cache):
    """Backward pass of carried: dxs (T, H), dh (H,) and dW (H, H), from dtotal."""
    xs, W, steps, h = cache
    dh = np.zeros_like(h, dtype=np.result_type(h, 1.0))
    dW = np.zeros_like(W, dtype=np.result_type(W, 1.0))
    dxs = np.zeros_like(xs, dtype=np.result_type(xs, 1.0))
    dh_rows = []
    x_rows = []
    for i in reversed(range(len(xs))):
        h = steps[i]
        x = xs[i]
        # backprop total += np.sum(h**2)
        dh += (2 * h) * dtotal
        # backprop h = h + W @ x
        dh_rows.append(1 * dh)
        x_rows.append(x)
        dx = W.T @ dh
        dxs[i] = dx
    # backprop of all turns: h = h + W @ x
    dW += np.array(dh_rows).T @ np.array(x_rows)
    return dxs, dh, dW


def in_arms_forward(xs: "T H", h: "H", W: "H H", b: "H"):
    """Which of the two products a turn has depends on its row.

    Forward pass of in_arms: h (H,) and the cache (references, not copies).
    """
    steps = []
    for t in range(len(xs)):
        if xs[t, 0] > 0:
            tanh_in = b + xs[t] @ W + h
            h = np.tanh(tanh_in)
        else:
            xs_t_at_W = xs[t] @ W
            h = 0.5 * h - xs_t_at_W
        steps.append(h)
    cache = (xs, W, b, steps)
    return h, cache


def in_arms_backward(dh, cache):
    """Backward pass of in_arms.

    Gives dxs (T, H), dh (H,), dW (H, H) and db (H,), from dh (H,).
    """
    xs, W, b, steps = cache
    dxs = np.zeros_like(xs, dtype=np.result_type(xs, 1.0))
    dW = np.zeros_like(W, dtype=np.result_type(W, 1.0))
    db = np.zeros_like(b, dtype=np.result_type(b, 1.0))
    dtanh_in_rows = []
    xs_rows = []
    xs_rows1 = []
    dxs_t_at_W_rows = []
    for t in reversed(range(len(xs))):
        h = steps[t]
        if xs[t, 0] > 0:
            # backprop h = np.tanh(tanh_in)
            dtanh_in = (1 - h**2) * dh
            # backprop tanh_in = b + xs[t] @ W + h
            dtanh_in_rows.append(dtanh_in)
            dxs[t] += W @ dtanh_in
            xs_rows.append(xs[t])
            dh = dtanh_in
        else:
            # backprop h = 0.5 * h - xs_t_at_W
            dxs_t_at_W = -dh
            dh = 0.5 * dh
            # backprop xs_t_at_W = xs[t] @ W
            dxs[t] += W @ dxs_t_at_W
            xs_rows1.append(xs[t])
            dxs_t_at_W_rows.append(dxs_t_at_W)
    # backprop of all turns: tanh_in = b + xs[t] @ W + h
    dtanh_in_rows = np.array(dtanh_in_rows)
    db += np.sum(dtanh_in_rows, axis=0)
    dW += np.array(xs_rows).T @ dtanh_in_rows
    # backprop of all turns: xs_t_at_W = xs[t] @ W
    dW += np.array(xs_rows1).T @ np.array(dxs_t_at_W_rows)
    dh = 1.0 * dh
    return dxs, dh, dW, db


def in_loops_forward(xs: "T H", h: "H", W: "H H", V: "H H"):
    """The products of both loops stand behind the outer one.

    Forward pass of in_loops: h (H,) and the cache (references, not copies).
    """
    steps = []
    for i in range(2):
        g = h
        steps1 = []
        for t in range(len(xs)):
            g_before = g
            sin_in = W @ g + xs[t]
            g = np.sin(sin_in)
            steps1.append((g_before, sin_in))
        h = h + g @ V
        steps.append((steps1, g))
    cache = (xs, W, V, steps)
    return h, cache


def in_loops_backward(dh, cache):
    """Backward pass of in_loops.

    Gives dxs (T, H), dh (H,), dW (H, H) and dV (H, H), from dh (H,).
    """
    xs, W, V, steps = cache
    dV = np.zeros_like(V, dtype=np.result_type(V, 1.0))
    dW = np.zeros_like(W, dtype=np.result_type(W, 1.0))
    dxs = np.zeros_like(xs, dtype=np.result_type(xs, 1.0))
    g_rows = []
    dh_rows = []
    dsin_in_rows = []
    g_rows1 = []
    dh = 1.0 * dh
    for steps1, g in reversed(steps):
        # backprop h = h + g @ V
        dg = V @ dh
        g_rows.append(g)
        dh_rows.append(1 * dh)
        for t in reversed(range(len(xs))):
            g_before, sin_in = steps1[t]
            # backprop g = np.sin(sin_in)
            dsin_in = np.cos(sin_in) * dg
            # backprop sin_in = W @ g + xs[t]
            dsin_in_rows.append(dsin_in)
            g_rows1.append(g_before)
            dg = W.T @ dsin_in
            dxs[t] += dsin_in
        # backprop g = h
        dh += dg
    # backprop of all turns: h = h + g @ V
    dV += np.array(g_rows).T @ np.array(dh_rows)
    # backprop of all turns: sin_in = W @ g + xs[t]
    dW += np.array(dsin_in_rows).T @ np.array(g_rows1)
    return dxs, dh, dW, dV


def of_a_turn_forward(xs: "T H", h: "H", W: "H H"):
    """A matrix that each turn makes has a gradient in each turn.

    Forward pass of of_a_turn: h (H,) and the cache (references, not copies).
    """
    steps = []
    for t in range(len(xs)):
        A_product = 0.3 * W
        A = A_product * xs[t]
        steps1 = []
        for _ in range(2):
            h_before = h
            sin_in = A @ h
            h = np.sin(sin_in)
            steps1.append((h_before, sin_in))
        steps.append((A_product, A, steps1))
    cache = (xs, W, steps)
    return h, cache


def of_a_turn_backward(dh, cache):
    """Backward pass of of_a_turn: dxs (T, H), dh (H,) and dW (H, H), from dh (H,)."""
    xs, W, steps = cache
    dxs = np.zeros_like(xs, dtype=np.result_type(xs, 1.0))
    dW = np.zeros_like(W, dtype=np.result_type(W, 1.0))
    for t in reversed(range(len(xs))):
        A_product, A, steps1 = steps[t]
        dA = np.zeros_like(A, dtype=np.result_type(A, 1.0))
        dsin_in_rows = []
        h_rows = []
        for h_before, sin_in in reversed(steps1):
            # backprop h = np.sin(sin_in)
            dsin_in = np.cos(sin_in) * dh
            # backprop sin_in = A @ h
            dsin_in_rows.append(dsin_in)
            h_rows.append(h_before)
            dh = A.T @ dsin_in
        # backprop of all turns: sin_in = A @ h
        dA += np.array(dsin_in_rows).T @ np.array(h_rows)
        # backprop A = A_product * xs[t]
        dA_product = xs[t] * dA
        dxs[t] = np.sum(A_product * dA, axis=0)
        # backprop A_product = 0.3 * W
        dW += 0.3 * dA_product
    dh = 1.0 * dh
    return dxs, dh, dW


def into_rows_forward(xs: "T H", W: "H H", b: "H"):
    """Forward pass of into_rows: ys (T, H) and the cache (references, not copies)."""
    ys = np.zeros_like(xs)
    for t in range(len(xs)):
        ys[t] = W @ xs[t] - b
    cache = (xs, W, b)
    return ys, cache


def into_rows_backward(dys, cache):
    """Backward pass of into_rows.

    Gives dxs (T, H), dW (H, H) and db (H,), from dys (T, H).
    """
    xs, W, b = cache
    dW = np.zeros_like(W, dtype=np.result_type(W, 1.0))
    dxs = np.zeros_like(xs, dtype=np.result_type(xs, 1.0))
    db = np.zeros_like(b, dtype=np.result_type(b, 1.0))
    dys_rows = []
    xs_rows = []
    for t in reversed(range(len(xs))):
        # backprop ys[t] = W @ xs[t] - b
        dys_rows.append(dys[t])
        xs_rows.append(xs[t])
        dxs[t] = W.T @ dys[t]
        db -= dys[t]
    # backprop of all turns: ys[t] = W @ xs[t] - b
    dW += np.array(dys_rows).T @ np.array(xs_rows)
    return dxs, dW, db


def replaced_forward(xs: "T H", h: "H", W: "H H"):
    """The matrix of a turn is made of that of the one before, and its gradient is read there.

    Forward pass of replaced: h (H,) and the cache (references, not copies).
    """
    A = W
    steps = []
    for t in range(len(xs)):
        h_before = h
        A_before = A
        tanh_in = A @ h
        h = np.tanh(tanh_in)
        A = 0.9 * A
        steps.append((h_before, A_before, h))
    cache = (xs, steps, A)
    return h, cache


def replaced_backward(dh, cache):
    """Backward pass of replaced: dxs (T, H), dh (H,) and dW (H, H), from dh (H,)."""
    xs, steps, A = cache
    dA = np.zeros_like(A, dtype=np.result_type(A, 1.0))
    for h_before, A_before, h in reversed(steps):
        # backprop A = 0.9 * A
        dA = 0.9 * dA
        # backprop h = np.tanh(tanh_in)
        dtanh_in = (1 - h**2) * dh
        # backprop tanh_in = A @ h
        dA += np.outer(dtanh_in, h_before)
        dh = A_before.T @ dtanh_in
    # backprop A = W
    dW = dA
    dxs = np.zeros_like(xs, dtype=np.result_type(xs, 1.0))
    dh = 1.0 * dh
    return dxs, dh, dW


def and_more_forward(xs: "T H", h: "H", W: "H H"):
    """Where a turn adds matrices all the same, nothing is put off.

    Forward pass of and_more: total and the cache (references, not copies).
    """
    total = 0.0
    steps = []
    for t in range(len(xs)):
        h_before = h
        tanh_in = W @ h
        h = np.tanh(tanh_in)
        sum_W_sqr = np.sum(W**2)
        total = total + sum_W_sqr * h[0]
        steps.append((h_before, h, sum_W_sqr))
    cache = (xs, W, steps, h)
    return total, cache


def and_more_backward(dtotal, cache):
    """Backward pass of and_more: dxs (T, H), dh (H,) and dW (H, H), from dtotal."""
    xs, W, steps, h = cache
    dh = np.zeros_like(h, dtype=np.result_type(h, 1.0))
    dW = np.zeros_like(W, dtype=np.result_type(W, 1.0))
    for h_before, h, sum_W_sqr in reversed(steps):
        # backprop total = total + sum_W_sqr * h[0]
        dsum_W_sqr = h[0] * dtotal
        dh[0] += sum_W_sqr * dtotal
        # backprop sum_W_sqr = np.sum(W**2)
        dW += (2 * W) * dsum_W_sqr
        # backprop h = np.tanh(tanh_in)
        dtanh_in = (1 - h**2) * dh
        # backprop tanh_in = W @ h
        dW += np.outer(dtanh_in, h_before)
        dh = W.T @ dtanh_in
    dxs = np.zeros_like(xs, dtype=np.result_type(xs, 1.0))
    return dxs, dh, dW


def left_early_forward(xs: "T H", h: "H", W: "H H"):
    """It may have no turn at all, and which was the last one is known when it runs.

    Forward pass of left_early: out (H,) and the cache (references, not copies).
    """
    steps = []
    for x in xs:
        h_before = h
        stopped = False
        sin_in = None
        h_test = not x[0] > 1.0
        if h_test:
            sin_in = W @ h + x
            h = np.sin(sin_in)
            if h[0] > 0.5:
                stopped = True
        steps.append((h_before, h_test, sin_in))
        if stopped:
            break
    out = W @ h
    cache = (xs, W, steps, h)
    return out, cache


def left_early_backward(dout, cache):
    """Backward pass of left_early.

    Gives dxs (T, H), dh (H,) and dW (H, H), from dout (H,).
    """
    xs, W, steps, h = cache
    # backprop out = W @ h
    dW = np.outer(dout, h)
    dh = W.T @ dout
    dxs = np.zeros_like(xs, dtype=np.result_type(xs, 1.0))
    dsin_in_rows = []
    h_rows = []
    for i in reversed(range(len(steps))):
        h_before, h_test, sin_in = steps[i]
        x = xs[i]
        dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
        if h_test:
            # backprop h = np.sin(sin_in)
            dsin_in = np.cos(sin_in) * dh
            # backprop sin_in = W @ h + x
            dsin_in_rows.append(dsin_in)
            h_rows.append(h_before)
            dh = W.T @ dsin_in
            dx = dsin_in
        dxs[i] = dx
    # backprop of all turns: sin_in = W @ h + x
    dW += np.array(dsin_in_rows).T @ np.array(h_rows)
    return dxs, dh, dW


def none_forward(h: "H", W: "H H", n: int):
    """Forward pass of none: h (H,) and the cache (references, not copies)."""
    steps = []
    for _ in range(n - 3):
        h_before = h
        tanh_in = h @ W
        h = np.tanh(tanh_in)
        steps.append((h_before, h))
    cache = (W, steps)
    return h, cache


def none_backward(dh, cache):
    """Backward pass of none: dh (H,) and dW (H, H), from dh (H,)."""
    W, steps = cache
    dW = np.zeros_like(W, dtype=np.result_type(W, 1.0))
    h_rows = []
    dtanh_in_rows = []
    for h_before, h in reversed(steps):
        # backprop h = np.tanh(tanh_in)
        dtanh_in = (1 - h**2) * dh
        # backprop tanh_in = h @ W
        dh = W @ dtanh_in
        h_rows.append(h_before)
        dtanh_in_rows.append(dtanh_in)
    # backprop of all turns: tanh_in = h @ W
    dW += np.array(h_rows).T @ np.array(dtanh_in_rows)
    dh = 1.0 * dh
    return dh, dW
