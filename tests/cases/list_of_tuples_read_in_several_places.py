# arguments: points=[(0.3, 0.5), (0.9, 0.2), (0.4, 0.7)], a=1.3
# first order only: added has no gate for what a tuple holds
import numpy as np


def area(points: list[tuple[float, float]], a: float):
    """The area of a polygon, and what is on its lower edge."""
    total = 0.0
    last = points[-1]
    for p in points:
        total += last[0] * p[1] - p[0] * last[1]
        last = p
    lowest = points[0]
    for p in points[1:]:
        if p[1] < lowest[1]:
            lowest = p
    x, y = lowest
    return 0.5 * total + a * x * y + np.sin(points[1][0])


# output
"""Forward and backward passes of list_of_tuples_read_in_several_places.py: do not edit.

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


def zeros_of(x):
    """Floating zeros for a number, an array, or a nest of them; for a tuple a list."""
    if isinstance(x, dict):
        return {key: zeros_of(item) for key, item in x.items()}
    if isinstance(x, (list, tuple)):
        return [zeros_of(item) for item in x]
    if not isinstance(x, np.ndarray):
        return 0.0
    return np.zeros_like(x, dtype=np.result_type(x, 1.0))


def area_forward(points: list[tuple[float, float]], a: float):
    """The area of a polygon, and what is on its lower edge.

    Forward pass of area: out and the cache (references, not copies).
    """
    total = 0.0
    last = points[-1]
    last_before = []
    for p in points:
        last_before.append(last)
        p_0_times_last_1 = p[0] * last[1]
        total += last[0] * p[1] - p_0_times_last_1
        last = p
    lowest = points[0]
    lowest_before = []
    for p in points[1:]:
        lowest_before.append(lowest)
        if p[1] < lowest[1]:
            lowest = p
    x, y = lowest
    a_times_x = a * x
    out = 0.5 * total + a_times_x * y + np.sin(points[1][0])
    cache = (points, a, last_before, lowest_before, x, y, a_times_x)
    return out, cache


def area_backward(dout, cache):
    """Backward pass of area: dpoints and da, from dout."""
    points, a, last_before, lowest_before, x, y, a_times_x = cache
    # backprop out = 0.5 * total + a_times_x * y + np.sin(points[1][0])
    dtotal = 0.5 * dout
    da_times_x = y * dout
    dy = a_times_x * dout
    dpoints = zeros_of(points)
    dpoints[1][0] += np.cos(points[1][0]) * dout
    # backprop a_times_x = a * x
    da = x * da_times_x
    dx = a * da_times_x
    # backprop x, y = lowest
    dlowest_1 = dy
    dlowest_0 = dx
    dlowest = (dlowest_0, dlowest_1)
    for i1 in reversed(range(len(points[1:]))):
        lowest = lowest_before[i1]
        p = points[1:][i1]
        dp = (0.0, 0.0)
        if p[1] < lowest[1]:
            # backprop lowest = p
            dp = dlowest
            dlowest = (0.0, 0.0)
        dpoints[i1 + 1] = added(dpoints[i1 + 1], dp)
    # backprop lowest = points[0]
    dpoints[0] = added(dpoints[0], dlowest)
    dlast = (0.0, 0.0)
    for i in reversed(range(len(points))):
        last = last_before[i]
        p = points[i]
        # backprop last = p
        dp = dlast
        # backprop total += last[0] * p[1] - p_0_times_last_1
        dlast_0 = p[1] * dtotal
        dp_1 = last[0] * dtotal
        dp_0_times_last_1 = -dtotal
        # backprop p_0_times_last_1 = p[0] * last[1]
        dp_0 = last[1] * dp_0_times_last_1
        dlast_1 = p[0] * dp_0_times_last_1
        dp_0 += dp[0]
        dp_1 += dp[1]
        dp = (dp_0, dp_1)
        dpoints[i] = added(dpoints[i], dp)
        dlast = (dlast_0, dlast_1)
    # backprop last = points[-1]
    dpoints[-1] = added(dpoints[-1], dlast)
    return dpoints, da
