# arguments: x=0.6, y=0.8, n=2
def f(x: float, y: float, n: int):
    b = []
    b.append(x + x)
    while n > 0:
        n -= 1
        b = [1.1 * y, y, x * b[0]]
    t = 0.0
    for q in b:
        t += q * x
    return t


# output
"""Forward and backward passes of list_that_grows_and_is_replaced.py: do not edit.

Made by `backprop generate`.
"""


def f_forward(x: float, y: float, n: int):
    """Forward pass of f: t and the cache (references, not copies)."""
    b = []
    b.append(x + x)
    b_before = []
    while n > 0:
        b_before.append(b)
        n -= 1
        b = [1.1 * y, y, x * b[0]]
    t = 0.0
    for q in b:
        t += q * x
    cache = (x, b_before, b)
    return t, cache


def f_backward(dt, cache):
    """Backward pass of f: dx and dy, from dt."""
    x, b_before, b = cache
    dx = 0.0
    db = [0.0] * len(b)
    for i in reversed(range(len(b))):
        q = b[i]
        # backprop t += q * x
        dq = x * dt
        dx += q * dt
        db[i] = dq
    dy = 0.0
    for b in reversed(b_before):
        # backprop b = [1.1 * y, y, x * b[0]]
        db_next = db
        dy += 1.1 * db_next[0]
        dy += db_next[1]
        dx += b[0] * db_next[2]
        db = [0.0] * len(b)
        db[0] = x * db_next[2]
    # backprop b.append(x + x)
    db_last = db.pop()
    dx += db_last
    dx += db_last
    return dx, dy
