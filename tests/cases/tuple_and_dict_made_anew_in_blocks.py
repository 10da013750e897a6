# arguments: x=(3,), y=(3,), n=2
# arguments state: x=1.2, n=2
import numpy as np


def state(x: float, n: int):
    for j in range(3):
        for m in range(n):
            u = {"p": x * j, "q": x}
    return u["p"] * u["q"]


def f(x: "N", y: "N", n: int):
    u = (x, y)
    for m in range(n):
        u = (u[0] * u[1], u[0] + y)
    if n > 1:
        u = (u[1], x)
    s = {"a": x, "b": y}
    if n > 2:
        s = {"b": u[0], "a": x * y}
    return u[0] * u[1] * s["a"] + s["b"]


# output
"""Forward and backward passes of tuple_and_dict_made_anew_in_blocks.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def state_forward(x: float, n: int):
    """Forward pass of state: out and the cache (references, not copies)."""
    for j in range(3):
        for m in range(n):
            u = {"p": x * j, "q": x}
    out = u["p"] * u["q"]
    cache = (n, u)
    return out, cache


def state_backward(dout, cache):
    """Backward pass of state: dx, from dout."""
    n, u = cache
    # backprop out = u["p"] * u["q"]
    dp = u["q"] * dout
    dq = u["p"] * dout
    du = {"p": dp, "q": dq}
    dx = 0.0
    for j in reversed(range(3)):
        for _ in range(n):
            # backprop u = {"p": x * j, "q": x}
            dx += j * du["p"]
            dx += du["q"]
            du = {"p": 0.0, "q": 0.0}
    return dx


def f_forward(x: "N", y: "N", n: int):
    """Forward pass of f: out (N,) and the cache (references, not copies)."""
    u = (x, y)
    u_before = []
    for m in range(n):
        u_before.append(u)
        u = (u[0] * u[1], u[0] + y)
    u_before1 = u
    if n > 1:
        u = (u[1], x)
    s = {"a": x, "b": y}
    s_before = s
    if n > 2:
        s = {"b": u[0], "a": x * y}
    u_0_times_u_1 = u[0] * u[1]
    out = u_0_times_u_1 * s["a"] + s["b"]
    cache = (x, y, n, u_before, u_before1, u, s_before, s, u_0_times_u_1)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,) and dy (N,), from dout (N,)."""
    x, y, n, u_before, u_before1, u, s_before, s, u_0_times_u_1 = cache
    # backprop out = u_0_times_u_1 * s["a"] + s["b"]
    du_0_times_u_1 = s["a"] * dout
    da = u_0_times_u_1 * dout
    db = dout
    # backprop u_0_times_u_1 = u[0] * u[1]
    du_0 = u[1] * du_0_times_u_1
    du_1 = u[0] * du_0_times_u_1
    ds = {"b": 1.0 * db, "a": da}
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    dy = np.zeros_like(y, dtype=np.result_type(y, 1.0))
    if n > 2:
        # backprop s = {"b": u[0], "a": x * y}
        du_0 += ds["b"]
        dx = y * ds["a"]
        dy = x * ds["a"]
        ds = {
            "a": np.zeros_like(s_before["a"], dtype=np.result_type(s_before["a"], 1.0)),
            "b": np.zeros_like(s_before["b"], dtype=np.result_type(s_before["b"], 1.0)),
        }
    # backprop s = {"a": x, "b": y}
    dx += ds["a"]
    dy += ds["b"]
    du = (du_0, du_1)
    du_u_1 = np.zeros_like(u_before1[1], dtype=np.result_type(u_before1[1], 1.0))
    if n > 1:
        # backprop u = (u[1], x)
        du_u_1 = du[0]
        dx += du[1]
        du = (
            np.zeros_like(u_before1[0], dtype=np.result_type(u_before1[0], 1.0)),
            np.zeros_like(u_before1[1], dtype=np.result_type(u_before1[1], 1.0)),
        )
    du_u_0 = 1 * du[0]
    du_u_1 += du[1]
    du = (du_u_0, du_u_1)
    for u in reversed(u_before):
        # backprop u = (u[0] * u[1], u[0] + y)
        du_u_01 = u[1] * du[0]
        du_u_11 = u[0] * du[0]
        du_u_01 += du[1]
        dy += du[1]
        du = (du_u_01, du_u_11)
    # backprop u = (x, y)
    dx += du[0]
    dy += du[1]
    return dx, dy
