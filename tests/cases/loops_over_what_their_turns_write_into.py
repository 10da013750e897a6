# arguments ahead: x=(4,)
# arguments relaxed: h=(4,)
# arguments table: grid=(3, 3)
# arguments corner: A=(2, 3)
# arguments beside: h=(4,), g=(3,)
# arguments backwards: h=(4,), a=0.7
# arguments until: h=(5,)
# arguments carried: xs=[0.5, 0.7, 1.2]
# arguments paths: grid=[[1.0, 0.5], [0.3, 2.0]]
# arguments made: t=0.7, u=1.3
import numpy as np


def ahead(x: "N"):
    y = x.copy()
    for i, v in enumerate(y):
        if i + 1 < len(y):
            y[i + 1] += v * y[0]
    return np.sum(y * y)


def relaxed(h):
    for left in h[:-1]:
        h[1:] += 0.1 * left * left
    return h


def table(grid: "N M"):
    for i, row in enumerate(grid):
        for j, v in enumerate(row):
            if i > 0 and j > 0:
                grid[i, j] = v * grid[i - 1, j] + 0.5 * row[j - 1]
    return grid[-1, -1]


def corner(A: "N M"):
    for row in A.T:
        for a in row[1:]:
            A[0, 0] *= a
    return A


def beside(h: "N", g: "M"):
    for i, (a, b) in enumerate(zip(h, g)):
        h[-1] += a * b
        g[i] = b * h[i + 1]
    return h, g


def backwards(h, a: float):
    s = 0.0
    for x in reversed(h):
        h[0] = h[0] * x + a
        s += x
    return s * h[0] * x


def until(h: "N"):
    for i, x in enumerate(h):
        if i == 3:
            break
        h[i + 1 :] *= x
    return h * x


def carried(xs: list[float]):
    for i, x in enumerate(xs):
        xs[(i + 1) % len(xs)] *= x
        xs[i] = x - xs[0]
    return xs[0] * xs[1]


def paths(grid: list[list[float]]):
    for i, row in enumerate(grid):
        for j, v in enumerate(row):
            if i > 0 and j > 0:
                row[j] = v + grid[i - 1][j] * row[j - 1]
    return grid[-1][-1]


def made(t: float, u: float):
    h = [t, u, t]
    for a, b in zip(h, [1.0, 2.0, 3.0]):
        h[2] = a * b * u
    for a in reversed(h):
        h[0] = a * h[1]
    return a * h[0]


# output
"""Forward and backward passes of loops_over_what_their_turns_write_into.py: do not
edit.

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


def held_in(x):
    """The arrays, lists and dicts in a value, however deep."""
    if isinstance(x, np.ndarray):
        return [x]
    if not isinstance(x, (list, tuple, dict)):
        return []
    inside = [
        part
        for item in (x.values() if isinstance(x, dict) else x)
        for part in held_in(item)
    ]
    return inside if isinstance(x, tuple) else [x, *inside]


def overlap(*values):
    """Whether two arrays in these share memory, or two lists or dicts are one."""
    held = [part for x in values for part in held_in(x)]
    pairs = [(x, y) for k, x in enumerate(held) for y in held[:k]]
    arrays = [
        (x, y)
        for x, y in pairs
        if isinstance(x, np.ndarray) and isinstance(y, np.ndarray)
    ]
    return any(x is y for x, y in pairs) or any(
        np.shares_memory(x, y, max_work=100_000) for x, y in arrays
    )


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


def ahead_forward(x: "N"):
    """Forward pass of ahead: out and the cache (references, not copies)."""
    y = x.copy()
    steps = []
    for i in range(len(y)):
        v = y[i]
        y_test = i + 1 < len(y)
        if y_test:
            y[i + 1] += v * y[0]
        steps.append((v, y_test))
    out = np.sum(y * y)
    cache = (y, steps)
    return out, cache


def ahead_backward(dout, cache):
    """Backward pass of ahead: dx (N,), from dout."""
    y, steps = cache
    # backprop out = np.sum(y * y)
    dy = (2 * y) * dout
    for i in reversed(range(len(y))):
        v, y_test = steps[i]
        dv = 0.0
        if y_test:
            # backprop y[i + 1] += v * y[0]
            dv = y[0] * dy[i + 1]
            dy[0] += v * dy[i + 1]
        # backprop v = y[i]
        dy[i] += dv
    # backprop y = x.copy()
    dx = dy
    return dx


def relaxed_forward(h):
    """Forward pass of relaxed: h and the cache (references, not copies)."""
    if isinstance(h, (list, tuple)):
        raise TypeError("relaxed: h is a list or a tuple, and is taken for an array")
    steps = []
    len_h_part = len(h[:-1])
    for i in range(len_h_part):
        left = h[i]
        left_before = copy_of(left)
        h_product = 0.1 * left
        h_product1 = h_product * left
        h[1:] += h_product1
        steps.append((left_before, h_product))
    cache = (steps, len_h_part)
    return h, cache


def relaxed_backward(dh, cache):
    """Backward pass of relaxed: dh, from dh."""
    steps, len_h_part = cache
    dh = 1.0 * dh
    for i in reversed(range(len_h_part)):
        left_before, h_product = steps[i]
        # backprop h[1:] += h_product1
        dh_product1 = unbroadcast(dh[1:], left_before)
        # backprop h_product1 = h_product * left
        dh_product = left_before * dh_product1
        dleft = h_product * dh_product1
        # backprop h_product = 0.1 * left
        dleft += 0.1 * dh_product
        # backprop left = h[i]
        dh[i] += dleft
    return dh


def table_forward(grid: "N M"):
    """Forward pass of table: out and the cache (references, not copies)."""
    steps = []
    for i in range(len(grid)):
        steps1 = []
        len_grid_i = len(grid[i])
        for j in range(len_grid_i):
            v = grid[i, j]
            grid_part = None
            grid_test = i > 0 and j > 0
            if grid_test:
                grid_part = grid[i - 1, j]
                grid[i, j] = v * grid_part + 0.5 * grid[i, j - 1]
            steps1.append((v, grid_test, grid_part))
        steps.append((len_grid_i, steps1))
    out = grid[-1, -1]
    cache = (grid, steps)
    return out, cache


def table_backward(dout, dgrid: "N M", cache):
    """Backward pass of table: dgrid (N, M), from dout and dgrid (N, M)."""
    grid, steps = cache
    # backprop out = grid[-1, -1]
    dgrid = 1.0 * dgrid
    dgrid[-1, -1] += dout
    for i in reversed(range(len(grid))):
        len_grid_i, steps1 = steps[i]
        for j in reversed(range(len_grid_i)):
            v, grid_test, grid_part = steps1[j]
            dv = 0.0
            if grid_test:
                # backprop grid[i, j] = v * grid_part + 0.5 * grid[i, j - 1]
                dgrid_i_j = dgrid[i, j]
                dgrid[i, j] = 0.0
                dv = grid_part * dgrid_i_j
                dgrid_part = v * dgrid_i_j
                dgrid[i, j - 1] += 0.5 * dgrid_i_j
                # backprop grid_part = grid[i - 1, j]
                dgrid[i - 1, j] += dgrid_part
            # backprop v = grid[i, j]
            dgrid[i, j] += dv
    return dgrid


def corner_forward(A: "N M"):
    """Forward pass of corner: A (N, M) and the cache (references, not copies)."""
    steps = []
    for i in range(A.shape[1]):
        steps1 = []
        len_A_i_part = len(A[1:, i])
        for i1 in range(len_A_i_part):
            a = A[1:, i][i1]
            A_A_0_0 = A[0, 0]
            A[0, 0] = A_A_0_0 * a
            steps1.append((a, A_A_0_0))
        steps.append((len_A_i_part, steps1))
    cache = (A, steps)
    return A, cache


def corner_backward(dA: "N M", cache):
    """Backward pass of corner: dA (N, M), from dA (N, M)."""
    A, steps = cache
    dA = 1.0 * dA
    for i in reversed(range(A.shape[1])):
        len_A_i_part, steps1 = steps[i]
        for i1 in reversed(range(len_A_i_part)):
            a, A_A_0_0 = steps1[i1]
            # backprop A[0, 0] = A_A_0_0 * a
            dA_A_0_0 = a * dA[0, 0]
            da = A_A_0_0 * dA[0, 0]
            # backprop A_A_0_0 = A[0, 0]
            dA[0, 0] = dA_A_0_0
            # backprop a = A[1:, i][i1]
            dA[1:, i][i1] += da
    return dA


def beside_forward(h: "N", g: "M"):
    """Forward pass of beside: h (N,), g (M,) and the cache (references, not copies)."""
    if np.shares_memory(h, g, max_work=100_000):
        raise ValueError("beside: h and g overlap")
    g_before = g.copy()
    steps = []
    for i, b in zip(range(len(h)), g):
        a = h[i]
        h[-1] += a * b
        h_part = h[i + 1]
        g[i] = b * h_part
        steps.append((a, h_part))
    cache = (g_before, steps)
    return h, g, cache


def beside_backward(dh: "N", dg: "M", cache):
    """Backward pass of beside: dh (N,) and dg (M,), from dh (N,) and dg (M,)."""
    g_before, steps = cache
    dh = 1.0 * dh
    dg = 1.0 * dg
    for i in reversed(range(len(steps))):
        a, h_part = steps[i]
        b = g_before[i]
        # backprop g[i] = b * h_part
        db = h_part * dg[i]
        dh_part = b * dg[i]
        # backprop h_part = h[i + 1]
        dh[i + 1] += dh_part
        # backprop h[-1] += a * b
        da = b * dh[-1]
        db += a * dh[-1]
        # backprop a = h[i]
        dh[i] += da
        dg[i] = db
    return dh, dg


def backwards_forward(h, a: float):
    """Forward pass of backwards: out and the cache (references, not copies)."""
    if isinstance(h, (list, tuple)):
        raise TypeError("backwards: h is a list or a tuple, and is taken for an array")
    if np.ndim(h) != 1:
        raise TypeError(
            "backwards: h does not have one dimension, and "
            "its items are taken for numbers"
        )
    s = 0.0
    steps = []
    for i in reversed(range(len(h))):
        x = h[i]
        h_0 = h[0]
        h[0] = h_0 * x + a
        s += x
        steps.append((x, h_0))
    s_times_h_0 = s * h[0]
    out = s_times_h_0 * x
    cache = (h, steps, x, s, s_times_h_0)
    return out, cache


def backwards_backward(dout, dh: "_", cache):
    """Backward pass of backwards: dh and da, from dout and dh."""
    h, steps, x, s, s_times_h_0 = cache
    # backprop out = s_times_h_0 * x
    ds_times_h_0 = x * dout
    dx = s_times_h_0 * dout
    # backprop s_times_h_0 = s * h[0]
    ds = h[0] * ds_times_h_0
    dh = 1.0 * dh
    dh[0] += s * ds_times_h_0
    da = 0.0
    for i, (x, h_0) in zip(range(len(h)), reversed(steps)):
        # backprop s += x
        dx += ds
        # backprop h[0] = h_0 * x + a
        dh_0 = x * dh[0]
        dx += h_0 * dh[0]
        da += dh[0]
        # backprop h_0 = h[0]
        dh[0] = dh_0
        # backprop x = h[i]
        dh[i] += dx
        dx = 0.0
    return dh, da


def until_forward(h: "N"):
    """Forward pass of until: out (N,) and the cache (references, not copies)."""
    steps = []
    for i in range(len(h)):
        stopped = False
        x = h[i]
        h_part = None
        if i == 3:
            stopped = True
        else:
            h_part = h[i + 1 :].copy()
            h[i + 1 :] = h_part * x
        steps.append((i, x, h_part))
        if stopped:
            break
    out = h * x
    cache = (steps, x, h)
    return out, cache


def until_backward(dout, dh: "N", cache):
    """Backward pass of until: dh (N,), from dout (N,) and dh (N,)."""
    steps, x, h = cache
    # backprop out = h * x
    dh = dh + x * dout
    dx = h @ dout
    for i, x, h_part in reversed(steps):
        if i != 3:
            # backprop h[i + 1:] = h_part * x
            dh_part = x * dh[i + 1 :]
            dx += h_part @ dh[i + 1 :]
            # backprop h_part = h[i + 1:].copy()
            dh[i + 1 :] = dh_part
        # backprop x = h[i]
        dh[i] += dx
        dx = 0.0
    return dh


def carried_forward(xs: list[float]):
    """Forward pass of carried: out and the cache (references, not copies)."""
    xs_before = copy_of(xs)
    steps = []
    for i in range(len(xs)):
        xs_before1 = copy_of(xs)
        x = xs[i]
        xs_part = xs[(i + 1) % len(xs)]
        xs[(i + 1) % len(xs)] = xs_part * x
        xs[i] = x - xs[0]
        steps.append((xs_before1, x, xs_part))
    out = xs[0] * xs[1]
    cache = (xs_before, steps, xs)
    return out, cache


def carried_backward(dout, dxs, cache):
    """Backward pass of carried: dxs, from dout and dxs."""
    xs_before, steps, xs = cache
    # backprop out = xs[0] * xs[1]
    dxs = copy_of(dxs)
    dxs[0] += xs[1] * dout
    dxs[1] += xs[0] * dout
    for i in reversed(range(len(xs_before))):
        xs_before1, x, xs_part = steps[i]
        # backprop xs[i] = x - xs[0]
        dxs_i = dxs[i]
        dxs[i] = 0.0
        dx = dxs_i
        dxs[0] -= dxs_i
        # backprop xs[(i + 1) % len(xs)] = xs_part * x
        dxs_part = x * dxs[(i + 1) % len(xs_before1)]
        dx += xs_part * dxs[(i + 1) % len(xs_before1)]
        # backprop xs_part = xs[(i + 1) % len(xs)]
        dxs[(i + 1) % len(xs_before1)] = dxs_part
        # backprop x = xs[i]
        dxs[i] += dx
    return dxs


def paths_forward(grid: list[list[float]]):
    """Forward pass of paths: out and the cache (references, not copies)."""
    if overlap(grid):
        raise ValueError("paths: values in grid overlap")
    grid_before = copy_of(grid)
    steps = []
    for i in range(len(grid)):
        steps1 = []
        len_grid_i = len(grid[i])
        for j in range(len_grid_i):
            v = grid[i][j]
            grid_part_j = None
            grid_i_part = None
            grid_test = i > 0 and j > 0
            if grid_test:
                grid_part_j = grid[i - 1][j]
                grid_i_part = grid[i][j - 1]
                grid[i][j] = v + grid_part_j * grid_i_part
            steps1.append((grid_test, grid_part_j, grid_i_part))
        steps.append((len_grid_i, steps1))
    out = grid[-1][-1]
    cache = (grid_before, steps)
    return out, cache


def paths_backward(dout, dgrid, cache):
    """Backward pass of paths: dgrid, from dout and dgrid."""
    grid_before, steps = cache
    # backprop out = grid[-1][-1]
    dgrid = copy_of(dgrid)
    dgrid[-1][-1] += dout
    for i in reversed(range(len(grid_before))):
        len_grid_i, steps1 = steps[i]
        for j in reversed(range(len_grid_i)):
            grid_test, grid_part_j, grid_i_part = steps1[j]
            dv = 0.0
            if grid_test:
                # backprop grid[i][j] = v + grid_part_j * grid_i_part
                dv = dgrid[i][j]
                dgrid_part_j = grid_i_part * dgrid[i][j]
                dgrid_i_part = grid_part_j * dgrid[i][j]
                dgrid[i][j] = 0.0
                # backprop grid_i_part = grid[i][j - 1]
                dgrid[i][j - 1] += dgrid_i_part
                # backprop grid_part_j = grid[i - 1][j]
                dgrid[i - 1][j] += dgrid_part_j
            # backprop v = grid[i][j]
            dgrid[i][j] += dv
    return dgrid


def made_forward(t: float, u: float):
    """Forward pass of made: out and the cache (references, not copies)."""
    h = [t, u, t]
    steps = []
    for i, b in zip(range(len(h)), [1.0, 2.0, 3.0]):
        a = h[i]
        a_times_b = a * b
        h[2] = a_times_b * u
        steps.append(a_times_b)
    h_before = copy_of(h)
    steps1 = []
    for i1 in reversed(range(len(h))):
        a = h[i1]
        h[0] = a * h[1]
        steps1.append(a)
    out = a * h[0]
    cache = (u, steps, h_before, steps1, a, h)
    return out, cache


def made_backward(dout, cache):
    """Backward pass of made: dt and du, from dout."""
    u, steps, h_before, steps1, a, h = cache
    # backprop out = a * h[0]
    da = h[0] * dout
    dh = zeros_of(h)
    dh[0] = a * dout
    for i1, a in zip(range(len(h_before)), reversed(steps1)):
        # backprop h[0] = a * h[1]
        da += h[1] * dh[0]
        dh[1] += a * dh[0]
        dh[0] = 0.0
        # backprop a = h[i1]
        dh[i1] += da
        da = 0.0
    du = 0.0
    for i in reversed(range(len(steps))):
        a_times_b = steps[i]
        b = [1.0, 2.0, 3.0][i]
        # backprop h[2] = a_times_b * u
        da_times_b = u * dh[2]
        du += a_times_b * dh[2]
        dh[2] = 0.0
        # backprop a_times_b = a * b
        da += b * da_times_b
        # backprop a = h[i]
        dh[i] += da
        da = 0.0
    # backprop h = [t, u, t]
    dt = dh[0]
    du += dh[1]
    dt += dh[2]
    return dt, du
