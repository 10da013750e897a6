"""Recurrent nets and filters: what one step leaves behind, the next one takes up."""

import numpy as np


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def lstm_cell(x: "D", h: "H", c: "H", Wx: "D 4*H", Wh: "H 4*H", b: "4*H"):
    """One step of a long short-term memory: its new hidden and cell state."""
    a = x @ Wx + h @ Wh + b
    i, f, o, g = np.split(a, 4)  # input, forget and output gate, and what may be written
    c_next = sigmoid(f) * c + sigmoid(i) * np.tanh(g)
    h_next = sigmoid(o) * np.tanh(c_next)
    return h_next, c_next


def lstm(xs: "T D", h0: "H", Wx: "D 4*H", Wh: "H 4*H", b: "4*H"):
    """The hidden states of all steps."""
    T = len(xs)
    hs = np.zeros((T, len(h0)))
    h, c = h0, np.zeros_like(h0)
    for t in range(T):
        h, c = lstm_cell(xs[t], h, c, Wx, Wh, b)
        hs[t] = h
    return hs


# backprop: wrt F, Q, R, m0, P0
def kalman_loss(
    zs: "T M", F: "D D", H: "M D", Q: "D D", R: "M M", m0: "D", P0: "D D"
):
    """Minus the log-likelihood of what was measured, up to a constant."""
    m, P = m0, P0
    loss = 0.0
    for z in zs:
        m = F @ m
        P = F @ P @ F.T + Q
        innovation = z - H @ m
        S = H @ P @ H.T + R
        gain = np.linalg.solve(S, H @ P).T
        m = m + gain @ innovation
        P = P - gain @ H @ P
        _, logdet = np.linalg.slogdet(S)
        loss += 0.5 * (logdet + innovation @ np.linalg.solve(S, innovation))
    return loss
