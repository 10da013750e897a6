# names matter: the counter of a loop is called beside those of the user
# arguments centroid: points=[(0.2, 1.0), (1.3, 0.4), (2.0, 2.2)]
# arguments perimeter: points=[(0.2, 1.0), (1.3, 0.4), (2.0, 2.2)]
# arguments in_another_order: points=[(0.2, 1.0), (1.3, 0.4), (2.0, 2.2)], a=1.5
# arguments first_behind: points=[(0.2, 1.0), (1.3, 0.4), (2.0, 2.2)], n=2
# arguments furthest: points=[(0.2, 1.0), (1.3, 0.4), (2.0, 2.2)]
# arguments path: points=[(0.2, 1.0), (1.3, 0.4), (2.0, 2.2)]
# arguments turned: points=[(0.2, 1.0), (1.3, 0.4), (2.0, 2.2)], turn=True
# arguments left_out: points=[(0.2, 1.0), (1.3, 0.4), (2.0, 2.2)]
# arguments in_turns: points=[(0.2, 1.0), (1.3, 0.4), (2.0, 2.2)], k=0.5, n=2
# arguments by_key: points=[(0.2, 1.0), (1.3, 0.4), (2.0, 2.2)]
# first order only perimeter: gradients on items that may be lists are added
# first order only in_another_order: gradients on items that may be lists are added
# first order only first_behind: gradients on items that may be lists are added
# first order only furthest: gradients on items that may be lists are added
# first order only path: gradients on items that may be lists are added
# first order only turned: gradients on items that may be lists are added
# first order only left_out: gradients on items that may be lists are added
# first order only in_turns: gradients on items that may be lists are added
# first order only by_key: gradients on items that may be lists are added
import numpy as np


def centroid(points: list):
    xs = [p[0] for p in points]
    ys = [p[1] for p in points]
    return sum(xs) / len(xs), sum(ys) / len(ys)


def perimeter(points: list):
    total = 0.0
    for (x0, y0), (x1, y1) in zip(points, points[1:] + points[:1]):
        total += np.hypot(x1 - x0, y1 - y0)
    return total


def in_another_order(points: list, a: float):
    turned = []
    for i in (2, 0, 1):
        turned.append(points[i])
    x, y = points[0]
    return turned[0][1] * a + turned[-1][0] * x * y


def first_behind(points: list, n: int):
    return points[n - 1]


def furthest(points: list):
    best = points[0]
    for p in points:
        if p[0] > best[0]:
            best = p
    return best[0] * best[1]


def path(points: list):
    total = 0.0
    before = points[0]
    for p in points[1:]:
        total += (p[0] - before[0]) ** 2 + (p[1] - before[1]) ** 2
        before = p
    return total


def turned(points: list, turn: bool):
    a, b = points[0], points[1]
    if turn:
        a, b = b, a
    return a[0] * b[1]


def left_out(points: list):
    total = 0.0
    for p in points:
        if p[0] > 1.5:
            continue
        q = p
        total += q[0] * p[1]
    return total


def in_turns(points: list, k: float, n: int):
    for _ in range(n):
        for x, y in points:
            k = np.sin(k) * x * y
    for p in points:
        k = np.sin(k) + p[0]
    return k * points[1][0]


def by_key(points: list):
    held = {}
    for i in range(3):
        held[i] = points[i]
    return held[0][0] * held[2][1] * points[0][0]


# output
"""Forward and backward passes of items_that_are_lists_or_tuples.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def added(g, more):
    """The sum of two gradients; of nests that of what they hold."""
    if isinstance(g, dict):
        both = {key: added(g[key], more[key]) for key in g if key in more}
        return {**g, **more, **both}
    if isinstance(g, (list, tuple)):
        return [added(item, other) for item, other in zip(g, more, strict=True)]
    return g + more


def copy_of(x):
    """A copy of a number, an array, or a nest of them."""
    if isinstance(x, dict):
        return {key: copy_of(item) for key, item in x.items()}
    if isinstance(x, (list, tuple)):
        items = [copy_of(item) for item in x]
        return items if isinstance(x, list) else tuple(items)
    return x.copy() if isinstance(x, np.ndarray) else x


def in_form_of(x, items):
    """The items as what x is: an array, a list, a tuple, or None."""
    if isinstance(x, np.ndarray):
        return np.array(items)
    return items if x is None or isinstance(x, list) else tuple(items)


def unbroadcast(g, x):
    """Gives g the shape of x: summed where x was broadcast, spread if g is smaller.

    Returns g itself if it has that shape already, else a value with memory of its own.
    """
    shape = np.shape(x)
    if np.shape(g) == shape:
        return g
    extra = np.ndim(g) - len(shape)
    if extra > 0:
        g = np.sum(g, axis=tuple(range(extra)))
    ones = tuple(i for i in range(-np.ndim(g), 0) if shape[i] == 1)
    if ones:
        g = np.sum(g, axis=ones, keepdims=True)
    return g if np.shape(g) == shape else np.array(np.broadcast_to(g, shape))


def zeros_of(x):
    """Floating zeros for a number, an array, or a nest of them; for a tuple a list."""
    if isinstance(x, dict):
        return {key: zeros_of(item) for key, item in x.items()}
    if isinstance(x, (list, tuple)):
        return [zeros_of(item) for item in x]
    if not isinstance(x, np.ndarray):
        return 0.0
    return np.zeros_like(x, dtype=np.result_type(x, 1.0))


def centroid_forward(points: list):
    """Forward pass of centroid: out, out1 and the cache (references, not copies)."""
    xs = []
    for p in points:
        xs.append(p[0])
    ys = []
    for p1 in points:
        ys.append(p1[1])
    out = sum(xs) / len(xs)
    out1 = sum(ys) / len(ys)
    cache = (points, xs, ys)
    return out, out1, cache


def centroid_backward(dout, dout1, cache):
    """Backward pass of centroid: dpoints, from dout and dout1."""
    points, xs, ys = cache
    # backprop out1 = sum(ys) / len(ys)
    dys = [unbroadcast(1 * (dout1 / len(ys)), item) for item in ys]
    # backprop out = sum(xs) / len(xs)
    dxs = [unbroadcast(1 * (dout / len(xs)), item1) for item1 in xs]
    dpoints = [None] * len(points)
    for i1 in reversed(range(len(points))):
        p1 = points[i1]
        # backprop ys.append(p1[1])
        dp1 = zeros_of(p1)
        dp1[1] += dys.pop()
        dpoints[i1] = dp1
    for i in reversed(range(len(points))):
        p = points[i]
        # backprop xs.append(p[0])
        dp = zeros_of(p)
        dp[0] += dxs.pop()
        dpoints[i] = added(dpoints[i], dp)
    return dpoints


def perimeter_forward(points: list):
    """Forward pass of perimeter: total and the cache (references, not copies)."""
    total = 0.0
    steps = []
    y1_sum = points[1:] + points[:1]
    for (x0, y0), (x1, y1) in zip(points, y1_sum):
        total_before = total
        x1_minus_x0 = x1 - x0
        y1_minus_y0 = y1 - y0
        hypot_x1_minus_x0 = np.hypot(x1_minus_x0, y1_minus_y0)
        total = total + hypot_x1_minus_x0
        steps.append((total_before, x1_minus_x0, y1_minus_y0, hypot_x1_minus_x0))
    cache = (points, steps, y1_sum)
    return total, cache


def perimeter_backward(dtotal, cache):
    """Backward pass of perimeter: dpoints, from dtotal."""
    points, steps, y1_sum = cache
    dy1_sum = zeros_of(y1_sum)
    dpoints = zeros_of(points)
    for i in reversed(range(min(len(points), len(y1_sum)))):
        total_before, x1_minus_x0, y1_minus_y0, hypot_x1_minus_x0 = steps[i]
        x0, y0 = points[i]
        x1, y1 = y1_sum[i]
        # backprop total = total + hypot_x1_minus_x0
        dhypot_x1_minus_x0 = unbroadcast(dtotal, hypot_x1_minus_x0)
        dtotal = unbroadcast(dtotal, total_before)
        # backprop hypot_x1_minus_x0 = np.hypot(x1_minus_x0, y1_minus_y0)
        dx1_minus_x0 = unbroadcast(
            (x1_minus_x0 / hypot_x1_minus_x0) * dhypot_x1_minus_x0, x1_minus_x0
        )
        dy1_minus_y0 = unbroadcast(
            (y1_minus_y0 / hypot_x1_minus_x0) * dhypot_x1_minus_x0, y1_minus_y0
        )
        # backprop y1_minus_y0 = y1 - y0
        dy1 = unbroadcast(dy1_minus_y0, y1)
        dy0 = unbroadcast(-dy1_minus_y0, y0)
        # backprop x1_minus_x0 = x1 - x0
        dx1 = unbroadcast(dx1_minus_x0, x1)
        dx0 = unbroadcast(-dx1_minus_x0, x0)
        dy1_sum[i][1] += dy1
        dy1_sum[i][0] += dx1
        dpoints[i] = in_form_of(points[i], [dx0, dy0])
    # backprop y1_sum = points[1:] + points[:1]
    dpoints[1:] = added(dpoints[1:], dy1_sum[: len(points[1:])])
    dpoints[:1] = added(dpoints[:1], dy1_sum[len(points[1:]) :])
    return dpoints


def in_another_order_forward(points: list, a: float):
    """Forward pass of in_another_order: out and the cache (references, not copies)."""
    turned = []
    for i in (2, 0, 1):
        turned.append(points[i])
    x, y = points[0]
    turned_part_0_times_x = turned[-1][0] * x
    out = turned[0][1] * a + turned_part_0_times_x * y
    cache = (points, a, turned, x, y, turned_part_0_times_x)
    return out, cache


def in_another_order_backward(dout, cache):
    """Backward pass of in_another_order: dpoints and da, from dout."""
    points, a, turned, x, y, turned_part_0_times_x = cache
    # backprop out = turned[0][1] * a + turned_part_0_times_x * y
    dturned = zeros_of(turned)
    dturned[0][1] += unbroadcast(a * dout, turned[0][1])
    da = np.sum(turned[0][1] * dout)
    dturned_part_0_times_x = unbroadcast(y * dout, turned_part_0_times_x)
    dy = unbroadcast(turned_part_0_times_x * dout, y)
    # backprop turned_part_0_times_x = turned[-1][0] * x
    dturned[-1][0] += unbroadcast(x * dturned_part_0_times_x, turned[-1][0])
    dx = unbroadcast(turned[-1][0] * dturned_part_0_times_x, x)
    # backprop x, y = points[0]
    dpoints = zeros_of(points)
    dpoints[0][1] += dy
    dpoints[0][0] += dx
    for i in reversed((2, 0, 1)):
        # backprop turned.append(points[i])
        dpoints[i] = added(dpoints[i], dturned.pop())
    return dpoints, da


def first_behind_forward(points: list, n: int):
    """Forward pass of first_behind: out and the cache (references, not copies)."""
    out = points[n - 1]
    cache = (points, n)
    return out, cache


def first_behind_backward(dout, cache):
    """Backward pass of first_behind: dpoints, from dout."""
    points, n = cache
    # backprop out = points[n - 1]
    dpoints = zeros_of(points)
    dpoints[n - 1] = added(dpoints[n - 1], dout)
    return dpoints


def furthest_forward(points: list):
    """Forward pass of furthest: out and the cache (references, not copies)."""
    best = points[0]
    steps = []
    for p in points:
        best_before = best
        p_0_gt_best_0 = p[0] > best[0]
        if p_0_gt_best_0:
            best = p
        steps.append((best_before, p_0_gt_best_0))
    out = best[0] * best[1]
    cache = (points, steps, best)
    return out, cache


def furthest_backward(dout, cache):
    """Backward pass of furthest: dpoints, from dout."""
    points, steps, best = cache
    # backprop out = best[0] * best[1]
    dbest = zeros_of(best)
    dbest[0] = unbroadcast(best[1] * dout, best[0])
    dbest[1] += unbroadcast(best[0] * dout, best[1])
    dpoints = [None] * len(points)
    for i in reversed(range(len(points))):
        best_before, p_0_gt_best_0 = steps[i]
        p = points[i]
        dp = zeros_of(p)
        if p_0_gt_best_0:
            # backprop best = p
            dp = dbest
            dbest = zeros_of(best_before)
        dpoints[i] = copy_of(dp)
    # backprop best = points[0]
    dpoints[0] = added(dpoints[0], dbest)
    return dpoints


def path_forward(points: list):
    """Forward pass of path: total and the cache (references, not copies)."""
    total = 0.0
    before = points[0]
    steps = []
    for p in points[1:]:
        total_before = total
        before_before = before
        p_0_minus_before_0 = p[0] - before[0]
        p_1_minus_before_1 = p[1] - before[1]
        total = total + (p_0_minus_before_0**2 + p_1_minus_before_1**2)
        before = p
        steps.append(
            (total_before, before_before, p_0_minus_before_0, p_1_minus_before_1)
        )
    cache = (points, steps, before)
    return total, cache


def path_backward(dtotal, cache):
    """Backward pass of path: dpoints, from dtotal."""
    points, steps, before = cache
    dbefore = zeros_of(before)
    dpoints = zeros_of(points)
    for i in reversed(range(len(points[1:]))):
        total_before, before_before, p_0_minus_before_0, p_1_minus_before_1 = steps[i]
        p = points[1:][i]
        # backprop before = p
        dp = dbefore
        # backprop total = total + (p_0_minus_before_0**2 + p_1_minus_before_1**2)
        dp_0_minus_before_0 = unbroadcast(
            (2 * p_0_minus_before_0) * dtotal, p_0_minus_before_0
        )
        dp_1_minus_before_1 = unbroadcast(
            (2 * p_1_minus_before_1) * dtotal, p_1_minus_before_1
        )
        dtotal = unbroadcast(dtotal, total_before)
        # backprop p_1_minus_before_1 = p[1] - before[1]
        dp[1] += unbroadcast(dp_1_minus_before_1, p[1])
        dbefore = zeros_of(before_before)
        dbefore[1] += unbroadcast(-dp_1_minus_before_1, before_before[1])
        # backprop p_0_minus_before_0 = p[0] - before[0]
        dp[0] += unbroadcast(dp_0_minus_before_0, p[0])
        dbefore[0] += unbroadcast(-dp_0_minus_before_0, before_before[0])
        dpoints[i + 1] = added(dpoints[i + 1], dp)
    # backprop before = points[0]
    dpoints[0] = added(dpoints[0], dbefore)
    return dpoints


def turned_forward(points: list, turn: bool):
    """Forward pass of turned: out and the cache (references, not copies)."""
    a, b = points[0], points[1]
    if turn:
        a, b = b, a
    out = a[0] * b[1]
    cache = (points, turn, a, b)
    return out, cache


def turned_backward(dout, cache):
    """Backward pass of turned: dpoints, from dout."""
    points, turn, a, b = cache
    # backprop out = a[0] * b[1]
    da = zeros_of(a)
    da[0] = unbroadcast(b[1] * dout, a[0])
    db = zeros_of(b)
    db[1] = unbroadcast(a[0] * dout, b[1])
    if turn:
        # backprop a, b = b, a
        da_next = da
        da = db
        db = da_next
    # backprop a, b = points[0], points[1]
    dpoints = zeros_of(points)
    dpoints[1] = added(dpoints[1], db)
    dpoints[0] = added(dpoints[0], da)
    return dpoints


def left_out_forward(points: list):
    """Forward pass of left_out: total and the cache (references, not copies)."""
    total = 0.0
    steps = []
    for p in points:
        total_before = total
        q = None
        q_test = not p[0] > 1.5
        if q_test:
            q = p
            total = total + q[0] * p[1]
        steps.append((total_before, q_test, q))
    cache = (points, steps)
    return total, cache


def left_out_backward(dtotal, cache):
    """Backward pass of left_out: dpoints, from dtotal."""
    points, steps = cache
    dpoints = [None] * len(points)
    for i in reversed(range(len(points))):
        total_before, q_test, q = steps[i]
        p = points[i]
        if q_test:
            # backprop total = total + q[0] * p[1]
            dq = zeros_of(q)
            dq[0] = unbroadcast(p[1] * dtotal, q[0])
            dp = zeros_of(p)
            dp[1] = unbroadcast(q[0] * dtotal, p[1])
            dtotal = unbroadcast(dtotal, total_before)
            # backprop q = p
            dp = added(dp, dq)
        else:
            dp = zeros_of(p)
        dpoints[i] = dp
    return dpoints


def in_turns_forward(points: list, k: float, n: int):
    """Forward pass of in_turns: out and the cache (references, not copies)."""
    steps = []
    for _ in range(n):
        steps1 = []
        for x, y in points:
            k_before1 = k
            sin_k = np.sin(k)
            sin_k_times_x = sin_k * x
            k = sin_k_times_x * y
            steps1.append((k_before1, sin_k, sin_k_times_x))
        steps.append(steps1)
    k_before = []
    for p in points:
        k_before.append(k)
        k = np.sin(k) + p[0]
    out = k * points[1][0]
    cache = (points, steps, k_before, k)
    return out, cache


def in_turns_backward(dout, cache):
    """Backward pass of in_turns: dpoints and dk, from dout."""
    points, steps, k_before, k = cache
    # backprop out = k * points[1][0]
    dk = unbroadcast(points[1][0] * dout, k)
    dpoints = zeros_of(points)
    dpoints[1][0] += unbroadcast(k * dout, points[1][0])
    for i1 in reversed(range(len(points))):
        k = k_before[i1]
        p = points[i1]
        # backprop k = np.sin(k) + p[0]
        dp = in_form_of(p, [1 * unbroadcast(dk, p[0]), zeros_of(p[1])])
        dk = unbroadcast(np.cos(k) * dk, k)
        dpoints[i1] = added(dpoints[i1], dp)
    for steps1 in reversed(steps):
        for i in reversed(range(len(points))):
            k_before1, sin_k, sin_k_times_x = steps1[i]
            x, y = points[i]
            # backprop k = sin_k_times_x * y
            dsin_k_times_x = unbroadcast(y * dk, sin_k_times_x)
            dy = unbroadcast(sin_k_times_x * dk, y)
            # backprop sin_k_times_x = sin_k * x
            dsin_k = unbroadcast(x * dsin_k_times_x, sin_k)
            dx = unbroadcast(sin_k * dsin_k_times_x, x)
            # backprop sin_k = np.sin(k)
            dk = np.cos(k_before1) * dsin_k
            dpoints[i] = added(dpoints[i], in_form_of(points[i], [dx, dy]))
    return dpoints, dk


def by_key_forward(points: list):
    """Forward pass of by_key: out and the cache (references, not copies)."""
    points_before = copy_of(points)
    held = {}
    for i in range(3):
        held[i] = points[i]
    held_0_0_times_held_2_1 = held[0][0] * held[2][1]
    out = held_0_0_times_held_2_1 * points[0][0]
    cache = (points_before, held, held_0_0_times_held_2_1)
    return out, cache


def by_key_backward(dout, cache):
    """Backward pass of by_key: dpoints, from dout."""
    points_before, held, held_0_0_times_held_2_1 = cache
    # backprop out = held_0_0_times_held_2_1 * points[0][0]
    dheld_0_0_times_held_2_1 = unbroadcast(
        points_before[0][0] * dout, held_0_0_times_held_2_1
    )
    dpoints = zeros_of(points_before)
    dpoints[0][0] += unbroadcast(held_0_0_times_held_2_1 * dout, points_before[0][0])
    # backprop held_0_0_times_held_2_1 = held[0][0] * held[2][1]
    dheld = zeros_of(held)
    dheld[0][0] += unbroadcast(held[2][1] * dheld_0_0_times_held_2_1, held[0][0])
    dheld[2][1] += unbroadcast(held[0][0] * dheld_0_0_times_held_2_1, held[2][1])
    for i in reversed(range(3)):
        # backprop held[i] = points[i]
        dpoints[i] = added(dpoints[i], unbroadcast(dheld[i], held[i]))
    return dpoints
