"""Forward and backward passes of examples/recurrent.py: do not edit.

Made again by `backprop build examples/recurrent.py`.
"""

import numpy as np


def sigmoid_forward(x):
    """Forward pass of sigmoid: out and the cache (references, not copies)."""
    out = 1 / (1 + np.exp(-x))
    cache = (out,)
    return out, cache


def sigmoid_backward(dout, cache):
    """Backward pass of sigmoid: dx, from dout."""
    (out,) = cache
    # backprop out = 1 / (1 + np.exp(-x))
    dx = ((1 - out) * out) * dout
    return dx


def lstm_cell_forward(x: "D", h: "H", c: "H", Wx: "D 4*H", Wh: "H 4*H", b: "4*H"):
    """One step of a long short-term memory: its new hidden and cell state.

    Forward pass of lstm_cell.

    Gives h_next (H,), c_next (H,) and the cache (references, not copies).
    """
    a = x @ Wx + h @ Wh + b
    i, f, o, g = np.split(a, 4)  # input, forget and output gate, and what may be written
    sigmoid_f, sigmoid_cache = sigmoid_forward(f)
    sigmoid_i, sigmoid_i_cache = sigmoid_forward(i)
    tanh_g = np.tanh(g)
    c_next = sigmoid_f * c + sigmoid_i * tanh_g
    sigmoid_o, sigmoid_o_cache = sigmoid_forward(o)
    tanh_c_next = np.tanh(c_next)
    h_next = sigmoid_o * tanh_c_next
    cache = (
        x,
        h,
        c,
        Wx,
        Wh,
        sigmoid_f,
        sigmoid_cache,
        sigmoid_i,
        sigmoid_i_cache,
        tanh_g,
        sigmoid_o,
        sigmoid_o_cache,
        tanh_c_next,
    )
    return h_next, c_next, cache


def lstm_cell_backward(dh_next, dc_next, cache):
    """Backward pass of lstm_cell.

    Gives dx (D,), dh (H,), dc (H,), dWx (D, 4*H), dWh (H, 4*H) and db (4*H,), from
    dh_next (H,) and dc_next (H,).
    """
    (
        x,
        h,
        c,
        Wx,
        Wh,
        sigmoid_f,
        sigmoid_cache,
        sigmoid_i,
        sigmoid_i_cache,
        tanh_g,
        sigmoid_o,
        sigmoid_o_cache,
        tanh_c_next,
    ) = cache
    # backprop h_next = sigmoid_o * tanh_c_next
    dsigmoid_o = tanh_c_next * dh_next
    dtanh_c_next = sigmoid_o * dh_next
    # backprop tanh_c_next = np.tanh(c_next)
    dc_next = dc_next + (1 - tanh_c_next**2) * dtanh_c_next
    # backprop sigmoid_o = sigmoid(o)
    do = sigmoid_backward(dsigmoid_o, sigmoid_o_cache)
    # backprop c_next = sigmoid_f * c + sigmoid_i * tanh_g
    dsigmoid_f = c * dc_next
    dc = sigmoid_f * dc_next
    dsigmoid_i = tanh_g * dc_next
    dtanh_g = sigmoid_i * dc_next
    # backprop tanh_g = np.tanh(g)
    dg = (1 - tanh_g**2) * dtanh_g
    # backprop sigmoid_i = sigmoid(i)
    di = sigmoid_backward(dsigmoid_i, sigmoid_i_cache)
    # backprop sigmoid_f = sigmoid(f)
    df = sigmoid_backward(dsigmoid_f, sigmoid_cache)
    # backprop i, f, o, g = np.split(a, 4)
    da = np.concatenate([di, df, do, dg])
    # backprop a = x @ Wx + h @ Wh + b
    dx = Wx @ da
    dWx = np.outer(x, da)
    dh = Wh @ da
    dWh = np.outer(h, da)
    db = da
    return dx, dh, dc, dWx, dWh, db


def lstm_forward(xs: "T D", h0: "H", Wx: "D 4*H", Wh: "H 4*H", b: "4*H"):
    """The hidden states of all steps.

    Forward pass of lstm: hs (T, H) and the cache (references, not copies).
    """
    T = len(xs)
    hs = np.zeros((T, len(h0)))
    h, c = h0, np.zeros_like(h0)
    steps = []
    for t in range(T):
        xs_t = xs[t]
        h, c, lstm_cell_cache = lstm_cell_forward(xs_t, h, c, Wx, Wh, b)
        hs[t] = h
        steps.append(lstm_cell_cache)
    cache = (xs, Wx, Wh, b, T, steps, h, c)
    return hs, cache


def lstm_backward(dhs, cache):
    """Backward pass of lstm.

    Gives dxs (T, D), dh0 (H,), dWx (D, 4*H), dWh (H, 4*H) and db (4*H,), from
    dhs (T, H).
    """
    xs, Wx, Wh, b, T, steps, h, c = cache
    dh = np.zeros_like(h, dtype=np.result_type(h, 1.0))
    dc = np.zeros_like(c, dtype=np.result_type(c, 1.0))
    dWx = np.zeros_like(Wx, dtype=np.result_type(Wx, 1.0))
    dWh = np.zeros_like(Wh, dtype=np.result_type(Wh, 1.0))
    db = np.zeros_like(b, dtype=np.result_type(b, 1.0))
    dxs = np.zeros_like(xs, dtype=np.result_type(xs, 1.0))
    for t in reversed(range(T)):
        lstm_cell_cache = steps[t]
        # backprop hs[t] = h
        dh += dhs[t]
        # backprop h, c = lstm_cell(xs_t, h, c, Wx, Wh, b)
        dxs_t, dh, dc, dWx_lstm_cell, dWh_lstm_cell, db_lstm_cell = lstm_cell_backward(
            dh, dc, lstm_cell_cache
        )
        dWx += dWx_lstm_cell
        dWh += dWh_lstm_cell
        db += db_lstm_cell
        # backprop xs_t = xs[t]
        dxs[t] = dxs_t
    # backprop h, c = h0, np.zeros_like(h0)
    dh0 = dh
    return dxs, dh0, dWx, dWh, db


def kalman_loss_forward(
    zs: "T M", F: "D D", H: "M D", Q: "D D", R: "M M", m0: "D", P0: "D D"
):
    """Minus the log-likelihood of what was measured, up to a constant.

    Forward pass of kalman_loss: loss and the cache (references, not copies).
    """
    m, P = m0, P0
    loss = 0.0
    steps = []
    for z in zs:
        m_before = m
        P_before = P
        m1 = F @ m
        F_at_P = F @ P
        P1 = F_at_P @ F.T + Q
        innovation = z - H @ m1
        S = H @ P1 @ H.T + R
        solve_S = np.linalg.solve(S, H @ P1)
        gain = solve_S.T
        m = m1 + gain @ innovation
        gain_at_H = gain @ H
        P_product = gain_at_H @ P1
        P = P1 - P_product
        _, logdet = np.linalg.slogdet(S)
        loss_solve_S = np.linalg.solve(S, innovation)
        loss_sum = logdet + innovation @ loss_solve_S
        loss += 0.5 * loss_sum
        steps.append(
            (
                m_before,
                P_before,
                F_at_P,
                P1,
                innovation,
                S,
                solve_S,
                gain,
                gain_at_H,
                loss_solve_S,
            )
        )
    cache = (F, H, Q, R, steps, m, P)
    return loss, cache


def kalman_loss_backward(dloss, cache):
    """Backward pass of kalman_loss.

    Gives dF (D, D), dQ (D, D), dR (M, M), dm0 (D,) and dP0 (D, D), from dloss.
    """
    F, H, Q, R, steps, m, P = cache
    dm = np.zeros_like(m, dtype=np.result_type(m, 1.0))
    dP = np.zeros_like(P, dtype=np.result_type(P, 1.0))
    dR = np.zeros_like(R, dtype=np.result_type(R, 1.0))
    dF = np.zeros_like(F, dtype=np.result_type(F, 1.0))
    dQ = np.zeros_like(Q, dtype=np.result_type(Q, 1.0))
    for (
        m_before,
        P_before,
        F_at_P,
        P1,
        innovation,
        S,
        solve_S,
        gain,
        gain_at_H,
        loss_solve_S,
    ) in reversed(steps):
        # backprop loss += 0.5 * loss_sum
        dloss_sum = 0.5 * dloss
        # backprop loss_sum = logdet + innovation @ loss_solve_S
        dlogdet = dloss_sum
        dinnovation = loss_solve_S * dloss_sum
        dloss_solve_S = innovation * dloss_sum
        # backprop loss_solve_S = np.linalg.solve(S, innovation)
        dS_solve = np.linalg.solve(S.T, dloss_solve_S)
        dS = -np.outer(dS_solve, loss_solve_S)
        dinnovation += dS_solve
        # backprop _, logdet = np.linalg.slogdet(S)
        dS += np.linalg.inv(S).T * dlogdet
        # backprop P = P1 - P_product
        dP_product = -dP
        dP1 = dP
        # backprop P_product = gain_at_H @ P1
        dgain_at_H = dP_product @ P1.T
        dP1 += gain_at_H.T @ dP_product
        # backprop gain_at_H = gain @ H
        dgain = dgain_at_H @ H.T
        # backprop m = m1 + gain @ innovation
        dgain += np.outer(dm, innovation)
        dinnovation += gain.T @ dm
        dm1 = dm
        # backprop gain = solve_S.T
        dsolve_S = dgain.T
        # backprop solve_S = np.linalg.solve(S, H @ P1)
        dS_solve1 = np.linalg.solve(S.T, dsolve_S)
        dS -= dS_solve1 @ solve_S.T
        dP1 += H.T @ dS_solve1
        # backprop S = H @ P1 @ H.T + R
        dP1 += H.T @ (dS @ H)
        dR += dS
        # backprop innovation = z - H @ m1
        dm1 -= H.T @ dinnovation
        # backprop P1 = F_at_P @ F.T + Q
        dF_at_P = dP1 @ F
        dF += dP1.T @ F_at_P
        dQ += dP1
        # backprop F_at_P = F @ P
        dF += dF_at_P @ P_before.T
        dP = F.T @ dF_at_P
        # backprop m1 = F @ m
        dF += np.outer(dm1, m_before)
        dm = F.T @ dm1
    # backprop m, P = m0, P0
    dP0 = dP
    dm0 = dm
    return dF, dQ, dR, dm0, dP0
