# arguments plain: x=[0.3, 0.7, 1.9, 2.0], k=0.8
# arguments and_more: x=[0.3, 0.7, 1.9, 2.0], k=0.8
# arguments continued_and_left: x=[0.3, 0.7, 1.9, 2.0], k=0.8
# arguments by_its_error: x=(4,), tol=0.1
# arguments left_by_a_return: x=[0.3, 0.7, 1.9, 2.0], k=0.8
# arguments continued_from_an_inner_loop: x=[0.3, 0.7, 1.9, 2.0], k=0.8
# arguments two_names_in_nested_loops: x=[0.3, 0.7, 1.9, 2.0], k=0.8
# first order only plain: a list, at an index that may be an array
# first order only and_more: a list, at an index that may be an array
# first order only continued_and_left: a list, at an index that may be an array
# first order only left_by_a_return: a list, at an index that may be an array
# first order only continued_from_an_inner_loop: a list, at an index that may be an array
# first order only two_names_in_nested_loops: a list, at an index that may be an array
# arguments continued_in_both_arms: x=[0.3, 0.7, 1.9, 2.0], k=0.8
# first order only continued_in_both_arms: a list, at an index that may be an array
import numpy as np


def plain(x: list[float], k: float):
    s = 0.0
    p = 0
    while (v := x[p] * k) < 1.0:
        s += v * v
        p += 1
    return s * v


def and_more(x: list[float], k: float):
    p = 0
    while (v := x[p] * k) < 1.0 and p < 2:
        p += 1
    return k * v


def continued_and_left(x: list[float], k: float):
    p = 0
    while (v := x[p] * k) < 1.0 and p < 2:
        p += 1
        if v > 0.5:
            k = k * v
            continue
        k = k * 1.1
        if k > 3:
            break
    else:
        k = k * v
    return k * v


def by_its_error(x: "N", tol: float):
    y = x.copy()
    while (err := np.sum((y * y - x) ** 2)) > 1e-3:
        y = 0.5 * (y + x / y)
    return np.sum(y) + err


def left_by_a_return(x: list[float], k: float):
    s = 0.0
    for j in range(2):
        p = 0
        while (v := x[p] * k) < 1.2:
            p += 1
            s = s + v * v
            if s > 40:
                return s
        s = s * v
    return s


def continued_from_an_inner_loop(x: list[float], k: float):
    p = 0
    while (v := x[p] * k) < 1.3 and p < 3:
        p += 1
        for u in x:
            if u > 0.5:
                continue
            k = k + u * v
            if u > 0.6:
                break
        else:
            k = k * 0.5
            continue
        k = k * v
    return k * v


def two_names_in_nested_loops(x: list[float], k: float):
    p = 0
    while (v := x[p] * k) * (w := v + x[0]) < 1.3 and p < 3:
        p += 1
        while (u := k * v) > 0.3:
            k *= 0.8
            if u < 0.5:
                continue
            k = k * w
    return k * v * w


def continued_in_both_arms(x: list[float], k: float):
    p = 0
    while (v := x[p] * k) < 5.0 and p < 2:
        p += 1
        if v > 0.5:
            k = k * v
            continue
        else:
            k = k + v
            continue
    return k * v


# output
"""Forward and backward passes of names_bound_in_the_test_of_a_loop.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def plain_forward(x: list[float], k: float):
    """Forward pass of plain: out and the cache (references, not copies)."""
    s = 0.0
    p = 0
    p_before = p
    v = x[p] * k
    steps = []
    while v < 1.0:
        s += v * v
        p += 1
        steps.append((v, p))
        v = x[p] * k
    out = s * v
    cache = (x, k, p_before, steps, s, v)
    return out, cache


def plain_backward(dout, cache):
    """Backward pass of plain: dx and dk, from dout."""
    x, k, p_before, steps, s, v = cache
    # backprop out = s * v
    ds = v * dout
    dv = s * dout
    dx = [0.0] * len(x)
    dk = 0.0
    for v, p in reversed(steps):
        # backprop v = x[p] * k
        dx[p] += k * dv
        dk += x[p] * dv
        # backprop s += v * v
        dv = (2 * v) * ds
    # backprop v = x[p] * k
    dx[p_before] += k * dv
    dk += x[p_before] * dv
    return dx, dk


def and_more_forward(x: list[float], k: float):
    """Forward pass of and_more: out and the cache (references, not copies)."""
    p = 0
    p_before = p
    v = x[p] * k
    steps = []
    while v < 1.0 and p < 2:
        p += 1
        v = x[p] * k
        steps.append(p)
    out = k * v
    cache = (x, k, p_before, steps, v)
    return out, cache


def and_more_backward(dout, cache):
    """Backward pass of and_more: dx and dk, from dout."""
    x, k, p_before, steps, v = cache
    # backprop out = k * v
    dk = v * dout
    dv = k * dout
    dx = [0.0] * len(x)
    for p in reversed(steps):
        # backprop v = x[p] * k
        dx[p] += k * dv
        dk += x[p] * dv
        dv = 0.0
    # backprop v = x[p] * k
    dx[p_before] += k * dv
    dk += x[p_before] * dv
    return dx, dk


def continued_and_left_forward(x: list[float], k: float):
    """Forward pass of continued_and_left.

    Gives out and the cache (references, not copies).
    """
    p = 0
    p_before = p
    v = x[p] * k
    stopped = False
    k_before1 = k
    steps = []
    while v < 1.0 and p < 2:
        k_before = k
        v_before = v
        stopped = False
        p += 1
        if v > 0.5:
            k = k * v
            v = x[p] * k
        else:
            k = k * 1.1
            if k > 3:
                stopped = True
            else:
                v = x[p] * k
        steps.append((k_before, v_before, p, k))
        if stopped:
            break
    k_before2 = k
    if not stopped:
        k = k * v
    out = k * v
    cache = (x, k_before1, p_before, steps, stopped, k_before2, v, k)
    return out, cache


def continued_and_left_backward(dout, cache):
    """Backward pass of continued_and_left: dx and dk, from dout."""
    x, k_before1, p_before, steps, stopped, k_before2, v, k = cache
    # backprop out = k * v
    dk = v * dout
    dv = k * dout
    if not stopped:
        # backprop k = k * v
        dv += k_before2 * dk
        dk = v * dk
    dx = [0.0] * len(x)
    for k_before, v_before, p, k in reversed(steps):
        if v_before > 0.5:
            # backprop v = x[p] * k
            dx[p] += k * dv
            dk += x[p] * dv
            # backprop k = k * v
            dv = k_before * dk
            dk = v_before * dk
        else:
            if not k > 3:
                # backprop v = x[p] * k
                dx[p] += k * dv
                dk += x[p] * dv
                dv = 0.0
            # backprop k = k * 1.1
            dk = 1.1 * dk
    # backprop v = x[p] * k
    dx[p_before] += k_before1 * dv
    dk += x[p_before] * dv
    return dx, dk


def by_its_error_forward(x: "N", tol: float):
    """Forward pass of by_its_error: out and the cache (references, not copies)."""
    y = x.copy()
    y_before1 = y
    err_diff = y * y - x
    err = np.sum(err_diff**2)
    steps = []
    while err > 1e-3:
        y_before = y
        y_sum = y + x / y
        y = 0.5 * y_sum
        err_diff1 = y * y - x
        err = np.sum(err_diff1**2)
        steps.append((y_before, y, err_diff1))
    out = np.sum(y) + err
    cache = (x, y_before1, err_diff, steps, y)
    return out, cache


def by_its_error_backward(dout, cache):
    """Backward pass of by_its_error: dx (N,) and dtol, from dout."""
    x, y_before1, err_diff, steps, y = cache
    # backprop out = np.sum(y) + err
    dy = np.ones_like(y) * dout
    derr = dout
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for y_before, y, err_diff1 in reversed(steps):
        # backprop err = np.sum(err_diff1**2)
        derr_diff1 = (2 * err_diff1) * derr
        # backprop err_diff1 = y * y - x
        dy += (2 * y) * derr_diff1
        dx -= derr_diff1
        # backprop y = 0.5 * y_sum
        dy_sum = 0.5 * dy
        # backprop y_sum = y + x / y
        dx += dy_sum / y_before
        dy = dy_sum + (-x / y_before**2) * dy_sum
        derr = 0.0
    # backprop err = np.sum(err_diff**2)
    derr_diff = (2 * err_diff) * derr
    # backprop err_diff = y * y - x
    dy += (2 * y_before1) * derr_diff
    dx -= derr_diff
    # backprop y = x.copy()
    dx += dy
    dtol = 0.0
    return dx, dtol


def left_by_a_return_forward(x: list[float], k: float):
    """Forward pass of left_by_a_return: out and the cache (references, not copies)."""
    s = 0.0
    returned = False
    steps = []
    for j in range(2):
        stopped = False
        p = 0
        p_before = p
        v = x[p] * k
        steps1 = []
        while v < 1.2:
            stopped1 = False
            p += 1
            s = s + v * v
            steps1.append((v, p, s))
            if s > 40:
                found = s
                returned = True
                stopped1 = True
            else:
                v = x[p] * k
            if stopped1:
                break
        s_before = s
        if returned:
            stopped = True
        else:
            s = s * v
        steps.append((p_before, steps1, s_before, returned, v))
        if stopped:
            break
    if returned:
        out = found
    else:
        out = s
    cache = (x, k, steps, returned)
    return out, cache


def left_by_a_return_backward(dout, cache):
    """Backward pass of left_by_a_return: dx and dk, from dout."""
    x, k, steps, returned = cache
    if returned:
        # backprop out = found
        dfound = dout
        ds = 0.0
    else:
        # backprop out = s
        ds = dout
        dfound = 0.0
    dx = [0.0] * len(x)
    dk = 0.0
    for p_before, steps1, s_before, returned, v in reversed(steps):
        dv = 0.0
        if not returned:
            # backprop s = s * v
            dv = s_before * ds
            ds = v * ds
        for v, p, s in reversed(steps1):
            if s > 40:
                # backprop found = s
                ds = ds + dfound
                dfound = 0.0
            else:
                # backprop v = x[p] * k
                dx[p] += k * dv
                dk += x[p] * dv
                dv = 0.0
            # backprop s = s + v * v
            dv += (2 * v) * ds
        # backprop v = x[p] * k
        dx[p_before] += k * dv
        dk += x[p_before] * dv
    return dx, dk


def continued_from_an_inner_loop_forward(x: list[float], k: float):
    """Forward pass of continued_from_an_inner_loop.

    Gives out and the cache (references, not copies).
    """
    p = 0
    p_before = p
    v = x[p] * k
    k_before1 = k
    steps = []
    while v < 1.3 and p < 3:
        v_before = v
        p += 1
        stopped = False
        steps1 = []
        for u in x:
            stopped = False
            k_test = not u > 0.5
            if k_test:
                k = k + u * v
                if u > 0.6:
                    stopped = True
            steps1.append(k_test)
            if stopped:
                break
        k_before = k
        if not stopped:
            k = k * 0.5
            v = x[p] * k
        else:
            k = k * v
            v = x[p] * k
        steps.append((v_before, p, steps1, stopped, k_before, k))
    out = k * v
    cache = (x, k_before1, p_before, steps, k, v)
    return out, cache


def continued_from_an_inner_loop_backward(dout, cache):
    """Backward pass of continued_from_an_inner_loop: dx and dk, from dout."""
    x, k_before1, p_before, steps, k, v = cache
    # backprop out = k * v
    dk = v * dout
    dv = k * dout
    dx = [0.0] * len(x)
    for v_before, p, steps1, stopped, k_before, k in reversed(steps):
        if not stopped:
            # backprop v = x[p] * k
            dx[p] += k * dv
            dk += x[p] * dv
            # backprop k = k * 0.5
            dk = 0.5 * dk
            dv = 0.0
        else:
            # backprop v = x[p] * k
            dx[p] += k * dv
            dk += x[p] * dv
            # backprop k = k * v
            dv = k_before * dk
            dk = v_before * dk
        for i in reversed(range(len(steps1))):
            k_test = steps1[i]
            u = x[i]
            du = 0.0
            if k_test:
                # backprop k = k + u * v
                du = v_before * dk
                dv += u * dk
            dx[i] += du
    # backprop v = x[p] * k
    dx[p_before] += k_before1 * dv
    dk += x[p_before] * dv
    return dx, dk


def two_names_in_nested_loops_forward(x: list[float], k: float):
    """Forward pass of two_names_in_nested_loops.

    Gives out and the cache (references, not copies).
    """
    p = 0
    p_before = p
    v = x[p] * k
    w = v + x[0]
    k_before2 = k
    steps = []
    while v * w < 1.3 and p < 3:
        k_before1 = k
        v_before = v
        w_before = w
        p += 1
        u = k * v
        steps1 = []
        while u > 0.3:
            u_before = u
            k *= 0.8
            k_before = k
            if u < 0.5:
                u = k * v
            else:
                k = k * w
                u = k * v
            steps1.append((u_before, k_before, k))
        v = x[p] * k
        w = v + x[0]
        steps.append((k_before1, v_before, w_before, p, steps1, k))
    k_times_v = k * v
    out = k_times_v * w
    cache = (x, k_before2, p_before, steps, k, v, w, k_times_v)
    return out, cache


def two_names_in_nested_loops_backward(dout, cache):
    """Backward pass of two_names_in_nested_loops: dx and dk, from dout."""
    x, k_before2, p_before, steps, k, v, w, k_times_v = cache
    # backprop out = k_times_v * w
    dk_times_v = w * dout
    dw = k_times_v * dout
    # backprop k_times_v = k * v
    dk = v * dk_times_v
    dv = k * dk_times_v
    dx = [0.0] * len(x)
    for k_before1, v_before, w_before, p, steps1, k in reversed(steps):
        # backprop w = v + x[0]
        dv += dw
        dx[0] += dw
        # backprop v = x[p] * k
        dx[p] += k * dv
        dk += x[p] * dv
        du = 0.0
        dv = 0.0
        dw = 0.0
        for u_before, k_before, k in reversed(steps1):
            if u_before < 0.5:
                # backprop u = k * v
                dk += v_before * du
                dv += k_before * du
            else:
                # backprop u = k * v
                dk += v_before * du
                dv += k * du
                # backprop k = k * w
                dw += k_before * dk
                dk = w_before * dk
            # backprop k *= 0.8
            dk = 0.8 * dk
            du = 0.0
        # backprop u = k * v
        dk += v_before * du
        dv += k_before1 * du
    # backprop w = v + x[0]
    dv += dw
    dx[0] += dw
    # backprop v = x[p] * k
    dx[p_before] += k_before2 * dv
    dk += x[p_before] * dv
    return dx, dk


def continued_in_both_arms_forward(x: list[float], k: float):
    """Forward pass of continued_in_both_arms.

    Gives out and the cache (references, not copies).
    """
    p = 0
    p_before = p
    v = x[p] * k
    k_before1 = k
    steps = []
    while v < 5.0 and p < 2:
        k_before = k
        v_before = v
        p += 1
        if v > 0.5:
            k = k * v
            v = x[p] * k
        else:
            k = k + v
            v = x[p] * k
        steps.append((k_before, v_before, p, k))
    out = k * v
    cache = (x, k_before1, p_before, steps, k, v)
    return out, cache


def continued_in_both_arms_backward(dout, cache):
    """Backward pass of continued_in_both_arms: dx and dk, from dout."""
    x, k_before1, p_before, steps, k, v = cache
    # backprop out = k * v
    dk = v * dout
    dv = k * dout
    dx = [0.0] * len(x)
    for k_before, v_before, p, k in reversed(steps):
        if v_before > 0.5:
            # backprop v = x[p] * k
            dx[p] += k * dv
            dk += x[p] * dv
            # backprop k = k * v
            dv = k_before * dk
            dk = v_before * dk
        else:
            # backprop v = x[p] * k
            dx[p] += k * dv
            dk += x[p] * dv
            # backprop k = k + v
            dv = dk
    # backprop v = x[p] * k
    dx[p_before] += k_before1 * dv
    dk += x[p_before] * dv
    return dx, dk
