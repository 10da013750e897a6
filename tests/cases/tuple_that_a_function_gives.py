# arguments carried: xs=(3,), w=0.7
# arguments taken_apart: xs=(3,), w=0.7
# arguments one_of_two: xs=(3,), w=0.7
# arguments handed_on: xs=(3,), w=0.7
# arguments in_one_arm: xs=(3,), w=0.7
# arguments in_a_list: xs=(3,), w=0.7
# arguments summed: xs=(3,), w=0.7
# arguments beside_another: xs=(3,), w=0.7
# arguments until: xs=(3,), w=0.7
import numpy as np


def cell(x: float, w: float, st: tuple[float, float]):
    h, c = st
    c = np.tanh(w * x + h) + c * 0.5
    h = np.tanh(c) * x
    return h, c


def carried(xs: "T", w: float):
    st = (0.0, 0.1)
    for x in xs:
        st = cell(x, w, st)
    return st[0] * st[1]


def taken_apart(xs: "T", w: float):
    st = (0.0, 0.1)
    for x in xs:
        st = cell(x, w, st)
    h, c = st
    return h + c**2


def one_of_two(xs: "T", w: float):
    h = cell(xs[0], w, (0.1, 0.2))[0]
    return h * cell(xs[1], w, (h, 0.2))[1]


def handed_on(xs: "T", w: float):
    return cell(xs[1], w, cell(xs[0], w, (0.1, 0.2)))


def in_one_arm(xs: "T", w: float):
    r = cell(xs[0], w, (0.1, 0.2))
    if w > 0:
        r = cell(xs[1], w, r)
    return r[0]


def in_a_list(xs: "T", w: float):
    rs = []
    for x in xs:
        rs.append(cell(x, w, (0.1, 0.2)))
    return sum(a * b for a, b in rs)


def summed(xs: "T", w: float):
    return sum(cell(x, w, (0.1, 0.2))[0] for x in xs)


def beside_another(xs: "T", w: float):
    a, (b, c) = w * 2, cell(xs[0], w, (0.1, 0.2))
    return a * b * c


def until(xs: "T", w: float):
    s = 0.0
    st = (0.0, 0.1)
    while s < 2:
        st = cell(xs[0], w, st)
        s += 1
    return max(st)


# output
"""Forward and backward passes of tuple_that_a_function_gives.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def from_rows(rows, x, axis):
    """The inverse of rows_of: the shape of x again."""
    axes = np.arange(np.ndim(x)) if axis is None else np.atleast_1d(axis)
    ends = np.arange(-len(axes), 0)
    return np.moveaxis(
        np.reshape(rows, np.shape(np.moveaxis(x, axes, ends))), ends, axes
    )


def is_first_max(x, axis=None):
    """True where np.max(x, axis) has its value from, the first on a tie; else False."""
    rows = rows_of(x, axis)
    first = np.arange(rows.shape[-1]) == np.argmax(rows, axis=-1)[..., None]
    return from_rows(first, x, axis)


def rows_of(x, axis):
    """x with the axes of a reduction (None is all) moved to the end and made one."""
    axes = np.arange(np.ndim(x)) if axis is None else np.atleast_1d(axis)
    moved = np.moveaxis(x, axes, np.arange(-len(axes), 0))
    size = np.prod(moved.shape[np.ndim(x) - len(axes) :], dtype=int)
    return np.reshape(moved, (*moved.shape[: np.ndim(x) - len(axes)], size))


def cell_forward(x: float, w: float, st: tuple[float, float]):
    """Forward pass of cell: h, c1 and the cache (references, not copies)."""
    h, c = st
    tanh_in = w * x + h
    tanh_w = np.tanh(tanh_in)
    c1 = tanh_w + c * 0.5
    tanh_c = np.tanh(c1)
    h = tanh_c * x
    cache = (x, w, tanh_w, tanh_c)
    return h, c1, cache


def cell_backward(dh, dc1, cache):
    """Backward pass of cell: dx, dw and dst, from dh and dc1."""
    x, w, tanh_w, tanh_c = cache
    # backprop h = tanh_c * x
    dtanh_c = x * dh
    dx = tanh_c * dh
    # backprop tanh_c = np.tanh(c1)
    dc1 = dc1 + (1 - tanh_c**2) * dtanh_c
    # backprop c1 = tanh_w + c * 0.5
    dc = 0.5 * dc1
    # backprop tanh_w = np.tanh(tanh_in)
    dtanh_in = (1 - tanh_w**2) * dc1
    # backprop tanh_in = w * x + h
    dw = x * dtanh_in
    dx += w * dtanh_in
    dh = dtanh_in
    # backprop h, c = st
    dst = (dh, dc)
    return dx, dw, dst


def carried_forward(xs: "T", w: float):
    """Forward pass of carried: out and the cache (references, not copies)."""
    st = (0.0, 0.1)
    steps = []
    for x in xs:
        st_0, st_1, cell_cache = cell_forward(x, w, st)
        st = st_0, st_1
        steps.append(cell_cache)
    out = st[0] * st[1]
    cache = (xs, steps, st)
    return out, cache


def carried_backward(dout, cache):
    """Backward pass of carried: dxs (T,) and dw, from dout."""
    xs, steps, st = cache
    # backprop out = st[0] * st[1]
    dst_st_0 = st[1] * dout
    dst_st_1 = st[0] * dout
    dst = (dst_st_0, dst_st_1)
    dw = 0.0
    dxs = np.zeros_like(xs, dtype=np.result_type(xs, 1.0))
    for i in reversed(range(len(xs))):
        cell_cache = steps[i]
        # backprop st = st_0, st_1
        dst_0 = dst[0]
        # backprop st_0, st_1 = cell(x, w, st)
        dx, dw_cell, dst_cell = cell_backward(dst_0, dst[1], cell_cache)
        dw += dw_cell
        dst_st_01 = dst_cell[0]
        dxs[i] = dx
        dst = (dst_st_01, dst_cell[1])
    return dxs, dw


def taken_apart_forward(xs: "T", w: float):
    """Forward pass of taken_apart: out and the cache (references, not copies)."""
    st = (0.0, 0.1)
    steps = []
    for x in xs:
        st_0, st_1, cell_cache = cell_forward(x, w, st)
        st = st_0, st_1
        steps.append(cell_cache)
    h, c = st
    out = h + c**2
    cache = (xs, steps, c)
    return out, cache


def taken_apart_backward(dout, cache):
    """Backward pass of taken_apart: dxs (T,) and dw, from dout."""
    xs, steps, c = cache
    # backprop out = h + c**2
    dh = dout
    dc = (2 * c) * dout
    # backprop h, c = st
    dst_st_1 = dc
    dst_st_0 = dh
    dst = (dst_st_0, dst_st_1)
    dw = 0.0
    dxs = np.zeros_like(xs, dtype=np.result_type(xs, 1.0))
    for i in reversed(range(len(xs))):
        cell_cache = steps[i]
        # backprop st = st_0, st_1
        dst_0 = dst[0]
        # backprop st_0, st_1 = cell(x, w, st)
        dx, dw_cell, dst_cell = cell_backward(dst_0, dst[1], cell_cache)
        dw += dw_cell
        dst_st_01 = dst_cell[0]
        dxs[i] = dx
        dst = (dst_st_01, dst_cell[1])
    return dxs, dw


def one_of_two_forward(xs: "T", w: float):
    """Forward pass of one_of_two: out and the cache (references, not copies)."""
    xs_0 = xs[0]
    h_0, h_1, cell_cache = cell_forward(xs_0, w, (0.1, 0.2))
    h = h_0
    xs_1 = xs[1]
    cell_0_tuple = h, 0.2
    cell_0, cell_1, cell_0_cache = cell_forward(xs_1, w, cell_0_tuple)
    out = h * cell_1
    cache = (xs, cell_cache, h, cell_1, cell_0_cache)
    return out, cache


def one_of_two_backward(dout, cache):
    """Backward pass of one_of_two: dxs (T,) and dw, from dout."""
    xs, cell_cache, h, cell_1, cell_0_cache = cache
    # backprop out = h * cell_1
    dh = cell_1 * dout
    dcell_1 = h * dout
    # backprop cell_0, cell_1 = cell(xs_1, w, cell_0_tuple)
    dcell_0 = 0.0
    dxs_1, dw, dcell_0_tuple = cell_backward(dcell_0, dcell_1, cell_0_cache)
    # backprop cell_0_tuple = h, 0.2
    dh += dcell_0_tuple[0]
    # backprop xs_1 = xs[1]
    dxs = np.zeros_like(xs, dtype=np.result_type(xs, 1.0))
    dxs[1] = dxs_1
    # backprop h = h_0
    dh_0 = dh
    # backprop h_0, h_1 = cell(xs_0, w, (0.1, 0.2))
    dh_1 = 0.0
    dxs_0, dw_cell, _ = cell_backward(dh_0, dh_1, cell_cache)
    dw += dw_cell
    # backprop xs_0 = xs[0]
    dxs[0] += dxs_0
    return dxs, dw


def handed_on_forward(xs: "T", w: float):
    """Forward pass of handed_on: out, out1 and the cache (references, not copies)."""
    xs_0 = xs[0]
    cell_0, cell_1, cell_cache = cell_forward(xs_0, w, (0.1, 0.2))
    xs_1 = xs[1]
    out_tuple = cell_0, cell_1
    out, out1, out_cache = cell_forward(xs_1, w, out_tuple)
    cache = (xs, cell_cache, out_cache)
    return out, out1, cache


def handed_on_backward(dout, dout1, cache):
    """Backward pass of handed_on: dxs (T,) and dw, from dout and dout1."""
    xs, cell_cache, out_cache = cache
    # backprop out, out1 = cell(xs_1, w, out_tuple)
    dxs_1, dw, dout_tuple = cell_backward(dout, dout1, out_cache)
    # backprop out_tuple = cell_0, cell_1
    dcell_0 = dout_tuple[0]
    # backprop xs_1 = xs[1]
    dxs = np.zeros_like(xs, dtype=np.result_type(xs, 1.0))
    dxs[1] = dxs_1
    # backprop cell_0, cell_1 = cell(xs_0, w, (0.1, 0.2))
    dxs_0, dw_cell, _ = cell_backward(dcell_0, dout_tuple[1], cell_cache)
    dw += dw_cell
    # backprop xs_0 = xs[0]
    dxs[0] += dxs_0
    return dxs, dw


def in_one_arm_forward(xs: "T", w: float):
    """Forward pass of in_one_arm: out and the cache (references, not copies)."""
    xs_0 = xs[0]
    r_0, r_1, cell_cache = cell_forward(xs_0, w, (0.1, 0.2))
    r = r_0, r_1
    r_01_cache = None
    if w > 0:
        xs_1 = xs[1]
        r_01, r_11, r_01_cache = cell_forward(xs_1, w, r)
        r = r_01, r_11
    out = r[0]
    cache = (xs, w, cell_cache, r_01_cache)
    return out, cache


def in_one_arm_backward(dout, cache):
    """Backward pass of in_one_arm: dxs (T,) and dw, from dout."""
    xs, w, cell_cache, r_01_cache = cache
    # backprop out = r[0]
    dr_r_0 = dout
    dr = (dr_r_0, 0.0)
    dw = 0.0
    dxs = np.zeros_like(xs, dtype=np.result_type(xs, 1.0))
    dr_r_01 = 0.0
    dr_r_1 = 0.0
    if w > 0:
        # backprop r = r_01, r_11
        dr_01 = dr[0]
        # backprop r_01, r_11 = cell(xs_1, w, r)
        dxs_1, dw, dr_cell = cell_backward(dr_01, dr[1], r_01_cache)
        dr_r_01 = dr_cell[0]
        dr_r_1 = dr_cell[1]
        # backprop xs_1 = xs[1]
        dxs[1] = dxs_1
        dr = (0.0, 0.0)
    # backprop r = r_0, r_1
    dr_0 = dr_r_01 + dr[0]
    dr_1 = dr_r_1 + dr[1]
    # backprop r_0, r_1 = cell(xs_0, w, (0.1, 0.2))
    dxs_0, dw_cell, _ = cell_backward(dr_0, dr_1, cell_cache)
    dw += dw_cell
    # backprop xs_0 = xs[0]
    dxs[0] += dxs_0
    return dxs, dw


def in_a_list_forward(xs: "T", w: float):
    """Forward pass of in_a_list: total and the cache (references, not copies)."""
    rs = []
    steps = []
    for x in xs:
        cell_0, cell_1, cell_cache = cell_forward(x, w, (0.1, 0.2))
        rs.append((cell_0, cell_1))
        steps.append(cell_cache)
    total = 0
    for a, b in rs:
        total += a * b
    cache = (xs, steps, rs)
    return total, cache


def in_a_list_backward(dtotal, cache):
    """Backward pass of in_a_list: dxs (T,) and dw, from dtotal."""
    xs, steps, rs = cache
    drs = [None] * len(rs)
    for i1 in reversed(range(len(rs))):
        a, b = rs[i1]
        # backprop total += a * b
        da = b * dtotal
        db = a * dtotal
        drs[i1] = da, db
    dw = 0.0
    dxs = np.zeros_like(xs, dtype=np.result_type(xs, 1.0))
    for i in reversed(range(len(xs))):
        cell_cache = steps[i]
        # backprop rs.append((cell_0, cell_1))
        drs_last = drs.pop()
        dcell_0 = drs_last[0]
        # backprop cell_0, cell_1 = cell(x, w, (0.1, 0.2))
        dx, dw_cell, _ = cell_backward(dcell_0, drs_last[1], cell_cache)
        dw += dw_cell
        dxs[i] = dx
    return dxs, dw


def summed_forward(xs: "T", w: float):
    """Forward pass of summed: total and the cache (references, not copies)."""
    total = 0
    steps = []
    for x in xs:
        cell_0, cell_1, cell_cache = cell_forward(x, w, (0.1, 0.2))
        total += cell_0
        steps.append(cell_cache)
    cache = (xs, steps)
    return total, cache


def summed_backward(dtotal, cache):
    """Backward pass of summed: dxs (T,) and dw, from dtotal."""
    xs, steps = cache
    dw = 0.0
    dxs = np.zeros_like(xs, dtype=np.result_type(xs, 1.0))
    for i in reversed(range(len(xs))):
        cell_cache = steps[i]
        # backprop total += cell_0
        dcell_0 = dtotal
        # backprop cell_0, cell_1 = cell(x, w, (0.1, 0.2))
        dcell_1 = 0.0
        dx, dw_cell, _ = cell_backward(dcell_0, dcell_1, cell_cache)
        dw += dw_cell
        dxs[i] = dx
    return dxs, dw


def beside_another_forward(xs: "T", w: float):
    """Forward pass of beside_another: out and the cache (references, not copies)."""
    xs_0 = xs[0]
    cell_0, cell_1, cell_cache = cell_forward(xs_0, w, (0.1, 0.2))
    a, (b, c) = w * 2, (cell_0, cell_1)
    a_times_b = a * b
    out = a_times_b * c
    cache = (xs, cell_cache, a, b, c, a_times_b)
    return out, cache


def beside_another_backward(dout, cache):
    """Backward pass of beside_another: dxs (T,) and dw, from dout."""
    xs, cell_cache, a, b, c, a_times_b = cache
    # backprop out = a_times_b * c
    da_times_b = c * dout
    dc = a_times_b * dout
    # backprop a_times_b = a * b
    da = b * da_times_b
    db = a * da_times_b
    # backprop a, (b, c) = w * 2, (cell_0, cell_1)
    dcell_1 = dc
    dcell_0 = db
    dw = 2 * da
    # backprop cell_0, cell_1 = cell(xs_0, w, (0.1, 0.2))
    dxs_0, dw_cell, _ = cell_backward(dcell_0, dcell_1, cell_cache)
    dw += dw_cell
    # backprop xs_0 = xs[0]
    dxs = np.zeros_like(xs, dtype=np.result_type(xs, 1.0))
    dxs[0] = dxs_0
    return dxs, dw


def until_forward(xs: "T", w: float):
    """Forward pass of until: out and the cache (references, not copies)."""
    s = 0.0
    st = (0.0, 0.1)
    steps = []
    while s < 2:
        xs_0 = xs[0]
        st_0, st_1, cell_cache = cell_forward(xs_0, w, st)
        st = st_0, st_1
        s += 1
        steps.append(cell_cache)
    max_in = np.array(st)
    out = max(st)
    cache = (xs, steps, max_in)
    return out, cache


def until_backward(dout, cache):
    """Backward pass of until: dxs (T,) and dw, from dout."""
    xs, steps, max_in = cache
    # backprop out = max(st)
    dmax_in = is_first_max(max_in, 0) * dout
    # backprop max_in = np.array(st)
    dst_st_0 = dmax_in[0]
    dst = (dst_st_0, dmax_in[1])
    dw = 0.0
    dxs = np.zeros_like(xs, dtype=np.result_type(xs, 1.0))
    for cell_cache in reversed(steps):
        # backprop st = st_0, st_1
        dst_0 = dst[0]
        # backprop st_0, st_1 = cell(xs_0, w, st)
        dxs_0, dw_cell, dst_cell = cell_backward(dst_0, dst[1], cell_cache)
        dw += dw_cell
        dst_st_01 = dst_cell[0]
        # backprop xs_0 = xs[0]
        dxs[0] += dxs_0
        dst = (dst_st_01, dst_cell[1])
    return dxs, dw
