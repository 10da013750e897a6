# arguments of_numbers_in_nested_loops: xs=[0.5, 0.7, 0.9, 1.1, 0.3], s=1.2, n=3
# arguments of_other_lengths: xs=[0.5, 0.7, 0.9, 1.1, 0.3], s=1.2, n=4
# arguments in_both_arms: xs=[0.5, 0.7, 0.9, 1.1, 0.3], s=1.2, n=4
# arguments filled_until_a_break: xs=[0.5, 0.7, 0.9, 1.1, 0.3], s=1.2, n=3
# arguments beside_the_one_before: xs=[0.5, 0.7, 0.9, 1.1, 0.3], s=1.2, n=4
# arguments in_a_while_loop: xs=[0.5, 0.7, 0.9, 1.1, 0.3], s=1.2, n=4
# arguments two_in_nested_loops: xs=[0.5, 0.7, 0.9, 1.1, 0.3], s=1.2, n=4
# arguments grown_behind_a_continue: xs=[0.5, 0.7, 0.9, 1.1, 0.3], s=1.2, n=4
# arguments of_an_argument: xs=[0.5, 0.7, 0.9, 1.1, 0.3], s=1.2, n=4
# arguments kept_again: xs=[0.5, 0.7, 0.9, 1.1, 0.3], s=1.2, n=4
# arguments: xs=[0.5, 0.7, 0.9, 1.1, 0.3], s=1.2, n=4
# first order only of_other_lengths: a list that turns make anew is popped
# first order only in_both_arms: the method pop stands in an expression
# first order only beside_the_one_before: a list that turns make anew is popped
# first order only in_a_while_loop: this writes into memory that ditems may name too
# first order only of_an_argument: this writes into memory that ditems may name too
# first order only two_in_nested_loops: what is kept of a turn may be None
# names matter: several values are called items
def of_numbers_in_nested_loops(xs: list[float], s: float, n: int):
    for k in range(n):
        for l in range(k):
            z = [r * s * (l + 1) for r in xs[: l + k]]
            s = s * 1.1 + z[0] * 0.01
    return z[-1] * s + z[0]


def of_other_lengths(xs: list[float], s: float, n: int):
    z = [s]
    for k in range(n):
        if k % 2 == 1:
            z = [r * s for r in xs[: k + 1]]
        s = s + z[-1] * 0.1
    return z[-1] * s + z[0]


def in_both_arms(xs: list[float], s: float, n: int):
    z = [s, s * 2]
    for k in range(n):
        if xs[k] > 0.6:
            z = [r * s for r in xs]
        else:
            z = [r + s for r in z]
        s = s + z[-1] * 0.1 + z[0]
    return z, s


def filled_until_a_break(xs: list[float], s: float, n: int):
    z = [s]
    for k in range(n):
        if xs[k] > 0.6:
            z = []
            for r in xs:
                if r > 1.0:
                    break
                z.append(r * s)
        s = s + z[0] * 0.1
    return z[0] * s


def beside_the_one_before(xs: list[float], s: float, n: int):
    z = [s, 1.0]
    for k in range(n):
        y = z
        if xs[k] > 0.6:
            z = [r * s for r in xs[k:]]
        s = s + z[0] * y[-1] * 0.1
    return z[0] * s


def in_a_while_loop(xs: list[float], s: float, n: int):
    z = [s, 1.0]
    i = 0
    while i < n:
        i += 1
        if i == 2:
            continue
        z = [r * s for r in z]
        if i == 4:
            z = [r * r for r in xs[:i]]
        s = s + z[0] * 0.1
    return z[0] * s + z[-1]


def two_in_nested_loops(xs: list[float], s: float, n: int):
    out = 0.0
    for x in xs:
        for y in xs:
            p = [x * s, y * s, x * y]
            q = [v * s for v in p]
        out = out + p[0] * q[2]
    return out + p[1] + q[0]


def grown_behind_a_continue(xs: list[float], s: float, n: int):
    for x in xs:
        if x > 10:
            continue
        for y in xs:
            if y > 0.6:
                break
            p = [x * s + v for v in xs]
            p.append(y)
    return p[1] * p[-1] * s


def of_an_argument(xs: list[float], s: float, n: int):
    z = xs
    for k in range(n):
        if xs[k] > 0.6:
            z = [r * s for r in z]
        s = s + z[0] * 0.1
    return z[0] * s


def kept_again(xs: list[float], s: float, n: int):
    zs = []
    for k in range(n):
        if k != 1:
            z = [r * s for r in xs[k:]]
        zs.append(z)
        s = s + z[0] * 0.1
    return zs[0][0] * s + zs[1][1]


def the_best_one(xs: list[float], s: float, n: int):
    best = xs
    low = 100.0
    for k in range(n):
        cand = [v * s for v in xs]
        cost = sum(cand)
        if cost < low:
            best = cand
            low = cost
        s = s * 0.9
    return best[0] * s + best[-1], low


# output
"""Forward and backward passes of lists_made_anew_in_nested_loops.py: do not edit.

Made by `backprop generate`.
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


def of_numbers_in_nested_loops_forward(xs: list[float], s: float, n: int):
    """Forward pass of of_numbers_in_nested_loops.

    Gives out and the cache (references, not copies).
    """
    z = None
    steps = []
    for k in range(n):
        steps1 = []
        for l in range(k):
            steps1.append((z, s))
            z = []
            for r in xs[: l + k]:
                r_times_s = r * s
                z.append(r_times_s * (l + 1))
            s = s * 1.1 + z[0] * 0.01
        steps.append(steps1)
    out = z[-1] * s + z[0]
    cache = (xs, n, steps, z, s)
    return out, cache


def of_numbers_in_nested_loops_backward(dout, cache):
    """Backward pass of of_numbers_in_nested_loops: dxs and ds, from dout."""
    xs, n, steps, z, s = cache
    # backprop out = z[-1] * s + z[0]
    dz = [0.0] * len(z or ())
    dz[-1] = s * dout
    ds = z[-1] * dout
    dz[0] += dout
    dxs = [0.0] * len(xs)
    for k in reversed(range(n)):
        steps1 = steps[k]
        for l in reversed(range(k)):
            z, s = steps1[l]
            # backprop s = s * 1.1 + z[0] * 0.01
            dz[0] += 0.01 * ds
            ds = 1.1 * ds
            for i in reversed(range(len(xs[: l + k]))):
                r = xs[: l + k][i]
                # backprop z.append(r_times_s * (l + 1))
                dr_times_s = (l + 1) * dz.pop()
                # backprop r_times_s = r * s
                dr = s * dr_times_s
                ds += r * dr_times_s
                dxs[i] += dr
            dz = [0.0] * len(z or ())
    return dxs, ds


def of_other_lengths_forward(xs: list[float], s: float, n: int):
    """Forward pass of of_other_lengths: out and the cache (references, not copies)."""
    z = [s]
    steps = []
    for k in range(n):
        z_before = z
        s_before = s
        z_test = k % 2 == 1
        if z_test:
            z = []
            for r in xs[: k + 1]:
                z.append(r * s)
        s = s + z[-1] * 0.1
        steps.append((z_before, s_before, z_test))
    out = z[-1] * s + z[0]
    cache = (xs, n, steps, z, s)
    return out, cache


def of_other_lengths_backward(dout, cache):
    """Backward pass of of_other_lengths: dxs and ds, from dout."""
    xs, n, steps, z, s = cache
    # backprop out = z[-1] * s + z[0]
    dz = [0.0] * len(z)
    dz[-1] = s * dout
    ds = z[-1] * dout
    dz[0] += dout
    dxs = [0.0] * len(xs)
    for k in reversed(range(n)):
        z_before, s_before, z_test = steps[k]
        # backprop s = s + z[-1] * 0.1
        dz[-1] += 0.1 * ds
        if z_test:
            for i in reversed(range(len(xs[: k + 1]))):
                r = xs[: k + 1][i]
                # backprop z.append(r * s)
                dz_last = dz.pop()
                dr = s_before * dz_last
                ds += r * dz_last
                dxs[i] += dr
            dz = [0.0] * len(z_before)
    # backprop z = [s]
    ds += dz[0]
    return dxs, ds


def in_both_arms_forward(xs: list[float], s: float, n: int):
    """Forward pass of in_both_arms: z, s and the cache (references, not copies)."""
    z = [s, s * 2]
    steps = []
    for k in range(n):
        steps.append((z, s))
        if xs[k] > 0.6:
            items = []
            for r in xs:
                items.append(r * s)
            z = items
        else:
            items1 = []
            for r1 in z:
                items1.append(r1 + s)
            z = items1
        s = s + z[-1] * 0.1 + z[0]
    cache = (xs, n, steps)
    return z, s, cache


def in_both_arms_backward(dz, ds, cache):
    """Backward pass of in_both_arms: dxs and ds, from dz and ds."""
    xs, n, steps = cache
    dxs = [0.0] * len(xs)
    for k in reversed(range(n)):
        z, s = steps[k]
        # backprop s = s + z[-1] * 0.1 + z[0]
        dz = copy_of(dz)
        dz[-1] += 0.1 * ds
        dz[0] += ds
        if xs[k] > 0.6:
            # backprop z = items
            ditems = dz
            for i in reversed(range(len(xs))):
                r = xs[i]
                # backprop items.append(r * s)
                ditems_last = ditems.pop()
                dr = s * ditems_last
                ds = ds + r * ditems_last
                dxs[i] += dr
            dz = [0.0] * len(z)
        else:
            # backprop z = items1
            ditems1 = dz
            dz = [0.0] * len(z)
            for i1 in reversed(range(len(z))):
                # backprop items1.append(r1 + s)
                ditems1_last = ditems1.pop()
                dr1 = ditems1_last
                ds = ds + ditems1_last
                dz[i1] = dr1
    # backprop z = [s, s * 2]
    ds = ds + dz[0]
    ds += 2 * dz[1]
    return dxs, ds


def filled_until_a_break_forward(xs: list[float], s: float, n: int):
    """Forward pass of filled_until_a_break.

    Gives out and the cache (references, not copies).
    """
    z = [s]
    steps = []
    for k in range(n):
        z_before = copy_of(z)
        steps1 = None
        if xs[k] > 0.6:
            z.clear()
            steps1 = 0
            for r in xs:
                stopped = False
                if r > 1.0:
                    stopped = True
                else:
                    z.append(r * s)
                steps1 += 1
                if stopped:
                    break
        steps.append((z_before, s, steps1))
        s = s + z[0] * 0.1
    out = z[0] * s
    cache = (xs, n, steps, z, s)
    return out, cache


def filled_until_a_break_backward(dout, cache):
    """Backward pass of filled_until_a_break: dxs and ds, from dout."""
    xs, n, steps, z, s = cache
    # backprop out = z[0] * s
    dz = [0.0] * len(z)
    dz[0] = s * dout
    ds = z[0] * dout
    dxs = [0.0] * len(xs)
    for k in reversed(range(n)):
        z_before, s, steps1 = steps[k]
        # backprop s = s + z[0] * 0.1
        dz[0] += 0.1 * ds
        if xs[k] > 0.6:
            for i in reversed(range(steps1)):
                r = xs[i]
                dr = 0.0
                if not r > 1.0:
                    # backprop z.append(r * s)
                    dz_last = dz.pop()
                    dr = s * dz_last
                    ds += r * dz_last
                dxs[i] += dr
            for _ in range(len(z_before)):
                # backprop z.clear()
                dz.append(0.0)
    # backprop z = [s]
    ds += dz[0]
    return dxs, ds


def beside_the_one_before_forward(xs: list[float], s: float, n: int):
    """Forward pass of beside_the_one_before.

    Gives out and the cache (references, not copies).
    """
    z = [s, 1.0]
    steps = []
    for k in range(n):
        z_before = z
        s_before = s
        y = z
        if xs[k] > 0.6:
            z = []
            for r in xs[k:]:
                z.append(r * s)
        z_0_times_y_part = z[0] * y[-1]
        s = s + z_0_times_y_part * 0.1
        steps.append((z_before, s_before, y, z))
    out = z[0] * s
    cache = (xs, n, steps, z, s)
    return out, cache


def beside_the_one_before_backward(dout, cache):
    """Backward pass of beside_the_one_before: dxs and ds, from dout."""
    xs, n, steps, z, s = cache
    # backprop out = z[0] * s
    dz = [0.0] * len(z)
    dz[0] = s * dout
    ds = z[0] * dout
    dxs = [0.0] * len(xs)
    for k in reversed(range(n)):
        z_before, s_before, y, z = steps[k]
        # backprop s = s + z_0_times_y_part * 0.1
        dz_0_times_y_part = 0.1 * ds
        # backprop z_0_times_y_part = z[0] * y[-1]
        dz[0] += y[-1] * dz_0_times_y_part
        dy = [0.0] * len(y)
        dy[-1] = z[0] * dz_0_times_y_part
        if xs[k] > 0.6:
            for i in reversed(range(len(xs[k:]))):
                r = xs[k:][i]
                # backprop z.append(r * s)
                dz_last = dz.pop()
                dr = s_before * dz_last
                ds += r * dz_last
                dxs[range(len(dxs))[k:][i]] += dr
            dz = [0.0] * len(z_before)
        # backprop y = z
        dz = [(item + more) for item, more in zip(dz, dy)]
    # backprop z = [s, 1.0]
    ds += dz[0]
    return dxs, ds


def in_a_while_loop_forward(xs: list[float], s: float, n: int):
    """Forward pass of in_a_while_loop: out and the cache (references, not copies)."""
    z = [s, 1.0]
    i = 0
    steps = []
    while i < n:
        z_before = z
        s_before = s
        i += 1
        z_before1 = None
        if i != 2:
            items = []
            for r in z:
                items.append(r * s)
            z = items
            z_before1 = z
            if i == 4:
                items1 = []
                for r1 in xs[:i]:
                    items1.append(r1 * r1)
                z = items1
            s = s + z[0] * 0.1
        steps.append((z_before, s_before, i, z_before1))
    out = z[0] * s + z[-1]
    cache = (xs, steps, z, s)
    return out, cache


def in_a_while_loop_backward(dout, cache):
    """Backward pass of in_a_while_loop: dxs and ds, from dout."""
    xs, steps, z, s = cache
    # backprop out = z[0] * s + z[-1]
    dz = [0.0] * len(z)
    dz[0] = s * dout
    ds = z[0] * dout
    dz[-1] += dout
    dxs = [0.0] * len(xs)
    for z_before, s_before, i, z_before1 in reversed(steps):
        if i != 2:
            # backprop s = s + z[0] * 0.1
            dz[0] += 0.1 * ds
            if i == 4:
                # backprop z = items1
                ditems1 = dz
                for i2 in reversed(range(len(xs[:i]))):
                    r1 = xs[:i][i2]
                    # backprop items1.append(r1 * r1)
                    dr1 = (2 * r1) * ditems1.pop()
                    dxs[i2] += dr1
                dz = [0.0] * len(z_before1)
            # backprop z = items
            ditems = dz
            dz = [0.0] * len(z_before)
            for i1 in reversed(range(len(z_before))):
                r = z_before[i1]
                # backprop items.append(r * s)
                ditems_last = ditems.pop()
                dr = s_before * ditems_last
                ds += r * ditems_last
                dz[i1] = dr
    # backprop z = [s, 1.0]
    ds += dz[0]
    return dxs, ds


def two_in_nested_loops_forward(xs: list[float], s: float, n: int):
    """Forward pass of two_in_nested_loops.

    Gives out1 and the cache (references, not copies).
    """
    out = 0.0
    steps = []
    for x in xs:
        steps1 = []
        for y in xs:
            p = [x * s, y * s, x * y]
            q = [p[0] * s, p[1] * s, p[2] * s]
            steps1.append(p)
        out = out + p[0] * q[2]
        steps.append((steps1, p, q))
    out1 = out + p[1] + q[0]
    cache = (xs, s, steps)
    return out1, cache


def two_in_nested_loops_backward(dout1, cache):
    """Backward pass of two_in_nested_loops: dxs and ds, from dout1."""
    xs, s, steps = cache
    # backprop out1 = out + p[1] + q[0]
    dout = dout1
    dp_1 = dout1
    dq_0 = dout1
    dp = [0.0, dp_1, 0.0]
    dq = [dq_0, 0.0, 0.0]
    ds = 0.0
    dxs = [0.0] * len(xs)
    for i in reversed(range(len(xs))):
        steps1, p, q = steps[i]
        x = xs[i]
        # backprop out = out + p[0] * q[2]
        dp_0 = q[2] * dout
        dq_2 = p[0] * dout
        dp_0 += dp[0]
        dp_p_1 = dp[1]
        dp_2 = dp[2]
        dp = [dp_0, dp_p_1, dp_2]
        dq_q_0 = dq[0]
        dq_1 = dq[1]
        dq_2 += dq[2]
        dq = [dq_q_0, dq_1, dq_2]
        dx = 0.0
        for i1 in reversed(range(len(xs))):
            p = steps1[i1]
            y = xs[i1]
            # backprop q = [p[0] * s, p[1] * s, p[2] * s]
            dp_p_0 = s * dq[0]
            ds += p[0] * dq[0]
            dp_p_11 = s * dq[1]
            ds += p[1] * dq[1]
            dp_p_2 = s * dq[2]
            ds += p[2] * dq[2]
            # backprop p = [x * s, y * s, x * y]
            dx += s * dp_p_0
            ds += x * dp_p_0
            dy = s * dp_p_11
            ds += y * dp_p_11
            dx += y * dp_p_2
            dy += x * dp_p_2
            dx += s * dp[0]
            ds += x * dp[0]
            dy += s * dp[1]
            ds += y * dp[1]
            dx += y * dp[2]
            dy += x * dp[2]
            dxs[i1] += dy
            dp = [0.0, 0.0, 0.0]
            dq = [0.0, 0.0, 0.0]
        dxs[i] += dx
    return dxs, ds


def grown_behind_a_continue_forward(xs: list[float], s: float, n: int):
    """Forward pass of grown_behind_a_continue.

    Gives out and the cache (references, not copies).
    """
    p = None
    steps = []
    for x in xs:
        p_before = None
        y_test = not x > 10
        if y_test:
            p_before = []
            for y in xs:
                p_before.append(p)
                stopped = False
                if y > 0.6:
                    stopped = True
                else:
                    p = []
                    for v in xs:
                        p.append(x * s + v)
                    p.append(y)
                if stopped:
                    break
        steps.append((y_test, p_before))
    p_1_times_p_part = p[1] * p[-1]
    out = p_1_times_p_part * s
    cache = (xs, s, steps, p, p_1_times_p_part)
    return out, cache


def grown_behind_a_continue_backward(dout, cache):
    """Backward pass of grown_behind_a_continue: dxs and ds, from dout."""
    xs, s, steps, p, p_1_times_p_part = cache
    # backprop out = p_1_times_p_part * s
    dp_1_times_p_part = s * dout
    ds = p_1_times_p_part * dout
    # backprop p_1_times_p_part = p[1] * p[-1]
    dp = [0.0] * len(p or ())
    dp[1] = p[-1] * dp_1_times_p_part
    dp[-1] += p[1] * dp_1_times_p_part
    dxs = [0.0] * len(xs)
    for i in reversed(range(len(xs))):
        y_test, p_before = steps[i]
        x = xs[i]
        dx = 0.0
        if y_test:
            for i1 in reversed(range(len(p_before))):
                p = p_before[i1]
                y = xs[i1]
                dy = 0.0
                if not y > 0.6:
                    # backprop p.append(y)
                    dy = dp.pop()
                    for i2 in reversed(range(len(xs))):
                        # backprop p.append(x * s + v)
                        dp_last = dp.pop()
                        dx += s * dp_last
                        ds += x * dp_last
                        dv = dp_last
                        dxs[i2] += dv
                    dp = [0.0] * len(p or ())
                dxs[i1] += dy
        dxs[i] += dx
    return dxs, ds


def of_an_argument_forward(xs: list[float], s: float, n: int):
    """Forward pass of of_an_argument: out and the cache (references, not copies)."""
    z = xs
    steps = []
    for k in range(n):
        steps.append((z, s))
        if xs[k] > 0.6:
            items = []
            for r in z:
                items.append(r * s)
            z = items
        s = s + z[0] * 0.1
    out = z[0] * s
    cache = (xs, n, steps, z, s)
    return out, cache


def of_an_argument_backward(dout, cache):
    """Backward pass of of_an_argument: dxs and ds, from dout."""
    xs, n, steps, z, s = cache
    # backprop out = z[0] * s
    dz = [0.0] * len(z)
    dz[0] = s * dout
    ds = z[0] * dout
    for k in reversed(range(n)):
        z, s = steps[k]
        # backprop s = s + z[0] * 0.1
        dz[0] += 0.1 * ds
        if xs[k] > 0.6:
            # backprop z = items
            ditems = dz
            dz = [0.0] * len(z)
            for i in reversed(range(len(z))):
                r = z[i]
                # backprop items.append(r * s)
                ditems_last = ditems.pop()
                dr = s * ditems_last
                ds += r * ditems_last
                dz[i] = dr
    # backprop z = xs
    dxs = dz
    return dxs, ds


def kept_again_forward(xs: list[float], s: float, n: int):
    """Forward pass of kept_again: out and the cache (references, not copies)."""
    zs = []
    z = None
    steps = []
    for k in range(n):
        z_before = copy_of(z)
        steps.append((z_before, s))
        if k != 1:
            z = []
            for r in xs[k:]:
                z.append(r * s)
        zs.append(z)
        s = s + z[0] * 0.1
    out = zs[0][0] * s + zs[1][1]
    cache = (xs, n, steps, z, zs, s)
    return out, cache


def kept_again_backward(dout, cache):
    """Backward pass of kept_again: dxs and ds, from dout."""
    xs, n, steps, z, zs, s = cache
    # backprop out = zs[0][0] * s + zs[1][1]
    dzs = [([0.0] * len(row)) for row in zs]
    dzs[0][0] += s * dout
    ds = zs[0][0] * dout
    dzs[1][1] += dout
    dz = [0.0] * len(z or ())
    dxs = [0.0] * len(xs)
    for k in reversed(range(n)):
        z_before, s = steps[k]
        # backprop s = s + z[0] * 0.1
        dz[0] += 0.1 * ds
        # backprop zs.append(z)
        dzs_last = list(dzs.pop())
        dz = [(item + more) for item, more in zip(dz, dzs_last)]
        if k != 1:
            for i in reversed(range(len(xs[k:]))):
                r = xs[k:][i]
                # backprop z.append(r * s)
                dz_last = dz.pop()
                dr = s * dz_last
                ds += r * dz_last
                dxs[range(len(dxs))[k:][i]] += dr
            dz = [0.0] * len(z_before or ())
    return dxs, ds


def the_best_one_forward(xs: list[float], s: float, n: int):
    """Forward pass of the_best_one: out, low and the cache (references, not copies)."""
    best = xs
    low = 100.0
    steps = []
    for k in range(n):
        cand = []
        for v in xs:
            cand.append(v * s)
        cost = sum(cand)
        steps.append((best, low, s, cand, cost))
        if cost < low:
            best = cand
            low = cost
        s = s * 0.9
    out = best[0] * s + best[-1]
    cache = (xs, steps, best, s)
    return out, low, cache


def the_best_one_backward(dout, dlow, cache):
    """Backward pass of the_best_one: dxs and ds, from dout and dlow."""
    xs, steps, best, s = cache
    # backprop out = best[0] * s + best[-1]
    dbest = [0.0] * len(best)
    dbest[0] = s * dout
    ds = best[0] * dout
    dbest[-1] += dout
    dxs = [0.0] * len(xs)
    for best, low, s, cand, cost in reversed(steps):
        # backprop s = s * 0.9
        ds = 0.9 * ds
        dcand = [0.0] * len(cand)
        dcost = 0.0
        if cost < low:
            # backprop low = cost
            dcost = dlow
            # backprop best = cand
            dcand = dbest
            dbest = [0.0] * len(best)
            dlow = 0.0
        # backprop cost = sum(cand)
        dcand = [(item + dcost) for item in dcand]
        for i in reversed(range(len(xs))):
            v = xs[i]
            # backprop cand.append(v * s)
            dcand_last = dcand.pop()
            dv = s * dcand_last
            ds += v * dcand_last
            dxs[i] += dv
    # backprop best = xs
    dxs = [(item1 + more) for item1, more in zip(dxs, dbest)]
    return dxs, ds
