# arguments: x=1.2, n=5
def f(x: float, n: int):
    t = x
    for k in range(n):
        t = t * x
        if k > 3:
            t = t + 1
        elif t > 2:
            break
        continue
    return t


# output
"""Forward and backward passes of jump_in_a_part_of_a_branch_at_the_end.py: do not edit.

Made by `backprop generate`.
"""


def f_forward(x: float, n: int):
    """Forward pass of f: t and the cache (references, not copies)."""
    t = x
    t_before = []
    for k in range(n):
        t_before.append(t)
        stopped = False
        t = t * x
        if k > 3:
            t = t + 1
        elif t > 2:
            stopped = True
        if stopped:
            break
    cache = (x, t_before)
    return t, cache


def f_backward(dt, cache):
    """Backward pass of f: dx, from dt."""
    x, t_before = cache
    dx = 0.0
    for t in reversed(t_before):
        # backprop t = t * x
        dx += t * dt
        dt = x * dt
    # backprop t = x
    dx += dt
    return dx
