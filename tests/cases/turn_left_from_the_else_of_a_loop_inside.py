# arguments: x=0.8, y=0.7, n=3
# first order only: what is in steps is not known
def f(x: float, y: float, n: int):
    total = 0.0
    for _ in range(n):
        for w in [x, y]:
            for _ in range(2):
                total = total * w + x
            else:
                if total < 3:
                    break
            total = total * 0.9
        total += x * x
    return total


# output
"""Forward and backward passes of turn_left_from_the_else_of_a_loop_inside.py: do not
edit.

Made by `backprop generate`.
"""


def f_forward(x: float, y: float, n: int):
    """Forward pass of f: total and the cache (references, not copies)."""
    total = 0.0
    steps = []
    for _ in range(n):
        steps1 = []
        w_list = [x, y]
        for w in w_list:
            stopped = False
            total_before = []
            for _ in range(2):
                total_before.append(total)
                total = total * w + x
            steps1.append((total_before, total))
            if total < 3:
                stopped = True
            else:
                total = total * 0.9
            if stopped:
                break
        total += x * x
        steps.append((w_list, steps1))
    cache = (x, steps)
    return total, cache


def f_backward(dtotal, cache):
    """Backward pass of f: dx and dy, from dtotal."""
    x, steps = cache
    dx = 0.0
    dy = 0.0
    for w_list, steps1 in reversed(steps):
        # backprop total += x * x
        dx += (2 * x) * dtotal
        dw_list = [0.0, 0.0]
        for i in reversed(range(len(steps1))):
            total_before, total = steps1[i]
            w = w_list[i]
            if not total < 3:
                # backprop total = total * 0.9
                dtotal = 0.9 * dtotal
            dw = 0.0
            for total in reversed(total_before):
                # backprop total = total * w + x
                dw += total * dtotal
                dx += dtotal
                dtotal = w * dtotal
            dw_list[i] += dw
        # backprop w_list = [x, y]
        dx += dw_list[0]
        dy += dw_list[1]
    return dx, dy
