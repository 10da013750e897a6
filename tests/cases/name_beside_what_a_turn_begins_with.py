# arguments until_the_last: x=(4,), n=3
# arguments then_once_more: x=(4,), n=3
import numpy as np


def until_the_last(x: "N", n: int):
    P = np.exp(x)
    s = 0.0
    for _ in range(n):
        t = -P
        Q = P  # P is read after the loop, but not what it is here
        Q += t * t
        s = s + np.sum(Q)
        P = np.sin(Q)
        s = s + np.sum(Q * P)
    return P, s


def then_once_more(x: "N", n: int):
    P = np.exp(x)
    for _ in range(n):
        Q = P
        P = np.cos(Q)
        Q = Q * P
        R = P
        R += Q
        P = np.sin(R)
    else:
        P = P * 2
    return P


# output
"""Forward and backward passes of name_beside_what_a_turn_begins_with.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def until_the_last_forward(x: "N", n: int):
    """Forward pass of until_the_last.

    Gives P (N,), s and the cache (references, not copies).
    """
    P = np.exp(x)
    P_before = P
    s = 0.0
    steps = []
    for _ in range(n):
        t = -P
        Q = P  # P is read after the loop, but not what it is here
        Q = Q + t * t
        s = s + np.sum(Q)
        P = np.sin(Q)
        s = s + np.sum(Q * P)
        steps.append((t, Q, P))
    cache = (P_before, steps)
    return P, s, cache


def until_the_last_backward(dP, ds, cache):
    """Backward pass of until_the_last: dx (N,), from dP (N,) and ds."""
    P_before, steps = cache
    for t, Q, P in reversed(steps):
        # backprop s = s + np.sum(Q * P)
        dQ = P * ds
        dP = dP + Q * ds
        # backprop P = np.sin(Q)
        dQ += np.cos(Q) * dP
        # backprop s = s + np.sum(Q)
        dQ += ds
        # backprop Q = Q + t * t
        dt = (2 * t) * dQ
        # backprop Q = P
        dP = dQ
        # backprop t = -P
        dP -= dt
    # backprop P = np.exp(x)
    dx = P_before * dP
    return dx


def then_once_more_forward(x: "N", n: int):
    """Forward pass of then_once_more: P (N,) and the cache (references, not copies)."""
    P = np.exp(x)
    P_before = P
    steps = []
    for _ in range(n):
        Q = P
        P = np.cos(Q)
        Q1 = Q * P
        R = P
        R = R + Q1
        steps.append((Q, P, R))
        P = np.sin(R)
    P = P * 2
    cache = (P_before, steps)
    return P, cache


def then_once_more_backward(dP, cache):
    """Backward pass of then_once_more: dx (N,), from dP (N,)."""
    P_before, steps = cache
    # backprop P = P * 2
    dP = 2 * dP
    for Q, P, R in reversed(steps):
        # backprop P = np.sin(R)
        dR = np.cos(R) * dP
        # backprop R = R + Q1
        dQ1 = dR
        # backprop R = P
        dP = 1 * dR
        # backprop Q1 = Q * P
        dP += Q * dQ1
        dQ = P * dQ1
        # backprop P = np.cos(Q)
        dQ -= np.sin(Q) * dP
        # backprop Q = P
        dP = dQ
    # backprop P = np.exp(x)
    dx = P_before * dP
    return dx
